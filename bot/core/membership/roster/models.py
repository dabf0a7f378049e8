"""What an admin changes of people and firms, as single edits: shown before, done together, taken back together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.core.membership.models import Changes, Edit, EditState, KeptChange, Snapshot
from bot.core.people import Company, Member, Role

PERSON, COMPANY = "person", "company"
UNDO_WITHIN = timedelta(minutes=10)

Values = Mapping[str, str]
"""A person or a firm by their fields, as text; "" for nothing. Somebody new has "" everywhere before."""


def person_values(member: Member | None) -> dict[str, str]:
    """The fields of a person that an admin can change."""
    if member is None:
        return dict.fromkeys(_PERSON_FIELDS, "")
    return {
        "name": member.name,
        "email": member.email,
        "address": member.address,
        "roles": ",".join(sorted(str(one) for one in member.roles)),
        "company": member.company.id if member.company else "",
        "locale": member.locale or "",
        "time_zone": member.time_zone,
        "works_from": f"{member.works_from:%H:%M}",
        "works_until": f"{member.works_until:%H:%M}",
        "works_on": ",".join(str(one) for one in sorted(member.works_on)),
        "leaves_on": member.leaves_on.isoformat() if member.leaves_on else "",
    }


def company_values(company: Company | None) -> dict[str, str]:
    """The fields of a firm that an admin can change."""
    if company is None:
        return {"name": "", "trade": "", "coordinator": ""}
    return {"name": company.name, "trade": company.trade, "coordinator": company.coordinator_id or ""}


_PERSON_FIELDS = ("name", "email", "address", "roles", "company", "locale", "time_zone", "works_from", "works_until",
                  "works_on", "leaves_on")  # fmt: skip


def edits_of(kind: str, id: str, before: Values, after: Values) -> tuple[Edit, ...]:
    """What differs, field by field."""
    return tuple(
        Edit(kind=kind, id=id, field=field, before=before[field], after=value)
        for field, value in after.items()
        if before[field] != value
    )


def reversed_edits(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """What takes them back."""
    return tuple(replace(one, before=one.after, after=one.before) for one in edits)


def records_of(edits: Sequence[Edit]) -> dict[tuple[str, str], list[Edit]]:
    """The edits of each person and firm."""
    found = defaultdict[tuple[str, str], list[Edit]](list)
    for one in edits:
        found[one.kind, one.id].append(one)
    return dict(found)


def can_undo(change: KeptChange, now: datetime) -> bool:
    """Done, and no longer ago than ten minutes."""
    return change.state is EditState.DONE and now - change.at < UNDO_WITHIN


def applied(edits: Sequence[Edit], snapshot: Snapshot, *, by: str, at: datetime) -> Changes | None:
    """What is to be written; None where a record is no longer as it was when the change was shown."""
    people, firms = {one.id: one for one in snapshot.people}, {one.id: one for one in snapshot.companies}
    removed, changed, companies = list[str](), list[Member](), dict[str, Company]()
    records = records_of(edits)
    for (kind, id), some in records.items():
        known = person_values(people.get(id)) if kind == PERSON else company_values(firms.get(id))
        if any(known[one.field] != one.before for one in some):
            return None
        if kind == COMPANY:
            values = known | {one.field: one.after for one in some}
            if not values["name"]:
                # A firm that was made stays, without people: something may belong to it by now.
                continue
            companies[id] = _company(firms.get(id), id, values)
    firms |= companies
    for (kind, id), some in records.items():
        if kind != PERSON:
            continue
        before = people.get(id)
        values = person_values(before) | {one.field: one.after for one in some}
        if not values["name"]:
            if before is not None and before.welcomed_at is not None:
                return None
            removed.append(id)
            continue
        changed.append(_member(before, id, values, firms, by, at))
    return Changes(removed=tuple(removed), companies=tuple(companies.values()), people=tuple(changed))


def _company(before: Company | None, id: str, values: Values) -> Company:
    base = before or Company(id=id, name=values["name"])
    return replace(base, name=values["name"], trade=values["trade"], coordinator_id=values["coordinator"] or None)


def _member(
    before: Member | None, id: str, values: Values, firms: Mapping[str, Company], by: str, at: datetime
) -> Member:
    base = before or Member(id=id, address="", name="", added_at=at)
    locale = values["locale"]
    return replace(
        base,
        name=values["name"],
        email=values["email"],
        address=values["address"],
        roles=frozenset(Role(one) for one in values["roles"].split(",") if one) or frozenset({Role.GUEST}),
        company=firms.get(values["company"]),
        time_zone=values["time_zone"] or base.time_zone,
        locale="ja" if locale == "ja" else "en" if locale == "en" else None,
        works_from=time.fromisoformat(values["works_from"]) if values["works_from"] else base.works_from,
        works_until=time.fromisoformat(values["works_until"]) if values["works_until"] else base.works_until,
        works_on=frozenset(int(one) for one in values["works_on"].split(",") if one) or base.works_on,
        leaves_on=date.fromisoformat(values["leaves_on"]) if values["leaves_on"] else None,
        added_by=base.added_by or by,
    )
