"""引き継ぎ資料: who gets one, where, how it is asked for, and what is kept of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from bot.core.membership.models import Changes
from bot.core.messages import Item, Message, Place
from bot.core.outgoing import ICS, PDF, XLSX, made
from bot.core.people import Role, Sharing
from tests.unit.core.hand_over_packs.house import AOI, ITO, NOW, TAKAHASHI, YAMADA, House, full, matter, say


def test_a_coordinator_gets_three_files_and_each_firm_in_it_leaves_a_line_in_the_audit_log() -> None:
    house = full()
    reply = house.pressed(TAKAHASHI)
    assert [one.media_type for one in reply.files] == [XLSX, PDF, ICS]
    assert made(reply.files[0], say).name == "引き継ぎ資料 2027-03-02.xlsx"
    assert {(one.company_id, one.action, one.subject_kind, one.by_id) for one in house.audited} == {
        ("aoi", "exported", "pack", "takahashi"),
        ("sora", "exported", "pack", "takahashi"),
    }
    assert len({one.subject_id for one in house.audited}) == 1
    house.pressed(TAKAHASHI)
    assert len({one.subject_id for one in house.audited}) == len({one.id for one in house.audited}) / 2 == 2


def test_files_are_made_when_they_are_sent_and_not_before() -> None:
    house = full()
    files = house.pressed(TAKAHASHI).files
    assert house.drawn == []
    for file in files:
        made(file, say)
    assert house.drawn == ["xlsx", "pdf", "ics"]


def test_what_is_pressed_is_answered_before_anything_is_read() -> None:
    house = full()
    said = house.promised(TAKAHASHI)
    assert [one.message.key for one in said.parts] == ["pack-making"]  # type: ignore[union-attr]
    assert (house.asked_by, house.audited, house.drawn, said.files) == ([], [], [], ())


def test_what_a_firm_withdraws_while_it_is_made_is_not_in_it() -> None:
    house = full()
    said = house.promised(TAKAHASHI, "aoi")
    house.people.change(lambda _: Changes(companies=(replace(AOI, sharing=Sharing.NOTHING),)))
    assert said.later is not None
    later = said.later()
    assert (later.files, [one.message.key for one in later.parts]) == ((), ["pack-not-yours"])  # type: ignore[union-attr]


def test_of_one_firm_its_name_stands_on_the_files() -> None:
    house = full()
    reply = house.pressed(TAKAHASHI, "aoi")
    assert made(reply.files[1], say).name == "引き継ぎ資料 株式会社あおい精機 2027-03-02.pdf"
    assert {one.company_id for one in house.audited} == {"aoi"}


@pytest.mark.parametrize("reference", ["umi", "nothing"])
def test_of_a_firm_that_shares_nothing_there_is_none(reference: str) -> None:
    house = full()
    reply = house.pressed(TAKAHASHI, reference)
    assert (reply.files, reply.is_aside, house.audited) == ((), True, [])


def test_others_get_nothing_of_it() -> None:
    house = full()
    for nobody in (ITO, replace(ITO, roles=frozenset({Role.ADMIN})), replace(TAKAHASHI, left_at=NOW)):
        assert house.pressed(nobody, "aoi").files == ()
        assert house.pressed(nobody).files == ()
    assert house.audited == []
    assert house.typed(replace(TAKAHASHI, left_at=NOW), "引き継ぎ資料") is None


PLACES: Mapping[str, Place] = {
    "with another": Place(conversation="C1", is_direct=False, present=frozenset({"U01", "U06"})),
    "with nobody knows whom": Place(conversation="C1", is_direct=False),
    "among the firm's own": Place(conversation="C1", is_direct=False, present=frozenset({"U01"})),
}


@pytest.mark.parametrize("place", PLACES)
def test_in_front_of_others_nobody_gets_one(place: str) -> None:
    house = full()
    house.own = [(AOI, matter("m1"))]
    for member in (TAKAHASHI, YAMADA):
        for reply in (house.pressed(member, place=PLACES[place]), house.typed(member, "引き継ぎ資料", PLACES[place])):
            assert reply is not None
            assert (reply.files, reply.is_aside) == ((), True)
    assert house.audited == []


@pytest.mark.parametrize(
    "asked",
    [
        "引き継ぎ資料",
        "引継ぎ資料をください。",
        "「引継資料」をお願いいたします",
        "引き継ぎ資料が欲しいです",
        "引継ぎパックを作ってください",
        "hand-over pack",
        "Handover pack, please",
        "Ｈａｎｄ-ｏｖｅｒ ｐａｃｋ！",
    ],
)
def test_it_is_asked_for_in_words(asked: str) -> None:
    reply = full().typed(TAKAHASHI, asked)
    assert reply is not None
    assert len(reply.files) == 3


@pytest.mark.parametrize(
    "asked", ["引き継ぎ資料には何を書きますか", "引継ぎ", "資料をください", "what is a hand-over pack?"]
)
def test_a_question_about_it_is_a_question(asked: str) -> None:
    assert full().typed(TAKAHASHI, asked) is None


def test_where_nothing_is_recorded_that_is_said() -> None:
    house = House(with_more=frozenset(), order=())
    reply = house.pressed(TAKAHASHI)
    assert (reply.files, [one.message.key for one in reply.parts]) == ((), ["pack-none"])  # type: ignore[union-attr]


def test_in_words_twenty_and_how_many_more() -> None:
    house = House(known={"aoi": [matter(f"m{number}") for number in range(23)]})
    parts = house.pressed(TAKAHASHI).files[0].in_words
    assert sum(isinstance(part, Item) for part in parts) == 20
    assert parts[-1].message == Message("pack-more", {"count": 3})  # type: ignore[union-attr]


def test_the_receiver_gets_what_they_may_see_and_nothing_is_made_of_nothing() -> None:
    house = full()
    assert [one.media_type for one in house.service.files_for(TAKAHASHI, ["aoi"], of=ITO)] == [XLSX, PDF, ICS]
    house.audited.clear()
    assert house.service.files_for(ITO, ["aoi"], of=TAKAHASHI) == ()
    assert house.audited == []
