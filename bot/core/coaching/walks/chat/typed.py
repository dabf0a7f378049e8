"""What somebody typed where a walk is held: the answer, or one of the few messages that are none.

In a direct conversation with an open walk everything is the answer but: the words of prompts/walk_words.yaml, a word of
courtesy, what stands under a message of ours about something else, a line that tells of exchanged cards, and commands.
What plainly asks something, and what comes after a long silence, is asked about once. In a channel a colleague's
message in the walk's thread is the answer; what ends in a question mark is talk among people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from bot.core import actions
from bot.core.coaching.walks import owing
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.beginning import Beginning
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ports import PostedMessages, TellsOfEncounter
from bot.core.coaching.walks.chat.words import Meant, WalkWords, is_wordless
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Result
from bot.core.courtesies import Courtesies
from bot.core.messages import Asked, Message, Offer, Quoted, Reply, Said
from bot.core.people import Member

LONG_SILENCE = timedelta(hours=12)
"""After it a message in the direct conversation may be about anything."""
_MOST_IN_BUTTON = 1_500
"""Characters of a message that a button can carry."""
_ENDS_ASKING = re.compile(r"[?？]\s*$")
_ASKS = re.compile(
    r"(?:何|なに|いつ|どこ|どう|どの|どんな|どれ|だれ|誰|なぜ|教えて|方法|やり方|すればよい|すればいい|したらいい|できますか)"
)
_ENDS_SO = re.compile(r"(?:か|ください|下さい)[。.？?]*\s*$")
_ENGLISH_ASKS = re.compile(r"^(?:what|how|when|where|who|which|why|can|could|should|do|does|is|are)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Taken:
    """A message that is a walk's business; no reply where there is nothing to say to it."""

    reply: Reply | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Around:
    """What tells a walk's messages from others. `subjects` are those of a nudge's message by its id."""

    words: WalkWords
    courtesies: Courtesies
    posted: PostedMessages
    subjects: Callable[[str], Sequence[tuple[str, str]]]
    tells_of_encounter: TellsOfEncounter


class Typed:
    """Reads messages."""

    def __init__(
        self, *, doors: Doors, drawing: Drawing, answering: Answering, beginning: Beginning, around: Around
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering, self._beginning, self._around = answering, beginning, around

    def typed(self, asked: Asked, member: Member) -> Taken | None:
        """What comes of a message; None where it is no business of a walk."""
        meant = self._around.words.meant(asked.text)
        walk = self._doors.held(asked.place, member) if asked.is_shown else None
        if walk is not None and walk.at and not self._is_of_others(asked, member, walk):
            return self._in_walk(walk, asked, member, meant)
        if walk is not None and meant in _AFTER_ALL and not self._is_of_others(asked, member, walk):
            return self._in_walk(walk, asked, member, meant)
        if not asked.is_addressed:
            return None
        if meant is Meant.START:
            return Taken(self._beginning.intro(asked.place, member))
        if meant is Meant.RESUME:
            reply = self._beginning.resumed_by_word(asked, member)
            return Taken(reply) if reply is not None else None
        return None

    def _in_walk(self, walk: Walk, asked: Asked, member: Member, meant: Meant | None) -> Taken | None:
        is_among_people = not asked.is_addressed
        refused = self._service.refused_here(walk, member, self._doors.here(asked.place, member))
        if refused is not None:
            return Taken(Reply(parts=(Said(refused.message),)))
        if meant is not None:
            return self._meant(walk, asked, member, meant)
        courtesy = self._around.courtesies.kind_of(asked.text)
        if courtesy is not None or is_wordless(asked.text):
            if is_among_people:
                return Taken(None)
            key = "walk-help" if courtesy in ("help", "missed") else "walk-courtesy"
            return Taken(self._drawing.standing(walk, member, said=(Said(Message(key)),)))
        if _ENDS_ASKING.search(asked.text) and not asked.place.is_direct:
            # Among colleagues; said to us by name, it is a question as any other.
            return Taken(None) if is_among_people else None
        is_late = self._doors.reader(member).now - walk.updated_at > LONG_SILENCE
        if _is_in_doubt(asked, is_late=is_late):
            return Taken(_which(walk, asked, is_late=is_late))
        return Taken(self._answering.typed(walk, asked.text, member, self._doors.act(asked, member)))

    def _meant(self, walk: Walk, asked: Asked, member: Member, meant: Meant) -> Taken:
        act, service = self._doors.act(asked, member), self._service
        known = walk.answer(walk.at)
        if meant is Meant.AS_IS and (known is None or not known.parts):
            # There is nothing to be kept: whoever wants the next question leaves this one for later.
            meant = Meant.LATER
        if meant is Meant.WAIT:
            is_quiet = not asked.is_addressed
            return Taken(None if is_quiet else Reply(parts=(Said(Message("walk-wait")),)))
        if meant is Meant.START:
            return Taken(self._beginning.intro(asked.place, member))
        if meant is Meant.RESUME:
            return Taken(self._drawing.standing(walk, member))
        if meant is Meant.HINT:
            asking = service.asking(walk)
            if asking is not None:
                return Taken(self._drawing.question(walk, asking, member, is_hinted=True))
        if meant is Meant.AGAIN:
            return Taken(_again(walk, asked))
        if meant is Meant.SHOW:
            return Taken(self._drawing.so_far(walk, member))
        does: dict[Meant, Callable[[], Result]] = {
            Meant.UNKNOWN: lambda: service.unknown(walk.id, act=act, question=walk.at),
            Meant.LATER: lambda: service.later(walk.id, act=act, question=walk.at),
            Meant.BACK: lambda: service.back(walk.id, act=act),
            Meant.AS_IS: lambda: service.leave_as_it_is(walk.id, act=act, question=walk.at),
            Meant.PAUSE: lambda: service.pause(walk.id, act=act),
        }
        if meant not in does:
            return Taken(self._drawing.standing(walk, member))
        is_about_answer = walk.follow_up is not None
        said = _SAID.get(meant) if not (is_about_answer and meant in (Meant.UNKNOWN, Meant.LATER)) else "walk-left"
        result = does[meant]()
        reply = self._answering.pressed(result, member, said=(Said(Message(said)),) if said else ())
        return Taken(_with_reason(reply) if reply.is_aside else reply)

    def _is_of_others(self, asked: Asked, member: Member, walk: Walk) -> bool:
        """Does it stand under a message of ours that is about something else, or tell of exchanged cards?"""
        place = asked.place
        posted = self._around.posted.by_message(place.conversation, place.thread) if place.thread else None
        if posted is not None and posted.owed.kind not in owing.KINDS:
            return ("walk", walk.id) not in self._around.subjects(posted.owed.subject_id)
        return asked.is_addressed and self._around.tells_of_encounter(asked.text, member)


_AFTER_ALL = (Meant.BACK, Meant.PAUSE, Meant.AGAIN, Meant.SHOW)
"""Understood as well where every question has been asked."""
_SAID: dict[Meant, str] = {
    Meant.UNKNOWN: "walk-unknown",
    Meant.LATER: "walk-later",
    Meant.AS_IS: "walk-left",
}


def asks_plainly(text: str) -> bool:
    """Does a message plainly ask something?"""
    if text.isascii():
        return bool(_ENDS_ASKING.search(text) and _ENGLISH_ASKS.search(text.strip()))
    return bool(_ASKS.search(text) and (_ENDS_ASKING.search(text) or _ENDS_SO.search(text)))


def _is_in_doubt(asked: Asked, *, is_late: bool) -> bool:
    """In a direct conversation, where the words fit into a button."""
    fits = asked.place.is_direct and len(asked.text) <= _MOST_IN_BUTTON
    return fits and (is_late or asks_plainly(asked.text))


def _which(walk: Walk, asked: Asked, *, is_late: bool) -> Reply:
    """Is it the answer, or something else? Nothing is lost meanwhile: the buttons carry the words."""
    reference = f"{walk.id}:{walk.at}"
    take = Offer(actions.WALK_TAKE, f"{reference}:{asked.text}", Message("walk-offer-take"), is_main=True)
    ask = Offer(actions.WALK_ASK, asked.text, Message("walk-offer-ask"))
    hint = Offer(actions.WALK_HINT, reference, Message("walk-offer-hint"))
    said = Said(Message("walk-which-late" if is_late else "walk-which"))
    last = buttons.resume(walk, is_main=False) if is_late else hint
    return Reply(parts=(said, Quoted(asked.text)), offers=(take, ask, last))


def _again(walk: Walk, asked: Asked) -> Reply:
    """An earlier answer, or all of it? The word may be the answer, too."""
    again = Offer(actions.WALK_AGAIN_FORM, walk.id, Message("walk-offer-again"))
    take = Offer(actions.WALK_TAKE, f"{walk.id}:{walk.at}:{asked.text}", Message("walk-offer-take"))
    offers = (buttons.correct(walk), again, buttons.resume(walk, is_main=False), *((take,) if walk.at else ()))
    return Reply(parts=(Said(Message("walk-again-which")),), offers=offers)


def _with_reason(reply: Reply) -> Reply:
    """Typed, a reason stands above how it is now."""
    behind = reply.behind or Reply()
    return Reply(parts=(*reply.parts, *behind.parts), offers=behind.offers)
