"""Somebody met before under another spelling: recognised, joined by a press alone, kept apart, taken back."""

from __future__ import annotations

from typing import Any

import pytest

from bot.adapters.sentences import FluentSentences
from bot.core.meetings.catching.recognising import Recognition
from bot.core.meetings.models import Encounter
from bot.core.messages import Item, Offer, Reply
from tests.unit.core.meetings.catching.hall import Hall, keys, labels, offer
from tests.unit.core.meetings.office import ITO, MORI, TANAKA, done

LINE = "昨日、展示会で株式会社山田製作所の田中様と名刺交換"


@pytest.fixture
def hall(sentences: FluentSentences) -> Hall:
    return Hall(sentences)


def known(hall: Hall, **fields: Any) -> Encounter:
    return hall.captured(**{"partner": "㈱山田製作所", "contact": "田中さん", **fields})


def met(hall: Hall, partner: str, contact: str = "田中") -> int:
    return len(hall.store.met("aoi", partner=partner, contact=contact))


def like(hall: Hall, partner: str, contact: str = "") -> tuple[str, bool] | None:
    found = Recognition(hall.store).likeness("aoi", partner=partner, contact=contact)
    return (found.name, found.is_firm) if found else None


def newest(hall: Hall) -> str:
    return hall.store.history[-1].id


def test_nothing_is_joined_before_the_press(hall: Hall) -> None:
    known(hall)
    reply = hall.typed(LINE)
    assert "catch-like" in keys(reply)
    assert met(hall, "㈱山田製作所") == 1
    hall.press(offer(reply, "catch-offer-same"))
    assert met(hall, "㈱山田製作所") == met(hall, "株式会社山田製作所") == 2
    assert met(hall, "㈱山田製作所", "") == met(hall, "株式会社山田製作所", "") == 2


def test_somebody_else_is_kept_apart_and_not_asked_about_again(hall: Hall) -> None:
    known(hall)
    hall.press(offer(hall.typed(LINE), "catch-offer-other"))
    assert met(hall, "㈱山田製作所") == met(hall, "株式会社山田製作所") == 1
    assert met(hall, "㈱山田製作所", "") == 1
    assert labels(hall.typed(LINE, id="a2"))[0] == "catch-offer-record"


def test_the_press_is_taken_back_with_its_encounter(hall: Hall) -> None:
    known(hall)
    hall.captured(id="e2", partner="株式会社山田製作所", contact="佐々木")
    hall.press(offer(hall.typed(LINE), "catch-offer-same"))
    assert met(hall, "㈱山田製作所", "") == 3
    done(hall.service.undo(newest(hall), by=TANAKA))
    assert met(hall, "㈱山田製作所", "") == met(hall, "株式会社山田製作所", "") == 1
    assert like(hall, "株式会社山田製作所", "田中") == ("㈱山田製作所 田中", False)


def test_a_press_again_after_it_was_taken_back_joins_again(hall: Hall) -> None:
    known(hall)
    same = offer(hall.typed(LINE), "catch-offer-same")
    hall.press(same)
    done(hall.service.undo(newest(hall), by=TANAKA))
    hall.press(same)
    assert met(hall, "㈱山田製作所") == 2
    done(hall.service.undo(newest(hall), by=TANAKA))
    assert met(hall, "㈱山田製作所") == 1
    assert met(hall, "株式会社山田製作所") == 0


def on_a_list(hall: Hall, label: str) -> Reply:
    reply = hall.typed("11/20 展示会\n株式会社山田製作所 田中様\n丸山工業 佐々木さん")
    assert "catch-card-like" in keys(reply)
    return hall.press(offer(reply, label, 1))


def test_on_a_list_it_is_joined_when_it_is_kept_and_asked_again_when_taken_back(hall: Hall) -> None:
    known(hall)
    reply = on_a_list(hall, "catch-offer-card-same")
    assert met(hall, "㈱山田製作所") == 1
    reply = hall.press(offer(reply, "catch-offer-keep", 1))
    assert met(hall, "㈱山田製作所") == 2
    reply = hall.press(offer(reply, "catch-offer-undo", 1))
    assert met(hall, "㈱山田製作所") == 1
    reply = hall.press(offer(reply, "catch-offer-card-other", 1))
    hall.press(offer(reply, "catch-offer-keep", 1))
    assert met(hall, "㈱山田製作所") == met(hall, "株式会社山田製作所") == 1


def test_on_a_list_no_answer_joins_nothing(hall: Hall) -> None:
    known(hall)
    reply = hall.typed("11/20 展示会\n株式会社山田製作所 田中様\n丸山工業 佐々木さん")
    hall.press(offer(reply, "catch-offer-rest"))
    assert len(hall.records()) == 3
    assert met(hall, "㈱山田製作所") == met(hall, "株式会社山田製作所") == 1


def test_a_firm_alone_is_recognised(hall: Hall) -> None:
    known(hall, partner="㈱丸山鉄工", contact="")
    reply = hall.typed("昨日、展示会で株式会社丸山鉄工と名刺交換")
    assert "catch-like-firm" in keys(reply)
    assert labels(reply)[:2] == ["catch-offer-same-firm", "catch-offer-other-firm"]
    hall.press(offer(reply, "catch-offer-same-firm"))
    assert met(hall, "㈱丸山鉄工", "") == 2


def test_a_firm_is_recognised_where_the_person_is_new(hall: Hall) -> None:
    known(hall)
    reply = hall.typed("11/20 展示会\n株式会社山田製作所 鈴木様\n丸山工業 佐々木さん")
    assert "catch-card-like-firm" in keys(reply)
    reply = hall.press(offer(reply, "catch-offer-card-same-firm", 1))
    hall.press(offer(reply, "catch-offer-keep", 1))
    assert met(hall, "㈱山田製作所", "") == 2
    assert met(hall, "㈱山田製作所", "田中") == 1


def test_a_surname_may_be_the_same_person_of_the_same_or_a_joined_firm(hall: Hall) -> None:
    known(hall)
    assert like(hall, "㈱山田製作所", "田中太郎") == ("㈱山田製作所 田中", False)
    assert like(hall, "株式会社山田製作所", "田中太郎") == ("㈱山田製作所", True)
    reply = hall.typed("昨日、展示会で株式会社山田製作所の鈴木様と名刺交換")
    hall.press(offer(reply, "catch-offer-same-firm"))
    assert like(hall, "株式会社山田製作所", "田中太郎") == ("㈱山田製作所 田中", False)
    assert met(hall, "株式会社山田製作所", "田中太郎") == 0
    assert like(hall, "丸山工業", "田中太郎") is None


def test_the_same_spelling_and_strangers_are_not_asked_about(hall: Hall) -> None:
    known(hall)
    assert like(hall, "(株)山田製作所", "田中様") is None
    assert like(hall, "㈱山田製作所", "高橋") is None
    assert like(hall, "青葉食品", "田中") is None
    assert like(hall, "", "") is None
    assert like(hall, "", "田中") == ("田中", False)


def test_whom_another_firm_met_is_nobody_here(hall: Hall) -> None:
    known(hall, by=MORI)
    assert labels(hall.typed(LINE))[0] == "catch-offer-record"


def test_a_colleague_of_the_firm_is_asked_as_well(hall: Hall) -> None:
    known(hall)
    assert labels(hall.typed(LINE, ITO))[0] == "catch-offer-same"


def test_a_firm_written_in_two_ways_on_one_list_is_asked_about(hall: Hall) -> None:
    shown = hall.typed("㈱山田製作所 田中さん\n株式会社 山田製作所 鈴木さん\n丸山工業 佐々木さん")
    assert keys(shown).count("catch-card-like-listed") == 1
    hall.press(offer(shown, "catch-offer-keep"))
    same = hall.press(offer(shown, "catch-offer-card-same-firm"))
    hall.press(next(one for one in offers_of(same, "catch-offer-keep") if one.reference.endswith(":2")))
    assert met(hall, "㈱山田製作所", "") == met(hall, "株式会社 山田製作所", "") == 2
    other = hall.typed("㈱光洋精密 田中さん\n株式会社光洋精密 鈴木さん", id="a9")
    hall.press(offer(other, "catch-offer-keep"))
    apart = hall.press(offer(other, "catch-offer-card-other-firm"))
    hall.press(next(one for one in offers_of(apart, "catch-offer-keep") if one.reference.endswith(":2")))
    assert met(hall, "㈱光洋精密", "") == met(hall, "株式会社光洋精密", "") == 1


def offers_of(reply: Reply, label: str) -> list[Offer]:
    items = [one for part in reply.parts if isinstance(part, Item) for one in part.offers]
    return [one for one in items if one.label is not None and one.label.key == label]
