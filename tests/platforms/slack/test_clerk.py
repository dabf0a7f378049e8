"""Between Slack and the router: what is said beside an answer, apologies, and what Slack does not let us say."""

from __future__ import annotations

from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.core import actions
from bot.core.messages import Locale, Message, Reply, Said
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack import payloads
from tests.platforms.slack.desk_world import DeskWorld, play
from tests.platforms.slack.local_slack import CHANNEL, PERSON

pytestmark = pytest.mark.loopback
SORRY = {"ja": "申し訳ありません", "en": "Sorry"}
REPLY = Reply(parts=(Said(Message("courtesy-thanks")),))


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_whoever_cannot_be_taken_in_is_told_so_wherever_they_are(locale: Locale, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.state.users[PERSON].locale = "en-US" if locale == "en" else "ja-JP"
        event = world.said()
        await world.desk.apologise(event, view_id=None)
        (said,) = world.ours()
        assert SORRY[locale] in said.text
        assert said.thread_ts == event["event"]["ts"]
        await world.desk.apologise(world.pressed(actions.RATE_OFF, upon=said), view_id=None)
        await world.desk.apologise(payloads.command("x"), view_id=None)
        assert [SORRY[locale] in one.text for one in world.whispered()] == [True, True]
        await world.desk.apologise(world.pressed(actions.WITHDRAW), view_id=None)
        assert SORRY[locale] in world.ours()[-1].text
        view = world.sheet()
        await world.desk.apologise(payloads.submission(id=view.id), view_id=view.id)
        assert SORRY[locale] in str(world.state.views[view.id].content)

    play(scenario, tmp_path)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "rate_limit"])
def test_an_apology_that_cannot_be_said_raises_nothing(fault: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        at_once = {"retry_after": 0} if fault == "rate_limit" else {}
        getattr(world.faults, fault)("*", times=20, **at_once)
        for body in (world.said(), world.pressed(actions.WITHDRAW), payloads.command("x"), {}, {"user": None}):
            await world.desk.apologise(body, view_id=None)
        await world.desk.apologise(payloads.submission(), view_id="V0NOWHERE")

    play(scenario, tmp_path)


@pytest.mark.parametrize("fault", ["server_error", "accept_then_hang_up", "lose_response"])
def test_a_sheet_that_slack_does_not_open_is_none(fault: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        getattr(world.faults, fault)("views.open")
        assert await world.desk.open_sheet(payloads.press("show_passage.1")) is None
        assert await world.desk.open_sheet({"trigger_id": "forged"}) is None
        assert await world.desk.open_sheet({}) is None

    play(scenario, tmp_path)


def test_a_sheet_opens_in_the_language_that_was_last_spoken(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        before = world.desk.acknowledgement(payloads.submission())
        await world.take(world.said())
        after = world.desk.acknowledgement(payloads.submission())
        assert "少々お待ち" in str(before), "before anything is known"
        assert "One moment" in str(after)

    play(scenario, tmp_path, ScriptedRouter(locales={PERSON: "en"}))


def test_a_whisper_is_for_one_and_a_failing_one_is_written_down(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        clerk = world.desk._clerk
        await clerk.whisper(CHANNEL, "", PERSON, "ja", REPLY)
        (whisper,) = world.whispered()
        assert whisper.ephemeral_to == PERSON
        await clerk.whisper("", "", PERSON, "ja", REPLY)
        assert len(world.ours()) == 1
        with capture_logs() as logs:
            await clerk.whisper("C0NOWHERE", "", PERSON, "ja", REPLY)
        assert [(one["event"], one["reason"]) for one in logs] == [("not_whispered", "channel_not_found")]

    play(scenario, tmp_path)


def test_what_slack_refuses_for_good_is_not_tried_again_and_an_operator_sees_it(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        world.state.channel(CHANNEL).is_archived = True
        message = world.posted("前", channel=CHANNEL)
        with capture_logs() as logs:
            await world.take(world.pressed(actions.HAND_OVER, upon=message))
        refusals = [one for one in logs if one["event"] == "slack_refused"]
        assert [one["log_level"] for one in refusals] == ["error"]
        assert "ねじ" not in str(logs), "logs carry nothing that anybody said"

    play(scenario, tmp_path)
