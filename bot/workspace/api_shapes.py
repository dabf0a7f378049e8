"""How the API shows what the workspace holds: users, channels, messages, files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bot.workspace.avatars import APP_SIZES, PERSON_SIZES, addresses, avatar_hash
from bot.workspace.records import Channel, File, Message, User

if TYPE_CHECKING:
    from bot.workspace.state import WorkspaceState

_REPLY_USERS_SHOWN = 5


def message_shape(state: WorkspaceState, message: Message, *, metadata: bool) -> dict[str, Any]:
    """Return a message as history shows it; its metadata only where `metadata` is true."""
    shape: dict[str, Any] = {"type": "message"}
    if message.subtype:
        shape["subtype"] = message.subtype
    shape |= {"user": message.user, "ts": message.ts, "text": message.text, "team": state.seed.team_id}
    if message.client_msg_id:
        shape["client_msg_id"] = message.client_msg_id
    if message.bot_id:
        shape |= {"bot_id": message.bot_id, "app_id": message.app_id, "bot_profile": bot_shape(state)}
    if message.blocks:
        shape["blocks"] = message.blocks
    if message.attachments:
        shape["attachments"] = message.attachments
    if message.files:
        shape["files"] = [
            file_shape(state, state.files[file]) if file in state.files else {"id": file, "mode": "tombstone"}
            for file in message.files
        ]
        shape["upload"] = message.subtype == "file_share"
    shape |= _thread_fields(state, message)
    if message.edited_ts:
        shape["edited"] = {"user": message.user, "ts": message.edited_ts}
    if message.reactions:
        shape["reactions"] = [
            {"name": name, "users": users, "count": len(users)} for name, users in message.reactions.items()
        ]
    if message.streaming:
        shape["streaming_state"] = "in_progress"
    if metadata and message.metadata:
        shape["metadata"] = message.metadata
    return shape


def _thread_fields(state: WorkspaceState, message: Message) -> dict[str, Any]:
    replies = state.replies(message.channel, message.ts)
    if replies:
        held = state.messages[message.channel]
        people = list(dict.fromkeys(held[reply].user for reply in replies))
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users_count": len(people),
            "latest_reply": replies[-1],
            "reply_users": people[:_REPLY_USERS_SHOWN],
            "is_locked": False,
            "subscribed": state.seed.bot_user_id in people or message.user == state.seed.bot_user_id,
        }
    if message.thread_ts is None:
        return {}
    root = state.messages.get(message.channel, {}).get(message.thread_ts)
    parent = {"parent_user_id": root.user} if root is not None and root is not message else {}
    return {"thread_ts": message.thread_ts, **parent}


def bot_shape(state: WorkspaceState) -> dict[str, Any]:
    """Return the app's bot as `bot_profile` has it."""
    seed = state.seed
    return {
        "id": seed.bot_id,
        "app_id": seed.app_id,
        "name": seed.app_name,
        "icons": addresses(state.base_url, seed.bot_user_id, APP_SIZES),
        "deleted": False,
        "updated": 0,
        "team_id": seed.team_id,
    }


def _profile(state: WorkspaceState, user: User, *, email: bool) -> dict[str, Any]:
    bot = {"bot_id": state.seed.bot_id, "api_app_id": state.seed.app_id, "always_active": True} if user.is_bot else {}
    first_name, _, last_name = user.real_name.partition(" ")
    return {
        "title": user.title,
        "phone": "",
        "skype": "",
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": user.display_name,
        "display_name_normalized": user.display_name,
        "first_name": first_name,
        "last_name": last_name,
        "fields": None,
        "status_text": "",
        "status_text_canonical": "",
        "status_emoji": "",
        "status_emoji_display_info": [],
        "status_expiration": 0,
        "avatar_hash": avatar_hash(user),
        **addresses(state.base_url, user.id, PERSON_SIZES),
        "team": user.team_id,
        **bot,
        **({"email": user.email} if email and user.email else {}),
    }


def user_shape(state: WorkspaceState, user: User, *, email: bool) -> dict[str, Any]:
    """Return a user as users.info shows it; the address only to those who may see addresses."""
    return {
        "id": user.id,
        "team_id": user.team_id,
        "name": user.name,
        "deleted": user.deleted,
        "color": user.colour,
        "real_name": user.real_name,
        "tz": user.tz,
        "tz_label": user.tz,
        "tz_offset": user.tz_offset,
        "profile": _profile(state, user, email=email),
        "is_admin": user.is_admin,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.is_guest,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "is_email_confirmed": True,
        "who_can_share_contact_card": "EVERYONE",
        "updated": 0,
    }


def channel_shape(state: WorkspaceState, channel: Channel, viewer: str) -> dict[str, Any]:
    """Return a conversation as conversations.info shows it to the viewer (a user id)."""
    shape: dict[str, Any] = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_org_shared": False,
        "context_team_id": state.seed.team_id,
    }
    if channel.kind == "im":
        other = next((member for member in channel.members if member != viewer), viewer)
        return {**shape, "user": other, "is_user_deleted": state.user(other).deleted}
    return shape | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_mpim": channel.kind == "mpim",
        "is_private": channel.kind != "public",
        "is_general": False,
        "is_member": viewer in channel.members,
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
    }


def file_shape(state: WorkspaceState, file: File) -> dict[str, Any]:
    """Return a file as files.info shows it; the URLs need the app's token, or the page's own session."""
    suffix = file.name.rpartition(".")[2].lower() if "." in file.name else "binary"
    path = f"{state.base_url}/files-pri/{state.seed.team_id}-{file.id}/{quote(file.name)}"
    kinds = _shares(state, file)
    return {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": suffix,
        "pretty_type": suffix.upper(),
        "user": file.user,
        "user_team": state.seed.team_id,
        "editable": False,
        "size": file.size,
        "mode": "hosted",
        "is_external": False,
        "external_type": "",
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "is_public": bool(kinds["channels"]),
        "url_private": path,
        "url_private_download": path.replace(f"/{quote(file.name)}", f"/download/{quote(file.name)}"),
        "permalink": f"{state.base_url}/files/{file.user}/{file.id}/{quote(file.name)}",
        "has_rich_preview": False,
        "file_access": "visible",
        **({"alt_txt": file.alt_txt} if file.alt_txt else {}),
        **kinds,
    }


def file_shares(state: WorkspaceState, file: File) -> dict[str, dict[str, list[dict[str, Any]]]]:
    """Return the messages that carry a file, by conversation, as files.info alone tells them."""
    shares: dict[str, dict[str, list[dict[str, Any]]]] = {}
    for channel_id in file.channels:
        kind = "public" if state.channel(channel_id).kind == "public" else "private"
        carrying = (one for one in state.messages.get(channel_id, {}).values() if file.id in one.files)
        told = [{"ts": one.ts, **({"thread_ts": one.thread_ts} if one.thread_ts else {})} for one in carrying]
        if told:
            shares.setdefault(kind, {})[channel_id] = told
    return shares


def _shares(state: WorkspaceState, file: File) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {"channels": [], "groups": [], "ims": []}
    for channel_id in file.channels:
        kind = state.channel(channel_id).kind
        name = {"public": "channels", "im": "ims"}.get(kind, "groups")
        kinds[name].append(channel_id)
    return kinds
