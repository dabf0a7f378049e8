"""Moving a lead on to its next stage, with what the walls ask for; and what is in the way then, through its card."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core import actions
from bot.core.meetings.models import Stage, Wall
from bot.core.messages import Reply
from bot.simulation.acting import Street
from bot.simulation.desk import find, is_done
from bot.simulation.ledger import Lead
from bot.simulation.mailbox import told_in
from bot.simulation.marking import awake

_ORDER = [str(one) for one in Stage]
_ISSUES_FROM = _ORDER.index(str(Stage.JOINT_STUDY))


class Advancing:
    """Answers the questions of a wall; finds the card on the person's own page, as people do."""

    def __init__(self, street: Street) -> None:
        self._street = street

    def moved(self, address: str, key: str, sheet: Reply) -> Reply:
        """The form of stages, sent with the next one; then each question of a wall, as far as somebody has answers."""
        street = self._street
        to = _ORDER[min(_ORDER.index(street.ledger.leads[key].stage) + 1, len(_ORDER) - 1)]
        reply = street.desk.sends(address, sheet, {"stage": to})
        while reply.submit is not None and reply.submit.action == actions.MEETING_NAME_SEND:
            if street.chance.random() >= street.habits.answering.name_wall:
                street.ledger.stopped[key] = str(Wall.TRIAL if to == str(Stage.TRIAL) else Wall.DEVELOPMENT)
                return reply
            reply = self._name(address, key, reply)
        if is_done(reply):
            lead = street.ledger.leads[key]
            street.ledger.stopped.pop(key, None)
            street.mark(address, lead, replace(awake(lead), stage=to))
            if _ORDER.index(to) >= _ISSUES_FROM and street.chance.random() < street.habits.answering.issue:
                self._issue(address, key)
        return reply

    def _name(self, address: str, key: str, sheet: Reply) -> Reply:
        street, lead = self._street, self._street.ledger.leads[key]
        name = sheet.submit.reference.partition("@")[0].rpartition(":")[2] if sheet.submit else ""
        decided = street.today(address) + timedelta(days=street.chance.randint(30, 90))
        value = decided.isoformat() if name == "decision_on" else street.words(address).named[name]
        reply = street.desk.sends(address, sheet, {"value": value})
        if not reply.is_aside:
            street.mark(address, lead, replace(awake(lead), decision_on=decided) if name == "decision_on" else lead)
        return reply

    def _issue(self, address: str, key: str) -> None:
        street = self._street
        sheet = self._sheet(address, key, actions.MEETING_ISSUE_FORM)
        lead = street.ledger.leads[key]
        due = street.today(address) + timedelta(days=street.chance.randint(7, 30))
        text = street.issue(address, len(lead.stages))
        reply = street.desk.sends(address, sheet, {"kind": "technical", "text": text, "day": due.isoformat()})
        if is_done(reply) and (text, address) not in [one[:2] for one in lead.issues]:
            street.mark(address, lead, replace(awake(lead), issues=(*lead.issues, (text, address, due))))

    def _sheet(self, address: str, key: str, action: str) -> Reply:
        """The page, the card, everything that can be done, the form."""
        desk = self._street.desk
        page = desk.opens(address)
        item = next((one for one in told_in(page) if one.key == key), None)
        show = find(item.offers, actions.MEETING_SHOW) if item else None
        if show is None:
            # Long lists are turned page by page; people give up.
            return Reply()
        more = find(desk.presses(address, show).offers, actions.MEETING_MORE)
        offer = find(desk.presses(address, more).offers, action) if more else None
        if offer is None:
            desk.misses(action)
            return Reply()
        return desk.presses(address, offer)


def may_advance(lead: Lead) -> bool:
    """Is it open, and not at its end?"""
    return lead.state == "open" and lead.stage != _ORDER[-1] and not lead.is_visit
