"""Calls about channels, people, views and files that are refused, and Slack's name for each refusal.

Values that begin with $ stand for what is only known in the world of the test.
"""

from __future__ import annotations

from typing import Any

from tests.unit.workspace.clients import BOT, CLOSED_DOOR, GENERAL, MILLER, OTHERS, SATO, SECRET_ROOM

MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [{"type": "divider"}]}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}
PROMPT = {"title": "知る", "message": "補助金とは？"}
ARCHIVED = "C0ARCHIVED"
NOWHERE = "C0NOWHERE"

PLACES: list[tuple[str, dict[str, Any], str]] = [
    ("conversations.open", {}, "users_list_not_supplied"),
    ("conversations.open", {"users": "U0NOBODY"}, "user_not_found"),
    ("conversations.open", {"users": BOT}, "user_not_found"),
    ("conversations.open", {"users": ",".join(f"U{n}" for n in range(9))}, "too_many_users"),
    ("conversations.open", {"channel": GENERAL}, "method_not_supported_for_channel_type"),
    ("conversations.info", {"channel": CLOSED_DOOR}, "channel_not_found"),
    ("conversations.list", {"types": "public"}, "invalid_types"),
    ("conversations.list", {"limit": "many"}, "invalid_limit"),
    ("conversations.list", {"limit": 1001}, "invalid_limit"),
    ("conversations.list", {"cursor": "!"}, "invalid_cursor"),
    ("conversations.list", {"cursor": "bmV4dDph"}, "invalid_cursor"),
    ("users.conversations", {"user": "U0NOBODY"}, "user_not_found"),
    ("conversations.members", {"channel": NOWHERE}, "channel_not_found"),
    ("conversations.join", {"channel": SECRET_ROOM}, "method_not_supported_for_channel_type"),
    ("conversations.join", {"channel": ARCHIVED}, "is_archived"),
    ("conversations.invite", {"channel": GENERAL}, "no_user"),
    ("conversations.invite", {"channel": "$dm", "users": MILLER}, "method_not_supported_for_channel_type"),
    ("conversations.invite", {"channel": OTHERS, "users": MILLER}, "not_in_channel"),
    ("conversations.invite", {"channel": ARCHIVED, "users": MILLER}, "is_archived"),
    ("conversations.invite", {"channel": GENERAL, "users": BOT}, "cant_invite_self"),
    ("conversations.invite", {"channel": GENERAL, "users": MILLER}, "already_in_channel"),
    ("conversations.invite", {"channel": GENERAL, "users": "U0NOBODY"}, "user_not_found"),
    ("conversations.mark", {"channel": GENERAL, "ts": "a"}, "invalid_timestamp"),
    ("conversations.mark", {"channel": OTHERS, "ts": "1700000000.000000"}, "not_in_channel"),
    ("conversations.history", {"channel": OTHERS}, "not_in_channel"),
    ("conversations.history", {"channel": GENERAL, "oldest": "a"}, "invalid_ts_oldest"),
    ("conversations.history", {"channel": GENERAL, "latest": "a"}, "invalid_ts_latest"),
    ("conversations.history", {"channel": GENERAL, "cursor": "YQ=="}, "invalid_cursor"),
    ("conversations.replies", {"channel": GENERAL, "ts": "1700000000.000000"}, "thread_not_found"),
    ("conversations.replies", {"channel": GENERAL, "ts": "a"}, "thread_not_found"),
    ("conversations.replies", {"channel": OTHERS, "ts": "1700000000.000000"}, "not_in_channel"),
    ("users.info", {"user": "U0NOBODY"}, "user_not_found"),
    ("users.lookupByEmail", {"email": "nobody@example.jp"}, "users_not_found"),
    ("users.profile.get", {"user": "U0NOBODY"}, "user_not_found"),
    ("bots.info", {"bot": "B0OTHER"}, "bot_not_found"),
    ("team.info", {"team": "T0OTHER"}, "team_not_found"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "$said", "name": "ねじ"}, "invalid_name"),
    ("reactions.add", {"channel": GENERAL, "name": "tada"}, "no_item_specified"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "a", "name": "tada"}, "bad_timestamp"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "1700000000.000000", "name": "tada"}, "message_not_found"),
    ("reactions.add", {"channel": GENERAL, "timestamp": "$own", "name": "tada"}, "already_reacted"),
    ("reactions.add", {"channel": ARCHIVED, "timestamp": "$archived", "name": "tada"}, "is_archived"),
    ("reactions.remove", {"channel": GENERAL, "timestamp": "$said", "name": "tada"}, "no_reaction"),
]

VIEWS_AND_FILES: list[tuple[str, dict[str, Any], str]] = [
    ("views.open", {"view": MODAL}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger"}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": "{"}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": [MODAL]}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$trigger", "view": HOME}, "invalid_arguments"),
    ("views.open", {"trigger_id": "$spent", "view": MODAL}, "exchanged_trigger_id"),
    ("views.open", {"trigger_id": "$expired", "view": MODAL}, "expired_trigger_id"),
    ("views.open", {"trigger_id": "1.2.abc", "view": MODAL}, "invalid_trigger_id"),
    ("views.open", {"trigger_id": "$trigger", "view": {**MODAL, "x": "あ" * 84_000}}, "view_too_large"),
    ("views.open", {"trigger_id": "$trigger", "view": {**MODAL, "external_id": "used"}}, "duplicate_external_id"),
    ("views.push", {"trigger_id": "$miller", "view": MODAL}, "not_found"),
    ("views.push", {"trigger_id": "$trigger", "view": MODAL}, "push_limit_reached"),
    ("views.update", {"view": MODAL}, "invalid_arguments"),
    ("views.update", {"view_id": "V0", "view": MODAL}, "not_found"),
    ("views.update", {"external_id": "unused", "view": MODAL}, "not_found"),
    ("views.update", {"external_id": "used", "view": HOME}, "invalid_arguments"),
    ("views.update", {"external_id": "used", "hash": "0.old", "view": MODAL}, "hash_conflict"),
    ("views.publish", {"user_id": "U0NOBODY", "view": HOME}, "invalid_arguments"),
    ("views.publish", {"user_id": SATO, "view": MODAL}, "invalid_arguments"),
    ("views.publish", {"user_id": SATO, "hash": "0.old", "view": HOME}, "hash_conflict"),
    ("assistant.threads.setStatus", {"channel_id": NOWHERE, "thread_ts": "$said", "status": "a"}, "channel_not_found"),
    ("assistant.threads.setStatus", {"channel_id": OTHERS, "thread_ts": "$said", "status": "a"}, "channel_not_found"),
    ("assistant.threads.setStatus", {"channel_id": GENERAL, "thread_ts": "1.0", "status": "a"}, "invalid_thread_ts"),
    ("assistant.threads.setStatus", {"channel_id": GENERAL, "thread_ts": "$said"}, "invalid_arguments"),
    (
        "assistant.threads.setStatus",
        {"channel_id": GENERAL, "thread_ts": "$said", "status": "a", "loading_messages": ["a"] * 11},
        "invalid_arguments",
    ),
    (
        "assistant.threads.setStatus",
        {"channel_id": GENERAL, "thread_ts": "$said", "status": "a", "loading_messages": [1]},
        "invalid_arguments",
    ),
    ("assistant.threads.setTitle", {"channel_id": GENERAL, "thread_ts": "$said"}, "invalid_arguments"),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL}, "invalid_arguments"),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL, "prompts": [PROMPT] * 5}, "invalid_arguments"),
    (
        "assistant.threads.setSuggestedPrompts",
        {"channel_id": GENERAL, "prompts": [{"title": "a"}]},
        "invalid_arguments",
    ),
    ("assistant.threads.setSuggestedPrompts", {"channel_id": GENERAL, "prompts": "{"}, "invalid_arguments"),
    ("files.getUploadURLExternal", {"filename": "a.pdf", "length": 0}, "missing_argument"),
    ("files.getUploadURLExternal", {"filename": "a.pdf", "length": 1_000_000_001}, "file_upload_size_restricted"),
    ("files.getUploadURLExternal", {"length": 1}, "invalid_arguments"),
    (
        "files.getUploadURLExternal",
        {"filename": "a.png", "length": 1, "alt_txt": "a" * 1_001},
        "alt_txt_too_large",
    ),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}]}, "file_not_found"),
    ("files.completeUploadExternal", {"files": [{"title": "a"}]}, "invalid_arguments"),
    ("files.completeUploadExternal", {}, "invalid_arguments"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": NOWHERE}, "channel_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": OTHERS}, "not_in_channel"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channel_id": CLOSED_DOOR}, "channel_not_found"),
    ("files.completeUploadExternal", {"files": [{"id": "F0"}], "channels": ["C"] * 101}, "channels_limit_exceeded"),
    ("files.info", {"file": "F0"}, "file_not_found"),
    ("files.info", {"file": "$hidden"}, "file_not_found"),
    ("files.delete", {"file": "$shared"}, "cant_delete_file"),
]
