"""`minori export`: numbers, records and the report to a funder as a file."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bot.bootstrap import Library, open_library
from bot.cli.console import Terminal
from bot.cli.meeting_packs import write_pack
from bot.cli.people import find_person
from bot.core.clock import SystemClock, day_of
from bot.core.figures.forms import free, refuse_other_days
from bot.core.figures.ordering import by_name
from bot.core.figures.periods import Period, PeriodKind
from bot.core.figures.ports import Programme
from bot.core.figures.selecting import Wanted, may_have
from bot.core.figures.service import FigureService
from bot.core.figures.tables import FORMATS, Export, Format, Kind
from bot.core.messages import Message
from bot.core.outgoing import ENDINGS, ICS, PDF, XLSX, named
from bot.core.people import Member
from bot.errors import UsageError
from bot.platforms.terminal.writing import write_whole


class What(StrEnum):
    """What can be exported: tables of numbers and records (bot/core/figures), and the hand-over pack."""

    ENCOUNTERS = Kind.ENCOUNTERS.value
    FIGURES = Kind.FIGURES.value
    REPORT = Kind.REPORT.value
    QUESTIONS = Kind.QUESTIONS.value
    PACK = "pack"


class FileKind(StrEnum):
    """As what: the pack comes as pages as well."""

    XLSX = Format.XLSX.value
    CSV = Format.CSV.value
    ICS = Format.ICS.value
    JSON = Format.JSON.value
    PDF = "pdf"


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the command `export`."""

    @app.command("export", help=teach("help-export"))
    def export(
        kind: Annotated[What, typer.Option("--kind", help=teach("help-export-kind"))],
        who: Annotated[str, typer.Option("--for", metavar="NAME", help=teach("help-export-for"))],
        format: Annotated[FileKind, typer.Option("--format", help=teach("help-export-format"))] = FileKind.XLSX,
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
        if kind is What.PACK:
            _pack(open_terminal(), who, format, firm, out, narrowed=bool(first or last or programme or event))
            return
        if str(format) not in {str(one) for one in FORMATS[Kind(kind)]}:
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
            if first:
                refuse_other_days(wanted)
            found = service.export(member, Kind(kind), wanted)
        path = out or Path(named(terminal.message(found.title), _MEDIA[Format(format)]))
        _write(terminal, path, found, Format(format))


_OF_PACKS = {FileKind.XLSX: XLSX, FileKind.PDF: PDF, FileKind.ICS: ICS}


def _pack(terminal: Terminal, who: str, format: FileKind, firm: str, out: Path | None, *, narrowed: bool) -> None:
    if format not in _OF_PACKS:
        raise UsageError("figures-no-such-format")
    if narrowed:
        raise UsageError("export-pack-whole")
    day = day_of(SystemClock().now()).isoformat()
    name = Message("pack-file-firm", {"firm": firm, "day": day}) if firm else Message("pack-file", {"day": day})
    path = out or Path(named(terminal.message(name), _OF_PACKS[format]))
    if path.suffix.lower() != ENDINGS[_OF_PACKS[format]]:
        path = path.with_name(path.name + ENDINGS[_OF_PACKS[format]])
    write_pack(terminal, who, firm=firm, output=path)


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
