"""`minori calendar …`: the table of holidays, and working days."""

import datetime
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from bot.adapters.holiday_file import text_of
from bot.bootstrap import Library, open_library
from bot.cli import calendar_entries
from bot.cli.calendar_entries import day_from, replan
from bot.cli.console import CommandFailed, Terminal
from bot.cli.people import find_person
from bot.core.calendars import Holiday
from bot.core.clock import day_of
from bot.core.holiday_loading import HolidayLoading, HolidayPlan
from bot.core.holiday_sheet import HolidaysRefused
from bot.core.person_days import PersonDays
from bot.core.spoken_dates import spoken_date
from bot.core.work_calendars import END_NOTICE

_SHOWN = 30


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `calendar`."""
    calendar = typer.Typer(help=teach("help-calendar"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(calendar, name="calendar")
    _add_loading(calendar, teach, open_terminal)
    _add_unloading(calendar, teach, open_terminal)
    _add_looking(calendar, teach, open_terminal)
    _add_next(calendar, teach, open_terminal)
    calendar_entries.add_commands(calendar, teach, open_terminal)


def _add_loading(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @calendar.command("load", help=teach("help-calendar-load"))
    def load(
        file: Annotated[Path, typer.Argument(metavar="FILE.csv", help=teach("help-calendar-load-file"))],
        dry_run: Annotated[bool, typer.Option("--dry-run", help=teach("help-calendar-load-dry-run"))] = False,
        by: Annotated[
            str, typer.Option("--by", metavar="NAME", help=teach("help-calendar-load-by"), show_default=False)
        ] = "",
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        text = text_of(file)
        with open_library(terminal.settings) as library:
            loading = _loading(library)
            try:
                plan = loading.plan(text, source=file.name, by=by)
            except HolidaysRefused as error:
                _say_problems(terminal, error)
                raise CommandFailed from error
            if not dry_run:
                loading.load(plan)
            if plan.is_needed and not dry_run:
                replan(terminal, library)
            if as_json:
                terminal.json(_plan_values(plan, applied=not dry_run))
                return
            _print_plan(terminal, plan, applied=not dry_run)
            _warn(terminal, library, plan.table.until)


def _add_unloading(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @calendar.command("unload", help=teach("help-calendar-unload"))
    def unload(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            table = _loading(library).unload()
            if table is not None:
                replan(terminal, library)
            file = library.calendars.file
            if as_json:
                now = {"source": file.source, "until": file.until.isoformat()}
                terminal.json({"unloaded": table.source if table else None, **now})
                return
            if table is None:
                terminal.out(terminal.text("calendar-unload-none"))
            else:
                terminal.out(terminal.text("calendar-unloaded", source=table.source))
            terminal.out(terminal.text("calendar-table", source=file.source, until=file.until.isoformat()))
            _warn(terminal, library, file.until)


def _add_looking(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @calendar.command("show", help=teach("help-calendar-show"))
    def show(
        year: Annotated[
            int | None, typer.Argument(min=1955, max=9999, help=teach("help-calendar-show-year"), show_default=False)
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            holidays = _loading(library).of_year(year or day_of(library.clock.now()).year)
            file, table = library.calendars.file, library.calendars.table
            if as_json:
                loaded_at = table.loaded_at.isoformat() if table else None
                facts = {"source": file.source, "until": file.until.isoformat(), "loaded_at": loaded_at}
                ends_soon = library.calendars.ends_soon(day_of(library.clock.now()))
                terminal.json({"kind": "table", **facts, "ends_soon": ends_soon})
                for one in holidays:
                    terminal.json({"kind": "holiday", **_holiday_values(one)})
                return
            terminal.out(terminal.text("calendar-table", source=file.source, until=file.until.isoformat()))
            if table is not None:
                terminal.out(terminal.text("calendar-table-loaded", day=str(day_of(table.loaded_at))))
            _print_days(terminal, holidays, "  ")
            _warn(terminal, library, file.until)


def _add_next(calendar: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @calendar.command("next", help=teach("help-calendar-next"))
    def next_(
        day: Annotated[str, typer.Argument(metavar="DAY", help=teach("help-calendar-next-day"))],
        days: Annotated[int, typer.Option("--days", min=0, max=1000, help=teach("help-calendar-next-days"))] = 1,
        who: Annotated[
            str, typer.Option("--for", metavar="WHO", help=teach("help-calendar-next-for"), show_default=False)
        ] = "",
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        start = day_from(day)
        with open_library(terminal.settings) as library:
            calendars = library.calendars
            found = calendars.days_of(find_person(library.database.people.people(), who)) if who else None
            working_days = found or PersonDays(calendars.country)
            following = working_days.add_working_days(start, days)
            if as_json:
                known = following <= calendars.file.until
                terminal.json({"day": start.isoformat(), "days": days, "next": following.isoformat(), "known": known})
                return
            terminal.out(f"{following.isoformat()}  {spoken_date(following, locale=terminal.locale)}")
            _warn(terminal, library, calendars.file.until, reached=following)


def _loading(library: Library) -> HolidayLoading:
    return HolidayLoading(store=library.database.calendars, calendars=library.calendars, clock=library.clock)


def _warn(
    terminal: Terminal, library: Library, until: datetime.date, *, reached: datetime.date = datetime.date.min
) -> None:
    """Where the known holidays end soon, or before the day that was reached, say so beside the result."""
    if until - day_of(library.clock.now()) <= END_NOTICE or reached > until:
        terminal.note(terminal.text("calendar-ends-soon", until=until.isoformat()))


def _say_problems(terminal: Terminal, error: HolidaysRefused) -> None:
    terminal.note(terminal.text(error.key, count=len(error.problems)))
    for problem in error.problems:
        terminal.note(f"  - {terminal.message(problem)}")


def _print_plan(terminal: Terminal, plan: HolidayPlan, *, applied: bool) -> None:
    table, changes = plan.table, plan.changes
    first, count = table.holidays[0].day.isoformat(), len(table.holidays)
    terminal.out(terminal.text("calendar-plan-table", source=table.source, count=count, first=first))
    terminal.out(terminal.text("calendar-plan-until", before=plan.until_before, after=table.until.isoformat()))
    for key, days in (("calendar-plan-added", changes.added), ("calendar-plan-gone", changes.gone)):
        if days:
            terminal.out(terminal.text(key, count=len(days)))
            _print_days(terminal, days, "  ")
    for before, after in changes.renamed:
        named = {"day": after.day.isoformat(), "before": before.name, "after": after.name}
        terminal.out(terminal.text("calendar-plan-renamed", **named))
    if not plan.is_needed:
        terminal.out(terminal.text("calendar-plan-nothing"))
    else:
        terminal.note(terminal.text("calendar-plan-done" if applied else "calendar-plan-dry"))


def _print_days(terminal: Terminal, holidays: Sequence[Holiday], indent: str) -> None:
    """One day a line; of many the latest."""
    if len(holidays) > _SHOWN:
        terminal.out(indent + terminal.text("calendar-plan-more", count=len(holidays) - _SHOWN))
    for one in holidays[-_SHOWN:]:
        terminal.out(f"{indent}{one.day.isoformat()}  {one.name}")


def _holiday_values(holiday: Holiday) -> dict[str, str]:
    return {"day": holiday.day.isoformat(), "name": holiday.name}


def _plan_values(plan: HolidayPlan, *, applied: bool) -> dict[str, object]:
    changes = plan.changes
    return {
        "source": plan.table.source,
        "applied": applied and plan.is_needed,
        "days": len(plan.table.holidays),
        "first": plan.table.holidays[0].day.isoformat(),
        "until_before": plan.until_before,
        "until": plan.table.until.isoformat(),
        "added": [_holiday_values(one) for one in changes.added],
        "gone": [_holiday_values(one) for one in changes.gone],
        "renamed": [{**_holiday_values(after), "before": before.name} for before, after in changes.renamed],
    }
