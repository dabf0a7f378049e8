"""What stands of entries on the page of whoever looks after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.entries import drawing
from bot.core.entries.models import Entry, EntryState
from bot.core.entries.ports import EntryStore
from bot.core.entries.reviewers import Reviewers
from bot.core.messages import Headed, Item, Message, Offer, Part, Said
from bot.core.people import Member, access_reviewing

_MOST = 5
_OWN = (EntryState.SENT_BACK, EntryState.DECLINED)


class Home:
    """What waits for somebody."""

    def __init__(self, *, store: EntryStore, reviewers: Reviewers) -> None:
        self._store, self._reviewers = store, reviewers

    def parts(self, member: Member) -> Sequence[Part]:
        """Proposals to look at, and their own that came back; nothing where there is nothing."""
        if not access_reviewing(member):
            return ()
        waiting = self._store.in_state({EntryState.PROPOSED, *_OWN})
        found = [(one, item) for one in waiting if (item := self._item(one, member)) is not None]
        for one, _ in found[:_MOST]:
            self._reviewers.looked_at(one.handover_id, member)
        items = [item for _, item in found]
        return tuple(self._listed(items)) if items else ()

    def _listed(self, items: Sequence[Item]) -> Iterator[Part]:
        yield Headed(Message("entry-home", {"count": len(items)}))
        yield from items[:_MOST]
        if len(items) > _MOST:
            yield Said(Message("entry-home-more", {"count": len(items) - _MOST}))

    def _item(self, entry: Entry, member: Member) -> Item | None:
        if entry.state == EntryState.PROPOSED and self._reviewers.may_publish(entry, member):
            author = drawing.name_of(self._reviewers.by_id(entry.author_id))
            look = Offer(actions.ENTRY_LOOK, entry.id, Message("entry-offer-look"))
            return Item(entry.question, (Message("entry-home-proposed", {"name": author}),), (look,))
        if entry.state in _OWN and entry.author_id == member.id:
            edit = Offer(actions.ENTRY_FORM, f"entry:{entry.id}", Message("entry-offer-edit"))
            words = (entry.note,) if entry.state == EntryState.SENT_BACK and entry.note else ()
            return Item(entry.question, (Message(f"entry-home-{entry.state}"),), (edit,), words)
        return None
