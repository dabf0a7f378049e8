"""What firms do beside encounters: what they share, what they know of their own value, what they ask."""

from __future__ import annotations

from bot.bootstrap import Library
from bot.bootstrap_coaching import make_card_service
from bot.core import actions
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind
from bot.core.meetings.models import Kind, State
from bot.core.messages import Message, Offer
from bot.core.people import Sharing
from bot.simulation.desk import find, is_done
from bot.simulation.region.desk import ChatDesk
from bot.simulation.region.street import RegionStreet
from bot.simulation.town import Firm

LABEL = Message("sharing-submit")
_SHARES = {Sharing.WORDS: 0.4, Sharing.OUTLINE: 0.45, Sharing.NOTHING: 0.08, None: 0.07}
_LEFT_OPEN = (CardField.PAYS, CardField.COST, CardField.EVIDENCE, CardField.RIVALS, CardField.TRY)


class Firms:
    """One act each."""

    def __init__(self, street: RegionStreet, desk: ChatDesk, library: Library) -> None:
        self._street, self._desk, self._library = street, desk, library
        self._cards = make_card_service(library)
        self._made: dict[str, int] = {}

    def begins(self, firm: Firm) -> None:
        """The owner opens the page for the first time, and says what is shared; some do not."""
        owner, chance = firm.people[0], self._street.chance
        self._desk.opens(owner)
        sharing = chance.choices(list(_SHARES), weights=list(_SHARES.values()))[0]
        if sharing is None:
            return
        company = self._company_of(owner)
        sheet = self._desk.presses(owner, Offer(actions.SHARE_FORM, company, LABEL))
        self._desk.sends(owner, sheet, {"sharing": str(sharing)})

    def tells_its_value(self, firm: Firm) -> None:
        """A value card, with what is still open on it; shared field by field."""
        street, chance = self._street, self._street.chance
        owner = self._library.database.people.by_address(firm.people[0])
        trade = street.region.trades[firm.name]
        number = self._made.get(trade.id, 0)
        if owner is None or owner.company is None or number >= len(trade.cards):
            return
        self._made[trade.id] = number + 1
        at, said = street.clock.now(), trade.cards[number]
        entries = {
            name: Entry(words=words, state=EntryState.SAID, by_id=owner.id, at=at) for name, words in said.items()
        }
        for name in chance.sample(_LEFT_OPEN, chance.randint(0, 3)):
            entries[name] = Entry(state=chance.choice((EntryState.UNKNOWN, EntryState.LATER)), by_id=owner.id, at=at)
        card = self._cards.made(
            walk_id=f"region-{trade.id}-{number}",
            company_id=owner.company.id,
            subject_kind=SubjectKind.TECHNOLOGY,
            trade=str(trade.chosen),
            entries=entries,
            by_id=owner.id,
            confirmed_by=owner.id,
        )
        share = chance.random()
        if share < 0.12:
            return
        wide, narrow = (Reach.REGION, Reach.COORDINATOR) if share < 0.65 else (Reach.COORDINATOR, Reach.COORDINATOR)
        reach = {FieldGroup.VALUE: wide, FieldGroup.CUSTOMER: narrow, FieldGroup.IDEAS: narrow}
        self._cards.share(card.id, version=card.version, reach=reach, by=owner, has_read_caution=True)

    def asks(self, address: str, text: str, *, rates: bool) -> None:
        """Something that the guides may know; whoever found it useful sometimes says so."""
        reply, _ = self._desk.says(address, text)
        useful = find(reply.offers, actions.RATE_USEFUL)
        if useful is not None and rates:
            self._desk.presses(address, useful)

    def asks_a_person(self, address: str, text: str) -> None:
        """Something that the guides do not know, and a coordinator may."""
        reply, _ = self._desk.says(address, text)
        offer = find(reply.offers, actions.HAND_OVER)
        if offer is None:
            self._desk.misses(actions.HAND_OVER)
            return
        self._desk.presses(address, offer)

    def met_again(self, address: str) -> None:
        """Some meetings are prepared, and of some it is said how they went."""
        member = self._library.database.people.by_address(address)
        if member is None:
            return
        going_on = [
            one
            for one in self._library.database.encounters.of_owner(member.id)
            if one.state is State.OPEN and one.outcome is None and one.kind is not Kind.SUPPORT_VISIT
        ]
        for one in going_on[:2]:
            self._tells(address, one.id)

    def leaves(self, address: str) -> None:
        """Somebody stops using Minori."""
        self._desk.looks_at(address, "")
        self._desk.presses(address, Offer(actions.LEAVE, "-", LABEL))

    def _tells(self, address: str, encounter_id: str) -> None:
        chance = self._street.chance
        self._desk.looks_at(address, "")
        form = self._desk.presses(address, Offer(actions.MEETING_OUTCOME_FORM, encounter_id, LABEL))
        outcome = chance.choices(("met", "partly", "not_met"), weights=(5, 3, 2))[0]
        if not is_done(self._desk.sends(address, form, {"outcome": outcome})):
            self._desk.misses("outcome")

    def _company_of(self, address: str) -> str:
        member = self._library.database.people.by_address(address)
        return member.company.id if member is not None and member.company is not None else ""
