"""Plans digests when they are due, and composes them from what is true when they are sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.digests.drawing import drawn
from bot.core.digests.knowing import Knowing
from bot.core.digests.models import Digest, DigestKind, Fact
from bot.core.digests.ordering import lines_of
from bot.core.digests.ports import Calendars, DigestStore, HoursOf, OperatorsLog, Pictures
from bot.core.digests.timing import Moment, due, weekly_to_come
from bot.core.messages import Message, OutgoingFile, Said
from bot.core.owed import Addressed, Owed
from bot.core.people import Directory, Member, Role

DIGEST = "digest"
"""The kind of what is owed."""
LOOK_BACK = timedelta(days=40)
"""So far back it is seen which digests there were."""
_NAMESPACE = UUID("3a7f6a52-6f0e-5d51-8a55-6b8f1f0f5c21")


def digest_id(workspace_id: str, person_id: str, kind: DigestKind, day: date) -> str:
    """One coordinator, kind and day is one digest for ever."""
    return str(uuid5(_NAMESPACE, "\x1f".join((workspace_id, person_id, kind.value, day.isoformat()))))


def owed_of(digest: Digest, member: Member) -> Owed:
    """What is owed because of it: once for each attempt."""
    return Owed(kind=DIGEST, subject_id=digest.id, occurrence=str(digest.attempt), person=member.address)


def audited_of(digest: Digest, facts: Sequence[Fact]) -> list[Audited]:
    """A line of the audit log for each firm of which something is shown."""
    firms = sorted({one.company_id for one in facts if one.company_id is not None})
    return [
        Audited(
            id=str(uuid5(_NAMESPACE, f"{digest.id} {digest.attempt} {id}")),
            at=digest.created_at,
            by_id=digest.person_id,
            action="told",
            subject_kind=DIGEST,
            subject_id=digest.id,
            company_id=id,
        )
        for id in firms
    ]


class Planning:
    """Who is to receive what. Every call may be made again, by as many processes as there are."""

    def __init__(
        self,
        *,
        store: DigestStore,
        knowing: Knowing,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        clock: Clock,
        log: OperatorsLog,
        pictures: Pictures,
    ) -> None:
        self._store, self._knowing, self._directory, self._pictures = store, knowing, directory, pictures
        self._calendars, self._hours_of, self._clock, self._log = calendars, hours_of, clock, log

    def moment(self, member: Member, now: datetime) -> Moment:
        """This moment for them."""
        return Moment(
            member=member,
            choice=self._knowing.choice(member),
            now=now,
            days=self._calendars.days_of(member),
            hours=self._hours_of(member),
        )

    def tick(self) -> int:
        """Plan what is due; return how many messages that makes. Raises StorageError."""
        now = self._clock.now()
        staff = [one for one in self._directory.people(role=Role.COORDINATOR) if one.address and not one.has_left]
        awake = [one for one in staff if self.moment(one, now).is_open]
        if not awake:
            return 0
        planned = self._store.planned([one.id for one in awake], since=(now - LOOK_BACK).date())
        return sum(self._plan(one, planned.get(one.id, ()), now) for one in awake)

    def _plan(self, member: Member, planned: Sequence[Digest], now: datetime) -> int:
        """One coordinator's records that cannot be read keep no other from theirs."""
        try:
            moment = self.moment(member, now)
            slot = due(moment, planned)
            if slot is None:
                return 0
            is_to_come = weekly_to_come(moment, planned) is not None
            facts = self._knowing.to_tell(member, slot[0], now, is_weekly_to_come=is_to_come)
            return self._planned(member, *slot, facts, planned, now)
        except Exception as error:
            self._log.error("digest_not_planned", person_id=member.id, exc_info=error)
            return 0

    def _planned(
        self,
        member: Member,
        kind: DigestKind,
        day: date,
        facts: Sequence[Fact],
        planned: Sequence[Digest],
        now: datetime,
    ) -> int:
        earlier = max((one.attempt for one in planned if (one.kind, one.day) == (kind, day)), default=0)
        digest = Digest(
            id=digest_id(self._store.workspace_id, member.id, kind, day),
            person_id=member.id,
            kind=kind,
            day=day,
            created_at=now,
            attempt=earlier + 1,
            keys=frozenset(one.key for one in facts),
        )
        # A week without anything is said in a line; a day without anything is not.
        is_told = bool(facts) or kind is DigestKind.WEEKLY
        owed = (owed_of(digest, member),) if is_told else ()
        return int(self._store.plan(digest, owed=owed, audited=audited_of(digest, facts)) and is_told)

    def compose(self, owed: Owed) -> Addressed | None:
        """The message; None where it is no longer wanted. One that is too late for its day is planned again."""
        digest = self._store.by_id(owed.subject_id)
        member = self._directory.by_id(digest.person_id) if digest else None
        if digest is None or member is None or member.has_left or Role.COORDINATOR not in member.roles:
            return None
        now = self._clock.now()
        moment = self.moment(member, now)
        if owed.occurrence != str(digest.attempt) or digest.is_given_back:
            return None
        if not moment.is_open or moment.day_of(digest.created_at) != moment.here.date():
            self._store.give_back(digest)
            return None
        facts = self._knowing.standing(digest, member, now)
        if not facts and digest.kind is DigestKind.DAILY:
            return None
        reply = drawn(digest, facts, self._knowing.reader(member, now))
        files = self._files(digest, facts, member, now)
        told = (*reply.parts, Said(Message("digest-with-pictures"))) if files else reply.parts
        return Addressed(reply=replace(reply, parts=told, files=files), locale=member.locale or "ja")

    def _files(self, digest: Digest, facts: Sequence[Fact], member: Member, now: datetime) -> tuple[OutgoingFile, ...]:
        """What goes with it; a digest whose pictures fail goes without them."""
        if digest.kind is not DigestKind.WEEKLY or not facts:
            return ()
        try:
            return tuple(self._pictures(member, self._knowing.firms(member), lines_of(facts), now))
        except Exception as error:
            self._log.error("digest_without_pictures", person_id=member.id, exc_info=error)
            return ()
