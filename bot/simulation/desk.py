"""One person before the chat: types, presses what is offered, fills in forms. What is offered is all they know."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count

from bot.core.clock import VirtualClock
from bot.core.encounters import Encounters
from bot.core.messages import Asked, Field, Message, Offer, Place, Pressed, Reply, Said
from bot.core.people import Directory, Member
from bot.errors import PersonError, UsageError

BETWEEN_PRESSES = timedelta(seconds=3)


@dataclass(slots=True)
class Counted:
    """What came of presses. `missing` names buttons that somebody looked for in vain."""

    pressed: int = 0
    refused: int = 0
    missing: dict[str, int] = field(default_factory=dict)


class Desk(ABC):
    """Carries what people type and press; what becomes of it, each kind of desk knows."""

    def __init__(self, clock: VirtualClock) -> None:
        self._clock, self._numbers = clock, count(1)
        self.counted = Counted()

    def types(self, address: str, text: str) -> Reply:
        """Somebody types something; an empty reply where nobody reacts."""
        self._clock.advance(BETWEEN_PRESSES)
        return self.hear(
            Asked(id=f"asked-{next(self._numbers)}", address=address, place=self.place(address), text=text)
        )

    def presses(self, address: str, offer: Offer, values: Mapping[str, str] | None = None) -> Reply:
        """Somebody presses a button, or sends a form. What cannot be done comes back as an aside."""
        self._clock.advance(BETWEEN_PRESSES)
        self.counted.pressed += 1
        pressed = Pressed(
            id=f"pressed-{next(self._numbers)}",
            address=address,
            place=self.place(address),
            action=offer.action,
            reference=offer.reference,
            values=values or {},
        )
        reply = self.do(pressed)
        self.counted.refused += reply.is_aside
        return reply

    def sends(self, address: str, sheet: Reply, values: Mapping[str, str]) -> Reply:
        """Somebody fills in a form and sends it; an aside where there is none."""
        if sheet.submit is None:
            return Reply(is_aside=True)
        return self.presses(address, sheet.submit, filled(sheet, values))

    def misses(self, what: str) -> None:
        """Somebody looked for a button in vain."""
        self.counted.missing[what] = self.counted.missing.get(what, 0) + 1

    def place(self, address: str) -> Place:
        """Where somebody types and presses: before Minori alone."""
        return Place(conversation=f"D{address[1:]}", is_direct=True, present=frozenset({address}))

    @abstractmethod
    def hear(self, asked: Asked) -> Reply:
        """What comes of words."""

    @abstractmethod
    def do(self, pressed: Pressed) -> Reply:
        """What comes of a press."""

    @abstractmethod
    def opens(self, address: str) -> Reply:
        """Somebody opens their page."""


class EncounterDesk(Desk):
    """Carries it to encounters and reminders alone, as the router does."""

    def __init__(
        self,
        *,
        encounters: Encounters,
        directory: Directory,
        clock: VirtualClock,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        super().__init__(clock)
        self._encounters, self._directory = encounters, directory
        self._piece_of_work = piece_of_work

    def hear(self, asked: Asked) -> Reply:
        with self._piece_of_work():
            return self._encounters.typed(asked, self._member(asked.address)) or Reply()

    def do(self, pressed: Pressed) -> Reply:
        handler = self._encounters.handlers.get(pressed.action)
        try:
            if handler is None:
                raise UsageError("press-unknown")
            with self._piece_of_work():
                return handler(pressed, self._member(pressed.address))
        except PersonError as error:
            return Reply(parts=(Said(Message(error.key, dict(error.arguments))),), is_aside=True)

    def opens(self, address: str) -> Reply:
        return Reply(parts=tuple(self._encounters.home_parts(self._member(address), page=1)))

    def _member(self, address: str) -> Member:
        member = self._directory.by_address(address)
        if member is None:
            raise UsageError("press-unknown")
        return member


def filled(sheet: Reply, values: Mapping[str, str]) -> dict[str, str]:
    """What a form holds when it is sent: what stood there, and what was put in."""
    fields = (part for part in sheet.parts if isinstance(part, Field))
    return {one.name: values.get(one.name, one.initial) for one in fields}


def is_done(reply: Reply) -> bool:
    """Was it done? A refusal is an aside, and a form that comes again has not been taken."""
    return not reply.is_aside and reply.submit is None


def field_of(sheet: Reply, name: str) -> Field | None:
    """One field of a form."""
    return next((part for part in sheet.parts if isinstance(part, Field) and part.name == name), None)


def find(offers: tuple[Offer, ...], action: str, *, where: Callable[[Offer], bool] = lambda _: True) -> Offer | None:
    """The button of an action."""
    return next((one for one in offers if one.action == action and where(one)), None)
