"""What is alike is suggested to whoever is to answer it, and to nobody else; one answer reaches all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.core.alike.likeness import ALIKE, likeness
from bot.core.alike.ports import Handed, Join
from bot.core.alike.service import AlikeService
from bot.core.messages import Field, Item, Place, Pressed, Quoted, Reply, Said
from bot.core.owed import Owed
from bot.core.people import Member, Role

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)
SATO = Member(id="sato", address="U1", name="佐藤", roles=frozenset({Role.COORDINATOR}))
ITO = Member(id="ito", address="U2", name="伊藤", roles=frozenset({Role.COORDINATOR}))
ADMIN = Member(id="kato", address="U3", name="加藤", roles=frozenset({Role.ADMIN}))
FIRST = Handed(id="h1", text="就業規則のひな形がほしい", owner_id="sato", who="あおい 田中", is_open=True)
SECOND = replace(FIRST, id="h2", text="就業規則のひな形が欲しいです", who="みどり 森")
THIRD = replace(FIRST, id="h3", text="展示会の出展料はいくらですか")
OTHERS = replace(FIRST, id="h4", owner_id="ito")


class World:
    """The queue, the joins and the people in memory."""

    def __init__(self) -> None:
        self.handed = {one.id: one for one in (FIRST, SECOND, THIRD, OTHERS)}
        self.joins: dict[str, Join] = {}
        self.answered: list[tuple[str, str]] = []
        self.looked: list[tuple[str, str]] = []
        self.owed: list[Owed] = []
        self.service = AlikeService(
            queue=_Queue(self),
            store=self,
            vectors=_no_vectors,
            people=_People(),
            clock=self,
            looked_at=lambda id, member: self.looked.append((id, member.id)),
        )

    def now(self) -> datetime:
        return NOW

    def join(self, joins: Sequence[Join]) -> None:
        for one in joins:
            self.joins.setdefault(one.id, one)

    def all(self) -> Sequence[Join]:
        return list(self.joins.values())

    def of_head(self, head_id: str) -> Sequence[Join]:
        return [one for one in self.joins.values() if one.head_id == head_id]

    def head_of(self, id: str) -> str:
        return self.joins[id].head_id if id in self.joins else ""

    def apart(self, ids: Sequence[str], *, owed: Sequence[Owed] = ()) -> None:
        self.joins = {id: one for id, one in self.joins.items() if id not in ids}
        self.owed += owed

    def press(self, action: str, reference: str, by: Member = SATO, chosen: str = "") -> Reply:
        pressed = Pressed(
            id="p",
            address=by.address,
            place=Place(conversation="D"),
            action=action,
            reference=reference,
            values={"with": chosen},
        )
        return self.service.handlers[action](pressed, by)

    def joined(self) -> World:
        self.press("join_send", "h1", chosen="h2")
        return self

    def answer_head(self, text: str) -> None:
        self.handed["h1"] = replace(FIRST, is_open=False, answer=text)


class _Queue:
    def __init__(self, world: World) -> None:
        self._world = world

    def of_owner(self, owner_id: str) -> Sequence[Handed]:
        return [one for one in self._world.handed.values() if one.owner_id == owner_id and one.is_open]

    def by_id(self, id: str) -> Handed | None:
        return self._world.handed.get(id)

    def answer(self, id: str, text: str) -> bool:
        self._world.answered.append((id, text))
        self._world.handed[id] = replace(self._world.handed[id], is_open=False)
        return True

    def names_somebody(self, text: str, of_id: str) -> bool:
        return "あおい" in text


class _People:
    def by_id(self, id: str) -> Member | None:
        return next((one for one in (SATO, ITO, ADMIN) if one.id == id), None)

    def by_address(self, address: str) -> Member | None:
        return next((one for one in (SATO, ITO, ADMIN) if one.address == address), None)


def _no_vectors(texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
    return {}


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def test_what_is_alike_is_suggested_among_ones_own_questions() -> None:
    world = World()
    items = [one for one in world.service.home_parts(SATO) if isinstance(one, Item)]
    assert [(one.title, one.offers[0].reference) for one in items] == [(FIRST.text, "h1")]
    (field,) = [part for part in world.press("join_form", "h1").parts if isinstance(part, Field)]
    assert [one.value for one in field.choices] == ["h2"], "what somebody else is to answer is not among them"


@pytest.mark.parametrize("by", [ITO, ADMIN])
def test_nobody_else_sees_or_joins_them(by: Member) -> None:
    world = World()
    assert not world.service.home_parts(by)
    for action in ("join_form", "join_send", "join_apart"):
        reply = world.press(action, "h1", by, chosen="h2")
        assert (keys(reply), [part for part in reply.parts if isinstance(part, Quoted)]) == (["alike-not-yours"], [])
    assert not world.joins


def test_only_what_was_suggested_can_be_joined() -> None:
    world = World()
    world.press("join_send", "h1", chosen="h3,h4,x")
    assert not world.joins


def test_one_answer_reaches_both_once() -> None:
    world = World().joined()
    assert world.service.due() == 0
    world.answer_head("ひな形をお使いください。")
    assert (world.service.due(), world.service.due()) == (1, 0)
    assert world.answered == [("h2", "ひな形をお使いください。")]


def test_an_answer_that_names_somebody_reaches_nobody_else() -> None:
    world = World().joined()
    world.answer_head("あおいさんにはこちらです。")
    world.service.due()
    assert (world.answered, [(one.kind, one.person) for one in world.owed]) == ([], [("alike_apart", "U1")])
    told = world.service.composers["alike_apart"](world.owed[0])
    assert told is not None
    assert [part.text for part in told.reply.parts if isinstance(part, Quoted)] == [SECOND.text]


@pytest.mark.parametrize(
    "change", [{"h1": {"is_open": False}}, {"h2": {"is_open": False}}, {"h2": {"owner_id": "ito"}}]
)
def test_withdrawn_or_passed_on_they_stand_alone(change: Mapping[str, Mapping[str, object]]) -> None:
    world = World().joined()
    for id, values in change.items():
        world.handed[id] = replace(world.handed[id], **values)  # type: ignore[arg-type]
    assert world.service.due() == 1
    assert (world.joins, world.answered, world.owed) == ({}, [], [])


def test_they_are_taken_apart_until_the_answer_was_sent() -> None:
    world = World().joined()
    assert keys(world.press("join_apart", "h1")) == ["alike-apart"]
    assert not world.joins
    world.joined().answer_head("はい。")
    assert keys(world.press("join_apart", "h1")) == ["alike-answered-already"]
    assert world.joins


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        ("就業規則のひな形がほしい", True),
        ("就業規則の雛形がほしいのですが", True),
        ("補助金の申請はいつまでですか", False),
        ("就業", False),
    ],
)
def test_alike_by_characters(other: str, is_alike: bool) -> None:
    assert (likeness(FIRST.text, other, None) >= ALIKE) is is_alike


def test_vectors_find_other_words_and_hide_nothing() -> None:
    near, far = (1.0, 0.0), (0.0, 1.0)
    assert likeness("就業規則", "働き方の決まり", (near, near)) >= ALIKE
    assert likeness("就業規則", "就業規則", (near, far)) >= ALIKE
