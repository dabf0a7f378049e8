"""Functions are read from the owner's words; where none is said there is none, and it is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.uses.grammar import ask_for_function
from tests.fakes.uses import function_reader, saying

READ = [
    ("部屋を冷やす", "部屋を冷やす", "cool"),
    ("金属の粉を吸い取る", "金属の粉を吸い取る", "remove"),
    ("熱に弱い素材を変形させずに接合する", "熱に弱い素材を変形させずに接合する", "join"),
    ("薄い板を反らせずに切断できます", "薄い板を反らせずに切断する", "cut"),
    ("細かい穴を開けることができます", "細かい穴を開ける", "pierce"),
    ("傷を見つけ出すことができます", "傷を見つけ出す", "detect"),
    ("食品を長持ちさせます", "食品を長持ちさせる", "keep"),
    ("空気をきれいにします", "空気をきれいにする", "clean"),
    ("記録を電子化する", "記録を電子化する", "record"),
    ("容器を再利用できます", "容器を再利用する", "change"),
    ("手間を省ける", "手間を省く", "reduce"),
    ("異常を知らせます", "異常を知らせる", "tell"),
    ("排水から油を取り除く機械です", "排水から油を取り除く", "remove"),
    ("油を使って部品を洗う", "油を使って部品を洗う", "clean"),
    ("焼け跡を残さず金属をつなげます", "焼け跡を残さず金属をつなげる", "join"),
    ("高い技術力を持ち、金属を削ります", "金属を削る", "cut"),
    ("熱を通さない", "熱を通さない", "block"),
    ("傷を見逃さない", "傷を見逃さない", "detect"),
    ("日差しの熱をカットする", "日差しの熱をカットする", "block"),
    ("コストをカットする", "コストをカットする", "reduce"),
    ("cool a room", "cool a room", "cool"),
    ("It removes metal dust without opening the cover", "remove metal dust", "remove"),
    ("It can be used to dry rice", "dry rice", "dry"),
    ("cut the heat of sunlight", "cut the heat of sunlight", "block"),
]
DERIVED = [
    ("部屋が冷やせる", "部屋を冷やす", "cool"),
    ("部屋が冷やされる", "部屋を冷やす", "cool"),
    ("部屋が冷える", "部屋を冷やす", "cool"),
    ("細かい穴が開けられる", "細かい穴を開ける", "pierce"),
    ("鮮度が保てる", "鮮度を保つ", "keep"),
    ("部品の検査を行う", "部品を検査する", "detect"),
    ("布に汚れがつかないようにする", "布に汚れを防ぐ", "protect"),
    ("冷却", "熱を取る", "cool"),
    ("微細穴加工", "穴をあける", "pierce"),
    ("微細穴加工が得意です", "穴をあける", "pierce"),
    ("湿度管理", "湿度を管理する", "keep"),
    ("急速冷凍の技術", "食品を凍らせる", "cool"),
    ("rooms are cooled", "rooms are cooled", "cool"),
    ("metal dust removal", "metal dust removal", "remove"),
]
NONE = [
    "",
    "わからない",
    "高精度です",
    "高い技術力を持っています",
    "精密部品を製造しています",
    "お客様に喜ばれています",
    "ものづくり",
    "冷やします",
    "を冷やす",
    "をを",
    "We have high precision",
]


@pytest.mark.parametrize(("words", "text", "verb_class"), READ)
def test_what_is_done_to_what_is_read(words: str, text: str, verb_class: str) -> None:
    found = function_reader().read(words)
    assert found is not None
    assert (found.text, found.verb_class, found.is_derived) == (text, verb_class, False)
    assert found.said in words
    assert found.object in words


@pytest.mark.parametrize(("words", "text", "verb_class"), DERIVED)
def test_what_can_be_done_is_done_or_is_called_by_a_name_is_read_and_marked(
    words: str, text: str, verb_class: str
) -> None:
    found = function_reader().read(words)
    assert found is not None
    assert (found.text, found.verb_class, found.is_derived) == (text, verb_class, True)
    assert found.said in words


@pytest.mark.parametrize("words", NONE)
def test_no_function_is_read_where_none_is_said(words: str) -> None:
    assert function_reader().read(words) is None


def test_every_function_of_an_answer_is_read_in_order() -> None:
    found = function_reader().read_all("この機械は粉を吸い取り、空気をきれいにします。\n水漏れを検知して知らせる")
    assert [one.text for one in found] == [
        "粉を吸い取る",
        "空気をきれいにする",
        "水漏れを検知する",
        "水漏れを検知して知らせる",
    ]


def test_the_object_says_of_what_kind_the_thing_is_the_last_word_first() -> None:
    found = function_reader().read("金属の粉を吸い取る")
    assert found is not None
    assert found.kinds == ("powder", "material")
    assert found.object_words == ("金属", "粉")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_the_question_quotes_the_words_and_never_rewrites_them(sentences: FluentSentences, locale: str) -> None:
    say = saying(sentences, "ja" if locale == "ja" else "en")
    assert "高い技術力" in say(ask_for_function("高い技術力"))
    assert "「」" not in say(ask_for_function("   "))
    long = say(ask_for_function("長" * 500))
    assert "…" in long
    assert len(long) < 250


def test_a_question_asks_in_the_form_of_what_is_done_to_what(sentences: FluentSentences) -> None:
    assert saying(sentences)(ask_for_function("高精度")).startswith(
        "ありがとうございます。「高精度」を「何を・どうする」の形で言うと、いかがでしょうか？"
    )


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    for found in function_reader().read_all(text):
        assert found.text
        assert found.object


_PIECES = [
    "部屋",
    "を",
    "冷やす",
    "、",
    "。",
    "の",
    "が",
    "する",
    "ない",
    "ず",
    "て",
    "に",
    "きれい",
    "検査",
    "こと",
    "できる",
]


@given(
    st.lists(
        st.sampled_from([*_PIECES, "せる", "化", "まで", "ように", "\n", "cool", " a ", "room", "of "]), max_size=14
    )
)
def test_no_order_of_words_breaks_the_reading(pieces: list[str]) -> None:
    text = "".join(pieces)
    for found in function_reader().read_all(text):
        assert found.said in text


@pytest.mark.parametrize(
    ("one", "other"), [("冷却", "金型を素早く冷やす"), ("くっつける", "部品を貼り合わせる"), ("運搬", "荷物を運ぶ")]
)
def test_words_for_the_same_deed_have_a_class_in_common(one: str, other: str) -> None:
    reader = function_reader()
    assert reader.deeds(one) & reader.deeds(other)
    assert not reader.deeds(one) & reader.deeds("味を保つ")
