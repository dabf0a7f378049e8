"""What the Makefile does on machines that have more or less: with stand-ins for python and uv, and no network."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock", "requirements-uv.lock")

PYTHON = """#!/bin/sh
case "$*" in
  *version_info*{refuses}*|*{refuses}*version_info*) exit 1 ;;
  *version_info*) exit 0 ;;
  *sys.executable*) echo "$0" ;;
  "-m venv .uv") echo "python $*" >> calls; mkdir -p .uv/bin; cp "$0" .uv/bin/python ;;
  "-m pip install"*) echo "python $*" >> calls; cp tools/uv-to-install .uv/bin/uv ;;
esac
"""
UV = """#!/bin/sh
case "$1" in
  --version) exit 0 ;;
  venv) echo "uv $*" >> calls; mkdir -p .venv/bin; for name in python pytest minori; do
    printf '#!/bin/sh\\necho "%s $*, data in $MINORI_DATA_DIR" >> calls\\n' $name > .venv/bin/$name
    chmod +x .venv/bin/$name; done ;;
  *) echo "uv $*" >> calls ;;
esac
"""


class Machine:
    """A checkout in which only the stand-ins and a few tools of the shell are found."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.tools = folder / "tools"
        self.tools.mkdir()
        for name in FILES:
            shutil.copy(ROOT / name, folder / name)
        for tool in ("sh", "echo", "rm", "cp", "mkdir", "touch", "chmod", "find"):
            found = shutil.which(tool)
            assert found is not None
            (self.tools / tool).symlink_to(found)
        self.put("uv-to-install", UV)

    def put(self, name: str, script: str) -> None:
        path = self.tools / name
        path.write_text(script, encoding="utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)

    def python(self, name: str, *, refuses: str = "no such question") -> None:
        """A Python; `refuses` is a word in a question about itself that it answers with no."""
        self.put(name, PYTHON.replace("{refuses}", f'"{refuses}"'))

    def make(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        make = shutil.which("make")
        assert make is not None
        return subprocess.run(
            [make, *arguments],
            cwd=self.folder,
            env={"PATH": str(self.tools), **variables},
            capture_output=True,
            text=True,
            check=False,
        )

    def calls(self) -> list[str]:
        """What was called since the last time."""
        log = self.folder / "calls"
        lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def equipped(machine: Machine) -> Machine:
    machine.python("python3.12")
    machine.put("uv", UV)
    return machine


def touch(path: Path, *, later_by: int = 10) -> None:
    later = path.stat().st_mtime + later_by
    os.utime(path, (later, later))


def test_make_alone_explains(machine: Machine) -> None:
    run = machine.make()
    assert run.returncode == 0
    assert "make demo" in run.stdout
    assert machine.calls() == []


def test_setup_installs_the_runtime_lock_by_hash_and_then_the_project(equipped: Machine) -> None:
    assert equipped.make("setup").returncode == 0
    venv, lock, project, compiled = equipped.calls()
    assert venv.startswith("uv venv")
    assert "python3.12" in venv
    assert "--require-hashes -r requirements.lock" in lock
    assert "--no-deps --no-build-isolation -e ." in project
    assert "compileall -q bot" in compiled


def test_a_second_run_does_nothing_and_a_changed_lock_installs_again(equipped: Machine) -> None:
    equipped.make("setup")
    equipped.calls()
    assert equipped.make("setup").returncode == 0
    assert equipped.calls() == []
    touch(equipped.folder / "requirements.lock")
    assert equipped.make("setup").returncode == 0
    assert [call.split()[1] for call in equipped.calls()] == ["pip", "pip", "-m"]


def test_a_failed_installation_is_not_taken_for_done(equipped: Machine) -> None:
    equipped.put("uv", UV.replace("*) echo", "pip) exit 3 ;;\n  *) echo"))
    assert equipped.make("setup").returncode != 0
    equipped.put("uv", UV)
    equipped.calls()
    assert equipped.make("setup").returncode == 0
    assert equipped.calls() != []


def test_tests_install_the_test_tools_and_a_demonstration_does_not(equipped: Machine) -> None:
    assert equipped.make("demo").returncode == 0
    calls = equipped.calls()
    assert not [call for call in calls if "requirements-dev" in call]
    assert calls[-1] == f"minori demo, data in {equipped.folder / 'minori-data'}"
    assert equipped.make("test", "ARGS=-k settings").returncode == 0
    calls = equipped.calls()
    assert "--require-hashes -r requirements-dev.lock" in calls[0]
    assert calls[-1].startswith("pytest -n auto --dist loadfile --no-loadscope-reorder -k settings")


def test_a_demonstration_uses_the_folder_that_is_named(equipped: Machine) -> None:
    assert equipped.make("demo", MINORI_DATA_DIR="/elsewhere").returncode == 0
    assert equipped.calls()[-1] == "minori demo, data in /elsewhere"


def test_uv_is_installed_where_it_is_absent(machine: Machine) -> None:
    machine.python("python3")
    assert machine.make("setup").returncode == 0
    calls = machine.calls()
    assert calls[0] == "python -m venv .uv"
    assert "--require-hashes -r requirements-uv.lock" in calls[1]
    assert calls[2].startswith("uv venv")


def test_a_uv_that_does_not_work_is_passed_over(machine: Machine) -> None:
    machine.python("python3")
    machine.put("uv", "#!/bin/sh\nexit 127\n")
    assert machine.make("setup").returncode == 0
    assert machine.calls()[0] == "python -m venv .uv"


def test_an_older_python_is_passed_over_for_a_newer_one(machine: Machine) -> None:
    machine.python("python3", refuses="3, 11")
    machine.python("python3.13")
    machine.put("uv", UV)
    assert machine.make("setup").returncode == 0
    assert "tools/python3.13" in machine.calls()[0]


def test_no_python_is_said_in_a_sentence(machine: Machine) -> None:
    machine.python("python3", refuses="3, 11")
    run = machine.make("setup")
    assert run.returncode != 0
    assert "Minori needs Python 3.11 or newer, and none was found here." in run.stderr


def test_a_python_without_venv_is_said_in_a_sentence(machine: Machine) -> None:
    machine.python("python3", refuses="ensurepip")
    run = machine.make("setup")
    assert run.returncode != 0
    assert "has no venv module" in run.stderr
    assert machine.calls() == []


def test_a_mirror_that_is_set_for_pip_serves_uv_as_well(equipped: Machine) -> None:
    equipped.put("uv", UV.replace("*) echo", "*) echo $UV_DEFAULT_INDEX").replace("uv $*", ""))
    equipped.make("setup", PIP_INDEX_URL="mirror-of-pip")
    assert "mirror-of-pip" in "".join(equipped.calls())
    equipped.make("setup", "--always-make", PIP_INDEX_URL="mirror-of-pip", UV_DEFAULT_INDEX="mirror-of-uv")
    assert "mirror-of-uv" in "".join(equipped.calls())


def test_clean_leaves_what_a_person_has_stored(equipped: Machine) -> None:
    for name in ("bot", "tests", "minori-data"):
        (equipped.folder / name).mkdir()
    equipped.make("setup")
    assert equipped.make("clean").returncode == 0
    assert not (equipped.folder / ".venv").exists()
    assert (equipped.folder / "minori-data").exists()
