"""Runs a public sample app, unchanged, in the local workspace, does what a person would do, and says what came back.

    python -m tests.contracts.slack_types.samples NAME FOLDER

js-starter              slack-samples/bolt-js-starter-template
js-getting-started      slackapi/bolt-js-getting-started-app
python-starter          slack-samples/bolt-python-starter-template
python-getting-started  slackapi/bolt-python-getting-started-app
python-assistant        slack-samples/bolt-python-assistant-template
js-assistant            slack-samples/bolt-js-assistant-template

FOLDER is a checkout, with its npm packages installed where it is JavaScript. An app that does not read SLACK_API_URL is
started by a few lines that set the address of the Web API before it runs; the assistant gets a stand-in for its model.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.contracts.slack_types.stage import BOT, GENERAL, SATO, Stage, connected, python, stage

# The default address is bound when the class is made, so it is set where every client passes.
AT_THE_ADDRESS = """
import functools, os, runpy, sys, types
from slack_sdk import WebClient
WebClient.__init__ = functools.partialmethod(WebClient.__init__, base_url=os.environ["SLACK_API_URL"])
sys.path.insert(0, os.getcwd())
thing = types.SimpleNamespace
given = lambda **_: thing(choices=[thing(message=thing(content="a model said so"))])
client = thing(chat=thing(completions=thing(create=given)))
sys.modules["openai"] = thing(OpenAI=lambda **_: client)
runpy.run_path("app.py", run_name="__main__")
"""
JS_AT_THE_ADDRESS = """
const bolt = require('@slack/bolt');
class App extends bolt.App {
  constructor(options) { super({ ...options, clientOptions: { slackApiUrl: process.env.SLACK_API_URL } }); }
}
require.cache[require.resolve('@slack/bolt')].exports = { ...bolt, App };
require(require('node:path').resolve('app.js'));
"""


async def starter(scene: Stage) -> None:
    """Message, Home, command, shortcut → modal → button → modal updated → submitted."""
    scene.say("hello there")
    told("a message is answered", (await scene.answer("how are you?")).text)
    await scene.workspace.delivery.home_opened(SATO, "home")
    home = await scene.until(lambda: scene.workspace.state.home(SATO), "Home")
    told("Home is published", home.content["blocks"][0]["text"]["text"])
    told("the command is acknowledged", await scene.workspace.delivery.slash(SATO, GENERAL, "/sample-command", "x"))
    told("and answered by its response_url", (await scene.answer("Responding to the sample command")).text)
    told("the shortcut is acknowledged", await scene.workspace.delivery.shortcut(SATO, "sample_shortcut_id"))
    opened = await scene.modal("Sample modal title")
    told("its modal is open", opened.id)
    told("its button is acknowledged", await scene.press(opened, "sample_action_id"))
    updated = await scene.until(
        lambda: (
            view
            if (view := scene.workspace.state.stack(SATO)[-1]).content["title"]["text"].startswith("Update")
            else None
        ),
        "updated modal",
    )
    told("the modal is updated", updated.content["title"]["text"])
    values = {
        "input_block_id": {"sample_input_id": {"type": "plain_text_input", "value": "よい出会い"}},
        "select_channel_block_id": {
            "sample_dropdown_id": {"type": "conversations_select", "selected_conversation": GENERAL}
        },
    }
    told("its submission is acknowledged", await scene.workspace.delivery.submit_view(SATO, updated.id, values))
    told("and answered in the channel chosen", (await scene.answer("よい出会い")).text)


async def getting_started(scene: Stage) -> None:
    """Message with a button, and its press."""
    scene.say("hello")
    greeting = await scene.answer("Hey there")
    told("a message is answered, with a button", greeting.text)
    told("the button is acknowledged", await scene.press(greeting, "button_click"))
    told("and answered", (await scene.answer("clicked the button")).text)


async def assistant(scene: Stage) -> None:
    """A question in a thread of the direct message: status, the thread read, an answer."""
    channel = scene.workspace.state.im_between(SATO, BOT)
    root = scene.say("はじめまして", channel.id)
    scene.say("What does Slack stand for?", channel.id, thread_ts=root.ts)
    told("a question in a thread is answered", (await scene.answer("a model said")).text)
    statuses = [change.data for change in scene.changes if change.kind == "status"]
    told("the status was shown and taken away", [one.get("text") for one in statuses])


async def thinking(scene: Stage) -> None:
    """A question in a thread: a stream of text and of a plan's tasks, then feedback."""
    state = scene.workspace.state
    channel = state.im_between(SATO, BOT)
    root = scene.say("はじめまして", channel.id)
    scene.say("Wonder a few deep thoughts.", channel.id, thread_ts=root.ts)
    done = await scene.until(
        lambda: next((one for one in state.thread(channel.id, root.ts) if one.user == BOT and not one.streaming), None),
        "end of the stream",
    )
    told("the stream has ended", done.markdown)
    told("with blocks", [block["type"] for block in done.blocks])
    told("feedback is acknowledged", await scene.press(done, "feedback", value="good-feedback"))
    told("and answered to the person alone", (await scene.answer("found this useful")).ephemeral_to)


SAMPLES: dict[str, tuple[list[str], Callable[[Stage], Awaitable[None]]]] = {
    "js-starter": (["node", "app.js"], starter),
    "js-getting-started": (["node", "-e", JS_AT_THE_ADDRESS], getting_started),
    "python-starter": ([python(), "-c", AT_THE_ADDRESS], starter),
    "python-getting-started": ([python(), "-c", AT_THE_ADDRESS], getting_started),
    "js-assistant": (["node", "app.js"], thinking),
    "python-assistant": ([python(), "-c", AT_THE_ADDRESS], assistant),
}


def told(what: str, seen: object) -> None:
    print(f"{what}: {seen}")  # noqa: T201 — a script


async def run(name: str, folder: Path) -> None:
    command, play = SAMPLES[name]
    # A model's library wants a key to be made; no model is asked.
    async with stage(command, folder, more={"OPENAI_API_KEY": "none"}) as scene:
        await connected(scene)
        await play(scene)
    wrong = [line for line in scene.printed if "rror" in line and "error=None" not in line]
    told("lines of the app's log that speak of an error", wrong)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1], Path(sys.argv[2])))
