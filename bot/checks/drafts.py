"""Drafts to copy: their schema, a file for each purpose, a subject for mails alone, a line that always stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bot.adapters.sentences import LOCALES
from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.meetings.drafts import FORMS, LEVELS, PURPOSES, DraftFile
from bot.core.messages import Message


def check_drafts(folder: Path) -> Iterator[Problem]:
    """All problems of prompts/drafts/."""
    for purpose in PURPOSES:
        path = folder / f"{purpose}.yaml"
        file = read_yaml(path, DraftFile)
        if isinstance(file, list):
            yield from file
            continue
        if file.content.purpose != purpose:
            yield file.problem(("purpose",), Message("check-draft-purpose", {"purpose": purpose}))
        yield from _texts(file)


def _texts(file: YamlFile[DraftFile]) -> Iterator[Problem]:
    for form in FORMS:
        for level in LEVELS:
            for locale in LOCALES:
                text, place = file.content.text(form, level, locale), (form, level, locale)
                if (text.subject is None) == (form == "mail"):
                    yield file.problem(place, Message("check-draft-subject"))
                subject = [text.subject] if text.subject else []
                if not all(_stands(line) for line in subject):
                    yield file.problem((*place, "subject"), Message("check-draft-fallback"))


def _stands(line: str | list[str]) -> bool:
    """Can the line be filled by what is always known, the sender's name?"""
    versions = [line] if isinstance(line, str) else line
    return any(set(re.findall(r"\{(\w+)\}", one)) <= {"sender"} for one in versions)
