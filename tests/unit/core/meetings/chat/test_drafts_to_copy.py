"""Drafts to copy: filled with what is known, and nothing empty left standing where it is not."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.meetings.drafts import FORMS, LEVELS, PURPOSES, SLOTS, Drafts, load_drafts
from bot.core.messages import Locale
from bot.errors import DataFileError

FOLDER = Path(__file__).resolve().parents[5] / "prompts" / "drafts"
KNOWN = {
    "partner": "株式会社山田製作所",
    "contact": "田中",
    "title": "部長",
    "event": "ものづくりフェア",
    "day": "11月20日（金）",
    "topic": "検査機",
    "will": "サンプルをお送りします",
    "plan": "工場見学",
    "due": "12月2日（水）10:00",
    "firm": "あおい精機",
    "sender": "鈴木",
}
_EMPTY = re.compile(r"[（「“(]\s*[）」”)]|[{}]|^[\s　]*様|\bDear ,|\bat \.|\bon \.", re.MULTILINE)


def drafts() -> Drafts:
    return load_drafts({str(path): path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml")})


ALL = list(itertools.product(PURPOSES, FORMS, LEVELS, ("ja", "en")))


@pytest.mark.parametrize(("purpose", "form", "level", "locale"), ALL)
def test_everything_known_stands_in_it(purpose: str, form: str, level: str, locale: Locale) -> None:
    draft = drafts().draft(purpose, form, level, locale=locale, known=KNOWN)  # type: ignore[arg-type]
    for name in ("contact", "event", "topic", "will", "due", "sender"):
        assert KNOWN[name] in draft.text, name
    assert bool(draft.subject) == (form == "mail")
    if form == "letter" and locale == "ja":
        assert draft.text.startswith("拝啓")
        assert "敬具" in draft.text
    if form == "telephone":
        assert all(line.startswith(("・", "•")) for line in draft.text.splitlines())


@pytest.mark.parametrize(("purpose", "form", "level", "locale"), ALL)
def test_a_step_that_is_no_act_of_ours_stands_in_it_as_a_plan(
    purpose: str, form: str, level: str, locale: Locale
) -> None:
    known = {name: value for name, value in KNOWN.items() if name != "will"}
    draft = drafts().draft(purpose, form, level, locale=locale, known=known)  # type: ignore[arg-type]
    assert KNOWN["plan"] in draft.text
    assert KNOWN["due"] in draft.text


@given(
    choice=st.sampled_from(ALL),
    names=st.sets(st.sampled_from(sorted(SLOTS - {"sender"}))),
    blank=st.sampled_from(["", " ", "\n"]),
)
def test_what_is_not_known_leaves_no_gap(choice: tuple[str, str, str, Locale], names: set[str], blank: str) -> None:
    purpose, form, level, locale = choice
    known = {name: value if name in names or name == "sender" else blank for name, value in KNOWN.items()}
    draft = drafts().draft(purpose, form, level, locale=locale, known=known)  # type: ignore[arg-type]
    assert _EMPTY.search(f"{draft.subject}\n{draft.text}") is None
    assert "\n\n\n" not in draft.text
    for name in SLOTS - names - {"sender"}:
        assert KNOWN[name] not in draft.text


def test_the_levels_differ() -> None:
    texts = {drafts().draft("thanks", "mail", level, locale="ja", known=KNOWN).text for level in LEVELS}
    assert len(texts) == len(LEVELS)


@pytest.mark.parametrize("text", ["a: [", "version: 1\npurpose: thanks\n", "version: 2"])
def test_a_broken_file_is_refused(text: str) -> None:
    with pytest.raises(DataFileError):
        load_drafts({"prompts/drafts/thanks.yaml": text})


def test_a_purpose_without_a_file_is_refused() -> None:
    path = FOLDER / "thanks.yaml"
    with pytest.raises(DataFileError, match="follow_up"):
        load_drafts({str(path): path.read_text(encoding="utf-8")})
