"""Encounters as a hand-over pack tells them: from rows that say no more than their reader may see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo

from bot.core.calendars import zone_of
from bot.core.hand_over_packs.models import EndedMatter, Happened, Matter, OpenIssue, Request, Step
from bot.core.meetings.chat.changes import line
from bot.core.meetings.chat.history import more_of
from bot.core.meetings.chat.wording import Reader
from bot.core.meetings.colleague_requests import RequestState
from bot.core.meetings.models import Encounter, Kind, Stage, Wall
from bot.core.meetings.packs import PackLine, PackRow
from bot.core.people import Member

NameOf = Callable[[str | None], str]
_SAID = ("topic", "question", "bring", "learned", "market", "end_user", "decider", "measure", "payer")
"""Further words of an encounter, in the order in which they are read."""
_WRITTEN = ("step", "note", "lesson", "next")
"""What somebody wrote of a change: whole, and not on one line."""


def matter_of(row: PackRow, viewer: Member, *, now: datetime, name: NameOf) -> Matter:
    """An encounter that is looked after."""
    one, zone = row.encounter, zone_of(viewer.time_zone)
    reader = Reader(viewer.id, viewer.locale or "ja", viewer.time_zone, now)
    return Matter(
        id=one.id,
        kind=str(one.kind),
        state=str(one.state),
        stage=str(one.stage),
        wall=str(one.wall or ""),
        last_contact_on=one.last_contact_on,
        since=one.since,
        has_words=row.has_words,
        partner=one.partner,
        contact=one.contact,
        title=one.title,
        event=one.event,
        owner=row.owner,
        is_unowned=row.is_unowned,
        confirms=name(one.confirm_by) if row.has_words else "",
        goal=one.goal,
        step=_step(row),
        met_on=one.met_on,
        meets_at=one.meets_at,
        decision_on=one.decision_on if one.stage is Stage.TRIAL else None,
        wakes_on=one.wakes_on,
        postponed_until=one.postponed_until,
        missing=_missing(one),
        said=tuple((field, getattr(one, field)) for field in _SAID if row.has_words and getattr(one, field)),
        issues=tuple(_issues(row, name)),
        requests=tuple(_requests(row, zone, name)),
        history=tuple(_happened(each, reader, name) for each in row.history),
    )


def ended_of(row: PackRow, zone: tzinfo) -> EndedMatter:
    """An encounter that has ended."""
    one = row.encounter
    return EndedMatter(
        id=one.id,
        with_whom=" ".join(word for word in (one.partner, one.contact) if word),
        stage=str(one.stage),
        ended_on=one.ended_at.astimezone(zone).date() if one.ended_at else one.last_contact_on,
        ending=str(one.ending or ""),
        reason=str(one.reason or ""),
        lesson=one.lesson,
        topic=one.topic if one.kind is Kind.SUPPORT_VISIT else "",
    )


def _step(row: PackRow) -> Step | None:
    step = row.encounter.next_step
    if step is None:
        return None
    text = step.text if row.has_words else ""
    return Step(text=text, by=row.step_owner, due_on=step.due_on, due_time=step.due_time)


def _missing(one: Encounter) -> tuple[str, ...]:
    known: Mapping[Wall, tuple[str, ...]] = {
        Wall.DEVELOPMENT: one.missing_for_wall_2,
        Wall.TRIAL: one.missing_for_trial,
    }
    return known.get(one.wall, ()) if one.wall else ()


def _issues(row: PackRow, name: NameOf) -> list[OpenIssue]:
    return [
        OpenIssue(
            kind=str(one.kind), text=one.text, owner=name(one.owner_id), opened_on=one.opened_on, due_on=one.due_on
        )
        for one in row.issues
    ]


def _requests(row: PackRow, zone: tzinfo, name: NameOf) -> list[Request]:
    return [
        Request(
            to=name(one.to_id),
            text=one.text,
            asked_on=one.asked_at.astimezone(zone).date(),
            wants_talk=one.state is RequestState.TALK,
        )
        for one in row.requests
    ]


def _happened(each: PackLine, reader: Reader, name: NameOf) -> Happened:
    change, detail = each.change, each.change.detail
    told = change
    if any(key in detail for key in _WRITTEN):
        told = replace(change, detail={key: value for key, value in detail.items() if key not in _WRITTEN})
    words = "\n".join(detail[key] for key in _WRITTEN if detail.get(key))
    return Happened(on=each.on, what=line(change), more=more_of(told, reader, name), words=words, by=each.by)
