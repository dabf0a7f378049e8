"""The sheet in which a coordinator words an entry: freed of names, and checked before anybody else sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.core.clock import Clock
from bot.core.entries import drawing
from bot.core.entries.freeing import freed, is_worded_as, named_in
from bot.core.entries.models import (
    LONGEST_ANSWER,
    LONGEST_QUESTION,
    UNDER_WAY,
    Entry,
    EntryState,
    a_year_after,
)
from bot.core.entries.moves import Moves
from bot.core.entries.ports import AnsweredQuestion, AnsweredQuestions, EntryStore
from bot.core.entries.reviewers import Reviewers
from bot.core.messages import Message, Pressed, Reply
from bot.core.people import Member, access_answering

OF_ENTRY = "entry:"
_LONGEST_YEARS = 3


class Writing:
    """Handlers of the sheet."""

    def __init__(
        self, *, store: EntryStore, answers: AnsweredQuestions, reviewers: Reviewers, moves: Moves, clock: Clock
    ) -> None:
        self._store, self._answers, self._reviewers, self._moves = store, answers, reviewers, moves
        self._clock = clock

    def form(self, pressed: Pressed, member: Member) -> Reply:
        """The sheet: of a question that was answered, or of an entry that is there."""
        if not access_answering(member):
            return drawing.said(Message("entry-coordinators-only"))
        entry, answered = self._meant(pressed.reference)
        if entry is not None and not pressed.reference.startswith(OF_ENTRY):
            return drawing.standing(entry, reviewers=self._reviewers.told_of(entry))
        if answered is None:
            return drawing.said(Message("entry-not-found"))
        self._reviewers.looked_at(entry.handover_id if entry else pressed.reference, member)
        initial = _of_entry(entry) if entry else self._initial(answered, member)
        hints = [*self._hints(answered)]
        if entry is None and len(self._freed(answered.answer, answered.asker)) > LONGEST_ANSWER:
            hints.append(Message("entry-answer-shortened", {"limit": LONGEST_ANSWER}))
        owners = self._reviewers.coordinators()
        return drawing.form(pressed.reference, initial=initial, owners=owners, hints=hints)

    def send(self, pressed: Pressed, member: Member) -> Reply:
        """Keep what was worded as a proposal, or say what to put right."""
        if not access_answering(member):
            return drawing.said(Message("entry-coordinators-only"))
        entry, answered = self._meant(pressed.reference)
        if answered is None:
            return drawing.said(Message("entry-not-found"))
        if entry is not None and not pressed.reference.startswith(OF_ENTRY):
            # The same press again.
            return drawing.standing(entry, reviewers=self._reviewers.told_of(entry))
        wrong = self._wrong(pressed.values, answered)
        if wrong:
            owners = self._reviewers.coordinators()
            return drawing.form(pressed.reference, initial=dict(pressed.values), owners=owners, wrong=wrong)
        new = self._worded(pressed, member, entry, answered)
        before = entry if entry and entry.state != EntryState.PUBLISHED else None
        done = self._moves.propose(new, before, asker=answered.asker)
        if done is None:
            return drawing.said(Message("entry-changed-meanwhile"))
        return drawing.standing(done, reviewers=self._reviewers.told_of(done))

    def _meant(self, reference: str) -> tuple[Entry | None, AnsweredQuestion | None]:
        """The entry and what it comes from; of an answer, the entry that it has become last."""
        if reference.startswith(OF_ENTRY):
            entry = self._store.by_id(reference.removeprefix(OF_ENTRY))
            return entry, self._answers.answered(entry.handover_id) if entry else None
        known = [one for one in self._store.of_handover(reference) if one.state != EntryState.REPLACED]
        return (known[-1] if known else None), self._answers.answered(reference)

    def _initial(self, answered: AnsweredQuestion, member: Member) -> dict[str, str]:
        question = " ".join(self._freed(answered.question, answered.asker).split())
        return {
            drawing.QUESTION: question[:LONGEST_QUESTION],
            drawing.ANSWER: self._freed(answered.answer, answered.asker)[:LONGEST_ANSWER],
            drawing.OWNER: member.id,
            drawing.UNTIL: a_year_after(self._reviewers.today(member)).isoformat(),
        }

    def _freed(self, text: str, asker: Member | None) -> str:
        return freed(text, names=self._reviewers.names(asker), families=self._reviewers.families())

    def _hints(self, answered: AnsweredQuestion) -> tuple[Message, ...]:
        can_ask = answered.asker is not None and not answered.asker.has_left
        return (Message("entry-form-how"), Message("entry-form-wording" if can_ask else "entry-form-own-words"))

    def _wrong(self, values: Mapping[str, str], answered: AnsweredQuestion) -> list[Message]:
        question, answer = values.get(drawing.QUESTION, ""), values.get(drawing.ANSWER, "")
        wrong: list[Message] = []
        if not question.strip() or not answer.strip():
            wrong.append(Message("entry-both-needed"))
        if len(question) > LONGEST_QUESTION or len(answer) > LONGEST_ANSWER:
            wrong.append(Message("entry-too-long", {"question": LONGEST_QUESTION, "answer": LONGEST_ANSWER}))
        named = named_in(f"{question}\n{answer}", self._reviewers.names(answered.asker))
        if named:
            wrong.append(Message("entry-names-left", {"names": "、".join(named)}))
        last, today = _day(values.get(drawing.UNTIL, "")), self._reviewers.today()
        if last is None or not today < last <= today.replace(year=today.year + _LONGEST_YEARS, day=min(today.day, 28)):
            wrong.append(Message("entry-until-wrong", {"years": _LONGEST_YEARS}))
        if values.get(drawing.OWNER) not in {one.id for one in self._reviewers.coordinators()}:
            wrong.append(Message("entry-owner-wrong"))
        can_ask = answered.asker is not None and not answered.asker.has_left
        if not can_ask and is_worded_as(question, answered.question):
            wrong.append(Message("entry-form-own-words"))
        return wrong

    def _worded(self, pressed: Pressed, member: Member, entry: Entry | None, answered: AnsweredQuestion) -> Entry:
        values, id = pressed.values, uuid4().hex
        question = " ".join(values[drawing.QUESTION].split())
        agreed = (entry.agreed_question, entry.agreed_by) if entry else ("", "")
        is_own = is_worded_as(question, answered.question) and question != agreed[0]
        new = Entry(
            id=id,
            handover_id=entry.handover_id if entry else pressed.reference,
            guide_id=entry.guide_id if entry else f"qa-{id[:12]}",
            state=EntryState.ASKING if is_own else EntryState.PROPOSED,
            question=question,
            answer=values[drawing.ANSWER].strip(),
            author_id=member.id,
            owner_id=values[drawing.OWNER],
            valid_until=date.fromisoformat(values[drawing.UNTIL]),
            made_at=self._clock.now(),
            agreed_question=agreed[0],
            agreed_by=agreed[1],
        )
        if entry is None:
            return new
        if entry.state == EntryState.PUBLISHED:
            # It stays cited as it is until the edited one is published.
            return replace(new, revises=entry.id)
        return replace(new, id=entry.id, revises=entry.revises, number=entry.number, made_at=entry.made_at)


def may_be_edited(entry: Entry) -> bool:
    """True for what is on its way, or cited, or was."""
    return entry.state in UNDER_WAY | {EntryState.PUBLISHED, EntryState.RETIRED, EntryState.EXPIRED}


def _of_entry(entry: Entry) -> dict[str, str]:
    return {
        drawing.QUESTION: entry.question,
        drawing.ANSWER: entry.answer,
        drawing.OWNER: entry.owner_id,
        drawing.UNTIL: entry.valid_until.isoformat(),
    }


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
