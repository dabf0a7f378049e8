"""Answers where people talk: an answer that can be drawn anew, judged, looked behind, and given to a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from bot.core.actions import ASK, HAND_OVER, RATE_OFF, RATE_USEFUL, SHOW_PASSAGE
from bot.core.answering.announcing import Listener
from bot.core.answering.asking import asked_apart
from bot.core.answering.models import Answer, SourcePassage, State, Statement
from bot.core.answering.ports import QuestionLog
from bot.core.answering.records import answer_of
from bot.core.answering.replies import reply_to
from bot.core.answering.service import Access, AnsweringService
from bot.core.messages import Asked, Claimed, Fact, Locale, Message, Offer, Part, Passage, Quoted, Reply, Said, Source
from bot.errors import UsageError

Hearer = Callable[[Part], None]
"""Told of each part of an answer as it comes."""

_NEAREST = Said(Message("answer-nearest"))
_QUESTIONS = UUID("0d3c1a52-6f0e-4c53-9a3e-6f1d5a1f7c20")


class ChatAnswers:
    """The use cases of a question in a chat. Every press can come twice and gives the same reply."""

    def __init__(self, *, answering: AnsweringService, log: QuestionLog) -> None:
        self._answering, self._log = answering, log

    def ask(
        self,
        asked: Asked,
        *,
        locale: Locale,
        may_read: Access,
        hear: Hearer | None = None,
        with_model: bool = True,
    ) -> Reply:
        """Answer what somebody wrote, once: the same request again gets the answer on record.

        A question outside of a thread, or at the head of one, goes on with the last one of a direct conversation.
        `hear` is told of each part as soon as it may be shown. Without `with_model` no language model is asked: the
        words may name a contact. Raises UsageError for an empty or endless question.
        """
        given = self.given(asked.id, address=asked.address)
        if given is not None:
            return given
        answer = self._answering.answer(
            text=asked.text,
            conversation_id=asked.place.key,
            locale=locale,
            listen=_telling(hear) if hear else None,
            warn=(lambda note: hear(Said(note))) if hear else None,
            goes_on_from=asked.place.conversation if asked.place.is_direct else "",
            may_read=may_read,
            asker=asked.address,
            question_id=question_id_of(asked.id),
            with_model=with_model,
        )
        return chat_reply(answer)

    def given(self, asked_id: str, *, address: str) -> Reply | None:
        """The answer that a request was given before; None for a new one."""
        question_id = question_id_of(asked_id)
        return self.again(question_id, address=address) if self._log.by_id(question_id) else None

    def knows(self, conversation_id: str) -> bool:
        """True where something was asked in this conversation before."""
        return bool(self._log.latest(conversation_id, limit=1))

    def again(self, question_id: str, *, address: str) -> Reply:
        """The answer as it was given, with what this person said of it. Raises UsageError for an unknown one."""
        return chat_reply(self._answer(question_id), rated=self._log.rating(question_id=question_id, address=address))

    def rate(self, question_id: str, *, address: str, is_useful: bool) -> Reply:
        """Keep what somebody says of an answer, and thank them. Raises UsageError, StorageError."""
        self._answer(question_id)
        self._log.rate(question_id=question_id, address=address, is_useful=is_useful)
        return self.again(question_id, address=address)

    def question(self, question_id: str) -> Answer:
        """A question and its answer on record. Raises UsageError for an unknown one."""
        return self._answer(question_id)

    def passage(self, reference: str, *, may_read: Access) -> Reply:
        """The passage behind a citation, between its neighbours, the quote marked. `reference`: `question:number`.

        Raises UsageError where it is unknown, or not for this reader.
        """
        question_id, _, number = reference.rpartition(":")
        source = next((one for one in self._answer(question_id).sources if str(one.number) == number), None)
        if source is None:
            raise UsageError("passage-unknown", passage=number)
        around = self._answering.neighbours(passage_id=source.passage_id, may_read=may_read)
        return passage_reply(source, around)

    def _answer(self, question_id: str) -> Answer:
        asked = self._log.by_id(question_id)
        if asked is None:
            raise UsageError("question-unknown")
        return answer_of(asked)


def passage_reply(source: Source, around: Sequence[SourcePassage]) -> Reply:
    """A cited passage between its neighbours, the quote marked."""
    parts: tuple[Part, ...] = (*_facts(source), *(_passage(each, source) for each in around))
    return Reply(title=Message("passage-title"), parts=parts)


def question_id_of(asked_id: str) -> str:
    """The id of the question that a request asks."""
    return uuid5(_QUESTIONS, asked_id).hex


def chat_reply(answer: Answer, *, rated: bool | None = None) -> Reply:
    """The reply of an answer in a chat, where what it cites can be opened and what it says can be judged."""
    reply = reply_to(answer)
    parts = reply.parts
    apart = asked_apart(answer.question) if answer.state == State.NOT_IN_GUIDES else ()
    if apart:
        # Headings near to several things at once are near to none of them.
        parts = (*(part for part in parts if part != _NEAREST), Said(Message("answer-ask-apart")))
        asks = tuple(Offer(ASK, one, text=one) for one in apart)
        reply = replace(reply, offers=(*asks, *(offer for offer in reply.offers if offer.action != ASK)))
    if rated is not None:
        parts = (*parts, Said(Message("rated-useful" if rated else "rated-off")))
    return replace(reply, parts=parts, offers=tuple(_offers(answer, reply, rated)))


def _telling(hear: Hearer) -> Listener:
    def listen(statement: Statement, source: Source) -> None:
        kind = Quoted if statement.is_quote else Claimed
        hear(kind(statement.text, source.number))

    return listen


def _offers(answer: Answer, reply: Reply, rated: bool | None) -> Iterator[Offer]:
    for offer in reply.offers:
        if offer.action == SHOW_PASSAGE:
            number = next(one.number for one in answer.sources if one.passage_id == offer.reference)
            yield replace(offer, reference=f"{answer.question_id}:{number}")
        elif offer.action == ASK:
            yield offer
    if answer.state == State.ANSWERED and rated is None:
        yield Offer(RATE_USEFUL, answer.question_id, Message("offer-useful"))
        yield Offer(RATE_OFF, answer.question_id, Message("offer-off"))
    if answer.state != State.HANDED_OVER:
        is_main = answer.state != State.ANSWERED or rated is False
        yield Offer(
            HAND_OVER,
            answer.question_id,
            Message("offer-hand-over"),
            confirm=Message("offer-hand-over-confirm"),
            is_main=is_main,
        )


def _facts(source: Source) -> Iterator[Fact]:
    if source.answered_by:
        yield Fact(Message("fact-answered-by"), source.answered_by)
        yield Fact(Message("fact-answered-on"), source.edition)
        return
    yield Fact(Message("fact-guide"), source.called)
    undated = Message("source-edition-unknown", {"date": source.edition})
    yield Fact(Message("fact-edition"), source.edition if source.edition_is_known else undated)
    if source.page:
        yield Fact(Message("fact-page"), Message("source-page", {"page": source.page}))


def _passage(passage: SourcePassage, source: Source) -> Passage:
    is_cited = passage.id == source.passage_id
    return Passage(passage.heading, passage.text, source.quote if is_cited and source.quote in passage.text else "")
