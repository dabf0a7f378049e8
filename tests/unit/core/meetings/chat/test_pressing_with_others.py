"""What others do with an encounter, and what they may see of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.core import actions
from bot.core.meetings.colleague_requests import RequestState
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import Kind, State
from bot.core.messages import Place
from bot.core.people import Sharing
from tests.unit.core.meetings.chat.desk import STEP, Desk, fields, keys, offers, opened, sharing, why, words
from tests.unit.core.meetings.office import ITO, KATO, MORI, SATO, SUZUKI, TANAKA, TODAY


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
