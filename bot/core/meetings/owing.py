"""The kinds of messages that an encounter owes, and when two of them are the same one.

`subject_id` is the id of the encounter for CONFIRM and NOT_KEPT, and of the request for the others.
"""

from __future__ import annotations

from bot.core.meetings.colleague_requests import ColleagueRequest
from bot.core.meetings.models import Encounter
from bot.core.owed import Owed
from bot.core.people import Member

CONFIRM = "meeting_confirm"
"""To a member: a coordinator wrote this for you; is it right?"""
NOT_KEPT = "meeting_not_kept"
"""To the coordinator: it was not confirmed, and its words are erased."""
REQUEST = "meeting_request"
"""To a colleague: would you take this on?"""
REQUEST_TALK = "meeting_request_talk"
"""To who asked: the colleague would like to talk first."""
REQUEST_ACCEPTED = "meeting_request_accepted"
"""To who asked: it is the colleague's now."""
REQUEST_WITHDRAWN = "meeting_request_withdrawn"
"""To the colleague: it is no longer asked; nothing to do."""
REQUEST_RETURNED = "meeting_request_returned"
"""To who asked: the colleague took the acceptance back within ten minutes."""

KINDS = (CONFIRM, NOT_KEPT, REQUEST, REQUEST_TALK, REQUEST_ACCEPTED, REQUEST_WITHDRAWN, REQUEST_RETURNED)


def about_encounter(kind: str, encounter: Encounter, to: Member | None) -> tuple[Owed, ...]:
    """To somebody who can be reached; nothing to anybody else. Once for each encounter."""
    return _owed(kind, encounter.id, f"{encounter.version}", to)


def about_request(kind: str, request: ColleagueRequest, to: Member | None, version: int) -> tuple[Owed, ...]:
    """The same about a request; `version` of the encounter tells a second time from the first."""
    return _owed(kind, request.id, f"{version}", to)


def _owed(kind: str, subject_id: str, occurrence: str, to: Member | None) -> tuple[Owed, ...]:
    if to is None or to.has_left or not to.address:
        return ()
    return (Owed(kind=kind, subject_id=subject_id, occurrence=occurrence, person=to.address),)
