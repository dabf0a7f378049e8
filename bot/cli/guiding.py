"""`minori guides …`: add, list, show, rollback, retire."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.bootstrap import Library, make_guides, open_application
from bot.cli.console import Terminal
from bot.cli.session import library_of
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import FileToAdd, Loaded, Prepared
from bot.core.guides.models import Passage, Release
from bot.core.guides.service import GuideOverview, GuideService
from bot.core.messages import Message
from bot.errors import IndexesInUse, UsageError
from bot.platforms.terminal.drawing import plain

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
        paths: Annotated[list[Path], typer.Argument(help=teach("help-guides-add-paths"), metavar="PATH…")],
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
        with library_of(terminal) as library:
            service = make_guides(library.database, library.clock, encoding=encoding)
            if dry_run:
                _show_prepared(terminal, service, files, as_json)
                return
            loaded = _add(terminal, service, files, allow_older)
            for one in loaded:
                _show_loaded(terminal, one, as_json)
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
        yield from (file for file in inside if not file.name.startswith((".", "~$")))
    else:
        yield path


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageError("guides-file-unreadable", path=str(file), reason=error.strerror or "") from error


def _add(terminal: Terminal, service: GuideService, files: list[FileToAdd], allow_older: bool) -> Sequence[Loaded]:
    with terminal.progress("progress-reading") as advance:
        return service.add(
            files=files,
            allow_older=allow_older,
            progress=lambda *, done, total, **_: advance(done, total),
        )


def _show_loaded(terminal: Terminal, loaded: Loaded, as_json: bool) -> None:
    if as_json:
        row = {"file": loaded.file_name, "state": str(loaded.state), **_release(loaded.release)}
        terminal.json({**row, "warnings": [terminal.message(warning) for warning in loaded.warnings]})
        return
    terminal.out(terminal.message(loaded.message))
    for warning in loaded.warnings:
        terminal.out(f"  ! {terminal.message(warning)}")


def _show_prepared(terminal: Terminal, service: GuideService, files: list[FileToAdd], as_json: bool) -> None:
    for file in files:
        prepared: Prepared = service.prepare(file_name=file.file_name, content=file.content, options=file.options)
        if as_json:
            terminal.json(
                {
                    "file": prepared.file_name,
                    "state": str(prepared.state),
                    "id": prepared.details.id,
                    "title": prepared.details.title,
                    "edition": prepared.details.edition_on.isoformat(),
                    "passages": [_passage(passage) for passage in prepared.passages],
                    "warnings": [terminal.message(warning) for warning in prepared.warnings],
                }
            )
            continue
        terminal.out(terminal.message(prepared.message))
        for warning in prepared.warnings:
            terminal.out(f"  ! {terminal.message(warning)}")
        _print_passages(terminal, prepared.passages)


def _add_looking(guides: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @guides.command("list", help=teach("help-guides-list"))
    def list_(as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False) -> None:
        terminal = open_terminal()
        with library_of(terminal) as library:
            wanted = terminal.settings.bundled_guides
            guides_ = [overview for overview in library.guides.list() if wanted or not overview.shown.bundled]
        if as_json:
            for overview in guides_:
                terminal.json(_overview(overview))
            return
        if not guides_:
            terminal.out(terminal.text("guides-list-empty"))
        for overview in guides_:
            details = overview.shown.details
            terminal.out(f"{overview.guide_id}  {details.edition_on}  {plain(details.title)}")
            counts = terminal.text(
                "guides-list-line", passages=overview.shown.passage_count, releases=overview.release_count
            )
            terminal.out(f"    {terminal.message(overview.state)} / {counts}")

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
            passages = [_passage(passage) for passage in shown.passages]
            terminal.json({**_release(shown.release), "passages": passages})
            return
        _print_release(terminal, shown.release)
        _print_passages(terminal, shown.passages)


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
            terminal.json(_release(release))
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


def _print_release(terminal: Terminal, release: Release) -> None:
    details = release.details
    terminal.out(f"{details.title}  ({details.id}@{release.number}, {release.file_name})")
    values = {name: value for name, value in dataclasses.asdict(details).items() if name not in ("id", "title")}
    for name, value in values.items():
        shown = ", ".join(value) if isinstance(value, tuple) else value
        if shown not in (None, ""):
            terminal.out(f"  {name}: {shown}")
    terminal.out()


def _print_passages(terminal: Terminal, passages: Sequence[Passage]) -> None:
    for passage in passages:
        page = f" / {terminal.text('source-page', page=passage.page)}" if passage.page else ""
        terminal.out(f"[{passage.ordinal}] {plain(passage.heading)}{page}")
        for line in plain(passage.text).split("\n"):
            terminal.out(f"    {line}")
        terminal.out()


def _release(release: Release) -> dict[str, Any]:
    details = {name: value for name, value in dataclasses.asdict(release.details).items() if value is not None}
    details = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in details.items()}
    return {
        **details,
        "edition": release.details.edition_on.isoformat(),
        "release": release.number,
        "release_state": str(release.state),
        "file_name": release.file_name,
        "bundled": release.bundled,
        "loaded_at": release.loaded_at.isoformat(),
        "pages": release.pages,
        "passage_count": release.passage_count,
    }


def _overview(overview: GuideOverview) -> dict[str, Any]:
    return {**_release(overview.shown), "releases": overview.release_count, "expired": overview.has_expired}


def _passage(passage: Passage) -> dict[str, Any]:
    return {"passage_id": passage.id, "heading": passage.heading, "page": passage.page, "passage": passage.text}
