"""Answering in words: what was typed under a message of ours, or right after it, is shown back with one main button.

Nothing is changed before that press. What is not understood is a question as before.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings import owing
from bot.core.meetings.chat import typed_offers, understanding
from bot.core.meetings.chat.cards import Cards
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.ports import PostedMessage, Talk
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.typed_offers import Meant
from bot.core.meetings.chat.understanding import Understood, understood
from bot.core.meetings.chat.wording import Reader, aside, occasion, reader_of, who
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import ColleagueRequest, Encounter, Reason, State
from bot.core.meetings.names import same_company_key
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.results import Result
from bot.core.meetings.service import MeetingService
from bot.core.messages import PAGE, Asked, Item, Message, Place, Pressed, Reply, Said
from bot.core.people import Member

_JUST_NOW = timedelta(minutes=30)
"""So long a line in the direct conversation may be about what was last changed there."""
_SHORT = 30
"""Characters of such a line: whoever writes more outside of a thread tells of something else."""
_SHORT_IN_LATIN = 60
"""The same in Latin letters, where it wants something and does not tell what has been."""
_TELLS = (understanding.DONE, understanding.CONTACT)
_OPEN = (State.OPEN, State.SLEEPING)
_MOST = 500
"""Of so many encounters of a firm, the latest, somebody is looked for."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What the line is about."""

    encounter: Encounter
    request: ColleagueRequest | None = None


class Typing:
    """Reads lines, and does what their buttons say."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        doors: Doors,
        cards: Cards,
        clock: Clock,
        talk: Talk,
    ) -> None:
        self._service, self._store, self._doors = service, store, doors
        self._cards, self._replying, self._clock, self._talk = cards, Replying(cards), clock, talk

    def handlers(self) -> dict[str, Handler]:
        """For each action, what to do."""
        return {
            actions.MEETING_TYPED: self._do,
            actions.MEETING_TYPED_DROP: lambda *_: Reply(parts=(Said(Message("meeting-typed-dropped")),)),
        }

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """What was understood, with one main button; None where it is a question as any other."""
        reader = reader_of(member, self._clock)
        meant = understood(asked.text, on=reader.today, calendar=self._talk.holidays())
        if meant is None:
            return None
        found = self._narrowed(asked.text, self._about(asked, member, meant), meant)
        if not any(_is_named(one.encounter, asked.text) for one in found):
            found = self._of_colleagues(asked, member, meant) or found
        if not found or (not asked.place.thread and _tells_of_another(asked.text, meant, found)):
            return None
        if not all(self._doors.is_here(member, one.encounter, asked.place) for one in found):
            return aside(Message("meeting-not-here"))
        over, found = found[0], [one for one in found if one.encounter.state != State.CLOSED]
        if not found:
            return self._cards.card(over.encounter, member)
        if len(found) > 1:
            return self._which(found, meant, reader, asked, member)
        offered = self._offered(found[0], meant, reader, member)
        return typed_offers.shown(offered, found[0].encounter, asked.text) if offered else None

    def _about(self, asked: Asked, member: Member, meant: Understood) -> list[_Subject]:
        """The encounters that the line can be about: those of the message above it, else those of just now."""
        posted = self._above(asked)
        if posted is not None:
            kind, id = posted.owed.kind, posted.owed.subject_id
            named = self._talk.subjects(id) if kind == "nudge" else [_subject_of(kind, id)]
            return self._found([one for one in named if one], member)
        longest = _SHORT_IN_LATIN if asked.text.isascii() and meant.kind not in _TELLS else _SHORT
        return self._of_just_now(asked.place, member) if len(asked.text.strip()) <= longest else []

    def _above(self, asked: Asked) -> PostedMessage | None:
        """The message of ours under which it was typed."""
        place = asked.place
        return self._talk.posted.by_message(place.conversation, place.thread) if place.thread else None

    def _of_just_now(self, place: Place, member: Member) -> list[_Subject]:
        if not place.is_direct:
            return []
        since = self._clock.now() - _JUST_NOW
        told = self._found(self._talk.told(member, since), member)
        mine = [one for one in self._store.of_owner(member.id, states=_OPEN) if one.updated_at >= since]
        known = {one.encounter.id for one in told}
        return [*told, *(_Subject(one) for one in mine if one.id not in known)]

    def _of_colleagues(self, asked: Asked, member: Member, meant: Understood) -> list[_Subject]:
        """A contact that is told with firm and person, and nothing more, is one of that encounter, whoever of the firm
        looks after it and however long ago it was."""
        is_own_line = asked.place.is_direct and self._above(asked) is None
        if meant.kind != understanding.CONTACT or meant.has_more or not is_own_line or member.company is None:
            return []
        of_firm = self._store.of_company(member.company.id, states=_OPEN, limit=_MOST)
        named = (one for one in of_firm if _is_fully_named(one, asked.text) and self._doors.may_change(member, one))
        return [_Subject(one) for one in named]

    def _found(self, named: Sequence[tuple[str, str]], member: Member) -> list[_Subject]:
        """Each encounter once; only what the person may change, or was asked for."""
        found: dict[str, _Subject] = {}
        for kind, id in named:
            request = self._store.request(id) if kind == "request" else None
            issue = self._store.issue(id) if kind == "issue" else None
            encounter_id = request.encounter_id if request else issue.encounter_id if issue else id
            encounter = self._store.by_id(encounter_id)
            is_asked = request is not None and request.to_id == member.id
            if encounter is not None and (is_asked or self._doors.may_change(member, encounter)):
                found.setdefault(encounter.id, _Subject(encounter, request if is_asked else None))
        return list(found.values())

    def _narrowed(self, text: str, found: Sequence[_Subject], meant: Understood) -> list[_Subject]:
        """Those that are named, where any is; for a word to a request, those with one."""
        if meant.kind in (understanding.ACCEPT, understanding.TALK):
            found = [one for one in found if one.request is not None]
        named = [one for one in found if _is_named(one.encounter, text)]
        return list(named or found)

    def _which(
        self, found: Sequence[_Subject], meant: Understood, reader: Reader, asked: Asked, member: Member
    ) -> Reply | None:
        """Several it can be about: each with its button."""
        items = []
        for one in found[:PAGE]:
            offered = self._offered(one, meant, reader, member)
            if offered is None:
                continue
            met = occasion(one.encounter, reader)
            button = (replace(offered.offer, is_main=False),)
            items.append(Item(who(one.encounter), (*([met] if met else []), offered.says), button))
        if not items:
            return None
        return Reply(parts=(Said(Message("meeting-typed-which")), *items), offers=typed_offers.others(asked.text))

    def _offered(self, subject: _Subject, meant: Understood, reader: Reader, member: Member) -> Meant | None:
        if subject.request is not None and meant.kind in (understanding.ACCEPT, understanding.TALK):
            return typed_offers.of_request(subject.request, meant)
        if not self._doors.may_change(member, subject.encounter):
            return None
        colleagues = self._service.colleagues(subject.encounter, besides=member.id)
        return typed_offers.of_encounter(subject.encounter, meant, reader, colleagues)

    def _do(self, pressed: Pressed, member: Member) -> Reply:
        """Do what the button says; the words of a line stay with its offer, so that a second press does the same."""
        wish = _wish_of(pressed.reference)
        encounter = self._store.by_id(wish.get("e", ""))
        if encounter is None or not self._doors.may_change(member, encounter):
            return aside(Message("meeting-not-found"))
        if not self._doors.is_here(member, encounter, pressed.place):
            return aside(Message("meeting-not-here"))
        try:
            result = self._done(encounter, wish, member)
        except (KeyError, ValueError):
            # No button of ours says that.
            result = None
        return self._replying.pressed(result, member) if result else aside(Message("meeting-not-found"))

    def _done(self, encounter: Encounter, wish: Mapping[str, str], member: Member) -> Result | None:
        kind, service = wish.get("k"), self._service
        if kind == understanding.DONE:
            return service.step_done(encounter.id, by=member, seen=int(wish.get("v", "0")))
        if kind == understanding.GREETING:
            return service.greeting_only(encounter.id, by=member)
        if kind == understanding.DECLINE:
            return service.decline(encounter.id, Reason(wish["r"]), by=member)
        if kind == understanding.SLEEP:
            return service.sleep(encounter.id, date.fromisoformat(wish["d"]), by=member)
        if kind == understanding.LATER:
            return self._put_off(encounter, wish, member)
        if kind == understanding.CONTACT:
            on = date.fromisoformat(wish["d"]) if "d" in wish else reader_of(member, self._clock).today
            return service.contact(encounter.id, by=member, on=on, what=wish.get("w", ""))
        if kind == understanding.ASK:
            to = next((one for one in service.colleagues(encounter) if one.id == wish.get("p")), None)
            return service.request(encounter.id, to, by=member) if to else None
        return None

    def _put_off(self, encounter: Encounter, wish: Mapping[str, str], member: Member) -> Result:
        """With a time, the step moves to that day and time; without one, the day alone changes."""
        day, at, step = date.fromisoformat(wish["d"]), wish.get("t", ""), encounter.next_step
        if at and step is not None:
            given = StepGiven(text=step.text, due_on=day, due_time=at, is_meeting=step.is_meeting)
            return self._service.set_step(encounter.id, given, by=member)
        return self._service.postpone(encounter.id, day, by=member)


def _subject_of(kind: str, id: str) -> tuple[str, str] | None:
    if kind not in owing.KINDS:
        return None
    return ("encounter" if kind in (owing.CONFIRM, owing.NOT_KEPT) else "request", id)


_TELLING = re.compile(
    r"^(?:昨日|きのう|先日|今日|本日|先週|先ほど|さきほど|おととい|一昨日|今朝|さっき|yesterday|today|last )", re.I
)
_SOMEBODY = re.compile(r"(?:さん|様|氏|部長|課長|社長)(?:と|に)|\bm[rs]s?\b", re.I)


def _tells_of_another(text: str, meant: Understood, found: Sequence[_Subject]) -> bool:
    """A line of its own that begins with a day, names somebody or goes on to what is to come tells of another encounter
    than that of just now, unless it names that one."""
    if any(_is_named(one.encounter, text) for one in found):
        return False
    if meant.kind == understanding.CONTACT:
        return bool(_SOMEBODY.search(text))
    if meant.has_more:
        return True
    return bool(_TELLING.search(text.strip())) and meant.kind == understanding.DONE


def _is_fully_named(encounter: Encounter, text: str) -> bool:
    """Are both the outside firm, in whatever spelling of its form, and the person named?"""
    firm = same_company_key(encounter.partner)
    is_firm = len(firm) > 1 and firm in same_company_key(text)
    names = (*encounter.contact.split(), encounter.contact)
    return is_firm and any(len(name) > 1 and name in text for name in names)


def _is_named(encounter: Encounter, text: str) -> bool:
    names = [*encounter.contact.split(), encounter.contact, encounter.partner]
    return any(len(name) > 1 and name in text for name in names)


def _wish_of(reference: str) -> dict[str, str]:
    try:
        read = json.loads(reference)
    except ValueError:
        return {}
    return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else {}
