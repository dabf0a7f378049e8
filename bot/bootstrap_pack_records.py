"""What a hand-over pack is made of, read from the database as far as its reader may see it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import partial

from bot.bootstrap import Library
from bot.bootstrap_nudges import load_cadences
from bot.bootstrap_pack_matters import ended_of, matter_of
from bot.core.calendars import zone_of
from bot.core.coaching.cards.models import EntryState, ValueCard
from bot.core.coaching.cards.visibility import is_own, visible
from bot.core.coaching.cards.wording import fact, group_label, reach_label, title_of
from bot.core.cockpit.gathering import Gathering as CockpitGathering
from bot.core.cockpit.models import Sift
from bot.core.digests.models import DigestChoice, LineKind
from bot.core.digests.settings import said_of
from bot.core.hand_over_packs.gathering import access_pack
from bot.core.hand_over_packs.models import (
    CardSeen,
    EndedMatter,
    IntroductionSeen,
    Line,
    Matter,
    Pack,
    PersonSeen,
    PutOff,
    QuestionSeen,
    Shared,
)
from bot.core.handovers.models import HandOver, HandOverState, TurnKind
from bot.core.introductions.models import Introduction, Side
from bot.core.introductions.models import State as IntroductionState
from bot.core.meetings.chat.wording import stage_label
from bot.core.meetings.models import Stage
from bot.core.meetings.packs import PackRow
from bot.core.meetings.service import MeetingService
from bot.core.messages import Message
from bot.core.nudges.models import CadenceChoice
from bot.core.people import Company, Member, access_coordinating

MOST_ANSWERED = 20
"""Of a firm's questions that were answered, so many are told, the latest first."""
_LONGEST_FACT = 2_000
_AHEAD = "encounters of a pack"
_OPEN_ENTRIES = (EntryState.UNKNOWN, EntryState.LATER)
_UNDER_WAY = (IntroductionState.OPEN, IntroductionState.MADE)
_ASKED = (HandOverState.WAITING, HandOverState.ASKED_BACK, HandOverState.ANSWERED)


class PackReadings:
    """The `PackRecords` of hand-over packs."""

    def __init__(self, library: Library, service: MeetingService, firms: CockpitGathering) -> None:
        self._database, self._service, self._firms = library.database, service, firms
        self._clock, self._cadences = library.clock, load_cadences()

    def ordered(
        self, viewer: Member, now: datetime, *, among: Collection[str] | None = None
    ) -> Sequence[tuple[Company, Message | None]]:
        """Their firms as the cockpit lists them."""
        found = self._firms.firms(viewer, Sift(), now, among=among)
        return [(line.company, line.need.said if line.need else None) for line in found.lines]

    def look_ahead(self, viewer: Member, companies: Sequence[Company]) -> None:
        """The encounters of all of them at once, with what happened."""
        seen = [one.id for one in companies if access_pack(viewer, one) is not Shared.NOTHING]
        for id, found in self._database.encounters.look_ahead_of(seen).items():
            self._database.memory.keep((_AHEAD, id), found)

    def matters(self, viewer: Member, company: Company) -> Sequence[Matter]:
        """The encounters of a firm that are looked after."""
        read = self._database.memory.once((_AHEAD, company.id), lambda: None)
        return [self._matter(row, viewer) for row in self._service.pack_rows(viewer, company.id, read=read)]

    def own_matters(self, viewer: Member) -> Sequence[tuple[Company | None, Matter]]:
        """What somebody looks after themselves."""
        found = list[tuple[Company | None, Matter]]()
        for row in self._service.own_pack_rows(viewer):
            id = row.encounter.company_id
            found.append((self._database.people.company(id) if id else None, self._matter(row, viewer)))
        return found

    def ended(self, viewer: Member, company: Company) -> Sequence[EndedMatter]:
        """Encounters that have ended, the last one first."""
        zone = zone_of(viewer.time_zone)
        found = [ended_of(row, zone) for row in self._service.ended_rows(viewer, company.id)]
        return sorted(found, key=lambda one: (one.ended_on, one.id), reverse=True)

    def cards(self, viewer: Member, company: Company) -> Sequence[CardSeen]:
        """Its value cards, of each the groups of fields that reach the reader."""
        found = self._database.value_cards.of_company(company.id)
        # What nobody of the firm has confirmed stays with whoever wrote it: a pack is handed on.
        told = [one for one in found if one.confirmed_by or is_own(viewer, company.id)]
        cards = [visible(one, viewer, company) for one in told]
        seen = [card for card in cards if card is not None]
        seen.sort(key=lambda one: (one.at, one.id), reverse=True)
        return [_card(one, viewer) for one in seen]

    def questions(self, viewer: Member, company: Company) -> Sequence[QuestionSeen]:
        """As on the firm's page, and those that were answered."""
        if viewer.company is not None and viewer.company.id == company.id:
            found = self._database.handovers.by_asker(viewer.address) if viewer.address else ()
        else:
            found = self._asked_of(viewer).get(company.id, [])
        waits = sorted((one for one in found if one.is_open), key=lambda one: (one.created_at, one.id))
        answered = [one for one in found if one.state is HandOverState.ANSWERED]
        answered.sort(key=lambda one: (one.created_at, one.id), reverse=True)
        return [self._question(one, viewer) for one in (*waits, *answered[:MOST_ANSWERED])]

    def introductions(self, viewer: Member, company: Company) -> Sequence[IntroductionSeen]:
        """This firm's side of what they have under way. Of the other side nothing before both wish it."""
        if not access_coordinating(viewer, company):
            return ()
        theirs = self._database.memory.once(("pack introductions", viewer.id), partial(self._under_way, viewer))
        sides = ((one, side) for one in theirs for side in (one.giver, one.needer))
        return [
            self._side(one, side, side.asked_at, viewer)
            for one, side in sides
            if side.company_id == company.id and side.asked_at is not None
        ]

    def people_of(self, company: Company) -> Sequence[PersonSeen]:
        """Its people who use Minori."""
        now = self._clock.now()
        return [
            PersonSeen(
                name=one.name,
                email=one.email,
                back_on=one.away_until.astimezone(zone_of(one.time_zone)).date()
                if one.away_until is not None and one.away_until > now
                else None,
            )
            for one in self._database.people.people(company_id=company.id)
            if not one.has_left
        ]

    def firm_settings(self, viewer: Member, company: Company, *, has_words: bool) -> Sequence[Line]:
        """The cadences chosen for it."""
        choices = self._database.nudge_wishes.choices(company.id)
        return [self._cadence(one, viewer) for one in choices if has_words or one.scope == "stage"]

    def settings(self, viewer: Member) -> Sequence[Line]:
        """Of which digests they wish, and when."""
        choice = self._database.digests.choices().get(viewer.id) or DigestChoice(person_id=viewer.id)
        return [(one,) for one in said_of(choice)]

    def put_off(self, owner: Member, seen: Pack) -> Sequence[PutOff]:
        """What they have put away and is still hidden."""
        known = dict(_subjects(seen))
        hidden = [one for one in self._database.digests.dismissed(owner.id) if one.hides(seen.made_on)]
        found = [(one, known[one.key[1]]) for one in hidden if one.key[1] in known]
        return [
            PutOff(kind=str(LineKind(one.key[0])), firm=firm, about=about, until=one.until)
            for one, (firm, about) in sorted(found, key=lambda pair: (pair[1], pair[0].key))
        ]

    def _matter(self, row: PackRow, viewer: Member) -> Matter:
        return matter_of(row, viewer, now=self._clock.now(), name=self._name)

    def _name(self, id: str | None) -> str:
        person = self._database.people.by_id(id) if id else None
        return person.name if person else ""

    def _asked_of(self, viewer: Member) -> Mapping[str, list[HandOver]]:
        """What was handed to somebody, by the firm of whoever asked; read once for all firms of a pack."""
        return self._database.memory.once(("pack questions", viewer.id), partial(self._questions_of, viewer))

    def _questions_of(self, viewer: Member) -> Mapping[str, list[HandOver]]:
        found = dict[str, list[HandOver]]()
        for one in self._database.handovers.in_state(_ASKED):
            if one.owner_id == viewer.id:
                found.setdefault(self._firm_of(one), []).append(one)
        return found

    def _under_way(self, viewer: Member) -> Sequence[Introduction]:
        return [one for one in self._database.introductions.in_state(_UNDER_WAY) if one.coordinator_id == viewer.id]

    def _firm_of(self, one: HandOver) -> str:
        asker = self._database.people.by_address(one.asker)
        return asker.company.id if asker and asker.company else ""

    def _question(self, one: HandOver, viewer: Member) -> QuestionSeen:
        asker = self._database.people.by_address(one.asker)
        turns = self._database.handovers.turns(one.id) if one.state is HandOverState.ANSWERED else ()
        answers = [turn.text for turn in turns if turn.kind in (TurnKind.ANSWERED, TurnKind.ADDED)]
        return QuestionSeen(
            id=one.id,
            text=one.text,
            asked_on=_day(one.created_at, viewer),
            state=str(one.state),
            asker=asker.name if asker else "",
            reply_by=one.reply_by if one.is_open else None,
            answer="\n".join(answers),
        )

    def _side(self, one: Introduction, side: Side, asked_at: datetime, viewer: Member) -> IntroductionSeen:
        other = one.needer if side is one.giver else one.giver
        told = self._database.people.company(other.company_id) if one.is_wanted_by_both() else None
        return IntroductionSeen(
            id=side.ask_id,
            asked_on=_day(asked_at, viewer),
            answer=str(side.answer or ""),
            person=self._name(side.person_id),
            text=side.text,
            other=told.name if told and one.state is IntroductionState.MADE else "",
        )

    def _cadence(self, one: CadenceChoice, viewer: Member) -> Line:
        """For which stage or event, and how often it asks."""
        stage = next((each for each in Stage if one.scope == "stage" and str(each) == one.name), None)
        what = stage_label(stage) if stage else one.name
        return (Message("pack-setting-cadence"), what, self._cadences.title(one.cadence, viewer.locale or "ja"))


def _card(card: ValueCard, viewer: Member) -> CardSeen:
    facts = [fact(card, name, most=_LONGEST_FACT) for name in card.entries if card.entry(name).is_said]
    reaches = [(group_label(group), reach_label(reach)) for group, reach in card.reach.items()]
    return CardSeen(
        id=card.id,
        title=title_of(card),
        moved_on=_day(card.at, viewer),
        reaches=tuple(reaches),
        facts=tuple((one.label, one.value) for one in facts),
        edition=card.version if is_own(viewer, card.company_id) else 0,
        open=sum(entry.state in _OPEN_ENTRIES for entry in card.entries.values()),
    )


def _subjects(seen: Pack) -> Iterator[tuple[str, tuple[str, str]]]:
    """What lines of digests are about, as far as it is in the pack: each with its firm and with whom."""
    for firm in seen.firms:
        yield firm.id, (firm.name, "")
        yield from ((one.id, (firm.name, one.with_whom)) for one in firm.matters)
        yield from ((one.id, (firm.name, "")) for one in firm.cards)
        yield from ((one.id, (firm.name, "")) for one in firm.questions)


def _day(moment: datetime, viewer: Member) -> date:
    return moment.astimezone(zone_of(viewer.time_zone)).date()
