"""Which sentences are quoted: whole ones, as they stand, a list with the sentence that leads into it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.adapters.japanese import SudachiAnalyser
from bot.core.answering.assembly import FIRST_RUN, MOST_PASSAGES, assemble, choose_passages
from bot.core.answering.glossary import Glossary, load_glossary_file
from bot.core.answering.models import SourcePassage
from bot.core.answering.query import build_query
from bot.core.answering.retrieval import Found, search
from bot.core.answering.searchable import PassageToIndex, analyse
from tests.fakes.answering import GLOSSARY, FakeLexicalIndex, passage

Both = tuple[SourcePassage, PassageToIndex]


@pytest.fixture(scope="module")
def analyser() -> SudachiAnalyser:
    return SudachiAnalyser()


def find(
    question: str, held: Sequence[Both], analyser: SudachiAnalyser
) -> tuple[list[Found], dict[str, SourcePassage]]:
    index = FakeLexicalIndex([analyse(searched, analyser) for _, searched in held])
    glossary = Glossary.of(load_glossary_file(GLOSSARY, path="glossary.yaml"), analyser)
    query = build_query(question, analyser=analyser, glossary=glossary, index=index)
    return search(query, lexical=index, vectors=None), {source.id: source for source, _ in held}


def quote(question: str, text: str, analyser: SudachiAnalyser, heading: str = "決まり") -> str:
    others = [passage("other", number, "別の話", f"庭の{number}番の木に水をやります。") for number in range(1, 4)]
    found, passages = find(question, [passage("rules", 1, heading, text), *others], analyser)
    chosen = [each for each in found if each.passage_id == "rules@1/1"]
    statements, sources = assemble(chosen, passages)
    assert statements[0].text == sources[0].quote
    assert sources[0].quote in text
    return sources[0].quote


def test_the_run_begins_with_the_sentence_that_answers(analyser: SudachiAnalyser) -> None:
    text = "受付は一階です。金庫の鍵は班長が持ちます。鍵は夜に返します。"
    assert quote("金庫の鍵は誰が持つ", text, analyser).startswith("金庫の鍵は班長が持ちます。")


def test_a_sentence_that_leans_back_is_shown_with_the_one_before(analyser: SudachiAnalyser) -> None:
    text = "受付は一階です。鍵は班長が持ちます。ただし、金庫の番号は社長だけが知っています。"
    assert quote("金庫の番号を知っているのは", text, analyser).startswith("鍵は班長が持ちます。")


def test_a_list_is_quoted_whole_with_its_lead_in(analyser: SudachiAnalyser) -> None:
    text = (
        "受付は一階です。\n持ち物は次のとおりです。\n・軍手\n・保護めがね\n・名札の入ったケース\n昼は食堂で食べます。"
    )
    said = quote("保護めがねは持ち物ですか", text, analyser)
    assert said.startswith("持ち物は次のとおりです。\n・軍手")
    assert "・名札の入ったケース" in said


def test_a_list_that_has_begun_is_shown_to_its_end(analyser: SudachiAnalyser) -> None:
    items = "\n".join(
        f"・{number}番目の道具は、棚の{number}段目にある青い箱の中に入れてしまいます。" for number in range(1, 16)
    )
    said = quote("道具のしまい方は", f"道具のしまい方は次のとおりです。\n{items}", analyser)
    assert len(said) > FIRST_RUN
    assert said.endswith("・15番目の道具は、棚の15段目にある青い箱の中に入れてしまいます。")


def test_long_prose_is_cut_at_a_sentence(analyser: SudachiAnalyser) -> None:
    text = "".join(f"倉庫の{number}番の棚には、前の年に使った部品を箱に入れて置いてあります。" for number in range(20))
    said = quote("倉庫の棚には何がある", text, analyser)
    assert len(said) <= FIRST_RUN
    assert said.endswith("。")


def test_of_a_table_the_row_that_answers_is_shown(analyser: SudachiAnalyser) -> None:
    rows = [
        "道具: ボール盤 / 周期: 毎週 / 担当: 一班",
        "道具: 旋盤 / 周期: 毎月 / 担当: 二班",
        "道具: 研磨機 / 周期: 毎年 / 担当: 三班",
    ]
    assert quote("旋盤の周期は", "\n".join(rows), analyser) == rows[1]


def test_a_text_without_a_sentence_end_is_quoted_whole(analyser: SudachiAnalyser) -> None:
    assert quote("金庫の鍵", "金庫の鍵 班長", analyser) == "金庫の鍵 班長"


def test_few_passages_and_only_near_ones(analyser: SudachiAnalyser) -> None:
    held = [passage("rules", number, "金庫の鍵", f"金庫の鍵は{number}番の棚です。") for number in range(1, 9)]
    far = passage("far", 1, "庭", "庭の鍵です。")
    found, passages = find("金庫の鍵はどこですか", [*held, far], analyser)
    chosen = choose_passages(found, passages)
    assert len(chosen) == MOST_PASSAGES
    assert "far@1/1" not in {each.passage_id for each in chosen}
    statements, sources = assemble(chosen, passages)
    assert [one.citation for one in statements] == [source.number for source in sources] == [1, 2, 3]


def test_nothing_is_quoted_twice(analyser: SudachiAnalyser) -> None:
    held = [passage(name, 1, "金庫の鍵", "金庫の鍵は一番の棚です。") for name in ("a", "b")]
    found, passages = find("金庫の鍵はどこですか", held, analyser)
    assert len(assemble(choose_passages(found, passages), passages)[1]) == 1


def test_nothing_is_chosen_of_nothing(analyser: SudachiAnalyser) -> None:
    assert choose_passages([], {}) == []
    assert assemble([], {}) == ((), ())
