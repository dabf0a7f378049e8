"""What `minori doctor` says of people and of the calendar.

All of it is advice: nothing is ill in a container with nobody in it yet, whose health is what this command says.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.bootstrap import Library
from bot.cli.console import Terminal
from bot.cli.findings import Finding
from bot.core.clock import day_of
from bot.core.people import Role


def examine_people(terminal: Terminal, library: Library) -> Iterator[Finding]:
    """Who is there, and who is missing; how long the holidays are known."""
    yield from _people(terminal, library)
    yield _calendar(terminal, library)


def _people(terminal: Terminal, library: Library) -> Iterator[Finding]:
    people = [one for one in library.database.people.people() if not one.has_left]
    counts = {str(role): sum(role in one.roles for one in people) for role in Role}
    yield Finding("people", True, terminal.text("doctor-people", **counts))
    if people and not counts[Role.ADMIN]:
        yield Finding("admins", True, terminal.text("doctor-no-admin"), terminal.text("doctor-no-admin-advice"))
    if people and not counts[Role.COORDINATOR]:
        text, advice = terminal.text("doctor-no-coordinator"), terminal.text("doctor-no-coordinator-advice")
        yield Finding("coordinators", True, text, advice)


def _calendar(terminal: Terminal, library: Library) -> Finding:
    calendars = library.calendars
    ends_soon = calendars.ends_soon(day_of(library.clock.now()))
    text = terminal.text("doctor-calendar", until=calendars.file.until.isoformat())
    return Finding("calendar", True, text, terminal.text("doctor-calendar-advice") if ends_soon else "")
