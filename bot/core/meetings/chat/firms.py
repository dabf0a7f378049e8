"""What a coordinator sees of their firms' encounters: counted on the page, one by one in a sheet; only what a firm
shares of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.chat import buttons, card_parts
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.wording import Reader, aside, due, reader_of, stage_label, who
from bot.core.meetings.models import Encounter, Kind, Stage, State, Wall
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import FEW, PAGE, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Company, Directory, Member, Sharing, access_coordinating

_STATES = (State.OPEN, State.SLEEPING)
_MOST = 500


class Firms:
    """The firms of a coordinator."""

    def __init__(self, *, store: EncounterStore, directory: Directory, doors: Doors, clock: Clock) -> None:
        self._store, self._directory, self._doors, self._clock = store, directory, doors, clock

    def handlers(self) -> dict[str, Handler]:
        """For each action, what to do."""
        return {actions.MEETING_FIRM: self._show}

    def parts(self, member: Member) -> Iterator[Part]:
        """Of each firm of a coordinator, how many stand where: as far as the firm shares it."""
        shared = self._shared(member)
        if not shared:
            return
        yield Headed(Message("meeting-home-firms"))
        for firm in shared[:FEW]:
            yield self._counted(firm, member)
        if len(shared) > FEW:
            more = Message("meeting-home-firms-more", {"count": len(shared) - FEW})
            yield Item(more, offers=(_page_of(None, 1, Message("meeting-offer-firms")),))

    def _shared(self, member: Member) -> list[Company]:
        """The firms that share anything of their encounters."""
        firms = [one for one in self._directory.companies() if access_coordinating(member, one)]
        return [one for one in firms if one.sharing in (Sharing.OUTLINE, Sharing.WORDS)]

    def _counted(self, firm: Company, member: Member) -> Item:
        seen = self._seen(firm, member)
        self._doors.looked_at_firm(firm, member)
        goes_on = [one for one in seen if one.state == State.OPEN]
        stages, walls = Counter(one.stage for one in goes_on), Counter(one.wall for one in goes_on)
        counted = [Message(f"meeting-count-{stage}", {"count": stages[stage]}) for stage in Stage if stages[stage]]
        stands = [Message(f"meeting-count-{wall}", {"count": walls[wall]}) for wall in Wall if walls[wall]]
        none = [] if goes_on else [Message("meeting-home-firm-none")]
        offers = (_page_of(firm, 1, Message("meeting-offer-firm")),) if seen else ()
        return Item(firm.name, (*none, *counted, *stands), offers)

    def _show(self, pressed: Pressed, member: Member) -> Reply:
        """`firm:page`: those that wait first, each with its own door; `:page`: the firms themselves."""
        id, _, rest = pressed.reference.partition(":")
        if not id:
            return self._listed(member, pressed, int(rest) if rest.isdecimal() else 1)
        firm = self._directory.company(id)
        seen = self._seen(firm, member) if firm is not None and access_coordinating(member, firm) else []
        if firm is None or not seen:
            return aside(Message("meeting-not-found"))
        if not (pressed.place.is_direct or not pressed.place.conversation):
            return aside(Message("meeting-not-here"))
        self._doors.looked_at_firm(firm, member)
        reader = reader_of(member, self._clock)
        seen.sort(key=lambda one: card_parts.rank(one, reader))
        pages = -(-len(seen) // PAGE)
        page = min(max(int(rest) if rest.isdecimal() else 1, 1), pages)
        shown = [self._item(one, member, reader) for one in seen[(page - 1) * PAGE : page * PAGE]]
        turned = (Said(Message("meeting-home-page", {"page": page, "pages": pages})),) if pages > 1 else ()
        parts = (Headed(Message("meeting-firm", {"name": firm.name})), Said(Message("meeting-outline")), *turned)
        return Reply(
            title=Message("meeting-home-firms"), parts=(*parts, *shown), offers=tuple(_turning(firm, page, pages))
        )

    def _listed(self, member: Member, pressed: Pressed, page: int) -> Reply:
        """All of the firms, turned by a button."""
        shared = self._shared(member)
        if not shared:
            return aside(Message("meeting-not-found"))
        if not (pressed.place.is_direct or not pressed.place.conversation):
            return aside(Message("meeting-not-here"))
        pages = -(-len(shared) // PAGE)
        page = min(max(page, 1), pages)
        counted = [self._counted(firm, member) for firm in shared[(page - 1) * PAGE : page * PAGE]]
        turned = Said(Message("meeting-home-page", {"page": page, "pages": pages}))
        offers = tuple(_turning(None, page, pages))
        return Reply(title=Message("meeting-home-firms"), parts=(turned, *counted), offers=offers)

    def _seen(self, firm: Company, member: Member) -> list[Encounter]:
        found: Sequence[Encounter] = self._store.of_company(firm.id, states=_STATES, limit=_MOST)
        return [one for one in found if one.kind == Kind.MEETING and self._doors.sees_outline(member, one)]

    def _item(self, one: Encounter, member: Member, reader: Reader) -> Item:
        """Its stage, its days and how it stands; with whom it is, where the firm shares words."""
        last = Message("meeting-firm-last", {"day": reader.day(one.last_contact_on)})
        details: list[Message | str] = [last, card_parts.standing(one)]
        if one.next_step is not None and one.state == State.OPEN:
            details.insert(1, due(one.next_step, reader))
        if self._doors.sees_words(member, one):
            return Item(who(one), (stage_label(one.stage), *details), (buttons.show(one),))
        return Item(stage_label(one.stage), tuple(details), (buttons.show(one),))


def _page_of(firm: Company | None, page: int, label: Message) -> Offer:
    """A page of a firm's encounters; of the firms, where none is named."""
    return Offer(actions.MEETING_FIRM, f"{firm.id if firm else ''}:{page}", label)


def _turning(firm: Company | None, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield _page_of(firm, page - 1, Message("page-before"))
    if page < pages:
        yield _page_of(firm, page + 1, Message("page-after"))
