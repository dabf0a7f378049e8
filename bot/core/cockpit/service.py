"""担当先の一覧: a coordinator's firms, a page at a time, narrowed down as they chose; what is shown leaves a line in
the audit log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime

from bot.core import actions
from bot.core.audited import Looks
from bot.core.clock import Clock
from bot.core.cockpit.drawing import home_parts, sheet, shown
from bot.core.cockpit.firm_pages import FirmPages
from bot.core.cockpit.gathering import Gathering, day_of
from bot.core.cockpit.load import NEXT_HOUR, ComingTo, Heartbeat
from bot.core.cockpit.load import sheet as load_sheet
from bot.core.cockpit.models import Sift
from bot.core.cockpit.ports import SiftStore
from bot.core.cockpit.put_off import PuttingOff
from bot.core.cockpit.sifting import form, in_words, sift_of
from bot.core.messages import Message, Part, Pressed, Reply, Said
from bot.core.people import Directory, Member, Role
from bot.core.reactions import Handler


class Cockpit:
    """Handlers of what belongs to the cockpit; each is for one reader alone."""

    def __init__(
        self,
        *,
        gathering: Gathering,
        pages: FirmPages,
        store: SiftStore,
        putting_off: PuttingOff,
        coming: ComingTo,
        heartbeat: Heartbeat,
        directory: Directory,
        looks: Looks,
        clock: Clock,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._gathering, self._store, self._directory = gathering, store, directory
        self._looks, self._clock, self._piece_of_work = looks, clock, piece_of_work
        self._pages, self._coming, self._heartbeat = pages, coming, heartbeat
        handlers: Mapping[str, Handler] = {
            actions.COCKPIT_FIRMS: self._firms,
            actions.COCKPIT_LOAD: self._load,
            actions.COCKPIT_PAGE: self._firms,
            actions.COCKPIT_SIFT_FORM: self._sift_form,
            actions.COCKPIT_SIFT_SEND: self._sift_send,
            actions.COCKPIT_CLEAR: self._clear,
            actions.COCKPIT_PUT_OFF_FORM: putting_off.form,
            actions.COCKPIT_PUT_OFF_SHOW: putting_off.preview,
            actions.COCKPIT_PUT_OFF: putting_off.do,
            actions.COCKPIT_PUT_OFF_UNDO: putting_off.undo,
        }
        for_coordinators = {action: _in_private(handler) for action, handler in handlers.items()}
        every = {**for_coordinators, actions.COCKPIT_FIRM: pages.show}
        self.handlers: Mapping[str, Handler] = {action: self._at_once(handler) for action, handler in every.items()}
        """What to do for each action of ours."""

    def listed(self, member: Member) -> Sequence[str]:
        """The ids of the firms in their list, as it is narrowed down now."""
        found = self._gathering.firms(member, self._store.sift_of(member.id), self._now)
        return [line.company.id for line in found.lines]

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on the page of a coordinator, and of a firm's own people."""
        own = self._pages.home_parts(member)
        if not is_coordinator(member):
            return own
        with self._piece_of_work():
            sift = self._store.sift_of(member.id)
            return (*home_parts(self._words(member, sift)), *own)

    def _firms(self, pressed: Pressed, member: Member) -> Reply:
        page = int(pressed.reference) if pressed.reference.isdecimal() else 1
        return self._list(member, self._store.sift_of(member.id), page)

    def _sift_form(self, _pressed: Pressed, member: Member) -> Reply:
        cases = self._gathering.cases(member)
        # Its menus name events and owners, where a firm shares its words.
        self._looks.at_firms(member, (one.company_id for one in cases if one.event or one.owner_id))
        return form(self._store.sift_of(member.id), cases, self._name_of)

    def _sift_send(self, pressed: Pressed, member: Member) -> Reply:
        sift = sift_of(pressed.values, self._gathering.cases(member))
        self._store.put_sift(member.id, sift, self._now)
        return self._list(member, sift, 1)

    def _clear(self, pressed: Pressed, member: Member) -> Reply:
        self._store.put_sift(member.id, Sift(), self._now)
        # On the page stands by what the list was narrowed down.
        page = None if pressed.place.conversation else Reply()
        return replace(self._list(member, Sift(), 1), behind=page)

    def _load(self, _pressed: Pressed, member: Member) -> Reply:
        """Sums over all of their firms; no firm is named."""
        now = self._now
        coming = self._coming(member, self._gathering.shared(member), now=now, until=now + NEXT_HOUR)
        return load_sheet(self._gathering.load(member, now), coming, self._heartbeat(member))

    def _list(self, member: Member, sift: Sift, page: int) -> Reply:
        found = self._gathering.firms(member, sift, self._now)
        self._looks.at_firms(member, (line.company.id for line in shown(found, page)[1] if line.is_shared))
        return sheet(found, page, self._words(member, sift), day_of(self._now, member))

    def _words(self, member: Member, sift: Sift) -> tuple[Message, ...]:
        # Most lists are not narrowed down; then nothing need be read to say so.
        return tuple(in_words(sift, self._gathering.cases(member), self._name_of)) if sift.is_set else ()

    def _name_of(self, id: str) -> str:
        person = self._directory.by_id(id)
        return person.name if person else ""

    @property
    def _now(self) -> datetime:
        return self._clock.now()

    def _at_once(self, handler: Handler) -> Handler:
        """What a press reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                return handler(pressed, member)

        return press


def _in_private(handler: Handler) -> Handler:
    """In private, for whoever is a coordinator now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        if not is_coordinator(member) or not (pressed.place.is_direct or not pressed.place.conversation):
            return Reply(parts=(Said(Message("cockpit-not-yours")),), is_aside=True)
        return handler(pressed, member)

    return press


def is_coordinator(member: Member) -> bool:
    """Is somebody a coordinator now?"""
    return Role.COORDINATOR in member.roles and not member.has_left
