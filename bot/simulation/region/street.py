"""The words of each trade in everybody's mouth, and whom its firms meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.simulation.acting import Street
from bot.simulation.capturing import Capturing
from bot.simulation.habits import Habits, Words
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
        key = f"{trade.id} {events} {bool(self.town.by_address[address].firm)}"
        if key not in self._known:
            self._known[key] = self.habits.words.model_copy(
                update={
                    "events": tuple(events) or ("",),
                    "steps": trade.steps if self.town.by_address[address].firm else self.said.support_steps,
                    "named": trade.named,
                    "lesson": self.said.lesson,
                    "note": self.said.note,
                }
            )
        return self._known[key]

    def step(self, address: str, number: int) -> str:
        return self.chance.choice(self.words(address).steps)

    def due_on(self, address: str) -> date:
        """On a day on which people work."""
        return _on_weekday(super().due_on(address), ahead=True)

    def met_on(self, address: str) -> date:
        return _on_weekday(super().met_on(address), ahead=False)

    def hour(self) -> str:
        return f"{self.chance.choice((9, 10, 11, 13, 14, 15, 16)):02}:{self.chance.choice(('00', '00', '30'))}"

    def issue(self, address: str, number: int) -> str:
        issues = self.trade(address).issues
        return issues[number % len(issues)]

    def met(self, address: str, partner: str, contact: str, event: str) -> str:
        """At a fair, by a visit, over the telephone; mostly with what the other side said."""
        titles = self.said.partner_titles if partner.startswith("株式会社") else self.said.public_titles
        title = self.chance.choice((*titles, "さん", "さん"))
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

    def host(self, address: str) -> tuple[str, str]:
        """Somebody who is really there."""
        street = self._of
        firm = street.chance.choice([one for one in street.town.firms if one.coordinator == address])
        return firm.name, street.region.names[street.chance.choice(firm.people)].replace(" ", "")

    def name(self, address: str) -> tuple[str, str]:
        """An outside firm, or a town; a person of it that nobody has met."""
        chance, said = self._of.chance, self._of.said
        while True:
            partners = said.public if chance.random() < 0.15 else self._of.trade(address).partners
            name = (chance.choice(partners), f"{chance.choice(said.surnames)}{chance.choice(said.given_names)}")
            if name not in self._met:
                self._met.add(name)
                return name


def _on_weekday(day: date, *, ahead: bool) -> date:
    """The day itself, or the next one from Monday to Friday: later, or earlier."""
    while day.isoweekday() > 5:
        day += timedelta(days=1 if ahead else -1)
    return day


def calmer(habits: Habits) -> Habits:
    """Nobody presses on an old message or twice: that is for counting, and not for being looked at. And more moves on:
    half a year is to show every stage and every wall."""
    quick = {"by_reminder": (0.6, 0.35, 0.3, 0.25, 0.2, 0.15), "name_wall": 0.7}
    answering = habits.answering.model_copy(update={"on_old_message": 0.0, "twice": 0.0, **quick})
    forward = {stage: min(0.85, share + 0.2) if share else 0.0 for stage, share in habits.forward.items()}
    return habits.model_copy(update={"answering": answering, "forward": forward})
