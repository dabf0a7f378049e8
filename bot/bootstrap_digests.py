"""The composition root of digests: joined with the database, and with what other features know of firms."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from functools import partial

import structlog

from bot.adapters.storage.database import Database
from bot.bootstrap import Library, make_looks
from bot.bootstrap_digest_export import as_workbook
from bot.bootstrap_digest_paragraphs import make_paragraphs
from bot.bootstrap_digest_pictures import DigestPictures
from bot.bootstrap_figures import make_figures
from bot.bootstrap_nudges import load_cadences
from bot.core.changeovers.models import State as ChangeoverState
from bot.core.changeovers.models import What
from bot.core.coaching.cards.models import EntryState
from bot.core.coaching.cards.visibility import name_of_card, visible
from bot.core.digests.gathering import Gathering
from bot.core.digests.ports import Card, Ending, IntroductionsOf, Matter, Question, Request, no_introductions
from bot.core.digests.service import DigestService
from bot.core.handovers.models import HandOverState
from bot.core.meetings.anchors import ENCOUNTER_SUBJECT, NEXT_STEP
from bot.core.meetings.models import Encounter, Stage, Wall
from bot.core.meetings.service import MeetingService
from bot.core.nudges.cadences import Counts
from bot.core.nudges.models import CadenceChoice
from bot.core.nudges.planning import chosen
from bot.core.nudges.slots import hours_of
from bot.core.owed import Owed
from bot.core.people import Company, Member
from bot.core.scheduled import Waiting

_OPEN = (EntryState.UNKNOWN, EntryState.LATER)


def make_digests(
    library: Library, service: MeetingService, *, introductions: IntroductionsOf = no_introductions
) -> DigestService:
    """Join them. `introductions` are those worth making. Raises DataFileError."""
    database = library.database
    gathering = Gathering(
        records=FirmRecords(library, service),
        directory=database.people,
        is_working_day=lambda day: library.calendars.country.is_working_day(day),
        introductions=introductions,
    )
    return DigestService(
        store=database.digests,
        gathering=gathering,
        directory=database.people,
        calendars=library.calendars,
        hours_of=hours_of,
        stands=partial(where_stands, database),
        clock=library.clock,
        log=structlog.get_logger("bot.core.digests"),
        as_file=as_workbook,
        pictures=DigestPictures(library, make_figures(library)),
        piece_of_work=database.memory.piece_of_work,
        looks=make_looks(library),
        model=make_paragraphs(library),
    )


class FirmRecords:
    """The `Records` of digests: encounters, questions, cards and programmes, read for many firms at once."""

    def __init__(self, library: Library, service: MeetingService) -> None:
        self._database, self._service = library.database, service
        self._cadences = load_cadences()

    def matters(self, company_ids: Collection[str]) -> Sequence[Matter]:
        """Every open encounter of these firms with the outside."""
        found = self._database.digest_readings.open_encounters(company_ids)
        firms = {one.company_id for one in found if one.company_id is not None}
        choices = {id: self._database.nudge_wishes.choices(id) for id in firms}
        return [self._matter(one, id, choices[id]) for one in found if (id := one.company_id) is not None]

    def last_heard(self, company_ids: Collection[str]) -> Mapping[str, datetime]:
        """When these firms last logged, answered or asked anything."""
        return self._database.digest_readings.last_heard(company_ids)

    def questions(self, member: Member) -> Sequence[Question]:
        """What waits for an answer of this coordinator."""
        waiting = self._database.handovers.in_state((HandOverState.WAITING,))
        found = list[Question]()
        for one in (one for one in waiting if one.owner_id == member.id):
            asker = self._database.people.by_address(one.asker)
            by = f"{one.reply_by:%Y%m%dT%H%M}" if one.reply_by else ""
            found.append(
                Question(
                    id=one.id,
                    asked_at=one.created_at,
                    mark=f"{one.passed_on} {by}",
                    reply_by=one.reply_by,
                    company_id=asker.company.id if asker and asker.company else None,
                )
            )
        return found

    def cards(self, member: Member, companies: Sequence[Company], *, since: datetime) -> Sequence[Card]:
        """The value cards of these firms as the coordinator may see them."""
        firms, found = {one.id: one for one in companies}, list[Card]()
        theirs = [one for one in self._database.value_cards.shared() if one.company_id in firms]
        shared = self._database.digest_readings.shared_since([one.id for one in theirs], since)
        for whole in theirs:
            card = visible(whole, member, firms[whole.company_id])
            if card is None:
                continue
            found.append(
                Card(
                    id=card.id,
                    company_id=card.company_id,
                    moved_at=card.at,
                    shared_at=shared.get(card.id),
                    open=sum(entry.state in _OPEN for entry in card.entries.values()),
                    name=name_of_card(card),
                )
            )
        return found

    def endings(self, member: Member) -> Sequence[Ending]:
        """What of this coordinator ends, and is asked about and not answered."""
        asked = [one for one in self._service.successions(member) if not one.succession]
        return [Ending(id=one.id, name=one.name, last_day=one.last_day) for one in asked]

    def requests(self, member: Member) -> Sequence[Request]:
        """Of the firms that others would hand to this coordinator; no name of any is read here."""
        asked = self._database.changeovers.in_state((ChangeoverState.ASKED,))
        found = list[Request]()
        for one in (one for one in asked if one.receiver_id == member.id and one.what is What.FIRMS):
            giver = self._database.people.by_id(one.giver_id)
            name, at = giver.name if giver else "", one.asked_at or one.made_at
            found.append(Request(id=one.id, asked_by=name, firms=len(one.items), asked_at=at))
        return found

    def _matter(self, one: Encounter, company_id: str, choices: Sequence[CadenceChoice]) -> Matter:
        step, wall = one.next_step, one.wall
        due_on = step.due_on if step is not None and step.is_complete else None
        missing = {Wall.DEVELOPMENT: one.missing_for_wall_2, Wall.TRIAL: one.missing_for_trial}
        return Matter(
            id=one.id,
            company_id=company_id,
            stage=str(one.stage),
            wall=str(wall or ""),
            missing=missing.get(wall, ()) if wall else (),
            since=one.since,
            decision_on=one.decision_on if one.stage is Stage.TRIAL else None,
            # A real contact after the day sets the count back, as it does for reminders.
            step_on=max(due_on, one.last_contact_on) if due_on else None,
            patience=self._patience(one, company_id, choices) if due_on else 0,
            put_off_until=one.postponed_until,
            partner=one.partner,
        )

    def _patience(self, one: Encounter, company_id: str, choices: Sequence[CadenceChoice]) -> int:
        """How many working days after the step its cadence asks for the last time."""
        waiting = Waiting(
            subject_kind=ENCOUNTER_SUBJECT,
            subject_id=one.id,
            matter=NEXT_STEP,
            person_id=one.owner_id,
            since=one.since,
            company_id=company_id,
            cadence=one.cadence,
            event=one.event,
            stage=str(one.stage),
        )
        last = self._cadences.rule(chosen(waiting, choices), NEXT_STEP).steps[-1]
        return last.after if last.counts is Counts.WORKING_DAYS else last.after * 5 // 7


def where_stands(database: Database, owed: Owed) -> tuple[str, str] | None:
    """Where something owed stands in the chat; None where it was not sent."""
    sent = database.deliveries.by_id(owed.delivery_id(database.digests.workspace_id))
    if sent is None or not sent.sent_conversation or not sent.sent_message:
        return None
    return sent.sent_conversation, sent.sent_message
