"""What numbers are read through, and where is kept who read them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum
from typing import Protocol, TypeAlias

from bot.core.audited import Audited
from bot.core.figures.periods import Period
from bot.core.figures.records import Held
from bot.core.figures.tables import Export, Format
from bot.core.messages import Say


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A firm as somebody may see it. `is_own`: they are of it, and do not read what its coordinator notes of visits."""

    name: str
    has_words: bool
    is_own: bool = False


class Part(StrEnum):
    """What can be read by itself."""

    CASES = "cases"
    CHANGES = "changes"
    """Moves, results, contacts, changes of owner; only with the cases they belong to."""
    TOLD = "told"
    """As well."""
    ASKED = "asked"


ALL_PARTS = frozenset(Part)


@dataclass(frozen=True, kw_only=True, slots=True)
class View:
    """Who looks, at which firms (by id), and of which days. `names` are those of all firms: a coordinator's own visits
    are their own record, whatever the firm shares. Days are those of `zone`. Only `parts` are read; of words the event
    alone, unless `has_words`."""

    viewer_id: str
    firms: Mapping[str, Seen]
    names: Mapping[str, str]
    period: Period
    zone: tzinfo
    parts: frozenset[Part] = ALL_PARTS
    has_words: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Programme:
    """A funded programme: it ends on the last day of its fiscal year, or earlier."""

    id: str
    name: str
    owner_id: str
    period: Period


class Records(Protocol):
    """What is on record of many firms, read at once. Raises StorageError."""

    def held(self, view: View) -> Held:
        """Encounters and support visits whenever they began, their moves, and what happened in the period: nothing
        that was taken back or waits for its confirmation, and no words that the firm does not share."""
        ...

    def events(self, firm_ids: Collection[str]) -> Sequence[str]:
        """The events of these firms' encounters, the latest first."""
        ...

    def programmes(self, fiscal_years: Sequence[int]) -> Sequence[Programme]:
        """The programmes with a name of these fiscal years, by name."""
        ...


class AuditStore(Protocol):
    """Where is kept who was given which firm's data. Raises StorageError."""

    def append(self, lines: Sequence[Audited]) -> None:
        """Keep these lines, in this order."""
        ...


Draw: TypeAlias = Callable[[Export, Format, Say], bytes]
"""An export in one of its formats (bot/core/figures/tables.py), with our words in the language of `say`."""
NewId: TypeAlias = Callable[[], str]
Now: TypeAlias = Callable[[], datetime]
