"""Who reads a walk, in which language, and what day it is there; and words that several replies share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.coaching.walks.models import Progress, Walk, WalkChange
from bot.core.coaching.walks.script import Texts
from bot.core.messages import Locale, Message, Part, Quoted, Said
from bot.core.people import Member
from bot.core.spoken_dates import spoken_date

_CELLS = 10
"""Of a bar: more of them say no more."""
_SHORT = 30
QUOTED_AT_MOST = 1_200
"""Characters of an answer that are quoted; the rest is kept, and said to be."""
_RUNG_AT_MOST = 200
_WORKING = timedelta(minutes=15)
"""A longer break between two answers is no time that the walk took."""
_RUNGS = "①②③④⑤⑥⑦"


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever reads."""

    id: str
    locale: Locale
    time_zone: str
    now: datetime

    @property
    def today(self) -> date:
        """The day at the reader's place."""
        return self.now.astimezone(zone_of(self.time_zone)).date()

    def day(self, day: date) -> str:
        """A day in the reader's words, with its year where that is another."""
        return spoken_date(day, locale=self.locale, this_year=self.today.year)

    def day_of(self, moment: datetime) -> date:
        """The day of a moment there."""
        return moment.astimezone(zone_of(self.time_zone)).date()

    def words(self, texts: Texts) -> Message:
        """A sentence of the script in the reader's language."""
        return Message("walk-words", {"words": texts.text(self.locale)})


def reader_of(member: Member, clock: Clock) -> Reader:
    """How somebody reads."""
    return Reader(member.id, member.locale or "ja", member.time_zone, clock.now())


def progress_line(progress: Progress) -> Message:
    """「3／9　▰▰▱▱▱▱▱▱▱」, the same everywhere: the question that is asked now, the last one where all have been."""
    total = max(progress.total, 1)
    cells = min(total, _CELLS)
    full = min(cells, max(progress.answered * cells // total, min(progress.answered, 1)))
    bar = "▰" * full + "▱" * (cells - full)
    shown = progress.number or progress.total
    return Message("walk-progress", {"number": shown, "total": progress.total, "bar": bar})


def ladder_lines(rungs: Sequence[str]) -> str:
    """The rungs one above the other, the function at the foot."""
    numbered = [
        f"{_RUNGS[place]} {beginning(words, _RUNG_AT_MOST)}" for place, words in enumerate(rungs[: len(_RUNGS)])
    ]
    return "\n　┃\n".join(reversed(numbered))


def beginning(words: str, most: int = QUOTED_AT_MOST) -> str:
    """The beginning of somebody's words, with … where there is more."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def quoted(words: str) -> tuple[Part, ...]:
    """Somebody's words; of many their beginning, with how many there are."""
    if len(words) <= QUOTED_AT_MOST:
        return (Quoted(words),)
    return (Quoted(beginning(words)), Said(Message("walk-goes-on", {"length": len(words)})))


def short(words: str) -> str:
    """The beginning of somebody's words, on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _SHORT else line[: _SHORT - 1].rstrip() + "…"


def title_of(walk: Walk) -> Message:
    """What a walk is called."""
    return Message("walk-title", {"subject": short(walk.subject)}) if walk.subject else Message("walk-title-unnamed")


def minutes_of(changes: Sequence[WalkChange]) -> int:
    """How long somebody worked on it: the time between what happened, breaks left out."""
    times = [one.at for one in changes]
    gaps = [after - before for before, after in pairwise(times)]
    worked = sum((gap for gap in gaps if gap <= _WORKING), timedelta())
    return round(worked / timedelta(minutes=1))
