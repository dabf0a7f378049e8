"""Answering in words: shown back with one main button, and nothing changed before its press."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core import actions
from bot.core.meetings.models import Ending, Reason, Stage, State
from bot.core.messages import Item, Place, Reply
from bot.core.owed import Owed
from tests.unit.core.meetings.chat.desk import STEP, Desk, keys, offers, why, words
from tests.unit.core.meetings.office import ITO, MORI, TANAKA, TODAY


def with_step() -> Desk:
    desk = Desk()
    desk.captured()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    return desk


def typed(desk: Desk, text: str, place: Place | None = None) -> Reply:
    reply = desk.type(TANAKA, text, place=place)
    assert reply is not None
    return reply


def test_under_a_nudge_a_line_is_shown_back_and_done_by_one_press() -> None:
    desk = with_step()
    desk.pass_time(days=5)
    thread = desk.under_nudge(TANAKA, ("encounter", "e1"))
    before = desk.now()
    shown = typed(desk, "来週水曜10時に延期", thread)
    assert desk.now() == before
    assert keys(shown)[:2] == ["meeting-typed", "meeting-who"]
    mains = [offer for offer in shown.offers if offer.is_main]
    assert [one.action for one in mains] == [actions.MEETING_TYPED]
    card = desk.offered(TANAKA, shown, actions.MEETING_TYPED)
    step = desk.now().next_step
    assert step is not None
    assert (step.due_on, step.due_time, step.text) == (date(2026, 12, 2), "10:00", "サンプルを送る")
    version = desk.now().version
    assert desk.offered(TANAKA, shown, actions.MEETING_TYPED) == card
    assert desk.now().version == version


def test_done_in_words_is_the_step_that_stood_there() -> None:
    desk = with_step()
    shown = typed(desk, "送りました")
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **{**STEP, "step": "電話する"})
    desk.offered(TANAKA, shown, actions.MEETING_TYPED)
    step = desk.now().next_step
    assert step is not None
    assert step.text == "電話する"
    again = desk.offered(TANAKA, typed(desk, "完了しました"), actions.MEETING_TYPED)
    assert keys(again)[1] == "meeting-done-step_done"


def test_leaving_in_words_takes_its_reason_and_asks_where_it_is_missing() -> None:
    desk = with_step()
    form = offers(typed(desk, "今回は見送ります"))
    assert actions.MEETING_DECLINE_FORM in form
    desk.offered(TANAKA, typed(desk, "今回は見送ります。価格が合わず"), actions.MEETING_TYPED)
    assert (desk.now().ending, desk.now().reason) == (Ending.DECLINED, Reason.PRICE)
    other = Desk()
    other.at_stage(Stage.JOINT_STUDY)
    assert actions.MEETING_DECLINE_FORM in offers(typed(other, "今回は見送ります。価格が合わず"))


def test_resting_greeting_contact_and_asking_in_words() -> None:
    for text, check in (
        ("寝かせる 3月まで", lambda one: (one.state, one.wakes_on) == (State.SLEEPING, date(2027, 3, 1))),
        ("ご挨拶のみ", lambda one: one.ending == Ending.GREETING),
        ("電話で話しました", lambda one: one.last_contact_on == TODAY),
    ):
        desk = with_step()
        desk.offered(TANAKA, typed(desk, text), actions.MEETING_TYPED)
        assert check(desk.now()), text
    desk = with_step()
    asked = typed(desk, "伊藤さんにお願い")
    assert "伊藤 光" in words(asked)
    desk.offered(TANAKA, asked, actions.MEETING_TYPED)
    assert [one.to_id for one in desk.store.requests("e1")] == ["ito"]
    assert actions.MEETING_ASK_FORM in offers(typed(desk, "高橋さんにお願い"))


def test_not_yet_changes_nothing_and_offers_another_day() -> None:
    desk = with_step()
    before = desk.now()
    assert actions.MEETING_LATER_FORM in offers(typed(desk, "まだです"))
    assert desk.now() == before


def test_of_several_the_one_named_is_meant_else_it_is_asked_which() -> None:
    desk = with_step()
    desk.captured(id="e2", partner="川口化学", contact="川口 恵")
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e2", **STEP)
    thread = desk.under_nudge(TANAKA, ("encounter", "e1"), ("encounter", "e2"))
    which = typed(desk, "完了しました", thread)
    assert why(which) == "meeting-typed-which"
    items = [part for part in which.parts if isinstance(part, Item)]
    assert len(items) == 2
    named = typed(desk, "川口さんの件、完了しました", thread)
    assert "川口 恵" in words(named)
    desk.offered(TANAKA, named, actions.MEETING_TYPED)
    assert (desk.now("e2").next_step, desk.now("e1").next_step is None) == (None, False)
    desk.press(TANAKA, actions.MEETING_TYPED, items[0].offers[0].reference)
    assert desk.now("e1").next_step is None


def test_a_line_long_after_is_a_question_as_before() -> None:
    desk = with_step()
    assert desk.type(TANAKA, "完了しました") is not None
    desk.pass_time(minutes=31)
    assert desk.type(TANAKA, "完了しました") is None
    desk.last_told = (("encounter", "e1"),)
    assert desk.type(TANAKA, "完了しました") is not None


def test_a_line_that_tells_of_somebody_else_is_left_to_be_noted() -> None:
    desk = with_step()
    assert desk.type(TANAKA, "昨日、川口化学を訪問しました") is None
    assert desk.type(TANAKA, "昨日、山田製作所を訪問しました") is not None
    assert desk.type(TANAKA, "サンプルを送りました") is not None


def test_a_request_is_answered_in_words() -> None:
    desk = with_step()
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="サンプルを送る")
    request = desk.store.requests("e1")[0]
    thread = desk.under(Owed(kind="meeting_request", subject_id=request.id, occurrence="3", person="U-ito"))
    accepted = desk.type(ITO, "はい、できます", place=thread)
    assert accepted is not None
    assert offers(accepted)[actions.MEETING_ACCEPT] == request.id
    talk = desk.type(ITO, "相談したいです", place=thread)
    assert talk is not None
    assert offers(talk)[actions.MEETING_TALK_FORM] == request.id


def test_nobody_else_and_nowhere_else() -> None:
    desk = with_step()
    thread = desk.under_nudge(TANAKA, ("encounter", "e1"))
    assert desk.type(MORI, "完了しました", place=thread) is None
    shared = replace(thread, is_direct=False, present=frozenset({"U-tanaka", "U-sato"}))
    aside = typed(desk, "完了しました", shared)
    assert (aside.is_aside, why(aside), words(aside)) == (True, "meeting-not-here", "")
    reference = offers(typed(desk, "完了しました", thread))[actions.MEETING_TYPED]
    assert why(desk.press(MORI, actions.MEETING_TYPED, reference)) == "meeting-not-found"
    assert why(desk.press(TANAKA, actions.MEETING_TYPED, "no json")) == "meeting-not-found"
    assert why(desk.press(TANAKA, actions.MEETING_TYPED_DROP, "")) == "meeting-typed-dropped"


def test_what_is_done_and_what_comes_after_it_is_told_in_one_line_under_a_reminder_alone() -> None:
    desk = with_step()
    thread = desk.under_nudge(TANAKA, ("encounter", "e1"))
    line, before = "送りました。来週水曜10時に電話します", desk.now()
    shown = typed(desk, line, thread)
    assert {"meeting-typed-done", "meeting-typed-next"} <= set(keys(shown))
    assert desk.type(TANAKA, line) is None
    card = desk.offered(TANAKA, shown, actions.MEETING_TYPED)
    assert keys(card)[1] == "meeting-done-step_done_next"
    step = desk.now().next_step
    assert step is not None
    assert (step.text, step.due_on, step.due_time, step.owner_id) == (
        "電話します",
        date(2026, 11, 25),
        "10:00",
        "tanaka",
    )
    assert date(2026, 11, 25) in desk.waits(TANAKA).values()
    version = desk.now().version
    assert desk.offered(TANAKA, shown, actions.MEETING_TYPED) == card
    assert desk.now().version == version
    desk.offered(TANAKA, card, actions.MEETING_UNDO)
    assert desk.now().next_step == before.next_step
    assert desk.now().last_contact_on == before.last_contact_on


def test_what_comes_next_may_be_without_a_day_or_not_be_read_at_all() -> None:
    desk = with_step()
    thread = desk.under_nudge(TANAKA, ("encounter", "e1"))
    assert "meeting-typed-next-open" in keys(typed(desk, "送りました。次は見積を送ります", thread))
    assert "meeting-typed-next-day" in keys(typed(desk, "送りました。次は来週水曜に見積を送ります", thread))
    assert "meeting-typed-next-meeting" in keys(typed(desk, "送りました。次は来週水曜10時に再訪します", thread))
    assert "meeting-typed-done-more" in keys(typed(desk, "送りました。水曜日は12月2日です", thread))
    gone = desk.offered(TANAKA, typed(desk, "送りました。今日9時に電話します", thread), actions.MEETING_TYPED)
    assert why(gone) == "meeting-refused-hour-gone"
    assert desk.now().next_step is not None


def test_a_contact_that_is_told_by_name_is_one_of_the_encounter_on_record_with_what_comes_next() -> None:
    desk = with_step()
    desk.pass_time(days=3)
    line = "山田製作所の山田さんに昨日電話しました。来週水曜10時に見積を送ります"
    shown = typed(desk, line)
    assert {"meeting-typed-contact-day", "meeting-typed-next", "meeting-typed-replaces"} <= set(keys(shown))
    desk.offered(TANAKA, shown, actions.MEETING_TYPED)
    step, newest = desk.now().next_step, desk.store.changes("e1")[-1]
    assert (desk.now().last_contact_on, newest.detail["what"]) == (date(2026, 11, 22), "telephone")
    assert step is not None
    assert (step.text, step.due_on, step.due_time) == ("見積を送ります", date(2026, 12, 2), "10:00")
    shown = typed(desk, "山田製作所の山田さんに見積を送りました。再来週の水曜10時に電話します")
    assert {"meeting-typed-done", "meeting-typed-next"} <= set(keys(shown))
    assert desk.type(TANAKA, "川口化学の山田さんに電話しました。来週水曜10時に見積を送ります") is None


def test_in_latin_letters_a_wish_right_after_a_reminder_may_be_longer() -> None:
    desk = with_step()
    assert actions.MEETING_TYPED in offers(typed(desk, "leave it for now, they have no budget"))
    assert desk.type(TANAKA, "I called Bob of Northgate Ltd about it this morning") is None
