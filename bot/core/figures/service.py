"""Numbers and exports for one reader: only of firms that share them, and each leaves a line in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import date, datetime

from bot.core.audited import Audited
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.figures.defining import definitions, glance_definitions
from bot.core.figures.figure_sheet import figures_sheet
from bot.core.figures.overview import Overview, overview_of
from bot.core.figures.overview_sheets import overview_sheets
from bot.core.figures.periods import Period, PeriodKind, named
from bot.core.figures.ports import ALL_PARTS, AuditStore, NewId, Part, Programme, Records, Seen, View
from bot.core.figures.reckoning import Figures, figures_of
from bot.core.figures.record_sheets import encounters_sheet, in_period, questions_sheet
from bot.core.figures.records import Held
from bot.core.figures.reporting import report_sheets
from bot.core.figures.selecting import Wanted, left_out, may_have, of_wanted, seen_firms
from bot.core.figures.tables import Cell, Export, Kind, Sheet
from bot.core.messages import Message
from bot.core.people import Company, Directory, Member, Role
from bot.errors import UsageError

EXPORTED, LOOKED_AT = "exported", "figures"
"""The actions in the audit log."""
_PARTS: Mapping[Kind, frozenset[Part]] = {
    Kind.ENCOUNTERS: frozenset({Part.CASES}),
    Kind.FIGURES: ALL_PARTS,
    Kind.REPORT: frozenset({Part.CASES, Part.CHANGES, Part.ASKED}),
    Kind.QUESTIONS: frozenset({Part.ASKED}),
}


class FigureService:
    """Computes numbers. Raises UsageError for whoever may have none, StorageError."""

    def __init__(
        self,
        *,
        records: Records,
        audit: AuditStore,
        directory: Directory,
        clock: Clock,
        new_id: NewId,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._records, self._audit, self._directory, self._clock = records, audit, directory, clock
        self._new_id, self._piece_of_work = new_id, piece_of_work

    def today(self, member: Member) -> date:
        """The day where somebody is."""
        return self._now.astimezone(zone_of(member.time_zone)).date()

    def period(self, member: Member, kind: PeriodKind) -> Period:
        """A period by its name, as of today. Raises ValueError for a free one."""
        return named(kind, self.today(member))

    def firms(self, member: Member) -> Mapping[str, Seen]:
        """The firms of which somebody may have numbers, by id."""
        return seen_firms(member, self._directory.companies())

    def programmes(self, member: Member) -> Sequence[Programme]:
        """The programmes with which a report can be narrowed down: of this fiscal year and of two before it. They are
        the coordinators' own matter, and no firm's."""
        if Role.COORDINATOR not in member.roles or member.has_left:
            return ()
        year = named(PeriodKind.THIS_YEAR, self.today(member)).first.year
        return self._records.programmes([year, year - 1, year - 2])

    def events(self, member: Member) -> Sequence[str]:
        """The events of encounters whose firms share their words, the latest first."""
        return self._records.events([id for id, seen in self.firms(member).items() if seen.has_words])

    def figures(self, member: Member, wanted: Wanted) -> tuple[Figures, int]:
        """The numbers of what is wanted, and how many firms share none; told in the audit log."""
        companies = self._companies()
        held = of_wanted(self._held(member, wanted.days, companies), wanted, companies)
        self._keep(member, LOOKED_AT, Kind.FIGURES, self._ids(held, wanted.days))
        found = figures_of(held, wanted.days, now=self._now, today=self.today(member))
        return found, left_out(member, companies.values())

    def export(self, member: Member, kind: Kind, wanted: Wanted) -> Export:
        """Everything that one file holds; told in the audit log."""
        companies = self._companies()
        held = of_wanted(self._held(member, wanted.days, companies, _PARTS[kind]), wanted, companies)
        if kind is Kind.ENCOUNTERS:
            held = replace(held, cases=tuple(in_period(held.cases, wanted.days)))
        sheets = self._sheets(kind, held, wanted.days, member)
        away = left_out(member, companies.values())
        narrowed = _narrowed(wanted, companies)
        means = definitions(kind, wanted.days, reader=member.name, left_out=away, narrowed=narrowed)
        firm_ids = self._ids(held, wanted.days)
        self._keep(member, EXPORTED, kind, firm_ids)
        return Export(
            kind=kind,
            period=wanted.days,
            made_on=self.today(member),
            reader=member.name,
            sheets=(*sheets, means),
            cases=held.cases if kind is Kind.ENCOUNTERS else (),
            firm_ids=firm_ids,
            of=_names_of(wanted, companies),
        )

    def at_a_glance(self, member: Member, company_ids: Collection[str]) -> tuple[Overview, Export]:
        """How the cases of these firms stand today, as far as they share it, and the rows behind it; told in the audit
        log."""
        companies, today = self._companies(), self.today(member)
        some = {id: companies[id] for id in company_ids if id in companies}
        period = self.period(member, PeriodKind.THIS_YEAR)
        held = self._held(member, period, some, frozenset({Part.CASES, Part.CHANGES}))
        overview = overview_of(held, firms=len(seen_firms(member, some.values())), today=today)
        means = glance_definitions(reader=member.name, left_out=left_out(member, companies.values()))
        firm_ids = self._ids(held, period)
        self._keep(member, EXPORTED, Kind.FIGURES, firm_ids)
        export = Export(
            kind=Kind.FIGURES,
            period=period,
            made_on=today,
            reader=member.name,
            sheets=(*overview_sheets(overview), means),
            cases=(),
            firm_ids=firm_ids,
        )
        return overview, export

    def _sheets(self, kind: Kind, held: Held, period: Period, member: Member) -> tuple[Sheet, ...]:
        if kind is Kind.FIGURES:
            return (figures_sheet(held, period, now=self._now, today=self.today(member)),)
        if kind is Kind.REPORT:
            return report_sheets(held, period)
        if kind is Kind.QUESTIONS:
            return (questions_sheet(held.asked, period),)
        return (encounters_sheet(held.cases),)

    def _held(
        self,
        member: Member,
        period: Period,
        companies: Mapping[str, Company],
        parts: frozenset[Part] = ALL_PARTS,
    ) -> Held:
        if not may_have(member):
            raise UsageError("figures-not-yours")
        view = View(
            viewer_id=member.id,
            firms=seen_firms(member, companies.values()),
            names={id: one.name for id, one in companies.items()},
            period=period,
            zone=zone_of(member.time_zone),
            parts=parts,
            # Of all that is computed, only the list of encounters has words in it.
            has_words=parts == _PARTS[Kind.ENCOUNTERS],
        )
        with self._piece_of_work():
            return self._records.held(view)

    def _companies(self) -> Mapping[str, Company]:
        return {one.id: one for one in self._directory.companies()}

    def _ids(self, held: Held, period: Period) -> frozenset[str]:
        """The firms of which anything is counted."""
        asked = {one.company_id for one in held.asked if one.on in period}
        return frozenset(asked | {one.company_id for one in held.cases})

    def _keep(self, member: Member, action: str, kind: Kind, firm_ids: frozenset[str]) -> None:
        """One line for the act, and one for each firm that it shows; without a word of anybody."""
        export_id, at = self._new_id(), self._now
        lines = [
            Audited(
                id=export_id if firm_id is None else f"{export_id}-{number}",
                at=at,
                by_id=member.id,
                action=action,
                subject_kind=str(kind),
                subject_id=export_id,
                company_id=firm_id,
            )
            for number, firm_id in enumerate((None, *sorted(firm_ids)))
        ]
        self._audit.append(lines)

    @property
    def _now(self) -> datetime:
        return self._clock.now()


def _names_of(wanted: Wanted, companies: Mapping[str, Company]) -> tuple[str, ...]:
    firm = companies.get(wanted.firm_id)
    names = (wanted.programme.name if wanted.programme else "", wanted.event, firm.name if firm else "")
    return tuple(one for one in names if one)


def _narrowed(wanted: Wanted, companies: Mapping[str, Company]) -> tuple[Cell, ...]:
    firm = companies.get(wanted.firm_id)
    names = (
        Message("figures-of-programme", {"name": wanted.programme.name}) if wanted.programme else None,
        Message("figures-of-event", {"name": wanted.event}) if wanted.event else None,
        Message("figures-of-firm", {"name": firm.name}) if firm else None,
    )
    return tuple(one for one in names if one is not None)
