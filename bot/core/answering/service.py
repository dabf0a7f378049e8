"""A question in, an answer out: retrieve, decide, assemble or let the model speak, record. Never silent."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.answering import notes
from bot.core.answering.assembly import assemble, choose_passages
from bot.core.answering.beyond import BeyondTopic
from bot.core.answering.chat_port import ChatModel
from bot.core.answering.context import Turn, readings, without_markup
from bot.core.answering.glossary import Glossary
from bot.core.answering.model_speech import speak
from bot.core.answering.models import (
    MOST_CITATIONS,
    Answer,
    Heading,
    SourcePassage,
    State,
    Statement,
    readable_question,
)
from bot.core.answering.ports import AskedBefore, PassageIndexes, QuestionLog, SourceShelf
from bot.core.answering.prompts import Prompt
from bot.core.answering.searching import Searched, Searcher
from bot.core.clock import Clock, day_of
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import Locale, Message, Source
from bot.errors import DependencyError, UsageError

Listener = Callable[[Statement, Source], None]
"""Told of each statement as soon as it may be shown."""

_TURNS = 5
_SUGGESTIONS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A language model and the prompt it is asked with."""

    chat: ChatModel
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class _Announcer:
    """Tells of statements as they come; what must be known of a guide first is said before its first statement."""

    listen: Listener | None
    warn: Callable[[Message], None] | None

    def about(self, passages: Mapping[str, SourcePassage], today: date) -> Listener:
        """Return what to call with each statement."""
        told: set[str] = set()

        def tell(statement: Statement, source: Source) -> None:
            if self.warn and source.guide not in told:
                for note in notes.said_first([passages[source.passage_id]], today=today):
                    self.warn(note)
            told.add(source.guide)
            if self.listen:
                self.listen(statement, source)

        return tell


class AnsweringService:
    """The use cases of answering."""

    def __init__(
        self,
        *,
        indexes: PassageIndexes,
        shelf: SourceShelf,
        log: QuestionLog,
        analyser: JapaneseAnalyser,
        glossary: Glossary,
        clock: Clock,
        beyond: Mapping[str, BeyondTopic],
        model: Model | None = None,
    ) -> None:
        self._searcher = Searcher(indexes=indexes, shelf=shelf, analyser=analyser, glossary=glossary)
        self._shelf, self._log, self._analyser, self._clock = shelf, log, analyser, clock
        self._beyond, self._model = beyond, model

    def answer(
        self,
        *,
        text: str,
        conversation_id: str,
        locale: Locale,
        listen: Listener | None = None,
        warn: Callable[[Message], None] | None = None,
        wait: bool = False,
    ) -> Answer:
        """Answer one question in one of three states: answered, not_in_guides, failed; and record it.

        `listen` is told of each statement as soon as it may be shown, `warn` of what must be known of its guide first.
        `wait` mends a damaged index before answering. Raises UsageError for an empty or endless question; everything
        else that goes wrong ends as `failed` with a reference.
        """
        question = readable_question(text)
        started = time.monotonic()
        blank = self._blank(uuid.uuid4().hex, conversation_id, question, locale)
        try:
            answer = self._answered(blank, _Announcer(listen, warn), wait)
            answer = replace(answer, duration_ms=round((time.monotonic() - started) * 1000))
            self._record(answer)
        except Exception as error:
            answer = replace(blank, reference=self._log.record_failure(where="answer", error=error))
        return answer

    def hand_over(self, *, conversation_id: str, question_id: str | None = None, locale: Locale) -> Answer:
        """Give a question of the conversation (the last one by default) to a person, and say so from the record.

        Ends as handed_over, or as failed where nothing could be stored. Raises UsageError where there is no such
        question.
        """
        blank = self._blank(question_id or "", conversation_id, "", locale)
        try:
            turns = self._log.latest(conversation_id, limit=20)
            asked = next((turn for turn in turns if question_id in (None, turn.id)), None)
            if asked is None:
                raise UsageError("hand-over-nothing-asked")
            reference = self._log.hand_over(
                question_id=asked.id, conversation_id=conversation_id, text=asked.text, locale=locale
            )
        except DependencyError as error:
            return replace(blank, reference=self._log.record_failure(where="hand over", error=error))
        return replace(blank, question_id=asked.id, question=asked.text, state=State.HANDED_OVER, reference=reference)

    def neighbours(self, *, passage_id: str) -> Sequence[SourcePassage]:
        """The passage with the one before and the one after. Raises UsageError for an unknown one."""
        found = self._shelf.neighbours(passage_id)
        if not found:
            raise UsageError("passage-unknown", passage=passage_id)
        return found

    def _blank(self, question_id: str, conversation_id: str, question: str, locale: Locale) -> Answer:
        """How it ends unless something better comes of it."""
        return Answer(
            question_id=question_id,
            conversation_id=conversation_id,
            question=question,
            locale=locale,
            asked_at=self._clock.now(),
            state=State.FAILED,
        )

    def _record(self, answer: Answer) -> None:
        self._log.record(
            question_id=answer.question_id,
            conversation_id=answer.conversation_id,
            asked_at=answer.asked_at,
            locale=answer.locale,
            text=answer.question,
            state=answer.state,
            answer=answer.as_record(),
            duration_ms=answer.duration_ms,
        )

    def _answered(self, blank: Answer, announce: _Announcer, wait: bool) -> Answer:
        turns = [_turn(asked) for asked in self._log.latest(blank.conversation_id, limit=_TURNS)]
        words = self._analyser.words(without_markup(blank.question))
        searches: list[Searched] = []
        for reading in readings(blank.question, words, turns):
            found = self._searcher.search(reading, wait=wait)
            if found.verdict.is_answered:
                return self._from_guides(blank, found, announce)
            searches.append(found)
        return self._declined(blank, searches[-1] if searches else None)

    def _from_guides(self, blank: Answer, searched: Searched, announce: _Announcer) -> Answer:
        today = day_of(blank.asked_at)
        chosen = choose_passages(searched.found, searched.passages)
        notes_after: list[Message] = []
        statements: tuple[Statement, ...] = ()
        sources: tuple[Source, ...] = ()
        if self._model is not None:
            given = [searched.passages[each.passage_id] for each in searched.found[:MOST_CITATIONS]]
            spoken = speak(
                self._model.chat,
                self._model.prompt,
                blank.question,
                given,
                blank.locale,
                announce.about(searched.passages, today),
            )
            statements, sources = spoken.statements, spoken.sources
            notes_after = [spoken.note] if spoken.note else []
        if not statements:
            statements, sources = assemble(chosen, searched.passages)
            tell = announce.about(searched.passages, today)
            for statement, source in zip(statements, sources, strict=True):
                tell(statement, source)
        notes_after += notes.about_language(blank.locale, searched.query, sources)
        cited = [searched.passages[source.passage_id] for source in sources]
        return replace(
            blank,
            state=State.ANSWERED,
            statements=statements,
            sources=sources,
            notes_before=notes.said_first(cited, today=today),
            notes_after=(*notes.said_last(cited, today=today), *notes_after),
            follow_ups=self._follow_ups(searched, cited),
            searched_as=searched.reading.text,
        )

    def _follow_ups(self, searched: Searched, cited: Sequence[SourcePassage]) -> tuple[Heading, ...]:
        """Headings to go on with: what was found besides, then what comes next in the guide."""
        besides = [searched.passages[each.passage_id] for each in searched.found]
        following = list(self._shelf.neighbours(cited[0].id))[-1:] if cited else []
        return _headings([*besides, *following], besides=cited)

    def _declined(self, blank: Answer, searched: Searched | None) -> Answer:
        if searched is None:
            return replace(blank, state=State.NOT_IN_GUIDES)
        near = [searched.passages[each.passage_id] for each in searched.found]
        topic = self._beyond.get(searched.verdict.beyond or "")
        return replace(
            blank,
            state=State.NOT_IN_GUIDES,
            nearest=_headings(near, besides=()),
            notes_after=notes.about_declining(blank.locale, searched.query, topic),
        )


def _turn(asked: AskedBefore) -> Turn:
    return Turn(str(asked.answer.get("searched_as", "")), tuple(asked.answer.get("passages", ())))


def _headings(passages: Sequence[SourcePassage], besides: Sequence[SourcePassage]) -> tuple[Heading, ...]:
    seen = {(passage.guide_id, passage.heading_path) for passage in besides}
    headings: list[Heading] = []
    for passage in passages:
        place = (passage.guide_id, passage.heading_path)
        if place not in seen and len(headings) < _SUGGESTIONS:
            seen.add(place)
            headings.append(
                Heading(passage.title, passage.heading_path[-1] if passage.heading_path else "", passage.id)
            )
    return tuple(headings)
