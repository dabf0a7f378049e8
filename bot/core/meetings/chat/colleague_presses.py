"""Presses around a request to a colleague: お願いする, できます, 相談したい, and taking a request back."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.core import actions
from bot.core.meetings.chat import colleague_forms
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.fields import words_in
from bot.core.meetings.chat.forms import NOTE
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.wording import aside, name_in
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.models import Encounter
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.results import Done, Refused, Result
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message, Pressed, Quoted, Reply, Said
from bot.core.people import Directory, Member


class ColleaguePresses:
    """Handlers of requests. Nothing is a colleague's before they accept it."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        directory: Directory,
        cards: Cards,
        doors: Doors,
        replying: Replying,
    ) -> None:
        self._service, self._store, self._directory = service, store, directory
        self._cards, self._doors, self._replying = cards, doors, replying

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.MEETING_ASK_FORM: self._doors.changed(self._ask_form),
            actions.MEETING_ASK_SEND: self._doors.changed(self._ask_send),
            actions.MEETING_ACCEPT: self._accept,
            actions.MEETING_TALK_FORM: self._talk_form,
            actions.MEETING_TALK_SEND: self._talk_send,
            actions.MEETING_TAKE_BACK: self._take_back,
        }

    def _ask_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        others = self._service.colleagues(encounter, besides=member.id)
        return colleague_forms.ask_form(encounter, others, typed=pressed.values if why else None, why=why)

    def _ask_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._ask_form, pressed, member, encounter)
        others = self._service.colleagues(encounter, besides=member.id)
        to = next((one for one in others if one.id == pressed.values.get(colleague_forms.TO)), None)
        if to is None:
            return again(Message("meeting-choose-colleague"))
        result = self._service.request(encounter.id, to, by=member, text=words_in(pressed.values, NOTE))
        return self._replying.sent(result, member, title=Message("meeting-ask-title"), again=again)

    def _accept(self, pressed: Pressed, member: Member) -> Reply:
        asked = self._mine(pressed, member)
        if isinstance(asked, Reply):
            return asked
        result = self._service.accept(asked.id, by=member)
        if isinstance(result, Refused) and result.encounter is None:
            return Reply(parts=(Said(result.message),))
        return self._answered(result, member, asked)

    def _talk_form(self, pressed: Pressed, member: Member) -> Reply:
        asked = self._mine(pressed, member)
        if isinstance(asked, Reply):
            return asked
        if asked.state not in (RequestState.ASKED, RequestState.TALK):
            return Reply(title=Message("meeting-talk-title"), parts=(Said(_STANDS[asked.state]),))
        return colleague_forms.talk_form(asked, asker=name_in(self._directory, asked.from_id))

    def _talk_send(self, pressed: Pressed, member: Member) -> Reply:
        asked = self._mine(pressed, member)
        if isinstance(asked, Reply):
            return asked
        result = self._service.talk(asked.id, by=member, note=words_in(pressed.values, NOTE))
        title = Message("meeting-talk-title")
        if isinstance(result, Refused):
            return Reply(title=title, parts=(Said(result.message),), is_aside=True)
        name = {"name": name_in(self._directory, asked.from_id)}
        told = Said(Message("meeting-talk-sent", name))
        note = (Quoted(result.request.note),) if result.request and result.request.note else ()
        return Reply(
            title=title, parts=(told, *note), behind=Reply(parts=(told, *note), offers=(colleague_forms.accept(asked),))
        )

    def _take_back(self, pressed: Pressed, member: Member) -> Reply:
        asked = self._store.request(pressed.reference)
        encounter = self._store.by_id(asked.encounter_id) if asked else None
        if asked is None or encounter is None or not self._doors.may_change(member, encounter):
            return aside(Message("meeting-not-found"))
        if not self._doors.is_here(member, encounter, pressed.place):
            return aside(Message("meeting-not-here"))
        return self._replying.pressed(self._service.withdraw(asked.id, by=member), member)

    def _answered(self, result: Result, member: Member, asked: ColleagueRequest) -> Reply:
        """The message of the request becomes the encounter's card, for who may see it."""
        reply = self._replying.pressed(result, member)
        if isinstance(result, Done) and reply.is_aside:
            return Reply(parts=(Said(_STANDS[RequestState.ACCEPTED]), Quoted(asked.text)))
        return reply

    def _mine(self, pressed: Pressed, member: Member) -> ColleagueRequest | Reply:
        """The request, where it was made to the presser, in a place where it may be spoken of."""
        asked = self._store.request(pressed.reference)
        encounter = self._store.by_id(asked.encounter_id) if asked else None
        if asked is None or encounter is None or asked.to_id != member.id:
            return aside(Message("meeting-not-found"))
        is_here = self._doors.is_here(member, encounter, pressed.place)
        return asked if is_here else aside(Message("meeting-not-here"))


_STANDS = {
    RequestState.ASKED: Message("meeting-request-stands-asked"),
    RequestState.TALK: Message("meeting-request-stands-talk"),
    RequestState.ACCEPTED: Message("meeting-request-stands-accepted"),
    RequestState.WITHDRAWN: Message("meeting-request-stands-withdrawn"),
}
