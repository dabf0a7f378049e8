"""A digest of the last days is drawn anew where it stands when somebody else has settled what it tells.

What its reader presses draws it anew at once; this is for everything else: what a firm's people press or type, a day
that has come, a firm that shares no longer. It is looked at once in a while, and written only where it differs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.core.clock import Clock
from bot.core.digests.knowing import Knowing
from bot.core.digests.models import Digest, FactKey
from bot.core.digests.planning import owed_of
from bot.core.digests.ports import DigestStore, OperatorsLog, Rewrite, Stands
from bot.core.messages import Reply
from bot.core.people import Directory, Member, Role


class Refreshing:
    """Remembers for this process how each digest was drawn last; what another process drew is drawn once more."""

    def __init__(
        self,
        *,
        store: DigestStore,
        knowing: Knowing,
        directory: Directory,
        redraw: Callable[[str, Member], Reply | None],
        stands: Stands,
        clock: Clock,
        log: OperatorsLog,
        recent: timedelta,
    ) -> None:
        self._store, self._knowing, self._directory, self._redraw = store, knowing, directory, redraw
        self._stands, self._clock, self._log, self._recent = stands, clock, log, recent
        self._drawn: dict[str, frozenset[FactKey]] = {}

    def run_once(self, rewrite: Rewrite) -> int:
        """Look at every digest of the last days; return how many were written anew. Raises StorageError."""
        now = self._clock.now()
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if one.address and not one.has_left]
        return sum(self._of(one, now, rewrite) for one in staff)

    def _of(self, member: Member, now: datetime, rewrite: Rewrite) -> int:
        """One coordinator's records that cannot be read keep no other's digests as they were."""
        told = [one for one in self._store.of_person(member.id, since=now - self._recent) if one.keys]
        if not told:
            return 0
        try:
            found = self._knowing.keys(member, now, {one.kind for one in told})
        except Exception as error:
            self._log.error("digest_not_refreshed", person_id=member.id, exc_info=error)
            return 0
        stands_now = {one.id: one.keys & found[one.kind] for one in told}
        changed = [one for one in told if self._drawn.get(one.id, one.keys) != stands_now[one.id]]
        return sum(self._write(one, member, stands_now[one.id], rewrite) for one in changed)

    def _write(self, digest: Digest, member: Member, drawn: frozenset[FactKey], rewrite: Rewrite) -> int:
        where = self._stands(owed_of(digest, member))
        reply = self._redraw(digest.id, member) if where else None
        if where is None or reply is None or not rewrite(*where, reply, member.locale or "ja"):
            return 0
        self._drawn[digest.id] = drawn
        return 1
