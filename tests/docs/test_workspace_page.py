"""docs/workspace.md names what the workspace answers, and what it is checked against."""

from __future__ import annotations

import json
import re
from pathlib import Path

from bot.workspace.web_api.registry import METHODS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "workspace.md").read_text(encoding="utf-8")


def test_the_page_names_every_method_and_no_other() -> None:
    (named,) = re.findall(r"^The methods: (.*?)\.\s+Any\s+other", PAGE, re.MULTILINE | re.DOTALL)
    assert sorted(re.findall(r"`([\w.]+)`", named)) == sorted(METHODS)


def test_the_page_names_the_versions_it_is_checked_against() -> None:
    pinned = json.loads((ROOT / "tests/contracts/slack_types/package.json").read_text(encoding="utf-8"))["dependencies"]
    for name in ("@slack/types", "@slack/bolt"):
        assert set(re.findall(rf"npm {name} (\d+\.\d+\.\d+)", PAGE)) <= {pinned[name]}
        assert f"{name} {pinned[name]}" in PAGE
    assert f"TypeScript {pinned['typescript']}" in PAGE
