"""What somebody typed where a walk is held: the answer, or one of the few messages that are none.

In a direct conversation with an open walk everything is the answer but: the words of prompts/walk_words.yaml, a word of
courtesy, a wish for something else, what stands under a message of ours about something else, a line that tells of
exchanged cards, and commands. What plainly asks something, what comes after a long silence, and what denies the answer
just given is asked about once. In a channel a colleague's message in the walk's thread is the answer; what ends in a
question mark is talk among people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.core.coaching.walks import owing
from bot.core.coaching.walks.chat import asking_back
from bot.core.coaching.walks.chat.adding import Adding, fits
from bot.core.coaching.walks.chat.answering import Answering
from bot.core.coaching.walks.chat.beginning import Beginning
from bot.core.coaching.walks.chat.contradicting import is_about, put_right
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ports import PostedMessages, TellsOfEncounter
from bot.core.coaching.walks.chat.wishes import Wish
from bot.core.coaching.walks.chat.words import Meant, WalkWords, is_wordless
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Result
from bot.core.courtesies import Courtesies
from bot.core.messages import Asked, Message, Reply, Said
from bot.core.people import Member

LONG_SILENCE = timedelta(hours=12)
"""After it a message in the direct conversation may be about anything."""
_A_MOMENT = timedelta(minutes=10)
"""So long after an answer a remark may be about it."""
_SPLIT_AT, _SPLIT_WITHIN = 3_000, timedelta(minutes=2)
"""A message as long as this, and another by the same person right after it, are one that was too long for its sender's
program."""
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
        self,
        *,
        doors: Doors,
        drawing: Drawing,
        answering: Answering,
        adding: Adding,
        beginning: Beginning,
        around: Around,
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._answering, self._adding = answering, adding
        self._beginning, self._around = beginning, around

    def typed(self, asked: Asked, member: Member) -> Taken | None:
        """What comes of a message; None where it is no business of a walk."""
        meant = self._around.words.meant(asked.text)
        walk = self._doors.held(asked.place, member) if asked.is_shown else None
        is_business = walk is not None and (walk.at or meant in _AFTER_ALL)
        if walk is not None and is_business and not self.is_of_others(asked, member, walk):
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
        wish = self._around.words.wishes.wish_of(asked.text) if asked.is_addressed else None
        if wish is Wish.UPCOMING:
            return None
        if wish in (Wish.PAGE, Wish.CARDS):
            return self._taken(walk, asking_back.elsewhere(walk, asked.text, "walk-elsewhere"))
        courtesy = self._around.courtesies.kind_of(asked.text)
        if courtesy is not None or is_wordless(asked.text) or wish is not None:
            if is_among_people:
                return Taken(None)
            is_help = courtesy in ("help", "missed") or wish is Wish.HELP
            key = "walk-help" if is_help else "walk-courtesy"
            return Taken(self._drawing.standing(walk, member, said=(Said(Message(key)),)))
        if _ENDS_ASKING.search(asked.text) and not asked.place.is_direct:
            # Among colleagues; said to us by name, it is a question as any other.
            return Taken(None) if is_among_people else None
        return self._answer(walk, asked, member)

    def _answer(self, walk: Walk, asked: Asked, member: Member) -> Taken:
        """It is the answer, unless there is a doubt."""
        since, text = self._doors.reader(member).now - walk.updated_at, asked.text
        is_late = since > LONG_SILENCE
        if asked.place.is_direct and fits(text) and (is_late or asks_plainly(text)):
            key = "walk-which-late" if is_late else "walk-which"
            return self._taken(walk, asking_back.which(walk, text, key, can_hint=not is_late))
        known = self._adding.just_told(walk) if since <= _A_MOMENT else None
        before = walk.answer(known.id) if known is not None else None
        if known is None or before is None:
            return Taken(self._answering.typed(walk, text, member, self._doors.act(asked, member)))
        last = before.parts[-1]
        now_asked = self._service.script_of(walk).question(walk.at)
        is_in_words = now_asked is not None and now_asked.kind in ("line", "lines")
        is_split = is_in_words and len(last.words) >= _SPLIT_AT and last.by_id == member.id and since <= _SPLIT_WITHIN
        if is_split and known.id != walk.at:
            return Taken(self._answering.joined(walk, known, text, member, self._doors.act(asked, member)))
        if fits(text) and is_about(text, last.words, is_other=last.by_id != member.id):
            right = put_right(text, before.words)
            return self._taken(walk, asking_back.about_before(walk, known, before.words, text, right))
        return Taken(self._answering.typed(walk, text, member, self._doors.act(asked, member)))

    def _taken(self, walk: Walk, reply: Reply) -> Taken:
        """Said to all who read the walk, in its language."""
        return Taken(replace(reply, locale=self._doors.language(walk)))

    def _meant(self, walk: Walk, asked: Asked, member: Member, meant: Meant) -> Taken:
        known = walk.answer(walk.at)
        if meant is Meant.AS_IS and (known is None or not known.parts):
            # There is nothing to be kept: whoever wants the next question leaves this one for later.
            meant = Meant.LATER
        if meant is Meant.WAIT:
            is_quiet = not asked.is_addressed
            return Taken(None) if is_quiet else self._taken(walk, Reply(parts=(Said(Message("walk-wait")),)))
        if meant in _TALK:
            return self._talk(walk, asked, member, meant)
        if meant is Meant.START:
            return Taken(self._beginning.intro(asked.place, member))
        if meant is Meant.RESUME:
            return Taken(self._drawing.standing(walk, member))
        if meant is Meant.HINT:
            asking = self._service.asking(walk)
            if asking is not None:
                return Taken(self._drawing.question(walk, asking, member, is_hinted=True))
        if meant is Meant.AGAIN:
            return self._taken(walk, asking_back.again(walk, asked.text))
        if meant is Meant.SHOW:
            return Taken(self._drawing.so_far(walk, member))
        return self._done(walk, asked, member, meant)

    def _done(self, walk: Walk, asked: Asked, member: Member, meant: Meant) -> Taken:
        """What a button would have done."""
        act, service = self._doors.act(asked, member), self._service
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

    def _talk(self, walk: Walk, asked: Asked, member: Member, meant: Meant) -> Taken:
        """What is no answer by itself."""
        if not asked.is_addressed and meant is not Meant.BARE:
            return Taken(None)
        if meant is Meant.BARE and walk.at:
            question = self._service.script_of(walk).question(walk.at)
            is_choice = question is not None and bool(question.choices)
            key = "walk-bare-choice" if is_choice else "walk-bare"
            return self._taken(walk, asking_back.elsewhere(walk, asked.text, key))
        key = who_sees(walk) if meant is Meant.WHO_SEES else _TALK[meant]
        return Taken(self._drawing.standing(walk, member, said=(Said(Message(key)),)))

    def is_of_others(self, asked: Asked, member: Member, walk: Walk) -> bool:
        """Does it stand under a message of ours that is about something else, or tell of exchanged cards?"""
        place = asked.place
        posted = self._around.posted.by_message(place.conversation, place.thread) if place.thread else None
        if posted is not None and posted.owed.kind not in owing.KINDS:
            return ("walk", walk.id) not in self._around.subjects(posted.owed.subject_id)
        return asked.is_addressed and self._around.tells_of_encounter(asked.text, member)


_TALK: dict[Meant, str] = {
    Meant.END: "walk-end-not-yet",
    Meant.WHO_SEES: "walk-who-sees",
    Meant.BARE: "walk-courtesy",
    Meant.CROSS: "walk-cross",
}
_AFTER_ALL = (Meant.BACK, Meant.PAUSE, Meant.AGAIN, Meant.SHOW, Meant.RESUME)
"""Understood as well where every question has been asked."""
_SAID: dict[Meant, str] = {
    Meant.UNKNOWN: "walk-unknown",
    Meant.LATER: "walk-later",
    Meant.AS_IS: "walk-left",
}


def who_sees(walk: Walk) -> str:
    """What to say of who can read the answers."""
    return "walk-who-sees-typed" if walk.is_typed else "walk-who-sees"


def ends_asking(text: str) -> bool:
    """Does a message end in a question mark?"""
    return bool(_ENDS_ASKING.search(text))


def asks_plainly(text: str) -> bool:
    """Does a message plainly ask something?"""
    if text.isascii():
        return bool(_ENDS_ASKING.search(text) and _ENGLISH_ASKS.search(text.strip()))
    return bool(_ASKS.search(text) and (_ENDS_ASKING.search(text) or _ENDS_SO.search(text)))


def _with_reason(reply: Reply) -> Reply:
    """Typed, a reason stands above how it is now."""
    behind = reply.behind or Reply()
    return Reply(parts=(*reply.parts, *behind.parts), offers=behind.offers, locale=behind.locale)
