"""Presses day by day: each twice, each with its way back, each drawn from the record."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core import actions
from bot.core.meetings.models import Outcome
from bot.core.messages import Source
from bot.errors import IndexDamaged
from tests.unit.core.meetings.chat.desk import STEP, fields, keys, offers, opened, quoted, why, words
from tests.unit.core.meetings.office import ITO, TANAKA, TODAY


def test_a_new_encounter_asks_for_its_next_step_and_can_be_taken_back() -> None:
    desk = opened()
    card = desk.chat.card(desk.now(), TANAKA)
    assert keys(card)[:2] == ["meeting-who", "meeting-done-captured"]
    assert "meeting-wall-no-step" in keys(card)
    main = [offer for offer in card.offers if offer.is_main]
    assert [one.action for one in main] == [actions.MEETING_STEP_FORM]
    gone = desk.offered(TANAKA, card, actions.MEETING_UNDO)
    assert why(gone) == "meeting-taken-back"
    assert "山田" not in words(gone)


def test_a_next_step_has_a_day_and_a_time() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_STEP_FORM, "e1")
    assert list(fields(form)) == ["step", "day", "time", "meeting"]
    sent = desk.offered(TANAKA, form, actions.MEETING_STEP_SEND, **STEP)
    assert why(sent) == "meeting-done-step_set"
    assert sent.behind is not None
    assert "サンプルを送る" in words(sent.behind)
    step = desk.now().next_step
    assert step is not None
    assert (step.text, step.due_on, step.due_time, step.owner_id) == (
        "サンプルを送る",
        date(2026, 11, 25),
        "10:00",
        "tanaka",
    )
    version = desk.now().version
    again = desk.offered(TANAKA, form, actions.MEETING_STEP_SEND, **STEP)
    assert (desk.now().version, again.behind) == (version, sent.behind)


@pytest.mark.parametrize(
    ("values", "key"),
    [
        ({**STEP, "step": " "}, "meeting-write-step"),
        ({**STEP, "day": "next week"}, "meeting-form-day-unread"),
        ({**STEP, "time": "noon"}, "meeting-form-time-unread"),
        ({**STEP, "day": "2026-11-01"}, "meeting-refused-day-gone"),
    ],
)
def test_a_refused_form_keeps_what_was_typed(values: dict[str, str], key: str) -> None:
    desk = opened()
    again = desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **values)
    assert why(again) == key
    assert again.submit is not None
    kept = fields(again)
    assert kept["step"] == values["step"]
    assert desk.now().next_step is None
    for name in ("day", "time"):
        assert kept[name] in (values[name], "")


def test_done_asks_what_follows_and_a_second_press_changes_nothing() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    card = desk.chat.card(desk.now(), TANAKA)
    done = desk.offered(TANAKA, card, actions.MEETING_DONE)
    assert keys(done)[1:3] == ["meeting-done-step_done", "meeting-what-follows"]
    follows = [actions.MEETING_STEP_FORM, actions.MEETING_STAGE_FORM, actions.MEETING_DECLINE_FORM]
    assert [offer.action for offer in done.offers][:5] == [
        *follows,
        actions.MEETING_SLEEP_FORM,
        actions.MEETING_GREETING,
    ]
    version = desk.now().version
    assert desk.offered(TANAKA, card, actions.MEETING_DONE) == done
    assert desk.now().version == version
    back = desk.offered(TANAKA, done, actions.MEETING_UNDO)
    assert keys(back)[1] == "meeting-done-undone"
    assert desk.now().next_step is not None


@pytest.mark.parametrize(("choice", "day"), [(0, date(2026, 11, 23)), (1, date(2026, 11, 25)), (2, date(2026, 11, 30))])
def test_later_offers_working_days(choice: int, day: date) -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_LATER_FORM, "e1")
    field = next(part for part in form.parts if getattr(part, "name", "") == "when")
    when = field.choices[choice].value  # type: ignore[union-attr]
    sent = desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, when=when, day="")
    assert why(sent) == "meeting-done-postponed"
    assert desk.now().postponed_until == day


def test_later_on_a_day_of_ones_own() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_LATER_FORM, "e1")
    assert why(desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, when="day", day="")) == "meeting-choose-day"
    gone = desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, when="day", day="2026-11-20")
    assert why(gone) == "meeting-refused-day-not-to-come"
    assert fields(gone)["day"] == "2026-11-20"
    desk.offered(TANAKA, form, actions.MEETING_LATER_SEND, when="day", day="2026-12-24")
    assert desk.now().postponed_until == date(2026, 12, 24)


def test_before_and_after_a_meeting() -> None:
    desk = opened()
    empty = desk.press(TANAKA, actions.MEETING_PREPARE_SEND, "e1", goal=" ")
    assert why(empty) == "meeting-write-something"
    desk.press(TANAKA, actions.MEETING_PREPARE_SEND, "e1", goal="試用の約束", question="手間は？", bring="見本")
    assert (desk.now().goal, desk.now().question, desk.now().bring) == ("試用の約束", "手間は？", "見本")
    form = desk.press(TANAKA, actions.MEETING_OUTCOME_FORM, "e1")
    assert "meeting-outcome-thanks" in keys(form)
    assert "試用の約束" in words(form)
    unchosen = desk.offered(TANAKA, form, actions.MEETING_OUTCOME_SEND, learned="並べ替えが大変")
    assert (why(unchosen), fields(unchosen)["learned"]) == ("meeting-choose-outcome", "並べ替えが大変")
    sent = desk.offered(TANAKA, form, actions.MEETING_OUTCOME_SEND, outcome="partly", learned="並べ替えが大変", **STEP)
    assert why(sent) == "meeting-done-outcome"
    assert (desk.now().outcome, desk.now().learned) == (Outcome.PARTLY, "並べ替えが大変")
    assert desk.now().next_step is not None


def test_the_guides_are_quoted_before_a_meeting_and_not_waited_for() -> None:
    desk = opened()
    desk.advice = Source(
        number=4,
        guide="g",
        title="面談の準備",
        edition="2026-01-01",
        edition_is_known=True,
        page=None,
        heading="目標",
        quote="目標をひとつ決める。",
        passage="目標をひとつ決める。",
        passage_id="p1",
    )
    form = desk.press(TANAKA, actions.MEETING_PREPARE_FORM, "e1")
    assert quoted(form) == ["目標をひとつ決める。"]
    assert [source.number for source in form.sources] == [1]
    assert offers(form)[actions.SHOW_ADVICE] == "出会いの前に、目的と聞くことと持ち物をどう決めればいいですか"
    desk.advice = IndexDamaged("index", "gone")
    without = desk.press(TANAKA, actions.MEETING_PREPARE_FORM, "e1")
    assert (quoted(without), without.sources) == ([], ())
    assert list(fields(without)) == ["goal", "question", "bring"]


def test_a_contact_says_from_when_it_counts() -> None:
    desk = opened()
    sent = desk.press(ITO, actions.MEETING_CONTACT_SEND, "e1", day="2026-11-20", what="telephone", note="")
    assert why(sent) == "meeting-done-contact"
    assert "11月20日" in words(sent)
    assert desk.now().last_contact_on == TODAY


def test_a_record_can_be_put_right() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_CORRECT_FORM, "e1")
    values = {**fields(form), "partner": "株式会社山田製作所"}
    assert why(desk.offered(TANAKA, form, actions.MEETING_CORRECT_SEND, **values)) == "meeting-done-corrected"
    assert desk.now().partner == "株式会社山田製作所"
    nobody = desk.offered(TANAKA, form, actions.MEETING_CORRECT_SEND, partner="", contact=" ")
    assert why(nobody) == "meeting-refused-nobody"


def test_drafts_are_shown_to_be_copied_and_change_nothing() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_DRAFT_FORM, "e1")
    version = desk.now().version
    shown = desk.offered(TANAKA, form, actions.MEETING_DRAFT_SHOW, **fields(form))
    assert why(shown) == "meeting-draft-copy"
    assert "山田 太郎様" in words(shown)
    assert "展示会" in words(shown)
    assert desk.now().version == version
    assert why(desk.offered(TANAKA, form, actions.MEETING_DRAFT_SHOW, purpose="thanks")) == "meeting-choose-draft"
