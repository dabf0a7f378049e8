"""How a second command asks the process that owns the indexes: one JSON line each way, on this machine only.

The owner listens on 127.0.0.1 and writes its port and a secret to `control.json` in the data folder, readable by its
own user alone. A message without the secret is answered with nothing.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
import socket
import socketserver
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self

import structlog

from bot.core.messages import Locale
from bot.errors import DependencyError, UsageError

_FILE = "control.json"
_LONGEST_LINE = 1_000_000
_PATIENCE_S = 180.0

Answerer = Callable[[str, Locale, bool], dict[str, Any]]


class ControlServer:
    """Answers other commands while this process owns the indexes. A context manager."""

    def __init__(self, data_dir: Path, answer: Answerer) -> None:
        self._path = data_dir / _FILE
        self._secret = secrets.token_hex(32)
        handler = _handler(answer, self._secret)
        self._server = _Server(("127.0.0.1", 0), handler)
        self._thread = threading.Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.1}, name="control", daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        note = json.dumps({"port": self._server.server_address[1], "secret": self._secret})
        staged = self._path.with_suffix(".new")
        staged.unlink(missing_ok=True)
        with os.fdopen(os.open(staged, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(note)
        staged.replace(self._path)
        return self

    def __exit__(self, *_: object) -> None:
        self._path.unlink(missing_ok=True)
        self._server.shutdown()
        self._server.server_close()


class ControlClient:
    """Asks the owner. A context manager; raises DependencyError where nobody answers."""

    def __init__(self, data_dir: Path, *, patience_s: float = _PATIENCE_S) -> None:
        """`patience_s`: how long the owner may take for one answer."""
        self._path, self._patience = data_dir / _FILE, patience_s
        self._connection: socket.socket | None = None
        self._secret = ""

    def __enter__(self) -> Self:
        try:
            note = json.loads(self._path.read_text(encoding="utf-8"))
            self._secret = note["secret"]
            self._connection = socket.create_connection(("127.0.0.1", int(note["port"])), timeout=self._patience)
        except (OSError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise DependencyError("minori", "another minori process owns the indexes but does not answer") from error
        return self

    def __exit__(self, *_: object) -> None:
        if self._connection is not None:
            self._connection.close()

    def ask(self, question: str, locale: Locale, hand_over: bool) -> dict[str, Any]:
        """Ask one question and return the result as the owner would print it."""
        assert self._connection is not None
        asked = {"secret": self._secret, "question": question, "locale": locale, "hand_over": hand_over}
        try:
            self._connection.sendall(json.dumps(asked).encode() + b"\n")
            answered: dict[str, Any] = json.loads(_line(self._connection))
            refused = answered.get("refused")
        except (OSError, ValueError, AttributeError) as error:
            raise DependencyError("minori", "the process that owns the indexes went away") from error
        if refused:
            raise UsageError(refused["key"], **refused["arguments"])
        return answered


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked hears it from the connection that ends; the owner's terminal shows no traceback."""
        _log().warning("control_request_failed", exc_info=sys.exc_info()[1])


def _log() -> structlog.typing.FilteringBoundLogger:
    log: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return log


def _line(connection: socket.socket) -> bytes:
    received = bytearray()
    while not received.endswith(b"\n"):
        piece = connection.recv(65_536)
        if not piece or len(received) > _LONGEST_LINE:
            raise ValueError("the line is not whole")
        received += piece
    return bytes(received)


def _handler(answer: Answerer, secret: str) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while line := self.rfile.readline(_LONGEST_LINE):
                try:
                    asked = json.loads(line)
                    is_ours = hmac.compare_digest(str(asked["secret"]), secret)
                    locale: Locale = "en" if asked["locale"] == "en" else "ja"
                    question, hand_over = str(asked["question"]), bool(asked["hand_over"])
                except (ValueError, KeyError, TypeError):
                    return
                if not is_ours:
                    return
                try:
                    result = answer(question, locale, hand_over)
                except UsageError as error:
                    result = {"refused": {"key": error.key, "arguments": dict(error.arguments)}}
                # Escaped, because a command line may hold what is no text at all (a lone surrogate).
                self.wfile.write(json.dumps(result).encode() + b"\n")

    return Handler
