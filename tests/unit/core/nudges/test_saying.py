"""What nudges say and do when something is pressed; every reply in both languages, drawn for Slack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.adapters.sentences import LOCALES, FluentSentences
from bot.core import actions
from bot.core.messages import Asked, Fact, Field, Item, Locale, Message, Offer, Place, Reply, Said, Source
from bot.core.nudges.cadences import Matter
from bot.core.nudges.drawing import Drawing, Live
from bot.core.nudges.gathering import MOST_SUBJECTS
from bot.core.nudges.models import Bundle, CadenceChoice, Pace, Preference
from bot.core.nudges.reading import Reader
from bot.core.people import Member
from bot.core.reactions import in_bundle
from bot.core.scheduled import Standing
from bot.platforms.slack.drawing import SlackDrawing
from bot.resources import prompts_folder
from bot.workspace.blocks import validate_blocks, validate_view
from tests.unit.core.nudges.people import FRIDAY, KATO, MORI, SATO, TANAKA, waiting
from tests.unit.core.nudges.town_of_nudges import World

NINE = datetime(2026, 11, 24, 0, 0, tzinfo=UTC)
TUESDAY = NINE.date()


@pytest.fixture(scope="module")
def sentences() -> FluentSentences:
    return FluentSentences(prompts_folder() / "sentences")


def told(count: int = 1, *, member: Member = TANAKA, matter: str = "next_step") -> World:
    """A world in which somebody was told of some encounters."""
    world = World(member, MORI, SATO, KATO)
    for number in range(1, count + 1):
        world.wait_for(waiting(matter, TUESDAY, subject=f"e{number}"))
    world.go_to(NINE)
    assert world.tick() == 1
    return world


def bundle_of(world: World) -> Bundle:
    return world.reached[0].bundle


def items(reply: Reply) -> list[Item]:
    return [part for part in reply.parts if isinstance(part, Item)]


def facts(reply: Reply) -> dict[str, Message | str]:
    return {part.label.key: part.value for part in reply.parts if isinstance(part, Fact)}


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def values(reply: Reply) -> dict[str, str]:
    return {part.name: part.initial for part in reply.parts if isinstance(part, Field)}


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


def test_why_it_came() -> None:
    world = told()
    choice = CadenceChoice(
        company_id="aoi", scope="event", name="展示会", cadence="default", chosen_by="sato", chosen_at=FRIDAY
    )
    world.wishes.put_choice(choice)
    reply = world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:1")
    said = facts(reply)
    assert said["nudge-why-about"] == "e1 さん"
    assert said["nudge-why-rule"] == Message("nudge-rule-same-day")
    assert said["nudge-why-since"] == Message("nudge-since-next_step", {"day": "11月24日（火）"})
    chosen = said["nudge-why-cadence"]
    assert isinstance(chosen, Message)
    assert chosen.arguments["name"] == SATO.name
    slot = said["nudge-why-slot"]
    assert isinstance(slot, Message)
    assert slot.arguments["time"] == "09:00"
    assert [offer.action for offer in reply.offers] == [actions.NUDGE_MUTE, actions.NUDGE_SETTINGS]


def test_why_counts_working_days_one_by_one() -> None:
    world = World()
    world.wait_for(waiting("wake", date(2026, 11, 13), cadence="slow"))
    world.wait_for(waiting("set_time", FRIDAY.date(), subject="e2"))
    world.go_to(NINE)
    world.tick()
    at = next(item for item in bundle_of(world).items if item.subject_id == "e2")
    said = facts(world.press(actions.NUDGE_WHY, f"{bundle_of(world).id}:{at.ordinal}"))
    days = said["nudge-why-days"]
    assert isinstance(days, Message)
    assert days.arguments == {"days": "11月24日（火）", "count": 1}
    assert said["nudge-why-days-off"] == Message("nudge-days-off", {"count": 3})


def test_muting_and_hearing_again_from_the_same_sheet() -> None:
    world = told()
    reference = f"{bundle_of(world).id}:1"
    for _ in range(2):
        assert keys(world.press(actions.NUDGE_MUTE, reference)) == ["nudge-muted"]
    assert world.wishes.muted("tanaka") == [("encounter", "e1")]
    why = world.press(actions.NUDGE_WHY, reference)
    assert why.offers[0].action == actions.NUDGE_UNMUTE
    assert keys(world.press(actions.NUDGE_UNMUTE, reference)) == ["nudge-unmuted"]
    assert world.wishes.muted("tanaka") == []


def test_settings_are_kept_and_shown_again() -> None:
    world = told()
    world.press(actions.NUDGE_MUTE, f"{bundle_of(world).id}:1")
    form = world.press(actions.NUDGE_SETTINGS)
    assert values(form) == {
        "pace": "normal",
        "time_1": "09:00",
        "time_2": "",
        "time_3": "",
        "pause": "",
        "unmute": "",
    }
    assert actions.ABSENCE_SHOW in [offer.action for offer in form.offers]
    kept = world.press(
        actions.NUDGE_SETTINGS_SEND,
        pace="fuller",
        time_1="10:00",
        time_2="15:30",
        pause="2026-12-01",
        unmute="encounter/e1",
    )
    assert keys(kept)[0] == "nudge-settings-kept"
    wish = Preference(
        person_id="tanaka", pace=Pace.FULLER, times=(time(10), time(15, 30)), paused_until=date(2026, 12, 1)
    )
    assert world.wishes.preference("tanaka") == wish
    assert world.wishes.muted("tanaka") == []
    again = values(world.press(actions.NUDGE_SETTINGS))
    assert (again["time_2"], again["pause"]) == ("15:30", "2026-12-01")


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"pace": "normal", "time_1": "07:00"}, "nudge-settings-outside"),
        ({"pace": "normal", "time_1": "17:30"}, "nudge-settings-outside"),
        ({"pace": "normal", "time_1": "9 o'clock"}, "nudge-settings-unreadable"),
        ({"pace": "often", "time_1": "09:00"}, "nudge-settings-unreadable"),
        ({"pace": "normal", "time_1": "09:00", "pause": "2026-11-24"}, "nudge-settings-past"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_what_was_typed(typed: dict[str, str], fault: str) -> None:
    world = told()
    reply = world.press(actions.NUDGE_SETTINGS_SEND, "-", TANAKA, **typed)
    assert keys(reply)[0] == fault
    assert {name: value for name, value in values(reply).items() if value} == typed
    assert world.wishes.wanted == {}


@pytest.mark.parametrize(
    ("typed", "times"),
    [
        ({"pace": "lighter", "time_1": "11:00", "time_2": "13:00"}, (time(11),)),
        ({"pace": "fuller", "time_1": "09:00"}, (time(9), time(13), time(16, 30))),
        ({"pace": "normal"}, (time(9),)),
    ],
)
def test_as_many_times_as_the_pace_has(typed: dict[str, str], times: tuple[time, ...]) -> None:
    world = told()
    world.press(actions.NUDGE_SETTINGS_SEND, "-", TANAKA, **typed)
    assert world.wishes.preference("tanaka").times == times


def coming() -> World:
    world = World()
    for number in range(12):
        world.wait_for(waiting("wake", TUESDAY + timedelta(days=number), subject=f"e{number:02}"))
    world.wait_for(waiting("wake", TUESDAY + timedelta(days=60), subject="far"))
    world.wait_for(waiting("wake", TUESDAY, subject="other", person="mori"))
    return world


def test_what_is_coming_is_listed_page_by_page() -> None:
    world = coming()
    first = world.service.upcoming(TANAKA)
    assert [one.title for one in items(first)] == [f"e{number:02} さん" for number in range(8)]
    assert [offer.action for one in items(first) for offer in one.offers] == [actions.MEETING_SHOW] * 8
    turn = next(offer for offer in first.offers if offer.action == actions.NUDGE_UPCOMING_PAGE)
    second = world.press(turn.action, turn.reference)
    assert [one.title for one in items(second)] == [f"e{number:02} さん" for number in range(8, 12)]
    assert world.press(actions.NUDGE_UPCOMING_PAGE, "99").parts == second.parts
    in_sheet = world.press(actions.NUDGE_UPCOMING, "1")
    assert actions.NUDGE_UPCOMING in [offer.action for offer in in_sheet.offers]


def test_closed_and_muted_ones_are_not_coming_and_late_ones_come_first() -> None:
    world = coming()
    world.closed = {"e01"}
    world.wishes.mute("tanaka", "encounter", "e02", NINE)
    world.go_to(NINE + timedelta(days=4))
    reply = world.service.upcoming(TANAKA)
    titles = [one.title for one in items(reply)]
    assert titles[0] == "e00 さん"
    assert not {"e01 さん", "e02 さん"} & set(titles)
    assert "nudge-upcoming-late" in [getattr(getattr(part, "message", None), "key", "") for part in reply.parts]


@pytest.mark.parametrize("text", ["予定", "予定。", " 予定 ", "Upcoming", "ｕｐｃｏｍｉｎｇ"])
def test_the_list_is_typed_for(text: str) -> None:
    world = coming()
    asked = Asked(id="1", address=TANAKA.address, place=Place(conversation="D1"), text=text)
    assert world.service.typed(asked, TANAKA) == world.service.upcoming(TANAKA)
    before_others = replace(asked, place=Place(conversation="C1", is_direct=False))
    beside = world.service.typed(before_others, TANAKA)
    assert beside
    assert beside.is_aside
    assert world.service.typed(replace(asked, text="予定を立てるには？"), TANAKA) is None


def test_the_page_shows_the_week_in_three_lines() -> None:
    world = coming()
    assert not [part for part in world.service.home_parts(TANAKA) if isinstance(part, Item) and part.details]
    world.go_to(NINE)
    parts = world.service.home_parts(TANAKA)
    assert [part.title for part in parts if isinstance(part, Item)][:3] == ["e00 さん", "e01 さん", "e02 さん"]
    assert not world.service.home_parts(replace(TANAKA, left_at=NINE))
    assert "cadence_form" not in str(parts)
    assert "cadence_form" in str(world.service.home_parts(SATO))


class TestCadences:
    """A coordinator chooses how often their firms are reminded."""

    def test_for_an_event_or_a_stage_and_it_is_planned_anew(self) -> None:
        world = told()
        world.press(actions.CADENCE_SEND, member=SATO, company="aoi", event=" 産業 展示会", cadence="fair")
        world.press(actions.CADENCE_SEND, member=SATO, company="aoi", stage="trial", cadence="trial")
        assert world.replanned == [("aoi", "event", "産業 展示会"), ("aoi", "stage", "trial")]
        assert [(one.scope, one.name, one.cadence) for one in world.wishes.choices("aoi")] == [
            ("event", "産業 展示会", "fair"),
            ("stage", "trial", "trial"),
        ]

    @pytest.mark.parametrize("member", [TANAKA, KATO, replace(SATO, id="suzuki")], ids=lambda one: str(one.id))
    def test_not_by_anybody_else(self, member: Member) -> None:
        world = told()
        for action in (actions.CADENCE_FORM, actions.CADENCE_SEND):
            reply = world.press(action, member=member, company="aoi", stage="trial", cadence="trial")
            assert keys(reply) == ["nudge-cadence-coordinators-only"]
        assert not world.wishes.choices()

    @pytest.mark.parametrize(
        "typed",
        [
            {"cadence": "fair"},
            {"cadence": "fair", "stage": "trial", "event": "展示会"},
            {"cadence": "none", "stage": "trial"},
            {"cadence": "fair", "stage": "dancing"},
        ],
    )
    def test_one_of_the_two_and_a_cadence_that_is_there(self, typed: dict[str, str]) -> None:
        world = told()
        reply = world.press(actions.CADENCE_SEND, member=SATO, company="aoi", **typed)
        assert keys(reply) == ["nudge-cadence-one-of-two"]
        assert not world.wishes.choices()
        assert world.replanned == []


def everything(locale: Locale) -> Iterator[Reply]:
    """Every reply that nudges give."""
    for matter in Matter:
        world = World(*(replace(one, locale=locale, name="A B") for one in (TANAKA, MORI, SATO, KATO)))
        tanaka, sato, kato = world.town.known["tanaka"], world.town.known["sato"], world.town.known["kato"]
        for number in range(11):
            world.wait_for(waiting(matter, TUESDAY - timedelta(days=number), subject=f"e{number}"))
        world.service.tick()
        # A meeting of long ago is not prepared any more.
        world.go_to(NINE if matter is Matter.PREPARE else NINE + timedelta(days=45))
        world.tick()
        yield from (one.reply for one in world.reached)
        bundle = bundle_of(world)
        for item in bundle.items:
            yield world.press(actions.NUDGE_WHY, f"{bundle.id}:{item.ordinal}", tanaka)
        yield world.press(actions.NUDGE_MUTE, f"{bundle.id}:1", tanaka)
        yield world.press(actions.NUDGE_UPCOMING, "1", tanaka)
        yield world.press(actions.NUDGE_SETTINGS, "-", tanaka)
        yield world.press(actions.NUDGE_UNMUTE, f"{bundle.id}:1", tanaka)
        yield world.press(actions.NUDGE_SETTINGS_SEND, "-", tanaka, pace="normal", time_1="05:00")
        yield world.press(actions.NUDGE_SETTINGS_SEND, "-", tanaka, pace="fuller", time_1="09:00", pause="2027-12-01")
        yield Reply(parts=tuple(world.service.home_parts(tanaka)))
        yield Reply(parts=(*world.service.home_parts(sato), *world.service.heartbeat_parts(kato)))
        yield world.press(actions.CADENCE_FORM, "-", sato)
        yield world.press(actions.CADENCE_SEND, "-", sato, company="aoi", stage="trial", cadence="trial")
    yield World().service.upcoming(tanaka)


_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize("locale", LOCALES)
def test_everything_has_its_words_and_its_room(sentences: FluentSentences, locale: Locale) -> None:
    drawing = SlackDrawing(sentences, locale)
    for reply in everything(locale):
        if reply.submit or reply.title:
            validate_view(drawing.sheet(reply, private={}))
        if not reply.submit:
            drawn = drawing.message(reply)
            validate_blocks(drawn.blocks, "message")
            assert drawn.cut == ()
        if locale == "en":
            words = str(drawing.message(replace(reply, submit=None, parts=reply.parts)).blocks)
            found = _JAPANESE.findall(
                words.replace("さん", "").replace("あおい精機", "").replace("名刺交換", "").replace("実証", "")
            )
            assert not found, words


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
