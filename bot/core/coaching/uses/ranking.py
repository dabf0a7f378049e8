"""In which order uses are offered. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.coaching.cards.models import Use, UseSource

AT_A_TIME = 6
"""So many uses are offered at once; more only when somebody asks for them."""
_OF_ONE_SOURCE = 4
"""Of those, so many from one source while others have something, too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A use that may be offered. `is_own`: the firm's present trade works there already; `deed` is what it needs;
    `about` is the id of the use that it stands for, "" for none."""

    use: Use
    score: float
    deed: str = ""
    about: str = ""
    is_own: bool = False


def ranked(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The order of offering: elsewhere before the present trade, then by score; each six of more than one source.

    Equal ones stand in the order of their ids, so that the same words bring the same list always.
    """
    left = sorted(candidates, key=lambda one: (one.is_own, -one.score, one.use.id))
    found: list[Candidate] = []
    while left:
        page = found[len(found) // AT_A_TIME * AT_A_TIME :]
        full = {source for source in UseSource if sum(one.use.source is source for one in page) >= _OF_ONE_SOURCE}
        fitting = (one for one in left if one.use.source not in full and one.is_own == left[0].is_own)
        following = next(fitting, left[0])
        left.remove(following)
        found.append(following)
    return tuple(found)


def shown_at_once(uses: Sequence[Use], *, turn: int = 0) -> tuple[Use, ...]:
    """Six uses: the first ones, or those after `turn` times asking for more."""
    start = max(turn, 0) * AT_A_TIME
    return tuple(uses[start : start + AT_A_TIME])
