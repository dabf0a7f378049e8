"""Slack's own packages for JavaScript, for the tests that hold the workspace against them (`make test-strangers`).

They are installed with npm into a cache folder of the user, never into the repository: exact versions, and hashes in
package-lock.json, which names no registry.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# Read when the tests are collected: no test sees a MINORI_ variable.
ASKED_FOR = os.environ.get("MINORI_TEST_NPM") == "1"
UNREACHABLE = re.compile(r"\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|ERR_SOCKET_TIMEOUT)\b")

strangers = pytest.mark.skipif(not ASKED_FOR, reason="installs packages from npm; asked for with `make test-strangers`")


def installed() -> Path:
    """The folder that has node_modules. Skips where there is no Node.js, no npm, or no way to npm's registry."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        pytest.skip("Node.js and npm are not installed")
    lock = (HERE / "package-lock.json").read_bytes()
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "minori-tests"
    folder = cache / f"npm-{hashlib.sha256(lock).hexdigest()[:16]}"
    if folder.exists():
        return folder
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache, ignore_cleanup_errors=True) as started:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(HERE / name, started)
        run = subprocess.run(
            [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=started, capture_output=True, text=True
        )
        if run.returncode and UNREACHABLE.search(run.stderr):
            pytest.skip(f"npm's registry cannot be reached: {UNREACHABLE.findall(run.stderr)[0]}")
        assert run.returncode == 0, run.stderr
        Path(started).rename(folder)
    return folder


def type_check(source: str, folder: Path) -> list[tuple[int, str]]:
    """What `tsc --noEmit` says of a file: line numbers (from 1) and messages. `folder` is empty scratch space."""
    modules = installed() / "node_modules"
    (folder / "node_modules").symlink_to(modules)
    (folder / "given.mts").write_text(source, encoding="utf-8")
    options = {"strict": True, "noEmit": True, "skipLibCheck": True, "module": "nodenext", "target": "es2022"}
    (folder / "tsconfig.json").write_text(
        json.dumps({"compilerOptions": {**options, "types": ["node"]}, "files": ["given.mts"]}), encoding="utf-8"
    )
    run = subprocess.run(
        ["node", str(modules / "typescript" / "bin" / "tsc"), "--pretty", "false", "-p", str(folder)],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    found = re.findall(r"^given\.mts\((\d+),\d+\): error (.*(?:\n .*)*)$", run.stdout, re.MULTILINE)
    assert run.returncode == 0 or found, run.stdout + run.stderr
    return [(int(line), message) for line, message in found]
