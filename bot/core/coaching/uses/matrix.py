"""Technology × challenge: what a town's plan says of a challenge, beside the functions that might lessen it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.core.coaching.cards.models import Use, UseSource
from bot.core.coaching.uses.fields import EntryKind, KnownEntry, KnownState
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.matching import Likeness, likeness, says_enough
from bot.core.coaching.uses.models import Function, PlanPassage
from bot.core.coaching.uses.purposes import InCommon, Purposes, Rung
from bot.core.coaching.uses.wording import Words, joined, of_plan, of_plan_name, of_purpose
from bot.core.japanese import find_original, normalise, sentences

_SHORTEST, _LONGEST = 12, 300
"""Characters of a quote: shorter ones are headings and cells of tables."""
_BULLET = re.compile(r"^[・○●◯◎◆◇■□▪•*-]\s*")
"""A mark of a list is the reader's or the page's, not of the sentence."""
_NO_SENTENCE = re.compile(r"…|\.{3}|・{3}|\s/\s|^[^。：:]{1,12}[：:][^。]*$")
"""Lines of a table of contents or of a table, and a label with a slogan."""
_SAYS_MORE = 0.5
"""For a sentence that says a function itself, as a share of what both have in common."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One meeting of a function and a challenge: `quote` stands verbatim in the text of `passage`."""

    function: Function
    challenge: KnownEntry
    passage: PlanPassage
    quote: str
    likeness: Likeness | None
    score: float
    purpose: InCommon | None = None
    """What it is for, where the sentence tells that trouble."""

    @property
    def id(self) -> str:
        """The same for every edition of the plan, so that what was declined is not offered again."""
        words = sha256(normalise(self.function.text).encode("utf-8")).hexdigest()[:10]
        return f"plan/{self.passage.guide}/{self.challenge.entry.id}/{words}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Matrix:
    """Rows are functions of a card, columns the challenges that the plans speak of; where nothing meets, no cell."""

    functions: tuple[Function, ...]
    challenges: tuple[KnownEntry, ...]
    cells: tuple[Cell, ...]

    def cell(self, function: Function, challenge: KnownEntry) -> Cell | None:
        """Where both meet: the best passage; None where nothing of the plans does."""
        here = (one for one in self.cells if one.function == function)
        return next((one for one in here if one.challenge.entry.id == challenge.entry.id), None)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A sentence of a passage that speaks of a challenge, and the functions it says itself. `names` where the sentence
    or its heading does; another one is quoted only for what it says itself, and never where it, or its heading,
    names another challenge."""

    passage: PlanPassage
    quote: str
    names: bool
    is_about: bool
    functions: tuple[Function, ...]
    troubles: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Purpose:
    """What the functions are for, and every word in which they and that were told."""

    rungs: tuple[Rung, ...]
    words: frozenset[str]


def matched(
    functions: Sequence[Function],
    passages: Sequence[PlanPassage],
    entries: Sequence[KnownEntry],
    reader: FunctionReader,
    purposes: Purposes,
    change: str = "",
) -> Matrix:
    """Put functions, and what they are for, beside the challenges that plans speak of, best meetings first; of each
    plan one cell a meeting."""
    said = frozenset(word for one in functions for word in one.words)
    mine = _Purpose(purposes.rungs(change), said | (reader.tells(change) if change else frozenset()))
    challenges = [known for known in entries if known.entry.kind is EntryKind.CHALLENGE]
    spoken = {
        known.entry.id: (known, found)
        for known in challenges
        if (found := list(_spoken(known, challenges, passages, reader, purposes)))
    }
    cells = [
        cell
        for function in functions
        for known, found in spoken.values()
        for cell in _cells(function, known, found, reader, purposes, mine)
    ]
    cells.sort(key=lambda one: (-one.score, one.id))
    return Matrix(
        functions=tuple(functions),
        challenges=tuple(known for known, _ in spoken.values()),
        cells=tuple(cells),
    )


def challenge_of(use_id: str) -> str:
    """The challenge of a cell's id; "" for an id of anything else."""
    parts = use_id.split("/")
    return parts[2] if len(parts) == 4 and parts[0] == "plan" else ""


def use_of(cell: Cell, words: Words, trouble: str = "") -> Use:
    """A cell as a use that is ticked or declined. `trouble` names that of the purpose."""
    return Use(
        id=cell.id,
        source=UseSource.PLAN,
        reference=cell.passage.id,
        name=of_plan_name(cell.challenge.entry.name.of(words.locale), cell.passage, words),
        suffers=cell.quote,
        reason=_reason(cell, words, trouble),
        quote=cell.quote,
    )


def _spoken(
    known: KnownEntry,
    challenges: Sequence[KnownEntry],
    passages: Sequence[PlanPassage],
    reader: FunctionReader,
    purposes: Purposes,
) -> Iterator[_Spoken]:
    wanted = [normalise(word) for word in known.entry.words]
    others = [normalise(word) for one in challenges if one is not known for word in one.entry.words]
    suffered = frozenset[str]().union(*(state.troubles for state in known.states))
    for passage in passages:
        if not _names(wanted, f"{passage.heading} {passage.text}"):
            continue
        is_about = _names(wanted, passage.heading)
        is_elsewhere = not is_about and _names(others, passage.heading)
        for sentence in _quotable(passage.text):
            told = purposes.told(sentence)
            # Under a heading stands much that is not of it.
            names = _names(wanted, sentence) or (is_about and (not purposes.can_tell or bool(told & suffered)))
            if names or is_about or not (is_elsewhere or _names(others, sentence)):
                yield _Spoken(
                    passage, sentence, names, is_about, reader.read_all(sentence), told, reader.tells(sentence)
                )


def _quotable(text: str) -> Iterator[str]:
    """Sentences that can be quoted: each stands verbatim in the passage, checked the way every citation is."""
    for line in text.splitlines():
        for sentence in sentences(line):
            span = find_original(text, sentence)
            if span is None:
                continue
            quote = _BULLET.sub("", text[span[0] : span[1]])
            if _NO_SENTENCE.search(quote):
                continue
            if _SHORTEST <= len(quote) <= _LONGEST:
                yield quote


def _names(wanted: Sequence[str], text: str) -> bool:
    plain = normalise(text)
    return any(word in plain for word in wanted)


def _reason(cell: Cell, words: Words, trouble: str) -> str:
    likeness = cell.likeness
    by_deed = of_plan(likeness, cell.challenge.entry.name.of(words.locale), words) if likeness else ""
    if cell.purpose is None:
        return by_deed
    return joined(by_deed, of_purpose(cell.purpose, cell.function, trouble, words), words)


def _cells(
    function: Function,
    known: KnownEntry,
    spoken: Sequence[_Spoken],
    reader: FunctionReader,
    purposes: Purposes,
    mine: _Purpose,
) -> Iterator[Cell]:
    """The best sentence of each plan, where the function would lessen the challenge, where the sentence wants it
    itself, or where it tells what the function is for."""
    near = [(state, found) for state in known.states if (found := _best(function, state.helps, reader))]
    best: dict[str, Cell] = {}
    for one in spoken:
        own = _best(function, one.functions, reader, is_about=one.is_about)
        lessened = [found for state, found in near if one.names and _is_of_state(one, state, purposes)]
        likest = max((found for found in (*lessened, own) if found), key=lambda found: found.score, default=None)
        purpose = purposes.told_by_both(mine.rungs, one.troubles) if one.names else None
        if purpose is not None and likest is None and not any(map(purposes.tells_apart, mine.words & one.words)):
            purpose = None
        if likest is None and purpose is None:
            continue
        score = (likest.score if likest else 0.0) + (_SAYS_MORE * own.score if own else 0.0)
        score += (purpose.score if purpose else 0.0) + _words_in_common(function, one.quote, reader)
        cell = Cell(
            function=function,
            challenge=known,
            passage=one.passage,
            quote=one.quote,
            likeness=likest,
            score=score,
            purpose=purpose,
        )
        if one.passage.guide not in best or best[one.passage.guide].score < score:
            best[one.passage.guide] = cell
    yield from best.values()


def _is_of_state(one: _Spoken, state: KnownState, purposes: Purposes) -> bool:
    """Does a sentence tell of this very state of a challenge: its trouble, or a thing that few have to do with?"""
    told = state.words["ja"] | {word for help in state.helps for word in help.object_words}
    return bool(one.troubles & state.troubles) or any(map(purposes.tells_apart, told & one.words))


def _best(
    function: Function, others: Sequence[Function], reader: FunctionReader, *, is_about: bool = False
) -> Likeness | None:
    """The likest of these: the same deed, done to a thing of the same kind or name; under the heading of a
    challenge the same verb is enough."""
    found = (likeness(function, other, reader.vocabulary) for other in others)
    enough = (one for one in found if one and (says_enough(one) or (is_about and _is_same_verb(one))))
    return max(enough, key=lambda one: one.score, default=None)


def _is_same_verb(found: Likeness) -> bool:
    return not found.is_near and found.mine.verb_form == found.theirs.verb_form


def _words_in_common(function: Function, quote: str, reader: FunctionReader) -> float:
    return 0.4 * len(frozenset(function.words) & reader.tells(quote))
