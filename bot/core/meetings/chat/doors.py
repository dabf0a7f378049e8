"""Who comes in: which encounter a press is about, whether this person may see or change it, and whether here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from bot.core.meetings.changing import Changing
from bot.core.meetings.chat.wording import aside, name_in
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import Message, Place, Pressed, Reply
from bot.core.people import Company, Directory, Member, Sharing, access_encounter_here

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
OfEncounter: TypeAlias = Callable[[Pressed, Member, Encounter], Reply]


class Doors:
    """Stands before everything that is shown or changed."""

    def __init__(self, *, store: EncounterStore, directory: Directory, service: Changing) -> None:
        self._store, self._directory, self._service = store, directory, service

    def looked_at(self, encounter: Encounter, member: Member) -> None:
        """Somebody is shown an encounter."""
        self._service.looked_at(encounter, member)

    def looked_at_firm(self, company: Company, member: Member) -> None:
        """Somebody is shown how a firm's encounters stand."""
        self._service.looked_at_firm(company, member)

    def sharing(self, member: Member, encounter: Encounter) -> Sharing:
        """How much of it somebody may see."""
        return self._service.sharing(member, encounter)

    def may_change(self, member: Member, encounter: Encounter) -> bool:
        """May somebody change it?"""
        return self._service.may_change(member, encounter)

    def may_log_contact(self, member: Member, encounter: Encounter) -> bool:
        """May somebody say that there was a contact?"""
        return self._service.may_log_contact(member, encounter)

    def sees_words(self, member: Member, encounter: Encounter) -> bool:
        """May somebody read all of it?"""
        return self.sharing(member, encounter) == Sharing.WORDS

    def sees_outline(self, member: Member, encounter: Encounter) -> bool:
        """May somebody see at least its dates, stage and wall?"""
        return self.sharing(member, encounter) in (Sharing.WORDS, Sharing.OUTLINE)

    def is_here(self, member: Member, encounter: Encounter, place: Place) -> bool:
        """May anything of it be shown where this was pressed or typed? The page is for one person alone."""
        is_direct = place.is_direct or not place.conversation
        present = self._present(place, member)
        return access_encounter_here(member, self._company(encounter), present, is_direct=is_direct)

    def only_in_private(self, member: Member, place: Place) -> bool:
        """Does anybody from outside the member's firm read along?"""
        if place.is_direct or not place.conversation:
            return False
        return not access_encounter_here(member, member.company, self._present(place, member), is_direct=False)

    def seen(self, act: OfEncounter) -> Handler:
        """For who may see all of it."""
        return self._through(act, self.sees_words)

    def outlined(self, act: OfEncounter) -> Handler:
        """For who may see anything of it."""
        return self._through(act, self.sees_outline)

    def contacted(self, act: OfEncounter) -> Handler:
        """For who may say that there was a contact."""
        return self._through(act, self.may_log_contact)

    def changed(self, act: OfEncounter) -> Handler:
        """For who may change it."""
        return self._through(act, self.may_change)

    def _through(self, act: OfEncounter, may: Callable[[Member, Encounter], bool]) -> Handler:
        def handle(pressed: Pressed, member: Member) -> Reply:
            encounter = self._store.by_id(pressed.reference.partition(":")[0])
            if encounter is None or self.sharing(member, encounter) == Sharing.NOTHING:
                return aside(Message("meeting-not-found"))
            if not self.is_here(member, encounter, pressed.place):
                return aside(Message("meeting-not-here"))
            if not may(member, encounter):
                return aside(self._not_theirs(encounter))
            self._service.looked_at(encounter, member)
            return act(pressed, member, encounter)

        return handle

    def _not_theirs(self, encounter: Encounter) -> Message:
        """Before it is confirmed, it is for one person alone; then for those of the firm."""
        if encounter.state != State.UNCONFIRMED:
            return Message("meeting-not-yours")
        return Message("meeting-state-unconfirmed", {"name": name_in(self._directory, encounter.confirm_by)})

    def _company(self, encounter: Encounter) -> Company | None:
        return self._directory.company(encounter.company_id) if encounter.company_id else None

    def _present(self, place: Place, member: Member) -> list[Member] | None:
        """Who reads along; None where that, or one of them, is not known."""
        if place.present is None:
            return None
        others = [self._directory.by_address(one) for one in sorted(place.present - {member.address})]
        known = [one for one in others if one is not None]
        return [member, *known] if len(known) == len(others) else None
