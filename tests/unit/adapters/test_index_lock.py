"""One owner of the indexes at a time, and none that is dead."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.adapters.index_lock import IndexLock
from bot.errors import IndexesInUse, StorageError

OWNER = """
import sys
from pathlib import Path
from bot.adapters.index_lock import IndexLock
lock = IndexLock(Path(sys.argv[1]))
print("owned", flush=True)
sys.stdin.read()
"""


def owner(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", OWNER, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "owned\n"
    return process


def test_a_second_owner_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first = IndexLock(tmp_path / "indexes")
    with pytest.raises(IndexesInUse):
        IndexLock(tmp_path / "indexes")
    first.release()
    first.release()
    IndexLock(tmp_path / "indexes").release()


@pytest.mark.parametrize("way", ["end", "kill"])
def test_an_owner_that_ended_in_whatever_way_has_let_go(tmp_path: Path, way: str) -> None:
    with owner(tmp_path) as process:
        with pytest.raises(IndexesInUse):
            IndexLock(tmp_path)
        if way == "kill":
            process.send_signal(signal.SIGKILL)
        process.communicate()
    IndexLock(tmp_path).release()


def test_other_folders_have_other_owners(tmp_path: Path) -> None:
    locks = [IndexLock(tmp_path / name) for name in ("one", "two")]
    for name in ("one", "two"):
        with pytest.raises(IndexesInUse):
            IndexLock(tmp_path / name)
    for lock in locks:
        lock.release()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match="file"):
        IndexLock(tmp_path / "file" / "indexes")
