"""Runs `minori` as a person does, in a process of its own, and holds what is true of every run."""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import structlog

from bot.cli.app import run

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "bot")
_PATIENCE_S = 90


@dataclass(frozen=True, kw_only=True)
class Ran:
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; anything else there is a mistake."""
        return [json.loads(line) for line in self.out.splitlines()]


def environment(**changes: str) -> dict[str, str]:
    """This test's environment; what has been compiled is used and kept where it is, as in an installation."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "OPENBLAS_NUM_THREADS": "1", **changes}


def minori(
    *arguments: str | Path, status: int = 0, given: str | bytes = "", env: Mapping[str, str] | None = None
) -> Ran:
    """Run to the end. The status must be as said, and no traceback is ever shown."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=ROOT,
        env=environment(**(env or {})),
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        timeout=_PATIENCE_S,
    )
    ran = Ran(status=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
    check(ran, status)
    return ran


def inside(*arguments: str | Path, status: int = 0, env: Mapping[str, str] | None = None) -> Ran:
    """The same in this process, which saves starting one: for what does not depend on how it was started."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    handlers, level = list(logging.root.handlers), logging.root.level
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in (env or {}).items():
            patch.setenv(name, value)
        try:
            with pytest.raises(SystemExit) as ended:
                run([str(argument) for argument in arguments])
        finally:
            # The program's log was sent to a stream that ends here.
            structlog.reset_defaults()
            logging.root.handlers[:] = handlers
            logging.root.setLevel(level)
    said = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        said.append(buffer.getvalue().decode())
    assert isinstance(ended.value.code, int)
    ran = Ran(status=ended.value.code, out=said[0], err=said[1])
    check(ran, status)
    return ran


def check(ran: Ran, status: int) -> None:
    """What holds for every run."""
    assert "Traceback" not in ran.err + ran.out, ran.err
    assert ran.status == status, f"status {ran.status}: {ran.out}{ran.err}"
    if status:
        assert ran.err.strip() or ran.out.strip(), "it failed in silence"


def start(*arguments: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
    """Start a run that goes on; its output is read line by line."""
    return subprocess.Popen(
        [*COMMAND, *arguments],
        cwd=ROOT,
        env=environment(**(env or {})),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def read_until(process: subprocess.Popen[str], wanted: str) -> str:
    """Read lines of standard output up to the one that holds `wanted`."""
    assert process.stdout is not None
    read: list[str] = []
    for line in process.stdout:
        read.append(line)
        if wanted in line:
            return "".join(read)
    raise AssertionError(f"{wanted!r} was never said: {''.join(read)}")


def finish(process: subprocess.Popen[str], *, status: int = 0, given: str | None = None) -> Ran:
    """Wait for the end; `given` is said before standard input is closed."""
    out, err = process.communicate(given, timeout=_PATIENCE_S)
    ran = Ran(status=process.returncode, out=out, err=err)
    check(ran, status)
    return ran


def write(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    """A text file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def lines(path: Path, rows: Sequence[Mapping[str, Any]]) -> Path:
    """A JSON Lines file."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path
