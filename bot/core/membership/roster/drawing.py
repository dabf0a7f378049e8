"""What an admin sees of people and firms: the section of their page, two lists, a sheet of each, a change before it is
done. Of a firm there is who it is and who looks after it; nothing that it wrote, and not what it shares."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import actions
from bot.core.membership.models import KeptChange, name_key
from bot.core.membership.roster.models import can_undo
from bot.core.membership.roster.rules import alike, unattended
from bot.core.membership.roster.wording import Names, change_items, company_facts, person_details, person_facts
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Reply, Said
from bot.core.people import Company, Member, Role

MENU = 100
"""As many firms as a menu holds."""


@dataclass(frozen=True, slots=True)
class Sift:
    """By what the list of people is narrowed down; "" for not at all."""

    page: int = 1
    role: str = ""
    text: str = ""

    @property
    def reference(self) -> str:
        """As a button carries it."""
        return f"{self.page}:{self.role}:{self.text}"

    def takes(self, member: Member) -> bool:
        """Does it leave somebody in? The text is looked for in name, e-mail address and firm."""
        firm = member.company.name if member.company else ""
        key = name_key(self.text)
        is_named = any(key in name_key(one) for one in (member.name, member.email, firm))
        return is_named and (not self.role or self.role in {str(one) for one in member.roles})


def sift_of(reference: str) -> Sift:
    """What a button carries; the whole list for anything else."""
    page, _, rest = reference.partition(":")
    role, _, text = rest.partition(":")
    known = role if role in {str(one) for one in Role} else ""
    return Sift(int(page) if page.isdecimal() and len(page) < 6 else 1, known, text)


def people_list(people: Sequence[Member], sift: Sift) -> Reply:
    """A page of the people that fit, by name."""
    found = sorted((one for one in people if sift.takes(one)), key=lambda one: (one.has_left, one.name, one.id))
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(sift.page, 1), pages)
    counted = Message("roster-people-page", {"count": len(found), "page": page, "pages": pages})
    parts: list[Part] = [Said(counted)]
    if sift.role:
        parts.append(Said(Message("roster-sifted-role", {"role": sift.role})))
    if sift.text:
        parts.append(Said(Message("roster-sifted-text", {"text": sift.text})))
    for one in found[(page - 1) * PAGE : page * PAGE]:
        offer = Offer(actions.PEOPLE_SHOW, one.id, Message("roster-offer-show"))
        parts.append(Item(one.name, person_details(one), (offer,)))
    offers = [Offer(actions.PEOPLE_SIFT_FORM, sift.reference, Message("roster-offer-sift"))]
    offers += [Offer(actions.PEOPLE_LIST_PAGE, "1::", Message("roster-offer-clear"))] if sift.role or sift.text else []
    offers += _turning(actions.PEOPLE_LIST_PAGE, page, pages, f":{sift.role}:{sift.text}")
    return Reply(title=Message("roster-people-title"), parts=tuple(parts), offers=tuple(offers))


@dataclass(frozen=True, slots=True)
class FirmSift:
    """By what the list of firms is narrowed down; "" for not at all. `coordinator` is an id, or "nobody"."""

    page: int = 1
    coordinator: str = ""
    text: str = ""

    @property
    def rest(self) -> str:
        """What follows the page in a button's reference."""
        return f":{self.coordinator}:{self.text}"

    def takes(self, company: Company, alone: Collection[str]) -> bool:
        """Does it leave a firm in?"""
        is_nobodys = company.coordinator_id is None or company.id in alone
        is_theirs = is_nobodys if self.coordinator == "nobody" else company.coordinator_id == self.coordinator
        return (not self.coordinator or is_theirs) and name_key(self.text) in name_key(company.name)


def firm_sift_of(reference: str) -> FirmSift:
    """What a button carries; the whole list for anything else."""
    page, _, rest = reference.partition(":")
    coordinator, _, text = rest.partition(":")
    return FirmSift(int(page) if page.isdecimal() and len(page) < 6 else 1, coordinator, text)


def firms_of(people: Sequence[Member], companies: Sequence[Company], sift: FirmSift) -> list[Company]:
    """Those that fit, by name; first those that nobody looks after any more."""
    alone = {one.id for one in unattended(people, companies)}
    found = [one for one in companies if sift.takes(one, alone)]
    return sorted(found, key=lambda one: (one.id not in alone, one.name, one.id))


def firm_list(people: Sequence[Member], companies: Sequence[Company], sift: FirmSift) -> Reply:
    """A page of the firms that fit."""
    names, alone = {one.id: one.name for one in people}, {one.id for one in unattended(people, companies)}
    found = firms_of(people, companies, sift)
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(sift.page, 1), pages)
    counted = Message("roster-firms-page", {"count": len(found), "page": page, "pages": pages})
    parts: list[Part] = [Said(counted)]
    if sift.coordinator:
        parts.append(Said(Message("roster-sifted-coordinator", {"name": names.get(sift.coordinator, "none")})))
    if sift.text:
        parts.append(Said(Message("roster-sifted-text", {"text": sift.text})))
    for one in found[(page - 1) * PAGE : page * PAGE]:
        named = {"name": names.get(one.coordinator_id or "", "none")}
        said = Message("roster-unattended" if one.id in alone else "roster-coordinated", named)
        parts.append(Item(one.name, (said,), (Offer(actions.FIRM_SHOW, one.id, Message("roster-offer-show")),)))
    # A menu holds a hundred firms: those among which this page stands when all are in the order of their names.
    hundred = str((page * PAGE - 1) // MENU + 1)
    assign = Offer(actions.FIRMS_ASSIGN_FORM, f"{hundred}{sift.rest}", Message("roster-offer-assign"))
    narrow = Offer(actions.FIRM_SIFT_FORM, f"1{sift.rest}", Message("roster-offer-sift"))
    clear = Offer(actions.FIRM_LIST_PAGE, "1", Message("roster-offer-clear"))
    cleared = (clear,) if sift.coordinator or sift.text else ()
    offers = (*((assign,) if found else ()), narrow, *cleared)
    offers = (*offers, *_turning(actions.FIRM_LIST_PAGE, page, pages, sift.rest))
    return Reply(title=Message("roster-firms-title"), parts=tuple(parts), offers=offers)


def person_sheet(member: Member) -> Reply:
    """One person, with what can be done."""
    offers = [Offer(actions.PEOPLE_FORM, member.id, Message("roster-offer-change"))]
    if not member.has_left:
        offers.append(Offer(actions.ABSENCE_OF, f"person:{member.id}", Message("absence-of-offer-person")))
    if member.has_left:
        offers.append(Offer(actions.PEOPLE_BACK, member.id, Message("roster-offer-back")))
    else:
        confirm = Message("roster-end-confirm", {"name": member.name})
        offers.append(Offer(actions.PEOPLE_END, member.id, Message("roster-offer-end"), confirm=confirm))
    offers.append(Offer(actions.PEOPLE_LIST_PAGE, "1::", Message("roster-offer-people")))
    return Reply(title=Message("roster-person-title"), parts=tuple(person_facts(member)), offers=tuple(offers))


def firm_sheet(people: Sequence[Member], companies: Sequence[Company], company: Company) -> Reply:
    """One firm; where another one is written almost the same, that its people may come over."""
    names = {one.id: one.name for one in people}
    own = [one for one in people if one.company is not None and one.company.id == company.id]
    parts: list[Part] = list(company_facts(company, names.get(company.coordinator_id or "", ""), len(own)))
    twin = alike(people, companies, company)
    if twin is not None:
        merge = Offer(actions.FIRM_MERGE, f"{company.id}:{twin.id}", Message("roster-offer-merge"))
        parts.append(Item(Message("roster-alike", {"name": twin.name}), (Message("roster-alike-records"),), (merge,)))
    offers = (
        Offer(actions.FIRM_FORM, company.id, Message("roster-offer-change")),
        Offer(actions.ABSENCE_OF, f"company:{company.id}", Message("absence-of-offer-company")),
        Offer(actions.FIRM_LIST_PAGE, "1", Message("roster-offer-firms")),
    )
    return Reply(title=Message("roster-firm-title"), parts=tuple(parts), offers=offers)


def preview(change: KeptChange, names: Names, count: int, *, greets: str = "") -> Reply:
    """This changes; nothing is written yet. `count` records are concerned; `greets` is who hears the first words at
    once, by id."""
    parts: list[Part] = [Said(Message("roster-preview", {"count": count})), *change_items(change.edits, names)]
    more = count - len(parts) + 1
    if more > 0:
        parts.append(Said(Message("roster-preview-more", {"count": more})))
    apply = Offer(actions.PEOPLE_APPLY, f"{change.id}:{greets}", Message("roster-offer-apply"), is_main=True)
    return Reply(title=Message("roster-preview-title"), parts=tuple(parts), offers=(apply,))


def done(change: KeptChange, names: Names, *, key: str = "roster-done") -> Reply:
    """What was changed, and the way back."""
    undo = Offer(actions.PEOPLE_UNDO, change.id, Message("roster-offer-undo"))
    said = Said(Message(key))
    lists = (
        Offer(actions.PEOPLE_LIST_PAGE, "1::", Message("roster-offer-people")),
        Offer(actions.FIRM_LIST_PAGE, "1", Message("roster-offer-firms")),
    )
    parts: tuple[Part, ...] = (said, *change_items(change.edits, names), Said(Message("roster-undo-within")))
    return Reply(title=Message("roster-done-title"), parts=parts, offers=(undo, *lists))


def home_parts(
    people: Sequence[Member],
    companies: Sequence[Company],
    kept: Sequence[KeptChange],
    *,
    now: datetime,
    holidays_until: date,
) -> Iterator[Part]:
    """The section of an admin's page."""
    there = [one for one in people if not one.has_left and one.main_role is not Role.GUEST]
    yield Headed(Message("roster-home"))
    # Whoever comes first learns what to do first; each step goes once it is done.
    steps = {
        "coordinator": any(Role.COORDINATOR in one.roles for one in there),
        "firm": bool(companies),
        "assign": any(one.coordinator_id for one in companies),
    }
    missing = [name for name, is_done in steps.items() if not is_done]
    if missing:
        yield Said(Message(f"roster-first-{missing[0]}"))
    yield Item(
        Message("roster-home-people", {"count": len(there)}),
        (Message("roster-home-private"),),
        (
            Offer(actions.PEOPLE_LIST, "1::", Message("roster-offer-people")),
            Offer(actions.PEOPLE_FORM, "new", Message("roster-offer-add")),
        ),
    )
    alone = len(unattended(people, companies))
    details = (Message("roster-home-unattended", {"count": alone}),) if alone else ()
    yield Item(
        Message("roster-home-firms", {"count": len(companies)}),
        details,
        (
            Offer(actions.FIRM_LIST, "1", Message("roster-offer-firms")),
            Offer(actions.FIRMS_ASSIGN_FORM, "1", Message("roster-offer-assign")),
        ),
    )
    yield Said(Message("roster-home-holidays", {"until": holidays_until.isoformat()}))
    last = next((one for one in kept if can_undo(one, now)), None)
    if last is not None:
        undo = Offer(actions.PEOPLE_UNDO, last.id, Message("roster-offer-undo"))
        count = len({(one.kind, one.id) for one in last.edits})
        yield Item(Message("roster-home-last", {"count": count}), (), (undo,))


def _turning(action: str, page: int, pages: int, rest: str) -> Iterator[Offer]:
    if page > 1:
        yield Offer(action, f"{page - 1}{rest}", Message("page-before"))
    if page < pages:
        yield Offer(action, f"{page + 1}{rest}", Message("page-after"))
