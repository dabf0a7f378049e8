"""What is pressed on uses. Everything shown is reckoned anew from the card; what was decided is on record with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.coaching.cards.chat.doors import Doors, Handler, View, aside
from bot.core.coaching.cards.models import CardField, Decision, Use, ValueCard
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.uses.chat import listing as lists
from bot.core.coaching.uses.chat.listing import Listing
from bot.core.coaching.uses.chat.matrix_sheet import matrix_sheet, no_plan_sheet
from bot.core.coaching.uses.grammar import ask_for_function
from bot.core.coaching.uses.offering import Offering, Wanted
from bot.core.coaching.uses.ports import NoPlans, OtherCards, PlanPassages, no_other_cards
from bot.core.coaching.uses.wording import Words
from bot.core.messages import Locale, Message, Part, Pressed, Reply, Said, Sentences
from bot.core.people import Directory, Member

CardOf: TypeAlias = Callable[[str, Member], Reply]
"""A card as somebody may see it, as a message."""


class UseChat:
    """The presses of uses. Each is in a sheet, for the firm's own people alone; twice is once."""

    def __init__(
        self,
        *,
        service: CardService,
        directory: Directory,
        sentences: Sentences,
        offering: Offering,
        plans: PlanPassages | None = None,
        others: OtherCards = no_other_cards,
        card_of: CardOf | None = None,
    ) -> None:
        self._service, self._offering = service, offering
        self._plans, self._others, self._card_of = plans or NoPlans(), others, card_of
        self._doors = Doors(service=service, directory=directory, sentences=sentences)
        changed = self._doors.changed
        self.handlers: Mapping[str, Handler] = {
            actions.USE_SHOW: changed(self._show),
            actions.USE_MORE: changed(self._more),
            actions.USE_TICK: changed(self._tick),
            actions.USE_DECLINE: changed(self._decline),
            actions.USE_UNDO: changed(self._undo),
            actions.USE_FIRST_FORM: changed(self._first_form),
            actions.USE_FIRST_SEND: changed(self._first_send),
            actions.USE_MATRIX: changed(self._matrix),
            actions.USE_CELL_TICK: changed(self._cell_tick),
            actions.USE_CELL_DECLINE: changed(self._cell_decline),
            actions.USE_CELL_UNDO: changed(self._cell_undo),
        }
        """What to do for each action."""

    def _show(self, _pressed: Pressed, view: View) -> Reply:
        return self._opened(view, after=-1)

    def _more(self, _pressed: Pressed, view: View) -> Reply:
        return self._opened(view, after=view.number(0))

    def _opened(self, view: View, *, after: int) -> Reply:
        words = view.card.entry(CardField.FUNCTION).words
        if not self._offering.reader.read_all(words):
            asks = ask_for_function(words) if words.strip() else Message("use-no-function")
            return Reply(title=Message("use-title"), parts=(Said(asks),))
        whole = self._listing(view, view.card, ())
        places = lists.next_places(whole.offers, whole.decided, after=after)
        return self._listed(replace(whole, places=places), view)

    def _tick(self, _pressed: Pressed, view: View) -> Reply:
        return self._decided(view, Decision.TICKED)

    def _decline(self, _pressed: Pressed, view: View) -> Reply:
        return self._decided(view, Decision.DECLINED)

    def _undo(self, _pressed: Pressed, view: View) -> Reply:
        return self._decided(view, Decision.OFFERED)

    def _decided(self, view: View, decision: Decision) -> Reply:
        before = self._listing(view, view.card, lists.places_of(_part(view, 0)))
        use = before.use(_part(view, 1))
        if use is None:
            return aside(Message("use-gone"))
        card = self._keep(view, use, decision)
        after = self._listing(view, card, before.places)
        said: tuple[Part, ...] = ()
        if decision is Decision.TICKED and not use.ask_first:
            said = lists.after_tick(use, self._who_knows(use, view), after)
        sheet = self._listed(after, view, said=said)
        return replace(sheet, behind=self._behind(view))

    def _first_form(self, _pressed: Pressed, view: View) -> Reply:
        use = self._kept(view)
        if use is None:
            return aside(Message("use-gone"))
        who = self._who_knows(use, view)
        return lists.first_form(use, who, card_id=view.card.id, token=_part(view, 0))

    def _first_send(self, pressed: Pressed, view: View) -> Reply:
        use = self._kept(view)
        if use is None:
            return aside(Message("use-gone"))
        person = " ".join(pressed.values.get(lists.FIRST, "").split())[: lists.LONGEST_FIRST]
        card = self._service.decide_use(
            view.card.id, use.id, decision=Decision.TICKED, by=view.member, ask_first=person
        )
        after = self._listing(view, card, lists.places_of(_part(view, 0)))
        return replace(self._listed(after, view), behind=self._behind(view))

    def _matrix(self, _pressed: Pressed, view: View) -> Reply:
        return self._drawn(view, view.card)

    def _cell_tick(self, _pressed: Pressed, view: View) -> Reply:
        return self._cell_decided(view, Decision.TICKED)

    def _cell_decline(self, _pressed: Pressed, view: View) -> Reply:
        return self._cell_decided(view, Decision.DECLINED)

    def _cell_undo(self, _pressed: Pressed, view: View) -> Reply:
        return self._cell_decided(view, Decision.OFFERED)

    def _cell_decided(self, view: View, decision: Decision) -> Reply:
        words, function = self._words(view), view.card.entry(CardField.FUNCTION).words
        cells = self._offering.matrix(function, self._plans.readable(view.member), _change(view.card)).cells
        found = next((cell for cell in cells if cell.id == _part(view, 1)), None)
        if found is None:
            return aside(Message("use-gone"))
        return replace(
            self._drawn(view, self._keep(view, self._offering.planned(found, words), decision)),
            behind=self._behind(view),
        )

    def _drawn(self, view: View, card: ValueCard) -> Reply:
        passages = self._plans.readable(view.member)
        if not passages:
            return no_plan_sheet(card.id)
        function = card.entry(CardField.FUNCTION).words
        found = self._offering.matrix(function, passages, _change(card))
        if not found.functions:
            return Reply(title=Message("use-title"), parts=(Said(ask_for_function(function)),))
        words = self._words(view)
        return matrix_sheet(
            found,
            card_id=card.id,
            function=found.functions[-1].text,
            decided=_decided(card),
            use_of=lambda cell: self._offering.planned(cell, words),
            words=words,
            page=view.number(0),
        )

    def _keep(self, view: View, use: Use, decision: Decision) -> ValueCard:
        self._service.offer_uses(view.card.id, uses=[replace(use, decision=Decision.OFFERED)])
        return self._service.decide_use(view.card.id, use.id, decision=decision, by=view.member)

    def _behind(self, view: View) -> Reply | None:
        """The card from which the sheet was opened: what is ticked stands there, too."""
        return self._card_of(view.card.id, view.member) if self._card_of else None

    def _kept(self, view: View) -> Use | None:
        """The use of the reference, where it is ticked."""
        use = _decided(view.card).get(_part(view, 1))
        return use if use is not None and use.decision is Decision.TICKED else None

    def _listing(self, view: View, card: ValueCard, places: tuple[int, ...]) -> Listing:
        function = card.entry(CardField.FUNCTION).words
        wanted = Wanted(
            function=function,
            change=_change(card),
            trade=card.trade,
            cards=tuple(self._others(card, view.member)),
            passages=tuple(self._plans.readable(view.member)),
        )
        read = self._offering.reader.read(function)
        say = self._doors.say_for(view.member)
        return Listing(
            card_id=card.id,
            function=read.text if read else function,
            offers=self._offering.offer(wanted, locale=_locale(view), say=say),
            decided=_decided(card),
            places=places,
        )

    def _listed(self, listing: Listing, view: View, *, said: tuple[Part, ...] = ()) -> Reply:
        """The sheet; where it quotes another firm's card, that goes into the audit log."""
        self._service.looked_at_quoted(listing.shown(), view.member)
        return lists.list_sheet(listing, said=said, has_plans=self._has_plans(view))

    def _words(self, view: View) -> Words:
        say = self._doors.say_for(view.member)
        return Words(vocabulary=self._offering.reader.vocabulary, locale=_locale(view), say=say)

    def _who_knows(self, use: Use, view: View) -> str:
        return self._offering.who_knows(use, locale=_locale(view))

    def _has_plans(self, view: View) -> bool:
        return bool(self._plans.readable(view.member))


def _change(card: ValueCard) -> str:
    """What changes and what that is for, a line each."""
    return "\n".join(card.entry(name).words for name in (CardField.CHANGE, CardField.LADDER))


def _decided(card: ValueCard) -> Mapping[str, Use]:
    return {use.id: use for use in card.uses if use.decision is not Decision.OFFERED}


def _part(view: View, place: int) -> str:
    return view.parts[place] if place < len(view.parts) else ""


def _locale(view: View) -> Locale:
    return view.member.locale or "ja"
