"""What a firm asks before it answers, and what its coordinator replies. It goes to nobody else: the other side is told
nothing, not even that somebody asked, and a reply is looked at for what would tell, as what it is sounded out with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core import actions
from bot.core.audited import Looked
from bot.core.introductions import views
from bot.core.introductions.coordinating import aside, in_private, part_named
from bot.core.introductions.desk import Desk
from bot.core.introductions.models import Part, Question, State
from bot.core.introductions.question_moves import MOST_QUESTIONS
from bot.core.introductions.seeing import Seeing, Seen
from bot.core.introductions.sounding import LONGEST
from bot.core.introductions.wording import Wording
from bot.core.messages import Field, Message, Offer, Pressed, Quoted, Reply, Said
from bot.core.messages import Part as Shown
from bot.core.people import Member
from bot.core.reactions import Handler


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question as a coordinator of that side sees it."""

    seen: Seen
    part: Part
    number: int
    question: Question

    @property
    def reference(self) -> str:
        return f"{self.seen.introduction.id}:{self.part}:{self.number}"


class Questioning:
    """Handlers of both: the firm's in its own conversation, the coordinator's in private."""

    def __init__(self, desk: Desk, seeing: Seeing) -> None:
        self._desk, self._seeing, self._wording = desk, seeing, Wording(desk)

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.INTRODUCTION_QUESTION_FORM: self._form,
            actions.INTRODUCTION_QUESTION_SEND: self._send,
            actions.INTRODUCTION_REPLY_FORM: in_private(self._reply_form),
            actions.INTRODUCTION_REPLY_SEND: in_private(self._reply_send),
        }

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        return self._refused(pressed, member) or question_form(pressed.reference)

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        one, text = self._desk.store.by_ask(pressed.reference), pressed.values.get(views.TEXT, "").strip()
        refused = self._refused(pressed, member)
        if refused is not None or one is None:
            return refused or aside(Message("introduction-not-asked"))
        if not text:
            return question_form(pressed.reference, Message("introduction-fault-question"))
        self._desk.moves.question(one, one.part_of(pressed.reference), text, by=member)
        return aside(Message("introduction-question-kept"))

    def _refused(self, pressed: Pressed, member: Member) -> Reply | None:
        """Follows from this side alone, but for what both were told of."""
        one = self._desk.store.by_ask(pressed.reference)
        side = one.side(one.part_of(pressed.reference)) if one else None
        if one is None or side is None or side.person_id != member.id:
            return aside(Message("introduction-not-asked"))
        if one.state in (State.MADE, State.DONE):
            return aside(Message("introduction-question-made"))
        return aside(Message("introduction-question-many")) if len(side.questions) >= MOST_QUESTIONS else None

    def _reply_form(self, pressed: Pressed, member: Member) -> Reply:
        asked = self._asked(pressed, member)
        if asked is None:
            return aside(Message("introduction-not-yours"))
        return _reply_form(asked) if not asked.question.reply else _replied(asked.question)

    def _reply_send(self, pressed: Pressed, member: Member) -> Reply:
        asked, text = self._asked(pressed, member), pressed.values.get(views.TEXT, "").strip()
        one = asked.seen.introduction if asked else None
        person = self._desk.directory.by_id(one.side(asked.part).person_id) if one and asked else None
        if asked is None or one is None or person is None:
            return aside(Message("introduction-not-yours"))
        if asked.question.reply:
            return _replied(asked.question)
        if not text:
            return _reply_form(asked, fault=Message("introduction-fault-reply"))
        seal = pressed.reference.rpartition(":")[2]
        told = self._wording.telling(text, one, asked.part, person=person, by=member, seal=seal)
        if told is not None:
            return _reply_form(asked, text=text, told=told)
        self._desk.moves.reply(one.id, asked.part, asked.number, text, person=person, by=member)
        return aside(Message("introduction-replied", {"name": person.name}))

    def _asked(self, pressed: Pressed, member: Member) -> _Asked | None:
        """The question that a reference names, for whoever looks after that side."""
        id, *rest = pressed.reference.split(":")
        found, part = self._desk.store.by_id(id), part_named(pressed)
        seen = self._seeing.seen(found, member) if found else None
        number = int(rest[1]) if len(rest) > 1 and rest[1].isdecimal() else 0
        if found is None or seen is None or part is None or part not in seen.kept:
            return None
        questions, firm = found.side(part).questions, found.side(part).company_id
        # What a firm asks is its own words: a look at them, and kept as such.
        self._desk.looks(member, action=Looked.SEEN, kind="introduction", id=found.id, company_id=firm)
        return _Asked(seen, part, number, questions[number - 1]) if 0 < number <= len(questions) else None


def question_form(ask_id: str, fault: Message | None = None) -> Reply:
    """To a firm: what it wants to know first."""
    faults = (Said(fault),) if fault else ()
    return Reply(
        title=Message("introduction-question-title"),
        parts=(*faults, Said(Message("introduction-question-how")), _field("introduction-field-question")),
        submit=Offer(actions.INTRODUCTION_QUESTION_SEND, ask_id, Message("introduction-submit-question"), is_main=True),
    )


def asked(seen: Seen, part: Part, number: int) -> Reply:
    """To the coordinator: what a side wants to know."""
    side = seen.introduction.side(part)
    told = {"firm": seen.firms[part], "name": seen.people[part]}
    parts = (Said(Message("introduction-told-question", told)), Quoted(side.questions[number - 1].text))
    reference = f"{seen.introduction.id}:{part}:{number}"
    reply = Offer(actions.INTRODUCTION_REPLY_FORM, reference, Message("introduction-offer-reply"), is_main=True)
    show = Offer(actions.INTRODUCTION_SHOW, seen.introduction.id, Message("introduction-offer-show"))
    return Reply(parts=parts, offers=(reply, show))


def _replied(question: Question) -> Reply:
    parts = (Said(Message("introduction-replied-already")), Quoted(question.text), Quoted(question.reply))
    return Reply(title=Message("introduction-reply-title"), parts=parts)


def _reply_form(
    one: _Asked, *, text: str = "", told: views.Telling | None = None, fault: Message | None = None
) -> Reply:
    parts: list[Shown] = [Said(fault)] if fault else []
    parts += views.advice(told, is_draft_shown=False) if told else ()
    label = Message("introduction-submit-anyway" if told and told.seal else "introduction-submit")
    reference = f"{one.reference}:{told.seal if told else ''}"
    return Reply(
        title=Message("introduction-reply-title"),
        parts=(*parts, Quoted(one.question.text), _field("introduction-field-reply", text)),
        submit=Offer(actions.INTRODUCTION_REPLY_SEND, reference, label, is_main=True),
    )


def _field(label: str, initial: str = "") -> Field:
    return Field(name=views.TEXT, label=Message(label), kind="lines", initial=initial, longest=LONGEST)
