"""The hand-over pack: everything the next owner needs of what is open, as far as each firm shares it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.audited import Looked
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind
from bot.core.meetings.passing_on import LOOKED_AFTER, PassingOn
from bot.core.people import Member, Sharing, access_coordinating

_ALL_OF_ONE = 10_000
_OF_AN_OUTLINE = frozenset({ChangeKind.CAPTURED, ChangeKind.CONTACT, ChangeKind.STAGE})
"""What is told of a firm's history where it shares dates, stages and walls: what its coordinator sees of it anyway."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PackLine:
    """One thing that happened; `by` is a name, "" where the firm does not share it."""

    on: date
    change: Change
    by: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PackRow:
    """One encounter. Where `has_words` is False the firm shares its outline: `encounter` has no words and no contacts,
    and there are no issues in it. Names are "" where they are not known."""

    encounter: Encounter
    company: str
    owner: str
    step_owner: str
    has_words: bool
    issues: tuple[Issue, ...] = ()
    history: tuple[PackLine, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PackFacts:
    """What is open, by firm and the latest contact first."""

    owner: Member
    made_on: date
    rows: tuple[PackRow, ...]


class Packs(PassingOn):
    """Makes hand-over packs."""

    def handover_pack(self, owner: Member) -> PackFacts:
        """What somebody looks after: of the firms they coordinate everything open, of their own firm what is theirs."""
        rows = (self._row(one, owner) for one in self._of(owner))
        kept = [row for row in rows if row is not None]
        for company_id in sorted({row.encounter.company_id or "" for row in kept}):
            self._looks(owner, action=Looked.EXPORTED, kind="pack", id=owner.id, company_id=company_id or None)
        kept.sort(key=lambda row: (row.company, -row.encounter.last_contact_on.toordinal(), row.encounter.id))
        return PackFacts(owner=owner, made_on=self._today(owner), rows=tuple(kept))

    def _of(self, owner: Member) -> Iterator[Encounter]:
        seen = set[str]()
        firms = [one for one in self._directory.companies() if access_coordinating(owner, one)]
        theirs: Sequence[Encounter] = self._store.of_owner(owner.id, states=LOOKED_AFTER, limit=_ALL_OF_ONE)
        for one in (*theirs, *(each for firm in firms for each in self._all_of(firm.id))):
            if one.id not in seen:
                seen.add(one.id)
                yield one

    def _row(self, one: Encounter, owner: Member) -> PackRow | None:
        sharing = self.sharing(owner, one)
        if sharing in (Sharing.NOTHING, Sharing.UNDECIDED):
            return None
        has_words = sharing == Sharing.WORDS
        company, step = self._company(one), one.next_step
        told = (change for change in self._store.changes(one.id) if not change.is_undone)
        lines = (self._line(change, has_words, owner) for change in told if has_words or change.kind in _OF_AN_OUTLINE)
        return PackRow(
            encounter=one if has_words else outline_of(one),
            company=company.name if company else "",
            owner=self._name(one.owner_id) if has_words else "",
            step_owner=self._name(step.owner_id) if step and has_words else "",
            has_words=has_words,
            issues=tuple(issue for issue in self._store.issues(one.id) if not issue.closed_on) if has_words else (),
            history=tuple(lines),
        )

    def _line(self, change: Change, has_words: bool, reader: Member) -> PackLine:
        on = change.at.astimezone(self._zone(reader)).date()
        # An outline has stages; what else a change says is the firm's.
        kept = {} if not has_words else change.detail
        return PackLine(
            on=on,
            change=replace(change, before=None, detail=kept | _stages(change)),
            by=self._name(change.by_id) if has_words else "",
        )

    def _name(self, id: str) -> str:
        member = self._member(id)
        return member.name if member else ""


def outline_of(encounter: Encounter) -> Encounter:
    """Its dates, stage and what the wall is told by; no words and no contacts. What is named stays named, as `…`."""
    step = encounter.next_step
    named = ("market", "end_user", "decider", "measure", "payer")
    marks = {name: "…" if getattr(encounter, name) else "" for name in named}
    bare = Encounter(
        id=encounter.id,
        company_id=encounter.company_id,
        kind=encounter.kind,
        state=encounter.state,
        stage=encounter.stage,
        owner_id=encounter.owner_id,
        created_by=encounter.created_by,
        created_at=encounter.created_at,
        updated_at=encounter.updated_at,
        version=encounter.version,
        met_on=encounter.met_on,
        meets_at=encounter.meets_at,
        last_contact_on=encounter.last_contact_on,
        counts_from=encounter.counts_from,
        decision_on=encounter.decision_on,
        wakes_on=encounter.wakes_on,
        next_step=replace(step, text="…") if step else None,
    )
    return replace(
        bare,
        market=marks["market"],
        end_user=marks["end_user"],
        decider=marks["decider"],
        measure=marks["measure"],
        payer=marks["payer"],
    )


def _stages(change: Change) -> dict[str, str]:
    """The stages of a change of stage; `from` and `to` of others are people and days."""
    return {name: change.detail[name] for name in ("from", "to") if name in change.detail and change.kind == "stage"}


def is_visit(encounter: Encounter) -> bool:
    """A coordinator's own contact with a firm."""
    return encounter.kind == Kind.SUPPORT_VISIT
