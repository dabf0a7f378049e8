"""Two firms that have told everything, every word of it marked; and whoever may see which of the marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from bot.bootstrap import Application, Library
from bot.bootstrap_chat import Chat, make_chat
from bot.bootstrap_coaching import make_card_service
from bot.core.coaching.cards.models import (
    GROUP_OF,
    CardField,
    Decision,
    Entry,
    EntryState,
    FieldGroup,
    SubjectKind,
    Use,
    UseSource,
)
from bot.core.coaching.walks.given import NewWalk
from bot.core.coaching.walks.models import Walk, WalkLength
from bot.core.coaching.walks.results import Act, Done, Here, Result
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.results import Done as EncounterDone
from bot.core.membership.models import Changes, Profile, SharingChoice
from bot.core.messages import Asked, Message, Opened, Place, Pressed, Reply, Request
from bot.core.people import Member, Sharing
from tests.chat.marked_words import ASKED, CARDS, FACTS, mark, reach_of


@dataclass
class Clock:
    """A clock that is moved by hand."""

    at: datetime = datetime(2026, 11, 17, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


@dataclass
class World:
    """Everything, and everybody by their key; `seen` is what was shown in the deliveries, by person."""

    library: Library
    chat: Chat
    clock: Clock
    people: dict[str, Member] = field(default_factory=dict)
    walks: dict[str, Walk] = field(default_factory=dict)
    cards: list[str] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def handle(self, key: str, make: Callable[[str, str, Place], Request], place: Place | None = None) -> Reply | None:
        """What somebody is shown for what they do."""
        address = self.people[key].address
        request = make(f"request-{next(self.numbers)}", address, place or direct(address))
        return self.chat.router.handle(request, Profile(address=address, name=self.people[key].name)).reply

    def says(self, key: str, text: str, place: Place | None = None) -> Reply | None:
        """Somebody types."""
        return self.handle(key, lambda id, address, at: Asked(id=id, address=address, place=at, text=text), place)

    def presses(
        self, key: str, action: str, reference: str, values: Mapping[str, str] | None = None, place: Place | None = None
    ) -> Reply | None:
        """Somebody presses, in their direct conversation."""
        return self.handle(
            key,
            lambda id, address, at: Pressed(
                id=id, address=address, place=at, action=action, reference=reference, values=values or {}
            ),
            place,
        )

    def opens(self, key: str) -> Reply | None:
        """Somebody opens their page."""
        return self.handle(key, lambda id, address, at: Opened(id=id, address=address, place=at))

    def said(self, message: Message) -> str:
        """A sentence of ours."""
        return self.library.sentences.say(message, locale="ja")


def direct(address: str) -> Place:
    """Somebody's conversation with Minori."""
    return Place(conversation=f"D{address}", present=frozenset({address}))


def told(application: Application, clock: Clock) -> World:
    """Both firms have told everything there is."""
    library = application.library
    chat = make_chat(application)
    world = World(library, chat, clock)
    _meet(world)
    _tell_cards(world)
    _hold_walks(world)
    _meet_others(world)
    return world


def _meet(world: World) -> None:
    store, at = world.library.database.people, world.clock.now()

    def apart(_: object) -> Changes:
        ito = next(one for one in store.people() if one.address.endswith("ITO"))
        sato_foods = next(one for one in store.companies() if "佐藤" in one.name)
        return Changes(companies=(replace(sato_foods, coordinator_id=ito.id),))

    store.change(apart)
    for member in store.people():
        store.mark_welcomed(member.id, at)
        world.people[member.address[3:].lower()] = member
    for company in store.companies():
        store.mark_sharing_asked(company.id, at)
        chosen_by = next(one.id for one in store.people(company_id=company.id))
        store.choose_sharing(
            SharingChoice(company_id=company.id, sharing=Sharing.OUTLINE, chosen_by=chosen_by, chosen_at=at)
        )
    guest = Member(id="", address="U08ABE", name="阿部 さやか")
    world.people["abe"] = guest
    world.opens("abe")
    for member in store.people():
        world.people[member.address[3:].lower()] = member


def _entries(card: int, at: datetime, by_id: str) -> dict[CardField, Entry]:
    marks = {name: mark(card, GROUP_OF[name], reach_of(card, GROUP_OF[name])) for name in FACTS}
    return {
        name: Entry(words=f"{words}{marks[name]}", state=EntryState.SAID, by_id=by_id, at=at)
        for name, words in FACTS.items()
    }


def _tell_cards(world: World) -> None:
    service, yamada = make_card_service(world.library), world.people["yamada"]
    assert yamada.company is not None
    for number in range(CARDS):
        card = service.made(
            walk_id=f"walk-{number}",
            company_id=yamada.company.id,
            subject_kind=SubjectKind.TECHNOLOGY,
            trade="metalworking",
            entries=_entries(number, world.clock.now(), yamada.id),
            by_id=yamada.id,
            confirmed_by=yamada.id,
        )
        reach = {group: reach_of(number, group) for group in FieldGroup}
        if number < CARDS - 1:
            service.share(card.id, version=card.version, reach=reach, by=yamada, has_read_caution=True)
        ticked = Use(
            id=f"field/zq{number}usefirm",
            source=UseSource.FIELD,
            reference="restaurant-kitchens",
            name="厨房",
            suffers="夜がおそい",
            reason="どちらも洗う",
            decision=Decision.TICKED,
            decided_by=yamada.id,
            ask_first=f"zq{number}askfirm",
        )
        service.offer_uses(card.id, uses=(ticked,))
        world.cards.append(card.id)


def _act(world: World, key: str, place: Here | None = None) -> Act:
    member = world.people[key]
    here = place or Here(conversation=f"D{member.address}", is_direct=True, present=(member,))
    return Act(by=member, here=here, request_id=f"act-{next(world.numbers)}")


def _done(result: Result) -> Walk:
    assert isinstance(result, Done), result
    return result.walk


def _hold_walks(world: World) -> None:
    team = tuple(world.people[one] for one in ("yamada", "suzuki", "clark"))
    channel = Here(conversation="C02YAMADA", thread="1.1", is_direct=False, present=team)
    for key, name, here, owner in (
        ("yamada", "running", None, ""),
        ("suzuki", "paused", None, ""),
        ("clark", "finished", None, ""),
        ("suzuki", "channel", channel, ""),
        ("takahashi", "typed", None, "suzuki"),
    ):
        world.walks[name] = _told_walk(world, key, name, here, owner)
    world.walks["paused"] = _done(
        world.chat.walks.pause(world.walks["paused"].id, act=_act(world, "suzuki"), until=date(2026, 12, 1))
    )
    world.walks["finished"] = _done(world.chat.walks.finish(world.walks["finished"].id, act=_act(world, "clark")))
    world.walks["typed"] = _done(world.chat.walks.finish(world.walks["typed"].id, act=_act(world, "takahashi")))
    world.presses("yamada", "walk_ask", f"{world.walks['running'].id}:実証シートには何を書きますか {ASKED}")
    clark = world.people["clark"]
    world.library.database.people.leave(clark.id, world.clock.now())
    left = world.library.database.people.by_id(clark.id)
    assert left is not None
    world.people["clark"] = left


def _told_walk(world: World, key: str, name: str, here: Here | None, owner: str) -> Walk:
    new = NewWalk(
        length=WalkLength.TEN_MINUTES,
        locale="ja",
        trade="metalworking",
        subject=f"装置zqwalk{name}",
        owner_id=world.people[owner].id if owner else "",
    )
    service = world.chat.walks
    walk = _done(service.start(new, act=_act(world, key, here)))
    for _ in range(6):
        asking = service.asking(walk)
        if asking is None or asking.question.kind not in ("line", "lines", "words", "text"):
            break
        walk = _done(service.answer(walk.id, f"夜に機械を洗う方が楽になるzqwalk{name}", act=_act(world, key, here)))
    return walk


def _meet_others(world: World) -> None:
    service, clock = world.chat.meetings.service, world.clock.now()
    new = NewEncounter(
        id="a" * 32,
        partner="zqmetfirm工業",
        contact="zqmetcontactfirm",
        topic="zqmettopicfirm",
        event="地域商談会",
        met_on=(clock - timedelta(days=3)).date(),
        next_step="zqmetstepfirmを送る",
        due_on=(clock + timedelta(days=1)).date(),
    )
    done = service.capture(new, by=world.people["yamada"])
    assert isinstance(done, EncounterDone), done
