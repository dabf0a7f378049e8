"""Files that people drop: the token goes to Slack alone, and whatever comes back is a file or a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from aiohttp import web

from bot.platforms.slack import files
from bot.platforms.slack.files import FileNotReceived, fetch_file
from bot.platforms.slack.reading import FileDropped

pytestmark = pytest.mark.loopback
TOKEN = "xoxb-secret"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def file(url: str, *, name: str = "手引き.pdf", size: int = 10) -> FileDropped:
    return FileDropped(id="F1", name=name, size=size, url=url)


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    application = web.Application()
    application.router.add_get("/{anything:.*}", handler)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


def fetched(handler: Handler, *, name: str = "手引き.pdf", path: str = "/files/a") -> bytes:
    async def scenario() -> bytes:
        async with asyncio.timeout(20), serving(handler) as server:
            return await fetch_file(file(server + path, name=name), token=TOKEN, api_url=f"{server}/api/")

    return asyncio.run(scenario())


def refused(handler: Handler, *, name: str = "手引き.pdf") -> str:
    with pytest.raises(FileNotReceived) as refusal:
        fetched(handler, name=name)
    assert refusal.value.arguments["file"] == name
    return refusal.value.key


def test_a_file_is_fetched_with_the_token() -> None:
    given: list[str | None] = []

    async def handler(request: web.Request) -> web.Response:
        given.append(request.headers.get("Authorization"))
        return web.Response(body=b"%PDF", content_type="application/pdf")

    assert fetched(handler) == b"%PDF"
    assert given == [f"Bearer {TOKEN}"]


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/a.pdf",
        "http://slack.com/a.pdf",
        "https://slack.com.evil.example/a.pdf",
        "https://evilslack.com/a.pdf",
        "https://files.slack.com@evil.example/a.pdf",
        "https://evil.example\\@files.slack.com/a.pdf",
        "https://evil.example#@files.slack.com/a.pdf",
        "https://evil.example?files.slack.com",
        "//files.slack.com/a.pdf",
        "file:///etc/passwd",
        "ftp://files.slack.com/a.pdf",
        "http://127.0.0.1:{port}1/a.pdf",
        "http://[broken",
        "",
    ],
)
def test_nobody_but_slack_is_given_the_token(url: str) -> None:
    """Nothing is even asked: a look-up of a name would fail the test."""
    with pytest.raises(FileNotReceived) as refusal:
        asyncio.run(fetch_file(file(url.replace("{port}", "8")), token=TOKEN, api_url="http://127.0.0.1:8/api/"))
    assert refusal.value.key == "guides-file-gone"


@pytest.mark.parametrize(
    "url", ["https://files.slack.com/files-pri/T1-F1/a.pdf", "https://slack.com/a", "https://a.enterprise.slack.com/a"]
)
def test_slacks_own_hosts_are_given_it(url: str) -> None:
    assert files.is_slack(url, "https://slack.com/api/")


def test_a_redirect_is_not_followed() -> None:
    asked: list[str] = []

    async def handler(request: web.Request) -> web.Response:
        asked.append(request.path)
        raise web.HTTPFound("/elsewhere")

    assert refused(handler) == "guides-file-gone"
    assert asked == ["/files/a"]


def test_a_log_in_page_is_no_file() -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(text="<html>Sign in</html>", content_type="text/html")

    assert refused(handler) == "guides-file-gone"
    assert fetched(handler, name="手引き.html") == b"<html>Sign in</html>"


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_refusal_is_a_sentence(status: int) -> None:
    async def handler(_: web.Request) -> web.Response:
        return web.Response(status=status)

    assert refused(handler) == "guides-file-gone"


def test_more_than_was_announced_is_not_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST_FILE", 200_000)
    sent = [0]

    async def handler(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse()
        await answer.prepare(request)
        for _ in range(10_000):
            await answer.write(b"x" * 65_536)
            sent[0] += 65_536
        return answer

    assert refused(handler) == "guides-file-too-large"
    assert sent[0] < 100_000_000


def test_an_announced_giant_is_not_asked_for() -> None:
    with pytest.raises(FileNotReceived) as refusal:
        asyncio.run(fetch_file(file("https://files.slack.com/a", size=10**9), token=TOKEN, api_url="https://slack.com"))
    assert refusal.value.key == "guides-file-too-large"


def test_a_server_that_hangs_ends_with_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE_S", 0.3)

    async def handler(_: web.Request) -> web.Response:
        await asyncio.Event().wait()
        raise AssertionError

    assert refused(handler) == "guides-file-gone"


def test_a_server_that_hangs_up_ends_with_a_sentence() -> None:
    async def handler(request: web.Request) -> web.StreamResponse:
        answer = web.StreamResponse(headers={"Content-Length": "1000"})
        await answer.prepare(request)
        await answer.write(b"half")
        assert request.transport is not None
        request.transport.close()
        return answer

    assert refused(handler) == "guides-file-gone"
