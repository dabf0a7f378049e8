"""The report to a funder (支援実績): a summary, and behind each number the records that it counts.

It goes to somebody outside: there are ids, dates, stages and firms in it, and no words of anybody, whatever is shared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.figures.ordering import by_name
from bot.core.figures.periods import Period
from bot.core.figures.reckoning import path_of
from bot.core.figures.record_sheets import questions_sheet
from bot.core.figures.records import STAGES, Case, Held, Move
from bot.core.figures.tables import Cell, Column, Sheet, Tally
from bot.core.messages import Message

_SUMMARY = (Column("report_item", 34), Column("count", 10), Column("counted", 14), Column("check", 12))
_VISITS = (Column("id", 34), Column("firm", 24), Column("on", 12))
_FIRMS = (Column("company_id", 34), Column("firm", 24))
_CASES = (Column("id", 34), Column("firm", 24), Column("met_on", 12), Column("stage", 16), Column("state", 12))
_MOVES = (Column("id", 34), Column("firm", 24), Column("on", 12), Column("from", 16), Column("to", 16))
_PASSED = (Column("id", 34), Column("firm", 24), Column("on", 12), Column("kind", 14))
_RANK = {name: rank for rank, name in enumerate(STAGES)}


@dataclass(frozen=True, slots=True)
class Standing:
    """A case as it stood at the end of a period; `is_over`: it had ended by then."""

    case: Case
    stage: str
    is_over: bool


def report_sheets(held: Held, period: Period) -> tuple[Sheet, ...]:
    """The summary first, then the records of visits, firms, questions, cases, moves and hand-overs."""
    visits, standing = _visits(held, period), _standing(held, period)
    questions, moves, passed = questions_sheet(held.asked, period), _moves(held, period), _passed(held, period)
    firms = _firms(held, period, visits=visits, standing=standing)
    sheets = (
        _sheet("visits", _VISITS, visits),
        _sheet("firms", _FIRMS, firms),
        questions,
        _sheet("cases", _CASES, [_case_row(one) for one in standing]),
        _sheet("moves", _MOVES, moves),
        _sheet("hand_overs", _PASSED, passed),
    )
    return (_summary({one.name: one for one in sheets}), *sheets)


def _summary(sheets: Mapping[str, Sheet]) -> Sheet:
    rows = [_line(label, tally, sheets) for label, tally in _lines()]
    return Sheet(name="summary", title=Message("figures-sheet-summary"), columns=_SUMMARY, rows=tuple(rows))


def _lines() -> Iterator[tuple[Message, Tally]]:
    yield Message("figures-report-visits"), Tally(sheet="visits")
    yield Message("figures-report-firms"), Tally(sheet="firms")
    yield Message("figures-report-questions"), Tally(sheet="questions")
    for state in ("answered", "handed_over", "not_in_guides", "failed"):
        equals = Message(f"figures-answer-{state}")
        yield Message(f"figures-report-{state}"), Tally(sheet="questions", column="answer", equals=equals)
    by_person = Tally(sheet="questions", column="by_person", equals=Message("figures-yes"))
    yield Message("figures-report-by-person"), by_person
    yield Message("figures-report-cases"), Tally(sheet="cases")
    for stage in STAGES:
        equals = Message(f"meeting-stage-{stage}")
        yield equals, Tally(sheet="cases", column="stage", equals=equals)
    yield Message("figures-report-over"), Tally(sheet="cases", column="state", equals=Message("figures-state-closed"))
    yield Message("figures-report-moves"), Tally(sheet="moves")
    yield Message("figures-report-hand-overs"), Tally(sheet="hand_overs")


def _line(label: Message, tally: Tally, sheets: Mapping[str, Sheet]) -> tuple[Cell, ...]:
    """The number that was computed, and beside it the formula that counts the records."""
    return (label, counted(tally, sheets[tally.sheet]), tally, None)


def counted(tally: Tally, sheet: Sheet) -> int:
    """How many rows a tally stands for."""
    if not tally.column:
        return len(sheet.rows)
    place = [column.name for column in sheet.columns].index(tally.column)
    return sum(row[place] == tally.equals for row in sheet.rows)


def _visits(held: Held, period: Period) -> list[tuple[Cell, ...]]:
    """Each support visit on its day, and each later day on which its coordinator noted a contact."""
    visits = {one.id: one for one in held.cases if one.is_visit}
    days = {(id, one.began_on) for id, one in visits.items()}
    days |= {(one.case_id, one.on) for one in held.contacts if one.case_id in visits}
    rows = [(visits[id], on) for id, on in days if on in period]
    return [
        (one.id, one.firm, on) for one, on in sorted(rows, key=lambda row: (by_name(row[0].firm), row[1], row[0].id))
    ]


def _standing(held: Held, period: Period) -> list[Standing]:
    """What was a case in the period: begun by its end, and not over before it began; where it stood at the end."""
    moves = defaultdict[str, list[Move]](list)
    for one in held.moves:
        moves[one.case_id].append(one)
    cases = [one for one in held.cases if not one.is_visit and one.began_on <= period.last]
    alive = [one for one in cases if one.ended_on is None or one.ended_on >= period.first]
    return [
        Standing(
            one, stage_on(one, moves[one.id], period.last), one.ended_on is not None and one.ended_on <= period.last
        )
        for one in sorted(alive, key=lambda one: (by_name(one.firm), one.began_on, one.id))
    ]


def stage_on(case: Case, moves: Sequence[Move], day: date) -> str:
    """The stage in which a case was at the end of a day."""
    return [stage for on, stage in path_of(case, moves) if on <= day][-1]


def _case_row(one: Standing) -> tuple[Cell, ...]:
    state = Message("figures-state-closed" if one.is_over else "figures-state-open")
    return (one.case.id, one.case.firm, one.case.began_on, Message(f"meeting-stage-{one.stage}"), state)


def _moves(held: Held, period: Period) -> list[tuple[Cell, ...]]:
    """Each move forward."""
    cases = {one.id: one for one in held.cases if not one.is_visit}
    ahead = [one for one in held.moves if one.on in period and _RANK[one.after] > _RANK[one.before]]
    kept = [(cases[one.case_id], one) for one in ahead if one.case_id in cases]
    kept.sort(key=lambda pair: (by_name(pair[0].firm), pair[1].on, pair[0].id))
    return [
        (case.id, case.firm, one.on, Message(f"meeting-stage-{one.before}"), Message(f"meeting-stage-{one.after}"))
        for case, one in kept
    ]


def _passed(held: Held, period: Period) -> list[tuple[Cell, ...]]:
    """Each time that an encounter or a visit got another owner."""
    cases = {one.id: one for one in held.cases}
    kept = [(cases[one.case_id], one.on) for one in held.passed if one.on in period]
    kept.sort(key=lambda pair: (by_name(pair[0].firm), pair[1], pair[0].id))
    return [
        (case.id, case.firm, on, Message("pack-kind-visit" if case.is_visit else "pack-kind-meeting"))
        for case, on in kept
    ]


def _firms(
    held: Held, period: Period, *, visits: Sequence[tuple[Cell, ...]], standing: Sequence[Standing]
) -> list[tuple[str, str]]:
    """Each firm once, of which there is anything in the period."""
    by_id = {one.id: one for one in held.cases}
    visited = [by_id[str(row[0])] for row in visits]
    found = {(one.company_id, one.firm) for one in visited}
    found |= {(one.case.company_id, one.case.firm) for one in standing}
    found |= {(one.company_id, one.firm) for one in held.asked if one.on in period}
    return sorted(found, key=lambda pair: (by_name(pair[1]), pair[0]))


def _sheet(name: str, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Sheet:
    return Sheet(name=name, title=Message(f"figures-sheet-{name}"), columns=columns, rows=tuple(rows))
