"""What the chat side of encounters needs of the outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeAlias

from bot.core.calendars import WorkingDays
from bot.core.meetings.parsing.models import Caught
from bot.core.messages import Part, Source
from bot.core.owed import Owed
from bot.core.people import Member

Advice: TypeAlias = Callable[[str, Sequence[Member]], Source | None]
"""What the guides say to a question, for these readers; None where they say nothing."""

ValueCards: TypeAlias = Callable[[Member], Sequence[Part]]
"""What the value card of somebody's firm says, as a help before a meeting; empty where there is none."""

ValueCardOf: TypeAlias = Callable[[str, Member], Sequence[Part]]
"""The way to the value card whose small try became this encounter (by its id); empty for any other."""


def no_value_card_of(_encounter_id: str, _member: Member) -> Sequence[Part]:
    """Where there are no value cards."""
    return ()


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


Subjects: TypeAlias = Callable[[str], Sequence[tuple[str, str]]]
"""The subjects (kind, id) of a nudge's message with several matters in it, by its bundle's id."""

LastTold: TypeAlias = Callable[[Member, datetime], Sequence[tuple[str, str]]]
"""The subjects of the last nudge's message that somebody was told since a moment; empty where there was none."""


class Lines(Protocol):
    """Reads what people type about encounters."""

    def line(self, text: str, *, on: date) -> Caught:
        """What one line says, read on a day."""
        ...


class NothingRead:
    """Where nothing reads lines."""

    def line(self, text: str, *, on: date) -> Caught:
        """Nothing of it."""
        return Caught(text=text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Talk:
    """What has been said, so that words typed after it are understood: our messages, the subjects of a nudge's message,
    what somebody was told last, and the holidays with which dates are read. `lines` reads what comes next."""

    posted: PostedMessages
    subjects: Subjects
    told: LastTold
    holidays: Callable[[], WorkingDays]
    lines: Lines = field(default_factory=NothingRead)


class _NothingPosted:
    def by_message(self, conversation: str, message: str) -> PostedMessage | None:
        return None


NO_TALK = Talk(posted=_NothingPosted(), subjects=lambda _: (), told=lambda *_: (), holidays=lambda: WorkingDays(()))
"""Where nothing was said: lines are about what was changed just now, or questions."""
