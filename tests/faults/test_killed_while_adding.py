"""A process is killed in the middle of its work; what a fresh process finds is exactly before or exactly after."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import open_database
from bot.adapters.storage.keeping import backup
from bot.adapters.storage.key_file import beside

ROOT = Path(__file__).resolve().parents[2]

Snapshot = tuple[int, tuple[tuple[str, int, str], ...], tuple[str, ...]]


def play(folder: Path, scenarios: Sequence[tuple[Path, str, str]]) -> list[dict[str, Any]]:
    """Run scenarios (database, action, kill_at), each in a forked process, and return how each ended."""
    script = folder / "scenarios.json"
    rows = [{"database": str(path), "action": action, "kill_at": point} for path, action, point in scenarios]
    script.write_text(json.dumps(rows), encoding="utf-8")
    command = [sys.executable, "-m", "tests.faults.killed_process", str(script)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]


def snapshot(path: Path) -> Snapshot:
    """What a fresh process sees; the database must be sound."""
    database = open_database(path)
    try:
        assert database.check() == []
        revision = database.corpus_revision()
        with database.guides_work(writing=False) as work:
            states = tuple((one.guide_id, one.number, str(one.state)) for one in work.guides.releases())
        cited = tuple(passage.id for passage in database.current_passages())
    finally:
        database.close()
    return revision, states, cited


def copies(seed: Path, folder: Path, names: Sequence[str]) -> list[Path]:
    """Copies of a closed database, one a scenario."""
    found = []
    for name in names:
        home = folder / name
        home.mkdir()
        for part in seed.parent.glob("minori.sqlite3*"):
            shutil.copy(part, home / part.name)
        shutil.copytree(beside(seed).parent, beside(home / seed.name).parent)
        found.append(home / seed.name)
    return found


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two guides, two editions each."""
    folder = tmp_path_factory.mktemp("seed")
    path = folder / "home" / "minori.sqlite3"
    assert play(folder, [(path, "seed", "")]) == [{"signal": 0, "status": 0, "said": "statements=0 "}]
    return path


NAMED = [
    "after-read-1",
    "after-read-2",
    "transaction-open",
    "before-publish-1",
    "after-publish-1",
    "before-publish-2",
    "after-publish-2",
    "before-commit",
    "after-commit",
]


def test_killed_at_named_points_of_adding(seed: Path, tmp_path: Path) -> None:
    *paths, whole = copies(seed, tmp_path, [*NAMED, "whole"])
    endings = play(tmp_path, [*zip(paths, ["add"] * len(NAMED), NAMED, strict=True), (whole, "add", "")])
    assert [ending["signal"] for ending in endings] == [9] * len(NAMED) + [0]
    before, after = snapshot(seed), snapshot(whole)
    assert before[0] == 4
    assert after[0] == 6
    found = {name: snapshot(path) for name, path in zip(NAMED, paths, strict=True)}
    assert found == {name: after if name == "after-commit" else before for name in NAMED}


@pytest.mark.parametrize("action", ["add", "rollback", "retire"])
def test_killed_before_every_single_statement(seed: Path, tmp_path: Path, action: str) -> None:
    (whole,) = copies(seed, tmp_path, ["whole"])
    (ending,) = play(tmp_path, [(whole, action, "")])
    count = int(ending["said"].split("statements=")[1])
    assert count >= 4
    points = [f"statement-{number}" for number in range(1, count + 1)]
    paths = copies(seed, tmp_path, points)
    endings = play(tmp_path, [(path, action, point) for path, point in zip(paths, points, strict=True)])
    assert {ending["signal"] for ending in endings} == {9}
    before, after = snapshot(seed), snapshot(whole)
    assert before != after
    assert {snapshot(path) for path in paths} == {before}


def test_killed_while_a_new_database_is_made(tmp_path: Path) -> None:
    (ending,) = play(tmp_path, [(tmp_path / "whole" / "minori.sqlite3", "open", "")])
    count = int(ending["said"].split("statements=")[1])
    # Every third statement and the last three: all of them take ten seconds and say the same.
    numbers = sorted({*range(1, count + 1, 3), *range(count - 2, count + 1)})
    points = [f"statement-{number}" for number in numbers]
    paths = [tmp_path / point / "minori.sqlite3" for point in points]
    endings = play(tmp_path, [(path, "open", point) for path, point in zip(paths, points, strict=True)])
    assert {ending["signal"] for ending in endings} == {9}
    assert {snapshot(path) for path in paths} == {(0, (), ())}


def test_killed_at_random_moments_what_was_reported_is_kept(seed: Path, tmp_path: Path) -> None:
    chance = random.Random(20261001)
    points = [f"after-{chance.uniform(0.0001, 0.15):.6f}" for _ in range(20)]
    paths = copies(seed, tmp_path, [f"run-{number}" for number in range(len(points))])
    endings = play(tmp_path, [(path, "endless", point) for path, point in zip(paths, points, strict=True)])
    assert {ending["signal"] for ending in endings} == {9}
    for path, ending in zip(paths, endings, strict=True):
        revision, states, cited = snapshot(path)
        reported = [int(word) for word in ending["said"].split(" ")[:-1]]
        # Adding two files counts two, rolling one back counts one: 4 → 6 → 7 → 9 → 10 …
        legal = [4, *(4 + 3 * step + more for step in range(len(reported)) for more in (2, 3)), 10**9]
        at = legal.index(reported[-1]) if reported else 0
        assert revision in (legal[at], legal[at + 1]), f"reported {reported[-3:]}, found {revision}"
        newest = [max(number for guide, number, _ in states if guide == name) for name in ("乙", "甲")]
        assert newest[0] == newest[1], "one file of a command was kept without the other"
        assert len(cited) == 16


def test_killed_while_restoring_there_is_always_a_whole_database(seed: Path, tmp_path: Path) -> None:
    (older,) = copies(seed, tmp_path, ["older"])
    backup(older, to=tmp_path / "backup.zip")
    play(tmp_path, [(older, "add", "")])
    before, after = snapshot(older), snapshot(seed)
    points = ["before-link", "after-link", "before-replace", "after-replace"]
    paths = copies(older, tmp_path, points)
    for path in paths:
        shutil.copy(tmp_path / "backup.zip", path.with_name("backup.zip"))
    endings = play(tmp_path, [(path, "restore", point) for path, point in zip(paths, points, strict=True)])
    assert {ending["signal"] for ending in endings} == {9}
    assert [snapshot(path) for path in paths] == [before, before, before, after]
