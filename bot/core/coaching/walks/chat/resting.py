"""A walk in which nothing is asked just now, as a message: put aside, all asked, waiting to be confirmed, done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.cards.wording import clipped, label
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.doors import Doors
from bot.core.coaching.walks.chat.reader import Reader, minutes_of, progress_line, quoted, title_of
from bot.core.coaching.walks.models import ChangeKind, Walk, WalkState
from bot.core.coaching.walks.models import Said as SaidWords
from bot.core.coaching.walks.script import Question
from bot.core.messages import Fact, Headed, Item, Message, Part, Reply, Said
from bot.core.people import Member

_TOLD = (
    CardField.SUBJECT,
    CardField.WHO,
    CardField.FUNCTION,
    CardField.CHANGE,
    CardField.TODAY,
    CardField.EVIDENCE,
    CardField.TRY,
)
"""What a summary says; the rest is a press away."""
_MOST_OPEN = 10


class Resting:
    """Draws them. Nothing here changes anything."""

    def __init__(self, *, doors: Doors) -> None:
        self._doors, self._service = doors, doors.service

    def reply(self, walk: Walk, member: Member) -> Reply:
        """How it stands."""
        reader = self._doors.reader(member)
        if walk.state == WalkState.PAUSED:
            return self._paused(walk, reader)
        if walk.state == WalkState.UNCONFIRMED:
            return self._unconfirmed(walk, member)
        if walk.state == WalkState.DONE:
            said = (Said(Message("walk-is-done")), *self.left_open(walk, reader))
            is_open = bool(self._service.open_questions(walk))
            return Reply(parts=said, offers=(*((buttons.resume_open(walk),) if is_open else ()), buttons.show(walk)))
        if walk.state == WalkState.DROPPED:
            return Reply(parts=(Said(Message("walk-dropped")),), offers=(buttons.resume(walk, is_main=False),))
        return self._all_asked(walk, reader)

    def summary(self, walk: Walk, reader: Reader) -> Iterator[Part]:
        """The main of it, in the owner's words."""
        script = self._service.script_of(walk)
        for name in _TOLD:
            question = script.filling(name)
            known = walk.answer(question.id) if question else None
            if question is not None and known is not None and known.parts:
                yield Fact(label(name), clipped(words_of(question, known.words, reader), 200))

    def left_open(self, walk: Walk, reader: Reader) -> Iterator[Part]:
        """What was asked and is not known yet."""
        found = self._service.open_questions(walk)
        if found:
            yield Said(Message("walk-open", {"count": len(found)}))
            for one in found[:_MOST_OPEN]:
                asked = one.asks(walk.subject_kind).text(reader.locale)
                yield Said(Message("walk-open-one", {"words": asked}))

    def ended(self, walk: Walk, member: Member) -> tuple[Part, ...]:
        """The last words: thanks, how long it took, what stayed open."""
        reader, ended = self._doors.reader(member), walk.finished_at or walk.updated_at
        first, last = reader.day_of(walk.created_at), reader.day_of(ended)
        minutes = minutes_of([one for one in self._service.changes(walk) if one.at <= ended])
        said: list[Part] = [Said(Message("walk-done"))]
        if first != last:
            said.append(Said(Message("walk-took-days", {"first": reader.day(first), "last": reader.day(last)})))
        if minutes > 0:
            said.append(Said(Message("walk-took", {"minutes": minutes})))
        return (*said, *self.left_open(walk, reader))

    def so_far(self, walk: Walk, member: Member) -> Reply:
        """Everything that was answered, in order, in a sheet."""
        reader, script = self._doors.reader(member), self._service.script_of(walk)
        parts: list[Part] = [Fact(Message("walk-label-owner"), self._doors.name(walk.owner_id))]
        for question in script.questions:
            known = walk.answer(question.id)
            if known is None:
                continue
            parts.append(Headed(label(question.fills)))
            if known.parts:
                own = [part for part in known.parts if not part.is_draft]
                words = "\n".join(words_of(question, part.words, reader) for part in own)
                parts += [*quoted(words), *self._by(walk, [part.by_id for part in own])]
                parts += _drafted(known.parts)
            else:
                parts.append(Said(Message(f"walk-record-{known.state}")))
        parts += self._with_model(walk, reader)
        if len(parts) == 1:
            parts.append(Said(Message("walk-record-nothing")))
        return Reply(title=title_of(walk), parts=tuple(parts))

    def _with_model(self, walk: Walk, reader: Reader) -> Iterator[Part]:
        """On which days a language model saw an answer."""
        used = [one for one in self._service.changes(walk) if one.kind == ChangeKind.DRAFT_SHOWN]
        if used:
            days = "、".join(dict.fromkeys(reader.day(reader.day_of(one.at)) for one in used))
            yield Said(Message("walk-model-used", {"count": len(used), "days": days}))

    def _by(self, walk: Walk, ids: Sequence[str]) -> Iterator[Part]:
        """Who said it, where several answer."""
        names = dict.fromkeys(self._doors.name(id) for id in ids if id)
        if names and len(walk.participants) > 1:
            yield Item("", (Message("walk-by", {"names": "、".join(names)}),))

    def _paused(self, walk: Walk, reader: Reader) -> Reply:
        day = walk.paused_until
        said = Message("walk-paused", {"day": reader.day(day)}) if day else Message("walk-paused-open")
        progress = self._service.progress(walk)
        at = Fact(title_of(walk), progress_line(progress))
        parts = (Said(said), at, Said(Message("walk-paused-how")))
        return Reply(parts=parts, offers=(buttons.resume(walk), buttons.other_day(walk), buttons.more(walk)))

    def _all_asked(self, walk: Walk, reader: Reader) -> Reply:
        """Every question was asked: what was said in short, what is open, and the click that makes the card."""
        progress = self._service.progress(walk)
        parts = (
            Headed(progress_line(progress)),
            Said(Message("walk-all-asked-typed" if walk.is_typed else "walk-all-asked")),
            *self.summary(walk, reader),
            *self.left_open(walk, reader),
        )
        is_open = bool(self._service.open_questions(walk))
        offers = (buttons.finish(walk), *((buttons.resume_open(walk),) if is_open else ()), buttons.show(walk))
        return Reply(parts=parts, offers=(*offers, buttons.more(walk)))

    def _unconfirmed(self, walk: Walk, member: Member) -> Reply:
        if member.id != walk.owner_id:
            name = {"name": self._doors.name(walk.owner_id)}
            return Reply(parts=(Said(Message("walk-waits-for-owner", name)),), offers=(buttons.show(walk),))
        typist = {"name": self._doors.name(walk.typist_id)}
        parts = (
            Said(Message("walk-confirm-asked", typist)),
            Headed(title_of(walk)),
            *self.summary(walk, self._doors.reader(member)),
            Said(Message("walk-confirm-means")),
        )
        return Reply(parts=parts, offers=buttons.confirming(walk))


def _drafted(parts: Sequence[SaidWords]) -> Iterator[Part]:
    """What a language model worded and somebody kept, marked as that."""
    for one in parts:
        if one.is_draft:
            yield Said(Message("walk-draft-beside"))
            yield from quoted(one.words)


def words_of(question: Question, words: str, reader: Reader) -> str:
    """An answer as people read it: a choice by its label, a day in words."""
    choice = next((one.label for one in question.choices if one.value == words), None)
    if choice is not None:
        return choice.text(reader.locale)
    if question.kind == "date":
        try:
            return reader.day(date.fromisoformat(words))
        except ValueError:
            return words
    return words
