"""What the history tells of a change beside its kind: which stage, which day, to whom, in whose words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from bot.core.meetings.chat.changes import stage_of
from bot.core.meetings.chat.wording import Reader, short
from bot.core.meetings.models import Change, ChangeKind, Outcome, Reason
from bot.core.messages import Message

_LONGEST = 120
_REASONS, _OUTCOMES = frozenset(map(str, Reason)), frozenset(map(str, Outcome))
_TO_SOMEBODY = frozenset({ChangeKind.REQUESTED, ChangeKind.OWNER})


def more_of(change: Change, reader: Reader, name: Callable[[str | None], str]) -> tuple[Message | str, ...]:
    """Everything of it that its record keeps, in the order in which it is read."""
    return tuple(_told(change, reader, name))


def _told(change: Change, reader: Reader, name: Callable[[str | None], str]) -> Iterator[Message | str]:
    detail = change.detail
    stage = stage_of(change)
    if stage is not None:
        yield stage
    if change.kind == ChangeKind.NAMED and detail.get("named"):
        yield Message(f"meeting-label-{detail['named']}")
    if change.kind in _TO_SOMEBODY and detail.get("to"):
        yield Message("meeting-history-to", {"name": name(detail["to"])})
    yield from _in_a_word(detail)
    yield from _days(change.kind, detail, reader)
    yield from (short(detail[one], _LONGEST) for one in ("step", "note", "lesson") if detail.get(one))
    if detail.get("next"):
        yield Message("meeting-history-next", {"step": short(detail["next"], _LONGEST)})
        yield from _due(detail.get("next_on", ""), detail.get("next_time", ""), reader)


def _in_a_word(detail: Mapping[str, str]) -> Iterator[Message]:
    if detail.get("reason") in _REASONS:
        yield Message(f"meeting-reason-{detail['reason']}")
    if detail.get("outcome") in _OUTCOMES:
        yield Message(f"meeting-outcome-{detail['outcome']}")
    if detail.get("what") in ("met", "telephone", "mail"):
        yield Message(f"meeting-contact-{detail['what']}")


def _days(kind: ChangeKind, detail: Mapping[str, str], reader: Reader) -> Iterator[Message | str]:
    """The day that it is about; a step's with its time."""
    names = {
        ChangeKind.POSTPONED: "to",
        ChangeKind.SLEPT: "to",
        ChangeKind.CONTACT: "on",
        ChangeKind.STEP_SET: "due_on",
    }
    yield from _due(detail.get(names.get(kind, ""), ""), detail.get("due_time", ""), reader)


def _due(on: str, at: str, reader: Reader) -> Iterator[Message | str]:
    """A day of the record, with its time where that is said."""
    if on:
        day = reader.day(date.fromisoformat(on))
        yield Message("meeting-due", {"day": day, "time": at}) if at else day
