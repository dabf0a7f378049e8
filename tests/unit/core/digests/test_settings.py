"""What a coordinator wishes of digests: read from a form, and refused kindly."""

from __future__ import annotations

from datetime import time

import pytest

from bot.core.digests.models import DigestChoice, Scope
from bot.core.digests.settings import as_values, form, wish_of
from bot.core.messages import Field
from tests.unit.core.digests.house import firm

HOURS = (time(9), time(17, 30))
FIRMS = [firm("yamada"), firm("sato")]
CHOSEN = DigestChoice(
    person_id="takahashi",
    weekly_on=None,
    at=time(13),
    is_daily=False,
    silent_days=45,
    scope=Scope.CHOSEN,
    firm_ids=("sato", "yamada"),
)


@pytest.mark.parametrize("choice", [CHOSEN, DigestChoice(person_id="takahashi")])
def test_what_is_shown_is_read_back(choice: DigestChoice) -> None:
    assert wish_of(as_values(choice), "takahashi", FIRMS, HOURS).choice == choice


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"weekday": "8"}, "digest-settings-unreadable"),
        ({"weekday": "x"}, "digest-settings-unreadable"),
        ({"at": ""}, "digest-settings-unreadable"),
        ({"at": "08:59"}, "digest-settings-outside"),
        ({"at": "17:30"}, "digest-settings-outside"),
        ({"silent": "6"}, "digest-settings-silent-wrong"),
        ({"silent": "366"}, "digest-settings-silent-wrong"),
        ({"silent": "9" * 5000}, "digest-settings-silent-wrong"),
        ({"silent": "-7"}, "digest-settings-silent-wrong"),
        ({"scope": "every"}, "digest-settings-unreadable"),
        ({"firms": "elsewhere"}, "digest-settings-no-firm"),
    ],
)
def test_what_cannot_be_is_said(wrong: dict[str, str], key: str) -> None:
    wish = wish_of(as_values(CHOSEN) | wrong, "takahashi", FIRMS, HOURS)
    assert (wish.choice, wish.fault and wish.fault.key) == (None, key)


def test_somebody_elses_firm_is_not_kept() -> None:
    wish = wish_of(as_values(CHOSEN) | {"firms": "sato,elsewhere"}, "takahashi", FIRMS, HOURS)
    assert wish.choice is not None
    assert wish.choice.firm_ids == ("sato",)


def test_whoever_has_no_firm_chooses_none() -> None:
    fields = [part.name for part in form(as_values(CHOSEN), [], HOURS).parts if isinstance(part, Field)]
    assert fields == ["weekday", "at", "daily", "silent", "scope"]
