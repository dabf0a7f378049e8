"""Pictures of people and of the app: at the addresses that profiles name, in their colour, without a token."""

from __future__ import annotations

import asyncio
import io

import aiohttp
import pytest
from PIL import Image

from tests.unit.workspace.clients import BOT, SATO, running

pytestmark = pytest.mark.loopback


def test_the_pictures_of_a_profile_are_there_in_their_size_and_colour() -> None:
    async def act() -> None:
        async with running() as one, aiohttp.ClientSession() as browser:
            for user in (SATO, BOT):
                profile = (await one.get("users.info", user=user))["user"]["profile"]
                for size in (24, 32, 48, 72, 192, 512):
                    async with browser.get(profile[f"image_{size}"]) as answer:
                        picture = Image.open(io.BytesIO(await answer.read())).convert("RGB")
                    assert picture.size == (size, size)
                    assert "{:02x}{:02x}{:02x}".format(*picture.getpixel((0, 0))) == one.state.user(user).colour  # type: ignore[misc]

    asyncio.run(act())


@pytest.mark.parametrize("path", ["U0NOBODY/48.png", f"{SATO}/49.png", f"{SATO}/999.png", f"{SATO}/x.png"])
def test_no_other_picture_is_there(path: str) -> None:
    async def act() -> int:
        async with (
            running() as one,
            aiohttp.ClientSession() as browser,
            browser.get(f"{one.workspace.url}/avatars/{path}") as answer,
        ):
            return answer.status

    assert asyncio.run(act()) == 404
