"""How an encounter stands for somebody who is reminded of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.core.messages import Said
from bot.core.people import Member
from bot.core.scheduled import Standing
from tests.unit.core.meetings.chat.desk import Desk
from tests.unit.core.meetings.office import TANAKA


def stands(
    desk: Desk,
    matter: str,
    step: int = 0,
    member: Member = TANAKA,
    since: datetime | None = None,
    kind: str = "encounter",
    id: str = "e1",
) -> Standing | None:
    return desk.chat.standings[kind](id, matter, step, member, since or desk.clock.now())


def standing(desk: Desk, matter: str, step: int = 0, **given: object) -> Standing:
    found = stands(desk, matter, step, **given)  # type: ignore[arg-type]
    assert found is not None
    return found


def asked(one: Standing) -> str:
    assert one.ask is not None
    return one.ask.key


def said_keys(one: Standing) -> list[str]:
    return [part.message.key for part in one.done if isinstance(part, Said)]


def actions_of(one: Standing) -> list[str]:
    return [offer.action for offer in one.offers]


def later_than(desk: Desk) -> datetime:
    return desk.clock.now() + timedelta(seconds=1)
