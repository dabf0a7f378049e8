"""Cadences and programmes of one event at many firms at once, joined with encounters, nudges and the database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache

from bot.adapters.storage.cockpit_readings import CockpitReadings
from bot.bootstrap import Library
from bot.bootstrap_nudges import load_cadences
from bot.core.cockpit.event_plan import Found, Kept, Paced, Programme, Wished
from bot.core.meetings.funding import ProgrammeChoice
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.programmes import fiscal_year_of
from bot.core.meetings.service import MeetingService
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.planning import ChoicesOf, Planning, choice_for
from bot.core.people import Member
from bot.core.scheduled import Scheduled
from bot.core.spellings import same_event_key

EVENT = "event"
_CADENCE, _PROGRAMME = "cadence", "programme"


class EventRecords:
    """The `EventBook` of the cockpit."""

    def __init__(self, library: Library, service: MeetingService) -> None:
        self._library, self._database, self._service = library, library.database, service
        self._readings = CockpitReadings(library.database.engine, workspace_id=library.database.workspace_id)
        self._cadences = load_cadences()

    def cadences(self, member: Member) -> Sequence[tuple[str, str]]:
        """Every cadence with its name for a reader."""
        return [(name, self._cadences.title(name, member.locale or "ja")) for name in self._cadences.names]

    def programmes(self, on: date) -> Sequence[Programme]:
        """Those with a name of the fiscal year of a day."""
        found = self._database.encounters.programmes(fiscal_year=fiscal_year_of(on))
        return [Programme(id=one.id, name=one.name, fiscal_year=one.fiscal_year) for one in found if one.name]

    def found(self, company_ids: Collection[str], event: str, cadence: str, *, with_days: bool = True) -> Found:
        """The encounters of these firms at the event, and what becomes of each with another cadence."""
        encounters, ended = self._readings.of_event(company_ids, event)
        choices = cache(self._database.nudge_wishes.choices)
        spelled = [one.event for one in encounters]
        spellings = sorted(set(spelled), key=lambda one: (one != event, -spelled.count(one), one))
        left = {one.id: self._left(one, event, cadence, choices) for one in encounters}
        moved = [one for one in encounters if not left[one.id]] if cadence else []
        before = self._readings.next_due([one.id for one in moved])
        after = self._after(moved, event, cadence, choices) if with_days else {}
        paced = [
            Paced(
                id=one.id,
                company_id=one.company_id or "",
                left=left[one.id],
                now_on=before.get(one.id),
                then_on=after.get(one.id),
            )
            for one in encounters
        ]
        paced += [Paced(id=id, company_id=company_id, left="ended") for id, company_id in ended.items()]
        return Found(spellings=tuple(spellings), paced=tuple(paced))

    def before(self, company_ids: Collection[str], wished: Wished) -> Sequence[tuple[str, ...]]:
        """How it is on record now: firm, name or year, and what was chosen by whom and when; "" for nothing."""
        rows = list[tuple[str, ...]]()
        for id in sorted(company_ids) if wished.cadence else ():
            one = self._chosen(id, wished.event)
            known = (one.cadence, one.chosen_by, one.chosen_at.isoformat()) if one else ("", "", "")
            rows.append((_CADENCE, id, one.name if one else wished.event, *known))
        if wished.programme_id:
            key, year = same_event_key(wished.event), self._year(wished.programme_id)
            chosen = {
                (one.company_id, one.event_key, one.fiscal_year): one
                for one in self._database.programme_choices.choices()
            }
            for id in sorted(company_ids):
                choice = chosen.get((id, key, year))
                kept = (choice.programme_id, choice.chosen_by, choice.chosen_at.isoformat()) if choice else ("", "", "")
                rows.append((_PROGRAMME, id, f"{year}:{key}", *kept))
        return rows

    def put(self, company_ids: Collection[str], wished: Wished, *, by: Member, at: datetime) -> None:
        """Keep what is wished for the event of each of these firms, and count anew what is to come."""
        if wished.programme_id:
            key, year = same_event_key(wished.event), self._year(wished.programme_id)
            self._database.programme_choices.put(
                [
                    ProgrammeChoice(
                        company_id=id,
                        event_key=key,
                        fiscal_year=year,
                        programme_id=wished.programme_id,
                        chosen_by=by.id,
                        chosen_at=at,
                    )
                    for id in sorted(company_ids)
                ]
            )
        if wished.cadence:
            choices = [self._choice(id, wished.event, wished.cadence, by.id, at) for id in sorted(company_ids)]
            self._database.nudge_wishes.put_choices(choices)
            self._replan(company_ids, wished.event)

    def put_back(self, kept: Kept) -> Collection[str]:
        """As it was, where nobody has chosen anything else since."""
        cadences, names = list[CadenceChoice](), dict[str, str]()
        programmes, years = list[ProgrammeChoice](), list[tuple[str, str, int]]()
        for kind, id, name, chosen, by_id, at in kept.before:
            moment = datetime.fromisoformat(at) if at else kept.at
            if kind == _CADENCE:
                names[id] = name
                if chosen:
                    cadences.append(_choice(id, name, chosen, by_id, moment))
                continue
            year, _, key = name.partition(":")
            if chosen:
                programmes.append(
                    ProgrammeChoice(
                        company_id=id,
                        event_key=key,
                        fiscal_year=int(year),
                        programme_id=chosen,
                        chosen_by=by_id,
                        chosen_at=moment,
                    )
                )
            else:
                years.append((id, key, int(year)))
        if programmes or years:
            self._database.programme_choices.put(programmes, gone=years, only_of=kept.at)
        if names:
            had = {one.company_id for one in cadences}
            gone = [(id, EVENT, name) for id, name in names.items() if id not in had]
            self._database.nudge_wishes.put_choices(cadences, gone=gone, only_of=kept.at)
            self._replan(names, next(iter(names.values())))
        return {one[1] for one in kept.before}

    def _replan(self, company_ids: Collection[str], event: str) -> None:
        encounters, _ = self._readings.of_event(company_ids, event)
        self._service.replan(encounters)

    def _left(self, one: Encounter, event: str, cadence: str, choices: ChoicesOf) -> str:
        """Why it is left alone; "" where it is counted anew."""
        if one.cadence:
            return "own"
        if one.state is State.SLEEPING:
            return "asleep"
        choice = choice_for(event, str(one.stage), choices(one.company_id or ""))
        now = self._cadences.known(choice.cadence if choice else "")
        return "same" if choice is not None and choice.scope == EVENT and now == cadence else ""

    def _after(
        self, encounters: Sequence[Encounter], event: str, cadence: str, choices: ChoicesOf
    ) -> Mapping[str, date]:
        """The day of the next reminder of each with the cadence; what has been told is not told again."""
        now = self._library.clock.now()

        @cache
        def with_this_one(company_id: str) -> Sequence[CadenceChoice]:
            return [*choices(company_id), _choice(company_id, event, cadence, "", now)]

        planning = Planning(
            cadences=self._cadences,
            calendars=self._library.calendars,
            directory=self._database.people,
            choices=with_this_one,
            clock=self._library.clock,
        )
        planned = {one.id: scheduled for one, scheduled in self._service.planned_by(planning, encounters)}
        workspace_id = self._database.nudges.workspace_id
        ids = {one.nudge_id(workspace_id) for some in planned.values() for one in some}
        told = self._database.nudges.steps_told(ids)
        days = {id: [*self._days(planning, some, told)] for id, some in planned.items()}
        return {id: min(some) for id, some in days.items() if some}

    def _days(
        self, planning: Planning, scheduled: Sequence[Scheduled], told: Mapping[tuple[str, str], int]
    ) -> Iterator[date]:
        for one in scheduled:
            latest = told.get((one.nudge_id(self._database.nudges.workspace_id), one.series), -1)
            member = self._database.people.by_id(one.person_id)
            if latest < one.step or member is None:
                yield one.due_on
            elif step := next((step for step in planning.steps(one, member) if step.step > latest), None):
                yield step.due_on

    def _chosen(self, company_id: str, event: str) -> CadenceChoice | None:
        """What was chosen for the event of a firm, whatever its spelling."""
        choice = choice_for(event, "", self._database.nudge_wishes.choices(company_id))
        return choice if choice is not None and choice.scope == EVENT else None

    def _choice(self, company_id: str, event: str, cadence: str, by_id: str, at: datetime) -> CadenceChoice:
        known = self._chosen(company_id, event)
        return _choice(company_id, known.name if known else event, cadence, by_id, at)

    def _year(self, programme_id: str) -> int:
        one = self._database.encounters.programme(programme_id)
        return one.fiscal_year if one else fiscal_year_of(self._library.clock.now().date())


def _choice(company_id: str, name: str, cadence: str, by_id: str, at: datetime) -> CadenceChoice:
    return CadenceChoice(company_id=company_id, scope=EVENT, name=name, cadence=cadence, chosen_by=by_id, chosen_at=at)
