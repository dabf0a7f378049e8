"""What Slack sends, read into the pieces of a request."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND, RATE_USEFUL
from bot.core.messages import Field, Message, Offer, Reply
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.reading import (
    FileDropped,
    Press,
    Where,
    files_of,
    is_said_by_person,
    locale_of,
    mentions_of,
    pressed_of,
    private_of,
    submitted_of,
    text_of,
    where_of,
    where_said,
)
from tests.platforms.slack.payloads import BOT_USER, CHANNEL, DIRECT, mention, press, said, submission

NAMES = {"U0TANAKA": "田中"}


def read(text: str) -> str:
    return text_of({"type": "message", "text": text}, bot=BOT_USER, names=NAMES)


def test_a_press_is_the_action_the_reference_and_the_fields_around() -> None:
    body = press(
        "rate_useful.12", state={"values": {"reason": {"value": {"type": "plain_text_input", "value": "短い"}}}}
    )
    assert pressed_of(body) == Press("rate_useful", "q-1", {"reason": "短い"})


def test_what_is_drawn_as_a_button_is_read_as_the_same_press(sentences: FluentSentences) -> None:
    reply = Reply(offers=(Offer(RATE_USEFUL, "q-7", Message("offer-hand-over")),) * 2)
    drawn = SlackDrawing(sentences, "ja").message(reply).blocks
    assert [pressed_of({"actions": [button]}) for button in drawn[0]["elements"]] == [(RATE_USEFUL, "q-7", {})] * 2


def test_an_action_without_a_number_or_a_value_is_read_too() -> None:
    assert pressed_of({"actions": [{"action_id": "leave", "type": "button"}]}) == Press("leave", "", {})
    chosen = {"action_id": "turn_page.1", "type": "static_select", "selected_option": {"value": "2"}}
    assert pressed_of({"actions": [chosen], "state": None}) == Press("turn_page", "2", {})


def test_a_body_without_an_action_is_refused() -> None:
    with pytest.raises(ValueError, match="no action"):
        pressed_of({"type": "block_actions", "actions": []})


def test_a_sent_form_is_read() -> None:
    assert submitted_of(submission()) == Press("answer_send", "h-1", {"text": "お答えします。"})


def test_what_is_drawn_as_a_form_is_read_as_it_was_meant(sentences: FluentSentences) -> None:
    label = Message("offer-hand-over")
    form = Reply(parts=(Field(name="words", label=label),), submit=Offer(ANSWER_SEND, "h-7", label))
    view = SlackDrawing(sentences, "ja").sheet(form, private={"conversation": "D1", "thread": "1.2"})
    view["state"] = {
        "values": {view["blocks"][0]["block_id"]: {"value": {"type": "plain_text_input", "value": "はい"}}}
    }
    assert submitted_of({"view": view}) == Press(ANSWER_SEND, "h-7", {"words": "はい"})
    assert private_of({"view": view}) == {"conversation": "D1", "thread": "1.2"}


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"type": "plain_text_input", "value": None}, ""),
        ({"type": "radio_buttons", "selected_option": {"value": "u-1", "text": {}}}, "u-1"),
        ({"type": "static_select", "selected_option": None}, ""),
        ({"type": "datepicker", "selected_date": "2026-04-01"}, "2026-04-01"),
        ({"type": "timepicker", "selected_time": "09:30"}, "09:30"),
        ({"type": "users_select", "selected_user": "U1"}, "U1"),
    ],
)
def test_every_kind_of_input_is_read(element: dict[str, Any], value: str) -> None:
    assert submitted_of(submission(state={"values": {"it": {"value": element}}})).values == {"it": value}


@pytest.mark.parametrize("carried", ["", "nothing of ours", "[1]", "null", None])
def test_metadata_that_is_not_ours_is_no_metadata(carried: Any) -> None:
    body = submission(private_metadata=carried)
    assert submitted_of(body).reference == ""
    assert private_of(body) == {}


def test_where_a_button_stands() -> None:
    assert where_of(press()) == Where(DIRECT, "1763700000.000200", "")
    inside = {"type": "message", "channel_id": CHANNEL, "message_ts": "2.0", "thread_ts": "1.0"}
    assert where_of(press(container=inside)) == Where(CHANNEL, "2.0", "1.0")
    sheet = {"type": "block_actions", "container": {"type": "view", "view_id": "V1"}, "view": {}, "channel": None}
    assert where_of(sheet) == Where("", "", "")


def test_where_a_message_stands() -> None:
    assert where_said(said(thread_ts="1.0")["event"]) == Where(DIRECT, "1763700000.000100", "1.0")
    assert where_said(mention()["event"]) == Where(CHANNEL, "1763700000.000100", "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (f"<@{BOT_USER}> 名刺交換のあとは？", "名刺交換のあとは？"),
        (f"<@{BOT_USER}|minori>　補助金の締切は", "補助金の締切は"),
        (f"補助金の締切は <@{BOT_USER}>", "補助金の締切は"),
        ("<@U0TANAKA>さんに聞きました", "@田中さんに聞きました"),
        ("<@U0OTHER|佐藤>さんと", "@佐藤さんと"),
        ("<@U0OTHER>さんと", "さんと"),
        ("<https://example.jp/a?b=1&amp;c=2|募集要項>の3ページ", "募集要項の3ページ"),
        ("<https://example.jp/a?b=1&amp;c=2> を見て", "https://example.jp/a?b=1&c=2 を見て"),
        ("<mailto:a@example.jp|a@example.jp>", "a@example.jp"),
        ("<tel:0312345678>", "0312345678"),
        ("<#C012|総務>で", "#総務で"),
        ("<#C012>で", "で"),
        ("<!here> と <!subteam^S1|@役員>", "@here と @役員"),
        ("<!date^1392734382^{date}|2014年2月18日>まで", "2014年2月18日まで"),
        ("A &amp; B は 3 &lt; 5 &gt; 1", "A & B は 3 < 5 > 1"),
        ("&amp;lt; は記号", "&lt; は記号"),
        (" 一行目 \n 二行目 ", "一行目\n二行目"),
        ("", ""),
    ],
)
def test_marks_of_slack_become_words(text: str, words: str) -> None:
    assert read(text) == words


def test_rich_text_gives_the_words_without_marks() -> None:
    elements = [
        {
            "type": "rich_text_section",
            "elements": [
                {"type": "user", "user_id": BOT_USER},
                {"type": "text", "text": " 補助金の"},
                {"type": "text", "text": "締切", "style": {"bold": True}},
                {"type": "text", "text": "は？ & <急ぎ> "},
                {"type": "emoji", "name": "bow", "unicode": "1f647-200d-2642-fe0f"},
                {"type": "emoji", "name": "our_logo"},
                {"type": "user", "user_id": "U0TANAKA"},
                {"type": "user", "user_id": "U0OTHER"},
                {"type": "link", "url": "https://example.jp", "text": "要項"},
                {"type": "broadcast", "range": "here"},
            ],
        },
        {
            "type": "rich_text_list",
            "style": "ordered",
            "elements": [
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "一つ目"}]},
                {"type": "rich_text_section", "elements": [{"type": "text", "text": "二つ目"}]},
            ],
        },
        {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_section", "elements": []}]},
        {"type": "rich_text_quote", "elements": [{"type": "text", "text": "引用\n"}]},
    ]
    event = said("*…*", blocks=[{"type": "rich_text", "elements": elements}])["event"]
    first = "補助金の締切は？ & <急ぎ> \U0001f647\u200d\u2642\ufe0f:our_logo:@田中要項@here"
    assert text_of(event, bot=BOT_USER, names=NAMES).split("\n") == [first, "1. 一つ目", "2. 二つ目", "・", "引用"]


def test_other_blocks_leave_the_text_as_it_is() -> None:
    event = said("本文", blocks=[{"type": "section"}, {"type": "rich_text", "elements": []}])["event"]
    assert text_of(event, bot=BOT_USER) == "本文"


def test_mentions_are_found_once_each_in_order() -> None:
    event = said(f"<@{BOT_USER}> <@U0TANAKA|田中> <@U0SATO> <@{BOT_USER}> &lt;@U0NOBODY&gt;")["event"]
    assert mentions_of(event) == (BOT_USER, "U0TANAKA", "U0SATO")


@pytest.mark.parametrize(
    ("fields", "is_said"),
    [
        ({}, True),
        ({"subtype": "file_share"}, True),
        ({"subtype": "thread_broadcast"}, True),
        ({"subtype": "message_changed"}, False),
        ({"subtype": "message_deleted", "hidden": True}, False),
        ({"subtype": "channel_join"}, False),
        ({"subtype": "bot_message"}, False),
        ({"bot_id": "B1"}, False),
        ({"user": BOT_USER}, False),
        ({"user": None}, False),
    ],
)
def test_only_what_people_say_counts(fields: dict[str, Any], is_said: bool) -> None:
    assert is_said_by_person(said(**fields)["event"], bot=BOT_USER) is is_said


def test_files_are_named_with_where_to_fetch_them() -> None:
    files = [
        {"id": "F1", "name": "手引き.pdf", "size": 1234, "url_private_download": "https://files/F1/download"},
        {"id": "F2", "title": "要項", "size": None, "url_private": "https://files/F2"},
        {"id": "F3", "mode": "tombstone"},
        "odd",
    ]
    assert files_of(said(files=files)["event"]) == (
        FileDropped(id="F1", name="手引き.pdf", size=1234, url="https://files/F1/download"),
        FileDropped(id="F2", name="要項", size=0, url="https://files/F2"),
    )
    assert files_of(said()["event"]) == ()


@pytest.mark.parametrize(("locale", "expected"), [("ja-JP", "ja"), ("en-US", "en"), ("fr-FR", "en"), (None, "ja")])
def test_the_language_of_a_person(locale: str | None, expected: str) -> None:
    assert locale_of({"id": "U1", "locale": locale}) == expected


@pytest.mark.parametrize("body", [{}, {"view": None, "state": None, "container": None, "event": None}])
def test_a_body_with_nothing_in_it_breaks_nothing(body: dict[str, Any]) -> None:
    assert submitted_of(body) == Press("", "", {})
    assert where_of(body) == Where("", "", "")
    assert text_of(body, bot=BOT_USER) == ""
    assert json.dumps(private_of(body)) == "{}"
    assert not is_said_by_person(body, bot=BOT_USER)
