"""Whatever JSON an app sends, it is accepted or refused by Slack's names; nothing else comes out."""

from __future__ import annotations

import asyncio
import contextlib
import copy
from collections.abc import Coroutine
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from slack_sdk.errors import SlackApiError

from bot.workspace.blocks import Surface, validate_blocks, validate_metadata, validate_view
from bot.workspace.errors import ApiError
from tests.unit.workspace.clients import GENERAL, SATO, running
from tests.unit.workspace.test_blocks import MESSAGES, MODALS, VIEWS, every_object

SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
NAMES = st.sampled_from(["type", "text", "elements", "blocks", "options", "rows", "title", "element", "accessory", "x"])
JSON = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4))
WHOLE: list[Any] = [*MESSAGES.values(), *MODALS.values(), *VIEWS.values()]


@st.composite
def nearly_good(draw: st.DrawFn) -> Any:
    """A good example in which one value is replaced by any JSON, or one field is taken away."""
    value = copy.deepcopy(draw(st.sampled_from(WHOLE)))
    holder = draw(st.sampled_from([one for _, one in every_object(value, "") if one]))
    name = draw(st.sampled_from(sorted(holder)))
    if draw(st.booleans()):
        holder[name] = draw(JSON)
    else:
        del holder[name]
    return value


@settings(max_examples=300, deadline=None)
@given(JSON | nearly_good())
def test_only_refusals_come_out(value: Any) -> None:
    surfaces: tuple[Surface, ...] = ("message", "modal", "home")
    for surface in surfaces:
        with contextlib.suppress(ApiError):
            validate_blocks(value, surface)
        with contextlib.suppress(ApiError):
            validate_blocks([value, value], surface)
    with contextlib.suppress(ApiError):
        validate_view(value)
    with contextlib.suppress(ApiError):
        validate_metadata(value)


@pytest.mark.loopback
def test_json_deeper_than_can_be_read_is_refused_too() -> None:
    deep = "[" * 50_000 + "]" * 50_000

    async def act() -> list[str]:
        async with running() as one:
            return [
                await _refusal(one.form("chat.postMessage", channel=GENERAL, text="x", blocks=deep)),
                await _refusal(one.form("views.publish", user_id=SATO, view=deep)),
            ]

    assert asyncio.run(act()) == ["invalid_blocks_format", "invalid_arguments"]


async def _refusal(call: Coroutine[Any, Any, Any]) -> Any:
    with pytest.raises(SlackApiError) as raised:
        await call
    return raised.value.response["error"]
