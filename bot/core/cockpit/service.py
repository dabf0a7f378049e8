"""担当先の一覧: a coordinator's firms, a page at a time, narrowed down as they chose; what is shown leaves a line in
the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime

from bot.core import actions
from bot.core.audited import Looks
from bot.core.clock import Clock
from bot.core.cockpit.drawing import home_parts, sheet, shown
from bot.core.cockpit.event_plan import firms_without_words
from bot.core.cockpit.firm_pages import FirmPages
from bot.core.cockpit.for_event import ForEvent
from bot.core.cockpit.gathering import Gathering, day_of, is_coordinator
from bot.core.cockpit.load import NEXT_HOUR, ComingTo, Heartbeat
from bot.core.cockpit.load import sheet as load_sheet
from bot.core.cockpit.models import FirmList, Sift
from bot.core.cockpit.our_firm import OurFirm, own_firm_of
from bot.core.cockpit.our_put_off import OurPuttingOff
from bot.core.cockpit.ports import SiftStore
from bot.core.cockpit.put_off import PuttingOff
from bot.core.cockpit.sifting import form, in_words, sift_of, to_loosen
from bot.core.messages import Message, Part, Pressed, Reply, Said
from bot.core.people import Directory, Member
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
        for_event: ForEvent,
        ours: OurFirm,
        our_putting_off: OurPuttingOff,
        coming: ComingTo,
        heartbeat: Heartbeat,
        directory: Directory,
        looks: Looks,
        clock: Clock,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._gathering, self._store, self._directory = gathering, store, directory
        self._looks, self._clock, self._piece_of_work = looks, clock, piece_of_work
        self._ours, self._coming, self._heartbeat = ours, coming, heartbeat
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
        of_either: Mapping[str, Handler] = {
            actions.COCKPIT_EVENT_FORM: for_event.form,
            actions.COCKPIT_EVENT_SHOW: for_event.preview,
            actions.COCKPIT_EVENT_PAGE: for_event.page,
            actions.COCKPIT_EVENT_DO: for_event.do,
            actions.COCKPIT_EVENT_UNDO: for_event.undo,
        }
        for_own_people: Mapping[str, Handler] = {
            actions.COCKPIT_OURS: ours.show,
            actions.COCKPIT_OURS_SIFT_FORM: ours.sift_form,
            actions.COCKPIT_OURS_SIFT_SEND: ours.sift_send,
            actions.COCKPIT_OURS_CLEAR: ours.clear,
            actions.COCKPIT_OURS_LOAD: ours.load,
            actions.COCKPIT_OURS_PUT_OFF_FORM: our_putting_off.form,
            actions.COCKPIT_OURS_PUT_OFF_SHOW: our_putting_off.preview,
            actions.COCKPIT_OURS_PUT_OFF: our_putting_off.do,
            actions.COCKPIT_OURS_PUT_OFF_UNDO: our_putting_off.undo,
        }
        every = {
            **_in_private(handlers, is_coordinator, "cockpit-not-yours"),
            **_in_private(of_either, _is_either, "cockpit-firm-not-yours"),
            **_in_private(for_own_people, _is_of_a_firm, "cockpit-firm-not-yours"),
            actions.COCKPIT_FIRM: pages.show,
        }
        self.handlers: Mapping[str, Handler] = {action: self._at_once(handler) for action, handler in every.items()}
        """What to do for each action of ours."""

    def listed(self, member: Member) -> Sequence[str]:
        """The ids of the firms in their list, as it is narrowed down now."""
        return self._gathering.listed(member, self._store.sift_of(member.id), self._now)

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on the page of a coordinator, and of a firm's own people."""
        with self._piece_of_work():
            own = self._ours.home_parts(member)
            if not is_coordinator(member):
                return own
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
        hints = tuple(self._hints(member, found))
        return sheet(found, page, self._words(member, sift), day_of(self._now, member), hints=hints)

    def _hints(self, member: Member, found: FirmList) -> Iterator[Message]:
        """Where nothing fits, what to loosen; and which firms cannot fit, because they share no words."""
        sift, today = found.sift, day_of(self._now, member)
        if not found.lines and sift.is_set and found.count:
            cases = self._gathering.cases(member)

            def count(looser: Sift) -> int:
                return len({one.company_id for one in cases if looser.takes(one, today)})

            yield from to_loosen(sift, count, of="firms")
        hidden = firms_without_words(member, self._directory) if sift.event or sift.owner_id else 0
        if hidden:
            yield Message("cockpit-words-only", {"count": hidden})

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


def _in_private(
    handlers: Mapping[str, Handler], is_theirs: Callable[[Member], bool], refused: str
) -> Mapping[str, Handler]:
    """In private, for those whose it is now; others are told so."""

    def guarded(handler: Handler) -> Handler:
        def press(pressed: Pressed, member: Member) -> Reply:
            if not is_theirs(member) or not (pressed.place.is_direct or not pressed.place.conversation):
                return Reply(parts=(Said(Message(refused)),), is_aside=True)
            return handler(pressed, member)

        return press

    return {action: guarded(handler) for action, handler in handlers.items()}


def _is_of_a_firm(member: Member) -> bool:
    return own_firm_of(member) is not None


def _is_either(member: Member) -> bool:
    return is_coordinator(member) or _is_of_a_firm(member)
