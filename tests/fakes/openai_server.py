"""An OpenAI-compatible chat server of the tests' own: real HTTP on 127.0.0.1, scripted behaviours, a memory.

Each behaviour is a function that writes one response. The server keeps every request, so that tests can say what
left the program.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self, TypeAlias


@dataclass(frozen=True, kw_only=True)
class SeenRequest:
    """What a client sent."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def texts(self) -> list[str]:
        """The texts of the messages, in order."""
        return [message["content"] for message in self.body["messages"]]


Behaviour: TypeAlias = "Callable[[Exchange], None]"


class Exchange(BaseHTTPRequestHandler):
    """One request; behaviours use its small vocabulary to answer."""

    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length", "0"))
        body = json.loads(self.rfile.read(length) or b"{}")
        self.server.requests.append(SeenRequest(path=self.path, headers=dict(self.headers.items()), body=body))
        self.close_connection = True
        with suppress(ConnectionError):  # a client may hang up at its deadline: that is what some tests are about
            self.server.next_behaviour()(self)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing on standard error."""

    def begin(self, status: int = 200, content_type: str = "text/event-stream", length: int | None = None) -> None:
        """Status line and headers. Without a length the body ends when the connection closes."""
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Connection", "close")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def raw(self, data: bytes) -> None:
        """Bytes as they are, at once."""
        self.wfile.write(data)
        self.wfile.flush()

    def event(self, delta: dict[str, Any], finish: str | None = None) -> None:
        """One chunk of a streamed completion."""
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        self.raw(f"data: {json.dumps(envelope('chat.completion.chunk') | {'choices': [choice]})}\n\n".encode())

    def text(self, content: str) -> None:
        """One piece of the answer."""
        self.event({"content": content})

    def done(self, finish: str = "stop") -> None:
        """The end of a streamed completion."""
        self.event({}, finish)
        self.raw(b"data: [DONE]\n\n")

    def pause(self, seconds: float) -> None:
        """Wait, but no longer than the server lives."""
        self.server.stopping.wait(seconds)

    def json(self, status: int, value: dict[str, Any]) -> None:
        """A whole JSON response."""
        data = json.dumps(value).encode()
        self.begin(status, "application/json", len(data))
        self.raw(data)


def envelope(kind: str) -> dict[str, Any]:
    """The fields that every completion and every chunk of one has."""
    return {"id": "chatcmpl-1", "object": kind, "created": 1, "model": "test-model"}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Exchange)
        self.requests: list[SeenRequest] = []
        self.behaviours: list[Behaviour] = []
        self.connections = 0
        self.stopping = threading.Event()

    def verify_request(self, request: object, client_address: object) -> bool:
        """Count every connection, whatever it goes on to ask."""
        self.connections += 1
        return True

    def next_behaviour(self) -> Behaviour:
        """The next of the script; the last one is repeated."""
        return self.behaviours.pop(0) if len(self.behaviours) > 1 else self.behaviours[0]


class OpenAIServer:
    """`with OpenAIServer(says("…")) as server:` — `server.base_url` is what a client is given."""

    def __init__(self, *script: Behaviour) -> None:
        self._server = _Server()
        self._server.behaviours = list(script)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def base_url(self) -> str:
        """The address with /v1, as providers' settings have it."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def requests(self) -> Sequence[SeenRequest]:
        """Everything that was asked, in order."""
        return self._server.requests

    @property
    def connections(self) -> int:
        """How often anybody connected, with a request of any kind or none."""
        return self._server.connections


@contextmanager
def closed_port() -> Iterator[str]:
    """The address of a port on which nobody listens."""
    server = _Server()
    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.server_close()
    yield address
