"""A coordinator chooses how often a firm is reminded."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.core import actions
from bot.core.people import Member
from tests.unit.core.nudges.people import KATO, SATO, TANAKA
from tests.unit.core.nudges.telling import keys, told


class TestCadences:
    """A coordinator chooses how often their firms are reminded."""

    def test_for_an_event_or_a_stage_and_it_is_planned_anew(self) -> None:
        world = told()
        world.press(actions.CADENCE_SEND, member=SATO, company="aoi", event=" 産業 展示会", cadence="fair")
        world.press(actions.CADENCE_SEND, member=SATO, company="aoi", stage="trial", cadence="trial")
        assert world.replanned == [("aoi", "event", "産業 展示会"), ("aoi", "stage", "trial")]
        assert [(one.scope, one.name, one.cadence) for one in world.wishes.choices("aoi")] == [
            ("event", "産業 展示会", "fair"),
            ("stage", "trial", "trial"),
        ]

    @pytest.mark.parametrize("member", [TANAKA, KATO, replace(SATO, id="suzuki")], ids=lambda one: str(one.id))
    def test_not_by_anybody_else(self, member: Member) -> None:
        world = told()
        for action in (actions.CADENCE_FORM, actions.CADENCE_SEND):
            reply = world.press(action, member=member, company="aoi", stage="trial", cadence="trial")
            assert keys(reply) == ["nudge-cadence-coordinators-only"]
        assert not world.wishes.choices()

    @pytest.mark.parametrize(
        "typed",
        [
            {"cadence": "fair"},
            {"cadence": "fair", "stage": "trial", "event": "展示会"},
            {"cadence": "none", "stage": "trial"},
            {"cadence": "fair", "stage": "dancing"},
        ],
    )
    def test_one_of_the_two_and_a_cadence_that_is_there(self, typed: dict[str, str]) -> None:
        world = told()
        reply = world.press(actions.CADENCE_SEND, member=SATO, company="aoi", **typed)
        assert keys(reply) == ["nudge-cadence-one-of-two"]
        assert not world.wishes.choices()
        assert world.replanned == []
