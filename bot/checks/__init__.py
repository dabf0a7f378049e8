"""`minori check`: every data file in prompts/ and knowledge/ is read strictly, and every defect named at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.checks.beyond import check_beyond
from bot.checks.cadences import check_cadences
from bot.checks.calendars import check_calendars
from bot.checks.catalogues import check_catalogues
from bot.checks.courtesies import check_courtesies
from bot.checks.demonstration import check_demonstration
from bot.checks.drafts import check_drafts
from bot.checks.glossary import check_glossary
from bot.checks.guides import check_guides
from bot.checks.interviews import check_interviews
from bot.checks.keys import check_keys
from bot.checks.listening import check_listening
from bot.checks.model_prompts import check_model_prompts
from bot.checks.problem import Problem
from bot.checks.region import check_region
from bot.checks.simulation import check_simulation
from bot.checks.slack_manifest import check_manifest
from bot.checks.starters import check_starters
from bot.checks.telltales import check_telltales
from bot.checks.troubles import check_troubles
from bot.checks.uses import check_uses
from bot.checks.walk_words import check_walk_words
from bot.core.guides.ports import DocumentReader
from bot.core.messages import Message

__all__ = ["Problem", "check_data_files"]

_CODE = Path(__file__).resolve().parents[1]


def check_data_files(
    *, prompts: Path, knowledge: Path, reader: DocumentReader, code: Path = _CODE
) -> tuple[Problem, ...]:
    """All problems, by file and line; empty when everything is in order. Raises nothing for a broken file."""
    sentences = prompts / "sentences"
    found = [
        *check_catalogues(sentences),
        *check_keys(code, sentences),
        *check_model_prompts(prompts / "models"),
        *check_courtesies(prompts / "courtesies.yaml"),
        *check_walk_words(prompts / "walk_words.yaml"),
        *check_starters(prompts / "starters.yaml"),
        *check_drafts(prompts / "drafts"),
        *check_cadences(prompts / "cadences"),
        *check_interviews(prompts / "interviews" / "value_walk.yaml"),
        *check_listening(prompts / "coaching" / "listening"),
        *check_glossary(knowledge / "glossary.yaml"),
        *check_beyond(knowledge / "beyond.yaml"),
        *check_calendars(knowledge / "calendars"),
        *check_demonstration(knowledge / "demo.yaml"),
        *check_simulation(knowledge / "simulation.yaml"),
        *check_region(knowledge / "region.yaml"),
        *check_uses(knowledge / "functions.yaml", knowledge / "fields.yaml"),
        *check_troubles(knowledge / "troubles.yaml"),
        *check_telltales(knowledge / "telltales.yaml"),
        *check_guides(knowledge / "guides", reader),
        *_manifest(code),
        *_strangers(
            prompts,
            (
                "sentences/*/*.ftl",
                "courtesies.yaml",
                "walk_words.yaml",
                "starters.yaml",
                "drafts/*.yaml",
                "models/*",
                "cadences/*",
                "interviews/value_walk.yaml",
                "coaching/listening/*.yaml",
            ),
        ),
        *_strangers(
            knowledge,
            (
                "glossary.yaml",
                "beyond.yaml",
                "demo.yaml",
                "simulation.yaml",
                "region.yaml",
                "functions.yaml",
                "fields.yaml",
                "troubles.yaml",
                "telltales.yaml",
                "calendars/*",
                "guides/**/*",
            ),
        ),
    ]
    return tuple(sorted(found, key=lambda problem: (str(problem.path), problem.line or 0)))


def _manifest(code: Path) -> Iterator[Problem]:
    """The manifest of the Slack app; it is beside the program in a checkout, and not installed with it."""
    if (code.parent / "pyproject.toml").exists():
        yield from check_manifest(code.parent / "manifest.yaml", code)


def _strangers(folder: Path, checked: Sequence[str]) -> Iterator[Problem]:
    """Files that no check above reads: most often a slip in a name, and then nothing would read them."""
    known = {path for pattern in checked for path in folder.glob(pattern)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in known:
            yield Problem(path, None, Message("check-stranger"))
