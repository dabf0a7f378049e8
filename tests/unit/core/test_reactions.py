"""A press in a nudge's message: the feature sees its own reference, the message is drawn anew as a whole."""

from __future__ import annotations

from dataclasses import replace

from bot.core.actions import MEETING_DONE, MEETING_LATER_FORM, MEETING_LATER_SEND, MEETING_MORE, PACK, SHOW_ADVICE
from bot.core.messages import Item, Message, Offer, OutgoingFile, Place, Pressed, Reply, Said
from bot.core.outgoing import CSV
from bot.core.people import Member
from bot.core.reactions import Handler, in_bundle, within_bundles

BUNDLE = "6c1f0f1e-7a3c-5b1d-9f0a-0d8f5b8f6a11"
SATO = Member(id="sato", address="U1", name="佐藤")
WHOLE = Reply(parts=(Said(Message("nudge-head")),))
CARD = Reply(parts=(Said(Message("card")),))
FORM = Reply(submit=Offer(MEETING_LATER_SEND, "e1"), offers=(Offer(SHOW_ADVICE, "q"), Offer(MEETING_DONE, "e1")))
SHEET = Reply(parts=(Item(title="e1", offers=(Offer(MEETING_DONE, "e1"),)),))
REFUSED = Reply(parts=(Said(Message("no")),), is_aside=True)


class Feature:
    """Answers as it is told and remembers the references it saw."""

    def __init__(self, reply: Reply) -> None:
        self.reply, self.seen = reply, list[str]()

    def __call__(self, pressed: Pressed, member: Member) -> Reply:
        self.seen.append(pressed.reference)
        return self.reply


def press(feature: Feature, action: str, reference: str, values: dict[str, str] | None = None) -> Reply:
    drawn: list[str] = []

    def redraw(bundle_id: str, member: Member) -> Reply | None:
        drawn.append(bundle_id)
        return WHOLE if bundle_id == BUNDLE and member is SATO else None

    handlers: dict[str, Handler] = dict.fromkeys(
        (MEETING_DONE, MEETING_LATER_FORM, MEETING_LATER_SEND, MEETING_MORE, PACK), feature
    )
    pressed = Pressed(
        id="p", address="U1", place=Place(conversation="D1"), action=action, reference=reference, values=values or {}
    )
    return within_bundles(handlers, redraw)[action](pressed, SATO)


def test_outside_of_a_nudge_nothing_is_changed() -> None:
    feature = Feature(CARD)
    assert press(feature, MEETING_DONE, "e1") is CARD
    assert press(feature, MEETING_DONE, "name@example.jp") is CARD
    assert feature.seen == ["e1", "name@example.jp"]


def test_a_press_in_a_nudge_draws_the_whole_message() -> None:
    feature = Feature(CARD)
    assert press(feature, MEETING_DONE, in_bundle("e1:x", BUNDLE)) is WHOLE
    assert feature.seen == ["e1:x"]


def test_what_is_said_in_a_message_of_its_own_leaves_the_nudge_as_it_is() -> None:
    feature = Feature(CARD)
    assert press(feature, PACK, in_bundle("", BUNDLE)) is CARD
    assert press(feature, PACK, f"@@{BUNDLE}") is CARD
    assert feature.seen == ["", ""]


def test_the_files_of_a_press_come_with_the_whole_message() -> None:
    file = OutgoingFile(name=Message("a"), title=Message("a"), media_type=CSV, make=lambda _: b"1")
    drawn = press(Feature(replace(CARD, files=(file,))), MEETING_DONE, in_bundle("e1", BUNDLE))
    assert (drawn.parts, drawn.files) == (WHOLE.parts, (file,))


def test_a_refusal_is_for_whoever_pressed_alone() -> None:
    assert press(Feature(REFUSED), MEETING_DONE, in_bundle("e1", BUNDLE)) is REFUSED


def test_somebody_elses_bundle_is_not_drawn() -> None:
    other = BUNDLE.replace("6c", "7c")
    assert press(Feature(CARD), MEETING_DONE, in_bundle("e1", other)) is CARD


def test_a_form_carries_the_bundle_and_the_message_stays() -> None:
    shown = press(Feature(FORM), MEETING_LATER_FORM, in_bundle("e1", BUNDLE))
    assert shown.submit == Offer(MEETING_LATER_SEND, f"e1@@{BUNDLE}")
    assert shown.offers == (Offer(SHOW_ADVICE, "q"), Offer(MEETING_DONE, f"e1@@{BUNDLE}"))
    assert shown.behind is None


def test_a_sent_form_shows_its_reply_and_the_message_behind_it_is_drawn_anew() -> None:
    feature = Feature(CARD)
    sent = press(feature, MEETING_LATER_SEND, f"e1@@{BUNDLE}", {"until": "2026-11-27"})
    assert feature.seen == ["e1"]
    assert sent.parts == CARD.parts
    assert sent.behind is WHOLE


def test_a_form_that_is_refused_keeps_the_message_until_it_is_sent() -> None:
    again = press(Feature(REFUSED), MEETING_LATER_SEND, f"e1@@{BUNDLE}", {"until": ""})
    assert again.behind is None


def test_what_is_pressed_in_a_sheet_stays_in_it() -> None:
    opened = press(Feature(SHEET), MEETING_MORE, in_bundle("e1", BUNDLE))
    item = opened.parts[0]
    assert isinstance(item, Item)
    assert item.offers == (Offer(MEETING_DONE, f"e1@@{BUNDLE}"),)
    done = press(Feature(CARD), MEETING_DONE, f"e1@@{BUNDLE}")
    assert done.parts == CARD.parts
    assert done.behind is WHOLE
