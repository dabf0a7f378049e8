"""`minori guides …`: add, list, show, rollback, retire."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.bootstrap import Library, make_guides, open_application
from bot.cli.console import Terminal
from bot.cli.guide_views import (
    overview_values,
    passage_values,
    print_overviews,
    print_passages,
    print_release,
    release_values,
    show_loaded,
    show_prepared,
)
from bot.cli.session import library_of
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import FileToAdd, Loaded, Prepared
from bot.core.guides.models import Release
from bot.core.guides.refusals import GuidesRefused, Refusal, reasons_of
from bot.core.guides.service import GuideService
from bot.core.messages import Message
from bot.errors import DocumentRefused, IndexesInUse, UsageError

FORMATS = frozenset({".md", ".txt", ".html", ".htm", ".pdf", ".docx", ".pptx", ".xlsx", ".csv"})
"""What is taken from a folder; a file that is named itself is tried whatever it is called."""


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `guides`."""
    guides = typer.Typer(help=teach("help-guides"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(guides, name="guides")
    _add_adding(guides, teach, open_terminal)
    _add_looking(guides, teach, open_terminal)
    _add_changing(guides, teach, open_terminal)


def _add_adding(guides: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    def text_option(name: str) -> Any:
        return typer.Option(f"--{name}", help=teach(f"help-guides-add-{name}"), show_default=False)

    @guides.command("add", help=teach("help-guides-add"))
    def add(
        paths: Annotated[list[Path], typer.Argument(help=teach("help-guides-add-paths"), metavar="PATH")],
        guide_id: Annotated[str | None, text_option("id")] = None,
        title: Annotated[str | None, text_option("title")] = None,
        edition: Annotated[str | None, text_option("edition")] = None,
        kind: Annotated[str | None, text_option("kind")] = None,
        audience: Annotated[list[str] | None, text_option("audience")] = None,
        source: Annotated[list[str] | None, text_option("source")] = None,
        language: Annotated[str | None, text_option("language")] = None,
        region: Annotated[str | None, text_option("region")] = None,
        contact: Annotated[str | None, text_option("contact")] = None,
        valid_from: Annotated[str | None, text_option("valid-from")] = None,
        valid_until: Annotated[str | None, text_option("valid-until")] = None,
        deadline: Annotated[str | None, text_option("deadline")] = None,
        encoding: Annotated[str | None, text_option("encoding")] = None,
        allow_older: Annotated[bool, typer.Option("--allow-older", help=teach("help-guides-add-allow-older"))] = False,
        dry_run: Annotated[bool, typer.Option("--dry-run", help=teach("help-guides-add-dry-run"))] = False,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        options = GuideOptions(
            id=guide_id,
            title=title,
            edition=edition,
            kind=kind,
            audience=tuple(audience or ()),
            sources=tuple(source or ()),
            language=language,
            region=region,
            contact=contact,
            valid_from=valid_from,
            valid_until=valid_until,
            deadline=deadline,
        )
        files = files_of(paths, options)
        _say_left_out(terminal, paths)
        with library_of(terminal) as library:
            service = make_guides(library.database, library.clock, encoding=encoding)
            if dry_run:
                for prepared in _prepare(service, files):
                    show_prepared(terminal, prepared, as_json)
                return
            loaded = _add(terminal, service, files, allow_older)
            for one in loaded:
                show_loaded(terminal, one, as_json)
            refresh_indexes(terminal, library)


def files_of(paths: Sequence[Path], options: GuideOptions) -> list[FileToAdd]:
    """The files of the paths, folders searched through. Raises UsageError."""
    files = [file for path in paths for file in _expand(path)]
    named = [name for name in ("id", "title") if getattr(options, name) is not None]
    if named and len(files) > 1:
        raise UsageError("guides-one-file-only", option=f"--{named[0]}", count=len(files))
    if not files:
        raise UsageError("guides-no-files", paths=", ".join(map(str, paths)))
    return [FileToAdd(file_name=file.name, content=_read(file), options=options) for file in files]


def _expand(path: Path) -> Iterator[Path]:
    if not path.exists():
        raise UsageError("guides-no-such-file", path=str(path))
    if path.is_dir():
        inside = (file for file in sorted(path.rglob("*")) if file.is_file() and file.suffix.lower() in FORMATS)
        yield from (file for file in inside if not _is_hidden(file))
    else:
        yield path


def _is_hidden(file: Path) -> bool:
    """Files of the system, and those that an office program keeps beside an open document."""
    return file.name.startswith((".", "~$"))


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError("guides-file-unreadable", path=str(file), reason=error.strerror or "") from error


def _say_left_out(terminal: Terminal, paths: Sequence[Path]) -> None:
    """Name the files of folders that no reader takes: nobody should believe that they are in."""
    inside = (file for path in paths if path.is_dir() for file in sorted(path.rglob("*")) if file.is_file())
    left = [file.name for file in inside if file.suffix.lower() not in FORMATS and not _is_hidden(file)]
    if left:
        terminal.note(terminal.text("guides-left-out", files=", ".join(left)))


def _prepare(service: GuideService, files: Sequence[FileToAdd]) -> list[Prepared]:
    """What adding would do. Raises GuidesRefused with every reason of every file."""
    prepared: list[Prepared] = []
    refusals: list[Refusal] = []
    for file in files:
        try:
            prepared.append(service.prepare(file_name=file.file_name, content=file.content, options=file.options))
        except DocumentRefused as error:
            refusals.append(Refusal(file_name=file.file_name, reasons=reasons_of(error)))
    if refusals:
        raise GuidesRefused(refusals)
    return prepared


def _add(terminal: Terminal, service: GuideService, files: list[FileToAdd], allow_older: bool) -> Sequence[Loaded]:
    with terminal.progress("progress-reading") as advance:
        return service.add(
            files=files,
            allow_older=allow_older,
            progress=lambda *, done, total, **_: advance(done, total),
        )


def _add_looking(guides: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @guides.command("list", help=teach("help-guides-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        with library_of(terminal) as library:
            wanted = terminal.settings.bundled_guides
            guides_ = [overview for overview in library.guides.list() if wanted or not overview.shown.bundled]
        if as_json:
            for overview in guides_:
                terminal.json(overview_values(overview))
            return
        print_overviews(terminal, guides_)

    @guides.command("show", help=teach("help-guides-show"))
    def show(
        guide_id: Annotated[str, typer.Argument(metavar="ID", help=teach("help-guides-id"))],
        release: Annotated[int | None, typer.Option("--release", help=teach("help-guides-show-release"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        terminal = open_terminal()
        with library_of(terminal) as library:
            shown = library.guides.show(guide_id=guide_id, number=release)
        if as_json:
            passages = [passage_values(passage) for passage in shown.passages]
            terminal.json({**release_values(shown.release), "passages": passages})
            return
        print_release(terminal, shown.release)
        print_passages(terminal, shown.passages)


def _add_changing(guides: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @guides.command("rollback", help=teach("help-guides-rollback"))
    def rollback(
        guide_id: Annotated[str, typer.Argument(metavar="ID", help=teach("help-guides-id"))],
        to: Annotated[int | None, typer.Option("--to", help=teach("help-guides-rollback-to"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        _change(
            open_terminal(), "guides-rolled-back", as_json, lambda guides: guides.rollback(guide_id=guide_id, to=to)
        )

    @guides.command("retire", help=teach("help-guides-retire"))
    def retire(
        guide_id: Annotated[str, typer.Argument(metavar="ID", help=teach("help-guides-id"))],
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        _change(open_terminal(), "guides-retired", as_json, lambda guides: guides.retire(guide_id=guide_id))


def _change(terminal: Terminal, key: str, as_json: bool, change: Callable[[GuideService], Release]) -> None:
    with library_of(terminal) as library:
        release = change(library.guides)
        if as_json:
            terminal.json(release_values(release))
        else:
            arguments: dict[str, str | int] = {
                "guide": release.guide_id,
                "title": release.details.title,
                "number": release.number,
                "edition": release.details.edition_on.isoformat(),
            }
            terminal.out(terminal.message(Message(key, arguments)))
        refresh_indexes(terminal, library)


def refresh_indexes(terminal: Terminal, library: Library) -> None:
    """Make the indexes anew now, so that the next question is quick; whoever owns them follows by itself."""
    try:
        with open_application(library) as application, terminal.progress("progress-index") as advance:
            application.indexes.serving(wait=True, progress=advance)
    except IndexesInUse:
        return
