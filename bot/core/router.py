"""One request in, one reply out. Who may do what is asked of `people`; what is done belongs to the features.

Repeats are dropped before they come here, by the inbox of the platform; and every press gives the same reply twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from bot.core import actions
from bot.core.alike.service import AlikeService
from bot.core.answering.advising import Advising
from bot.core.answering.in_chat import ChatAnswers, Hearer
from bot.core.changeovers.service import ChangeoverService
from bot.core.coaching_desk import Coaching
from bot.core.cockpit.service import Cockpit
from bot.core.courtesies import Courtesies, Courtesy
from bot.core.digests.service import DigestService
from bot.core.digests.unanswered.service import UnansweredService
from bot.core.encounters import Encounters
from bot.core.entries.service import EntryService
from bot.core.figures.pressing import FigureDesk
from bot.core.guides.proposals import GuideDesk
from bot.core.hand_over_packs.service import HandOverPackService
from bot.core.handovers.service import HandOverService
from bot.core.introductions.service import IntroductionService
from bot.core.membership.models import Profile
from bot.core.membership.roster.service import Roster
from bot.core.membership.service import MembershipService
from bot.core.messages import (
    Asked,
    Dropped,
    Headed,
    Locale,
    Message,
    Offer,
    Opened,
    Place,
    Pressed,
    Reply,
    Request,
    Said,
)
from bot.core.people import Directory, Member, Role
from bot.core.posted import PostedNotes
from bot.core.presses import Presses, Visit
from bot.core.remarks import is_remark
from bot.errors import PersonError

_COURTESIES: dict[Courtesy, str] = {
    "thanks": "courtesy-thanks",
    "noted": "courtesy-thanks",
    "later": "courtesy-later",
    "greeting": "courtesy-greeting",
    "help": "courtesy-help",
    "missed": "courtesy-missed",
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
        encounters: Encounters,
        coaching: Coaching,
        advising: Advising,
        courtesies: Courtesies,
        failures: FailureLog,
        digests: DigestService | None = None,
        entries: EntryService | None = None,
        introductions: IntroductionService | None = None,
        alike: AlikeService | None = None,
        figures: FigureDesk | None = None,
        cockpit: Cockpit | None = None,
        changeovers: ChangeoverService | None = None,
        posted: PostedNotes | None = None,
        roster: Roster | None = None,
        unanswered: UnansweredService | None = None,
        packs: HandOverPackService | None = None,
    ) -> None:
        self._roster, self._packs = roster, packs
        self._directory, self._membership, self._answers = directory, membership, answers
        self._handovers, self._guides, self._courtesies = handovers, guides, courtesies
        self._encounters, self._coaching, self._failures = encounters, coaching, failures
        self._presses = Presses(
            directory=directory,
            membership=membership,
            answers=answers,
            handovers=handovers,
            guides=guides,
            encounters=encounters,
            coaching=coaching,
            advising=advising,
            digests=digests,
            entries=entries,
            introductions=introductions,
            alike=alike,
            figures=figures,
            cockpit=cockpit,
            changeovers=changeovers,
            posted=posted,
            roster=roster,
            unanswered=unanswered,
            packs=packs,
        )

    def handle(self, request: Request, profile: Profile, *, hear: Hearer | None = None) -> Outcome:
        """Do what is asked and say how it stands. Never raises: what fails is said, with a reference."""
        locale: Locale = profile.locale or "ja"
        overheard = request if isinstance(request, Asked) and not request.is_addressed else None
        try:
            if overheard is not None and not self._is_ours(overheard):
                # People among themselves: of whoever talks there nothing is kept.
                return Outcome(locale)
            member = self._met(profile)
            locale = member.locale or locale
            if overheard is not None and member.has_left:
                return Outcome(locale)
            visit = Visit(member, locale, self._readers(request.place, member), hear)
            return Outcome(locale, self._handle(request, visit))
        except PersonError as error:
            said = Said(Message(error.key, dict(error.arguments)))
            return Outcome(locale, Reply(parts=(said,), is_aside=isinstance(request, Pressed)))
        except Exception as error:
            reply = self.failed(where=type(request).__name__, error=error)
            return Outcome(locale, replace(reply, is_aside=isinstance(request, Pressed)))

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

    def departed(self, address: str) -> None:
        """Somebody has left the workspace: they are refused from now on, and what was theirs is offered to others.

        Raises what storage raises, so that it is done later.
        """
        if self._roster is not None:
            self._roster.departing.left_workspace(address)

    def returned(self, address: str) -> None:
        """Somebody is in the workspace: whoever it had let go may use Minori again. Raises what storage raises."""
        if self._roster is not None:
            self._roster.departing.came_back(address)

    def failed(self, *, where: str, error: BaseException) -> Reply:
        """What is said where something broke: an apology with a reference."""
        reference = self.reference_of(where=where, error=error)
        return Reply(state="failed", parts=(Said(Message("answer-failed", {"reference": reference})),))

    def reference_of(self, *, where: str, error: BaseException) -> str:
        """Keep what broke; the reference under which it is found again. Never raises."""
        return self._failures.record_failure(where=where, error=error)

    def _handle(self, request: Request, visit: Visit) -> Reply | None:
        if isinstance(request, Opened):
            return self._presses.home(visit.member)
        if visit.member.has_left and not (isinstance(request, Pressed) and request.action == actions.REJOIN):
            has_left = self._membership.has_left(visit.member)
            return has_left if request.place.is_direct else replace(has_left, offers=(), is_aside=True)
        if isinstance(request, Pressed):
            return self._presses.handle(request, visit)
        if isinstance(request, Dropped):
            return self._dropped(request, visit)
        return self._asked(request, visit)

    def _is_ours(self, asked: Asked) -> bool:
        """A thread in which we were asked before needs no mention."""
        return bool(asked.place.thread) and (
            self._answers.knows(asked.place.key) or self._coaching.is_held(asked.place)
        )

    def _asked(self, asked: Asked, visit: Visit) -> Reply | None:
        if (claimed := self._membership.first_admin.claimed(asked, visit.member)) is not None:
            return claimed
        handed = self._handovers.typed(asked, visit.member)
        taken = self._coaching.taken(asked, visit.member) if handed is None else None
        if taken is not None:
            return taken.reply
        pack = self._packs.typed(asked, visit.member) if self._packs else None
        typed = handed or pack or self._coaching.typed(asked, visit.member)
        typed = typed or self._encounters.typed(asked, visit.member)
        if typed is not None:
            return typed
        if (after := self._coaching.otherwise(asked, visit.member)) is not None:
            return after.reply
        if not asked.is_addressed and (is_remark(asked.text) or not self._answers.knows(asked.place.key)):
            return None
        kind = self._courtesies.kind_of(asked.text)
        talked = self._encounters.talked(asked, visit.member, kind)
        if talked is not None:
            return talked
        if kind is not None:
            starters = self._membership.starters(visit.member) if kind in ("greeting", "help") else ()
            offers = tuple(Offer(actions.ASK, starter, text=starter) for starter in starters)
            walks = self._coaching.offers(visit.member) if starters else ()
            return Reply(parts=(Said(Message(_COURTESIES[kind])),), offers=(*offers, *walks))
        # Words that may be about an encounter name a contact, and those of a walk are the firm's: to no language model.
        after_all = self._encounters.maybe(asked, visit.member)
        reply = self._answers.ask(
            asked,
            locale=visit.locale,
            may_read=visit.may_read,
            hear=visit.hear,
            with_model=after_all is None and self._coaching.lets_model(asked.place, visit.member),
        )
        if after_all is not None:
            reply = replace(reply, offers=(*reply.offers, after_all))
        if asked.is_shown:
            return reply
        return replace(reply, parts=(Headed(Message("asked-offered", {"text": asked.text})), *reply.parts))

    def _dropped(self, dropped: Dropped, visit: Visit) -> Reply:
        caught = self._encounters.dropped(dropped, visit.member)
        if caught is not None:
            return caught
        admins = self._directory.people(role=Role.ADMIN)
        return self._guides.drop(dropped, visit.member, admins=admins, present=visit.readers)

    def _readers(self, place: Place, member: Member) -> tuple[Member, ...]:
        """Everybody who can read there; where that is not known, a stranger is thought to."""
        if place.present is None:
            return (member,) if place.is_direct else (member, _stranger(""))
        others = [self._directory.by_address(one) or _stranger(one) for one in sorted(place.present - {member.address})]
        return (member, *others)


def _stranger(address: str) -> Member:
    return Member(id="", address=address, name="")
