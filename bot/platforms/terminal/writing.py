"""The files of a reply, where there is no chat to send them by: written into a folder, for their owner's eyes only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from bot.core.messages import Message, Reply, Say
from bot.core.outgoing import made
from bot.errors import PersonError


def written(reply: Reply, folder: Path, say: Say) -> Iterator[str]:
    """Write the files of a reply, and say of each where it is, or why it could not be written.

    What is there already stays: a second file of the same name gets a number. Raises what a file's `make` raises.
    """
    for file in reply.files:
        try:
            content = made(file, say)
        except PersonError as error:
            yield say(Message(error.key, dict(error.arguments)))
            continue
        path = _free(folder / content.name)
        try:
            write_whole(path, content.content)
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield say(Message("file-not-written", {"name": content.title, "path": str(path), "reason": reason}))
        else:
            yield say(Message("file-written", {"name": content.title, "path": str(path)}))


def write_whole(path: Path, content: bytes) -> None:
    """Write a file, readable by its owner only: whole or not at all, in the place of one that is there.

    Raises OSError.
    """
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".minori-")
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _free(path: Path) -> Path:
    numbered = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in count(2))
    return path if not path.exists() else next(one for one in numbered if not one.exists())
