"""People and firms on an admin's page: the presses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.core import actions
from bot.core.clock import Clock
from bot.core.membership.departing import Departing
from bot.core.membership.models import Edit, company_key
from bot.core.membership.ports import PeopleStore
from bot.core.membership.roster import drawing, forms
from bot.core.membership.roster.changing import Changing, Outcome
from bot.core.membership.roster.firms import FirmDesk, aside
from bot.core.membership.roster.models import (
    COMPANY,
    PERSON,
    Values,
    company_values,
    edits_of,
    person_values,
    records_of,
)
from bot.core.membership.roster.telling import composers
from bot.core.membership.roster.wording import Names, values_with
from bot.core.messages import Message, Part, Pressed, Reply
from bot.core.owed import Composer
from bot.core.people import Member, Role, access_roster
from bot.core.reactions import Handler


class Roster:
    """Handlers of what an admin does; each is for one reader alone. Everything raises StorageError.

    `welcome` says the first words to somebody at once; `on_last_day` hears of a last day that was entered.
    """

    def __init__(
        self,
        *,
        people: PeopleStore,
        clock: Clock,
        departing: Departing,
        welcome: Callable[[Member], object],
        on_changed: Callable[[Collection[str]], object],
        on_last_day: Callable[[Member, date], object],
        holidays_until: Callable[[], date],
        new_id: Callable[[], str] = lambda: uuid4().hex,
    ) -> None:
        self._people, self._clock, self._welcome = people, clock, welcome
        self.departing = departing
        """What happens when somebody's use is ended."""
        self._on_last_day, self._holidays_until, self._new_id = on_last_day, holidays_until, new_id
        self._changing = Changing(people=people, clock=clock, new_id=new_id, on_changed=on_changed)
        handlers: Mapping[str, Handler] = {
            actions.PEOPLE_LIST: self._list,
            actions.PEOPLE_LIST_PAGE: self._list,
            actions.PEOPLE_SIFT_FORM: self._sift_form,
            actions.PEOPLE_SIFT_SEND: self._sift_send,
            actions.PEOPLE_SHOW: self._show,
            actions.PEOPLE_FORM: self._form,
            actions.PEOPLE_SEND: self._send,
            actions.PEOPLE_END: self._end,
            actions.PEOPLE_BACK: self._back,
            actions.PEOPLE_APPLY: self._apply,
            actions.PEOPLE_UNDO: self._undo,
            **FirmDesk(people=people, changing=self._changing, drawn=self._drawn).handlers(),
        }
        self.handlers: Mapping[str, Handler] = {
            **{action: _for_admins(one) for action, one in handlers.items()},
            **departing.handlers,
        }
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {**composers(people), **departing.composers}
        """What to say for each kind of message owed."""

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on an admin's page."""
        if not access_roster(member):
            return ()
        people, firms, kept = self._people.people(), self._people.companies(), self._people.kept_changes()
        until = self._holidays_until()
        return tuple(drawing.home_parts(people, firms, kept, now=self._clock.now(), holidays_until=until))

    def _list(self, pressed: Pressed, _member: Member) -> Reply:
        return drawing.people_list(self._people.people(), drawing.sift_of(pressed.reference))

    def _sift_form(self, pressed: Pressed, _member: Member) -> Reply:
        sift = drawing.sift_of(pressed.reference)
        return forms.sift_form(sift.text, sift.role)

    def _sift_send(self, pressed: Pressed, _member: Member) -> Reply:
        role, text = pressed.values.get(forms.ROLE, ""), pressed.values.get(forms.TEXT, "")
        return drawing.people_list(self._people.people(), drawing.sift_of(f"1:{role}:{' '.join(text.split())[:60]}"))

    def _show(self, pressed: Pressed, _member: Member) -> Reply:
        person = self._people.by_id(pressed.reference)
        return drawing.person_sheet(person) if person else aside(Message("roster-gone"))

    def _form(self, pressed: Pressed, _member: Member) -> Reply:
        person = self._people.by_id(pressed.reference)
        if person is None and pressed.reference != forms.NEW:
            return aside(Message("roster-gone"))
        return self._person_form(person, {})

    def _person_form(self, person: Member | None, typed: Values, fault: Message | None = None) -> Reply:
        held = person_values(person) if person else _fresh()
        held[forms.COMPANY_NAME] = person.company.name if person and person.company else ""
        held[forms.WELCOME] = forms.NO
        has_address = person is not None and bool(person.address)
        id = person.id if person else forms.NEW
        return forms.person_form(id, values_with(typed, held), has_address=has_address, fault=fault)

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        person = self._people.by_id(pressed.reference)
        if person is None and pressed.reference != forms.NEW:
            return aside(Message("roster-gone"))
        read = forms.person_read(pressed.values, person_values(person) if person else _fresh())
        if read is None:
            return self._person_form(person, pressed.values, Message("roster-unreadable"))
        id = person.id if person else self._new_id()
        made, company_id = self._named_firm(pressed.values.get(forms.COMPANY_NAME, ""))
        if not read["roles"]:
            read["roles"] = str(Role.MEMBER if company_id else Role.GUEST)
        after = person_values(person) | read | {"company": company_id}
        edits = (*made, *edits_of(PERSON, id, person_values(person), after))
        outcome = self._done_or_shown(edits, member)
        if outcome.fault is not None:
            return self._person_form(person, pressed.values, outcome.fault)
        greets = id if pressed.values.get(forms.WELCOME) == forms.YES else ""
        self._greet(greets)
        return self._drawn(outcome, edits, greets=greets)

    def _greet(self, id: str) -> None:
        """The first words at once, to somebody who is registered by now and can be reached; said once, as ever."""
        person = self._people.by_id(id) if id else None
        if person is not None and person.address and not person.has_left:
            self._welcome(person)

    def _named_firm(self, name: str) -> tuple[tuple[Edit, ...], str]:
        """The firm of this name, or what makes it; nothing for no name."""
        name = " ".join(name.split())
        if not name:
            return (), ""
        key = company_key(name)
        same = [one for one in self._people.companies() if company_key(one.name) == key]
        found = next((one for one in same if one.name == name), same[0] if same else None)
        if found is not None:
            return (), found.id
        id = self._new_id()
        return edits_of(COMPANY, id, company_values(None), company_values(None) | {"name": name}), id

    def _done_or_shown(self, edits: Sequence[Edit], member: Member) -> Outcome:
        """One record is changed at once; several are shown before."""
        if not edits:
            return Outcome()
        several = len(records_of(edits)) > 1
        return self._changing.propose(edits, member) if several else self._done(self._changing.do(edits, member))

    def _done(self, outcome: Outcome) -> Outcome:
        for edit in outcome.change.edits if outcome.change else ():
            person = self._people.by_id(edit.id) if edit.field == "leaves_on" and edit.after else None
            if person is not None and person.leaves_on is not None:
                self._on_last_day(person, person.leaves_on)
        return outcome

    def _drawn(self, outcome: Outcome, edits: Sequence[Edit], *, greets: str = "") -> Reply:
        if outcome.fault is not None:
            return aside(outcome.fault)
        if outcome.change is None:
            return aside(Message("roster-nothing"))
        names = Names(self._people.people(), self._people.companies(), edits)
        if outcome.change.state == "proposed":
            return drawing.preview(outcome.change, names, len(records_of(edits)), greets=greets)
        return replace(drawing.done(outcome.change, names), behind=Reply())

    def _apply(self, pressed: Pressed, member: Member) -> Reply:
        id, _, greets = pressed.reference.partition(":")
        outcome = self._done(self._changing.apply(id, member))
        if outcome.fault is None and outcome.change is not None:
            self._greet(greets if greets in {one.id for one in outcome.change.edits} else "")
        return self._drawn(outcome, outcome.change.edits if outcome.change else ())

    def _undo(self, pressed: Pressed, member: Member) -> Reply:
        outcome = self._changing.undo(pressed.reference, member)
        return self._drawn(outcome, outcome.change.edits if outcome.change else ())

    def _end(self, pressed: Pressed, member: Member) -> Reply:
        person = self._people.by_id(pressed.reference)
        fault = self.departing.end(person, by=member) if person else Message("roster-gone")
        return aside(fault) if fault else self._shown_again(pressed)

    def _back(self, pressed: Pressed, member: Member) -> Reply:
        person = self._people.by_id(pressed.reference)
        if person is None:
            return aside(Message("roster-gone"))
        self.departing.bring_back(person, by_id=member.id)
        return self._shown_again(pressed)

    def _shown_again(self, pressed: Pressed) -> Reply:
        person = self._people.by_id(pressed.reference)
        return replace(drawing.person_sheet(person), behind=Reply()) if person else aside(Message("roster-gone"))


def _fresh() -> dict[str, str]:
    fresh = person_values(Member(id="", address="", name=""))
    return fresh | {"roles": str(Role.MEMBER), "locale": "ja"}


def _for_admins(handler: Handler) -> Handler:
    """In private, for whoever is an admin now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        if not access_roster(member) or not (pressed.place.is_direct or not pressed.place.conversation):
            return aside(Message("roster-not-yours"))
        return handler(pressed, member)

    return press
