"""The people of the demonstration: their schema, no id twice, nobody and no firm that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checks.problem import Problem
from bot.checks.yaml_files import read_yaml
from bot.core.messages import Message
from bot.demo import DemoFile


def check_demonstration(path: Path) -> Iterator[Problem]:
    """All problems of knowledge/demo.yaml."""
    file = read_yaml(path, DemoFile)
    if isinstance(file, list):
        yield from file
        return
    demo = file.content
    known, firms = {one.id for one in demo.people}, {one.company for one in demo.people}
    seen: set[str] = set()
    ids = [*(one.id for one in demo.people), *(one.id for one in demo.channels)]
    for number, id in enumerate(ids):
        if id in seen:
            place = ("people", number) if number < len(demo.people) else ("channels", number - len(demo.people))
            yield file.problem(place, Message("check-demo-twice", {"id": id}))
        seen.add(id)
    for number, person in enumerate(demo.people):
        for firm in set(person.looks_after) - firms:
            yield file.problem(("people", number), Message("check-demo-unknown", {"name": firm}))
    for number, channel in enumerate(demo.channels):
        for stranger in set(channel.members) - known if channel.members != "all" else ():
            yield file.problem(("channels", number), Message("check-demo-unknown", {"name": stranger}))
