"""What stands of encounters on somebody's page: what goes on, what is asked, and firms as far as they share it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.chat import buttons, card_parts
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.firms import Firms
from bot.core.meetings.chat.succession import Succession
from bot.core.meetings.chat.wording import Reader, due, reader_of, short, stage_label, who
from bot.core.meetings.models import Encounter, Kind, State
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import FEW, PAGE, Headed, Item, Message, Offer, Part
from bot.core.people import Member, Role

_STATES = (State.OPEN, State.SLEEPING, State.UNCONFIRMED)
_MOST = 200
LIST = "encounters"
"""The name of this list in the reference of TURN_PAGE."""


class Home:
    """Lists on the page."""

    def __init__(
        self, *, store: EncounterStore, doors: Doors, firms: Firms, succession: Succession, clock: Clock
    ) -> None:
        self._store, self._doors, self._firms = store, doors, firms
        self._succession, self._clock = succession, clock

    def parts(self, member: Member, page: int) -> Sequence[Part]:
        """A person's own encounters, those that wait first; then what only coordinators see."""
        if member.has_left or not member.roles & {Role.MEMBER, Role.COORDINATOR}:
            return ()
        parts: list[Part] = [*self._own(member, page), *self._succession.home_parts(member)]
        if Role.COORDINATOR in member.roles:
            parts += self._firms.parts(member)
        return parts

    def _own(self, member: Member, page: int) -> Iterator[Part]:
        reader = reader_of(member, self._clock)
        found = self._store.of_owner(member.id, states=_STATES, limit=_MOST)
        mine = sorted(
            (one for one in found if self._doors.sees_words(member, one)), key=lambda one: card_parts.rank(one, reader)
        )
        new = Offer(actions.CATCH_FORM, "", Message("meeting-offer-new"), is_main=not mine)
        yield Headed(Message("meeting-home", {"count": len(mine)}))
        if not mine:
            yield Item(Message("meeting-home-none"), (), (new,))
            return
        size = FEW if Role.COORDINATOR in member.roles else PAGE
        pages = -(-len(mine) // size)
        page = min(max(page, 1), pages)
        for one in mine[(page - 1) * size : page * size]:
            yield _item(one, reader)
        turned = Message("meeting-home-page", {"page": page, "pages": pages})
        yield Item(turned if pages > 1 else Message("meeting-home-new"), (), (*_turning(page, pages), new))


def _item(one: Encounter, reader: Reader) -> Item:
    step = one.next_step
    is_visit, meets_at = one.kind == Kind.SUPPORT_VISIT, one.meets_at
    details: list[Message | str] = [Message("meeting-kind-support_visit") if is_visit else stage_label(one.stage)]
    if one.state == State.SLEEPING and one.wakes_on:
        details.append(Message("meeting-home-sleeps", {"day": reader.day(one.wakes_on)}))
    elif one.state == State.OPEN and step is None and meets_at is not None and meets_at > reader.now:
        details.append(Message("meeting-detail-meets", {"when": reader.when(meets_at)}))
    elif one.state == State.UNCONFIRMED or step is None:
        details.append(card_parts.standing(one))
    else:
        is_late = step.due_on is not None and step.due_on < reader.today
        details += [short(step.text), due(step, reader), *([Message("meeting-home-late")] if is_late else [])]
    return Item(who(one), tuple(details), (buttons.show(one),))


def _turning(page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.TURN_PAGE, f"{LIST}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.TURN_PAGE, f"{LIST}:{page + 1}", Message("page-after"))
