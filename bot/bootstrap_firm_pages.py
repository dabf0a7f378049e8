"""What a firm's page is made of: encounters, value cards, questions and what happened, read from the database."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.adapters.storage.cockpit_readings import ChangeRow, CockpitReadings
from bot.bootstrap import Library
from bot.core import actions
from bot.core.coaching.cards.models import EntryState
from bot.core.coaching.cards.visibility import visible
from bot.core.coaching.cards.wording import title_of
from bot.core.cockpit.one_firm import CardSeen, Happened, Met, QuestionSeen
from bot.core.handovers.models import OPEN_STATES, HandOver, HandOverState
from bot.core.handovers.to_askers import withdrawal
from bot.core.meetings.chat.wording import who
from bot.core.meetings.models import Encounter, Kind, Stage, State
from bot.core.messages import Message, Offer
from bot.core.people import Company, Member

_OPEN_ENTRIES = (EntryState.UNKNOWN, EntryState.LATER)
_STATES = (State.OPEN, State.SLEEPING)
_MOST = 1_000


class FirmPageRecords:
    """The `FirmRecords` of the cockpit."""

    def __init__(self, library: Library) -> None:
        self._database = library.database
        self._readings = CockpitReadings(library.database.engine, workspace_id=library.database.workspace_id)

    def met(self, company_id: str) -> Sequence[Met]:
        """Its encounters with the outside that are still looked after."""
        found = self._database.encounters.of_company(company_id, states=_STATES, limit=_MOST)
        return [_met(one) for one in found if one.kind is Kind.MEETING]

    def cards_seen(self, member: Member, company: Company) -> Sequence[CardSeen]:
        """Its value cards as somebody may see them."""
        cards = [visible(one, member, company) for one in self._database.value_cards.of_company(company.id)]
        seen = [
            CardSeen(
                id=card.id,
                title=title_of(card),
                moved_at=card.at,
                open=sum(entry.state in _OPEN_ENTRIES for entry in card.entries.values()),
            )
            for card in cards
            if card is not None
        ]
        return sorted(seen, key=lambda one: (one.moved_at, one.id), reverse=True)

    def questions_seen(self, member: Member, company: Company) -> Sequence[QuestionSeen]:
        """What its people asked of this coordinator; or what somebody of it asked themselves."""
        if member.company is not None and member.company.id == company.id:
            own = self._database.handovers.by_asker(member.address) if member.address else ()
            return [_question(one, withdrawal(one)) for one in own if one.is_open]
        waiting = [one for one in self._database.handovers.in_state(OPEN_STATES) if one.owner_id == member.id]
        return [_question(one, _answer(one)) for one in waiting if self._firm_of(one) == company.id]

    def happened(
        self, company_id: str, *, kinds: Collection[str] = (), offset: int = 0, limit: int = 100
    ) -> tuple[int, Sequence[Happened]]:
        """What happened to its encounters, the last one first."""
        count, rows = self._readings.changes(company_id, kinds=kinds, offset=offset, limit=limit)
        store = self._database.encounters
        store.look_ahead({one.encounter_id for one in rows})
        return count, [_happened(one, store.by_id(one.encounter_id)) for one in rows]

    def _firm_of(self, one: HandOver) -> str:
        asker = self._database.people.by_address(one.asker)
        return asker.company.id if asker and asker.company else ""


def _met(one: Encounter) -> Met:
    step = one.next_step
    return Met(
        id=one.id,
        stage=str(one.stage),
        wall=str(one.wall or ""),
        since=one.since,
        last_contact_on=one.last_contact_on,
        due_on=step.due_on if step else None,
        is_asleep=one.state is State.SLEEPING,
        who=who(one),
    )


def _question(one: HandOver, offer: Offer | None) -> QuestionSeen:
    return QuestionSeen(id=one.id, text=one.text, asked_at=one.created_at, state=str(one.state), offer=offer)


def _answer(one: HandOver) -> Offer | None:
    if one.state is not HandOverState.WAITING:
        return None
    return Offer(actions.ANSWER_FORM, one.id, Message("handover-offer-answer"))


def _happened(row: ChangeRow, one: Encounter | None) -> Happened:
    moved = {name: row.detail.get(name, "") for name in ("from", "to")} if row.kind == "stage" else {}
    ranks = {str(stage): stage.rank for stage in Stage}
    return Happened(
        encounter_id=row.encounter_id,
        kind=row.kind,
        at=row.at,
        is_back=ranks.get(moved.get("to", ""), 0) < ranks.get(moved.get("from", ""), 0),
        by_id=row.by_id,
        who=who(one) if one else None,
    )
