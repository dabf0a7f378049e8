"""What a coordinator wishes of digests: the form, and reading it back."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time

from bot.core import actions
from bot.core.digests.models import DEFAULT_SILENT_DAYS, EVERY_DAY, MONDAY, DigestChoice, DigestKind, Scope
from bot.core.messages import MOST_CHOICES, Argument, Choice, Field, Message, Offer, Part, Reply, Said, chosen_of
from bot.core.people import Company

WEEKDAY, AT, DAILY, SILENT, SCOPE, FIRMS = "weekday", "at", "daily", "silent", "scope", "firms"
DAILY_ON, DAILY_AT, DAILY_SCOPE, DAILY_FIRMS = "daily_on", "daily_at", "daily_scope", "daily_firms"
NEVER, YES, NO, SAME = "never", "yes", "no", "same"
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
        SCOPE: str(choice.scope),
        FIRMS: ",".join(choice.firm_ids),
        DAILY: YES if choice.is_daily else NO,
        DAILY_ON: ",".join(map(str, choice.daily_on)),
        DAILY_AT: f"{choice.daily_at:%H:%M}" if choice.daily_at else "",
        DAILY_SCOPE: str(choice.daily_scope or SAME),
        DAILY_FIRMS: ",".join(choice.daily_firm_ids),
        SILENT: str(choice.silent_days),
    }


def form(values: Mapping[str, str], firms: Sequence[Company], hours: Hours, fault: Message | None = None) -> Reply:
    """The form, with what is on record or was typed; why it could not be kept stands on top."""
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("digest-settings-intro", _within(hours))))
    choices = tuple(Choice(one.id, one.name) for one in firms[:MOST_CHOICES] if "," not in one.id)
    parts += _weekly_fields(values, choices)
    parts += _daily_fields(values, choices)
    parts.append(
        Field(
            name=SILENT,
            label=Message("digest-settings-silent"),
            hint=Message("digest-settings-silent-hint", {"fewest": FEWEST_DAYS, "most": MOST_DAYS}),
            initial=values.get(SILENT, str(DEFAULT_SILENT_DAYS)),
            longest=5,
        )
    )
    submit = Offer(actions.DIGEST_SETTINGS_SEND, "-", Message("digest-settings-submit"), is_main=True)
    return Reply(title=Message("digest-settings-title"), parts=tuple(parts), submit=submit)


def _weekly_fields(values: Mapping[str, str], firms: tuple[Choice, ...]) -> Iterator[Part]:
    weekdays = (*_weekdays(), Choice(NEVER, Message("digest-weekday-never")))
    yield _choice(WEEKDAY, Message("digest-settings-weekday"), weekdays, values)
    yield Field(name=AT, label=Message("digest-settings-at"), kind="time", initial=values.get(AT, ""))
    yield _choice(SCOPE, Message("digest-settings-scope"), _scopes(), values)
    if firms:
        yield _several(FIRMS, Message("digest-settings-firms"), Message("digest-settings-firms-hint"), firms, values)


def _daily_fields(values: Mapping[str, str], firms: tuple[Choice, ...]) -> Iterator[Part]:
    daily = (Choice(YES, Message("digest-daily-yes")), Choice(NO, Message("digest-daily-no")))
    yield _choice(DAILY, Message("digest-settings-daily"), daily, values)
    hint = Message("digest-settings-daily-on-hint")
    yield _several(DAILY_ON, Message("digest-settings-daily-on"), hint, _weekdays(), values)
    yield Field(
        name=DAILY_AT,
        label=Message("digest-settings-daily-at"),
        hint=Message("digest-settings-daily-at-hint"),
        kind="time",
        initial=values.get(DAILY_AT, ""),
        is_required=False,
    )
    scopes = (Choice(SAME, Message("digest-daily-same-firms")), *_scopes())
    yield _choice(DAILY_SCOPE, Message("digest-settings-daily-scope"), scopes, values)
    if firms:
        hint = Message("digest-settings-daily-firms-hint")
        yield _several(DAILY_FIRMS, Message("digest-settings-daily-firms"), hint, firms, values)


def _weekdays() -> tuple[Choice, ...]:
    return tuple(Choice(str(one), Message("digest-weekday", {"weekday": one})) for one in EVERY_DAY)


def _scopes() -> tuple[Choice, ...]:
    return tuple(Choice(str(one), Message(f"digest-scope-{one}")) for one in Scope)


def _choice(name: str, label: Message, choices: tuple[Choice, ...], values: Mapping[str, str]) -> Field:
    return Field(name=name, label=label, kind="choice", choices=choices, initial=values.get(name, ""))


def _several(name: str, label: Message, hint: Message, choices: tuple[Choice, ...], values: Mapping[str, str]) -> Field:
    initial = values.get(name, "")
    return Field(name=name, label=label, kind="choices", hint=hint, choices=choices, initial=initial, is_required=False)


def wish_of(values: Mapping[str, str], person_id: str, firms: Sequence[Company], hours: Hours) -> Wish:
    """What was filled in, checked: known weekdays and scopes, hours within theirs, days within reason, own firms."""
    known = {one.id for one in firms}
    try:
        choice = _daily(values, known, _weekly(values, known, DigestChoice(person_id=person_id)))
    except ValueError:
        return Wish(None, Message("digest-settings-unreadable"))
    fault = _fault(choice, hours)
    return Wish(None, fault) if fault else Wish(choice)


def _weekly(values: Mapping[str, str], known: Collection[str], choice: DigestChoice) -> DigestChoice:
    """Raises ValueError for what cannot be read."""
    weekday, days, scope = values.get(WEEKDAY, ""), values.get(SILENT, "").strip(), Scope(values.get(SCOPE, ""))
    return replace(
        choice,
        weekly_on=None if weekday == NEVER else _weekday(weekday),
        at=time.fromisoformat(values.get(AT, "")),
        silent_days=int(days) if days.isdecimal() and len(days) <= len(str(MOST_DAYS)) else 0,
        scope=scope,
        firm_ids=_firms(values.get(FIRMS, ""), known) if scope is Scope.CHOSEN else (),
    )


def _daily(values: Mapping[str, str], known: Collection[str], choice: DigestChoice) -> DigestChoice:
    """The same; a form without these fields leaves them as the weekly ones."""
    at, wanted = values.get(DAILY_AT, ""), values.get(DAILY_SCOPE, SAME) or SAME
    days, scope = values.get(DAILY_ON), None if wanted == SAME else Scope(wanted)
    return replace(
        choice,
        is_daily=values.get(DAILY) == YES,
        daily_on=EVERY_DAY if days is None else tuple(sorted({_weekday(one) for one in chosen_of(days)})),
        daily_at=time.fromisoformat(at) if at else None,
        daily_scope=scope,
        daily_firm_ids=_firms(values.get(DAILY_FIRMS, ""), known) if scope is Scope.CHOSEN else (),
    )


def _weekday(typed: str) -> int:
    if (day := int(typed)) not in EVERY_DAY:
        raise ValueError(f"{day} is no ISO weekday")
    return day


def _firms(chosen: str, known: Collection[str]) -> tuple[str, ...]:
    return tuple(one for one in chosen_of(chosen) if one in known)


def _fault(choice: DigestChoice, hours: Hours) -> Message | None:
    """Why it cannot be; what is set for a daily one that nobody wants is kept as it is."""
    if not FEWEST_DAYS <= choice.silent_days <= MOST_DAYS:
        return Message("digest-settings-silent-wrong", {"fewest": FEWEST_DAYS, "most": MOST_DAYS})
    if not hours[0] <= choice.at < hours[1]:
        return Message("digest-settings-outside", _within(hours))
    if choice.scope is Scope.CHOSEN and not choice.firm_ids:
        return Message("digest-settings-no-firm")
    daily = choice.of(DigestKind.DAILY)
    if not choice.is_daily:
        return None
    if not choice.daily_on:
        return Message("digest-settings-no-day")
    if not hours[0] <= daily.at < hours[1]:
        return Message("digest-settings-daily-outside", _within(hours))
    return Message("digest-settings-no-firm") if daily.scope is Scope.CHOSEN and not daily.firm_ids else None


def said_of(choice: DigestChoice) -> tuple[Message, ...]:
    """What somebody wishes, in sentences."""
    at = {"time": f"{choice.at:%H:%M}"}
    weekly = (
        Message("digest-kept-weekly", {"weekday": choice.weekly_on, **at})
        if choice.weekly_on is not None
        else Message("digest-kept-no-weekly")
    )
    firms, silent = Message(f"digest-scope-{choice.scope}"), Message("digest-kept-silent", {"days": choice.silent_days})
    return (weekly, firms, *_daily_said(choice), silent)


def _daily_said(choice: DigestChoice) -> Iterator[Message]:
    if not choice.is_daily:
        yield Message("digest-kept-no-daily")
        return
    daily = choice.of(DigestKind.DAILY)
    told: dict[str, Argument] = {"time": f"{daily.at:%H:%M}"}
    if choice.daily_on == EVERY_DAY:
        yield Message("digest-kept-daily", told)
    else:
        days = {f"on{one}": int(one in choice.daily_on) for one in range(MONDAY, MONDAY + 7)}
        yield Message("digest-kept-daily-on", {**told, **days})
    if choice.daily_scope is not None:
        yield Message(f"digest-kept-daily-{choice.daily_scope}")


def _within(hours: Hours) -> dict[str, str | int | float]:
    return {"start": f"{hours[0]:%H:%M}", "end": f"{hours[1]:%H:%M}"}
