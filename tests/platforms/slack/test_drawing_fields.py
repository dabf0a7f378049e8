"""Fields of a form: dates, times and any of several choices, and what they hold when they are sent."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.actions import ANSWER_SEND
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Reply, chosen_of
from bot.platforms.slack import reading
from bot.platforms.slack.drawing import SlackDrawing
from bot.workspace.blocks import validate_view
from tests.platforms.slack import payloads

LABEL = Message("sources-heading")


@pytest.fixture
def drawing(sentences: FluentSentences) -> SlackDrawing:
    return SlackDrawing(sentences, "ja")


def drawn(drawing: SlackDrawing, **field: Any) -> dict[str, Any]:
    """The block of one field, as the workspace takes it."""
    asked = Field(**{"name": "due", "label": LABEL, **field})
    view = drawing.sheet(Reply(parts=(asked,), submit=Offer(ANSWER_SEND, "h-1", Message("offer-hand-over"))))
    validate_view(view)
    (block,) = view["blocks"]
    assert isinstance(block, dict)
    return block


def sent(*elements: dict[str, Any]) -> dict[str, str]:
    """What a form holds whose fields are in these states."""
    values = {f"f{number}": {"value": element} for number, element in enumerate(elements)}
    return dict(reading.submitted_of(payloads.submission(state={"values": values})).values)


@pytest.mark.parametrize(
    ("kind", "initial", "element"),
    [
        ("date", "", {"type": "datepicker"}),
        ("date", "2026-11-27", {"type": "datepicker", "initial_date": "2026-11-27"}),
        ("time", "", {"type": "timepicker"}),
        ("time", "09:30", {"type": "timepicker", "initial_time": "09:30"}),
    ],
)
def test_a_day_and_a_time_are_picked(drawing: SlackDrawing, kind: str, initial: str, element: dict[str, str]) -> None:
    block = drawn(drawing, kind=kind, initial=initial, is_required=False, hint=LABEL)
    assert block["element"] == {"action_id": "value", **element}
    assert (block["optional"], block["hint"]["text"]) == (True, "出典")


@pytest.mark.parametrize(
    ("kind", "initial"),
    [
        ("date", "11/27"),
        ("date", "2026-11-31"),
        ("date", "20261127"),
        ("date", "2026-W48-5"),
        ("time", "9時"),
        ("time", "9:30"),
        ("time", "09:30:00"),
        ("time", "24:00"),
    ],
)
def test_what_is_no_day_or_time_is_refused_before_slack_refuses_it(
    drawing: SlackDrawing, kind: str, initial: str
) -> None:
    with pytest.raises(ValueError, match=r"."):
        drawn(drawing, kind=kind, initial=initial)


def test_any_of_several_is_ticked(drawing: SlackDrawing) -> None:
    choices = tuple(Choice(f"u{number}", f"{number} さん") for number in range(10))
    element = drawn(drawing, kind="choices", choices=choices, initial="u1,u12,u9")["element"]
    assert element["type"] == "checkboxes"
    assert [one["value"] for one in element["options"]] == [f"u{number}" for number in range(10)]
    assert [one["text"]["text"] for one in element["initial_options"]] == ["1 さん", "9 さん"]
    assert "initial_options" not in drawn(drawing, kind="choices", choices=choices)["element"]


def test_more_than_can_be_ticked_is_a_menu(drawing: SlackDrawing) -> None:
    choices = tuple(Choice(f"u{number}", f"{number} さん") for number in range(11))
    assert drawn(drawing, kind="choices", choices=choices, initial="u1")["element"]["type"] == "multi_static_select"


def test_values_that_would_run_together_are_refused(drawing: SlackDrawing) -> None:
    with pytest.raises(ValueError, match="comma"):
        drawn(drawing, kind="choices", choices=(Choice("a,b", "甲"),))


def test_what_was_picked_is_read_back() -> None:
    options = [{"text": {"type": "plain_text", "text": one}, "value": one} for one in ("cost", "law")]
    assert sent(
        {"type": "datepicker", "selected_date": "2026-11-27"},
        {"type": "timepicker", "selected_time": "09:30"},
        {"type": "checkboxes", "selected_options": options},
        {"type": "multi_static_select", "selected_options": options[:1]},
    ) == {"f0": "2026-11-27", "f1": "09:30", "f2": "cost,law", "f3": "cost"}


def test_what_was_left_empty_is_empty() -> None:
    assert sent(
        {"type": "datepicker", "selected_date": None},
        {"type": "timepicker", "selected_time": None},
        {"type": "checkboxes", "selected_options": []},
        {"type": "static_select", "selected_option": None},
    ) == {"f0": "", "f1": "", "f2": "", "f3": ""}


def test_several_values_come_apart_again() -> None:
    assert chosen_of("cost,law") == ("cost", "law")
    assert chosen_of("") == ()


def test_a_menu_of_two_hundred_is_in_groups_that_are_searched_together(drawing: SlackDrawing) -> None:
    choices = tuple(Choice(f"firm-{number}", f"株式会社{number}製作所") for number in range(201))
    element = drawn(drawing, kind="choices", choices=choices)["element"]
    assert [len(group["options"]) for group in element["option_groups"]] == [100, 100, 1]
    assert element["option_groups"][1]["label"]["text"] == "株式会社100製作所 – 株式会社199製作所"


def test_what_is_ticked_of_two_hundred_is_of_one_group(drawing: SlackDrawing) -> None:
    """Slack refuses a menu whose ticked options are of several groups."""
    choices = tuple(Choice(f"firm-{number}", f"株式会社{number}製作所") for number in range(201))
    element = drawn(drawing, kind="choices", choices=choices, initial="firm-3,firm-150,firm-200")["element"]
    values = [one["value"] for group in element["option_groups"] for one in group["options"]]
    assert sorted(values) == sorted(one.value for one in choices)
    assert [one["value"] for one in element["initial_options"]] == ["firm-3", "firm-150", "firm-200"] == values[:3]


def test_more_than_a_hundred_that_are_ticked_stand_in_several_menus_and_come_back_as_one_field(
    drawing: SlackDrawing,
) -> None:
    choices = tuple(Choice(f"firm-{number}", f"株式会社{number}製作所") for number in range(250))
    ticked = [one.value for one in choices if one.value != "firm-7"]
    asked = Field(name="due", label=LABEL, kind="choices", choices=choices, initial=",".join(ticked))
    view = drawing.sheet(Reply(parts=(asked,), submit=Offer(ANSWER_SEND, "h-1", Message("offer-hand-over"))))
    validate_view(view)
    assert [len(block["element"]["options"]) for block in view["blocks"]] == [100, 100, 50]
    chosen = {
        block["block_id"]: {"value": {"type": "x", "selected_options": block["element"]["initial_options"]}}
        for block in view["blocks"]
    }
    held = reading.submitted_of(payloads.submission(state={"values": chosen})).values
    assert sorted(chosen_of(held["due"])) == sorted(ticked)
    assert list(held) == ["due"]


def test_as_many_as_a_field_may_offer_fit_on_a_sheet(drawing: SlackDrawing) -> None:
    choices = tuple(
        Choice(f"{number:036}", f"株式会社{number:04}{'北浜製作所' * 5}") for number in range(MOST_CHOICES + 1)
    )
    element = drawn(drawing, kind="choices", choices=choices)["element"]
    assert sum(len(group["options"]) for group in element["option_groups"]) == MOST_CHOICES
