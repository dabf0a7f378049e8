"""When an encounter has changed, the reminder that tells of it is drawn anew where it stands.

What is pressed in a reminder is drawn there by itself (bot/core/reactions.py). What is typed, pressed on a card or
written down by somebody else changes what a reminder says as well: the latest one that each person concerned was told.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Protocol, TypeAlias

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, Encounter
from bot.core.messages import Elsewhere, Pressed, Reply
from bot.core.nudges.models import Bundle
from bot.core.people import Directory, Member
from bot.core.reactions import Handler, own_of

RECENT = timedelta(days=7)
"""An older reminder is not gone back to."""

Stands: TypeAlias = Callable[[Bundle, Member], tuple[str, str] | None]
"""The conversation and the message in which a bundle stands; None where it was not sent."""


class Records(Protocol):
    """What is read of encounters (EncounterStore)."""

    def by_id(self, id: str) -> Encounter | None: ...

    def issue(self, id: str) -> Issue | None: ...

    def issues(self, encounter_id: str) -> Sequence[Issue]: ...

    def request(self, id: str) -> ColleagueRequest | None: ...

    def requests(self, encounter_id: str) -> Sequence[ColleagueRequest]: ...

    def change_by_id(self, id: str) -> Change | None: ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Redrawing:
    """`told` are the bundles in which a subject (its kind, its id) was told, the latest first; `draw` one as it stands
    for its reader."""

    records: Records
    told: Callable[[str, str], Sequence[Bundle]]
    stands: Stands
    draw: Callable[[str, Member], Reply | None]
    directory: Directory
    clock: Clock

    def after(self, handler: Handler) -> Handler:
        """The handler, and what follows elsewhere where it has changed an encounter."""

        def press(pressed: Pressed, member: Member) -> Reply:
            own, is_drawn = own_of(pressed.reference)
            id = self._subject_of(pressed.action, own)
            before = self.records.by_id(id) if id else None
            reply = handler(pressed, member)
            after = self.records.by_id(id) if before else None
            if before is None or after is None or after.version == before.version:
                return reply
            there = self._elsewhere(before, after, member, besides=member.id if is_drawn else "")
            return replace(reply, elsewhere=tuple(there))

        return press

    def _elsewhere(self, before: Encounter, after: Encounter, by: Member, *, besides: str) -> Iterator[Elsewhere]:
        for person_id in dict.fromkeys((by.id, *_people(after), *_people(before))):
            if person_id == besides:
                continue
            person = by if person_id == by.id else self.directory.by_id(person_id)
            bundle = self._latest(after, person_id) if person and not person.has_left else None
            where = self.stands(bundle, person) if bundle and person else None
            reply = self.draw(bundle.id, person) if where and bundle and person else None
            if where and reply and person:
                locale = person.locale or "ja"
                yield Elsewhere(conversation=where[0], message=where[1], reply=reply, locale=locale)

    def _latest(self, encounter: Encounter, person_id: str) -> Bundle | None:
        """The last reminder of somebody that tells of it."""
        since = self.clock.now() - RECENT
        of_it = [("encounter", encounter.id)]
        of_it += [("issue", one.id) for one in self.records.issues(encounter.id)]
        of_it += [("request", one.id) for one in self.records.requests(encounter.id)]
        told = (one for kind, id in of_it for one in self.told(kind, id))
        theirs = (one for one in told if one.person_id == person_id and one.created_at >= since)
        return max(theirs, key=lambda one: one.created_at, default=None)

    def _subject_of(self, action: str, reference: str) -> str:
        """The encounter that a button speaks of; "" for none."""
        if action == actions.MEETING_UNDO:
            change = self.records.change_by_id(reference)
            return change.encounter_id if change else ""
        if action == actions.MEETING_TYPED:
            return _typed(reference)
        id = reference.partition(":")[0]
        if self.records.by_id(id) is not None:
            return id
        belonging = self.records.issue(id) or self.records.request(id)
        return belonging.encounter_id if belonging else ""


def _people(encounter: Encounter) -> tuple[str, ...]:
    """Who is reminded of it."""
    step = encounter.next_step
    return (encounter.owner_id, step.owner_id) if step else (encounter.owner_id,)


def _typed(reference: str) -> str:
    try:
        wish = json.loads(reference)
    except ValueError:
        return ""
    return str(wish.get("e", "")) if isinstance(wish, dict) else ""
