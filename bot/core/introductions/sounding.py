"""What a firm is sounded out with: words that name nobody, and what gives somebody away in words that were changed.

The draft is made of controlled words alone: the class of the trade, and the kind of trouble as knowledge/troubles.yaml
names it. No word of a firm goes into it, no place, no number. A trade that fewer than three other firms of the region
have is left out as well: in a small town everybody would know who that is.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.core.introductions.models import Introduction, Part
from bot.core.introductions.ports import ProperNames, TradeName, TroubleName
from bot.core.japanese import normalise
from bot.core.messages import Locale, Message, Say
from bot.core.people import Company

COMMON_ENOUGH = 3
"""So many firms of the region, beside the one that is asked, have a trade that is named."""
LONGEST = 1_000
"""Characters of what is sent."""
_FORMS = re.compile(
    r"(株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|co\.?,? ?ltd\.?|inc\.?|kk)", re.IGNORECASE
)
_NUMBER = re.compile(r"[0-9〇一二三四五六七八九十百千万億]*[0-9][0-9,.]*")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Drafting:
    """Names controlled words."""

    trouble_name: TroubleName
    trade_name: TradeName

    def draft(
        self, introduction: Introduction, to: Part, companies: Sequence[Company], *, locale: Locale, say: Say
    ) -> str:
        """What to sound one side out with, in its language."""
        asked, other = introduction.side(to).company_id, introduction.side(to.other).company_id
        trade = self._trade(asked, other, companies, locale)
        who = Message("introduction-who-trade", {"trade": trade}) if trade else Message("introduction-who")
        told = {"who": say(who)}
        if not introduction.troubles:
            return say(Message(f"introduction-draft-{to}-plain", told))
        return say(Message(f"introduction-draft-{to}", told | {"trouble": self._trouble(introduction, locale)}))

    def _trouble(self, introduction: Introduction, locale: Locale) -> str:
        return self.trouble_name(introduction.troubles[0], locale)

    def _trade(self, asked: str, other: str, companies: Sequence[Company], locale: Locale) -> str:
        """The class of the other side's trade; "" where that is a rare one, or none is known."""
        trade = next((one.trade for one in companies if one.id == other), "")
        alike = [one for one in companies if one.trade == trade and one.id != asked]
        return self.trade_name(trade, locale) if trade and len(alike) >= COMMON_ENOUGH else ""


@dataclass(frozen=True, kw_only=True, slots=True)
class OtherSide:
    """What must not be recognised: the firm's name, its people, and telling words that it uses."""

    firm: str
    people: tuple[str, ...]
    words: Collection[str]


def telltales(
    text: str, other: OtherSide, *, draft: str, own_names: Collection[str], proper_names: ProperNames
) -> tuple[str, ...]:
    """The words of a text by which the other side might be known: its firm, its people, its own telling words, every
    place and person, every number. What the draft says itself and names of the side that is asked are none."""
    plain, drafted = _plain(text), _plain(draft)
    own = [_plain(one) for one in own_names]
    named = [one for one in proper_names(text) if not any(_plain(one) in name for name in own)]
    found = [
        *(one for one in _names(other) if _plain(one) in plain),
        *(one for one in other.words if len(one) >= _SHORTEST and _plain(one) in plain and _plain(one) not in drafted),
        *(one for one in named if _plain(one) not in drafted),
        *(one for one in _NUMBER.findall(normalise(text)) if one not in drafted),
    ]
    return tuple(dict.fromkeys(found))


def _names(other: OtherSide) -> Iterator[str]:
    yield other.firm
    if len(short := _FORMS.sub("", other.firm).strip()) >= _SHORTEST:
        yield short
    for name in other.people:
        yield name
        yield from (part for part in name.split() if len(part) >= _SHORTEST)


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", normalise(text)).casefold()
