"""A list of cards as its owner sees it: a page of eight, one press each; what is done folds to one line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core import actions
from bot.core.meetings.catching.models import KEPT_FOR, Card, CardList, CardState
from bot.core.meetings.catching.wording import NOT_SAID, due_of
from bot.core.meetings.chat.wording import Reader, short
from bot.core.messages import PAGE, Argument, Fact, Item, Message, Offer, Part, Reply, Said

LATER = "later"
"""The page of those that were left for later."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Turned:
    """Which page is shown: its number from 1, or LATER; `told` is the card that was just pressed, `batch` the press
    that greeted all the rest, `guide_id` the dropped file where it may be a guide as well."""

    page: int | str = 1
    told: Card | None = None
    batch: str = ""
    guide_id: str = ""


def page_of(one: CardList, number: int) -> int:
    """The page on which a card stands; where nothing waits there any more, the next one on which something does."""
    here = (number - 1) // PAGE
    waiting = sorted({(card.number - 1) // PAGE for card in one.waiting()})
    if here in waiting or not waiting:
        return here + 1
    return next((page for page in waiting if page > here), waiting[0]) + 1


def first_page(one: CardList) -> int:
    """The first page on which something waits."""
    return page_of(one, next((card.number for card in one.waiting()), 1))


def view(one: CardList, reader: Reader, turned: Turned) -> Reply:
    """A page of the list with everything that can be done."""
    if turned.page == LATER:
        shown: Sequence[Card] = [card for card in one.cards if card.state == CardState.LATER][:PAGE]
    else:
        page = turned.page if isinstance(turned.page, int) else 1
        shown = one.cards[(page - 1) * PAGE : page * PAGE]
    parts: list[Part] = [*_head(one, reader), *_told(one, reader, turned, shown)]
    parts += [_item(one, card, reader, is_later=turned.page == LATER) for card in shown]
    if not shown:
        parts.append(Said(Message("catch-list-none-later")))
    return Reply(parts=tuple(parts), offers=tuple(_offers(one, turned)))


def _head(one: CardList, reader: Reader) -> Iterator[Part]:
    counts = {"count": len(one.cards), "done": one.done}
    if one.done < len(one.cards):
        yield Said(Message("catch-dates-head" if one.is_calendar else "catch-list-head", counts))
    else:
        yield from _finished(one)
    if one.is_calendar:
        yield Said(Message("catch-dates-how"))
    else:
        yield from _for_all(one, reader)
    yield from _left_out(one)
    until = replace(reader, now=one.created_at + KEPT_FOR).today
    yield Said(Message("catch-list-kept-until", {"day": reader.day(until)}))


def _finished(one: CardList) -> Iterator[Part]:
    counts = {str(state): one.count(state) for state in (CardState.KEPT, CardState.GREETED, CardState.LATER)}
    yield Said(Message("catch-dates-finished", counts) if one.is_calendar else Message("catch-list-finished", counts))


def _for_all(one: CardList, reader: Reader) -> Iterator[Part]:
    """What holds for everybody on the list; asked for where it was not said."""
    each = Message("catch-list-each")
    yield Fact(Message("catch-label-event"), one.event or (NOT_SAID if one.asks_where else each))
    day_met = reader.day(one.met_on) if one.met_on else NOT_SAID if one.asks_when else each
    yield Fact(Message("catch-label-met-on"), day_met)
    day = reader.day(one.due_on) if one.due_on else NOT_SAID
    values = {"step": one.step or NOT_SAID, "day": day, "time": one.due_time}
    yield Fact(Message("catch-label-step-for-all"), Message("catch-step-for-all", values))
    asks = _ASKS.get((one.asks_where, one.asks_when))
    if asks is not None and one.done < len(one.cards):
        yield Said(asks)


_ASKS = {
    (True, True): Message("catch-list-asks-about"),
    (True, False): Message("catch-list-asks-where"),
    (False, True): Message("catch-list-asks-when"),
}
"""Of where and when, what is not known of somebody on the list."""


def _left_out(one: CardList) -> Iterator[Part]:
    out = one.left_out
    if out.too_many:
        yield Said(Message("catch-list-too-many", {"taken": len(one.cards), "left": out.too_many}))
    if one.is_calendar and out.count:
        counts = {"internal": out.internal, "cancelled": out.cancelled, "elsewhen": out.elsewhen}
        yield Said(Message("catch-dates-left-out", counts))


def _told(one: CardList, reader: Reader, turned: Turned, shown: Sequence[Card]) -> Iterator[Part]:
    """What was just pressed, where it is not on this page."""
    if turned.batch:
        count = sum(card.batch == turned.batch for card in one.cards)
        undo = Offer(actions.CARDS_REST_UNDO, f"{one.id}:{turned.batch}", Message("catch-offer-undo"))
        yield Item(Message("catch-list-rest-done", {"count": count}), offers=(undo,) if count else ())
    elif turned.told is not None and turned.told not in shown:
        yield _folded(one, turned.told, reader)


def _item(one: CardList, card: Card, reader: Reader, *, is_later: bool) -> Item:
    if card.state != CardState.WAITING and not (is_later and card.state == CardState.LATER):
        return _folded(one, card, reader)
    title = _date_title(card, reader) if one.is_calendar else _title(card)
    return Item(title, tuple(_details(one, card, reader)), tuple(_card_offers(one, card, reader, is_later=is_later)))


def _folded(one: CardList, card: Card, reader: Reader) -> Item:
    """One line: who it is, what was pressed, and the way back."""
    offers: tuple[Offer, ...] = ()
    if card.can_be_taken_back(reader.now):
        offers = (Offer(actions.CARDS_UNDO, f"{one.id}:{card.number}", Message("catch-offer-undo")),)
    name = _name(card) or short(card.note, 30) or NOT_SAID
    values: dict[str, Argument] = {"number": card.number, "name": name}
    if one.is_calendar:
        return Item(Message("catch-date-kept" if card.is_recorded else "catch-date-left", values), offers=offers)
    return Item(Message(f"catch-card-{card.state}", values), offers=offers)


def _title(card: Card) -> Message:
    values: dict[str, Argument] = {"number": card.number, "company": card.partner, "person": card.contact}
    if not card.is_named:
        return Message("catch-card-words", {"number": card.number, "words": short(card.note, 80)})
    if not card.contact:
        return Message("catch-card-firm", values)
    return Message("catch-card-person" if not card.partner else "catch-card-full", values)


def _date_title(card: Card, reader: Reader) -> Message | str:
    when = reader.when(card.meets_at) if card.meets_at else reader.day(card.meets_on) if card.meets_on else NOT_SAID
    return Message("catch-date-title", {"when": when, "summary": short(card.note, 80) or NOT_SAID})


def _details(one: CardList, card: Card, reader: Reader) -> Iterator[Message | str]:
    if one.is_calendar:
        if card.is_named:
            yield Message("catch-date-with", {"name": _name(card)})
        if card.event:
            yield Message("catch-date-where", {"place": short(card.event)})
        if card.has_moved:
            yield Message("catch-date-moved")
    else:
        if card.title:
            yield card.title
        if card.note and card.is_named:
            yield short(card.note, 80)
        if card.event and card.event != one.event:
            yield Message("catch-card-event", {"event": short(card.event)})
        if card.met_on and card.met_on != one.met_on:
            yield Message("catch-card-met-on", {"day": reader.day(card.met_on)})
        if card.next_step:
            yield Message("catch-card-step", {"step": short(card.next_step)})
            yield due_of(card, reader)
            if card.is_meeting and card.due_on and card.due_time:
                yield Message("catch-card-meeting")
    if card.is_asking and card.likeness is not None:
        values: dict[str, Argument] = {"name": card.likeness.name, "number": card.likeness.number}
        known = "catch-card-like-firm" if card.likeness.is_firm else "catch-card-like"
        known = "catch-card-like-listed" if card.likeness.is_listed else known
        yield Message("catch-card-twice" if card.likeness.number else known, values)


def _card_offers(one: CardList, card: Card, reader: Reader, *, is_later: bool) -> Iterator[Offer]:
    here = f"{one.id}:{card.number}"
    fix = Offer(actions.CARDS_FIX, here, Message("catch-offer-fix"), is_main=not card.is_named)
    if card.is_asking and card.likeness is not None:
        is_firm = card.likeness.is_firm
        same = Message("catch-offer-card-same-firm" if is_firm else "catch-offer-card-same")
        other = Message("catch-offer-card-other-firm" if is_firm else "catch-offer-card-other")
        yield Offer(actions.CARDS_SAME, here, same)
        yield Offer(actions.CARDS_OTHER, here, other)
        return
    if card.is_named:
        yield from _ways_to_keep(one, card, reader)
    else:
        yield fix
    if not is_later:
        later = Message("catch-offer-leave-out" if one.is_calendar else "catch-offer-later")
        yield Offer(actions.CARDS_LATER, here, later)
    if card.is_named:
        if not one.is_calendar:
            yield Offer(actions.CARDS_GREETING, here, Message("catch-offer-greeting"))
        yield fix


def _ways_to_keep(one: CardList, card: Card, reader: Reader) -> Iterator[Offer]:
    here = f"{one.id}:{card.number}"
    if not one.is_calendar:
        yield Offer(actions.CARDS_KEEP, here, Message("catch-offer-keep"), is_main=True)
    elif card.has_moved:
        yield Offer(actions.CARDS_KEEP, here, Message("catch-offer-move"), is_main=True)
    elif is_past(card, reader):
        yield Offer(actions.CARDS_OUTCOME, here, Message("catch-offer-outcome"), is_main=True)
    else:
        yield Offer(actions.CARDS_KEEP, here, Message("catch-offer-plan"), is_main=True)


def is_past(card: Card, reader: Reader) -> bool:
    """Has a meeting of a calendar been held? One that begins today and names no hour has not."""
    if card.meets_at is not None:
        return card.meets_at <= reader.now
    return card.meets_on is not None and card.meets_on < reader.today


def _offers(one: CardList, turned: Turned) -> Iterator[Offer]:
    page = turned.page if isinstance(turned.page, int) else 0
    pages = -(-len(one.cards) // PAGE)
    waits = any(True for _ in one.waiting())
    if waits and not one.is_calendar:
        is_asked = one.asks_where or one.asks_when
        yield Offer(actions.CARDS_ABOUT, f"{one.id}:{page}", Message("catch-offer-about"), is_main=is_asked)
    if page > 1:
        yield Offer(actions.CARDS_PAGE, f"{one.id}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.CARDS_PAGE, f"{one.id}:{page + 1}", Message("page-after"))
    if one.count(CardState.LATER) and turned.page != LATER and not one.is_calendar:
        count = {"count": one.count(CardState.LATER)}
        yield Offer(actions.CARDS_PAGE, f"{one.id}:{LATER}", Message("catch-offer-show-later", count))
    rest = sum(card.is_named for card in one.waiting())
    if rest and not one.is_calendar:
        confirm = Message("catch-rest-confirm", {"count": rest})
        yield Offer(actions.CARDS_REST, one.id, Message("catch-offer-rest"), confirm=confirm)
    forget = Message("catch-forget-confirm")
    yield Offer(actions.CARDS_FORGET, one.id, Message("catch-offer-forget"), confirm=forget)
    if turned.guide_id:
        yield Offer(actions.FILE_AS_GUIDE, turned.guide_id, Message("catch-offer-as-guide"))


def _name(card: Card) -> str:
    return "\u3000".join(one for one in (card.partner, card.contact) if one)
