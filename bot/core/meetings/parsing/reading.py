"""A line about an encounter read into a proposal: who, where, when, and what comes next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.core.calendars import WorkingDays
from bot.core.japanese import is_japanese
from bot.core.meetings.parsing import english_days, japanese_days, japanese_months, written_days
from bot.core.meetings.parsing.clauses import Clause, find_clauses
from bot.core.meetings.parsing.days import NamedDay, Today, find_days
from bot.core.meetings.parsing.encounter_words import ASKING
from bot.core.meetings.parsing.english_clauses import ASKING_IN_ENGLISH, find_english_clauses
from bot.core.meetings.parsing.folding import fold
from bot.core.meetings.parsing.line import Span, prepare, without_contacts
from bot.core.meetings.parsing.models import Caught
from bot.core.meetings.parsing.ports import NameFinder
from bot.core.meetings.parsing.times import NamedTime, find_times
from bot.core.meetings.parsing.when import When
from bot.core.meetings.parsing.who import find_who

LONGEST = 2_000
"""Characters that are read; what comes after is kept in `Caught.text` only."""
_RULES = (*written_days.RULES, *japanese_days.RULES, *japanese_months.RULES, *english_days.RULES)


def parse_line(text: str, *, on: date, calendar: WorkingDays, names: NameFinder) -> Caught:
    """Read a line typed on the day `on`. Never raises; what is not said stays None."""
    folded = fold(text[:LONGEST])
    plain, contacts = without_contacts(folded.text)
    is_latin, days = not is_japanese(plain), find_days(plain, Today(on, calendar), _RULES)
    times = _beside(find_times(plain), days)
    clauses = [_unless_asked(plain, one) for one in (find_english_clauses if is_latin else find_clauses)(plain, days)]
    blanked = [*contacts, *((day.begin, day.end) for day in days), *((time.begin, time.end) for time in times)]
    who = find_who(prepare(folded, blanked, names), clauses)
    when = When(
        folded,
        clauses,
        days,
        times,
        is_latin,
        is_somebody=bool(who.words),
        apart=(*who.apart, *(Span(*one) for one in contacts)),
    )
    met, plan = when.met(), when.plan(on)
    return Caught(
        text=text,
        company=who.words.get("company"),
        person=who.words.get("person"),
        title=who.words.get("title"),
        event=who.words.get("event"),
        met_on=met.reading.met if met else None,
        next_step=plan.words,
        due_on=plan.due_on,
        due_time=plan.time.at if plan.time else None,
        words={**who.words, **when.words(met, plan)},
        notes=tuple(dict.fromkeys((*when.notes(met, plan), *who.notes))),
        is_met=any(one.kind == "met" for one in clauses),
        is_planned=any(one.kind == "planned" for one in clauses),
        is_asking=_is_asking(plain),
    )


def _beside(times: Sequence[NamedTime], days: Sequence[NamedDay]) -> list[NamedTime]:
    """The times outside the words of the days; of 明朝9時 the day has taken 朝 already."""
    kept: list[NamedTime] = []
    for time in times:
        day = next((one for one in days if one.meets(time.begin, time.end)), None)
        if day is None:
            kept.append(time)
        elif day.begin < time.begin < day.end < time.end:
            kept.append(replace(time, begin=day.end))
    return kept


def _sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences stand."""
    return [match.span() for match in re.finditer(r"[^。\n!??]+[。\n!??]*", text)]


def _asks(words: str) -> bool:
    return bool(ASKING.search(words.strip()) or ASKING_IN_ENGLISH.search(words.strip()))


def _unless_asked(text: str, clause: Clause) -> Clause:
    """What is asked is not planned."""
    for begin, end in _sentences(text):
        if clause.kind == "planned" and begin < clause.end <= end and _asks(text[begin:end]):
            return replace(clause, kind="remark")
    return clause


def _is_asking(text: str) -> bool:
    """Any sentence of it is a question to us or a request."""
    return any(_asks(text[begin:end]) for begin, end in _sentences(text))
