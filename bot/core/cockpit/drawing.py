"""The list of firms as it is shown: a page of it, by what it is narrowed down, and the way to the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core import actions
from bot.core.cockpit.models import WALLS, FirmLine, FirmList
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Reply, Said


def shown(found: FirmList, page: int) -> tuple[int, Sequence[FirmLine]]:
    """Which page that is, and the firms on it."""
    page = min(max(page, 1), pages_of(found))
    return page, found.lines[(page - 1) * PAGE : page * PAGE]


def pages_of(found: FirmList) -> int:
    """How many pages there are; one where there is nothing."""
    return max(1, -(-len(found.lines) // PAGE))


def sheet(found: FirmList, page: int, words: Sequence[Message], today: date, *, hints: Sequence[Message] = ()) -> Reply:
    """A page of the list. `words` say by what it is narrowed down, `hints` what to know of that."""
    page, lines = shown(found, page)
    counted = {"count": len(found.lines), "page": page, "pages": pages_of(found)}
    parts: list[Part] = [narrowed(words)]
    parts.append(Said(Message("cockpit-page", counted) if lines else _nothing(found)))
    parts += [Said(one) for one in hints]
    parts += [_item(one, today) for one in lines]
    offers = [*_turning(page, pages_of(found))]
    if any(one.is_shared for one in found.lines):
        offers.append(Offer(actions.PACK, "-", Message("pack-offer-all")))
    if any(one.need is not None and one.cases for one in found.lines):
        offers.append(Offer(actions.COCKPIT_PUT_OFF_FORM, "-", Message("cockpit-offer-put-off")))
    if any(one.company.coordinator_id for one in found.lines):
        offers.append(Offer(actions.CHANGEOVER_FORM, "listed", Message("changeover-offer")))
    if any(one.event for line in found.lines for one in line.cases):
        offers.append(Offer(actions.COCKPIT_EVENT_FORM, "-", Message("cockpit-offer-event")))
    return Reply(title=Message("cockpit-title"), parts=tuple(parts), offers=tuple(offers))


def narrowed(words: Sequence[Message], *, is_ours: bool = False) -> Item:
    """By what the list is narrowed down, with the way to other choices and, in one press, to none. `is_ours`: of one's
    own firm."""
    form = actions.COCKPIT_OURS_SIFT_FORM if is_ours else actions.COCKPIT_SIFT_FORM
    change = Offer(form, "-", Message("cockpit-offer-sift"))
    if not words:
        return Item(Message("cockpit-ours-unsifted" if is_ours else "cockpit-unsifted"), (), (change,))
    clear = Offer(actions.COCKPIT_OURS_CLEAR if is_ours else actions.COCKPIT_CLEAR, "-", Message("cockpit-offer-clear"))
    return Item(Message("cockpit-sifted"), tuple(words), (change, clear))


def home_parts(words: Sequence[Message]) -> tuple[Part, ...]:
    """What stands on a coordinator's page."""
    said = narrowed(words)
    show = Offer(actions.COCKPIT_FIRMS, "1", Message("cockpit-offer-firms"))
    load = Offer(actions.COCKPIT_LOAD, "-", Message("cockpit-offer-load"))
    return (Headed(Message("cockpit-home")), Item(said.title, said.details, (show, load, *said.offers)))


def _nothing(found: FirmList) -> Message:
    return Message("cockpit-none-fits") if found.sift.is_set and found.count else Message("cockpit-none")


def _item(line: FirmLine, today: date) -> Item:
    """The firm, how many stand where and since when; and the next thing with its one button."""
    if not line.is_shared:
        return Item(line.company.name, (Message("cockpit-not-shared"),))
    need = line.need
    look = Offer(actions.COCKPIT_FIRM, line.company.id, Message("cockpit-offer-firm"))
    offers = (need.offer, look) if need is not None and need.offer is not None else (look,)
    return Item(line.company.name, tuple(_counted(line, today)), offers, words=(need.said,) if need else ())


def _counted(line: FirmLine, today: date) -> Iterator[Message]:
    yield Message("cockpit-open", {"count": len(line.cases)})
    for wall in WALLS:
        if count := line.walls.get(wall, 0):
            yield Message(f"cockpit-count-{wall}", {"count": count})
    if line.oldest is not None:
        yield Message("cockpit-oldest", {"days": max(0, (today - line.oldest).days)})
    if line.questions:
        yield Message("cockpit-questions", {"count": line.questions})


def _turning(page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.COCKPIT_PAGE, str(page - 1), Message("page-before"))
    if page < pages:
        yield Offer(actions.COCKPIT_PAGE, str(page + 1), Message("page-after"))
