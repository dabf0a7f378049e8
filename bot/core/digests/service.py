"""The use cases of digests: when one is due, what it says, what is pressed in it, what a coordinator wishes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.core import actions
from bot.core.audited import Looked, Looks, no_looks
from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.digests.changing_hands import PROGRAMME
from bot.core.digests.drawing import NOW, drawn, pictures_offer, settings_offer
from bot.core.digests.gathering import ENCOUNTER, QUESTION, Gathering
from bot.core.digests.knowing import Knowing
from bot.core.digests.models import DigestKind, Line, LineKind
from bot.core.digests.ordering import lines_of, room_of, shown_of
from bot.core.digests.planning import DIGEST, Planning, owed_of
from bot.core.digests.ports import (
    Calendars,
    DigestStore,
    ExportLines,
    HoursOf,
    OperatorsLog,
    Pictures,
    Rewrite,
    Stands,
    no_pictures,
)
from bot.core.digests.pressing import Pressing
from bot.core.digests.putting_off import OF_ENCOUNTERS, PuttingOff
from bot.core.digests.refreshing import Refreshing
from bot.core.digests.remarking import Model, Remarking
from bot.core.digests.timing import next_weekly
from bot.core.digests.wording import Preview, Reader
from bot.core.messages import PAGE, Elsewhere, Headed, Item, Message, Offer, Part, Pressed, Reply
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member, Role
from bot.core.reactions import Handler

RECENT = timedelta(days=7)
"""An older digest is not gone back to."""

_KINDS: Mapping[str, frozenset[LineKind]] = {
    ENCOUNTER: OF_ENCOUNTERS,
    PROGRAMME: frozenset({LineKind.HAND_OVER}),
    QUESTION: frozenset({LineKind.QUESTION}),
}
"""Which lines are about what reminders are about, by its kind there."""


class DigestService:
    """Tells coordinators who needs them. Every call may be made again."""

    def __init__(
        self,
        *,
        store: DigestStore,
        gathering: Gathering,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        stands: Stands,
        clock: Clock,
        log: OperatorsLog,
        as_file: ExportLines,
        pictures: Pictures = no_pictures,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
        looks: Looks = no_looks,
        model: Model | None = None,
    ) -> None:
        self._store, self._clock, self._directory, self._stands = store, clock, directory, stands
        self._log, self._piece_of_work, self._looks = log, piece_of_work, looks
        self._knowing = Knowing(store=store, gathering=gathering)
        self.putting_off = PuttingOff(store=store, knowing=self._knowing)
        self._planning = Planning(
            store=store,
            knowing=self._knowing,
            directory=directory,
            calendars=calendars,
            hours_of=hours_of,
            clock=clock,
            log=log,
            pictures=pictures,
        )
        self._refreshing = Refreshing(
            store=store,
            knowing=self._knowing,
            directory=directory,
            redraw=self.redraw,
            stands=stands,
            clock=clock,
            log=log,
            recent=RECENT,
        )
        self._remarking = self._made_remarking(model) if model else None
        pressed = self._pressing(gathering, hours_of, pictures, as_file).handlers()
        self.handlers: Mapping[str, Handler] = {action: self._at_once(handler) for action, handler in pressed.items()}
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {DIGEST: self._compose}
        """What to say for each kind of message owed."""

    def _pressing(self, gathering: Gathering, hours_of: HoursOf, pictures: Pictures, as_file: ExportLines) -> Pressing:
        return Pressing(
            store=self._store,
            knowing=self._knowing,
            gathering=gathering,
            hours_of=hours_of,
            redraw=self.redraw,
            elsewhere=self.elsewhere,
            pictures=pictures,
            as_file=as_file,
            clock=self._clock,
            looks=self._looks,
        )

    def _made_remarking(self, model: Model) -> Remarking:
        return Remarking(
            model=model,
            store=self._store,
            knowing=self._knowing,
            directory=self._directory,
            redraw=self.redraw,
            stands=self._stands,
            clock=self._clock,
            log=self._log,
        )

    def tick(self) -> int:
        """Plan what is due now; return how many messages that makes. Raises StorageError."""
        with self._piece_of_work():
            return self._planning.tick()

    def refresh(self, rewrite: Rewrite) -> int:
        """Draw those anew in which somebody else has settled something; return how many. Raises StorageError."""
        with self._piece_of_work():
            return self._refreshing.run_once(rewrite)

    def remark(self, rewrite: Rewrite) -> int:
        """Have a language model, where one is set, add a paragraph under those that came today; return how many it
        wrote. It may take as long as the model does. Raises StorageError."""
        return self._remarking.run_once(rewrite) if self._remarking else 0

    def carries(self, person_id: str, subject_kind: str, subject_id: str) -> bool:
        """Does a line of a digest of today tell somebody of a subject? Then no reminder of it is wanted; what is only
        counted there comes as a reminder all the same."""
        member, now = self._directory.by_id(person_id), self._clock.now()
        if member is None or Role.COORDINATOR not in member.roles:
            return False
        zone = zone_of(member.time_zone)
        midnight = datetime.combine(now.astimezone(zone).date(), time(0), tzinfo=zone)
        wanted = _KINDS.get(subject_kind, frozenset())
        told = [one for one in self._store.of_person(person_id, since=midnight) if not one.is_given_back]
        about = [one for one in told if any(kind in wanted and id == subject_id for kind, id, _ in one.keys)]
        return any(
            kind in wanted and id == subject_id
            for one in about
            for line in shown_of(lines_of(self._knowing.standing(one, member, now)), room_of(one.kind))
            for kind, id, _ in line.keys
        )

    def redraw(self, digest_id: str, member: Member) -> Reply | None:
        """A digest as it stands now, for its reader; None where it is not theirs."""
        digest = self._store.by_id(digest_id)
        if digest is None or digest.person_id != member.id or member.has_left:
            return None
        now = self._clock.now()
        facts, reader = self._knowing.standing(digest, member, now), self._knowing.reader(member, now)
        return drawn(
            digest, facts, reader, paragraph=self._remarking.under(digest, facts, reader) if self._remarking else ""
        )

    def elsewhere(self, member: Member, *, besides: str = "") -> Iterator[Elsewhere]:
        """The digests of the last days as they stand now, where they told anything; without the one that is drawn."""
        for digest in self._store.of_person(member.id, since=self._clock.now() - RECENT):
            where = self._stands(owed_of(digest, member)) if digest.keys and digest.id != besides else None
            reply = self.redraw(digest.id, member) if where else None
            if where and reply:
                yield Elsewhere(conversation=where[0], message=where[1], reply=reply, locale=member.locale or "ja")

    def after(self, handler: Handler) -> Handler:
        """The handler, and the digests in which something is settled by it, drawn anew where they stand."""

        def press(pressed: Pressed, member: Member) -> Reply:
            if Role.COORDINATOR not in member.roles or not self._recent(member):
                return handler(pressed, member)
            before = self._standing(member)
            reply = handler(pressed, member)
            if self._standing(member) == before:
                return reply
            own = next((one for one in self._recent(member) if pressed.reference.endswith(f"@{one}")), "")
            return replace(reply, elsewhere=(*reply.elsewhere, *self.elsewhere(member, besides=own)))

        return press

    def preview(self, member: Member, now: datetime) -> Preview:
        """What a weekly digest would say at a moment, by the records as they are; told in the audit log."""
        lines = lines_of(self._knowing.to_tell(member, DigestKind.WEEKLY, now))
        shown = shown_of(lines, PAGE)
        firms = (fact.company_id for line in shown for fact in line.facts)
        self._looks.at_firms(member, firms, action=Looked.PREVIEWED)
        return Preview(lines=tuple(shown), more=len(lines) - len(shown), reader=self._knowing.reader(member, now))

    def standing_now(
        self, member: Member, now: datetime, *, among: Collection[str] | None = None
    ) -> tuple[list[Line], Reader]:
        """Every line of all their firms at a moment (`among` these alone), in order, and who reads them."""
        return lines_of(self._knowing.of_all(member, now, among=among)), self._knowing.reader(member, now)

    def hour_of(self, member: Member, day: date) -> datetime:
        """The moment of a day at which somebody wants theirs."""
        moment = self._planning.moment(member, self._clock.now())
        return datetime.combine(day, moment.at, tzinfo=zone_of(member.time_zone)).astimezone(UTC)

    def next_weekly_at(self, member: Member) -> datetime | None:
        """When somebody's next weekly digest comes; None where they have chosen none."""
        day = next_weekly(self._planning.moment(member, self._clock.now()))
        return self.hour_of(member, day) if day else None

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on a coordinator's page: when the next one comes, and the ways to it."""
        if member.has_left or Role.COORDINATOR not in member.roles:
            return ()
        now = self._clock.now()
        moment, reader = self._planning.moment(member, now), self._knowing.reader(member, now)
        day = next_weekly(moment)
        when = {"day": reader.day(day), "time": f"{moment.at:%H:%M}"} if day else {}
        said = Message("digest-home-next", when) if day else Message("digest-home-none")
        show = Offer(actions.DIGEST_MORE, f"{NOW}:1", Message("digest-offer-now"))
        return (Headed(Message("digest-home")), Item(said, (), (show, pictures_offer(), settings_offer())))

    def _compose(self, owed: Owed) -> Addressed | None:
        with self._piece_of_work():
            return self._planning.compose(owed)

    def _recent(self, member: Member) -> list[str]:
        return [one.id for one in self._store.of_person(member.id, since=self._clock.now() - RECENT) if one.keys]

    def _standing(self, member: Member) -> frozenset[tuple[str, str, str]]:
        kinds = (DigestKind.WEEKLY, DigestKind.DAILY)
        return frozenset().union(*self._knowing.keys(member, self._clock.now(), kinds).values())

    def _at_once(self, handler: Handler) -> Handler:
        """A press is one piece of work: what it reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                return handler(pressed, member)

        return press
