"""Firms on an admin's page: who each is, who looks after it, and many of them in one go."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core import actions
from bot.core.membership.models import Edit, company_key
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster import drawing, forms
from bot.core.membership.roster.changing import Changing, Outcome
from bot.core.membership.roster.models import COMPANY, PERSON, company_values, edits_of
from bot.core.messages import Message, Pressed, Reply, Said, chosen_of
from bot.core.people import Company, Member, Role
from bot.core.reactions import Handler

Drawn = Callable[[Outcome, Sequence[Edit]], Reply]
"""What an outcome looks like: shown before it is done, or done."""


class FirmDesk:
    """Handlers for firms; who may press them is asked before."""

    def __init__(self, *, people: PeopleStore, changing: Changing, drawn: Drawn) -> None:
        self._people, self._changing, self._drawn = people, changing, drawn

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.FIRM_LIST: self._firms,
            actions.FIRM_LIST_PAGE: self._firms,
            actions.FIRM_SIFT_FORM: self._sift_form,
            actions.FIRM_SIFT_SEND: self._sift_send,
            actions.FIRM_SHOW: self._firm,
            actions.FIRM_FORM: self._firm_form,
            actions.FIRM_SEND: self._firm_send,
            actions.FIRM_MERGE: self._merge,
            actions.FIRMS_ASSIGN_FORM: self._assign_form,
            actions.FIRMS_ASSIGN_SEND: self._assign_send,
        }

    def _firms(self, pressed: Pressed, _member: Member) -> Reply:
        return self._listed(drawing.firm_sift_of(pressed.reference))

    def _listed(self, sift: drawing.FirmSift) -> Reply:
        return drawing.firm_list(self._people.people(), self._people.companies(), sift)

    def _sift_form(self, pressed: Pressed, _member: Member) -> Reply:
        sift = drawing.firm_sift_of(pressed.reference)
        return forms.firm_sift_form(sift.text, sift.coordinator, self._staff())

    def _sift_send(self, pressed: Pressed, _member: Member) -> Reply:
        to, text = pressed.values.get(forms.TO, ""), " ".join(pressed.values.get(forms.TEXT, "").split())[:60]
        return self._listed(drawing.FirmSift(1, "" if to == forms.ANY else to, text))

    def _firm(self, pressed: Pressed, _member: Member) -> Reply:
        company = self._people.company(pressed.reference)
        if company is None:
            return aside(Message("roster-gone"))
        return drawing.firm_sheet(self._people.people(), self._people.companies(), company)

    def _firm_form(self, pressed: Pressed, _member: Member) -> Reply:
        company = self._people.company(pressed.reference)
        if company is None:
            return aside(Message("roster-gone"))
        return forms.company_form(company, company_values(company), self._staff(), None)

    def _firm_send(self, pressed: Pressed, member: Member) -> Reply:
        company = self._people.company(pressed.reference)
        if company is None:
            return aside(Message("roster-gone"))
        held = company_values(company)
        typed = {one: " ".join(pressed.values.get(one, held[one]).split()) for one in held}
        after = typed | {"coordinator": "" if typed["coordinator"] == forms.NOBODY else typed["coordinator"]}
        after["trade"] = after["trade"] if after["trade"] in forms.TRADES else ""
        edits = edits_of(COMPANY, company.id, held, after)
        outcome = self._changed(edits, member) if after["name"] else Outcome(fault=Message("roster-no-name"))
        if outcome.fault is not None:
            return forms.company_form(company, typed, self._staff(), outcome.fault)
        return self._drawn(outcome, edits)

    def _merge(self, pressed: Pressed, member: Member) -> Reply:
        """The people of the other firm come to this one; its records stay with it."""
        into, _, other = pressed.reference.partition(":")
        keep, twin = self._people.company(into), self._people.company(other)
        if keep is None or twin is None or company_key(keep.name) != company_key(twin.name):
            return aside(Message("roster-gone"))
        edits = tuple(
            Edit(kind=PERSON, id=one.id, field="company", before=twin.id, after=keep.id)
            for one in self._people.people(company_id=twin.id)
        )
        return self._drawn(self._changing.propose(edits, member) if edits else Outcome(), edits)

    def _assign_form(self, pressed: Pressed, _member: Member, fault: Message | None = None) -> Reply:
        firms = self._page_of_firms(drawing.firm_sift_of(pressed.reference))
        staff = self._staff()
        names = {one.id: one.name for one in staff}
        if not staff:
            return aside(Message("roster-no-coordinators"))
        return (
            forms.assign_form(firms, staff, names, fault, pressed.reference)
            if firms
            else aside(Message("roster-no-firms"))
        )

    def _page_of_firms(self, sift: drawing.FirmSift) -> Sequence[Company]:
        firms = drawing.firms_of(self._people.people(), self._people.companies(), sift)
        return firms[(sift.page - 1) * drawing.MENU : sift.page * drawing.MENU]

    def _assign_send(self, pressed: Pressed, member: Member) -> Reply:
        chosen, to = chosen_of(pressed.values.get(forms.FIRMS, "")), pressed.values.get(forms.TO, "")
        to = "" if to == forms.NOBODY else to
        firms = [one for one in map(self._people.company, chosen) if one is not None]
        edits = tuple(
            edit
            for one in firms
            for edit in edits_of(COMPANY, one.id, company_values(one), company_values(one) | {"coordinator": to})
        )
        # Of several, or of one: this is the sheet for many, which is always shown before.
        outcome = self._changing.propose(edits, member) if edits else Outcome()
        return self._assign_form(pressed, member, outcome.fault) if outcome.fault else self._drawn(outcome, edits)

    def _changed(self, edits: Sequence[Edit], member: Member) -> Outcome:
        return self._changing.do(edits, member) if edits else Outcome()

    def _staff(self) -> Sequence[Member]:
        return [one for one in self._people.people(role=Role.COORDINATOR) if not one.has_left]


def aside(message: Message) -> Reply:
    """A word for whoever pressed alone."""
    return Reply(parts=(Said(message),), is_aside=True)
