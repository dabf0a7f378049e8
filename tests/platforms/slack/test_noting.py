"""The menu of a message: its words with names in them, and a sheet for whoever chose it, wherever it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.core.actions import ANSWER_SEND, NOTE_MESSAGE
from bot.core.messages import Field, Message, Offer, Pressed, Reply
from bot.platforms.slack.noting import named_in, noted_of, words_of
from tests.fakes.router import ScriptedRouter
from tests.platforms.slack import payloads
from tests.platforms.slack.desk_world import DeskWorld, Json, play
from tests.platforms.slack.local_slack import BOT_USER, CHANNEL, OTHER, PERSON

NAMES = {OTHER: "鈴木 一郎"}
TYPED = {
    "type": "rich_text",
    "elements": [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "user", "user_id": OTHER},
                {"type": "text", "text": " さん、"},
                {"type": "text", "text": "来週水曜10時", "style": {"bold": True}},
                {"type": "text", "text": "にサンプルを送ります"},
                {"type": "emoji", "name": "bow", "unicode": "1f647"},
            ],
        }
    ],
}


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ({"text": f"<@{OTHER}> さんへ &lt;至急&gt;"}, "@鈴木 一郎 さんへ <至急>"),
        ({"text": f"<@{BOT_USER}> 見積りを送る <@U0NOBODY>"}, "見積りを送る"),
        ({"text": "<https://example.jp|資料> を見る"}, "資料 を見る"),
        ({"text": "落ちた文", "blocks": [TYPED]}, "@鈴木 一郎 さん、来週水曜10時にサンプルを送ります🙇"),
        (
            {
                "text": "",
                "blocks": [
                    {"type": "header", "text": {"type": "plain_text", "text": "訪問の記録"}},
                    {"type": "section", "text": {"type": "mrkdwn", "text": "A &amp; B"}, "fields": [{"text": "欄"}]},
                    {"type": "divider"},
                    {"type": "context", "elements": [{"type": "mrkdwn", "text": "11/27"}]},
                    {"type": "actions", "elements": [{"type": "button", "text": {"text": "開く"}}]},
                    TYPED,
                ],
            },
            "訪問の記録\nA & B\n欄\n11/27\n@鈴木 一郎 さん、来週水曜10時にサンプルを送ります🙇",
        ),
        ({"text": "", "attachments": [{"fallback": "予定: 面談"}]}, "予定: 面談"),
        ({"text": "", "files": [{"name": "a.pdf", "title": "図面"}]}, "図面"),
        ({"text": "our\u2060@word"}, "our@word"),
        ({}, ""),
        ({"blocks": "odd", "text": None, "attachments": [1], "files": None}, ""),
    ],
)
def test_the_words_of_a_message(message: Json, words: str) -> None:
    assert words_of(message, bot=BOT_USER, names=NAMES) == words


def test_who_is_asked_after_by_name() -> None:
    body = payloads.shortcut(text=f"<@{OTHER}> と <@{OTHER}>", blocks=[TYPED])
    assert named_in(body) == (PERSON, OTHER)
    many = payloads.shortcut(text=" ".join(f"<@U{number}>" for number in range(100)))
    assert len(named_in(many)) == 20


def noted(url: str = "https://minori.slack.com/", **message: Any) -> Json:
    body = payloads.shortcut(**message)
    return dict(noted_of(body, bot=BOT_USER, url=url, names={PERSON: "佐藤 花子"}).values)


def test_what_is_known_of_a_message() -> None:
    assert noted() == {
        "text": "来週お送りします",
        "by": PERSON,
        "by_name": "佐藤 花子",
        "said_at": "2025-11-20T00:53:20+00:00",
        "permalink": f"https://minori.slack.com/archives/{CHANNEL}/p1763600000000200",
    }


def test_in_a_thread_the_address_says_so() -> None:
    address = noted(thread_ts="1763500000.000100")["permalink"]
    assert address.endswith(f"/p1763600000000200?thread_ts=1763500000.000100&cid={CHANNEL}")


def test_what_is_not_known_is_empty() -> None:
    told = noted(url="", user=None, bot_profile={"name": "予定表"})
    assert (told["by"], told["by_name"], told["permalink"]) == ("", "予定表", "")
    without = noted_of({"callback_id": "note_message"}, bot=BOT_USER, url="https://a", names={})
    assert set(without.values.values()) == {""}


FORM = Reply(
    parts=(Field(name="text", label=Message("handover-label-answered")),),
    submit=Offer(ANSWER_SEND, "h-1", Message("offer-useful")),
)


@pytest.mark.loopback
@pytest.mark.parametrize("where", [CHANNEL, "ours", "theirs"])
def test_its_sheet_is_filled_for_the_person_alone_and_the_message_stays(where: str, tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        channel = {"ours": world.dm, "theirs": "D0THEIRS"}.get(where, where)
        body = payloads.shortcut() | {"channel": {"id": channel, "name": "somewhere"}}
        view = world.sheet()
        item = await world.take(body, view_id=view.id)
        assert item.name == NOTE_MESSAGE
        (asked,) = world.router.asked
        assert isinstance(asked, Pressed)
        assert (asked.action, asked.address, asked.place.conversation) == (NOTE_MESSAGE, PERSON, channel)
        assert asked.place.is_direct is (where == "ours")
        assert asked.place.present == {
            CHANNEL: frozenset({PERSON, OTHER}),
            "ours": frozenset({PERSON}),
            "theirs": None,
        }.get(where)
        assert asked.values["by_name"] == "佐藤 花子"
        filled = world.state.views[view.id].content
        assert [block["type"] for block in filled["blocks"]] == ["input"]
        assert not world.ours() + world.ours(CHANNEL) + world.whispered()

    play(scenario, tmp_path, ScriptedRouter(lambda _: FORM))


@pytest.mark.loopback
def test_where_the_sheet_could_not_be_opened_it_is_said_directly(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        await world.take(payloads.shortcut() | {"channel": {"id": "C0PRIVATE", "name": "privategroup"}})
        (said,) = world.ours()
        assert "もう一度" in said.text

    play(scenario, tmp_path, ScriptedRouter(lambda _: FORM))


@pytest.mark.loopback
def test_the_form_of_such_a_sheet_changes_no_message(tmp_path: Path) -> None:
    async def scenario(world: DeskWorld) -> None:
        message = world.state.say(OTHER, CHANNEL, "来週お送りします")
        view = world.sheet()
        await world.take(payloads.shortcut(ts=message.ts) | {"message_ts": message.ts}, view_id=view.id)
        carried = world.state.as_api_view(world.state.views[view.id])["private_metadata"]
        await world.take(payloads.submission(id=view.id, private_metadata=carried))
        assert "chat.update" not in world.client.calls
        assert message.text == "来週お送りします"

    play(scenario, tmp_path, ScriptedRouter(lambda _: FORM))
