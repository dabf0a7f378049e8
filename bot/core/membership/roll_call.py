"""Who is still in the workspace: asked at the start and every hour, because an event may have been missed while nothing
was running. Whoever was deactivated is let go as by the event; whoever is back may use Minori again.

Only what the platform says outright counts: somebody it does not know, of another workspace or hidden from us, is left
as they are. Where most people seem to be gone at once, it is the answer that is wrong (another workspace's token, a
platform in trouble): then nobody is let go, and the program's log says so.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Protocol

from bot.core.people import BY_WORKSPACE, Directory

_FEW = 3
"""So many may be gone at once in a small house."""


class Roll(Protocol):
    """What the chat platform says of people."""

    def are_gone(self, addresses: Collection[str]) -> Mapping[str, bool]:
        """Of each address whether it was deactivated; who is not known there is left out. Raises DependencyError."""
        ...


class OperatorsLog(Protocol):
    """Where an operator looks when something stays wrong. Carries ids, never what people said."""

    def error(self, event: str, **values: Any) -> Any:
        """Something that needs somebody."""
        ...


class RollCall:
    """Holds who there is to what the platform says. `departed` and `returned` are told an address, and may be told it
    by several processes at once: they do it once."""

    def __init__(
        self,
        *,
        directory: Directory,
        departed: Callable[[str], object],
        returned: Callable[[str], object],
        roll: Roll,
        log: OperatorsLog,
    ) -> None:
        self._directory, self._roll, self._log = directory, roll, log
        self._departed, self._returned = departed, returned

    def run_once(self) -> int:
        """Returns 0: a routine that is done until its next time. Raises StorageError, DependencyError."""
        people = {one.address: one for one in self._directory.people() if one.address}
        if not people:
            return 0
        said = self._roll.are_gone(people.keys())
        # Somebody who stopped by themselves is let go as well, so that what was theirs is offered.
        leaving = [one for address, one in people.items() if said.get(address) and not one.ended_by]
        there = [one for one in people.values() if not one.ended_by]
        if len(leaving) > max(_FEW, len(there) // 2):
            self._log.error("roll_call_doubted", leaving=len(leaving), people=len(there))
            leaving = []
        for one in leaving:
            self._departed(one.address)
        for address, one in people.items():
            if said.get(address) is False and one.ended_by == BY_WORKSPACE:
                self._returned(address)
        return 0
