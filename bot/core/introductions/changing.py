"""One change of an introduction: compared and set, with what it owes and its lines in the audit log."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from uuid import NAMESPACE_OID, uuid5

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.introductions.models import Introduction
from bot.core.introductions.ports import IntroductionStore
from bot.core.owed import Owed

SUBJECT_KIND = "introduction"
_TRIES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """An introduction as it becomes. `action` goes into the audit log, for each of these firms."""

    after: Introduction
    action: str
    firms: tuple[str, ...]
    owed: Sequence[Owed] = ()


class Changing:
    """Changes records."""

    def __init__(self, store: IntroductionStore, clock: Clock) -> None:
        self._store, self._clock = store, clock

    def _changed(self, id: str, decide: Callable[[Introduction], Move | None], by_id: str) -> Introduction | None:
        """The introduction as it stands then; None where there is none."""
        for _ in range(_TRIES):
            now = self._store.by_id(id)
            move = decide(now) if now else None
            if now is None or move is None:
                return now
            after = replace(move.after, version=now.version + 1, updated_at=self._clock.now())
            audited = [self._line(after, move.action, firm, by_id) for firm in move.firms]
            if self._store.change(now, after, owed=move.owed, audited=audited):
                return after
        return self._store.by_id(id)

    def _line(self, after: Introduction, action: str, firm: str, by_id: str) -> Audited:
        return Audited(
            id=uuid5(NAMESPACE_OID, f"introduction {after.id} {after.version} {firm}").hex,
            at=after.updated_at,
            by_id=by_id,
            action=action,
            subject_kind=SUBJECT_KIND,
            subject_id=after.id,
            company_id=firm,
        )
