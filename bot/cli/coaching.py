"""`minori coach …`: what a sentence about one's own work still leaves open."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.console import Terminal
from bot.cli.json_lines import BadLine, Unreadable, check_whole, rows_of, whole
from bot.core.coaching.listening.models import Heard
from bot.core.coaching.trades import Trade
from bot.core.messages import Locale
from bot.errors import UsageError


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add the group `coach`."""
    coach = typer.Typer(help=teach("help-coach"), no_args_is_help=True, rich_markup_mode=None)
    app.add_typer(coach, name="coach")
    _add_check(coach, teach, open_terminal)


def _add_check(coach: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    @coach.command("check", help=teach("help-coach-check"))
    def check(
        text: Annotated[str | None, typer.Argument(metavar="TEXT", help=teach("help-coach-check-text"))] = None,
        file: Annotated[
            Path | None,
            typer.Option("--file", metavar="F.jsonl", help=teach("help-coach-check-file"), show_default=False),
        ] = None,
        trade: Annotated[
            Trade, typer.Option("--trade", help=teach("help-coach-check-trade"), show_default=False)
        ] = Trade.OTHER,
        lang: Annotated[
            str | None,
            typer.Option("--lang", metavar="ja|en", help=teach("help-coach-check-lang"), show_default=False),
        ] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
    ) -> None:
        # Imported here: every other command starts without the dictionary.
        from bot.bootstrap_listening import make_listener

        if (text is None) == (file is None):
            raise UsageError("coach-check-one-of")
        locale = _locale(lang)
        sentences = _sentences(file) if file else iter((_said(text),))
        terminal, listener = open_terminal(), make_listener()
        for said in sentences:
            heard = listener.hear(said, trade=trade)
            spoken = locale or terminal.locale_of(said)
            if as_json or file:
                terminal.json(values_of(said, heard, _question(terminal, heard, spoken)))
            else:
                _show(terminal, heard, spoken)


def values_of(said: str, heard: Heard, question: str | None) -> dict[str, Any]:
    """The JSON contract of `minori coach check`, one object a sentence."""
    return {
        "t": said,
        "needs_question": heard.needs_question,
        "flags": [{"kind": str(sign.kind), "words": sign.words} for sign in heard.signs],
        "question": question,
    }


def _said(text: str | None) -> str:
    if text is None or not text.strip():
        raise UsageError("coach-check-empty")
    return whole(text)


def _locale(lang: str | None) -> Locale | None:
    if lang is None:
        return None
    if lang == "ja":
        return "ja"
    if lang == "en":
        return "en"
    raise UsageError("coach-check-bad-lang", given=lang[:40])


def _sentences(file: Path) -> Iterator[str]:
    """The sentences (`t`) of the file. Raises UsageError naming the first bad line, before the first sentence."""
    try:
        return rows_of(file, _sentence)
    except Unreadable as error:
        raise UsageError("coach-check-unreadable", path=str(file), reason=str(error)) from error
    except BadLine as error:
        raise UsageError("coach-check-bad-line", path=str(file), line=error.number) from error


def _sentence(line: str) -> str:
    said = json.loads(line)["t"]
    if not isinstance(said, str) or not said.strip():
        raise ValueError("t")
    check_whole(said)
    return said


def _question(terminal: Terminal, heard: Heard, locale: Locale) -> str | None:
    return terminal.sentences.say(heard.question, locale=locale) if heard.question else None


def _show(terminal: Terminal, heard: Heard, locale: Locale) -> None:
    """What a person reads: the question, or that there is none. What was noticed by which words is for --json."""
    question = _question(terminal, heard, locale)
    terminal.out(question if question else terminal.text("coach-check-nothing"))
