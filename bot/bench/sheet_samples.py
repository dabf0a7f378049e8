"""Two cards of our own to measure with: one as people tell it, one in which every answer has 2,000 characters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.core.coaching.cards.models import (
    CardField,
    Decision,
    Entry,
    EntryState,
    SubjectKind,
    Use,
    UseSource,
    ValueCard,
)
from bot.core.people import Company

AT = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
FIRM = Company(id="firm", name="株式会社山田製作所")
LONGEST = 2_000

_WORDS: Mapping[CardField, str] = {
    CardField.SUBJECT: "薄板ステンレスの歪みとり（熟練者の手当て）",
    CardField.WHO: "食品機械メーカーの組立担当の方",
    CardField.SITUATION: "先月、納入先でカバーが閉まらず、三人がかりで半日かけて削り合わせていました。",
    CardField.FUNCTION: "薄い板を平らに保つ",
    CardField.LADDER: "薄い板を平らに保つ\n組立のときの削り合わせをなくす\n約束した日に機械を出荷する",
    CardField.CHANGE: "1台あたりの合わせ作業が、8時間から30分になります。",
    CardField.TODAY: "現場で削って合わせるか、歪んだ板を作り直しています。",
    CardField.COST: "1台あたり8時間、月に4台で32時間。出荷の遅れが年に3回。",
    CardField.EVIDENCE: "昨年9月、お客様の工場で12台に使っていただき、合わせ作業の時間を測りました。",
    CardField.EVIDENCE_KIND: "tested",
    CardField.HOLDER: "食品機械メーカー 生産技術課",
    CardField.CHALLENGE: "熟練者が減るなかで、組立の品質を保つこと",
    CardField.TRY: "次の1台分のカバー4枚を納め、合わせる時間を測っていただく",
    CardField.TRY_WITH: "組立課の方",
    CardField.TRY_BY: "2026年12月18日",
    CardField.TRY_CAP: "板代込みで5万円まで",
    CardField.MAY_TELL: "お客様のお名前は伏せる。時間の数字は話してよい。",
    CardField.TRL: "8",
    CardField.CRL: "3",
}
_USES = (
    (
        "半導体製造装置のカバー",
        "「薄い板が熱で歪み、合わせ直しに時間がかかる」ところに、同じはたらきが役立ちそうです。",
    ),
    ("移動式の厨房車", "振動で扉が閉まらなくなるところに、平らさを保つはたらきが合いそうです。"),
)
_KEPT = {CardField.EVIDENCE_KIND, CardField.TRL, CardField.CRL}


def typical_card() -> ValueCard:
    """Every field answered in a sentence or two."""
    return _card(_WORDS)


def long_card() -> ValueCard:
    """Every answer as long as answers may be."""
    return _card({name: words if name in _KEPT else _stretched(words) for name, words in _WORDS.items()})


def numbered(card: ValueCard, number: int) -> ValueCard:
    """Another card of the same length: what was drawn before helps nothing."""
    entries = {
        name: entry if name in _KEPT else replace(entry, words=f"{number}：{entry.words}"[:LONGEST])
        for name, entry in card.entries.items()
    }
    return replace(card, entries=entries)


def _stretched(words: str) -> str:
    return (words * (LONGEST // len(words) + 1))[:LONGEST]


def _card(words: Mapping[CardField, str]) -> ValueCard:
    uses = tuple(
        Use(
            id=str(number),
            source=UseSource.FIELD,
            reference=str(number),
            name=name,
            suffers="",
            reason=reason,
            decision=Decision.TICKED,
        )
        for number, (name, reason) in enumerate(_USES)
    )
    return ValueCard(
        id="card",
        company_id=FIRM.id,
        walk_id="walk",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="metalworking",
        version=3,
        by_id="person",
        at=AT,
        entries={name: Entry(words=said, state=EntryState.SAID) for name, said in words.items()},
        uses=uses,
        confirmed_by="person",
    )
