"""What digests read of a firm's value cards."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.bootstrap import Library, open_library
from bot.bootstrap_digests import FirmRecords
from bot.bootstrap_meetings import make_meetings
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind, ValueCard
from bot.core.coaching.cards.records import CardVersion, VersionKind
from bot.core.people import Company, Member, Role
from bot.settings import Settings

THEN = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)
LATER = THEN + timedelta(days=10)
FIRM = Company(id="aoi", name="あおい", coordinator_id="k")
COORDINATOR = Member(id="k", address="UK", name="佐藤", roles=frozenset({Role.COORDINATOR}))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(Settings(data_dir=tmp_path / "minori-data")) as library:
        yield library


def said(words: str, at: datetime) -> Entry:
    return Entry(words=words, state=EntryState.SAID, by_id="m", at=at)


def test_a_change_in_what_a_firm_keeps_to_itself_is_no_move_of_what_its_coordinator_sees(library: Library) -> None:
    card = ValueCard(
        id="c1",
        company_id=FIRM.id,
        walk_id="w1",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="food",
        version=1,
        by_id="m",
        at=LATER,
        entries={CardField.SUBJECT: said("減塩みそ", THEN), CardField.OBSTACLES: said("ひみつ", LATER)},
        reach={FieldGroup.VALUE: Reach.COORDINATOR},
        confirmed_by="m",
    )
    version = CardVersion(
        card_id="c1", number=1, kind=VersionKind.MADE, by_id="m", at=LATER, entries=card.entries, walked=card.entries
    )
    library.database.value_cards.add(card, version=version)
    records = FirmRecords(library, make_meetings(library).service)
    (shown,) = records.cards(COORDINATOR, [FIRM], since=THEN)
    assert (shown.name, shown.moved_at) == ("減塩みそ", THEN)
