"""How people of a simulation write encounters down: a typed line, the cards of a fair, a visit, for somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.core import actions
from bot.core.messages import Fact, Item, Message, Offer, Reply
from bot.simulation import marking
from bot.simulation.acting import Street
from bot.simulation.desk import field_of, find, is_done
from bot.simulation.ledger import Lead, Step
from bot.simulation.mailbox import KEY, key_of
from bot.simulation.rules import Calendar

FIRST_HOUR = "10:00"
"""When the thank-you of a card is due, on the next working day."""


class Capturing:
    """Writes down. The names of outside people are used once each, so that every message says whom it is about."""

    def __init__(self, street: Street, calendar: Calendar) -> None:
        self._street, self._calendar = street, calendar
        self._names = self._new_names()

    def types_line(self, address: str) -> None:
        """A card exchanged today or a few days ago, mostly with what follows."""
        street, today = self._street, self._street.today(address)
        partner, contact = self.name(address)
        met_on = street.met_on(address)
        step = self._new_step(address) if street.chance.random() < street.habits.capturing.with_step else None
        event = street.chance.choice(street.words(address).events)
        line = f"{_said(met_on)}、{street.met(address, partner, contact, event)}{_following(step)}"
        self._records(address, line, self._lead(address, partner, contact, met_on, today, step))

    def visits(self, address: str) -> None:
        """A coordinator was at a firm of theirs."""
        today = self._street.today(address)
        firm, contact = self.host(address)
        step = self._new_step(address)
        line = f"今日、{firm}の{contact}さんを訪問{_following(step)}"
        lead = self._lead(address, firm, contact, today, today, step)
        self._records(address, line, replace(lead, is_visit=True, firm=firm))

    def writes_for(self, address: str) -> None:
        """A coordinator writes it for somebody of a firm, who confirms it."""
        street, today = self._street, self._street.today(address)
        partner, contact = self.name(address)
        proposal = street.desk.types(address, f"{_said(today)}、{partner}の{contact}さんと名刺交換。")
        offer = find(proposal.offers, actions.CATCH_FOR_FORM)
        if offer is None:
            street.desk.misses(actions.CATCH_FOR_FORM)
            return
        sheet = street.desk.presses(address, offer)
        field = field_of(sheet, "for")
        member = street.chance.choice([one.value for one in field.choices]) if field else ""
        reply = street.desk.sends(address, sheet, {"for": member, "company": partner, "person": contact})
        if is_done(reply):
            owner = street.addresses[member]
            lead = self._lead(owner, partner, contact, today, street.today(owner), None)
            street.ledger.put(replace(lead, state="unconfirmed", confirmer=owner), street.clock.now())

    def goes_through_cards(self, address: str, count: int) -> int:
        """The evening of a fair: a list of cards, one press each; `count` come on record, beside those left for later.
        Returns how many did."""
        street, today = self._street, self._street.today(address)
        event = street.chance.choice(street.words(address).events)
        later = self._left_for_later(count)
        lines = [
            f"{_said(today)} {event}",
            *(f"{partner} {contact}" for partner, contact in self._some(address, len(later))),
        ]
        reply, kept = street.desk.types(address, "\n".join(lines)), 0
        for _ in range(2 * len(later)):
            item = next((one for one in reply.parts if isinstance(one, Item) and _is_waiting(one)), None)
            if item is None:
                break
            other = find(item.offers, actions.CARDS_OTHER)
            if other is not None:
                reply = street.desk.presses(address, other)
                continue
            reply, is_kept = self._goes_through(address, reply, item, is_later=later.pop())
            kept += is_kept
        return kept

    def _left_for_later(self, count: int) -> list[bool]:
        """Of each card, whether it is left for later; `count` are not."""
        chance, share = self._street.chance, self._street.habits.capturing.later
        later = [False] * count + [True for _ in range(count) if chance.random() < share]
        chance.shuffle(later)
        return later

    def _goes_through(self, address: str, shown: Reply, item: Item, *, is_later: bool) -> tuple[Reply, bool]:
        """One card: kept, a greeting, or later."""
        street, habits = self._street, self._street.habits.capturing
        is_greeting = not is_later and street.chance.random() < habits.greeting
        name = actions.CARDS_GREETING if is_greeting else actions.CARDS_LATER if is_later else actions.CARDS_KEEP
        reply = street.desk.presses(address, _needed(item.offers, name))
        if reply.is_aside or is_later:
            return reply, False
        titled = item.title.arguments if isinstance(item.title, Message) else {}
        partner, contact, today = str(titled.get("company", "")), str(titled.get("person", "")), street.today(address)
        due = self._calendar.after(street.town.by_address[address], today, 1)
        lead = self._lead(address, partner, contact, today, today, Step(_step_of(shown), address, due, FIRST_HOUR))
        street.ledger.put(marking.ended(lead) if is_greeting else lead, street.clock.now())
        return reply, True

    def _records(self, address: str, line: str, lead: Lead) -> None:
        street = self._street
        proposal = street.desk.types(address, line)
        offer = find(proposal.offers, actions.CATCH_RECORD)
        if offer is None:
            street.desk.misses(actions.CATCH_RECORD)
            return
        card = street.desk.presses(address, offer)
        if is_done(card) and key_of(card.title) == lead.key:
            street.ledger.put(lead, street.clock.now())
        else:
            street.desk.misses("card")
        if street.chance.random() < street.habits.answering.twice:
            street.desk.presses(address, offer)

    def _lead(self, address: str, partner: str, contact: str, met_on: date, today: date, step: Step | None) -> Lead:
        return Lead(
            key=KEY.join(one for one in (partner, contact) if one),
            owner=address,
            firm=self._street.town.by_address[address].firm,
            partner=partner,
            contact_on=met_on,
            counts_from=today,
            step=step,
        )

    def _new_step(self, address: str) -> Step:
        chance, habits = self._street.chance, self._street.habits
        hour = self._street.hour() if chance.random() < habits.answering.set_hour else ""
        due = self._street.due_on(address)
        return Step(chance.choice(self._street.words(address).steps), address, due, hour)

    def _own_firm(self, address: str) -> str:
        firms = [one.name for one in self._street.town.firms if one.coordinator == address]
        return self._street.chance.choice(firms)

    def host(self, address: str) -> tuple[str, str]:
        """A firm that a coordinator looks after, and whom they see there."""
        _, contact = self.name(address)
        return self._own_firm(address), contact

    def name(self, address: str) -> tuple[str, str]:
        """An outside firm and somebody there, whom nobody has met yet."""
        return next(self._names)

    def _some(self, address: str, count: int) -> list[tuple[str, str]]:
        return [self.name(address) for _ in range(count)]

    def _new_names(self) -> Iterator[tuple[str, str]]:
        words, chance, used = self._street.habits.words, self._street.chance, set[tuple[str, str]]()
        while True:
            contact = f"{chance.choice(words.surnames)}{chance.choice(words.given_names)}"
            name = (chance.choice(self._street.town.partners), contact)
            if name not in used:
                used.add(name)
                yield name


def _is_waiting(item: Item) -> bool:
    return any(one.action in (actions.CARDS_KEEP, actions.CARDS_OTHER) for one in item.offers)


def _needed(offers: tuple[Offer, ...], action: str) -> Offer:
    return find(offers, action) or offers[0]


def _step_of(shown: Reply) -> str:
    facts = (part.value for part in shown.parts if isinstance(part, Fact) and isinstance(part.value, Message))
    return next((str(one.arguments["step"]) for one in facts if "step" in one.arguments), "")


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日"


def _following(step: Step | None) -> str:
    if step is None or step.due is None:
        return "。"
    hour = f"{int(step.hour[:2])}時" if step.hour else ""
    return f"。{_said(step.due)}{hour}に{step.text}"
