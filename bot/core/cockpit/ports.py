"""What the cockpit needs of the outside: what is on record of many firms at once, and what its readers chose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from bot.core.cockpit.models import Case, Need, Sift
from bot.core.people import Member


class Records(Protocol):
    """What other features have on record, read for many firms at once. Raises StorageError."""

    def cases(self, company_ids: Collection[str]) -> Sequence[Case]:
        """Every open encounter of these firms with the outside, with all its words."""
        ...

    def questions(self, member: Member) -> Mapping[str, int]:
        """How many questions wait for an answer of this coordinator, by the firm of whoever asked; "" for none."""
        ...


Needs: TypeAlias = Callable[[Member, datetime, Collection[str] | None], Sequence[Need]]
"""Why firms need a coordinator at a moment, as far as they share it: the facts of the digest, without what was put
away; of these firms, or (None) of all."""


class SiftStore(Protocol):
    """By what people have narrowed their lists down. Each call is one committed transaction and raises StorageError."""

    def sift_of(self, person_id: str) -> Sift:
        """What somebody chose last; an empty one where they chose nothing."""
        ...

    def put_sift(self, person_id: str, sift: Sift, at: datetime) -> None:
        """Keep it."""
        ...
