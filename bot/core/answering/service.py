"""A question in, an answer out: retrieve, decide, assemble or let the model speak, record. Never silent."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.core.answering import notes
from bot.core.answering.acceptance import Verdict, judge
from bot.core.answering.assembly import assemble, choose_passages
from bot.core.answering.beyond import BeyondTopic, topic_id
from bot.core.answering.chat_port import ChatModel
from bot.core.answering.context import Reading, Turn, readings
from bot.core.answering.glossary import Glossary
from bot.core.answering.model_speech import speak
from bot.core.answering.models import (
    LONGEST_QUESTION,
    MOST_CITATIONS,
    Answer,
    Heading,
    SourcePassage,
    State,
    Statement,
)
from bot.core.answering.ports import AskedBefore, PassageIndexes, QuestionLog, SourceShelf
from bot.core.answering.prompts import Prompt
from bot.core.answering.query import SearchQuery, build_query
from bot.core.answering.retrieval import Found, search
from bot.core.clock import Clock
from bot.core.japanese import JapaneseAnalyser
from bot.core.messages import Locale, Message, Source
from bot.errors import IndexDamaged, ModelUnavailable, UsageError

Listener = Callable[[Statement, Source], None]
"""Told of each statement as soon as it may be shown."""

_FOUND = 30
_TURNS = 5
_SUGGESTIONS = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """A language model and the prompt it is asked with."""

    chat: ChatModel
    prompt: Prompt


@dataclass(frozen=True, slots=True)
class _Search:
    """One reading of a question, searched and judged. `passages` are current; `found` is in their order of rank."""

    reading: Reading
    query: SearchQuery
    found: tuple[Found, ...]
    passages: Mapping[str, SourcePassage]
    verdict: Verdict


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
        self._indexes, self._shelf, self._log = indexes, shelf, log
        self._analyser, self._glossary, self._clock = analyser, glossary, clock
        self._beyond, self._model = beyond, model

    def answer(
        self, *, text: str, conversation_id: str, locale: Locale, listen: Listener | None = None, wait: bool = False
    ) -> Answer:
        """Answer one question in one of three states: answered, not_in_guides, failed; and record it.

        `wait` mends a damaged index before answering. Raises UsageError for an empty or endless question; everything
        else that goes wrong ends as `failed` with a reference.
        """
        question = " ".join(text.split())
        if not question:
            raise UsageError("question-empty")
        if len(question) > LONGEST_QUESTION:
            raise UsageError("question-too-long", limit=LONGEST_QUESTION, length=len(question))
        started = time.monotonic()
        blank = Answer(
            question_id=uuid.uuid4().hex,
            conversation_id=conversation_id,
            question=question,
            locale=locale,
            asked_at=self._clock.now(),
            state=State.FAILED,
        )
        try:
            answer = self._answered(blank, listen, wait)
            answer = replace(answer, duration_ms=round((time.monotonic() - started) * 1000))
            self._record(answer)
        except Exception as error:
            answer = replace(blank, reference=self._log.record_failure(where="answer", error=error))
        return answer

    def hand_over(self, *, conversation_id: str, question_id: str | None = None, locale: Locale) -> Answer:
        """Give a question of the conversation (the last one by default) to a person, and say so from the record.

        Raises UsageError where there is no such question.
        """
        turns = self._log.latest(conversation_id, limit=20)
        asked = next((turn for turn in turns if question_id in (None, turn.id)), None)
        if asked is None:
            raise UsageError("hand-over-nothing-asked")
        reference = self._log.hand_over(
            question_id=asked.id, conversation_id=conversation_id, text=asked.text, locale=locale
        )
        return Answer(
            question_id=asked.id,
            conversation_id=conversation_id,
            question=asked.text,
            locale=locale,
            asked_at=self._clock.now(),
            state=State.HANDED_OVER,
            reference=reference,
        )

    def neighbours(self, *, passage_id: str) -> Sequence[SourcePassage]:
        """The passage with the one before and the one after. Raises UsageError for an unknown one."""
        found = self._shelf.neighbours(passage_id)
        if not found:
            raise UsageError("passage-unknown", passage=passage_id)
        return found

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

    def _answered(self, blank: Answer, listen: Listener | None, wait: bool) -> Answer:
        turns = [_turn(asked) for asked in self._log.latest(blank.conversation_id, limit=_TURNS)]
        words = self._analyser.words(blank.question)
        searches: list[_Search] = []
        for reading in readings(blank.question, words, turns):
            found = self._search(reading, wait)
            if found.verdict.is_answered:
                return self._from_guides(blank, found, listen)
            searches.append(found)
        return self._declined(blank, searches[-1])

    def _search(self, reading: Reading, wait: bool) -> _Search:
        query, ranked = self._ranked(reading.text, wait)
        passages = self._shelf.current([each.passage_id for each in ranked if topic_id(each.passage_id) is None])
        shown = [
            each
            for each in ranked
            if each.passage_id not in reading.excluded
            and (each.passage_id in passages or topic_id(each.passage_id) is not None)
        ]
        verdict = judge(shown, is_own=lambda passage_id: not passages[passage_id].is_bundled)
        if verdict.is_answered and _lacks(reading.needs, query, shown):
            verdict = Verdict(-1.0, verdict.beyond)
        may_answer = passages.keys() if verdict.only is None else verdict.only
        kept = [each for each in shown if each.passage_id in may_answer]
        if reading.excluded:
            # More of the same: what the guides cited so far still have to say comes first.
            guides = {passage_id.partition("@")[0] for passage_id in reading.excluded}
            kept.sort(key=lambda each: passages[each.passage_id].guide_id not in guides)
        return _Search(reading, query, tuple(kept), passages, verdict)

    def _ranked(self, text: str, wait: bool) -> tuple[SearchQuery, list[Found]]:
        """Search; a half that fails meanwhile is reported and the other half answers."""
        for _ in range(3):
            serving = self._indexes.serving(wait=wait)
            try:
                query = build_query(text, analyser=self._analyser, glossary=self._glossary, index=serving.lexical)
                try:
                    return query, search(query, lexical=serving.lexical, vectors=serving.vectors, limit=_FOUND)
                except ModelUnavailable:
                    return query, search(query, lexical=serving.lexical, vectors=None, limit=_FOUND)
            except IndexDamaged as damage:
                self._indexes.report_damage("lexical" if damage.dependency == "tantivy" else "vector")
        raise IndexDamaged("indexes", "still damaged after being made anew")

    def _from_guides(self, blank: Answer, searched: _Search, listen: Listener | None) -> Answer:
        chosen = choose_passages(searched.found, searched.passages)
        notes_after: list[Message] = []
        statements: tuple[Statement, ...] = ()
        sources: tuple[Source, ...] = ()
        if self._model is not None:
            given = [searched.passages[each.passage_id] for each in searched.found[:MOST_CITATIONS]]
            spoken = speak(self._model.chat, self._model.prompt, blank.question, given, blank.locale, listen)
            statements, sources = spoken.statements, spoken.sources
            notes_after = [spoken.note] if spoken.note else []
        if not statements:
            statements, sources = assemble(chosen, searched.passages)
            for statement, source in zip(statements, sources, strict=True):
                if listen:
                    listen(statement, source)
        notes_after += notes.about_language(blank.locale, searched.query, sources)
        cited = [searched.passages[source.passage_id] for source in sources]
        today = blank.asked_at.date()
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

    def _follow_ups(self, searched: _Search, cited: Sequence[SourcePassage]) -> tuple[Heading, ...]:
        """Headings to go on with: what was found besides, then what comes next in the guide."""
        besides = [searched.passages[each.passage_id] for each in searched.found]
        following = list(self._shelf.neighbours(cited[0].id))[-1:] if cited else []
        return _headings([*besides, *following], besides=cited)

    def _declined(self, blank: Answer, searched: _Search) -> Answer:
        near = [searched.passages[each.passage_id] for each in searched.found]
        topic = self._beyond.get(searched.verdict.beyond or "")
        return replace(
            blank,
            state=State.NOT_IN_GUIDES,
            nearest=_headings(near, besides=()),
            notes_after=notes.about_declining(blank.locale, searched.query, topic),
        )


def _lacks(needs: frozenset[str], query: SearchQuery, shown: Sequence[Found]) -> bool:
    """True where the best passage does not speak of something that a follow-up names itself."""
    best = next((each for each in shown if topic_id(each.passage_id) is None), None)
    missing = set(best.evidence.missing) if best else set()
    named = [concept for concept in query.concepts if any(form in needs for form, _ in concept.own)]
    return any(concept.label in missing for concept in named)


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
