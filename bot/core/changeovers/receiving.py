"""What the receiver presses: looking by name and number, accepting all or some, declining with a word, giving back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core import actions
from bot.core.changeovers import forms
from bot.core.changeovers.carrying import Carrying
from bot.core.changeovers.models import Changeover, State
from bot.core.changeovers.moves import Moves
from bot.core.changeovers.ports import ChangeoverStore
from bot.core.changeovers.rules import can_have_back
from bot.core.changeovers.seeing import Seeing, aside
from bot.core.changeovers.summing import Summing
from bot.core.messages import Message, Pressed, Reply, chosen_of
from bot.core.people import Directory, Member
from bot.core.reactions import Handler


class Receiving:
    """Handlers; each is in private, for whoever was asked."""

    def __init__(
        self,
        *,
        store: ChangeoverStore,
        seeing: Seeing,
        summing: Summing,
        moves: Moves,
        carrying: Carrying,
        directory: Directory,
    ) -> None:
        self._store, self._seeing, self._summing = store, seeing, summing
        self._moves, self._carrying, self._directory = moves, carrying, directory

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.CHANGEOVER_LOOK: self._look,
            actions.CHANGEOVER_ACCEPT: self._accept,
            actions.CHANGEOVER_SOME_FORM: self._some_form,
            actions.CHANGEOVER_SOME_SEND: self._some,
            actions.CHANGEOVER_DECLINE_FORM: self._decline_form,
            actions.CHANGEOVER_DECLINE_SEND: self._decline,
            actions.CHANGEOVER_GIVE_BACK: self._give_back,
        }

    def _look(self, pressed: Pressed, member: Member) -> Reply:
        """Who gives it, or started it, looks as well."""
        id, _, page = pressed.reference.partition(":")
        one = self._store.by_id(id)
        if one is None or member.id not in (one.giver_id, one.receiver_id, one.started_by):
            return aside("changeover-not-yours")
        return self._seeing.look(one, member, int(page) if page.isdecimal() and len(page) < 6 else 1)

    def _accept(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        return self._taken(one, one.items, member) if one else aside("changeover-not-yours")

    def _some_form(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        if one.state is not State.ASKED:
            return self._seeing.card(one, member)
        return forms.some_form(one, self._summing.names(one))

    def _some(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        chosen = [id for id in chosen_of(pressed.values.get(forms.ITEMS, "")) if id in one.items]
        if not chosen and one.state is State.ASKED:
            return forms.some_form(one, self._summing.names(one), fault=Message("changeover-fault-none"))
        return self._taken(one, chosen, member)

    def _taken(self, one: Changeover, items: Sequence[str], member: Member) -> Reply:
        """Where its day has come it moves at once, as far as a press may take; else a tick goes on with it."""
        after = self._moves.accept(one.id, items, by=member)
        if after is not None and self._seeing.today(member) >= after.from_on:
            begun = self._moves.begin(after.id)
            after = (self._carrying.go_on(begun.id) if begun else None) or begun or after
        now = after or self._store.by_id(one.id) or one
        return self._seeing.card(now, member)

    def _decline_form(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        seen = self._seeing.seen(one, member)
        return forms.decline_form(one, seen.giver) if one.state is State.ASKED else self._seeing.card(one, member)

    def _decline(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        word = pressed.values.get(forms.WORD, "").strip()[: forms.LONGEST_NOTE]
        after = self._moves.decline(one.id, word, by=member) or self._store.by_id(one.id) or one
        return self._seeing.card(after, member)

    def _give_back(self, pressed: Pressed, member: Member) -> Reply:
        one = self._asked(pressed.reference, member)
        if one is None:
            return aside("changeover-not-yours")
        if one.state is not State.MOVED:
            return self._seeing.card(one, member)
        if not can_have_back(self._directory.by_id(one.giver_id), one):
            return aside("changeover-back-gone")
        if not self._seeing.can_give_back(one):
            return aside("changeover-back-late")
        begun = self._moves.begin_return(one.id, by_id=member.id)
        after = (self._carrying.go_on(begun.id) if begun else None) or self._store.by_id(one.id) or one
        return self._seeing.card(after, member)

    def _asked(self, id: str, member: Member) -> Changeover | None:
        """One that they were asked about."""
        one = self._store.by_id(id)
        is_theirs = one is not None and one.receiver_id == member.id and one.state is not State.PREPARED
        return one if is_theirs else None
