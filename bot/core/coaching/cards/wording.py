"""What several views of a card share: the names of its fields, what stands where nothing is known."""

from __future__ import annotations

from datetime import date

from bot.core.coaching.cards.grading import grade_of, kind_of
from bot.core.coaching.cards.models import (
    CardField,
    Decision,
    Entry,
    EntryState,
    EvidenceKind,
    FieldGroup,
    Reach,
    Use,
    ValueCard,
)
from bot.core.coaching.cards.speech import cut_at_boundary, said
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.visibility import name_of_card
from bot.core.messages import Argument, Fact, Message

LONGEST = 400
"""Characters of one field in a message or a sheet; the form shows all of it."""


def label(name: CardField) -> Message:
    """The name of a field."""
    return Message(f"value-card-label-{name}")


def group_label(group: FieldGroup) -> Message:
    """The name of a group of fields."""
    return Message(f"value-card-group-{group}")


def reach_label(reach: Reach) -> Message:
    """Who may see a group."""
    return Message(f"value-card-reach-{reach}")


def title_of(card: ValueCard) -> Message:
    """What the card is about."""
    name = name_of_card(card)
    return Message("value-card-title", {"name": clipped(name, 60)}) if name else Message("value-card-title-unnamed")


def clipped(words: str, most: int = LONGEST) -> str:
    """The beginning of somebody's words, with … at the end of a clause or a word where there is more."""
    return cut_at_boundary(words.strip(), most)


def value_of(name: CardField, entry: Entry, *, most: int = LONGEST) -> Message | str:
    """What is known of a field; an open question is said to be one."""
    if entry.is_said:
        words = entry.words.strip()
        day = _day(words) if name is CardField.TRY_BY else None
        if day is not None:
            return _day_said(day)
        if is_not_yet(name, entry):
            return not_yet(entry, most=most)
        is_kind = name is CardField.EVIDENCE_KIND and words in {str(one) for one in EvidenceKind}
        return Message(f"value-card-kind-{words}") if is_kind else clipped(words, most)
    states = {EntryState.UNKNOWN: "value-card-unknown", EntryState.LATER: "value-card-later"}
    return Message(states.get(entry.state, "value-card-unasked"))


def not_yet(entry: Entry, *, most: int = LONGEST) -> Message:
    """For the firm's own reader: what was said, and that it is not in a customer's terms yet."""
    return Message("value-card-not-yet", {"words": clipped(said(entry.words), most)})


def _day(words: str) -> date | None:
    """A day is kept as YYYY-MM-DD; whatever else was said of it stays as it is."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _day_said(day: date) -> Message:
    """2026年12月18日（金）, or Fri 18 Dec 2026."""
    parts: dict[str, Argument] = {"month": day.month, "day": day.day, "weekday": day.isoweekday()}
    return Message("value-card-day", {"year": str(day.year), **parts})


def fact(card: ValueCard, name: CardField, *, most: int = LONGEST) -> Fact:
    """A field with its name."""
    return Fact(label(name), value_of(name, card.entry(name), most=most))


def grade_sentence(card: ValueCard) -> Message:
    """The grade with what stands behind it."""
    kind = kind_of(card)
    if kind is None:
        return Message("value-card-grade-none")
    return Message(f"value-card-grade-{kind}", {"grade": grade_of(card)})


def use_line(use: Use) -> str:
    """A ticked use in one line."""
    return f"{clipped(use.name, 80)}（{clipped(use.reason, 120)}）" if use.reason else clipped(use.name, 80)


def ticked(card: ValueCard) -> tuple[Use, ...]:
    """The uses that somebody of the firm ticked."""
    return tuple(use for use in card.uses if use.decision is Decision.TICKED)
