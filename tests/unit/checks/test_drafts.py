"""The check of the drafts names what is wrong, with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.checks.drafts import check_drafts

SHIPPED = Path(__file__).resolve().parents[3] / "prompts" / "drafts"


def copied(folder: Path) -> Path:
    for file in SHIPPED.glob("*.yaml"):
        (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return folder / "thanks.yaml"


def test_the_shipped_drafts_are_in_order() -> None:
    assert list(check_drafts(SHIPPED)) == []


@pytest.mark.parametrize(
    ("before", "after", "key"),
    [
        ("purpose: thanks", "purpose: follow_up", "check-draft-purpose"),
        ('"お礼（{sender}）"]', '"お礼（{firm}）"]', "check-draft-fallback"),
        ("{partner}", "{company}", "check-schema"),
        ("{partner}", "{partner", "check-schema"),
        ("very_polite:", "rude:", "check-schema"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, before: str, after: str, key: str) -> None:
    file = copied(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")
    found = list(check_drafts(tmp_path))
    assert {(one.path, one.reason.key) for one in found} == {(file, key)}
    assert all(one.line for one in found)


def test_a_letter_has_no_subject(tmp_path: Path) -> None:
    file = copied(tmp_path)
    text = file.read_text(encoding="utf-8")
    at = text.index("letter:")
    lines = text[at:].replace("      lines:", '      subject: "御礼"\n      lines:', 1)
    file.write_text(text[:at] + lines, encoding="utf-8")
    assert [one.reason.key for one in check_drafts(tmp_path)] == ["check-draft-subject"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    copied(tmp_path).unlink()
    assert [(one.path.name, one.reason.key) for one in check_drafts(tmp_path)] == [
        ("thanks.yaml", "check-file-missing")
    ]
