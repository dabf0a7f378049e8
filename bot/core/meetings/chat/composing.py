"""What is owed to people about an encounter, said from the record as it is when it is sent; None where it is over."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.core.meetings import owing
from bot.core.meetings.chat import buttons, card_parts, colleague_forms
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.wording import due, name_in, who
from bot.core.meetings.colleague_requests import ColleagueRequest, RequestState
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import Fact, Headed, Message, Part, Quoted, Reply, Said
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member

_OfRequest: TypeAlias = Callable[[ColleagueRequest, Encounter, Member], Reply | None]
_OfEncounter: TypeAlias = Callable[[Encounter, Member], Reply | None]


class Composing:
    """The composers of encounters."""

    def __init__(self, *, store: EncounterStore, directory: Directory, cards: Cards, doors: Doors) -> None:
        self._store, self._directory, self._cards, self._doors = store, directory, cards, doors

    def composers(self) -> Mapping[str, Composer]:
        """For each kind of message owed, what says it."""
        requests: dict[str, _OfRequest] = {
            owing.REQUEST: self._request,
            owing.REQUEST_TALK: self._talk,
            owing.REQUEST_ACCEPTED: self._accepted,
            owing.REQUEST_WITHDRAWN: self._withdrawn,
            owing.REQUEST_RETURNED: self._returned,
        }
        encounters: dict[str, _OfEncounter] = {owing.CONFIRM: self._confirm, owing.NOT_KEPT: self._not_kept}
        composers = {kind: self._about_request(compose) for kind, compose in requests.items()}
        return composers | {kind: self._about_encounter(compose) for kind, compose in encounters.items()}

    def _about_encounter(self, compose: _OfEncounter) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            encounter, person = self._store.by_id(owed.subject_id), self._directory.by_address(owed.person)
            if encounter is None or person is None or person.has_left:
                return None
            reply = compose(encounter, person)
            return Addressed(reply=reply, locale=person.locale or "ja") if reply else None

        return composed

    def _about_request(self, compose: _OfRequest) -> Composer:
        def composed(owed: Owed) -> Addressed | None:
            request, person = self._store.request(owed.subject_id), self._directory.by_address(owed.person)
            encounter = self._store.by_id(request.encounter_id) if request else None
            if request is None or encounter is None or person is None or person.has_left:
                return None
            reply = compose(request, encounter, person)
            return Addressed(reply=reply, locale=person.locale or "ja") if reply else None

        return composed

    def confirmation(self, encounter: Encounter, member: Member) -> Reply:
        """Who wrote it, and what; 確認しました, 直す or 記録しない."""
        view = self._cards.view(encounter, member)
        by = {"name": view.name(encounter.created_by)}
        return Reply(
            title=who(encounter),
            parts=(
                Said(Message("meeting-confirm", by)),
                *card_parts.facts(view),
                *card_parts.next_step(view),
                Said(Message("meeting-confirm-then")),
            ),
            offers=buttons.to_confirm(encounter),
        )

    def _confirm(self, encounter: Encounter, member: Member) -> Reply | None:
        is_asked = encounter.state == State.UNCONFIRMED and encounter.confirm_by == member.id
        return self.confirmation(encounter, member) if is_asked else None

    def _not_kept(self, encounter: Encounter, coordinator: Member) -> Reply | None:
        """No word of it is left, so that none is said."""
        name = {"name": name_in(self._directory, encounter.owner_id)}
        return Reply(parts=(Said(Message("meeting-not-kept", name)),))

    def request(self, request: ColleagueRequest, encounter: Encounter, member: Member) -> Reply:
        """Would you take this on? Nothing is theirs before they accept."""
        asker = {"name": name_in(self._directory, request.from_id)}
        from_whom = self._directory.by_id(request.from_id)
        key = "meeting-request-whole" if request.is_whole else "meeting-request"
        if from_whom is not None and from_whom.has_left:
            key = "meeting-request-left"
        sees = self._doors.sees_words(member, encounter)
        show = (buttons.show(encounter),) if sees else ()
        return Reply(
            parts=(Said(Message(key, asker)), *self._asked(request, encounter, member)),
            offers=(colleague_forms.accept(request), colleague_forms.talk(request), *show),
        )

    def _asked(self, request: ColleagueRequest, encounter: Encounter, member: Member) -> list[Part]:
        """What is asked, about whom, until when: as far as the colleague may see it."""
        parts: list[Part] = [Quoted(request.text)] if request.text else []
        if not self._doors.sees_words(member, encounter):
            return parts
        parts.insert(0, Headed(who(encounter)))
        step = encounter.next_step
        if step is not None and step.due_on is not None:
            parts.append(Fact(Message("meeting-label-due"), due(step, self._cards.view(encounter, member).reader)))
        return parts

    def _request(self, request: ColleagueRequest, encounter: Encounter, member: Member) -> Reply | None:
        is_asked = request.state == RequestState.ASKED and request.to_id == member.id
        return self.request(request, encounter, member) if is_asked and encounter.is_open else None

    def _talk(self, request: ColleagueRequest, encounter: Encounter, asker: Member) -> Reply | None:
        if request.state != RequestState.TALK or request.from_id != asker.id:
            return None
        name = {"name": name_in(self._directory, request.to_id)}
        note = (Quoted(request.note),) if request.note else ()
        return self._told(Message("meeting-request-talks", name), encounter, asker, note)

    def _accepted(self, request: ColleagueRequest, encounter: Encounter, asker: Member) -> Reply | None:
        if request.state != RequestState.ACCEPTED or request.from_id != asker.id:
            return None
        name = {"name": name_in(self._directory, request.to_id)}
        return self._told(Message("meeting-request-accepted", name), encounter, asker)

    def _withdrawn(self, request: ColleagueRequest, encounter: Encounter, colleague: Member) -> Reply | None:
        if request.state != RequestState.WITHDRAWN or request.to_id != colleague.id:
            return None
        name = {"name": name_in(self._directory, request.from_id)}
        return Reply(parts=(Said(Message("meeting-request-withdrawn", name)),))

    def _returned(self, request: ColleagueRequest, encounter: Encounter, asker: Member) -> Reply | None:
        if request.state == RequestState.ACCEPTED or request.from_id != asker.id:
            return None
        name = {"name": name_in(self._directory, request.to_id)}
        return self._told(Message("meeting-request-returned", name), encounter, asker)

    def _told(self, first: Message, encounter: Encounter, reader: Member, note: tuple[Part, ...] = ()) -> Reply:
        if not self._doors.sees_words(reader, encounter):
            return Reply(parts=(Said(first), *note))
        return Reply(parts=(Said(first), Headed(who(encounter)), *note), offers=(buttons.show(encounter),))
