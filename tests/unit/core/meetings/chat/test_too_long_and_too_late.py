"""What does not fit, and what has passed already, is said and asked for again; what was typed stays."""

from __future__ import annotations

import pytest

from bot.core import actions
from bot.core.meetings.given import NewEncounter, StepGiven
from bot.core.messages import Field, Said
from tests.unit.core.meetings.chat.desk import Desk, fields, keys
from tests.unit.core.meetings.office import TANAKA, TODAY, Office, done, refused


@pytest.mark.parametrize(
    ("action", "name", "most", "others"),
    [
        (actions.MEETING_PREPARE_SEND, "goal", 300, {}),
        (actions.MEETING_STEP_SEND, "step", 300, {"day": "2026-11-25", "time": "10:00"}),
        (actions.MEETING_OUTCOME_SEND, "learned", 2_000, {"outcome": "met"}),
        (actions.MEETING_CONTACT_SEND, "note", 2_000, {"day": "2026-11-20", "what": "met"}),
    ],
)
def test_words_that_do_not_fit_are_asked_for_again(action: str, name: str, most: int, others: dict[str, str]) -> None:
    desk = Desk()
    desk.captured()
    before = desk.now()
    words = "長" * (most + 1)
    shown = desk.press(TANAKA, action, "e1", **others, **{name: words})
    assert "meeting-form-too-long" in keys(shown)
    assert fields(shown)[name] == words
    assert all(part.longest >= len(part.initial) for part in shown.parts if isinstance(part, Field))
    assert desk.now() == before
    desk.press(TANAKA, action, "e1", **others, **{name: words[:most]})
    assert desk.now() != before


def test_an_hour_that_has_passed_is_asked_for_again() -> None:
    desk = Desk()
    desk.captured()
    shown = desk.press(TANAKA, actions.MEETING_STEP_SEND, "e1", step="電話する", day="2026-11-20", time="09:30")
    said = [part.message for part in shown.parts if isinstance(part, Said)]
    assert (said[0].key, said[0].arguments) == ("meeting-refused-hour-gone", {"time": "09:30"})
    assert fields(shown)["step"] == "電話する"
    assert desk.now().next_step is None


def test_this_very_minute_has_not_passed() -> None:
    office = Office()
    office.captured()
    gone = StepGiven(text="電話する", due_on=TODAY, due_time="09:59")
    assert refused(office.service.set_step("e1", gone, by=TANAKA)) == "meeting-refused-hour-gone"
    now = StepGiven(text="電話する", due_on=TODAY, due_time="10:00")
    assert done(office.service.set_step("e1", now, by=TANAKA)).encounter.next_step is not None


def test_a_new_encounter_with_an_hour_gone_is_not_kept() -> None:
    office = Office()
    new = NewEncounter(id="e2", partner="丸山工業", next_step="電話する", due_on=TODAY, due_time="09:00")
    assert refused(office.service.capture(new, by=TANAKA)) == "meeting-refused-hour-gone"
    assert office.store.by_id("e2") is None
