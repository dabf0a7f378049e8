"""What arrives in a busy workspace, signed as Slack signs it: mostly people talking with each other.

Of all that arrives, `THREADS` is said in threads of channels without naming Minori (which has to look it up, for it may
have been asked there), `BUTTONS` are presses on answers that it has given, and the share of questions in direct
conversations is chosen; talk in channels, none of which is Minori's business, makes up the rest.
"""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import urlencode

from bot.adapters.document_readers import markdown
from bot.bench.slack_line import IDENTITY, now, signed
from bot.bootstrap import beyond_topics, bundled_files

Kind = Literal["talk", "thread", "question", "button"]
KINDS: tuple[Kind, ...] = ("talk", "thread", "question", "button")
THREADS = 0.10
BUTTONS = 0.05
PEOPLE, CHANNELS = 300, 40
BEYOND = 0.2
"""Of the questions, how many the guides do not answer."""
_FORM = "application/x-www-form-urlencoded"
_SAYINGS = (
    "明日の定例は10時からでお願いします",
    "見積もりを共有フォルダーに置きました。ご確認ください",
    "了解です、午後に伺います",
    "Thanks, I will have a look this afternoon.",
    "先週の展示会の写真です。担当の方はあとで感想をください。長くなりましたが、次回の搬入は二週間前までに決めましょう",
)


@dataclass(frozen=True, slots=True)
class Press:
    """A button of an answer, as it stands in the conversation."""

    channel: str
    message: str
    thread: str
    action_id: str
    value: str


@dataclass(frozen=True, slots=True)
class Posted:
    """One request. `item` is what Minori calls a question, "" for all else."""

    kind: Kind
    body: bytes
    headers: dict[str, str]
    item: str = ""


class Traffic:
    """Gives one request after the other; the same `seed` gives the same order of kinds."""

    def __init__(self, *, questions: float, seed: int = 1) -> None:
        self._chance = random.Random(seed)  # noqa: S311 — to repeat a run
        self._weights = (1 - THREADS - BUTTONS - questions, THREADS, questions, BUTTONS)
        self._known, self._beyond = _questions()
        self._number = 0

    def next(self, pressable: Sequence[Press]) -> Posted:
        """The next request; talk in the place of a button as long as there is none."""
        kind: Kind = self._chance.choices(KINDS, self._weights)[0]
        if kind == "button" and pressable:
            return self._button(self._chance.choice(pressable))
        return self.question() if kind == "question" else self._talk("thread" if kind == "thread" else "talk")

    def question(self) -> Posted:
        """A question in somebody's direct conversation."""
        asked = self._chance.choice(self._beyond if self._chance.random() < BEYOND else self._known)
        person = self._chance.randrange(PEOPLE)
        channel, ts = f"D0BENCH{person:04d}", self._ts()
        body = self._event(channel, "im", person, ts, asked)
        return Posted("question", body, signed(body), item=f"said:{channel}:{ts}")

    def _talk(self, kind: Kind) -> Posted:
        person, ts = self._chance.randrange(PEOPLE), self._ts()
        channel = f"C0BENCH{self._chance.randrange(CHANNELS):04d}"
        thread = f"1700000000.{self._chance.randrange(1000):06d}" if kind == "thread" else ""
        body = self._event(channel, "channel", person, ts, self._chance.choice(_SAYINGS), thread)
        return Posted(kind, body, signed(body))

    def _ts(self) -> str:
        self._number += 1
        return f"{int(now())}.{self._number % 1_000_000:06d}"

    def _event(self, channel: str, where: str, person: int, ts: str, text: str, thread: str = "") -> bytes:
        event = {
            "type": "message",
            "channel": channel,
            "channel_type": where,
            "user": _user(person),
            "text": text,
            "ts": ts,
            "event_ts": ts,
            **({"thread_ts": thread} if thread else {}),
        }
        body: dict[str, Any] = {
            "type": "event_callback",
            "team_id": IDENTITY.team_id,
            "api_app_id": "A0BENCH",
            "event_id": f"Ev{channel}{ts}",
            "event_time": int(now()),
            "authorizations": [{"enterprise_id": None, "team_id": IDENTITY.team_id, "user_id": IDENTITY.bot_user_id}],
            "event": event,
        }
        return json.dumps(body, ensure_ascii=False).encode()

    def _button(self, press: Press) -> Posted:
        self._number += 1
        moment = f"{now():.6f}"
        message = {"ts": press.message, "thread_ts": press.thread, "user": IDENTITY.bot_user_id}
        pressed = {"action_id": press.action_id, "block_id": "offers", "type": "button", "value": press.value}
        payload: dict[str, Any] = {
            "type": "block_actions",
            "user": {"id": _user(int(press.channel[-4:])), "team_id": IDENTITY.team_id},
            "team": {"id": IDENTITY.team_id},
            "trigger_id": f"{self._number}.{moment}",
            "container": {"type": "message", "message_ts": press.message, "channel_id": press.channel},
            "channel": {"id": press.channel},
            "message": message,
            "actions": [{**pressed, "action_ts": moment}],
        }
        body = urlencode({"payload": json.dumps(payload)}).encode()
        return Posted("button", body, {**signed(body), "Content-Type": _FORM})


def _user(person: int) -> str:
    return f"U0BENCH{person:04d}"


def _questions() -> tuple[list[str], list[str]]:
    """Ways of asking that the bundled guides know, and questions that they do not answer."""
    read = [markdown.read(file.content, encoding="utf-8") for file in bundled_files()]
    known = sorted({asked for document in read for block in document.blocks for asked in block.asked})
    return known, sorted({asked for topic in beyond_topics().values() for asked in topic.questions})
