"""Documents of many pages: each is set by a child process that ends with it.

Typst keeps what it has drawn for as long as its process lives, some 120 MB of a volume of 250 pages: a process that
serves for weeks would only grow. And what goes wrong with a thousand pages goes wrong there.

this process                              child (python -m …pictures.long_documents_child)
the words as data, over a pipe      ──►   limits on memory, CPU, network; then typst
◄── the pages over a pipe, within 120 s; else the child is killed

Nothing of the words touches a disk.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import bot
from bot.adapters.document_readers.limits import child_environment
from bot.errors import DataFileError, DependencyError

_PACKAGE_PARENT = str(Path(bot.__file__).resolve().parent.parent)
_CHILD = (sys.executable, "-P", "-m", "bot.adapters.pictures.long_documents_child")
_THREADS = "2"
"""Of typst, which would take one for each core, and address space for each; those who press buttons need a core too."""
_TURN = threading.Lock()
"""One child at a time: several would need the memory of several."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageLimits:
    """What a document may cost: bytes of address space, seconds. A volume of 140 pages took 330 MB of it and 1 s."""

    memory_bytes: int = 2 * 2**30
    cpu_s: int = 60
    wall_s: float = 120.0


def typeset_apart(
    template: str,
    data: Mapping[str, Any],
    *,
    made_on: date,
    is_tagged: bool,
    limits: PageLimits | None = None,
    child: Sequence[str] = _CHILD,
) -> bytes:
    """A PDF of any number of pages, as `typeset` of typesetting.py makes it. Raises DataFileError where the template
    warns, DependencyError where typst fails or needs more than it may. `child` is replaced only to test this."""
    limits = limits or PageLimits()
    request = {
        "template": template,
        "data": data,
        "made_on": made_on.isoformat(),
        "is_tagged": is_tagged,
        "memory_bytes": limits.memory_bytes,
        "cpu_s": limits.cpu_s,
    }
    asked = json.dumps(request, ensure_ascii=False).encode("utf-8", errors="replace")
    try:
        with _TURN:
            ended = subprocess.run(  # noqa: S603 - our own interpreter and module, never a name from outside
                tuple(child),
                input=asked,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # what typst says there may quote what people wrote
                env={**child_environment(_PACKAGE_PARENT), "RAYON_NUM_THREADS": _THREADS},
                cwd="/",
                start_new_session=True,
                timeout=limits.wall_s,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise DependencyError("typst", f"it took longer than {limits.wall_s:g} s") from None
    except OSError as error:
        raise DependencyError("typst", type(error).__name__) from None
    return _pages(ended, limits)


def _pages(ended: subprocess.CompletedProcess[bytes], limits: PageLimits) -> bytes:
    """The pages out of the child's answer. Raises DataFileError, DependencyError."""
    if ended.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise DependencyError("typst", f"it needed more than {limits.cpu_s} s of the processor, or was ended")
    if ended.returncode != 0:
        raise DependencyError("typst", f"it ended with {ended.returncode}")
    head, _, pages = ended.stdout.partition(b"\n")
    if head == b"pages" and pages:
        return pages
    if head == b"template":
        path, _, reason = pages.decode("utf-8", errors="replace").partition("\n")
        raise DataFileError(path, reason)
    raise DependencyError("typst", pages.decode("utf-8", errors="replace") if head == b"failed" else "no pages")
