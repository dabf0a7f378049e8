"""What time does to entries: their owners are asked before the last day, twice; after it nothing of them is cited."""

from __future__ import annotations

from datetime import timedelta

from bot.core.entries.models import FIRST_ASKED, LAST_ASKED, Entry, EntryState
from bot.core.entries.moves import Moves
from bot.core.entries.ports import AnsweredQuestions, EntryStore, Shelf
from bot.core.entries.reviewers import Reviewers
from bot.core.people import Member

_NEAR = timedelta(days=60)
"""Twenty working days are never further away."""


class TimeKeeping:
    """Looks at the entries whose last day is near. Asked at every tick; nothing happens twice."""

    def __init__(
        self, *, store: EntryStore, shelf: Shelf, answers: AnsweredQuestions, reviewers: Reviewers, moves: Moves
    ) -> None:
        self._store, self._shelf, self._answers = store, shelf, answers
        self._reviewers, self._moves = reviewers, moves

    def due(self) -> int:
        """Do what is due now; return how many entries changed."""
        today = self._reviewers.today()
        published = self._store.in_state({EntryState.PUBLISHED})
        near = [one for one in published if one.valid_until - today <= _NEAR]
        # What an admin stopped citing is nobody's to renew; it is not looked up unless something is near.
        cited = self._shelf.cited() if near else ()
        changed = sum(self._look_at(one) is not None for one in near if one.guide_id in cited)
        return changed + sum(self._without_asker(one) is not None for one in self._store.in_state({EntryState.ASKING}))

    def _look_at(self, entry: Entry) -> Entry | None:
        if self._reviewers.today() > entry.valid_until:
            return self._moves.expire(entry)
        if entry.asked_count >= 2:
            return None
        owner = self._reviewers.owner(entry)
        if owner is None:
            return None
        if self._reviewers.is_within(owner, LAST_ASKED, entry.valid_until):
            return self._ask(entry, self._stand_in(owner), 2)
        if entry.asked_count == 0 and self._reviewers.is_within(owner, FIRST_ASKED, entry.valid_until):
            return self._ask(entry, owner, 1)
        return None

    def _ask(self, entry: Entry, owner: Member, count: int) -> Entry | None:
        is_there = self._reviewers.is_at_work(owner) and not self._reviewers.is_away(owner)
        return self._moves.ask_owner(entry, owner, count) if is_there else None

    def _stand_in(self, owner: Member) -> Member:
        """Five days before the end nobody waits for somebody on leave: a colleague is asked."""
        if not self._reviewers.is_away(owner):
            return owner
        there = (one for one in self._reviewers.able() if not self._reviewers.is_away(one))
        return next(there, owner)

    def _without_asker(self, entry: Entry) -> Entry | None:
        """Nobody is left who could agree."""
        answered = self._answers.answered(entry.handover_id)
        asker = answered.asker if answered else None
        return self._moves.decline(entry) if asker is None or asker.has_left else None
