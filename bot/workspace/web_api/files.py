"""files.*: uploading in three steps, looking up, deleting."""

from __future__ import annotations

from bot.workspace.api_shapes import file_shape, file_shares
from bot.workspace.errors import ApiError
from bot.workspace.message_text import app_text
from bot.workspace.records import Channel, File
from bot.workspace.web_api.arguments import refused
from bot.workspace.web_api.call import Body, Call, Method
from bot.workspace.web_api.chat import as_app, existing_thread
from bot.workspace.web_api.content import block_list

LARGEST_FILE = 1_000_000_000  # bytes; Slack's
LONGEST_ALT_TXT = 1_000
MOST_CHANNELS = 100


def get_upload_url(call: Call) -> Body:
    """files.getUploadURLExternal: `length` in bytes must be that of what is posted to the url."""
    name = call.arguments.required("filename")
    length = call.arguments.number("length", 0)
    if length <= 0:
        raise ApiError("missing_argument")
    if length > LARGEST_FILE:
        raise ApiError("file_upload_size_restricted")
    alt_txt = call.arguments.text("alt_txt")
    if len(alt_txt) > LONGEST_ALT_TXT:
        raise ApiError("alt_txt_too_large")
    file_id = call.state.new_id("F")
    secret = call.services.uploads.announce(file_id, name, length, alt_txt)
    return {"ok": True, "upload_url": f"{call.state.base_url}/upload/v1/{secret}", "file_id": file_id}


def complete_upload(call: Call) -> Body:
    """files.completeUploadExternal: the uploads become files, shared where the call says, if anywhere."""
    arguments, state = call.arguments, call.state
    wanted = arguments.parsed("files", error="invalid_arguments")
    if not isinstance(wanted, list) or not wanted:
        raise refused("missing required field: files")
    if not all(isinstance(one, dict) and isinstance(one.get("id"), str) for one in wanted):
        raise refused("each file needs an id: files")
    blocks = block_list(arguments)
    channels = _channels(call)
    uploads = [(call.services.uploads.find(one["id"]), one.get("title")) for one in wanted]
    files = []
    for upload, title in uploads:
        files.append(
            state.add_file(
                call.bot,
                upload.name,
                upload.content or b"",
                title=str(title or ""),
                alt_txt=upload.alt_txt,
                file_id=upload.file_id,
            )
        )
        call.services.uploads.forget(upload.file_id)
    for channel in channels:
        state.share_files(
            call.bot,
            channel.id,
            [file.id for file in files],
            app_text(arguments.text("initial_comment")),
            thread_ts=existing_thread(call, channel),
            # Slack ignores the blocks where there is a comment.
            blocks=[] if arguments.text("initial_comment") else blocks or [],
            **as_app(call),
        )
    return {"ok": True, "files": [file_shape(state, file) for file in files]}


def _channels(call: Call) -> list[Channel]:
    wanted = call.arguments.names("channels") or call.arguments.names("channel_id")
    if len(wanted) > MOST_CHANNELS:
        raise ApiError("channels_limit_exceeded")
    found = [call.state.channels.get(channel_id) for channel_id in wanted]
    channels = [channel for channel in found if channel is not None]
    if len(channels) < len(wanted):
        raise ApiError("channel_not_found")
    for channel in channels:
        if call.bot not in channel.members:
            raise ApiError("not_in_channel" if channel.kind == "public" else "channel_not_found")
    return channels


def _visible_file(call: Call) -> File:
    """Return a file that is the app's own or shared where its bot is. Raises ApiError file_not_found."""
    file = call.state.file(call.arguments.required("file"))
    if not _sees(call, file):
        raise ApiError("file_not_found")
    return file


def _sees(call: Call, file: File) -> bool:
    return file.user == call.bot or any(
        call.bot in call.state.channel(channel_id).members for channel_id in file.channels
    )


def info(call: Call) -> Body:
    """files.info."""
    file = _visible_file(call)
    shape = {**file_shape(call.state, file), "shares": file_shares(call.state, file)}
    return {"ok": True, "file": shape, "comments": [], "response_metadata": {"next_cursor": ""}}


def list_files(call: Call) -> Body:
    """files.list: newest first, by page; by channel and user."""
    arguments = call.arguments
    channel, user = arguments.text("channel"), arguments.text("user")
    found = [
        file
        for file in reversed(call.state.files.values())
        if _sees(call, file) and channel in ("", *file.channels) and user in ("", file.user)
    ]
    count, page = max(1, arguments.number("count", 100)), max(1, arguments.number("page", 1))
    part = found[(page - 1) * count : page * count]
    paging = {"count": count, "total": len(found), "page": page, "pages": -(-len(found) // count)}
    return {"ok": True, "files": [file_shape(call.state, file) for file in part], "paging": paging}


def delete(call: Call) -> Body:
    """files.delete: the app's own."""
    file = _visible_file(call)
    if file.user != call.bot:
        raise ApiError("cant_delete_file")
    call.state.delete_file(file.id)
    return {"ok": True}


_READ, _WRITE = ("files:read",), ("files:write",)

METHODS = {
    "files.getUploadURLExternal": Method(handler=get_upload_url, scopes=_WRITE, tier=4, takes_json=False),
    "files.completeUploadExternal": Method(handler=complete_upload, scopes=_WRITE, tier=4),
    "files.info": Method(handler=info, scopes=_READ, tier=4, takes_json=False),
    "files.list": Method(handler=list_files, scopes=_READ, takes_json=False),
    "files.delete": Method(handler=delete, scopes=_WRITE),
}
