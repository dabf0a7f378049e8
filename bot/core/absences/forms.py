"""Where somebody enters days off: their own, those of their firm, those of an outside firm."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.core.absences.service import NewEntry
from bot.core.actions import ABSENCE_SEND
from bot.core.calendar_entries import LONGEST_NAME, Scope
from bot.core.messages import Choice, Field, Locale, Message, Offer, Part, Reply, Said, chosen_of
from bot.core.spoken_dates import spoken_weekdays
from bot.errors import UsageError

FROM, UNTIL, NAME, KIND, YEARLY, WEEKDAYS, PARTNER = "from", "until", "name", "kind", "yearly", "weekdays", "partner"
WORKING, OFF, EVERY_YEAR, ONCE = "working", "off", "yearly", "once"

TITLES = {
    Scope.PERSON: Message("calendar-form-title-person"),
    Scope.COMPANY: Message("calendar-form-title-company"),
    Scope.PARTNER: Message("calendar-form-title-partner"),
}


def form(
    scope: Scope, *, locale: Locale, values: Mapping[str, str] | None = None, fault: Message | None = None
) -> Reply:
    """The form of a calendar; `values` are what was typed before, `fault` says why it could not be kept."""
    typed = values or {}
    asked: tuple[Field, ...]
    if scope is Scope.PERSON:
        asked = (*_days(typed, is_required=True),)
    elif scope is Scope.COMPANY:
        asked = (_kind(typed), *_days(typed, is_required=True), _yearly(typed), _name(typed))
    else:
        asked = (_partner(typed), _weekdays(typed, locale), *_days(typed, is_required=False), _yearly(typed))
    why: tuple[Part, ...] = (Said(fault),) if fault else ()
    submit = Offer(ABSENCE_SEND, scope.value, Message("calendar-form-submit"), is_main=True)
    return Reply(title=TITLES[scope], parts=(*why, *asked), submit=submit)


def new_entry(scope: Scope, scope_id: str, values: Mapping[str, str]) -> NewEntry:
    """What was sent. Raises UsageError for a day that is none."""
    return NewEntry(
        scope=scope,
        scope_id=scope_id,
        name=values.get(PARTNER if scope is Scope.PARTNER else NAME, "").strip(),
        is_working=values.get(KIND) == WORKING,
        from_on=_day(values, FROM),
        until_on=_day(values, UNTIL),
        is_yearly=values.get(YEARLY) == EVERY_YEAR,
        weekdays=frozenset(int(one) for one in chosen_of(values.get(WEEKDAYS, "")) if one in "1234567"),
    )


def _day(values: Mapping[str, str], name: str) -> date | None:
    written = values.get(name, "").strip()
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise UsageError("calendar-day-wrong", value=written) from error


def _days(typed: Mapping[str, str], *, is_required: bool) -> tuple[Field, Field]:
    first = Field(
        name=FROM,
        label=Message("calendar-form-from"),
        kind="date",
        initial=typed.get(FROM, ""),
        is_required=is_required,
    )
    last = Field(
        name=UNTIL,
        label=Message("calendar-form-until"),
        kind="date",
        hint=Message("calendar-form-until-hint"),
        initial=typed.get(UNTIL, ""),
        is_required=False,
    )
    return first, last


def _kind(typed: Mapping[str, str]) -> Field:
    choices = (Choice(OFF, Message("calendar-form-off")), Choice(WORKING, Message("calendar-form-working")))
    label = Message("calendar-form-kind")
    return Field(name=KIND, label=label, kind="choice", choices=choices, initial=typed.get(KIND, OFF))


def _yearly(typed: Mapping[str, str]) -> Field:
    choices = (Choice(ONCE, Message("calendar-form-once")), Choice(EVERY_YEAR, Message("calendar-form-every-year")))
    label = Message("calendar-form-yearly")
    return Field(name=YEARLY, label=label, kind="choice", choices=choices, initial=typed.get(YEARLY, ONCE))


def _name(typed: Mapping[str, str]) -> Field:
    return Field(
        name=NAME,
        label=Message("calendar-form-name"),
        hint=Message("calendar-form-name-hint"),
        initial=typed.get(NAME, ""),
        is_required=False,
        longest=LONGEST_NAME,
    )


def _partner(typed: Mapping[str, str]) -> Field:
    label, initial = Message("calendar-form-partner"), typed.get(PARTNER, "")
    return Field(name=PARTNER, label=label, initial=initial, longest=LONGEST_NAME)


def _weekdays(typed: Mapping[str, str], locale: Locale) -> Field:
    choices = tuple(Choice(str(day), spoken_weekdays({day}, locale=locale)) for day in range(1, 8))
    return Field(
        name=WEEKDAYS,
        label=Message("calendar-form-weekdays"),
        kind="choices",
        hint=Message("calendar-form-weekdays-hint"),
        choices=choices,
        initial=typed.get(WEEKDAYS, ""),
        is_required=False,
    )
