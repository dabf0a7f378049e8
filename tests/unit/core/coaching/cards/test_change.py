"""What becomes less or more: read from people's own words, and never made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.coaching.cards.change import Direction, read_change

LESS, MORE = Direction.LESS, Direction.MORE


@pytest.mark.parametrize(
    ("words", "before", "after", "direction"),
    [
        ("段取りが半日から1時間に", "半日", "1時間", LESS),
        ("不良が3%→0.5%", "3%", "0.5%", LESS),
        ("2人が1人", "2人", "1人", LESS),
        ("月40時間が8時間", "月40時間", "8時間", LESS),
        ("三人でやっていた作業が一人でできる", "三人", "一人", LESS),
        ("２０分かかっていた検査が５分で終わる", "２０分", "５分", LESS),
        ("半日〜1日が1時間に", "半日〜1日", "1時間", LESS),
        ("2、3人が1人", "2、3人", "1人", LESS),
        ("不良が３％から０．５％", "３％", "０．５％", LESS),
        ("from 4 hours to 30 minutes", "4 hours", "30 minutes", LESS),
        ("It takes 2 days, down to 3 hours", "2 days", "3 hours", LESS),
        ("1 hour instead of half a day", "half a day", "1 hour", LESS),
        ("歩留まりが85%から97%に上がる", "85%", "97%", MORE),
        ("クレームが月3件からゼロ", "月3件", "ゼロ", LESS),
        ("3万5千円が1万円に", "3万5千円", "1万円", LESS),
        ("五工程が三工程になる", "五工程", "三工程", LESS),
        ("保存が３日から２週間に", "３日", "２週間", MORE),
        ("1時間（以前は半日）", "半日", "1時間", LESS),
        ("これまで半日、これからは1時間", "半日", "1時間", LESS),
        ("段取り時間が 90分 → 15分", "90分", "15分", LESS),
        ("3か月から12か月", "3か月", "12か月", MORE),
        ("納期が1か月から1週間に", "1か月", "1週間", LESS),
        ("2日が1日になる", "2日", "1日", LESS),
        ("ロスが30％→5％📉", "30％", "5％", LESS),
        ("手直しが月8件→2件↓", "月8件", "2件", LESS),
        # Eight hours of work or 24: a day and 20 hours cannot be told apart.
        ("1日から20時間に", "1日", "20時間", None),
    ],
)
def test_both_states(words: str, before: str, after: str, direction: Direction | None) -> None:
    change = read_change(words)
    assert change is not None
    assert change.before is not None
    assert change.after is not None
    assert (change.before.words, change.after.words, change.direction) == (before, after, direction)


@pytest.mark.parametrize(
    ("words", "factor", "direction"),
    [
        ("半分になる", 0.5, LESS),
        ("3割減る", 0.7, LESS),
        ("３０％削減", 0.7, LESS),
        ("検査の時間が3分の1になる", 1 / 3, LESS),
        ("売上が2倍になる", 2.0, MORE),
        ("三割増える", 1.3, MORE),
        ("cut by 30%", 0.7, LESS),
        ("作業時間が半減", 0.5, LESS),
    ],
)
def test_a_share_of_before(words: str, factor: float, direction: Direction) -> None:
    change = read_change(words)
    assert change is not None
    assert change.factor == pytest.approx(factor)
    assert change.direction is direction
    assert change.before is None
    assert change.after is None


def test_a_percentage_of_a_rate_may_mean_points() -> None:
    change = read_change("不良率が3%減る")
    assert change is not None
    assert change.by is not None
    assert (change.by.words, change.factor, change.direction) == ("3%", None, LESS)


def test_an_amount_alone_says_no_state() -> None:
    change = read_change("残業が月10時間減る")
    assert change is not None
    assert change.by is not None
    assert (change.by.words, change.before, change.after, change.direction) == ("月10時間", None, None, LESS)


def test_a_direction_alone() -> None:
    change = read_change("段取りの手間が減る")
    assert change is not None
    assert not change.has_number
    assert change.direction is LESS


@pytest.mark.parametrize(
    "words",
    [
        "",
        "高精度です",
        "SUS304を0.01mmで加工できます",
        "1台が1時間で10個作る",
        "20個を3日で作る",
        "不良は減らない",
        "2020年から2026年に",
        "4月から始めた",
        "一人で済む",
        "千葉から東京まで",
        "作業が楽になる",
        "増えたり減ったりする",
    ],
)
def test_nothing_is_made_up(words: str) -> None:
    assert read_change(words) is None


def test_what_is_left_is_reckoned_of_exact_numbers_of_one_unit_only() -> None:
    def share(words: str) -> float | None:
        change = read_change(words)
        return change.share if change else None

    assert share("40時間が8時間") == pytest.approx(0.2)
    assert share("半日から1時間に") is None
    assert share("2〜3人が1人") is None
    assert share("月40時間が8時間") is None
    assert share("半分になる") == pytest.approx(0.5)


@given(st.text(alphabet="0123456789一二三十百千万億半割分%〜~.,、→からにが減増時間人日円倍の ①½٣ゼロ\n", max_size=60))
def test_any_words_are_read_and_quoted_as_they_stand(words: str) -> None:
    change = read_change(words)
    for one in (change.before, change.after, change.by) if change else ():
        if one is not None:
            assert one.words in words
            assert one.low <= one.high
