"""Encounters as JSON, and back: nothing is lost, and nothing that is not known is taken."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.storage.meeting_rows import body_of, encounter_from, encounter_row
from bot.core.meetings.models import Encounter, NextStep, State
from bot.errors import StorageError

_MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
_DAYS = st.dates(date(2020, 1, 1), date(2040, 1, 1))
_WORDS = st.text(max_size=20)
_STEPS = st.builds(NextStep, text=_WORDS, owner_id=_WORDS, due_on=st.none() | _DAYS, due_time=_WORDS)
_ENCOUNTERS = st.builds(
    Encounter,
    **{
        field.name: {
            "datetime": _MOMENTS,
            "datetime | None": st.none() | _MOMENTS,
            "date": _DAYS,
            "date | None": st.none() | _DAYS,
            "str": _WORDS,
            "str | None": st.none() | _WORDS,
            "NextStep | None": st.none() | _STEPS,
            "int": st.integers(1, 10_000),
        }[str(field.type)]
        for field in fields(Encounter)
        if str(field.type) in ("datetime", "datetime | None", "date", "date | None", "str", "str | None", "int")
        or field.name == "next_step"
    },
)
"""Every field of a plain type; the enumerations come from their annotations."""


@given(_ENCOUNTERS, st.sampled_from(State))
def test_an_encounter_comes_back_as_it_was(encounter: Encounter, state: State) -> None:
    one = replace(encounter, state=state)
    assert encounter_from(json.loads(json.dumps(body_of(one), ensure_ascii=False))) == one


@given(st.builds(Encounter, created_at=_MOMENTS, updated_at=_MOMENTS, meets_at=_MOMENTS, ended_at=_MOMENTS))
def test_every_enumeration_comes_back(encounter: Encounter) -> None:
    assert encounter_from(json.loads(json.dumps(body_of(encounter)))) == encounter


def test_what_is_not_known_is_refused_without_its_words() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    one = Encounter(
        id="e",
        company_id=None,
        owner_id="a",
        created_by="a",
        created_at=now,
        updated_at=now,
        last_contact_on=now.date(),
        partner="秘密の会社",
    )
    with pytest.raises(StorageError, match="colour"):
        encounter_from(body_of(one) | {"colour": "red"})
    with pytest.raises(StorageError, match="state") as refused:
        encounter_from(body_of(one) | {"state": "秘密"})
    assert "秘密" not in str(refused.value)


def test_the_columns_say_what_is_searched_by() -> None:
    now = datetime(2026, 11, 20, tzinfo=UTC)
    step = NextStep(text="送る", owner_id="mori")
    one = Encounter(
        id="e",
        company_id="aoi",
        owner_id="a",
        created_by="a",
        created_at=now,
        updated_at=now,
        last_contact_on=now.date(),
        partner="㈱" + "山田" * 200,
        contact="田中さん",
        next_step=step,
    )
    row = encounter_row(one)
    assert (row["next_owner_id"], row["contact_key"]) == ("mori", "田中")
    assert len(row["partner_key"]) == 200
    assert row["partner_key"].startswith("山田")
