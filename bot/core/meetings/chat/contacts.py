"""Who said last that there was a real contact: whoever else is reminded reads from whom the new count comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.models import REAL_CONTACT, Change, ChangeKind, Encounter
from bot.core.messages import Message

_TOLD = REAL_CONTACT - {ChangeKind.CAPTURED}


def contact_by_another(
    changes: Sequence[Change], encounter: Encounter, reader: Reader, name: Callable[[str | None], str]
) -> Message | None:
    """The last real contact, where somebody else than the reader told of it and reminders count from it."""
    last = next((one for one in reversed(changes) if one.kind in _TOLD and not one.is_undone), None)
    if last is None or last.by_id == reader.id:
        return None
    on = _day_of(last, reader)
    if on < encounter.last_contact_on:
        return None
    return Message("meeting-contact-by", {"name": name(last.by_id), "day": reader.day(on)})


def _day_of(change: Change, reader: Reader) -> date:
    """The day that was said, or on which it was told."""
    said = change.detail.get("on", "")
    return date.fromisoformat(said) if said else replace(reader, now=change.at).today
