"""The safeguards of nudges, each with how it is taken away in a child and the trials that must notice it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import uuid4

from bot.adapters.storage import nudges as stored
from bot.adapters.storage.nudge_rows import bundle_values, item_values
from bot.adapters.storage.nudges import NudgeRepository
from bot.core.meetings.chat.wording import who
from bot.core.meetings.models import Encounter
from bot.core.meetings.standing import Standings
from bot.core.nudges import gathering
from bot.core.nudges.models import Bundle, Item
from bot.core.nudges.ticking import Checkpoint as Tick
from bot.core.scheduled import Standing
from tests.faults.storm.children import UNHARMED, Blow
from tests.faults.storm.matrices import LONG
from tests.faults.storm.removed import Removed
from tests.faults.storm.trials import Trial


def the_key_of_an_occurrence() -> None:
    """What was told bears a key that is another one every time."""

    def anew(item: Item, bundle_id: str, workspace_id: str) -> dict[str, Any]:
        return item_values(replace(item, occurrence=f"{item.occurrence}-{uuid4().hex[:8]}"), bundle_id, workspace_id)

    vars(stored)["item_values"] = anew


def the_key_of_a_slot() -> None:
    """A bundle bears a key that is another one every time, instead of its person, day and slot."""

    def anew(one: Bundle, workspace_id: str) -> dict[str, Any]:
        return bundle_values(replace(one, slot=uuid4().hex[:5]), workspace_id)

    vars(stored)["bundle_values"] = anew
    gathering.bundle_id = lambda *_: str(uuid4())


def advancing_in_the_same_transaction() -> None:
    """Nudges go on in one transaction, and what is told of them is stored in the next."""
    plan = NudgeRepository.plan

    def in_two(self: NudgeRepository, bundles: Sequence[Bundle], *, advanced: Any, owed: Any) -> Sequence[Bundle]:
        plan(self, (), advanced=advanced, owed=())
        return plan(self, bundles, advanced=(), owed=owed)

    NudgeRepository.plan = in_two  # type: ignore[method-assign]


def reading_again_at_send() -> None:
    """What was true when it was planned is said."""

    def as_planned(self: Any, encounter: Encounter, *_: Any, **__: Any) -> Standing:
        return Standing(title=who(encounter))

    Standings._stands = as_planned  # type: ignore[method-assign]


def giving_back() -> None:
    """What comes too late for its slot is dropped, and not due again."""
    NudgeRepository.give_back = lambda self, bundle: False  # type: ignore[method-assign]


_STALE = Trial("none", Blow(Tick.LISTENERS_READ, stops=True), shift=LONG, overnight=True)
# A second commit of the tick is there only where the first one was not the whole.
_BETWEEN = Trial("none", Blow("planning", nth=2))
OF_NUDGES = (
    Removed("the key of an occurrence", the_key_of_an_occurrence, [Trial("none", UNHARMED)]),
    Removed("the key of person, day and slot", the_key_of_a_slot, [_STALE], is_short=True),
    Removed("advancing in the same transaction", advancing_in_the_same_transaction, [_BETWEEN]),
    Removed("reading again at send", reading_again_at_send, [Trial("none", Blow("composed"))]),
    Removed("giving back what comes too late", giving_back, [Trial("none", UNHARMED, overnight=True)]),
)
