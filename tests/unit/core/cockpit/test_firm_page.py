"""One firm's page: its coordinator sees what it shares, its own people all of it, nobody else anything."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core import actions
from bot.core.cockpit.firm_drawing import FEW
from bot.core.cockpit.one_firm import CardSeen, Happened, Met, QuestionSeen
from bot.core.messages import PAGE, Fact, Headed, Item, Message, Offer, Place, Quoted, Reply, Said
from bot.core.people import Member, Role, Sharing
from tests.unit.core.cockpit.house import ITO, SATO, TAKAHASHI, House, firm

AT = datetime(2026, 11, 2, 1, tzinfo=UTC)
WHO = Message("meeting-who-firm", {"partner": "丸山工業"})


def met(id: str, **given: object) -> Met:
    known = Met(id=id, stage="cards", wall="wall_1", since=AT.date(), last_contact_on=AT.date(), who=WHO)
    return replace(known, **given)  # type: ignore[arg-type]


def happened(number: int, kind: str = "contact") -> Happened:
    return Happened(encounter_id="e1", kind=kind, at=AT - timedelta(days=number), by_id="sato", who=WHO)


def a_house(sharing: Sharing = Sharing.OUTLINE) -> House:
    return House(
        (firm("yamada", sharing),),
        met_known=[("yamada", met("e1", due_on=date(2026, 11, 5)))],
        cards_known=[CardSeen(id="c1", title=Message("value-card-title-unnamed"), moved_at=AT, open=2)],
        questions_known=[
            QuestionSeen(
                id="q1", text="ひな形が\nほしい", asked_at=AT, state="waiting", offer=Offer("answer_form", "q1")
            )
        ],
        happened_known=[happened(1), happened(2, "step_set"), happened(3, "captured")],
    )


def of_firm(house: House) -> Member:
    return replace(SATO, company=house.firms[0])


def words_of(reply: Reply) -> str:
    """Everything that is shown."""
    shown = [one for one in reply.parts if isinstance(one, Item | Headed | Said | Fact | Quoted)]
    return repr(shown)


def items(reply: Reply) -> list[Item]:
    return [one for one in reply.parts if isinstance(one, Item)]


def test_an_outline_has_days_stages_and_walls_and_no_word() -> None:
    house = a_house()
    reply = house.press(actions.COCKPIT_FIRM, "yamada")
    assert items(reply)[0].title == Message("meeting-stage-cards")
    assert Message("cockpit-at-wall_1") in items(reply)[0].details
    assert "丸山" not in words_of(reply)
    assert "佐藤" not in words_of(reply)
    assert "step_set" not in words_of(reply), "of what happened what its coordinator sees anyway"
    assert house.looked == ["yamada", "yamada"], "the firm, and the card that is named"


def test_with_its_words_it_says_who_did_what() -> None:
    reply = a_house(Sharing.WORDS).press(actions.COCKPIT_FIRM, "yamada")
    assert items(reply)[0].title == WHO
    assert "佐藤 花子" in words_of(reply)
    assert "meeting-history-step_set" in words_of(reply)


def test_each_entry_has_its_button() -> None:
    reply = a_house(Sharing.WORDS).press(actions.COCKPIT_FIRM, "yamada")
    assert [(one.action, one.reference) for item in items(reply) for one in item.offers] == [
        (actions.MEETING_SHOW, "e1"),
        (actions.ANSWER_FORM, "q1"),
        (actions.VALUE_SHOW, "c1"),
        *[(actions.MEETING_SHOW, "e1")] * 3,
    ]
    assert items(reply)[1].title == "ひな形が ほしい"
    assert [(one.action, one.reference) for one in reply.offers] == [
        (actions.PACK, "yamada"),
        (actions.CATCH_FORM, "yamada"),
        (actions.CHANGEOVER_FORM, "firm:yamada"),
        (actions.COCKPIT_FIRMS, "1"),
    ]


@pytest.mark.parametrize("sharing", [Sharing.NOTHING, Sharing.UNDECIDED])
def test_nothing_of_a_firm_that_shares_nothing(sharing: Sharing) -> None:
    house = a_house(sharing)
    reply = house.press(actions.COCKPIT_FIRM, "yamada")
    assert reply == Reply(parts=(Said(Message("cockpit-firm-not-yours")),), is_aside=True)
    assert house.looked == []


def test_its_own_people_see_all_of_it_whatever_it_shares() -> None:
    house = a_house(Sharing.NOTHING)
    reply = house.press(actions.COCKPIT_FIRM, "yamada", of_firm(house))
    assert "佐藤 花子" in words_of(reply)
    assert Message("cockpit-own-questions", {"count": 1}) in [
        one.message for one in reply.parts if isinstance(one, Headed)
    ]
    assert [(one.action, one.reference) for one in reply.offers] == [
        (actions.PACK, "yamada"),
        (actions.CHANGEOVER_FORM, "own"),
    ]


@pytest.mark.parametrize("reference", ["yamada", "yamada:history:1", "nobody", ""])
def test_others_see_nothing(reference: str) -> None:
    house = a_house(Sharing.WORDS)
    has_left = replace(of_firm(house), left_at=AT)
    guest = replace(of_firm(house), roles=frozenset({Role.GUEST}))
    for somebody in (ITO, SATO, has_left, guest):
        reply = house.press(actions.COCKPIT_FIRM, reference, somebody)
        assert reply == Reply(parts=(Said(Message("cockpit-firm-not-yours")),), is_aside=True)


def test_not_where_others_read_along() -> None:
    channel = Place(conversation="C1", is_direct=False, present=frozenset({TAKAHASHI.address}))
    reply = a_house(Sharing.WORDS).press(actions.COCKPIT_FIRM, "yamada", place=channel)
    assert reply == Reply(parts=(Said(Message("cockpit-not-here")),), is_aside=True)


def test_what_is_more_is_one_press_away_a_page_at_a_time() -> None:
    house = a_house(Sharing.WORDS)
    house.met_known = [("yamada", met(f"e{number:02}")) for number in range(PAGE + 1)]
    house.happened_known = [happened(number) for number in range(2 * PAGE + 1)]
    shown = items(house.press(actions.COCKPIT_FIRM, "yamada"))
    assert shown[FEW].title == Message("cockpit-more", {"count": PAGE + 1 - FEW})
    assert shown[FEW].offers[0].reference == "yamada:encounters:1"
    second = house.press(actions.COCKPIT_FIRM, "yamada:encounters:2")
    assert [one.offers[0].reference for one in items(second)] == [f"e{PAGE:02}"]
    assert [(one.action, one.reference) for one in second.offers][:2] == [
        (actions.COCKPIT_FIRM, "yamada:encounters:1"),
        (actions.COCKPIT_FIRM, "yamada"),
    ]
    last = house.press(actions.COCKPIT_FIRM, "yamada:history:3")
    assert len(items(last)) == 1


def test_the_oldest_first_and_what_sleeps_last() -> None:
    house = a_house()
    day = date(2026, 10, 1)
    house.met_known = [
        ("yamada", met("a", is_asleep=True, since=day)),
        ("yamada", met("b")),
        ("yamada", met("c", since=day)),
    ]
    shown = items(house.press(actions.COCKPIT_FIRM, "yamada:encounters:1"))
    assert [one.offers[0].reference for one in shown] == ["c", "b", "a"]
