"""Which encounters a typed line is about: those of the message above it, of just now, or the one on record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core.clock import Clock
from bot.core.meetings import owing
from bot.core.meetings.chat import understanding
from bot.core.meetings.chat.doors import Doors
from bot.core.meetings.chat.ports import PostedMessage, Talk
from bot.core.meetings.chat.understanding import Understood
from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.names import same_company_key
from bot.core.meetings.ports import EncounterStore
from bot.core.messages import Asked, Place
from bot.core.people import Member

_JUST_NOW = timedelta(minutes=30)
"""So long a line in the direct conversation may be about what was last changed there."""
_SHORT = 30
"""Characters of such a line: whoever writes more outside of a thread tells of something else."""
_SHORT_IN_LATIN = 60
"""The same in Latin letters, where it wants something and does not tell what has been."""
_TELLS = (understanding.DONE, understanding.CONTACT)
_OPEN = (State.OPEN, State.SLEEPING)
_NUDGE = "nudge"
_MOST = 500
"""Of so many encounters of a firm, the latest, somebody is looked for."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the line is about. `is_by_name`: it was found by the names in the line alone."""

    encounter: Encounter
    request: ColleagueRequest | None = None
    is_by_name: bool = False


class Subjects:
    """Finds them. Nothing here changes anything."""

    def __init__(self, *, store: EncounterStore, doors: Doors, clock: Clock, talk: Talk) -> None:
        self._store, self._doors, self._clock, self._talk = store, doors, clock, talk

    def of(self, asked: Asked, member: Member, meant: Understood) -> list[Subject]:
        """What the line can be about; nothing where it tells of somebody else."""
        found = self._narrowed(asked.text, self._about(asked, member, meant), meant)
        if not any(_is_named(one.encounter, asked.text) for one in found):
            found = self._by_name(asked, member, meant) or found
        is_own_line = self._above(asked) is None
        return [] if found and is_own_line and _tells_of_another(asked.text, meant, found) else found

    def is_under_reminder(self, asked: Asked) -> bool:
        """Was it typed under a nudge's message?"""
        above = self._above(asked)
        return above is not None and above.owed.kind == _NUDGE

    def _about(self, asked: Asked, member: Member, meant: Understood) -> list[Subject]:
        """The encounters that the line can be about: those of the message above it, else those of just now."""
        posted = self._above(asked)
        if posted is not None:
            kind, id = posted.owed.kind, posted.owed.subject_id
            named = self._talk.subjects(id) if kind == _NUDGE else [_subject_of(kind, id)]
            return self._found([one for one in named if one], member)
        longest = _SHORT_IN_LATIN if asked.text.isascii() and meant.kind not in _TELLS else _SHORT
        return self._of_just_now(asked.place, member) if len(asked.text.strip()) <= longest else []

    def _above(self, asked: Asked) -> PostedMessage | None:
        """The message of ours under which it was typed."""
        place = asked.place
        return self._talk.posted.by_message(place.conversation, place.thread) if place.thread else None

    def _of_just_now(self, place: Place, member: Member) -> list[Subject]:
        if not place.is_direct:
            return []
        since = self._clock.now() - _JUST_NOW
        told = self._found(self._talk.told(member, since), member)
        mine = [one for one in self._store.of_owner(member.id, states=_OPEN) if one.updated_at >= since]
        known = {one.encounter.id for one in told}
        return [*told, *(Subject(one) for one in mine if one.id not in known)]

    def _by_name(self, asked: Asked, member: Member, meant: Understood) -> list[Subject]:
        """What is told of a firm and a person by name is about that encounter, whoever of the firm looks after it and
        however long ago it was."""
        is_own_line = asked.place.is_direct and self._above(asked) is None
        if meant.kind not in _TELLS or not is_own_line or member.company is None:
            return []
        of_firm = self._store.of_company(member.company.id, states=_OPEN, limit=_MOST)
        named = (one for one in of_firm if _is_fully_named(one, asked.text) and self._doors.may_change(member, one))
        return [Subject(one, is_by_name=True) for one in named]

    def _found(self, named: Sequence[tuple[str, str]], member: Member) -> list[Subject]:
        """Each encounter once; only what the person may change, or was asked for."""
        found: dict[str, Subject] = {}
        for kind, id in named:
            request = self._store.request(id) if kind == "request" else None
            issue = self._store.issue(id) if kind == "issue" else None
            encounter_id = request.encounter_id if request else issue.encounter_id if issue else id
            encounter = self._store.by_id(encounter_id)
            is_asked = request is not None and request.to_id == member.id
            if encounter is not None and (is_asked or self._doors.may_change(member, encounter)):
                found.setdefault(encounter.id, Subject(encounter, request if is_asked else None))
        return list(found.values())

    def _narrowed(self, text: str, found: Sequence[Subject], meant: Understood) -> list[Subject]:
        """Those that are named, where any is; for a word to a request, those with one."""
        if meant.kind in (understanding.ACCEPT, understanding.TALK):
            found = [one for one in found if one.request is not None]
        named = [one for one in found if _is_named(one.encounter, text)]
        return list(named or found)


def _subject_of(kind: str, id: str) -> tuple[str, str] | None:
    if kind not in owing.KINDS:
        return None
    return ("encounter" if kind in (owing.CONFIRM, owing.NOT_KEPT) else "request", id)


_TELLING = re.compile(
    r"^(?:昨日|きのう|先日|今日|本日|先週|先ほど|さきほど|おととい|一昨日|今朝|さっき|yesterday|today|last )", re.I
)
_SOMEBODY = re.compile(r"(?:さん|様|氏|部長|課長|社長)(?:と|に)|\bm[rs]s?\b", re.I)


def _tells_of_another(text: str, meant: Understood, found: Sequence[Subject]) -> bool:
    """A line of its own that begins with a day, names somebody or goes on to what is to come tells of another encounter
    than that of just now, unless it names that one."""
    if any(_is_named(one.encounter, text) for one in found):
        return False
    if meant.kind == understanding.CONTACT:
        return bool(_SOMEBODY.search(text))
    if meant.more:
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
