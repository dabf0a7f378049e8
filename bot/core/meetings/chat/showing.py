"""Presses that show and change nothing: the card, everything that can be done, the history, drafts to copy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core import actions
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.draft_sheets import draft_form, draft_sheet
from bot.core.meetings.drafts import Drafts
from bot.core.meetings.models import Encounter
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message, Offer, Pressed, Reply, Said
from bot.core.people import Member


class Showing:
    """Handlers of what is only looked at."""

    def __init__(self, *, service: MeetingService, cards: Cards, doors: Doors, drafts: Drafts) -> None:
        self._service, self._cards, self._doors, self._drafts = service, cards, doors, drafts

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        doors = self._doors
        return {
            actions.MEETING_SHOW: doors.outlined(self._card),
            actions.MEETING_CARD: doors.outlined(self._card),
            actions.MEETING_MORE: doors.changed(self._more),
            actions.MEETING_HISTORY: doors.seen(self._history),
            actions.MEETING_DRAFT_FORM: doors.seen(self._draft_form),
            actions.MEETING_DRAFT_SHOW: doors.seen(self._draft_show),
        }

    def _card(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        return self._cards.card(encounter, member)

    def _more(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """Where somebody is on record under another spelling as well, the way to say that they are the same."""
        more, other = self._cards.more(encounter, member), self._service.written_otherwise(encounter, by=member)
        if other is None:
            return more
        said = Message("meeting-more-same-firm" if other.is_firm else "meeting-more-same-person", {"name": other.name})
        label = Message("meeting-offer-same-firm" if other.is_firm else "meeting-offer-same-person")
        same = Offer(actions.MEETING_SAME, f"{encounter.id}:{other.party_id}", label)
        return replace(more, parts=(*more.parts, Said(said)), offers=(*more.offers, same))

    def _history(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        return self._cards.history(encounter, member)

    def _draft_form(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        return draft_form(encounter, self._cards.view(encounter, member).reader)

    def _draft_show(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """The draft stands in the sheet alone; the message from which it was opened stays the card."""
        reader = self._cards.view(encounter, member).reader
        sheet = draft_sheet(self._drafts, encounter, member, reader, pressed.values)
        return sheet if sheet.submit else replace(sheet, behind=self._cards.card(encounter, member))
