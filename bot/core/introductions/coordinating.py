"""What a coordinator presses: looking at an introduction, sounding a side out, putting it away, letting it be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import TypeAlias

from bot.core import actions
from bot.core.audited import Looked, Looks
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.introductions import views
from bot.core.introductions.looking import Looking
from bot.core.introductions.models import Introduction, Part, State
from bot.core.introductions.moves import Moves
from bot.core.introductions.ports import FirmWords, IntroductionStore, TellingWords
from bot.core.introductions.sounding import Drafting
from bot.core.introductions.telltales import OtherSide, Telltale, Telltales
from bot.core.messages import Locale, Message, Pressed, Reply, Said, Sentences
from bot.core.messages import Part as Shown
from bot.core.people import Company, Directory, Member, Role, access_coordinating
from bot.core.reactions import Handler

_OfOne: TypeAlias = Callable[[Pressed, Member, views.Seen], Reply]


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """What a coordinator works with."""

    store: IntroductionStore
    directory: Directory
    looking: Looking
    moves: Moves
    words: FirmWords
    drafting: Drafting
    telltales: Telltales
    telling_words: TellingWords
    sentences: Sentences
    looks: Looks
    clock: Clock


class Coordinating:
    """Handlers; each is in private, for a coordinator who looks after both firms."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

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
        return {action: _in_private(handler) for action, handler in handlers.items()}

    def seen(self, one: Introduction, viewer: Member) -> views.Seen | None:
        """It, for somebody who looks after both firms; None for everybody else."""
        firms = {part: self._firm(one, part) for part in Part}
        people = {part: self._desk.directory.by_id(one.side(part).person_id) for part in Part}
        named = {part: firm.name for part, firm in firms.items() if firm and access_coordinating(viewer, firm)}
        if len(named) < len(Part):
            return None
        return views.Seen(
            introduction=one,
            firms=named,
            people={part: person.name if person else "" for part, person in people.items()},
            waits=one.waits(self._today(viewer)),
        )

    def waiting(self, viewer: Member) -> list[views.Seen]:
        """What waits for them, as far as it still stands."""
        some = self._desk.store.in_state((State.FOUND, State.PUT_AWAY))
        waits = [one for one in self._seen(some, viewer) if one.waits]
        return [one for one in waits if self._desk.looking.reason(one.introduction, viewer) is not None]

    def under_way(self, viewer: Member) -> list[views.Seen]:
        """What they have begun: open, or made."""
        return list(self._seen(self._desk.store.in_state((State.OPEN, State.MADE)), viewer))

    def _seen(self, some: Iterable[Introduction], viewer: Member) -> Iterator[views.Seen]:
        for one in some:
            found = self.seen(one, viewer)
            if found is not None:
                yield found

    def _list(self, pressed: Pressed, member: Member) -> Reply:
        page = int(pressed.reference) if pressed.reference.isdecimal() else 1
        found = [*self.under_way(member), *self.waiting(member)]
        # That they might help each other is told of both, though neither is quoted here.
        sides = (side for seen in found for side in (seen.introduction.giver, seen.introduction.needer))
        self._desk.looks.at_firms(member, (side.company_id for side in sides))
        return views.listed(found, page)

    def _show(self, _pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        return self._shown(one, member)

    def _shown(self, one: views.Seen, member: Member, *said: Shown) -> Reply:
        """Both quotes: a look at what is each firm's, and kept as such."""
        reason = self._desk.looking.reason(one.introduction, member)
        for told in (reason.offer, reason.need) if reason else ():
            place = told.place
            self._desk.looks(
                member, action=Looked.SEEN, kind=str(place.source), id=place.id, company_id=told.company_id
            )
        trouble_name = self._desk.drafting.trouble_name
        return views.shown(one, reason, trouble_name, locale=member.locale or "ja", said=said)

    def _ask(self, pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        part, people = _part(pressed), self._people(pressed, one)
        if part is None or part not in one.introduction.asked_next():
            return self._shown(one, member)
        if self._desk.looking.reason(one.introduction, member) is None or not people:
            fault = "introduction-nobody" if not people else "introduction-gone"
            return _aside(Message(fault))
        values = {views.PERSON: people[0].id, views.TEXT: self._draft(one.introduction, part, people[0])}
        return views.ask_form(one, part, people, values=values)

    def _send(self, pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        part, people = _part(pressed), self._people(pressed, one)
        person = next((someone for someone in people if someone.id == pressed.values.get(views.PERSON)), None)
        text = pressed.values.get(views.TEXT, "").strip()
        if part is None or part not in one.introduction.asked_next():
            return self._shown(one, member)
        reason = self._desk.looking.reason(one.introduction, member)
        if reason is None:
            return self._shown(one, member)
        if person is None or not text:
            fault = Message("introduction-fault-empty")
            return views.ask_form(one, part, people, values=pressed.values, fault=fault)
        seal = sha256(text.encode()).hexdigest()[:16]
        found = self._telltales(text, one, part, person, member)
        is_refused = any(telltale.is_refused for telltale in found)
        if found and (is_refused or pressed.reference.rpartition(":")[2] != seal):
            in_general = self._desk.telltales.in_general(text, found, draft=self._draft(one.introduction, part, person))
            told = views.Telling(found=found, in_general=in_general, seal="" if is_refused else seal)
            return views.ask_form(one, part, people, values=pressed.values, told=told)
        after = self._desk.moves.ask(one.introduction.id, part, person=person, text=text, by=member)
        return self._after(after, member, Message("introduction-asked", {"firm": one.firms[part], "name": person.name}))

    def _away(self, pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        typed = pressed.values.get(views.UNTIL, "")
        until = date.fromisoformat(typed) if typed else None
        if until is not None and until <= self._today(member):
            return views.away_form(one, Message("introduction-fault-until"))
        after = self._desk.moves.put_away(one.introduction.id, until=until, by=member)
        return self._after(after, member, Message("introduction-put-away"))

    def _back(self, _pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        after = self._desk.moves.bring_back(one.introduction.id, by=member)
        return self._after(after, member, Message("introduction-brought-back"))

    def _withdraw(self, _pressed: Pressed, member: Member, one: views.Seen) -> Reply:
        after = self._desk.moves.withdraw(one.introduction.id, by=member)
        return self._after(after, member, Message("introduction-withdrawn"))

    def _after(self, after: Introduction | None, member: Member, said: Message) -> Reply:
        one = self.seen(after, member) if after else None
        if one is None:
            return _aside(Message("introduction-not-yours"))
        # Beside the message from which it was opened, which stays.
        return replace(self._shown(one, member, Said(said)), is_aside=True)

    def _telltales(
        self, text: str, one: views.Seen, part: Part, person: Member, member: Member
    ) -> tuple[Telltale, ...]:
        """Words by which the other side might be known, in what is to be sent."""
        own, other = self._firm(one.introduction, part), self._firm(one.introduction, part.other)
        if own is None or other is None:
            return ()
        said = [*self._desk.words.offers(member, [other]), *self._desk.words.needs(member, [other])]
        words = {word for told in said for word in self._desk.telling_words(told.text)}
        people = tuple(someone.name for someone in self._desk.directory.people(company_id=other.id))
        hidden = OtherSide(firm=other.name, people=people, words=sorted(words))
        names = (own.name, person.name, member.name)
        draft = self._draft(one.introduction, part, person)
        return self._desk.telltales.found(text, hidden, draft=draft, own_names=names)

    def _draft(self, one: Introduction, part: Part, person: Member) -> str:
        locale: Locale = person.locale or "ja"
        companies = self._desk.directory.companies()

        def say(message: Message) -> str:
            return self._desk.sentences.say(message, locale=locale)

        return self._desk.drafting.draft(one, part, companies, locale=locale, say=say)

    def _people(self, pressed: Pressed, one: views.Seen) -> list[Member]:
        """Whom one can sound out: the firm's own people who can be reached."""
        part = _part(pressed)
        if part is None:
            return []
        firm = one.introduction.side(part).company_id
        found = self._desk.directory.people(role=Role.MEMBER, company_id=firm)
        reached = [person for person in found if person.address and not person.has_left]
        # Who is proposed first, and in whose language the draft is, is the same every time.
        return sorted(reached, key=lambda person: ((person.locale or "ja") != "ja", person.name, person.id))

    def _firm(self, one: Introduction, part: Part) -> Company | None:
        return self._desk.directory.company(one.side(part).company_id)

    def _today(self, member: Member) -> date:
        return self._desk.clock.now().astimezone(zone_of(member.time_zone)).date()

    def _of_one(self, handler: _OfOne) -> Handler:
        def press(pressed: Pressed, member: Member) -> Reply:
            id = pressed.reference.partition(":")[0]
            found = self._desk.store.by_id(id)
            one = self.seen(found, member) if found else None
            return handler(pressed, member, one) if one else _aside(Message("introduction-not-yours"))

        return press


def _part(pressed: Pressed) -> Part | None:
    """Which side a button is about."""
    named = pressed.reference.split(":")[1:2]
    return next((part for part in Part if [str(part)] == named), None)


def _in_private(handler: Handler) -> Handler:
    """In direct conversation or on the page, for whoever is a coordinator now."""

    def press(pressed: Pressed, member: Member) -> Reply:
        is_private = pressed.place.is_direct or not pressed.place.conversation
        if Role.COORDINATOR not in member.roles or member.has_left or not is_private:
            return _aside(Message("introduction-not-yours"))
        return handler(pressed, member)

    return press


def _aside(message: Message) -> Reply:
    return Reply(parts=(Said(message),), is_aside=True)
