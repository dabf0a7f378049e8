"""What is owed of entries, composed from the record as it is when it is sent; None where it is no longer wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core.entries import drawing, owing
from bot.core.entries.models import Entry, EntryState
from bot.core.entries.ports import EntryStore
from bot.core.entries.reviewers import Reviewers
from bot.core.messages import Reply
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member, access_reviewing


class Composing:
    """The composers of entries."""

    def __init__(self, *, store: EntryStore, reviewers: Reviewers) -> None:
        self._store, self._reviewers = store, reviewers

    def composers(self) -> Mapping[str, Composer]:
        """For each kind of message owed, what says it."""
        kinds: dict[str, Callable[[Entry, Owed, Member], Reply | None]] = {
            owing.CONSENT: self._consent,
            owing.REVIEW: self._review,
            owing.NEWS: self._news,
            owing.EXPIRY: self._expiry,
        }
        return {kind: self._composed(compose) for kind, compose in kinds.items()}

    def _composed(self, compose: Callable[[Entry, Owed, Member], Reply | None]) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            entry, person = self._store.by_id(owed.subject_id), self._reviewers.by_address(owed.person)
            if entry is None or person is None or person.has_left:
                return None
            reply = compose(entry, owed, person)
            return Addressed(reply=reply, locale=person.locale or "ja") if reply else None

        return composed

    def _consent(self, entry: Entry, owed: Owed, person: Member) -> Reply | None:
        is_still = entry.state == EntryState.ASKING and owed.occurrence == str(entry.version)
        return drawing.consent(entry) if is_still else None

    def _review(self, entry: Entry, owed: Owed, person: Member) -> Reply | None:
        is_still = owed.occurrence == f"{entry.version}-{person.id}" and entry.state == EntryState.PROPOSED
        if not is_still or not self._reviewers.may_publish(entry, person):
            return None
        author, owner = self._reviewers.by_id(entry.author_id), self._reviewers.by_id(entry.owner_id)
        self._reviewers.looked_at(entry.handover_id, person)
        return drawing.review(entry, author=author, owner=owner, is_alone=False)

    def _news(self, entry: Entry, owed: Owed, person: Member) -> Reply | None:
        if owed.occurrence != f"{entry.state}-{entry.version}" or not access_reviewing(person):
            return None
        return drawing.standing(entry, reviewers=self._reviewers.told_of(entry))

    def _expiry(self, entry: Entry, owed: Owed, person: Member) -> Reply | None:
        is_still = entry.state == EntryState.PUBLISHED and owed.occurrence == owing.expiry(entry, person).occurrence
        if not is_still or not access_reviewing(person):
            return None
        return drawing.expiring(entry, owner=self._reviewers.by_id(entry.owner_id))
