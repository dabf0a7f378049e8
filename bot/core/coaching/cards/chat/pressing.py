"""Presses that change a card: putting right, answering, sharing, going back, deleting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.core import actions
from bot.core.coaching.cards.chat.doors import Doors, Handler, View
from bot.core.coaching.cards.chat.drawing import Drawing
from bot.core.coaching.cards.chat.forms import (
    agreed_in,
    caution,
    edit_form,
    edit_menu,
    group_in,
    open_form,
    really_typed,
    share_form,
    typed_in,
    wanted_in,
)
from bot.core.coaching.cards.chat.sheets import shared_sheet_parts
from bot.core.coaching.cards.models import CardField, FieldGroup, Reach, ValueCard
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.sharing import newly_in_region
from bot.core.messages import Message, Pressed, Reply, Said


class Pressing:
    """Handlers of what changes something. Each says how it stands, so that a second press says the same."""

    def __init__(self, *, service: CardService, doors: Doors, drawing: Drawing) -> None:
        self._service, self._doors, self._drawing = service, doors, drawing

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        changed = self._doors.changed
        return {
            actions.VALUE_EDIT_SEND: changed(self._edit),
            actions.VALUE_ACCEPT: changed(self._accept),
            actions.VALUE_OPEN_SEND: changed(self._answer),
            actions.VALUE_SHARE_SEND: changed(self._share),
            actions.VALUE_SHARE_AGREE: changed(self._agree),
            actions.VALUE_UNSHARE: changed(self._unshare),
            actions.VALUE_RESTORE: changed(self._restore),
            actions.VALUE_UNDO: changed(self._undo),
            actions.VALUE_DELETE: changed(self._delete),
        }

    def _edit(self, pressed: Pressed, view: View) -> Reply:
        group = group_in(pressed)
        if group is None:
            return edit_menu(view)

        def again(card: ValueCard, why: Message, typed: Mapping[str, str]) -> Reply:
            return edit_form(card, group, typed=typed, why=why)

        return self._corrected(pressed, view, view.number(1), again, Message("value-card-edit-title"))

    def _accept(self, _pressed: Pressed, view: View) -> Reply:
        name = next((one for one in CardField if str(one) in view.parts[1:2]), None)
        if name is not None:
            self._service.accept(view.card.id, name=name, version=view.number(0), by=view.member)
        return self._drawing.card(self._doors.view(view.card.id, view.member))

    def _answer(self, pressed: Pressed, view: View) -> Reply:
        def again(card: ValueCard, why: Message, typed: Mapping[str, str]) -> Reply:
            return open_form(card, typed=typed, why=why)

        return self._corrected(pressed, view, view.number(0), again, Message("value-card-open-title"))

    def _corrected(
        self,
        pressed: Pressed,
        view: View,
        version: int,
        again: Callable[[ValueCard, Message, Mapping[str, str]], Reply],
        title: Message,
    ) -> Reply:
        """Where the words cannot be used the form comes again with the reason on top and what was typed in it."""
        typed = really_typed(typed_in(pressed.values), base=self._base(view, version))
        try:
            self._service.correct(view.card.id, version=version, typed=typed, by=view.member)
        except CardRefused as error:
            why = Message(error.key, dict(error.arguments))
            return again(view.card, why, {str(name): text for name, text in typed.items()})
        now = self._doors.view(view.card.id, view.member)
        said = () if self._drawing.just_done(now)[0] else (Said(Message("value-card-done-nothing")),)
        return self._drawing.sheet(now, title=title, said=said)

    def _base(self, view: View, version: int) -> dict[CardField, str]:
        """What stood in the form when it was opened."""
        versions = self._service.history(view.card.id, by=view.member)
        entries = next((one.entries for one in versions if one.number == version), view.card.entries)
        return {name: entry.words for name, entry in entries.items() if entry.is_said}

    def _share(self, pressed: Pressed, view: View) -> Reply:
        wanted = wanted_in(pressed.values)
        groups = newly_in_region(view.card, wanted)
        if groups and view.number(0) == view.card.version:
            return caution(view.card, wanted, groups)
        return self._shared(view, view.number(0), wanted, has_read_caution=False)

    def _agree(self, _pressed: Pressed, view: View) -> Reply:
        wanted = agreed_in(view.parts[1] if len(view.parts) > 1 else "")
        return self._shared(view, view.number(0), wanted, has_read_caution=True)

    def _shared(self, view: View, version: int, wanted: Mapping[FieldGroup, Reach], *, has_read_caution: bool) -> Reply:
        try:
            self._service.share(
                view.card.id, version=version, reach=wanted, by=view.member, has_read_caution=has_read_caution
            )
        except CardRefused as error:
            return share_form(view, about=(Said(Message(error.key, dict(error.arguments))),))
        now = self._doors.view(view.card.id, view.member)
        said = (Said(Message("value-card-shared-done")), *shared_sheet_parts(now))
        return Reply(title=Message("value-card-share-title"), parts=said, behind=self._drawing.card(now))

    def _unshare(self, _pressed: Pressed, view: View) -> Reply:
        self._service.unshare(view.card.id, by=view.member)
        now = self._doors.view(view.card.id, view.member)
        return self._drawing.card(now, said=(Said(Message("value-card-unshared")),))

    def _restore(self, _pressed: Pressed, view: View) -> Reply:
        number = view.number(1)
        self._service.restore(view.card.id, version=view.number(0), number=number, by=view.member)
        now = self._doors.view(view.card.id, view.member)
        title = Message("value-card-history-title")
        told = () if self._drawing.just_done(now)[0] else (Said(Message("value-card-done-nothing")),)
        return self._drawing.sheet(now, title=title, said=told)

    def _undo(self, _pressed: Pressed, view: View) -> Reply:
        self._service.undo(view.card.id, version=view.number(0), by=view.member)
        now = self._doors.view(view.card.id, view.member)
        card = self._drawing.card(now, said=(Said(Message("value-card-done-undone")),))
        return Reply(title=card.title, parts=card.parts, offers=card.offers, behind=card)

    def _delete(self, _pressed: Pressed, view: View) -> Reply:
        self._service.delete(view.card.id, by=view.member)
        gone = Reply(parts=(Said(Message("value-card-deleted")),))
        return Reply(parts=gone.parts, behind=gone)
