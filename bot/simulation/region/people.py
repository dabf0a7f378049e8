"""The region's firms and people, drawn from a number: as the simulation and as the local workspace know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from bot.core.people import Role
from bot.demo import DemoChannel, DemoCommand, DemoFile, DemoPerson, DemoShortcut, load_demo
from bot.simulation.region.words import RegionWords, TradeWords
from bot.simulation.town import Days, Firm, Person, Town

FIRMS_OF_ONE = 12
"""So many firms a coordinator looks after."""
_ADMINS = ("U80000", "U80001")
_COLOURS = ("1264a3", "2bac76", "cd2553", "e8912d", "7b4397", "3c7c8c", "8a6d3b", "5c5c5c")
_KINDS = ("株式会社", "株式会社", "有限会社", "合同会社")
_LONGEST_LEAVE = 6


@dataclass(frozen=True, kw_only=True, slots=True)
class Region:
    """Everybody. `trades` by the name of a firm; `titles` and `names` by address; `speaks_english` are addresses."""

    town: Town
    admins: tuple[str, ...]
    trades: Mapping[str, TradeWords]
    titles: Mapping[str, str]
    names: Mapping[str, str]
    speaks_english: frozenset[str] = field(default=frozenset())

    @property
    def coordinators(self) -> tuple[str, ...]:
        """Their addresses, in order."""
        return tuple(one.address for one in self.town.people if one.is_coordinator)


def draw_region(words: RegionWords, *, first: date, last: date, firms: int, chance: Random) -> Region:
    """Draw a region; the same for the same number."""
    named = list(_firms(words, firms, chance))
    coordinators = [f"U9{number:04}" for number in range(-(-firms // FIRMS_OF_ONE))]
    full = _full_names(words, chance)
    people = [_person(one, next(full), "", first, last, chance) for one in coordinators]
    made, titles = list[Firm](), dict.fromkeys(coordinators, "コーディネーター")
    for number, (name, _) in enumerate(named):
        addresses = tuple(f"U{number:04}{one}" for one in range(chance.randint(1, 3)))
        # A firm's people often share its owner's name, and nobody else's twice.
        people += [_person(one, next(full), name, first, last, chance) for one in addresses]
        titles |= dict(zip(addresses, _titles(words, chance), strict=False))
        made.append(_firm(name, coordinators[number % len(coordinators)], addresses, first, chance))
    names = {one.address: one.name for one in people} | {one: next(full) for one in _ADMINS}
    titles |= dict.fromkeys(_ADMINS, "事務局（管理者）")
    english = {firm.people[-1] for firm in made[::33] if len(firm.people) > 1}
    partners = tuple(dict.fromkeys(one for _, trade in named for one in trade.partners))
    town = Town(first=first, last=last, firms=tuple(made), people=tuple(people), partners=partners)
    return Region(
        town=town,
        admins=_ADMINS,
        trades=dict(named),
        titles=titles,
        names=names,
        speaks_english=frozenset(english),
    )


def workspace_of(region: Region, words: RegionWords) -> DemoFile:
    """The same people as the local workspace seats them: first the support body, then firm by firm."""
    shown = load_demo()
    staff = (*region.coordinators, *region.admins)
    after = {one: [firm.name for firm in region.town.firms if firm.coordinator == one] for one in staff}
    people = [
        _seat(region, words, address, roles=[Role.ADMIN if address in region.admins else Role.COORDINATOR], after=after)
        for address in staff
    ]
    for firm in region.town.firms:
        people += [_seat(region, words, one, roles=[Role.MEMBER], firm=firm.name) for one in firm.people]
    return DemoFile(
        version=1,
        team=words.team,
        app=words.app,
        commands=[DemoCommand(command=one.command, description=one.description) for one in shown.commands],
        shortcuts=[DemoShortcut(callback_id=one.callback_id, name=one.name) for one in shown.shortcuts],
        people=people,
        channels=[
            DemoChannel(id="C01ZENTAI", name="全体", topic="支援センターと会員企業のみなさま", members="all"),
            DemoChannel(
                id="C04SHITSU",
                name="コーディネーター室",
                topic="支援センターの中だけ",
                kind="private",
                members=list(staff),
            ),
        ],
    )


def _seat(
    region: Region,
    words: RegionWords,
    address: str,
    *,
    roles: list[Role],
    firm: str = "",
    after: Mapping[str, list[str]] | None = None,
) -> DemoPerson:
    return DemoPerson.model_validate(
        {
            "id": address,
            "name": region.names[address],
            "title": region.titles[address],
            "email": f"{address.lower()}@{words.mail}",
            "colour": _COLOURS[int(address[1:]) % len(_COLOURS)],
            "roles": roles,
            "company": firm,
            "looks_after": (after or {}).get(address, []),
            "locale": "en" if address in region.speaks_english else "ja",
        }
    )


def _firms(words: RegionWords, count: int, chance: Random) -> Iterator[tuple[str, TradeWords]]:
    """Names that no two firms share, the trades in turn."""
    taken = set[str]()
    surnames = list(words.surnames)
    chance.shuffle(surnames)
    for number in range(count):
        trade = words.trades[number % len(words.trades)]
        core = ""
        for again in range(len(surnames)):
            surname = surnames[(number * 7 + again) % len(surnames)]
            core = f"{surname}{trade.suffixes[(number // len(words.trades) + again) % len(trade.suffixes)]}"
            if core not in taken:
                break
        taken.add(core)
        yield f"{chance.choice(_KINDS)}{core}", trade


def _full_names(words: RegionWords, chance: Random) -> Iterator[str]:
    """Everybody's own, in an order drawn; from the beginning again only after all of them."""
    every = [f"{surname} {given}" for surname in words.surnames for given in words.given_names]
    chance.shuffle(every)
    while True:
        yield from every


def _titles(words: RegionWords, chance: Random) -> list[str]:
    """Of a firm's people: the owner first."""
    return [words.titles[0], *chance.sample(words.titles[1:], 2)]


def _person(address: str, name: str, firm: str, first: date, last: date, chance: Random) -> Person:
    leave: tuple[Days, ...] = ()
    if chance.random() < 0.3:
        begins = first + timedelta(days=chance.randrange(max(1, (last - first).days)))
        leave = ((begins, begins + timedelta(days=chance.randint(0, _LONGEST_LEAVE))),)
    return Person(address=address, name=name, firm=firm, leave=leave)


def _firm(name: str, coordinator: str, people: tuple[str, ...], first: date, chance: Random) -> Firm:
    closed: tuple[Days, ...] = ()
    if chance.random() < 0.8:
        closed = ((date(first.year, 8, 12), date(first.year, 8, chance.randint(14, 16))),)
    return Firm(name=name, coordinator=coordinator, people=people, closed=closed)
