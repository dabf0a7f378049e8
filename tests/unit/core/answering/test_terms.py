"""The terms of a question."""

from __future__ import annotations

import pytest

from bot.bootstrap import load_glossary, make_analyser
from bot.core.answering.terms import terms_of


@pytest.mark.parametrize(
    ("question", "known", "named"),
    [
        ("助成金の締め切りはいつ？", ("補助金", "締切"), ()),
        ("就業規則のひな形がほしい", ("ひな型",), ("就業規則",)),
        ("How do I apply for a subsidy?", ("公募", "補助金"), ()),
        ("次の一歩は、醤油樽の見学です", ("次の一歩",), ("醬油樽", "見学")),
        ("", (), ()),
    ],
)
def test_terms(question: str, known: tuple[str, ...], named: tuple[str, ...]) -> None:
    analyser = make_analyser()
    found = terms_of(question, analyser=analyser, glossary=load_glossary(analyser))
    assert (found.known, found.named) == (known, named)
