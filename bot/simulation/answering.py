"""How people read a message and answer it: some at once, some later, some not; sometimes on an old one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from bot.core import actions
from bot.core.messages import Offer, Reply
from bot.simulation.acting import Acting, Street
from bot.simulation.advancing import Advancing, may_advance
from bot.simulation.desk import find
from bot.simulation.habits import drawn
from bot.simulation.ledger import Lead
from bot.simulation.mailbox import Received, Told, groups_of, told_in

_REMEMBERED = 3
"""Messages of somebody that may be pressed on later."""


class Answering:
    """Remembers how often somebody was asked for the same in vain."""

    def __init__(self, street: Street) -> None:
        self._street, self._acting, self._advancing = street, Acting(street), Advancing(street)
        self._reminded: dict[tuple[str, str, str], int] = defaultdict(int)
        self._old: dict[str, deque[Received]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def answers(self, received: Received) -> None:
        """Somebody goes through a message, matter by matter; what they press changes what they see."""
        shown = received.reply
        for told in received.told:
            now = next((one for one in told_in(shown) if one.key == told.key), None)
            if now is not None and now.asks and self._wants(received.address, told):
                shown = self._answered(received.address, now, shown)
        self._on_old_message(received)

    def _wants(self, address: str, told: Told) -> bool:
        answering, chance = self._street.habits.answering, self._street.chance
        about = (address, told.key, next(groups_of(told), ""))
        reminder = self._reminded[about]
        self._reminded[about] += 1
        is_acting = chance.random() < answering.acts(reminder)
        if is_acting:
            self._reminded[about] = 0
        return is_acting

    def _answered(self, address: str, told: Told, shown: Reply) -> Reply:
        street, answering = self._street, self._street.habits.answering
        if told.asked == "succession":
            return self._succession(address, told)
        lead = street.ledger.leads.get(told.key)
        if lead is None:
            street.desk.misses(f"unknown: {told.key}")
            return shown
        if street.chance.random() < answering.ask_why:
            self._press(address, told, actions.NUDGE_WHY)
        reply = self._acted(address, lead, told)
        shown = _shown(reply, shown)
        after = next((one for one in told_in(shown) if one.key == told.key), None)
        undo = find(after.offers, actions.MEETING_UNDO) if after else None
        if undo is not None and street.ledger.leads[told.key] != lead and street.chance.random() < answering.take_back:
            back = street.desk.presses(address, undo)
            if not back.is_aside:
                street.mark(address, street.ledger.leads[told.key], lead)
            return _shown(back, shown)
        return self._goes_on(address, lead, after, shown)

    def _acted(self, address: str, lead: Lead, told: Told) -> Reply:
        """One of the things that are offered, by how often people choose it."""
        # Whoever is asked about another coordinator's visit reads no name, so that the count could not tell which.
        choices = {name: share for name, share in self._choices(told).items() if name != "ask" or not lead.is_visit}
        offers = {name: find(told.offers, action) for name, (action, _) in self._acting.acts.items()}
        stage = find(told.offers, actions.MEETING_STAGE_FORM)
        there = {name: share for name, share in choices.items() if offers.get(name) or (name == "stage" and stage)}
        if not there:
            self._street.desk.misses(f"any for {told.asked}")
            return Reply(is_aside=True)
        name = drawn(there, self._street.chance)
        offer = offers.get(name)
        if offer is None and stage is not None:
            return self._advancing.moved(address, lead.key, self._street.desk.presses(address, stage))
        return self._acting.acts[name][1](address, lead, told, offer or told.offers[0])

    def _choices(self, told: Told) -> Mapping[str, float]:
        known = {str(asks): shares for asks, shares in self._street.habits.choices.items()}
        return known.get(told.asked, {})

    def _goes_on(self, address: str, before: Lead, after: Told | None, shown: Reply) -> Reply:
        """A step is done: the next one is set, and it may be a step further."""
        street = self._street
        lead = street.ledger.leads[before.key]
        if lead.step is not None or before.step is None or lead.state != "open":
            return shown
        share = {str(stage): share for stage, share in street.habits.forward.items()}[lead.stage]
        if may_advance(lead) and street.chance.random() < share:
            after, shown = self._forward(address, before.key, after, shown)
        offer = find(after.offers, actions.MEETING_STEP_FORM) if after else None
        if offer is None or after is None:
            street.desk.misses("what follows")
            return shown
        if street.chance.random() < street.habits.answering.go_on:
            shown = _shown(self._acting.acts["step"][1](address, street.ledger.leads[before.key], after, offer), shown)
        return shown

    def _forward(self, address: str, key: str, told: Told | None, shown: Reply) -> tuple[Told | None, Reply]:
        """On to the next stage, as it is offered where a step is done; the matter and the message as they are then."""
        offer = find(told.offers, actions.MEETING_STAGE_FORM) if told else None
        if offer is None:
            self._street.desk.misses(actions.MEETING_STAGE_FORM)
            return told, shown
        reply = self._advancing.moved(address, key, self._street.desk.presses(address, offer))
        shown = _shown(reply, shown)
        return next((one for one in told_in(shown) if one.key == key), told), shown

    def _on_old_message(self, received: Received) -> None:
        """A press on a message of another day, as it stood then."""
        street, old = self._street, self._old[received.address]
        if old and street.chance.random() < street.habits.answering.on_old_message:
            then = street.chance.choice(list(old))
            told = street.chance.choice(then.told)
            lead = street.ledger.leads.get(told.key)
            if lead is not None and told.asks:
                self._acted(received.address, lead, told)
        if received.told:
            old.append(received)

    def _succession(self, address: str, told: Told) -> Reply:
        offer = find(told.offers, actions.SUCCESSION_UNDECIDED)
        if offer is None:
            self._street.desk.misses(actions.SUCCESSION_UNDECIDED)
            return Reply()
        reply = self._street.desk.presses(address, offer)
        if not reply.is_aside:
            now = self._street.clock.now()
            self._street.ledger.act(address, told.key, now)
            self._street.ledger.settle(told.key, now)
        return reply

    def _press(self, address: str, told: Told, action: str) -> None:
        offer: Offer | None = find(told.offers, action)
        if offer is not None:
            self._street.desk.presses(address, offer)


def _shown(reply: Reply, before: Reply) -> Reply:
    """What the message is after a press: what came behind a sheet, or the reply itself."""
    if reply.behind is not None:
        return reply.behind
    is_beside = reply.is_aside or reply.submit is not None or not told_in(reply)
    return before if is_beside else reply
