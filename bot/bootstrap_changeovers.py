"""The composition root of changeovers: joined with people, encounters, questions, introductions, digests, packs."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial

from bot.adapters.storage.changeover_readings import ChangeoverReadings
from bot.adapters.storage.changeovers import Load
from bot.adapters.storage.introductions import is_between
from bot.bootstrap import Library, make_looks
from bot.bootstrap_digests import where_stands
from bot.core.audited import Audited
from bot.core.changeovers.models import Carried, Changeover, Counts, OwnEncounter
from bot.core.changeovers.ports import HandOverPacks, Listed
from bot.core.changeovers.service import ChangeoverService
from bot.core.digests.models import DigestChoice
from bot.core.digests.models import Scope as DigestScope
from bot.core.introductions.models import State as IntroductionState
from bot.core.meetings.models import Encounter, Kind
from bot.core.meetings.service import MeetingService
from bot.core.nudges.slots import hours_of
from bot.core.owed import Owed
from bot.core.people import Member

REPLY_WITHIN = 2
"""Working days that the receiver has for questions, as for those that come to them directly."""
_UNDER_WAY = (IntroductionState.OPEN, IntroductionState.MADE)


def make_changeovers(
    library: Library, service: MeetingService, *, listed: Listed, packs: HandOverPacks | None = None
) -> ChangeoverService:
    """Join them."""
    return ChangeoverService(
        store=library.database.changeovers,
        holdings=HoldingsOnRecord(library, service),
        directory=library.database.people,
        calendars=library.calendars,
        hours_of=hours_of,
        listed=listed,
        packs=packs,
        looks=make_looks(library),
        clock=library.clock,
        stands=partial(where_stands, library.database),
    )


class HoldingsOnRecord:
    """The `Holdings` of what is in the database."""

    def __init__(self, library: Library, service: MeetingService) -> None:
        self._database, self._calendars, self._clock = library.database, library.calendars, library.clock
        self._service = service
        self._readings = ChangeoverReadings(library.database.engine, workspace_id=library.database.workspace_id)

    def counts(self, giver: Member, company_ids: Collection[str]) -> Mapping[str, Counts]:
        """What hangs on each of these firms."""
        return self._readings.counts(giver.id, company_ids)

    def introductions(self, giver: Member, company_ids: Collection[str]) -> tuple[int, int]:
        """How many go along, and how many end."""
        some = self._database.introductions.in_state(_UNDER_WAY)
        theirs = [one for one in some if one.coordinator_id == giver.id]
        touched = [one for one in theirs if {one.giver.company_id, one.needer.company_id} & set(company_ids)]
        goes = sum(is_between(one, company_ids) for one in touched)
        return goes, len(touched) - goes

    def records(self, member: Member, company_ids: Collection[str]) -> Sequence[str]:
        """Their support visits to these firms."""
        found = self._service.looked_after(member, kind=Kind.SUPPORT_VISIT, company_ids=company_ids)
        return [one.id for one in found]

    def own_encounters(self, member: Member) -> Sequence[OwnEncounter]:
        """The open encounters of their own firm that they look after."""
        if member.company is None:
            return ()
        found = self._service.looked_after(member, kind=Kind.MEETING, company_ids=(member.company.id,))
        return [OwnEncounter(id=one.id, title=_title(one)) for one in found if one.owner_id == member.id]

    def pass_on(self, one: Changeover, encounter_ids: Sequence[str]) -> None:
        """These go ahead; what has changed meanwhile stays for the next time."""
        giver, receiver = self._hands(*one.hands)
        prepared = self._service.given(encounter_ids, giver=giver, receiver=receiver, agreed=one.id)
        self._database.changeovers.pass_on(prepared)

    def carry(
        self,
        before: Changeover,
        after: Changeover,
        carried: Carried,
        *,
        owed: Sequence[Owed],
        audited: Sequence[Audited],
    ) -> bool:
        """All of it, or nothing."""
        giver, receiver = self._hands(carried.from_id, carried.to_id)
        ids = carried.encounter_ids
        prepared = self._service.given(ids, giver=giver, receiver=receiver, agreed=before.id)
        reply_by = self._calendars.reply_by(self._clock.now(), REPLY_WITHIN, receiver)
        # Before: a digest may name a firm that is not theirs yet, and then leaves it out.
        self._in_digest(receiver, carried.company_ids)
        load = Load(prepared=prepared, reply_by=reply_by)
        return self._database.changeovers.carry(before, after, carried, load, owed=owed, audited=audited)

    def _in_digest(self, receiver: Member, company_ids: Sequence[str]) -> None:
        """Who chose the firms of their digest gets these in it as well."""
        choice: DigestChoice | None = self._database.digests.choices().get(receiver.id)
        if choice is None or choice.scope is not DigestScope.CHOSEN:
            return
        new = [id for id in company_ids if id not in choice.firm_ids]
        if new:
            more = replace(choice, firm_ids=(*choice.firm_ids, *new))
            self._database.digests.put_choice(more, choice.chosen_at or self._clock.now())

    def _hands(self, from_id: str, to_id: str) -> tuple[Member, Member]:
        giver, receiver = self._database.people.by_id(from_id), self._database.people.by_id(to_id)
        if giver is None or receiver is None:
            raise LookupError("nobody is registered under the id of a changeover")
        return giver, receiver


def _title(one: Encounter) -> str:
    """Whom it is with, as its firm knows them."""
    named = " ".join(part for part in (one.partner, one.contact) if part)
    return named or one.title or one.event or one.topic or "–"
