"""Uses of a card in the chat: offered, ticked, declined, taken back, and put beside a plan; for the firm alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.core import actions
from bot.core.coaching.cards.models import CardField, Decision, Reach, UseSource, ValueCard
from bot.core.coaching.uses.chat.listing import FIRST, places_of
from bot.core.coaching.uses.chat.service import UseChat
from bot.core.coaching.uses.models import PlanPassage
from bot.core.coaching.uses.shared import RegionCards
from bot.core.messages import Field, Item, Message, Offer, Place, Pressed, Reply, Said
from bot.core.people import Member
from tests.fakes.uses import shipped_offering
from tests.unit.core.coaching.cards.bench import Bench
from tests.unit.core.coaching.cards.samples import KATO, METAL, SENTENCES, TANAKA, UMINO, words

PLAN = PlanPassage(
    id="minato@1/3",
    guide="minato",
    title="港見市 まちの計画",
    heading="海と川を守る",
    text="水産加工の油が港の水質を悪くしています。排水から油を取り除く設備を、小さな工場でも使えるものにします。",
    page=4,
)
DIRECT = Place(conversation="D1", present=frozenset({TANAKA.address}))


@dataclass
class Plans:
    """A PlanPassages of one plan, for members alone."""

    passages: list[PlanPassage] = field(default_factory=list)

    def readable(self, by: Member) -> Sequence[PlanPassage]:
        return self.passages if by.company is not None else []


class Desk:
    """The chat of uses over a card that removes oil from waste water."""

    def __init__(self, function: str = "排水から油を取り除く", *passages: PlanPassage) -> None:
        self.bench = Bench()
        # What changes and what it is for are of another technology there.
        entries = dict(METAL.entries) | {CardField.FUNCTION: words(function)}
        for name in (CardField.CHANGE, CardField.LADDER):
            entries.pop(name, None)
        if not function:
            entries.pop(CardField.FUNCTION)
        self.card = self.bench.made(replace(METAL, entries=entries))
        self.plans = Plans(list(passages))
        self.chat = UseChat(
            service=self.bench.service,
            directory=self.bench.house,
            sentences=SENTENCES,
            offering=shipped_offering(),
            plans=self.plans,
            others=RegionCards(store=self.bench.store, directory=self.bench.house),
        )

    def press(self, action: str, reference: str, *, by: Member = TANAKA, first: str = "") -> Reply:
        place = replace(DIRECT, present=frozenset({by.address}))
        pressed = Pressed(
            id="p", address=by.address, place=place, action=action, reference=reference, values={FIRST: first}
        )
        return self.chat.handlers[action](pressed, by)

    def show(self, *, by: Member = TANAKA) -> Reply:
        return self.press(actions.USE_SHOW, self.card.id, by=by)

    def now(self) -> ValueCard:
        found = self.bench.store.by_id(self.card.id)
        assert found is not None
        return found

    def tick_first(self) -> Reply:
        offer = pressable(self.show(), actions.USE_TICK)[0]
        return self.press(actions.USE_TICK, offer.reference)


def items(reply: Reply) -> list[Item]:
    return [part for part in reply.parts if isinstance(part, Item)]


def pressable(reply: Reply, action: str) -> list[Offer]:
    inside = [offer for item in items(reply) for offer in item.offers]
    return [offer for offer in (*inside, *reply.offers) if offer.action == action]


def keys(reply: Reply) -> list[str]:
    return [part.message.key for part in reply.parts if isinstance(part, Said)]


def names(reply: Reply) -> list[str]:
    return [str(item.title) for item in items(reply) if isinstance(item.title, str)]


def test_six_are_offered_each_with_what_hurts_and_why() -> None:
    shown = Desk().show()
    assert len(items(shown)) == 6
    for item in items(shown):
        assert isinstance(item.details[0], Message)
        assert item.details[0].key == "use-suffers"
        assert "「排水から油を取り除く」" in str(item.words[0])
        assert [offer.action for offer in item.offers] == [actions.USE_TICK, actions.USE_DECLINE]


def test_the_one_that_is_ticked_stays_in_the_list_and_the_first_person_is_asked_for() -> None:
    desk = Desk()
    before = names(desk.show())
    after = desk.tick_first()
    assert names(after) == before
    asked = items(after)[0].title
    assert isinstance(asked, Message)
    assert (asked.key, asked.arguments["name"]) == ("use-first-ask", before[0])
    assert len(pressable(after, actions.USE_UNDO)) == 1
    (kept,) = desk.now().uses
    assert (kept.decision, kept.decided_by, kept.name) == (Decision.TICKED, TANAKA.id, before[0])


def test_pressed_twice_it_is_ticked_once() -> None:
    desk = Desk()
    offer = pressable(desk.show(), actions.USE_TICK)[0]
    first, second = (desk.press(actions.USE_TICK, offer.reference) for _ in range(2))
    assert first == second
    assert len(desk.now().uses) == 1


def test_the_first_person_to_ask_is_kept_with_the_use() -> None:
    desk = Desk()
    (offer, *_) = pressable(desk.tick_first(), actions.USE_FIRST_FORM)
    form = desk.press(actions.USE_FIRST_FORM, offer.reference)
    (line,) = [part for part in form.parts if isinstance(part, Field)]
    assert line.name == FIRST
    assert form.submit is not None
    done = desk.press(actions.USE_FIRST_SEND, form.submit.reference, first=" 漁協の  村田さん ")
    assert desk.now().uses[0].ask_first == "漁協の 村田さん"
    told = [word for item in items(done) for word in item.words if isinstance(word, Message)]
    assert [(one.key, one.arguments) for one in told] == [("use-first-is", {"person": "漁協の 村田さん"})]


def test_what_was_declined_is_not_offered_again_and_can_be_taken_back() -> None:
    desk = Desk()
    before = names(desk.show())
    offer = pressable(desk.show(), actions.USE_DECLINE)[0]
    declined = desk.press(actions.USE_DECLINE, offer.reference)
    assert names(declined) == before
    assert before[0] not in names(desk.show())
    (undo,) = pressable(declined, actions.USE_UNDO)
    desk.press(actions.USE_UNDO, undo.reference)
    assert names(desk.show()) == before


def test_more_shows_others_until_there_are_none() -> None:
    desk = Desk()
    seen, reply = list[str](), desk.show()
    for _ in range(20):
        seen += names(reply)
        more = pressable(reply, actions.USE_MORE)
        if not more:
            break
        reply = desk.press(actions.USE_MORE, more[0].reference)
    assert len(seen) == len(set(seen)) > 6
    assert not pressable(reply, actions.USE_MORE)


def test_where_no_function_was_said_it_is_asked_for_in_the_words_that_were() -> None:
    shown = Desk("高い技術力を持っています").show()
    assert keys(shown) == ["use-ask-function"]
    (said,) = [part.message for part in shown.parts if isinstance(part, Said)]
    assert said.arguments["words"] == "高い技術力を持っています"
    assert keys(Desk("").show()) == ["use-no-function"]


def test_nobody_else_sees_or_decides_anything() -> None:
    desk = Desk()
    reference = pressable(desk.show(), actions.USE_TICK)[0].reference
    for other in (UMINO, KATO):
        for action in desk.chat.handlers:
            reply = desk.press(action, reference, by=other)
            assert reply.is_aside
            assert not items(reply)
    assert desk.now().uses == ()


def test_who_may_see_a_shared_card_decides_nothing_on_its_uses() -> None:
    desk = Desk()
    reference = pressable(desk.show(), actions.USE_TICK)[0].reference
    desk.bench.shared(desk.now(), TANAKA, value=Reach.REGION, ideas=Reach.REGION)
    for other in (UMINO, KATO):
        for action in desk.chat.handlers:
            assert desk.press(action, reference, by=other).is_aside
    assert desk.now().uses == ()


def test_neither_a_firm_s_own_card_nor_an_unconfirmed_one_is_shown_as_another_s() -> None:
    desk = Desk()
    desk.bench.shared(desk.now(), TANAKA, value=Reach.REGION, customer=Reach.REGION)
    others = RegionCards(store=desk.bench.store, directory=desk.bench.house)
    assert others(desk.now(), TANAKA) == []
    miso = desk.bench.miso()
    desk.bench.shared(miso, UMINO, value=Reach.REGION)
    assert [one.id for one in others(desk.now(), TANAKA)] == [miso.id]
    now = desk.bench.store.cards[miso.id]
    desk.bench.store.cards[miso.id] = replace(now, confirmed_by="")
    assert others(desk.now(), TANAKA) == []


def test_a_card_of_another_firm_is_offered_only_while_the_region_may_see_it() -> None:
    desk = Desk("大豆を加熱して柔らかくする")
    miso = desk.bench.miso()
    theirs = miso.entry(CardField.FUNCTION).words
    desk.bench.service.correct(desk.card.id, version=desk.card.version, typed={CardField.FUNCTION: theirs}, by=TANAKA)

    def sources() -> list[str]:
        reply, found = desk.show(), list[str]()
        while True:
            found += [offer.reference.split(":")[2].split("/")[0] for offer in pressable(reply, actions.USE_TICK)]
            more = pressable(reply, actions.USE_MORE)
            if not more:
                return found
            reply = desk.press(actions.USE_MORE, more[0].reference)

    assert UseSource.CARD not in sources()
    desk.bench.shared(miso, UMINO, value=Reach.REGION, customer=Reach.REGION)
    assert sources().count(UseSource.CARD) == 1
    now = desk.bench.store.by_id(miso.id)
    assert now is not None
    desk.bench.shared(now, UMINO, value=Reach.COORDINATOR, customer=Reach.REGION)
    assert UseSource.CARD not in sources()


def test_the_plan_is_quoted_beside_the_function_and_ticked_there() -> None:
    desk = Desk("排水から油を取り除く", PLAN)
    assert pressable(desk.show(), actions.USE_MATRIX)
    sheet = desk.press(actions.USE_MATRIX, f"{desk.card.id}:1")
    (cell,) = items(sheet)
    assert str(cell.words[0]).strip("「」") in PLAN.text
    (tick,) = pressable(sheet, actions.USE_CELL_TICK)
    after = desk.press(actions.USE_CELL_TICK, tick.reference)
    assert not pressable(after, actions.USE_CELL_TICK)
    (kept,) = desk.now().uses
    assert (kept.source, kept.decision, kept.reference) == (UseSource.PLAN, Decision.TICKED, PLAN.id)
    assert kept.quote in PLAN.text
    (undo,) = pressable(after, actions.USE_CELL_UNDO)
    assert pressable(desk.press(actions.USE_CELL_UNDO, undo.reference), actions.USE_CELL_DECLINE)


def test_without_a_plan_it_is_said_how_one_gets_there() -> None:
    desk = Desk()
    assert not pressable(desk.show(), actions.USE_MATRIX)
    assert keys(desk.press(actions.USE_MATRIX, f"{desk.card.id}:1")) == ["use-matrix-no-plan"]


def test_a_press_on_something_that_is_gone_changes_nothing() -> None:
    desk = Desk("排水から油を取り除く", PLAN)
    for action in (actions.USE_TICK, actions.USE_FIRST_FORM, actions.USE_FIRST_SEND, actions.USE_CELL_TICK):
        reply = desk.press(action, f"{desk.card.id}:0.1:field/nowhere")
        assert (keys(reply), reply.is_aside) == (["use-gone"], True)
    assert desk.now().uses == ()


def test_places_that_no_button_of_ours_carries_are_none() -> None:
    assert places_of("0.3.12") == (0, 3, 12)
    assert places_of("") == places_of("x.-1.９.99999999") == ()


def test_what_was_ticked_on_a_sentence_that_is_gone_is_kept_with_the_old_words_and_marked() -> None:
    old = PlanPassage(id="p1", guide="g", title="甲市計画", heading="川", text=PLAN.text, page=12, edition="2026-04-01")
    desk = Desk("排水から油を取り除く", old)
    sheet = desk.press(actions.USE_MATRIX, f"{desk.card.id}:1")
    (first, *_) = items(sheet)
    where = next(one for one in first.details if isinstance(one, Message) and one.key == "use-matrix-where")
    said = SENTENCES.say(where, locale="ja")
    assert all(part in said for part in ("まちの計画：甲市計画", "12 ページ", "2026-04-01 版"))
    desk.press(actions.USE_CELL_TICK, pressable(sheet, actions.USE_CELL_TICK)[0].reference)
    desk.plans.passages[:] = [replace(old, id="p2", text="学校の体育館に熱がこもらないようにします。")]
    (kept,) = items(desk.press(actions.USE_MATRIX, f"{desk.card.id}:1"))
    assert [one.key for one in kept.details if isinstance(one, Message)] == ["use-ticked", "use-plan-gone"]
    assert "油" in str(kept.words[0])
    assert not kept.offers
