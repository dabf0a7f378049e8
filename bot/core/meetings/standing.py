"""How an encounter, an issue or a request stands when somebody is reminded of it; nothing of what is over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeAlias

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.meetings import anchors
from bot.core.meetings.asking import Asked, ask_of, details_of
from bot.core.meetings.chat import buttons, changes
from bot.core.meetings.chat.contacts import contact_by_another
from bot.core.meetings.chat.wording import Reader, name_in, reader_of, who
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import REAL_CONTACT, Change, ChangeKind, Encounter, State
from bot.core.meetings.planned import is_planned
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message, Said
from bot.core.people import Directory, Member, Sharing
from bot.core.scheduled import Standing, StandingOf, Waiting

AsksOf: TypeAlias = Callable[[Waiting, int], str]
"""What the cadence of something that waits asks for at a step: `next_step`, `thanks`, `decision` and so on."""

_CHANGES_NOTHING = frozenset({ChangeKind.TALK})
"""What somebody else may have done since without anything being otherwise for the reader."""
_OF_ISSUES = frozenset({ChangeKind.ISSUE_OPENED, ChangeKind.ISSUE_CLOSED})


class Standings:
    """Answers for the subjects `encounter`, `issue` and `request`."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        directory: Directory,
        clock: Clock,
        asks: AsksOf,
    ) -> None:
        self._service, self._store, self._directory = service, store, directory
        self._clock, self._asks = clock, asks

    def standings(self) -> dict[str, StandingOf]:
        """For each kind of subject, how one stands."""
        return {
            anchors.ENCOUNTER_SUBJECT: self.encounter,
            anchors.ISSUE_SUBJECT: self.issue,
            anchors.REQUEST_SUBJECT: self.request,
        }

    def encounter(self, id: str, matter: str, step: int, member: Member, since: datetime) -> Standing | None:
        """An encounter in one of its matters."""
        found = self._store.by_id(id)
        if found is None:
            return None
        return self._stands(found, (id, matter), step, member, since, is_own=lambda one: one.kind not in _OF_ISSUES)

    def issue(self, id: str, matter: str, step: int, member: Member, since: datetime) -> Standing | None:
        """An open issue of an encounter."""
        issue = self._store.issue(id)
        found = self._store.by_id(issue.encounter_id) if issue else None
        if issue is None or found is None:
            return None
        is_own = _about("issue", id)
        return self._stands(found, (id, matter), step, member, since, is_own=is_own, issue=issue)

    def request(self, id: str, matter: str, step: int, member: Member, since: datetime) -> Standing | None:
        """What a colleague asks for."""
        request = self._store.request(id)
        found = self._store.by_id(request.encounter_id) if request else None
        if request is None or found is None or request.to_id != member.id:
            return None
        is_own = _about("request", id)
        return self._stands(found, (id, matter), step, member, since, is_own=is_own, request=request)

    def _stands(
        self,
        encounter: Encounter,
        subject: tuple[str, str],
        step: int,
        member: Member,
        since: datetime,
        *,
        is_own: Callable[[Change], bool],
        issue: Issue | None = None,
        request: ColleagueRequest | None = None,
    ) -> Standing | None:
        sharing = self._service.sharing(member, encounter)
        if encounter.state == State.TAKEN_BACK or (request is None and sharing != Sharing.WORDS):
            return None
        if sharing == Sharing.WORDS:
            self._service.looked_at(encounter, member)
        reader, waiting = reader_of(member, self._clock), self._waiting(encounter, subject, member)
        # At its first version there is nothing but that it was written down.
        changed = self._store.changes(encounter.id) if encounter.version > 1 else ()
        happened = [one for one in changed if one.at >= since]
        asks = self._asks(waiting, step) if waiting else ""
        other = request.from_id if request else issue.owner_id if issue else encounter.created_by
        asker = name_in(self._directory, other)
        from_whom = self._directory.by_id(other)
        # Nothing is asked in the name of somebody who is not there any more.
        is_gone = request is not None and from_whom is not None and from_whom.has_left
        asked = Asked(
            encounter=encounter, reader=reader, issue=issue, request=request, asker=asker, asker_has_left=is_gone
        )
        shown = Standing(title=who(encounter), details=details_of(asked), waiting=waiting)
        contact = contact_by_another(changed, encounter, reader, partial(name_in, self._directory))
        if contact is not None:
            shown = replace(shown, details=(*shown.details, contact))
        if sharing != Sharing.WORDS:
            title = "meeting-request-title-left" if is_gone else "meeting-request-title"
            shown = Standing(title=Message(title, {"name": asker}))
        put_off = waiting is not None and _is_put_off(waiting, reader) and any(one.at > since for one in happened)
        is_waiting = waiting is not None
        done = self._done(encounter, happened, is_own, shown, reader, is_waiting=is_waiting, is_put_off=put_off)
        if done is not None or waiting is None or put_off or _is_too_late(waiting, encounter, reader):
            return done or _told_by_another(shown, contact, happened)
        requests = tuple(self._store.requests(encounter.id))
        ask, question, offers = ask_of(asks, asked, requests)
        return replace(shown, ask=ask, question=question, offers=offers)

    def _waiting(self, encounter: Encounter, subject: tuple[str, str], member: Member) -> Waiting | None:
        """Does it wait for this reader, by the record as it is now?"""
        owner = self._directory.by_id(encounter.owner_id)
        zone = zone_of(owner.time_zone if owner else "Asia/Tokyo")
        issues, requests = self._store.issues(encounter.id), self._store.requests(encounter.id)
        waits = anchors.waiting(encounter, issues, requests, zone=zone)
        mine = (one for one in waits if one.person_id == member.id and (one.subject_id, one.matter) == subject)
        return next(mine, None)

    def _done(
        self,
        encounter: Encounter,
        happened: Sequence[Change],
        is_own: Callable[[Change], bool],
        shown: Standing,
        reader: Reader,
        *,
        is_waiting: bool,
        is_put_off: bool,
    ) -> Standing | None:
        """What the reader has changed since; with the way back for ten minutes, and for as long in the place of what
        still waits. 延期 stands there until its day."""
        told = [one for one in happened if one.kind != ChangeKind.CAPTURED and not one.is_undone and is_own(one)]
        told = [one for one in told if one.by_id == reader.id or one.kind not in _CHANGES_NOTHING]
        last = told[-1] if told else None
        if last is None or last.by_id != reader.id or last.kind == ChangeKind.UNDONE:
            return None
        is_fresh = changes.fresh([last], reader) is not None
        stays = is_fresh or (is_put_off and last.kind == ChangeKind.POSTPONED)
        if is_waiting and not stays:
            return None
        undo = changes.undo_of(last) if is_fresh and last is happened[-1] else None
        said = changes.done(last, encounter, reader)
        if changes.asks_next(last, encounter):
            offers = (*buttons.follow_up(encounter), *((undo,) if undo else ()))
            return replace(shown, details=(*shown.details, said), ask=Message("meeting-what-follows"), offers=offers)
        return replace(shown, done=(Said(said),), undo=undo)


def _told_by_another(shown: Standing, contact: Message | None, happened: Sequence[Change]) -> Standing | None:
    """In the place of what was asked: somebody else has talked with the other side since."""
    is_new = any(one.kind in REAL_CONTACT and one.kind != ChangeKind.CAPTURED for one in happened)
    return replace(shown, details=(), done=(Said(contact),)) if contact is not None and is_new else None


def _about(name: str, id: str) -> Callable[[Change], bool]:
    return lambda change: change.detail.get(name) == id


def _is_too_late(waiting: Waiting, encounter: Encounter, reader: Reader) -> bool:
    """Nobody is asked for the goal of a meeting that has been, or whether it was done: how it went is asked then."""
    is_before = waiting.matter == anchors.PREPARE or (waiting.matter == anchors.NEXT_STEP and is_planned(encounter))
    return is_before and waiting.since < reader.today


def _is_put_off(waiting: Waiting, reader: Reader) -> bool:
    """Something happened since, after which nobody is reminded of it today."""
    is_later = waiting.not_before is not None and waiting.not_before > reader.today
    return is_later or (waiting.matter == anchors.NEXT_STEP and waiting.since > reader.today)
