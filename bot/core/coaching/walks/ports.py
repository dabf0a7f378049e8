"""What a walk needs of the outside: its records, its script, somebody who listens, and what is made of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.core.audited import Audited
from bot.core.coaching.cards.models import CardField, Entry
from bot.core.coaching.listening.models import Heard, SignKind
from bot.core.coaching.walks.models import Walk, WalkChange, WalkState
from bot.core.coaching.walks.script import Script
from bot.core.owed import Owed
from bot.core.scheduled import Scheduled


class WalkStore(Protocol):
    """Walks on record. Each call is one committed transaction and raises StorageError."""

    def add(self, walk: Walk, *, change: WalkChange, scheduled: Sequence[Scheduled], owed: Sequence[Owed] = ()) -> Walk:
        """Store a new one with its nudges to come and what is owed; an id that is there already changes nothing, and
        the walk of that id is returned. Where it was stored, `walk` itself is."""
        ...

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
        """Put `after` (one version later) in the place of `before`, with its nudges to come replaced by `scheduled`.

        Of the changes only the newest keeps how the walk was before. `undoes` is the id of a change that is marked as
        taken back. Where `after` is ERASED, nothing of the words is left: no history keeps them, and what was owed
        about it and is not sent yet is dropped; `audited` stays. Changes nothing and returns False where the record
        has another version than `before`, or that change is taken back already.
        """
        ...

    def by_id(self, id: str) -> Walk | None:
        """The walk with this id."""
        ...

    def of_company(self, company_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        """Those of a firm, the latest change first; an erased one is never among them."""
        ...

    def of_person(self, person_id: str, *, states: Collection[WalkState] = ()) -> Sequence[Walk]:
        """Those that somebody owns, types, or is asked to go on with, the latest change first; no erased ones."""
        ...

    def in_place(self, conversation: str, thread: str) -> Walk | None:
        """The OPEN walk that is held there, the latest change first."""
        ...

    def changes(self, walk_id: str) -> Sequence[WalkChange]:
        """What happened, in order, the undone ones marked; how it was before is kept with the newest alone."""
        ...

    def change_by_id(self, id: str) -> WalkChange | None:
        """One change."""
        ...

    def unmade(self, *, limit: int = 100) -> Sequence[Walk]:
        """UNCONFIRMED, DONE and ERASED ones whose card is behind their version, by id."""
        ...

    def mark_made(self, walk_id: str, version: int) -> None:
        """Its card is as the walk is at this version."""
        ...

    def leave_no_traces(self) -> None:
        """What deleted words left behind in files is overwritten, as far as that can be done now."""
        ...

    def keep_script(self, digest: str, text: str) -> None:
        """Keep the text of a script; the same digest again changes nothing."""
        ...

    def script(self, digest: str) -> str | None:
        """The text of a script that was kept."""
        ...


class Scripts(Protocol):
    """The scripts there are."""

    def current(self) -> tuple[str, Script]:
        """The digest of the script that a walk starting now gets, kept for as long as it needs it, and the script."""
        ...

    def of(self, digest: str) -> Script:
        """The script that a walk began with. Raises DataFileError where its text is gone or cannot be read."""
        ...


class Listening(Protocol):
    """Hears whether an answer speaks of a customer."""

    def hear(self, text: str, *, field: CardField | None, trade: str, asked: tuple[SignKind, ...]) -> Heard:
        """Listen to an answer; `asked` are the kinds of signs that were asked about already."""
        ...


class CardMaking(Protocol):
    """Makes the card of a walk. Both calls may come again: the same walk at the same version makes the same card."""

    def made_of(self, walk: Walk, entries: Mapping[CardField, Entry], *, by_id: str) -> None:
        """A walk is DONE, or UNCONFIRMED (then the card is a draft: `walk.confirmed_by` is ""), or was changed after
        that by `by_id`: its card is these entries from now on."""
        ...

    def erased(self, walk: Walk, *, by_id: str) -> None:
        """A walk was deleted or not confirmed: its card is to be erased with it."""
        ...


class TradeKeeping(Protocol):
    """Keeps what a firm said of itself."""

    def set_trade(self, company_id: str, trade: str) -> bool:
        """Set the trade of a firm, once; False where it has one already: nothing is changed."""
        ...
