"""The script that comes with the program: as long as it says, in both languages, examples in a customer's words."""

from __future__ import annotations

import pytest

from bot.bootstrap_listening import make_listener
from bot.core.coaching.cards.models import CardField, EvidenceKind, SubjectKind
from bot.core.coaching.trades import Trade
from bot.core.coaching.walks.barring import barred_in
from bot.core.coaching.walks.models import WalkLength
from bot.core.coaching.walks.script import STEPS, Script, load_script
from bot.core.japanese import is_japanese
from bot.resources import prompts_folder

_PATH = prompts_folder() / "interviews" / "value_walk.yaml"


@pytest.fixture(scope="module")
def script() -> Script:
    return load_script(_PATH.read_text(encoding="utf-8"), path=_PATH.name)


def test_the_lengths_are_as_long_as_they_say(script: Script) -> None:
    # As the guide to coaching says. The first is the name of the subject, which most people have said before that; the
    # last of the shortest asks for the whole of the smallest try in one line, and the longer ones for its parts.
    assert [len(script.asked(length)) for length in WalkLength] == [10, 18, len(CardField)]


def test_every_step_of_the_dialogue_is_there_and_a_short_walk_holds_what_a_minute_needs(script: Script) -> None:
    fields = {one.fills for one in script.asked(WalkLength.TEN_MINUTES)}
    minute = {CardField.WHO, CardField.FUNCTION, CardField.CHANGE, CardField.TODAY, CardField.EVIDENCE}

    assert {one.step for one in script.questions} == set(range(STEPS))
    assert minute | {CardField.LADDER, CardField.EVIDENCE_KIND} <= fields


@pytest.mark.parametrize("trade", list(Trade))
def test_no_example_uses_the_words_that_its_round_bars(script: Script, trade: Trade) -> None:
    example = script.example("reframed", trade)
    assert example is not None
    assert barred_in(example.ja, script.barred_words(trade)) == ()
    assert barred_in(example.en, script.barred_words(trade)) == ()


def test_every_text_is_in_its_language(script: Script) -> None:
    texts = [text for one in script.questions for text in (one.text, one.hint, *one.for_kinds.values())]
    texts += [text for examples in script.examples.values() for text in examples.values()]

    assert [one.ja for one in texts if not is_japanese(one.ja)] == []
    assert [one.en for one in texts if is_japanese(one.en)] == []


def test_examples_of_a_change_have_a_before_and_an_after(script: Script) -> None:
    for trade in Trade:
        change = script.example("change", trade)
        assert change is not None
        assert sum(character.isdigit() for character in change.ja) >= 2


@pytest.mark.parametrize("trade", list(Trade))
def test_an_example_is_an_answer_that_nothing_has_to_be_asked_about(script: Script, trade: Trade) -> None:
    listener, examples = make_listener(), script.examples[trade]
    listened = [one for one in script.questions if one.listens]
    texts = [(one, text) for one in listened for text in (examples[one.id].ja, examples[one.id].en)]

    flagged = [text for one, text in texts if listener.hear(text, field=one.fills, trade=trade).needs_question]

    assert flagged == []


def test_no_two_examples_are_the_same(script: Script) -> None:
    for id in (one.id for one in script.questions if one.kind == "lines"):
        texts = [examples[id].ja for examples in script.examples.values()]
        assert len(set(texts)) == len(texts), id


def test_choices_are_the_values_of_the_card(script: Script) -> None:
    values = {one.fills: [choice.value for choice in one.choices] for one in script.questions if one.choices}

    assert values[CardField.EVIDENCE_KIND] == [str(one) for one in EvidenceKind]
    assert values[CardField.TRL] == values[CardField.CRL] == [str(one) for one in range(1, 10)]


def test_a_caution_stands_before_evidence_and_before_what_may_be_told(script: Script) -> None:
    cautions = {one.fills: one.caution for one in script.questions if one.caution}

    assert set(cautions) == {CardField.EVIDENCE, CardField.MAY_TELL}
    told = cautions[CardField.MAY_TELL]
    assert "特許" in told.ja
    assert "INPIT" in told.ja


def test_a_service_is_asked_about_in_words_that_fit(script: Script) -> None:
    for question in script.questions:
        asked = question.asks(SubjectKind.SERVICE)
        assert "技術そのもの" not in asked.ja


def test_readiness_is_asked_in_the_words_of_each_kind_of_subject(script: Script) -> None:
    for kind in (SubjectKind.KNOW_HOW, SubjectKind.SERVICE):
        levels = script.of_kind(kind).question("trl")
        assert levels is not None
        words = " ".join(f"{one.label.ja} {one.label.en}" for one in levels.choices)
        assert [one.label.ja[0] for one in levels.choices] == list("123456789")
        for word in ("試作", "技術", "prototype", "technology"):
            assert word not in words


def test_the_example_of_a_subject_is_of_its_kind(script: Script) -> None:
    for trade in Trade:
        named = [script.of_kind(kind).example("subject", trade) for kind in (SubjectKind.KNOW_HOW, SubjectKind.SERVICE)]
        assert None not in named
        assert named[0] != named[1]
        assert script.of_kind(SubjectKind.TECHNOLOGY).example("subject", trade) == script.example("subject", trade)
