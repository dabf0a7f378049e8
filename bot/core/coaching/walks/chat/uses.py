"""New uses beside the question where else: each with its reason, ticked or declined by a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.core import actions
from bot.core.coaching.cards.models import CardField, Decision, Use, UseSource
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.ports import UsesFor, UsesQuoted
from bot.core.coaching.walks.chat.reader import Reader
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Asking
from bot.core.messages import Headed, Item, Message, Offer, Part, Said

MOST = 3
_LONGEST = 80
"""Offered at once: more would be a list to read, and not a question."""


class NewUses:
    """Offers them. Only what was ticked or declined is on record, with the walk."""

    def __init__(self, *, doors: Doors, uses: UsesFor, quoted: UsesQuoted) -> None:
        self._service, self._uses, self._quoted = doors.service, uses, quoted

    def parts(self, walk: Walk, asking: Asking, reader: Reader) -> Iterator[Part]:
        """What stands below the question; nothing elsewhere, and nothing where none was found."""
        if asking.question.fills != CardField.ELSEWHERE or asking.follow_up is not None:
            return
        # What another firm shares may be withdrawn: once ticked, it is named on the card alone, which asks every time.
        kept = [one for one in walk.uses if one.source is not UseSource.CARD]
        decided = [one for one in kept if one.decision == Decision.TICKED]
        offered = self.offered(walk, reader)[:MOST]
        if offered:
            yield Headed(Message("walk-uses"))
            yield Said(Message("walk-uses-how"))
        elif not walk.uses and (words := self._words(walk)):
            # An offer without a reason is worse than none: one rung more may bring one.
            highest = words.get(CardField.LADDER) or words.get(CardField.CHANGE) or words.get(CardField.FUNCTION, "")
            yield Said(Message("walk-uses-none", {"words": _last_line(highest)}))
        self._quoted(offered, reader.id)
        for use in offered:
            yield Item(use.name, (_suffered(use), use.reason), tuple(_offers(walk, use)))
        if decided:
            names = "、".join(one.name for one in decided)
            yield Said(Message("walk-uses-ticked", {"names": names}))

    def offered(self, walk: Walk, reader: Reader) -> Sequence[Use]:
        """Those on which nobody has said anything yet, the best first."""
        words = self._words(walk)
        if CardField.FUNCTION not in words:
            return ()
        # What changes, and what that is for: the purpose tells more than the verb.
        change = "\n".join(words.get(name, "") for name in (CardField.CHANGE, CardField.LADDER))
        found = self._uses(walk, words[CardField.FUNCTION], change.strip(), reader.locale)
        decided = {one.id for one in walk.uses}
        return [one for one in found if one.id not in decided]

    def _words(self, walk: Walk) -> Mapping[CardField, str]:
        """What it does, what changes, and what that is for, as far as that was answered."""
        script = self._service.script_of(walk)
        return {
            name: known.words
            for name in (CardField.FUNCTION, CardField.CHANGE, CardField.LADDER)
            if (question := script.filling(name)) and (known := walk.answer(question.id)) and known.parts
        }


def _last_line(words: str) -> str:
    """The highest rung, not longer than can be quoted."""
    line = words.strip().splitlines()[-1].strip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _suffered(use: Use) -> Message:
    """The trouble there; of a town's plan, the sentence as it stands."""
    if use.source is UseSource.PLAN:
        return Message("use-plan-says", {"quote": use.quote})
    return Message("use-suffers", {"state": use.suffers})


def _offers(walk: Walk, use: Use) -> Iterator[Offer]:
    reference = f"{walk.id}:{use.id}"
    yield Offer(actions.WALK_USE_TICK, reference, Message("walk-offer-use-tick"))
    yield Offer(actions.WALK_USE_DECLINE, reference, Message("walk-offer-use-decline"))
