"""The list of a coordinator's firms: only what each of them shares, and first those that need somebody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.core.calendars import zone_of
from bot.core.cockpit.load import Load, load_of
from bot.core.cockpit.models import Case, FirmLine, FirmList, Need, Sift
from bot.core.cockpit.ports import Needs, Records
from bot.core.people import Company, Directory, Member, Role, Sharing, access_company, access_coordinating
from bot.core.spellings import same_event_key

SHARED = (Sharing.OUTLINE, Sharing.WORDS)


class Gathering:
    """Computes what one coordinator is shown."""

    def __init__(self, *, records: Records, needs: Needs, directory: Directory) -> None:
        self._records, self._needs, self._directory = records, needs, directory

    def firms(self, member: Member, sift: Sift, now: datetime, *, among: Collection[str] | None = None) -> FirmList:
        """Their firms, narrowed down; `among` these alone, where nothing is read of any other. A firm that shares
        nothing is named to its own coordinator alone, and is left out of a list that is narrowed down."""
        theirs = firms_of(member, self._directory.companies())
        theirs = [one for one in theirs if among is None or one.id in among]
        cases, shared = self._cases(member, theirs), set(_shared(member, theirs))
        needs, asked = _first(self._needs(member, now, among)), self._records.questions(member)
        today, kept = day_of(now, member), defaultdict[str, list[Case]](list)
        for case in cases:
            if sift.takes(case, today):
                kept[case.company_id].append(case)
        lines = list[FirmLine]()
        for firm in theirs:
            if firm.id not in shared and not sift.is_set:
                lines.append(FirmLine(company=firm, is_shared=False))
            elif firm.id in shared and (kept[firm.id] or not sift.is_set):
                known = {"questions": asked.get(firm.id, 0)}
                some = tuple(kept[firm.id])
                lines.append(FirmLine(company=firm, is_shared=True, cases=some, need=needs.get(firm.id), **known))
        return FirmList(lines=tuple(sorted(lines, key=_order)), count=len(theirs), sift=sift)

    def listed(self, member: Member, sift: Sift, now: datetime) -> list[str]:
        """The ids of the firms that `firms` lists, in no order; nothing is read that only their lines show."""
        theirs = [one.id for one in firms_of(member, self._directory.companies())]
        if not sift.is_set:
            return theirs
        today = day_of(now, member)
        kept = {case.company_id for case in self.cases(member) if sift.takes(case, today)}
        return [id for id in theirs if id in kept]

    def cases(self, member: Member) -> tuple[Case, ...]:
        """The open encounters of their firms, as far as they may see them."""
        return self._cases(member, firms_of(member, self._directory.companies()))

    def _cases(self, member: Member, theirs: Sequence[Company]) -> tuple[Case, ...]:
        firms = {one.id: one for one in theirs}
        found = self._records.cases(_shared(member, theirs))
        return tuple(_as_seen(one, member, firms[one.company_id]) for one in found)

    def load(self, member: Member, now: datetime) -> Load:
        """What they carry."""
        shared = self.shared(member)
        return load_of(
            firms=len(firms_of(member, self._directory.companies())),
            shared=len(shared),
            cases=self.cases(member),
            needs=[one for one in self._needs(member, now, None) if one.company_id in shared],
            questions=sum(self._records.questions(member).values()),
            today=day_of(now, member),
        )

    def shared(self, member: Member) -> list[str]:
        """The ids of their firms that share anything."""
        return _shared(member, firms_of(member, self._directory.companies()))


def is_coordinator(member: Member) -> bool:
    """Is somebody a coordinator now?"""
    return Role.COORDINATOR in member.roles and not member.has_left


def firms_of(member: Member, companies: Sequence[Company]) -> list[Company]:
    """The firms that somebody looks after by name, and of those that nobody does such as share anything."""
    return [
        one
        for one in companies
        if access_coordinating(member, one)
        and (one.coordinator_id == member.id or access_company(member, one) in SHARED)
    ]


def _shared(member: Member, theirs: Sequence[Company]) -> list[str]:
    return [one.id for one in theirs if access_company(member, one) in SHARED]


def day_of(now: datetime, member: Member) -> date:
    """The day where somebody is."""
    return now.astimezone(zone_of(member.time_zone)).date()


def owners_of(cases: Sequence[Case]) -> list[str]:
    """Who looks after them, the one whose encounter has stood longest first."""
    oldest = dict[str, date]()
    for one in cases:
        if one.owner_id:
            oldest[one.owner_id] = min(one.since, oldest.get(one.owner_id, one.since))
    return sorted(oldest, key=lambda id: (oldest[id].toordinal(), id))


def events_of(cases: Sequence[Case]) -> list[str]:
    """The events of them, the one of the latest encounter first; of several spellings that of the latest one."""
    latest = dict[str, tuple[int, int, str]]()
    for one in cases:
        if one.event:
            key, known = same_event_key(one.event), (-one.since.toordinal(), len(one.event), one.event)
            latest[key] = min(known, latest.get(key, known))
    return [event for *_, event in sorted(latest.values())]


def _as_seen(case: Case, member: Member, firm: Company) -> Case:
    """Its words only where the firm shares them."""
    return case if access_company(member, firm) == Sharing.WORDS else replace(case, event="", owner_id="")


def _first(needs: Sequence[Need]) -> Mapping[str, Need]:
    """Of each firm the first thing that needs somebody."""
    found = dict[str, Need]()
    for one in needs:
        known = found.get(one.company_id)
        if known is None or (one.rank, one.on) < (known.rank, known.on):
            found[one.company_id] = one
    return found


def _order(line: FirmLine) -> tuple[int, int, int, str, str]:
    """Who needs somebody first, by why and since when; then whose encounters have stood longest; never by how much a
    firm achieves. Last those of which nothing is known."""
    name = (line.company.name, line.company.id)
    if line.need is not None:
        return (0, line.need.rank, line.need.on.toordinal(), *name)
    if not line.is_shared:
        return (3, 0, 0, *name)
    return (1, 0, line.oldest.toordinal(), *name) if line.oldest else (2, 0, 0, *name)
