"""An app made with Slack's own library for JavaScript (npm @slack/bolt) in the workspace, over sockets and HTTP."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.workspace.seed import AppCredentials, SeedUser
from tests.contracts.slack_types.npm import HERE, installed, strangers, type_check
from tests.contracts.slack_types.stage import BOT, GENERAL, MILLER, SATO, Stage, connected, stage

pytestmark = [strangers, pytest.mark.loopback]

Play = Callable[[Stage], Awaitable[None]]


def play(act: Play, *, http: bool = False) -> Stage:
    """Start the app in a workspace, act, and return what happened. Fails where the app met an error."""

    async def run() -> Stage:
        modules = installed()
        port = _free_port()
        url = f"http://127.0.0.1:{port}/slack/events"
        app = replace(AppCredentials(), event_url=url, interactivity_url=url) if http else None
        more = {"NODE_PATH": str(modules / "node_modules"), "PORT": str(port), "MODE": "http" if http else "socket"}
        async with stage(["node", str(HERE / "bolt_app.cjs")], modules, app=app, more=more) as scene:
            await scene.until(lambda: "READY" in scene.printed or None, "start of the app")
            if http:
                await scene.workspace.delivery.set_urls(url, url)
            else:
                await connected(scene)
            await act(scene)
        return scene

    scene = asyncio.run(run())
    assert [line for line in scene.printed if line.startswith("FAILED")] == []
    return scene


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


async def messages(scene: Stage) -> None:
    scene.say("hello")
    said = await scene.answer(f"Hello <@{SATO}>")
    assert said.channel == GENERAL
    scene.say("@Stranger are you there")
    mentioned = await scene.answer(f"mentioned by <@{SATO}>")
    assert mentioned.thread_ts is not None
    dm = scene.workspace.state.im_between(MILLER, BOT)
    scene.workspace.state.say(MILLER, dm.id, "hello")
    assert (await scene.answer(f"Hello <@{MILLER}>")).channel == dm.id


async def buttons(scene: Stage) -> None:
    scene.say("hello")
    said = await scene.answer("Hello")
    assert (await scene.press(said, "go"))["ok"]
    pressed = await scene.answer("pressed once")
    assert pressed.ts == said.ts


CHOICES: dict[str, dict[str, Any]] = {
    "one": {"selected_option": {"text": {"type": "plain_text", "text": "甲"}, "value": "k"}},
    "several": {"selected_options": [{"text": {"type": "plain_text", "text": "甲"}, "value": "k"}]},
    "found": {"selected_option": {"text": {"type": "plain_text", "text": "あ!"}, "value": "f"}},
    "user": {"selected_user": MILLER},
    "conversation": {"selected_conversation": GENERAL},
    "channel": {"selected_channel": GENERAL},
    "more": {"selected_option": {"text": {"type": "plain_text", "text": "乙"}, "value": "o"}},
    "boxes": {"selected_options": [{"text": {"type": "plain_text", "text": "乙"}, "value": "o"}]},
    "radio": {"selected_option": {"text": {"type": "plain_text", "text": "甲"}, "value": "k"}},
    "date": {"selected_date": "2030-01-31"},
    "time": {"selected_time": "09:30"},
    "feedback": {"value": "+"},
}


async def choices(scene: Stage) -> None:
    scene.say("hello")
    said = await scene.answer("Hello")
    offered = await scene.workspace.delivery.options(SATO, said, "row", "found", "あ")
    assert offered["options"][0]["text"]["text"] == "あ!"
    for action_id, chosen in CHOICES.items():
        assert (await scene.press(said, action_id, **chosen))["ok"]
        await scene.answer(f"chosen: {action_id}")


def _form(text: str) -> dict[str, Any]:
    return {
        "q": {"text": {"type": "plain_text_input", "value": text}},
        "d": {"day": {"type": "datepicker", "selected_date": None}},
    }


async def modals(scene: Stage) -> None:
    scene.say("hello")
    said = await scene.answer("Hello")
    await scene.press(said, "open_form")
    form = await scene.modal("相談")
    refused = await scene.workspace.delivery.submit_view(SATO, form.id, _form("wrong"))
    assert refused["errors"] == {"q": "短すぎます"}
    taken = await scene.workspace.delivery.submit_view(SATO, form.id, _form("よい質問"))
    assert taken["ok"]
    assert "errors" not in taken
    await scene.answer("form: よい質問 (kept)")
    assert scene.workspace.state.stack(SATO) == []
    assert (await scene.workspace.delivery.shortcut(SATO, "everywhere"))["ok"]
    await scene.workspace.delivery.close_view(SATO, (await scene.modal("相談")).id, cleared=True)
    await scene.answer("closed: true")


async def the_rest(scene: Stage) -> None:
    delivery, state = scene.workspace.delivery, scene.workspace.state
    await delivery.home_opened(SATO, "home")
    home = await scene.until(lambda: state.home(SATO), "Home")
    assert home.content["blocks"][0]["text"]["text"] == f"home of <@{SATO}>"
    assert (await delivery.slash(SATO, GENERAL, "/ask", "いつ"))["ok"]
    await scene.answer("asked: いつ")
    assert (await delivery.shortcut(SATO, "this_message", scene.say("これ")))["ok"]
    await scene.answer("shortcut on これ")
    scene.say("whisper")
    assert (await scene.answer("only for you")).ephemeral_to == SATO
    scene.say("status")
    await scene.answer("looked")
    assert "looking" in [change.data.get("text") for change in scene.changes if change.kind == "status"]
    scene.say("upload")
    await scene.until(lambda: next((c for c in scene.changes if c.kind == "file" and c.data["shared"]), None), "file")
    scene.say("bad blocks")
    await scene.answer("invalid_blocks: [ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]")


async def streaming(scene: Stage) -> None:
    root = scene.say("stream")
    done = await scene.until(
        lambda: next((m for m in scene.workspace.state.thread(GENERAL, root.ts)[1:] if not m.streaming), None), "stream"
    )
    assert done.markdown == "one **two** three"
    assert done.blocks[-1]["type"] == "context_actions"
    # What the app is told of the end comes a little later, and is one of the payloads.
    await scene.until(partial(_printed, scene, '"message_changed"'), "event of the end of the stream")


async def comings_and_goings(scene: Stage) -> None:
    state = scene.workspace.state
    said = scene.say("first")
    state.update_message(said, text="second", edited_ts=state.next_ts())
    state.delete_message(said)
    state.leave(GENERAL, MILLER)
    state.join(GENERAL, MILLER, SATO)
    state.add_user(SeedUser(id="U0SUZUKI", name="suzuki", real_name="鈴木 一"))
    names = ("message_changed", "message_deleted", "member_left_channel", "member_joined_channel", "team_join")
    for name in names:
        await scene.until(partial(_printed, scene, f'"{name}"'), name)


def _printed(scene: Stage, part: str) -> str | None:
    return next((line for line in scene.printed if part in line), None)


EVERYTHING = (messages, buttons, choices, modals, streaming, the_rest, comings_and_goings)


@pytest.mark.parametrize("act", EVERYTHING)
def test_over_a_socket(act: Play) -> None:
    play(act)


@pytest.mark.parametrize("act", [messages, buttons, choices, modals])
def test_over_signed_http(act: Play) -> None:
    play(act, http=True)


# How Bolt's types name what the app is given.
KINDS = {
    "event_callback": "EnvelopedEvent<SlackEvent>",
    "block_actions": "BlockAction",
    "block_suggestion": "BlockSuggestion",
    "view_submission": "ViewSubmitAction",
    "view_closed": "ViewClosedAction",
    "shortcut": "GlobalShortcut",
    "message_action": "MessageShortcut",
}
# Slack's payloads have it and Bolt's types do not: a user's `username` beside the `name` here …
NAMED_TWICE = {"block_suggestion", "view_submission", "view_closed"}
# … and `null` where the types only know an absent field.
ABSENT = {"enterprise", "context_enterprise_id"}
# Fields of an app's message, of one that shares a file, and of a file: in the reference, not in the types (which have
# `streaming_state` where the subtype is bot_message, as no app's message is any more).
APP_FIELDS = ("app_id", "streaming_state")
FILE_SHARE_FIELDS = ("team", "bot_id", "bot_profile", *APP_FIELDS)
FILE_FIELDS = ("timestamp", "user_team", "file_access", "ims")
UNDEFINED = "!undefined"


def test_every_payload_has_slacks_types(tmp_path: Path) -> None:
    printed = [line for act in EVERYTHING for line in play(act).printed]
    payloads = [json.loads(line.removeprefix("PAYLOAD ")) for line in printed if line.startswith("PAYLOAD ")]
    named = [(KINDS.get(payload.get("type"), "SlashCommand"), _as_typed(payload)) for payload in payloads]
    assert {kind for kind, _ in named} == {*KINDS.values(), "SlashCommand"}
    bolts = ", ".join(["EnvelopedEvent", *(kind for kind in KINDS.values() if "<" not in kind), "SlashCommand"])
    lines = [
        "import type { SlackEvent } from '@slack/types';",
        f"import type {{ {bolts} }} from '@slack/bolt';",
        *(f"export const given{number}: {kind} = {text};" for number, (kind, text) in enumerate(named)),
    ]
    found = type_check("\n".join(lines) + "\n", tmp_path)
    assert not found, "\n\n".join(f"{message}\n{named[line - 3][1]}" for line, message in found)


def _as_typed(payload: dict[str, Any]) -> str:
    """The payload in TypeScript, without what the types leave out on purpose or by age."""
    payload = {name: value for name, value in payload.items() if name not in ABSENT or value is not None}
    if payload.get("type") in NAMED_TWICE:
        payload["user"] = {name: value for name, value in payload["user"].items() if name != "username"}
    event = payload.get("event", {})
    for inner in (event.get("message"), event.get("previous_message")):
        if (
            inner is not None
        ):  # a message within an event has no such fields in the reference, and has them in the types
            inner |= {name: event[name] for name in ("channel", "channel_type", "event_ts")}
            for name in APP_FIELDS:
                inner.pop(name, None)
    for name in FILE_SHARE_FIELDS if event.get("subtype") == "file_share" else APP_FIELDS:
        event.pop(name, None)
    for file in event.get("files", []):
        for name in FILE_FIELDS:
            del file[name]
    return json.dumps(_with_subtypes(payload)).replace(f'"{UNDEFINED}"', "undefined")


def _with_subtypes(value: Any) -> Any:
    """The types want the key `subtype` with the value undefined in a plain message, which JSON cannot carry."""
    if isinstance(value, list):
        return [_with_subtypes(one) for one in value]
    if not isinstance(value, dict):
        return value
    plain = {"subtype": UNDEFINED} if value.get("type") == "message" and "channel_type" in value else {}
    return plain | {name: _with_subtypes(one) for name, one in value.items()}
