"""The schema of the script: every fault is named, with the entry it is in; words are found as people write them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bot.core.coaching.walks.barring import barred_in
from bot.core.coaching.walks.script import digest_of, load_script
from bot.core.coaching.walks.shelf import ScriptShelf
from bot.errors import DataFileError
from tests.unit.core.coaching.walks.room import SCRIPT, Room


def broken(change: Any) -> str:
    """What is said of the script after a change to it."""
    content = yaml.safe_load(SCRIPT)
    change(content)
    with pytest.raises(DataFileError) as caught:
        load_script(yaml.safe_dump(content, allow_unicode=True), path="walk.yaml")
    return str(caught.value)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda one: one.update(colour="red"), "colour"),
        (lambda one: one["questions"].pop(1), "no question fills listener"),
        (lambda one: one["questions"].append(one["questions"][0]), "the id subject stands twice"),
        (lambda one: one["questions"].reverse(), "not in the order"),
        (lambda one: one["questions"][0].update(lengths=["ten_minutes"]), "not asked in the whole walk"),
        (lambda one: one["questions"][0].update(climbs={"at_least": 2, "at_most": 3}), "a ladder climbs"),
        (lambda one: one["questions"][0].update(kind="choice"), "choices belong"),
        (lambda one: one["examples"]["food"].pop("who"), "food has no example of who"),
        (lambda one: one["examples"]["food"].update(x={"ja": "a", "en": "b"}), "food has an example of x"),
        (lambda one: one["examples"].pop("software"), "software has no example"),
        (lambda one: one["trades"].pop("food"), "the trade food has no name"),
        (lambda one: one["barred"].pop("food"), "no words of food are barred"),
        (lambda one: one["again"].pop("rung"), "again has no rung"),
        (lambda one: one["again"]["rung"].update(en="And then?"), "does not quote"),
        (lambda one: one["questions"][0]["text"].pop("en"), "questions.0.text.en"),
    ],
)
def test_what_is_wrong_with_a_script_is_said(change: Any, said: str) -> None:
    assert said in broken(change)


def test_what_is_not_yaml_is_said_with_its_line() -> None:
    with pytest.raises(DataFileError, match="not YAML") as caught:
        load_script("version: 1\nquestions: [", path="walk.yaml")
    assert caught.value.line is not None


def test_a_script_that_is_gone_is_said_and_not_guessed() -> None:
    room = Room()
    with pytest.raises(DataFileError, match="not on record"):
        ScriptShelf(SCRIPT, store=room.store).of(digest_of("another"))


def test_a_trade_that_is_not_known_gets_the_examples_of_the_others() -> None:
    script = load_script(SCRIPT, path="walk.yaml")
    example = script.example("subject", "shipbuilding")
    assert example is not None
    assert example == script.example("subject", "other")
    assert script.barred_words("shipbuilding") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ＡＩで読みます", ("AI",)),
        ("aiで読みます", ("ai",)),
        ("We said it would be fair and plain", ()),
        ("クラウドとAPI、クラウド", ("クラウド", "API")),
        ("紙に書くだけです", ()),
    ],
)
def test_words_are_found_as_they_are_written(text: str, found: tuple[str, ...]) -> None:
    script = load_script(SCRIPT, path="walk.yaml")
    assert barred_in(text, script.barred_words("software")) == found
