"""Every change of an entry: compared and set, with what it owes, in one transaction.

Each returns the entry as it is afterwards, or None where somebody else was quicker and nothing was changed.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace

from bot.core.entries import owing
from bot.core.entries.models import FIRST_ASKED, Entry, EntryState, a_year_after
from bot.core.entries.ports import EntryStore, Shelf
from bot.core.entries.reviewers import Reviewers
from bot.core.owed import Owed
from bot.core.people import Member


class Moves:
    """What can happen to an entry."""

    def __init__(self, *, store: EntryStore, shelf: Shelf, reviewers: Reviewers) -> None:
        self._store, self._shelf, self._reviewers = store, shelf, reviewers
        # What is cited and what is on record change one after the other.
        self._publishing = threading.Lock()

    def propose(self, new: Entry, before: Entry | None, *, asker: Member | None) -> Entry | None:
        """Keep a proposal, new or edited; its firm is asked first where the wording is still the asker's."""
        entry = replace(new, version=before.version + 1 if before else 1)
        if entry.state == EntryState.ASKING and asker is not None:
            owed: Sequence[Owed] = [owing.consent(entry, asker)]
        else:
            owed = self._to_reviewers(entry)
        is_done = self._store.change(before, entry, owed=owed) if before else self._store.add(entry, owed=owed)
        return entry if is_done else None

    def agree(self, before: Entry, asker: Member) -> Entry | None:
        """The firm agrees to the wording as it was shown."""
        after = self._next(before, EntryState.PROPOSED, agreed_question=before.question, agreed_by=asker.id)
        owed = self._to_reviewers(after)
        author = self._reviewers.by_id(before.author_id)
        if not owed and author and author.address:
            owed = [owing.news(after, author)]
        return self._changed(before, after, owed)

    def decline(self, before: Entry) -> Entry | None:
        """The firm does not want its wording used, or no longer: what is cited is cited no more."""
        after = self._next(before, EntryState.DECLINED, agreed_question="", agreed_by="")
        changed = self._changed(before, after, self._to_author(after))
        if changed and before.state == EntryState.PUBLISHED:
            self._shelf.retire(before.guide_id)
        return changed

    def publish(self, before: Entry) -> Entry | None:
        """It is cited from now on, in place of the one that it revises."""
        after = self._next(before, EntryState.PUBLISHED, asked_count=self._asked_already(before))
        return self._published(before, after, self._to_author(after))

    def keep(self, before: Entry) -> Entry | None:
        """Still right: another year; one that is cited no more is cited again."""
        today = self._reviewers.today()
        last = a_year_after(max(today, before.valid_until))
        after = self._next(before, EntryState.PUBLISHED, valid_until=last, asked_count=0)
        return self._published(before, after, ())

    def send_back(self, before: Entry, note: str) -> Entry | None:
        """Not yet: with a word for its author."""
        after = self._next(before, EntryState.SENT_BACK, note=note)
        return self._changed(before, after, self._to_author(after))

    def retire(self, before: Entry) -> Entry | None:
        """Cited no more."""
        return self._gone(before, EntryState.RETIRED, ())

    def expire(self, before: Entry) -> Entry | None:
        """Its last day has passed."""
        after = self._next(before, EntryState.EXPIRED)
        owner = self._reviewers.owner(before)
        return self._gone(before, EntryState.EXPIRED, [owing.news(after, owner)] if owner else ())

    def ask_owner(self, before: Entry, owner: Member, count: int) -> Entry | None:
        """Its owner is asked whether it is still right."""
        after = self._next(before, before.state, asked_count=count)
        return self._changed(before, after, [owing.expiry(after, owner)])

    def _published(self, before: Entry, after: Entry, owed: Sequence[Owed]) -> Entry | None:
        owner = self._reviewers.owner(after)
        with self._publishing:
            now = self._store.by_id(before.id)
            if now is None or now.version != before.version:
                return None
            number = self._shelf.publish(after, owner=owner.name if owner else "")
            done = self._changed(before, replace(after, number=number), owed)
        revised = self._store.by_id(before.revises) if done and before.revises else None
        if revised is not None and revised.state != EntryState.REPLACED:
            self._changed(revised, self._next(revised, EntryState.REPLACED), ())
        return done

    def _gone(self, before: Entry, state: EntryState, owed: Sequence[Owed]) -> Entry | None:
        done = self._changed(before, self._next(before, state), owed)
        if done:
            self._shelf.retire(before.guide_id)
        return done

    def _asked_already(self, entry: Entry) -> int:
        """Nobody is asked about a last day that they have just chosen to be near."""
        owner = self._reviewers.owner(entry)
        return 1 if owner and self._reviewers.is_within(owner, FIRST_ASKED, entry.valid_until) else 0

    def _to_reviewers(self, entry: Entry) -> Sequence[Owed]:
        return [owing.review(entry, one) for one in self._reviewers.told_of(entry)]

    def _to_author(self, entry: Entry) -> Sequence[Owed]:
        author = self._reviewers.by_id(entry.author_id)
        return [owing.news(entry, author)] if author and author.address and not author.has_left else []

    def _next(self, entry: Entry, state: EntryState, **changes: object) -> Entry:
        return replace(entry, state=state, version=entry.version + 1, **changes)  # type: ignore[arg-type]

    def _changed(self, before: Entry, after: Entry, owed: Sequence[Owed]) -> Entry | None:
        return after if self._store.change(before, after, owed=owed) else None
