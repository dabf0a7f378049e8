"""What the workspace accepts is what Slack's own types for JavaScript (npm @slack/types) describe."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from bot.workspace.blocks.elements import ELEMENTS, STANDS
from bot.workspace.blocks.layout import blocks_on
from bot.workspace.blocks.rich_text import IN_LINES, RICH_TEXT
from bot.workspace.blocks.schema import ListOf, Record, Typed
from tests.contracts.slack_types.npm import HERE, installed, strangers, type_check
from tests.unit.workspace.test_blocks import MESSAGES, MODALS, VIEWS

pytestmark = strangers

KINDS = {"modal": "ModalView", "home": "HomeView"}


def typed_lines(values: dict[str, tuple[str, Any]]) -> str:
    """A TypeScript file with one constant on each line, after the line of imports; {name: (its type, its value)}."""
    kinds = sorted({kind for kind, _ in values.values()})
    lines = [f"import type {{ {', '.join(kinds)} }} from '@slack/types';"]
    for number, (kind, value) in enumerate(values.values()):
        lines.append(f"export const given{number}: {kind} = {json.dumps(value)};")
    return "\n".join(lines) + "\n"


def test_every_good_example_has_slacks_types(tmp_path: Path) -> None:
    values = {name: ("KnownBlock", block) for name, block in {**MESSAGES, **MODALS}.items()}
    values |= {name: (KINDS[view["type"]], view) for name, view in VIEWS.items()}
    found = type_check(typed_lines(values), tmp_path)
    assert [(list(values)[line - 2], message) for line, message in found] == []


@pytest.mark.parametrize(
    "block",
    [
        {"type": "sectoin"},
        {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
        {"type": "divider", "color": "red"},
        {"type": "actions", "elements": [{"type": "button"}]},
    ],
)
def test_a_bad_example_would_be_found(block: dict[str, Any], tmp_path: Path) -> None:
    assert type_check(typed_lines({"bad": ("KnownBlock", block)}), tmp_path)


@pytest.fixture(scope="module")
def theirs() -> dict[str, dict[str, dict[str, str]]]:
    run = subprocess.run(["node", str(HERE / "fields.js")], cwd=installed(), capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    found: dict[str, dict[str, dict[str, str]]] = json.loads(run.stdout)
    return found


def fields(record: Record) -> dict[str, str]:
    return {**dict.fromkeys(record.required, "required"), **dict.fromkeys(record.optional, "optional")}


def rich_text_blocks() -> dict[str, Record]:
    elements = RICH_TEXT.required["elements"]
    assert isinstance(elements, ListOf)
    assert isinstance(elements.item, Typed)
    return dict(elements.item.records)


def ours() -> dict[str, dict[str, Record]]:
    known = {**blocks_on("message").records, **blocks_on("modal").records}
    by_place = {place: {name: ELEMENTS[name] for name in names} for place, names in STANDS.items()}
    return {
        "KnownBlock": {name: record for name, record in known.items() if name != "call"},
        "ActionsBlockElement": by_place["actions"],
        "InputBlockElement": by_place["input"],
        "SectionBlockAccessory": by_place["section"],
        "ContextActionsBlockElement": {name: ELEMENTS[name] for name in ("feedback_buttons", "icon_button")},
        "RichTextBlockElement": rich_text_blocks(),
        "RichTextElement": dict(IN_LINES),
    }


# Where we differ on purpose: (type, field) → what we say; None is "no such field".
DIFFERENT: dict[tuple[str, str], str | None] = {
    # Newer than the types: slack_sdk 3.47 sends them (slack_sdk.models.blocks.ButtonElement).
    ("button", "agent_prompt"): "optional",
    ("button", "agent_prompt_display"): "optional",
    ("button", "visible_to_user_ids"): "optional",
    # In the reference, and in slack_sdk; not in the types.
    ("emoji", "skin_tone"): "optional",
    ("rich_text_list", "offset"): "optional",
    # In the types; neither in the reference of the element nor in slack_sdk.
    ("workflow_button", "confirm"): None,
}


def test_both_know_the_same_types(theirs: dict[str, dict[str, dict[str, str]]]) -> None:
    assert {union: sorted(types) for union, types in theirs.items()} == {
        union: sorted(records) for union, records in ours().items()
    }


def test_both_know_the_same_fields(theirs: dict[str, dict[str, dict[str, str]]]) -> None:
    found = {
        (name, one): fields(record).get(one)
        for union, records in ours().items()
        for name, record in records.items()
        for one in sorted({*fields(record), *theirs[union].get(name, {})})
        if fields(record).get(one) != theirs[union].get(name, {}).get(one)
    }
    assert found == DIFFERENT
