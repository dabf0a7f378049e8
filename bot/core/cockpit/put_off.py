"""まとめて延期する: what the digest and the list tell of several firms' encounters is put off until a day, for the
coordinator alone; looked at first, and taken back within ten minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Protocol, TypeAlias

from bot.core import actions
from bot.core.audited import Audited, Looks
from bot.core.clock import Clock
from bot.core.cockpit.firm_drawing import Reader
from bot.core.cockpit.gathering import Gathering, day_of
from bot.core.cockpit.ports import SiftStore
from bot.core.messages import Argument, Elsewhere, Field, Item, Message, Offer, Part, Pressed, Reply, Said
from bot.core.people import Member

UNTIL = "until"
BACK_WITHIN = timedelta(minutes=10)
MOST = 500
"""Matters at once; more take longer than a press may."""
MOST_NAMES = 40
"""Firms whose names a preview has room for; the others are counted."""
PUT_OFF, TAKEN_BACK = "put_off", "put_off_undone"
"""The actions in the audit log."""
_STAMP = "%Y%m%dT%H%M%S%f"
Append: TypeAlias = Callable[[Sequence[Audited]], None]


class Putting(Protocol):
    """What a coordinator is told of encounters, and putting it off. Raises StorageError."""

    def told_of(self, member: Member, now: datetime) -> Mapping[str, str]:
        """Of which encounters somebody is told at a moment, and whose firm's each is."""
        ...

    def put_off(self, member: Member, encounter_ids: Iterable[str], *, until: date, now: datetime) -> None:
        """Say nothing of these before a day; known by the moment."""
        ...

    def take_back(self, member: Member, *, put_off_at: datetime) -> Sequence[str]:
        """Say it again; returns the firms whose encounters these are."""
        ...

    def elsewhere(self, member: Member) -> Iterable[Elsewhere]:
        """The digests that say something else by now."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What would be put off: encounters with their firms, and how many of each firm, by name."""

    firms: Mapping[str, str]
    names: tuple[tuple[str, int], ...]

    @property
    def mark(self) -> str:
        """What was looked at: another set of encounters has another mark."""
        return sha256(",".join(sorted(self.firms)).encode()).hexdigest()[:16]


class PuttingOff:
    """The handlers. `append` keeps lines of the audit log."""

    def __init__(
        self,
        *,
        gathering: Gathering,
        store: SiftStore,
        putting: Putting,
        append: Append,
        clock: Clock,
        looks: Looks,
    ) -> None:
        self._gathering, self._store, self._putting = gathering, store, putting
        self._append, self._clock, self._looks = append, clock, looks

    def form(self, _pressed: Pressed, member: Member) -> Reply:
        """Until when?"""
        return self._form(member)

    def preview(self, pressed: Pressed, member: Member) -> Reply:
        """What would be put off, by number and name."""
        until = _day(pressed.values.get(UNTIL, ""))
        if until is None or until <= day_of(self._clock.now(), member):
            return self._form(member, Message("cockpit-put-off-past"))
        return self._preview(member, until)

    def do(self, pressed: Pressed, member: Member) -> Reply:
        """`until:mark`: put off what was looked at; where that is something else by now, it is shown again."""
        words, _, mark = pressed.reference.partition(":")
        until, now = _day(words), self._clock.now()
        if until is None or until <= day_of(now, member):
            return self._form(member, Message("cockpit-put-off-past"))
        plan = self._plan(member, now)
        if plan.mark != mark or not 0 < len(plan.firms) <= MOST:
            return self._preview(member, until, Message("cockpit-put-off-changed"))
        self._putting.put_off(member, plan.firms, until=until, now=now)
        self._keep(member, PUT_OFF, set(plan.firms.values()), now, now)
        said = Message("cockpit-put-off-done", {"count": len(plan.firms), "day": self._reader(member).day(until)})
        undo = Offer(actions.COCKPIT_PUT_OFF_UNDO, _stamp(now), Message("cockpit-offer-undo"))
        return self._said(said, member, undo)

    def undo(self, pressed: Pressed, member: Member) -> Reply:
        """Within ten minutes; the same once more changes nothing."""
        moment, now = _moment(pressed.reference), self._clock.now()
        if moment is None or not timedelta(0) <= now - moment <= BACK_WITHIN:
            return Reply(parts=(Said(Message("cockpit-put-off-too-late")),), is_aside=True)
        firms = set(self._putting.take_back(member, put_off_at=moment))
        if firms:
            self._keep(member, TAKEN_BACK, firms, moment, now)
        return self._said(Message("cockpit-put-off-undone"), member)

    def _plan(self, member: Member, now: datetime) -> Plan:
        """What somebody is told of the encounters of the list, as it is narrowed down."""
        found = self._gathering.firms(member, self._store.sift_of(member.id), now)
        listed = {one.id for line in found.lines for one in line.cases}
        told = {id: firm for id, firm in self._putting.told_of(member, now).items() if id in listed}
        counts = Counter(told.values())
        names = [(line.company.name, counts[line.company.id]) for line in found.lines if counts[line.company.id]]
        return Plan(firms=told, names=tuple(names))

    def _preview(self, member: Member, until: date, fault: Message | None = None) -> Reply:
        plan = self._plan(member, self._clock.now())
        title = Message("cockpit-put-off-title")
        parts: list[Part] = [Said(fault)] if fault else []
        if not plan.firms:
            return Reply(title=title, parts=(*parts, Said(Message("cockpit-put-off-none"))), offers=(_back(),))
        if len(plan.firms) > MOST:
            many = Message("cockpit-put-off-too-many", {"count": len(plan.firms), "most": MOST})
            return Reply(title=title, parts=(*parts, Said(many)), offers=(_back(),))
        self._looks.at_firms(member, plan.firms.values())
        counted: dict[str, Argument] = {
            "count": len(plan.firms),
            "firms": len(plan.names),
            "day": self._reader(member).day(until),
        }
        reference = f"{until.isoformat()}:{plan.mark}"
        do = Offer(actions.COCKPIT_PUT_OFF, reference, Message("cockpit-offer-do-put-off"), is_main=True)
        said = Said(Message("cockpit-put-off-preview", counted))
        return Reply(title=title, parts=(*parts, said, *_named(plan)), offers=(do, _back()))

    def _form(self, member: Member, fault: Message | None = None) -> Reply:
        parts: list[Part] = [Said(fault)] if fault else []
        parts.append(Said(Message("cockpit-put-off-intro")))
        tomorrow_week = day_of(self._clock.now(), member) + timedelta(days=7)
        label = Message("cockpit-put-off-until")
        parts.append(Field(name=UNTIL, label=label, kind="date", initial=tomorrow_week.isoformat()))
        submit = Offer(actions.COCKPIT_PUT_OFF_SHOW, "-", Message("cockpit-put-off-submit"), is_main=True)
        return Reply(title=Message("cockpit-put-off-title"), parts=tuple(parts), submit=submit)

    def _said(self, said: Message, member: Member, *offers: Offer) -> Reply:
        return Reply(
            title=Message("cockpit-put-off-title"),
            parts=(Said(said),),
            offers=(*offers, _back()),
            elsewhere=tuple(self._putting.elsewhere(member)),
        )

    def _keep(self, member: Member, action: str, firms: Iterable[str], done_at: datetime, at: datetime) -> None:
        """One line for each firm."""
        id = f"{member.id}-{_stamp(done_at)}"
        self._append(
            [
                Audited(
                    id=sha256(f"{action} {id} {firm}".encode()).hexdigest()[:32],
                    at=at,
                    by_id=member.id,
                    action=action,
                    subject_kind="encounters",
                    subject_id=_stamp(done_at),
                    company_id=firm,
                )
                for firm in sorted(firms)
            ]
        )

    def _reader(self, member: Member) -> Reader:
        return Reader(member=member, now=self._clock.now(), name_of=lambda _: "")


def _named(plan: Plan) -> Iterator[Item | Said]:
    for name, count in plan.names[:MOST_NAMES]:
        yield Item(name, (Message("cockpit-matters", {"count": count}),))
    if len(plan.names) > MOST_NAMES:
        yield Said(Message("cockpit-put-off-more", {"count": len(plan.names) - MOST_NAMES}))


def _back() -> Offer:
    return Offer(actions.COCKPIT_FIRMS, "1", Message("cockpit-offer-back"))


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(_STAMP)


def _moment(stamp: str) -> datetime | None:
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
