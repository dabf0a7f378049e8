"""移管: what was accepted changes hands, and goes back after a leave or where it is given back.

Until the last step nothing of a firm is the receiver's. Few records move with the firms in one transaction, within the
press. Of many the coordinator's own records go ahead in batches, a tick at a time, and it says 移管中 meanwhile; the
firms and all else follow in one. A process that ends in between leaves the rest to the next tick: again is as once.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.changeovers import owing
from bot.core.changeovers.models import UNDER_WAY, Carried, Changeover, State, What
from bot.core.changeovers.moves import TRIES, audited, firms_in
from bot.core.changeovers.ports import ChangeoverStore, Holdings
from bot.core.changeovers.rules import is_told_in_words
from bot.core.clock import Clock
from bot.core.people import Company, Directory, Member

AT_ONCE = 150
"""Records in one transaction: what a press may take, and nobody else waits long to write."""


class Carrying:
    """Goes on with what is MOVING or RETURNING."""

    def __init__(self, *, store: ChangeoverStore, holdings: Holdings, directory: Directory, clock: Clock) -> None:
        self._store, self._holdings, self._directory, self._clock = store, holdings, directory, clock

    def go_on(self, id: str) -> Changeover | None:
        """One step: a batch, or the last one. The record as it is afterwards; None for one that is not under way."""
        for _ in range(TRIES):
            now = self._store.by_id(id)
            if now is None or now.state not in UNDER_WAY:
                return now
            firms, records = self.firms(now), self.records(now)
            if len(records) > AT_ONCE:
                self._holdings.pass_on(now, records[:AT_ONCE])
                return self._kept(now, records[:AT_ONCE])
            if (after := self._last(now, firms, records)) is not None:
                return after
        return self._store.by_id(id)

    def firms(self, one: Changeover) -> list[Company]:
        """The firms that move now: accepted, or on the way back those that moved, and still with who gives them."""
        if one.what is not What.FIRMS:
            return []
        from_id, _ = one.hands
        wanted = one.moved if one.is_back else one.accepted
        # Read at once: two hundred by themselves take longer than the rest of the press.
        theirs = {firm.id: firm for firm in self._directory.companies() if firm.coordinator_id == from_id}
        return [theirs[id] for id in wanted if id in theirs]

    def records(self, one: Changeover) -> list[str]:
        """The encounters that still have to move."""
        from_id, _ = one.hands
        giver = self._directory.by_id(from_id)
        if giver is None:
            return []
        if one.what is What.ENCOUNTERS:
            wanted = one.moved if one.is_back else one.accepted
            theirs = {own.id for own in self._holdings.own_encounters(giver)}
            return [id for id in wanted if id in theirs]
        open_to = [firm.id for firm in self.firms(one) if is_told_in_words(firm)]
        theirs = set(self._holdings.records(giver, open_to))
        # What the receiver wrote meanwhile is theirs; only what came goes back.
        return [id for id in one.records if id in theirs] if one.is_back else sorted(theirs)

    def _kept(self, now: Changeover, ids: list[str]) -> Changeover:
        """What went ahead is noted, so that it is known on the way back."""
        if now.is_back:
            return now
        known = set(now.records)
        after = replace(
            now.becomes(now.state, self._clock.now()),
            records=(*now.records, *(one for one in ids if one not in known)),
        )
        return after if self._store.change(now, after) else now

    def _last(self, now: Changeover, firms: list[Company], records: list[str]) -> Changeover | None:
        if not now.is_back and not (firms or records or now.records):
            return self._nothing_left(now)
        from_id, to_id = now.hands
        after = self._arrived(now, firms, records)
        company_ids = tuple(one.id for one in firms)
        carried = Carried(from_id=from_id, to_id=to_id, company_ids=company_ids, encounter_ids=tuple(records))
        action = "changeover_returned" if now.is_back else "changeover_moved"
        lines = audited(after, action, company_ids or firms_in(after), by_id=now.receiver_id)
        kind = owing.RETURNED if now.is_back else owing.MOVED
        owed = [*owing.to(self._person(now.receiver_id), kind, after, f"{kind} {now.receiver_id}")]
        if now.is_back:
            owed += owing.to(self._person(now.giver_id), kind, after, f"{kind} {now.giver_id}")
        owed += owing.firms_told(after, company_ids, self._directory)
        return after if self._holdings.carry(now, after, carried, owed=owed, audited=lines) else None

    def _nothing_left(self, now: Changeover) -> Changeover | None:
        """Somebody else has all of it by now: nothing moves, and whoever asked is told."""
        after = now.becomes(State.LAPSED, self._clock.now())
        lines = audited(after, "changeover_lapsed", firms_in(after), by_id="")
        is_taker = after.started_by == after.receiver_id
        owed = [] if is_taker else owing.answered(after, State.LAPSED, self._directory)
        return after if self._store.change(now, after, owed=owed, audited=lines) else None

    def _arrived(self, now: Changeover, firms: list[Company], records: list[str]) -> Changeover:
        at = self._clock.now()
        if now.is_back:
            return now.becomes(State.RETURNED, at)
        known = set(now.records)
        gone = (*now.records, *(one for one in records if one not in known))
        moved = tuple(one.id for one in firms)
        if now.what is What.ENCOUNTERS:
            moved, gone = gone, ()
        return replace(now.becomes(State.MOVED, at), moved_at=at, moved=moved, records=gone)

    def _person(self, id: str) -> Member | None:
        return self._directory.by_id(id)
