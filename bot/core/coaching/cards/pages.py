"""The longer texts of a card, from the same facts: one A4 page, the memo for the own firm, the plan on one page.

What is not known stands there as an open question; what may not be seen is absent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.core.coaching.cards.models import GROUP_OF, CardField, EntryState, FieldGroup, ValueCard
from bot.core.coaching.cards.readiness import gap_sentence, readiness_of
from bot.core.coaching.cards.texts import rungs_of
from bot.core.coaching.cards.visibility import ALL_GROUPS
from bot.core.coaching.cards.wording import clipped, fact, grade_sentence, label, ticked, use_line
from bot.core.messages import Fact, Headed, Message, Part, Quoted, Said

_A4: Sequence[tuple[str, Sequence[CardField]]] = (
    ("value-card-a4-benefit", (CardField.WHO, CardField.SITUATION, CardField.CHANGE)),
    ("value-card-a4-today", (CardField.TODAY, CardField.COST, CardField.NOTICES, CardField.PAYS)),
    ("value-card-a4-evidence", (CardField.EVIDENCE, CardField.HOLDER)),
    ("value-card-a4-feature", (CardField.SUBJECT, CardField.FUNCTION)),
    ("value-card-a4-elsewhere", (CardField.ELSEWHERE, CardField.CHALLENGE)),
    ("value-card-a4-try", (CardField.TRY, CardField.TRY_WITH, CardField.TRY_BY, CardField.TRY_CAP)),
)
_OPTIONAL = frozenset({CardField.NOTICES, CardField.HOLDER, CardField.ELSEWHERE, CardField.CHALLENGE})
"""Left out of the page where nobody was asked."""


def a4_page(card: ValueCard, *, groups: Collection[FieldGroup] = ALL_GROUPS) -> tuple[Part, ...]:
    """Benefit, today, evidence, feature, where else, the smallest try."""
    parts: list[Part] = []
    for heading, names in _A4:
        shown = [one for one in names if GROUP_OF[one] in groups and _is_wanted(card, one)]
        if not shown:
            continue
        parts.append(Headed(Message(heading)))
        parts += [fact(card, one) for one in shown]
        if heading == "value-card-a4-evidence":
            parts += [Said(grade_sentence(card)), Said(gap_sentence(readiness_of(card)))]
        if heading == "value-card-a4-feature":
            parts += ladder(card)
        if heading == "value-card-a4-elsewhere":
            parts += [Quoted(use_line(use)) for use in ticked(card)]
    return tuple(parts)


def ladder(card: ValueCard) -> Iterator[Part]:
    """What it is for, rung by rung, from what it does upward."""
    rungs = rungs_of(card)
    if rungs:
        yield Fact(label(CardField.LADDER), clipped(" → ".join(rungs)))


def memo(card: ValueCard) -> tuple[Part, ...]:
    """For people of the own firm: why, what will be objected and what is answered, what it does to those who buy
    today, what is left to settle."""
    return (
        Said(Message("value-card-memo-about")),
        Headed(Message("value-card-memo-why")),
        *(fact(card, one) for one in (CardField.SUBJECT, CardField.WHO, CardField.CHANGE, CardField.EVIDENCE)),
        Said(grade_sentence(card)),
        Headed(Message("value-card-memo-objections")),
        fact(card, CardField.OBJECTIONS),
        Headed(Message("value-card-memo-existing")),
        *(fact(card, one) for one in (CardField.EXISTING, CardField.DEPENDENCE)),
        Headed(Message("value-card-memo-next")),
        *(fact(card, one) for one in (CardField.TRY, CardField.TRY_CAP, CardField.OBSTACLES, CardField.MAY_TELL)),
        *open_questions(card),
    )


_PLAN: Sequence[tuple[str, Sequence[CardField]]] = (
    ("value-card-plan-market", (CardField.MARKET,)),
    ("value-card-plan-value", (CardField.SUBJECT, CardField.FUNCTION)),
    ("value-card-plan-payer", (CardField.PAYS, CardField.NOTICES)),
    ("value-card-plan-need", (CardField.WHO, CardField.SITUATION, CardField.TODAY, CardField.COST)),
    ("value-card-plan-approach", (CardField.TRY, CardField.TRY_WITH, CardField.TRY_BY, CardField.TRY_CAP)),
    ("value-card-plan-benefit", (CardField.CHANGE, CardField.EVIDENCE)),
    ("value-card-plan-competition", (CardField.RIVALS,)),
    ("value-card-plan-obstacles", (CardField.OBSTACLES,)),
    ("value-card-plan-dependence", (CardField.DEPENDENCE,)),
)


def plan(card: ValueCard) -> tuple[Part, ...]:
    """Which market, which value, who pays; need, approach, benefit, competition; what comes before it can be used;
    how much hangs on one customer."""
    parts: list[Part] = []
    for heading, names in _PLAN:
        parts.append(Headed(Message(heading)))
        parts += [fact(card, one) for one in names]
        if heading == "value-card-plan-benefit":
            parts.append(Said(grade_sentence(card)))
        if heading == "value-card-plan-competition":
            # Doing nothing is what a customer takes most often.
            parts.append(Said(Message("value-card-plan-nothing")))
    return (*parts, Said(gap_sentence(readiness_of(card))), *open_questions(card))


def open_fields(card: ValueCard, *, groups: Collection[FieldGroup] = ALL_GROUPS) -> tuple[CardField, ...]:
    """What was asked and is not known yet, in the order of the card."""
    return tuple(
        name
        for name in CardField
        if GROUP_OF[name] in groups and card.entry(name).state in (EntryState.UNKNOWN, EntryState.LATER)
    )


def open_questions(card: ValueCard) -> Iterator[Part]:
    """How many questions are open; nothing where none is."""
    count = len(open_fields(card))
    if count:
        yield Said(Message("value-card-open-count", {"count": count}))


def _is_wanted(card: ValueCard, name: CardField) -> bool:
    return name not in _OPTIONAL or card.entry(name).state is not EntryState.UNASKED
