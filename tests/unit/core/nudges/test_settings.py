"""What somebody wishes of nudges: muting, pace, times, a pause."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.core import actions
from bot.core.nudges.models import Pace, Preference
from tests.unit.core.nudges.people import TANAKA
from tests.unit.core.nudges.telling import bundle_of, keys, told, values


def test_muting_and_hearing_again_from_the_same_sheet() -> None:
    world = told()
    reference = f"{bundle_of(world).id}:1"
    for _ in range(2):
        assert keys(world.press(actions.NUDGE_MUTE, reference)) == ["nudge-muted"]
    assert world.wishes.muted("tanaka") == [("encounter", "e1")]
    why = world.press(actions.NUDGE_WHY, reference)
    assert why.offers[0].action == actions.NUDGE_UNMUTE
    assert keys(world.press(actions.NUDGE_UNMUTE, reference)) == ["nudge-unmuted"]
    assert world.wishes.muted("tanaka") == []


def test_settings_are_kept_and_shown_again() -> None:
    world = told()
    world.press(actions.NUDGE_MUTE, f"{bundle_of(world).id}:1")
    form = world.press(actions.NUDGE_SETTINGS)
    assert values(form) == {
        "pace": "normal",
        "time_1": "09:00",
        "time_2": "",
        "time_3": "",
        "pause": "",
        "unmute": "",
    }
    assert actions.ABSENCE_SHOW in [offer.action for offer in form.offers]
    kept = world.press(
        actions.NUDGE_SETTINGS_SEND,
        pace="fuller",
        time_1="10:00",
        time_2="15:30",
        pause="2026-12-01",
        unmute="encounter/e1",
    )
    assert keys(kept)[0] == "nudge-settings-kept"
    wish = Preference(
        person_id="tanaka", pace=Pace.FULLER, times=(time(10), time(15, 30)), paused_until=date(2026, 12, 1)
    )
    assert world.wishes.preference("tanaka") == wish
    assert world.wishes.muted("tanaka") == []
    again = values(world.press(actions.NUDGE_SETTINGS))
    assert (again["time_2"], again["pause"]) == ("15:30", "2026-12-01")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"pace": "normal", "time_1": "07:00"}, "nudge-settings-outside"),
        ({"pace": "normal", "time_1": "17:30"}, "nudge-settings-outside"),
        ({"pace": "normal", "time_1": "9 o'clock"}, "nudge-settings-unreadable"),
        ({"pace": "often", "time_1": "09:00"}, "nudge-settings-unreadable"),
        ({"pace": "normal", "time_1": "09:00", "pause": "2026-11-24"}, "nudge-settings-past"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_what_was_typed(typed: dict[str, str], fault: str) -> None:
    world = told()
    reply = world.press(actions.NUDGE_SETTINGS_SEND, "-", TANAKA, **typed)
    assert keys(reply)[0] == fault
    assert {name: value for name, value in values(reply).items() if value} == typed
    assert world.wishes.wanted == {}


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ({"pace": "lighter", "time_1": "11:00", "time_2": "13:00"}, (time(11),)),
        ({"pace": "fuller", "time_1": "09:00"}, (time(9), time(13), time(16, 30))),
        ({"pace": "normal"}, (time(9),)),
    ],
)
def test_as_many_times_as_the_pace_has(typed: dict[str, str], times: tuple[time, ...]) -> None:
    world = told()
    world.press(actions.NUDGE_SETTINGS_SEND, "-", TANAKA, **typed)
    assert world.wishes.preference("tanaka").times == times
