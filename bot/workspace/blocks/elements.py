"""Buttons, pickers and inputs; and where each block element may stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from bot.workspace.blocks.composition import DISPATCH_ACTION_CONFIG, IMAGE, LINK, STYLE, WEB_ADDRESS, plain
from bot.workspace.blocks.menus import FOCUSED, MENU, MENUS, PRESSED
from bot.workspace.blocks.rich_text import RICH_TEXT
from bot.workspace.blocks.schema import Choice, Fields, Flag, Integer, Kind, ListOf, Record, Rule, String, Typed

Surface = Literal["message", "modal", "home"]
Place = Literal["actions", "section", "input"]

ACTION: dict[str, Kind] = {"action_id": String(255)}
LABEL: dict[str, Kind] = {"accessibility_label": String(75)}
SEEN_BY: dict[str, Kind] = {"visible_to_user_ids": ListOf(String())}
INPUT: dict[str, Kind] = {
    **ACTION,
    "focus_on_load": Flag(),
    "placeholder": plain(150),
    "dispatch_action_config": DISPATCH_ACTION_CONFIG,
}
DECIMAL = String(form=r"-?\d+(\.\d+)?", otherwise="must be a number")
DATE = String(form=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", otherwise="must be in the format YYYY-MM-DD")
TIME = String(form=r"([01]\d|2[0-3]):[0-5]\d", otherwise="must be in the format HH:mm")
FEEDBACK = Record({"text": plain(75), "value": String(2000)}, LABEL)
TRIGGER = Record(
    {"url": WEB_ADDRESS},
    {"customizable_input_parameters": ListOf(Record({"name": String(), "value": String(least=0)}))},
)


def ordered(least: str, most: str) -> Rule:
    """The lower bound may not lie above the upper one; both may be numbers or numbers in strings."""

    def rule(fields: Fields) -> Iterator[tuple[str, str]]:
        if least in fields and most in fields and float(str(fields[least])) > float(str(fields[most])):
            yield f"/{least}", f"must not be more than {most}"

    return rule


BUTTONS = {
    "button": Record(
        {"text": plain(75)},
        {
            **PRESSED,
            **LABEL,
            **SEEN_BY,
            "url": LINK,
            "value": String(2000),
            "style": STYLE,
            "agent_prompt": String(4000),
            "agent_prompt_display": String(),
        },
    ),
    "workflow_button": Record(
        {"text": plain(75), "workflow": Record({"trigger": TRIGGER})}, {**ACTION, **LABEL, "style": STYLE}
    ),
    "icon_button": Record(
        {"icon": Choice(("trash",)), "text": plain(75)}, {**PRESSED, **LABEL, **SEEN_BY, "value": String(2000)}
    ),
    "feedback_buttons": Record({"positive_button": FEEDBACK, "negative_button": FEEDBACK}, ACTION),
}

PICKERS = {
    "datepicker": Record({}, {**MENU, "initial_date": DATE}),
    "timepicker": Record({}, {**MENU, "initial_time": TIME, "timezone": String()}),
    # Ten digits: seconds since 1970, from September 2001 on.
    "datetimepicker": Record({}, {**FOCUSED, "initial_date_time": Integer(1_000_000_000, 9_999_999_999)}),
}

INPUTS = {
    "plain_text_input": Record(
        {},
        {
            **INPUT,
            "initial_value": String(3000, least=0),
            "multiline": Flag(),
            "min_length": Integer(0, 3000),
            "max_length": Integer(1, 3000),
        },
        (ordered("min_length", "max_length"),),
    ),
    "email_text_input": Record({}, {**INPUT, "initial_value": String(least=0)}),
    "url_text_input": Record({}, {**INPUT, "initial_value": String(least=0)}),
    "number_input": Record(
        {"is_decimal_allowed": Flag()},
        {**INPUT, "initial_value": DECIMAL, "min_value": DECIMAL, "max_value": DECIMAL},
        (
            ordered("min_value", "max_value"),
            ordered("min_value", "initial_value"),
            ordered("initial_value", "max_value"),
        ),
    ),
    "rich_text_input": Record(
        {},
        {
            **INPUT,
            "initial_value": Typed({"rich_text": RICH_TEXT}),
            "min_lines": Integer(1, 100),
            "max_lines": Integer(1, 100),
        },
        (ordered("min_lines", "max_lines"),),
    ),
    "file_input": Record({}, {**ACTION, "filetypes": ListOf(String()), "max_files": Integer(1, 10)}),
}

ELEMENTS = {**BUTTONS, **MENUS, **PICKERS, **INPUTS, "image": IMAGE}

CHOOSING = (*(name for name in MENUS if name != "overflow"), "datepicker", "timepicker")
STANDS: dict[Place, tuple[str, ...]] = {
    "actions": ("button", "workflow_button", "overflow", *CHOOSING, "datetimepicker", "rich_text_input"),
    "section": ("button", "workflow_button", "overflow", *CHOOSING, "image"),
    "input": (*CHOOSING, "datetimepicker", *INPUTS),
}
# Everything else stands on all three.
ONLY_ON: dict[str, tuple[Surface, ...]] = {
    "workflow_button": ("message",),
    "datetimepicker": ("message", "modal"),
    "rich_text_input": ("modal", "home"),
    "email_text_input": ("modal",),
    "url_text_input": ("modal",),
    "number_input": ("modal",),
    "file_input": ("modal",),
}


def elements(place: Place, surface: Surface) -> Typed:
    """The elements that may stand at a place of a block, on a surface."""
    found = {name: ELEMENTS[name] for name in STANDS[place] if surface in ONLY_ON.get(name, (surface,))}
    if (place, surface) == ("input", "modal"):
        return Typed(found)
    return Typed({name: _without(record, "response_url_enabled") for name, record in found.items()})


def _without(record: Record, name: str) -> Record:
    kept = {one: kind for one, kind in record.optional.items() if one != name}
    return Record(record.required, kept, record.rules)
