"""Presses, forms and the command: where the reply goes, also when it is a reason, late, forged, or refused by Slack."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.core import actions
from bot.core.actions import SHOWN, Shown
from bot.core.messages import Asked, Field, Message, Offer, Opened, Pressed, Quoted, Reply, Request, Said
from tests.fakes.router import SAID, WHOLE, ScriptedRouter
from tests.platforms.slack import payloads
from tests.platforms.slack.desk_world import DeskWorld, Json, play
from tests.platforms.slack.local_slack import CHANNEL, OTHER, PERSON

pytestmark = pytest.mark.loopback
THANKS = Reply(parts=(Quoted(SAID[0], 0), Said(Message("rated-useful"))))
REASON = Reply(parts=(Said(Message("question-unknown")),), is_aside=True)
THANKED, REASONED = "ありがとうございます", "このご質問の記録"


def pressed(world: DeskWorld) -> list[Pressed]:
    return [one for one in world.router.asked if isinstance(one, Pressed)]


def of(reply: Reply) -> ScriptedRouter:
    return ScriptedRouter(lambda _: reply)


def form(world: DeskWorld, action: str, *, upon: tuple[str, str] = ("", ""), text: str = "お答えします。") -> Json:
    """A form of ours that was opened from a message, or from the page, and is sent."""
    view = world.sheet()
    carried = f'{{"reference":"h-1","conversation":"{upon[0]}","message":"{upon[1]}","thread":""}}'
    return payloads.submission(
        action,
        id=view.id,
        private_metadata=carried,
        state={"values": {"text": {"value": {"type": "plain_text_input", "value": text}}}},
    )


@pytest.mark.parametrize("channel", ["", CHANNEL], ids=["in the direct conversation", "in a channel"])
def test_a_reply_takes_the_place_of_its_message(channel: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前", channel=channel)
        await world.take(world.pressed(actions.HAND_OVER, upon=message))
        assert SAID[0] in message.text
        (one,) = pressed(world)
        assert (one.action, one.reference, one.place.conversation) == ("hand_over", "q-1", message.channel)
        assert one.place.present == frozenset({PERSON, OTHER} if channel else {PERSON})

    play(scenario, tmp_path, of(THANKS))


@pytest.mark.parametrize("channel", ["", CHANNEL], ids=["in the direct conversation", "in a channel"])
def test_a_reason_is_whispered_and_the_message_stays(channel: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え", channel=channel)
        for number, action in enumerate((actions.HAND_OVER, actions.RATE_OFF, actions.WITHDRAW, actions.LEAVE)):
            await world.take(world.pressed(action, upon=message, at=f"17637000{number:02}.1"))
        assert message.text == "前の答え"
        assert [REASONED in one.text for one in world.whispered()] == [True] * 4
        assert {one.ephemeral_to for one in world.whispered()} == {PERSON}

    play(scenario, tmp_path, of(REASON))


def test_in_a_channel_whoever_judges_is_thanked_alone(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え", channel=CHANNEL)
        await world.take(world.pressed(actions.RATE_USEFUL, upon=message))
        assert message.text == "前の答え"
        (whisper,) = world.whispered()
        assert THANKED in whisper.text
        assert SAID[0] not in whisper.text

    play(scenario, tmp_path, of(THANKS))


def test_a_sheet_is_opened_at_once_and_filled(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        view = world.sheet()
        message = world.posted("前の答え")
        await world.take(world.pressed(actions.SHOW_PASSAGE, "q-1:1", upon=message), view_id=view.id)
        assert SAID[0] in str(world.state.views[view.id].content)
        assert message.text == "前の答え"

    play(scenario, tmp_path, of(THANKS))


@pytest.mark.parametrize("is_on_the_page", [False, True])
def test_a_sheet_that_could_not_be_opened_is_not_passed_over_in_silence(is_on_the_page: bool, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        upon = None if is_on_the_page else world.posted("前の答え")
        item = await world.arrived(world.pressed(actions.ANSWER_FORM, upon=upon))
        world.restart()
        assert await world.take_up() == 1, item
        told = world.ours() if is_on_the_page else world.whispered()
        assert "もう一度ボタンを" in told[-1].text

    play(scenario, tmp_path, of(THANKS))


def test_a_sheet_that_was_closed_meanwhile_keeps_nothing_from_being_done(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        notice = world.posted("ご相談です")
        body = form(world, actions.ANSWER_SEND, upon=(notice.channel, notice.ts))
        world.state.views.clear()
        await world.take(body)
        assert THANKED in notice.text
        assert world.state.home(PERSON) is not None

    play(scenario, tmp_path, of(THANKS))


def test_a_form_that_was_sent_shows_what_came_of_it_everywhere(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        notice = world.posted("ご相談です")
        body = form(world, actions.ANSWER_SEND, upon=(notice.channel, notice.ts))
        await world.take(body)
        assert pressed(world)[0].values == {"text": "お答えします。"}
        assert THANKED in notice.text
        assert SAID[0] in str(world.state.views[body["view"]["id"]].content)
        assert world.state.home(PERSON) is not None

    play(scenario, tmp_path, of(THANKS))


AGAIN = Reply(
    parts=(Said(Message("question-unknown")), Field(name="text", label=Message("handover-label-answered"))),
    submit=Offer(actions.ANSWER_SEND, "h-1", Message("offer-useful")),
)


@pytest.mark.parametrize("reply", [REASON, AGAIN], ids=["a reason", "the form once more"])
def test_a_form_that_is_not_taken_leaves_its_message(reply: Reply, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        notice = world.posted("ご相談です")
        body = form(world, actions.ANSWER_SEND, upon=(notice.channel, notice.ts))
        await world.take(body)
        assert notice.text == "ご相談です"
        assert REASONED in str(world.state.views[body["view"]["id"]].content)

    play(scenario, tmp_path, of(reply))


def test_from_the_page_the_page_is_drawn_again_with_the_reason_on_top(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        for number, action in enumerate((actions.WITHDRAW, actions.LEAVE, actions.GUIDE_RETIRE)):
            await world.take(world.pressed(action, at=f"17637000{number:02}.1"))
            home = world.state.home(PERSON)
            assert home is not None
            assert REASONED in str(home.content["blocks"][0])
            assert len(home.content["blocks"]) > 1
        assert not world.ours()

    play(scenario, tmp_path, of(REASON))


def test_what_is_asked_from_the_page_is_answered_directly(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.pressed(actions.ASK, "ねじは?"))
        (one,) = pressed(world)
        assert one.place.conversation == world.dm
        assert one.place.is_direct
        assert len(world.ours()) == 1

    play(scenario, tmp_path)


FORGED = ["", "nonsense", "value", "ask_", "ASK", "x" * 250, "<!channel>", "answer_send.1"]


@pytest.mark.parametrize("action", FORGED)
def test_an_action_that_nobody_offered_reaches_the_router_and_is_answered_kindly(action: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え")
        await world.take(world.pressed(action, "x" * 2_000, upon=message))
        assert message.text == "前の答え"
        (whisper,) = world.whispered()
        assert REASONED in whisper.text
        sent = payloads.submission(action, id=world.sheet().id, private_metadata="not json", state=None)
        await world.take(sent)
        assert REASONED in str(world.state.views[sent["view"]["id"]].content)

    play(scenario, tmp_path, of(REASON))


@pytest.mark.parametrize("action", SHOWN)
def test_every_press_without_anything_in_it_ends_somewhere(action: str, tmp_path: Path) -> None:
    """No reference, no values: whatever the router says is seen by somebody."""

    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え")
        view_id = world.sheet().id if SHOWN[action] is Shown.SHEET else None
        body = world.pressed(action, "", upon=message)
        del body["actions"][0]["value"]
        await world.take(body, view_id=view_id)
        shown = [one.text for one in (*world.ours(), *world.whispered())]
        shown += [str(one.content) for one in world.state.views.values()]
        assert any(SAID[0] in one for one in shown)
        assert pressed(world)[0].reference == ""

    play(scenario, tmp_path, of(THANKS))


def test_a_command_is_answered_directly_and_once(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.desk.take(await world.arrived(payloads.command("ねじは?")))
        world.restart()
        assert await world.take_up() == 1
        (answer,) = world.ours()
        assert SAID[0] in answer.text
        assert not world.ours(CHANNEL)
        assert all("直接の会話" in one.text for one in world.whispered())
        asked = [one for one in world.router.asked if isinstance(one, Asked)]
        assert {(one.text, one.place.conversation, one.place.is_direct) for one in asked} == {
            ("ねじは?", world.dm, True)
        }

    play(scenario, tmp_path)


def test_a_command_is_read_as_a_message_is(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(payloads.command(f"<@{OTHER}|suzuki> と A &amp; B 社へ　来週水曜10時 "))
        (asked,) = world.router.asked
        assert isinstance(asked, Asked)
        assert asked.text == "@suzuki と A & B 社へ　来週水曜10時"

    play(scenario, tmp_path)


def test_a_page_that_is_turned_is_the_one_that_was_drawn(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.pressed(actions.TURN_PAGE, "meetings:2"))
        assert [type(one) for one in world.router.asked] == [Pressed]
        assert pressed(world)[0].reference == "meetings:2"
        home = world.state.home(PERSON)
        assert home is not None
        assert "2枚目" in str(home.content["blocks"])

    play(scenario, tmp_path, of(Reply(parts=(Quoted("2枚目"),))))


def test_an_empty_command_asks_for_help(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(payloads.command("  "))
        (asked,) = world.router.asked
        assert isinstance(asked, Asked)
        assert asked.text == "help"

    play(scenario, tmp_path)


def test_a_command_where_we_are_no_member_is_answered_all_the_same(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take({**payloads.command("ねじは?"), "channel_id": "C0NOWHERE"})
        assert len(world.ours()) == 1

    play(scenario, tmp_path)


def test_words_of_people_reach_no_markup(tmp_path: Path) -> None:
    attack = "<!channel> <@U0SUZUKI> <https://evil.example|押して> @here https://evil.example"
    reply = Reply(
        state="answered",
        title=Message("asked-offered", {"text": attack}),
        parts=(Quoted(attack, 0), Said(Message("handover-reply-sent", {"name": attack})), *WHOLE.parts),
    )

    async def scenario(world: DeskWorld) -> None:
        message = world.posted("前の答え", channel=CHANNEL)
        await world.take(world.pressed(actions.HAND_OVER, upon=message))
        await world.take(world.pressed(actions.ASK, "ねじは?", upon=message, at="1763700011.1"))
        await world.take(world.pressed(actions.LEAVE, at="1763700012.1"))
        surfaces = [one.text for one in world.ours(CHANNEL)]
        drawn = [*(block for one in world.ours(CHANNEL) for block in one.blocks)]
        home = world.state.home(PERSON)
        assert home is not None
        drawn += home.content["blocks"]
        for text in surfaces:
            assert "押して" in text
            assert "<!" not in text
            assert "<@" not in text
            assert "https://evil" not in text
        assert "'mrkdwn'" not in str(drawn)
        assert "'type': 'link'" not in str(drawn)
        assert "'type': 'user'" not in str(drawn)

    def script(request: Request) -> Reply:
        return reply

    play(scenario, tmp_path, ScriptedRouter(script))


def test_the_page_is_asked_for_as_the_person_who_pressed(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(world.pressed(actions.WITHDRAW))
        opened = [one for one in world.router.asked if isinstance(one, Opened)]
        assert [(one.address, one.place.present) for one in opened] == [(PERSON, frozenset({PERSON}))]

    play(scenario, tmp_path, of(THANKS))
