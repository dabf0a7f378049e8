"""A proposal as plain values, for `minori meetings parse --json`."""

from __future__ import annotations

from bot.core.meetings.parsing.models import Caught


def values_of(caught: Caught) -> dict[str, str | None]:
    """The line and its eight fields in the order of the contract; ISO dates, HH:MM, None where not said."""
    return {
        "t": caught.text,
        "company": caught.company,
        "person": caught.person,
        "title": caught.title,
        "event": caught.event,
        "met_on": caught.met_on.isoformat() if caught.met_on else None,
        "next_step": caught.next_step,
        "due_on": caught.due_on.isoformat() if caught.due_on else None,
        "due_time": f"{caught.due_time:%H:%M}" if caught.due_time else None,
    }
