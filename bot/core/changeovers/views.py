"""How a changeover is shown to who gives it and to who receives it: by name and number, never with a word of a firm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core import actions
from bot.core.changeovers.models import Changeover, Counts, State
from bot.core.changeovers.summing import Entry, Summary
from bot.core.messages import (
    PAGE,
    Argument,
    Fact,
    Headed,
    Item,
    Message,
    Offer,
    OutgoingFile,
    Part,
    Quoted,
    Reply,
    Said,
)
from bot.core.people import Member
from bot.core.spoken_dates import spoken_date

FEW = 10
"""Names in a message; the others are a press away."""
_SHOWN_TO_RECEIVER = (State.ASKED, State.ACCEPTED, State.MOVING, State.MOVED, State.RETURNING)
"""While it is one of these the receiver sees what it is about. Who declined keeps nothing of it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A changeover as one person reads it. `today` is the day where they are; `can_give_back` while there is time."""

    one: Changeover
    reader: Member
    giver: str
    receiver: str
    today: date
    can_give_back: bool = False

    @property
    def is_receiver(self) -> bool:
        return self.reader.id == self.one.receiver_id

    @property
    def may_see_names(self) -> bool:
        """Its giver, who started it; the receiver while it is theirs to answer, or theirs."""
        return not self.is_receiver or self.one.state in _SHOWN_TO_RECEIVER

    def day(self, day: date) -> str:
        """A day in their words."""
        return spoken_date(day, locale=self.reader.locale or "ja", this_year=self.today.year)


def card(seen: Seen, names: Sequence[Entry], *, files: tuple[OutgoingFile, ...] = ()) -> Reply:
    """How it stands, for its reader, with what they can do."""
    one = seen.one
    parts: list[Part] = [Said(_stands(seen))]
    if seen.may_see_names:
        parts += _about(seen, names)
    if one.word and not seen.is_receiver:
        parts += [Said(Message("changeover-word", {"name": seen.receiver})), Quoted(one.word)]
    if files:
        parts.append(Said(Message("changeover-files-here")))
    return Reply(title=Message("changeover-title"), parts=tuple(parts), offers=tuple(_offers(seen, names)), files=files)


def preview(seen: Seen, found: Summary, *, fault: Message | None = None) -> Reply:
    """What would change hands, what would not, and why; nothing has yet."""
    one, total = seen.one, found.total
    parts: list[Part] = [Said(fault)] if fault else []
    said: dict[str, Argument] = {"count": len(found.entries), "name": seen.receiver, "what": str(one.what)}
    parts += [Said(Message("changeover-preview", said)), *_terms(seen)]
    if one.what == "firms":
        parts.append(Headed(Message("changeover-moves")))
        if found.is_numbered:
            parts.append(Said(Message("changeover-total", _numbers(total))))
            parts.append(Said(Message("changeover-introductions", {"count": found.goes})))
        else:
            parts.append(Said(Message("changeover-unnumbered")))
        stays = list(_stays(found, seen.reader.locale))
        parts += [Headed(Message("changeover-stays")), *stays] if stays else []
    parts += [_named(entry) for entry in found.entries[:PAGE]]
    if len(found.entries) > PAGE:
        parts.append(Said(Message("changeover-more", {"count": len(found.entries) - PAGE, "what": str(one.what)})))
    offers = [Offer(actions.CHANGEOVER_ASK, one.id, Message("changeover-offer-ask"), is_main=True)]
    if one.what == "firms" and one.giver_id == seen.reader.id:
        offers.append(Offer(actions.CHANGEOVER_FILES, one.id, Message("changeover-offer-files")))
    offers.append(Offer(actions.CHANGEOVER_FORM, f"again:{one.id}", Message("changeover-offer-change")))
    return Reply(title=Message("changeover-preview-title"), parts=tuple(parts), offers=tuple(offers))


def page_of(seen: Seen, found: Summary, page: int) -> tuple[Sequence[Entry], int]:
    """What it is about by now, and which page of it there is."""
    wanted = set(_counted(seen.one))
    entries = [entry for entry in found.entries if entry.id in wanted]
    return entries, min(max(page, 1), _pages(entries))


def look(seen: Seen, entries: Sequence[Entry], page: int) -> Reply:
    """A page of the names and numbers."""
    pages = _pages(entries)
    counted: dict[str, Argument] = {"count": len(entries), "page": page, "pages": pages, "what": str(seen.one.what)}
    parts: list[Part] = [Said(Message("changeover-page", counted))]
    parts += [_named(entry) for entry in entries[(page - 1) * PAGE : page * PAGE]]
    offers = []
    if page > 1:
        offers.append(Offer(actions.CHANGEOVER_LOOK, f"{seen.one.id}:{page - 1}", Message("page-before")))
    if page < pages:
        offers.append(Offer(actions.CHANGEOVER_LOOK, f"{seen.one.id}:{page + 1}", Message("page-after")))
    return Reply(title=Message("changeover-title"), parts=tuple(parts), offers=tuple(offers))


def _pages(entries: Sequence[Entry]) -> int:
    return max(1, -(-len(entries) // PAGE))


def listed(some: Sequence[Seen]) -> Reply:
    """Those that somebody gave, received or started of late, each with its buttons."""
    parts: list[Part] = [] if some else [Said(Message("changeover-list-none"))]
    for seen in some[:PAGE]:
        offers = tuple(_offers(seen, ()))[:3]
        parts.append(Item(_headline(seen), (_stands(seen),), offers))
    return Reply(title=Message("changeover-list-title"), parts=tuple(parts))


def _headline(seen: Seen) -> Message:
    one = seen.one
    names: dict[str, Argument] = {
        "giver": seen.giver,
        "receiver": seen.receiver,
        "count": len(one.items),
        "what": str(one.what),
    }
    return Message("changeover-headline", names)


def _stands(seen: Seen) -> Message:
    one = seen.one
    side = "receiver" if seen.is_receiver else "giver"
    said: dict[str, Argument] = {
        "giver": seen.giver,
        "receiver": seen.receiver,
        "what": str(one.what),
        "count": len(_counted(one)),
        "day": seen.day(one.from_on),
    }
    return Message(f"changeover-{side}-{one.state}", said)


def _counted(one: Changeover) -> tuple[str, ...]:
    """What its state speaks of: asked for, accepted, moved."""
    if one.state in (State.ACCEPTED, State.MOVING):
        return one.accepted
    return one.moved if one.state in (State.MOVED, State.RETURNING, State.RETURNED) else one.items


def _about(seen: Seen, names: Sequence[Entry]) -> Iterator[Part]:
    wanted = set(_counted(seen.one))
    shown = [one.name for one in names if one.id in wanted]
    yield from _terms(seen)
    for name in shown[:FEW]:
        yield Said(Message("changeover-name", {"name": name}))
    if len(shown) > FEW:
        yield Said(Message("changeover-more", {"count": len(shown) - FEW, "what": str(seen.one.what)}))


def _terms(seen: Seen) -> Iterator[Part]:
    one = seen.one
    if one.started_by == one.receiver_id:
        # They took it over themselves, and at once.
        return
    yield Fact(Message("changeover-label-reason"), Message(f"changeover-reason-{one.reason}"))
    yield Fact(Message("changeover-label-from"), Message("changeover-day", {"day": seen.day(one.from_on)}))
    if one.until_on is not None:
        yield Fact(Message("changeover-label-until"), Message("changeover-day", {"day": seen.day(one.until_on)}))
    if one.note:
        yield Said(Message("changeover-note", {"name": seen.giver}))
        yield Quoted(one.note)


def _stays(found: Summary, locale: str | None) -> Iterator[Part]:
    between = ", " if locale == "en" else "、"
    if found.taken:
        named = between.join(found.taken[:FEW])
        yield Said(Message("changeover-stays-taken", {"count": len(found.taken), "names": named}))
    if found.staying:
        yield Said(Message("changeover-stays-visits", {"count": found.staying}))
    if found.ends:
        yield Said(Message("changeover-stays-introductions", {"count": found.ends}))
    if found.silent and found.is_numbered:
        yield Said(Message("changeover-stays-silent", {"count": found.silent}))


def _named(entry: Entry) -> Item:
    details = (Message("changeover-total", _numbers(entry.counts)),) if entry.counts is not None else ()
    return Item(entry.name, details)


def _numbers(counts: Counts) -> dict[str, Argument]:
    return {"encounters": counts.encounters, "cards": counts.cards, "questions": counts.questions}


def _offers(seen: Seen, names: Sequence[Entry]) -> Iterator[Offer]:
    one = seen.one
    if seen.is_receiver and one.state is State.ASKED:
        label = Message("changeover-offer-accept")
        confirm = Message("changeover-accept-confirm", {"count": len(one.items), "what": str(one.what)})
        yield Offer(actions.CHANGEOVER_ACCEPT, one.id, label, confirm=confirm, is_main=True)
        if len(one.items) > 1:
            yield Offer(actions.CHANGEOVER_SOME_FORM, one.id, Message("changeover-offer-some"))
        yield Offer(actions.CHANGEOVER_DECLINE_FORM, one.id, Message("changeover-offer-decline"))
    if seen.is_receiver and one.state is State.MOVED and seen.can_give_back:
        confirm = Message("changeover-back-confirm", {"giver": seen.giver})
        yield Offer(actions.CHANGEOVER_GIVE_BACK, one.id, Message("changeover-offer-back"), confirm=confirm)
    if not seen.is_receiver and one.state in (State.ASKED, State.ACCEPTED):
        confirm = Message("changeover-withdraw-confirm", {"receiver": seen.receiver})
        yield Offer(actions.CHANGEOVER_WITHDRAW, one.id, Message("changeover-offer-withdraw"), confirm=confirm)
    if not seen.is_receiver and one.state in (State.DECLINED, State.LAPSED, State.WITHDRAWN):
        yield Offer(actions.CHANGEOVER_FORM, f"again:{one.id}", Message("changeover-offer-again"))
    if seen.may_see_names and (len(names) > FEW or one.state is State.ASKED):
        yield Offer(actions.CHANGEOVER_LOOK, f"{one.id}:1", Message("changeover-offer-look"))
