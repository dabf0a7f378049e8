"""`minori meetings …`: what a typed line says of an encounter."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.cli import meeting_packs
from bot.cli.console import Terminal
from bot.cli.json_lines import BadLine, Unreadable, check_whole, rows_of, whole
from bot.core.clock import SystemClock, day_of
from bot.core.meetings.parsing.contract import values_of
from bot.core.meetings.parsing.models import FIELDS, Caught
from bot.errors import UsageError


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `meetings`."""
    meetings = typer.Typer(help=teach("help-meetings"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(meetings, name="meetings")
    _add_parsing(meetings, teach, open_terminal)
    meeting_packs.add_commands(meetings, teach, open_terminal)


def _add_parsing(meetings: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @meetings.command("parse", help=teach("help-meetings-parse"))
    def parse(
        text: Annotated[str | None, typer.Argument(metavar="TEXT", help=teach("help-meetings-parse-text"))] = None,
        on: Annotated[
            str | None,
            typer.Option("--on", metavar="YYYY-MM-DD", help=teach("help-meetings-parse-on"), show_default=False),
        ] = None,
        file: Annotated[
            Path | None,
            typer.Option("--file", metavar="F.jsonl", help=teach("help-meetings-parse-file"), show_default=False),
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        # Imported here: every other command starts without the dictionary.
        from bot.bootstrap_meetings import make_line_reader

        day = _day(on) if on else day_of(SystemClock().now())
        if (text is None) == (file is None):
            raise UsageError("meetings-parse-one-of")
        rows = _rows(file, day) if file else iter(((_said(text), day),))
        terminal, read = open_terminal(), make_line_reader()
        for said, typed_on in rows:
            caught = read(said, typed_on)
            if as_json or file:
                terminal.json(values_of(caught))
            else:
                _show(terminal, caught)


def _said(text: str | None) -> str:
    if text is None or not text.strip():
        raise UsageError("meetings-parse-empty")
    return whole(text)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words.strip())
    except ValueError as error:
        raise UsageError("meetings-parse-bad-day", given=words[:40]) from error


def _rows(file: Path, day: date) -> Iterator[tuple[str, date]]:
    """The lines (`t`) of the file with the day (`on`) each was typed. Raises UsageError naming the first bad line."""
    try:
        return rows_of(file, lambda line: _row(line, day))
    except Unreadable as error:
        raise UsageError("meetings-parse-unreadable", path=str(file), reason=str(error)) from error
    except BadLine as error:
        raise UsageError("meetings-parse-bad-line", path=str(file), line=error.number) from error


def _row(line: str, day: date) -> tuple[str, date]:
    row = json.loads(line)
    said, on = row["t"], row.get("on")
    if not isinstance(said, str) or not said.strip():
        raise ValueError("t")
    check_whole(said)
    return said, date.fromisoformat(on) if on is not None else day


def _show(terminal: Terminal, caught: Caught) -> None:
    values = values_of(caught)
    if caught.is_empty:
        terminal.out(terminal.text("meetings-parse-nothing"))
    for name in FIELDS:
        value, words = values[name], caught.words.get(name)
        label = _label(terminal, name)
        if value is None:
            terminal.out(terminal.text("meetings-parse-field-empty", label=label))
        elif words and words != value:
            terminal.out(terminal.text("meetings-parse-field-from", label=label, value=value, words=words))
        else:
            terminal.out(terminal.text("meetings-parse-field", label=label, value=value))
    for note in caught.notes:
        terminal.note(_note(terminal, note))


def _label(terminal: Terminal, name: str) -> str:
    labels = {
        "company": "meetings-parse-company",
        "person": "meetings-parse-person",
        "title": "meetings-parse-title",
        "event": "meetings-parse-event",
        "met_on": "meetings-parse-met-on",
        "next_step": "meetings-parse-next-step",
        "due_on": "meetings-parse-due-on",
        "due_time": "meetings-parse-due-time",
    }
    return terminal.text(labels[name])


def _note(terminal: Terminal, note: str) -> str:
    sentences = {
        "weekday-disagrees": "meetings-note-weekday-disagrees",
        "no-such-day": "meetings-note-no-such-day",
        "day-not-said": "meetings-note-day-not-said",
        "time-not-said": "meetings-note-time-not-said",
        "afternoon-assumed": "meetings-note-afternoon-assumed",
        "half-not-said": "meetings-note-half-not-said",
        "several-steps": "meetings-note-several-steps",
        "several-people": "meetings-note-several-people",
    }
    return terminal.text(sentences[note])
