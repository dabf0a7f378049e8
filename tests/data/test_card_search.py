"""Looking through cards, measured on queries written before any score was looked at (tests/data/cards/search.yaml)."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.adapters.japanese import SudachiAnalyser
from bot.core.coaching.cards.models import ValueCard
from bot.core.coaching.cards.search import search
from bot.core.coaching.troubles import load_troubles_file
from bot.errors import DataFileError
from tests.fakes.searching import told_otherwise, troubles_file
from tests.fakes.uses import function_reader
from tests.unit.core.coaching.cards.samples import of_fields


class Judged(TypedDict):
    """What is looked for, and the cards that answer it."""

    words: str
    answers: list[str]


def judged(part: str) -> list[Judged]:
    found: list[Judged] = _file()[part]
    return found


def _file() -> dict[str, list[Judged]]:
    loaded: dict[str, list[Judged]] = yaml.safe_load(
        (Path(__file__).parent / "cards" / "search.yaml").read_text("utf-8")
    )
    return loaded


@pytest.fixture(scope="module")
def cards() -> list[ValueCard]:
    text = (Path(__file__).parent / "cards" / "search.yaml").read_text(encoding="utf-8")
    return [of_fields(fields, id=id) for id, fields in yaml.safe_load(text)["cards"].items()]


def answered(one: Judged, cards: list[ValueCard]) -> bool:
    """Is what comes first one of the answers; and nothing, where nothing answers?"""
    hits = search(one["words"], cards, SudachiAnalyser(), function_reader().deeds, told_otherwise())
    return hits[0].card.id in one["answers"] if hits and one["answers"] else bool(hits) == bool(one["answers"])


@pytest.mark.parametrize(("part", "least"), [("tuned", 15), ("held_out", 14), ("plain_talk", 16)])
def test_what_answers_comes_first(part: str, least: int, cards: list[ValueCard]) -> None:
    missed = [one["words"] for one in judged(part) if not answered(one, cards)]
    assert len(judged(part)) - len(missed) >= least, missed


def test_a_trouble_is_told_in_many_words() -> None:
    troubles = told_otherwise()
    assert "injury" in troubles.told("先月、角で負傷した方がいました。")
    assert "injury" in troubles.told("けがをしない")
    assert "falling" in troubles.told("見に行った人が足を滑らせた")
    assert "night_work" in troubles.told("They stay for overtime every month.")
    assert troubles.told("") == frozenset()
    assert "swallowing" not in troubles.told("固い金属を削る")


def spaced(words: str) -> str:
    return " " if words.isascii() else "、"


def test_every_word_of_the_vocabulary_is_met_by_itself() -> None:
    troubles = told_otherwise()
    for one in troubles_file().troubles:
        missed = [
            words
            for words in (*one.words, *one.english)
            if one.id not in troubles.told(words.replace(" ", spaced(words)))
        ]
        assert not missed, (one.id, missed)


@pytest.mark.parametrize("text", ["version: 2\ntroubles: []", "troubles: [", "version: 1\ntroubles: [{id: a}]"])
def test_a_file_with_a_slip_is_refused(text: str) -> None:
    with pytest.raises(DataFileError):
        load_troubles_file(text, path="troubles.yaml")


def test_no_id_twice() -> None:
    entry = "{id: a, ja: あ, en: a, words: [い], english: [b]}"
    with pytest.raises(DataFileError, match="ids used twice: a"):
        load_troubles_file(f"version: 1\ntroubles: [{entry}, {entry}]", path="troubles.yaml")
