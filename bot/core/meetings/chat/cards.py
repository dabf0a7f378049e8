"""The card of an encounter: the same for everybody who may see it, drawn from the record each time."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.clock import Clock
from bot.core.meetings.changing import UNANSWERED
from bot.core.meetings.chat import buttons, card_parts, colleague_forms
from bot.core.meetings.chat.card_parts import View
from bot.core.meetings.chat.changes import asks_next, done, fresh, line, undo_of
from bot.core.meetings.chat.contacts import contact_by_another
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.earlier import last_time
from bot.core.meetings.chat.history import more_of
from bot.core.meetings.chat.ports import ValueCardOf, no_value_card_of
from bot.core.meetings.chat.wording import aside, name_in, reader_of, who
from bot.core.meetings.models import Change, ChangeKind, Encounter, State
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import Headed, Item, Message, Offer, Part, Reply, Said
from bot.core.people import Directory, Member, Sharing

_SHOWN_CHANGES = 30
_SAYS_STATE = frozenset({ChangeKind.DECLINED, ChangeKind.SLEPT, ChangeKind.GREETING, ChangeKind.ACHIEVED})
"""Where the sentence on what was just done says already how it stands."""


class Cards:
    """Draws cards. Nothing here changes anything."""

    def __init__(
        self,
        *,
        store: EncounterStore,
        directory: Directory,
        doors: Doors,
        clock: Clock,
        value_card_of: ValueCardOf = no_value_card_of,
    ) -> None:
        self._value_card_of = value_card_of
        self._store, self._directory, self._doors, self._clock = store, directory, doors, clock

    def view(self, encounter: Encounter, member: Member) -> View:
        """The encounter as somebody reads it."""
        return View(encounter, reader_of(member, self._clock), lambda id: name_in(self._directory, id))

    def card(self, encounter: Encounter, reader: Member, *, said: Sequence[Part] = ()) -> Reply:
        """How the encounter stands, for somebody who reads it in a place where it may be shown.

        What the reader changed within the last ten minutes stands on top with 取り消す. `said` comes before that. A
        coordinator sees what the firm chose; somebody who may see nothing reads that it was not found.
        """
        if encounter.state == State.TAKEN_BACK and reader.id in (encounter.owner_id, encounter.created_by):
            return Reply(parts=(*said, Said(Message("meeting-taken-back"))))
        sharing = self._doors.sharing(reader, encounter)
        if sharing not in (Sharing.OUTLINE, Sharing.WORDS):
            return aside(Message("meeting-not-found"))
        self._doors.looked_at(encounter, reader)
        if sharing == Sharing.OUTLINE:
            return self._outline(encounter, reader, said)
        return self._whole(encounter, reader, said)

    def name(self, encounter: Encounter, reader: Member) -> Reply:
        """Whom it is about, for somebody who may see it; with what they have just done."""
        if self._doors.sharing(reader, encounter) != Sharing.WORDS:
            return self.card(encounter, reader)
        parts, offers = self.just_done(encounter, reader)
        return Reply(title=who(encounter), parts=parts, offers=offers)

    def _outline(self, encounter: Encounter, member: Member, said: Sequence[Part]) -> Reply:
        """A coordinator who sees no word of it can still say that there was a contact."""
        may_log = encounter.is_open and self._doors.may_log_contact(member, encounter)
        offers = (buttons.contact(encounter),) if may_log else ()
        parts = (*said, *card_parts.outline(self.view(encounter, member)))
        return Reply(title=Message("meeting-outline-title"), parts=parts, offers=offers)

    def _whole(self, encounter: Encounter, member: Member, said: Sequence[Part]) -> Reply:
        view, requests = self.view(encounter, member), self._store.requests(encounter.id)
        changes = self._store.changes(encounter.id)
        change = fresh(changes, view.reader)
        parts: list[Part] = [*said]
        if change is not None:
            parts.append(Said(done(change, encounter, view.reader)))
        parts += card_parts.state_of(view, is_said=change is not None and change.kind in _SAYS_STATE)
        if change is not None and asks_next(change, encounter):
            parts.append(Said(Message("meeting-what-follows")))
        parts += [*card_parts.facts(view), *last_time(view, self._met(encounter, member)), *card_parts.next_step(view)]
        contact = contact_by_another(changes, encounter, view.reader, view.name)
        parts += [Said(contact)] if contact else []
        parts += card_parts.requests_of(requests, view)
        parts += card_parts.issues_of(self._store.issues(encounter.id), view)
        parts += self._value_card_of(encounter.id, member)
        return Reply(title=who(encounter), parts=tuple(parts), offers=self._offers(view, member, change))

    def _met(self, encounter: Encounter, member: Member) -> list[Encounter]:
        """What the reader may see of encounters with the same firm and person."""
        met = self._store.met(encounter.company_id, partner=encounter.partner, contact=encounter.contact)
        return [one for one in met if self._doors.sharing(member, one) == Sharing.WORDS]

    def _offers(self, view: View, member: Member, change: Change | None) -> tuple[Offer, ...]:
        encounter = view.encounter
        if encounter.state == State.UNCONFIRMED:
            return buttons.to_confirm(encounter) if encounter.confirm_by == member.id else ()
        if not self._doors.may_change(member, encounter):
            may_log = encounter.is_open and self._doors.may_log_contact(member, encounter)
            contact = (buttons.contact(encounter),) if may_log else ()
            return (*contact, buttons.history(encounter))
        undo = undo_of(change)
        requests = tuple(self._store.requests(encounter.id))
        asked = next((one for one in requests if one.to_id == member.id and one.state in UNANSWERED), None)
        if asked is not None and encounter.is_open:
            answers = (colleague_forms.accept(asked), colleague_forms.talk(asked))
            return (*answers, buttons.more(encounter), *((undo,) if undo else ()))
        is_left_off = change is not None and asks_next(change, encounter)
        follows = (*buttons.follow_up(encounter), buttons.more(encounter))
        offers = follows if is_left_off else buttons.offers_of(encounter, requests, now=view.reader.now)
        return (*offers, undo) if undo else offers

    def just_done(self, encounter: Encounter, member: Member) -> tuple[tuple[Part, ...], tuple[Offer, ...]]:
        """What the reader has just changed, and the way to take it back; nothing where that is longer ago."""
        view = self.view(encounter, member)
        change = fresh(self._store.changes(encounter.id), view.reader)
        if change is None:
            return (), ()
        parts: list[Part] = [Said(done(change, encounter, view.reader))]
        offers: list[Offer] = []
        if asks_next(change, encounter):
            parts.append(Said(Message("meeting-what-follows")))
            offers += buttons.follow_up(encounter)
        undo = undo_of(change)
        return tuple(parts), (*offers, *([undo] if undo else []))

    def more(self, encounter: Encounter, reader: Member) -> Reply:
        """Everything that can be done, with a word on what each is for."""
        return Reply(
            title=Message("meeting-more-title"),
            parts=(Headed(who(encounter)), Said(Message("meeting-more"))),
            offers=buttons.everything(encounter),
        )

    def history(self, encounter: Encounter, reader: Member) -> Reply:
        """What happened, the latest first, each with its day and person; what was taken back is not told."""
        view = self.view(encounter, reader)
        told = [one for one in self._store.changes(encounter.id) if not one.is_undone]
        told = [one for one in told if one.kind != ChangeKind.UNDONE]
        items = [self._told(one, view) for one in reversed(told[-_SHOWN_CHANGES:])]
        cut = [Said(Message("meeting-history-more"))] if len(told) > _SHOWN_CHANGES else []
        title = Message("meeting-history-title")
        return Reply(title=title, parts=(Headed(who(encounter)), *items, *cut))

    def _told(self, change: Change, view: View) -> Item:
        by = {"when": view.reader.when(change.at), "name": view.name(change.by_id)}
        return Item(line(change), (*more_of(change, view.reader, view.name), Message("meeting-history-by", by)))
