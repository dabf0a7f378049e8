"""What holds for any text: nothing raises, dates stay in sight, width of digits makes no difference."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.bootstrap import load_working_days
from bot.core.meetings.parsing.folding import fold
from bot.core.meetings.parsing.models import FIELDS, Caught
from bot.core.meetings.parsing.pasted import parse_lines
from bot.core.meetings.parsing.reading import parse_line
from tests.fakes.corpus import names

CALENDAR, NAMES = load_working_days(), names()
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
PIECES = st.sampled_from(
    """昨日 来週 水曜 の で に 、 。 10時 ( ) （ 「 」 山田製作所 株式会社 ㈱ 田中 さん 部長 展示会 名刺交換 会った
    サンプルを送る まで 月末 11/27 2/30 13/45 99月99日 令和 8年 R8.
    翌営業日 3日後 999週間後 999年後 999か月後 第5 金曜 連休明け 年度末 午後 25時 12:99 一二三 十十 Co., Ltd. met next
    Friday in 999 years ~ - \n \t ・ 営業 品質 保証 課 長 Mr. https://x 090-1234-5678""".split(" ")
)
TEXTS = st.one_of(
    st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join), st.lists(PIECES, max_size=40).map(" ".join)
)
FULL_WIDTH = str.maketrans("0123456789/:", "０１２３４５６７８９／：")


def parse(text: str, on: date) -> Caught:
    return parse_line(text, on=on, calendar=CALENDAR, names=NAMES)


@given(TEXTS, DAYS)
@settings(max_examples=300, deadline=None)
@example("営業" * 900, date(2026, 11, 20))
@example("株式会社" * 450, date(2026, 11, 20))
@example("A" * 2_000, date(2026, 11, 20))
@example("Aa " * 600, date(2026, 11, 20))
@example("製作所" * 600, date(2026, 11, 20))
@example("会" * 2_000, date(2026, 11, 20))
@example("来週" * 900, date(2026, 11, 20))
@example("1" * 2_000, date(2026, 11, 20))
@example("(" * 2_000, date(2026, 11, 20))
@example("展示会の" * 450, date(2026, 11, 20))
@example("田中さん、" * 380, date(2026, 11, 20))
@example("農業試験場の中村研究員に相談。" * 130, date(2026, 11, 20))
@example("十十月末", date(2026, 11, 20))
def test_nothing_raises_and_dates_stay_in_sight(text: str, on: date) -> None:
    caught = parse(text, on)
    assert caught.text == text
    assert caught.met_on is None or date(1900, 1, 1) <= caught.met_on <= on
    assert caught.due_on is None or abs(caught.due_on - on) <= timedelta(days=3_700)
    for name in ("company", "person", "title", "event", "next_step"):
        value = getattr(caught, name)
        assert value is None or value == value.strip() != ""


@given(TEXTS, DAYS)
@settings(max_examples=100, deadline=None)
def test_names_are_words_of_the_line(text: str, on: date) -> None:
    caught = parse(text, on)
    kept = {one for one in text if not one.isspace()}
    for name in ("company", "person", "title", "event"):
        assert {one for one in (getattr(caught, name) or "") if not one.isspace()} <= kept


@given(st.lists(PIECES, max_size=30).map("".join), DAYS)
@settings(max_examples=100, deadline=None)
def test_full_width_digits_are_the_same_dates(text: str, on: date) -> None:
    narrow, wide = parse(text, on), parse(text.translate(FULL_WIDTH), on)
    assert (narrow.met_on, narrow.due_on, narrow.due_time) == (wide.met_on, wide.due_on, wide.due_time)


@given(st.lists(st.lists(PIECES, max_size=8).map(" ".join), max_size=12).map("\n".join), DAYS)
@settings(max_examples=60, deadline=None)
def test_no_line_of_a_list_is_lost(text: str, on: date) -> None:
    cards = parse_lines(text, on=on, calendar=CALENDAR, names=NAMES).cards
    assert len(cards) <= len(text.splitlines())
    assert all(card.text for card in cards)


@given(st.text(max_size=200))
def test_the_way_back_from_the_folded_text_holds(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.spans)
    assert all(0 <= begin < end <= len(text) for begin, end in folded.spans)


def test_every_field_is_asked_for() -> None:
    assert set(FIELDS) <= set(Caught.__dataclass_fields__)
