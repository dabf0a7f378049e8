"""Where prompts and knowledge are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import resources
from bot.errors import DataFileError


def test_a_checkout_has_both_folders() -> None:
    assert (resources.prompts_folder() / "sentences" / "ja").is_dir()
    assert resources.knowledge_folder().name == "knowledge"


def test_an_installed_package_uses_its_own_folder_and_not_a_neighbour(tmp_path: Path) -> None:
    package = tmp_path / "bot"
    ours, stranger = package / "_data" / "prompts", tmp_path / "prompts"
    ours.mkdir(parents=True)
    stranger.mkdir()
    assert resources._folder("prompts", package) == ours


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(DataFileError, match="without its data files"):
        resources._folder("prompts", tmp_path / "bot")
