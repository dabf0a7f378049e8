"""Changes and people in sentences, for an admin. Nothing of what a firm wrote is among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core.membership.models import Edit
from bot.core.membership.roster.models import COMPANY, records_of
from bot.core.messages import Fact, Item, Message
from bot.core.people import Company, Member, Role

SHOWN_RECORDS = 20
"""Of a change of many, so many are shown one by one, and the rest is counted."""


class Names:
    """People and firms by id, those among them that a change only makes."""

    def __init__(self, people: Sequence[Member], companies: Sequence[Company], edits: Sequence[Edit] = ()) -> None:
        self._names = {one.id: one.name for one in people} | {one.id: one.name for one in companies}
        for one in edits:
            if one.field == "name":
                self._names.setdefault(one.id, one.after or one.before)

    def of(self, id: str) -> str:
        """The name; "none" for nobody, as the sentences know it."""
        return self._names.get(id, "none") if id else "none"


def change_items(edits: Sequence[Edit], names: Names) -> tuple[Item, ...]:
    """Each person and firm with what changes of them."""
    records = records_of(edits)
    return tuple(
        Item(names.of(id), tuple(_lines(some, names)) or (Message("roster-edit-other"),))
        for (_kind, id), some in list(records.items())[:SHOWN_RECORDS]
    )


def _lines(edits: Sequence[Edit], names: Names) -> Iterator[Message]:
    if any(one.field == "name" and not one.before for one in edits):
        yield Message("roster-edit-new", {"kind": edits[0].kind})
    for one in edits:
        if one.field == "roles":
            yield from _roles(one)
        elif one.field in ("company", "coordinator"):
            between = {"before": names.of(one.before), "after": names.of(one.after)}
            yield Message("roster-edit-coordinator" if one.kind == COMPANY else "roster-edit-company", between)
        elif one.field in ("name", "email", "address", "works_from", "works_until", "leaves_on"):
            between = {"before": one.before or "none", "after": one.after or "none"}
            yield Message("roster-edit-text", {"field": one.field, **between})
        elif one.after:
            yield Message("roster-edit-other-field", {"field": one.field})


def _roles(edit: Edit) -> Iterator[Message]:
    before, now = (set(one.split(",")) - {""} for one in (edit.before, edit.after))
    for role in sorted(now - before):
        yield Message("roster-edit-role", {"role": role, "how": "given"})
    for role in sorted(before - now):
        yield Message("roster-edit-role", {"role": role, "how": "taken"})


def person_details(member: Member) -> tuple[Message | str, ...]:
    """One person in a list: firm and roles, and whether they still use Minori."""
    roles = [Message("roster-role", {"role": str(one)}) for one in Role if one in member.roles]
    firm = (member.company.name,) if member.company else ()
    gone = (Message("roster-has-left", {"by": _by(member)}),) if member.has_left else ()
    return (*firm, *roles, *gone)


def person_facts(member: Member) -> Iterator[Fact]:
    """One person on their sheet."""
    yield Fact(Message("roster-field-name"), member.name)
    yield Fact(Message("roster-field-email"), member.email or Message("roster-none"))
    yield Fact(Message("roster-field-address"), member.address or Message("roster-not-come"))
    yield Fact(Message("roster-field-company"), member.company.name if member.company else Message("roster-none"))
    for role in (one for one in Role if one in member.roles):
        yield Fact(Message("roster-field-roles"), Message("roster-role", {"role": str(role)}))
    yield Fact(Message("roster-field-locale"), Message("roster-locale", {"locale": member.locale or "none"}))
    hours = {"start": f"{member.works_from:%H:%M}", "end": f"{member.works_until:%H:%M}"}
    yield Fact(Message("roster-field-hours"), Message("roster-hours-are", hours))
    if member.leaves_on is not None:
        yield Fact(Message("roster-field-leaves_on"), member.leaves_on.isoformat())
    if member.has_left:
        yield Fact(Message("roster-field-left"), Message("roster-has-left", {"by": _by(member)}))


def company_facts(company: Company, coordinator: str, people: int) -> Iterator[Fact]:
    """One firm on its sheet: who it is and who looks after it, and nothing of what it does in Minori."""
    yield Fact(Message("roster-field-name"), company.name)
    yield Fact(Message("roster-field-trade"), Message("roster-trade", {"trade": company.trade or "none"}))
    yield Fact(Message("roster-field-coordinator"), coordinator or Message("roster-none"))
    yield Fact(Message("roster-field-people"), Message("roster-people-count", {"count": people}))


def _by(member: Member) -> str:
    return member.ended_by if member.ended_by in ("", "workspace") else "admin"


def values_with(typed: Mapping[str, str], held: Mapping[str, str]) -> dict[str, str]:
    """What a form shows: what was typed, otherwise what is on record."""
    return {**held, **{name: value for name, value in typed.items() if name in held}}
