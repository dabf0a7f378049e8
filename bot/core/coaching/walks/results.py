"""What comes of a use case of a walk: done, or refused with a sentence; and what is asked now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from bot.core.coaching.walks.models import Answer, FollowUp, Progress, Walk, WalkChange
from bot.core.coaching.walks.script import Question, Texts
from bot.core.messages import Message
from bot.core.people import Member


@dataclass(frozen=True, kw_only=True, slots=True)
class Here:
    """Where something is done: the platform's words for conversation and thread, and who can read along there.

    `present` are the people who can read it; None where that is not known, or where somebody is nobody we know."""

    conversation: str
    thread: str = ""
    is_direct: bool = True
    present: tuple[Member, ...] | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """Who does something, where, by which request: the same `request_id` again changes nothing."""

    by: Member
    here: Here
    request_id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Asking:
    """What is asked now. `text` are its words for the kind of subject; `follow_up` is asked in its place where there
    is one, with `again` for its sentence of the script, the words quoted already (None where `follow_up.message` is
    it). `ladder` are the rungs so far, from the function upward; `answer` is what stands there already."""

    question: Question
    text: Texts
    progress: Progress
    example: Texts | None = None
    follow_up: FollowUp | None = None
    again: Texts | None = None
    ladder: tuple[str, ...] = ()
    answer: Answer | None = None

    @property
    def may_stop_climbing(self) -> bool:
        """True on a ladder that is high enough."""
        climbs = self.question.climbs
        return climbs is not None and len(self.answer.parts if self.answer else ()) >= climbs.at_least


@dataclass(frozen=True, kw_only=True, slots=True)
class Done:
    """The walk as it stands now. `change` is None where it stood so already: a second press changes nothing. `asking`
    is what is asked now, None where nothing is; `added_to` is the question whose answer the words went to."""

    walk: Walk
    change: WalkChange | None = None
    asking: Asking | None = None
    added_to: str = ""

    @property
    def is_repeat(self) -> bool:
        """Nothing was changed."""
        return self.change is None


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Nothing was changed, and why; with the walk as it stands where the presser may see it."""

    message: Message
    walk: Walk | None = None


Result: TypeAlias = Done | Refused
