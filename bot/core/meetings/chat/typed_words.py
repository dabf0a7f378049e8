"""Answering in words: what was typed under a message of ours, or right after it, is shown back with one main button.

Nothing is changed before that press. What is not understood is a question as before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.core import actions
from bot.core.clock import Clock
from bot.core.courtesies import Courtesy
from bot.core.meetings.chat import typed_offers, understanding
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.ports import Talk
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.said_steps import step_said, tells_of
from bot.core.meetings.chat.small_talk import answer_to, is_talk
from bot.core.meetings.chat.typed_doing import Doing
from bot.core.meetings.chat.typed_offers import Meant
from bot.core.meetings.chat.typed_subjects import Subject, Subjects
from bot.core.meetings.chat.understanding import STEP, Understood, understood
from bot.core.meetings.chat.wording import Reader, aside, occasion, reader_of, who
from bot.core.meetings.models import State
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.service import MeetingService
from bot.core.messages import PAGE, Asked, Item, Message, Reply, Said
from bot.core.people import Member


class Typing:
    """Reads lines, and does what their buttons say."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        doors: Doors,
        cards: Cards,
        clock: Clock,
        talk: Talk,
    ) -> None:
        self._service, self._doors, self._cards = service, doors, cards
        self._clock, self._talk = clock, talk
        self._subjects = Subjects(store=store, doors=doors, clock=clock, talk=talk)
        self._doing = Doing(service=service, store=store, doors=doors, replying=Replying(cards), clock=clock)

    def handlers(self) -> dict[str, Handler]:
        """For each action, what to do."""
        return {
            actions.MEETING_TYPED: self._doing.press,
            actions.MEETING_TYPED_DROP: lambda *_: Reply(parts=(Said(Message("meeting-typed-dropped")),)),
        }

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What was understood, with one main button; None where it is a question as any other."""
        reader = reader_of(member, self._clock)
        meant = understood(asked.text, on=reader.today, calendar=self._talk.holidays()) or self._planned(asked, reader)
        if meant is None:
            return None
        found = self._subjects.of(asked, member, meant)
        if not found:
            return None
        if not all(self._doors.is_here(member, one.encounter, asked.place) for one in found):
            return aside(Message("meeting-not-here"))
        over, found = found[0], [one for one in found if one.encounter.state != State.CLOSED]
        if not found:
            return self._cards.card(over.encounter, member)
        if len(found) > 1:
            return self._which(found, meant, reader, asked, member)
        offered = self._offered(found[0], meant, reader, member, asked.text)
        return typed_offers.shown(offered, found[0].encounter, asked.text) if offered else None

    def talked(self, asked: Asked, member: Member, courtesy: Courtesy | None) -> Reply | None:
        """The short answer to talk under a reminder, with what can be done; None elsewhere, and for a question."""
        if not self._subjects.is_under_reminder(asked) or not is_talk(asked.text, courtesy):
            return None
        found = [one.encounter for one in self._subjects.of(asked, member, Understood(kind=""))]
        if not all(self._doors.is_here(member, one, asked.place) for one in found):
            return aside(Message("meeting-not-here"))
        return answer_to(asked.text, courtesy, [one for one in found if one.state != State.CLOSED])

    def _planned(self, asked: Asked, reader: Reader) -> Understood | None:
        """Under a reminder, a line that says nothing but what is planned and when is the next step."""
        if not self._subjects.is_under_reminder(asked):
            return None
        caught = self._talk.lines.line(asked.text, on=reader.today)
        is_step = caught.is_planned and not caught.is_met and not caught.is_asking
        is_dated = caught.due_on is not None and caught.due_on >= reader.today
        is_about_somebody = bool(caught.company or caught.person)
        return Understood(kind=STEP, more=asked.text) if is_step and is_dated and not is_about_somebody else None

    def _which(
        self, found: Sequence[Subject], meant: Understood, reader: Reader, asked: Asked, member: Member
    ) -> Reply | None:
        """Several it can be about: each with its button."""
        items = []
        for one in found[:PAGE]:
            offered = self._offered(one, meant, reader, member, asked.text)
            if offered is None:
                continue
            met = occasion(one.encounter, reader)
            button = (replace(offered.offer, is_main=False),)
            items.append(Item(who(one.encounter), (*([met] if met else []), offered.says, *offered.also), button))
        if not items:
            return None
        return Reply(parts=(Said(Message("meeting-typed-which")), *items), offers=typed_offers.others(asked.text))

    def _offered(self, subject: Subject, meant: Understood, reader: Reader, member: Member, text: str) -> Meant | None:
        if subject.request is not None and meant.kind in (understanding.ACCEPT, understanding.TALK):
            return typed_offers.of_request(subject.request, meant)
        if not self._doors.may_change(member, subject.encounter):
            return None
        if subject.is_by_name:
            is_its_step = tells_of(text, subject.encounter.next_step)
            meant = replace(meant, kind=meant.kind if is_its_step else understanding.CONTACT, is_by_name=True)
        step = step_said(self._talk.lines.line(meant.more, on=reader.today)) if meant.more else None
        colleagues = self._service.colleagues(subject.encounter, besides=member.id)
        return typed_offers.of_encounter(subject.encounter, meant, reader, colleagues, next_step=step)
