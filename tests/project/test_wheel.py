"""The wheel carries the program, its prompts and its guides, and finds them once it is installed."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("minori-*.whl")
    return built


def data_files(folder: str) -> set[str]:
    return {str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize("folder", ["prompts", "knowledge"])
def test_the_wheel_holds_every_data_file(wheel: Path, folder: str) -> None:
    packed = {name.removeprefix("bot/_data/") for name in zipfile.ZipFile(wheel).namelist()}
    assert data_files(folder)
    assert data_files(folder) - packed == set()


def test_the_wheel_holds_nothing_but_the_program(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    (described,) = {name.split("/")[0] for name in names} - {"bot"}
    assert described.endswith(".dist-info")
    assert not [name for name in names if "__pycache__" in name]
    assert f"{described}/licenses/LICENSE" in names


def test_the_wheel_holds_what_pages_are_drawn_with(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    wanted = data_files("bot/adapters/pictures/fonts") | data_files("bot/adapters/pictures/templates")
    assert {Path(name).suffix for name in wanted} >= {".ttf", ".txt", ".typ"}
    assert wanted - set(names) == set()
    assert len([name for name in names if "/licenses/" in name and Path(name).name.startswith("OFL-")]) == 2


def test_an_installed_program_finds_its_own_data(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    ask = "from bot import resources as r; print(r.prompts_folder()); print(r.knowledge_folder())"
    run = subprocess.run(
        [sys.executable, "-c", ask],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
        check=True,
        capture_output=True,
        text=True,
    )
    found = [Path(line) for line in run.stdout.splitlines()]
    assert found == [tmp_path / "bot" / "_data" / "prompts", tmp_path / "bot" / "_data" / "knowledge"]
