"""The ten checks. Each returns the words that show its sign, "" where it does not.

Whether a sentence is specification talk at all is weighed once, in `japanese.py` and `english.py`. A sentence that says
value shows no sign when it is heard alone: that it has no evidence or no cost yet only weakens it. Of specification
talk every check is asked. An answer to a question of the walk is checked for what fits that question, and for that
alone: nobody who was asked "who?" is asked for numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.lexicon import PraiseKind
from bot.core.coaching.listening.models import Sign, SignKind
from bot.core.coaching.listening.reading import Reading

_PRIZE = re.compile("賞|表彰|連続")
Check = Callable[[Reading], str]


def two_customers(one: Reading) -> str:
    """Two or more markets in one breath; two people of one value are none."""
    return "" if one.is_value or len(one.markets) < 2 else one.markets[0]


def numbers_without_person(one: Reading) -> str:
    """An amount, and nobody to whom anything happens; years of history are praise and no amount."""
    if one.is_value or one.beneficiaries or not one.numbers:
        return ""
    if any(each.kind is PraiseKind.HISTORY and one.numbers[0].words in each.words for each in one.praise):
        return ""
    amount = one.numbers[0].words
    if any(each.kind is PraiseKind.HISTORY and each.words in amount for each in one.praise):
        return ""
    if any(each.kind is PraiseKind.ESTEEM and (each.words in amount or _PRIZE.search(amount)) for each in one.praise):
        return ""
    is_pair = not set(",、") & set(one.comparison) and any(each.words in one.comparison for each in one.numbers[1:])
    return one.comparison if is_pair else one.numbers[0].words


def empty_praise(one: Reading) -> str:
    """Praise, and nothing that it is set beside."""
    return "" if one.is_value or one.comparison or not one.praise else one.praise[0].words


def own_company_subject(one: Reading) -> str:
    """The speaker's firm, or what it has, is who the sentence is about."""
    return "" if one.is_value else one.own_subject


def no_beneficiary(one: Reading) -> str:
    """Nobody, everybody, or customers who only receive the offer."""
    if one.is_value or one.beneficiaries:
        return ""
    return one.everybody or (one.markets[0] if one.markets else "") or one.core


def industry_words_only(one: Reading) -> str:
    """Nouns of the trade, and no other noun that says anything."""
    return one.trade_words[0] if one.trade_words and not one.has_other_words and not one.beneficiaries else ""


def no_change(one: Reading) -> str:
    """Nothing becomes less or more."""
    return "" if one.is_value or one.change or one.comparison else one.core


def no_comparison(one: Reading) -> str:
    """A change without what it was before."""
    return "" if one.comparison or not one.change else one.change


def no_today_cost(one: Reading) -> str:
    """A change or an advantage, and nothing of what today's way costs."""
    return "" if one.cost or not (one.change or one.comparison) else one.change or one.comparison


def no_evidence(one: Reading) -> str:
    """Something is claimed (praise, a change, an amount beside another), and nothing stands behind it."""
    claimed = one.praise[0].words if one.praise else one.change or one.comparison
    return "" if one.evidence else claimed


CHECKS: Mapping[SignKind, Check] = {
    SignKind.TWO_CUSTOMERS: two_customers,
    SignKind.NUMBERS_WITHOUT_PERSON: numbers_without_person,
    SignKind.EMPTY_PRAISE: empty_praise,
    SignKind.OWN_COMPANY_SUBJECT: own_company_subject,
    SignKind.INDUSTRY_WORDS_ONLY: industry_words_only,
    SignKind.NO_BENEFICIARY: no_beneficiary,
    SignKind.NO_CHANGE: no_change,
    SignKind.NO_COMPARISON: no_comparison,
    SignKind.NO_TODAY_COST: no_today_cost,
    SignKind.NO_EVIDENCE: no_evidence,
}
"""Every check, the weightiest first: of several signs the first is asked about."""


def signs_alone(one: Reading) -> tuple[Sign, ...]:
    """The signs of a sentence that answers no question; none where it says value."""
    if one.is_value:
        return ()
    found = tuple(Sign(kind, words) for kind, check in CHECKS.items() if (words := check(one)))
    return found or (Sign(SignKind.NO_BENEFICIARY, one.core),)


def signs_of_answer(one: Reading, field: CardField) -> tuple[Sign, ...]:
    """The signs of an answer to the question that fills a field."""
    checks = _OF_ANSWERS.get(field, {})
    return tuple(Sign(kind, words) for kind, check in checks.items() if (words := check(one)))


def _nobody(one: Reading) -> str:
    """An answer to "who?" that names nobody. Nouns alone name somebody, known to us or not."""
    if one.everybody:
        return one.everybody
    if one.beneficiaries or one.markets or (one.is_fragment and not one.numbers and not one.praise):
        return ""
    return one.core


def _own_instead(one: Reading) -> str:
    return "" if one.beneficiaries or one.markets else one.own_subject


def _several(one: Reading) -> str:
    """More than one market, where one was asked for."""
    return one.markets[0] if len(one.markets) > 1 else ""


def _same_as_before(one: Reading) -> str:
    return "" if one.change or one.comparison or len(one.numbers) > 1 else one.core


def _alone(one: Reading) -> str:
    """A change without its before."""
    return "" if one.comparison or len(one.numbers) > 1 or not one.change else one.change


def _number_alone(one: Reading) -> str:
    """A number, and nothing that changes by it."""
    return (
        one.numbers[0].words
        if len(one.numbers) == 1 and not (one.change or one.comparison or one.beneficiaries)
        else ""
    )


def _praised(one: Reading) -> str:
    """Praise in place of an answer: beside an amount, a person or a change it does no harm."""
    return (
        ""
        if one.beneficiaries or one.change or one.comparison or one.numbers or not one.praise
        else one.praise[0].words
    )


def _uncounted(one: Reading) -> str:
    return "" if one.cost or one.numbers else one.core


def _unproved(one: Reading) -> str:
    return "" if one.evidence or one.numbers or one.beneficiaries or one.markets else one.core


_WHO: Mapping[SignKind, Check] = {
    SignKind.TWO_CUSTOMERS: _several,
    SignKind.OWN_COMPANY_SUBJECT: _own_instead,
    SignKind.NO_BENEFICIARY: _nobody,
}
_PLAIN: Mapping[SignKind, Check] = {SignKind.EMPTY_PRAISE: _praised}

_OF_ANSWERS: Mapping[CardField, Mapping[SignKind, Check]] = {
    CardField.WHO: _WHO,
    CardField.LISTENER: _WHO,
    CardField.NOTICES: {SignKind.NO_BENEFICIARY: _nobody},
    CardField.PAYS: {SignKind.NO_BENEFICIARY: _nobody},
    CardField.SITUATION: {SignKind.OWN_COMPANY_SUBJECT: _own_instead, SignKind.EMPTY_PRAISE: _praised},
    CardField.FUNCTION: _PLAIN,
    CardField.CHANGE: {
        SignKind.NUMBERS_WITHOUT_PERSON: _number_alone,
        SignKind.EMPTY_PRAISE: _praised,
        SignKind.NO_CHANGE: _same_as_before,
        SignKind.NO_COMPARISON: _alone,
    },
    CardField.TODAY: {SignKind.OWN_COMPANY_SUBJECT: _own_instead, SignKind.EMPTY_PRAISE: _praised},
    CardField.COST: {SignKind.NO_TODAY_COST: _uncounted},
    CardField.EVIDENCE: {SignKind.EMPTY_PRAISE: _praised, SignKind.NO_EVIDENCE: _unproved},
    CardField.REFRAMED: {SignKind.INDUSTRY_WORDS_ONLY: lambda one: one.trade_words[0] if one.trade_words else ""},
    CardField.CHALLENGE: _PLAIN,
    CardField.RIVALS: _PLAIN,
    CardField.MARKET: _PLAIN,
}
"""What fits which question; of other fields everything is accepted as it is said."""
