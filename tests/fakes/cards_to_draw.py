"""Value cards to draw: whole, empty, extreme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.cards.models import (
    CardField,
    Decision,
    Entry,
    EntryState,
    FieldGroup,
    Reach,
    SubjectKind,
    Use,
    UseSource,
    ValueCard,
)
from bot.core.coaching.cards.sheet import CardSheet
from bot.core.coaching.cards.sheet_wording import card_sheet
from bot.core.messages import Locale, Message, Say
from bot.resources import prompts_folder

AT = datetime(2026, 11, 20, 22, 0, tzinfo=UTC)
"""The 21st in Japan."""
ON = date(2026, 11, 21)
FIRM = "株式会社山田製作所"
_SENTENCES = FluentSentences(prompts_folder() / "sentences", strict=True)

WHOLE: Mapping[CardField, str] = {
    CardField.SUBJECT: "薄板ステンレスの歪みとり",
    CardField.WHO: "食品機械メーカーの組立担当の方",
    CardField.SITUATION: "先月、納入先でカバーが閉まらなかった。",
    CardField.FUNCTION: "薄い板を平らに保つ",
    CardField.LADDER: "薄い板を平らに保つ\n削り合わせをなくす\n約束した日に出荷する",
    CardField.CHANGE: "合わせ作業が、8時間から30分になる",
    CardField.TODAY: "現場で削って合わせる",
    CardField.COST: "月に32時間",
    CardField.EVIDENCE: "お客様の工場で12台を測った",
    CardField.EVIDENCE_KIND: "tested",
    CardField.HOLDER: "生産技術課 髙﨑様",
    CardField.CHALLENGE: "熟練者の減少",
    CardField.TRY: "カバー4枚を納める",
    CardField.TRY_WITH: "組立課の方",
    CardField.TRY_BY: "2026年12月18日",
    CardField.TRY_CAP: "5万円まで",
    CardField.MAY_TELL: "お名前は伏せる",
    CardField.TRL: "8",
    CardField.CRL: "3",
}
USE = Use(
    id="use",
    source=UseSource.FIELD,
    reference="field",
    name="半導体製造装置のカバー",
    suffers="",
    reason="熱で歪む板に同じはたらきが役立つ",
    decision=Decision.TICKED,
)
_PLAIN = {CardField.EVIDENCE_KIND, CardField.TRL, CardField.CRL}


def card(
    words: Mapping[CardField, str] = WHOLE,
    *,
    unknown: tuple[CardField, ...] = (),
    uses: tuple[Use, ...] = (USE,),
    reach: Mapping[FieldGroup, Reach] | None = None,
) -> ValueCard:
    """A card that says these words."""
    entries = {name: Entry(words=said, state=EntryState.SAID, by_id="person", at=AT) for name, said in words.items()}
    entries |= {name: Entry(state=EntryState.UNKNOWN) for name in unknown}
    return ValueCard(
        id="card",
        company_id="firm",
        walk_id="walk",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="metalworking",
        version=3,
        by_id="person",
        at=AT,
        entries=entries,
        uses=uses,
        reach=reach or {},
        confirmed_by="person",
    )


def filled(words: str) -> ValueCard:
    """A card in which every field says the same."""
    plain = {name: said for name, said in WHOLE.items() if name in _PLAIN}
    return card({**dict.fromkeys(CardField, words), **plain})


def say_in(locale: Locale) -> Say:
    """The real sentences, strict."""

    def say(message: Message) -> str:
        return _SENTENCES.say(message, locale=locale)

    return say


def sheet_of(shown: ValueCard, *, locale: Locale = "ja", firm: str = FIRM, audience: Reach = Reach.FIRM) -> CardSheet:
    """Its page."""
    return card_sheet(shown, firm=firm, say=say_in(locale), audience=audience, on=ON)
