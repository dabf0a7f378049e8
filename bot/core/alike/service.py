"""The use cases: what is alike, putting it together, one answer to all, taking it apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.alike.likeness import ALIKE, likeness
from bot.core.alike.ports import Handed, Join, JoinStore, LookedAt, People, Queue, Vectors
from bot.core.clock import Clock
from bot.core.messages import Choice, Field, Headed, Item, Message, Offer, Part, Pressed, Quoted, Reply, Said, chosen_of
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Member, access_answering

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
WITH = "with"
APART = "alike_apart"
_COMPARED = 60
"""The oldest of somebody's open questions; nobody has more waiting for long."""
_MOST = 10
_LONGEST = 70


class AlikeService:
    """A coordinator's own questions alone: what somebody else is to answer is shown to nobody."""

    def __init__(
        self, *, queue: Queue, store: JoinStore, vectors: Vectors, people: People, clock: Clock, looked_at: LookedAt
    ) -> None:
        self._queue, self._store, self._vectors, self._looked_at = queue, store, vectors, looked_at
        self._people, self._clock = people, clock
        self.handlers: Mapping[str, Handler] = {
            actions.JOIN_FORM: self._form,
            actions.JOIN_SEND: self._send,
            actions.JOIN_APART: self._apart,
        }
        self.composers: Mapping[str, Composer] = {APART: self._told_apart}

    def due(self) -> int:
        """What was answered reaches those who asked alike; what is no longer together stands alone. Every tick."""
        return sum(self._settled(one) for one in self._store.all())

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What is together, and what is alike, among the questions that wait for somebody."""
        if not access_answering(member):
            return ()
        items = list(self._items(member))
        return (Headed(Message("alike-home")), *items[:_MOST]) if items else ()

    def _items(self, member: Member) -> Iterator[Item]:
        mine = {one.id: one for one in self._queue.of_owner(member.id)}
        joins = [one for one in self._store.all() if one.id in mine and one.head_id in mine]
        taken = {id for one in joins for id in (one.id, one.head_id)}
        for head_id in dict.fromkeys(one.head_id for one in joins):
            count = sum(one.head_id == head_id for one in joins)
            apart = Offer(actions.JOIN_APART, head_id, Message("alike-offer-apart"))
            self._show([mine[head_id]], member)
            yield Item(_line(mine[head_id]), (Message("alike-home-together", {"count": count}),), (apart,))
        free = [one for one in mine.values() if one.id not in taken]
        for head, others in self._groups(free):
            form = Offer(actions.JOIN_FORM, head.id, Message("alike-offer-join"))
            self._show([head], member)
            yield Item(_line(head), (Message("alike-home-suggested", {"count": len(others)}),), (form,))

    def _groups(self, free: Sequence[Handed]) -> Iterator[tuple[Handed, Sequence[Handed]]]:
        """Each question with those alike; one that was named already begins no group of its own."""
        compared, named = free[:_COMPARED], set[str]()
        vectors = self._vectors([one.text for one in compared])
        for place, head in enumerate(compared):
            others = [one for one in compared[place + 1 :] if one.id not in named and _are_alike(head, one, vectors)]
            if others and head.id not in named:
                named |= {head.id, *(one.id for one in others)}
                yield head, others

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        head, others = self._suggested(pressed.reference, member)
        if head is None:
            return _said("alike-not-yours")
        if self._store.of_head(head.id):
            return self._together(head, member)
        if not others:
            return _said("alike-none")
        choices = tuple(Choice(one.id, _line(one, who=True)) for one in others[:_MOST])
        every = ",".join(one.value for one in choices)
        self._show([head, *others[:_MOST]], member)
        field = Field(name=WITH, label=Message("alike-field"), kind="choices", choices=choices, initial=every)
        return Reply(
            title=Message("alike-title"),
            parts=(Said(Message("alike-how")), Quoted(head.text), field),
            submit=Offer(actions.JOIN_SEND, head.id, Message("alike-submit"), is_main=True),
        )

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        head, others = self._suggested(pressed.reference, member)
        if head is None:
            return _said("alike-not-yours")
        wanted = chosen_of(pressed.values.get(WITH, ""))
        chosen = [one for one in others if one.id in wanted]
        now = self._clock.now()
        self._store.join([Join(id=one.id, head_id=head.id, by_id=member.id, joined_at=now) for one in chosen])
        return self._together(head, member) if self._store.of_head(head.id) else _said("alike-none")

    def _together(self, head: Handed, member: Member) -> Reply:
        joined = [found for one in self._store.of_head(head.id) if (found := self._queue.by_id(one.id)) is not None]
        self._show([head, *joined], member)
        parts: list[Part] = [Said(Message("alike-together", {"count": len(joined)})), Quoted(head.text)]
        parts += [Quoted(one.text) for one in joined]
        answer = Offer(actions.ANSWER_FORM, head.id, Message("handover-offer-answer"), is_main=True)
        apart = Offer(actions.JOIN_APART, head.id, Message("alike-offer-apart"))
        return Reply(title=Message("alike-title"), parts=tuple(parts), offers=(answer, apart))

    def _apart(self, pressed: Pressed, member: Member) -> Reply:
        head = self._queue.by_id(pressed.reference)
        if head is None or head.owner_id != member.id or not access_answering(member):
            return _said("alike-not-yours")
        if not head.is_open:
            return _said("alike-answered-already")
        self._store.apart([one.id for one in self._store.of_head(head.id)])
        return _said("alike-apart")

    def _show(self, handed: Sequence[Handed], member: Member) -> None:
        """Words of questions are shown: a line of the audit log for each."""
        for one in handed:
            self._looked_at(one.id, member)

    def _suggested(self, head_id: str, member: Member) -> tuple[Handed | None, Sequence[Handed]]:
        """A question of somebody's own with those alike that are in no other company."""
        mine = self._queue.of_owner(member.id) if access_answering(member) else ()
        head = next((one for one in mine if one.id == head_id), None)
        if head is None or self._store.head_of(head_id):
            return None, ()
        free = [one for one in mine if one.id != head_id and not self._is_taken(one.id)]
        vectors = self._vectors([head.text, *(one.text for one in free)])
        return head, [one for one in free if _are_alike(head, one, vectors)]

    def _is_taken(self, id: str) -> bool:
        return bool(self._store.head_of(id) or self._store.of_head(id))

    def _settled(self, join: Join) -> int:
        """1 where something changed."""
        head, one = self._queue.by_id(join.head_id), self._queue.by_id(join.id)
        if head is None or one is None or not one.is_open or one.owner_id != head.owner_id:
            self._store.apart([join.id])
            return 1
        if head.is_open:
            return 0
        if head.answer and not self._queue.names_somebody(head.answer, head.id):
            # Once more after a crash changes nothing: it is open no more.
            self._queue.answer(one.id, head.answer)
            self._store.apart([join.id])
            return 1
        owner = self._people.by_id(one.owner_id)
        tells = bool(head.answer) and owner is not None and bool(owner.address)
        owed = (
            [Owed(kind=APART, subject_id=one.id, occurrence=head.id, person=owner.address)] if tells and owner else []
        )
        self._store.apart([join.id], owed=owed)
        return 1

    def _told_apart(self, owed: Owed) -> Addressed | None:
        """To the owner: the answer names somebody, and went to nobody else."""
        one, owner = self._queue.by_id(owed.subject_id), self._people.by_address(owed.person)
        if one is None or not one.is_open or owner is None or one.owner_id != owner.id or not access_answering(owner):
            return None
        self._show([one], owner)
        answer = Offer(actions.ANSWER_FORM, one.id, Message("handover-offer-answer"), is_main=True)
        parts = (Said(Message("alike-named")), Quoted(one.text))
        return Addressed(reply=Reply(parts=parts, offers=(answer,)), locale=owner.locale or "ja")


def _are_alike(one: Handed, other: Handed, vectors: Mapping[str, Sequence[float]]) -> bool:
    if not one.text or not other.text:
        return False
    both = (vectors[one.text], vectors[other.text]) if one.text in vectors and other.text in vectors else None
    return likeness(one.text, other.text, both) >= ALIKE


def _line(one: Handed, *, who: bool = False) -> str:
    line = " ".join(one.text.split())
    line = line if len(line) <= _LONGEST - 30 * who else f"{line[: _LONGEST - 30 * who - 1]}…"
    return f"{line}（{one.who[:25]}）" if who and one.who else line


def _said(key: str) -> Reply:
    return replace(Reply(parts=(Said(Message(key)),)), title=Message("alike-title"))
