"""One question for one sign and one sentence: thanks first, its words quoted, never what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.lexicon import PraiseKind
from bot.core.coaching.listening.models import Sign, SignKind
from bot.core.coaching.listening.reading import CoreKind, Reading
from bot.core.messages import Message


@dataclass(frozen=True, slots=True)
class _Asking:
    """The wording of a first question, and that of a later one, when something was asked already."""

    first: str
    later: str


_PLAIN: Mapping[SignKind, _Asking] = {
    SignKind.TWO_CUSTOMERS: _Asking("hear-two-most", "hear-two-latest"),
    SignKind.NUMBERS_WITHOUT_PERSON: _Asking("hear-number-who", "hear-number-work"),
    SignKind.EMPTY_PRAISE: _Asking("hear-quality-without", "hear-quality-latest"),
    SignKind.OWN_COMPANY_SUBJECT: _Asking("hear-own-whose", "hear-own-latest"),
    SignKind.INDUSTRY_WORDS_ONLY: _Asking("hear-trade-outsider", "hear-trade-child"),
    SignKind.NO_BENEFICIARY: _Asking("hear-who-glad", "hear-who-latest"),
    SignKind.NO_CHANGE: _Asking("hear-change-day", "hear-change-less"),
    SignKind.NO_COMPARISON: _Asking("hear-before-amount", "hear-before-way"),
    SignKind.NO_TODAY_COST: _Asking("hear-today-cost", "hear-today-trouble"),
    SignKind.NO_EVIDENCE: _Asking("hear-proof-tried", "hear-proof-heard"),
}

_PRAISED: Mapping[PraiseKind, _Asking] = {
    PraiseKind.QUALITY: _Asking("hear-quality-without", "hear-quality-latest"),
    PraiseKind.EASE: _Asking("hear-ease-before", "hear-quality-latest"),
    PraiseKind.SPEED: _Asking("hear-speed-wait", "hear-quality-latest"),
    PraiseKind.BREADTH: _Asking("hear-breadth-one", "hear-quality-latest"),
    PraiseKind.ONLY: _Asking("hear-only-others", "hear-quality-latest"),
    PraiseKind.MANNER: _Asking("hear-manner-noticed", "hear-quality-latest"),
    PraiseKind.HISTORY: _Asking("hear-history-latest", "hear-history-asked"),
    PraiseKind.ESTEEM: _Asking("hear-esteem-said", "hear-quality-latest"),
    PraiseKind.PRIDE: _Asking("hear-pride-glad", "hear-own-latest"),
}

_WHO_BY_CORE: Mapping[CoreKind, _Asking] = {
    CoreKind.NUMBER: _Asking("hear-number-who", "hear-number-work"),
    CoreKind.EQUIPMENT: _Asking("hear-machine-who", "hear-who-latest"),
    CoreKind.ABILITY: _Asking("hear-able-who", "hear-who-latest"),
    CoreKind.THING: _Asking("hear-who-glad", "hear-who-latest"),
}

_OF_FIELDS: Mapping[tuple[SignKind, CardField], _Asking] = {
    (SignKind.NO_TODAY_COST, CardField.COST): _Asking("hear-cost-amount", "hear-cost-else"),
    (SignKind.NO_BENEFICIARY, CardField.NOTICES): _Asking("hear-notices-first", "hear-who-latest"),
    (SignKind.NO_BENEFICIARY, CardField.PAYS): _Asking("hear-pays-who", "hear-pays-signs"),
    (SignKind.NUMBERS_WITHOUT_PERSON, CardField.CHANGE): _Asking("hear-number-before", "hear-number-work"),
    (SignKind.NO_CHANGE, CardField.CHANGE): _Asking("hear-change-less", "hear-change-day"),
}

_THEMES: Mapping[SignKind, str] = {
    SignKind.TWO_CUSTOMERS: "who",
    SignKind.NUMBERS_WITHOUT_PERSON: "who",
    SignKind.OWN_COMPANY_SUBJECT: "who",
    SignKind.NO_BENEFICIARY: "who",
    SignKind.INDUSTRY_WORDS_ONLY: "plain words",
    SignKind.EMPTY_PRAISE: "change",
    SignKind.NO_CHANGE: "change",
    SignKind.NO_COMPARISON: "before",
    SignKind.NO_TODAY_COST: "cost",
    SignKind.NO_EVIDENCE: "proof",
    SignKind.NO_FUNCTION: "function",
}
"""What a question is after: two questions in a row are after two things."""


def chosen(signs: Sequence[Sign], asked: Collection[str]) -> Sign:
    """The sign to ask about: one that was not asked about, and after something else, as far as there is one.

    Where all of them count as asked, it is the one that would come second."""
    if asked and all(sign.kind in asked for sign in signs):
        asked = (signs[0].kind,)
    themes = {_THEMES[SignKind(kind)] for kind in asked if kind in _KNOWN}
    left = [sign for sign in signs if sign.kind not in asked]
    return next((sign for sign in left if _THEMES[sign.kind] not in themes), left[0] if left else signs[0])


def question_for(sign: Sign, one: Reading, *, field: CardField | None, asked: Collection[str]) -> Message:
    """The question about a sign of this sentence."""
    asking = _asking(sign, one, field)
    is_about_core = sign.words in (one.own_subject, "") or asking is _PRAISED[PraiseKind.PRIDE]
    words = one.core if is_about_core and one.core else sign.words
    return Message(asking.later if asked else asking.first, {"words": words})


def _asking(sign: Sign, one: Reading, field: CardField | None) -> _Asking:
    if field is not None and (special := _OF_FIELDS.get((sign.kind, field))):
        return special
    if sign.kind is SignKind.EMPTY_PRAISE:
        return _PRAISED[next((each.kind for each in one.praise if each.words == sign.words), PraiseKind.QUALITY)]
    is_gained = any(words and (words in sign.words or sign.words in words) for words in (one.change, one.comparison))
    is_own_gain = one.own_people or (one.own_subject and is_gained)
    if is_own_gain and (one.change or one.comparison) and sign.kind in _ABOUT_WHO:
        return _OWN_GAIN
    counted = [each.words for each in one.numbers if each.counts_customers]
    if sign.kind in _ABOUT_NUMBERS and sign.words in counted:
        return _Asking("hear-count-one", "hear-count-latest")
    if sign.kind is SignKind.NO_BENEFICIARY:
        if sign.words == one.everybody or sign.words in one.markets:
            return _Asking("hear-everybody-one", "hear-everybody-latest")
        return _WHO_BY_CORE[one.core_kind]
    return _PLAIN[sign.kind]


_OWN_GAIN = _Asking("hear-own-beyond", "hear-own-latest")
"""The speaker's own people have it easier: what comes of it for a customer?"""
_ABOUT_WHO = frozenset(
    (
        SignKind.NUMBERS_WITHOUT_PERSON,
        SignKind.OWN_COMPANY_SUBJECT,
        SignKind.NO_BENEFICIARY,
        SignKind.NO_COMPARISON,
        SignKind.NO_TODAY_COST,
    )
)

_ABOUT_NUMBERS = (SignKind.NUMBERS_WITHOUT_PERSON, SignKind.NO_BENEFICIARY, SignKind.NO_CHANGE)
_KNOWN = frozenset(str(kind) for kind in SignKind)
