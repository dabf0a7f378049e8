"""The import rules of pyproject.toml hold, and they speak of every part of the program."""

from __future__ import annotations

import logging.config
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from importlinter import cli

ROOT = Path(__file__).resolve().parents[2]


def contracts() -> list[dict[str, object]]:
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, object]] = described["tool"]["importlinter"]["contracts"]
    return found


def test_the_import_rules_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    # It arranges logging for a process of its own: every logger that is there already would be silent from then on.
    arrangements: list[Mapping[str, Any]] = []
    monkeypatch.setattr(logging.config, "dictConfig", arrangements.append)
    status = cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == cli.EXIT_STATUS_SUCCESS


def test_every_part_of_the_program_has_its_layer() -> None:
    (layers,) = [contract["layers"] for contract in contracts() if contract["type"] == "layers"]
    assert isinstance(layers, list)
    layered = {name.strip() for layer in layers for name in layer.split("|")}
    parts = {path.stem for path in (ROOT / "bot").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert layered == {f"bot.{part}" for part in parts - {"__init__", "__main__"}}


def test_every_feature_of_the_core_is_kept_apart() -> None:
    kept_apart = [contract["modules"] for contract in contracts() if contract["type"] == "independence"]
    features = {path.parent.name for path in (ROOT / "bot" / "core").glob("*/__init__.py")}
    assert [f"bot.core.{feature}" for feature in sorted(features)] in kept_apart
