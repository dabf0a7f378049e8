"""A question in, an answer out: retrieve, decide, assemble or let the model speak, record. Never silent."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from uuid import uuid4

from bot.core.answering import notes
from bot.core.answering.announcing import Announcer, Listener
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
from bot.core.answering.records import as_record
from bot.core.answering.searching import Searched, Searcher
from bot.core.clock import Clock, day_of
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import Locale, Message, Source
from bot.errors import DependencyError, UsageError

Access = Callable[[SourcePassage], bool]
"""Says of a passage whether it may be shown to whoever reads the answer."""

_TURNS = 5
_SUGGESTIONS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A language model and the prompt it is asked with."""

    chat: ChatModel
    prompt: Prompt


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
        cpu_slot: Callable[[], AbstractContextManager[object]] = nullcontext,
    ) -> None:
        """`cpu_slot` is held while something is computed, and not while a model is waited for."""
        self._searcher = Searcher(indexes=indexes, shelf=shelf, analyser=analyser, glossary=glossary)
        self._shelf, self._log, self._analyser, self._clock = shelf, log, analyser, clock
        self._beyond, self._model, self._cpu_slot = beyond, model, cpu_slot

    def answer(
        self,
        *,
        text: str,
        conversation_id: str,
        locale: Locale,
        listen: Listener | None = None,
        warn: Callable[[Message], None] | None = None,
        wait: bool = False,
        goes_on_from: str = "",
        may_read: Access | None = None,
        asker: str = "",
        question_id: str = "",
        with_model: bool = True,
    ) -> Answer:
        """Answer one question in one of three states: answered, not_in_guides, failed; and record it.

        `listen` is told of each statement as soon as it may be shown, `warn` of what must be known of its guide first.
        `wait` mends a damaged index before answering. `goes_on_from` is a conversation whose threads a new one goes on
        from; `may_read` says what may be shown, everything by default; `asker` is kept with the question, whose id is
        `question_id` where one is given; without `with_model` no language model is asked. Raises UsageError for an
        empty or endless question; everything else ends as `failed` with a reference.
        """
        question = readable_question(text)
        started = time.monotonic()
        blank = self._blank(question_id or uuid4().hex, conversation_id, question, locale)
        try:
            turns = self._turns(conversation_id, goes_on_from)
            model = self._model if with_model else None
            answer = self._answered(blank, turns, Announcer(listen, warn), wait, may_read, model)
            answer = replace(answer, duration_ms=round((time.monotonic() - started) * 1000))
            self._record(answer, asker)
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

    def quotes(self, *, text: str, may_read: Access | None = None) -> Sequence[Source]:
        """What the guides say to a question, without a model and without a record; nothing where they do not answer.

        Raises StorageError, IndexDamaged.
        """
        with self._cpu_slot():
            found = self._searched(text, (), False, may_read)
        if found is None or not found.verdict.is_answered:
            return ()
        _, sources = assemble(choose_passages(found.found, found.passages), found.passages)
        return sources

    def neighbours(self, *, passage_id: str, may_read: Access | None = None) -> Sequence[SourcePassage]:
        """The passage with the one before and the one after. Raises UsageError for one unknown or not to be shown."""
        found = self._shelf.neighbours(passage_id)
        if not found or (may_read is not None and not all(may_read(each) for each in found)):
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

    def _turns(self, conversation_id: str, goes_on_from: str) -> list[Turn]:
        asked = self._log.latest(conversation_id, limit=_TURNS)
        if not asked and goes_on_from:
            asked = self._log.latest(goes_on_from, limit=1, with_threads=True)
        return [_turn(one) for one in asked]

    def _record(self, answer: Answer, asker: str) -> None:
        self._log.record(
            question_id=answer.question_id,
            conversation_id=answer.conversation_id,
            asked_at=answer.asked_at,
            locale=answer.locale,
            text=answer.question,
            state=answer.state,
            answer=as_record(answer),
            duration_ms=answer.duration_ms,
            asker=asker,
        )

    def _answered(
        self,
        blank: Answer,
        turns: Sequence[Turn],
        announce: Announcer,
        wait: bool,
        may_read: Access | None,
        model: Model | None,
    ) -> Answer:
        with self._cpu_slot():
            found = self._searched(blank.question, turns, wait, may_read)
        if found is not None and found.verdict.is_answered:
            return self._from_guides(blank, found, announce, model)
        return self._declined(blank, found)

    def _searched(self, question: str, turns: Sequence[Turn], wait: bool, may_read: Access | None) -> Searched | None:
        """The first reading of the question that is answered, or else the last one."""
        words = self._analyser.words(without_markup(question))
        found: Searched | None = None
        for reading in readings(question, words, turns):
            found = self._searcher.search(reading, wait=wait, may_read=may_read)
            if found.verdict.is_answered:
                break
        return found

    def _from_guides(self, blank: Answer, searched: Searched, announce: Announcer, model: Model | None) -> Answer:
        today = day_of(blank.asked_at)
        chosen = choose_passages(searched.found, searched.passages)
        notes_after: list[Message] = []
        statements: tuple[Statement, ...] = ()
        sources: tuple[Source, ...] = ()
        if model is not None:
            given = [searched.passages[each.passage_id] for each in searched.found[:MOST_CITATIONS]]
            spoken = speak(
                model.chat,
                model.prompt,
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
            beyond=topic.id if topic else "",
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
