"""The use cases of introductions: what a coordinator and firms press, what is said to them, what time brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.introductions import owing, telling
from bot.core.introductions.coordinating import Coordinating
from bot.core.introductions.desk import Desk
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Introduction, Part, Side, Source, State
from bot.core.introductions.ports import Calendars, HoursOf, Proposes, SharedParts
from bot.core.introductions.questioning import Questioning
from bot.core.introductions.seeing import Seen
from bot.core.introductions.to_coordinators import ToCoordinators
from bot.core.messages import Headed, Item, Message, Offer, Pressed, Reply, Said
from bot.core.messages import Part as Shown
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Company, Member, Role
from bot.core.reactions import Handler

REMIND_AFTER = 5
"""Working days of whoever was sounded out."""
_REMINDED_OF = timedelta(days=60)
"""What was let be longer ago is not reminded of any more; nobody's reminder depends on whether it was."""


class IntroductionService:
    """Introduces firms, one side at a time. Every call may be made again: it changes nothing a second time."""

    def __init__(
        self,
        desk: Desk,
        *,
        calendars: Calendars,
        hours_of: HoursOf,
        shared_parts: SharedParts,
        proposes: Proposes,
    ) -> None:
        coordinating = Coordinating(desk)
        self._desk, self._seeing, self._keeping = desk, coordinating.seeing, Keeping(desk.directory)
        self._calendars, self._hours_of = calendars, hours_of
        self._shared_parts, self._proposes = shared_parts, proposes
        firms: Mapping[str, Handler] = dict.fromkeys(telling.ANSWERS, self._answer)
        self.handlers: Mapping[str, Handler] = {
            **coordinating.handlers(),
            **Questioning(desk, coordinating.seeing).handlers(),
            **firms,
        }
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {
            owing.SOUNDING: self._sounding,
            owing.REMINDER: self._sounding,
            owing.MADE: self._made,
            owing.REPLY: self._reply,
            **ToCoordinators(desk, coordinating.seeing).composers(),
        }
        """What to say for each kind of message owed."""

    def tick(self) -> int:
        """End what stands no more, remind once, propose the encounter of what was made. Returns how many changed."""
        store, moves, now = self._desk.store, self._desk.moves, self._desk.clock.now()
        changed = sum(self._ended(one) for one in store.in_state((State.OPEN,)))
        wanted = [one for one in store.in_state((State.OPEN,)) if one.is_wanted_by_both()]
        changed += sum(_is_made(moves.make(one.id)) for one in wanted)
        asked = store.in_state((State.OPEN, State.WITHDRAWN, State.ENDED, State.EXPIRED), since=now - _REMINDED_OF)
        changed += sum(
            self._reminded(one, part, now) or self._ran_out(one, part, now) for one in asked for part in Part
        )
        return changed + sum(self._proposed(one) for one in store.in_state((State.MADE,)))

    def look(self) -> int:
        """Find what is new; return how many changed."""
        return self._desk.looking.look()

    def worth_making(self, member: Member, companies: Sequence[Company]) -> list[Seen]:
        """What waits for a coordinator and is about firms among these, as far as they are theirs."""
        ids = {one.id for one in companies}
        waiting = self._seeing.waiting(member)
        return [one for one in waiting if all(one.introduction.side(part).company_id in ids for part in one.kept)]

    def home_parts(self, member: Member) -> Sequence[Shown]:
        """What stands on a coordinator's page: how many wait and are under way, and the way to them."""
        if member.has_left or Role.COORDINATOR not in member.roles:
            return ()
        seen = self._seeing.recent(member)
        waits, under_way = sum(one.waits for one in seen), sum(one.is_under_way for one in seen)
        if not waits + under_way:
            return ()
        counted = Message("introduction-home-count", {"waits": waits, "open": under_way})
        show = Offer(actions.INTRODUCTIONS, "1", Message("introduction-offer-list"))
        return (Headed(Message("introduction-home")), Item(counted, (), (show,)))

    def stands(self, one: Introduction) -> bool:
        """Is what it was found by there still, and everybody who was asked?"""
        keepers = self._keeping.keepers(one)
        if not keepers or self._desk.looking.reason(one, keepers[0]) is None:
            return False
        return all(self._person(side) is not None for side in (one.giver, one.needer) if side.person_id)

    def _ended(self, one: Introduction) -> bool:
        """A side that has no coordinator for the moment waits for the next one."""
        is_kept = bool(self._keeping.keepers(one))
        return is_kept and not self.stands(one) and self._desk.moves.end(one.id) is not None

    def _ran_out(self, one: Introduction, part: Part, now: datetime) -> bool:
        """Depends on this side alone."""
        side = one.side(part)
        if side.closes_on is None or side.answer is not None or side.is_closed:
            return False
        person = self._desk.directory.by_id(side.person_id)
        today = now.astimezone(zone_of(person.time_zone if person else "Asia/Tokyo")).date()
        return today > side.closes_on and self._desk.moves.close(one.id, part) is not None

    def _reminded(self, one: Introduction, part: Part, now: datetime) -> bool:
        """Depends on this side alone: whether it was let be, or what the other one said, is told by no silence."""
        side, person = one.side(part), self._person(one.side(part))
        if (
            person is None
            or side.asked_at is None
            or side.answer is not None
            or side.is_reminded
            or self._is_gone(one, part)
        ):
            return False
        zone, days = zone_of(person.time_zone), self._calendars.days_of(person)
        here, asked_on = now.astimezone(zone), side.asked_at.astimezone(zone).date()
        start, end = self._hours_of(person)
        is_open = days.is_working_day(here.date()) and start <= here.time() < end
        if not is_open or here.date() < days.add_working_days(asked_on, REMIND_AFTER):
            return False
        return self._desk.moves.remind(one.id, part, person) is not None

    def _proposed(self, one: Introduction) -> bool:
        """Both get the encounter to confirm, each from the coordinator that their firm has now."""
        people = {part: self._person(one.side(part)) for part in Part}
        for part, person in people.items():
            coordinator, other = self._keeping.keeper(one, part), people[part.other]
            if coordinator is not None and person is not None and other is not None:
                self._proposes(one, part, coordinator, person, other)
        return self._desk.moves.done(one.id) is not None

    def _answer(self, pressed: Pressed, member: Member) -> Reply:
        """What a firm says to being sounded out. What it is shown tells nothing of the other side."""
        one = self._desk.store.by_ask(pressed.reference)
        part = one.part_of(pressed.reference) if one else Part.GIVER
        if one is None or one.side(part).person_id != member.id or not pressed.place.is_direct:
            return Reply(parts=(Said(Message("introduction-not-asked")),), is_aside=True)
        answer = telling.ANSWERS[pressed.action]
        if one.state in (State.MADE, State.DONE) and one.side(part).answer is not answer:
            return Reply(parts=(Said(Message("introduction-told-already")),), is_aside=True)
        today = self._desk.clock.now().astimezone(zone_of(member.time_zone)).date()
        if not one.side(part).takes(answer, today):
            return telling.closed(one.side(part), coordinator=self._name(one, part), locale=member.locale or "ja")
        after = self._desk.moves.answer(one, part, answer, by=member) or one
        return telling.sounding(after.side(part), coordinator=self._name(one, part), locale=member.locale or "ja")

    def _sounding(self, owed: Owed) -> Addressed | None:
        """The first time, or once more where it was not answered."""
        one = self._desk.store.by_ask(owed.subject_id)
        part = one.part_of(owed.subject_id) if one else Part.GIVER
        person = self._person(one.side(part)) if one else None
        if one is None or person is None or one.side(part).answer is not None or self._is_gone(one, part):
            return None
        side, is_reminder = one.side(part), owed.kind == owing.REMINDER
        name, locale = self._name(one, part), person.locale or "ja"
        reply = telling.sounding(side, coordinator=name, locale=locale, is_reminder=is_reminder)
        return Addressed(reply=reply, locale=locale)

    def _is_gone(self, one: Introduction, part: Part) -> bool:
        """Has its coordinator left? Nobody is asked anything in the name of somebody who is not there any more; whoever
        looks after the firm from then on finds it on their page and can go on with it."""
        return self._keeping.keeper(one, part) is None

    def _made(self, owed: Owed) -> Addressed | None:
        one = self._desk.store.by_ask(owed.subject_id)
        if one is None or one.state not in (State.MADE, State.DONE):
            return None
        part = one.part_of(owed.subject_id)
        person, other = self._person(one.side(part)), self._person(one.side(part.other))
        firm = self._desk.directory.company(one.side(part.other).company_id)
        if person is None or other is None or firm is None:
            return None
        place = one.offer if part.other is Part.GIVER else one.need
        card = place.id if place.source is Source.CARD else ""
        shared = self._shared_parts(person, card) if card else ()
        coordinator = self._name(one, part)
        reply = telling.made(firm=firm.name, person=other.name, coordinator=coordinator, shared=shared, about=card)
        return Addressed(reply=reply, locale=person.locale or "ja")

    def _reply(self, owed: Owed) -> Addressed | None:
        one = self._desk.store.by_ask(owed.subject_id)
        part = one.part_of(owed.subject_id) if one else Part.GIVER
        person = self._person(one.side(part)) if one else None
        if one is None or person is None:
            return None
        reply = telling.replied(one.side(part), int(owed.occurrence), coordinator=self._name(one, part))
        return Addressed(reply=reply, locale=person.locale or "ja")

    def _person(self, side: Side) -> Member | None:
        """Whoever was asked, while they are of the firm."""
        person = self._desk.directory.by_id(side.person_id) if side.person_id else None
        is_theirs = person is not None and person.company is not None and person.company.id == side.company_id
        return person if person is not None and is_theirs and not person.has_left else None

    def _name(self, one: Introduction, part: Part) -> str:
        """The firm's own coordinator now; nothing that happens on the other side changes it. "" where who asked has
        left and nobody looks after the firm yet: nothing is said in their name."""
        asked_by = self._desk.directory.by_id(one.side(part).asked_by or one.coordinator_id)
        found = self._keeping.keeper(one, part) or asked_by
        return found.name if found and not found.has_left else ""


def _is_made(one: Introduction | None) -> bool:
    return one is not None and one.state is State.MADE
