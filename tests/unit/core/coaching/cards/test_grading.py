"""A card is as strong as what stands behind it, however much is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from bot.core.coaching.cards.assembly import assemble
from bot.core.coaching.cards.grading import grade_of, kind_of
from bot.core.coaching.cards.models import CardField, Entry, EntryState, EvidenceKind, SubjectKind, ValueCard

NOW = datetime(2026, 11, 20, tzinfo=UTC)


def card(entries: Mapping[CardField, Entry]) -> ValueCard:
    return assemble(
        id="c",
        company_id="aoi",
        walk_id="w",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="metalworking",
        entries=entries,
        by_id="tanaka",
        at=NOW,
    )


def said(words: str) -> Entry:
    return Entry(words=words, state=EntryState.SAID)


@pytest.mark.parametrize(
    ("kind", "grade"),
    [(EvidenceKind.SAID, 1), (EvidenceKind.MEASURED, 2), (EvidenceKind.TESTED, 3), (EvidenceKind.PAID, 4)],
)
def test_the_grade_is_the_kind_of_evidence(kind: EvidenceKind, grade: int) -> None:
    short = card({CardField.EVIDENCE_KIND: said(kind), CardField.EVIDENCE: said("紙")})
    long = card({CardField.EVIDENCE_KIND: said(kind), CardField.EVIDENCE: said("とても詳しい" * 300)})
    assert grade_of(short) == grade_of(long) == grade


def test_evidence_of_no_kind_is_what_somebody_says() -> None:
    assert kind_of(card({CardField.EVIDENCE: said("お客様が喜んでいました")})) is EvidenceKind.SAID
    assert grade_of(card({CardField.EVIDENCE_KIND: said("よくわからない")})) == 0
    assert grade_of(card({CardField.EVIDENCE_KIND: Entry(state=EntryState.UNKNOWN)})) == 0
    assert grade_of(card({})) == 0


def test_a_card_keeps_open_questions_and_nothing_that_was_never_asked() -> None:
    made = card(
        {CardField.WHO: Entry(), CardField.COST: Entry(state=EntryState.UNKNOWN), CardField.SUBJECT: said("  ")}
    )
    assert list(made.entries) == [CardField.SUBJECT, CardField.COST]
    assert made.entry(CardField.SUBJECT).state is EntryState.LATER
    assert made.version == 1
