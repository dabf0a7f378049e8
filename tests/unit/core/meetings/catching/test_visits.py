"""A coordinator's own visit, and what they write there for somebody of the firm."""

from __future__ import annotations

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.meetings.models import Kind, State
from bot.core.messages import Field
from tests.unit.core.meetings.catching.hall import Hall, facts, keys, labels, offer
from tests.unit.core.meetings.office import SATO, SUZUKI


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    return Hall(sentences)


def test_a_coordinators_visit_is_proposed_as_such(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機(株)を訪問。新しい検査機の相談", SATO)
    assert facts(reply)["visited"] == "あおい精機"
    assert facts(reply)["topic"] == "新しい検査機の相談"
    assert labels(reply)[:2] == ["catch-offer-visit", "catch-offer-meeting"]
    assert "catch-offer-for-president" in labels(reply)
    hall.press(offer(reply, "catch-offer-visit"), SATO)
    (kept,) = hall.records()
    assert (kept.kind, kept.company_id, kept.owner_id) == (Kind.SUPPORT_VISIT, "aoi", "sato")


def test_a_visit_can_be_an_encounter_all_the_same(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SATO)
    hall.press(offer(reply, "catch-offer-meeting"), SATO)
    (kept,) = hall.records()
    assert (kept.kind, kept.company_id) == (Kind.MEETING, None)


def test_another_firms_coordinator_visits_nobody(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SUZUKI)
    assert "catch-offer-visit" not in labels(reply)


def test_written_for_the_president_who_confirms(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SATO)
    form = hall.press(offer(reply, "catch-offer-for-president"), SATO)
    (whom,) = [part for part in form.parts if isinstance(part, Field) and part.name == "for"]
    assert [choice.value for choice in whom.choices] == ["ito", "tanaka"]
    assert keys(hall.send(form, SATO, company="アクメ"))[0] == "catch-for-choose"
    sent = hall.send(form, SATO, **{"for": "tanaka", "company": "アクメ", "person": "佐々木"})
    assert keys(sent) == ["catch-for-sent"]
    (kept,) = hall.records()
    assert (kept.state, kept.confirm_by, kept.owner_id) == (State.UNCONFIRMED, "tanaka", "tanaka")
    assert hall.owed() == [("meeting_confirm", "U-tanaka")]
    hall.send(form, SATO, **{"for": "tanaka", "company": "アクメ", "person": "佐々木"})
    assert len(hall.records()) == 1


def test_what_was_written_for_somebody_is_taken_back_and_the_line_stays(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SATO)
    form = hall.press(offer(reply, "catch-offer-for-president"), SATO)
    sent = hall.send(form, SATO, **{"for": "tanaka", "company": "アクメ"})
    for _ in range(2):
        undone = hall.press(offer(sent, "catch-offer-undo"), SATO)
        assert keys(undone) == ["catch-for-undone"]
        assert undone.behind is not None
        assert "catch-offer-visit" in labels(undone.behind)
    assert [one.state for one in hall.records()] == [State.TAKEN_BACK]
    hall.send(form, SATO, **{"for": "tanaka", "company": "アクメ"})
    assert [one.state for one in hall.records()] == [State.UNCONFIRMED]
    hall.pass_time(minutes=11)
    assert keys(hall.press(offer(sent, "catch-offer-undo"), SATO)) == ["meeting-refused-undo-late"]


def test_nobody_writes_for_somebody_of_another_firm(hall: Hall) -> None:
    reply = hall.typed("今日、あおい精機を訪問。新しい検査機の相談", SATO)
    form = hall.press(offer(reply, "catch-offer-for-president"), SATO)
    assert keys(hall.send(form, SATO, **{"for": "mori", "company": "アクメ"}))[0] == "catch-for-choose"
    assert hall.records() == []


def test_the_position_of_who_was_visited_is_nobody_elses(hall: Hall) -> None:
    reply = hall.typed("昨日、あおい精機の田中専務と面談。乾燥機の更新の相談", SATO)
    assert facts(reply)["title"] == "専務"
    sheet = hall.press(offer(reply, "catch-offer-for-president"), SATO)
    read = {part.name: part.initial for part in sheet.parts if isinstance(part, Field)}
    assert (read["company"], read["person"], read["title"]) == ("", "", "")
