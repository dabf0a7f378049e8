"""Putting lines away: not needed, or not before a day. What was put away stays away until the fact is another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from bot.core import actions
from bot.core.digests.models import Dismissal, Fact, FactKey, Line
from bot.core.digests.ordering import lines_of
from bot.core.digests.wording import Reader, kind_heading, title_of
from bot.core.messages import Choice, Field, Message, Offer, Part, Reply, Said, chosen_of

DROP, LATER, UNTIL = "drop", "later", "until"
MOST = 50
"""Lines that can be chosen from at once, the first ones."""
A_WEEK = timedelta(days=7)
_STAMP = "%Y%m%dT%H%M%S.%fZ"


def name_of(line: Line) -> str:
    """What a choice in the form calls a line: the same as long as it is about the same."""
    about = line.first.company_id if len(line.facts) > 1 else line.first.subject_id
    return sha256(f"{line.kind} {line.first.company_id} {about}".encode()).hexdigest()[:16]


def form(
    facts: Sequence[Fact],
    reader: Reader,
    *,
    digest_id: str,
    typed: Mapping[str, str] | None = None,
    fault: Message | None = None,
) -> Reply:
    """Which lines to put away, for good or for a time."""
    lines, title = lines_of(facts)[:MOST], Message("digest-tidy-title")
    if not lines:
        return Reply(title=title, parts=(Said(Message("digest-empty")),))
    reasons: tuple[Part, ...] = (Said(fault),) if fault else ()
    given = typed or {}
    week = given.get(UNTIL) or (reader.today + A_WEEK).isoformat()
    until = Field(name=UNTIL, label=Message("digest-tidy-until"), kind="date", initial=week, is_required=False)
    submit = Offer(actions.DIGEST_TIDY_SEND, digest_id, Message("digest-tidy-submit"), is_main=True)
    fields = (
        _lines(DROP, Message("digest-tidy-drop"), lines, given),
        _lines(LATER, Message("digest-tidy-later"), lines, given),
        until,
    )
    parts = (*reasons, Said(Message("digest-tidy-intro")), *fields)
    return Reply(title=title, parts=parts, submit=submit)


def _lines(name: str, label: Message, lines: Sequence[Line], typed: Mapping[str, str]) -> Field:
    choices = tuple(Choice(name_of(line), _label(line)) for line in lines)
    return Field(
        name=name, label=label, kind="choices", choices=choices, initial=typed.get(name, ""), is_required=False
    )


def _label(line: Line) -> Message | str:
    """Short enough for a choice: the firm; what is not about a firm by its kind."""
    title = title_of(line)
    if not isinstance(title, str):
        return kind_heading(line.kind)
    about = line.first.about if len(line.facts) == 1 and line.first.firm else ""
    return Message(f"digest-choice-{line.kind}", {"firm": title, "about": f"（{about}）" if about else ""})


def read(values: Mapping[str, str], facts: Sequence[Fact], reader: Reader) -> tuple[list[Dismissal], Message | None]:
    """What is to be put away, or why it cannot be. A line that is in both lists is not needed."""
    lines = {name_of(line): line for line in lines_of(facts)[:MOST]}
    drop = [lines[one] for one in chosen_of(values.get(DROP, "")) if one in lines]
    later = [lines[one] for one in chosen_of(values.get(LATER, "")) if one in lines]
    if not drop and not later:
        return [], Message("digest-tidy-none")
    until = _day(values.get(UNTIL, ""))
    if later and (until is None or until <= reader.today):
        return [], Message("digest-tidy-past")
    put_away = dict.fromkeys(_keys(later), until) | dict.fromkeys(_keys(drop), None)
    return [Dismissal(key=key, until=day, dismissed_at=reader.now) for key, day in put_away.items()], None


def _keys(lines: Iterable[Line]) -> Iterator[FactKey]:
    for line in lines:
        yield from line.keys


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None


def stamp_of(moment: datetime) -> str:
    """A moment as a button carries it."""
    return moment.astimezone(UTC).strftime(_STAMP)


def moment_of(stamp: str) -> datetime | None:
    """The moment of a stamp; None for anything else."""
    try:
        return datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
