"""Facts about encounters put off together, and told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.digests.knowing import Knowing
from bot.core.digests.models import Dismissal, Fact, LineKind
from bot.core.digests.ports import DigestStore
from bot.core.people import Member

OF_ENCOUNTERS = frozenset({LineKind.DECISION, LineKind.WALL_1, LineKind.WALL_2, LineKind.WALL_3, LineKind.OVERDUE})


@dataclass(frozen=True, kw_only=True, slots=True)
class PuttingOff:
    """Of all firms of a coordinator, whichever they chose to hear of."""

    store: DigestStore
    knowing: Knowing

    def told_of(self, member: Member, now: datetime) -> Mapping[str, str]:
        """Of which encounters somebody is told now, and whose firm's each is."""
        return {one.subject_id: one.company_id for one in self._facts(member, now) if one.company_id is not None}

    def put_off(self, member: Member, encounter_ids: Iterable[str], *, until: date, now: datetime) -> None:
        """Tell nothing of these encounters before a day."""
        wanted = set(encounter_ids)
        facts = (one for one in self._facts(member, now) if one.subject_id in wanted)
        self.store.dismiss(member.id, [Dismissal(key=one.key, dismissed_at=now, until=until) for one in facts])

    def take_back(self, member: Member, *, put_off_at: datetime) -> Sequence[str]:
        """What was put off at a moment is told again; the ids of what it is about."""
        ids = [one.key[1] for one in self.store.dismissed(member.id) if one.dismissed_at == put_off_at]
        self.store.restore(member.id, dismissed_at=put_off_at)
        return ids

    def _facts(self, member: Member, now: datetime) -> Iterator[Fact]:
        return (one for one in self.knowing.of_all(member, now) if one.kind in OF_ENCOUNTERS)
