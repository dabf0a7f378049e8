"""Who may do what with an entry, whose words stand in it, and when its owner is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from bot.core.entries.models import EntryState, a_year_after
from bot.core.entries.ports import AnsweredQuestion
from bot.core.messages import Reply, Said
from bot.core.people import Member
from tests.unit.core.entries.desk import (
    ASKED,
    ITO,
    NAKAMURA,
    OTHER_WORDS,
    SATO,
    TAKAHASHI,
    YAMADA,
    Desk,
)

FREED = "〇〇では、溶接の煙をどう減らせばよいでしょうか"


def said(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def told(desk: Desk) -> list[tuple[str, str]]:
    return [(one.kind, one.person) for one in desk.owed]


@pytest.mark.parametrize("by", [YAMADA, SATO, NAKAMURA])
def test_only_coordinators_write_entries(by: Member) -> None:
    desk = Desk()
    assert said(desk.press("entry_form", "h1", by)) == ["entry-coordinators-only"]
    assert said(desk.press("entry_send", "h1", by, question="x", answer="y")) == ["entry-coordinators-only"]
    assert not desk.entries


def test_words_of_ones_own_go_to_the_admins_at_once() -> None:
    desk = Desk()
    assert desk.proposed().state == EntryState.PROPOSED
    assert told(desk) == [("entry_review", NAKAMURA.address)]


def test_the_askers_wording_goes_to_the_asker_and_to_nobody_else() -> None:
    desk = Desk()
    entry = desk.proposed(FREED)
    assert entry.state == EntryState.ASKING
    assert told(desk) == [("entry_consent", YAMADA.address)]
    for reader in (ITO, NAKAMURA):
        assert not desk.service.home_parts(reader)
        assert said(desk.press("entry_look", entry.id, reader)) == ["entry-now-asking"]
    assert said(desk.press("entry_publish", entry.id, NAKAMURA)) == ["entry-now-asking"]
    assert not desk.shelf


@pytest.mark.parametrize("by", [SATO, TAKAHASHI, ITO, NAKAMURA])
def test_nobody_but_the_asker_agrees(by: Member) -> None:
    desk = Desk()
    entry = desk.proposed(FREED)
    assert said(desk.press("entry_agree", entry.id, by)) == ["entry-only-the-asker"]
    assert said(desk.press("entry_decline", entry.id, by)) == ["entry-only-the-asker"]
    assert desk.entries[entry.id].state == EntryState.ASKING


def test_an_agreement_is_for_that_wording_alone() -> None:
    desk = Desk()
    entry = desk.proposed(FREED)
    desk.press("entry_agree", entry.id, YAMADA)
    assert desk.entries[entry.id].state == EntryState.PROPOSED
    desk.press("entry_back_send", entry.id, NAKAMURA, note="短く")
    values = {"answer": "局所排気です。", "owner": TAKAHASHI.id, "until": "2027-10-05"}
    desk.press("entry_send", f"entry:{entry.id}", TAKAHASHI, question=FREED, **values)
    assert desk.entries[entry.id].state == EntryState.PROPOSED, "agreed to before"
    desk.press("entry_send", f"entry:{entry.id}", TAKAHASHI, question=FREED[3:], **values)
    assert desk.entries[entry.id].state == EntryState.ASKING, "other words of the asker"


def test_an_agreement_taken_back_ends_the_citing() -> None:
    desk = Desk()
    entry = desk.proposed(FREED)
    desk.press("entry_agree", entry.id, YAMADA)
    desk.press("entry_publish", entry.id, NAKAMURA)
    assert entry.guide_id in desk.shelf
    desk.press("entry_decline", entry.id, YAMADA)
    assert (desk.entries[entry.id].state, desk.shelf) == (EntryState.DECLINED, {})
    assert desk.entries[entry.id].agreed_question == ""


@pytest.mark.parametrize("question", ["山田製作所の煙の減らし方は", "株式会社山田製作所の煙は", "山田健一さんの煙は"])
def test_a_name_that_is_left_is_refused(question: str) -> None:
    desk = Desk()
    values = {"answer": "局所排気です。", "owner": TAKAHASHI.id, "until": "2027-10-05"}
    assert "entry-names-left" in said(desk.press("entry_send", "h1", TAKAHASHI, question=question, **values))
    assert not desk.entries


@pytest.mark.parametrize("until", ["", "2026-10-05", "2020-01-01", "2031-01-01", "x"])
def test_a_last_day_is_to_come_and_not_far(until: str) -> None:
    desk = Desk()
    values = {"question": OTHER_WORDS, "answer": "局所排気です。", "owner": TAKAHASHI.id, "until": until}
    assert "entry-until-wrong" in said(desk.press("entry_send", "h1", TAKAHASHI, **values))


def test_where_nobody_can_be_asked_the_wording_must_be_another() -> None:
    desk = Desk(question=AnsweredQuestion(question=ASKED, answer="局所排気です。", asker=None))
    values = {"answer": "局所排気です。", "owner": TAKAHASHI.id, "until": "2027-10-05"}
    reply = desk.press("entry_send", "h1", TAKAHASHI, question=FREED, **values)
    assert said(reply) == ["entry-form-own-words"]


def test_an_author_publishes_only_where_there_is_nobody_else() -> None:
    desk = Desk()
    entry = desk.proposed()
    assert said(desk.press("entry_publish", entry.id, TAKAHASHI)) == ["entry-somebody-else"]
    desk.people = [YAMADA, TAKAHASHI]
    assert said(desk.press("entry_look", entry.id, TAKAHASHI)) == ["entry-second-look"]
    assert said(desk.press("entry_publish", entry.id, TAKAHASHI)) == ["entry-now-published"]
    assert desk.shelf


def test_without_an_admin_every_other_coordinator_is_asked() -> None:
    desk = Desk(people=[YAMADA, TAKAHASHI, ITO])
    entry = desk.proposed()
    assert told(desk) == [("entry_review", ITO.address)]
    assert said(desk.press("entry_publish", entry.id, ITO)) == ["entry-now-published"]


@pytest.mark.parametrize("by", [YAMADA, SATO])
@pytest.mark.parametrize("action", ["entry_look", "entry_publish", "entry_back_form", "entry_keep", "entry_retire"])
def test_members_look_after_no_entries(action: str, by: Member) -> None:
    desk = Desk()
    entry = desk.proposed()
    assert said(desk.press(action, entry.id, by)) == ["entry-not-found"]
    assert desk.entries[entry.id] == entry
    assert not desk.service.home_parts(by)


def test_a_press_twice_does_nothing_more() -> None:
    desk = Desk()
    entry = desk.proposed()
    first = desk.press("entry_publish", entry.id, NAKAMURA)
    assert desk.press("entry_publish", entry.id, NAKAMURA) == first
    assert len(desk.editions) == 1
    desk.press("entry_send", "h1", TAKAHASHI, question="x", answer="y")
    assert len(desk.entries) == 1


def test_an_edited_entry_stays_cited_until_the_new_one_is_published() -> None:
    desk = Desk()
    old = desk.proposed()
    desk.press("entry_publish", old.id, NAKAMURA)
    values = {"answer": "換気です。", "owner": TAKAHASHI.id, "until": "2027-12-01"}
    desk.press("entry_send", f"entry:{old.id}", TAKAHASHI, question="空気の話", **values)
    assert desk.shelf[old.guide_id][0] == OTHER_WORDS
    new = next(one for one in desk.entries.values() if one.revises == old.id)
    desk.press("entry_publish", new.id, NAKAMURA)
    assert (desk.shelf[old.guide_id][0], desk.entries[old.id].state) == ("空気の話", EntryState.REPLACED)


def _published(until: str) -> Desk:
    desk = Desk()
    desk.press("entry_publish", desk.proposed(until=until).id, NAKAMURA)
    desk.owed.clear()
    return desk


def _asked_on(desk: Desk, *days: date) -> list[tuple[date, str]]:
    """Each day at ten and at eleven in Japan, whom it asks."""
    found = []
    for day in days:
        for hour in (1, 2):
            desk.moment = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
            desk.service.due()
            found += [(day, one.person) for one in desk.owed if one.kind == "entry_expiry"]
            desk.owed.clear()
    return found


def test_the_owner_is_asked_twenty_and_five_working_days_before_once_each() -> None:
    desk = _published("2026-12-25")
    days = [date(2026, 11, 26), date(2026, 11, 27), date(2026, 12, 17), date(2026, 12, 18), date(2026, 12, 21)]
    assert _asked_on(desk, *days) == [(days[1], TAKAHASHI.address), (days[3], TAKAHASHI.address)]


def test_nobody_is_asked_at_night_or_on_leave_but_a_colleague_shortly_before_the_end() -> None:
    desk = _published("2026-12-25")
    desk.moment = datetime(2026, 11, 27, 14, 0, tzinfo=UTC)
    assert desk.service.due() == 0
    desk.on_leave = {TAKAHASHI.id}
    assert _asked_on(desk, date(2026, 11, 27), date(2026, 12, 21)) == [(date(2026, 12, 21), NAKAMURA.address)]


def test_after_its_last_day_it_is_cited_no_more_and_may_come_back() -> None:
    desk = _published("2026-12-25")
    (entry,) = desk.entries.values()
    desk.moment = datetime(2026, 12, 25, 15, 1, tzinfo=UTC)
    assert desk.service.due() == 1
    assert (desk.entries[entry.id].state, desk.shelf) == (EntryState.EXPIRED, {})
    desk.press("entry_keep", entry.id, ITO)
    assert desk.shelf[entry.guide_id][2] == date(2027, 12, 26)


def test_what_an_admin_stopped_citing_is_not_asked_about() -> None:
    desk = _published("2026-12-25")
    desk.shelf.clear()
    assert _asked_on(desk, date(2026, 12, 18), date(2026, 12, 28)) == []


def test_a_wording_whose_asker_left_goes_back_to_its_author() -> None:
    desk = Desk()
    entry = desk.proposed(FREED)
    gone = replace(YAMADA, left_at=desk.moment)
    desk.question = AnsweredQuestion(question="", answer="局所排気です。", asker=gone)
    assert desk.service.due() == 1
    assert desk.entries[entry.id].state == EntryState.DECLINED


def test_a_year_after_a_leap_day() -> None:
    assert a_year_after(date(2028, 2, 29)) == date(2029, 2, 28)
