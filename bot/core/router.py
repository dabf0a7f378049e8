"""One request in, one reply out. Who may do what is asked of `people`; what is done belongs to the features.

Repeats are dropped before they come here, by the inbox of the platform; and every press gives the same reply twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.core import actions
from bot.core.answering.in_chat import ChatAnswers, Hearer
from bot.core.answering.models import SourcePassage
from bot.core.courtesies import Courtesies, Courtesy
from bot.core.guides.proposals import GuideDesk
from bot.core.handovers.service import HandOverService
from bot.core.membership.models import Profile
from bot.core.membership.service import MembershipService
from bot.core.messages import (
    Asked,
    Dropped,
    Headed,
    Locale,
    Message,
    Offer,
    Opened,
    Part,
    Place,
    Pressed,
    Reply,
    Request,
    Said,
)
from bot.core.people import Directory, Member, Role, access_reading
from bot.errors import PersonError, UsageError

_COURTESIES: dict[Courtesy, str] = {
    "thanks": "courtesy-thanks",
    "greeting": "courtesy-greeting",
    "help": "courtesy-help",
}


class FailureLog(Protocol):
    """Keeps what went wrong."""

    def record_failure(self, *, where: str, error: BaseException) -> str:
        """Keep where something failed and return a reference for the person. Never raises."""
        ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is to be shown, in which language; no reply where there is nothing to say."""

    locale: Locale
    reply: Reply | None = None


@dataclass(frozen=True, slots=True)
class Greeting:
    """Whether somebody is about to hear the first words, and questions to begin with."""

    locale: Locale
    is_new: bool = False
    starters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Visit:
    """A person in a place, and everybody who reads there."""

    member: Member
    locale: Locale
    readers: tuple[Member, ...]
    hear: Hearer | None

    def may_read(self, passage: SourcePassage) -> bool:
        return access_reading(self.readers, passage.audience, is_bundled=passage.is_bundled)


class Router:
    """The way of every request."""

    def __init__(
        self,
        *,
        directory: Directory,
        membership: MembershipService,
        answers: ChatAnswers,
        handovers: HandOverService,
        guides: GuideDesk,
        courtesies: Courtesies,
        failures: FailureLog,
    ) -> None:
        self._directory, self._membership, self._answers = directory, membership, answers
        self._handovers, self._guides, self._courtesies = handovers, guides, courtesies
        self._failures = failures
        self._presses = self._press_table()

    def handle(self, request: Request, profile: Profile, *, hear: Hearer | None = None) -> Outcome:
        """Do what is asked and say how it stands. Never raises: what fails is said, with a reference."""
        locale: Locale = profile.locale or "ja"
        try:
            member = self._met(profile)
            locale = member.locale or locale
            visit = _Visit(member, locale, self._readers(request.place, member), hear)
            return self._handle(request, visit)
        except PersonError as error:
            return Outcome(locale, Reply(parts=(Said(Message(error.key, dict(error.arguments))),)))
        except Exception as error:
            return Outcome(locale, self.failed(where=type(request).__name__, error=error))

    def _met(self, profile: Profile) -> Member:
        """The person, with the language the platform says where we know no other."""
        member = self._membership.meet(profile)
        return replace(member, locale=member.locale or profile.locale or "ja")

    def locale_of(self, profile: Profile) -> Locale:
        """The language of somebody: what is known of them goes before what the platform says."""
        member = self._directory.by_address(profile.address)
        return (member.locale if member else None) or profile.locale or "ja"

    def greet(self, profile: Profile) -> Greeting:
        """Owe somebody who talks with us directly the first words, once. Never raises: a greeting can wait."""
        locale: Locale = profile.locale or "ja"
        try:
            member = self._met(profile)
            if member.has_left:
                return Greeting(member.locale or locale)
            is_new = bool(self._membership.greet(member, locale=member.locale or locale))
            return Greeting(member.locale or locale, is_new, self._membership.starters(member))
        except Exception as error:
            self._failures.record_failure(where="greet", error=error)
            return Greeting(locale)

    def failed(self, *, where: str, error: BaseException) -> Reply:
        """What is said where something broke: an apology with a reference."""
        reference = self._failures.record_failure(where=where, error=error)
        return Reply(state="failed", parts=(Said(Message("answer-failed", {"reference": reference})),))

    def _handle(self, request: Request, visit: _Visit) -> Outcome:
        if isinstance(request, Opened):
            return Outcome(visit.locale, self.home(visit.member))
        if visit.member.has_left and not (isinstance(request, Pressed) and request.action == actions.REJOIN):
            return Outcome(visit.locale, self._membership.has_left())
        if isinstance(request, Pressed):
            return Outcome(visit.locale, self._pressed(request, visit))
        if isinstance(request, Dropped):
            return Outcome(visit.locale, self._dropped(request, visit))
        if not request.is_addressed and not self._is_ours(request):
            return Outcome(visit.locale)
        return Outcome(visit.locale, self._asked(request, visit))

    def _is_ours(self, asked: Asked) -> bool:
        """A thread in which we were asked before needs no mention."""
        return bool(asked.place.thread) and self._answers.knows(asked.place.key)

    def _asked(self, asked: Asked, visit: _Visit) -> Reply:
        typed = self._handovers.typed(asked, visit.member)
        if typed is not None:
            return typed
        kind = self._courtesies.kind_of(asked.text)
        if kind is not None:
            starters = self._membership.starters(visit.member) if kind != "thanks" else ()
            offers = tuple(Offer(actions.ASK, starter, text=starter) for starter in starters)
            return Reply(parts=(Said(Message(_COURTESIES[kind])),), offers=offers)
        return self._answers.ask(asked, locale=visit.locale, may_read=visit.may_read, hear=visit.hear)

    def _dropped(self, dropped: Dropped, visit: _Visit) -> Reply:
        admins = self._directory.people(role=Role.ADMIN)
        return self._guides.drop(dropped, visit.member, admins=admins, present=visit.readers)

    def home(self, member: Member, *, said: Sequence[Part] = (), turned: str = "") -> Reply:
        """The person's page. `said` stands on top: what a press has done. `turned` is a list's page: `guides:2`."""
        name, _, page = turned.partition(":")
        guides_page = int(page) if name == "guides" and page.isdigit() else 1
        if member.has_left:
            return Reply(parts=(*said, *self._membership.home_parts(member)))
        guides = self._guides.home_parts(member, page=guides_page)
        own = self._membership.home_parts(member, before_leaving=guides)
        return Reply(parts=(*said, *self._handovers.home_parts(member), *own))

    def _pressed(self, pressed: Pressed, visit: _Visit) -> Reply:
        press = self._presses.get(pressed.action)
        if press is None:
            raise UsageError("press-unknown")
        return press(pressed, visit)

    def _press_table(self) -> Mapping[str, Callable[[Pressed, _Visit], Reply]]:
        def of_feature(handler: Callable[[Pressed, Member], Reply]) -> Callable[[Pressed, _Visit], Reply]:
            return lambda pressed, visit: handler(pressed, visit.member)

        features = {**self._handovers.handlers, **self._membership.handlers}
        return {
            **{action: of_feature(handler) for action, handler in features.items()},
            actions.ASK: self._ask_offered,
            actions.SHOW_PASSAGE: lambda pressed, visit: self._answers.passage(
                pressed.reference, may_read=visit.may_read
            ),
            actions.RATE_USEFUL: self._rate,
            actions.RATE_OFF: self._rate,
            actions.LEAVE: self._coming_and_going,
            actions.REJOIN: self._coming_and_going,
            actions.HAND_OVER: self._hand_over,
            actions.DRAFT_TO_GUIDES: self._draft_to_guides,
            actions.GUIDE_PUBLISH: of_feature(self._guides.publish),
            actions.GUIDE_PUT_AWAY: of_feature(self._guides.put_away),
            actions.GUIDE_UNDO: of_feature(self._guides.undo),
            actions.GUIDE_SHOW: of_feature(self._guides.show),
            actions.GUIDE_RETIRE: self._on_page(self._guides.retire),
            actions.GUIDE_ROLL_BACK: self._on_page(self._guides.roll_back),
            actions.TURN_PAGE: lambda pressed, visit: self.home(visit.member, turned=pressed.reference),
        }

    def _on_page(self, act: Callable[[Pressed, Member], Message]) -> Callable[[Pressed, _Visit], Reply]:
        """An act on the page: the page is drawn again with what was done on top, or why not."""

        def press(pressed: Pressed, visit: _Visit) -> Reply:
            try:
                said = act(pressed, visit.member)
            except PersonError as error:
                said = Message(error.key, dict(error.arguments))
            return self.home(visit.member, said=[Said(said)])

        return press

    def _ask_offered(self, pressed: Pressed, visit: _Visit) -> Reply:
        asked = Asked(id=pressed.id, address=pressed.address, place=pressed.place, text=pressed.reference)
        reply = self._answers.ask(asked, locale=visit.locale, may_read=visit.may_read, hear=visit.hear)
        return replace(reply, parts=(Headed(Message("asked-offered", {"text": pressed.reference})), *reply.parts))

    def _rate(self, pressed: Pressed, visit: _Visit) -> Reply:
        """Of an answer from the guides, or, where the question was handed over since, of the coordinator's."""
        is_useful = pressed.action == actions.RATE_USEFUL
        rated = self._answers.rate(pressed.reference, address=visit.member.address, is_useful=is_useful)
        given = self._handovers.given_answer(pressed.reference)
        if given is None:
            return rated
        said = Said(Message("rated-useful" if is_useful else "handover-rated-off"))
        return replace(given, parts=(*given.parts, said), offers=())

    def _coming_and_going(self, pressed: Pressed, visit: _Visit) -> Reply:
        """From a message, the message says what was done; from the page, the page does."""
        reply = self._membership.handlers[pressed.action](pressed, visit.member)
        if pressed.place.conversation:
            return reply
        return self.home(self._directory.by_id(visit.member.id) or visit.member, said=reply.parts)

    def _hand_over(self, pressed: Pressed, visit: _Visit) -> Reply:
        answer = self._answers.question(pressed.reference)
        handover = self._handovers.open(
            question_id=answer.question_id,
            text=answer.question,
            locale=visit.locale,
            place=pressed.place,
            asker=visit.member,
        )
        return self._handovers.confirmation(handover, visit.member)

    def _draft_to_guides(self, pressed: Pressed, visit: _Visit) -> Reply:
        text = self._handovers.draft_for_guides(pressed, visit.member)
        if text is None:
            raise UsageError("press-unknown")
        asked = Asked(id=pressed.id, address=pressed.address, place=pressed.place, text=text)
        return self._answers.ask(asked, locale=visit.locale, may_read=visit.may_read, hear=visit.hear)

    def _readers(self, place: Place, member: Member) -> tuple[Member, ...]:
        """Everybody who can read there; where that is not known, a stranger is thought to."""
        if place.present is None:
            return (member,) if place.is_direct else (member, _stranger(""))
        others = [self._directory.by_address(one) or _stranger(one) for one in sorted(place.present - {member.address})]
        return (member, *others)


def _stranger(address: str) -> Member:
    return Member(id="", address=address, name="")
