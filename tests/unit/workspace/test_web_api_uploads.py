"""The address an upload is posted to: once, with as many bytes as were announced; and who may fetch files."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from aiohttp import ClientSession, FormData

from bot.workspace.seed import AppCredentials
from tests.unit.workspace.clients import CLOSED_DOOR, GENERAL, SATO, Json, Running, running

pytestmark = pytest.mark.loopback

CONTENT = "補助金".encode()
DIVIDER = '[{"type": "divider"}]'
TOKEN = {"Authorization": f"Bearer {AppCredentials().bot_token}"}


async def _announced(one: Running) -> Json:
    return await one.form("files.getUploadURLExternal", filename="要領.txt", length=len(CONTENT))


@pytest.mark.parametrize("in_a_form", [False, True])
def test_the_content_comes_as_it_is_or_in_a_form(in_a_form: bool) -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            announced = await _announced(one)
            data: bytes | FormData = CONTENT
            if in_a_form:
                data = FormData()
                data.add_field("file", CONTENT, filename="要領.txt")
            async with session.post(announced["upload_url"], data=data) as answer:
                assert (answer.status, await answer.text()) == (200, f"OK - {len(CONTENT)}")
            await one.call("files.completeUploadExternal", files=[{"id": announced["file_id"]}])
            assert one.state.file(announced["file_id"]).content == CONTENT

    asyncio.run(scenario())


def test_an_address_is_good_once() -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            url = (await _announced(one))["upload_url"]
            for expected in ((200, f"OK - {len(CONTENT)}"), (404, "not_found")):
                async with session.post(url, data=CONTENT) as answer:
                    assert (answer.status, await answer.text()) == expected

    asyncio.run(scenario())


def test_another_length_than_announced_is_refused() -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            announced = await _announced(one)
            async with session.post(announced["upload_url"], data=CONTENT + b"!") as answer:
                assert (answer.status, await answer.text()) == (400, "invalid_size")
            files = [{"id": announced["file_id"]}]
            assert await one.error("files.completeUploadExternal", files=files) == "file_not_found"

    asyncio.run(scenario())


def test_what_was_announced_but_never_came_is_no_file() -> None:
    async def scenario() -> None:
        async with running() as one:
            files = [{"id": (await _announced(one))["file_id"]}]
            assert await one.error("files.completeUploadExternal", files=files) == "file_not_found"
            assert one.state.files == {}

    asyncio.run(scenario())


@pytest.mark.parametrize(
    ("headers", "status"),
    [(TOKEN, 200), ({}, 302), ({"Authorization": "Bearer xoxb-wrong"}, 302)],
)
def test_a_private_address_needs_the_token(headers: dict[str, str], status: int) -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            file = one.state.add_file(SATO, "要領.txt", CONTENT)
            one.state.share_files(SATO, GENERAL, [file.id])
            url = f"{one.workspace.url}/files-pri/T0LOCAL-{file.id}/{file.name}"
            async with session.get(url, headers=headers, allow_redirects=False) as answer:
                assert answer.status == status
                assert (await answer.read() == CONTENT) is (status == 200)

    asyncio.run(scenario())


def test_the_token_opens_nothing_where_the_bot_is_not() -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            file = one.state.add_file(SATO, "秘.txt", CONTENT)
            one.state.share_files(SATO, CLOSED_DOOR, [file.id])
            async with session.get(f"{one.workspace.url}/files-pri/T0LOCAL-{file.id}/a", headers=TOKEN) as answer:
                assert answer.status == 404

    asyncio.run(scenario())


def test_a_dropped_html_file_cannot_act_in_the_workspaces_name() -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            file = one.state.add_file(SATO, "a.html", b"<script>alert(1)</script>")
            one.state.share_files(SATO, GENERAL, [file.id])
            async with session.get(f"{one.workspace.url}/files-pri/T0LOCAL-{file.id}/a", headers=TOKEN) as answer:
                assert "sandbox" in answer.headers["Content-Security-Policy"]
                assert answer.headers["X-Content-Type-Options"] == "nosniff"

    asyncio.run(scenario())


def test_a_picture_keeps_the_words_for_whoever_cannot_see_it(tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running(state_file=tmp_path / "state.json") as one:
            done = await one.client.files_upload_v2(
                channel=GENERAL, filename="段階.png", content=b"\x89PNG", alt_txt="段階ごとの件数", title="段階"
            )
            kept = done["files"][0]["id"]
            (message,) = one.state.history(GENERAL)
            (shown,) = one.state.as_api_message(message)["files"]
            assert (shown["alt_txt"], shown["mimetype"], shown["title"]) == ("段階ごとの件数", "image/png", "段階")
        async with running(state_file=tmp_path / "state.json") as again:
            file = again.state.file(kept)
            assert (file.alt_txt, file.content, file.channels) == ("段階ごとの件数", b"\x89PNG", [GENERAL])

    asyncio.run(scenario())


def test_a_comment_goes_before_blocks() -> None:
    async def scenario() -> None:
        async with running() as one:
            for comment, blocks in (("これ", 0), ("", 1)):
                await one.client.files_upload_v2(
                    channel=GENERAL,
                    filename="a.txt",
                    content="a",
                    initial_comment=comment,
                    blocks=DIVIDER,
                )
                message = one.state.history(GENERAL)[0]
                assert (message.text, len(message.blocks)) == (comment, blocks)

    asyncio.run(scenario())


@pytest.mark.parametrize(("fault", "status"), [("server_error", 500), ("rate_limit", 429)])
def test_an_upload_can_go_wrong_on_command_and_leaves_nothing(fault: str, status: int) -> None:
    async def scenario() -> None:
        async with running() as one, ClientSession() as session:
            url = (await _announced(one))["upload_url"]
            getattr(one.workspace.faults, fault)("upload")
            async with session.post(url, data=CONTENT) as answer:
                assert answer.status == status
            assert one.state.files == {}
            async with session.post(url, data=CONTENT) as answer:
                assert answer.status == 200

    asyncio.run(scenario())
