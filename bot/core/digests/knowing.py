"""What a coordinator is to be told at a moment: the facts, without those that they have put away."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.core.digests.gathering import Gathering, without
from bot.core.digests.models import Digest, DigestChoice, DigestKind, Fact, FactKey, LineKind, Scope
from bot.core.digests.ordering import NEEDS_SOMEBODY
from bot.core.digests.ports import DigestStore
from bot.core.digests.wording import Reader
from bot.core.people import Member

REMEMBERED = timedelta(days=100)
"""What was told longer ago and still stands counts as new."""
_TOLD_ONCE = frozenset({LineKind.CARD_SHARED})
"""News: in one digest, and not in the next."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Knowing:
    """Reads what stands for somebody."""

    store: DigestStore
    gathering: Gathering

    def choice(self, member: Member) -> DigestChoice:
        """What they wish; the defaults where they said nothing."""
        return self.store.choices().get(member.id) or DigestChoice(person_id=member.id)

    def firms(self, member: Member) -> list[str]:
        """The ids of the firms of which they wish to hear weekly and may."""
        return list(self.gathering.chosen(member, self.choice(member)))

    def reader(self, member: Member, now: datetime) -> Reader:
        """They, reading at a moment."""
        return Reader(member, now, self.gathering.working_days)

    def now(self, member: Member, now: datetime, kind: DigestKind = DigestKind.WEEKLY) -> list[Fact]:
        """Everything that stands at this moment, of the firms of a kind of digest."""
        facts = self.gathering.facts(member, self.choice(member).of(kind), now)
        return without(facts, self._hidden(member, now))

    def keys(
        self, member: Member, now: datetime, kinds: Iterable[DigestKind]
    ) -> Mapping[DigestKind, frozenset[FactKey]]:
        """What stands, by kind of digest; read once where their firms are the same."""
        wanted = {kind: self.choice(member).of(kind).firms_wanted for kind in kinds}
        read = {
            firms: frozenset(one.key for one in self.now(member, now, kind))
            for firms, kind in {firms: kind for kind, firms in wanted.items()}.items()
        }
        return {kind: read[firms] for kind, firms in wanted.items()}

    def of_all(self, member: Member, now: datetime, *, among: Collection[str] | None = None) -> list[Fact]:
        """The same of all their firms, whichever they chose to hear of; `among` these alone."""
        choice = replace(self.choice(member), scope=Scope.ALL)
        if among is not None:
            choice = replace(choice, scope=Scope.CHOSEN, firm_ids=tuple(among))
        return without(self.gathering.facts(member, choice, now), self._hidden(member, now))

    def to_tell(
        self, member: Member, kind: DigestKind, now: datetime, *, is_weekly_to_come: bool = False
    ) -> list[Fact]:
        """What a digest of this kind would tell: weekly everything but old news; daily what is new since the last one
        and needs somebody, without what the weekly one says that comes later the same day."""
        told = self.store.told(member.id, since=now - REMEMBERED)
        facts = self.now(member, now, kind)
        if kind is DigestKind.DAILY:
            if is_weekly_to_come:
                facts = without(facts, {one.key for one in self.now(member, now)})
            return [one for one in without(facts, told) if one.kind in NEEDS_SOMEBODY]
        return [one for one in facts if one.kind not in _TOLD_ONCE or one.key not in told]

    def standing(self, digest: Digest, member: Member, now: datetime) -> list[Fact]:
        """What of a digest still stands."""
        return [one for one in self.now(member, now, digest.kind) if one.key in digest.keys]

    def _hidden(self, member: Member, now: datetime) -> set[FactKey]:
        today = self.reader(member, now).today
        return {one.key for one in self.store.dismissed(member.id) if one.hides(today)}
