"""Every reply of nudges in both languages, drawn for Slack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.core import actions
from bot.core.messages import Locale, Reply
from bot.core.nudges.cadences import Matter
from bot.platforms.slack.drawing import SlackDrawing
from bot.resources import prompts_folder
from bot.workspace.blocks import validate_blocks, validate_view
from tests.unit.core.nudges.people import KATO, MORI, SATO, TANAKA, waiting
from tests.unit.core.nudges.telling import NINE, TUESDAY, bundle_of
from tests.unit.core.nudges.town_of_nudges import World

_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.fixture(scope="module")
def sentences() -> FluentSentences:
    return FluentSentences(prompts_folder() / "sentences")


def everything(locale: Locale) -> Iterator[Reply]:
    """Every reply that nudges give."""
    for matter in Matter:
        world = World(*(replace(one, locale=locale, name="A B") for one in (TANAKA, MORI, SATO, KATO)))
        tanaka, sato, kato = world.town.known["tanaka"], world.town.known["sato"], world.town.known["kato"]
        for number in range(11):
            world.wait_for(waiting(matter, TUESDAY - timedelta(days=number), subject=f"e{number}"))
        world.service.tick()
        # A meeting of long ago is not prepared any more.
        world.go_to(NINE if matter is Matter.PREPARE else NINE + timedelta(days=45))
        world.tick()
        yield from (one.reply for one in world.reached)
        bundle = bundle_of(world)
        for item in bundle.items:
            yield world.press(actions.NUDGE_WHY, f"{bundle.id}:{item.ordinal}", tanaka)
        yield world.press(actions.NUDGE_MUTE, f"{bundle.id}:1", tanaka)
        yield world.press(actions.NUDGE_UPCOMING, "1", tanaka)
        yield world.press(actions.NUDGE_SETTINGS, "-", tanaka)
        yield world.press(actions.NUDGE_UNMUTE, f"{bundle.id}:1", tanaka)
        yield world.press(actions.NUDGE_SETTINGS_SEND, "-", tanaka, pace="normal", time_1="05:00")
        yield world.press(actions.NUDGE_SETTINGS_SEND, "-", tanaka, pace="fuller", time_1="09:00", pause="2027-12-01")
        yield Reply(parts=tuple(world.service.home_parts(tanaka)))
        yield Reply(parts=(*world.service.home_parts(sato), *world.service.heartbeat_parts(kato)))
        yield world.press(actions.CADENCE_FORM, "-", sato)
        yield world.press(actions.CADENCE_SEND, "-", sato, company="aoi", stage="trial", cadence="trial")
    yield World().service.upcoming(tanaka)


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_has_its_words_and_its_room(sentences: FluentSentences, locale: Locale) -> None:
    drawing = SlackDrawing(sentences, locale)
    for reply in everything(locale):
        if reply.submit or reply.title:
            validate_view(drawing.sheet(reply, private={}))
        if not reply.submit:
            drawn = drawing.message(reply)
            validate_blocks(drawn.blocks, "message")
            assert drawn.cut == ()
        if locale == "en":
            words = str(drawing.message(replace(reply, submit=None, parts=reply.parts)).blocks)
            found = _JAPANESE.findall(
                words.replace("さん", "").replace("あおい精機", "").replace("名刺交換", "").replace("実証", "")
            )
            assert not found, words
