"""Leave of somebody else and the days on which a firm is closed, as an admin enters them for whoever cannot.

Whoever it concerns is told once, and a line stays in the audit log. Of a coordinator it is said who is there meanwhile:
questions that come then go to these by themselves (bot/core/handovers), nobody has to be named for it. One person
can be asked to look after the coordinator's firms until then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeAlias

from bot.core import actions
from bot.core.absences import forms
from bot.core.absences.service import AbsenceService
from bot.core.absences.wording import days_of_entry
from bot.core.calendar_entries import CalendarEntry, Scope
from bot.core.messages import PAGE, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Company, Directory, Member, Role, access_roster
from bot.errors import UsageError

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
TOLD = "absence_told"
ENTERED, REMOVED = "entered", "removed"
_SCOPES = (Scope.PERSON, Scope.COMPANY)
_MOST_NAMES = 5


class Keep(Protocol):
    """Keeps that an admin changed a calendar: a line of the audit log, and who is told. Raises StorageError."""

    def __call__(self, by: Member, entry: CalendarEntry, *, whose: Sequence[Member], what: str) -> None:
        """`what` is ENTERED or REMOVED."""
        ...


@dataclass(frozen=True, slots=True)
class Whose:
    """A person or a firm; `people` are those whose working days change with it."""

    scope: Scope
    of: Member | Company
    people: tuple[Member, ...]

    @property
    def reference(self) -> str:
        """As a button carries it."""
        return f"{self.scope}:{self.of.id}"


class OfficeDesk:
    """Handlers for admins. `replan` plans anew what waits for the people of these ids."""

    def __init__(
        self, service: AbsenceService, *, directory: Directory, keep: Keep, replan: Callable[..., object]
    ) -> None:
        self._service, self._directory, self._keep, self._replan = service, directory, keep, replan
        handlers: Mapping[str, Handler] = {
            actions.ABSENCE_OF: self._show,
            actions.ABSENCE_OF_FORM: self._form,
            actions.ABSENCE_OF_SEND: self._send,
            actions.ABSENCE_OF_REMOVE: self._remove,
            actions.ABSENCE_OF_RESTORE: self._restore,
        }
        self.handlers: Mapping[str, Handler] = {action: _for_admins(one) for action, one in handlers.items()}
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {TOLD: self._told}
        """What to say for each kind of message owed."""

    def _show(self, pressed: Pressed, member: Member) -> Reply:
        """The reference is `person:id`, or `person:id:8` from the ninth entry on."""
        whose = self._whose(pressed.reference)
        start = pressed.reference.split(":")[2:]
        from_ = int(start[0]) if start and start[0].isdecimal() and len(start[0]) < 6 else 0
        return self._listed(whose, member, start=from_) if whose else _said("absence-of-gone")

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        whose = self._whose(pressed.reference)
        return self._asked(whose, member) if whose else _said("absence-of-gone")

    def _asked(
        self, whose: Whose, member: Member, values: Mapping[str, str] | None = None, fault: Message | None = None
    ) -> Reply:
        form = forms.form(whose.scope, locale=member.locale or "ja", values=values, fault=fault)
        submit = Offer(actions.ABSENCE_OF_SEND, whose.reference, Message("calendar-form-submit"), is_main=True)
        return replace(form, title=_title(whose), submit=submit)

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        whose = self._whose(pressed.reference)
        if whose is None:
            return _said("absence-of-gone")
        try:
            new = forms.new_entry(whose.scope, whose.of.id, pressed.values)
            entry = self._service.add(new, by=member.id)
        except UsageError as error:
            return self._asked(whose, member, pressed.values, Message(error.key, dict(error.arguments)))
        self._changed(whose, entry, member, ENTERED)
        offers = (_remove_offer(entry), *self._cover_offers(whose, entry))
        done = Item(Message("calendar-added"), (self._days(entry, member),), offers)
        return self._listed(whose, member, done=done, besides=entry.id)

    def _remove(self, pressed: Pressed, member: Member) -> Reply:
        known = self._service.entry(pressed.reference)
        whose = self._of_entry(known or self._service.removed(pressed.reference))
        if whose is None:
            return _said("calendar-gone")
        entry = self._service.remove(pressed.reference) or self._service.removed(pressed.reference)
        if entry is None:
            return _said("calendar-gone")
        if known is not None:
            self._changed(whose, entry, member, REMOVED)
        back = Offer(actions.ABSENCE_OF_RESTORE, entry.id, Message("calendar-offer-restore"))
        return self._listed(
            whose, member, done=Item(Message("calendar-removed"), (self._days(entry, member),), (back,))
        )

    def _restore(self, pressed: Pressed, member: Member) -> Reply:
        removed = self._service.removed(pressed.reference)
        known = removed or self._service.entry(pressed.reference)
        whose = self._of_entry(known)
        if whose is None or known is None:
            return _said("calendar-restore-late")
        if removed is not None:
            self._service.restore(known.id)
            self._changed(whose, known, member, ENTERED)
        done = Item(Message("calendar-restored"), (self._days(known, member),), (_remove_offer(known),))
        return self._listed(whose, member, done=done, besides=known.id)

    def _changed(self, whose: Whose, entry: CalendarEntry, by: Member, what: str) -> None:
        self._keep(by, entry, whose=whose.people, what=what)
        self._replan(*(one.id for one in whose.people))

    def _listed(
        self, whose: Whose, member: Member, *, start: int = 0, done: Item | None = None, besides: str = ""
    ) -> Reply:
        entries = [one for one in self._service.coming(whose.scope, whose.of.id) if one.id != besides]
        shown = entries[start : start + PAGE]
        parts: list[Part] = [Said(_title(whose)), *([done] if done else [])]
        for one in shown:
            covered = tuple(self._cover(whose, one))
            parts.append(Item(self._days(one, member), covered, (_remove_offer(one), *self._cover_offers(whose, one))))
        if not entries and done is None:
            parts.append(Said(Message("calendar-home-none")))
        offers = [Offer(actions.ABSENCE_OF_FORM, whose.reference, Message("absence-of-add"), is_main=True)]
        rest = len(entries) - start - len(shown)
        if rest > 0:
            more = Message("calendar-offer-more", {"count": rest})
            offers.append(Offer(actions.ABSENCE_OF, f"{whose.reference}:{start + PAGE}", more))
        # Who is there meanwhile is told of what was just entered as well.
        for entry in (self._service.entry(besides),) if besides else ():
            parts += [Said(one) for one in self._cover(whose, entry)] if entry else []
        return Reply(title=Message("absence-of"), parts=tuple(parts), offers=tuple(offers))

    def _cover(self, whose: Whose, entry: CalendarEntry) -> Iterator[Message]:
        """To whom a coordinator's questions go on the first of these days."""
        first = entry.from_on
        if not isinstance(whose.of, Member) or Role.COORDINATOR not in whose.of.roles or first is None:
            return
        names = [one.name for one in self._there(whose.of, max(first, self._service.today()))]
        if not names:
            yield Message("absence-cover-nobody")
            return
        others = len(names) - _MOST_NAMES
        named = "、".join(names[:_MOST_NAMES])
        yield Message("absence-cover", {"names": named, "others": max(0, others)})

    def _cover_offers(self, whose: Whose, entry: CalendarEntry) -> Iterator[Offer]:
        """One person is asked to look after a coordinator's firms meanwhile (bot/core/changeovers)."""
        person, first = whose.of, entry.from_on
        if not isinstance(person, Member) or Role.COORDINATOR not in person.roles or first is None:
            return
        if any(one.coordinator_id == person.id for one in self._directory.companies()):
            days = f"{first.isoformat()}:{(entry.until_on or first).isoformat()}"
            yield Offer(actions.CHANGEOVER_FORM, f"cover:{person.id}:{days}", Message("absence-offer-cover"))

    def _there(self, besides: Member, day: date) -> list[Member]:
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if one.address and not one.has_left]
        calendars = self._service.calendars
        return [one for one in staff if one.id != besides.id and not calendars.is_on_leave(one, day)]

    def _whose(self, reference: str) -> Whose | None:
        name, id, *_ = (*reference.split(":"), "")
        if name == Scope.PERSON:
            person = self._directory.by_id(id)
            return Whose(Scope.PERSON, person, (person,)) if person is not None and not person.has_left else None
        company = self._directory.company(id) if name == Scope.COMPANY else None
        people = self._directory.people(company_id=id) if company else ()
        return Whose(Scope.COMPANY, company, tuple(people)) if company is not None else None

    def _of_entry(self, entry: CalendarEntry | None) -> Whose | None:
        is_ours = entry is not None and entry.scope in _SCOPES
        return self._whose(f"{entry.scope}:{entry.scope_id}") if entry is not None and is_ours else None

    def _days(self, entry: CalendarEntry, member: Member) -> Message:
        return days_of_entry(entry, locale=member.locale or "ja", today=self._service.today())

    def _told(self, owed: Owed) -> Addressed | None:
        """The person, or somebody of the firm: which days were entered or taken back; nothing once they changed."""
        reader = self._directory.by_address(owed.person)
        what, _, _stamp = owed.occurrence.partition(" ")
        entry = self._service.entry(owed.subject_id)
        removed = self._service.removed(owed.subject_id) if entry is None else None
        known = entry if what == ENTERED else removed
        if reader is None or reader.has_left or known is None:
            return None
        said = Message(f"absence-told-{known.scope}-{what}")
        parts = (Said(said), Said(self._days(known, reader)))
        return Addressed(reply=Reply(parts=parts), locale=reader.locale or "ja")


def _title(whose: Whose) -> Message:
    return Message(f"absence-of-{whose.scope}", {"name": whose.of.name})


def _remove_offer(entry: CalendarEntry) -> Offer:
    confirm = Message("calendar-remove-confirm")
    return Offer(actions.ABSENCE_OF_REMOVE, entry.id, Message("calendar-offer-remove"), confirm=confirm)


def _said(key: str) -> Reply:
    return Reply(parts=(Said(Message(key)),), is_aside=True)


def _for_admins(handler: Handler) -> Handler:
    """In private, for whoever is an admin now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        if not access_roster(member) or not (pressed.place.is_direct or not pressed.place.conversation):
            return _said("roster-not-yours")
        return handler(pressed, member)

    return press
