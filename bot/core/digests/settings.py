"""What a coordinator wishes of digests: the form, and reading it back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from bot.core import actions
from bot.core.digests.models import DEFAULT_SILENT_DAYS, MONDAY, DigestChoice, Scope
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said, chosen_of
from bot.core.people import Company

WEEKDAY, AT, DAILY, SILENT, SCOPE, FIRMS = "weekday", "at", "daily", "silent", "scope", "firms"
NEVER, YES, NO = "never", "yes", "no"
FEWEST_DAYS, MOST_DAYS = 7, 365
Hours = tuple[time, time]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a form asks for, or why it cannot be."""

    choice: DigestChoice | None
    fault: Message | None = None


def as_values(choice: DigestChoice) -> dict[str, str]:
    """What is on record, as the form's fields hold it."""
    return {
        WEEKDAY: str(choice.weekly_on or NEVER),
        AT: f"{choice.at:%H:%M}",
        DAILY: YES if choice.is_daily else NO,
        SILENT: str(choice.silent_days),
        SCOPE: str(choice.scope),
        FIRMS: ",".join(choice.firm_ids),
    }


def form(values: Mapping[str, str], firms: Sequence[Company], hours: Hours, fault: Message | None = None) -> Reply:
    """The form, with what is on record or was typed; why it could not be kept stands on top."""
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("digest-settings-intro", _within(hours))))
    parts += _fields(values)
    if firms:
        choices = tuple(Choice(one.id, one.name) for one in firms[:MOST_CHOICES] if "," not in one.id)
        label, hint = Message("digest-settings-firms"), Message("digest-settings-firms-hint")
        initial = values.get(FIRMS, "")
        parts.append(
            Field(
                name=FIRMS, label=label, kind="choices", hint=hint, choices=choices, initial=initial, is_required=False
            )
        )
    submit = Offer(actions.DIGEST_SETTINGS_SEND, "-", Message("digest-settings-submit"), is_main=True)
    return Reply(title=Message("digest-settings-title"), parts=tuple(parts), submit=submit)


def _fields(values: Mapping[str, str]) -> Iterator[Part]:
    days = tuple(Choice(str(one), Message("digest-weekday", {"weekday": one})) for one in range(MONDAY, MONDAY + 7))
    weekdays = (*days, Choice(NEVER, Message("digest-weekday-never")))
    yield _choice(WEEKDAY, Message("digest-settings-weekday"), weekdays, values)
    yield Field(name=AT, label=Message("digest-settings-at"), kind="time", initial=values.get(AT, ""))
    daily = (Choice(YES, Message("digest-daily-yes")), Choice(NO, Message("digest-daily-no")))
    yield _choice(DAILY, Message("digest-settings-daily"), daily, values)
    yield Field(
        name=SILENT,
        label=Message("digest-settings-silent"),
        hint=Message("digest-settings-silent-hint", {"fewest": FEWEST_DAYS, "most": MOST_DAYS}),
        initial=values.get(SILENT, str(DEFAULT_SILENT_DAYS)),
        longest=5,
    )
    scopes = tuple(Choice(str(one), Message(f"digest-scope-{one}")) for one in Scope)
    yield _choice(SCOPE, Message("digest-settings-scope"), scopes, values)


def _choice(name: str, label: Message, choices: tuple[Choice, ...], values: Mapping[str, str]) -> Field:
    return Field(name=name, label=label, kind="choice", choices=choices, initial=values.get(name, ""))


def wish_of(values: Mapping[str, str], person_id: str, firms: Sequence[Company], hours: Hours) -> Wish:
    """What was filled in, checked: known weekday and scope, an hour within theirs, days within reason, own firms."""
    weekday, known = values.get(WEEKDAY, ""), {one.id for one in firms}
    ids = tuple(one for one in chosen_of(values.get(FIRMS, "")) if one in known)
    try:
        at, scope = time.fromisoformat(values.get(AT, "")), Scope(values.get(SCOPE, ""))
        weekly_on = None if weekday == NEVER else int(weekday)
    except ValueError:
        return Wish(None, Message("digest-settings-unreadable"))
    days = values.get(SILENT, "").strip()
    silent_days = int(days) if days.isdecimal() and len(days) <= len(str(MOST_DAYS)) else 0
    if weekly_on is not None and not MONDAY <= weekly_on <= MONDAY + 6:
        return Wish(None, Message("digest-settings-unreadable"))
    if not FEWEST_DAYS <= silent_days <= MOST_DAYS:
        return Wish(None, Message("digest-settings-silent-wrong", {"fewest": FEWEST_DAYS, "most": MOST_DAYS}))
    if not hours[0] <= at < hours[1]:
        return Wish(None, Message("digest-settings-outside", _within(hours)))
    if scope is Scope.CHOSEN and not ids:
        return Wish(None, Message("digest-settings-no-firm"))
    choice = DigestChoice(
        person_id=person_id,
        weekly_on=weekly_on,
        at=at,
        is_daily=values.get(DAILY) == YES,
        silent_days=silent_days,
        scope=scope,
        firm_ids=ids if scope is Scope.CHOSEN else (),
    )
    return Wish(choice)


def said_of(choice: DigestChoice) -> tuple[Message, ...]:
    """What somebody wishes, in sentences."""
    at = {"time": f"{choice.at:%H:%M}"}
    weekly = (
        Message("digest-kept-weekly", {"weekday": choice.weekly_on, **at})
        if choice.weekly_on is not None
        else Message("digest-kept-no-weekly")
    )
    daily = Message("digest-kept-daily", at) if choice.is_daily else Message("digest-kept-no-daily")
    silent = Message("digest-kept-silent", {"days": choice.silent_days})
    firms = Message(f"digest-scope-{choice.scope}")
    return (weekly, daily, silent, firms)


def _within(hours: Hours) -> dict[str, str | int | float]:
    return {"start": f"{hours[0]:%H:%M}", "end": f"{hours[1]:%H:%M}"}
