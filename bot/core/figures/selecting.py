"""Which firms somebody may have numbers of, and what of that is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.core.figures.periods import Period
from bot.core.figures.ports import Programme, Seen
from bot.core.figures.records import Case, Held
from bot.core.people import Company, Member, Role, Sharing, access_company, access_coordinating
from bot.core.spellings import same_event_key


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """What is asked for. `event` and `firm_id` "" for all; of `period` the days of a `programme` that are in it."""

    period: Period
    programme: Programme | None = None
    event: str = ""
    firm_id: str = ""

    @property
    def days(self) -> Period:
        """From when until when; a programme of another year is asked for as a whole."""
        if self.programme is None:
            return self.period
        return self.period.within(self.programme.period) or self.programme.period

    @property
    def is_outside(self) -> bool:
        """Has the programme no day in the period?"""
        return self.programme is not None and self.period.within(self.programme.period) is None


def may_have(member: Member) -> bool:
    """Coordinators of the firms they look after, and a firm's own people of their own; nobody else has any."""
    is_of_firm = member.company is not None and Role.MEMBER in member.roles
    return not member.has_left and (Role.COORDINATOR in member.roles or is_of_firm)


def seen_firms(member: Member, companies: Iterable[Company]) -> Mapping[str, Seen]:
    """The firms of which somebody may have numbers: dates, stages and walls are enough for these."""
    found = dict[str, Seen]()
    for one in companies:
        is_own = member.company is not None and member.company.id == one.id and Role.MEMBER in member.roles
        sharing = access_company(member, one)
        if (is_own or access_coordinating(member, one)) and sharing in (Sharing.OUTLINE, Sharing.WORDS):
            found[one.id] = Seen(name=one.name, has_words=sharing is Sharing.WORDS, is_own=is_own)
    return found


def left_out(member: Member, companies: Iterable[Company]) -> int:
    """How many firms that somebody looks after share nothing, or have not chosen yet."""
    return sum(
        access_coordinating(member, one) and access_company(member, one) in (Sharing.NOTHING, Sharing.UNDECIDED)
        for one in companies
    )


def of_wanted(held: Held, wanted: Wanted, companies: Mapping[str, Company]) -> Held:
    """What is wanted of everything. An encounter belongs to the programme that is on record with it, else to that which
    was chosen for its event or its firm in the programme's fiscal year; one without any, and every question of a firm
    without a choice, to that of the coordinator who looks after the firm."""
    programme = wanted.programme

    def belongs(programme_id: str, company_id: str, event: str) -> bool:
        if programme is None:
            return True
        year, key = programme.period.first.year, same_event_key(event)
        of_event, of_firm = (held.programmes.get((company_id, one, year), "") for one in (key, ""))
        if chosen := programme_id or of_event or of_firm:
            return chosen == programme.id
        company = companies.get(company_id)
        return company is not None and company.coordinator_id == programme.owner_id

    def is_wanted(case: Case) -> bool:
        return (
            (not wanted.firm_id or case.company_id == wanted.firm_id)
            and (not wanted.event or (_is_of(case, wanted.event) and not case.is_visit))
            and belongs(case.programme_id, case.company_id, case.event)
        )

    if not (wanted.firm_id or wanted.event or programme):
        return held
    asked = [
        one
        for one in held.asked
        if not wanted.event
        and (not wanted.firm_id or one.company_id == wanted.firm_id)
        and belongs("", one.company_id, "")
    ]
    return held.of_cases((one for one in held.cases if is_wanted(one)), asked)


def _is_of(case: Case, event: str) -> bool:
    """Is it of an event, however that is spelled?"""
    return bool(case.event) and same_event_key(case.event) == same_event_key(event)
