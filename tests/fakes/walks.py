"""Walks in memory, somebody who listens for one phrase, and cards that are remembered."""

from __future__ import annotations

import threading
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.coaching.cards.models import CardField, Entry
from bot.core.coaching.listening.models import Heard, Sign, SignKind
from bot.core.coaching.walks.models import Walk, WalkChange, WalkState
from bot.core.messages import Message
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled
from tests.fakes.deliveries import FakeDeliveries

_CARDED = (WalkState.UNCONFIRMED, WalkState.DONE, WalkState.ERASED)


@dataclass
class FakeWalks:
    """A WalkStore in memory; what it owes goes into a FakeDeliveries."""

    deliveries: FakeDeliveries
    clock: Clock
    rows: dict[str, Walk] = field(default_factory=dict)
    history: list[WalkChange] = field(default_factory=list)
    scheduled: dict[str, Sequence[Scheduled]] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    scripts: dict[str, str] = field(default_factory=dict)
    audited: list[Audited] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def coming(self, person_id: str = "") -> list[Scheduled]:
        """All nudges to come; somebody's, where that is said."""
        everything = [one for some in self.scheduled.values() for one in some]
        return [one for one in everything if not person_id or one.person_id == person_id]

    def add(self, walk: Walk, *, change: WalkChange, scheduled: Sequence[Scheduled], owed: Sequence[Owed] = ()) -> Walk:
        with self.lock:
            if walk.id in self.rows:
                return self.rows[walk.id]
            self._follow(walk, change, scheduled, owed)
            return walk

    def change(
        self,
        before: Walk,
        after: Walk,
        *,
        change: WalkChange,
        scheduled: Sequence[Scheduled],
        owed: Sequence[Owed] = (),
        undoes: str = "",
        audited: Audited | None = None,
    ) -> bool:
        with self.lock:
            undone = next((one for one in self.history if undoes and one.id == undoes), None)
            is_gone = bool(undoes) and (undone is None or undone.is_undone)
            if before.id not in self.rows or self.rows[before.id].version != before.version or is_gone:
                return False
            if undone is not None:
                self.history[self.history.index(undone)] = replace(undone, is_undone=True)
            if after.is_gone:
                self._forget(after.id)
            self._follow(after, change, scheduled, owed)
            self.audited += [audited] if audited else []
            return True

    def by_id(self, id: str) -> Walk | None:
        return self.rows.get(id)

    def of_company(self, company_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        return self._latest([one for one in self.rows.values() if one.company_id == company_id], states)

    def of_person(self, person_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        theirs = [one for one in self.rows.values() if person_id in (one.owner_id, one.typist_id, one.asked_id)]
        return self._latest(theirs, states)

    def in_place(self, conversation: str, thread: str) -> Walk | None:
        there = [one for one in self.rows.values() if (one.conversation, one.thread) == (conversation, thread)]
        return next(iter(self._latest(there, (WalkState.OPEN,))), None)

    def changes(self, walk_id: str) -> Sequence[WalkChange]:
        return [one for one in self.history if one.walk_id == walk_id]

    def change_by_id(self, id: str) -> WalkChange | None:
        return next((one for one in self.history if one.id == id), None)

    def unmade(self, *, limit: int = 100) -> Sequence[Walk]:
        behind = [one for one in self.rows.values() if self.made.get(one.id, 0) < one.version]
        return sorted((one for one in behind if one.state in _CARDED), key=lambda one: one.id)[:limit]

    def mark_made(self, walk_id: str, version: int) -> None:
        self.made[walk_id] = max(version, self.made.get(walk_id, 0))

    def leave_no_traces(self) -> None:
        """Nothing is in files."""

    def keep_script(self, digest: str, text: str) -> None:
        self.scripts.setdefault(digest, text)

    def script(self, digest: str) -> str | None:
        return self.scripts.get(digest)

    def _latest(self, found: Sequence[Walk], states: Collection[WalkState]) -> list[Walk]:
        seen = [one for one in found if not one.is_gone and (not states or one.state in states)]
        return sorted(sorted(seen, key=lambda one: one.id), key=lambda one: one.updated_at, reverse=True)

    def _forget(self, walk_id: str) -> None:
        for id, row in list(self.deliveries.rows.items()):
            if row.owed.subject_id == walk_id and row.state == "pending":
                del self.deliveries.rows[id]

    def _follow(self, walk: Walk, change: WalkChange, scheduled: Sequence[Scheduled], owed: Sequence[Owed]) -> None:
        self.history = [replace(one, before=None) if one.walk_id == walk.id else one for one in self.history]
        self.history.append(change)
        self.rows[walk.id], self.scheduled[walk.id] = walk, scheduled
        self.deliveries.owe(*owed, at=self.clock.now())


@dataclass
class EagerListener:
    """Hears empty praise in 「高品質」, about which it asks once, and no evidence in 「たぶん」, about which it asks
    whenever it stands there; remembers all."""

    heard: list[str] = field(default_factory=list)

    def hear(self, text: str, *, field: CardField | None, trade: str, asked: tuple[SignKind, ...]) -> Heard:
        del field, trade
        self.heard.append(text)
        words = ((SignKind.EMPTY_PRAISE, "高品質"), (SignKind.NO_EVIDENCE, "たぶん"))
        signs = tuple(Sign(kind, word) for kind, word in words if word in text)
        about = next((one for one in signs if one.kind not in asked or one.kind == SignKind.NO_EVIDENCE), None)
        if about is None:
            return Heard(signs=signs)
        return Heard(signs=signs, question=Message("hear-test", {"words": about.words}), asked_about=about.kind)


@dataclass
class RememberedCards:
    """A CardMaking that keeps the newest entries; it can be broken."""

    made: dict[str, tuple[Walk, Mapping[CardField, Entry]]] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    is_broken: bool = False
    breaks_for: str = ""
    """The id of a walk whose card cannot be made."""

    def made_of(self, walk: Walk, entries: Mapping[CardField, Entry], *, by_id: str) -> None:
        del by_id
        self._check()
        if walk.id == self.breaks_for:
            raise RuntimeError("not this one")
        self.made[walk.id] = walk, entries

    def erased(self, walk: Walk, *, by_id: str) -> None:
        del by_id
        self._check()
        self.made.pop(walk.id, None)
        self.gone.append(walk.id)

    def _check(self) -> None:
        if self.is_broken:
            raise RuntimeError("no cards today")
