"""The state in a JSON file: written a little after each change, whole or not at all; file contents lie beside it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.workspace.records import Change, File, Json
from bot.workspace.snapshot_format import Kept, as_json, from_json, restore
from bot.workspace.state import WorkspaceState
from bot.workspace.web_api.schedule import Schedule

_LOG = logging.getLogger(__name__)
_DELAY_S = 0.5


class Snapshot:
    """Keeps one state in one file; `delay_s` after the first change what has changed by then is written."""

    def __init__(self, path: Path, state: WorkspaceState, schedule: Schedule, *, delay_s: float = _DELAY_S) -> None:
        self._path = path
        self._state = state
        self._schedule = schedule
        self._delay_s = delay_s
        self._unsubscribe: Callable[[], None] | None = None
        self._changed = asyncio.Event()
        self._writing = asyncio.Lock()
        self._writer: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Load what is there and begin to write. A file that cannot be read is put aside, not overwritten."""
        kept = await asyncio.to_thread(self._read)
        if kept is not None:
            restore(self._state, self._schedule, kept)
        self._unsubscribe = self._state.subscribe(self._noticed)
        self._writer = asyncio.create_task(self._write_changes())

    async def stop(self) -> None:
        """Write once more and stop."""
        if self._writer is None or self._unsubscribe is None:
            return
        self._unsubscribe()
        self._writer.cancel()
        with suppress(asyncio.CancelledError):
            await self._writer
        self._writer = None
        await self._write()

    def _noticed(self, change: Change) -> None:
        self._changed.set()

    async def _write_changes(self) -> None:
        while True:
            await self._changed.wait()
            await asyncio.sleep(self._delay_s)
            self._changed.clear()
            try:
                await asyncio.shield(self._write())
            except OSError:
                _LOG.exception("the workspace's state could not be written; the next change tries again")

    async def _write(self) -> None:
        async with self._writing:
            kept, contents = as_json(self._state, self._schedule), list(self._state.files.values())
            await asyncio.to_thread(self._write_files, kept, contents)

    def _write_files(self, kept: Json, contents: list[File]) -> None:
        folder = self._folder
        folder.mkdir(parents=True, exist_ok=True)
        for file in contents:
            if not (folder / file.id).exists():
                _replace(folder / file.id, file.content)
        _replace(self._path, json.dumps(kept, ensure_ascii=False).encode())
        for gone in {one.name for one in folder.iterdir()} - {file.id for file in contents}:
            (folder / gone).unlink()

    @property
    def _folder(self) -> Path:
        return self._path.with_name(f"{self._path.stem}-files")

    def _read(self) -> Kept | None:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return None
        try:
            kept = from_json(json.loads(text), self._state.seed.team_id)
            for file in kept.files:
                file.content = (self._folder / file.id).read_bytes()
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as broken:
            aside = self._path.with_suffix(".unreadable")
            _LOG.warning("%s cannot be used (%s): kept as %s, a new workspace begins", self._path, broken, aside.name)
            self._path.replace(aside)
            return None
        return kept


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that either the old or the new content is there."""
    fresh = path.with_name(f"{path.name}.new")
    with fresh.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)
