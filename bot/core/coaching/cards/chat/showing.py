"""Presses that show a card and change nothing."""

from __future__ import annotations

from collections.abc import Mapping

from bot.core import actions
from bot.core.audited import Looked
from bot.core.coaching.cards.chat import buttons, sheets
from bot.core.coaching.cards.chat.doors import Doors, Handler, View
from bot.core.coaching.cards.chat.drawing import Drawing
from bot.core.coaching.cards.chat.forms import (
    ONE,
    OTHER,
    compare_form,
    edit_form,
    edit_menu,
    group_in,
    open_form,
    share_form,
)
from bot.core.coaching.cards.pages import open_fields
from bot.core.coaching.cards.ports import HandOuts
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.service import CardService
from bot.core.coaching.cards.sheet_wording import audience_of
from bot.core.coaching.cards.visibility import for_handing_out
from bot.core.coaching.cards.wording import title_of
from bot.core.messages import Argument, Headed, Message, Pressed, Reply, Said


class Showing:
    """Handlers of what is only looked at."""

    def __init__(self, *, service: CardService, doors: Doors, drawing: Drawing, hand_outs: HandOuts) -> None:
        self._service, self._doors, self._drawing = service, doors, drawing
        self._hand_outs = hand_outs

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        seen, changed = self._doors.seen, self._doors.changed
        return {
            actions.VALUE_SHOW: seen(lambda _, view: self._drawing.card(view)),
            actions.VALUE_POST: seen(lambda _, view: self._drawing.card(view)),
            actions.VALUE_TEXT: seen(self._text),
            actions.VALUE_FILES: seen(self._files),
            actions.VALUE_EDIT: changed(lambda _, view: edit_menu(view)),
            actions.VALUE_EDIT_FORM: changed(self._edit_form),
            actions.VALUE_OPEN_FORM: changed(self._open_form),
            actions.VALUE_SHARE_FORM: changed(lambda _, view: share_form(view)),
            actions.VALUE_HISTORY: changed(self._history),
            actions.VALUE_COMPARE: changed(self._compare),
            actions.VALUE_COMPARE_FORM: changed(self._compare_form),
            actions.VALUE_COMPARE_SEND: changed(self._compare_send),
        }

    def _text(self, _pressed: Pressed, view: View) -> Reply:
        return sheets.text_sheet(view, view.parts[0] if view.parts else "", self._doors)

    def _files(self, _pressed: Pressed, view: View) -> Reply:
        """For the firm the whole card, or what of it the region sees; for others what they see, and nothing beside it.
        What nobody of the firm has confirmed stays with whoever wrote it."""
        if not view.is_own and not view.card.reach:
            raise CardRefused("value-card-refused-unconfirmed")
        is_outside = view.is_own and view.parts[:1] == (buttons.OUTSIDE,)
        card = for_handing_out(view.card) if is_outside else view.card
        if card is None:
            return Reply(parts=(Said(Message("value-card-files-outside-none")),), is_aside=True)
        files = tuple(self._hand_outs(card, view.company, view.member.locale or "ja"))
        title = Headed(title_of(card))
        if not files:
            return Reply(parts=(title, Said(Message("value-card-files-none"))))
        self._service.looked_at(view.card, view.member, Looked.FILES)
        said = (Message("value-card-files", {"count": len(files)}), *_for_whom(view, is_outside=is_outside))
        return Reply(parts=(title, *(Said(one) for one in said)), files=files)

    def _edit_form(self, pressed: Pressed, view: View) -> Reply:
        group = group_in(pressed)
        return edit_menu(view) if group is None else edit_form(view.card, group)

    def _open_form(self, _pressed: Pressed, view: View) -> Reply:
        if not open_fields(view.card):
            return Reply(title=Message("value-card-open-title"), parts=(Said(Message("value-card-open-none")),))
        return open_form(view.card)

    def _history(self, _pressed: Pressed, view: View) -> Reply:
        versions = self._service.history(view.card.id, by=view.member)
        choices = self._service.choices(view.card.id, by=view.member)
        return sheets.history_sheet(view, versions, choices, self._doors, page=view.number(0))

    def _compare(self, _pressed: Pressed, view: View) -> Reply:
        return self._compared(view, view.number(0), view.number(1))

    def _compare_form(self, _pressed: Pressed, view: View) -> Reply:
        versions = self._service.history(view.card.id, by=view.member)
        return compare_form(view.card, versions, self._names(view))

    def _compare_send(self, pressed: Pressed, view: View) -> Reply:
        one, other = (pressed.values.get(name, "") for name in (ONE, OTHER))
        numbers = [int(each) if each.isascii() and each.isdigit() else 0 for each in (one, other)]
        return self._compared(view, *numbers)

    def _compared(self, view: View, one: int, other: int) -> Reply:
        found = self._service.compared(view.card.id, one=one, other=other, by=view.member)
        reply = sheets.compared_sheet(view, found, self._names(view), one=one, other=other)
        # The message from which it was opened stays the card.
        return Reply(title=reply.title, parts=reply.parts, behind=self._drawing.card(view))

    def _names(self, view: View) -> dict[int, Message]:
        versions = self._service.history(view.card.id, by=view.member)
        return {one.number: sheets.version_name(view, one, self._doors) for one in versions}


def _for_whom(view: View, *, is_outside: bool) -> tuple[Message, ...]:
    """Who may have the files, and what has to be looked at before they go further."""
    if view.is_own:
        whose = "value-card-files-outside" if is_outside else "value-card-files-inside"
        return Message("sheet-files-each"), Message(whose), Message("value-card-files-care")
    seen: dict[str, Argument] = {"firm": view.company.name, "audience": str(audience_of(view.card))}
    return Message("sheet-files-each"), Message("sheet-files-seen", seen)
