"""Encounters as the router sees them: what is typed, dropped and pressed about them, and their place on the page.

The days off of people and firms belong here as well: when they change, what is to come is planned anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace

from bot.core.absences.desk import AbsenceDesk
from bot.core.absences.office import OfficeDesk
from bot.core.actions import ABSENCE_REMOVE, ABSENCE_RESTORE, ABSENCE_SEND
from bot.core.courtesies import Courtesy
from bot.core.meetings.catching.service import Catching
from bot.core.meetings.chat.service import MeetingChat
from bot.core.meetings.chat.typed_offers import tells_of_contact
from bot.core.messages import Asked, Dropped, Offer, Part, Pressed, Reply
from bot.core.nudges.service import NudgeService
from bot.core.people import Directory, Member, Role
from bot.core.reactions import Handler, Redraw, then, within_bundles
from bot.core.redrawing import Redrawing

_DAYS_OFF = frozenset({ABSENCE_SEND, ABSENCE_REMOVE, ABSENCE_RESTORE})


class Encounters:
    """Meetings, how they are caught, the nudges about them, and the days on which nobody is asked.

    `replan` plans anew what waits for the people of these ids. `redrawing` draws reminders anew whose encounter has
    changed, `redraw` other messages in which these buttons stand. Within `piece_of_work` records are read once.
    """

    def __init__(
        self,
        *,
        chat: MeetingChat,
        catching: Catching,
        nudges: NudgeService,
        absences: AbsenceDesk,
        directory: Directory,
        replan: Callable[..., object],
        office: OfficeDesk | None = None,
        redraw: Redraw = lambda _id, _member: None,
        redrawing: Redrawing | None = None,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._chat, self._catching, self._nudges, self._absences = chat, catching, nudges, absences
        self._piece_of_work = piece_of_work

        def days_changed(member: Member) -> None:
            firm = member.company.id if member.company else None
            colleagues = directory.people(company_id=firm) if firm else ()
            replan(*{member.id, *(one.id for one in colleagues)})

        def drawn_anew(id: str, member: Member) -> Reply | None:
            return nudges.bundle_reply(id, member) or redraw(id, member)

        drawn = within_bundles({**chat.handlers, **catching.handlers, **nudges.handlers}, drawn_anew)
        if redrawing is not None:
            drawn = {**drawn, **{action: redrawing.after(drawn[action]) for action in chat.handlers}}
        of_office = office.handlers if office is not None else {}
        handlers: Mapping[str, Handler] = {**drawn, **then(absences.handlers, _DAYS_OFF, days_changed), **of_office}
        self.handlers: Mapping[str, Handler] = {action: self._at_once(handler) for action, handler in handlers.items()}
        """What to do for each action."""

    def _at_once(self, handler: Handler) -> Handler:
        """A press is one piece of work: what it reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                return handler(pressed, member)

        return press

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What comes of words that are about an encounter; None for a question as any other."""
        with self._piece_of_work():
            known = self._chat.typed(asked, member)
            if known is not None:
                return self._or_somebody_else(known, asked, member)
            return self._nudges.typed(asked, member) or self._catching.line(asked, member)

    def talked(self, asked: Asked, member: Member, courtesy: Courtesy | None) -> Reply | None:
        """The short answer to talk under a reminder; None elsewhere, and for a question. `courtesy` is what the words
        are, where they are nothing else."""
        with self._piece_of_work():
            reply = self._chat.talked(asked, member, courtesy)
            after_all = self._catching.maybe(asked, member) if reply is not None else None
            return replace(reply, offers=(*reply.offers, after_all)) if reply and after_all else reply

    def _or_somebody_else(self, known: Reply, asked: Asked, member: Member) -> Reply:
        """A contact with somebody whom the words name may have been with another one of that name."""
        other = self._catching.maybe(asked, member, is_other=True) if tells_of_contact(known) else None
        return replace(known, offers=(*known.offers, other)) if other is not None else known

    def maybe(self, asked: Asked, member: Member) -> Offer | None:
        """Beside an answer: to keep the words as an encounter after all; None for most."""
        return self._catching.maybe(asked, member)

    def dropped(self, dropped: Dropped, member: Member) -> Reply | None:
        """What comes of a file of cards or meetings; None for any other."""
        with self._piece_of_work():
            return self._catching.dropped(dropped, member)

    def home_parts(self, member: Member, *, page: int) -> Sequence[Part]:
        """What stands on somebody's page; `page` is that of the encounters."""
        with self._piece_of_work():
            if not member.roles & {Role.MEMBER, Role.COORDINATOR}:
                return (*self._absences.home_parts(member), *self._nudges.heartbeat_parts(member))
            return (
                *self._nudges.home_parts(member),
                *self._catching.home_parts(member),
                *self._chat.home_parts(member, page=page),
                *self._absences.home_parts(member),
                *self._nudges.heartbeat_parts(member),
            )
