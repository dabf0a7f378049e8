"""Dockerfile, .dockerignore and compose.yaml against the repository. Nothing here builds an image."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings, variable

ROOT = Path(__file__).resolve().parents[2]


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as (instruction, rest), continuation lines joined, comments dropped."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [(line.split(None, 1)[0], line.split(None, 1)[1]) for line in joined.splitlines()]


def final_stage() -> list[tuple[str, str]]:
    found = instructions()
    last = max(number for number, (name, _) in enumerate(found) if name == "FROM")
    return found[last:]


@pytest.fixture(scope="module")
def service() -> dict[str, Any]:
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
    found: dict[str, Any] = compose["services"]["minori"]
    assert set(compose["volumes"]) == {volume.split(":")[0] for volume in found["volumes"]}
    return found


def test_there_are_two_stages_on_a_named_release() -> None:
    bases = [rest.split()[0] for name, rest in instructions() if name == "FROM"]
    assert len(bases) == 2
    assert all(re.fullmatch(r"python:3\.\d+-slim-\w+", base) for base in bases)


def test_it_does_not_run_as_root() -> None:
    users = [rest for name, rest in final_stage() if name == "USER"]
    assert users == ["minori"]
    assert any("useradd --uid 10001" in rest for name, rest in final_stage() if name == "RUN")
    names = [name for name, _ in final_stage()]
    assert names.index("USER") < names.index("ENTRYPOINT")
    assert "RUN" not in names[names.index("USER") :]


def test_it_has_a_health_check_and_starts_the_program() -> None:
    stage = dict(final_stage())
    assert json.loads(stage["HEALTHCHECK"].partition("CMD ")[2]) == ["minori", "doctor"]
    assert json.loads(stage["ENTRYPOINT"]) == ["minori"]
    assert json.loads(stage["CMD"]) == ["chat"]


def test_every_copied_source_exists_and_is_sent_to_the_builder() -> None:
    allowed = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    sources = {
        source
        for name, rest in instructions()
        if name == "COPY" and not rest.startswith("--from")
        for source in shlex.split(rest)[:-1]
    }
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert sources == allowed
    assert {"bot", "prompts", "knowledge", "requirements.lock"} <= sources


def test_data_is_kept_in_a_volume_that_belongs_to_the_user(service: dict[str, Any]) -> None:
    stage = final_stage()
    assert ("VOLUME", '["/data"]') in stage
    assert any("MINORI_DATA_DIR=/data" in rest for name, rest in stage if name == "ENV")
    assert any("--owner minori" in rest and "/data" in rest for name, rest in stage if name == "RUN")
    assert [volume.split(":")[1] for volume in service["volumes"]] == ["/data"]


def test_compose_hands_on_every_setting_and_no_other(service: dict[str, Any]) -> None:
    names = {variable(name) for name in Settings.model_fields}
    assert set(service["environment"]) == names
    handed_on = {name: value for name, value in service["environment"].items() if name != "MINORI_DATA_DIR"}
    assert handed_on == {name: f"${{{name}:-}}" for name in handed_on}


def test_compose_gives_the_program_no_rights_it_does_not_need(service: dict[str, Any]) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "/tmp" in service["tmpfs"]
