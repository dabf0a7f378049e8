"""What a coordinator presses: looking at an introduction, sounding a side out, putting it away, letting it be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from bot.core import actions
from bot.core.audited import Looked
from bot.core.calendars import zone_of
from bot.core.introductions import views
from bot.core.introductions.desk import Desk
from bot.core.introductions.models import Introduction, Part
from bot.core.introductions.seeing import Seeing, Seen
from bot.core.introductions.wording import Wording
from bot.core.messages import Message, Pressed, Reply, Said
from bot.core.messages import Part as Shown
from bot.core.people import Member, Role
from bot.core.reactions import Handler

_OfOne: TypeAlias = Callable[[Pressed, Member, Seen], Reply]


class Coordinating:
    """Handlers; each is in private, for a coordinator who looks after a firm of it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.seeing = Seeing(store=desk.store, directory=desk.directory, looking=desk.looking, clock=desk.clock)
        self._wording = Wording(desk)

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        handlers: Mapping[str, Handler] = {
            actions.INTRODUCTIONS: self._list,
            actions.INTRODUCTION_SHOW: self._of_one(self._show),
            actions.INTRODUCTION_ASK_FORM: self._of_one(self._ask),
            actions.INTRODUCTION_ASK_SEND: self._of_one(self._send),
            actions.INTRODUCTION_AWAY_FORM: self._of_one(lambda _pressed, _member, one: views.away_form(one)),
            actions.INTRODUCTION_AWAY_SEND: self._of_one(self._away),
            actions.INTRODUCTION_BACK: self._of_one(self._back),
            actions.INTRODUCTION_WITHDRAW: self._of_one(self._withdraw),
        }
        return {action: in_private(handler) for action, handler in handlers.items()}

    def _list(self, pressed: Pressed, member: Member) -> Reply:
        page = int(pressed.reference) if pressed.reference.isdecimal() else 1
        found = [*self.seeing.under_way(member), *self.seeing.waiting(member)]
        # That they might help each other is told of both, though neither is quoted here.
        sides = (seen.introduction.side(part) for seen in found for part in seen.firms)
        self._desk.looks.at_firms(member, (side.company_id for side in sides))
        return views.listed(found, page)

    def _show(self, _pressed: Pressed, member: Member, one: Seen) -> Reply:
        return self._shown(one, member)

    def _shown(self, one: Seen, member: Member, *said: Shown) -> Reply:
        """Both quotes: a look at what is each firm's, and kept as such."""
        reason = self._desk.looking.reason(one.introduction, member)
        shows = self._desk.looking.shows
        quoted = frozenset(part for part in Part if part in one.kept or shows(one.introduction, part, member))
        for told in (reason.told(part) for part in quoted) if reason else ():
            place = told.place
            self._desk.looks(
                member, action=Looked.SEEN, kind=str(place.source), id=place.id, company_id=told.company_id
            )
        trouble_name = self._desk.drafting.trouble_name
        return views.shown(one, reason, trouble_name, quoted=quoted, locale=member.locale or "ja", said=said)

    def _ask(self, pressed: Pressed, member: Member, one: Seen) -> Reply:
        part, people = part_named(pressed), self._people(pressed, one)
        if part is None or part not in one.asked_next():
            return self._shown(one, member)
        if self._desk.looking.reason(one.introduction, member) is None or not people:
            fault = "introduction-nobody" if not people else "introduction-gone"
            return aside(Message(fault))
        values = {views.PERSON: people[0].id, views.TEXT: self._wording.draft(one.introduction, part, people[0])}
        return views.ask_form(one, part, people, values=values)

    def _send(self, pressed: Pressed, member: Member, one: Seen) -> Reply:
        part, people = part_named(pressed), self._people(pressed, one)
        person = next((someone for someone in people if someone.id == pressed.values.get(views.PERSON)), None)
        text = pressed.values.get(views.TEXT, "").strip()
        if part is None or part not in one.asked_next():
            return self._shown(one, member)
        reason = self._desk.looking.reason(one.introduction, member)
        if reason is None:
            return self._shown(one, member)
        if person is None or not text:
            fault = Message("introduction-fault-empty")
            return views.ask_form(one, part, people, values=pressed.values, fault=fault)
        seal = pressed.reference.rpartition(":")[2]
        told = self._wording.telling(text, one.introduction, part, person=person, by=member, seal=seal)
        if told is not None:
            return views.ask_form(one, part, people, values=pressed.values, told=told)
        after = self._desk.moves.ask(one.introduction.id, part, person=person, text=text, by=member)
        return self._after(after, member, Message("introduction-asked", {"firm": one.firms[part], "name": person.name}))

    def _away(self, pressed: Pressed, member: Member, one: Seen) -> Reply:
        typed = pressed.values.get(views.UNTIL, "")
        until = date.fromisoformat(typed) if typed else None
        if until is not None and until <= self._today(member):
            return views.away_form(one, Message("introduction-fault-until"))
        moves, id = self._desk.moves, one.introduction.id
        after = (
            moves.let_be(id, one.own, until=until, by=member)
            if one.is_requested
            else moves.put_away(id, until=until, by=member)
        )
        return self._after(after, member, Message("introduction-put-away"))

    def _back(self, _pressed: Pressed, member: Member, one: Seen) -> Reply:
        moves, id = self._desk.moves, one.introduction.id
        is_own = one.own_side.let_be_at is not None
        after = moves.take_up(id, one.own, by=member) if is_own else moves.bring_back(id, by=member)
        return self._after(after, member, Message("introduction-brought-back"))

    def _withdraw(self, _pressed: Pressed, member: Member, one: Seen) -> Reply:
        moves, id = self._desk.moves, one.introduction.id
        after = moves.let_be(id, one.own, until=None, by=member) if one.is_across else moves.withdraw(id, by=member)
        return self._after(after, member, Message("introduction-withdrawn"))

    def _after(self, after: Introduction | None, member: Member, said: Message) -> Reply:
        one = self.seeing.seen(after, member) if after else None
        if one is None:
            return aside(Message("introduction-not-yours"))
        # Beside the message from which it was opened, which stays.
        return replace(self._shown(one, member, Said(said)), is_aside=True)

    def _people(self, pressed: Pressed, one: Seen) -> list[Member]:
        """Whom one can sound out: the firm's own people who can be reached."""
        part = part_named(pressed)
        if part is None:
            return []
        firm = one.introduction.side(part).company_id
        found = self._desk.directory.people(role=Role.MEMBER, company_id=firm)
        reached = [person for person in found if person.address and not person.has_left]
        # Who is proposed first, and in whose language the draft is, is the same every time.
        return sorted(reached, key=lambda person: ((person.locale or "ja") != "ja", person.name, person.id))

    def _today(self, member: Member) -> date:
        return self._desk.clock.now().astimezone(zone_of(member.time_zone)).date()

    def _of_one(self, handler: _OfOne) -> Handler:
        def press(pressed: Pressed, member: Member) -> Reply:
            id = pressed.reference.partition(":")[0]
            found = self._desk.store.by_id(id)
            one = self.seeing.seen(found, member) if found else None
            return handler(pressed, member, one) if one else aside(Message("introduction-not-yours"))

        return press


def part_named(pressed: Pressed) -> Part | None:
    """Which side a button is about."""
    named = pressed.reference.split(":")[1:2]
    return next((part for part in Part if [str(part)] == named), None)


def in_private(handler: Handler) -> Handler:
    """In direct conversation or on the page, for whoever is a coordinator now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        is_private = pressed.place.is_direct or not pressed.place.conversation
        if Role.COORDINATOR not in member.roles or member.has_left or not is_private:
            return aside(Message("introduction-not-yours"))
        return handler(pressed, member)

    return press


def aside(message: Message) -> Reply:
    return Reply(parts=(Said(message),), is_aside=True)
