"""Somebody on record under two spellings: offered behind ほかの操作, joined by a press alone, taken back."""

from __future__ import annotations

from bot.core import actions
from bot.core.meetings.models import ChangeKind, Kind
from bot.core.messages import Reply
from tests.unit.core.meetings.chat.desk import Desk, keys, offers, why, words
from tests.unit.core.meetings.office import ITO, MORI, SATO, TANAKA


def met_twice(second: str = "株式会社三州瓦", contact: str = "神谷様") -> Desk:
    desk = Desk()
    desk.captured(id="e1", partner="㈱三州瓦", contact="神谷さん")
    desk.captured(id="e2", partner=second, contact=contact)
    return desk


def more(desk: Desk, id: str = "e2") -> Reply:
    return desk.press(ITO, actions.MEETING_MORE, id)


def met(desk: Desk, partner: str, contact: str = "神谷") -> int:
    return len(desk.store.met("aoi", partner=partner, contact=contact))


def test_who_is_on_record_otherwise_is_joined_by_a_press_and_parted_by_taking_it_back() -> None:
    desk = met_twice()
    shown = more(desk)
    assert "meeting-more-same-person" in keys(shown)
    assert "㈱三州瓦 神谷" in words(shown)
    assert met(desk, "㈱三州瓦") == met(desk, "株式会社三州瓦") == 1
    card = desk.offered(ITO, shown, actions.MEETING_SAME)
    assert why(card) == "meeting-done-merged"
    assert met(desk, "㈱三州瓦") == met(desk, "株式会社三州瓦") == 2
    assert met(desk, "㈱三州瓦", "") == 2
    version = desk.now("e2").version
    assert desk.offered(ITO, shown, actions.MEETING_SAME) == card
    assert desk.now("e2").version == version
    assert actions.MEETING_SAME not in offers(more(desk))
    desk.offered(ITO, card, actions.MEETING_UNDO)
    assert met(desk, "㈱三州瓦") == met(desk, "株式会社三州瓦") == 1
    assert actions.MEETING_SAME in offers(more(desk))


def test_a_firm_whose_people_are_others_is_joined_alone() -> None:
    desk = met_twice(contact="早乙女様")
    shown = more(desk)
    assert "meeting-more-same-firm" in keys(shown)
    desk.offered(ITO, shown, actions.MEETING_SAME)
    assert met(desk, "㈱三州瓦", "") == 2
    assert met(desk, "㈱三州瓦") == 1
    assert desk.store.changes("e2")[-1].kind == ChangeKind.MERGED


def test_strangers_the_same_spelling_and_other_firms_are_offered_nothing() -> None:
    assert actions.MEETING_SAME not in offers(more(met_twice("有限会社早乙女窯業", "早乙女様")))
    assert actions.MEETING_SAME not in offers(more(met_twice("㈱三州瓦")))
    desk = Desk()
    desk.captured(id="e1", partner="㈱三州瓦", contact="神谷さん")
    desk.captured(MORI, id="e2", partner="株式会社三州瓦", contact="神谷様")
    assert actions.MEETING_SAME not in offers(desk.press(MORI, actions.MEETING_MORE, "e2"))


def test_only_whom_they_could_be_is_joined_and_only_by_those_of_the_firm() -> None:
    desk = met_twice()
    desk.captured(id="e3", partner="㈱三州瓦", contact="早乙女さん")
    mine = offers(more(desk))[actions.MEETING_SAME]
    other = next(one.id for one in desk.store.known.values() if one.name == "早乙女さん")
    for by, reference in ((ITO, f"e2:{other}"), (ITO, "e2:x"), (MORI, mine), (SATO, mine)):
        desk.press(by, actions.MEETING_SAME, reference)
    assert met(desk, "㈱三州瓦") == met(desk, "株式会社三州瓦") == 1
    visit = desk.captured(
        SATO, id="v1", kind=Kind.SUPPORT_VISIT, company_id="aoi", partner="三州瓦株式会社", contact="神谷"
    )
    assert desk.service.written_otherwise(visit, by=SATO) is None
    assert desk.service.written_otherwise(desk.now("e2"), by=SATO) is None
    assert desk.service.written_otherwise(desk.now("e2"), by=TANAKA) is not None
