"""Where the data files of the program are: beside `bot/` in a checkout, in `bot/_data/` in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from bot.errors import DataFileError

_PACKAGE = Path(__file__).resolve().parent


def prompts_folder() -> Path:
    """The folder of sentences and model prompts. Raises DataFileError when the program was installed without it."""
    return _folder("prompts", _PACKAGE)


def knowledge_folder() -> Path:
    """The folder of bundled guides and the glossary. Raises DataFileError as `prompts_folder` does."""
    return _folder("knowledge", _PACKAGE)


def _folder(name: str, package: Path) -> Path:
    # The wheel's place comes first: beside an installed package lie other people's packages.
    for candidate in (package / "_data" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise DataFileError(name, "the folder is missing; the program was installed without its data files")
