"""What a coordinator wishes of digests: read from a form, and refused kindly."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.core.digests.models import DigestChoice, DigestKind, Scope
from bot.core.digests.settings import as_values, form, said_of, wish_of
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
DAILY = replace(
    CHOSEN, is_daily=True, daily_on=(2, 4), daily_at=time(15, 30), daily_scope=Scope.CHOSEN, daily_firm_ids=("sato",)
)


@pytest.mark.parametrize("choice", [CHOSEN, DAILY, DigestChoice(person_id="takahashi")])
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


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ({"daily_on": ""}, "digest-settings-no-day"),
        ({"daily_on": "2,0"}, "digest-settings-unreadable"),
        ({"daily_on": "x"}, "digest-settings-unreadable"),
        ({"daily_at": "08:59"}, "digest-settings-daily-outside"),
        ({"daily_at": "25:00"}, "digest-settings-unreadable"),
        ({"daily_scope": "every"}, "digest-settings-unreadable"),
        ({"daily_firms": "elsewhere"}, "digest-settings-no-firm"),
    ],
)
def test_what_cannot_be_of_the_daily_one_is_said_where_it_is_wanted(wrong: dict[str, str], key: str) -> None:
    wish = wish_of(as_values(DAILY) | wrong, "takahashi", FIRMS, HOURS)
    assert (wish.choice, wish.fault and wish.fault.key) == (None, key)
    if key != "digest-settings-unreadable":
        assert wish_of(as_values(DAILY) | wrong | {"daily": "no"}, "takahashi", FIRMS, HOURS).choice is not None


def test_a_form_from_before_leaves_the_daily_one_as_the_weekly_one() -> None:
    older = {name: value for name, value in as_values(DAILY).items() if not name.startswith("daily_")}
    choice = wish_of(older, "takahashi", FIRMS, HOURS).choice
    assert choice is not None
    assert choice.is_daily
    assert choice.of(DigestKind.DAILY) == choice


def test_what_is_kept_is_said() -> None:
    keys = [one.key for one in said_of(DAILY)]
    assert keys == [
        "digest-kept-no-weekly",
        "digest-scope-chosen",
        "digest-kept-daily-on",
        "digest-kept-daily-chosen",
        "digest-kept-silent",
    ]


def test_somebody_elses_firm_is_not_kept() -> None:
    wish = wish_of(as_values(CHOSEN) | {"firms": "sato,elsewhere"}, "takahashi", FIRMS, HOURS)
    assert wish.choice is not None
    assert wish.choice.firm_ids == ("sato",)


def test_whoever_has_no_firm_chooses_none() -> None:
    fields = [part.name for part in form(as_values(CHOSEN), [], HOURS).parts if isinstance(part, Field)]
    assert fields == ["weekday", "at", "scope", "daily", "daily_on", "daily_at", "daily_scope", "silent"]
