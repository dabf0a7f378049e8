"""Headings: of known terms alone, the same for the same questions, and never what would say whose a question is."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.digests.unanswered.models import Known, Term, Topic, Unanswered
from bot.core.digests.unanswered.topics import grouped, is_sayable

NOW = datetime(2026, 11, 16, tzinfo=UTC)


def term(ja: str, known: Known = Known.FIELD, weight: float = 3.0, en: str = "") -> Term:
    names: Mapping[str, str] = {"ja": ja, **({"en": en} if en else {})}
    return Term(key=f"{known}:{ja}", known=known, weight=weight, names=names)  # type: ignore[arg-type]


SUBSIDY, PATENT = term("補助金", en="subsidy"), term("特許", en="patent")
OUTLINE, ASKED = term("実証シート", Known.OUTLINE), term("就業規則", Known.ASKED)


def asked(id: str, firm: str | None = "a", **given: str) -> Unanswered:
    known = {"text": f"質問 {id}", "asker": f"U-{firm}-{id}", **given}
    return Unanswered(id=id, asked_at=NOW + timedelta(hours=ord(id[-1])), company_id=firm, **known)  # type: ignore[arg-type]


def told(
    questions: Sequence[Unanswered], terms: Mapping[str, Sequence[Term]], *, alike: Sequence[tuple[int, int]] = ()
) -> tuple[list[tuple[str, list[str]]], list[str]]:
    topics, others = grouped(questions, terms, alike, names=lambda text: "山田" in text)
    return [(one.heading("ja"), [each.id for each in one.questions]) for one in topics], [one.id for one in others]


def test_questions_come_under_the_term_that_most_of_them_have() -> None:
    questions = [asked("1"), asked("2", "b"), asked("3", "c"), asked("4")]
    terms = {"1": [SUBSIDY, PATENT], "2": [SUBSIDY], "3": [SUBSIDY], "4": [PATENT]}
    assert told(questions, terms) == ([("補助金", ["1", "2", "3"]), ("特許", ["4"])], [])


def test_whatever_the_order_the_headings_are_the_same() -> None:
    questions = [asked("1"), asked("2", "b"), asked("3", "c"), asked("4", None)]
    terms = {"1": [SUBSIDY, PATENT], "2": [PATENT], "3": [SUBSIDY, OUTLINE], "4": [OUTLINE, ASKED]}
    every = {str(told(list(some), terms)) for some in itertools.permutations(questions)}
    assert len(every) == 1


@pytest.mark.parametrize(
    ("one", "firms", "may"),
    [
        (SUBSIDY, 0, True),
        (OUTLINE, 1, False),
        (OUTLINE, 2, True),
        (ASKED, 2, False),
        (ASKED, 3, True),
        (term("醤油", Known.OUTLINE), 1, False),
        (term("山田式の機械", Known.ASKED), 9, False),
        (term("山田"), 9, False),
        (term("鶴岡市"), 9, False),
        (term("三百万円2026", Known.ASKED), 9, False),
        (term("ISO 56002"), 0, True),
        (term("忘れる"), 9, False),
        (term("会社"), 9, False),
        (term("人"), 9, False),
        (term("店・飲食・宿泊の運営", Known.TOPIC), 0, True),
    ],
)
def test_what_may_stand_in_a_heading(one: Term, firms: int, may: bool) -> None:
    assert is_sayable(one, firms, names=lambda text: "山田" in text) is may


def test_a_word_of_one_firm_is_no_heading_however_often_it_asks() -> None:
    questions = [asked("1"), asked("2"), asked("3"), asked("4", "b")]
    terms = {one.id: [ASKED, OUTLINE] for one in questions[:3]} | {"4": [ASKED]}
    assert told(questions, terms) == ([], ["1", "2", "3", "4"])


def test_people_without_a_firm_do_not_make_several_firms() -> None:
    questions = [asked(id, None) for id in "1234"]
    assert told(questions, {one.id: [OUTLINE] for one in questions}) == ([], ["1", "2", "3", "4"])


def test_what_three_firms_ask_about_is_a_heading() -> None:
    questions = [asked("1"), asked("2", "b"), asked("3", "c")]
    assert told(questions, {one.id: [ASKED] for one in questions}) == ([("就業規則", ["1", "2", "3"])], [])


def test_two_terms_stand_together_only_where_every_question_of_several_firms_has_both() -> None:
    both = {"1": [SUBSIDY, PATENT], "2": [SUBSIDY, PATENT]}
    assert told([asked("1"), asked("2", "b")], both)[0] == [("特許・補助金", ["1", "2"])]
    assert told([asked("1"), asked("2")], both)[0] == [("特許", ["1", "2"])]
    assert told([asked("1"), asked("2", "b"), asked("3", "c")], {**both, "3": [PATENT]})[0][0][0] == "特許"


def test_what_is_alike_comes_under_one_heading_though_only_half_of_it_has_the_term() -> None:
    questions = [asked("1"), asked("2", "b"), asked("3", "c")]
    assert told(questions, {"1": [SUBSIDY]}, alike=[(0, 1)]) == ([("補助金", ["1", "2"])], ["3"])
    assert told(questions, {"1": [SUBSIDY]}, alike=[(0, 1), (1, 2)]) == ([], ["1", "2", "3"])


def test_a_term_that_says_more_goes_before_one_that_says_less() -> None:
    question = [asked("1")]
    assert told(question, {"1": [term("課題", weight=1.0), PATENT]})[0] == [("特許", ["1"])]


def test_how_many_firms_is_said_from_three_on() -> None:
    def firms(*ids: str | None) -> int:
        return Topic((SUBSIDY,), tuple(asked(str(at), id) for at, id in enumerate(ids))).firms

    assert [firms("a"), firms("a", "b", None), firms("a", "b", "c")] == [0, 0, 3]


def test_a_heading_in_english_has_english_words_where_there_are_any() -> None:
    topic = Topic((SUBSIDY, OUTLINE), (asked("1"),))
    assert (topic.heading("ja"), topic.heading("en")) == ("補助金・実証シート", "subsidy, 実証シート")
    assert "補助" not in topic.id
