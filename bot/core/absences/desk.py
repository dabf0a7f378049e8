"""Days off in the chat: a page lists whose calendars somebody looks after, sheets show, add and take back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.absences import forms
from bot.core.absences.service import AbsenceService
from bot.core.absences.wording import days_of_entry
from bot.core.calendar_entries import CalendarEntry, Scope
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import (
    Member,
    Role,
    access_company_calendar,
    access_general_calendar,
    access_guides,
    access_leave,
)
from bot.errors import UsageError

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
_ON_PAGE = 2
"""Entries that the page itself names; the rest is a press away."""
_ORDER = (Scope.PERSON, Scope.COMPANY, Scope.PARTNER)
_TITLES = {
    Scope.PERSON: Message("calendar-own"),
    Scope.COMPANY: Message("calendar-company"),
    Scope.PARTNER: Message("calendar-partner"),
}
_LISTS = {
    Scope.PERSON: Message("calendar-offer-show-own"),
    Scope.COMPANY: Message("calendar-offer-show-company"),
    Scope.PARTNER: Message("calendar-offer-show-partner"),
}


def own_days_offer() -> Offer:
    """Leads to one's own days off."""
    return Offer(actions.ABSENCE_SHOW, Scope.PERSON.value, Message("calendar-offer-own"))


class AbsenceDesk:
    """Handlers of the buttons and forms of days off, and what of them stands on somebody's page."""

    def __init__(self, service: AbsenceService) -> None:
        self._service = service
        self.handlers: Mapping[str, Handler] = {
            actions.ABSENCE_SHOW: self._show,
            actions.ABSENCE_FORM: self._form,
            actions.ABSENCE_SEND: self._send,
            actions.ABSENCE_REMOVE: self._remove,
            actions.ABSENCE_RESTORE: self._restore,
        }
        """What to do for each action of ours."""

    def home_parts(self, member: Member) -> Iterator[Part]:
        """One's own days off, those of the firm and of outside firms; for admins, that the holidays end soon."""
        calendars = self._service.calendars
        if access_guides(member) and calendars.ends_soon(self._service.today()):
            yield Said(Message("calendar-home-ends-soon", {"until": calendars.file.until.isoformat()}))
        scopes = [one for one in _ORDER if self._may(member, one)] if member.roles - {Role.GUEST} else []
        if scopes:
            yield Headed(Message("calendar-home"))
        for scope in scopes:
            entries = self._entries(member, scope)
            details = [self._days(one, member) for one in entries[:_ON_PAGE]] or [Message("calendar-home-none")]
            if len(entries) > _ON_PAGE:
                details.append(Message("calendar-home-more", {"count": len(entries) - _ON_PAGE}))
            show = Offer(actions.ABSENCE_SHOW, scope.value, _LISTS[scope])
            yield Item(_TITLES[scope], tuple(details), (_add_offer(scope), *((show,) if entries else ())))

    def _show(self, pressed: Pressed, member: Member) -> Reply:
        """The reference is `company`, or `company:8` from the ninth entry on."""
        name, _, start = pressed.reference.partition(":")
        return self._listed(member, _scope(name), start=int(start) if start.isdecimal() else 0)

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        scope = _scope(pressed.reference)
        return forms.form(scope, locale=member.locale or "ja") if self._may(member, scope) else _refused(scope)

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        scope, values = _scope(pressed.reference), pressed.values
        if not self._may(member, scope):
            return _refused(scope)
        partner = values.get(forms.PARTNER, "").strip()
        try:
            if scope is Scope.PARTNER and not partner:
                raise UsageError("calendar-fault-partner")
            new = forms.new_entry(scope, self._scope_id(member, scope, partner), values)
            entry = self._service.add(new, by=member.id)
        except UsageError as error:
            fault = Message(error.key, dict(error.arguments))
            return forms.form(scope, locale=member.locale or "ja", values=values, fault=fault)
        done = Item(Message("calendar-added"), (self._days(entry, member),), (_remove_offer(entry),))
        return _changed(self._listed(member, scope, done=done, besides=entry.id), pressed)

    def _remove(self, pressed: Pressed, member: Member) -> Reply:
        known = self._service.entry(pressed.reference) or self._service.removed(pressed.reference)
        if known is None:
            return _said(Message("calendar-gone"))
        if not self._is_theirs(member, known):
            return _refused(known.scope)
        self._service.remove(known.id)
        back = Offer(actions.ABSENCE_RESTORE, known.id, Message("calendar-offer-restore"))
        done = Item(Message("calendar-removed"), (self._days(known, member),), (back,))
        return _changed(self._listed(member, known.scope, done=done), pressed)

    def _restore(self, pressed: Pressed, member: Member) -> Reply:
        known = self._service.removed(pressed.reference) or self._service.entry(pressed.reference)
        if known is None:
            return _said(Message("calendar-restore-late"))
        if not self._is_theirs(member, known):
            return _refused(known.scope)
        self._service.restore(known.id)
        done = Item(Message("calendar-restored"), (self._days(known, member),), (_remove_offer(known),))
        return _changed(self._listed(member, known.scope, done=done, besides=known.id), pressed)

    def _listed(
        self, member: Member, scope: Scope, *, start: int = 0, done: Item | None = None, besides: str = ""
    ) -> Reply:
        """The calendar with `done`, what was just changed, on top; that entry (`besides`) is not listed again."""
        if not self._may(member, scope):
            return _refused(scope)
        entries = [one for one in self._entries(member, scope) if one.id != besides]
        shown = entries[start : start + PAGE]
        parts: list[Part] = [done] if done else []
        parts += [Item(self._days(one, member), (), (_remove_offer(one),)) for one in shown]
        if not entries and done is None:
            parts.append(Said(Message("calendar-home-none")))
        rest = len(entries) - start - len(shown)
        offers = [_add_offer(scope)]
        if rest > 0:
            more = Message("calendar-offer-more", {"count": rest})
            offers.append(Offer(actions.ABSENCE_SHOW, f"{scope.value}:{start + PAGE}", more))
        return Reply(title=_TITLES[scope], parts=(Said(_about(scope)), *parts), offers=tuple(offers))

    def _entries(self, member: Member, scope: Scope) -> Sequence[CalendarEntry]:
        if scope is Scope.PARTNER:
            return self._service.of_partners(member.company.id if _is_of_firm(member) and member.company else "")
        return self._service.coming(scope, self._scope_id(member, scope))

    def _scope_id(self, member: Member, scope: Scope, partner: str = "") -> str:
        company_id = member.company.id if _is_of_firm(member) and member.company else ""
        if scope is Scope.PARTNER:
            return self._service.calendars.partner_scope(company_id, partner)
        return member.id if scope is Scope.PERSON else company_id

    def _may(self, member: Member, scope: Scope) -> bool:
        if scope is Scope.PERSON:
            return access_leave(member, member.id)
        return _is_of_firm(member) or (scope is Scope.PARTNER and access_general_calendar(member))

    def _is_theirs(self, member: Member, entry: CalendarEntry) -> bool:
        if entry.scope is Scope.PERSON:
            return access_leave(member, entry.scope_id)
        company_id, _, _ = entry.scope_id.partition(":")
        if not company_id:
            return access_general_calendar(member)
        return access_company_calendar(member, company_id)

    def _days(self, entry: CalendarEntry, member: Member) -> Message:
        return days_of_entry(entry, locale=member.locale or "ja", today=self._service.today())


def _is_of_firm(member: Member) -> bool:
    return member.company is not None and access_company_calendar(member, member.company.id)


def _scope(name: str) -> Scope:
    try:
        return Scope(name)
    except ValueError as error:
        raise UsageError("press-unknown") from error


def _about(scope: Scope) -> Message:
    if scope is Scope.PERSON:
        return Message("calendar-about-own")
    return Message("calendar-about-company" if scope is Scope.COMPANY else "calendar-about-partner")


def _add_offer(scope: Scope) -> Offer:
    return Offer(actions.ABSENCE_FORM, scope.value, forms.TITLES[scope])


def _remove_offer(entry: CalendarEntry) -> Offer:
    confirm = Message("calendar-remove-confirm")
    return Offer(actions.ABSENCE_REMOVE, entry.id, Message("calendar-offer-remove"), confirm=confirm)


def _refused(scope: Scope) -> Reply:
    return _said(Message("calendar-not-yours" if scope is Scope.PERSON else "calendar-firm-only"))


def _changed(reply: Reply, pressed: Pressed) -> Reply:
    """The page behind the sheet is drawn again; a message behind it, such as a nudge, speaks of something else."""
    return replace(reply, is_aside=True) if pressed.place.conversation else replace(reply, behind=Reply())


def _said(message: Message) -> Reply:
    return Reply(parts=(Said(message),), is_aside=True)
