"""How much memory this program has needed."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

_STATUS, _ROLLUP = Path("/proc/self/status"), Path("/proc/self/smaps_rollup")


def peak_bytes() -> int:
    """The most resident memory since this program was started, in bytes.

    Linux hands `ru_maxrss` on to whatever a process starts: a small program started by a large one reports the large
    one's. What the kernel says of a program's own memory (`VmHWM` in proc(5), KiB) begins anew with it.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts kibibytes, macOS bytes.
    return peak * (1024 if sys.platform.startswith("linux") else 1)


def own_bytes() -> int | None:
    """The memory of this program now, in bytes, where what it shares with others is shared out among them: `Pss` in
    proc(5), KiB. None where the system does not say."""
    try:
        lines = _ROLLUP.read_text(encoding="ascii", errors="replace").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), None)
