"""Writing an encounter down: by whoever was there, or by a coordinator for somebody who then confirms it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Unpack

from bot.core.meetings import owing
from bot.core.meetings.changing import Changing
from bot.core.meetings.given import Corrections, NewEncounter, StepGiven, is_time, words
from bot.core.meetings.models import ChangeKind, Encounter, Ending, Kind, Stage, State
from bot.core.meetings.moves import Move, done_of
from bot.core.meetings.parties import were
from bot.core.meetings.planned import moment_of, moved, step_of
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member, Role, Sharing, access_coordinating

_WORDS = ("partner", "contact", "title", "event", "topic", "goal", "question", "bring")


class Capturing(Changing):
    """How encounters come to be, and are corrected."""

    def capture(self, new: NewEncounter, *, by: Member) -> Result:
        """Store it as `by`'s own. The same id again is the same encounter: nothing changes. One that was taken back
        is there again."""
        company_id, refused = self._belongs_to(new, by)
        refused = refused or self._faulty_new(new, by)
        if refused:
            return refused
        encounter = self._encounter(new, company_id=company_id, owner=by, by=by)
        if new.is_greeting:
            now = self._clock.now()
            encounter = replace(encounter, state=State.CLOSED, ending=Ending.GREETING, ended_at=now)
        move = Move(after=encounter, kind=ChangeKind.CAPTURED, detail=were(new.joins), joins=new.joins)
        return self._added(encounter, by, move)

    def write_for(self, new: NewEncounter, *, by: Member, member: Member) -> Result:
        """A coordinator writes it for somebody of a firm of theirs: it counts once that person has confirmed it."""
        if member.has_left or not access_coordinating(by, member.company) or Role.MEMBER not in member.roles:
            return Refused(message=Message("meeting-refused-not-your-firm"))
        refused = self._faulty_new(new, by)
        if refused or member.company is None:
            return refused or Refused(message=Message("meeting-refused-not-your-firm"))
        written = self._encounter(new, company_id=member.company.id, owner=member, by=by)
        encounter = replace(written, kind=Kind.MEETING, state=State.UNCONFIRMED, confirm_by=member.id)
        owed = owing.about_encounter(owing.CONFIRM, encounter, member)
        move = Move(after=encounter, kind=ChangeKind.CAPTURED, detail={"for": member.id}, owed=owed)
        return self._added(encounter, by, move)

    def confirm(self, id: str, *, by: Member) -> Result:
        """It is right: from now on it is the firm's own record."""

        def decide(before: Encounter) -> Move | Result:
            if before.state != State.UNCONFIRMED:
                return Done(encounter=before)
            after = replace(before, state=State.OPEN, confirm_by=None, counts_from=self._today(by))
            return Move(after=after, kind=ChangeKind.CONFIRMED, detail={}, asks_next=after.next_step is None)

        return self._changed(id, by, decide)

    def refuse(self, id: str, *, by: Member) -> Result:
        """It is not to be kept: its words are erased, and the coordinator who wrote it is told. No way back."""

        def decide(before: Encounter) -> Move | Result:
            if before.state != State.UNCONFIRMED:
                return Refused(message=Message("meeting-refused-confirmed-already"), encounter=before)
            after = erased(before)
            told = owing.about_encounter(owing.NOT_KEPT, after, self._member(before.created_by))
            return Move(after=after, kind=ChangeKind.UNDONE, detail={"refused": "yes"}, owed=told, forgets=True)

        return self._changed(id, by, decide)

    def correct(self, id: str, *, by: Member, **fields: Unpack[Corrections]) -> Result:
        """Put right what was written down wrongly; also while it is not confirmed, and after it has ended."""
        given = {name: words(value) if isinstance(value, str) else value for name, value in fields.items()}
        met_on = fields.get("met_on")
        if met_on and met_on > self._today(by):
            return Refused(message=Message("meeting-refused-day-to-come"))

        def decide(before: Encounter) -> Move | Result:
            changed: dict[str, Any] = {name: value for name, value in given.items() if getattr(before, name) != value}
            if not changed:
                return Done(encounter=before)
            after = replace(before, **changed)
            if "meets_at" in changed:
                owner = before.next_step.owner_id if before.next_step else before.owner_id
                zone = self._zone(self._member(owner))
                after = replace(moved(after, changed["meets_at"], zone=zone), outcome=None)
            if met_on and before.met_on == before.last_contact_on:
                after = replace(after, last_contact_on=met_on)
            return Move(after=after, kind=ChangeKind.CORRECTED, detail={"fields": " ".join(sorted(changed))})

        return self._changed(id, by, decide)

    def set_cadence(self, id: str, cadence: str, *, by: Member) -> Result:
        """Have this one encounter reminded of by another cadence; "" for the one that is chosen for its stage."""

        def decide(before: Encounter) -> Move | Result:
            if before.cadence == cadence:
                return Done(encounter=before)
            detail = {"from": before.cadence, "to": cadence}
            return Move(after=replace(before, cadence=cadence), kind=ChangeKind.CADENCE, detail=detail)

        return self._changed(id, by, decide)

    def _added(self, encounter: Encounter, by: Member, move: Move) -> Result:
        change = self._change(encounter, move, by, None)
        scheduled = self._scheduled(encounter)
        kept = self._store.add(encounter, change=change, scheduled=scheduled, owed=move.owed, joins=move.joins)
        if kept is encounter:
            asks = encounter.is_open and encounter.next_step is None and encounter.meets_at is None
            return done_of(encounter, change, replace(move, asks_next=asks))
        if kept.state == State.TAKEN_BACK and kept.created_by == by.id:
            revived = replace(encounter, version=kept.version, created_at=kept.created_at)
            return self._stored(kept, replace(move, after=revived, forgets=True), by) or Done(encounter=kept)
        is_seen = self.sharing(by, kept) != Sharing.NOTHING
        return Done(encounter=kept) if is_seen else Refused(message=Message("meeting-refused-not-found"))

    def _belongs_to(self, new: NewEncounter, by: Member) -> tuple[str | None, Refused | None]:
        """The firm whose record it will be."""
        if by.has_left or not by.roles & {Role.MEMBER, Role.COORDINATOR}:
            return None, Refused(message=Message("meeting-refused-guest"))
        if new.kind == Kind.MEETING:
            return (by.company.id if by.company else None), None
        visited = self._directory.company(new.company_id) if new.company_id else None
        if visited is None or not access_coordinating(by, visited):
            return None, Refused(message=Message("meeting-refused-not-your-firm"))
        return visited.id, None

    def _faulty_new(self, new: NewEncounter, by: Member) -> Refused | None:
        today = self._today(by)
        if not (new.partner.strip() or new.contact.strip() or new.kind == Kind.SUPPORT_VISIT):
            return Refused(message=Message("meeting-refused-nobody"))
        if new.met_on and new.met_on > today:
            return Refused(message=Message("meeting-refused-day-to-come"))
        if new.due_on and new.due_on < today:
            return Refused(message=Message("meeting-refused-day-gone"))
        if new.due_time and not is_time(new.due_time):
            return Refused(message=Message("meeting-refused-time"))
        return self._hour_gone(new.due_on, new.due_time, by) if new.next_step.strip() else None

    def _encounter(self, new: NewEncounter, *, company_id: str | None, owner: Member, by: Member) -> Encounter:
        now, today = self._clock.now(), self._today(owner)
        step = StepGiven(text=new.next_step, due_on=new.due_on, due_time=new.due_time, is_meeting=new.is_meeting)
        given: dict[str, Any] = {name: words(getattr(new, name)) for name in _WORDS}
        due = step_of(step, owner.id) if words(step.text) else None
        planned = moment_of(new.due_on, new.due_time, self._zone(owner)) if due and due.is_meeting else None
        return Encounter(
            id=new.id,
            company_id=company_id,
            kind=new.kind,
            stage=Stage.CARDS,
            owner_id=owner.id,
            created_by=by.id,
            created_at=now,
            updated_at=now,
            programme_id=new.programme_id,
            met_on=new.met_on,
            meets_at=planned or new.meets_at,
            last_contact_on=new.met_on or today,
            counts_from=today,
            next_step=due,
            **given,
        )


def erased(encounter: Encounter) -> Encounter:
    """Taken back: who, when and for whom stay, its words go."""
    return Encounter(
        id=encounter.id,
        company_id=encounter.company_id,
        kind=encounter.kind,
        state=State.TAKEN_BACK,
        owner_id=encounter.owner_id,
        created_by=encounter.created_by,
        created_at=encounter.created_at,
        updated_at=encounter.updated_at,
        version=encounter.version,
        last_contact_on=encounter.last_contact_on,
    )
