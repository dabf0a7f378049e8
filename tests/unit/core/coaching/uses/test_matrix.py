"""A plan's passages beside the functions of a card: every quote verbatim, nothing where nothing meets."""

from __future__ import annotations

from dataclasses import replace

from bot.adapters.sentences import FluentSentences
from bot.core.coaching.cards.models import UseSource
from bot.core.coaching.uses.matrix import Matrix, challenge_of, use_of
from bot.core.coaching.uses.models import PlanPassage
from bot.core.coaching.uses.offering import Wanted
from bot.core.coaching.uses.wording import Words
from tests.fakes.uses import function_reader, saying, shipped_offering

BRIDGES = PlanPassage(
    id="minato@1/3",
    guide="minato",
    title="港見市 まちの計画",
    heading="まちの今 > 道路と橋が古くなる",
    text="市が管理する橋の多くは同じ頃に架けられ、老朽化が一度に進みます。\n"
    "職員が橋を叩いて傷みを確かめていますが、すべてを回りきれません。水道管の漏水を早く見つける方法を探します。",
    page=12,
)
SEA = replace(
    BRIDGES,
    id="minato@1/5",
    heading="海と川を守る",
    text="水産加工の排水に含まれる油が港の水質を悪くしています。排水から油を取り除く設備を、小さな工場でも使えるものにします。",
    page=None,
)
PLAN = (BRIDGES, SEA)


def matrix(function: str, passages: tuple[PlanPassage, ...] = PLAN) -> Matrix:
    return shipped_offering().matrix(function, passages)


def test_columns_are_the_challenges_that_the_plan_speaks_of() -> None:
    assert [one.entry.id for one in matrix("傷を見つける").challenges] == ["infrastructure-aging", "water-environment"]


def test_a_cell_quotes_the_passage_as_it_stands() -> None:
    found = matrix("コンクリートのひび割れを見つける")
    cell = found.cells[0]
    assert cell.challenge.entry.id == "infrastructure-aging"
    assert all(one.quote in one.passage.text for one in found.cells)
    assert found.cell(found.functions[0], cell.challenge) == cell


def test_where_function_and_challenge_do_not_meet_there_is_no_cell() -> None:
    found = matrix("排水から油を取り除く")
    bridges, sea = found.challenges
    assert found.cell(found.functions[0], bridges) is None
    assert found.cell(found.functions[0], sea) is not None


def test_the_sentence_that_says_the_function_itself_is_quoted() -> None:
    cell = matrix("排水から油を取り除く").cells[0]
    assert cell.quote == "排水から油を取り除く設備を、小さな工場でも使えるものにします。"


def test_nothing_meets_where_no_challenge_is_lessened() -> None:
    assert matrix("布を縫う").cells == ()
    assert matrix("傷を見つける", ()).challenges == ()


def test_every_function_of_the_card_is_a_row() -> None:
    found = matrix("ひび割れを見つける\n排水から油を取り除く")
    assert [one.text for one in found.functions] == ["ひび割れを見つける", "排水から油を取り除く"]
    assert {cell.function.text for cell in found.cells} == {"ひび割れを見つける", "排水から油を取り除く"}


def test_what_was_declined_stays_declined_in_the_next_edition() -> None:
    later = tuple(replace(one, id=one.id.replace("@1", "@2")) for one in PLAN)
    assert [one.id for one in matrix("傷を見つける").cells] == [one.id for one in matrix("傷を見つける", later).cells]


def test_a_cell_as_a_use_names_the_plan_and_the_page_and_its_reason_holds_no_passage(
    sentences: FluentSentences,
) -> None:
    words = Words(vocabulary=function_reader().vocabulary, locale="ja", say=saying(sentences))
    cell = matrix("ひび割れを見つける").cells[0]
    use = use_of(cell, words)
    assert (use.source, use.reference, use.quote) == (UseSource.PLAN, "minato@1/3", cell.quote)
    assert "まちの計画 港見市 まちの計画、12 ページ" in use.name
    assert "「ひび割れを見つける」" in use.reason
    assert use.quote not in use.reason


def test_a_challenge_that_a_plan_speaks_of_is_offered_in_the_words_of_the_plan(sentences: FluentSentences) -> None:
    wanted = Wanted(function="ひび割れを見つける", passages=PLAN)
    found = shipped_offering().offer(wanted, locale="ja", say=saying(sentences))
    planned = next(one for one in found if one.source is UseSource.PLAN)
    assert planned.suffers in BRIDGES.text
    assert "challenge/infrastructure-aging" not in [one.id for one in found]


def test_a_declined_passage_is_not_offered_again(sentences: FluentSentences) -> None:
    wanted = Wanted(function="ひび割れを見つける", passages=PLAN)
    say = saying(sentences)
    planned = next(
        one for one in shipped_offering().offer(wanted, locale="ja", say=say) if one.source is UseSource.PLAN
    )
    again = shipped_offering().offer(replace(wanted, decided=(planned,)), locale="ja", say=say)
    ids = [one.id for one in again]
    assert planned.id not in ids
    assert f"challenge/{challenge_of(planned.id)}" not in ids, "nor without the plan's words"


def test_headings_and_fragments_are_not_quoted() -> None:
    bare = replace(BRIDGES, text="老朽化 … 12\n橋梁")
    assert matrix("ひび割れを見つける", (bare,)).cells == ()


SAFETY = replace(
    BRIDGES,
    id="minato@1/7",
    heading="防災",
    text="河川の水位を住民へ早く知らせる必要があります。避難所となる体育館の暑さ対策が求められます。",
)
AGED = replace(
    BRIDGES,
    id="minato@1/8",
    heading="高齢者の暮らし",
    text="ひとり暮らしの高齢者が増えています。買い物に行けない高齢者へ食料品を届ける仕組みをつくります。",
)
HOMES = replace(
    BRIDGES,
    id="minato@1/9",
    heading="住まい",
    text="冬の救急搬送が増えています。空き家は640戸です。",
)


def test_a_sentence_under_the_heading_of_one_challenge_is_not_quoted_for_another() -> None:
    found = matrix("危険を知らせる", (SAFETY,))
    quotes = {(one.challenge.entry.id, one.quote) for one in found.cells}
    assert ("heatstroke", "河川の水位を住民へ早く知らせる必要があります。") not in quotes
    assert any(id == "earthquake" for id, _ in quotes)


def test_to_where_something_is_brought_is_no_function_of_its_own() -> None:
    found = matrix("食品を家まで届ける", (AGED, HOMES))
    assert [one.text for one in found.functions] == ["食品を家まで届ける"]
    assert [(one.challenge.entry.id, one.quote) for one in found.cells] == [
        ("elderly-mobility", "買い物に行けない高齢者へ食料品を届ける仕組みをつくります。")
    ]
