"""The guard: looks at a file without opening it, then has a child process with hard limits read it.

guard (this process)                      child (python -m …document_readers.child)
preflight: type, size, zip          ──►   limits on memory, CPU, network; then the one parser that is needed
◄── JSON over a pipe, at most 20 MB, within 30 s; else the child's process group is killed
"""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import bot
from bot.adapters.document_readers import preflight
from bot.adapters.document_readers.formats import Format
from bot.adapters.document_readers.limits import Limits, child_environment
from bot.adapters.document_readers.protocol import AnswerMalformed, decode_answer
from bot.core.guides.characters import clean_file_name
from bot.core.guides.models import ExtractedDocument
from bot.errors import DocumentRefused

_PACKAGE_PARENT = str(Path(bot.__file__).resolve().parent.parent)
_CHILD = (sys.executable, "-P", "-m", "bot.adapters.document_readers.child")
_PIECE = 64 * 1024


class GuardedDocumentReader:
    """Implements the core's DocumentReader. Safe to share between threads: it keeps no state between files."""

    def __init__(
        self, *, encoding: str | None = None, limits: Limits | None = None, child: Sequence[str] = _CHILD
    ) -> None:
        """`encoding` overrides the guess for text files; `child` is replaced only to test the guard."""
        self._encoding = encoding
        self._limits = limits or Limits()
        self._child = tuple(child)

    def read(self, *, file_name: str, content: bytes, encoding: str | None = None) -> ExtractedDocument:
        """Return the document. Raises DocumentRefused with the reason and what to do."""
        file_name = clean_file_name(file_name)
        format_ = preflight.check(file_name=file_name, content=content, limits=self._limits)
        answer = self._ask_child(file_name, format_, content, encoding or self._encoding)
        try:
            return decode_answer(answer, file_name=file_name)
        except AnswerMalformed as error:
            raise DocumentRefused("refused-stopped", file=file_name) from error

    def _ask_child(self, file_name: str, format_: Format, content: bytes, encoding: str | None) -> bytes:
        """The child's answer as bytes. Raises DocumentRefused when it was killed or died."""
        request = {
            "format": format_.value,
            "encoding": encoding,
            "memory_bytes": self._limits.memory_bytes,
            "cpu_s": self._limits.cpu_s,
        }
        # An unnamed temporary file instead of a pipe: the child may read it when it likes, and nobody can block.
        with tempfile.TemporaryFile() as question:
            question.write(json.dumps(request).encode() + b"\n" + content)
            question.seek(0)
            process = subprocess.Popen(  # noqa: S603 - our own interpreter and module, never a name from outside
                self._child,
                stdin=question,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=child_environment(_PACKAGE_PARENT),
                cwd="/",
                start_new_session=True,
            )
            try:
                assert process.stdout is not None
                answer = self._listen(process.stdout, file_name)
                _check_end(process, file_name)
                return answer
            finally:
                _kill(process)

    def _listen(self, pipe: IO[bytes], file_name: str) -> bytes:
        """Everything the child says. Raises DocumentRefused when it says too much or takes too long."""
        answer, deadline = bytearray(), time.monotonic() + self._limits.wall_s
        while True:
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise DocumentRefused("refused-too-slow", file=file_name)
            piece = os.read(pipe.fileno(), _PIECE)
            if not piece:
                return bytes(answer)
            answer += piece
            if len(answer) > self._limits.answer_bytes:
                raise DocumentRefused(
                    "refused-too-much-text", file=file_name, limit_mb=self._limits.answer_bytes // 1_000_000
                )


def _check_end(process: subprocess.Popen[bytes], file_name: str) -> None:
    """The child has closed its pipe; see how it ended. Raises DocumentRefused."""
    try:
        status = process.wait(timeout=2)
    except subprocess.TimeoutExpired as error:
        raise DocumentRefused("refused-too-slow", file=file_name) from error
    if status in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise DocumentRefused("refused-too-slow", file=file_name)
    if status != 0:
        raise DocumentRefused("refused-stopped", file=file_name)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and whatever it started; it leads a process group of its own."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if process.returncode is None:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdout is not None:
        process.stdout.close()
