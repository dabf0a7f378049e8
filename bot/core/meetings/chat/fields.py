"""Forms of an encounter: fields that keep what was typed, and reading them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeAlias

from bot.core.messages import Field, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Member

Typed = Mapping[str, str]
Handler: TypeAlias = Callable[[Pressed, Member], Reply]
_NEVER_TOO_LONG = 100
"""Characters that fit into every field."""


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
    # What is too long is asked for again, and not cut.
    return replace(field, initial=value, longest=max(field.longest, len(value)))


def too_long(fields: Iterable[Part], typed: Typed) -> Message | None:
    """Which words do not fit into their field; None where all do. Platforms stop people before that, as a rule."""
    for one in fields:
        words = words_in(typed, one.name) if isinstance(one, Field) and one.kind in ("line", "lines") else ""
        if isinstance(one, Field) and len(words) > one.longest:
            start = " ".join(words[:20].split())
            return Message("meeting-form-too-long", {"start": start, "count": len(words), "longest": one.longest})
    return None


def all_measured(handlers: Mapping[str, Handler]) -> Mapping[str, Handler]:
    """The same, with every sent form measured against the form that asked: `x_send` against `x_form`."""
    sent = {action: action.removesuffix("_send") for action in handlers if action.endswith("_send")}
    forms = {action: handlers[f"{name}_form"] for action, name in sent.items() if f"{name}_form" in handlers}
    return {action: measured(forms[action], does) if action in forms else does for action, does in handlers.items()}


def measured(asks: Handler, does: Handler) -> Handler:
    """What a sent form does, where its words fit into the fields of the form that `asks`; else the form once more."""

    def press(pressed: Pressed, member: Member) -> Reply:
        if not any(len(value) > _NEVER_TOO_LONG for value in pressed.values.values()):
            return does(pressed, member)
        asked = asks(replace(pressed, values={}), member)
        why = too_long(asked.parts, pressed.values)
        if why is None:
            return does(pressed, member)
        kept = (_kept(one, pressed.values) if isinstance(one, Field) else one for one in asked.parts)
        return replace(asked, parts=(Said(why), *kept))

    return press


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
