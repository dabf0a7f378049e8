"""`minori simulate`: a year in a minute."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bot.cli.console import CommandFailed, Terminal
from bot.core.meetings.models import Stage, Wall
from bot.core.messages import Message
from bot.errors import UsageError

if TYPE_CHECKING:
    from bot.simulation.year import Wanted, Year

_MOST_DAYS = 3 * 366
_EXAMPLES = 20


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add `simulate`."""

    @app.command("simulate", help=teach("help-simulate"))
    def simulate(
        first: Annotated[
            datetime,
            typer.Option(
                "--from",
                formats=["%Y-%m-%d"],
                metavar="YYYY-MM-DD",
                help=teach("help-simulate-from"),
                show_default="2026-04-01",
            ),
        ] = datetime(2026, 4, 1),  # noqa: DTZ001 - a day, as typer reads one
        days: Annotated[int, typer.Option("--days", min=1, max=_MOST_DAYS, help=teach("help-simulate-days"))] = 365,
        firms: Annotated[int, typer.Option("--firms", min=1, max=150, help=teach("help-simulate-firms"))] = 100,
        encounters: Annotated[
            int, typer.Option("--encounters", min=1, max=50_000, help=teach("help-simulate-encounters"))
        ] = 5_000,
        seed: Annotated[int, typer.Option("--seed", help=teach("help-simulate-seed"))] = 7,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        # Imported here: every other command starts without it.
        from bot.simulation.year import Wanted

        wanted = Wanted(first=first.date(), days=days, firms=firms, encounters=encounters, seed=seed)
        terminal = open_terminal()
        year = _lived(terminal, wanted)
        if as_json:
            terminal.json(values_of(year))
        else:
            _show(terminal, wanted, year)
        if is_wrong(year):
            raise CommandFailed


def _lived(terminal: Terminal, wanted: "Wanted") -> "Year":
    from bot.simulation.habits import load_habits
    from bot.simulation.halves import simulate_in_halves
    from bot.simulation.rules import known_until

    until = known_until()
    if wanted.first + timedelta(days=wanted.days) > until:
        raise UsageError("simulate-days-wrong", least=1, most=_MOST_DAYS, until=until.isoformat())
    with terminal.progress("progress-simulate") as advance:
        return simulate_in_halves(wanted, load_habits(), progress=advance)


def values_of(year: "Year") -> dict[str, Any]:
    """One line of JSON."""
    count = year.count
    return {
        "nudges_sent": count.nudges,
        "acted_on": count.acted_on,
        "lost": count.lost,
        "duplicates": count.duplicates,
        "outside_hours": count.outside_hours,
        "on_holiday": count.on_holiday,
        "max_messages_per_person_day": count.most_a_day,
        "beyond_pace": count.beyond_pace,
        "about_closed": count.about_closed,
        "messages": count.messages,
        "letters": count.letters,
        "unnamed": count.unnamed,
        "encounters": year.encounters,
        "people": year.people,
        "pressed": year.pressed,
        "refused": year.refused,
        "missing": year.missing,
        "errors": year.errors,
        "reached": {str(one): year.reached.get(str(one), 0) for one in Stage},
        "stages": {str(one): year.stages.get(str(one), 0) for one in Stage},
        "states": year.states,
        "walls": {str(one): year.walls.get(str(one), 0) for one in Wall},
        "by_step": {name: {"sent": sent, "acted_on": acted} for name, (sent, acted) in sorted(count.steps.items())},
        "examples": count.examples,
        "seconds": year.seconds,
        "peak_mb": year.peak_mb,
    }


def is_wrong(year: "Year") -> bool:
    """Is anything not as it is promised?"""
    count = year.count
    faults = count.lost + count.duplicates + count.outside_hours + count.on_holiday + count.about_closed
    return faults + count.beyond_pace > 0 or count.unnamed > 0 or bool(year.missing or year.errors)


def _show(terminal: Terminal, wanted: "Wanted", year: "Year") -> None:
    title = Message(
        "simulate-title",
        {
            "days": wanted.days,
            "first": wanted.first.isoformat(),
            "firms": wanted.firms,
            "encounters": year.encounters,
            "people": year.people,
        },
    )
    terminal.out(terminal.message(title))
    stages = [
        (terminal.text(f"meeting-stage-{one}"), year.reached.get(str(one), 0), year.stages.get(str(one), 0))
        for one in Stage
    ]
    _table(terminal, "simulate-stages", ("simulate-stage", "simulate-reached", "simulate-now"), stages)
    walls = [(terminal.text(f"simulate-wall-{one}"), year.walls.get(str(one), 0)) for one in Wall]
    _table(terminal, "simulate-walls", ("simulate-wall", "simulate-count"), walls)
    heads = ("simulate-step", "simulate-sent", "simulate-acted", "simulate-share")
    _table(terminal, "simulate-steps", heads, list(_steps(terminal, year)))
    _table(terminal, "simulate-checks", ("simulate-check", "simulate-count"), list(_checks(terminal, year)))
    terminal.out(terminal.text("simulate-took", seconds=year.seconds, peak=year.peak_mb, seed=wanted.seed))
    terminal.out(terminal.text("simulate-bad" if is_wrong(year) else "simulate-good"))
    wrong = [*year.count.examples, *year.errors, *(f"{name}: {times}" for name, times in year.missing.items())]
    for example in wrong[:_EXAMPLES]:
        terminal.out(f"  - {example}")


def _steps(terminal: Terminal, year: "Year") -> Iterator[tuple[str, int, int, str]]:
    """Each matter with its first reminders; those of more than five times together."""
    found: dict[str, list[int]] = {}
    for name, (sent, acted) in sorted(year.count.steps.items()):
        matter, _, number = name.rpartition(" ")
        shown = terminal.text(f"nudge-matter-{matter}")
        which = number if int(number) <= 5 else terminal.text("simulate-step-repeated")
        total = found.setdefault(f"{shown} {which}", [0, 0])
        total[0] += sent
        total[1] += acted
    for name, (sent, acted) in found.items():
        yield name, sent, acted, f"{100 * acted / sent:.0f}"


def _checks(terminal: Terminal, year: "Year") -> Iterator[tuple[str, int]]:
    count = year.count
    yield terminal.text("simulate-messages"), count.messages
    yield terminal.text("simulate-nudges"), count.nudges
    yield terminal.text("simulate-acted-on"), count.acted_on
    yield terminal.text("simulate-letters"), count.letters
    yield terminal.text("simulate-most"), count.most_a_day
    yield terminal.text("simulate-beyond"), count.beyond_pace
    yield terminal.text("simulate-lost"), count.lost
    yield terminal.text("simulate-duplicates"), count.duplicates
    yield terminal.text("simulate-outside"), count.outside_hours
    yield terminal.text("simulate-holiday"), count.on_holiday
    yield terminal.text("simulate-closed"), count.about_closed
    yield terminal.text("simulate-missing"), sum(year.missing.values())


def _table(terminal: Terminal, title: str, heads: Sequence[str], rows: Sequence[Sequence[str | int]]) -> None:
    """A table of words on the left and numbers on the right."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=terminal.text(title), title_justify="left")
    for number, head in enumerate(heads):
        table.add_column(terminal.text(head), justify="right" if number else "left")
    for row in rows:
        table.add_row(*map(str, row))
    Console(highlight=False).print(table)
