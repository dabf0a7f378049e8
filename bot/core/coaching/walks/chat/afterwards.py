"""What is typed after the last question of a walk, or while it rests: more of an answer, talk, or a question.

In the walk's thread always, in a direct conversation for a while. Nobody's addition is looked up in the guides: whether
it is one is asked, and one press keeps it. Nobody else wanted the message when it comes here.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.core.coaching.walks.chat import asking_back, buttons
from bot.core.coaching.walks.chat.adding import Adding, fits
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.typed import Around, Taken, Typed, asks_plainly, ends_asking, who_sees
from bot.core.coaching.walks.chat.words import Meant, is_wordless
from bot.core.coaching.walks.models import Walk, WalkState
from bot.core.messages import Asked, Message, Reply, Said
from bot.core.people import Member, Role

A_WHILE = timedelta(hours=1)
"""So long after its last change a walk is still what a direct conversation is about."""
_BEHIND = (WalkState.DONE, WalkState.PAUSED, WalkState.UNCONFIRMED)
_TALK = (Meant.END, Meant.WAIT, Meant.BARE, Meant.AS_IS, Meant.UNKNOWN, Meant.LATER)


class Afterwards:
    """Reads such messages."""

    def __init__(
        self,
        *,
        doors: Doors,
        drawing: Drawing,
        answering: Answering,
        adding: Adding,
        typed: Typed,
        around: Around,
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering, self._adding, self._typed, self._around = answering, adding, typed, around

    def typed(self, asked: Asked, member: Member) -> Taken | None:
        """What comes of a message; None where it is a question as any other."""
        if not asked.is_shown:
            return None
        meant = self._around.words.meant(asked.text)
        walk = self._latest(asked, member)
        if walk is not None and meant is not Meant.RESUME and self._is_for(walk, asked, member):
            return self._after(walk, asked, member, meant)
        is_able = member.company is not None and Role.MEMBER in member.roles
        if meant is Meant.RESUME and asked.is_addressed and is_able and asked.place.is_direct:
            return Taken(Reply(parts=(Said(Message("walk-none-open")),), offers=(buttons.intro(),)))
        return None

    def _is_for(self, walk: Walk, asked: Asked, member: Member) -> bool:
        """Is it said where the walk is, and may be?"""
        here = self._doors.here(asked.place, member)
        is_here = self._service.refused_here(walk, member, here) is None
        return is_here and not self._typed.is_of_others(asked, member, walk)

    def _latest(self, asked: Asked, member: Member) -> Walk | None:
        """The walk that was held there last; in a direct conversation not one of long ago."""
        held = self._doors.held(asked.place, member)
        if held is not None:
            return held
        here, now = self._doors.here(asked.place, member), self._doors.reader(member).now
        there = (here.conversation, here.thread)
        walks = self._service.walks(member, states=_BEHIND)
        found = next((one for one in walks if (one.conversation, one.thread) == there), None)
        if found is None or (here.is_direct and now - found.updated_at > A_WHILE):
            return None
        return found

    def _after(self, walk: Walk, asked: Asked, member: Member, meant: Meant | None) -> Taken | None:
        around = self._around
        is_quiet, is_open = not asked.is_addressed, walk.state == WalkState.OPEN
        is_talk = meant in _TALK or is_wordless(asked.text) or around.courtesies.kind_of(asked.text) is not None
        if is_talk:
            return self._talked(walk, asked, member, meant)
        if meant is Meant.WHO_SEES:
            return Taken(None) if is_quiet else self._said(walk, who_sees(walk))
        if meant is Meant.CROSS:
            return Taken(None) if is_quiet else self._said(walk, "walk-cross-after")
        if meant is not None or (asked.is_addressed and around.words.wishes.wish_of(asked.text) is not None):
            return None
        if ends_asking(asked.text) or asks_plainly(asked.text):
            return Taken(None) if is_quiet else None
        if is_quiet and not is_open:
            # People among themselves: the walk is over.
            return Taken(None)
        if walk.state == WalkState.PAUSED and walk.at and fits(asked.text):
            return self._taken(walk, asking_back.which(walk, asked.text, "walk-which-rests", can_hint=False))
        return self._addition(walk, asked, member)

    def _talked(self, walk: Walk, asked: Asked, member: Member, meant: Meant | None) -> Taken | None:
        """Thanks, 「以上です」: where a walk waits to be finished, how; else a word."""
        if not asked.is_addressed:
            return Taken(None)
        if walk.state == WalkState.OPEN:
            return Taken(self._drawing.standing(walk, member))
        return self._said(walk, "walk-end") if meant in _TALK else None

    def _addition(self, walk: Walk, asked: Asked, member: Member) -> Taken:
        question, text = self._adding.last_told(walk), asked.text
        if not fits(text) and question is not None:
            return Taken(self._answering.joined(walk, question, text, member, self._doors.act(asked, member)))
        reader = self._doors.reader(self._doors.among(walk, member))
        can_ask = asked.place.is_direct
        return self._taken(walk, asking_back.addition(walk, question, text, reader, can_ask=can_ask))

    def _said(self, walk: Walk, key: str) -> Taken:
        return self._taken(walk, Reply(parts=(Said(Message(key)),)))

    def _taken(self, walk: Walk, reply: Reply) -> Taken:
        return Taken(replace(reply, locale=self._doors.language(walk)))
