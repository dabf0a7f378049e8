"""What is asked of who hands over, and of who takes only a part; and reading it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.core import actions
from bot.core.changeovers.models import Changeover, Reason, What
from bot.core.changeovers.summing import Entry
from bot.core.messages import MOST_CHOICES, Argument, Choice, Field, Message, Offer, Part, Reply, Said
from bot.core.people import Member

SCOPE, ITEMS, TO, FROM, UNTIL, REASON, NOTE, WORD = "scope", "items", "to", "from", "until", "reason", "note", "word"
ALL, LISTED, CHOSEN = "all", "listed", "chosen"
YEAR, LEAVE, COVER = "year", "leave", "cover"
LONGEST_NOTE = 500
LATEST = timedelta(days=400)


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """When, until when, why, and the giver's word."""

    from_on: date
    until_on: date | None
    reason: Reason
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """What the form has to offer. `entries` can be chosen from; with `fixed` it is those and no others. `listed` says
    how many firms the list has as it is narrowed down; None where there is no list."""

    reference: str
    what: What
    entries: Sequence[Entry]
    receivers: Sequence[Member]
    fixed: bool = False
    listed: Callable[[], int] | None = None


def form(offered: Offered, values: Mapping[str, str], *, fault: Message | None = None) -> Reply:
    """Which, to whom, from when, why."""
    what = str(offered.what)
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("changeover-intro", {"what": what})))
    if offered.fixed:
        counted: dict[str, Argument] = {"count": len(offered.entries), "what": what}
        parts.append(Said(Message("changeover-fixed", counted)))
        parts += [Said(Message("changeover-name", {"name": one.name})) for one in offered.entries[:10]]
    else:
        parts += _which(offered, values)
    people = tuple(Choice(one.id, one.name) for one in offered.receivers[:MOST_CHOICES])
    parts.append(_field(TO, "choice", values, people))
    reasons = tuple(Choice(str(one), Message(f"changeover-reason-{one}")) for one in Reason)
    parts.append(_field(REASON, "choice", values, reasons))
    parts.append(_field(FROM, "date", values))
    parts.append(_field(UNTIL, "date", values, is_required=False, hint=True))
    parts.append(_field(NOTE, "lines", values, is_required=False, hint=True))
    submit = Offer(actions.CHANGEOVER_SHOW, offered.reference, Message("changeover-submit"), is_main=True)
    return Reply(title=Message("changeover-form-title"), parts=tuple(parts), submit=submit)


def terms_of(values: Mapping[str, str], today: date) -> Terms | Message:
    """What was filled in; why not, where it cannot be."""
    from_on, until_on = _day(values.get(FROM, "")), _day(values.get(UNTIL, ""))
    reason = next((one for one in Reason if one == values.get(REASON)), None)
    if from_on is None or not today <= from_on <= today + LATEST:
        return Message("changeover-fault-from")
    if reason is None or (values.get(UNTIL, "") and until_on is None):
        return Message("changeover-fault-unreadable")
    if reason is Reason.LEAVE and (until_on is None or until_on < from_on):
        return Message("changeover-fault-until")
    note = values.get(NOTE, "").strip()[:LONGEST_NOTE]
    return Terms(from_on=from_on, until_on=until_on if reason is Reason.LEAVE else None, reason=reason, note=note)


def initial_of(reference: str, today: date) -> Mapping[str, str]:
    """How a form begins: `year` for the next April 1, `leave:FIRST:LAST` for a leave, `listed` for the list;
    `cover:PERSON:FIRST:LAST` for somebody else's leave."""
    kind, _, days = reference.partition(":")
    if kind == COVER:
        kind, days = LEAVE, days.partition(":")[2]
    scope = LISTED if kind == LISTED else ALL
    held = {FROM: today.isoformat(), SCOPE: scope, REASON: str(Reason.OTHER)}
    if kind == YEAR:
        return held | {FROM: next_year_begins(today).isoformat(), REASON: str(Reason.YEAR_END)}
    first, last = (_day(one) for one in (*days.split(":"), "", "")[:2])
    if kind != LEAVE or first is None or last is None:
        return held
    return held | {FROM: max(first, today).isoformat(), UNTIL: last.isoformat(), REASON: str(Reason.LEAVE)}


def next_year_begins(today: date) -> date:
    """The next April 1."""
    return date(today.year + (today >= date(today.year, 4, 1)), 4, 1)


def some_form(one: Changeover, entries: Sequence[Entry], *, fault: Message | None = None) -> Reply:
    """Which of them does the receiver take?"""
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("changeover-some-intro", {"count": len(entries), "what": str(one.what)})))
    choices = tuple(Choice(entry.id, entry.name) for entry in entries[:MOST_CHOICES])
    if len(entries) > MOST_CHOICES:
        parts.append(Said(Message("changeover-some-menu", {"count": MOST_CHOICES})))
    parts.append(Field(name=ITEMS, label=Message("changeover-field-take"), kind="choices", choices=choices))
    submit = Offer(actions.CHANGEOVER_SOME_SEND, one.id, Message("changeover-offer-take"), is_main=True)
    return Reply(title=Message("changeover-title"), parts=tuple(parts), submit=submit)


def decline_form(one: Changeover, giver: str) -> Reply:
    """今回は見送る, with a word."""
    parts: tuple[Part, ...] = (
        Said(Message("changeover-decline-intro", {"giver": giver})),
        Field(name=WORD, label=Message("changeover-field-word"), kind="lines", is_required=False, longest=LONGEST_NOTE),
    )
    submit = Offer(actions.CHANGEOVER_DECLINE_SEND, one.id, Message("changeover-offer-decline-send"), is_main=True)
    return Reply(title=Message("changeover-title"), parts=parts, submit=submit)


def _which(offered: Offered, values: Mapping[str, str]) -> list[Part]:
    what = str(offered.what)
    scopes = [Choice(ALL, Message("changeover-scope-all", {"count": len(offered.entries), "what": what}))]
    if offered.listed is not None:
        scopes.append(Choice(LISTED, Message("changeover-scope-listed", {"count": offered.listed()})))
    scopes.append(Choice(CHOSEN, Message("changeover-scope-chosen")))
    choices = tuple(Choice(one.id, one.name) for one in offered.entries[:MOST_CHOICES])
    label = Message("changeover-field-items", {"what": what})
    hint = Message(
        "changeover-hint-items", {"count": MOST_CHOICES, "beyond": max(0, len(offered.entries) - MOST_CHOICES)}
    )
    initial = values.get(ITEMS, "")
    return [
        _field(SCOPE, "choice", values, tuple(scopes)),
        Field(name=ITEMS, label=label, kind="choices", choices=choices, initial=initial, is_required=False, hint=hint),
    ]


def _field(
    name: str,
    kind: Literal["lines", "choice", "date"],
    values: Mapping[str, str],
    choices: tuple[Choice, ...] = (),
    *,
    is_required: bool = True,
    hint: bool = False,
) -> Field:
    return Field(
        name=name,
        label=Message(f"changeover-field-{name}"),
        kind=kind,
        choices=choices,
        initial=values.get(name, ""),
        is_required=is_required,
        hint=Message(f"changeover-hint-{name}") if hint else None,
        longest=LONGEST_NOTE,
    )


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None
