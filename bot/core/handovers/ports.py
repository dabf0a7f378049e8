"""What hand-overs need of the outside: their records, and which message of ours is about which."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.core.handovers.models import HandOver, HandOverState, Turn
from bot.core.owed import Owed
from bot.core.people import Member
from bot.core.person_days import Days


class HandOverStore(Protocol):
    """Hand-overs on record. Each call is one committed transaction and raises StorageError."""

    def open(self, handover: HandOver, *, turns: Sequence[Turn], owed: Sequence[Owed]) -> HandOver:
        """Store it with what is owed, and mark its question handed over; where the question is handed over already,
        change nothing and return that hand-over."""
        ...

    def change(
        self,
        before: HandOver,
        after: HandOver,
        *,
        turns: Sequence[Turn] = (),
        owed: Sequence[Owed] = (),
        draft: str = "",
    ) -> bool:
        """Put `after` in the place of `before`, with turns and what is owed; a draft that becomes a turn is taken away.

        Changes nothing and returns False where the record is no longer as `before` says (its state, owner, reminder
        or count of owners), or where the draft is no longer one.
        """
        ...

    def by_id(self, id: str) -> HandOver | None:
        """The hand-over with this id."""
        ...

    def by_question(self, question_id: str) -> HandOver | None:
        """The hand-over of a question."""
        ...

    def in_state(self, states: Collection[HandOverState]) -> Sequence[HandOver]:
        """Those in one of these states, oldest first."""
        ...

    def by_asker(self, address: str) -> Sequence[HandOver]:
        """Everything that somebody handed over, oldest first."""
        ...

    def in_place(self, conversation: str, thread: str) -> Sequence[HandOver]:
        """The open ones whose question was asked there, newest first."""
        ...

    def turns(self, handover_id: str) -> Sequence[Turn]:
        """What happened, in order; drafts among it."""
        ...

    def keep_draft(self, turn: Turn) -> None:
        """Keep what somebody typed until they press; the same id again changes nothing."""
        ...

    def turn(self, id: str) -> Turn | None:
        """One turn."""
        ...

    def drop_draft(self, id: str) -> bool:
        """Mark a draft as dropped; False where it is no draft any more."""
        ...

    def nearest(self, question_id: str) -> Sequence[str]:
        """The headings that came nearest to the question, as the asker saw them; empty where none were."""
        ...

    def forget(self, address: str) -> None:
        """Erase the words of somebody: what they asked, and what they wrote as an asker or in a draft."""
        ...


class PostedMessage(Protocol):
    """A message of ours in the chat."""

    @property
    def owed(self) -> Owed:
        """What it said."""
        ...


class PostedMessages(Protocol):
    """Our messages in the chat."""

    def by_message(self, conversation: str, message: str) -> PostedMessage | None:
        """What a message of ours was owed as; None for any other."""
        ...


class Together(Protocol):
    """Which questions are answered together."""

    def others(self, id: str) -> int:
        """How many more are answered with this one."""
        ...

    def rests(self, id: str) -> bool:
        """Is it answered with another one, so that nobody is reminded of it?"""
        ...


class Apart:
    """Every question stands alone."""

    def others(self, id: str) -> int:
        """None."""
        return 0

    def rests(self, id: str) -> bool:
        """Never."""
        return False


class Calendars(Protocol):
    """Whose days are working days (bot/core/work_calendars.py)."""

    def days_of(self, member: Member) -> Days:
        """The working days of a person."""
        ...

    def is_on_leave(self, member: Member, day: date) -> bool:
        """Has the person leave on that day?"""
        ...

    def reply_by(self, moment: datetime, days: int, member: Member) -> datetime:
        """When the `days`-th working day after `moment` ends for the member, as an aware UTC datetime."""
        ...
