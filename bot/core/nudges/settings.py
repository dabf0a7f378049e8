"""What somebody wishes of nudges: how often, when, a pause, and what they want to hear of again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time

from bot.core.actions import NUDGE_SETTINGS_SEND
from bot.core.messages import Choice, Field, Message, Offer, Part, Reply, Said, chosen_of
from bot.core.nudges.models import DEFAULT_TIMES, Pace, Preference
from bot.core.nudges.reading import Reader
from bot.core.nudges.slots import MOST_A_DAY, hours_of
from bot.core.nudges.turns import Subject

PACE, PAUSE, UNMUTE = "pace", "pause", "unmute"
TIMES = ("time_1", "time_2", "time_3")
MOST_MUTED = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What a form asks for, or why it cannot be."""

    preference: Preference | None
    again: tuple[Subject, ...] = ()
    fault: Message | None = None


def as_values(preference: Preference) -> dict[str, str]:
    """What is on record, as the form's fields hold it."""
    values = {PACE: str(preference.pace)}
    values |= {name: f"{one:%H:%M}" for name, one in zip(TIMES, preference.times, strict=False)}
    values[PAUSE] = preference.paused_until.isoformat() if preference.paused_until else ""
    return values


def form(
    values: Mapping[str, str],
    reader: Reader,
    muted: Sequence[tuple[Subject, Message | str]],
    *,
    leave: Sequence[Offer] = (),
    fault: Message | None = None,
) -> Reply:
    """The form, with what is on record or was typed; why it could not be kept stands on top. `muted` are subjects with
    their titles; `leave` leads to one's own days off."""
    parts: list[Part] = [Said(fault)] if fault else []
    start, end = hours_of(reader.member)
    parts.append(Said(Message("nudge-settings-intro", {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"})))
    parts += _fields(values)
    if muted:
        choices = tuple(Choice("/".join(subject), title) for subject, title in muted[:MOST_MUTED])
        label, hint = Message("nudge-settings-muted"), Message("nudge-settings-muted-hint")
        parts.append(Field(name=UNMUTE, label=label, kind="choices", hint=hint, choices=choices, is_required=False))
    submit = Offer(NUDGE_SETTINGS_SEND, "-", Message("nudge-settings-submit"), is_main=True)
    return Reply(title=Message("nudge-settings-title"), parts=tuple(parts), offers=tuple(leave), submit=submit)


def _fields(values: Mapping[str, str]) -> Iterator[Part]:
    paces = tuple(Choice(str(pace), Message(f"nudge-pace-{pace}")) for pace in Pace)
    yield Field(
        name=PACE, label=Message("nudge-settings-pace"), kind="choice", choices=paces, initial=values.get(PACE, "")
    )
    for number, name in enumerate(TIMES, start=1):
        yield Field(
            name=name,
            label=Message("nudge-settings-time" if number == 1 else "nudge-settings-more-time", {"number": number}),
            kind="time",
            initial=values.get(name, ""),
            is_required=number == 1,
        )
    yield Field(
        name=PAUSE,
        label=Message("nudge-settings-pause"),
        kind="date",
        hint=Message("nudge-settings-pause-hint"),
        initial=values.get(PAUSE, ""),
        is_required=False,
    )


def wish_of(values: Mapping[str, str], reader: Reader) -> Wish:
    """What was filled in, checked: known pace, times within the person's hours, a pause that ends in the future."""
    try:
        pace = Pace(values.get(PACE, ""))
        times = sorted({time.fromisoformat(values[name]) for name in TIMES if values.get(name)})
        pause = date.fromisoformat(values[PAUSE]) if values.get(PAUSE) else None
    except ValueError:
        return Wish(None, fault=Message("nudge-settings-unreadable"))
    start, end = hours_of(reader.member)
    if any(not start <= one < end for one in times):
        outside = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        return Wish(None, fault=Message("nudge-settings-outside", outside))
    if pause is not None and pause <= reader.today:
        return Wish(None, fault=Message("nudge-settings-past", {"day": reader.day(pause)}))
    kept = tuple(times[: MOST_A_DAY[pace]]) or DEFAULT_TIMES[pace]
    if pace is Pace.FULLER and len(times) <= 1:
        # Whoever asks for more and names one time gets the usual three.
        kept = DEFAULT_TIMES[pace]
    again = tuple(subject_of(one) for one in chosen_of(values.get(UNMUTE, "")))
    return Wish(Preference(person_id=reader.member.id, pace=pace, times=kept, paused_until=pause), again)


def subject_of(value: str) -> Subject:
    """A subject as a choice of the form holds it."""
    kind, _, id = value.partition("/")
    return kind, id


def said_of(preference: Preference, reader: Reader) -> tuple[Message, ...]:
    """What somebody wishes, in sentences."""
    times = reader.listed([f"{one:%H:%M}" for one in preference.times])
    said = (Message(f"nudge-pace-{preference.pace}"), Message("nudge-times", {"times": times}))
    if preference.paused_until and preference.paused_until > reader.today:
        return (*said, Message("nudge-paused", {"day": reader.day(preference.paused_until)}))
    return said
