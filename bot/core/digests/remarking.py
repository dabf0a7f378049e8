"""A paragraph of a language model under a digest that stands already: a digest never waits for a model.

Once a digest is in the chat, a model is asked about it, once; what passes the checks is written under its lines. It is
shown as long as they are the lines of which it was written, on the day on which it was.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol, TypeAlias
from uuid import UUID, uuid5

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.digests.knowing import Knowing
from bot.core.digests.models import Digest, DigestKind, Fact, Line
from bot.core.digests.ordering import lines_of, room_of, shown_of
from bot.core.digests.paragraph import FEWEST, Judged, Paragraph, Told, Write, about, showable
from bot.core.digests.planning import DIGEST, owed_of
from bot.core.digests.ports import DigestStore, OperatorsLog, Rewrite, Stands
from bot.core.digests.wording import Reader, age_of, kind_heading, sentence
from bot.core.messages import Locale, Message, Reply
from bot.core.people import Directory, Member, Role
from bot.errors import ModelUnavailable

MOST_AT_ONCE = 3
"""Digests a look: whoever else waits is looked at a minute later."""
TO_MODEL = "to_model"
"""The action in the audit log."""
_NAMESPACE = UUID("0d7c3a0e-52d3-5a7b-8d8e-0b1f6a3f9c55")
_A_DAY = timedelta(days=1)
_KINDS = (DigestKind.WEEKLY, DigestKind.DAILY)
Speak: TypeAlias = Callable[[Message, Locale], str]


class ParagraphStore(Protocol):
    """For which digests a model was asked, and what passed. Each call is one transaction and raises StorageError."""

    def ask(self, digest_id: str, *, at: datetime, audited: Sequence[Audited] = ()) -> bool:
        """A model is to be asked now, once for ever; False where it was. `audited` is whose data it is told."""
        ...

    def asked(self, digest_ids: Collection[str]) -> Collection[str]:
        """For which of these a model was asked."""
        ...

    def put(self, one: Paragraph) -> None:
        """What passed, of a digest for which was asked."""
        ...

    def paragraph(self, digest_id: str) -> Paragraph | None:
        """The one of a digest."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Model:
    """What writes paragraphs: `allows` says whether a firm lets a model be told how it stands."""

    store: ParagraphStore
    write: Write
    judged: Judged
    allows: Callable[[str], bool]
    speak: Speak


class Remarking:
    """Asks for paragraphs, and says what stands under a digest."""

    def __init__(
        self,
        *,
        model: Model,
        store: DigestStore,
        knowing: Knowing,
        directory: Directory,
        redraw: Callable[[str, Member], Reply | None],
        stands: Stands,
        clock: Clock,
        log: OperatorsLog,
    ) -> None:
        self._model, self._store, self._knowing, self._directory = model, store, knowing, directory
        self._redraw, self._stands, self._clock, self._log = redraw, stands, clock, log

    def run_once(self, rewrite: Rewrite) -> int:
        """Ask about digests that came today; return how many paragraphs were written. Raises StorageError."""
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if one.address and not one.has_left]
        waiting = [(digest, one) for one in staff for digest in self._waiting(one)][:MOST_AT_ONCE]
        try:
            return sum(self._written(digest, member, rewrite) for digest, member in waiting)
        except ModelUnavailable as error:
            # Asked once is asked: this digest goes without, and the model is left alone for a minute.
            self._log.error("digest_without_paragraph", reason=type(error).__name__)
            return 0

    def under(self, digest: Digest, facts: Sequence[Fact], reader: Reader) -> str:
        """The paragraph that may stand under these lines now; "" for none."""
        one = self._model.store.paragraph(digest.id)
        if one is None or one.about != about(facts, reader.today):
            return ""
        names = {fact.company_id: fact.firm for fact in facts if fact.company_id is not None}
        if not all(id in names and self._model.allows(id) for id in one.company_ids):
            return ""
        return one.with_names(names)

    def _waiting(self, member: Member) -> list[Digest]:
        """Digests of today that stand in the chat, and about which no model was asked."""
        now = self._clock.now()
        reader, recent = self._knowing.reader(member, now), self._store.of_person(member.id, since=now - _A_DAY)
        came = [
            one for one in recent if one.kind in _KINDS and one.keys and reader.day_of(one.created_at) == reader.today
        ]
        asked = self._model.store.asked([one.id for one in came]) if came else ()
        return [one for one in came if one.id not in asked and self._stands(owed_of(one, member)) is not None]

    def _written(self, digest: Digest, member: Member, rewrite: Rewrite) -> bool:
        """Ask once, check, write it where the digest stands. Raises ModelUnavailable."""
        now = self._clock.now()
        facts, reader = self._knowing.standing(digest, member, now), self._knowing.reader(member, now)
        lines = lines_of(facts)
        told = self._told(shown_of(lines, room_of(digest.kind)), reader)
        if not self._model.store.ask(digest.id, at=now, audited=_audited(digest, told, now)) or not told:
            return False
        text = self._model.write(told, len(lines), reader.locale)
        passed = showable(text, told, len(lines), locale=reader.locale, judged=self._model.judged)
        if not passed:
            self._log.error("digest_paragraph_left_out", digest_id=digest.id, length=len(text))
            return False
        ids = tuple(dict.fromkeys(one.company_id for one in told))
        self._model.store.put(
            Paragraph(
                digest_id=digest.id, written_at=now, about=about(facts, reader.today), text=passed, company_ids=ids
            )
        )
        where, reply = self._stands(owed_of(digest, member)), self._redraw(digest.id, member)
        return where is not None and reply is not None and rewrite(*where, reply, reader.locale)

    def _told(self, lines: Sequence[Line], reader: Reader) -> list[Told]:
        """The lines of firms that allow it; none where there are too few to add anything."""
        allowed = [one for one in lines if one.first.company_id and self._model.allows(one.first.company_id)]
        marks = {id: f"[F{number}]" for number, id in enumerate(dict.fromkeys(_firm(one) for one in allowed), start=1)}
        if len(allowed) < FEWEST:
            return []
        return [Told(mark=marks[_firm(one)], company_id=_firm(one), text=self._text(one, reader)) for one in allowed]

    def _text(self, line: Line, reader: Reader) -> str:
        """Why, what and since when, in our own words; nobody is named in them."""
        parts = (kind_heading(line.kind), sentence(line, reader), age_of(line, reader))
        return " ".join(self._model.speak(one, reader.locale) for one in parts)


def _firm(line: Line) -> str:
    return line.first.company_id or ""


def _audited(digest: Digest, told: Sequence[Told], at: datetime) -> list[Audited]:
    return [
        Audited(
            id=uuid5(_NAMESPACE, f"{digest.id} {id}").hex,
            at=at,
            by_id=digest.person_id,
            action=TO_MODEL,
            subject_kind=DIGEST,
            subject_id=digest.id,
            company_id=id,
        )
        for id in sorted({one.company_id for one in told})
    ]
