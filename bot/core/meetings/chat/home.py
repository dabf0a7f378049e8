"""What stands of encounters on somebody's page: what goes on, what is asked, and firms in outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.chat import buttons, card_parts
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.succession import Succession
from bot.core.meetings.chat.wording import Reader, due, reader_of, short, stage_label, who
from bot.core.meetings.models import Encounter, Kind, Stage, State, Wall
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Said
from bot.core.people import Company, Directory, Member, Role, Sharing, access_coordinating

_STATES = (State.OPEN, State.SLEEPING, State.UNCONFIRMED)
_MOST, _MOST_OF_FIRM = 200, 500
LIST = "encounters"
"""The name of this list in the reference of TURN_PAGE."""


class Home:
    """Lists on the page."""

    def __init__(
        self, *, store: EncounterStore, directory: Directory, doors: Doors, succession: Succession, clock: Clock
    ) -> None:
        self._store, self._directory, self._doors = store, directory, doors
        self._succession, self._clock = succession, clock

    def parts(self, member: Member, page: int) -> Sequence[Part]:
        """A person's own encounters, those that wait first; then what only coordinators see."""
        if member.has_left or not member.roles & {Role.MEMBER, Role.COORDINATOR}:
            return ()
        parts: list[Part] = [*self._own(member, page), *self._succession.home_parts(member)]
        if Role.COORDINATOR in member.roles:
            parts += self._firms(member)
        return parts

    def _own(self, member: Member, page: int) -> Iterator[Part]:
        reader = reader_of(member, self._clock)
        found = self._store.of_owner(member.id, states=_STATES, limit=_MOST)
        mine = sorted((one for one in found if self._doors.sees_words(member, one)), key=lambda one: _rank(one, reader))
        new = Offer(actions.CATCH_FORM, "", Message("meeting-offer-new"), is_main=not mine)
        yield Headed(Message("meeting-home", {"count": len(mine)}))
        if not mine:
            yield Item(Message("meeting-home-none"), (), (new,))
            return
        pages = -(-len(mine) // PAGE)
        page = min(max(page, 1), pages)
        for one in mine[(page - 1) * PAGE : page * PAGE]:
            yield _item(one, reader)
        turned = Message("meeting-home-page", {"page": page, "pages": pages})
        yield Item(turned if pages > 1 else Message("meeting-home-new"), (), (*_turning(page, pages), new))

    def _firms(self, member: Member) -> Iterator[Part]:
        """Of each firm of a coordinator, how many stand where: as far as the firm shares it."""
        firms = [one for one in self._directory.companies() if access_coordinating(member, one)]
        shared = [one for one in firms if one.sharing in (Sharing.OUTLINE, Sharing.WORDS)]
        if not shared:
            return
        yield Headed(Message("meeting-home-firms"))
        for firm in shared[:PAGE]:
            yield self._firm(firm, member)
        if len(shared) > PAGE:
            yield Said(Message("meeting-home-firms-more", {"count": len(shared) - PAGE}))

    def _firm(self, firm: Company, member: Member) -> Item:
        found = self._store.of_company(firm.id, states=(State.OPEN,), limit=_MOST_OF_FIRM)
        seen = [one for one in found if one.kind == Kind.MEETING and self._doors.sees_outline(member, one)]
        stages, walls = Counter(one.stage for one in seen), Counter(one.wall for one in seen)
        counted = [Message(f"meeting-count-{stage}", {"count": stages[stage]}) for stage in Stage if stages[stage]]
        stands = [Message(f"meeting-count-{wall}", {"count": walls[wall]}) for wall in Wall if walls[wall]]
        none = [] if seen else [Message("meeting-home-firm-none")]
        return Item(firm.name, (*none, *counted, *stands))


def _rank(one: Encounter, reader: Reader) -> tuple[int, str]:
    """To be confirmed first, then what is late, then what stands at a wall, then by day; what rests last."""
    step = one.next_step
    day = step.due_on if step and step.due_on else one.since
    if one.state == State.UNCONFIRMED:
        return 0, day.isoformat()
    if one.state == State.SLEEPING:
        return 4, (one.wakes_on or day).isoformat()
    is_late = step is not None and step.due_on is not None and step.due_on < reader.today
    return (1 if is_late else 2 if one.wall else 3), day.isoformat()


def _item(one: Encounter, reader: Reader) -> Item:
    step = one.next_step
    details: list[Message | str] = [stage_label(one.stage)] if one.kind == Kind.MEETING else []
    if one.state == State.SLEEPING and one.wakes_on:
        details.append(Message("meeting-home-sleeps", {"day": reader.day(one.wakes_on)}))
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
