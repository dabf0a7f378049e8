"""The diary of the region: who writes down, asks, tells, introduces and leaves, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from bot.simulation.diary import Act, Diary
from bot.simulation.region.firms import Firms
from bot.simulation.region.people import FIRMS_OF_ONE
from bot.simulation.region.staff import Staff
from bot.simulation.region.street import RegionCapturing, RegionStreet
from bot.simulation.rules import moment
from bot.simulation.town import JAPAN, Person

_HOURS = tuple(map(time.fromisoformat, "09:00 13:00 16:30".split()))
"""In Japan; what runs every two seconds runs here at these moments, Monday to Friday."""
_LINES_OF_ONE = 3.0
_CARDS_OF_NINE = 4
"""Of so many of nine firms the value is put into words."""
_LEAVERS = 0.03
_LEAVES_FROM = 4
"""Of so many coordinators one leaves."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Acts:
    """What can be done. `departs` is somebody's account that ends, by address."""

    firms: Firms
    staff: Staff
    capturing: RegionCapturing
    departs: Callable[[str], None]


class Plans:
    """Enters everything into the diary, before the first day."""

    def __init__(self, diary: Diary, street: RegionStreet, acts: Acts) -> None:
        self._diary, self._street, self._acts = diary, street, acts
        self._town, self._chance = street.town, street.chance

    def enter(self, *, every_hour: Act, every_week: Act) -> None:
        """Who does what, when; and what runs by itself."""
        self._enter_firms()
        members = [one for one in self._town.people if not one.is_coordinator]
        self._enter_meetings(members)
        self._enter_questions(members)
        for place, person in enumerate(one for one in self._town.people if one.is_coordinator):
            self._enter_coordinator(person, place)
        self._enter_leavers(members)
        days = (self._town.first + timedelta(days=day) for day in range(self._length + 1))
        for day in (one for one in days if one.isoweekday() <= 5):
            for hour in _HOURS:
                self._diary.add(moment(day, hour, JAPAN), every_hour)
        for week in range(self._length // 7 + 1):
            self._diary.add(moment(self._town.first + timedelta(days=7 * week + 1), time(7), JAPAN), every_week)

    def _enter_firms(self) -> None:
        town, diary = self._town, self._diary
        for number, firm in enumerate(town.firms):
            diary.add(self._in(town.by_address[firm.people[0]], 1 + number % 9), partial(self._acts.firms.begins, firm))
            if (number + number // FIRMS_OF_ONE) % 9 < _CARDS_OF_NINE:
                person = town.by_address[firm.people[0]]
                diary.add(self._in(person, 12 + number % 60), partial(self._acts.firms.tells_its_value, firm))

    def _enter_leavers(self, members: list[Person]) -> None:
        """A few stop using Minori, and one coordinator leaves the workspace."""
        owners = {firm.people[0] for firm in self._town.firms}
        late = self._length - self._length // 4
        for person in self._chance.sample(members, max(1, int(len(members) * _LEAVERS))):
            if person.address not in owners:
                self._diary.add(self._in(person, late), partial(self._acts.firms.leaves, person.address))
        staff = [one for one in self._town.people if one.is_coordinator]
        if len(staff) >= _LEAVES_FROM:
            self._diary.add(self._in(staff[-1], late), partial(self._acts.departs, staff[-1].address))

    def _enter_meetings(self, members: list[Person]) -> None:
        chance, diary = self._chance, self._diary
        for person in members:
            for _ in range(round(chance.expovariate(1 / _LINES_OF_ONE))):
                diary.add(
                    self._in(person, chance.randrange(self._length)),
                    partial(self._acts.capturing.types_line, person.address),
                )
            diary.add(
                self._in(person, self._length // 3 + chance.randrange(self._length // 2 + 1)),
                partial(self._acts.firms.met_again, person.address),
            )
        for fair in self._street.said.events:
            if fair.day >= self._length:
                continue
            for person in chance.sample(members, max(1, len(members) // 16)):
                cards = partial(self._acts.capturing.goes_through_cards, person.address, chance.randint(3, 6))
                diary.add(self._in(person, fair.day), cards)

    def _enter_questions(self, members: list[Person]) -> None:
        chance, diary, said = self._chance, self._diary, self._street.said
        for _ in range(max(3, len(members) // 3)):
            person, text = chance.choice(members), chance.choice(said.asked)
            rates = chance.random() < 0.4
            act = partial(self._acts.firms.asks, person.address, text, rates=rates)
            diary.add(self._in(person, chance.randrange(self._length)), act)
        last = len(said.beyond)
        for number, beyond in enumerate(said.beyond):
            # What nobody has answered yet was asked lately, and by firms of one coordinator where it is alike.
            lately = self._length - 4 if not beyond.answer else max(1, self._length * (number + 1) // (last + 2))
            # The first coordinator's queue is one to be looked at.
            whose = self._coordinator(0 if not beyond.answer and number % 3 != 2 else number)
            firms = [one for one in self._town.firms if one.coordinator == whose]
            for place, text in enumerate(beyond.asks):
                person = self._town.by_address[firms[place % len(firms)].people[0]]
                diary.add(
                    self._in(person, lately + place % 2), partial(self._acts.firms.asks_a_person, person.address, text)
                )

    def _enter_coordinator(self, person: Person, place: int) -> None:
        diary, chance, address = self._diary, self._chance, person.address
        for _ in range(self._length // 8):
            diary.add(self._in(person, chance.randrange(self._length)), partial(self._acts.capturing.visits, address))
        for _ in range(self._length // 40):
            diary.add(
                self._in(person, chance.randrange(self._length)), partial(self._acts.capturing.writes_for, address)
            )
        for week in range(10, self._length // 7 + 1):
            diary.add(self._in(person, 7 * week + place % 5), partial(self._acts.staff.introduces, address))
        for week in range(1, self._length // 7):
            diary.add(self._in(person, 7 * week + 2), partial(self._acts.staff.catches_up, address))
        if place % 3 == 1:
            diary.add(self._in(person, self._length // 2), partial(self._acts.staff.postpones, address))

    @property
    def _length(self) -> int:
        return max(1, (self._town.last - self._town.first).days)

    def _coordinator(self, number: int) -> str:
        return self._street.region.coordinators[number % len(self._street.region.coordinators)]

    def _in(self, person: Person, day: int) -> datetime:
        """Some time in somebody's hours, on that day or the next on which they work."""
        opens = moment(self._town.first + timedelta(days=min(day, self._length)), time(8), JAPAN)
        return self._diary.in_hours(person, opens)
