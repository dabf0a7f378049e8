"""`minori ask` and `minori chat`."""

import json
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.adapters.control_socket import ControlClient, ControlServer
from bot.bootstrap import Application, Library
from bot.cli.console import FAILED, CommandFailed, Terminal
from bot.cli.conversation import Conversation
from bot.cli.session import application_of, library_of
from bot.core.answering.models import LONGEST_QUESTION, Answer, State, readable_question
from bot.core.answering.replies import reply_to
from bot.core.messages import Locale, Source
from bot.errors import DependencyError, IndexesInUse, UsageError
from bot.platforms.terminal.drawing import Drawing

_OWNER_PATIENCE_S = 10.0
_OWNER_POLL_S = 0.1

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
        questions = read_questions(file) if file else [question or ""]
        if question is not None:
            readable_question(question)
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
        # Not splitlines(): JSON may hold U+2028 and its like inside a text.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError("ask-file-unreadable", file=str(path)) from error
    questions: list[str] = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            questions.append(_question(line, path, number))
    return questions


def _question(line: str, path: Path, number: int) -> str:
    try:
        asked = json.loads(line)["q"]
        if not isinstance(asked, str):
            raise TypeError(type(asked).__name__)
        readable_question(asked)
    except UsageError as error:
        key = "ask-file-line-too-long" if error.key == "question-too-long" else "ask-file-line"
        limit = {"limit": LONGEST_QUESTION} if error.key == "question-too-long" else {}
        raise UsageError(key, file=str(path), line=str(number), **limit) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UsageError("ask-file-line", file=str(path), line=str(number)) from error
    return asked


def _results(terminal: Terminal, questions: list[str], hand_over: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Ask here, or through the process that owns the indexes."""
    with ExitStack() as stack:
        library = stack.enter_context(library_of(terminal))
        asker = _asker(terminal, library, stack)
        for question in questions:
            yield question, asker(question, terminal.locale_of(question), hand_over)


def _asker(terminal: Terminal, library: Library, stack: ExitStack) -> Asker:
    """Take the indexes, or find who owns them.

    An owner that does not listen is starting, or about to finish (another `ask`, `guides add`): it is waited for.
    Raises DependencyError where that takes too long.
    """
    deadline = time.monotonic() + _OWNER_PATIENCE_S
    while True:
        try:
            return answer_for(terminal, stack.enter_context(application_of(terminal, library)))
        except IndexesInUse:
            try:
                return stack.enter_context(ControlClient(terminal.settings.data_dir)).ask
            except DependencyError:
                if time.monotonic() > deadline:
                    raise
        time.sleep(_OWNER_POLL_S)


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
