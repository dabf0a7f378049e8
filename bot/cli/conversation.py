"""A conversation in the terminal: questions, follow-ups by number, passages, handing over."""

from __future__ import annotations

import re
import sys
import unicodedata
import uuid
from contextlib import suppress
from pathlib import Path

from bot.bootstrap import Application
from bot.cli.console import Terminal, sentence_of
from bot.core.actions import ASK
from bot.core.answering.models import Answer, State, Statement
from bot.core.answering.replies import reply_to
from bot.core.messages import Claimed, Locale, Message, Said, Source
from bot.errors import DependencyError, PersonError
from bot.platforms.terminal.writing import written

_LEAVE = {"/quit", "/exit", "/q", "/終了", "終了"}
_HELP = {"/help", "/?", "/h", "/使い方"}
_HAND_OVER = {"/person", "/相談"}
_PASSAGE = ("/passage", "/原文")


class Conversation:
    """One person, one conversation; it remembers the last answer for numbers and passages."""

    def __init__(self, terminal: Terminal, application: Application) -> None:
        self._terminal, self._application = terminal, application
        self._id = f"chat-{uuid.uuid4().hex}"
        self._last: Answer | None = None
        self._locale: Locale = terminal.locale

    def run(self) -> None:
        """Ask until the person leaves; Ctrl-C leaves too, whenever it comes."""
        guides = len(self._application.library.cited())
        with suppress(EOFError, KeyboardInterrupt):
            self._terminal.out(self._terminal.text("chat-welcome", guides=guides))
            while _typed(line := self._next_line()) not in _LEAVE:
                self.hear(line)
        self._terminal.out(self._terminal.text("chat-goodbye"))

    def _next_line(self) -> str:
        """Raises EOFError at the end."""
        if sys.stdin.isatty():
            return input(self._terminal.text("chat-prompt") + " ")
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line

    def hear(self, line: str) -> Answer | None:
        """Take one line, show what comes of it, and return the answer where it was a question or a hand-over."""
        typed = _typed(line)
        command, argument = _command(typed)
        try:
            if command in _HELP:
                self._terminal.out(self._terminal.text("chat-help"))
            elif command in _HAND_OVER:
                return self._hand_over()
            elif command in _PASSAGE:
                self._passage(argument)
            elif typed.isdigit() and self._offered(int(typed)):
                return self._ask(self._offered(int(typed)))
            elif command.startswith("/"):
                self._terminal.out(self._terminal.text("chat-unknown-command", command=command))
            else:
                self._locale = self._terminal.locale_of(line)
                return self._ask(line)
        except (PersonError, DependencyError) as error:
            self._terminal.out(self._terminal.message(sentence_of(error)))
        return None

    def _offered(self, number: int) -> str:
        """The heading offered under this number in the last answer, or ""."""
        if self._last is None:
            return ""
        asks = [offer for offer in reply_to(self._last).offers if offer.action == ASK]
        return asks[number - 1].reference if 1 <= number <= len(asks) else ""

    def _ask(self, question: str) -> Answer:
        drawing, came = self._terminal.drawing(self._locale), False

        def listen(statement: Statement, _: Source) -> None:
            nonlocal came
            if not statement.is_quote:
                came = True
                self._terminal.out(drawing.part(Claimed(statement.text, statement.citation)))

        def warn(note: Message) -> None:
            if self._application.library.settings.chat_model:
                self._terminal.out(drawing.part(Said(note)))

        if self._application.library.settings.chat_model:
            self._terminal.out(self._terminal.text("chat-writing"))
        self._last = self._application.answering.answer(
            text=question, conversation_id=self._id, locale=self._locale, listen=listen, warn=warn
        )
        return self._show(self._last, came_before=came and self._last.state == State.ANSWERED)

    def _hand_over(self) -> Answer:
        return self._show(self._application.answering.hand_over(conversation_id=self._id, locale=self._locale))

    def _show(self, answer: Answer, *, came_before: bool = False) -> Answer:
        drawing, reply = self._terminal.drawing(self._locale), reply_to(answer)
        drawn = drawing.reply(reply, with_commands=True, came_before=came_before)
        self._terminal.out(f"\n{drawn}\n")
        for line in written(reply, Path.cwd(), drawing.said):
            self._terminal.out(line)
        return answer

    def _passage(self, number: str) -> None:
        source = self._source(number or "1")
        if source is None:
            self._terminal.out(self._terminal.text("chat-no-such-source"))
            return
        around = self._application.answering.neighbours(passage_id=source.passage_id)
        self._terminal.out("\n" + self._terminal.drawing(self._locale).passage(source, around) + "\n")

    def _source(self, number: str) -> Source | None:
        sources = self._last.sources if self._last else ()
        return next((source for source in sources if str(source.number) == number), None)


def _typed(line: str) -> str:
    """What was typed, whatever width the keyboard was set to."""
    return unicodedata.normalize("NFKC", line).strip()


def _command(typed: str) -> tuple[str, str]:
    """`/原文 1`, and as well `/原文1` and `/原文[1]`, as the command and its number."""
    found = re.fullmatch(r"(/\D*?)\s*\[?(\d+)\]?", typed)
    if found:
        return found[1].rstrip(), found[2]
    command, _, argument = typed.partition(" ")
    return command, argument.strip()
