"""The words of each trade in everybody's mouth, and whom its firms meet."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.simulation.acting import Street
from bot.simulation.capturing import Capturing
from bot.simulation.habits import Words
from bot.simulation.region.people import Region
from bot.simulation.region.words import RegionWords, TradeWords
from bot.simulation.rules import Calendar

_A_FAIR_AGO = 4


@dataclass(frozen=True, kw_only=True)
class RegionStreet(Street):
    """What everybody acts with in the region."""

    region: Region
    said: RegionWords
    _known: dict[str, Words] = field(default_factory=dict)

    def trade(self, address: str) -> TradeWords:
        """The trade of somebody's firm; of a coordinator's, that of a firm of theirs."""
        firm = self.town.by_address[address].firm
        if not firm:
            firm = next(one.name for one in self.town.firms if one.coordinator == address)
        return self.region.trades[firm]

    def words(self, address: str) -> Words:
        """Those of their trade, at the fair that has just been."""
        trade, day = self.trade(address), (self.today(address) - self.town.first).days
        events = [one.name for one in self.said.events if 0 <= day - one.day <= _A_FAIR_AGO]
        key = f"{trade.id} {events}"
        if key not in self._known:
            self._known[key] = self.habits.words.model_copy(
                update={
                    "events": tuple(events) or ("",),
                    "steps": trade.steps,
                    "named": trade.named,
                    "lesson": self.said.lesson,
                    "note": self.said.note,
                }
            )
        return self._known[key]

    def step(self, address: str, number: int) -> str:
        return self.chance.choice(self.trade(address).steps)

    def issue(self, address: str, number: int) -> str:
        issues = self.trade(address).issues
        return issues[number % len(issues)]

    def met(self, address: str, partner: str, contact: str, event: str) -> str:
        """At a fair, by a visit, over the telephone; mostly with what the other side said."""
        title = self.chance.choice((*self.said.partner_titles, "さん", "さん"))
        who, heard = f"{partner}の{contact}{title}", ""
        if self.chance.random() < 0.6:
            heard = f"。{self.chance.choice(self.trade(address).topics)}とのこと"
        if event:
            return f"{event}で{who}と名刺交換{heard}"
        return f"{who}{self.chance.choice(('と名刺交換', 'と面談', 'を訪問'))}{heard}"


class RegionCapturing(Capturing):
    """Writes down whom a firm of this trade meets: often the same few firms, each person once."""

    def __init__(self, street: RegionStreet, calendar: Calendar) -> None:
        super().__init__(street, calendar)
        self._of, self._met = street, set[tuple[str, str]]()

    def name(self, address: str) -> tuple[str, str]:
        """An outside firm, or a town; a person of it that nobody has met."""
        chance, said = self._of.chance, self._of.said
        while True:
            partners = said.public if chance.random() < 0.15 else self._of.trade(address).partners
            name = (chance.choice(partners), f"{chance.choice(said.surnames)}{chance.choice(said.given_names)}")
            if name not in self._met:
                self._met.add(name)
                return name
