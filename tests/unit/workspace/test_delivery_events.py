"""Which events a change in the workspace is, and what they say."""

from __future__ import annotations

import base64
import json
from dataclasses import replace

import pytest

from bot.workspace.delivery.events import events_of, wrapped
from bot.workspace.records import Change, Json
from bot.workspace.seed import AppCredentials, SeedUser
from bot.workspace.state import WorkspaceState
from tests.unit.workspace.delivery_host import BOT, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM, SEED


class Told:
    """A workspace, and the events of everything that happens in it."""

    def __init__(self, app: AppCredentials | None = None) -> None:
        self.state = WorkspaceState(SEED, app)
        self.named: list[tuple[str, Json]] = []
        self.state.subscribe(self._notice)

    def _notice(self, change: Change) -> None:
        self.named += events_of(self.state, change)

    def names(self) -> list[str]:
        """Return the subscriptions' names since the last call."""
        names = [name for name, _ in self.named]
        self.named.clear()
        return names

    def event(self) -> Json:
        """Return the one event since the last call."""
        ((_, event),) = self.named
        self.named.clear()
        return event


@pytest.mark.parametrize(
    ("channel", "subscription", "channel_type"),
    [(GENERAL, "message.channels", "channel"), (SECRET_ROOM, "message.groups", "group")],
)
def test_a_message_names_the_kind_of_its_conversation(channel: str, subscription: str, channel_type: str) -> None:
    told = Told()
    message = told.state.say(SATO, channel, "おはよう")
    ((name, event),) = told.named
    assert name == subscription
    assert (event["type"], event["channel"], event["channel_type"]) == ("message", channel, channel_type)
    assert (event["user"], event["text"], event["team"]) == (SATO, "おはよう", "T0LOCAL")
    assert event["ts"] == event["event_ts"] == message.ts
    assert event["client_msg_id"]
    assert "subtype" not in event


def test_a_mention_in_a_channel_is_two_events_and_in_a_direct_message_one() -> None:
    told = Told()
    told.state.say(SATO, GENERAL, "@minori ねじ")
    (_, message), (_, mention) = told.named
    assert told.names() == ["message.channels", "app_mention"]
    assert (mention["type"], mention["ts"], mention["text"]) == ("app_mention", message["ts"], message["text"])
    assert "channel_type" not in mention
    told.state.say(SATO, told.state.im_between(SATO, BOT).id, "@minori ねじ")
    assert told.names() == ["message.im"]
    told.state.say(SATO, told.state.group_of([SATO, MILLER, BOT]).id, "@minori ねじ")
    assert told.names() == ["message.mpim", "app_mention"]


def test_typed_brackets_mention_nobody_nor_does_the_bot_itself() -> None:
    told = Told()
    told.state.say(SATO, GENERAL, f"<@{BOT}>")
    assert told.names() == ["message.channels"]
    told.state.add_message(GENERAL, BOT, text=f"I am <@{BOT}>", bot_id="B0BOT", app_id="A0APP")
    assert told.named[0][1]["bot_id"] == "B0BOT"
    assert told.names() == ["message.channels"]


def test_nothing_is_told_of_conversations_without_the_bot_nor_of_what_one_person_sees() -> None:
    told = Told()
    told.state.say(SATO, OTHERS, "@minori")
    told.state.say(SATO, told.state.im_between(SATO, MILLER).id, "hi")
    told.state.add_message(GENERAL, BOT, text="only you", ephemeral_to=SATO)
    told.state.set_status(GENERAL, "1.000001", "thinking")
    told.state.mark_read(GENERAL, SATO, "1.000001")
    assert told.names() == []


def test_a_reply_names_its_thread_and_whose_it_is() -> None:
    told = Told()
    root = told.state.say(SATO, GENERAL, "root")
    told.names()
    told.state.say(MILLER, GENERAL, "reply", thread_ts=root.ts)
    event = told.event()
    assert (event["thread_ts"], event["parent_user_id"]) == (root.ts, SATO)


def test_an_edit_is_a_hidden_message_changed_with_both_texts() -> None:
    told = Told()
    message = told.state.say(SATO, GENERAL, "before")
    told.names()
    told.state.update_message(message, text="after", edited_ts=told.state.next_ts())
    event = told.event()
    assert (event["subtype"], event["hidden"], event["channel"]) == ("message_changed", True, GENERAL)
    assert (event["message"]["text"], event["previous_message"]["text"]) == ("after", "before")
    assert event["message"]["ts"] == message.ts < event["ts"]
    assert event["channel_type"] == "channel"


def test_a_reaction_or_a_stream_under_way_is_no_change_and_its_end_is() -> None:
    told = Told()
    message = told.state.say(SATO, GENERAL, "text")
    stream = told.state.add_message(GENERAL, BOT, text="", streaming=True)
    told.names()
    told.state.react(message, "eyes", MILLER, add=True)
    told.state.update_message(stream, markdown="half", text="half")
    assert told.names() == []
    told.state.update_message(stream, text="whole", streaming=False)
    assert told.event()["message"]["text"] == "whole"


def test_a_deleted_message_is_told_of_and_one_with_replies_becomes_a_tombstone() -> None:
    told = Told()
    alone, root = told.state.say(SATO, GENERAL, "alone"), told.state.say(SATO, GENERAL, "root")
    told.state.say(SATO, GENERAL, "reply", thread_ts=root.ts)
    told.names()
    told.state.delete_message(alone)
    deleted = told.event()
    assert (deleted["subtype"], deleted["deleted_ts"]) == ("message_deleted", alone.ts)
    assert deleted["previous_message"]["text"] == "alone"
    told.state.delete_message(root)
    changed = told.event()
    assert (changed["subtype"], changed["message"]["subtype"]) == ("message_changed", "tombstone")


def test_a_shared_file_is_told_of_twice_and_a_kept_one_not_at_all() -> None:
    told = Told()
    file = told.state.add_file(SATO, "手引き.pdf", b"%PDF")
    assert told.names() == []
    told.state.share_files(SATO, GENERAL, [file.id], "これです")
    (_, shared), (_, message) = told.named
    assert (shared["type"], shared["file_id"], shared["channel_id"]) == ("file_shared", file.id, GENERAL)
    assert (message["subtype"], message["files"][0]["id"]) == ("file_share", file.id)
    assert message["files"][0]["url_private"].endswith(".pdf")


def test_joining_and_leaving_are_told_where_the_bot_is_a_member() -> None:
    told = Told()
    told.state.join(SECRET_ROOM, MILLER, inviter=SATO)
    joined = told.event()
    assert (joined["type"], joined["user"], joined["inviter"]) == ("member_joined_channel", MILLER, SATO)
    assert joined["channel_type"] == "G"
    told.state.leave(SECRET_ROOM, MILLER)
    assert told.event()["type"] == "member_left_channel"
    told.state.join(OTHERS, BOT)
    assert told.event()["user"] == BOT


def test_a_new_person_is_told_of_with_an_address_only_where_the_app_may_see_it() -> None:
    person = SeedUser(id="U0NEW", name="new", real_name="新人", email="new@example.com")
    seeing, not_seeing = Told(), Told(replace(AppCredentials(), scopes=frozenset({"users:read"})))
    for told in (seeing, not_seeing):
        told.state.add_user(person)
    event = seeing.event()
    assert (event["type"], event["user"]["id"]) == ("team_join", "U0NEW")
    assert event["user"]["profile"]["email"] == "new@example.com"
    assert "email" not in not_seeing.event()["user"]["profile"]


def test_the_envelope_names_team_app_and_authorization_and_each_event_has_its_own_id() -> None:
    told = Told()
    told.state.say(SATO, GENERAL, "text")
    event = told.event()
    body, other = wrapped(told.state, event), wrapped(told.state, event)
    assert (body["type"], body["team_id"], body["api_app_id"]) == ("event_callback", "T0LOCAL", "A0APP")
    assert body["event"] == event
    assert body["event_time"] == int(float(event["event_ts"]))
    (authorization,) = body["authorizations"]
    assert (authorization["user_id"], authorization["is_bot"], authorization["team_id"]) == (BOT, True, "T0LOCAL")
    assert body["event_id"].startswith("Ev")
    assert body["event_id"] != other["event_id"]
    context = body["event_context"].removeprefix("4-")
    assert json.loads(base64.urlsafe_b64decode(context + "=" * (-len(context) % 4)))["cid"] == GENERAL
