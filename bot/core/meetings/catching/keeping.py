"""Cards of a list become encounters, and are taken back. The encounter's id is the card's: twice is once.

An encounter is stored before the list says so: where the program ends between the two, the same press finds it there.
"""

from __future__ import annotations

from dataclasses import replace

from bot.core.clock import Clock
from bot.core.meetings.catching.models import Card, CardList, CardState
from bot.core.meetings.catching.ports import EncounterLog, Encounters
from bot.core.meetings.catching.recognising import Recognition
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Outcome
from bot.core.meetings.parties import Joining
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member


class Keeping:
    """Each returns the list one version later, the list itself where nothing is to be done, or why not."""

    def __init__(self, *, encounters: Encounters, log: EncounterLog, recognition: Recognition, clock: Clock) -> None:
        self._encounters, self._log, self._recognition, self._clock = encounters, log, recognition, clock

    def keep(self, one: CardList, card: Card, member: Member, *, is_greeting: bool = False) -> CardList | Message:
        """On record: with a next step, or as ご挨拶のみ."""
        if card.is_recorded or card.state == CardState.SAME:
            return one
        kept = self._kept(one, card, member, is_greeting=is_greeting)
        return kept if isinstance(kept, Message) else one.with_card(kept)

    def rest(self, one: CardList, member: Member, batch: str) -> CardList:
        """All that wait and name somebody, as ご挨拶のみ; what cannot be kept goes on waiting."""
        changed = {}
        for card in one.waiting():
            kept = self._kept(one, card, member, is_greeting=True) if card.is_named else card
            if isinstance(kept, Card) and kept is not card:
                changed[card.number] = replace(kept, batch=batch)
        return one.with_cards(changed) if changed else one

    def take_back(self, one: CardList, card: Card, member: Member) -> CardList | Message:
        """As before it was pressed."""
        if card.state == CardState.WAITING:
            return one
        back = self._back(card, member)
        return back if isinstance(back, Message) else one.with_card(back)

    def take_rest_back(self, one: CardList, member: Member, batch: str) -> CardList | Message:
        """All that one press has greeted."""
        changed, why = {}, Message("catch-undo-late")
        for card in one.cards:
            if card.batch == batch and card.is_recorded:
                back = self._back(card, member)
                if isinstance(back, Message):
                    why = back
                else:
                    changed[card.number] = back
        if changed or not any(card.batch == batch for card in one.cards):
            return one.with_cards(changed) if changed else one
        return why

    def report(
        self, one: CardList, card: Card, member: Member, outcome: Outcome, learned: str, step: StepGiven | None
    ) -> tuple[Card, Result]:
        """A meeting of a calendar that has been held: on record, with how it went."""
        captured = self._encounters.capture(one.given(card), by=member)
        if isinstance(captured, Refused):
            return card, captured
        told = self._encounters.outcome(captured.encounter.id, outcome, by=member, learned=learned, next_step=step)
        # Taken back from the encounter's own card, one change after the other.
        kept = replace(card, state=CardState.KEPT, encounter_id=captured.encounter.id, decided_at=self._clock.now())
        return kept, told

    def _kept(self, one: CardList, card: Card, member: Member, *, is_greeting: bool) -> Card | Message:
        id = one.encounter_id(card)
        if card.has_moved:
            result = self._encounters.correct(id, by=member, meets_at=card.meets_at)
        else:
            result = self._encounters.capture(
                one.given(card, is_greeting=is_greeting, joins=self._joins(one, card)), by=member
            )
        if isinstance(result, Refused):
            return result.message
        return replace(
            card,
            state=CardState.GREETED if is_greeting else CardState.KEPT,
            encounter_id=id,
            change_id=self._change_id(result),
            decided_at=self._clock.now(),
            has_moved=False,
        )

    def _change_id(self, done: Done) -> str:
        """The change to take back; of a press that is done already, the newest one."""
        if done.change is not None:
            return done.change.id
        changes = self._log.changes(done.encounter.id)
        return changes[-1].id if changes else ""

    def _back(self, card: Card, member: Member) -> Card | Message:
        if not card.is_recorded:
            return card.waiting_again()
        if not card.can_be_taken_back(self._clock.now()):
            return Message("catch-undo-late")
        result = self._encounters.undo(card.change_id, by=member)
        return result.message if isinstance(result, Refused) else card.waiting_again()

    def _joins(self, one: CardList, card: Card) -> tuple[Joining, ...]:
        likeness = card.likeness
        if likeness is None or not likeness.is_same or not likeness.party_id:
            return ()
        return self._recognition.joins(
            one.company_id, party_id=likeness.party_id, partner=card.partner, contact=card.contact
        )
