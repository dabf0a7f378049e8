"""How people are shown by the commands: as lines for people, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bot.cli.console import Terminal
from bot.core.clock import day_of
from bot.core.membership.importing import ImportPlan, PlannedPerson, PlanState
from bot.core.membership.sheet import COLUMNS
from bot.core.people import Company, Member, Role, Sharing
from bot.platforms.terminal.drawing import plain

_STATES = {
    PlanState.NEW: "people-plan-new",
    PlanState.CHANGED: "people-plan-changed",
    PlanState.UNCHANGED: "people-plan-unchanged",
}
_ROLES = {
    Role.MEMBER: "people-role-member",
    Role.COORDINATOR: "people-role-coordinator",
    Role.ADMIN: "people-role-admin",
    Role.GUEST: "people-role-guest",
}
_SHARING = {
    Sharing.UNDECIDED: "sharing-is-undecided",
    Sharing.OUTLINE: "sharing-is-outline",
    Sharing.WORDS: "sharing-is-words",
    Sharing.NOTHING: "sharing-is-nothing",
}
_WEEK = {"ja": "月火水木金土日", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}

People = Mapping[str, Member]


def print_plan(terminal: Terminal, plan: ImportPlan, people: People, *, applied: bool) -> None:
    """What an import does or did, what is new and what changes; then what stays, and what to do next."""
    for one in plan.people:
        if one.state is not PlanState.UNCHANGED:
            _print_planned(terminal, one, joined=bool(plan.joined) and _was_met(one))
    for company in plan.companies:
        if company.state is PlanState.UNCHANGED:
            continue
        state = terminal.text(_STATES[company.state])
        terminal.out(terminal.text("people-plan-company", state=state, name=company.after.name))
        _print_change(terminal, "coordinator", *_coordinators(company.before, company.after, people))
    states = [one.state for one in plan.people]
    companies = sum(1 for one in plan.companies if one.state is PlanState.NEW)
    counts = {str(state): states.count(state) for state in PlanState}
    terminal.out(terminal.text("people-plan-counts", companies=companies, **counts))
    if plan.ignored:
        terminal.note(terminal.text("people-plan-ignored", columns=", ".join(plan.ignored)))
    if plan.untouched:
        terminal.note(terminal.text("people-plan-untouched", count=plan.untouched))
    terminal.note(terminal.text("people-plan-done" if applied else "people-plan-dry"))


def plan_values(plan: ImportPlan, people: People) -> Iterator[dict[str, Any]]:
    """Every person and every firm of the table as plain values; `changes`: column → [before, after]."""
    for one in plan.people:
        before, after = _values(one.before or one.after), _values(one.after)
        changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
        yield {
            "kind": "person",
            "line": one.line,
            "state": str(one.state),
            **member_values(one.after),
            "changes": changes,
        }
    for company in plan.companies:
        before_name, after_name = _coordinators(company.before, company.after, people)
        changes = {"coordinator": [before_name, after_name]} if before_name != after_name else {}
        yield {"kind": "company", "state": str(company.state), "name": company.after.name, "changes": changes}


def print_people(terminal: Terminal, people: Sequence[Member], *, hidden: int) -> None:
    """Everybody on two lines."""
    if not people and not hidden:
        terminal.out(terminal.text("people-list-empty"))
    for one in sorted(people, key=lambda one: (one.company.name if one.company else "", one.name)):
        company = one.company.name if one.company else terminal.text("people-nothing")
        terminal.out(plain(f"{one.name}  {company}  {_roles(terminal, one)}"))
        address = one.address or terminal.text("people-list-not-yet")
        left = (terminal.text("people-list-left"),) if one.has_left else ()
        terminal.out(plain("    " + " / ".join((one.email or "-", address, *left))))
    if hidden:
        terminal.note(terminal.text("people-list-hidden", count=hidden))


def print_member(terminal: Terminal, member: Member, coordinator: Member | None) -> None:
    """Everything that is known of somebody."""
    terminal.out(plain(f"{member.name}  ({terminal.text('people-fact-id')}: {member.id})"))
    for column, value in _texts(terminal, member).items():
        if column != "name":
            terminal.out(plain(f"  {_label(terminal, column)}: {value or terminal.text('people-nothing')}"))
    if member.company is not None:
        name = coordinator.name if coordinator else terminal.text("people-nothing")
        terminal.out(plain(f"  {_label(terminal, 'coordinator')}: {name}"))
        shared = terminal.text(_SHARING[member.company.sharing])
        terminal.out(f"  {terminal.text('people-fact-sharing')}: {shared}")
    moments = {
        "people-fact-added": member.added_at,
        "people-fact-welcomed": member.welcomed_at,
        "people-fact-left": member.left_at,
    }
    for key, moment in moments.items():
        if moment is not None:
            by = f" ({member.added_by})" if key == "people-fact-added" and member.added_by else ""
            terminal.out(plain(f"  {terminal.text(key)}: {day_of(moment)}{by}"))


def member_values(member: Member) -> dict[str, Any]:
    """Somebody as plain values."""
    moments = {"added_at": member.added_at, "welcomed_at": member.welcomed_at, "left_at": member.left_at}
    return {
        "id": member.id,
        **_values(member),
        "sharing": str(member.company.sharing) if member.company else None,
        "added_by": member.added_by,
        **{name: moment.isoformat() if moment else None for name, moment in moments.items()},
    }


def _values(member: Member) -> dict[str, Any]:
    """The columns of a table as plain values; the coordinator belongs to the firm."""
    return {
        "name": member.name,
        "company": member.company.name if member.company else None,
        "role": sorted(str(role) for role in member.roles),
        "locale": member.locale,
        "time_zone": member.time_zone,
        "works_from": f"{member.works_from:%H:%M}",
        "works_until": f"{member.works_until:%H:%M}",
        "works_on": sorted(member.works_on),
        "slack_id": member.address,
        "email": member.email,
    }


def _texts(terminal: Terminal, member: Member) -> dict[str, str]:
    """The same as people read it."""
    week = _WEEK[terminal.locale]
    days = ("" if terminal.locale == "ja" else " ").join(week[day - 1] for day in sorted(member.works_on))
    changed = {"role": _roles(terminal, member), "works_on": days}
    return {name: changed.get(name, str(value or "")) for name, value in _values(member).items()}


def _print_planned(terminal: Terminal, planned: PlannedPerson, *, joined: bool) -> None:
    after = planned.after
    arguments = {
        "state": terminal.text(_STATES[planned.state]),
        "line": str(planned.line),
        "name": after.name,
        "company": after.company.name if after.company else terminal.text("people-nothing"),
        "roles": _roles(terminal, after),
    }
    terminal.out(terminal.text("people-plan-person", **arguments))
    if planned.before is not None:
        before, now = _texts(terminal, planned.before), _texts(terminal, after)
        for column in now:
            _print_change(terminal, column, before[column], now[column])
    if joined:
        terminal.out(f"    {terminal.text('people-plan-joined')}")
    if after.has_left:
        terminal.out(f"    {terminal.text('people-plan-has-left')}")


def _print_change(terminal: Terminal, column: str, before: str, after: str) -> None:
    if before == after:
        return
    nothing = terminal.text("people-nothing")
    label = _label(terminal, column)
    terminal.out(
        "    " + terminal.text("people-plan-field", column=label, before=before or nothing, after=after or nothing)
    )


def _was_met(planned: PlannedPerson) -> bool:
    """Their address is known from a guest's record that becomes one with theirs."""
    return planned.before is not None and not planned.before.address and bool(planned.after.address)


def _coordinators(before: Company | None, after: Company, people: People) -> tuple[str, str]:
    def name(company: Company | None) -> str:
        person = people.get(company.coordinator_id or "") if company else None
        return person.name if person else ""

    return name(before), name(after)


def _roles(terminal: Terminal, member: Member) -> str:
    separator = "・" if terminal.locale == "ja" else ", "
    return separator.join(terminal.text(key) for role, key in _ROLES.items() if role in member.roles)


def _label(terminal: Terminal, column: str) -> str:
    """A column as a table is headed in the language of the terminal."""
    return COLUMNS[column][0] if terminal.locale == "ja" else column
