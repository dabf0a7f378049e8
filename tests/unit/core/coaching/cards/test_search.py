"""Looking through cards: by what they do, by whose trouble they lessen, and never by what may not be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.adapters.japanese import SudachiAnalyser
from bot.core.coaching.cards.models import CardField, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.search import search
from tests.fakes.searching import told_otherwise
from tests.unit.core.coaching.cards.bench import Bench
from tests.unit.core.coaching.cards.samples import METAL, MISO, TANAKA, UMINO, of_fields

ANALYSER = SudachiAnalyser()
WASH = of_fields(
    {
        "subject": "水だけの洗浄",
        "function": "金属部品についた油を洗い流す",
        "who": "薬品を使いたくない町工場",
        "today": "溶剤で洗っている。手が荒れる。",
        "change": "洗浄の時間が3割減る",
    },
    id="c3",
)
NAP = of_fields(
    {
        "function": "布をやわらかく仕上げる",
        "who": "肌の弱い赤ちゃんのいる家庭",
        "situation": "肌着の縫い目で赤くなった。",
    },
    id="c4",
)
CARDS = (METAL, MISO, WASH, NAP)


@pytest.mark.parametrize(
    ("words", "found", "name"),
    [
        ("油を洗う", WASH, CardField.FUNCTION),
        ("金型の交換", METAL, CardField.FUNCTION),
        ("段取りに時間がかかる", METAL, CardField.CHANGE),
        ("手が荒れて困る", WASH, CardField.TODAY),
        ("減塩", MISO, CardField.WHO),
        ("赤ちゃんの肌", NAP, CardField.WHO),
        ("残業を減らしたい", METAL, CardField.COST),
        ("アカチャン　肌着", NAP, CardField.SITUATION),
    ],
)
def test_the_nearest_card_comes_first_with_its_reason(words: str, found: ValueCard, name: CardField) -> None:
    first, *_ = search(words, CARDS, ANALYSER)
    assert first.card.id == found.id
    assert first.name is name
    assert first.quote in found.entry(name).words


def test_another_word_for_what_is_done_finds_it_too() -> None:
    """冷却 is no word of the card that says 冷やす; without anything that knows so, it is not found."""
    classes = {"冷却": "cool", "冷やす": "cool"}
    cool = of_fields({"function": "金型を素早く冷やす", "subject": "水管"}, id="c5")

    def deeds(text: str) -> frozenset[str]:
        return frozenset(one for word, one in classes.items() if word in text)

    assert search("冷却", (*CARDS, cool), ANALYSER) == []
    (hit,) = search("冷却", (*CARDS, cool), ANALYSER, deeds)
    assert (hit.card.id, hit.name) == ("c5", CardField.FUNCTION)
    many = [replace(METAL, id=f"m{number}") for number in range(300)]
    first, *_ = search("金型の冷却", (*many, cool), ANALYSER, deeds)
    assert first.card.id == "c5"


def test_the_reason_is_the_sentence_that_is_near() -> None:
    first, *_ = search("手荒れ 荒れる", CARDS, ANALYSER)
    assert first.quote == "手が荒れる。"


@pytest.mark.parametrize("words", ["", "　", "???", "確定申告の期限", "の を に", "ありがとうございます"])
def test_nothing_near_is_nothing_found(words: str) -> None:
    assert search(words, CARDS, ANALYSER) == []


def test_what_may_not_be_seen_finds_nothing() -> None:
    bench = Bench()
    bench.shared(bench.made(), TANAKA, value=Reach.REGION)
    assert [hit.card.id for hit in search("金型", bench.service.searchable(by=UMINO), ANALYSER)]
    assert search("ベテラン", bench.service.searchable(by=UMINO), ANALYSER) == []
    assert search("ベテラン", bench.service.searchable(by=TANAKA), ANALYSER)


def test_what_is_deleted_or_taken_back_is_not_found_at_once() -> None:
    bench = Bench()
    card = bench.shared(bench.made(), TANAKA, value=Reach.REGION, customer=Reach.REGION)
    assert search("ベテラン", bench.service.searchable(by=UMINO), ANALYSER)
    bench.shared(card, TANAKA, customer=Reach.FIRM)
    assert search("ベテラン", bench.service.searchable(by=UMINO), ANALYSER) == []
    bench.service.delete(card.id, by=TANAKA)
    assert search("金型", bench.service.searchable(by=UMINO), ANALYSER) == []
    assert search("金型", bench.service.searchable(by=TANAKA), ANALYSER) == []


def test_among_hundreds_the_one_that_fits_is_found() -> None:
    many = [replace(MISO, id=f"m{number:03}") for number in range(300)]
    shared = replace(WASH, reach={FieldGroup.VALUE: Reach.REGION})
    first, *_ = search("部品の油汚れを落としたい", [*many, shared], ANALYSER)
    assert first.card.id == "c3"


@pytest.mark.parametrize("count", [1, 4, 200, 800])
def test_how_many_cards_say_the_same_is_no_reason_to_find_none(count: int) -> None:
    many = [replace(CARDS[number % 4], id=f"m{number:03}") for number in range(count)]
    first, *rest = search("段取りに時間がかかって困る", many, ANALYSER)
    assert first.card.entries == METAL.entries
    assert len(rest) < 40


def test_very_long_words_are_looked_for_as_well() -> None:
    assert search("金型を交換する。" * 500, CARDS, ANALYSER)[0].card.id == METAL.id


def test_a_trouble_told_in_other_words_is_found_and_named() -> None:
    first, *_ = search("皮膚のかぶれ", CARDS, ANALYSER, troubles=told_otherwise())
    assert first.card.id in (WASH.id, NAP.id)
    assert first.troubles == ("rough_skin",)


def test_neither_rank_nor_count_nor_reason_tells_of_what_may_not_be_seen() -> None:
    """The same firm, once with a hidden group that tells the trouble outright, once without those fields at all."""
    told = {"function": "金型を素早く交換する", "who": "段取りを急ぐ工場"}
    hidden = {"situation": "指を挟む事故が続いた", "cost": "けがで休む人が月に二人"}

    def found(fields: dict[str, str]) -> list[tuple[str, object, str, float, tuple[str, ...]]]:
        bench = Bench()
        bench.shared(bench.made(replace(of_fields(fields), id="x1")), TANAKA, value=Reach.REGION)
        cards = [*bench.service.searchable(by=UMINO), WASH, NAP]
        hits = [
            hit
            for words in ("指を挟む事故", "けがを減らしたい", "工場の事故", "金型")
            for hit in search(words, cards, ANALYSER, troubles=told_otherwise())
        ]
        return [(hit.quote, hit.name, hit.card.entry(hit.name).words, hit.score, hit.troubles) for hit in hits]

    assert found(told | hidden) == found(told)
    assert found(told)
