"""conversations.*: which there are, who is in them, and how one gets in."""

from __future__ import annotations

from bot.workspace.api_shapes import channel_shape
from bot.workspace.errors import ApiError
from bot.workspace.records import Channel
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.paging import page_of

_KINDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}
_MOST_OPENED = 8


def open_conversation(call: Call) -> Body:
    """conversations.open: the DM of one person, or the group DM of up to eight."""
    state, arguments = call.state, call.arguments
    if "channel" in arguments:
        channel, opened = call.visible_channel(), False
        if channel.kind not in ("im", "mpim"):
            raise ApiError("method_not_supported_for_channel_type")
    else:
        users = arguments.names("users")
        if not users:
            raise ApiError("users_list_not_supplied")
        if len(users) > _MOST_OPENED:
            raise ApiError("too_many_users")
        if any(user not in state.users or user == call.bot for user in users):
            raise ApiError("user_not_found")
        call.need_one_of("im:write" if len(users) == 1 else "mpim:write")
        known = len(state.channels)
        channel = state.im_between(call.bot, users[0]) if len(users) == 1 else state.group_of([call.bot, *users])
        opened = len(state.channels) > known
    shown = channel_shape(state, channel, call.bot) if arguments.flag("return_im") else {"id": channel.id}
    return {"ok": True, **({} if opened else {"no_op": True, "already_open": True}), "channel": shown}


def info(call: Call) -> Body:
    """conversations.info."""
    channel = call.visible_channel()
    call.need_scope(channel, "read")
    shape = channel_shape(call.state, channel, call.bot)
    if call.bot in channel.members:
        shape["last_read"] = channel.last_read.get(call.bot, "0000000000.000000")
    if call.arguments.flag("include_num_members"):
        shape["num_members"] = len(channel.members)
    if call.arguments.flag("include_locale"):
        shape["locale"] = "ja-JP"
    return {"ok": True, "channel": shape}


def list_all(call: Call) -> Body:
    """conversations.list: the public ones, and those the app is in."""
    return _listed(call, [one for one in call.state.channels.values() if one.kind == "public" or _has(one, call.bot)])


def list_of_user(call: Call) -> Body:
    """users.conversations: those that the app's bot (or `user`, as far as the app may see) is in."""
    user = call.state.user(call.arguments.text("user") or call.bot).id
    visible = [one for one in call.state.channels_of(user) if one.kind == "public" or _has(one, call.bot)]
    return _listed(call, visible)


def _has(channel: Channel, user: str) -> bool:
    return user in channel.members


def _listed(call: Call, channels: list[Channel]) -> Body:
    types = call.arguments.names("types") or ["public_channel"]
    if any(name not in _KINDS for name in types):
        raise ApiError("invalid_types")
    kinds = {_KINDS[name] for name in types}
    chosen = [one for one in channels if one.kind in kinds]
    if call.arguments.flag("exclude_archived"):
        chosen = [one for one in chosen if not one.is_archived]
    for kind in {one.kind: one for one in chosen}.values():
        call.need_scope(kind, "read")
    part, following = page_of(chosen, call.arguments)
    shapes = [channel_shape(call.state, one, call.bot) for one in part]
    return {"ok": True, "channels": shapes, "response_metadata": following}


def members(call: Call) -> Body:
    """conversations.members."""
    channel = call.visible_channel()
    call.need_scope(channel, "read")
    part, following = page_of(channel.members, call.arguments)
    return {"ok": True, "members": part, "response_metadata": following}


def join(call: Call) -> Body:
    """conversations.join: a public channel."""
    channel = call.visible_channel()
    if channel.kind != "public":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise ApiError("is_archived")
    joined = call.state.join(channel.id, call.bot)
    shape = channel_shape(call.state, channel, call.bot)
    if joined:
        return {"ok": True, "channel": shape}
    return {
        "ok": True,
        "channel": shape,
        "warning": "already_in_channel",
        "response_metadata": {"warnings": ["already_in_channel"]},
    }


def invite(call: Call) -> Body:
    """conversations.invite."""
    channel = call.visible_channel()
    if channel.kind in ("im", "mpim"):
        raise ApiError("method_not_supported_for_channel_type")
    call.need_one_of(*_INVITE[channel.kind])
    users = call.arguments.names("users")
    if not users:
        raise ApiError("no_user")
    if channel.is_archived:
        raise ApiError("is_archived")
    if call.bot not in channel.members:
        raise ApiError("not_in_channel")
    for user in users:
        if user == call.bot:
            raise ApiError("cant_invite_self")
        if call.state.user(user).id in channel.members:
            raise ApiError("already_in_channel")
    for user in users:
        call.state.join(channel.id, user, inviter=call.bot)
    return {"ok": True, "channel": channel_shape(call.state, channel, call.bot)}


def mark(call: Call) -> Body:
    """conversations.mark: how far the app's bot has read."""
    channel = call.visible_channel()
    call.arguments.required("ts")
    ts = call.arguments.ts("ts", error="invalid_timestamp")
    if call.bot not in channel.members:
        raise ApiError("not_in_channel")
    call.state.mark_read(channel.id, call.bot, ts)
    return {"ok": True}


_INVITE = {
    "public": ("channels:write.invites", "channels:manage"),
    "private": ("groups:write.invites", "groups:write"),
}
_READ = ("channels:read", "groups:read", "im:read", "mpim:read")
_WRITE = ("channels:manage", "groups:write", "im:write", "mpim:write")

METHODS = {
    "conversations.open": Method(handler=open_conversation, scopes=_WRITE),
    "conversations.info": Method(handler=info, scopes=_READ, takes_json=False),
    "conversations.list": Method(handler=list_all, scopes=_READ, tier=2, takes_json=False),
    "conversations.members": Method(handler=members, scopes=_READ, tier=4, takes_json=False),
    "conversations.join": Method(handler=join, scopes=("channels:join",)),
    "conversations.invite": Method(
        handler=invite, scopes=("channels:write.invites", "groups:write.invites", "channels:manage", "groups:write")
    ),
    "conversations.mark": Method(handler=mark, scopes=_WRITE),
    "users.conversations": Method(handler=list_of_user, scopes=_READ, takes_json=False),
}
