"""What somebody does with one matter of a message: the presses, and what they know afterwards.

Each act returns what is shown then, for the next press; the ledger changes only by what was not refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from bot.core import actions
from bot.core.clock import VirtualClock
from bot.core.messages import Offer, Reply
from bot.simulation import marking
from bot.simulation.desk import Desk, field_of, find, is_done
from bot.simulation.habits import Habits, Words
from bot.simulation.ledger import Lead, Ledger, Step
from bot.simulation.mailbox import Told
from bot.simulation.town import Town


@dataclass(frozen=True, kw_only=True)
class Street:
    """What everybody acts with, and which words they have. `addresses` of people by the ids that forms name them by."""

    desk: Desk
    ledger: Ledger
    habits: Habits
    town: Town
    clock: VirtualClock
    chance: Random
    addresses: Mapping[str, str]

    def words(self, address: str) -> Words:
        """The words of somebody; here everybody has the same."""
        return self.habits.words

    def step(self, address: str, number: int) -> str:
        """What is done next, in words that no other step has."""
        return f"{self.chance.choice(self.words(address).steps)} {number}"

    def issue(self, address: str, number: int) -> str:
        """What is in the way."""
        return f"{self.words(address).issue} {number}"

    def met(self, address: str, partner: str, contact: str, event: str) -> str:
        """How somebody writes down whom they met, up to the full stop."""
        return f"{event}で{partner}の{contact}さんと名刺交換"

    def due_on(self, address: str) -> date:
        """When somebody plans to do something: within two weeks."""
        return self.today(address) + timedelta(days=self.chance.randint(1, 14))

    def hour(self) -> str:
        """At what time."""
        return f"{self.chance.randint(9, 17):02}:00"

    def met_on(self, address: str) -> date:
        """When they met whom they write down: today, or a day or two ago."""
        return self.today(address) - timedelta(days=self.chance.choice((0, 0, 0, 1, 2)))

    def today(self, address: str) -> date:
        """What day it is where somebody works."""
        return self.clock.now().astimezone(ZoneInfo(self.town.by_address[address].zone)).date()

    def mark(self, address: str, before: Lead, after: Lead) -> None:
        """Somebody did something."""
        now = self.clock.now()
        self.ledger.act(address, after.key, now)
        if after != before:
            self.ledger.put(after, now)


Act = Callable[[str, Lead, Told, Offer], Reply]


class Acting:
    """The acts by their names in knowledge/simulation.yaml (`choices`), each with the button it begins with."""

    def __init__(self, street: Street) -> None:
        self._street, self._numbers = street, count(1)
        self.acts: Mapping[str, tuple[str, Act]] = {
            "done": (actions.MEETING_DONE, self._done),
            "step": (actions.MEETING_STEP_FORM, self._step),
            "later": (actions.MEETING_LATER_FORM, self._later),
            "contact": (actions.MEETING_CONTACT_FORM, self._contact),
            "draft": (actions.MEETING_DRAFT_FORM, self._draft),
            "decline": (actions.MEETING_DECLINE_FORM, self._decline),
            "sleep": (actions.MEETING_SLEEP_FORM, self._sleep),
            "reopen": (actions.MEETING_REOPEN, self._reopen),
            "ask": (actions.MEETING_ASK_FORM, self._ask),
            "accept": (actions.MEETING_ACCEPT, self._accept),
            "talk": (actions.MEETING_TALK_FORM, self._talk),
            "close": (actions.MEETING_ISSUE_CLOSE, self._close),
            "confirm": (actions.MEETING_CONFIRM, self._confirm),
            "refuse": (actions.MEETING_REFUSE, self._refuse),
        }

    def _done(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        reply = self._street.desk.presses(address, offer)
        seen = told.argument("step")
        # A step that was set since is not the one they mean.
        if is_done(reply) and lead.step is not None and lead.step.text == (seen or lead.step.text):
            self._street.mark(address, lead, marking.step_done(lead, self._street.today(address)))
        return reply

    def _step(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        street = self._street
        today = street.today(address)
        due = street.due_on(address)
        step = Step(street.step(address, next(self._numbers)), address, due, street.hour())
        values = {"step": step.text, "day": due.isoformat(), "time": step.hour}
        return self._sent(address, lead, offer, values, lambda: marking.step_set(lead, step, today))

    def _later(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        sheet = self._street.desk.presses(address, offer)
        until = self._chosen(sheet, "when")
        day = date.fromisoformat(until.partition(":")[0]) if until else date.max
        return self._filled(address, lead, sheet, {"when": until}, lambda: marking.postponed(lead, day))

    def _contact(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        today = self._street.today(address)
        values = {"day": today.isoformat(), "what": self._street.chance.choice(("met", "telephone", "mail"))}
        return self._sent(address, lead, offer, values, lambda: marking.contacted(lead, today))

    def _draft(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        """The words are copied; then the next step is set."""
        sheet = self._street.desk.presses(address, offer)
        shown = self._street.desk.sends(address, sheet, {})
        step = find(told.offers, actions.MEETING_STEP_FORM)
        return self._step(address, lead, told, step) if step and is_done(shown) else shown

    def _decline(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        sheet = self._street.desk.presses(address, offer)
        values = {"reason": self._chosen(sheet, "reason"), "lesson": self._street.words(address).lesson}
        return self._filled(address, lead, sheet, values, lambda: marking.ended(lead))

    def _sleep(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        sheet = self._street.desk.presses(address, offer)
        until = self._chosen(sheet, "when")
        day = date.fromisoformat(until) if until else date.max
        return self._filled(address, lead, sheet, {"when": until}, lambda: marking.asleep(lead, day))

    def _reopen(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        return self._pressed(address, lead, offer, lambda: marking.reopened(lead, self._street.today(address)))

    def _ask(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        street = self._street
        sheet = street.desk.presses(address, offer)
        to = self._chosen(sheet, "to")
        note = field_of(sheet, "note")
        text = (note.initial if note else "") or street.words(address).note
        # It counts from the day where the encounter's owner works.
        today = street.today(lead.owner)
        after = marking.asked(lead, street.addresses.get(to, ""), today, text)
        return self._filled(address, lead, sheet, {"to": to, "note": text}, lambda: after)

    def _accept(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        today = self._street.today(address)
        return self._pressed(address, lead, offer, lambda: marking.accepted(lead, address, today))

    def _talk(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        values = {"note": self._street.words(address).note}
        return self._sent(address, lead, offer, values, lambda: marking.talking(lead, address))

    def _close(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        text = told.argument("issue")
        rest = tuple(one for one in lead.issues if one[0] != text)
        return self._pressed(address, lead, offer, lambda: replace(lead, issues=rest))

    def _confirm(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        return self._pressed(address, lead, offer, lambda: marking.confirmed(lead, self._street.today(address)))

    def _refuse(self, address: str, lead: Lead, told: Told, offer: Offer) -> Reply:
        return self._pressed(address, lead, offer, lambda: replace(lead, state="taken_back"))

    def _pressed(self, address: str, lead: Lead, offer: Offer, after: Callable[[], Lead]) -> Reply:
        reply = self._street.desk.presses(address, offer)
        if is_done(reply):
            self._street.mark(address, lead, after())
        return reply

    def _sent(
        self, address: str, lead: Lead, offer: Offer, values: Mapping[str, str], after: Callable[[], Lead]
    ) -> Reply:
        return self._filled(address, lead, self._street.desk.presses(address, offer), values, after)

    def _filled(
        self, address: str, lead: Lead, sheet: Reply, values: Mapping[str, str], after: Callable[[], Lead]
    ) -> Reply:
        street = self._street
        reply = street.desk.sends(address, sheet, values)
        if is_done(reply):
            street.mark(address, lead, after())
            if street.chance.random() < street.habits.answering.twice:
                street.desk.sends(address, sheet, values)
        return reply

    def _chosen(self, sheet: Reply, name: str) -> str:
        """One of the choices of a field, the one that asks for another day left out."""
        field = field_of(sheet, name)
        values = [one.value for one in field.choices if one.value != "day"] if field else []
        return self._street.chance.choice(values) if values else ""
