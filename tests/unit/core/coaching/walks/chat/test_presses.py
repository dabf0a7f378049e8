"""What is pressed in a walk: twice is once, too late is said, and everything shown comes from the record."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.core import actions
from bot.core.coaching.cards.models import CardField, Decision
from bot.core.coaching.walks import owing
from bot.core.coaching.walks.chat.ports import ModelChoice, TryGiven
from bot.core.coaching.walks.models import Walk, WalkLength, WalkState
from bot.core.messages import Field, Item, Message, Said
from bot.core.owed import Owed
from bot.core.people import Member
from tests.unit.core.coaching.walks.chat.desk import Desk, FixedDraft, channel, direct, keys, offers, reference, words
from tests.unit.core.coaching.walks.room import AOKI, FRIDAY, GUEST, ITO, KATO, MORI, SATO, SUZUKI, TANAKA


def held(desk: Desk, **fields: Any) -> Walk:
    """A walk in Tanaka's direct conversation, its subject named."""
    return desk.room.started(subject="薄板", **fields)


@pytest.mark.parametrize(
    ("action", "state", "key"),
    [(actions.WALK_UNKNOWN, "unknown", "walk-unknown"), (actions.WALK_LATER, "later", "walk-later")],
)
def test_not_known_and_later_stay_open_questions(action: str, state: str, key: str) -> None:
    desk = Desk()
    walk = held(desk)
    first = desk.press(action, f"{walk.id}:who")
    version = desk.room.now(walk).version
    assert desk.press(action, f"{walk.id}:who") == first
    answer = desk.room.now(walk).answer("who")
    assert answer is not None
    assert (str(answer.state), keys(first)[0]) == (state, key)
    assert desk.room.now(walk).version == version


def test_a_press_that_comes_too_late_changes_nothing_and_shows_what_was_said() -> None:
    desk = Desk()
    walk = held(desk)
    desk.said("組み立ての方です。")
    for action in (actions.WALK_UNKNOWN, actions.WALK_HINT):
        late = desk.press(action, f"{walk.id}:who")
        assert late.is_aside
        assert keys(late) == ["walk-late-press"]
        assert late.behind is not None
        assert "組み立ての方です。" in words(late.behind)
    answer = desk.room.now(walk).answer("who")
    assert answer is not None
    assert answer.words == "組み立ての方です。"


def test_new_uses_are_ticked_or_declined_and_go_with_the_walk() -> None:
    desk = Desk()
    walk = held(desk, length=WalkLength.THIRTY_MINUTES)
    desk.room.at(walk, "function")
    desk.said("板の縁をなめらかにする")
    desk.room.at(walk, "elsewhere")
    shown = desk.said("ヒント")
    assert offers(shown).count(actions.WALK_USE_TICK) == 3
    ticked = desk.press(actions.WALK_USE_TICK, f"{walk.id}:field:介護")
    assert ticked == desk.press(actions.WALK_USE_TICK, f"{walk.id}:field:介護")
    desk.press(actions.WALK_USE_DECLINE, f"{walk.id}:field:給食")
    desk.press(actions.WALK_USE_TICK, f"{walk.id}:field:nothing")
    assert [(one.name, one.decision) for one in desk.room.now(walk).uses] == [
        ("介護", Decision.TICKED),
        ("給食", Decision.DECLINED),
    ]
    left = [part.title for part in desk.said("ヒント").parts if isinstance(part, Item) and part.offers]
    assert left == ["漁業", "保育"]


def test_a_day_is_chosen_in_a_sheet_and_a_faulty_one_asked_again() -> None:
    desk = Desk()
    walk = held(desk, length=WalkLength.WHOLE)
    desk.room.at(walk, "try_by")
    assert actions.WALK_DATE_FORM in offers(desk.said("ヒント"))
    form = desk.press(actions.WALK_DATE_FORM, f"{walk.id}:try_by")
    assert [part.kind for part in form.parts if isinstance(part, Field)] == ["date"]
    again = desk.press(actions.WALK_DATE_SEND, f"{walk.id}:try_by", day="")
    assert again.submit is not None
    taken = desk.press(actions.WALK_DATE_SEND, f"{walk.id}:try_by", day="2026-12-18")
    assert taken.behind is not None
    assert "walk-progress" in keys(taken.behind)


@pytest.mark.parametrize(
    ("values", "until"),
    [
        ({"when": "two_weeks"}, date(2026, 12, 4)),
        ({"when": "tomorrow"}, date(2026, 11, 21)),
        ({"when": "other", "day": "2027-01-08"}, date(2027, 1, 8)),
        ({"when": "other", "day": "2026-11-20"}, None),
        ({"when": "other"}, None),
    ],
)
def test_it_rests_until_a_day_to_come(values: dict[str, Any], until: date | None) -> None:
    desk = Desk()
    walk = held(desk)
    reply = desk.press(actions.WALK_PAUSE_SEND, walk.id, **values)
    assert desk.room.now(walk).paused_until == until
    assert (reply.submit is None) == (until is not None)


def finished(desk: Desk, walk: Walk, by: Member = TANAKA) -> Walk:
    """Every question answered by its example, and the card made."""
    desk.room.to_the_end(walk, by)
    desk.press(actions.WALK_FINISH, walk.id, by)
    return desk.room.now(walk)


def test_at_the_end_the_smallest_try_is_proposed_as_an_encounter() -> None:
    desk = Desk()
    walk = held(desk, length=WalkLength.WHOLE)
    desk.room.to_the_end(walk)
    asked = desk.said("続き")
    assert actions.WALK_FINISH in offers(asked)
    desk.room.pass_time(minutes=12)
    reply = desk.press(actions.WALK_FINISH, walk.id)
    assert desk.room.now(walk).state == WalkState.DONE
    (given,) = set(desk.tried)
    assert isinstance(given, TryGiven)
    assert given.by == date(2026, 12, 1)
    assert "工場長" in given.with_whom
    assert actions.CATCH_LINE in offers(reply)
    assert keys(reply)[0] == "walk-done"


def test_how_long_it_took_leaves_breaks_out() -> None:
    desk = Desk()
    walk = held(desk)
    for text in ("組み立ての方です。", "先月、指を切った方がいました。"):
        desk.room.pass_time(minutes=4)
        desk.said(text)
    desk.room.pass_time(hours=5)
    reply = desk.press(actions.WALK_FINISH_EARLY, walk.id)
    assert reply.behind is not None
    said = [part.message for part in reply.behind.parts if isinstance(part, Said)]
    assert [one.arguments["minutes"] for one in said if one.key == "walk-took"] == [8]


def test_typed_words_are_nobodys_until_their_owner_says_so() -> None:
    desk = Desk()
    walk = desk.room.typed(subject="薄板")
    desk.room.say(walk, "組み立ての方です。", SATO)
    reply = desk.press(actions.WALK_FINISH, walk.id, SATO)
    assert keys(reply) == ["walk-waits-for-owner"]
    composed = desk.chat.composers[owing.CONFIRM](owed(owing.CONFIRM, walk, TANAKA))
    assert composed is not None
    assert offers(composed.reply) == [
        actions.WALK_CONFIRM,
        actions.WALK_SHOW,
        actions.WALK_CORRECT_FORM,
        actions.WALK_REFUSE,
    ]
    for somebody in (ITO, SATO, MORI):
        desk.press(actions.WALK_CONFIRM, walk.id, somebody)
        assert desk.room.now(walk).state == WalkState.UNCONFIRMED
    assert keys(desk.press(actions.WALK_CONFIRM, walk.id))[0] == "walk-confirmed"
    assert keys(desk.press(actions.WALK_SHOW, walk.id, SATO)) == ["walk-refused-not-found"]
    assert desk.chat.composers[owing.CONFIRM](owed(owing.CONFIRM, walk, TANAKA)) is None


def owed(kind: str, walk: Walk, to: Member) -> Owed:
    """A message owed to somebody about a walk."""
    return Owed(kind=kind, subject_id=walk.id, occurrence="1", person=to.address)


def test_a_colleague_is_asked_and_told_and_what_is_withdrawn_is_not_said() -> None:
    desk = Desk()
    walk = held(desk)
    form = desk.press(actions.WALK_HAND_FORM, walk.id)
    (field,) = [part for part in form.parts if isinstance(part, Field)]
    assert {choice.value for choice in field.choices} == {"ito", "aoki"}
    desk.press(actions.WALK_HAND_SEND, walk.id, colleague="ito")
    asked = desk.chat.composers[owing.ASKED](owed(owing.ASKED, walk, ITO))
    assert asked is not None
    assert offers(asked.reply)[0] == actions.WALK_ACCEPT
    assert desk.chat.composers[owing.ASKED](owed(owing.ASKED, walk, AOKI)) is None
    desk.press(actions.WALK_DECLINE, walk.id, ITO)
    told = desk.chat.composers[owing.DECLINED](owed(owing.DECLINED, walk, TANAKA))
    assert told is not None
    assert [part.message for part in told.reply.parts if isinstance(part, Said)] == [
        Message("walk-told-declined", {"name": "伊藤 光"})
    ]
    assert desk.chat.composers[owing.ASKED](owed(owing.ASKED, walk, ITO)) is None


def test_nobody_else_opens_anything_of_it_by_a_button() -> None:
    desk = Desk()
    walk = held(desk)
    desk.said("組み立ての方です。")
    for somebody in (MORI, SATO, SUZUKI, KATO, GUEST):
        for action, handler in desk.chat.handlers.items():
            if action in (actions.WALK_INTRO, actions.WALK_START_FORM, actions.WALK_START_SEND):
                continue
            if somebody is KATO and action in (actions.WALK_MODEL_FORM, actions.WALK_MODEL_SEND):
                continue
            reply = desk.press(action, f"{walk.id}:who:x", somebody)
            assert "組み立て" not in repr(reply), (action, handler)
            assert "薄板" not in repr(reply), (action, handler)
    assert "組み立て" not in repr(desk.press(actions.WALK_SHOW, walk.id, TANAKA, place=channel(TANAKA, MORI)))


def test_what_stands_on_the_page() -> None:
    desk = Desk()
    held(desk)
    assert offers_of_home(desk, TANAKA) == [actions.WALK_RESUME, actions.WALK_INTRO]
    assert offers_of_home(desk, SATO) == [actions.WALK_INTRO]
    assert offers_of_home(desk, GUEST) == []
    assert [offer.action for offer in desk.chat.offers(TANAKA)] == [actions.WALK_INTRO]
    assert not desk.chat.offers(GUEST)


def offers_of_home(desk: Desk, member: Member) -> list[str]:
    """What can be pressed on somebody's page."""
    return [offer.action for part in desk.chat.home_parts(member) if isinstance(part, Item) for offer in part.offers]


def test_without_a_language_model_nothing_of_one_appears() -> None:
    desk = Desk()
    desk.choices.choose_model(ModelChoice(company_id="aoi", is_allowed=True, by_id="ito", at=FRIDAY))
    held(desk)
    reply = desk.said("組み立ての方です。")
    assert actions.WALK_DRAFT not in offers(reply)
    assert actions.WALK_MODEL_FORM not in offers_of_home(desk, TANAKA)


def test_a_draft_needs_the_leave_of_the_firm_and_two_presses() -> None:
    model = FixedDraft()
    desk = Desk(drafting=model)
    walk = held(desk)
    assert actions.WALK_DRAFT not in offers(desk.said("組み立ての方です。"))
    refused = desk.press(actions.WALK_DRAFT, f"{walk.id}:who")
    assert keys(refused) == ["walk-model-not-allowed"]
    for somebody in (MORI, SATO, GUEST):
        desk.press(actions.WALK_MODEL_SEND, "aoi", somebody, allowed="yes")
    assert not desk.choices.rows
    desk.press(actions.WALK_MODEL_SEND, "aoi", allowed="yes")
    assert desk.choices.rows["aoi"].by_id == "tanaka"
    assert not model.saw
    reply = desk.said("先月、新人の方が指を切りました。")
    shown = desk.press(actions.WALK_DRAFT, reference(reply, actions.WALK_DRAFT))
    assert model.saw == ["先月、新人の方が指を切りました。"]
    answer = desk.room.now(walk).answer("situation")
    assert answer is not None
    assert answer.words == "先月、新人の方が指を切りました。"
    for _ in range(2):
        desk.press(actions.WALK_DRAFT_KEEP, reference(shown, actions.WALK_DRAFT_KEEP))
    kept = desk.room.now(walk).answer("situation")
    assert kept is not None
    assert [(part.words, part.is_draft) for part in kept.parts] == [
        ("先月、新人の方が指を切りました。", False),
        (model.text, True),
    ]
    facts = desk.room.service.facts(desk.room.now(walk))
    entry = facts[CardField.SITUATION]
    assert (entry.words, entry.drafts) == ("先月、新人の方が指を切りました。", (model.text,))


def test_where_a_walk_is_held_a_model_sees_nothing_without_leave() -> None:
    desk = Desk(drafting=FixedDraft())
    held(desk)
    there = channel(TANAKA, ITO)
    place = direct(TANAKA)
    assert not desk.chat.lets_model(place, TANAKA)
    assert desk.chat.lets_model(there, TANAKA)
    desk.press(actions.WALK_MODEL_SEND, "aoi", allowed="yes")
    assert desk.chat.lets_model(place, TANAKA)
