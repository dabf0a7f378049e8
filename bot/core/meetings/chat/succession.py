"""The end of the fiscal year: who looks after a programme, or a coordinator's firms, from then on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.anchors import SUCCESSION
from bot.core.meetings.chat.doors import Handler
from bot.core.meetings.chat.fields import form, submit_of
from bot.core.meetings.chat.stage_forms import choices_of
from bot.core.meetings.chat.wording import aside, name_in, reader_of
from bot.core.meetings.funding import Programme
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.programmes import UNDECIDED, AnsweredResult
from bot.core.meetings.results import Refused
from bot.core.meetings.service import MeetingService
from bot.core.messages import Choice, Field, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Directory, Member, Role
from bot.core.scheduled import Standing

NEXT = "next"


class Succession:
    """Asks for next year's owner; 後任未定・部署預かり is an answer."""

    def __init__(self, *, service: MeetingService, store: EncounterStore, directory: Directory, clock: Clock) -> None:
        self._service, self._store, self._directory, self._clock = service, store, directory, clock

    def handlers(self) -> dict[str, Handler]:
        """For each action, what to do."""
        return {
            actions.SUCCESSION_FORM: self._form,
            actions.SUCCESSION_SEND: self._send,
            actions.SUCCESSION_UNDECIDED: self._undecided,
            actions.SUCCESSION_AGAIN: self._again,
        }

    def standing(self, id: str, matter: str, step: int, member: Member, since: datetime) -> Standing | None:
        """How a programme stands for its owner."""
        programme = self._store.programme(id)
        if programme is None or programme.owner_id != member.id or matter != SUCCESSION:
            return None
        title = _title(programme)
        if programme.succession:
            is_new = programme.answered_at is not None and programme.answered_at >= since
            return Standing(title=title, done=self._answered(programme), undo=_again(programme)) if is_new else None
        asks = self._asks(programme, member)
        return Standing(title=title, details=(self._until(programme, member),), ask=asks, offers=_ways(programme))

    def home_parts(self, member: Member) -> Iterator[Part]:
        """What somebody is asked about now, and what they have answered."""
        found = self._service.successions(member)
        if found:
            yield Headed(Message("meeting-home-succession"))
        for one in found:
            until = self._until(one, member)
            if one.succession:
                yield Item(_title(one), (until, self._answer(one)), (_again(one), _pack_offer()))
            else:
                yield Item(_title(one), (until, self._asks(one, member)), _ways(one))

    def _form(self, pressed: Pressed, member: Member, why: Message | None = None) -> Reply:
        programme = self._mine(pressed, member)
        if programme is None:
            return aside(Message("meeting-not-found"))
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if not one.has_left]
        others = [one for one in staff if one.id != member.id or not programme.ends_on]
        undecided = Choice(UNDECIDED, Message("meeting-succession-undecided"))
        field = Field(
            name=NEXT,
            label=Message("meeting-field-next-owner"),
            kind="choice",
            choices=(*choices_of(others)[:99], undecided),
            initial=programme.next_owner_id or "",
        )
        return form(
            Message("meeting-succession-title"),
            about=(Headed(_title(programme)), Said(self._until(programme, member))),
            fields=(field,),
            submit=submit_of(actions.SUCCESSION_SEND, programme.id, Message("meeting-submit")),
            typed=pressed.values if why else None,
            why=why,
        )

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        chosen = pressed.values.get(NEXT, "")
        if self._mine(pressed, member) is None:
            return aside(Message("meeting-not-found"))
        following = self._directory.by_id(chosen) if chosen not in ("", UNDECIDED) else None
        if chosen != UNDECIDED and following is None:
            return self._form(pressed, member, Message("meeting-choose-next-owner"))
        result = self._service.succession(pressed.reference, by=member, next_owner=following)
        if isinstance(result, Refused):
            return self._form(pressed, member, result.message)
        stands = self._stands(result, member)
        title = Message("meeting-succession-title")
        return replace(stands, title=title, behind=stands)

    def _undecided(self, pressed: Pressed, member: Member) -> Reply:
        if self._mine(pressed, member) is None:
            return aside(Message("meeting-not-found"))
        return self._stands(self._service.succession(pressed.reference, by=member, next_owner=None), member)

    def _again(self, pressed: Pressed, member: Member) -> Reply:
        if self._mine(pressed, member) is None:
            return aside(Message("meeting-not-found"))
        return self._stands(self._service.ask_again(pressed.reference, by=member), member)

    def _mine(self, pressed: Pressed, member: Member) -> Programme | None:
        """The programme, for its owner, where nobody reads along."""
        programme = self._store.programme(pressed.reference)
        is_private = pressed.place.is_direct or not pressed.place.conversation
        return programme if programme is not None and programme.owner_id == member.id and is_private else None

    def _stands(self, result: AnsweredResult, member: Member) -> Reply:
        if isinstance(result, Refused):
            return aside(result.message)
        one = result.programme
        head = (Headed(_title(one)), Said(self._until(one, member)))
        if one.succession:
            return Reply(parts=(*head, *self._answered(one)), offers=(_again(one), _pack_offer()))
        return Reply(parts=(*head, Said(self._asks(one, member))), offers=_ways(one))

    def _answer(self, programme: Programme) -> Message:
        if programme.succession == UNDECIDED:
            return Message("meeting-succession-is-undecided")
        return Message("meeting-succession-is", {"name": name_in(self._directory, programme.next_owner_id)})

    def _answered(self, programme: Programme) -> tuple[Said, ...]:
        """The answer, and how what is open is handed on."""
        return (Said(self._answer(programme)), Said(Message("meeting-succession-pack")))

    def _asks(self, programme: Programme, member: Member) -> Message:
        if programme.last_day < reader_of(member, self._clock).today:
            return Message("meeting-succession-asks-past")
        return Message("meeting-succession-asks" if programme.name else "meeting-succession-asks-leaving")

    def _until(self, programme: Programme, member: Member) -> Message:
        day = reader_of(member, self._clock).day(programme.last_day)
        return Message("meeting-succession-until", {"day": day})


def _title(programme: Programme) -> Message:
    if not programme.name:
        return Message("meeting-succession-leaving")
    return Message("meeting-succession-programme", {"name": programme.name})


def _ways(programme: Programme) -> tuple[Offer, ...]:
    name = Offer(actions.SUCCESSION_FORM, programme.id, Message("meeting-offer-next-owner"), is_main=True)
    undecided = Message("meeting-succession-undecided")
    return (name, Offer(actions.SUCCESSION_UNDECIDED, programme.id, undecided), _pack_offer())


def _again(programme: Programme) -> Offer:
    return Offer(actions.SUCCESSION_AGAIN, programme.id, Message("meeting-offer-undo"))


def _pack_offer() -> Offer:
    """The button by which what is handed over is asked for as files (bot/core/hand_over_packs)."""
    return Offer(actions.PACK, "-", Message("pack-offer"))
