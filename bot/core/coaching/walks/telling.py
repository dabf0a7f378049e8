"""What is said in a walk: answers, what is not known, going back, correcting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.coaching.cards.models import CardField, Decision, EntryState, Use
from bot.core.coaching.walks.changing import Move
from bot.core.coaching.walks.engine import before_at, corrected, left, put_off, told, went
from bot.core.coaching.walks.given import faulty, words
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkState
from bot.core.coaching.walks.reading import read_try
from bot.core.coaching.walks.results import Act, Done, Refused, Result
from bot.core.coaching.walks.script import Question, Script
from bot.core.coaching.walks.starting import Starting
from bot.core.messages import Message

_TOLD = (WalkState.OPEN, WalkState.PAUSED, WalkState.UNCONFIRMED, WalkState.DONE)
"""Words are taken in these; a walk that was put aside goes on with them."""
_GOING = (WalkState.OPEN, WalkState.PAUSED)


class Telling(Starting):
    """Answers and what becomes of them."""

    def answer(self, walk_id: str, text: str, *, act: Act, question: str = "") -> Result:
        """Somebody said something. Without `question` it answers what is asked now; with the id of another question,
        because a colleague was quicker or the button is an old one, it is joined to the answer of that one. In a walk
        that is put aside it goes on with it."""
        said = words(text)

        def decide(before: Walk, script: Script) -> Move | Result:
            asked = script.question(question or before.at)
            fault = faulty(asked, said)
            if fault is not None or asked is None:
                return Refused(message=fault or Message("walk-refused-no-question"), walk=before)
            kept, read = self.said(before, said, act), self._read(before, asked, said, act)
            after = told(_awake(before), script, asked, kept, self._listening, read)
            detail = {"question": asked.id}
            return Move(after=after.walk, kind=after.kind, detail=detail, added_to=asked.id)

        return self._changed(walk_id, act, decide, states=_TOLD)

    def unknown(self, walk_id: str, *, act: Act, question: str = "") -> Result:
        """わからない: kept as an open question. While something is asked about an answer, it stays as it is."""
        return self._put_off(walk_id, act, question, EntryState.UNKNOWN, ChangeKind.UNKNOWN)

    def later(self, walk_id: str, *, act: Act, question: str = "") -> Result:
        """あとで: kept as an open question, to be come back to."""
        return self._put_off(walk_id, act, question, EntryState.LATER, ChangeKind.LATER)

    def leave_as_it_is(self, walk_id: str, *, act: Act, question: str = "") -> Result:
        """このままで: what is asked about the answer is not answered, the ladder is high enough, or an answer that was
        come back to stays."""

        def decide(before: Walk, script: Script) -> Move | Result:
            known = before.answer(before.at)
            if known is None or not known.parts or question not in ("", before.at):
                return Done(walk=before)
            return Move(after=left(_awake(before), script), kind=ChangeKind.LEFT, detail={"question": before.at})

        return self._changed(walk_id, act, decide, states=_GOING)

    def back(self, walk_id: str, *, act: Act) -> Result:
        """To the question before; what was answered stays until something else is said."""

        def decide(before: Walk, script: Script) -> Move | Result:
            question = before_at(before, script)
            if not question:
                return Refused(message=Message("walk-refused-first"), walk=before)
            after = went(_awake(before), question)
            return Move(after=after, kind=ChangeKind.WENT, detail={"question": question})

        return self._changed(walk_id, act, decide, states=_GOING)

    def go_to(self, walk_id: str, question: str, *, act: Act) -> Result:
        """To any question of the script, such as an open one."""

        def decide(before: Walk, script: Script) -> Move | Result:
            if script.question(question) is None:
                return Refused(message=Message("walk-refused-no-question"), walk=before)
            if before.at == question:
                return Done(walk=before)
            after = went(_awake(before), question)
            return Move(after=after, kind=ChangeKind.WENT, detail={"question": question})

        return self._changed(walk_id, act, decide, states=_GOING)

    def correct(self, walk_id: str, question: str, text: str, *, act: Act) -> Result:
        """Other words in the place of an answer; what stood there is kept. Nothing is asked about them. Also while it
        waits to be confirmed, and when it is done."""
        said = words(text)

        def decide(before: Walk, script: Script) -> Move | Result:
            asked = script.question(question)
            fault = faulty(asked, said)
            if fault is not None or asked is None:
                return Refused(message=fault or Message("walk-refused-no-question"), walk=before)
            known = before.answer(question)
            if known is not None and known.words == said:
                return Done(walk=before)
            kept, read = self.said(before, said, act), self._read(before, asked, said, act)
            after = corrected(before, script, asked, kept, read)
            after = left(after, script) if before.at == question and before.is_going else after
            return Move(after=after, kind=ChangeKind.CORRECTED, detail={"question": question})

        return self._changed(walk_id, act, decide, states=_TOLD)

    def decide_use(self, walk_id: str, use: Use, decision: Decision, *, act: Act) -> Result:
        """Tick a new use that was offered, or decline it; the last word counts."""

        def decide(before: Walk, _: Script) -> Move | Result:
            known = next((one for one in before.uses if one.id == use.id), None)
            if known is not None and known.decision == decision:
                return Done(walk=before)
            decided = replace(use, decision=decision, decided_by=act.by.id, decided_at=self._clock.now())
            uses = (*(one for one in before.uses if one.id != use.id), decided)
            detail = {"use": use.id, "decision": str(decision)}
            return Move(after=replace(_awake(before), uses=uses), kind=ChangeKind.USE, detail=detail)

        return self._changed(walk_id, act, decide, states=_GOING)

    def draft_shown(self, walk_id: str, question: str, *, act: Act) -> Result:
        """A language model is asked for a draft of an answer: kept, so that it can be seen when one was used."""

        def decide(before: Walk, _: Script) -> Move | Result:
            known = before.answer(question)
            if known is None or not known.parts:
                return Refused(message=Message("walk-refused-no-question"), walk=before)
            return Move(after=before, kind=ChangeKind.DRAFT_SHOWN, detail={"question": question})

        return self._changed(walk_id, act, decide, states=_TOLD)

    def keep_draft(self, walk_id: str, question: str, text: str, *, act: Act) -> Result:
        """Keep a draft beside the words that were said; marked as one for good. The same draft is kept once."""
        drafted = words(text)

        def decide(before: Walk, script: Script) -> Move | Result:
            known, asked = before.answer(question), script.question(question)
            fault = faulty(asked, drafted)
            if fault is not None or known is None or not known.parts:
                return Refused(message=fault or Message("walk-refused-no-question"), walk=before)
            if any(one.is_draft and one.words == drafted for one in known.parts):
                return Done(walk=before)
            kept = replace(self.said(before, drafted, act), is_draft=True)
            answers = tuple(replace(one, parts=(*one.parts, kept)) if one is known else one for one in before.answers)
            return Move(
                after=replace(before, answers=answers), kind=ChangeKind.DRAFT_KEPT, detail={"question": question}
            )

        return self._changed(walk_id, act, decide, states=_TOLD)

    def _read(self, walk: Walk, question: Question, text: str, act: Act) -> Mapping[CardField, str]:
        """What an answer says of the fields that its question gathers."""
        if not question.gathered(walk.length):
            return {}
        return read_try(text, on=self._today(act.by), day_in=self._day_in)

    def _put_off(self, walk_id: str, act: Act, question: str, state: EntryState, kind: ChangeKind) -> Result:
        def decide(before: Walk, script: Script) -> Move | Result:
            asked: Question | None = script.question(question or before.at)
            if asked is None:
                return Refused(message=Message("walk-refused-no-question"), walk=before)
            said = self.said(before, "", act)
            after = put_off(_awake(before), script, asked, said, state)
            return Move(after=after, kind=kind, detail={"question": asked.id})

        return self._changed(walk_id, act, decide, states=_GOING)


def _awake(walk: Walk) -> Walk:
    """A walk that was put aside goes on with whatever is said in it."""
    return replace(walk, state=WalkState.OPEN, paused_until=None) if walk.state == WalkState.PAUSED else walk
