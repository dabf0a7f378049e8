"""What of encounters goes into a hand-over pack: what is open, what happened, what ended, as firms share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core.meetings.changing import UNANSWERED
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.issues import Issue
from bot.core.meetings.models import Change, ChangeKind, Encounter, Kind, State
from bot.core.meetings.passing_on import LOOKED_AFTER, PassingOn
from bot.core.people import Member, Sharing

MOST_ENDED = 30
"""Of what has ended, so many of a firm are told, the latest first."""
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
    and there are no issues and no requests in it. Names are "" where they are not known.

    `requests` are those that nobody has answered; `is_unowned`: its owner has left.
    """

    encounter: Encounter
    company: str
    owner: str
    step_owner: str
    has_words: bool
    is_unowned: bool = False
    issues: tuple[Issue, ...] = ()
    requests: tuple[ColleagueRequest, ...] = ()
    history: tuple[PackLine, ...] = ()


class Packs(PassingOn):
    """What a hand-over pack says of encounters."""

    def pack_rows(
        self, viewer: Member, company_id: str, *, read: Sequence[Encounter] | None = None
    ) -> Sequence[PackRow]:
        """Everything of a firm that is looked after, as far as somebody may see it, the latest contact first; `read` is
        what was read ahead of it."""
        return self._rows([*self._all_of(company_id)] if read is None else read, viewer)

    def own_pack_rows(self, viewer: Member) -> Sequence[PackRow]:
        """What somebody looks after themselves, of whichever firm."""
        return self._rows(self._store.of_owner(viewer.id, states=LOOKED_AFTER, limit=_ALL_OF_ONE), viewer)

    def ended_rows(self, viewer: Member, company_id: str) -> Sequence[PackRow]:
        """What has ended of a firm, where somebody may see its words: the latest ones, without what happened."""
        found = self._store.of_company(company_id, states=(State.CLOSED,), limit=MOST_ENDED)
        rows = (self._row(one, viewer, with_history=False) for one in found)
        return [row for row in rows if row is not None and row.has_words]

    def _rows(self, found: Sequence[Encounter], viewer: Member) -> list[PackRow]:
        self._store.look_ahead([one.id for one in found])
        rows = (self._row(one, viewer) for one in found)
        kept = [row for row in rows if row is not None]
        return sorted(kept, key=lambda row: (-row.encounter.last_contact_on.toordinal(), row.encounter.id))

    def _row(self, one: Encounter, viewer: Member, *, with_history: bool = True) -> PackRow | None:
        sharing = self.sharing(viewer, one)
        if sharing in (Sharing.NOTHING, Sharing.UNDECIDED):
            return None
        has_words = sharing == Sharing.WORDS
        company, step = self._company(one), one.next_step
        issues = self._store.issues(one.id) if has_words else ()
        requests = self._store.requests(one.id) if has_words else ()
        return PackRow(
            encounter=one if has_words else outline_of(one),
            company=company.name if company else "",
            owner=self._name(one.owner_id) if has_words else "",
            step_owner=self._name(step.owner_id) if step and has_words else "",
            has_words=has_words,
            is_unowned=self.is_unowned(one),
            issues=tuple(issue for issue in issues if not issue.closed_on),
            requests=tuple(each for each in requests if each.state in UNANSWERED),
            history=tuple(self._history(one, viewer, has_words)) if with_history else (),
        )

    def _history(self, one: Encounter, viewer: Member, has_words: bool) -> Iterator[PackLine]:
        for change in self._store.changes(one.id):
            if not change.is_undone and (has_words or change.kind in _OF_AN_OUTLINE):
                yield self._line(change, has_words, viewer)

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
