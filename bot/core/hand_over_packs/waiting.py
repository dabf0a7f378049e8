"""What waits on whom, and what was promised: read off a firm's matters and questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.core.calendars import zone_of
from bot.core.hand_over_packs.models import FirmPart, Matter, QuestionSeen, Words
from bot.core.messages import Message
from bot.core.people import Member


class Sort(StrEnum):
    """Waiting for somebody, or promised by somebody."""

    WAITS = "waits"
    PROMISED = "promised"


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """One thing that is open. `what` says of which sort it is, `on` who has it in hand ("" where that may not be seen
    or is nobody), `text` is what somebody wrote; `missing` is what a wall asks for."""

    sort: Sort
    what: Message
    on: str = ""
    text: str = ""
    kind: Words = ""
    missing: tuple[Message, ...] = ()
    since: date | None = None
    until: date | None = None
    time: str = ""

    def is_late(self, today: date) -> bool:
        """Has its day passed?"""
        return self.until is not None and self.until < today


def open_of(matter: Matter) -> list[Open]:
    """What of an encounter waits on whom, and what was promised."""
    return [*_promised(matter), *_waits(matter)]


def open_of_questions(firm: FirmPart, reader: Member) -> list[Open]:
    """What of a firm's questions waits on whom, and until when an answer was promised."""
    return [_question(one, reader) for one in firm.questions if one.is_open]


def _promised(matter: Matter) -> Iterator[Open]:
    step = matter.step
    if step is None:
        return
    yield Open(
        sort=Sort.PROMISED,
        what=Message("pack-promised-step"),
        on=step.by,
        text=step.text,
        until=step.due_on,
        time=step.due_time,
    )


def _waits(matter: Matter) -> Iterator[Open]:
    if matter.is_unowned:
        yield Open(sort=Sort.WAITS, what=Message("pack-waits-owner"), since=matter.since)
    if matter.state == "unconfirmed":
        yield Open(sort=Sort.WAITS, what=Message("pack-waits-confirm"), on=matter.confirms, since=matter.since)
    for request in matter.requests:
        key = "pack-waits-talk" if request.wants_talk else "pack-waits-request"
        yield Open(sort=Sort.WAITS, what=Message(key), on=request.to, text=request.text, since=request.asked_on)
    if matter.wall:
        missing = tuple(Message(f"meeting-label-{name}") for name in matter.missing)
        yield Open(sort=Sort.WAITS, what=Message(f"pack-waits-{matter.wall}"), missing=missing, since=matter.since)
    for issue in matter.issues:
        yield Open(
            sort=Sort.WAITS,
            what=Message("pack-waits-issue"),
            kind=Message(f"meeting-issue-{issue.kind}"),
            on=issue.owner,
            text=issue.text,
            since=issue.opened_on,
            until=issue.due_on,
        )
    if matter.wakes_on is not None:
        yield Open(sort=Sort.WAITS, what=Message("pack-waits-sleep"), until=matter.wakes_on)


def _question(one: QuestionSeen, reader: Member) -> Open:
    here = one.reply_by.astimezone(zone_of(reader.time_zone)) if one.reply_by else None
    is_back = one.state == "asked_back"
    return Open(
        sort=Sort.WAITS if is_back or here is None else Sort.PROMISED,
        what=Message("pack-waits-asked-back" if is_back else "pack-promised-reply"),
        on=one.asker if is_back else "",
        text=one.text,
        since=one.asked_on,
        until=here.date() if here else None,
        time=f"{here:%H:%M}" if here else "",
    )
