"""What becomes less or more, as a figure can show it: nothing is drawn to scale that was not said in numbers."""

from __future__ import annotations

from typing import TypeAlias

from bot.core.coaching.cards.change import Change, Direction, read_change
from bot.core.coaching.cards.models import CardField, Entry, EntryState
from bot.core.coaching.cards.quantities import Quantity, dimension_of, measured
from bot.core.coaching.cards.sheet import SheetChange, State
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.wording import label, not_yet
from bot.core.messages import Message, Say


def change_on_sheet(entry: Entry, say: Say) -> SheetChange | None:
    """The change for the page; None where it was never asked or may not be seen."""
    if entry.state is EntryState.UNASKED:
        return None
    words, heading = entry.words.strip(), say(label(CardField.CHANGE))
    if not entry.is_said or not words:
        return SheetChange(label=heading, words=say(Message("sheet-unknown")), is_known=False)
    if is_not_yet(CardField.CHANGE, entry):
        return SheetChange(label=heading, words=say(not_yet(entry)), is_known=False)
    change = read_change(words)
    if change is None:
        return SheetChange(label=heading, words=words)
    before, after = _states(change, say)
    share = _share(change, before, after)
    return SheetChange(
        label=heading,
        words=words,
        before=before,
        after=after,
        headline=_headline(change, share, say),
        direction=_direction(change, share),
    )


def _states(change: Change, say: Say) -> tuple[State | None, State | None]:
    past, future = say(Message("sheet-past")), say(Message("sheet-future"))
    if change.before is not None and change.after is not None:
        low, high, low_after, high_after = _comparable(change.before, change.after)
        return (
            State(label=past, words=change.before.words, low=low, high=high),
            State(label=future, words=change.after.words, low=low_after, high=high_after),
        )
    if change.factor is not None:
        share = say(Message("sheet-share", {"percent": _percent(change.factor)}))
        return (
            State(label=past, words=say(Message("sheet-share-all")), low=1, high=1),
            State(label=future, words=share, low=change.factor, high=change.factor),
        )
    if change.after is not None:
        unknown = State(label=past, words=say(Message("sheet-unknown")), is_known=False)
        return unknown, State(label=future, words=change.after.words)
    return None, None


_Ends: TypeAlias = tuple[float | None, float | None, float | None, float | None]
_NOT_COMPARABLE: _Ends = (None, None, None, None)


def _comparable(before: Quantity, after: Quantity) -> _Ends:
    """Both in one unit; nothing where a unit means one thing to one person and another to the next (a day of work)."""
    if before.per != after.per:
        return _NOT_COMPARABLE
    if before.unit == after.unit:
        return before.low, before.high, after.low, after.high
    if dimension_of(before) != dimension_of(after) or not (_is_exact(before) and _is_exact(after)):
        return _NOT_COMPARABLE
    (low, high), (low_after, high_after) = measured(before), measured(after)
    return low, high, low_after, high_after


def _is_exact(quantity: Quantity) -> bool:
    least, most = measured(quantity)
    return quantity.is_range or least == most


def _headline(change: Change, share: float | None, say: Say) -> str:
    """How much of before is left, in a word or two."""
    if change.by is not None and change.factor is None:
        return change.by.words
    if share is None or share == 1:
        return ""
    if share == 0:
        return say(Message("sheet-headline-none"))
    if share >= 2:
        return say(Message("sheet-headline-times", {"times": f"{share:.3g}"}))
    key = "sheet-headline-less" if share < 1 else "sheet-headline-more"
    return say(Message(key, {"percent": _percent(abs(1 - share))}))


def _share(change: Change, before: State | None, after: State | None) -> float | None:
    """What is left of before, where both are exact."""
    if change.share is not None or before is None or after is None:
        return change.share
    is_exact = before.low is not None and before.low == before.high and after.low == after.high
    return after.low / before.low if is_exact and before.low and after.low is not None else None


def _direction(change: Change, share: float | None) -> str:
    if share is None or share == 1:
        return str(change.direction or "")
    return str(Direction.LESS if share < 1 else Direction.MORE)


def _percent(share: float) -> str:
    """Whole percents; near nothing and near everything, where they would say nothing or everything, finer ones."""
    percent = share * 100
    is_near_an_end = 0 < percent < 1 or 99 < percent < 100
    return f"{percent:.2f}" if is_near_an_end else f"{percent:.0f}"
