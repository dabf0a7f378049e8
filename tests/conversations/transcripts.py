"""Conversations as data: who says what, and what is seen. Silence, a double answer and an unknown word fail.

A transcript is played over the real application in one process, through the terminal's own conversation.
"""

from __future__ import annotations

import io
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from bot.bootstrap import Application, make_guides
from bot.cli.console import Terminal
from bot.cli.conversation import Conversation
from bot.core.actions import ASK, HAND_OVER
from bot.core.answering.models import MOST_CITATIONS, Answer, State
from bot.core.answering.replies import reply_to
from bot.core.clock import VirtualClock
from bot.core.guides.details import GuideOptions
from bot.core.guides.loading import FileToAdd
from bot.core.handovers.models import OPEN_STATES
from bot.core.messages import Locale, Message, Said
from tests.unit.adapters.document_readers.made_files import both, pdf_pages, text_page


class Strict(BaseModel):
    """A mapping of a transcript: an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Sees(Strict):
    """What is seen. What is not named is not looked at, except for what holds for every answer."""

    state: State | None = None
    cites: list[str] | None = None
    """The guides of the citations, each once, in order."""
    never_cites: list[str] = []
    heading: str | None = None
    """Stands in the heading of a citation."""
    edition: str | None = None
    page: int | None = None
    says_first: str | None = None
    says: list[str] = []
    says_not: list[str] = []
    offers: list[str] = []
    """Headings offered to go on with, or `person`."""
    text_has: list[str] = []
    text_lacks: list[str] = []
    told: str | None = None
    """The key of the one sentence that is shown instead of an answer."""
    waiting: int | None = None
    """How many questions wait for a coordinator on record."""
    record: str | None = None
    """The text of the newest of them."""


class Adds(Strict):
    """A guide that is loaded: `text` of a text file, or `pages` of a PDF, each a heading and lines."""

    file: str
    text: str = ""
    pages: list[list[str]] = []
    options: dict[str, Any] = {}

    def content(self) -> bytes:
        """The bytes of the file."""
        if self.pages:
            return pdf_pages([both(text_page([head], size=18), text_page(rest, top=740)) for head, *rest in self.pages])
        return self.text.encode("utf-8")


class Step(Strict):
    """One thing that happens: somebody says something and sees something, or an admin does something."""

    says: str | None = None
    sees: Sees | None = None
    adds: Adds | None = None
    retires: str | None = None
    rolls_back: str | None = None
    waits_days: int = 0


class Transcript(Strict):
    """One conversation."""

    about: str = Field(min_length=1)
    starts_at: datetime = datetime(2026, 10, 5, 0, 0, tzinfo=UTC)
    locale: Locale | None = None
    steps: list[Step] = Field(min_length=1)


def transcripts(folder: Path) -> dict[str, Transcript]:
    """Every transcript of the folder, by the name of its file."""
    files = sorted(folder.glob("*.yaml"))
    return {file.stem: Transcript.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}


@dataclass
class Player:
    """Plays one transcript."""

    application: Application
    terminal: Terminal
    clock: VirtualClock

    def __post_init__(self) -> None:
        self._conversation = Conversation(self.terminal, self.application)
        self._handovers = self.application.library.database.handovers

    def play(self, transcript: Transcript) -> None:
        """Raises AssertionError at the first step that is not as written."""
        for number, step in enumerate(transcript.steps, start=1):
            self.clock.advance(timedelta(days=step.waits_days, minutes=1))
            self._admin(step)
            if step.says is not None:
                assert step.sees is not None, f"step {number}: what is seen?"
                self._line(step.says, step.sees, f"step {number}, {step.says[:40]!r}")

    def _admin(self, step: Step) -> None:
        library = self.application.library
        guides = make_guides(library.database, self.clock)
        if step.adds:
            options = GuideOptions(**step.adds.options)
            file = FileToAdd(file_name=step.adds.file, content=step.adds.content(), options=options)
            guides.add(files=[file])
        if step.retires:
            guides.retire(guide_id=step.retires)
        if step.rolls_back:
            guides.rollback(guide_id=step.rolls_back)

    def _line(self, said: str, sees: Sees, where: str) -> None:
        shown = io.StringIO()
        with redirect_stdout(shown):
            answer = self._conversation.hear(said)
        text = shown.getvalue()
        assert text.strip(), f"{where}: silence"
        if answer is None:
            assert sees.state is None, f"{where}: no answer, but: {text}"
        else:
            self._answer(answer, text, sees, where)
        self._rest(text, sees, where)

    def _answer(self, answer: Answer, text: str, sees: Sees, where: str) -> None:
        assert sees.told is None, f"{where}: an answer instead of {sees.told}"
        assert text.count("■") == 1, f"{where}: not exactly one state: {text}"
        assert sees.state in (None, answer.state), f"{where}: {answer.state}: {text}"
        state = self.terminal.drawing(answer.locale).say(f"state-{answer.state}")
        assert text.strip().startswith(f"■ {state}"), f"{where}: the state is not said first"
        _sources(answer, sees, where)
        parts = [part.message.key if isinstance(part, Said) else "quote" for part in reply_to(answer).parts]
        assert sees.says_first in (None, parts[0]), f"{where}: says first {parts[0]}"
        assert set(sees.says) <= set(parts), f"{where}: says {parts}"
        assert not set(sees.says_not) & set(parts), f"{where}: says {parts}"
        offers = reply_to(answer).offers
        offered = [offer.text for offer in offers if offer.action == ASK]
        offered += ["person" for offer in offers if offer.action == HAND_OVER]
        for wanted in sees.offers:
            assert any(wanted in one for one in offered), f"{where}: {wanted!r} is not offered: {offered}"

    def _rest(self, text: str, sees: Sees, where: str) -> None:
        for wanted in sees.text_has:
            assert wanted in text, f"{where}: no {wanted!r} in {text}"
        for unwanted in sees.text_lacks:
            assert unwanted not in text, f"{where}: {unwanted!r} in {text}"
        if sees.told:
            start = self.terminal.sentences.say(Message(sees.told), locale=self.terminal.locale)[:6]
            assert text.strip().startswith(start), f"{where}: {text}"
        waiting = self._handovers.in_state(OPEN_STATES)
        assert sees.waiting in (None, len(waiting)), f"{where}: {len(waiting)} wait"
        assert sees.record is None or waiting[-1].text == sees.record, f"{where}: {waiting}"


def _sources(answer: Answer, sees: Sees, where: str) -> None:
    """What holds for every answer, and what this one is said to cite."""
    sources = answer.sources
    assert (answer.state == State.ANSWERED) == bool(sources) == bool(answer.statements), where
    assert len(sources) <= MOST_CITATIONS, where
    assert [source.number for source in sources] == list(range(1, len(sources) + 1)), where
    assert {statement.citation for statement in answer.statements} == {source.number for source in sources}, where
    for source in sources:
        assert source.quote, where
        assert source.quote in source.passage, f"{where}: not verbatim: {source.quote}"
    cited = list(dict.fromkeys(source.guide for source in sources))
    assert sees.cites in (None, cited), f"{where}: cites {cited}"
    assert not set(sees.never_cites) & set(cited), f"{where}: cites {cited}"
    if sees.heading:
        assert any(sees.heading in source.heading for source in sources), f"{where}: {[s.heading for s in sources]}"
    if sees.edition:
        assert sees.edition in {source.edition for source in sources}, where
    if sees.page:
        assert sources[0].page == sees.page, f"{where}: page {sources[0].page}"
