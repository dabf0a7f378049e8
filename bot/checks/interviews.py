"""The script of the value walk: its schema, choices that the card knows, examples that keep to their own rule."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.adapters.sentences import LOCALES
from bot.checks.problem import Problem
from bot.checks.yaml_files import YamlFile, read_yaml
from bot.core.coaching.cards.models import CardField, EvidenceKind
from bot.core.coaching.walks.barring import barred_in
from bot.core.coaching.walks.script import Script
from bot.core.messages import Message

_VALUES = {
    CardField.EVIDENCE_KIND: tuple(str(one) for one in EvidenceKind),
    CardField.TRL: tuple(str(one) for one in range(1, 10)),
    CardField.CRL: tuple(str(one) for one in range(1, 10)),
}
"""What the card reads as a choice."""


def check_interviews(path: Path) -> Iterator[Problem]:
    """All problems of prompts/interviews/value_walk.yaml."""
    file = read_yaml(path, Script)
    if isinstance(file, list):
        yield from file
        return
    yield from _choices(file)
    yield from _examples(file)


def _choices(file: YamlFile[Script]) -> Iterator[Problem]:
    for place, question in enumerate(file.content.questions):
        wanted = _VALUES.get(question.fills)
        if wanted is not None and tuple(one.value for one in question.choices) != wanted:
            reason = Message("check-walk-choices", {"question": question.id, "values": ", ".join(wanted)})
            yield file.problem(("questions", place, "choices"), reason)


def _examples(file: YamlFile[Script]) -> Iterator[Problem]:
    """An example of a question that bars words must not use them itself."""
    script = file.content
    for question in (one for one in script.questions if one.bars):
        for trade, examples in script.examples.items():
            for locale in LOCALES:
                found = barred_in(examples[question.id].text(locale), script.barred_words(trade))
                if found:
                    reason = Message("check-walk-barred", {"question": question.id, "words": ", ".join(found)})
                    yield file.problem(("examples", str(trade), question.id, locale), reason)
