"""What the OpenAI-compatible server of the tests can be told to do: good, slow, broken, refusing."""

from __future__ import annotations

from tests.fakes.openai_server import Behaviour, Exchange, envelope


def says(content: str, *, piece: int = 7, finish: str = "stop") -> Behaviour:
    """Streams the content in pieces of `piece` characters; as one JSON body to a client that does not stream."""

    def behave(exchange: Exchange) -> None:
        if not exchange.server.requests[-1].body.get("stream"):
            message = {"role": "assistant", "content": content}
            choice = {"index": 0, "message": message, "finish_reason": finish}
            exchange.json(200, envelope("chat.completion") | {"choices": [choice]})
            return
        exchange.begin()
        exchange.event({"role": "assistant", "content": ""})
        for start in range(0, len(content), piece):
            exchange.text(content[start : start + piece])
        exchange.done(finish)

    return behave


def refuses(status: int, message: str = "refused") -> Behaviour:
    """Answers with an error of the OpenAI shape."""
    return lambda exchange: exchange.json(status, {"error": {"message": message, "type": "error", "code": None}})


def slow(seconds: float, then: Behaviour) -> Behaviour:
    """The first byte comes late."""

    def behave(exchange: Exchange) -> None:
        exchange.pause(seconds)
        then(exchange)

    return behave


def drips(content: str, *, every: float, pings: bool = False) -> Behaviour:
    """One character at a time, for ever: no single read is slow. With `pings`, only comments of the protocol."""

    def behave(exchange: Exchange) -> None:
        exchange.begin()
        while not exchange.server.stopping.is_set():
            for character in content:
                if pings:
                    exchange.raw(b": ping\n\n")
                else:
                    exchange.text(character)
                exchange.pause(every)

    return behave


def falls_silent(after: str = "") -> Behaviour:
    """Begins to answer and then sends nothing more, without hanging up."""

    def behave(exchange: Exchange) -> None:
        exchange.begin()
        exchange.text(after)
        exchange.pause(30)

    return behave


def hangs_up_after(content: str) -> Behaviour:
    """Says something and closes the connection in the middle of a chunk that it announced."""

    def behave(exchange: Exchange) -> None:
        exchange.begin(length=10_000)
        exchange.text(content)
        exchange.raw(b'data: {"id": "chatcmpl-1", "cho')

    return behave


def sends(data: bytes, *, content_type: str = "text/event-stream") -> Behaviour:
    """Sends these bytes as the whole body."""

    def behave(exchange: Exchange) -> None:
        exchange.begin(200, content_type, len(data))
        exchange.raw(data)

    return behave


def fails_midway(content: str) -> Behaviour:
    """Says something, then an error event, as providers do when they break after the first byte."""

    def behave(exchange: Exchange) -> None:
        exchange.begin()
        exchange.text(content)
        exchange.raw(b'data: {"error": {"message": "overloaded", "type": "server_error"}}\n\n')

    return behave


def floods(length: int) -> Behaviour:
    """An answer of `length` characters, in large pieces."""

    def behave(exchange: Exchange) -> None:
        exchange.begin()
        for _ in range(length // 50_000):
            exchange.text("あ" * 50_000)
        exchange.done()

    return behave
