"""Gathers a hand-over pack: each firm as far as its reader may see it, in the order of who needs somebody first."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from uuid import uuid4

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.hand_over_packs.models import DateToCome, FirmPart, Matter, Pack, Shared
from bot.core.hand_over_packs.ports import PackRecords
from bot.core.messages import Message
from bot.core.people import Company, Directory, Member, Role, Sharing, access_company, access_coordinating

_SHARED = {Sharing.WORDS: Shared.WORDS, Sharing.OUTLINE: Shared.OUTLINE}


def access_pack(viewer: Member, company: Company) -> Shared:
    """How much of a firm may be in somebody's pack: of their own firm all, of one they coordinate what it shares."""
    if viewer.company is not None and viewer.company.id == company.id and Role.MEMBER in viewer.roles:
        return Shared.NOTHING if viewer.has_left else Shared.OWN
    if not access_coordinating(viewer, company):
        return Shared.NOTHING
    return _SHARED.get(access_company(viewer, company), Shared.NOTHING)


class Gathering:
    """Reads packs from the records as they are now."""

    def __init__(self, *, records: PackRecords, directory: Directory, clock: Clock) -> None:
        self._records, self._directory, self._clock = records, directory, clock

    def portfolio(self, viewer: Member) -> Pack:
        """All that somebody looks after: the firms they coordinate, and what is theirs of any firm."""
        found = self._ordered(viewer)
        self._records.look_ahead(viewer, [firm for firm, _ in found])
        parts = [self._part(viewer, firm, reason) for firm, reason in found]
        more = [*self._own_parts(viewer, parts)]
        return self._pack(viewer, [*parts, *more], is_portfolio=True)

    def of_firms(self, viewer: Member, company_ids: Collection[str], *, of: Member | None = None) -> Pack:
        """These firms; of several, one that shares nothing with who looks after it by its name alone. `of` is whose
        portfolio it was, where that is not the reader: what they had chosen and put off for what is in it."""
        reasons = {firm.id: reason for firm, reason in self._ordered(viewer, company_ids)}
        found = [one for one in (self._directory.company(id) for id in dict.fromkeys(company_ids)) if one is not None]
        is_several = len(company_ids) > 1
        seen = [one for one in found if access_pack(viewer, one) is not Shared.NOTHING]
        if is_several:
            seen += [one for one in found if one not in seen and access_coordinating(viewer, one)]
        order = {id: place for place, id in enumerate(reasons)}
        self._records.look_ahead(viewer, seen)
        seen.sort(key=lambda one: order.get(one.id, len(order)))
        parts = [self._part(viewer, one, reasons.get(one.id)) for one in seen]
        return self._pack(viewer, parts, is_portfolio=is_several, of=of)

    def is_seen(self, viewer: Member, company_id: str) -> bool:
        """Is there a firm with this id of which somebody may see anything?"""
        firm = self._directory.company(company_id)
        return firm is not None and access_pack(viewer, firm) is not Shared.NOTHING

    def _ordered(
        self, viewer: Member, among: Collection[str] | None = None
    ) -> Sequence[tuple[Company, Message | None]]:
        is_coordinator = Role.COORDINATOR in viewer.roles and not viewer.has_left
        return self._records.ordered(viewer, self._clock.now(), among=among) if is_coordinator else ()

    def _part(self, viewer: Member, firm: Company, reason: Message | None) -> FirmPart:
        shared, records = access_pack(viewer, firm), self._records
        if shared is Shared.NOTHING:
            return FirmPart(id=firm.id, name=firm.name, shared=shared)
        has_words = shared in (Shared.OWN, Shared.WORDS)
        return FirmPart(
            id=firm.id,
            name=firm.name,
            shared=shared,
            reason=reason,
            matters=_first_the_walls(records.matters(viewer, firm)),
            ended=tuple(records.ended(viewer, firm)),
            cards=tuple(records.cards(viewer, firm)),
            questions=tuple(records.questions(viewer, firm)),
            introductions=tuple(records.introductions(viewer, firm)),
            people=tuple(records.people_of(firm)) if has_words else (),
            settings=tuple(records.firm_settings(viewer, firm, has_words=has_words)),
        )

    def _own_parts(self, viewer: Member, parts: list[FirmPart]) -> Iterator[FirmPart]:
        """What somebody looks after themselves and is in none of the parts yet; visits to a firm that shares nothing,
        which are the visitor's own record, are put beside its name."""
        known = {one.id for part in parts for one in part.matters}
        theirs = dict[str, tuple[Company | None, list[Matter]]]()
        for firm, matter in self._records.own_matters(viewer):
            if matter.id not in known:
                theirs.setdefault(firm.id if firm else "", (firm, []))[1].append(matter)
        for place, part in enumerate(parts):
            if part.id in theirs:
                parts[place] = replace(part, matters=_first_the_walls([*part.matters, *theirs.pop(part.id)[1]]))
        for id, (firm, matters) in sorted(theirs.items()):
            is_own = firm is not None and access_pack(viewer, firm) is Shared.OWN
            yield FirmPart(
                id=id,
                name=firm.name if firm else "",
                shared=Shared.OWN if is_own or firm is None else Shared.NOTHING,
                is_whole=False,
                matters=_first_the_walls(matters),
            )

    def _pack(self, viewer: Member, parts: Sequence[FirmPart], *, is_portfolio: bool, of: Member | None = None) -> Pack:
        now, owner = self._clock.now(), of or viewer
        today = now.astimezone(zone_of(viewer.time_zone)).date()
        pack = Pack(
            id=uuid4().hex,
            reader=viewer,
            owner=owner.name,
            made_at=now,
            made_on=today,
            is_portfolio=is_portfolio,
            firms=tuple(parts),
            settings=tuple(self._records.settings(owner)) if Role.COORDINATOR in owner.roles else (),
        )
        dates = sorted(_dates(pack, today), key=lambda one: (one.on, one.time, one.firm, one.id, one.what))
        return replace(pack, put_off=tuple(self._records.put_off(owner, pack)), dates=tuple(dates))


def _first_the_walls(matters: Sequence[Matter]) -> tuple[Matter, ...]:
    """Those that stand at a wall first, then what goes on, last what sleeps; of each the one that stands longest."""
    return tuple(sorted(matters, key=lambda one: (one.state == "sleeping", not one.wall, one.since, one.id)))


def _dates(pack: Pack, today: date) -> Iterator[DateToCome]:
    """What lies ahead, from today on."""
    zone = zone_of(pack.reader.time_zone)
    for firm, one in pack.matters:
        told = partial(DateToCome, firm=firm.name, about=one.with_whom, id=one.id)
        here = one.meets_at.astimezone(zone) if one.meets_at else None
        if here is not None and here.date() >= today:
            yield told(on=here.date(), what="meeting", at=one.meets_at, time=f"{here:%H:%M}")
        step = one.step
        is_meeting = (
            here is not None and step is not None and (here.date(), f"{here:%H:%M}") == (step.due_on, step.due_time)
        )
        if step is not None and step.due_on is not None and step.due_on >= today and not is_meeting:
            yield told(on=step.due_on, what="step", time=step.due_time)
        for what, day in (("decision", one.decision_on), ("wakes", one.wakes_on), ("postponed", one.postponed_until)):
            if day is not None and day >= today:
                yield told(on=day, what=what)
    for firm in pack.firms:
        for question in firm.questions:
            if (
                question.is_open
                and question.reply_by is not None
                and question.reply_by.astimezone(zone).date() >= today
            ):
                here = question.reply_by.astimezone(zone)
                yield DateToCome(
                    on=here.date(),
                    what="reply",
                    firm=firm.name,
                    id=question.id,
                    at=question.reply_by,
                    time=f"{here:%H:%M}",
                )
