"""The use cases of value cards. Every change is a version more, compared and set; a second press changes nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from bot.core.audited import Audited
from bot.core.coaching.cards.assembly import assemble
from bot.core.coaching.cards.changing import first_version, stored
from bot.core.coaching.cards.correcting import corrected, kind_of_change
from bot.core.coaching.cards.models import CardField, Decision, Entry, SubjectKind, Use, ValueCard
from bot.core.coaching.cards.records import (
    UNDO_WITHIN,
    CardVersion,
    Difference,
    VersionKind,
    differences,
    merged,
)
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.sharing import Sharing
from bot.core.coaching.cards.visibility import may_change
from bot.core.people import Member

_NAMESPACE = UUID("3c1de0d5-6d0b-5c55-a1f9-0f1f0c7f1b42")
_TRIES = 5
_TAKEN_BACK = frozenset({VersionKind.CORRECTED, VersionKind.ACCEPTED, VersionKind.ANSWERED, VersionKind.RESTORED})
"""What `undo` takes back; who may see it is chosen anew instead."""


def card_id_of(walk_id: str) -> str:
    """The id of the card of a walk."""
    return uuid5(_NAMESPACE, walk_id).hex


class CardService(Sharing):
    """Everything that is done with cards but search, which reads them alone. Raises CardRefused, StorageError."""

    def made(
        self,
        *,
        walk_id: str,
        company_id: str,
        subject_kind: SubjectKind,
        trade: str,
        entries: Mapping[CardField, Entry],
        by_id: str,
        confirmed_by: str = "",
    ) -> ValueCard:
        """The card of a walk, new or once more: what the walk says anew goes in, what was put right on the card stays.

        The same again changes nothing. `by_id` is who typed it while `confirmed_by` is "".
        """
        new = assemble(
            id=card_id_of(walk_id),
            company_id=company_id,
            walk_id=walk_id,
            subject_kind=subject_kind,
            trade=trade,
            entries=entries,
            by_id=by_id,
            at=self._clock.now(),
            confirmed_by=confirmed_by,
        )
        for _ in range(_TRIES):
            now = self._store.by_id(new.id)
            if now is None:
                return self._store.add(new, version=first_version(new, new.at))
            done = self._made_again(now, new)
            if done is not None:
                return done
        raise CardRefused("value-card-refused-changed")

    def _made_again(self, now: ValueCard, new: ValueCard) -> ValueCard | None:
        """The card with what its walk says anew; None where somebody else was quicker."""
        walked = self._walked(now)
        after = replace(
            now,
            subject_kind=new.subject_kind,
            trade=new.trade,
            entries=merged(now.entries, walked=walked, walk=new.entries),
            confirmed_by=now.confirmed_by or new.confirmed_by,
        )
        is_said_anew = any(differences(walked, new.entries))
        if after == now and not is_said_anew:
            return now
        # What the walk has said is kept even where the card says so already: later corrections are told from it.
        kind = VersionKind.WALKED if is_said_anew else VersionKind.CONFIRMED
        return self._put(now, after, kind=kind, by_id=new.by_id, walked=new.entries)

    def erased_with_walk(self, *, walk_id: str, by_id: str) -> None:
        """A walk was deleted, or not confirmed: its card goes with it. A second time nothing is there any more."""
        card = self._store.by_walk(walk_id)
        if card is not None:
            self._store.remove(card.id, audited=self._audited(card, by_id))

    def correct(self, card_id: str, *, version: int, typed: Mapping[CardField, str], by: Member) -> ValueCard:
        """Put fields right, or answer what was open; what is typed as it stands changes nothing."""
        card = self.whole(card_id, by=by)
        entries = corrected(card.entries, typed, by_id=by.id, at=self._clock.now())
        if not any(differences(card.entries, entries)):
            return card
        self._same(card, version)
        after = replace(card, entries=entries)
        return stored(self._put(card, after, kind=kind_of_change(card.entries, entries), by_id=by.id))

    def accept(self, card_id: str, *, name: CardField, version: int, by: Member) -> ValueCard:
        """The words of a field are right as they are: they are shown as any others from now on. Twice is once. Raises
        CardRefused where they are not those that somebody saw in that version any more."""
        card = self.whole(card_id, by=by)
        entry = card.entry(name)
        if not entry.marks:
            return card
        if self._at(card, version).entries.get(name, entry).words != entry.words:
            raise CardRefused("value-card-refused-changed")
        after = replace(card, entries={**card.entries, name: replace(entry, marks=())})
        return stored(self._put(card, after, kind=VersionKind.ACCEPTED, by_id=by.id))

    def restore(self, card_id: str, *, version: int, number: int, by: Member) -> ValueCard:
        """The words of an earlier version, as a new one. Who may see the card stays as it is now."""
        card = self.whole(card_id, by=by)
        entries = self._at(card, number).entries
        if not any(differences(card.entries, entries)):
            return card
        self._same(card, version)
        after = replace(card, entries=entries)
        return stored(self._put(card, after, kind=VersionKind.RESTORED, by_id=by.id, of_number=number))

    def can_undo(self, card: ValueCard, *, by: Member) -> CardVersion | None:
        """The newest version, where `undo` would take it back."""
        if not may_change(by, card):
            return None
        newest = next(reversed(self._store.versions(card.id)), None)
        if newest is None or newest.kind not in _TAKEN_BACK or newest.by_id != by.id:
            return None
        return newest if self._clock.now() <= newest.at + UNDO_WITHIN else None

    def undo(self, card_id: str, *, version: int, by: Member) -> ValueCard:
        """Take one's own newest change of the words back, within ten minutes; twice is once."""
        card = self.whole(card_id, by=by)
        newest = next(reversed(self._store.versions(card_id)), None)
        if newest is not None and newest.kind is VersionKind.UNDONE and newest.number == version + 1:
            return card
        undone = self.can_undo(card, by=by)
        if undone is None:
            raise CardRefused("value-card-refused-undo")
        self._same(card, version)
        before = self._at(card, undone.number - 1)
        after = replace(card, entries=before.entries)
        return stored(self._put(card, after, kind=VersionKind.UNDONE, by_id=by.id, of_number=before.number))

    def history(self, card_id: str, *, by: Member) -> Sequence[CardVersion]:
        """Every version, the first one first: for the firm alone."""
        return self._store.versions(self.whole(card_id, by=by).id)

    def compared(self, card_id: str, *, one: int, other: int, by: Member) -> tuple[Difference, ...]:
        """The fields that differ between two versions."""
        card = self.whole(card_id, by=by)
        return tuple(differences(self._at(card, one).entries, self._at(card, other).entries))

    def offer_uses(self, card_id: str, *, uses: Sequence[Use]) -> None:
        """Keep new uses that were found; those that are known already stay as somebody decided."""
        card = self._store.by_id(card_id)
        known = {use.id for use in card.uses} if card else set()
        self._store.put_uses(card_id, [use for use in uses if use.id not in known])

    def decide_use(
        self, card_id: str, use_id: str, *, decision: Decision, by: Member, ask_first: str | None = None
    ) -> ValueCard:
        """Tick a use or decline it; `ask_first` None leaves the first person to ask as it is."""
        card = self.whole(card_id, by=by)
        use = next((one for one in card.uses if one.id == use_id), None)
        if use is None:
            raise CardRefused("value-card-refused-no-use")
        if use.decision is not decision or (ask_first is not None and ask_first != use.ask_first):
            decided = replace(use, decision=decision, decided_by=by.id, decided_at=self._clock.now())
            decided = decided if ask_first is None else replace(decided, ask_first=ask_first)
            self._store.put_uses(card_id, [decided])
        return self._store.by_id(card_id) or card

    def delete(self, card_id: str, *, by: Member) -> None:
        """Delete it everywhere; a line without a word stays in the audit log. No way back."""
        card = self.whole(card_id, by=by)
        self._store.remove(card.id, audited=self._audited(card, by.id))

    def _audited(self, card: ValueCard, by_id: str) -> Audited:
        return Audited(
            id=uuid5(_NAMESPACE, f"{card.id} {card.version} {card.at.isoformat()}").hex,
            at=self._clock.now(),
            by_id=by_id,
            action="erased",
            subject_kind="value_card",
            subject_id=card.id,
            company_id=card.company_id,
        )
