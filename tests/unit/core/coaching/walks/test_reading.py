"""What one line about the smallest try says: whom, which day, which limit; and what is never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.calendars import WorkingDays
from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.engine import asking
from bot.core.coaching.walks.models import WalkLength
from bot.core.coaching.walks.reading import read_try
from bot.core.coaching.walks.script import load_script
from bot.core.meetings.parsing.coming import coming
from tests.unit.core.coaching.walks.room import SCRIPT, TANAKA, Room, act, done

MONDAY = date(2026, 11, 16)
HOLIDAYS = WorkingDays(())


def day_in(text: str, on: date) -> date | None:
    """Days as the product reads them."""
    return coming(text, on=on, calendar=HOLIDAYS)[0]


def read(text: str) -> tuple[str, str, str]:
    """With whom, by when, at what cost at most; "" for what is not read."""
    found = read_try(text, on=MONDAY, day_in=day_in)
    return (
        found.get(CardField.TRY_WITH, ""),
        found.get(CardField.TRY_BY, ""),
        found.get(CardField.TRY_CAP, ""),
    )


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "町の豆腐屋さんに1枚だけ貸して、1週間使ってもらう。来月末まで、3万円まで",
            ("町の豆腐屋さん", "2026-12-31", "3万円まで"),
        ),
        (
            "来月末までに隣町の介護ベッド工場の工場長さんに5枚使ってもらう。費用は1万円以内",
            ("隣町の介護ベッド工場の工場長さん", "2026-12-31", "1万円以内"),
        ),
        ("丸山工業と来週金曜までに。5千円まで", ("丸山工業", "2026-11-27", "5千円まで")),
        ("板を5枚、丸山工業さんと試す", ("丸山工業さん", "", "")),
        ("A社の田中部長に見てもらう。年内。３万円", ("A社の田中部長", "2026-12-31", "３万円")),
        (
            "市内のデイサービスさんで2日使っていただく、12月末、1万円",
            ("市内のデイサービスさん", "2026-12-31", "1万円"),
        ),
        (
            "Lend one cover to the tofu maker in town for a week, by December 10, up to 30,000 yen",
            ("the tofu maker in town", "2026-12-10", "up to 30,000 yen"),
        ),
        ("おたまを1本、3日だけ使っていただく", ("", "", "")),
        ("施設長さんに3日間お貸しする。12月10日まで", ("施設長さん", "2026-12-10", "")),
        ("施設で3日使っていただく", ("", "", "")),
        ("Lend it to a clinic, for three days", ("a clinic", "", "")),
        ("try it with Mr. Tanaka of Maruyama by Friday", ("Mr. Tanaka of Maruyama", "2026-11-20", "")),
        ("Have a sake brewery try it, at most 20,000 yen", ("a sake brewery", "", "at most 20,000 yen")),
    ],
)
def test_what_is_said_in_one_line_is_read_in_its_own_words(said: str, found: tuple[str, str, str]) -> None:
    assert read(said) == found


@pytest.mark.parametrize(
    "said",
    [
        "試してみる",
        "まだ決めていない",
        "1袋300円の味噌を一度使ってみる",
        "今月の最後の火曜日まで",
        "12月の第2週まで",
        "wash it once more",
    ],
)
def test_what_cannot_be_read_for_certain_is_not_guessed(said: str) -> None:
    assert read(said) == ("", "", "")


@pytest.mark.parametrize("locale", ["ja", "en"])
def test_of_every_trade_s_own_example_the_partner_and_the_limit_are_read(locale: str) -> None:
    script, room = load_script(SCRIPT, path="walk.yaml"), Room()
    for trade in script.trades:
        walk = room.at(room.started(trade=str(trade)), "try")
        example = asking(room.now(walk), script)
        assert example is not None
        assert example.example is not None
        words = example.example.ja if locale == "ja" else example.example.en
        assert all(read(words)[::2]), words


def test_the_short_walk_fills_four_fields_with_one_answer_and_leaves_open_what_was_not_said() -> None:
    room = Room(day_in=day_in)
    walk = room.at(room.started(), "try")

    after = room.say(walk, "町の豆腐屋さんに1枚貸す。来月末まで").walk

    words = {one: known.words for one in ("try_with", "try_by") if (known := after.answer(one))}
    assert words == {"try_with": "町の豆腐屋さん", "try_by": "2026-12-31"}
    assert [one.id for one in room.service.open_questions(after)] == ["try_cap"]
    assert all(known.by_id == TANAKA.id for known in after.answers if known.read_from)


def test_an_answer_put_right_is_read_anew_and_what_was_asked_for_itself_stays() -> None:
    room = Room(day_in=day_in)
    walk = room.at(room.started(), "try")
    room.say(walk, "町の豆腐屋さんに1枚貸す。3万円まで")
    done(room.service.correct(walk.id, "try_cap", "5万円まで", act=act()))

    after = done(room.service.correct(walk.id, "try", "隣のパン屋さんに1枚貸す。1万円まで", act=act())).walk

    said = {one: known.words for one in ("try_with", "try_cap") if (known := after.answer(one))}
    assert said == {"try_with": "隣のパン屋さん", "try_cap": "5万円まで"}


def test_a_longer_walk_asks_for_each_by_itself() -> None:
    room = Room()
    walk = room.at(room.started(length=WalkLength.THIRTY_MINUTES), "try")

    after = room.say(walk, "町の豆腐屋さんに1枚貸す。3万円まで").walk

    assert (after.at, after.answer("try_with")) == ("try_with", None)
