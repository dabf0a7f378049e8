"""The lock files: complete, hashed, equal where they overlap, and free of any registry's name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, DEV, UV = "requirements.lock", "requirements-dev.lock", "requirements-uv.lock"


def asked(*, groups: Iterable[str], project: bool = True) -> list[Requirement]:
    """What pyproject.toml asks for."""
    described = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = []
    if project:
        lines += described["project"]["dependencies"]
        lines += [line for extra in described["project"]["optional-dependencies"].values() for line in extra]
    for group in groups:
        lines += described["dependency-groups"][group]
    return [Requirement(line) for line in lines]


def pins(text: str) -> dict[str, set[str]]:
    """Name → versions of a lock file (several only where markers choose between them)."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", text, re.MULTILINE):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


def unmet(requirements: Iterable[Requirement], pinned: dict[str, set[str]]) -> list[str]:
    """The requirements that a lock does not meet: the lock is stale, run `make lock`."""
    return [
        str(wanted)
        for wanted in requirements
        if not (versions := pinned.get(canonicalize_name(wanted.name)))
        or not all(wanted.specifier.contains(version, prereleases=True) for version in versions)
    ]


def read(lock: str) -> str:
    return (ROOT / lock).read_text(encoding="utf-8")


def test_the_locks_meet_what_the_project_asks_for() -> None:
    assert unmet(asked(groups=["build"]), pins(read(RUNTIME))) == []
    assert unmet(asked(groups=["build", "dev"]), pins(read(DEV))) == []
    assert unmet(asked(groups=["installer"], project=False), pins(read(UV))) == []


def test_a_stale_lock_is_found() -> None:
    wanted = [Requirement("typer>=0.29"), Requirement("rich>=15"), Requirement("Types_PyYAML")]
    pinned = pins("typer==0.28.1 \\\n    --hash=sha256:0\ntypes-pyyaml==6.0 ; python_version > '3'\n")
    assert unmet(wanted, pinned) == ["typer>=0.29", "rich>=15"]


def test_the_two_environments_have_the_same_versions() -> None:
    runtime, dev = pins(read(RUNTIME)), pins(read(DEV))
    assert {name: dev.get(name) for name in runtime} == runtime


def test_a_plain_installation_brings_no_test_tools() -> None:
    tools = {canonicalize_name(wanted.name) for wanted in asked(groups=["dev"], project=False)}
    also_asked = {canonicalize_name(wanted.name) for wanted in asked(groups=["build"])}
    assert not (tools - also_asked) & set(pins(read(RUNTIME)))


@pytest.mark.parametrize("lock", [RUNTIME, DEV, UV])
def test_every_pin_has_a_hash_and_no_line_names_a_registry(lock: str) -> None:
    text = read(lock)
    entries = re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert "--index-url" not in text
