"""What coordinators and admins do with what reaches them: answer, put away, sound out, look at answers, take over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

from bot.bootstrap import Library
from bot.core import actions
from bot.core.messages import Item, Offer, Reply
from bot.simulation.desk import field_of, find, is_done
from bot.simulation.region.desk import ChatDesk
from bot.simulation.region.firms import LABEL
from bot.simulation.region.postbox import Arrived
from bot.simulation.region.street import RegionStreet
from bot.simulation.region.words import Beyond, EntryWords

_ANSWERED = 0.75
"""Of the questions to which a coordinator has an answer, at the first reading."""
_YES, _TALK = 0.55, 0.15
_MOST_ENTRIES = 4
_CAUGHT_UP = 0.9


class Staff:
    """Reads messages of every kind but reminders of encounters, and does the next thing."""

    def __init__(self, street: RegionStreet, desk: ChatDesk, library: Library) -> None:
        self._street, self._desk, self._library = street, desk, library
        self._beyond: Mapping[str, Beyond] = {text: one for one in street.said.beyond for text in one.asks}
        self._entered: set[str] = set()
        self._reads: Mapping[str, Callable[[Arrived, Offer], None]] = {
            actions.ANSWER_FORM: self._answers,
            actions.DIGEST_TIDY_FORM: self._tidies,
            actions.INTRODUCTION_YES: self._is_sounded_out,
            actions.ENTRY_PUBLISH: self._reviews,
            actions.ENTRY_AGREE: self._agrees,
            actions.FIRM_TAKE: self._takes_over,
            actions.MEETING_CONFIRM: self._confirms,
        }

    def reads(self, arrived: Arrived) -> None:
        """The first thing in it that somebody would do."""
        self._desk.looks_at(arrived.received.address, arrived.ts, arrived.thread)
        offers = list(offers_of(arrived.received.reply))
        is_digest = any(one.action == actions.DIGEST_TIDY_FORM for one in offers)
        for action, act in self._reads.items():
            offer = find(tuple(offers), action)
            if offer is not None and (action == actions.DIGEST_TIDY_FORM or not is_digest):
                act(arrived, offer)
                return

    def introduces(self, coordinator: str) -> None:
        """One introduction further: the next side is sounded out; now and then one is put away."""
        self._desk.looks_at(coordinator, "")
        listed = self._desk.presses(coordinator, Offer(actions.INTRODUCTIONS, "1", LABEL))
        shows = [one for one in offers_of(listed) if one.action == actions.INTRODUCTION_SHOW]
        for show in shows[:3]:
            shown = self._desk.presses(coordinator, show)
            ask = find(shown.offers, actions.INTRODUCTION_ASK_FORM)
            away = find(shown.offers, actions.INTRODUCTION_AWAY_FORM)
            if away is not None and self._street.chance.random() < 0.15:
                self._desk.sends(coordinator, self._desk.presses(coordinator, away), {})
            elif ask is not None and self._street.chance.random() < 0.7:
                sheet = self._desk.sends(coordinator, self._desk.presses(coordinator, ask), {})
                if sheet.submit is not None:
                    # Words by which the other side might be known are pointed out first.
                    self._desk.sends(coordinator, sheet, {})

    def catches_up(self, coordinator: str) -> None:
        """The end of the week: what has waited is answered from the page, as far as there is an answer."""
        self._desk.looks_at(coordinator, "")
        forms = [one for one in offers_of(self._desk.opens(coordinator)) if one.action == actions.ANSWER_FORM]
        for form in forms:
            if self._street.chance.random() < _CAUGHT_UP:
                self._answered(coordinator, form)

    def postpones(self, coordinator: str) -> None:
        """Several matters at once, for a week and a half, before leave."""
        self._desk.looks_at(coordinator, "")
        form = self._desk.presses(coordinator, Offer(actions.COCKPIT_PUT_OFF_FORM, "-", LABEL))
        until = self._street.today(coordinator) + timedelta(days=10)
        shown = self._desk.sends(coordinator, form, {"until": until.isoformat()})
        do = find(shown.offers, actions.COCKPIT_PUT_OFF)
        if do is not None:
            self._desk.presses(coordinator, do)

    def _answers(self, arrived: Arrived, offer: Offer) -> None:
        if self._street.chance.random() < _ANSWERED:
            self._answered(arrived.received.address, offer)

    def _answered(self, address: str, offer: Offer) -> None:
        """With the answer that they know; what several ask alike is answered one by one."""
        beyond = self._beyond.get(self._text_of(offer.reference))
        if beyond is None or not beyond.answer:
            return
        sheet = self._desk.presses(address, offer)
        sent = self._desk.sends(address, sheet, {"text": beyond.answer})
        add = find((*sent.offers, *(sent.behind.offers if sent.behind else ())), actions.ENTRY_FORM)
        if add is not None and beyond.entry is not None and self._is_new(beyond.entry):
            self._entered.add(beyond.entry.question)
            form = self._desk.presses(address, add)
            values = {"question": beyond.entry.question, "answer": beyond.entry.answer}
            if not is_done(self._desk.sends(address, form, values)):
                self._desk.misses("entry")

    def _is_new(self, entry: EntryWords) -> bool:
        """Once each, and only a few: with each that is published the guides are made ready to be searched again."""
        return entry.question not in self._entered and len(self._entered) < _MOST_ENTRIES

    def _text_of(self, handover_id: str) -> str:
        found = self._library.database.handovers.by_id(handover_id)
        return found.text if found is not None else ""

    def _tidies(self, arrived: Arrived, offer: Offer) -> None:
        """A line is put off, another one is not needed; and whoever is easily reached is called."""
        address, chance = arrived.received.address, self._street.chance
        if chance.random() >= 0.3:
            return
        sheet = self._desk.presses(address, offer)
        later = field_of(sheet, "later")
        if later is None or len(later.choices) < 3:
            return
        values = {"later": chance.choice(later.choices).value}
        if chance.random() < 0.3:
            values["drop"] = chance.choice(later.choices).value
        self._desk.sends(address, sheet, values)

    def _is_sounded_out(self, arrived: Arrived, offer: Offer) -> None:
        address, drawn = arrived.received.address, self._street.chance.random()
        wanted = actions.INTRODUCTION_YES
        if drawn >= _YES:
            wanted = actions.INTRODUCTION_TALK if drawn < _YES + _TALK else actions.INTRODUCTION_NO
        if drawn > 0.9:
            return
        pressed = find(tuple(offers_of(arrived.received.reply)), wanted)
        if pressed is not None:
            self._desk.presses(address, pressed)

    def _reviews(self, arrived: Arrived, offer: Offer) -> None:
        if self._street.chance.random() < 0.8:
            self._desk.presses(arrived.received.address, offer)

    def _agrees(self, arrived: Arrived, offer: Offer) -> None:
        if self._street.chance.random() < 0.7:
            self._desk.presses(arrived.received.address, offer)

    def _takes_over(self, arrived: Arrived, offer: Offer) -> None:
        """Whoever reads takes two of the firms that are still there to be taken."""
        takes = [one for one in offers_of(arrived.received.reply) if one.action == actions.FIRM_TAKE]
        for one in self._street.chance.sample(takes, min(2, len(takes))):
            self._desk.presses(arrived.received.address, one)

    def _confirms(self, arrived: Arrived, offer: Offer) -> None:
        if self._street.chance.random() < 0.8:
            self._desk.presses(arrived.received.address, offer)


def offers_of(reply: Reply) -> Iterator[Offer]:
    """Every button of a message."""
    for part in reply.parts:
        if isinstance(part, Item):
            yield from part.offers
    yield from reply.offers
