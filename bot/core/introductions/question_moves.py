"""What a side asks before it answers, and what its coordinator replies, on record."""

from __future__ import annotations

from dataclasses import replace

from bot.core.clock import Clock
from bot.core.introductions import owing
from bot.core.introductions.changing import Changing, Move
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Introduction, Part, Question, State
from bot.core.introductions.ports import IntroductionStore
from bot.core.people import Member

MOST_QUESTIONS = 5
"""So many a side may ask."""


class QuestionMoves(Changing):
    """Keeps questions and replies."""

    def __init__(self, store: IntroductionStore, clock: Clock, keeping: Keeping) -> None:
        super().__init__(store, clock)
        self._keeping = keeping

    def question(self, now: Introduction, part: Part, text: str, *, by: Member) -> Introduction | None:
        """What a side wants to know before it answers goes to its own coordinator, and to nobody else."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            is_again = bool(side.questions) and side.questions[-1].text == text
            if now.state in (State.MADE, State.DONE) or is_again or len(side.questions) >= MOST_QUESTIONS:
                return None
            asked = (*side.questions, Question(text=text, asked_at=self._clock.now()))
            after = now.having(part, replace(side, questions=asked))
            owed = owing.question(after, part, len(asked), self._keeping.keeper(after, part))
            return Move(after=after, action="asked", firms=(side.company_id,), owed=owed)

        return self._changed(now.id, decide, by.id)

    def reply(self, id: str, part: Part, number: int, text: str, *, person: Member, by: Member) -> Introduction | None:
        """The coordinator's reply to one question, once."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if not 0 < number <= len(side.questions) or side.questions[number - 1].reply:
                return None
            replied = replace(side.questions[number - 1], reply=text, replied_at=self._clock.now())
            questions = (*side.questions[: number - 1], replied, *side.questions[number:])
            after = now.having(part, replace(side, questions=questions))
            owed = owing.reply(after.side(part), number, person)
            return Move(after=after, action="replied", firms=(side.company_id,), owed=owed)

        return self._changed(id, decide, by.id)
