"""Presses of an encounter: each twice, each with its way back, each drawn from the record."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.core import actions
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import ChangeKind, Ending, Kind, Outcome, Reason, RequestState, Stage, State
from bot.core.messages import Item, Place, Source
from bot.core.people import Sharing
from bot.errors import IndexDamaged
from tests.unit.core.meetings.chat.desk import Desk, fields, keys, offers, quoted, sharing, why, words
from tests.unit.core.meetings.office import ITO, KATO, MORI, SATO, SUZUKI, TANAKA, TODAY

STEP = {"step": "サンプルを送る", "day": "2026-11-25", "time": "10:00"}


def opened() -> Desk:
    desk = Desk()
    desk.captured()
    return desk


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


def test_after_ten_minutes_a_change_is_not_taken_back() -> None:
    desk = opened()
    card = desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    reference = offers(card)[actions.MEETING_UNDO]
    desk.pass_time(minutes=11)
    late = desk.press(TANAKA, actions.MEETING_UNDO, reference)
    assert (late.is_aside, why(late)) == (True, "meeting-refused-undo-late")
    assert late.behind is not None
    assert actions.MEETING_REOPEN in offers(late.behind)
    assert actions.MEETING_UNDO not in offers(late.behind)
    assert desk.now().state == State.CLOSED


def test_nobody_takes_back_what_somebody_else_did() -> None:
    desk = opened()
    card = desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    reference = offers(card)[actions.MEETING_UNDO]
    assert why(desk.press(ITO, actions.MEETING_UNDO, reference)) == "meeting-not-found"
    assert actions.MEETING_UNDO not in offers(desk.chat.card(desk.now(), ITO))


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


def test_a_trial_is_opened_one_question_at_a_time() -> None:
    desk = Desk()
    desk.at_stage(Stage.SHARED_ISSUE, market="", end_user="", decider="")
    asked = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="trial")
    answers = {
        "market": "食品工場",
        "end_user": "検査員",
        "decider": "工場長",
        "measure": "手直しが半分",
        "decision_on": "2027-01-29",
        "payer": "製造部",
    }
    for number, (name, value) in enumerate(answers.items(), start=1):
        assert f"meeting-ask-{name}" in keys(asked)
        assert f"meeting-example-{name}" in keys(asked)
        assert list(fields(asked)) == ["value"]
        assert f"{number}\n6" in words(asked)
        assert desk.now().stage == Stage.SHARED_ISSUE
        empty = desk.offered(TANAKA, asked, actions.MEETING_NAME_SEND, value=" ")
        assert why(empty) == "meeting-refused-named-empty"
        asked = desk.offered(TANAKA, asked, actions.MEETING_NAME_SEND, value=value)
    assert why(asked) == "meeting-done-stage"
    assert (desk.now().stage, desk.now().decision_on) == (Stage.TRIAL, date(2027, 1, 29))
    assert desk.store.changes("e1")[-1].kind == ChangeKind.STAGE


def test_the_stage_as_it_stands_is_no_change() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", step="電話する", day="2026-11-25", time="10:00")
    desk.press(TANAKA, actions.MEETING_DONE, "e1")
    version = desk.now().version
    same = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="cards")
    assert why(same) == "meeting-stage-as-before"
    assert "stage" in fields(same)
    assert desk.now().version == version
    first = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="second_meeting")
    again = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="second_meeting")
    assert why(first) == why(again) == "meeting-done-stage"


def test_going_back_is_a_kind_word() -> None:
    desk = Desk()
    desk.at_stage(Stage.TRIAL, measure="x", decision_on=TODAY, payer="y")
    back = desk.press(TANAKA, actions.MEETING_STAGE_SEND, "e1", stage="joint_study")
    assert why(back) == "meeting-done-stage_back"
    assert "meeting-history-stage_back" in keys(desk.press(TANAKA, actions.MEETING_HISTORY, "e1"))


def test_what_is_missing_where_it_stands_is_asked_from_the_card() -> None:
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY, decider="")
    card = desk.chat.card(desk.now(), TANAKA)
    assert "meeting-wall-decider" in keys(card)
    form = desk.offered(TANAKA, card, actions.MEETING_NAME_FORM)
    assert why(desk.offered(TANAKA, form, actions.MEETING_NAME_SEND, value="工場長")) == "meeting-done-named"
    assert why(desk.press(TANAKA, actions.MEETING_NAME_FORM, "e1")) == "meeting-named-all"


def test_issues_are_kept_with_owner_day_and_age() -> None:
    desk = Desk()
    desk.at_stage(Stage.JOINT_STUDY)
    desk.press(TANAKA, actions.MEETING_ISSUE_SEND, "e1", kind="legal", text="材質の確認", owner="ito", day="2026-12-01")
    desk.pass_time(days=3)
    card = desk.chat.card(desk.now(), TANAKA)
    item = next(part for part in card.parts if isinstance(part, Item))
    assert item.title == "材質の確認"
    assert [(one.key, dict(one.arguments)) for one in item.details if not isinstance(one, str)] == [
        ("meeting-issue-legal", {}),
        ("meeting-issue-owner", {"name": ITO.name}),
        ("meeting-issue-due", {"day": "12月1日（火）"}),
        ("meeting-issue-age", {"days": 3}),
    ]
    solved = desk.offered(TANAKA, card, actions.MEETING_ISSUE_CLOSE)
    assert keys(solved)[1] == "meeting-done-issue_closed"
    assert not [part for part in solved.parts if isinstance(part, Item)]
    assert why(desk.press(MORI, actions.MEETING_ISSUE_CLOSE, item.offers[0].reference)) == "meeting-not-found"


def test_leaving_it_asks_for_a_lesson_only_from_a_shared_issue_on() -> None:
    desk = opened()
    assert list(fields(desk.press(TANAKA, actions.MEETING_DECLINE_FORM, "e1"))) == ["reason"]
    assert why(desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1")) == "meeting-choose-reason"
    desk = Desk()
    desk.at_stage(Stage.SHARED_ISSUE)
    again = desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1", reason="price", lesson="")
    assert (why(again), fields(again)) == ("meeting-refused-lesson", {"reason": "price", "lesson": ""})
    sent = desk.press(TANAKA, actions.MEETING_DECLINE_SEND, "e1", reason="price", lesson="先に手間を測る")
    assert why(sent) == "meeting-done-declined"
    assert (desk.now().ending, desk.now().reason, desk.now().lesson) == (
        Ending.DECLINED,
        Reason.PRICE,
        "先に手間を測る",
    )
    assert sent.behind is not None
    assert "先に手間を測る" in words(sent.behind)
    assert keys(desk.press(TANAKA, actions.MEETING_REOPEN, "e1"))[1] == "meeting-done-reopened"
    assert desk.now().state == State.OPEN


def test_resting_is_three_months_unless_another_day_is_chosen() -> None:
    desk = opened()
    form = desk.press(TANAKA, actions.MEETING_SLEEP_FORM, "e1")
    assert fields(form)["when"] == "2027-02-22"
    sent = desk.offered(TANAKA, form, actions.MEETING_SLEEP_SEND, when=fields(form)["when"], day="")
    assert why(sent) == "meeting-done-slept"
    assert (desk.now().state, desk.now().wakes_on) == (State.SLEEPING, date(2027, 2, 22))


def test_a_greeting_asks_for_nothing_and_is_no_choice_after_a_shared_issue() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_GREETING, "e1")
    assert (desk.now().ending, desk.waits()) == (Ending.GREETING, {})
    other = Desk()
    other.at_stage(Stage.SHARED_ISSUE)
    assert actions.MEETING_GREETING not in offers(other.press(TANAKA, actions.MEETING_MORE, "e1"))
    refused = other.press(TANAKA, actions.MEETING_GREETING, "e1")
    assert (refused.is_aside, why(refused)) == (True, "meeting-refused-more-than-greeting")


def test_a_request_is_the_colleagues_only_once_accepted() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    form = desk.press(TANAKA, actions.MEETING_ASK_FORM, "e1")
    assert fields(form)["note"] == "サンプルを送る"
    assert why(desk.offered(TANAKA, form, actions.MEETING_ASK_SEND, to="mori", note="x")) == "meeting-choose-colleague"
    sent = desk.offered(TANAKA, form, actions.MEETING_ASK_SEND, to="ito", note="サンプルを送る")
    assert why(sent) == "meeting-done-requested"
    request = desk.store.requests("e1")[0]
    step = desk.now().next_step
    assert step is not None
    assert step.owner_id == "tanaka"
    assert why(desk.press(MORI, actions.MEETING_ACCEPT, request.id)) == "meeting-not-found"
    talk = desk.press(ITO, actions.MEETING_TALK_FORM, request.id)
    told = desk.offered(ITO, talk, actions.MEETING_TALK_SEND, note="日程のこと")
    assert (why(told), told.behind is not None) == ("meeting-talk-sent", True)
    assert "meeting-request-talking" in keys(desk.chat.card(desk.now(), TANAKA))
    card = desk.press(ITO, actions.MEETING_ACCEPT, request.id)
    assert keys(card)[1] == "meeting-done-accepted"
    assert desk.press(ITO, actions.MEETING_ACCEPT, request.id) == card
    step = desk.now().next_step
    assert step is not None
    assert step.owner_id == "ito"
    assert desk.store.requests("e1")[0].state == RequestState.ACCEPTED
    assert keys(desk.press(ITO, actions.MEETING_TALK_FORM, request.id))[1] == "meeting-request-stands-accepted"


def test_a_request_can_be_withdrawn() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    desk.press(TANAKA, actions.MEETING_ASK_SEND, "e1", to="ito", note="サンプルを送る")
    card = desk.chat.card(desk.now(), TANAKA)
    withdrawn = desk.offered(TANAKA, card, actions.MEETING_TAKE_BACK)
    assert keys(withdrawn)[1] == "meeting-done-request_withdrawn"
    request = desk.store.requests("e1")[0]
    late = desk.press(ITO, actions.MEETING_ACCEPT, request.id)
    assert why(late) == "meeting-refused-request-withdrawn"


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


def test_a_coordinator_sees_what_the_firm_chose() -> None:
    desk = opened()
    desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", **STEP)
    outline = desk.press(SATO, actions.MEETING_SHOW, "e1")
    assert "meeting-outline" in keys(outline)
    for word in ("山田", "展示会", "サンプル"):
        assert word not in words(outline)
    assert list(offers(outline)) == [actions.MEETING_CONTACT_FORM]
    for action in (actions.MEETING_HISTORY, actions.MEETING_MORE, actions.MEETING_DRAFT_FORM, actions.MEETING_DONE):
        assert why(desk.press(SATO, action, "e1")) == "meeting-not-yours"
    form = desk.press(SATO, actions.MEETING_CONTACT_FORM, "e1")
    assert "山田" not in words(form)
    sent = desk.offered(SATO, form, actions.MEETING_CONTACT_SEND, day="2026-11-20", what="met")
    assert "山田" not in words(sent) + words(sent.behind or sent)
    sharing(desk, Sharing.WORDS)
    assert "山田 太郎" in words(desk.press(SATO, actions.MEETING_SHOW, "e1"))
    assert why(desk.press(SATO, actions.MEETING_GREETING, "e1")) == "meeting-not-yours"


@pytest.mark.parametrize("member", [MORI, SUZUKI, KATO])
@pytest.mark.parametrize("action", sorted(set(Desk().chat.handlers) - {actions.MEETING_TYPED_DROP, actions.PACK}))
def test_others_find_nothing(member: object, action: str) -> None:
    desk = opened()
    version = desk.now().version
    reply = desk.press(member, action, "e1")  # type: ignore[arg-type]
    assert (reply.is_aside, why(reply)) == (True, "meeting-not-found")
    assert (desk.now().version, words(reply)) == (version, "")


def test_where_somebody_from_outside_reads_along_nothing_is_shown() -> None:
    desk = opened()
    shared = Place(conversation="C1", is_direct=False, present=frozenset({"U-tanaka", "U-sato"}))
    unknown = Place(conversation="C1", is_direct=False)
    for place in (shared, unknown):
        reply = desk.press_in(place, TANAKA, actions.MEETING_CARD, "e1")
        assert (reply.is_aside, why(reply), words(reply)) == (True, "meeting-not-here", "")
    ours = Place(conversation="C1", is_direct=False, present=frozenset({"U-tanaka", "U-ito"}))
    assert "山田 太郎" in words(desk.press_in(ours, TANAKA, actions.MEETING_CARD, "e1"))


def test_a_coordinators_own_visit_is_theirs_alone() -> None:
    desk = Desk()
    desk.captured(SATO, kind=Kind.SUPPORT_VISIT, company_id="aoi", partner="", contact="", topic="検査機の相談")
    assert "検査機の相談" in words(desk.press(SATO, actions.MEETING_SHOW, "e1"))
    assert why(desk.press(TANAKA, actions.MEETING_SHOW, "e1")) == "meeting-not-found"
    assert actions.MEETING_STAGE_FORM not in offers(desk.press(SATO, actions.MEETING_MORE, "e1"))


@pytest.mark.parametrize(
    ("action", "state"), [(actions.MEETING_CONFIRM, State.OPEN), (actions.MEETING_REFUSE, State.TAKEN_BACK)]
)
def test_what_a_coordinator_wrote_is_confirmed_or_erased(action: str, state: State) -> None:
    desk = Desk()
    new = NewEncounter(id="e1", partner="山田製作所", contact="山田", met_on=TODAY - timedelta(days=1))
    desk.service.write_for(new, by=SATO, member=TANAKA)
    card = desk.chat.card(desk.now(), TANAKA)
    assert actions.MEETING_CONFIRM in offers(card)
    assert actions.MEETING_CONFIRM not in offers(desk.chat.card(desk.now(), ITO))
    first = desk.offered(TANAKA, card, action)
    assert desk.now().state == state
    assert not first.is_aside
    assert desk.offered(TANAKA, card, action).is_aside == (state == State.TAKEN_BACK)


def test_one_button_of_a_card_stands_out() -> None:
    for stage in Stage:
        desk = Desk()
        desk.at_stage(stage, decider="")
        card = desk.chat.card(desk.now(), TANAKA)
        assert [offer.is_main for offer in card.offers].count(True) == 1, stage
