"""Words by which a small town would know whom they are about are found; words that tell nothing pass."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from bot.bootstrap_introductions import make_telltales
from bot.core.introductions.telltales import Kind, OtherSide, Telltale, load_telltales_file
from bot.errors import DataFileError

OTHER = OtherSide(
    firms=("株式会社山田製作所",), people=("山田 健一", "鈴木 美咲"), words=("バリ", "鋼板", "ヤマダカット")
)
OWN = ("有限会社佐藤食品", "佐藤 浩", "高橋 由美")
DRAFT = (
    "ある会社が、「けがや事故」「ごみや廃棄」に関わることでお力を探しておられます（ある金属加工の会社です）。"
    "品質のばらつき"
)


class Telling(TypedDict):
    shows: str
    kind: str
    text: str


class Wordings(TypedDict):
    telling: list[Telling]
    harmless: list[str]


@cache
def wordings() -> Wordings:
    path = Path(__file__).parents[3] / "data" / "introductions" / "wordings.yaml"
    found: Wordings = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def found(text: str, draft: str = "") -> tuple[Telltale, ...]:
    return make_telltales().found(text, OTHER, draft=draft, own_names=OWN)


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).casefold()


# Towns that have no 市 or 町 behind them and dates are pointed out, and not refused.
POINTED_OUT = {"横手", "大曲", "10月3日", "先週", "昨日", "last week"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("山\u00ad田製作所が合いそうです。", Kind.FIRM),
        ("山田\u200b製作所が合いそうです。", Kind.FIRM),
        ("山・田・製作所が合いそうです。", Kind.FIRM),
        ("山-田-製-作-所が合いそうです。", Kind.FIRM),
        ("鈴\u2060木さんがおられます。", Kind.PERSON),
        ("駅\u2060前の会社です。", Kind.PLACE),
    ],
)
def test_what_nobody_sees_and_marks_inside_a_name_hide_nothing(text: str, kind: Kind) -> None:
    assert kind in {one.kind for one in found(text) if one.is_refused}
    assert make_telltales().in_general(f"{text}お急ぎではありません。", found(text), draft=DRAFT) == (
        f"{DRAFT}\nお急ぎではありません。"
    )


def test_there_are_more_than_eighty_and_in_both_languages() -> None:
    texts = [one["text"] for one in wordings()["telling"]]
    assert len(texts) >= 80
    assert sum(text.isascii() for text in texts) >= 25


@pytest.mark.parametrize("one", wordings()["telling"], ids=lambda one: one["text"])
def test_what_tells_is_shown_and_refused(one: Telling) -> None:
    shown = _bare(one["shows"])
    hits = [told for told in found(one["text"]) if shown in _bare(told.shown) or _bare(told.shown) in shown]
    assert hits, found(one["text"])
    assert any(told.is_refused for told in hits) or one["shows"] in POINTED_OUT


@pytest.mark.parametrize("text", wordings()["harmless"])
def test_what_tells_nothing_passes(text: str) -> None:
    assert not found(text, DRAFT)


def test_the_names_of_who_is_asked_may_stand() -> None:
    assert not found("佐藤様、お力を貸していただけませんか。")
    assert found("鈴木様、お力を貸していただけませんか。")


def test_the_same_in_general_keeps_what_tells_nothing() -> None:
    text = "従業員12名の会社です。お急ぎではありません。"
    general = make_telltales().in_general(text, found(text), draft="ある会社がお力を探しておられます。")
    assert general == "ある会社がお力を探しておられます。\nお急ぎではありません。"
    assert not found(general)


def test_every_kind_has_its_advice() -> None:
    folder = Path(__file__).parents[4] / "prompts" / "sentences"
    for locale in ("ja", "en"):
        written = (folder / locale / "introductions.ftl").read_text(encoding="utf-8")
        assert all(f"introduction-telltale-{kind} = " in written for kind in Kind)


def test_a_sign_that_cannot_be_read_is_refused() -> None:
    text = "version: 1\nkinds: [{kind: firm, refused: true, signs: ['(']}]\nplain: []\n"
    with pytest.raises(DataFileError, match="unterminated"):
        load_telltales_file(text, path="telltales.yaml")
