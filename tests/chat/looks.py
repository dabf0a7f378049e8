"""What a person sees of blocks: the words, the quotations, the buttons, the fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Button:
    """A button with what it asks before it acts."""

    label: str
    block_id: str
    action_id: str
    confirm: str


@dataclass(frozen=True, slots=True)
class Look:
    """A surface as it is seen."""

    text: str
    quotes: tuple[str, ...]
    buttons: tuple[Button, ...]
    inputs: tuple[Json, ...]

    @property
    def labels(self) -> list[str]:
        """The buttons' labels, in order."""
        return [button.label for button in self.buttons]

    @property
    def fields(self) -> list[str]:
        """The fields' labels, in order."""
        return [str(block["label"]["text"]) for block in self.inputs]


def look_at(blocks: list[Json], *around: str) -> Look:
    """Read blocks as a person does; `around` is what else stands on the surface, such as a sheet's title."""
    lines = [*around, *(line for block in blocks for line in _lines(block))]
    return Look(
        text="\n".join(line for line in lines if line.strip()),
        quotes=tuple(_quotes(blocks)),
        buttons=tuple(_buttons(blocks)),
        inputs=tuple(block for block in blocks if block.get("type") == "input"),
    )


def _lines(block: Json) -> Iterator[str]:
    kind = block.get("type")
    if kind == "rich_text":
        yield from (_rich(element) for element in block["elements"])
    elif kind in ("section", "header"):
        yield str((block.get("text") or {}).get("text", ""))
        yield from (str(field["text"]) for field in block.get("fields", []))
    elif kind == "context":
        yield " ".join(str(element.get("text", "")) for element in block["elements"])
    elif kind == "input":
        yield f"[{block['label']['text']}]"
        yield from _field(block["element"])
        yield str((block.get("hint") or {}).get("text", ""))


def _field(element: Json) -> Iterator[str]:
    """What stands in it; of choices each, those that are chosen marked."""
    standing = standing_in(element)
    if "options" not in element and "option_groups" not in element:
        yield str(standing)
    groups = element.get("option_groups") or [element]
    for option in (one for group in groups for one in group.get("options", [])):
        label = str(option["text"]["text"])
        is_chosen = label == standing or (isinstance(standing, list) and label in standing)
        yield f"({'x' if is_chosen else ' '}) {label}"


def standing_in(element: Json) -> str | list[str]:
    """What a field holds before anybody touches it: words, a day, a time, or the label of a choice; several: a list."""
    if element["type"] in ("checkboxes", "multi_static_select"):
        return [str(option["text"]["text"]) for option in element.get("initial_options", [])]
    chosen = (element.get("initial_option") or {}).get("text") or {}
    words = (element.get(name) for name in ("initial_value", "initial_date", "initial_time"))
    return str(next((one for one in words if one), chosen.get("text", "")))


def _rich(element: Json) -> str:
    if element.get("type") == "rich_text_list":
        return "\n".join(f"- {_rich(one)}" for one in element["elements"])
    return "".join(str(one.get("text", "")) for one in element.get("elements", []))


def _quotes(blocks: list[Json]) -> Iterator[str]:
    for block in blocks:
        for element in block.get("elements", []) if block.get("type") == "rich_text" else []:
            if element.get("type") == "rich_text_quote":
                yield _rich(element)


def _buttons(blocks: list[Json]) -> Iterator[Button]:
    for block in blocks:
        held = block.get("elements", []) if block.get("type") == "actions" else [block.get("accessory")]
        for element in held:
            if isinstance(element, dict) and element.get("type") == "button":
                confirm = str(((element.get("confirm") or {}).get("text") or {}).get("text", ""))
                yield Button(str(element["text"]["text"]), str(block["block_id"]), str(element["action_id"]), confirm)
