"""What is typed, or written down by somebody else, changes what the latest reminder says where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.core import actions
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.nudges.models import Bundle, Item
from bot.core.people import Member, Sharing
from bot.core.redrawing import RECENT, Redrawing
from tests.unit.core.meetings.chat.desk import Desk, direct, offers, sharing
from tests.unit.core.meetings.office import ITO, SATO, TANAKA, TODAY

DRAWN = Reply(parts=(Said(Message("nudge-all-settled")),))


def bundle(desk: Desk, person: Member, *, id: str = "b1", kind: str = "encounter", about: str = "e1") -> Bundle:
    item = Item(
        ordinal=1,
        nudge_id="n1",
        occurrence="x",
        subject_kind=kind,
        subject_id=about,
        matter="no_next_step",
        cadence="default",
        since=TODAY,
        step=0,
        due_on=TODAY,
        is_late=False,
    )
    return Bundle(id=id, person_id=person.id, day=TODAY, slot="09:00", created_at=desk.clock.now(), items=(item,))


@dataclass
class Told:
    """A desk whose people were reminded."""

    desk: Desk = field(default_factory=Desk)
    bundles: list[Bundle] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desk.captured()
        self.bundles.append(bundle(self.desk, TANAKA))
        self.redrawing = Redrawing(
            records=self.desk.store,
            told=lambda kind, id: [
                one for one in self.bundles if (one.items[0].subject_kind, one.items[0].subject_id) == (kind, id)
            ],
            stands=lambda one, _: ("D1", f"ts-{one.id}"),
            draw=lambda *_: DRAWN,
            directory=self.desk.people,
            clock=self.desk.clock,
        )

    def press(self, member: Member, action: str, reference: str, **values: str) -> list[tuple[str, str]]:
        """Which messages are drawn anew, for whom in which language."""
        request = Pressed(
            id="p", address=member.address, place=direct(member), action=action, reference=reference, values=values
        )
        reply = self.redrawing.after(self.desk.chat.handlers[action])(request, member)
        return [(one.message, one.locale) for one in reply.elsewhere]


@pytest.fixture
def told() -> Told:
    return Told()


def test_what_was_typed_is_drawn_in_the_reminder_once_and_taken_back_there(told: Told) -> None:
    typed = told.desk.type(TANAKA, "今日お会いしました")
    assert typed is not None
    wish = offers(typed)[actions.MEETING_TYPED]
    assert told.press(TANAKA, actions.MEETING_TYPED, wish) == [("ts-b1", "ja")]
    assert told.press(TANAKA, actions.MEETING_TYPED, wish) == []
    undo = offers(told.desk.chat.card(told.desk.now(), TANAKA))[actions.MEETING_UNDO]
    assert told.press(TANAKA, actions.MEETING_UNDO, undo) == [("ts-b1", "ja")]


def test_looking_changes_nothing(told: Told) -> None:
    assert told.press(TANAKA, actions.MEETING_CARD, "e1") == []


def test_only_the_latest_reminder_of_it_is_drawn_and_none_of_long_ago(told: Told) -> None:
    told.desk.pass_time(days=1)
    told.bundles += [bundle(told.desk, TANAKA, id="b2"), bundle(told.desk, TANAKA, id="b3", about="other")]
    assert told.press(TANAKA, actions.MEETING_GREETING, "e1") == [("ts-b2", "ja")]
    told.desk.pass_time(days=RECENT.days + 1)
    assert told.press(TANAKA, actions.MEETING_REOPEN, "e1") == []


def test_the_owner_is_shown_what_somebody_else_wrote_down_in_their_own_language(told: Told) -> None:
    told.desk.people.put(replace(TANAKA, locale="en"))
    sharing(told.desk, Sharing.OUTLINE)
    day = (TODAY - timedelta(days=0)).isoformat()
    assert told.press(SATO, actions.MEETING_CONTACT_SEND, "e1", day=day, what="telephone") == [("ts-b1", "en")]


def test_the_message_that_was_pressed_is_drawn_by_itself(told: Told) -> None:
    marked = "e1@11111111-1111-1111-1111-111111111111"

    def done(pressed: Pressed, member: Member) -> Reply:
        return told.desk.chat.handlers[actions.MEETING_GREETING](replace(pressed, reference="e1"), member)

    request = Pressed(id="p", address=ITO.address, place=direct(ITO), action=actions.MEETING_GREETING, reference=marked)
    told.bundles.append(bundle(told.desk, ITO, id="b2"))
    reply = told.redrawing.after(done)(request, ITO)
    assert [one.message for one in reply.elsewhere] == ["ts-b1"]
