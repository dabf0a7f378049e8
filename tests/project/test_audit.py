"""The look-up of known vulnerabilities: what fails, what passes, and what is said when it cannot run."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / ".ci" / "audit.py"


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    spec = importlib.util.spec_from_file_location("ci_audit", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["ci_audit"] = module
    spec.loader.exec_module(module)
    return module


CLEAN = {"name": "a", "version": "1", "vulns": []}
SKIPPED = {"name": "b", "skip_reason": "not found"}
BAD = {
    "name": "c",
    "version": "2",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": [], "description": ""}],
}


def run(audit: ModuleType, monkeypatch: pytest.MonkeyPatch, **answers: Any) -> int:
    """Run the script with what each service would have answered: a report, or a reason why there is none."""

    def answer(_lock: str, service: str, _ignored: object) -> Any:
        given = answers[service]
        return audit.Findings(reason=given) if isinstance(given, str) else audit.read_report({"dependencies": given})

    monkeypatch.setattr(audit, "audit", answer)
    return int(audit.main(["some.lock"]))


def test_a_found_vulnerability_fails(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(audit, monkeypatch, pypi=[CLEAN, BAD]) == 1
    assert "c 2: PYSEC-1 CVE-1; fixed in: no release yet" in capsys.readouterr().out


def test_clean_packages_pass_and_the_count_is_said(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(audit, monkeypatch, pypi=[CLEAN, SKIPPED]) == 0
    assert "1 packages (pypi); 1 could not be looked up" in capsys.readouterr().out


def test_the_second_service_is_asked_when_the_first_knows_nothing(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(audit, monkeypatch, pypi=[SKIPPED], osv=[BAD]) == 1


def test_nothing_reachable_is_said_in_one_line_and_does_not_fail(
    audit: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(audit, monkeypatch, pypi=[SKIPPED], osv="no route") == 0
    said = capsys.readouterr().out
    assert said.startswith("NOT RUN")
    assert said.count("\n") == 1
    assert "no route" in said


def test_every_known_advisory_has_a_reason(audit: ModuleType) -> None:
    known = audit.known_advisories(audit.KNOWN.read_text(encoding="utf-8"))
    assert all(len(reason) > 30 for reason in known.values())
    with pytest.raises(ValueError, match="GHSA-x has no reason"):
        audit.known_advisories("# a comment\nGHSA-x\n")
