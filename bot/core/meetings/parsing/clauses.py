"""The clauses of a line: what has happened, what is planned, and what is only remarked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

from bot.core.meetings.parsing.days import NamedDay
from bot.core.meetings.parsing.encounter_words import (
    ACTION_END,
    ENCOUNTER,
    HAPPENED,
    INTENT,
    PAST_END,
    PLANNED,
    STATE_END,
)

Kind: TypeAlias = Literal["met", "planned", "remark"]
_SENTENCE_END = re.compile(r"[。\n!??!;|]+|(?<![\d])\.(?=\s|$)|(?:→|⇒|->|=>|➡)+")
_PAUSE = re.compile(r"、|(?<!\d),(?!\s?(?:Ltd|Inc|Co\b|LLC))|,(?!\d|\s?(?:Ltd|Inc|Co\b|LLC))|\s/\s")

_REASON = re.compile(
    r"(?<![。、])[^。、\n]{0,12}(?:祝日|休み|休業日?|定休日?|連休|不在|出張|お?留守|都合が(?:悪い|つかない))(?:な"
    r"|の|だ|です)?"
    r"(?:ので|ため|につき|から)、?"
)
"""月曜は祝日なので: why another day is chosen."""
_HEARSAY = re.compile(r"(?:らしい|みたい)(?:です|だ|よ)*$|(?:(?:する|だ|った|れる|いる|ある)そう)(?:です|だ)$")
"""The deadline is said to be then: nobody has planned anything."""
_TALKED_WITH = re.compile(r"[にと][^、。にとを]{0,10}?(?:ご)?(?:相談|説明|協議|意見交換|報告|依頼|電話|お?挨拶)$")
_TALKED_OF = re.compile(r"を(?:ご)?(?:相談|説明|紹介|協議|見学|視察|確認|検討|依頼|提案|報告|共有)$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of the text that belongs together, and what it tells; its own words begin at `actions_from`."""

    begin: int
    end: int
    kind: Kind
    actions_from: int


@dataclass(frozen=True, slots=True)
class _Piece:
    begin: int
    end: int
    ends_sentence: bool


def find_clauses(text: str, days: Sequence[NamedDay]) -> list[Clause]:
    """The clauses in order. A piece that tells nothing by itself (a day, a place) belongs to the one after it."""
    clauses: list[Clause] = []
    waiting: list[_Piece] = []
    for piece in _pieces(text, days):
        waiting.append(piece)
        kind = _kind(text, piece, days, waiting[0].begin)
        if kind is None and not piece.ends_sentence:
            continue
        if kind == "planned" and _is_still_told(text, piece, days, clauses):
            kind = "met"
        ahead = _days_ahead(waiting, days) if kind == "met" else 0
        if ahead:
            clauses.append(_clause(text, waiting[:ahead], days, "planned"))
            waiting = waiting[ahead:]
        clauses.append(_clause(text, waiting, days, kind or _kind_of_all(days, waiting)))
        waiting = []
    return clauses


def _days_ahead(waiting: Sequence[_Piece], days: Sequence[NamedDay]) -> int:
    """明日11時に、先週会った…: how many of the pieces in front name a day that is of the plan, not of what is told."""
    for index, piece in enumerate(waiting[:-1]):
        inside = [day for day in days if piece.begin <= day.begin < piece.end]
        if inside and all(day.is_future for day in inside):
            return index + 1
    return 0


def _is_still_told(text: str, piece: _Piece, days: Sequence[NamedDay], clauses: Sequence[Clause]) -> bool:
    """…を訪問、外注を相談。: what was talked about there, in the same sentence and without a day of its own."""
    if not clauses or clauses[-1].kind != "met" or any(piece.begin <= day.begin < piece.end for day in days):
        return False
    is_joined = bool(re.fullmatch(r"[、,\s]*", text[clauses[-1].end : piece.begin]))
    return is_joined and bool(_TALKED_OF.search(text[piece.begin : piece.end].rstrip()))


def _pieces(text: str, days: Sequence[NamedDay]) -> list[_Piece]:
    """Cut at the ends of sentences, at pauses, and between an encounter that is told and what comes after it."""
    cuts = {match.span(): True for match in _SENTENCE_END.finditer(text)}
    cuts |= {match.span(): False for match in _PAUSE.finditer(text) if match.span() not in cuts}
    for match in (*HAPPENED.finditer(text), *_REASON.finditer(text)):
        cuts.setdefault((match.end(), match.end()), False)
    for earlier, later in pairwise(days):
        blank = text.rfind(" ", earlier.end, later.begin)
        if (
            blank >= 0
            and not re.search("[)、。\n]", text[blank : later.begin])
            and not earlier.is_nearer_ahead_or_future
            and later.is_nearer_ahead_or_future
        ):
            cuts.setdefault((blank, blank + 1), True)
    for day in days:
        before = text[: day.begin].rstrip()
        told = [match.end() for match in ENCOUNTER.finditer(before)]
        if (
            told
            and day.is_nearer_ahead_or_future
            and len(before) - before.rfind("\n") > 8
            and re.fullmatch(r"(?:を|済み?|のみ|だけ)?", before[told[-1] :])
        ):
            cuts.setdefault((day.begin, day.begin), True)
    return _cut(text, cuts, [(day.begin, day.end) for day in days])


def _cut(text: str, cuts: Mapping[tuple[int, int], bool], inside: Sequence[tuple[int, int]]) -> list[_Piece]:
    """The pieces between the cuts; a day (`inside`) is never cut."""
    pieces: list[_Piece] = []
    start = 0
    for (begin, end), ends_sentence in sorted(cuts.items()):
        if begin < start or any(first < begin < last for first, last in inside):
            continue
        if text[start:begin].strip():
            pieces.append(_Piece(start, begin, ends_sentence))
        elif pieces and ends_sentence:
            pieces[-1] = _Piece(pieces[-1].begin, pieces[-1].end, True)
        start = end
    if text[start:].strip():
        pieces.append(_Piece(start, len(text), True))
    return pieces


def _kind(text: str, piece: _Piece, days: Sequence[NamedDay], start: int) -> Kind | None:
    """What the piece tells by itself; None where it leans on what follows."""
    words = text[piece.begin : piece.end].strip(" 「」()・")
    if _REASON.search(words) and not _REASON.sub("", words).strip(" は"):
        return "remark"
    around = [day for day in days if start <= day.begin < piece.end]
    is_coming = any(day.is_future for day in around)
    has_happened = any(day.is_past for day in around)
    if _HEARSAY.search(words):
        return "remark"
    if ENCOUNTER.search(words):
        return _kind_of_encounter(words, around, is_coming=is_coming, has_happened=has_happened)
    if INTENT.search(words) and not PAST_END.search(_without_intent(words)):
        return _kind_of_intent(words, around, piece)
    if PAST_END.search(words):
        return "planned" if (INTENT.search(words) or is_coming) and _is_agreed(words) else "remark"
    if STATE_END.search(words) and not is_coming:
        return "remark"
    if has_happened and not is_coming and _TALKED_WITH.search(words) and not INTENT.search(words):
        return "met"
    if ACTION_END.search(words) and (piece.ends_sentence or not words.endswith(("る", "す", "う")) or is_coming):
        return "met" if has_happened and not is_coming else "planned"
    return "planned" if piece.ends_sentence and (is_coming or _is_nearer_ahead(around)) else None


def _kind_of_intent(words: str, around: Sequence[NamedDay], piece: _Piece) -> Kind | None:
    """今週の予定 is nothing to do: an action or a day belongs to a plan."""
    is_action = bool(ACTION_END.search(words)) or bool(re.search(r"を|(?:送|出|渡|返|作)", words))
    if is_action or any(day.reading.due or day.reading.from_met for day in around):
        return "planned" if piece.ends_sentence or ACTION_END.search(words) else None
    return "remark" if piece.ends_sentence else None


def _kind_of_encounter(words: str, around: Sequence[NamedDay], *, is_coming: bool, has_happened: bool) -> Kind:
    if (HAPPENED.search(words) or words.endswith("知り合う")) and not _is_agreed(words):
        return "met"
    if is_coming or PLANNED.search(words) or (INTENT.search(words) and not has_happened):
        return "planned"
    if has_happened:
        return "met"
    either = next((day.reading for day in around if day.reading.met and day.reading.due), None)
    if either is not None and PAST_END.search(words):
        return "met"
    return "met" if either is None or not _is_nearer_ahead(around) else "planned"


def _is_nearer_ahead(around: Sequence[NamedDay]) -> bool:
    """A date without a year, beside words that do not say which: the nearer of its two readings."""
    for day in around:
        if day.reading.met and day.reading.due and day.reading.met != day.reading.due:
            return day.is_nearer_ahead
    return False


def _kind_of_all(days: Sequence[NamedDay], waiting: Sequence[_Piece]) -> Kind:
    inside = [day for day in days if waiting[0].begin <= day.begin < waiting[-1].end]
    return "planned" if any(day.is_future for day in inside) else "remark"


_AGREED = re.compile(
    r"(?:こと(?:に|と)(?:なっ|なり|し|決ま|決め)|約束(?:を)?(?:し|いただ|頂|[^。]{1,20}した)|予定(?:に|と)(?:なっ|し)"
    r"|を?頼まれ"
    r"|を?依頼され"
    r"|を?求められ|合意し|お願いされ|申し込まれ|アポ(?:を|が)?(?:取|と)(?:っ|れ))"
)


def _is_agreed(words: str) -> bool:
    """送ることになった: the past is in the agreeing, not in the sending."""
    return bool(_AGREED.search(words))


def _without_intent(words: str) -> str:
    return _AGREED.split(words)[0]


_ONLY_NAMES = re.compile(
    r"(?:さん|様|さま|氏|先生|殿|[部課室係社所場会事次店局組学]長|専務|常務|主任|取締役|教授|担当|\))\s*$"
)


def _clause(text: str, pieces: Sequence[_Piece], days: Sequence[NamedDay], kind: Kind) -> Clause:
    """A name by itself in front (…の阿部理事長、来週…) belongs to the clause, not to its words of action."""
    begin, end = pieces[0].begin, pieces[-1].end
    for piece in pieces[:-1]:
        has_day = any(piece.begin <= day.begin < piece.end for day in days)
        if has_day or not _ONLY_NAMES.search(text[piece.begin : piece.end]):
            return Clause(begin, end, kind, piece.begin)
    return Clause(begin, end, kind, pieces[-1].begin)
