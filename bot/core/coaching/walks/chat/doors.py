"""Who comes in: where something is typed or pressed, who reads along there, and which walk it is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.core.clock import Clock
from bot.core.coaching.walks.chat.reader import Reader, reader_of
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Act, Here
from bot.core.coaching.walks.service import WalkService
from bot.core.messages import Asked, Locale, Message, Place, Pressed, Reply, Said
from bot.core.people import Directory, Member, Role

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
OfWalk: TypeAlias = Callable[[Pressed, Member, Walk, Sequence[str]], Reply]
"""What a press does with its walk; the parts of the reference that follow the walk's id come last."""


class Doors:
    """Stands before everything that is shown or changed."""

    def __init__(self, *, service: WalkService, directory: Directory, clock: Clock) -> None:
        self.service, self.directory, self._clock = service, directory, clock

    def reader(self, member: Member) -> Reader:
        """How somebody reads."""
        return reader_of(member, self._clock)

    def among(self, walk: Walk, member: Member) -> Member:
        """Somebody as one of those who read a walk: where several do, in the language in which it began."""
        return member if walk.is_direct else replace(member, locale=walk.locale)

    def language(self, walk: Walk) -> Locale | None:
        """The language of what is said to all who read a walk; None where one person reads it, for theirs."""
        return None if walk.is_direct else walk.locale

    def here(self, place: Place, member: Member) -> Here:
        """The place as walks know it: a direct conversation has no threads for them; the page is like one."""
        is_direct = place.is_direct or not place.conversation
        return Here(
            conversation=place.conversation,
            thread="" if is_direct else place.thread,
            is_direct=is_direct,
            present=self._present(place, member),
        )

    def act(self, request: Asked | Pressed, member: Member) -> Act:
        """Who does it, where, by which request."""
        return Act(by=member, here=self.here(request.place, member), request_id=request.id)

    def held(self, place: Place, member: Member) -> Walk | None:
        """The open walk that is held in a conversation and that somebody may see."""
        here = self.here(place, member)
        return self.service.in_place(here.conversation, here.thread, viewer=member) if here.conversation else None

    def seen(self, act: OfWalk) -> Handler:
        """For who may see it, where it may be shown."""

        def handle(pressed: Pressed, member: Member) -> Reply:
            id, *more = pressed.reference.split(":")
            walk = self.service.walk(id, viewer=member)
            if walk is None:
                return aside(Message("walk-refused-not-found"))
            refused = self.service.refused_here(walk, member, self.here(pressed.place, member))
            return aside(refused.message) if refused else act(pressed, member, walk, more)

        return handle

    def name(self, person_id: str) -> str:
        """What to call somebody."""
        member = self.directory.by_id(person_id) if person_id else None
        return member.name if member and member.name else "—"

    def colleagues(self, walk: Walk, *, besides: str) -> list[Member]:
        """Those of the firm who could go on with it."""
        people = self.directory.people(role=Role.MEMBER, company_id=walk.company_id)
        return [one for one in people if one.id not in (besides, walk.owner_id) and one.address and not one.has_left]

    def _present(self, place: Place, member: Member) -> tuple[Member, ...] | None:
        """Who reads along, strangers among them; None where that is not known."""
        if place.is_direct or not place.conversation:
            return (member,)
        if place.present is None:
            return None
        others = sorted(place.present - {member.address})
        return (member, *(self.directory.by_address(one) or _stranger(one) for one in others))


def _stranger(address: str) -> Member:
    """Somebody whom nobody has named: of no firm."""
    return Member(id="", address=address, name="")


def aside(message: Message, *, behind: Reply | None = None) -> Reply:
    """A word for whoever pressed alone; `behind` is what the message becomes all the same."""
    return Reply(parts=(Said(message),), is_aside=True, behind=behind)
