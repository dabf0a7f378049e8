"""The field's synonyms, found at the place where a question uses one."""

from __future__ import annotations

import pytest

from bot.core.answering.glossary import Glossary, GlossaryFile, GlossaryTerm, load_glossary_file
from bot.errors import DataFileError
from tests.fakes.corpus import analyser

GOOD = """version: 1
terms:
  - term: 実証実験
    synonyms: [試行]
    english: [trial, proof of concept]
  - term: 実証
    english: [proof]
  - term: "。"
"""


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.of(load_glossary_file(GOOD, path="glossary.yaml"), analyser())


def test_the_longest_term_wins(glossary: Glossary) -> None:
    found = glossary.japanese_at(["次", "実証", "実験", "費用"], 1)
    assert found is not None
    assert (found[0].term, found[1]) == ("実証実験", 2)
    shorter = glossary.japanese_at(["実証", "費用"], 0)
    assert shorter is not None
    assert (shorter[0].term, shorter[1]) == ("実証", 1)


def test_a_term_is_found_only_where_it_starts(glossary: Glossary) -> None:
    assert glossary.japanese_at(["実験", "実証"], 0) is None
    assert glossary.japanese_at(["費用"], 0) is None


def test_english_is_found_by_stems(glossary: Glossary) -> None:
    found = glossary.english_at(["proof", "of", "concept"], 0)
    assert found is not None
    assert (found[0].term, found[1]) == ("実証実験", 3)
    single = glossary.english_at(["proof"], 0)
    assert single is not None
    assert single[0].term == "実証"


def test_every_way_of_saying_it_is_held_once() -> None:
    file = GlossaryFile(
        version=1, terms=(GlossaryTerm(term="打合せ", synonyms=("打ち合わせ",), english=("Meeting", "meetings")),)
    )
    found = Glossary.of(file, analyser()).english_at(["meet"], 0)
    assert found is not None
    assert len(found[0].japanese) == len(found[0].english) == 1


def test_no_terms_find_nothing() -> None:
    empty = Glossary.of(GlossaryFile(version=1, terms=()), analyser())
    assert empty.japanese_at(["実証"], 0) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("version: 2\nterms: []", "version"),
        ("version: 1\nterms: [{term: ''}]", "terms.0.term"),
        ("version: 1\nterms: [{term: a, englisch: [b]}]", "terms.0.englisch"),
        ("version: 1", "terms"),
        ("- a\n- b", "dictionary|mapping|GlossaryFile"),
        ("", "dictionary|mapping|GlossaryFile"),
    ],
)
def test_a_file_that_breaks_the_schema_names_the_entry(text: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason) as caught:
        load_glossary_file(text, path="knowledge/glossary.yaml")
    assert caught.value.path == "knowledge/glossary.yaml"


def test_a_file_that_is_no_yaml_names_the_line() -> None:
    with pytest.raises(DataFileError) as caught:
        load_glossary_file("version: 1\nterms: [\n", path="glossary.yaml")
    assert caught.value.line == 3
