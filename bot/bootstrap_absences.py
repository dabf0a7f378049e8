"""The composition root of leave and days off that an admin enters for others: kept with a line, told to whom it
concerns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import uuid4

from bot.bootstrap import Library
from bot.core.absences.office import TOLD, OfficeDesk
from bot.core.absences.service import AbsenceService
from bot.core.audited import Audited
from bot.core.calendar_entries import CalendarEntry, Scope
from bot.core.membership.models import Changes
from bot.core.owed import Owed
from bot.core.people import Member, Role


def make_office_desk(library: Library, service: AbsenceService, *, replan: Callable[..., object]) -> OfficeDesk:
    """Join it. `replan` plans anew what waits for people by their ids."""
    return OfficeDesk(service, directory=library.database.people, keep=_Keep(library), replan=replan)


class _Keep:
    """The `Keep` of bot/core/absences/office.py."""

    def __init__(self, library: Library) -> None:
        self._people, self._clock = library.database.people, library.clock

    def __call__(self, by: Member, entry: CalendarEntry, *, whose: Sequence[Member], what: str) -> None:
        is_person = entry.scope is Scope.PERSON
        person = next((one for one in whose if one.id == entry.scope_id), None) if is_person else None
        firm = (person.company.id if person and person.company else None) if is_person else entry.scope_id
        line = Audited(
            id=uuid4().hex,
            at=self._clock.now(),
            by_id=by.id,
            action="leave" if is_person else "calendar",
            subject_kind="person" if is_person else "firm",
            subject_id=entry.scope_id,
            company_id=firm,
        )
        told = [one for one in whose if one.address and not one.has_left and one.id != by.id]
        told = told if is_person else [one for one in told if Role.MEMBER in one.roles]
        stamp = self._clock.now().isoformat()
        owed = tuple(
            Owed(kind=TOLD, subject_id=entry.id, occurrence=f"{what} {stamp} {one.id}", person=one.address)
            for one in told
        )
        self._people.change(lambda _snapshot: Changes(audited=(line,), owed=owed))
