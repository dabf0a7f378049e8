"""One line and one minute: the owner's words in sentences of ours, whatever the words are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.coaching.cards.models import CardField, FieldGroup
from bot.core.coaching.cards.pages import a4_page, memo, plan
from bot.core.coaching.cards.speech import Ending, cut_at_boundary, ending_of, said, shortened, spoken, weight
from bot.core.coaching.cards.texts import LONGEST_MINUTE, one_line, one_minute
from bot.core.messages import Fact, Headed, Locale, Message, Part, Quoted, Said
from tests.unit.core.coaching.cards.samples import METAL, MISO, card, say_in

WORDS = st.text(alphabet="段取りが半日から1時間に減るますです。、？「」\n abcXYZ…あ😀", max_size=2_100)
FIELDS = st.dictionaries(st.sampled_from([str(one) for one in CardField]), st.none() | WORDS)


def told(parts: tuple[Part, ...], locale: Locale = "ja") -> str:
    """Everything that stands in them."""
    say, lines = say_in(locale), []
    for part in parts:
        if isinstance(part, Said | Headed):
            lines.append(say(part.message))
        elif isinstance(part, Fact):
            value = say(part.value) if isinstance(part.value, Message) else part.value
            lines.append(f"{say(part.label)} {value}")
        elif isinstance(part, Quoted):
            lines.append(part.text)
    return "\n".join(lines)


def test_a_stranger_hears_who_what_changes_compared_with_what_and_how_we_know() -> None:
    text = one_minute(METAL, say_in("ja"))
    for told_in_turn in (
        "助かるのは、小ロットの受注が多い板金工場の段取り担当者です。",
        "どう変わるかというと、段取りが半日から1時間に変わります。",
        "いまは、ベテランが二人がかりで金型を吊って位置を合わせている、というやり方です。",
        "そう言える根拠は、取引先で3か月使っていただいた記録です。これは、お客様に試していただいた結果です。",
        "これを支えるのが、ワンタッチ金型交換装置です。",
        "専用機を買うより安く、今の機械に付けられるところが、ほかのやり方との違いです。",
    ):
        _, found, text = text.partition(told_in_turn)
        assert found, f"{told_in_turn} is not there, or not in its turn"
    assert len(one_minute(METAL, say_in("ja"))) <= LONGEST_MINUTE


def test_what_is_not_known_is_said_to_be_so() -> None:
    text = one_minute(MISO, say_in("ja"))
    assert "どう変わるかというと、塩分が12%から8%に減ります。" in text
    assert "そう言える根拠は、まだ確かめられていません。" in text
    empty = one_minute(card(), say_in("ja"))
    assert empty.count("まだ") == 4
    assert "Whom it helps is not known yet." in one_minute(card(), say_in("en"))


def test_a_group_that_may_not_be_seen_is_not_spoken_of() -> None:
    text = one_minute(METAL, say_in("ja"), groups={FieldGroup.VALUE})
    assert "段取りが半日から1時間に" in text
    assert "根拠" not in text
    assert "いまのやり方" not in text
    assert one_line(METAL, say_in("ja"), groups={FieldGroup.EVIDENCE}) == ""


def test_one_line() -> None:
    assert one_line(METAL, say_in("ja")) == (
        "小ロットの受注が多い板金工場の段取り担当者へ。段取りが半日から1時間に。（ワンタッチ金型交換装置）"
    )
    english = card(who="small shops", change="Set-up falls from 4 hours to 1.", subject="Quick change")
    assert one_line(english, say_in("en")) == "For small shops: set-up falls from 4 hours to 1 (Quick change)"


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        ("段取り担当者", Ending.NOUN),
        ("不良が3%→0.5%", Ending.NOUN),
        ("困っている人のところ", Ending.NOUN),
        ("手洗い", Ending.NOUN),
        ("時間が減る。", Ending.PLAIN),
        ("手間がない", Ending.PLAIN),
        ("半分になった", Ending.PLAIN),
        ("半分になります。", Ending.POLITE),
        ("半日から1時間に", Ending.TOWARD),
        ("検査員が", Ending.OPEN),
        ("時間がかかるから", Ending.OPEN),
        ("本当か？", Ending.OPEN),
        ("half the time", Ending.FOREIGN),
        ("", Ending.FOREIGN),
    ],
)
def test_how_words_end(words: str, ending: Ending) -> None:
    assert ending_of(words) is ending


@pytest.mark.parametrize(
    ("words", "told", "ending"),
    [
        ("設計者の方です。", "設計者の方", Ending.NOUN),
        ("農家だ", "農家", Ending.NOUN),
        ("本を読んだ", "本を読んだ", Ending.PLAIN),
        ("急いだ", "急いだ", Ending.PLAIN),
        ("忙しいです", "忙しいです", Ending.POLITE),
        ("困っています", "困っています", Ending.POLITE),
        ("とても長い言葉の途中…", "とても長い言葉の途中…", Ending.OPEN),
    ],
)
def test_words_stand_in_a_sentence_of_ours(words: str, told: str, ending: Ending) -> None:
    assert spoken(words) == (told, ending)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("止まる日が月に5日から1日", "どう変わるかというと、止まる日が月に5日から1日に変わります。"),
        ("選別の時間が半分", "どう変わるかというと、選別の時間が半分に変わります。"),
        ("半日から1時間への短縮", "どう変わるかというと、半日から1時間への短縮です。"),
        ("手直しが半分になった", "どう変わったかというと、手直しが半分になった、ということです。"),
        ("段取りの手間が減る", "変わるのは、段取りの手間が減ることです。"),
    ],
)
def test_how_a_change_is_said(change: str, said: str) -> None:
    assert said in one_minute(card(change=change), say_in("ja"))


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        (
            {"who": "建機メーカーの調達さんです。いつも困ってます。"},
            "助かるのは、建機メーカーの調達さんです。いつも困ってます。",
        ),
        ({"today": "自分で刈る。腰が痛い。"}, "いまは、自分で刈る、というやり方です。腰が痛い。"),
        (
            {"cost": "1個4万円と3週間。あと、調達さんの信用。"},
            "その負担は、1個4万円と3週間です。あと、調達さんの信用。",
        ),
        (
            {"situation": "輪が曲がっていた。組めなくて、電話をくれた。"},
            "たとえば、輪が曲がっていた、という場面です。組めなくて、電話をくれた。",
        ),
        ({"who": "シェフさんが困ってる"}, "どなたのお困りごとかというと、シェフさんが困ってる、ということです。"),
        ({"who": "総務の方が残業しています。"}, "どなたのお困りごとかというと、総務の方が残業しています。"),
        ({"change": "一杯の塩分1.4g→0.8g"}, "どう変わるかというと、一杯の塩分1.4gから0.8gに変わります。"),
        ({"change": "時間が 120時間 → 20時間 に"}, "どう変わるかというと、時間が 120時間から20時間に変わります。"),
        ({"today": "戻ってきたら直す、みたいな"}, "いまのやり方は、「戻ってきたら直す、みたいな」というものです。"),
        ({"who": "研磨の職人さんだね"}, "助かるのは、研磨の職人さんです。"),
        ({"subject": "砥石の目立て"}, "これを支えるのが、砥石の目立てです。"),
        ({"situation": "夜まで洗っていました。"}, "たとえば、夜まで洗っていました。"),
        ({"today": "手で外しています。"}, "いまは、手で外しています。"),
        ({"today": "いまは手で外しています。"}, "。いまは手で外しています。"),
        ({"evidence": "「助かる」と言われた"}, "そう言えるのは、「助かる」と言われたからです。"),
        ({"cost": "続かないんだよね"}, "その負担は、「続かないんだよね」ということです。"),
    ],
)
def test_words_of_any_shape_are_spoken_aloud(entries: dict[str, str], told: str) -> None:
    assert told in one_minute(card(**entries), say_in("ja"))


def test_words_that_begin_with_marks_alone_are_spoken_as_they_are() -> None:
    assert "1" in one_minute(card(who="…\n1"), say_in("ja"))


def test_what_is_quoted_in_english_stays_one_quotation() -> None:
    text = one_minute(card(today="自分で刈る。腰が痛い。"), say_in("en"))
    assert "how it is done today: “自分で刈る。腰が痛い”." in text


def test_a_day_is_said_as_people_say_it() -> None:
    """It is kept as a walk's form gives it; words that are no day stay."""
    dated = card(**{"try": "1台お貸しする", "try_by": "2026-12-18", "who": "工場"})
    assert "いつまでに 2026年12月18日（金）" in told(a4_page(dated))
    assert "Fri 18 Dec 2026" in told(plan(dated), "en")
    assert "いつまでに 年内に" in told(a4_page(card(**{"try": "x", "try_by": "年内に"})))


def test_one_line_of_latin_letters_has_room_for_a_sentence() -> None:
    who = "press shops with small batches whose set-up people stay late"
    assert who in one_line(card(who=who, change="4 hours to 30 minutes"), say_in("en"))


def test_one_line_names_whom_by_the_first_sentence() -> None:
    several = card(who="建機メーカーの調達さんです。いつも困ってます。", change="3週間が2日に")
    assert one_line(several, say_in("ja")) == "建機メーカーの調達さんへ。3週間が2日に。"
    assert (
        one_line(card(who="シェフさんが困ってる", change="3週間が2日に"), say_in("ja"))
        == "シェフさんが困ってる。3週間が2日に。"
    )


def test_who_is_helped_is_said_without_the_particle() -> None:
    assert "助かるのは、総務の人です。" in one_minute(card(who="総務の人に"), say_in("ja"))


@pytest.mark.parametrize("nothing", ["なし", "特にありません。", "わからない", "まだない", "none", "-"])
def test_nothing_is_no_evidence(nothing: str) -> None:
    text = one_minute(card(evidence=nothing, today=nothing), say_in("ja"))
    assert "そう言える根拠は、まだ確かめられていません。" in text
    assert "いまどうしているのかは、まだ分かっていません。" in text
    assert nothing not in text


def test_long_words_are_cut_where_a_sentence_ends() -> None:
    assert shortened("短い文です。" * 40, 30) == "短い文です。短い文です。短い文です。短い文です。短い文です"
    assert shortened("切れ目のない" * 40, 20).endswith("…")
    assert said("一つめ\n二つめ。\n") == "一つめ、二つめ"


@pytest.mark.parametrize(
    ("words", "most", "kept"),
    [
        ("昨年9月、お客様の工場で使っていただき、時間を測りました", 24, "昨年9月、お客様の工場で使っていただき…"),
        ("熟練者が二人がかりで金型を吊って位置を合わせている", 20, "熟練者が二人がかりで金型を吊って位置を…"),
        ("月に40時間の残業と120件の注文", 12, "月に40時間の残業と…"),
        ("The overtime is gone. Nobody misses the last bus any more.", 40, "The overtime is gone…"),
        ("Nobody has counted it; everybody knows it hurts", 40, "Nobody has counted it…"),
        ("Two veterans lift the die with a hoist", 27, "Two veterans lift the die…"),
        ("It costs 1,200,000 yen a year and more", 20, "It costs 1,200,000…"),
        ("ドナウジョウキセンカイシャ", 8, "ドナウジョウキ…"),
        ("whole", 5, "whole"),
    ],
)
def test_long_words_are_cut_at_a_boundary_in_both_languages(words: str, most: int, kept: str) -> None:
    assert cut_at_boundary(words, most) == kept


@given(st.text(max_size=300), st.integers(min_value=1, max_value=200))
def test_what_is_cut_is_the_beginning_of_the_words_and_never_too_long(words: str, most: int) -> None:
    cut = cut_at_boundary(words, most)
    assert len(cut) <= most or cut == words
    assert words.startswith(cut.removesuffix("…") if cut != words else cut)


def test_a_minute_in_english_can_be_said_aloud() -> None:
    english = card(
        who="People who wash machines at night. They miss the bus.",
        change="One machine takes 5 minutes instead of 40.",
        today="They take off twelve bolts.",
        cost="40 hours of overtime a month",
        evidence="A factory kept a list for three months.",
        evidence_kind="tested",
        holder="The works manager",
        subject="A latch for covers",
        function="Opens a cover",
        rivals="Costs less than a new machine",
    )
    assert one_minute(english, say_in("en")) == (
        "Who does it help? People who wash machines at night. They miss the bus. "
        "What changes for them? One machine takes 5 minutes instead of 40. "
        "Compare that with how it is done today: they take off twelve bolts. "
        "The cost of that: 40 hours of overtime a month. "
        "How do we know? A factory kept a list for three months. This was tested by a customer. "
        "The evidence is with the works manager. "
        "What makes it possible? A latch for covers. What it does: opens a cover. "
        "What sets it apart from other ways? Costs less than a new machine."
    )


def test_a_name_keeps_its_capital_within_a_sentence() -> None:
    told = one_minute(card(who="Okada stamping shop", evidence="x", holder="Okada"), say_in("en"))
    assert "The evidence is with Okada." in told
    assert one_line(card(who="Okada shops", change="2 to 1"), say_in("en")).startswith("For Okada shops:")


def test_english_words_quoted_in_japanese_stay_as_they_are() -> None:
    assert "「The people who wash」" in one_line(card(who="The people who wash"), say_in("ja"))


def test_cut_english_words_are_marked_as_a_quotation() -> None:
    long = "nobody has counted what it costs when a machine stands still and all wait for the one who knows it " * 3
    told = one_minute(card(today=long, cost=long, situation=long, who=long), say_in("en"))
    assert re.search(r"Compare that with how it is done today: “nobody [a-z ]+…”\.", told)


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_two_thousand_characters_in_every_field(locale: Locale) -> None:
    for text in ("あ" * 2_000, "これは長い文です。" * 222, "word " * 400):
        full = card(**{str(one): text for one in CardField})
        assert 0 < weight(one_minute(full, say_in(locale))) <= LONGEST_MINUTE
        assert weight(one_line(full, say_in(locale))) < 160


@settings(max_examples=60, deadline=None)
@given(FIELDS, st.sampled_from(["ja", "en"]))
def test_any_words_make_all_five_texts(entries: dict[str, str | None], locale: Locale) -> None:
    made = card(**entries)
    assert weight(one_minute(made, say_in(locale))) <= LONGEST_MINUTE
    assert one_line(made, say_in(locale))
    for parts in (a4_page(made), memo(made), plan(made)):
        assert told(parts, locale)


def test_the_page_tells_the_grade_the_gap_and_the_ladder() -> None:
    text = told(a4_page(METAL))
    assert "根拠の段階：4段階の3（お客様に試していただいた）" in text
    assert "技術の成熟度は9段階の8、お客様側は9段階の2で6段の開き" in text
    assert "金型を素早く交換する → 小ロットの注文を断らずに受ける" in text


def test_memo_and_plan_mark_what_is_not_known() -> None:
    assert "出そうなご意見と、そのお答え\nまだ分かっていません（未回答）" in told(memo(METAL))
    assert "この一枚のうち7件は、まだ分かっていません。" in told(memo(METAL))
    text = told(plan(METAL))
    for heading in (
        "どの市場に",
        "どんな価値を",
        "どなたがお支払いになるか",
        "Need",
        "Approach",
        "Benefit",
        "Competition",
        "一社への依存",
    ):
        assert heading in text
    assert "どの市場に\nまだ伺っていません" in text
    assert "この一枚のうち9件は、まだ分かっていません。" in text


def test_each_gap_is_one_sentence() -> None:
    def gap(**levels: str | None) -> str:
        return told(plan(card(**levels)))

    assert "まだ分かっていません。" in gap()
    assert "お客様側の準備の度合いはまだ分かっていません。" in gap(trl="８")
    assert "技術の成熟度はまだ分かっていません。" in gap(crl="3")
    assert "開きは1段です。" in gap(trl="4", crl="3")
    assert "次は技術を確かめる番です。" in gap(trl="2", crl="7")
    assert "どちら" not in gap(trl="10", crl="0")
