"""`minori export`: numbers, records and the report to a funder as a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import Library, open_library
from bot.cli.console import Terminal
from bot.cli.people import find_person
from bot.core.figures.forms import free
from bot.core.figures.ordering import by_name
from bot.core.figures.periods import Period, PeriodKind
from bot.core.figures.ports import Programme
from bot.core.figures.selecting import Wanted, may_have
from bot.core.figures.service import FigureService
from bot.core.figures.tables import FORMATS, Export, Format, Kind
from bot.core.outgoing import ENDINGS, named
from bot.core.people import Member
from bot.errors import UsageError
from bot.platforms.terminal.writing import write_whole


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the command `export`."""

    @app.command("export", help=teach("help-export"))
    def export(
        kind: Annotated[Kind, typer.Option("--kind", help=teach("help-export-kind"))],
        who: Annotated[str, typer.Option("--for", metavar="NAME", help=teach("help-export-for"))],
        format: Annotated[Format, typer.Option("--format", help=teach("help-export-format"))] = Format.XLSX,
        first: Annotated[
            str, typer.Option("--from", metavar="YYYY-MM-DD", help=teach("help-export-from"), show_default=False)
        ] = "",
        last: Annotated[
            str, typer.Option("--to", metavar="YYYY-MM-DD", help=teach("help-export-to"), show_default=False)
        ] = "",
        programme: Annotated[
            str, typer.Option("--programme", metavar="NAME", help=teach("help-export-programme"), show_default=False)
        ] = "",
        event: Annotated[
            str, typer.Option("--event", metavar="NAME", help=teach("help-export-event"), show_default=False)
        ] = "",
        firm: Annotated[
            str, typer.Option("--firm", metavar="NAME", help=teach("help-export-firm"), show_default=False)
        ] = "",
        out: Annotated[
            Path | None, typer.Option("--out", "-o", metavar="F", help=teach("help-export-out"), show_default=False)
        ] = None,
    ) -> None:
        if format not in FORMATS[kind]:
            raise UsageError("figures-no-such-format")
        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            service, member = _service(library), _reader(library, who)
            wanted = Wanted(
                period=_period(service, member, first, last),
                programme=_programme(service, member, programme) if programme else None,
                event=_event(service, member, event) if event else "",
                firm_id=_firm(service, member, firm) if firm else "",
            )
            found = service.export(member, kind, wanted)
        path = out or Path(named(terminal.message(found.title), _MEDIA[format]))
        _write(terminal, path, found, format)


_MEDIA = {Format(ending.removeprefix(".")): media for media, ending in ENDINGS.items() if ending[1:] in set(Format)}


def _service(library: Library) -> FigureService:
    # Imported here: every other command starts without it.
    from bot.bootstrap_figures import make_figures

    return make_figures(library)


def _reader(library: Library, who: str) -> Member:
    member = find_person([one for one in library.database.people.people() if not one.has_left], who)
    if not may_have(member):
        raise UsageError("export-nobody", name=member.name)
    return member


def _period(service: FigureService, member: Member, first: str, last: str) -> Period:
    """Without days the fiscal year, from April 1 to March 31."""
    if not first:
        if last:
            raise UsageError("export-needs-from")
        return service.period(member, PeriodKind.THIS_YEAR)
    return free(first.strip(), last.strip(), service.today(member))


def _programme(service: FigureService, member: Member, name: str) -> Programme:
    found = [one for one in service.programmes(member) if name in (one.name, one.id)]
    if not found:
        raise UsageError("export-no-programme", name=name)
    # The latest of those that have the same name in several years.
    return max(found, key=lambda one: one.period.first)


def _event(service: FigureService, member: Member, name: str) -> str:
    if name not in service.events(member):
        raise UsageError("export-no-event", name=name)
    return name


def _firm(service: FigureService, member: Member, name: str) -> str:
    wanted = by_name(name)[0]
    found = [id for id, seen in service.firms(member).items() if name == id or by_name(seen.name)[0] == wanted]
    if len(found) != 1:
        raise UsageError("export-no-firm", name=name)
    return found[0]


def _write(terminal: Terminal, path: Path, found: Export, format: Format) -> None:
    from bot.bootstrap_figures import draw

    content = draw(found, format, terminal.message)
    try:
        write_whole(path, content)
    except OSError as error:
        raise UsageError("export-not-written", path=str(path), reason=error.strerror or "") from error
    terminal.out(terminal.text("export-written", path=str(path), count=len(found.sheets[0].rows)))
