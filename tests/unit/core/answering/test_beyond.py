"""Questions that the bundled guides do not answer, as data and as they are indexed."""

from __future__ import annotations

import pytest

from bot.core.answering.beyond import load_beyond_file, to_index, topic_id
from bot.core.answering.searchable import UnitKind, pieces_of
from bot.errors import DataFileError

GOOD = """version: 1
topics:
  - id: weather
    ja: 天気
    en: the weather
    ask_at: {ja: 気象台, en: the observatory}
    questions: [明日の天気は, 雨は降るか]
"""


def test_a_topic_is_indexed_as_ways_of_asking_without_text() -> None:
    (topic,) = load_beyond_file(GOOD, path="beyond.yaml").topics
    indexed = to_index(topic)
    assert topic.ask_at["ja"] == "気象台"
    assert [(kind, text) for kind, text, _ in pieces_of(indexed)] == [
        (UnitKind.ASKED, "明日の天気は"),
        (UnitKind.ASKED, "雨は降るか"),
    ]
    assert topic_id(indexed.id) == "weather"


@pytest.mark.parametrize("passage_id", ["weather", "guide@1/1", "xbeyond:weather", ""])
def test_passages_are_no_topics(passage_id: str) -> None:
    assert topic_id(passage_id) is None


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("id: weather", "id: The Weather", "topics.0.id"),
        ("version: 1", "version: 0", "version"),
        ("questions: [明日の天気は, 雨は降るか]", "questions: []", "topics.0.questions"),
        ("    ja: 天気\n", "", "topics.0.ja"),
        ("{ja: 気象台", "{fr: 気象台", "topics.0.ask_at"),
        ("    en:", "    to: x\n    en:", "topics.0.to"),
    ],
)
def test_a_file_that_breaks_the_schema_names_the_entry(old: str, new: str, reason: str) -> None:
    with pytest.raises(DataFileError, match=reason):
        load_beyond_file(GOOD.replace(old, new), path="beyond.yaml")


def test_ids_are_used_once() -> None:
    twice = GOOD + GOOD.partition("topics:\n")[2]
    with pytest.raises(DataFileError, match="weather"):
        load_beyond_file(twice, path="beyond.yaml")


def test_a_file_that_is_no_yaml_names_the_line() -> None:
    with pytest.raises(DataFileError) as caught:
        load_beyond_file("version: 1\ntopics: [\n", path="beyond.yaml")
    assert caught.value.line == 3
