"""The reports of the last days are drawn anew where they stand when a question in them was answered elsewhere, taken
back or erased, or when its time has run out.

What an admin presses draws them anew at once; this is for everything else.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bot.core.digests.models import Digest, DigestKind
from bot.core.digests.ports import DigestStore, OperatorsLog, Rewrite, Stands
from bot.core.digests.unanswered.planning import RECENT, Planning, owed_of
from bot.core.digests.unanswered.reporting import Reporting, Told, week_before
from bot.core.messages import Reply
from bot.core.people import Member


class Refreshing:
    """Remembers for this process how each report was drawn last; what another process drew is drawn once more."""

    def __init__(
        self,
        *,
        store: DigestStore,
        planning: Planning,
        reporting: Reporting,
        stands: Stands,
        now: Callable[[], datetime],
        log: OperatorsLog,
    ) -> None:
        self._store, self._planning, self._reporting = store, planning, reporting
        self._stands, self._now, self._log = stands, now, log
        self._drawn: dict[str, Reply] = {}

    def sent(self, digest_id: str, reply: Reply) -> None:
        """It goes out like this."""
        self._drawn[digest_id] = reply

    def run_once(self, rewrite: Rewrite) -> int:
        """Look at every report of the last days; return how many were written anew. Raises StorageError."""
        known, since = dict[datetime, Told](), self._now() - RECENT
        told = [
            (digest, member)
            for member in self._planning.admins()
            for digest in self._store.of_person(member.id, since=since)
            if digest.kind is DigestKind.UNANSWERED
        ]
        stays = {digest.id for digest, _ in told}
        self._drawn = {id: reply for id, reply in self._drawn.items() if id in stays}
        return sum(self._of(digest, member, known, rewrite) for digest, member in told)

    def _of(self, digest: Digest, member: Member, known: dict[datetime, Told], rewrite: Rewrite) -> int:
        """One report that cannot be read keeps no other as it was."""
        where = self._stands(owed_of(digest, member))
        if where is None:
            return 0
        try:
            reply = self._drawn_now(digest, member, known)
        except Exception as error:
            self._log.error("unanswered_not_refreshed", person_id=member.id, exc_info=error)
            return 0
        if reply is None or reply == self._drawn.get(digest.id):
            return 0
        if not rewrite(*where, reply, member.locale or "ja"):
            return 0
        self._drawn[digest.id] = reply
        return 1

    def _drawn_now(self, digest: Digest, member: Member, known: dict[datetime, Told]) -> Reply | None:
        week = week_before(digest.day, member)
        if week.start not in known:
            known[week.start] = self._reporting.told(week)
        return self._planning.redraw(digest.id, member, known[week.start])
