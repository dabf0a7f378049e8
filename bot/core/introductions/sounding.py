"""What a firm is sounded out with: words that name nobody.

The draft is made of controlled words alone: the class of the trade, and the kind of trouble as knowledge/troubles.yaml
names it. No word of a firm goes into it, no place, no number. A trade that fewer than three other firms of the region
have is left out as well: in a small town everybody would know who that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.introductions.models import Introduction, Part
from bot.core.introductions.ports import TradeName, TroubleName
from bot.core.messages import Locale, Message, Say
from bot.core.people import Company

COMMON_ENOUGH = 3
"""So many firms of the region, beside the one that is asked, have a trade that is named."""
LONGEST = 1_000
"""Characters of what is sent."""


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
