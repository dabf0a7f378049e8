"""`minori calendar company|leave|partner add`, `list`, `remove`: days off, for an administrator at the command line."""

import datetime
import unicodedata
from collections.abc import Callable
from typing import Annotated

import typer

from bot.bootstrap import Library, open_library
from bot.cli.console import Terminal
from bot.cli.people import find_person
from bot.core.absences.service import AbsenceService, NewEntry
from bot.core.absences.wording import days_of_entry
from bot.core.calendar_entries import CalendarEntry, Scope
from bot.core.membership.cells import days_of
from bot.core.membership.models import company_key
from bot.core.people import Company
from bot.errors import UsageError


def add_commands(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add what enters, lists and removes days off."""
    _add_company(calendar, teach, open_terminal)
    _add_leave(calendar, teach, open_terminal)
    _add_partner(calendar, teach, open_terminal)
    _add_keeping(calendar, teach, open_terminal)


def _group(calendar: typer.Typer, name: str, help_: str) -> typer.Typer:
    group = typer.Typer(help=help_, no_args_is_help=True, rich_markup_mode=None)
    calendar.add_typer(group, name=name)
    return group


def _add_company(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    group = _group(calendar, "company", teach("help-calendar-company"))

    @group.command("add", help=teach("help-calendar-company-add"))
    def add(
        company: Annotated[str, typer.Argument(metavar="COMPANY", help=teach("help-calendar-company-name"))],
        first: Annotated[str, typer.Option("--from", metavar="DAY", help=teach("help-calendar-from"))],
        last: Annotated[str, typer.Option("--until", metavar="DAY", help=teach("help-calendar-until"))] = "",
        name: Annotated[str, typer.Option("--name", help=teach("help-calendar-name"))] = "",
        yearly: Annotated[bool, typer.Option("--yearly", help=teach("help-calendar-yearly"))] = False,
        working: Annotated[bool, typer.Option("--working", help=teach("help-calendar-working"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            new = NewEntry(
                scope=Scope.COMPANY,
                scope_id=_company(library, company).id,
                name=name,
                is_working=working,
                from_on=_day(first),
                until_on=_day(last),
                is_yearly=yearly,
            )
            _keep(terminal, library, new, as_json)


def _add_leave(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    group = _group(calendar, "leave", teach("help-calendar-leave"))

    @group.command("add", help=teach("help-calendar-leave-add"))
    def add(
        who: Annotated[str, typer.Argument(metavar="WHO", help=teach("help-people-who"))],
        first: Annotated[str, typer.Option("--from", metavar="DAY", help=teach("help-calendar-from"))],
        last: Annotated[str, typer.Option("--until", metavar="DAY", help=teach("help-calendar-until"))] = "",
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            person = find_person(library.database.people.people(), who)
            new = NewEntry(scope=Scope.PERSON, scope_id=person.id, from_on=_day(first), until_on=_day(last))
            _keep(terminal, library, new, as_json)


def _add_partner(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    group = _group(calendar, "partner", teach("help-calendar-partner"))

    @group.command("add", help=teach("help-calendar-partner-add"))
    def add(
        company: Annotated[str, typer.Argument(metavar="COMPANY", help=teach("help-calendar-company-name"))],
        partner: Annotated[str, typer.Argument(metavar="PARTNER", help=teach("help-calendar-partner-name"))],
        first: Annotated[str, typer.Option("--from", metavar="DAY", help=teach("help-calendar-from"))] = "",
        last: Annotated[str, typer.Option("--until", metavar="DAY", help=teach("help-calendar-until"))] = "",
        weekdays: Annotated[str, typer.Option("--weekdays", help=teach("help-calendar-weekdays"))] = "",
        yearly: Annotated[bool, typer.Option("--yearly", help=teach("help-calendar-yearly"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            new = NewEntry(
                scope=Scope.PARTNER,
                scope_id=library.calendars.partner_scope(_company(library, company).id, partner),
                # Their name as somebody wrote it; the scope has only what spellings share.
                name=partner,
                from_on=_day(first),
                until_on=_day(last),
                is_yearly=yearly,
                weekdays=_weekdays(weekdays),
            )
            _keep(terminal, library, new, as_json)


def _add_keeping(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @calendar.command("list", help=teach("help-calendar-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            found = library.database.calendars.entries()
            for one in found:
                _say(terminal, library, one, as_json)
            if not found and not as_json:
                terminal.out(terminal.text("calendar-list-empty"))

    @calendar.command("remove", help=teach("help-calendar-remove"))
    def remove(
        id: Annotated[str, typer.Argument(metavar="ID", help=teach("help-calendar-remove-id"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            entry = _absences(library).remove(id.strip())
            if entry is None:
                raise UsageError("calendar-entry-unknown", id=id)
            _replan_of(terminal, library, entry)
            _say(terminal, library, entry, as_json)
            if not as_json:
                terminal.note(terminal.text("calendar-entry-removed"))


def day_from(text: str) -> datetime.date:
    """A day as people type it: 2026-11-20, 2026/11/20. Raises UsageError."""
    written = unicodedata.normalize("NFKC", text).strip().replace("/", "-")
    try:
        year, month, day = map(int, written.split("-"))
        return datetime.date(year, month, day)
    except ValueError as error:
        raise UsageError("calendar-day-wrong", value=text) from error


def _keep(terminal: Terminal, library: Library, new: NewEntry, as_json: bool) -> None:
    entry = _absences(library).add(new, by="")
    _replan_of(terminal, library, entry)
    _say(terminal, library, entry, as_json)
    if not as_json:
        terminal.note(terminal.text("calendar-entry-kept"))


def replan(terminal: Terminal, library: Library, *person_ids: str) -> None:
    """Plan anew the reminders to come of these people, or of everybody: their days off changed."""
    # Imported here: every other command starts without it.
    from bot.bootstrap_meetings import make_meetings

    service = make_meetings(library).service
    with terminal.progress("progress-replan") as advance, library.database.memory.piece_of_work():
        if person_ids:
            service.replan_people(*person_ids, progress=advance)
        else:
            service.replan_all(progress=advance)
        service.replan_successions()


def _replan_of(terminal: Terminal, library: Library, entry: CalendarEntry) -> None:
    if entry.scope is Scope.PERSON:
        replan(terminal, library, entry.scope_id)
        return
    company_id, _, _ = entry.scope_id.partition(":")
    ids = [one.id for one in library.database.people.people(company_id=company_id)] if company_id else []
    if ids:
        replan(terminal, library, *ids)


def _absences(library: Library) -> AbsenceService:
    return AbsenceService(store=library.database.calendars, calendars=library.calendars, clock=library.clock)


def _say(terminal: Terminal, library: Library, entry: CalendarEntry, as_json: bool) -> None:
    """One entry on one line, or as JSON."""
    whose = _whose(library, entry)
    first, last = (day.isoformat() if day else "" for day in (entry.from_on, entry.last_on))
    weekdays = "".join(str(day) for day in sorted(entry.weekdays))
    if as_json:
        flags = {"is_working": entry.is_working, "is_yearly": entry.is_yearly}
        days = {"from": first or None, "until": last or None, "weekdays": weekdays}
        terminal.json({"id": entry.id, "scope": str(entry.scope), "whose": whose, "name": entry.name, **days, **flags})
        return
    days_said = terminal.message(days_of_entry(entry, locale=terminal.locale))
    terminal.out(f"{entry.id}  {whose}  {days_said}".rstrip())


def _whose(library: Library, entry: CalendarEntry) -> str:
    people = library.database.people
    if entry.scope is Scope.PERSON:
        person = people.by_id(entry.scope_id)
        return person.name if person else entry.scope_id
    company_id, _, partner = entry.scope_id.partition(":")
    company = people.company(company_id)
    named = company.name if company else company_id
    return f"{named}: {entry.name or partner}" if entry.scope is Scope.PARTNER else named


def _company(library: Library, name: str) -> Company:
    """A firm by its id or its name, however it is spelt. Raises UsageError."""
    firms = library.database.people.companies()
    found = [one for one in firms if name == one.id or company_key(one.name) == company_key(name)]
    if not found:
        raise UsageError("calendar-company-unknown", name=name)
    return found[0]


def _day(text: str) -> datetime.date | None:
    return day_from(text) if text else None


def _weekdays(text: str) -> frozenset[int]:
    """Weekdays as people write them: 水, 土日, Wed/Sat. Raises UsageError."""
    found = days_of(text) if text else frozenset[int]()
    if found is None:
        raise UsageError("calendar-weekdays-wrong", value=text)
    return found
