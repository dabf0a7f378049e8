"""The firms and people of a simulation, their hours and days off: made from a number, the same for the same.

These are the facts of the town. They are given to the product as people would give them (`settling.py`), and the oracle
reads them here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from bot.simulation.habits import Habits

JAPAN, NEW_YORK = "Asia/Tokyo", "America/New_York"
Days = tuple[date, date]
"""From the first to the last, both included."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody in the town. `address` is how the chat knows them; `firm` is "" for a coordinator."""

    address: str
    name: str
    firm: str = ""
    zone: str = JAPAN
    opens: time = time(9, 0)
    closes: time = time(17, 30)
    pace: str = "normal"
    leave: tuple[Days, ...] = ()

    @property
    def is_coordinator(self) -> bool:
        """Of the support body."""
        return not self.firm


@dataclass(frozen=True, kw_only=True, slots=True)
class Firm:
    """A firm. `days_off` are the weekdays on which outside firms that it knows are closed, by their names."""

    name: str
    coordinator: str
    people: tuple[str, ...]
    closed: tuple[Days, ...] = ()
    working: tuple[date, ...] = ()
    days_off: tuple[tuple[str, frozenset[int]], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Town:
    """Everybody. `first` and `last` are the days of the simulation, `outage` those on which nothing runs."""

    first: date
    last: date
    firms: tuple[Firm, ...]
    people: tuple[Person, ...]
    partners: tuple[str, ...]
    outage: Days | None = None
    by_address: dict[str, Person] = field(default_factory=dict)
    by_firm: dict[str, Firm] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_address.update((one.address, one) for one in self.people)
        self.by_firm.update((one.name, one) for one in self.firms)


def make_town(habits: Habits, *, first: date, days: int, firms: int, chance: Random) -> Town:
    """Draw a town."""
    names = _firm_names(habits, chance)
    last = first + timedelta(days=days - 1)
    coordinators = [f"U9{number:05}" for number in range(-(-firms // habits.town.firms_per_coordinator))]
    people = [_person(habits, chance, address, "", first, last) for address in coordinators]
    made = []
    for number in range(firms):
        count = chance.randint(*habits.town.people_per_firm)
        addresses = tuple(f"U{number:04}{one}" for one in range(count))
        people += [_person(habits, chance, one, names[number], first, last) for one in addresses]
        made.append(_firm(habits, chance, names[number], coordinators[number % len(coordinators)], addresses, first))
    partners = tuple(f"{one}{form}" for one in names[firms:] for form in ("", "産業"))
    town_firms = tuple(_with_partners(habits, chance, one, partners) for one in made)
    outage = _outage(first, days, habits.trouble.outage_days)
    return Town(first=first, last=last, firms=town_firms, people=tuple(people), partners=partners, outage=outage)


def _firm_names(habits: Habits, chance: Random) -> list[str]:
    names = [f"{place}{trade}" for place in habits.words.places for trade in habits.words.trades]
    chance.shuffle(names)
    return names


def _person(habits: Habits, chance: Random, address: str, firm: str, first: date, last: date) -> Person:
    town, words = habits.town, habits.words
    is_abroad, is_late = bool(firm) and chance.random() < town.abroad, chance.random() < town.late_hours
    pace = chance.choices(("lighter", "fuller", "normal"), (town.lighter, town.fuller, 1 - town.lighter - town.fuller))[
        0
    ]
    leave: tuple[Days, ...] = ()
    if chance.random() < town.on_leave:
        begins = first + timedelta(days=chance.randrange(max(1, (last - first).days)))
        leave = ((begins, begins + timedelta(days=chance.randint(0, 9))),)
    return Person(
        address=address,
        name=f"{chance.choice(words.surnames)}{chance.choice(words.given_names)}",
        firm=firm,
        zone=NEW_YORK if is_abroad else JAPAN,
        opens=time(10, 0) if is_late else time(9, 0),
        closes=time(19, 0) if is_late else time(17, 30),
        pace=pace,
        leave=leave,
    )


def _firm(habits: Habits, chance: Random, name: str, coordinator: str, people: tuple[str, ...], first: date) -> Firm:
    closed: list[Days] = []
    if chance.random() < habits.town.closed_in_august:
        year = first.year if first <= date(first.year, 8, 16) else first.year + 1
        closed.append((date(year, 8, chance.randint(11, 13)), date(year, 8, chance.randint(14, 16))))
    founded = first + timedelta(days=chance.randrange(365))
    closed.append((founded, founded))
    working: tuple[date, ...] = ()
    if chance.random() < habits.town.working_saturdays:
        saturday = first + timedelta(days=(5 - first.weekday()) % 7)
        working = tuple(saturday + timedelta(weeks=week) for week in chance.sample(range(52), 4))
    return Firm(name=name, coordinator=coordinator, people=people, closed=tuple(closed), working=working)


def _with_partners(habits: Habits, chance: Random, firm: Firm, partners: tuple[str, ...]) -> Firm:
    if chance.random() >= habits.town.partner_days_off:
        return firm
    known = tuple((one, frozenset({chance.randint(1, 5), 7})) for one in chance.sample(partners, 5))
    return Firm(
        name=firm.name,
        coordinator=firm.coordinator,
        people=firm.people,
        closed=firm.closed,
        working=firm.working,
        days_off=known,
    )


def _outage(first: date, days: int, length: int) -> Days | None:
    """In the middle, from a Tuesday on, so that working days are among them."""
    if length == 0 or days < 2 * length + 7:
        return None
    middle = first + timedelta(days=days // 2)
    begins = middle + timedelta(days=(1 - middle.weekday()) % 7)
    return begins, begins + timedelta(days=length - 1)
