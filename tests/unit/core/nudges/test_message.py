"""What a message of several matters shows, of which something is settled, cited or has no room."""

from __future__ import annotations

from datetime import timedelta

from bot.core import actions
from bot.core.messages import Message, Offer, Said, Source
from bot.core.nudges.drawing import Drawing, Live
from bot.core.nudges.gathering import MOST_SUBJECTS
from bot.core.nudges.reading import Reader
from bot.core.reactions import in_bundle
from bot.core.scheduled import Standing
from tests.unit.core.nudges.people import MORI, TANAKA, waiting
from tests.unit.core.nudges.telling import NINE, TUESDAY, bundle_of, items, keys, told
from tests.unit.core.nudges.town_of_nudges import World


def test_every_matter_stands_with_its_buttons_and_the_bundle_behind_them() -> None:
    world = told(2)
    bundle = bundle_of(world)
    shown = items(world.reached[0].reply)
    assert [one.title for one in shown] == ["e1 さん", "e2 さん"]
    for number, one in enumerate(shown, start=1):
        assert [offer.action for offer in one.offers] == ["meeting_card", actions.NUDGE_WHY]
        assert one.offers[0].reference == in_bundle(f"e{number}", bundle.id)
        assert one.offers[1].reference == f"{bundle.id}:{number}"
        assert Message("nudge-asks-step") in one.words


def test_several_matters_of_one_subject_are_one_entry() -> None:
    world = World()
    world.wait_for(waiting("next_step", TUESDAY), waiting("trial_decision", TUESDAY))
    world.go_to(NINE)
    world.tick()
    assert len(bundle_of(world).items) == 2
    (one,) = items(world.reached[0].reply)
    assert [offer.action for offer in one.offers] == ["meeting_card", actions.NUDGE_WHY]


def test_what_has_no_room_is_named_in_one_line() -> None:
    reply = told(11).reached[0].reply
    assert len(items(reply)) == 8
    (rest,) = (part.message for part in reply.parts if isinstance(part, Said))
    assert rest.key == "nudge-rest-named"
    assert rest.arguments["count"] == 3
    assert "e9 さん" in str(rest.arguments["titles"]) or "e11 さん" in str(rest.arguments["titles"])
    assert actions.NUDGE_UPCOMING in [offer.action for offer in reply.offers]


def test_after_a_press_the_message_shows_what_changed_with_the_way_back() -> None:
    world = told(2)
    undo = Offer("meeting_undo", "c1", Message("nudge-offer-details"))
    world.changed["e1"] = Standing(title="e1 さん", done=(Said(Message("nudge-muted")),), undo=undo)
    reply = world.service.bundle_reply(bundle_of(world).id, TANAKA)
    assert reply
    first, second = items(reply)
    assert first.words == (Message("nudge-muted"),)
    assert [(one.action, one.reference) for one in first.offers] == [
        ("meeting_undo", in_bundle("c1", bundle_of(world).id))
    ]
    assert [one.action for one in second.offers] == ["meeting_card", actions.NUDGE_WHY]
    world.changed, world.closed = {}, {"e1", "e2"}
    settled = world.service.bundle_reply(bundle_of(world).id, TANAKA)
    assert settled
    assert keys(settled) == ["nudge-all-settled"]


def test_what_was_settled_before_it_was_sent_is_not_sent() -> None:
    world = told(2)
    world.changed["e1"] = Standing(title="e1 さん", done=(Said(Message("nudge-muted")),))
    (owed,) = [one.owed for one in world.deliveries.rows.values()]
    addressed = world.service.composers["nudge"](owed)
    assert addressed
    assert [one.title for one in items(addressed.reply)] == ["e2 さん"]
    world.changed["e2"] = world.changed["e1"]
    assert world.service.composers["nudge"](owed) is None


def test_nobody_else_sees_a_message_or_why_it_came() -> None:
    world = told()
    id = bundle_of(world).id
    assert world.service.bundle_reply(id, MORI) is None
    assert world.service.bundle_reply("no such", TANAKA) is None
    for action in (actions.NUDGE_WHY, actions.NUDGE_MUTE, actions.NUDGE_UNMUTE):
        for reference in (f"{id}:1", f"{id}:7", "nonsense", f"{id}:x"):
            reply = world.press(action, reference, MORI)
            assert (keys(reply), reply.is_aside) == (["nudge-not-yours"], True)
    assert world.wishes.silent == {}


def test_citations_are_numbered_and_each_is_there_once() -> None:
    source = Source(
        number=9,
        guide="g",
        title="手引き",
        edition="2026-04-01",
        edition_is_known=True,
        page=1,
        heading="面談の前に",
        quote="目的を決めます。",
        passage="目的を決めます。",
        passage_id="g@1/1",
    )
    drawing = Drawing(standings={}, advice=lambda question, readers: source if question != "？" else None)
    world = told(3)
    bundle = bundle_of(world)
    questions = ("何を決める？", "誰と話す？", "？")
    live = [
        Live((item,), (Standing(title=f"e{item.ordinal}", question=question),))
        for item, question in zip(bundle.items, questions, strict=True)
    ]
    reply = drawing.reply(bundle, live, Reader(TANAKA, NINE))
    assert [one.number for one in reply.sources] == [1]
    opened = [offer for offer in reply.offers if offer.action == actions.SHOW_ADVICE]
    assert opened == [Offer(actions.SHOW_ADVICE, "何を決める？", Message("offer-show-passage", {"number": 1}))]
    cited = [one.words for one in items(reply)]
    assert cited[0] == cited[1] == (Message("nudge-cited", {"quote": "目的を決めます。", "number": 1}),)
    assert cited[2] == ()


def test_what_a_message_cannot_even_name_comes_with_the_next_one() -> None:
    world = told(60)
    named = {item.subject_id for item in bundle_of(world).items}
    assert len(named) == MOST_SUBJECTS
    world.go_to(NINE + timedelta(days=1))
    world.tick()
    later = {item.subject_id for item in world.reached[1].bundle.items}
    assert len(named | later) == 60


def test_names_that_are_sentences_of_ours_stand_together() -> None:
    reader = Reader(TANAKA, NINE)
    world = told(11)
    drawing = Drawing(standings={}, advice=lambda _question, _readers: None)
    live = [
        Live((item,), (Standing(title=Message("meeting-who-firm", {"partner": item.subject_id})),))
        for item in bundle_of(world).items
    ]
    reply = drawing.reply(bundle_of(world), live, reader)
    rest = items(reply)[-1]
    assert isinstance(rest.title, Message)
    assert rest.title.key == "nudge-rest"
    assert [one.arguments["partner"] for one in rest.details if isinstance(one, Message)] == [
        item.subject_id for item in bundle_of(world).items[8:]
    ]
