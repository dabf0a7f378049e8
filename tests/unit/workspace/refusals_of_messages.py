"""Calls about messages and streams that are refused, and Slack's name for each refusal.

Values that begin with $ stand for what is only known in the world of the test.
"""

from __future__ import annotations

from typing import Any

from tests.unit.workspace.clients import BOT, CLOSED_DOOR, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM, TEAM

DIVIDER = {"type": "divider"}
ARCHIVED = "C0ARCHIVED"
NOWHERE = "C0NOWHERE"
TO_SATO = {"recipient_team_id": TEAM, "recipient_user_id": SATO}

CHAT: list[tuple[str, dict[str, Any], str]] = [
    ("chat.postMessage", {"text": "a"}, "invalid_arguments"),
    ("chat.postMessage", {"channel": ["a"], "text": "a"}, "invalid_arguments"),
    ("chat.postMessage", {"channel": NOWHERE, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": CLOSED_DOOR, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": BOT, "text": "a"}, "channel_not_found"),
    ("chat.postMessage", {"channel": OTHERS, "text": "a"}, "not_in_channel"),
    ("chat.postMessage", {"channel": ARCHIVED, "text": "a"}, "is_archived"),
    ("chat.postMessage", {"channel": GENERAL}, "no_text"),
    ("chat.postMessage", {"channel": GENERAL, "text": " \n"}, "no_text"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a" * 40_001}, "msg_too_long"),
    ("chat.postMessage", {"channel": GENERAL, "markdown_text": "a" * 12_001}, "msg_too_long"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "markdown_text": "a"}, "markdown_text_conflict"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": "[{"}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": {"type": "divider"}}, "invalid_blocks_format"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": [{"type": "dividing"}]}, "invalid_blocks"),
    ("chat.postMessage", {"channel": GENERAL, "blocks": [DIVIDER] * 51}, "invalid_blocks"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "attachments": "a"}, "invalid_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "attachments": [1]}, "invalid_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "attachments": [{"text": "a"}] * 101}, "too_many_attachments"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "metadata": "{"}, "invalid_metadata_format"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "metadata": [1]}, "invalid_metadata_format"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "thread_ts": "yesterday"}, "invalid_thread_ts"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "thread_ts": "0"}, "invalid_thread_ts"),
    ("chat.postMessage", {"channel": GENERAL, "text": "a", "unfurl_links": "perhaps"}, "invalid_arguments"),
    ("chat.update", {"channel": GENERAL, "ts": "1.000000", "text": "a"}, "message_not_found"),
    ("chat.update", {"channel": GENERAL, "ts": "$said", "text": "a"}, "cant_update_message"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "text": "a" * 4_001}, "msg_too_long"),
    ("chat.update", {"channel": GENERAL, "ts": "$own"}, "no_text"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "text": ""}, "no_text"),
    ("chat.update", {"channel": GENERAL, "ts": "$own", "blocks": [], "text": ""}, "no_text"),
    ("chat.update", {"channel": ARCHIVED, "ts": "$archived", "text": "a"}, "is_inactive"),
    ("chat.update", {"channel": GENERAL, "ts": "$stream", "text": "a"}, "streaming_state_conflict"),
    ("chat.update", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.delete", {"channel": GENERAL, "ts": "1.000000"}, "message_not_found"),
    ("chat.delete", {"channel": GENERAL, "ts": "$said"}, "cant_delete_message"),
    ("chat.delete", {"channel": NOWHERE, "ts": "$own"}, "channel_not_found"),
    ("chat.postEphemeral", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.postEphemeral", {"channel": SECRET_ROOM, "user": MILLER, "text": "a"}, "user_not_in_channel"),
    ("chat.postEphemeral", {"channel": GENERAL, "user": SATO}, "no_text"),
    ("chat.getPermalink", {"channel": GENERAL, "message_ts": "1.000000"}, "message_not_found"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": 1}, "time_in_past"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": "soon"}, "invalid_time"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a", "post_at": 9_999_999_999}, "time_too_far"),
    ("chat.scheduleMessage", {"channel": GENERAL, "text": "a"}, "invalid_arguments"),
    ("chat.scheduledMessages.list", {"channel": NOWHERE}, "invalid_channel"),
    (
        "chat.deleteScheduledMessage",
        {"channel": GENERAL, "scheduled_message_id": "Q0"},
        "invalid_scheduled_message_id",
    ),
]

STREAMS: list[tuple[str, dict[str, Any], str]] = [
    ("chat.startStream", {"channel": GENERAL, **TO_SATO}, "invalid_arguments"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "1700000000.000000", **TO_SATO}, "invalid_thread_ts"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "a", **TO_SATO}, "invalid_thread_ts"),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "$said"}, "missing_recipient_team_id"),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", "recipient_team_id": TEAM},
        "missing_recipient_user_id",
    ),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "recipient_user_id": "U0"},
        "user_not_found",
    ),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "recipient_team_id": "T0"},
        "team_not_found",
    ),
    ("chat.startStream", {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "chunks": [{}]}, "invalid_chunks"),
    (
        "chat.startStream",
        {"channel": GENERAL, "thread_ts": "$said", **TO_SATO, "task_display_mode": "list"},
        "invalid_arguments",
    ),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream"}, "no_text"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "markdown_text": "a" * 12_001}, "msg_too_long"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$long", "markdown_text": "a" * 12_000}, "msg_too_long"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "chunks": "a"}, "invalid_chunks"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$stream", "chunks": {}}, "invalid_chunks"),
    (
        "chat.appendStream",
        {"channel": GENERAL, "ts": "$stream", "chunks": [{"type": "blocks", "blocks": [{"type": "x"}]}]},
        "invalid_blocks",
    ),
    (
        "chat.appendStream",
        {
            "channel": GENERAL,
            "ts": "$stream",
            "chunks": [{"type": "task_update", "id": "1", "title": "a", "status": "x"}],
        },
        "invalid_chunks",
    ),
    (
        "chat.appendStream",
        {"channel": GENERAL, "ts": "$stream", "markdown_text": "a", "chunks": [{"type": "markdown_text", "text": "a"}]},
        "invalid_arguments",
    ),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$own", "markdown_text": "a"}, "message_not_in_streaming_state"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "$said", "markdown_text": "a"}, "message_not_owned_by_app"),
    ("chat.appendStream", {"channel": GENERAL, "ts": "1.0", "markdown_text": "a"}, "message_not_found"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$own"}, "message_not_in_streaming_state"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$stream"}, "no_text"),
    ("chat.stopStream", {"channel": GENERAL, "ts": "$long", "blocks": [{"type": "x"}]}, "invalid_blocks"),
]
