"""Which of the reading child's limits this system does not have, found out by a child that takes them on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from bot.adapters.document_readers.limits import Limits, child_environment

_PACKAGE_PARENT = Path(__file__).resolve().parents[3]
_PROBE = (
    "from bot.adapters.document_readers.limits import hold_this_process;"
    "print(*hold_this_process(memory_bytes={memory}, cpu_s={cpu}))"
)


def missing_limits() -> tuple[str, ...]:
    """Names out of memory, cpu, core, network; all of them where not even the probe runs."""
    limits = Limits()
    program = _PROBE.format(memory=limits.memory_bytes, cpu=limits.cpu_s)
    try:
        ended = subprocess.run(  # noqa: S603 - our own interpreter, our own words
            [sys.executable, "-c", program],
            env=child_environment(str(_PACKAGE_PARENT)),
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return ("memory", "cpu", "core", "network")
    return tuple(ended.stdout.split())
