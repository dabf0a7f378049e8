"""`minori meetings pack` and `minori meetings programme`: the end of a fiscal year, at the command line."""

import datetime
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated
from uuid import NAMESPACE_OID, uuid5

import typer

from bot.bootstrap import Library, open_library
from bot.cli.console import Terminal
from bot.cli.people import find_person
from bot.core.clock import day_of
from bot.core.figures.ordering import by_name
from bot.core.hand_over_packs.models import Pack
from bot.core.meetings.funding import Programme
from bot.core.meetings.programmes import fiscal_year_of
from bot.core.membership.models import Changes
from bot.core.messages import Say
from bot.errors import UsageError
from bot.platforms.terminal.writing import write_whole

_ENDINGS = (".xlsx", ".pdf", ".ics")


def add_commands(meetings: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the command `pack` and the group `programme`."""
    _add_pack(meetings, teach, open_terminal)
    programme = typer.Typer(help=teach("help-meetings-programme"), no_args_is_help=True, rich_markup_mode=None)
    meetings.add_typer(programme, name="programme")
    _add_programme(programme, teach, open_terminal)
    _add_leaving(programme, teach, open_terminal)


def _add_pack(meetings: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @meetings.command("pack", help=teach("help-meetings-pack"))
    def pack(
        who: Annotated[str, typer.Option("--for", metavar="NAME", help=teach("help-meetings-pack-for"))],
        output: Annotated[
            Path, typer.Option("--output", "-o", metavar="F.xlsx", help=teach("help-meetings-pack-output"))
        ],
        firm: Annotated[
            str, typer.Option("--firm", metavar="NAME", help=teach("help-meetings-pack-firm"), show_default=False)
        ] = "",
    ) -> None:
        write_pack(open_terminal(), who, firm=firm, output=output)


def write_pack(terminal: Terminal, who: str, *, firm: str, output: Path) -> None:
    """Write the pack of somebody's firms, or of one, as the ending of the file says: .xlsx, .pdf or .ics; of a long one
    on paper each volume is a file of its own, `F-1-of-3.pdf`."""
    # Imported here: every other command starts without it.
    from bot.bootstrap_packs import packs_alone

    if output.suffix.lower() not in _ENDINGS:
        raise UsageError("pack-no-such-ending", path=str(output))
    with open_library(terminal.settings) as library:
        owner = find_person([one for one in library.database.people.people() if not one.has_left], who)
        pack = packs_alone(library).pack(owner, [_firm(library, firm)] if firm else None)
    if firm and not pack.firms:
        raise UsageError("export-no-firm", name=firm)
    if pack.is_empty:
        # As in a conversation: a file without anything in it is no pack.
        raise UsageError("pack-none")
    count = sum(1 for _ in pack.matters)
    for path, draw in _drawn(pack, output):
        try:
            write_whole(path, draw(terminal.message))
        except OSError as error:
            raise UsageError("pack-not-written", path=str(path), reason=error.strerror or "") from error
        terminal.out(terminal.text("pack-written", path=str(path), count=count))


def _drawn(pack: Pack, output: Path) -> Iterator[tuple[Path, Callable[[Say], bytes]]]:
    from bot.bootstrap_packs import PackDrawing
    from bot.core.hand_over_packs.volumes import volumes_of

    drawing, ending = PackDrawing(), output.suffix.lower()
    if ending != ".pdf":
        draw = drawing.workbook if ending == ".xlsx" else drawing.calendar
        yield output, partial(draw, pack)
        return
    for one in volumes_of(pack):
        volume = f"-{one.place}-of-{one.count}" if one.count > 1 else ""
        yield output.with_name(f"{output.stem}{volume}{output.suffix}"), partial(drawing.pages, pack, one)


def _firm(library: Library, name: str) -> str:
    wanted = by_name(name)[0]
    found = [one.id for one in library.database.people.companies() if name == one.id or by_name(one.name)[0] == wanted]
    if len(found) != 1:
        raise UsageError("export-no-firm", name=name)
    return found[0]


def _add_programme(group: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @group.command("add", help=teach("help-meetings-programme-add"))
    def add(
        name: Annotated[str, typer.Argument(metavar="NAME", help=teach("help-meetings-programme-name"))],
        owner: Annotated[str, typer.Option("--owner", metavar="NAME", help=teach("help-meetings-programme-owner"))],
        year: Annotated[
            int | None,
            typer.Option("--year", min=2000, max=2100, help=teach("help-meetings-programme-year"), show_default=False),
        ] = None,
    ) -> None:
        from bot.bootstrap_meetings import make_meetings

        terminal = open_terminal()
        with open_library(terminal.settings) as library:
            person = find_person(library.database.people.people(), owner)
            fiscal_year = year or fiscal_year_of(day_of(library.clock.now()))
            # The same name in the same year is the same programme.
            id = uuid5(NAMESPACE_OID, f"programme {fiscal_year} {name.strip()}").hex
            new = Programme(id=id, name=name.strip(), owner_id=person.id, fiscal_year=fiscal_year)
            kept = make_meetings(library).service.put_programme(new)
        day = kept.last_day.isoformat()
        terminal.out(terminal.text("programme-kept", name=kept.name, owner=person.name, day=day))


def _add_leaving(group: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @group.command("leaving", help=teach("help-meetings-programme-leaving"))
    def leaving(
        who: Annotated[str, typer.Option("--for", metavar="NAME", help=teach("help-meetings-programme-leaving-for"))],
        on: Annotated[str, typer.Option("--on", metavar="DAY", help=teach("help-meetings-programme-leaving-on"))],
    ) -> None:
        from bot.bootstrap_meetings import make_meetings

        terminal, day = open_terminal(), _day(on)
        with open_library(terminal.settings) as library:
            people = library.database.people
            person = replace(find_person(people.people(), who), leaves_on=day)
            people.change(lambda _: Changes(people=(person,)))
            make_meetings(library).service.leaves(person, day)
        terminal.out(terminal.text("programme-leaving-kept", owner=person.name, day=day.isoformat()))


def _day(words: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError("programme-bad-day", given=words[:40]) from error
