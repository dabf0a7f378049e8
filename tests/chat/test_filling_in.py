"""Filling in a form as a person does: what is not touched stays, and no picker takes what it could not give."""

from __future__ import annotations

from typing import Any

import pytest

from tests.chat.acting import Entered, entered_into
from tests.chat.looks import look_at, standing_in

COST, LAW = (
    {"text": {"type": "plain_text", "text": text}, "value": value} for text, value in (("費用", "c"), ("法規", "l"))
)


def element(kind: str, **more: Any) -> dict[str, Any]:
    return {"type": kind, "action_id": "value", **more}


@pytest.mark.parametrize(
    ("field", "entered", "state"),
    [
        (element("plain_text_input"), "田中", {"value": "田中"}),
        (element("plain_text_input"), "", {"value": None}),
        (element("datepicker"), "2026-11-27", {"selected_date": "2026-11-27"}),
        (element("timepicker"), "09:30", {"selected_time": "09:30"}),
        (element("timepicker"), "", {"selected_time": None}),
        (element("checkboxes", options=[COST, LAW]), ["法規", "費用"], {"selected_options": [COST, LAW]}),
        (element("checkboxes", options=[COST, LAW]), [], {"selected_options": []}),
        (element("radio_buttons", options=[COST, LAW]), "法規", {"selected_option": LAW}),
        (element("static_select", options=[COST, LAW]), "", {"selected_option": None}),
    ],
)
def test_what_is_entered_is_sent_as_slack_sends_it(field: dict[str, Any], entered: Entered, state: Any) -> None:
    assert entered_into(field, entered) == {"value": {"type": field["type"], **state}}


@pytest.mark.parametrize(
    ("field", "entered"),
    [
        (element("datepicker"), "11/27"),
        (element("timepicker"), "9:30"),
        (element("checkboxes", options=[COST, LAW]), ["技術"]),
        (element("radio_buttons", options=[COST, LAW]), ["費用", "法規"]),
        (element("plain_text_input"), ["費用"]),
    ],
)
def test_what_nobody_could_enter_is_noticed(field: dict[str, Any], entered: Entered) -> None:
    with pytest.raises((AssertionError, ValueError)):
        entered_into(field, entered)


@pytest.mark.parametrize(
    ("field", "standing"),
    [
        (element("plain_text_input", initial_value="田中"), "田中"),
        (element("datepicker", initial_date="2026-11-27"), "2026-11-27"),
        (element("timepicker"), ""),
        (element("radio_buttons", options=[COST], initial_option=COST), "費用"),
        (element("checkboxes", options=[COST, LAW], initial_options=[LAW]), ["法規"]),
        (element("checkboxes", options=[COST, LAW]), []),
    ],
)
def test_what_stands_in_a_field(field: dict[str, Any], standing: Entered) -> None:
    assert standing_in(field) == standing


def test_a_field_is_seen_with_what_stands_in_it() -> None:
    label = {"type": "plain_text", "text": "課題"}
    block = {
        "type": "input",
        "label": label,
        "element": element("checkboxes", options=[COST, LAW], initial_options=[LAW]),
    }
    assert look_at([block]).text == "[課題]\n( ) 費用\n(x) 法規"
