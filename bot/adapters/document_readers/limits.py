"""What a file may cost, and how the child is held to it."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import sys
from dataclasses import dataclass
from typing import Any

_MEGABYTE = 1_000_000
_NEW_USER_AND_NETWORK = 0x10000000 | 0x40000000
"""CLONE_NEWUSER | CLONE_NEWNET of linux/sched.h: a network of one's own, with nothing in it."""

_FORBIDDEN_EVENTS = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.posix_spawn",
    "os.system",
    "os.fork",
    "pty.",
    "http.",
    "ftplib.",
    "smtplib.",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. Measured in RELIABILITY.md, section Files."""

    file_bytes: int = 50 * _MEGABYTE
    memory_bytes: int = 768 * 1024 * 1024
    cpu_s: int = 20
    wall_s: float = 30.0
    answer_bytes: int = 20 * _MEGABYTE
    zip_entries: int = 5_000
    zip_bytes: int = 100 * _MEGABYTE
    zip_ratio: int = 100
    zip_ratio_from_bytes: int = 100_000


class NetworkRefused(OSError):
    """The reading child tried to reach the network or to start a program."""


def hold_this_process(*, memory_bytes: int, cpu_s: int) -> tuple[str, ...]:
    """Put this process under its limits, for good. Returns the names of those this system does not have."""
    missing = []
    wanted = {
        "memory": (resource.RLIMIT_AS, memory_bytes, memory_bytes),
        "cpu": (resource.RLIMIT_CPU, cpu_s, cpu_s + 1),
        "core": (resource.RLIMIT_CORE, 0, 0),
    }
    for name, (which, soft, hard) in wanted.items():
        try:
            resource.setrlimit(which, (soft, hard))
        except (ValueError, OSError):
            missing.append(name)
    if not _left_the_network():
        missing.append("network")
    sys.addaudithook(_refuse_network)
    return tuple(missing)


def _left_the_network() -> bool:
    """Move into an empty network namespace where the system lets an ordinary user do so."""
    if not sys.platform.startswith("linux"):
        return False
    with contextlib.suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None, use_errno=True).unshare(_NEW_USER_AND_NETWORK) == 0)
    return False


def _refuse_network(event: str, _: tuple[Any, ...]) -> None:
    """An audit hook, which Python code cannot remove: sockets and other programs are refused."""
    if event.startswith(_FORBIDDEN_EVENTS):
        raise NetworkRefused(event)


def child_environment(package_parent: str) -> dict[str, str]:
    """The child's environment: nothing of ours (no secret), only what Python needs to start."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ") if name in os.environ}
    return {**kept, "PYTHONPATH": package_parent, "PYTHONUTF8": "1", "PYTHONHASHSEED": "0", "PATH": os.defpath}
