"""Lists of cards in memory; the contract suite holds it to what the database does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.core.meetings.catching.models import CardList


class FakeCardLists:
    """A CardListStore in memory."""

    def __init__(self) -> None:
        self.rows: dict[str, CardList] = {}
        self._lock = threading.Lock()

    def add(self, new: CardList) -> CardList:
        with self._lock:
            return self.rows.setdefault(new.id, new)

    def change(self, before: CardList, after: CardList) -> bool:
        with self._lock:
            kept = self.rows.get(before.id)
            if kept is None or kept.version != before.version:
                return False
            self.rows[before.id] = after
            return True

    def by_id(self, id: str) -> CardList | None:
        return self.rows.get(id)

    def of_owner(self, by_id: str) -> Sequence[CardList]:
        theirs = [one for one in self.rows.values() if one.by_id == by_id]
        return sorted(theirs, key=lambda one: (-one.created_at.timestamp(), one.id))

    def remove(self, id: str) -> None:
        self.rows.pop(id, None)

    def forget(self, by_id: str) -> None:
        self._keep(lambda one: one.by_id != by_id)

    def forget_before(self, moment: datetime) -> int:
        return self._keep(lambda one: one.created_at >= moment)

    def _keep(self, is_kept: Callable[[CardList], bool]) -> int:
        before = len(self.rows)
        self.rows = {id: one for id, one in self.rows.items() if is_kept(one)}
        return before - len(self.rows)
