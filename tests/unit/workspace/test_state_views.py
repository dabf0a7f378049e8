"""Stacks of modals, Homes, hashes."""

from __future__ import annotations

from typing import Any

import pytest

from bot.workspace.errors import ApiError
from bot.workspace.records import Change
from bot.workspace.state import WorkspaceState
from tests.unit.workspace.clients import MILLER, SATO, SEED


def modal(**fields: Any) -> dict[str, Any]:
    """Return a small modal."""
    block = {
        "type": "input",
        "block_id": "name",
        "label": {"type": "plain_text", "text": "名前"},
        "element": {"type": "plain_text_input", "action_id": "typed"},
    }
    return {"type": "modal", "title": {"type": "plain_text", "text": "題"}, "blocks": [block], **fields}


@pytest.fixture
def state() -> WorkspaceState:
    return WorkspaceState(SEED)


def test_three_modals_lie_on_each_other_and_no_more(state: WorkspaceState) -> None:
    first = state.open_view(SATO, modal())
    second = state.push_view(SATO, modal())
    third = state.push_view(SATO, modal())
    assert [view.id for view in state.stack(SATO)] == [first.id, second.id, third.id]
    assert (third.root_view_id, third.previous_view_id) == (first.id, second.id)
    with pytest.raises(ApiError, match="push_limit_reached"):
        state.push_view(SATO, modal())


def test_nothing_is_pushed_where_nothing_is_open(state: WorkspaceState) -> None:
    state.open_view(SATO, modal())
    with pytest.raises(ApiError, match="not_found"):
        state.push_view(MILLER, modal())


def test_closing_takes_those_above_along(state: WorkspaceState) -> None:
    first, second, third = (state.open_view(SATO, modal()), *(state.push_view(SATO, modal()) for _ in range(2)))
    seen: list[Change] = []
    state.subscribe(seen.append)
    assert state.close_view(second.id) == [third, second]
    assert state.stack(SATO) == [first]
    assert seen[0].data == {"views": [third, second], "cleared": False}
    state.push_view(SATO, modal())
    state.close_view(first.id, clear=True)
    assert state.stack(SATO) == []
    assert state.views == {}
    with pytest.raises(ApiError, match="not_found"):
        state.close_view(first.id)


def test_an_old_hash_does_not_overwrite(state: WorkspaceState) -> None:
    view = state.open_view(SATO, modal())
    old = view.hash
    state.update_view(view, modal(callback_id="second"), old)
    with pytest.raises(ApiError, match="hash_conflict"):
        state.update_view(view, modal(callback_id="third"), old)
    assert view.callback_id == "second"


def test_an_external_id_is_one_views_own(state: WorkspaceState) -> None:
    view = state.open_view(SATO, modal(external_id="form-1"))
    assert state.view(external_id="form-1") is view
    state.update_view(view, modal(external_id="form-1"))
    with pytest.raises(ApiError, match="duplicate_external_id"):
        state.open_view(MILLER, modal(external_id="form-1"))
    with pytest.raises(ApiError, match="not_found"):
        state.view(external_id="form-2")


def test_an_update_keeps_what_was_entered_in_blocks_that_stay(state: WorkspaceState) -> None:
    view = state.open_view(SATO, modal())
    entered = {"typed": {"type": "plain_text_input", "value": "ねじ"}}
    state.set_view_values(view.id, {"name": entered})
    state.update_view(view, modal())
    assert state.as_api_view(view)["state"] == {"values": {"name": entered}}
    state.update_view(view, modal(blocks=[{"type": "divider"}]))
    assert view.values == {}


def test_everybody_has_one_home_under_one_id(state: WorkspaceState) -> None:
    home = {"type": "home", "blocks": [{"type": "divider"}]}
    first = state.publish_home(SATO, home)
    state.publish_home(MILLER, home)
    again = state.publish_home(SATO, {**home, "private_metadata": "二"}, first.hash)
    assert again.id == first.id
    assert state.home(SATO) is again
    with pytest.raises(ApiError, match="hash_conflict"):
        state.publish_home(SATO, home, "0.old")
