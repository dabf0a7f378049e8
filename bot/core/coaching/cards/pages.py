"""The longer texts of a card, from the same facts: one A4 page, the memo for the own firm, the plan on one page.

What is not known stands there as an open question; what may not be seen is absent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from bot.core.coaching.cards.models import GROUP_OF, CardField, EntryState, FieldGroup, ValueCard
from bot.core.coaching.cards.readiness import gap_sentence, readiness_of
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.texts import rungs_of
from bot.core.coaching.cards.visibility import ALL_GROUPS
from bot.core.coaching.cards.wording import clipped, fact, grade_sentence, label, ticked, use_line, value_of
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


_MEMO: Sequence[tuple[str, Sequence[CardField]]] = (
    ("value-card-memo-why", (CardField.SUBJECT, CardField.WHO, CardField.CHANGE, CardField.EVIDENCE)),
    ("value-card-memo-objections", (CardField.OBJECTIONS,)),
    ("value-card-memo-existing", (CardField.EXISTING,)),
    ("value-card-plan-dependence", (CardField.DEPENDENCE,)),
    ("value-card-memo-next", (CardField.TRY, CardField.TRY_CAP, CardField.OBSTACLES, CardField.MAY_TELL)),
)


def memo(card: ValueCard) -> tuple[Part, ...]:
    """For people of the own firm: why, what will be objected and what is answered, what it does to those who buy
    today, what is left to settle."""
    parts: list[Part] = [Said(Message("value-card-memo-about"))]
    for heading, names in _MEMO:
        parts += _section(card, heading, names)
        if heading == "value-card-memo-why":
            parts.append(Said(grade_sentence(card)))
    return (*parts, *_still_open(card, _MEMO))


_PLAN: Sequence[tuple[str, Sequence[CardField]]] = (
    ("value-card-plan-market", (CardField.MARKET,)),
    ("value-card-plan-value", (CardField.FUNCTION, CardField.LADDER)),
    ("value-card-plan-payer", (CardField.PAYS, CardField.NOTICES)),
    ("value-card-plan-need", (CardField.WHO, CardField.SITUATION, CardField.TODAY, CardField.COST)),
    (
        "value-card-plan-approach",
        (CardField.SUBJECT, CardField.TRY, CardField.TRY_WITH, CardField.TRY_BY, CardField.TRY_CAP),
    ),
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
        parts += _section(card, heading, names)
        if heading == "value-card-plan-benefit":
            parts.append(Said(grade_sentence(card)))
        if heading == "value-card-plan-competition":
            # Doing nothing is what a customer takes most often.
            parts.append(Said(Message("value-card-plan-nothing")))
    return (*parts, Said(gap_sentence(readiness_of(card))), *_still_open(card, _PLAN))


def _section(card: ValueCard, heading: str, names: Sequence[CardField]) -> Iterator[Part]:
    """Facts under their heading; a single one needs no name beside it."""
    yield Headed(Message(heading))
    if len(names) == 1:
        value = value_of(names[0], card.entry(names[0]))
        yield Said(value) if isinstance(value, Message) else Quoted(value)
        return
    for name in names:
        is_ladder = name is CardField.LADDER and rungs_of(card)
        yield from ladder(card) if is_ladder else (fact(card, name),)


def _still_open(card: ValueCard, sections: Sequence[tuple[str, Sequence[CardField]]]) -> Iterator[Part]:
    """How much of the page is not known, asked or not, and the way to write it."""
    entries = ((name, card.entry(name)) for _, names in sections for name in names)
    count = sum(not entry.is_said or is_not_yet(name, entry) for name, entry in entries)
    if count:
        yield Said(Message("value-card-page-open", {"count": count}))


def open_fields(card: ValueCard, *, groups: Collection[FieldGroup] = ALL_GROUPS) -> tuple[CardField, ...]:
    """What was asked and is not known yet, in the order of the card."""
    return tuple(
        name
        for name in CardField
        if GROUP_OF[name] in groups and card.entry(name).state in (EntryState.UNKNOWN, EntryState.LATER)
    )


def _is_wanted(card: ValueCard, name: CardField) -> bool:
    return name not in _OPTIONAL or card.entry(name).state is not EntryState.UNASKED
