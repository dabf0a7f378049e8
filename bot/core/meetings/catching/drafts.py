"""A draft as the reference of a button: short JSON, within what a button carries, and never with an @ in it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import Kind
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.meetings.parsing.models import Caught

MOST_UNITS = 2_000
"""What a button's reference holds, in UTF-16 units."""
_NAMES = {
    "i": "id",
    "b": "by_id",
    "f": "firm_id",
    "c": "partner",
    "p": "contact",
    "t": "title",
    "e": "event",
    "w": "topic",
    "n": "next_step",
    "h": "due_time",
    "s": "same_id",
    "g": "for_id",
    "q": "cap",
}
_DAYS = {"o": "met_on", "d": "due_on"}
_LONGEST = {"partner": 120, "contact": 80, "title": 80, "event": 120, "topic": 400, "next_step": 400, "cap": 120}
"""Characters of a field in a button. A form takes more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Draft:
    """A proposal that nobody has clicked yet; it is kept nowhere but in the buttons of its message.

    `id` becomes the encounter's; `by_id` is who typed it. `firm_id` is the firm that a coordinator visited. `same_id`
    is somebody met before (a KnownParty) whom it was said to be; `is_other`: that it is nobody met before.
    `for_id` is for whom a coordinator wrote beside it. `cap` is what a try may cost at most, in words.
    `is_meeting`: the next step counts as a meeting, where it has a day and a time.
    """

    id: str
    by_id: str
    kind: Kind = Kind.MEETING
    firm_id: str | None = None
    partner: str = ""
    contact: str = ""
    title: str = ""
    event: str = ""
    topic: str = ""
    met_on: date | None = None
    next_step: str = ""
    due_on: date | None = None
    due_time: str = ""
    is_meeting: bool = False
    same_id: str = ""
    is_other: bool = False
    for_id: str = ""
    cap: str = ""

    @property
    def is_empty(self) -> bool:
        """Nobody and no firm is named, so that nothing can be kept."""
        return not (self.partner or self.contact or self.firm_id)

    def given(self) -> NewEncounter:
        """As MeetingService takes it."""
        is_visit = self.kind == Kind.SUPPORT_VISIT
        return NewEncounter(
            id=self.id,
            kind=self.kind,
            company_id=self.firm_id if is_visit else None,
            partner=self.partner,
            contact=self.contact,
            title=self.title,
            event=self.event,
            topic=self.topic,
            met_on=self.met_on,
            next_step=self.next_step,
            due_on=self.due_on,
            due_time=self.due_time,
            is_meeting=self.is_meeting,
        )

    @property
    def is_planned_meeting(self) -> bool:
        """The next step is a meeting, and it is known when."""
        return self.is_meeting and self.has_moment

    @property
    def has_moment(self) -> bool:
        """The next step has a day and a time."""
        return bool(self.next_step and self.due_on and self.due_time)


def draft_from(caught: Caught, *, id: str, by_id: str, topic: str = "") -> Draft:
    """What was read from a line."""
    return Draft(
        id=id,
        by_id=by_id,
        partner=caught.company or "",
        contact=caught.person or "",
        title=caught.title or "",
        event=caught.event or "",
        topic=topic,
        met_on=caught.met_on,
        next_step=caught.next_step or "",
        due_on=caught.due_on,
        due_time=f"{caught.due_time:%H:%M}" if caught.due_time else "",
        is_meeting=is_meeting(caught.next_step or ""),
    )


def clipped(draft: Draft) -> Draft:
    """The draft with fields no longer than a button carries, an ellipsis where one goes on."""
    for longest in (1.0, 0.5, 0.25):
        fields: dict[str, Any] = {
            name: _clip(getattr(draft, name), int(most * longest)) for name, most in _LONGEST.items()
        }
        short = replace(draft, **fields)
        if units(_dump(short)) <= MOST_UNITS:
            return short
    nothing: dict[str, Any] = dict.fromkeys(_LONGEST, "")
    return replace(draft, **nothing)


def reference_of(draft: Draft) -> str:
    """The draft as a reference; what does not fit is clipped (see `clipped`)."""
    return _dump(clipped(draft))


def draft_of(reference: str) -> Draft | None:
    """The draft that a reference holds; None for anything else."""
    try:
        read = json.loads(reference)
        return _draft(read) if isinstance(read, dict) else None
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def units(text: str) -> int:
    """Characters as chat platforms count them: one outside the basic plane is two."""
    return len(text) + sum(character > "\uffff" for character in text)


def _dump(draft: Draft) -> str:
    said: dict[str, str] = {short: value for short, name in _NAMES.items() if (value := getattr(draft, name))}
    said |= {short: day.isoformat() for short, name in _DAYS.items() if (day := getattr(draft, name))}
    if draft.kind != Kind.MEETING:
        said["k"] = draft.kind.value
    if draft.is_meeting:
        said["m"] = "y"
    if draft.is_other:
        said["x"] = "y"
    # An @ in a reference parts it from the message in which the button stands.
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).replace("@", "\\u0040")


def _draft(read: Mapping[str, Any]) -> Draft:
    texts = {name: str(read[short]) for short, name in _NAMES.items() if short in read}
    days = {name: date.fromisoformat(str(read[short])) for short, name in _DAYS.items() if short in read}
    values: dict[str, Any] = {**texts, **days}
    kind = Kind(read.get("k", Kind.MEETING))
    return Draft(kind=kind, is_meeting=read.get("m") == "y", is_other=read.get("x") == "y", **values)


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
