"""The controlled vocabulary of troubles as it is shipped; built once, because reading it takes a while."""

from __future__ import annotations

from functools import cache

from bot.adapters.japanese import SudachiAnalyser
from bot.core.coaching.troubles import Troubles, TroublesFile, load_troubles_file
from bot.resources import knowledge_folder


@cache
def troubles_file() -> TroublesFile:
    """knowledge/troubles.yaml."""
    path = knowledge_folder() / "troubles.yaml"
    return load_troubles_file(path.read_text(encoding="utf-8"), path=str(path))


@cache
def told_otherwise() -> Troubles:
    """Reads troubles with Sudachi."""
    return Troubles(troubles_file(), SudachiAnalyser())
