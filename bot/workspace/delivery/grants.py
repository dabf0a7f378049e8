"""Names that open something a few times for a short while: socket tickets, trigger ids, response urls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

Refusal = Literal["unknown", "spent", "expired"]

T = TypeVar("T")

_KEPT = 10_000  # spent and expired names are remembered, so that the refusal can say which it was


class GrantRefused(Exception):
    """The name opens nothing (any more)."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal)
        self.refusal: Refusal = refusal


@dataclass(slots=True)
class _Grant(Generic[T]):
    value: T
    until: float
    left: int


class Grants(Generic[T]):
    """Values behind names that `new_name` makes; each opens `uses` times within `lifetime_s` seconds of `monotonic`."""

    def __init__(
        self, *, lifetime_s: float, uses: int, monotonic: Callable[[], float], new_name: Callable[[], str]
    ) -> None:
        self._lifetime_s = lifetime_s
        self._uses = uses
        self._monotonic = monotonic
        self._new_name = new_name
        self._grants: dict[str, _Grant[T]] = {}

    def issue(self, value: T) -> str:
        """Return a new name for the value."""
        name = self._new_name()
        self._grants[name] = _Grant(value, self._monotonic() + self._lifetime_s, self._uses)
        while len(self._grants) > _KEPT:
            del self._grants[next(iter(self._grants))]
        return name

    def look(self, name: str) -> T:
        """Return what the name would open, without using it. Raises GrantRefused."""
        return self._good(name).value

    def use(self, name: str) -> T:
        """Open it: one use fewer is left. Raises GrantRefused."""
        grant = self._good(name)
        grant.left -= 1
        return grant.value

    def _good(self, name: str) -> _Grant[T]:
        grant = self._grants.get(name)
        if grant is None:
            raise GrantRefused("unknown")
        if grant.left <= 0:
            raise GrantRefused("spent")
        if self._monotonic() > grant.until:
            raise GrantRefused("expired")
        return grant
