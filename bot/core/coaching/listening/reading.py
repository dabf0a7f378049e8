"""What a sentence says, whatever its language: the facts that the checks look at, each in the words that were typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.core.coaching.listening.lexicon import PraiseKind


class CoreKind(StrEnum):
    """What the core words name."""

    NUMBER = "number"
    EQUIPMENT = "equipment"
    ABILITY = "ability"
    THING = "thing"


@dataclass(frozen=True, slots=True)
class Praise:
    """Words of praise as they were typed."""

    kind: PraiseKind
    words: str


@dataclass(frozen=True, slots=True)
class Number:
    """An amount as it was typed, with what it is of. `counts_customers`: 300社, 500 projects."""

    words: str
    counts_customers: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One answer, read. Every text stands verbatim in what was typed; "" where there is no such thing.

    `core` is what the sentence is about. `beneficiaries` are people to whom something happens, `markets` customers who
    only receive the offer. `is_value`: the sentence says of somebody what becomes less or more; the weighing is in
    `japanese.py` and `english.py`.
    """

    core: str
    core_kind: CoreKind
    is_value: bool
    is_fragment: bool
    """Nouns alone, as one answers a question."""
    beneficiaries: tuple[str, ...] = ()
    everybody: str = ""
    markets: tuple[str, ...] = ()
    own_subject: str = ""
    own_people: str = ""
    """The speaker's own people: 「うちの若い衆」."""
    numbers: tuple[Number, ...] = ()
    praise: tuple[Praise, ...] = ()
    change: str = ""
    comparison: str = ""
    cost: str = ""
    evidence: str = ""
    trade_words: tuple[str, ...] = ()
    has_other_words: bool = True
    """There are telling words that are no words of a trade."""
