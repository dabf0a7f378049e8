"""A card as it is handed out on one page: flat, and already worded for its reader. What draws it decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.core.messages import Locale

LONGEST_STATE = 56
"""Characters that one side of the figure takes in letters that can be read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One fact under its heading: the owner's words, or our sentence that it is not known yet (`is_known` False)."""

    label: str
    words: str
    is_known: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """The state before or after. `words` are as people said them ("8時間", "真っ黒"); `low` and `high` are numbers of
    the same unit as those of the other state, None where there is no number that can be drawn to scale."""

    label: str
    words: str
    low: float | None = None
    high: float | None = None
    is_known: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetChange:
    """What becomes less or more. `is_to_scale`: both states have numbers, 0 or more, that a figure may compare.

    `words` are the owner's own; `headline` is ours, such as "94 % 減", "" where nothing can be said in one;
    `direction` is "less", "more" or "".
    """

    label: str
    words: str
    is_known: bool = True
    before: State | None = None
    after: State | None = None
    headline: str = ""
    direction: str = ""

    @property
    def is_to_scale(self) -> bool:
        """May bars be drawn?"""
        ends = [end for state in (self.before, self.after) if state for end in (state.low, state.high)]
        return len(ends) == 4 and all(end is not None and end >= 0 for end in ends) and any(ends)


@dataclass(frozen=True, kw_only=True, slots=True)
class SheetUse:
    """A new use that a person ticked, or found: its name, why it may fit, and where it comes from."""

    name: str
    reason: str
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scale:
    """A small scale: `level` of `levels`, 0 where it is not known; `names` has one word a level, or none."""

    label: str
    level: int
    levels: int
    shown: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class CardSheet:
    """What the audience may see of a card: None or () for what it may not, or what was never asked.

    `sharing` says who may read the page, `is_secret` that it must not leave the firm and its coordinator. `labels` are
    our words for headings and marks: "card", "evidence", "readiness", "ladder", "purpose", "aim", "uses", "no-uses",
    "try", "open", "open-else", "today", "cut" (behind words that had to be cut), "unknown", "past", "future" and
    "made-with".
    """

    language: Locale
    kind: str
    title: str
    is_titled: bool
    firm: str
    dated: str
    made_on: date
    one_line: str
    sharing: str
    is_secret: bool
    labels: Mapping[str, str]
    who: Told | None = None
    situation: Told | None = None
    change: SheetChange | None = None
    today: Told | None = None
    cost: Told | None = None
    evidence: Told | None = None
    holder: Told | None = None
    grade: Scale | None = None
    function: Told | None = None
    ladder: tuple[str, ...] = ()
    """From the function upward."""
    uses: tuple[SheetUse, ...] = ()
    challenge: Told | None = None
    try_what: Told | None = None
    try_with: Told | None = None
    try_by: Told | None = None
    try_cap: Told | None = None
    may_tell: Told | None = None
    trl: Scale | None = None
    crl: Scale | None = None
    gap: str = ""
    open_questions: tuple[str, ...] = field(default=())
    open_elsewhere: tuple[str, ...] = ()
    """Of these what has no place of its own on the page, where it would say that it is not known."""

    @property
    def figure(self) -> SheetChange | None:
        """The change as it is drawn: where its words name no two states, today’s way beside what it becomes."""
        change = self.change
        if change is None or change.before or not self._is_today_drawn:
            return change
        before = State(label=self.labels["today"], words=self.today.words if self.today else "")
        return replace(change, before=before, after=State(label=self.labels["future"], words=change.words))

    @property
    def today_beside(self) -> Told | None:
        """How it is done today, where that is not in the figure."""
        return None if self._is_today_drawn else self.today

    @property
    def _is_today_drawn(self) -> bool:
        change, today = self.change, self.today
        is_told = change is not None and change.is_known and today is not None and today.is_known
        if not is_told or change is None or today is None or change.before is not None:
            return False
        return max(len(change.words), len(today.words)) <= LONGEST_STATE

    @property
    def told(self) -> tuple[Told, ...]:
        """Every fact that stands under a heading of its own, in the order in which it is read."""
        facts = (self.who, self.situation, self.today, self.cost, self.evidence, self.holder, self.function)
        plans = (self.challenge, self.try_what, self.try_with, self.try_by, self.try_cap, self.may_tell)
        return tuple(fact for fact in (*facts, *plans) if fact is not None)
