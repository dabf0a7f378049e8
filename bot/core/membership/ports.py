"""What membership needs of the database."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.membership.models import Changes, Erased, KeptChange, SharingChoice, Snapshot
from bot.core.owed import Owed
from bot.core.people import Directory, Member


class TakesOver(Protocol):
    """Firms of somebody who has left become a coordinator's, with all that hangs on them."""

    def __call__(self, gone: Member, company_ids: Sequence[str], /, *, by: Member) -> Collection[str]:
        """The ids of those that are theirs by it, or on their way; of the others somebody else is first. Raises
        StorageError."""
        ...


class PeopleStore(Directory, Protocol):
    """A Directory that can be changed. Every call is one transaction and raises StorageError."""

    def by_email(self, email: str) -> Sequence[Member]:
        """Everybody with this address, written as `email_key` writes it; nobody for ""."""
        ...

    def change(self, decide: Callable[[Snapshot], Changes]) -> Changes:
        """Read everything, decide, write: nobody else writes in between. Returns what was decided."""
        ...

    def kept_changes(self) -> Sequence[KeptChange]:
        """What admins proposed, did and took back of late, the latest first."""
        ...

    def mark_welcomed(self, person_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        """True for the one caller whose welcome this is; what is owed is written with the mark."""
        ...

    def mark_sharing_asked(self, company_id: str, at: datetime, *, owed: Sequence[Owed] = ()) -> bool:
        """True for the one caller whose question to this firm it is; what is owed is written with the mark."""
        ...

    def choose_sharing(self, choice: SharingChoice) -> bool:
        """Keep a choice and make it count. False where the firm has chosen the same already: nothing is written."""
        ...

    def sharing_choices(self, company_id: str) -> Sequence[SharingChoice]:
        """Every choice of a firm, the oldest first."""
        ...

    def leave(self, person_id: str, at: datetime) -> Erased | None:
        """Erase a person's questions and ratings and note that they left; None for somebody who had left."""
        ...

    def rejoin(self, person_id: str) -> bool:
        """True where the person had left and no longer has."""
        ...
