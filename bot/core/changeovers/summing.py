"""What a changeover is about, by name and number. A word of a firm is in none of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from bot.core.changeovers.models import OPEN, Changeover, Counts, What
from bot.core.changeovers.ports import ChangeoverStore, Holdings
from bot.core.changeovers.rules import is_told_in_words, portfolio, seen_by
from bot.core.people import Directory, Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A firm, or somebody's own encounter, by name; `counts` None where the giver may be told no numbers."""

    id: str
    name: str
    counts: Counts | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Summary:
    """What there is. `goes` and `ends` are introductions under way; `staying` the giver's own records of firms that do
    not share their words; `taken` names firms that are waiting for somebody else's answer. Not `is_numbered` for an
    admin who neither gives nor receives it: of what hangs on firms they are told nothing."""

    entries: tuple[Entry, ...]
    goes: int = 0
    ends: int = 0
    staying: int = 0
    taken: tuple[str, ...] = ()
    is_numbered: bool = True

    @property
    def total(self) -> Counts:
        """Of all firms together."""
        return reduce(Counts.__add__, (one.counts for one in self.entries if one.counts is not None), Counts())

    @property
    def silent(self) -> int:
        """Of how many no numbers can be told."""
        return sum(one.counts is None for one in self.entries)


class Summing:
    """Counts, as the giver may see it at that moment."""

    def __init__(self, *, store: ChangeoverStore, holdings: Holdings, directory: Directory) -> None:
        self._store, self._holdings, self._directory = store, holdings, directory

    def names(self, one: Changeover) -> tuple[Entry, ...]:
        """The names alone. Of encounters none, but for who looks after them: theirs are the titles."""
        if one.what is What.FIRMS:
            wanted = set(one.items)
            named = sorted((firm.name, firm.id) for firm in self._directory.companies() if firm.id in wanted)
            return tuple(Entry(id=id, name=name) for name, id in named)
        giver = self._directory.by_id(one.giver_id)
        titles = {own.id: own.title for own in self._holdings.own_encounters(giver)} if giver else {}
        return tuple(Entry(id=id, name=titles[id]) for id in one.items if id in titles)

    def of(self, one: Changeover, reader: Member, *, wanted: Sequence[str] = ()) -> Summary:
        """By name and number. `wanted` are ids of what was meant to go; those offered already are named as such."""
        giver = self._directory.by_id(one.giver_id)
        if one.what is What.ENCOUNTERS or giver is None:
            return Summary(entries=self.names(one))
        taken = portfolio(self._directory, giver, wanted, self._store.in_state(OPEN), besides=one.id).taken
        if reader.id not in (one.giver_id, one.receiver_id):
            named = tuple(firm.name for firm in taken)
            return Summary(entries=self.names(one), taken=named, is_numbered=False)
        known = {firm.id: firm for firm in self._directory.companies()}
        firms = [known[id] for id in one.items if id in known]
        seen = set(seen_by(giver, firms))
        counts = self._holdings.counts(giver, [firm.id for firm in firms])
        goes, ends = self._holdings.introductions(giver, one.items)
        return Summary(
            entries=tuple(
                Entry(id=firm.id, name=firm.name, counts=counts.get(firm.id, Counts()) if firm.id in seen else None)
                for firm in sorted(firms, key=lambda firm: (firm.name, firm.id))
            ),
            goes=goes,
            ends=ends,
            staying=sum(counts.get(firm.id, Counts()).visits for firm in firms if not is_told_in_words(firm)),
            taken=tuple(firm.name for firm in taken),
        )
