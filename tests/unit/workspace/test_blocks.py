"""Block Kit: what is accepted, and what is refused with which words. Limits: test_blocks_limits.py."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.workspace.blocks import Surface, validate_blocks, validate_metadata, validate_options, validate_view
from bot.workspace.errors import ApiError

EXAMPLES = Path(__file__).parent / "block_examples"


def examples(name: str) -> Any:
    return yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))


MESSAGES: dict[str, Any] = examples("messages")
MODALS: dict[str, Any] = examples("modals")
VIEWS: dict[str, Any] = examples("views")
REFUSED: list[dict[str, Any]] = examples("refused")

MODAL = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "x"},
    "submit": {"type": "plain_text", "text": "x"},
}


def refusal(blocks: object, surface: Surface = "message") -> ApiError:
    with pytest.raises(ApiError) as raised:
        validate_blocks(blocks, surface)
    return raised.value


def view_refusal(view: object) -> ApiError:
    with pytest.raises(ApiError) as raised:
        validate_view(view)
    return raised.value


@pytest.mark.parametrize("name", MESSAGES)
def test_a_good_block_is_accepted_in_a_message(name: str) -> None:
    validate_blocks([MESSAGES[name]], "message")


@pytest.mark.parametrize("name", MODALS)
def test_a_good_block_is_accepted_in_a_modal(name: str) -> None:
    validate_view({**MODAL, "blocks": [MODALS[name]]})


@pytest.mark.parametrize("name", VIEWS)
def test_a_good_view_is_accepted(name: str) -> None:
    validate_view(VIEWS[name])


@pytest.mark.parametrize("case", REFUSED, ids=[case["says"][:60] for case in REFUSED])
def test_a_bad_block_or_view_is_refused_with_the_place(case: dict[str, Any]) -> None:
    if "view" in case:
        error = view_refusal(case["view"])
        assert error.error == "invalid_arguments"
    else:
        error = refusal(case["blocks"], case.get("surface", "message"))
        assert error.error == "invalid_blocks"
        assert case["says"] in error.extra["errors"]
    assert f"[ERROR] {case['says']}" in error.messages


def every_object(value: Any, pointer: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(value, dict):
        yield pointer, value
    for name, one in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from every_object(one, f"{pointer}/{name}")


@pytest.mark.parametrize("name", MESSAGES)
def test_an_unknown_field_is_refused_wherever_it_stands(name: str) -> None:
    blocks = examples("messages")
    for pointer, holder in every_object(blocks[name], "/blocks/0"):
        holder["no_such_field"] = "x"
        error = refusal([blocks[name]])
        del holder["no_such_field"]
        assert f"[ERROR] invalid additional property: no_such_field [json-pointer:{pointer}]" in error.messages


def test_the_same_action_id_may_stand_in_two_blocks() -> None:
    block = {"type": "actions", "elements": [{"type": "users_select", "action_id": "a"}]}
    validate_blocks([block, block], "message")


def test_a_response_url_is_asked_for_in_a_modals_input_only() -> None:
    select = {"type": "channels_select", "action_id": "c", "response_url_enabled": True}
    block = {"type": "input", "label": {"type": "plain_text", "text": "x"}, "element": select}
    validate_blocks([block], "modal")
    for place, blocks, surface in (
        ("/blocks/0/element", [block], "home"),
        ("/blocks/0/elements/0", [{"type": "actions", "elements": [select]}], "modal"),
    ):
        said = f"[ERROR] invalid additional property: response_url_enabled [json-pointer:{place}]"
        assert said in refusal(blocks, surface).messages  # type: ignore[arg-type]


def test_a_lone_surrogate_is_only_a_character() -> None:
    validate_view({"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "\ud800"}}]})


def test_every_problem_is_told_at_once() -> None:
    said = refusal([{"type": "divider", "x": 1}, {"type": "header"}, {"type": "no"}]).messages
    assert len(said) == 3


METADATA = {"event_type": "asked", "event_payload": {"id": "1"}}


def test_good_metadata() -> None:
    validate_metadata(METADATA)


@pytest.mark.parametrize(
    ("metadata", "error"),
    [
        ("x", "invalid_metadata_format"),
        ([], "invalid_metadata_format"),
        ({"event_type": "asked"}, "invalid_metadata_schema"),
        ({**METADATA, "more": 1}, "invalid_metadata_schema"),
        ({**METADATA, "event_type": ""}, "invalid_metadata_schema"),
        ({**METADATA, "event_payload": "x"}, "invalid_metadata_schema"),
        ({**METADATA, "event_payload": {"x": "a" * 16_000}}, "metadata_too_large"),
    ],
)
def test_bad_metadata(metadata: object, error: str) -> None:
    with pytest.raises(ApiError) as raised:
        validate_metadata(metadata)
    assert raised.value.error == error


OPTION = {"text": {"type": "plain_text", "text": "甲"}, "value": "k"}


@pytest.mark.parametrize(
    "answer",
    [
        {"options": []},
        {"options": [OPTION] * 100},
        {"option_groups": [{"label": {"type": "plain_text", "text": "組"}, "options": [OPTION]}]},
    ],
)
def test_options_for_a_select(answer: dict[str, Any]) -> None:
    validate_options(answer)


@pytest.mark.parametrize(
    "answer", [None, {}, {"options": [OPTION] * 101}, {"options": ["x"]}, {"options": [], "option_groups": []}]
)
def test_no_options_for_a_select(answer: object) -> None:
    with pytest.raises(ApiError, match="invalid_options"):
        validate_options(answer)
