"""Each kind of defect in the words of listening is found, with its line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.checks.listening import check_listening

OURS = Path(__file__).resolve().parents[3] / "prompts" / "coaching" / "listening"


def problems(folder: Path, name: str = "", old: str = "", new: str = "") -> list[tuple[str, bool, str]]:
    shutil.copytree(OURS, folder, dirs_exist_ok=True)
    if name:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [(one.path.name, one.line is not None, one.reason.key) for one in check_listening(folder)]


def test_ours_have_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "key"),
    [
        ("ja.yaml", "version: 1", "version: 2", "check-schema"),
        ("ja.yaml", "own: [当社", "owner: [当社", "check-schema"),
        ("ja.yaml", "own: [当社", "own: [誰, 当社", "check-courtesy-twice"),
        ("ja.yaml", "  speed: [短納期", "  speed: [短納期, 高精度", "check-courtesy-twice"),
        ("en.yaml", "own: [we", "own: [we, [", "check-unreadable"),
        ("en.yaml", "own: [we", "own: [we, nurse", "check-courtesy-twice"),
    ],
)
def test_every_defect_is_found(tmp_path: Path, name: str, old: str, new: str, key: str) -> None:
    assert (name, True, key) in problems(tmp_path, name, old, new)


def test_a_missing_file_is_found(tmp_path: Path) -> None:
    assert [one.reason.key for one in check_listening(tmp_path)] == ["check-file-missing", "check-file-missing"]
