"""`minori ask` and `minori chat`."""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.adapters.control_socket import ControlClient, ControlServer
from bot.bootstrap import Application
from bot.cli.console import FAILED, CommandFailed, Terminal
from bot.cli.conversation import Conversation
from bot.cli.session import application_of, library_of
from bot.core.answering.models import Answer, State
from bot.core.answering.replies import reply_to
from bot.core.messages import Locale, Source
from bot.errors import IndexesInUse, UsageError
from bot.platforms.terminal.drawing import Drawing

Asker = Callable[[str, Locale, bool], dict[str, Any]]
"""Question, language, whether to hand over where the guides do not answer → the result as plain values."""


def add_commands(app: typer.Typer, teach: Callable[[str], str], open_terminal: Callable[[], Terminal]) -> None:
    """Add `ask` and `chat`."""

    @app.command("ask", help=teach("help-ask"))
    def ask(
        question: Annotated[str | None, typer.Argument(help=teach("help-ask-question"), show_default=False)] = None,
        file: Annotated[Path | None, typer.Option("--file", "-f", help=teach("help-ask-file"))] = None,
        as_json: Annotated[bool, typer.Option("--json", help=teach("help-json"))] = False,
        hand_over: Annotated[bool, typer.Option("--hand-over", help=teach("help-ask-hand-over"))] = False,
    ) -> None:
        terminal = open_terminal()
        if (question is None) == (file is None):
            raise UsageError("ask-one-of-two")
        questions = [question] if question is not None else read_questions(file or Path())
        states = [
            _show(terminal, asked, result, as_json or file is not None)
            for asked, result in _results(terminal, questions, hand_over)
        ]
        if State.FAILED in states:
            raise CommandFailed(FAILED)

    @app.command("chat", help=teach("help-chat"))
    def chat() -> None:
        terminal = open_terminal()
        with ExitStack() as stack:
            library = stack.enter_context(library_of(terminal))
            application = stack.enter_context(application_of(terminal, library))
            stack.enter_context(ControlServer(terminal.settings.data_dir, answer_for(terminal, application)))
            Conversation(terminal, application).run()


def read_questions(path: Path) -> list[str]:
    """The `q` of every line. Raises UsageError naming the first line that cannot be used."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("ask-file-unreadable", file=str(path)) from error
    questions: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                asked = json.loads(line)["q"]
            except (ValueError, KeyError, TypeError) as error:
                raise UsageError("ask-file-line", file=str(path), line=number) from error
            if not isinstance(asked, str) or not asked.strip():
                raise UsageError("ask-file-line", file=str(path), line=number)
            questions.append(asked)
    return questions


def _results(terminal: Terminal, questions: list[str], hand_over: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ask here, or through the process that owns the indexes."""
    with ExitStack() as stack:
        library = stack.enter_context(library_of(terminal))
        try:
            application = stack.enter_context(application_of(terminal, library))
            asker = answer_for(terminal, application)
        except IndexesInUse:
            asker = stack.enter_context(ControlClient(terminal.settings.data_dir)).ask
        for question in questions:
            yield question, asker(question, terminal.locale_of(question), hand_over)


def answer_for(terminal: Terminal, application: Application) -> Asker:
    """Answers questions that belong to no conversation, as plain values."""

    def ask(question: str, locale: Locale, hand_over: bool) -> dict[str, Any]:
        conversation = f"ask-{uuid.uuid4().hex}"
        answering = application.answering
        answer = answering.answer(text=question, conversation_id=conversation, locale=locale, wait=True)
        duration = answer.duration_ms
        if hand_over and answer.state == State.NOT_IN_GUIDES:
            answer = answering.hand_over(conversation_id=conversation, locale=locale)
        return as_values(answer, terminal.drawing(locale), duration)

    return ask


def as_values(answer: Answer, drawing: Drawing, duration_ms: int) -> dict[str, Any]:
    """The contract of `minori ask --json`, and `drawn` for people."""
    reply = reply_to(answer)
    return {
        "state": str(answer.state),
        "text": drawing.text(reply),
        "citations": [_citation(source) for source in answer.sources],
        "ms": duration_ms,
        "drawn": drawing.reply(reply),
    }


def _citation(source: Source) -> dict[str, Any]:
    return {
        "guide": source.guide,
        "title": source.title,
        "edition": source.edition,
        "page": source.page,
        "heading": source.heading,
        "quote": source.quote,
        "passage": source.passage,
        "passage_id": source.passage_id,
    }


def _show(terminal: Terminal, question: str, result: dict[str, Any], as_json: bool) -> str:
    drawn = result.pop("drawn")
    if as_json:
        terminal.json({"q": question, **result})
    else:
        terminal.out(drawn)
    return str(result["state"])
