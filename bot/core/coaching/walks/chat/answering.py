"""What becomes of somebody's words: the answer is kept, and the next question, or one about it, is the reply."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from bot.core.coaching.walks.chat import asking_back, buttons
from bot.core.coaching.walks.chat.choosing import MeantWords, named
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.drafting import Drafts
from bot.core.coaching.walks.chat.drawing import Drawing
from bot.core.coaching.walks.chat.ports import DayIn
from bot.core.coaching.walks.chat.reader import Reader
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Question
from bot.core.messages import Message, Offer, Part, Reply, Said
from bot.core.people import Member


class Answering:
    """Keeps answers, and draws what follows."""

    def __init__(
        self, *, doors: Doors, drawing: Drawing, day_in: DayIn, drafts: Drafts, choices: Mapping[str, MeantWords]
    ) -> None:
        self._doors, self._service, self._drawing = doors, doors.service, drawing
        self._day_in, self._drafts, self._choices = day_in, drafts, choices

    def typed(self, walk: Walk, text: str, member: Member, act: Act, *, said: Sequence[Part] = ()) -> Reply:
        """Take words as the answer to what is asked now. What cannot be one is said, and asked again."""
        asked = self._service.script_of(walk).question(walk.at)
        reader = self._doors.reader(self._doors.among(walk, member))
        if asked is not None and asked.kind == "choice" and not walk.follow_up:
            meant = named(asked, text, self._choices.get(asked.id, {}))
            if len(meant) != 1 and text.strip() and len(text) <= asking_back.MOST_IN_BUTTON:
                reply = asking_back.which_choice(walk, asked, meant, text, reader)
                return replace(reply, locale=self._doors.language(walk))
        words = self.understood(asked, text, reader) if asked else text
        result = self._service.answer(walk.id, words, act=act, question=walk.at)
        if isinstance(result, Refused):
            why = (*said, Said(result.message))
            return self._drawing.standing(result.walk, member, said=why) if result.walk else Reply(parts=why)
        offers = self._drafts.offers(result.walk, result.added_to, member) if result.change else ()
        if result.change:
            offers = (*offers, buttons.not_answer(result.walk, result.change.id))
        return self._drawing.standing(result.walk, member, said=(*said, *self._taken(walk, result)), offers=offers)

    def joined(self, walk: Walk, question: Question, text: str, member: Member, act: Act) -> Reply:
        """Words that go to an answer given before, and say so; they can be taken out of it again."""
        result = self._service.answer(walk.id, text, act=act, question=question.id)
        said = (Said(Message("walk-added")),)
        offers = (buttons.not_answer(walk, result.change.id),) if isinstance(result, Done) and result.change else ()
        return self.pressed(result, member, said=said, offers=offers)

    def understood(self, question: Question, text: str, reader: Reader) -> str:
        """The value of a choice, or the day, that words name; else the words as they are."""
        if question.kind == "choice":
            meant = named(question, text, self._choices.get(question.id, {}))
            return meant[0] if len(meant) == 1 else text
        if question.kind == "date":
            day = _day(text) or self._day_in(text, reader.today)
            return day.isoformat() if day else text
        return text

    def pressed(
        self, result: Result, member: Member, *, said: Sequence[Part] = (), offers: Sequence[Offer] = ()
    ) -> Reply:
        """After a press: the message becomes how the walk stands; why not is said to the presser alone."""
        if isinstance(result, Refused):
            behind = self._drawing.standing(result.walk, member) if result.walk else None
            return Reply(parts=(Said(result.message),), is_aside=True, behind=behind)
        return self._drawing.standing(result.walk, member, said=said, offers=offers)

    def thanked(self, result: Result) -> tuple[Part, ...]:
        """The thanks that come before the next question."""
        return self._drawing.thanks(result.walk) if isinstance(result, Done) and result.change else ()

    def _taken(self, before: Walk, done: Done) -> tuple[Part, ...]:
        question = self._service.script_of(done.walk).question(done.added_to)
        if question is not None and done.added_to != before.at:
            return (Said(Message("walk-added")),)
        return self.thanked(done)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(unicodedata.normalize("NFKC", text).strip().replace("/", "-"))
    except ValueError:
        return None
