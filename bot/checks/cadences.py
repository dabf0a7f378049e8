"""Cadences: the schema of each file, and a default that names every matter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.messages import Message
from bot.core.nudges.cadences import DEFAULT, CadenceFile, Matter


def check_cadences(folder: Path) -> Iterator[Problem]:
    """All problems of prompts/cadences/; the default has to be there, and to name everything."""
    default = folder / f"{DEFAULT}.yaml"
    for path in sorted({default, *(one for one in folder.glob("*") if one.is_file())}):
        if path.suffix != ".yaml":
            yield Problem(path, None, Message("check-stranger"))
            continue
        file = read_yaml(path, CadenceFile)
        if isinstance(file, list):
            yield from file
        elif path == default:
            missing = [str(matter) for matter in Matter if matter not in file.content.matters]
            if missing:
                yield file.problem(("matters",), Message("check-cadence-incomplete", {"matters": ", ".join(missing)}))
