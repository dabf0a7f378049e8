"""Forms of an encounter: fields that keep what was typed, and reading them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time

from bot.core.messages import Field, Message, Offer, Part, Reply, Said

Typed = Mapping[str, str]


def form(
    title: Message,
    *,
    about: Sequence[Part] = (),
    fields: Iterable[Field],
    submit: Offer,
    typed: Typed | None = None,
    why: Message | None = None,
) -> Reply:
    """A form; with `why` on top and what was typed in its fields where it was sent and could not be used."""
    given = typed or {}
    reasons = (Said(why),) if why else ()
    kept = tuple(_kept(one, given) for one in fields)
    return Reply(title=title, parts=(*reasons, *about, *kept), submit=submit)


def _kept(field: Field, typed: Typed) -> Field:
    value = typed.get(field.name, field.initial)
    if field.kind == "date" and value and _day(value) is None:
        value = ""
    if field.kind == "time" and value and not _time(value):
        value = ""
    return replace(field, initial=value)


@dataclass(frozen=True, slots=True)
class Unread:
    """A field could not be read; `why` says so in its place."""

    why: Message


def day_in(typed: Typed, name: str) -> date | Unread | None:
    """The day of a date field; None where it is empty."""
    value = typed.get(name, "").strip()
    if not value:
        return None
    return _day(value) or Unread(Message("meeting-form-day-unread"))


def time_in(typed: Typed, name: str) -> str | Unread:
    """`HH:MM` of a time field; "" where it is empty."""
    value = typed.get(name, "").strip()
    return _time(value) or Unread(Message("meeting-form-time-unread")) if value else ""


def words_in(typed: Typed, name: str) -> str:
    """The words of a field, trimmed."""
    return typed.get(name, "").strip()


def submit_of(action: str, reference: str, label: Message) -> Offer:
    """What sends a form."""
    return Offer(action, reference, label, is_main=True)


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _time(value: str) -> str:
    try:
        return time.fromisoformat(value).isoformat("minutes")
    except ValueError:
        return ""
