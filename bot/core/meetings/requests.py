"""Asking a colleague to take on a next step, or the whole encounter. Nothing is theirs before they accept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID, uuid5

from bot.core.meetings import owing
from bot.core.meetings.changing import UNANSWERED, Changing
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.following import awake, over
from bot.core.meetings.given import words
from bot.core.meetings.models import ChangeKind, Encounter, Kind, NextStep
from bot.core.meetings.moves import Move
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member, Role

_NAMESPACE = UUID("0d2a9a0e-2a54-5c3b-9d0e-6a3f4d7a6b10")


class Requests(Changing):
    """お願いする, できます, 相談したい."""

    def request(self, id: str, to: Member, *, by: Member, text: str = "", is_whole: bool = False) -> Result:
        """Ask a colleague of the same firm to do the next step (`text`, or the one on record), or with `is_whole` to
        look after the encounter from now on. They are told, and asked again by the cadence. Asking the same colleague
        for the same again changes nothing."""

        def decide(before: Encounter) -> Move | Result:
            said = words(text) or (before.next_step.text if before.next_step else "")
            if not is_whole and not said:
                return over(before) or Refused(message=Message("meeting-refused-step-empty"), encounter=before)
            if not self._is_colleague(to, before) or to.id == by.id:
                return over(before) or Refused(message=Message("meeting-refused-not-colleague"), encounter=before)
            twin = self._asked_already(before, to, said, is_whole)
            if twin is not None:
                return over(before) or Done(encounter=before, request=twin)
            asked = ColleagueRequest(
                id=uuid5(_NAMESPACE, f"{id} {before.version} {to.id}").hex,
                encounter_id=id,
                from_id=by.id,
                to_id=to.id,
                text=said,
                state=RequestState.ASKED,
                asked_at=self._clock.now(),
                is_whole=is_whole,
            )
            owed = owing.about_request(owing.REQUEST, asked, to, before.version + 1)
            detail = {"request": asked.id, "to": to.id}
            after, kind = awake(before), ChangeKind.REQUESTED
            return over(before) or Move(after=after, kind=kind, detail=detail, requests=(asked,), owed=owed)

        return self._changed(id, by, decide)

    def accept(self, request_id: str, *, by: Member) -> Result:
        """できます: only now the step, or the encounter, is the colleague's; who asked is told."""

        def decide(before: Encounter, asked: ColleagueRequest) -> Move | Result:
            if asked.state == RequestState.ACCEPTED:
                return Done(encounter=before, request=asked)
            if asked.state not in UNANSWERED:
                return Refused(message=Message("meeting-refused-request-withdrawn"))
            now = self._clock.now()
            accepted = replace(asked, state=RequestState.ACCEPTED, answered_at=now)
            after = replace(_taken_on(before, asked, by), counts_from=self._today(by))
            owed = owing.about_request(
                owing.REQUEST_ACCEPTED, accepted, self._member(asked.from_id), before.version + 1
            )
            detail = {"request": asked.id, "from": asked.from_id, "to": by.id}
            kind = ChangeKind.OWNER if asked.is_whole else ChangeKind.ACCEPTED
            return over(before) or Move(after=after, kind=kind, detail=detail, requests=(accepted,), owed=owed)

        return self._answered(request_id, by, decide)

    def talk(self, request_id: str, *, by: Member, note: str = "") -> Result:
        """相談したい: who asked is told, with the colleague's word. It can still be accepted."""

        def decide(before: Encounter, asked: ColleagueRequest) -> Move | Result:
            if asked.state in (RequestState.TALK, RequestState.ACCEPTED):
                return Done(encounter=before, request=asked)
            if asked.state not in UNANSWERED:
                return Refused(message=Message("meeting-refused-request-withdrawn"))
            now = self._clock.now()
            talks = replace(asked, state=RequestState.TALK, answered_at=now, note=words(note))
            asker, told = self._member(asked.from_id), before.version + 1
            owed = owing.about_request(owing.REQUEST_TALK, talks, asker, told)
            detail = {"request": asked.id, "from": asked.from_id, "to": by.id}
            kind = ChangeKind.TALK
            return over(before) or Move(after=before, kind=kind, detail=detail, requests=(talks,), owed=owed)

        return self._answered(request_id, by, decide)

    def withdraw(self, request_id: str, *, by: Member) -> Result:
        """It is no longer asked; the colleague is told. What was accepted stays accepted."""
        asked = self._store.request(request_id)
        if asked is None:
            return Refused(message=Message("meeting-refused-not-found"))

        def decide(before: Encounter) -> Move | Result:
            now = self._store.request(request_id) or asked
            if now.state == RequestState.WITHDRAWN:
                return Done(encounter=before, request=now)
            if now.state == RequestState.ACCEPTED:
                return Refused(message=Message("meeting-refused-request-accepted"), encounter=before)
            withdrawn = replace(now, state=RequestState.WITHDRAWN, answered_at=self._clock.now())
            told = before.version + 1
            owed = owing.about_request(owing.REQUEST_WITHDRAWN, withdrawn, self._member(now.to_id), told)
            detail = {"request": now.id, "to": now.to_id, "withdrawn": "yes"}
            kind = ChangeKind.REQUESTED
            return Move(after=before, kind=kind, detail=detail, requests=(withdrawn,), owed=owed)

        return self._changed(asked.encounter_id, by, decide)

    def colleagues(self, encounter: Encounter, *, besides: str = "") -> tuple[Member, ...]:
        """Who can be asked about it, by name: members of its firm; coordinators for what is a coordinator's own."""
        of_firm = self._is_of_firm(encounter)
        people = self._directory.people(company_id=encounter.company_id if of_firm else None)
        named = sorted(people, key=lambda one: (one.name, one.id))
        return tuple(one for one in named if one.id != besides and self._is_colleague(one, encounter))

    def _answered(
        self, request_id: str, by: Member, decide: Callable[[Encounter, ColleagueRequest], Move | Result]
    ) -> Result:
        asked = self._store.request(request_id)
        if asked is None or asked.to_id != by.id:
            return Refused(message=Message("meeting-refused-not-found"))

        def now(before: Encounter) -> Move | Result:
            return decide(before, self._store.request(request_id) or asked)

        return self._changed(asked.encounter_id, by, now, may=lambda member, _: not member.has_left)

    def _asked_already(self, before: Encounter, to: Member, text: str, is_whole: bool) -> ColleagueRequest | None:
        waits = [one for one in self._store.requests(before.id) if one.state in UNANSWERED and one.to_id == to.id]
        return next((one for one in waits if (one.text, one.is_whole) == (text, is_whole)), None)

    def _is_of_firm(self, encounter: Encounter) -> bool:
        return encounter.kind == Kind.MEETING and encounter.company_id is not None

    def _is_colleague(self, to: Member, encounter: Encounter) -> bool:
        if to.has_left or not to.address:
            return False
        if not self._is_of_firm(encounter):
            return Role.COORDINATOR in to.roles
        is_of_firm = to.company is not None and to.company.id == encounter.company_id
        return is_of_firm and Role.MEMBER in to.roles


def _taken_on(before: Encounter, asked: ColleagueRequest, by: Member) -> Encounter:
    step = before.next_step
    if not asked.is_whole:
        taken = replace(step, owner_id=by.id) if step else NextStep(text=asked.text, owner_id=by.id)
        return replace(before, next_step=taken)
    is_owners = step is not None and step.owner_id == before.owner_id
    return replace(before, owner_id=by.id, next_step=replace(step, owner_id=by.id) if step and is_owners else step)
