"""Facts: who needs a coordinator, computed from records of firms that share them. No model has a say in it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.core.calendars import zone_of
from bot.core.digests.changing_hands import endings, requests
from bot.core.digests.models import DigestChoice, Fact, FactKey, LineKind, Next, Scope
from bot.core.digests.ports import IntroductionsOf, IsWorkingDay, Matter, Records, no_introductions
from bot.core.people import Company, Directory, Member, Role, Sharing, access_company, access_coordinating

DECISION_AHEAD = timedelta(days=7)
"""A decision is told from so many days before its day."""
WALL_1_AFTER = 5
"""Working days without a next step; until then whoever met somebody is reminded, and needs nobody else."""
STUCK_AFTER = timedelta(days=14)
"""A card with open questions that nobody has touched for so long is stuck. A default of ours."""
NEWLY_SHARED = timedelta(days=31)
"""A card that was shared longer ago is no news, told or not."""
_ONE_DAY = timedelta(days=1)
_FURTHEST = 400
"""Days; beyond it working days are no longer counted one by one."""

_WALLS: Mapping[str, LineKind] = {
    "wall_1": LineKind.WALL_1,
    "wall_2": LineKind.WALL_2,
    "wall_3": LineKind.WALL_3,
}
ENCOUNTER, QUESTION = "encounter", "question"
"""What reminders call what they are about."""


@dataclass(frozen=True, slots=True)
class View:
    """A coordinator looking at a moment, with the firms of which they may be told anything, by id."""

    member: Member
    choice: DigestChoice
    now: datetime
    firms: Mapping[str, Company]
    counted: dict[date, int] = field(default_factory=dict)
    """Working days from a day until today, once they were counted."""

    @property
    def today(self) -> date:
        """The day where they are."""
        return self.day_of(self.now)

    def day_of(self, moment: datetime) -> date:
        """The day of a moment where they are."""
        return moment.astimezone(zone_of(self.member.time_zone)).date()

    def words(self, company_id: str, words: str) -> str:
        """Words of a firm, where it shares them."""
        return words if access_company(self.member, self.firms[company_id]) == Sharing.WORDS else ""


class Gathering:
    """Computes the facts of one coordinator."""

    def __init__(
        self,
        *,
        records: Records,
        directory: Directory,
        is_working_day: IsWorkingDay,
        introductions: IntroductionsOf = no_introductions,
    ) -> None:
        self._records, self._directory = records, directory
        self._is_working_day, self._introductions = is_working_day, introductions

    def facts(self, member: Member, choice: DigestChoice, now: datetime) -> list[Fact]:
        """Everything that needs them at this moment; nothing of a firm that does not share it, and nothing for
        somebody who is no coordinator."""
        if Role.COORDINATOR not in member.roles or member.has_left:
            return []
        view = View(member, choice, now, self.chosen(member, choice))
        return [
            *self._of_matters(view),
            *self._questions(view),
            *self._silent(view),
            *self._cards(view),
            *endings(self._records, view.member),
            *requests(self._records, view.member, view.day_of),
            *self._introduced(view),
        ]

    def firms(self, member: Member) -> list[Company]:
        """The firms of which a coordinator may be told anything, by name."""
        return [
            one
            for one in self._directory.companies()
            if access_coordinating(member, one) and access_company(member, one) in (Sharing.OUTLINE, Sharing.WORDS)
        ]

    def chosen(self, member: Member, choice: DigestChoice) -> dict[str, Company]:
        """Those of which they wish to hear, by id."""
        wanted: Mapping[Scope, Callable[[Company], bool]] = {
            Scope.ALL: lambda one: bool(one.id),
            Scope.OWN: lambda one: one.coordinator_id == member.id,
            Scope.CHOSEN: lambda one: one.id in choice.firm_ids,
        }
        return {one.id: one for one in self.firms(member) if wanted[choice.scope](one)}

    def _of_matters(self, view: View) -> Iterator[Fact]:
        """Of each encounter the one fact that comes first: a decision, a wall, a step that is overdue."""
        for one in self._records.matters(view.firms):
            if one.put_off_until is not None and one.put_off_until > view.today:
                continue
            fact = self._decision(one, view) or self._wall(one, view) or self._overdue(one, view)
            if fact is not None:
                yield fact

    def _decision(self, one: Matter, view: View) -> Fact | None:
        if one.decision_on is None or one.decision_on > view.today + DECISION_AHEAD:
            return None
        return self._matter(LineKind.DECISION, one, view, on=one.decision_on, mark=one.decision_on.isoformat())

    def _wall(self, one: Matter, view: View) -> Fact | None:
        kind = _WALLS.get(one.wall)
        if kind is None or one.since > view.today:
            return None
        if kind is LineKind.WALL_1 and self._working_days(one.since, view) < WALL_1_AFTER:
            return None
        mark = f"{one.since.isoformat()} {one.stage} {','.join(name[:8] for name in one.missing)}"[:64]
        return self._matter(kind, one, view, on=one.since, mark=mark)

    def _overdue(self, one: Matter, view: View) -> Fact | None:
        if one.step_on is None or one.wall or self._working_days(one.step_on, view) <= one.patience:
            return None
        return self._matter(LineKind.OVERDUE, one, view, on=one.step_on, mark=one.step_on.isoformat())

    def _matter(self, kind: LineKind, one: Matter, view: View, *, on: date, mark: str) -> Fact:
        return Fact(
            kind=kind,
            subject_id=one.id,
            mark=mark,
            on=on,
            next=Next.LOOK,
            firm=view.firms[one.company_id].name,
            company_id=one.company_id,
            about=view.words(one.company_id, one.partner),
            told_as={"stage": one.stage},
            subject=(ENCOUNTER, one.id),
        )

    def _questions(self, view: View) -> Iterator[Fact]:
        """They were handed to this very coordinator; whose they are is told only where the firm shares anything."""
        for one in self._records.questions(view.member):
            if one.asked_at > view.now:
                # A digest of a day that has gone by is looked at.
                continue
            firm = view.firms.get(one.company_id or "")
            is_late = one.reply_by is not None and one.reply_by <= view.now
            yield Fact(
                kind=LineKind.QUESTION,
                subject_id=one.id,
                mark=one.mark,
                on=view.day_of(one.asked_at),
                next=Next.ANSWER,
                firm=firm.name if firm else "",
                company_id=firm.id if firm else None,
                told_as={"late": int(is_late)},
            )

    def _silent(self, view: View) -> Iterator[Fact]:
        for id, moment in sorted(self._records.last_heard(view.firms).items()):
            day = view.day_of(moment)
            if id in view.firms and (view.today - day).days >= view.choice.silent_days:
                firm = view.firms[id]
                yield Fact(
                    kind=LineKind.SILENT,
                    subject_id=id,
                    mark=day.isoformat(),
                    on=day,
                    next=Next.CALL,
                    firm=firm.name,
                    company_id=id,
                )

    def _cards(self, view: View) -> Iterator[Fact]:
        found = self._records.cards(view.member, list(view.firms.values()), since=view.now - NEWLY_SHARED)
        for one in found:
            if one.company_id not in view.firms:
                continue
            fact = Fact(
                kind=LineKind.CARD_SHARED,
                subject_id=one.id,
                mark="",
                on=view.today,
                next=Next.OPEN_CARD,
                firm=view.firms[one.company_id].name,
                company_id=one.company_id,
                about=view.words(one.company_id, one.name),
                told_as={"open": one.open},
            )
            if one.shared_at is not None and one.shared_at <= view.now:
                yield replace(fact, mark=one.shared_at.isoformat(), on=view.day_of(one.shared_at))
            if one.open and one.moved_at <= view.now - STUCK_AFTER:
                moved = view.day_of(one.moved_at)
                yield replace(fact, kind=LineKind.CARD_STUCK, mark=f"{one.moved_at.isoformat()} {one.open}", on=moved)

    def _introduced(self, view: View) -> Iterator[Fact]:
        for one in self._introductions(view.member, list(view.firms.values())):
            if one.company_id in view.firms and one.found_on <= view.today:
                yield Fact(
                    kind=LineKind.INTRODUCTION,
                    subject_id=one.id,
                    mark=one.mark,
                    on=one.found_on,
                    next=Next.INTRODUCE,
                    firm=view.firms[one.company_id].name,
                    company_id=one.company_id,
                )

    def _working_days(self, first: date, view: View) -> int:
        """The same up to today; many encounters share their days."""
        known = view.counted.get(first)
        if known is None:
            known = view.counted[first] = self.working_days(first, view.today)
        return known

    def working_days(self, first: date, last: date) -> int:
        """How many working days of the country come after `first`, up to `last`; 0 where that is not later."""
        count, day = 0, max(first, last - _FURTHEST * _ONE_DAY)
        while day < last:
            day += _ONE_DAY
            count += self._is_working_day(day)
        return count


def without(facts: Sequence[Fact], keys: Collection[FactKey]) -> list[Fact]:
    """The facts that are not among these."""
    return [one for one in facts if one.key not in keys]
