"""What is owed, composed from the record as it is when it is sent; None where it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from bot.core.handovers import owing, to_askers, to_coordinators
from bot.core.handovers.models import HandOver, HandOverState, Turn, TurnKind
from bot.core.handovers.owners import Owners
from bot.core.handovers.ports import HandOverStore
from bot.core.handovers.wording import Reader, reader_of
from bot.core.messages import Reply
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member

_ToPerson: TypeAlias = Callable[[HandOver, Owed, Member], Reply | None]
_ToAsker: TypeAlias = Callable[[HandOver, Turn, Sequence[Turn], Reader], Reply | None]

_HAS_WORDS = frozenset({owing.NOTICE, owing.REMINDER, owing.REPLY, owing.WITHDRAWN})
"""Sent with the words of the question; admins who choose who answers are shown none."""
_OF_OWNERS = frozenset({TurnKind.ASSIGNED, TurnKind.PASSED, TurnKind.REASSIGNED, TurnKind.ESCALATED})


class Composing:
    """The composers of hand-overs."""

    def __init__(self, *, store: HandOverStore, owners: Owners) -> None:
        self._store, self._owners = store, owners

    def composers(self) -> Mapping[str, Composer]:
        """For each kind of message owed, what says it."""
        to_people: dict[str, _ToPerson] = {
            owing.NOTICE: self._notice,
            owing.REMINDER: self._reminder,
            owing.REPLY: self._reply,
            owing.WITHDRAWN: self._withdrawn,
            owing.QUEUE: self._queue,
        }
        to_askers_: dict[str, _ToAsker] = {
            owing.ANSWER: self._answer,
            owing.ASK_BACK: self._ask_back,
            owing.MOVED: self._moved,
        }
        composers = {kind: self._for_person(compose) for kind, compose in to_people.items()}
        return composers | {kind: self._for_asker(compose) for kind, compose in to_askers_.items()}

    def _for_person(self, compose: _ToPerson) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            handover, person = self._store.by_id(owed.subject_id), self._owners.by_address(owed.person)
            if handover is None or person is None or person.has_left:
                return None
            reply = compose(handover, owed, person)
            if reply is not None and owed.kind in _HAS_WORDS:
                self._owners.looked_at(handover, person)
            return Addressed(reply=reply, locale=reader_of(person).locale) if reply else None

        return composed

    def _for_asker(self, compose: _ToAsker) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            handover = self._store.by_id(owed.subject_id)
            turns = self._store.turns(handover.id) if handover else ()
            turn = next((one for one in turns if one.id == owed.occurrence), None)
            asker = self._owners.asker(handover) if handover else None
            if handover is None or turn is None or (asker is not None and asker.has_left):
                return None
            reader = reader_of(asker, handover.locale)
            reply = compose(handover, turn, turns, reader)
            return Addressed(reply=reply, locale=reader.locale) if reply else None

        return composed

    def _notice(self, handover: HandOver, owed: Owed, owner: Member) -> Reply | None:
        if not self._is_asked(handover, owner) or owed.occurrence != str(handover.passed_on):
            return None
        turns = self._store.turns(handover.id)
        passed = next((turn for turn in reversed(turns) if turn.kind == TurnKind.PASSED), None)
        return to_coordinators.notice(
            handover,
            asker=self._owners.asker(handover),
            passed_by=self._owners.by_address(passed.by_address) if passed else None,
            turns=turns,
            nearest=self._store.nearest(handover.question_id),
            reader=reader_of(owner),
        )

    def _reminder(self, handover: HandOver, owed: Owed, owner: Member) -> Reply | None:
        is_still = handover.state == HandOverState.WAITING and self._is_asked(handover, owner)
        if not is_still or owed.occurrence != owing.reminder(handover, owner).occurrence:
            return None
        return to_coordinators.reminder(handover, asker=self._owners.asker(handover), reader=reader_of(owner))

    def _reply(self, handover: HandOver, owed: Owed, owner: Member) -> Reply | None:
        if not self._is_asked(handover, owner):
            return None
        asker, turns = self._owners.asker(handover), self._store.turns(handover.id)
        return to_coordinators.reply(handover, asker=asker, turns=turns, reader=reader_of(owner))

    def _withdrawn(self, handover: HandOver, owed: Owed, owner: Member) -> Reply | None:
        return to_coordinators.withdrawn(handover, asker=self._owners.asker(handover))

    def _queue(self, handover: HandOver, owed: Owed, admin: Member) -> Reply | None:
        is_late = owed.occurrence.startswith("late-")
        is_settled = handover.reply_by is not None if is_late else handover.owner_id is not None
        if handover.state != HandOverState.WAITING or is_settled:
            return None
        owner, others = self._owners.of(handover), self._owners.able(self._owners.asker(handover))
        can_assign = any(one.id != handover.owner_id for one in others)
        return to_coordinators.queue(
            handover, owner=owner, is_late=is_late, can_assign=can_assign, reader=reader_of(admin)
        )

    def _answer(self, handover: HandOver, turn: Turn, turns: Sequence[Turn], reader: Reader) -> Reply:
        return to_askers.answer(handover, turn, owner=self._owners.by_address(turn.by_address))

    def _ask_back(self, handover: HandOver, turn: Turn, turns: Sequence[Turn], reader: Reader) -> Reply | None:
        if not handover.is_open or turn.kind != TurnKind.ASKED_BACK:
            return None
        return to_askers.asked_back(handover, turn, owner=self._owners.by_address(turn.by_address))

    def _moved(self, handover: HandOver, turn: Turn, turns: Sequence[Turn], reader: Reader) -> Reply | None:
        latest = next(one for one in reversed(turns) if one.kind in _OF_OWNERS)
        if handover.state != HandOverState.WAITING or latest.id != turn.id:
            return None
        return to_askers.moved(handover, turn, owner=self._owners.of(handover), reader=reader)

    def _is_asked(self, handover: HandOver, person: Member) -> bool:
        return handover.is_open and handover.owner_id == person.id
