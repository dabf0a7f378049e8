"""The sheets of a list: what holds for all, one card put right, how a meeting went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching import list_forms
from bot.core.meetings.catching.keeping import Keeping
from bot.core.meetings.catching.list_doors import Handler, ListDoors
from bot.core.meetings.catching.list_view import Turned, is_past, view
from bot.core.meetings.catching.models import Card, CardList, CardState
from bot.core.meetings.catching.pressing import CardOf
from bot.core.meetings.catching.wording import in_sheet
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.meetings.results import Refused
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.people import Member


class ListSheets:
    """Handlers of the sheets."""

    def __init__(self, *, doors: ListDoors, keeping: Keeping, card: CardOf, clock: Clock) -> None:
        self._doors, self._keeping, self._card, self._clock = doors, keeping, card, clock

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.CARDS_FIX: self._doors.of_card(self._fix),
            actions.CARDS_FIX_SEND: self._doors.of_card(self._fix_send),
            actions.CARDS_ABOUT: self._doors.of_list(self._about),
            actions.CARDS_ABOUT_SEND: self._doors.of_list(self._about_send),
            actions.CARDS_OUTCOME: self._doors.of_card(self._outcome),
            actions.CARDS_OUTCOME_SEND: self._doors.of_card(self._outcome_send),
        }

    def _fix(self, pressed: Pressed, member: Member, one: CardList, card: Card) -> Reply:
        if card.is_recorded:
            return replace(
                aside(Message("catch-card-done-already")), behind=self._doors.drawn(one, member, card, stays=True)
            )
        return list_forms.card_form(one, card)

    def _fix_send(self, pressed: Pressed, member: Member, one: CardList, card: Card) -> Reply:
        read = list_forms.card_in(pressed.values, one, card)
        if isinstance(read, Message):
            return list_forms.card_form(one, card, typed=pressed.values, why=read)
        then = pressed.values.get(list_forms.THEN, list_forms.WAIT if one.is_calendar else list_forms.KEEP)

        def act(now: CardList) -> CardList | Message:
            here = now.card(card.number) or card
            if here.is_recorded:
                return now
            changed = replace(read, state=CardState.WAITING, has_moved=here.has_moved)
            if then == list_forms.WAIT:
                return now.with_card(changed)
            return self._keeping.keep(now, changed, member, is_greeting=then == list_forms.GREETING)

        after = self._doors.changed(one, member, act)
        if isinstance(after, Message):
            return list_forms.card_form(one, card, typed=pressed.values, why=after)
        done = Said(Message("catch-card-put-right" if then == list_forms.WAIT else "catch-kept"))
        return Reply(title=Message("catch-card-title"), parts=(done,), behind=self._doors.drawn(after, member, card))

    def _done_already(self, one: CardList, card: Card, member: Member) -> Reply:
        now = self._doors.drawn(one, member, card, stays=True)
        return replace(aside(Message("catch-card-done-already")), behind=now)

    def _about(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        return list_forms.about_form(one, page=rest)

    def _about_send(self, pressed: Pressed, member: Member, one: CardList, rest: str) -> Reply:
        today = reader_of(member, self._clock).today
        after = self._doors.changed(one, member, lambda now: list_forms.about_in(pressed.values, now, today=today))
        if isinstance(after, Message):
            return list_forms.about_form(one, page=rest, typed=pressed.values, why=after)
        page = max(1, int(rest)) if rest.isdecimal() else 1
        shown = view(after, reader_of(member, self._clock), Turned(page=page))
        return Reply(title=Message("catch-about-title"), parts=(Said(Message("catch-about-done")),), behind=shown)

    def _outcome(self, pressed: Pressed, member: Member, one: CardList, card: Card) -> Reply:
        if card.is_recorded or not is_past(card, reader_of(member, self._clock)):
            return replace(
                aside(Message("catch-card-done-already")), behind=self._doors.drawn(one, member, card, stays=True)
            )
        return list_forms.outcome_form(one, card)

    def _outcome_send(self, pressed: Pressed, member: Member, one: CardList, card: Card) -> Reply:
        read = list_forms.outcome_in(pressed.values)
        if isinstance(read, Message):
            return list_forms.outcome_form(one, card, typed=pressed.values, why=read)
        outcome, learned, step = read
        done, told = self._keeping.report(one, card, member, outcome, learned, step)
        if isinstance(told, Refused):
            return list_forms.outcome_form(one, card, typed=pressed.values, why=told.message)
        shown = self._card(told.encounter, member)
        listed = self._doors.changed(one, member, lambda now: now.with_card(done))
        behind = self._doors.drawn(one if isinstance(listed, Message) else listed, member, card)
        return replace(in_sheet(shown, Message("catch-outcome-title")), behind=behind)
