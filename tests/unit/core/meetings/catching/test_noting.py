"""From the menu of a message: its words become a next step of an encounter on record, or of a new one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core import actions
from bot.core.messages import Choice, Field, Offer, Reply
from bot.core.people import Member
from tests.unit.core.meetings.catching.hall import Hall, channel, keys, quoted
from tests.unit.core.meetings.office import GUEST, ITO, MORI, TANAKA

WORDS = "丸山工業の佐々木さんとの件。明日15時に見積もりを送る"


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    hall = Hall(sentences)
    hall.captured(id="e1", partner="山田製作所", contact="山田 太郎")
    hall.captured(id="e2", partner="丸山工業", contact="佐々木")
    return hall


def noted(hall: Hall, text: str, member: Member = TANAKA, said_at: str = "") -> Reply:
    values = {"text": text, "by": "U-other", "said_at": said_at}
    return hall.press(Offer(actions.NOTE_MESSAGE, ""), member, place=channel(TANAKA, MORI), values=values, id="n1")


def fields(reply: Reply) -> dict[str, str]:
    return {part.name: part.initial for part in reply.parts if isinstance(part, Field)}


def choices(reply: Reply) -> tuple[Choice, ...]:
    return next(part.choices for part in reply.parts if isinstance(part, Field) and part.name == "which")


def test_the_encounter_that_is_named_comes_first(hall: Hall) -> None:
    sheet = noted(hall, WORDS)
    assert quoted(sheet) == [WORDS]
    assert fields(sheet) == {
        "which": "e2",
        "step": "見積もりを送る",
        "day": "2026-11-21",
        "time": "15:00",
        "meeting": "words",
        "company": "丸山工業",
        "person": "佐々木",
    }
    assert [choice.value for choice in choices(sheet)] == ["e2", "e1", "new"]


def test_a_press_sets_the_step(hall: Hall) -> None:
    sent = hall.send(noted(hall, WORDS), day="2026-11-24")
    step = hall.now("e2").next_step
    assert step is not None
    assert (step.text, step.due_on, step.due_time) == ("見積もりを送る", date(2026, 11, 24), "15:00")
    assert quoted(sent) == ["card e2 open"]


def test_a_new_encounter_once(hall: Hall) -> None:
    sheet = noted(hall, "来週、青葉食品の高橋さんに連絡する")
    assert fields(sheet)["which"] == "new"
    for _ in range(2):
        hall.send(sheet, company="青葉食品")
    assert [one.partner for one in hall.records()] == ["山田製作所", "丸山工業", "青葉食品"]


def test_a_new_one_needs_a_name(hall: Hall) -> None:
    again = hall.send(noted(hall, "資料を送る"), which="new", company="", person="")
    assert keys(again)[0] == "meeting-refused-nobody"
    assert [choice.value for choice in choices(again)] == ["e1", "e2", "new"]


def test_days_count_from_when_it_was_written(hall: Hall) -> None:
    written = hall.clock.now() - timedelta(days=2)
    assert fields(noted(hall, "明後日10時に訪問する", said_at=written.isoformat()))["day"] == "2026-11-20"
    passed = fields(noted(hall, WORDS, said_at=written.isoformat()))
    assert (passed["day"], passed["time"]) == ("", "")
    assert fields(noted(hall, WORDS, said_at="nonsense"))["day"] == "2026-11-21"


def test_others_encounters_are_not_offered(hall: Hall) -> None:
    assert [choice.value for choice in choices(noted(hall, WORDS, ITO))] == ["new"]
    assert [choice.value for choice in choices(noted(hall, WORDS, MORI))] == ["new"]
    sheet = noted(hall, WORDS, MORI)
    refused = hall.press(sheet.submit, MORI, values={**fields(sheet), "which": "e2"})
    assert keys(refused)[0] == "meeting-refused-not-found"


def test_a_guest_and_a_message_without_words(hall: Hall) -> None:
    assert keys(noted(hall, WORDS, GUEST)) == ["meeting-refused-guest"]
    assert keys(noted(hall, "  ")) == ["catch-note-no-words"]


@pytest.mark.parametrize(
    ("text", "day", "time"),
    [
        ("明日の15時に丸山工業の佐々木さんへ資料を送ってください", "2026-11-21", "15:00"),
        ("12月1日13時に訪問してください", "2026-12-01", "13:00"),
        ("来週月曜までに山本さんへサンプル送付をお願いできますか", "2026-11-23", ""),
        ("Could you send the samples by next Friday at 10?", "2026-11-27", "10:00"),
        ("11/25か11/26のどちらかで送ってください", "", ""),
    ],
)
def test_what_is_asked_for_has_its_day_as_well(hall: Hall, text: str, day: str, time: str) -> None:
    read = fields(noted(hall, text))
    assert (read["step"], read["day"], read["time"]) == (text, day, time)


def test_which_encounter_it_belongs_to_is_asked(hall: Hall) -> None:
    sheet = noted(hall, "来週水曜までに見積もりを出しましょう")
    assert fields(sheet)["which"] == ""
    assert keys(hall.send(sheet))[0] == "catch-note-choose"
