"""A region that was lived, put into a data folder: what `minori demo` opens afterwards."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

from bot.core.messages import Sentences
from bot.demo import BOT_USER_ID, DemoFile, demo_seed
from bot.platforms.slack.drawing import SlackDrawing
from bot.platforms.slack.sending import METADATA
from bot.simulation.region.conversations import Standing
from bot.simulation.region.living import SHOWN_DAYS, Lived, Progress, Wanted, live
from bot.workspace.block_ids import with_block_ids
from bot.workspace.clock import WorkspaceClock
from bot.workspace.records import Channel, File, Message
from bot.workspace.snapshot import Snapshot
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api import Schedule

STATE, PEOPLE, _ABOUT = "workspace.json", "people.json", "region.json"
_UNREAD = timedelta(days=1)


def region_folder(data_dir: Path, wanted: Wanted) -> Path:
    """Where a region is kept: one folder for each that was asked for."""
    days = (wanted.last - wanted.first).days
    return data_dir / "regions" / f"{wanted.first:%Y%m%d}-{days}-{wanted.firms}-{wanted.seed}"


def make_region(
    wanted: Wanted, folder: Path, sentences: Sentences, *, anew: bool = False, progress: Progress | None = None
) -> None:
    """Live it into a folder, unless it is there; half of one is never there.

    Raises DataFileError, StorageError, OSError.
    """
    if (folder / _ABOUT).exists() and not anew:
        return
    beside = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    lived = live(wanted, beside, progress=progress)
    asyncio.run(_write(lived, beside, sentences))
    (beside / PEOPLE).write_text(lived.people.model_dump_json(indent=1), encoding="utf-8")
    about = {name: str(value) for name, value in asdict(wanted).items()}
    (beside / _ABOUT).write_text(json.dumps(about), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    beside.replace(folder)


def people_of(folder: Path) -> DemoFile:
    """Who is in a region that is kept. Raises OSError, ValidationError."""
    return DemoFile.model_validate_json((folder / PEOPLE).read_text(encoding="utf-8"))


async def _write(lived: Lived, folder: Path, sentences: Sentences) -> None:
    """The workspace as it stands at the last moment, with what was said in the last days."""
    clock = WorkspaceClock(ahead=lived.ends_at - WorkspaceClock().now())
    state = WorkspaceState(demo_seed(lived.people), clock=clock)
    lived.conversations.forget_before(lived.ends_at - timedelta(days=SHOWN_DAYS))
    found = list(lived.conversations.in_order())
    there = {(one.conversation, one.ts) for one in found}
    for one in found:
        if one.thread and (one.conversation, one.thread) not in there:
            continue
        _open(state, one.conversation, int(float(one.ts)))
        _put(state, one, sentences)
    for channel in state.channels.values():
        _read(channel, found, (lived.ends_at - _UNREAD).timestamp())
    state.last_ts = lived.conversations.last_ts()
    snapshot = Snapshot(folder / STATE, state, Schedule(state))
    await snapshot.start()
    await snapshot.stop()


def _open(state: WorkspaceState, conversation: str, created: int) -> None:
    """The direct conversation of somebody with Minori."""
    if conversation not in state.channels:
        members = [f"U{conversation[1:]}", BOT_USER_ID]
        state.channels[conversation] = Channel(id=conversation, name="", kind="im", members=members, created=created)


def _put(state: WorkspaceState, one: Standing, sentences: Sentences) -> None:
    """One message; what is ours looks as it does in Slack."""
    message = Message(
        channel=one.conversation,
        ts=one.ts,
        user=one.by or BOT_USER_ID,
        text=one.text,
        thread_ts=one.thread or None,
        client_msg_id=None if not one.by else f"m{one.ts}",
    )
    if not one.by:
        message.bot_id, message.app_id = state.seed.bot_id, state.seed.app_id
    if one.reply is not None:
        drawn = SlackDrawing(sentences, one.locale).message(one.reply)
        message.text, message.blocks = drawn.text, with_block_ids(list(drawn.blocks))
    if one.delivery_id:
        message.metadata = {"event_type": METADATA, "event_payload": {"delivery": one.delivery_id}}
    if one.files:
        message.files, message.subtype = [_file(state, one, place) for place in range(len(one.files))], "file_share"
    state.restore_message(message)


def _file(state: WorkspaceState, one: Standing, place: int) -> str:
    made = one.files[place]
    id = f"F{one.ts.replace('.', '')}{place}"
    state.files[id] = File(
        id=id,
        name=made.name,
        mimetype=made.media_type,
        user=BOT_USER_ID,
        title=made.title,
        size=len(made.content),
        created=int(float(one.ts)),
        content=made.content,
        alt_txt=made.alt_text,
        channels=[one.conversation],
    )
    return id


def _read(channel: Channel, found: Iterable[Standing], until: float) -> None:
    """Whoever a conversation belongs to has read what is older than a day."""
    read = [one.ts for one in found if one.conversation == channel.id and float(one.ts) < until]
    if read:
        channel.last_read = dict.fromkeys(channel.members, read[-1])
