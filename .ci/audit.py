"""Look the locked packages up in the advisories: `python .ci/audit.py requirements-dev.lock`.

Exit status 1 for a vulnerability that `.ci/known-advisories.txt` does not explain. Where the advisories cannot be
reached, one visible line says so and the exit status is 0: a check that could not run has not failed, nor passed.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

KNOWN = Path(__file__).with_name("known-advisories.txt")
SERVICES = ("pypi", "osv")
"""Where pip-audit looks, in this order; a mirror of a registry often has no advisories, then the second is asked."""


@dataclass
class Findings:
    """What one service said. `vulnerable` are lines for people; `reason` says why nothing was audited."""

    audited: int = 0
    skipped: int = 0
    vulnerable: list[str] = field(default_factory=list)
    reason: str = ""


def known_advisories(text: str) -> dict[str, str]:
    """`ID reason` a line, `#` for comments → id → reason. Raises ValueError for an id without a reason."""
    known = {}
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            advisory, _, reason = line.partition(" ")
            if not reason.strip():
                raise ValueError(f"{advisory} has no reason")
            known[advisory] = reason.strip()
    return known


def read_report(report: dict[str, Any]) -> Findings:
    """pip-audit's JSON → findings."""
    found = Findings()
    for package in report["dependencies"]:
        if "skip_reason" in package:
            found.skipped += 1
            continue
        found.audited += 1
        for one in package["vulns"]:
            fixed = ", ".join(one["fix_versions"]) or "no release yet"
            names = " ".join([one["id"], *one["aliases"]])
            found.vulnerable.append(f"{package['name']} {package['version']}: {names}; fixed in: {fixed}")
    return found


def audit(lock: str, service: str, ignored: Iterable[str]) -> Findings:
    """Ask one service about every package of the lock."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "report.json"
        command = [sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", lock]
        command += ["--vulnerability-service", service, "--format", "json", "--output", str(output)]
        for advisory in ignored:
            command += ["--ignore-vuln", advisory]
        try:
            run = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
        except subprocess.TimeoutExpired:
            return Findings(reason="no answer within 240 s")
        if output.exists() and output.stat().st_size:
            return read_report(json.loads(output.read_text(encoding="utf-8")))
        lines = [line for line in run.stderr.splitlines() if line.strip()]
        return Findings(reason=lines[-1][:160] if lines else f"exit status {run.returncode}")


def judge(found: Findings, service: str) -> tuple[int, list[str]] | None:
    """Exit status and lines, or None where the service could not say anything."""
    if found.vulnerable:
        return 1, ["Known vulnerabilities:", *(f"  {line}" for line in found.vulnerable)]
    if not found.audited:
        return None
    left = f"; {found.skipped} could not be looked up" if found.skipped else ""
    return 0, [f"No unexplained advisory for {found.audited} packages ({service}){left}."]


def main(arguments: Sequence[str]) -> int:
    """Ask the services in turn until one can answer."""
    known = known_advisories(KNOWN.read_text(encoding="utf-8"))
    reasons = []
    for service in SERVICES:
        found = audit(arguments[0], service, known)
        verdict = judge(found, service)
        if verdict is not None:
            status, lines = verdict
            print("\n".join(lines))
            return status
        reasons.append(f"{service}: {found.reason or 'knows none of the packages'}")
    print(f"NOT RUN: no advisories could be reached from here ({'; '.join(reasons)}). Nothing was audited.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
