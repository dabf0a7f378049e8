"""Encounters and questions as rows, as far as their firms share them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.figures.ordering import by_name
from bot.core.figures.periods import Period
from bot.core.figures.records import Asked, Case
from bot.core.figures.tables import Cell, Column, Sheet
from bot.core.messages import Message

ENCOUNTER_COLUMNS = (
    Column("id", 34),
    Column("firm", 24),
    Column("kind", 12),
    Column("state", 12),
    Column("stage", 14),
    Column("wall", 20),
    Column("met_on", 12),
    Column("last_contact_on", 12),
    Column("meets_on", 12),
    Column("next_step_on", 12),
    Column("next_step_time", 8),
    Column("decision_on", 12),
    Column("outcome", 10),
    Column("ended_on", 12),
    Column("ending", 16),
    Column("sharing", 20),
    Column("event", 20),
    Column("partner", 24),
    Column("contact", 16),
    Column("topic", 24),
    Column("goal", 24),
    Column("next_step", 24),
    Column("learned", 24),
    Column("lesson", 24),
    Column("success_measure", 20),
    Column("owner", 16),
)
QUESTION_COLUMNS = (
    Column("id", 34),
    Column("firm", 24),
    Column("on", 12),
    Column("answer", 20),
    Column("by_person", 14),
)


def in_period(cases: Iterable[Case], period: Period) -> list[Case]:
    """What has to do with a period: begun or last touched in it, or a day of it ahead; by firm and beginning."""
    found = [one for one in cases if any(day in period for day in days_of(one))]
    return sorted(found, key=lambda one: (by_name(one.firm), one.began_on, one.id))


def days_of(case: Case) -> tuple[date | None, ...]:
    """The days that an encounter has."""
    return (
        case.began_on,
        case.met_on,
        case.last_contact_on,
        case.meets_on,
        case.step_on,
        case.decision_on,
        case.ended_on,
    )


def encounters_sheet(cases: Sequence[Case]) -> Sheet:
    """Each encounter and support visit in a row."""
    rows = tuple((*_outline(one), *_words(one)) for one in cases)
    return Sheet(name="encounters", title=Message("figures-sheet-encounters"), columns=ENCOUNTER_COLUMNS, rows=rows)


def questions_sheet(asked: Iterable[Asked], period: Period) -> Sheet:
    """Each question with how it ended; never its words."""
    kept = sorted((one for one in asked if one.on in period), key=lambda one: (by_name(one.firm), one.on, one.id))
    rows = tuple((one.id, one.firm, one.on, Message(f"figures-answer-{one.state}"), _by_person(one)) for one in kept)
    return Sheet(name="questions", title=Message("figures-sheet-questions"), columns=QUESTION_COLUMNS, rows=rows)


def kind_of(case: Case) -> Message:
    """An encounter, or a support visit."""
    return Message("pack-kind-visit" if case.is_visit else "pack-kind-meeting")


def _by_person(one: Asked) -> Cell:
    return Message("figures-yes") if one.is_answered else None


def _outline(one: Case) -> tuple[Cell, ...]:
    return (
        one.id,
        one.firm,
        kind_of(one),
        Message(f"figures-state-{one.state}"),
        None if one.is_visit else Message(f"meeting-stage-{one.stage}"),
        Message(f"figures-at-{one.wall}") if one.wall else None,
        one.met_on,
        one.last_contact_on,
        one.meets_on,
        one.step_on,
        one.step_time or None,
        one.decision_on,
        # Neither is a date, a stage or a wall.
        Message(f"meeting-outcome-{one.outcome}") if one.outcome and one.words else None,
        one.ended_on,
        Message(f"figures-ending-{one.ending}") if one.ending and one.words else None,
        Message("figures-shares-words" if one.words else "figures-shares-outline"),
    )


def _words(one: Case) -> tuple[Cell, ...]:
    said = one.words
    if said is None:
        return (None,) * 10
    return (
        said.event,
        said.partner,
        said.contact,
        said.topic,
        said.goal,
        said.next_step,
        said.learned,
        said.lesson,
        said.measure,
        said.owner,
    )
