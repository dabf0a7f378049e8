"""自社の出会い: for a firm's own people the encounters of their firm, narrowed down as they chose, and what each
colleague carries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.core import actions
from bot.core.clock import Clock
from bot.core.cockpit.drawing import narrowed
from bot.core.cockpit.firm_drawing import Reader
from bot.core.cockpit.gathering import day_of
from bot.core.cockpit.load import Heartbeat
from bot.core.cockpit.models import WALLS, Case, Sift
from bot.core.cockpit.one_firm import FirmRecords, Met, access_page
from bot.core.cockpit.ports import Records, SiftStore
from bot.core.cockpit.sifting import form, in_words, sift_of, to_loosen
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Company, Directory, Member, Sharing


@dataclass(frozen=True, kw_only=True, slots=True)
class Ours:
    """An open encounter of one's own firm, with all its words."""

    case: Case
    met: Met


def own_firm_of(member: Member) -> Company | None:
    """The firm of somebody who is one of its people now."""
    firm = member.company
    return firm if firm is not None and access_page(member, firm) is Sharing.WORDS else None


class OurFirm:
    """The handlers, for one of the firm's own people each."""

    def __init__(
        self,
        *,
        records: Records,
        firm_records: FirmRecords,
        store: SiftStore,
        heartbeat: Heartbeat,
        directory: Directory,
        clock: Clock,
    ) -> None:
        self._records, self._firm_records, self._store = records, firm_records, store
        self._heartbeat, self._directory, self._clock = heartbeat, directory, clock

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on the page of a firm's own people."""
        firm = own_firm_of(member)
        if firm is None:
            return ()
        said = narrowed(self._words(firm, self._store.sift_of(member.id)), is_ours=True)
        offers = (
            Offer(actions.COCKPIT_OURS, "1", Message("cockpit-offer-ours")),
            Offer(actions.COCKPIT_FIRM, firm.id, Message("cockpit-offer-own")),
            Offer(actions.COCKPIT_OURS_LOAD, "1", Message("cockpit-offer-ours-load")),
            *said.offers,
        )
        head = (Headed(Message("cockpit-own")), Said(Message("cockpit-own-says")))
        return (*head, Item(said.title, said.details, offers))

    def show(self, pressed: Pressed, member: Member) -> Reply:
        """A page of the list; the reference is its number."""
        page = int(pressed.reference) if pressed.reference.isdecimal() else 1
        return self._list(member, self._store.sift_of(member.id), page)

    def sift_form(self, _pressed: Pressed, member: Member) -> Reply:
        """By what to narrow it down."""
        return form(self._store.sift_of(member.id), self._cases(member), self.name_of, is_ours=True)

    def sift_send(self, pressed: Pressed, member: Member) -> Reply:
        """Narrowed down, and remembered."""
        sift = sift_of(pressed.values, self._cases(member))
        self._store.put_sift(member.id, sift, self._clock.now())
        return self._list(member, sift, 1)

    def clear(self, pressed: Pressed, member: Member) -> Reply:
        """Not narrowed down any more."""
        self._store.put_sift(member.id, Sift(), self._clock.now())
        page = None if pressed.place.conversation else Reply()
        return replace(self._list(member, Sift(), 1), behind=page)

    def load(self, pressed: Pressed, member: Member) -> Reply:
        """What each colleague carries, by name; nobody is ranked."""
        firm = own_firm_of(member)
        every = self.listed(member, Sift())
        people = [] if firm is None else [one for one in self._directory.people(company_id=firm.id) if not one.has_left]
        people.sort(key=lambda one: (one.id != member.id, one.name, one.id))
        pages = max(1, -(-len(people) // PAGE))
        page = min(max(1, int(pressed.reference) if pressed.reference.isdecimal() else 1), pages)
        today = day_of(self._clock.now(), member)
        parts: list[Part] = [Said(Message("cockpit-ours-load-says", {"count": len(every), "people": len(people)}))]
        for one in people[(page - 1) * PAGE : page * PAGE]:
            theirs = [ours for ours in every if ours.case.owner_id == one.id]
            parts.append(Item(one.name or "–", tuple(_carried(theirs, today))))
        parts += self._heartbeat(member)
        turning = _turning(actions.COCKPIT_OURS_LOAD, page, pages)
        back = Offer(actions.COCKPIT_OURS, "1", Message("cockpit-offer-back-ours"))
        return Reply(title=Message("cockpit-offer-ours-load"), parts=tuple(parts), offers=(*turning, back))

    def listed(self, member: Member, sift: Sift) -> list[Ours]:
        """The open encounters of somebody's own firm, narrowed down; the one that has stood longest first."""
        firm = own_firm_of(member)
        if firm is None:
            return []
        today, met = day_of(self._clock.now(), member), {one.id: one for one in self._firm_records.met(firm.id)}
        cases = [one for one in self._cases(member) if one.id in met and sift.takes(one, today)]
        return [Ours(case=one, met=met[one.id]) for one in sorted(cases, key=lambda one: (one.since, one.id))]

    def name_of(self, id: str) -> str:
        """The name of a colleague."""
        person = self._directory.by_id(id)
        return person.name if person else ""

    def reader(self, member: Member) -> Reader:
        """Who reads."""
        return Reader(member=member, now=self._clock.now(), name_of=self.name_of)

    def _list(self, member: Member, sift: Sift, page: int) -> Reply:
        firm, found, today = own_firm_of(member), self.listed(member, sift), day_of(self._clock.now(), member)
        pages = max(1, -(-len(found) // PAGE))
        page = min(max(page, 1), pages)
        parts: list[Part] = [narrowed(self._words(firm, sift) if firm else (), is_ours=True)]
        if found:
            parts.append(Said(Message("cockpit-ours-page", {"count": len(found), "page": page, "pages": pages})))
        elif sift.is_set:
            cases = self._cases(member)
            parts.append(Said(Message("cockpit-ours-none-fits")))
            parts += map(
                Said, to_loosen(sift, lambda one: sum(one.takes(case, today) for case in cases), of="encounters")
            )
        else:
            parts.append(Said(Message("cockpit-no-encounters")))
        reader = self.reader(member)
        parts += [self._item(one, reader, today) for one in found[(page - 1) * PAGE : page * PAGE]]
        offers = [*_turning(actions.COCKPIT_OURS, page, pages)]
        if found:
            offers.append(Offer(actions.COCKPIT_OURS_PUT_OFF_FORM, "-", Message("cockpit-offer-put-off")))
        if any(one.case.event for one in found):
            offers.append(Offer(actions.COCKPIT_EVENT_FORM, "-", Message("cockpit-offer-event")))
        return Reply(title=Message("cockpit-ours-title"), parts=tuple(parts), offers=tuple(offers))

    def _item(self, one: Ours, reader: Reader, today: date) -> Item:
        details: list[Message | str] = [Message(f"meeting-stage-{one.case.stage}")]
        if one.case.wall:
            details.append(Message(f"cockpit-at-{one.case.wall}"))
        details.append(Message("cockpit-ours-days", {"days": max(0, (today - one.case.since).days)}))
        if one.met.due_on is not None:
            details.append(Message("cockpit-due", {"day": reader.day(one.met.due_on)}))
        if one.case.event:
            details.append(Message("cockpit-sifted-event", {"event": one.case.event}))
        if name := reader.name_of(one.case.owner_id):
            details.append(Message("cockpit-sifted-owner", {"name": name}))
        look = Offer(actions.MEETING_SHOW, one.case.id, Message("cockpit-offer-encounter"))
        return Item(one.met.who or Message(f"meeting-stage-{one.case.stage}"), tuple(details), (look,))

    def _cases(self, member: Member) -> Sequence[Case]:
        firm = own_firm_of(member)
        return self._records.cases([firm.id]) if firm is not None else ()

    def _words(self, firm: Company, sift: Sift) -> tuple[Message, ...]:
        # Most lists are not narrowed down; then nothing need be read to say so.
        return tuple(in_words(sift, self._records.cases([firm.id]), self.name_of)) if sift.is_set else ()


def _carried(theirs: Sequence[Ours], today: date) -> Iterator[Message]:
    yield Message("cockpit-open", {"count": len(theirs)})
    walls: Mapping[str, int] = Counter(one.case.wall for one in theirs if one.case.wall)
    for wall in WALLS:
        if count := walls.get(wall, 0):
            yield Message(f"cockpit-count-{wall}", {"count": count})
    if late := sum(one.met.due_on is not None and one.met.due_on < today for one in theirs):
        yield Message("cockpit-ours-late", {"count": late})
    if theirs:
        yield Message("cockpit-oldest", {"days": max(0, (today - min(one.case.since for one in theirs)).days)})


def _turning(action: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(action, str(page - 1), Message("page-before"))
    if page < pages:
        yield Offer(action, str(page + 1), Message("page-after"))
