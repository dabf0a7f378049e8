"""Somebody was told of some encounters; and what a reply holds, for the tests of what nudges say."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.core.messages import Field, Item, Reply, Said
from bot.core.nudges.models import Bundle
from bot.core.people import Member
from tests.unit.core.nudges.people import KATO, MORI, SATO, TANAKA, waiting
from tests.unit.core.nudges.town_of_nudges import World

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TUESDAY = NINE.date()


def told(count: int = 1, *, member: Member = TANAKA, matter: str = "next_step") -> World:
    """A world in which somebody was told of some encounters."""
    world = World(member, MORI, SATO, KATO)
    for number in range(1, count + 1):
        world.wait_for(waiting(matter, TUESDAY, subject=f"e{number}"))
    world.go_to(NINE)
    assert world.tick() == 1
    return world


def bundle_of(world: World) -> Bundle:
    return world.reached[0].bundle


def items(reply: Reply) -> list[Item]:
    return [part for part in reply.parts if isinstance(part, Item)]


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def values(reply: Reply) -> dict[str, str]:
    return {part.name: part.initial for part in reply.parts if isinstance(part, Field)}
