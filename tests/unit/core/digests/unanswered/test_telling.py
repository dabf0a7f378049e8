"""Admins are told once a week, whoever plans it and however often, of the week before, as it is when it is sent."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.adapters.storage.database import open_database
from bot.core import actions
from bot.core.digests.unanswered.models import Marked, Place, Unanswered, Wish
from bot.core.messages import Locale, Reply
from bot.core.people import Role
from tests.databases import prepared_sqlite
from tests.unit.core.digests.house import TAKAHASHI, at
from tests.unit.core.digests.unanswered.house import (
    MEMBER,
    NAKAMURA,
    OGAWA,
    Clock,
    House,
    items,
    keys,
    offered,
    quotes,
)

MONDAY = date(2026, 11, 16)
HOLIDAY = date(2026, 11, 23)
_DAY = timedelta(days=1)


def asked(id: str, when: datetime, **given: object) -> Unanswered:
    known = {"text": f"山田の質問 {id}", "asker": "U01", "company_id": "yamada", **given}
    return Unanswered(id=id, asked_at=when, **known)  # type: ignore[arg-type]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    clock = Clock(at(MONDAY))
    database = open_database(prepared_sqlite(tmp_path / "minori.db"), clock=clock)
    house = House(database=database, clock=clock)
    people = (NAKAMURA, OGAWA, MEMBER, TAKAHASHI)
    house.settle(*(replace(one, added_at=at(MONDAY - 30 * _DAY)) for one in people))
    yield house
    database.close()


def test_every_admin_is_told_once_and_nobody_else(house: House) -> None:
    with ThreadPoolExecutor(4) as pool:
        planned = list(pool.map(lambda _: house.service().tick(), range(6)))
    assert sum(planned) == 2
    house.clock.moment = at(MONDAY, 15)
    assert house.service().tick() == 0
    assert [len(house.owed(one.address)) for one in (NAKAMURA, OGAWA, TAKAHASHI, MEMBER)] == [1, 1, 0, 0]


def test_not_before_nine_and_after_a_holiday(house: House) -> None:
    house.clock.moment = at(MONDAY, 8, 59)
    assert house.service().tick() == 0
    house.clock.moment = at(MONDAY)
    house.service().tick()
    for moment in (at(HOLIDAY), at(HOLIDAY, 15), at(HOLIDAY + _DAY, 8, 59)):
        house.clock.moment = moment
        assert house.service().tick() == 0
    house.clock.moment = at(HOLIDAY + _DAY)
    house.readings.asked = [asked("1", at(HOLIDAY - _DAY)), asked("2", at(HOLIDAY)), asked("3", at(MONDAY))]
    assert house.service().tick() == 2
    (line,) = items(house.told())
    assert [one.arguments["count"] for one in line.details if not isinstance(one, str)] == [2]


def test_on_leave_it_waits_and_no_other_is_kept_from_theirs(house: House) -> None:
    house.days.away["nakamura"] = (MONDAY, MONDAY + 2 * _DAY)
    assert house.service().tick() == 1
    house.clock.moment = at(MONDAY + 2 * _DAY)
    assert house.service().tick() == 1
    assert len(house.owed()) == 1


def test_an_empty_week_says_so_in_one_line(house: House) -> None:
    house.service().tick()
    reply = house.told()
    assert (keys(reply), items(reply)) == (["unanswered-empty"], [])
    assert [one.action for one in reply.offers] == [actions.UNANSWERED_SETTINGS]


def test_the_day_and_the_hour_are_theirs_and_none_is_a_choice(house: House) -> None:
    house.press(actions.UNANSWERED_SETTINGS_SEND, "-", weekday="3", at="13:00")
    assert house.service().tick() == 1  # Ogawa's
    house.clock.moment = at(MONDAY + 2 * _DAY, 13)
    assert house.service().tick() == 1
    assert house.database.unanswered.wishes()["nakamura"] == Wish(
        person_id="nakamura", weekly_on=3, at=time(13), chosen_at=at(MONDAY)
    )
    house.press(actions.UNANSWERED_SETTINGS_SEND, "-", weekday="never", at="13:00")
    house.clock.moment = at(MONDAY + 9 * _DAY, 13)
    house.service().tick()
    assert len(house.owed()) == 1


@pytest.mark.parametrize("values", [{"weekday": "8", "at": "09:00"}, {"weekday": "1", "at": "20:00"}, {"weekday": ""}])
def test_what_cannot_be_chosen_is_said_and_nothing_is_kept(house: House, values: dict[str, str]) -> None:
    assert house.press(actions.UNANSWERED_SETTINGS_SEND, "-", NAKAMURA, **values).submit is not None
    assert house.database.unanswered.wishes() == {}


def test_what_came_too_late_for_its_day_is_planned_again(house: House) -> None:
    house.service().tick()
    (first,) = house.owed()
    house.clock.moment = at(MONDAY, 20)
    assert house.compose(first) is None
    house.clock.moment = at(MONDAY + _DAY)
    assert house.service().tick() == 1
    assert house.compose(first) is None
    assert house.compose(house.owed()[-1]) is not None


def test_who_is_admin_no_more_is_told_nothing(house: House) -> None:
    house.service().tick()
    (owed,) = house.owed()
    house.settle(replace(NAKAMURA, roles=frozenset({Role.COORDINATOR}), added_at=at(MONDAY)))
    assert house.compose(owed) is None
    digest_id = owed.subject_id
    member = replace(NAKAMURA, roles=frozenset({Role.COORDINATOR}))
    assert keys(house.press(actions.UNANSWERED_ALL, f"{digest_id}:1", member)) == ["unanswered-not-yours"]
    assert house.service().home_parts(member) == ()


def test_another_admins_report_is_not_opened(house: House) -> None:
    house.service().tick()
    digest_id = house.owed()[0].subject_id
    assert keys(house.press(actions.UNANSWERED_ALL, f"{digest_id}:1", OGAWA)) == ["unanswered-not-yours"]
    assert house.service().redraw(digest_id, OGAWA) is None


def test_nobodys_words_are_in_a_report_and_the_firm_is_not_named(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY))]
    house.service().tick()
    for reply in (house.told(), house.press(actions.UNANSWERED_ALL, "-:1")):
        assert "山田" not in str(reply)
        assert "U01" not in str(reply)


def test_what_is_pressed_is_pressed_for_every_admin_and_taken_back(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY))]
    house.service().tick()
    told = house.told()
    skipped = house.press(actions.UNANSWERED_SKIP, offered(told)[actions.UNANSWERED_SKIP])
    assert "unanswered-done-skipped" in keys(skipped)
    (other,) = skipped.elsewhere
    assert (other.conversation, other.locale) == ("D-U08", "en")
    assert "unanswered-done-skipped" in keys(other.reply)
    assert items(other.reply)[0].title == "subsidy"
    again = house.press(actions.UNANSWERED_SKIP, offered(told)[actions.UNANSWERED_SKIP], OGAWA)
    assert keys(again) == ["unanswered-not-yours"]
    house.readings.asked.append(asked("2", at(MONDAY - _DAY)))
    assert "unanswered-done-skipped" not in keys(house.told())
    house.readings.asked.pop()
    back = house.press(actions.UNANSWERED_UNDO, offered(house.told())[actions.UNANSWERED_UNDO])
    assert "unanswered-done-skipped" not in keys(back)


def test_what_is_answered_elsewhere_leaves_the_reports_where_they_stand(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY)), asked("2", at(MONDAY - _DAY))]
    house.service().tick()
    service, written = house.service(), dict[str, Reply]()

    def rewrite(conversation: str, message: str, reply: Reply, locale: Locale) -> bool:
        written[conversation] = reply
        return True

    # Another process may have drawn them: once each, and then no more while nothing changes.
    assert [service.refresh(rewrite) for _ in range(3)] == [2, 0, 0]
    house.readings.asked.pop()
    assert [service.refresh(lambda *_: False), service.refresh(rewrite), service.refresh(rewrite)] == [0, 2, 0]
    assert written["D-U07"] == house.told()
    house.readings.asked.clear()
    assert service.refresh(rewrite) == 2
    assert keys(written["D-U08"]) == ["unanswered-empty"]
    house.clock.moment = at(MONDAY + 8 * _DAY)
    house.readings.asked = [asked("3", at(MONDAY - _DAY))]
    assert service.refresh(rewrite) == 0


def test_a_button_of_what_is_answered_meanwhile_says_so_and_draws_the_report_anew(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY))]
    house.service().tick()
    add = offered(house.told())[actions.UNANSWERED_ADD]
    house.readings.asked.clear()
    gone = house.press(actions.UNANSWERED_ADD, add)
    assert keys(gone) == ["unanswered-gone"]
    assert gone.behind is not None
    assert keys(gone.behind) == ["unanswered-empty"]


def test_a_report_that_cannot_be_read_is_drawn_later(house: House) -> None:
    house.service().tick()
    service = house.service()
    house.readings.fails = True
    assert service.refresh(lambda *_: True) == 0
    assert "unanswered_not_refreshed" in str(house.log)
    house.readings.fails = False
    assert service.refresh(lambda *_: True) == 2


def test_adding_a_guide_says_how_and_undoing_it_stands_in_the_sheet(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY), near=(("trial", "実証の手引"),))]
    house.service().tick()
    sheet = house.press(actions.UNANSWERED_ADD, offered(house.told())[actions.UNANSWERED_ADD])
    assert "guides-page-how" in keys(sheet)
    assert offered(sheet) == {actions.GUIDE_SHOW: "trial"}
    assert sheet.behind is not None
    assert "unanswered-done-adding" in keys(sheet.behind)
    back = house.press(actions.UNANSWERED_UNDO, sheet.offers[0].reference)
    assert keys(back) == ["unanswered-taken-back"]
    assert back.behind is not None
    assert "unanswered-done-adding" not in keys(back.behind)


def test_who_may_answer_has_the_button_and_an_admin_says_who_does_where_nobody_is_left(house: House) -> None:
    handed = asked("1", at(MONDAY - _DAY), handover_id="h1", owner_id="ogawa", reply_by=at(MONDAY + _DAY))
    house.readings.asked = [handed]
    house.service().tick()
    assert actions.ANSWER_FORM not in offered(house.told())
    own = house.owed("U08")[0].subject_id
    assert offered(house.told("U08"))[actions.ANSWER_FORM] == f"h1@{own}"
    house.readings.asked = [replace(handed, owner_id="gone", reply_by=None)]
    assert offered(house.told())[actions.REFER_FORM].startswith("h1@")


def test_the_wording_is_shown_of_what_was_asked_after_the_firm_agreed_and_each_look_is_kept(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - 3 * _DAY)), asked("3", at(MONDAY - _DAY), company_id="sato")]
    house.clock.moment = at(MONDAY - 2 * _DAY)
    house.press(actions.WORDING_SEND, "yamada", MEMBER, wording="yes")
    assert keys(house.press(actions.WORDING_SEND, "sato", MEMBER, wording="yes")) == ["wording-not-yours"]
    assert keys(house.press(actions.WORDING_SEND, "yamada", NAKAMURA, wording="yes")) == ["wording-not-yours"]
    house.clock.moment = at(MONDAY)
    house.readings.asked.append(asked("2", at(MONDAY - _DAY)))
    house.service().tick()
    show = offered(house.told())[actions.UNANSWERED_SHOW]
    assert quotes(house.press(actions.UNANSWERED_SHOW, show)) == ["〇〇の質問 2"]
    (kept,) = house.database.audit.lines()
    assert (kept.by_id, kept.action, kept.subject_id, kept.company_id) == ("nakamura", "seen", "2", "yamada")
    house.press(actions.WORDING_SEND, "yamada", MEMBER, wording="no")
    assert quotes(house.press(actions.UNANSWERED_SHOW, show)) == []
    assert len(house.database.audit.lines()) == 1


def test_a_guide_marked_wrong_is_put_right_until_it_is_marked_again(house: House) -> None:
    place = Place(heading="費用", page=3)
    mark = Marked(question_id="1", by="U01", marked_at=at(MONDAY - _DAY), cited=[("trial", "実証の手引", place)])
    house.readings.marks = [mark]
    house.service().tick()
    told = house.told()
    assert items(told)[0].title == "実証の手引"
    assert offered(told)[actions.GUIDE_SHOW] == "trial"
    right = house.press(actions.UNANSWERED_CORRECTED, offered(told)[actions.UNANSWERED_CORRECTED])
    assert "unanswered-done-corrected" in keys(right)
    house.clock.moment = at(MONDAY + 8 * _DAY)
    house.service().tick()
    assert items(house.told()) == []
    house.readings.marks.append(replace(mark, question_id="2", marked_at=at(MONDAY + _DAY)))
    assert "unanswered-done-corrected" not in keys(house.told())


def test_in_a_sheet_the_sheet_is_drawn_again_with_the_message_behind(house: House) -> None:
    house.readings.asked = [asked("1", at(MONDAY - _DAY))]
    house.service().tick()
    digest_id = house.owed()[0].subject_id
    sheet = house.press(actions.UNANSWERED_ALL, f"{digest_id}:1")
    skipped = house.press(actions.UNANSWERED_SKIP, offered(sheet)[actions.UNANSWERED_SKIP])
    assert skipped.title is not None
    assert skipped.behind is not None
    assert "unanswered-done-skipped" in keys(skipped)
    assert "unanswered-done-skipped" in keys(skipped.behind)


def test_records_that_cannot_be_read_are_told_later(house: House) -> None:
    house.service().tick()
    house.readings.fails = True
    with pytest.raises(OSError, match="away"):
        house.compose(house.owed()[0])
    house.readings.fails = False
    assert house.compose(house.owed()[0]) is not None
