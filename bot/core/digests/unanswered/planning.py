"""Plans the report of each admin when it is due, and composes it from what is true when it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.core.clock import Clock
from bot.core.digests.models import Digest, DigestChoice, DigestKind
from bot.core.digests.planning import LOOK_BACK, digest_id
from bot.core.digests.ports import Calendars, DigestStore, HoursOf, OperatorsLog, Stands
from bot.core.digests.timing import Moment, due
from bot.core.digests.unanswered.drawing import Reader, drawn
from bot.core.digests.unanswered.reporting import Reporting, Told, week_before
from bot.core.messages import Elsewhere, Reply
from bot.core.owed import Addressed, Owed
from bot.core.people import Directory, Member, access_guides

UNANSWERED = "unanswered"
"""The kind of what is owed."""
RECENT = timedelta(days=7)
"""An older report is not gone back to."""


def owed_of(digest: Digest, member: Member) -> Owed:
    """What is owed because of it: once for each attempt."""
    return Owed(kind=UNANSWERED, subject_id=digest.id, occurrence=str(digest.attempt), person=member.address)


class Planning:
    """Who is to receive it. Every call may be made again, by as many processes as there are."""

    def __init__(
        self,
        *,
        store: DigestStore,
        reporting: Reporting,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        stands: Stands,
        clock: Clock,
        log: OperatorsLog,
    ) -> None:
        self._store, self._reporting, self._directory = store, reporting, directory
        self._calendars, self._hours_of, self._stands = calendars, hours_of, stands
        self._clock, self._log = clock, log

    def moment(self, member: Member) -> Moment:
        """This moment for them."""
        wish = self._reporting.wish(member)
        choice = DigestChoice(
            person_id=member.id, weekly_on=wish.weekly_on, at=wish.at, is_daily=False, chosen_at=wish.chosen_at
        )
        return Moment(
            member=member,
            choice=choice,
            now=self._clock.now(),
            days=self._calendars.days_of(member),
            hours=self._hours_of(member),
        )

    def admins(self) -> list[Member]:
        """Whoever looks after the guides and can be told."""
        return [one for one in self._directory.people() if access_guides(one) and one.address]

    def tick(self) -> int:
        """Plan what is due; return how many messages that makes. Raises StorageError."""
        awake = [one for one in self.admins() if self.moment(one).is_open]
        if not awake:
            return 0
        planned = self._store.planned([one.id for one in awake], since=(self._clock.now() - LOOK_BACK).date())
        return sum(self._plan(one, planned.get(one.id, ())) for one in awake)

    def _plan(self, member: Member, planned: Sequence[Digest]) -> int:
        """One admin's records that cannot be read keep no other from theirs."""
        try:
            ours = [one for one in planned if one.kind is DigestKind.UNANSWERED]
            slot = due(self.moment(member), ours, weekly=DigestKind.UNANSWERED)
            if slot is None:
                return 0
            kind, day = slot
            earlier = max((one.attempt for one in ours if one.day == day), default=0)
            digest = Digest(
                id=digest_id(self._store.workspace_id, member.id, kind, day),
                person_id=member.id,
                kind=kind,
                day=day,
                created_at=self._clock.now(),
                attempt=earlier + 1,
            )
            return int(self._store.plan(digest, owed=(owed_of(digest, member),)))
        except Exception as error:
            self._log.error("unanswered_not_planned", person_id=member.id, exc_info=error)
            return 0

    def compose(self, owed: Owed) -> Addressed | None:
        """The message; None where it is no longer wanted. One that is too late for its day is planned again."""
        digest = self._store.by_id(owed.subject_id)
        member = self._directory.by_id(digest.person_id) if digest else None
        if digest is None or member is None or not access_guides(member) or digest.is_given_back:
            return None
        moment = self.moment(member)
        if owed.occurrence != str(digest.attempt):
            return None
        if not moment.is_open or moment.day_of(digest.created_at) != moment.here.date():
            self._store.give_back(digest)
            return None
        reply = self.redraw(digest.id, member)
        return Addressed(reply=reply, locale=member.locale or "ja") if reply else None

    def digest(self, id: str, member: Member) -> Digest | None:
        """One of theirs, while they look after the guides."""
        found = self._store.by_id(id)
        is_theirs = found is not None and found.kind is DigestKind.UNANSWERED and found.person_id == member.id
        return found if is_theirs and access_guides(member) else None

    def redraw(self, id: str, member: Member, told: Told | None = None) -> Reply | None:
        """A report as it stands now, for its reader; None where it is not theirs."""
        digest = self.digest(id, member)
        if digest is None:
            return None
        told = told or self._reporting.told(week_before(digest.day, member))
        return drawn(told, self.reader(member), digest_id=digest.id)

    def reader(self, member: Member) -> Reader:
        """They, reading now."""
        return Reader(member, self._clock.now(), lambda id: getattr(self._directory.by_id(id), "name", ""))

    def elsewhere(self, told: Told, *, besides: str) -> list[Elsewhere]:
        """The reports of the last days as they stand now, of every admin, without the one that is drawn; `told` is what
        is known already of a week."""
        found, known = list[Elsewhere](), {told.report.week.start: told}
        since = self._clock.now() - RECENT
        for member in self.admins():
            for digest in self._store.of_person(member.id, since=since):
                if digest.kind is not DigestKind.UNANSWERED or digest.id == besides:
                    continue
                where = self._stands(owed_of(digest, member))
                week = week_before(digest.day, member)
                if where is None:
                    continue
                if week.start not in known:
                    known[week.start] = self._reporting.told(week)
                reply = self.redraw(digest.id, member, known[week.start])
                if reply is not None:
                    found.append(self._standing(where, reply, member))
        return found

    @staticmethod
    def _standing(where: tuple[str, str], reply: Reply, member: Member) -> Elsewhere:
        return Elsewhere(conversation=where[0], message=where[1], reply=reply, locale=member.locale or "ja")
