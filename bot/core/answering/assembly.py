"""An answer without a model: the guide's own sentences, chosen by evidence, in reading order.

Of each passage one run of whole sentences is shown, so that the quote stands verbatim in the passage. Where a heading
or a way of asking speaks of the question better than any single sentence, the section as a whole is the answer and is
shown from its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.answering.evidence import Evidence, UnitEvidence
from bot.core.answering.models import SourcePassage, Statement
from bot.core.answering.retrieval import Found
from bot.core.answering.searchable import UnitKind
from bot.core.japanese import find_original, sentence_spans
from bot.core.messages import Source

FIRST_RUN = 360
"""Characters shown of the best passage, about four sentences; a list that has begun is shown to its end."""

FURTHER_RUN = 170
"""Characters shown of each further passage."""

MOST_PASSAGES = 3
"""Passages in an assembled answer: more is a reading list, not an answer."""

RELATIVE_SCORE = 0.85
"""A further passage must score at least this share of the best one."""

_LIST_MARK = re.compile(r"^(?:[・•●○◦▪■*‐-]|\d{1,2}[.．)）、]|[①-⑳]|[(（]\d{1,2}[)）])")
_TABLE_ROW = re.compile(r"^[^:]{1,30}: .+ / [^:]{1,30}: ")
_LEADS_IN = re.compile(r"(?:次の|以下の|下の).{0,40}[。:：]$|[:：]$")
_LEANS_BACK = re.compile(
    r"^(?:しかし|だが|ただし|また|さらに|そのため|したがって|そこで|それ|その|これ|この|こうした|なお|つまり|たとえば)"
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One sentence of a passage and what it shows."""

    start: int
    end: int
    text: str
    worth: float

    @property
    def is_item(self) -> bool:
        return bool(_LIST_MARK.match(self.text))

    @property
    def is_row(self) -> bool:
        """A row of a table names its columns itself, so it can stand alone."""
        return bool(_TABLE_ROW.match(self.text))


def choose_passages(found: Sequence[Found], passages: Mapping[str, SourcePassage]) -> list[Found]:
    """The passages that an assembled answer quotes, best first."""
    present = [each for each in found if each.passage_id in passages]
    if not present:
        return []
    chosen = [present[0]]
    for each in present[1:]:
        is_near = each.score >= RELATIVE_SCORE * present[0].score
        speaks = each.evidence.words >= RELATIVE_SCORE * present[0].evidence.words
        if is_near and speaks and len(chosen) < MOST_PASSAGES:
            chosen.append(each)
    return chosen


def assemble(
    chosen: Sequence[Found], passages: Mapping[str, SourcePassage]
) -> tuple[tuple[Statement, ...], tuple[Source, ...]]:
    """Quote each chosen passage once; what an earlier quote says word for word is left out."""
    statements: list[Statement] = []
    sources: list[Source] = []
    for each in chosen:
        passage = passages[each.passage_id]
        number = len(sources) + 1
        quote = best_run(passage.text, each.evidence, FIRST_RUN if number == 1 else FURTHER_RUN)
        if any(find_original(earlier.quote, quote) for earlier in sources):
            continue
        statements.append(Statement(quote, number))
        sources.append(passage.cite(number=number, quote=quote))
    return tuple(statements), tuple(sources)


def best_run(text: str, evidence: Evidence, length: int) -> str:
    """The run of whole sentences that answers, as it stands in the passage."""
    lines = _lines(text, evidence)
    if not lines:
        return text
    first, last = _widen(lines, _start(lines, evidence), length)
    return text[lines[first].start : lines[last].end]


def _lines(text: str, evidence: Evidence) -> list[_Line]:
    worth = {
        place: _worth(unit)
        for place, unit in enumerate(unit for unit in evidence.units if unit.kind == UnitKind.SENTENCE)
    }
    spans = sentence_spans(text)
    return [_Line(start, end, text[start:end], worth.get(place, 0.0)) for place, (start, end) in enumerate(spans)]


def _worth(unit: UnitEvidence) -> float:
    """A sentence counts by what it shows, a little more where it holds the number that is asked for."""
    return unit.mean + (0.1 if unit.has_number else 0.0)


def _start(lines: Sequence[_Line], evidence: Evidence) -> int:
    """Where the run begins: the best sentence, or the first one where the section as a whole is meant."""
    best = max(range(len(lines)), key=lambda place: (lines[place].worth, -place))
    about = max((_worth(unit) for unit in evidence.units if unit.kind != UnitKind.SENTENCE), default=0.0)
    if about > lines[best].worth or evidence.likeness > lines[best].worth:
        return 0
    if lines[best].is_item:
        return _lead_in(lines, best)
    while best > 0 and _LEANS_BACK.match(lines[best].text):
        best -= 1
    return best


def _lead_in(lines: Sequence[_Line], item: int) -> int:
    """A list item is shown with its list from the top, and with the sentence before the list, which leads into it."""
    first = item
    while first > 0 and lines[first - 1].is_item:
        first -= 1
    return max(0, first - 1)


def _widen(lines: Sequence[_Line], start: int, length: int) -> tuple[int, int]:
    """Go on to the right while there is room; a list that has begun is shown to its end."""
    last = start
    if lines[start].is_row:
        return start, _further_rows(lines, start)
    while last + 1 < len(lines):
        following = lines[last + 1]
        is_open = following.is_item or following.is_row or bool(_LEADS_IN.search(lines[last].text))
        if not is_open and following.end - lines[start].start > length:
            break
        last += 1
    return start, last


def _further_rows(lines: Sequence[_Line], start: int) -> int:
    """Of a table only the rows that say as much as the best one, as far as they follow it."""
    last = start
    while last + 1 < len(lines) and lines[last + 1].is_row and lines[last + 1].worth >= lines[start].worth:
        last += 1
    return last
