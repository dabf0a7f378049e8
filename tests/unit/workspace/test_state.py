"""What the workspace holds and whom it tells."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.workspace.clock import WorkspaceClock
from bot.workspace.errors import ApiError
from bot.workspace.records import Change, Json
from bot.workspace.seed import SeedUser
from bot.workspace.state import WorkspaceState
from tests.unit.workspace.clients import BOT, GENERAL, MILLER, OTHERS, SATO, SEED, HandClock

APP = {"bot_id": "B0BOT", "app_id": "A0APP"}


@pytest.fixture
def state() -> WorkspaceState:
    return WorkspaceState(SEED, clock=WorkspaceClock(real=HandClock()))


@pytest.fixture
def changes(state: WorkspaceState) -> list[Change]:
    seen: list[Change] = []
    state.subscribe(seen.append)
    return seen


def test_every_ts_is_later_than_the_one_before_also_while_the_clock_stands(state: WorkspaceState) -> None:
    given = [state.next_ts() for _ in range(3)]
    assert given == ["1800000000.000000", "1800000000.000001", "1800000000.000002"]
    state.advance_clock(timedelta(days=1))
    assert state.next_ts() == "1800086400.000000"


def test_a_moved_clock_is_told(state: WorkspaceState, changes: list[Change]) -> None:
    state.advance_clock(timedelta(seconds=90))
    assert [(one.kind, one.data) for one in changes] == [("clock", {"now": 1_800_000_090.0, "offset_s": 90.0})]


def test_an_observer_that_has_left_hears_nothing(state: WorkspaceState) -> None:
    seen: list[Change] = []
    leave = state.subscribe(seen.append)
    leave()
    state.say(SATO, GENERAL, "はい")
    assert seen == []


def test_a_dm_is_opened_once_for_two_people_in_any_order(state: WorkspaceState, changes: list[Change]) -> None:
    dm = state.im_between(SATO, BOT)
    assert state.im_between(BOT, SATO) is dm
    assert dm.id.startswith("D")
    assert [(one.kind, one.channel, one.data) for one in changes] == [("channel", dm.id, {"opened": True})]
    with pytest.raises(ApiError, match="user_not_found"):
        state.im_between(BOT, "U0NOBODY")


def test_joining_and_leaving_are_told_once(state: WorkspaceState, changes: list[Change]) -> None:
    assert state.join(OTHERS, BOT, inviter=SATO)
    assert not state.join(OTHERS, BOT)
    assert state.leave(OTHERS, BOT)
    assert not state.leave(OTHERS, BOT)
    assert [(one.kind, one.user, one.data["joined"]) for one in changes] == [
        ("member", BOT, True),
        ("member", BOT, False),
    ]


def test_somebody_new_joins_the_workspace(state: WorkspaceState, changes: list[Change]) -> None:
    state.add_user(SeedUser(id="U0NEW", name="abe", real_name="阿部", tz="Europe/London"))
    assert state.user("U0NEW").tz_offset in (0, 3600)
    assert [(one.kind, one.user, one.data) for one in changes] == [("user", "U0NEW", {"joined": True})]


def test_history_has_roots_newest_first_and_threads_have_replies_oldest_first(state: WorkspaceState) -> None:
    first = state.say(SATO, GENERAL, "一")
    second = state.say(SATO, GENERAL, "二")
    reply = state.say(MILLER, GENERAL, "三", thread_ts=first.ts)
    deeper = state.say(SATO, GENERAL, "四", thread_ts=reply.ts)
    assert deeper.thread_ts == first.ts
    assert state.history(GENERAL) == [second, first]
    assert state.thread(GENERAL, first.ts) == [first, reply, deeper]
    assert state.history(GENERAL, latest=second.ts) == [first]
    assert state.history(GENERAL, oldest=first.ts) == [second]
    assert state.history(GENERAL, limit=1) == [second]
    with pytest.raises(ApiError, match="thread_not_found"):
        state.thread(GENERAL, "1.000000")


def test_a_broadcast_reply_is_in_history_too(state: WorkspaceState) -> None:
    root = state.say(SATO, GENERAL, "一")
    reply = state.say(MILLER, GENERAL, "二", thread_ts=root.ts, reply_broadcast=True)
    assert state.history(GENERAL) == [reply, root]
    state.delete_message(reply)
    assert state.history(GENERAL) == [root]
    assert state.thread(GENERAL, root.ts) == [root]


def test_a_changed_message_is_told_with_what_it_was(state: WorkspaceState, changes: list[Change]) -> None:
    message = state.say(SATO, GENERAL, "前")
    state.update_message(message, text="後")
    change = changes[-1]
    assert (change.kind, change.data["previous"].text, change.data["message"].text) == ("message_changed", "前", "後")


def test_a_deleted_root_with_replies_leaves_a_tombstone(state: WorkspaceState, changes: list[Change]) -> None:
    root = state.say(SATO, GENERAL, "秘密")
    state.say(MILLER, GENERAL, "返事", thread_ts=root.ts)
    state.delete_message(root)
    shown = state.as_api_message(state.message(GENERAL, root.ts))
    assert (shown["subtype"], shown["text"]) == ("tombstone", "This message was deleted.")
    assert changes[-1].data["previous"].text == "秘密"


def test_an_ephemeral_message_is_nowhere_but_with_its_reader(state: WorkspaceState, changes: list[Change]) -> None:
    message = state.add_message(GENERAL, BOT, text="内緒", ephemeral_to=SATO, **APP)
    state.update_message(message, text="内緒です")
    state.delete_message(message)
    assert state.history(GENERAL) == []
    assert [(one.kind, one.user, one.data["happened"]) for one in changes] == [
        ("ephemeral", SATO, "posted"),
        ("ephemeral", SATO, "changed"),
        ("ephemeral", SATO, "deleted"),
    ]
    with pytest.raises(ApiError, match="message_not_found"):
        state.message(GENERAL, message.ts)


def test_reactions_are_counted_by_person(state: WorkspaceState) -> None:
    message = state.say(SATO, GENERAL, "はい")
    assert state.react(message, "tada", SATO, add=True)
    assert state.react(message, "tada", BOT, add=True)
    assert not state.react(message, "tada", BOT, add=True)
    assert state.as_api_message(message)["reactions"] == [{"name": "tada", "users": [SATO, BOT], "count": 2}]
    state.react(message, "tada", SATO, add=False)
    state.react(message, "tada", BOT, add=False)
    assert "reactions" not in state.as_api_message(message)


def test_unread_counts_what_others_said_since(state: WorkspaceState) -> None:
    first = state.say(SATO, GENERAL, "一")
    state.say(SATO, GENERAL, "二")
    state.say(MILLER, GENERAL, "三")
    assert state.unread_count(GENERAL, MILLER) == 2
    state.mark_read(GENERAL, MILLER, first.ts)
    assert state.unread_count(GENERAL, MILLER) == 1
    assert state.unread_count(GENERAL, SATO) == 1


def test_unread_replies_count_for_who_is_in_the_thread(state: WorkspaceState) -> None:
    root = state.say(SATO, GENERAL, "一")
    state.mark_read(GENERAL, MILLER, root.ts)
    state.add_message(GENERAL, BOT, text="返事", thread_ts=root.ts, **APP)
    assert state.unread_count(GENERAL, SATO) == 1
    assert state.unread_count(GENERAL, MILLER) == 0
    dm = state.im_between(BOT, MILLER)
    asked = state.say(MILLER, dm.id, "質問")
    state.add_message(dm.id, BOT, text="答え", thread_ts=asked.ts, **APP)
    assert state.unread_count(dm.id, MILLER) == 1


def test_a_status_is_cleared_by_nothing_and_by_the_apps_answer(state: WorkspaceState, changes: list[Change]) -> None:
    root = state.say(SATO, GENERAL, "質問")
    state.set_status(GENERAL, root.ts, "is searching")
    state.set_status(GENERAL, root.ts, "")
    state.set_status(GENERAL, root.ts, "")
    state.set_status(GENERAL, root.ts, "is writing")
    state.say(MILLER, GENERAL, "口出し", thread_ts=root.ts)
    assert state.statuses == {(GENERAL, root.ts): "is writing"}
    state.add_message(GENERAL, BOT, text="答え", thread_ts=root.ts, **APP)
    assert state.statuses == {}
    told = [one.data["text"] for one in changes if one.kind == "status"]
    assert told == ["is searching", "", "is writing", ""]


def test_blocks_and_acting_elements_get_names(state: WorkspaceState) -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "押す"}}
    blocks: list[Json] = [
        {"type": "actions", "elements": [button, {**button, "action_id": "mine"}]},
        {"type": "section", "block_id": "own", "text": {"type": "mrkdwn", "text": "文"}, "accessory": button},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "小さく"}]},
    ]
    actions, section, context = state.add_message(GENERAL, BOT, blocks=blocks).blocks
    assert actions["block_id"]
    assert actions["elements"][0]["action_id"]
    assert actions["elements"][1]["action_id"] == "mine"
    assert section["block_id"] == "own"
    assert section["accessory"]["action_id"]
    assert context["elements"] == [{"type": "mrkdwn", "text": "小さく"}]
    assert "block_id" not in blocks[0]


def test_metadata_is_shown_to_the_app_that_wrote_it_alone(state: WorkspaceState) -> None:
    metadata = {"event_type": "answered", "event_payload": {"ref": "a"}}
    message = state.add_message(GENERAL, BOT, text="答え", metadata=metadata, **APP)
    assert state.as_api_message(message, state.app.bot_token)["metadata"] == metadata
    assert "metadata" not in state.as_api_message(message)
    assert "metadata" not in state.as_api_message(message, "xoxb-another")


def test_a_file_is_shared_with_a_message(state: WorkspaceState, changes: list[Change]) -> None:
    state.base_url = "http://127.0.0.1:1"
    file = state.add_file(SATO, "要領 2026.pdf", b"%PDF", title="要領")
    message = state.share_files(SATO, GENERAL, [file.id], "これです")
    shown = state.as_api_message(message)
    assert shown["subtype"] == "file_share"
    assert shown["files"][0]["channels"] == [GENERAL]
    assert shown["files"][0]["mimetype"] == "application/pdf"
    assert shown["files"][0]["url_private"].startswith(f"http://127.0.0.1:1/files-pri/T0LOCAL-{file.id}/")
    state.delete_file(file.id)
    assert state.as_api_message(message)["files"] == [{"id": file.id, "mode": "tombstone"}]
    assert [one.kind for one in changes] == ["file", "file", "message", "file"]
    told = [(one.channel, one.data["shared"], one.data["deleted"]) for one in changes if one.kind == "file"]
    assert told == [(None, False, False), (GENERAL, True, False), (None, False, True)]


def test_nothing_is_shared_where_the_thread_is_unknown(state: WorkspaceState, changes: list[Change]) -> None:
    file = state.add_file(SATO, "a.txt", b"a")
    with pytest.raises(ApiError, match="thread_not_found"):
        state.share_files(SATO, GENERAL, [file.id], thread_ts="1.000000")
    assert file.channels == []
    assert [one.kind for one in changes] == ["file"]


def test_errors_carry_what_slack_puts_beside_them() -> None:
    refusal = ApiError("missing_scope", messages=["[ERROR] x"], needed="chat:write")
    assert refusal.body() == {
        "ok": False,
        "error": "missing_scope",
        "needed": "chat:write",
        "response_metadata": {"messages": ["[ERROR] x"]},
    }
