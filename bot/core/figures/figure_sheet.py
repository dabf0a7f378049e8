"""The numbers as one long table: all together, and by firm, by event and by month, each with its interval."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import TypeAlias

from bot.core.figures.intervals import Share
from bot.core.figures.ordering import by_name
from bot.core.figures.parts import Parts
from bot.core.figures.periods import Period
from bot.core.figures.reckoning import Figures, Reckoning, figures_of
from bot.core.figures.records import ANSWER_STATES, Held
from bot.core.figures.tables import Cell, Column, Sheet
from bot.core.figures.wording import share_in_words
from bot.core.messages import Message

COLUMNS = (
    Column("by", 12),
    Column("group", 24),
    Column("measure", 22),
    Column("item", 22),
    Column("step", 8),
    Column("hits", 8),
    Column("of", 8),
    Column("share", 8, is_share=True),
    Column("low", 10, is_share=True),
    Column("high", 10, is_share=True),
    Column("on_the_way", 12),
    Column("ended", 10),
    Column("median_days", 12),
    Column("oldest_days", 12),
    Column("in_words", 40),
)
Row: TypeAlias = tuple[Cell, ...]


def figures_sheet(held: Held, period: Period, *, now: datetime, today: date) -> Sheet:
    """Rows of which there is nothing to count are there for all together only. Firms stand by their names."""
    whole = Reckoning(held, now=now, today=today)
    rows = list(_rows("all", "", whole.figures(period), keeps_empty=True))
    for by, group, some in _groups(held):
        rows += _rows(by, group, figures_of(some, period, now=now, today=today), keeps_empty=False)
    for month in period.months():
        rows += _rows("month", f"{month.first:%Y-%m}", whole.figures(month), keeps_empty=False)
    return Sheet(name="figures", title=Message("figures-sheet-figures"), columns=COLUMNS, rows=tuple(rows))


def _groups(held: Held) -> Iterator[tuple[str, str, Held]]:
    parts = Parts(held)
    for firm in sorted(parts.firms, key=by_name):
        yield "firm", firm, parts.of_firm(firm)
    for event in sorted(parts.events):
        yield "event", event, parts.of_event(event)


def _rows(by: str, group: str, found: Figures, *, keeps_empty: bool) -> Iterator[Row]:
    head = (Message(f"figures-by-{by}"), group)
    measured = [
        *_goals(found),
        *_steps(found),
        *(_stalls(found) if by != "month" else ()),
        *_reminders(found),
        *_answers(found),
    ]
    for is_there, row in measured:
        if is_there or keeps_empty:
            yield (*head, *row)


def _goals(found: Figures) -> Iterator[tuple[bool, Row]]:
    goals, measure = found.goals, Message("figures-goals")
    yield bool(goals.hit.of), _row(measure, Message("meeting-outcome-met"), goals.hit)
    for name, count in (("partly", goals.partly), ("not_met", goals.not_met)):
        yield bool(count), _row(measure, Message(f"meeting-outcome-{name}"), Share(count, goals.hit.of))
    yield bool(goals.not_recorded), _count(measure, Message("figures-not-recorded"), goals.not_recorded)


def _steps(found: Figures) -> Iterator[tuple[bool, Row]]:
    yield bool(found.cases), _count(Message("figures-began"), Message("figures-encounters"), found.cases)
    for one in found.steps:
        row = _row(
            Message("figures-steps"),
            Message(f"meeting-stage-{one.stage}"),
            one.share,
            rest=(one.on_the_way, one.ended, one.median_days, None),
        )
        yield bool(one.share.of), row


def _stalls(found: Figures) -> Iterator[tuple[bool, Row]]:
    for one in found.stalls:
        rest = (None, None, one.median_age, one.oldest)
        yield (
            bool(one.count),
            _count(Message("figures-stalls"), Message(f"figures-at-{one.wall}"), one.count, rest=rest),
        )


def _reminders(found: Figures) -> Iterator[tuple[bool, Row]]:
    for one in found.reminders:
        item = Message(f"nudge-matter-{one.matter}")
        yield (
            True,
            _row(Message("figures-reminders"), item, one.share, step=one.step, rest=(one.open, None, None, None)),
        )


def _answers(found: Figures) -> Iterator[tuple[bool, Row]]:
    total = sum(found.answers.values())
    for state in ANSWER_STATES:
        count = found.answers.get(state, 0)
        yield bool(count), _row(Message("figures-answers"), Message(f"figures-answer-{state}"), Share(count, total))
    handed = found.answers.get("handed_over", 0)
    answered = Share(min(found.answered_by_person, handed), handed)
    yield bool(handed), _row(Message("figures-answers"), Message("figures-answer-by-person"), answered)


def _row(measure: Message, item: Message, share: Share, *, step: int | None = None, rest: Row = (None,) * 4) -> Row:
    low, high = share.interval or (None, None)
    said = share_in_words(share)
    of_one = share.hits / share.of if share.of else None
    return (measure, item, step, share.hits, share.of, of_one, low, high, *rest, said)


def _count(measure: Message, item: Message, count: int, *, rest: Row = (None,) * 4) -> Row:
    return (measure, item, None, count, None, None, None, None, *rest, Message("figures-count", {"count": count}))
