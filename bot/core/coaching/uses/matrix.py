"""Technology × challenge: what a town's plan says of a challenge, beside the functions that might lessen it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.core.coaching.cards.models import Use, UseSource
from bot.core.coaching.uses.fields import EntryKind, KnownEntry
from bot.core.coaching.uses.grammar import FunctionReader
from bot.core.coaching.uses.matching import Likeness, likeness
from bot.core.coaching.uses.models import Function, PlanPassage
from bot.core.coaching.uses.wording import Words, of_plan, of_plan_name
from bot.core.japanese import find_original, normalise, sentences

_LEAST = 2.9
"""A same deed done to things that are akin, or a near one to things of one kind and word."""
_SHORTEST, _LONGEST = 12, 300
"""Characters of a quote: shorter ones are headings and cells of tables."""
_SAYS_MORE = 0.5
"""For a sentence that says a function itself, as a share of what both have in common."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """One meeting of a function and a challenge: `quote` stands verbatim in the text of `passage`."""

    function: Function
    challenge: KnownEntry
    passage: PlanPassage
    quote: str
    likeness: Likeness
    score: float

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
    functions: tuple[Function, ...]


def matched(
    functions: Sequence[Function],
    passages: Sequence[PlanPassage],
    entries: Sequence[KnownEntry],
    reader: FunctionReader,
) -> Matrix:
    """Put functions beside the challenges that plans speak of, best meetings first; of each plan one cell a meeting."""
    challenges = [known for known in entries if known.entry.kind is EntryKind.CHALLENGE]
    spoken = {
        known.entry.id: (known, found)
        for known in challenges
        if (found := list(_spoken(known, challenges, passages, reader)))
    }
    cells = [
        cell
        for function in functions
        for known, found in spoken.values()
        for cell in _cells(function, known, found, reader)
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


def use_of(cell: Cell, words: Words) -> Use:
    """A cell as a use that is ticked or declined."""
    return Use(
        id=cell.id,
        source=UseSource.PLAN,
        reference=cell.passage.id,
        name=of_plan_name(cell.challenge.entry.name.of(words.locale), cell.passage, words),
        suffers=cell.quote,
        reason=of_plan(cell.likeness, cell.challenge.entry.name.of(words.locale), words),
        quote=cell.quote,
    )


def _spoken(
    known: KnownEntry, challenges: Sequence[KnownEntry], passages: Sequence[PlanPassage], reader: FunctionReader
) -> Iterator[_Spoken]:
    wanted = [normalise(word) for word in known.entry.words]
    others = [normalise(word) for one in challenges if one is not known for word in one.entry.words]
    for passage in passages:
        if not _names(wanted, f"{passage.heading} {passage.text}"):
            continue
        is_about = _names(wanted, passage.heading)
        is_elsewhere = not is_about and _names(others, passage.heading)
        for sentence in _quotable(passage.text):
            names = is_about or _names(wanted, sentence)
            if names or not (is_elsewhere or _names(others, sentence)):
                yield _Spoken(passage, sentence, names, reader.read_all(sentence))


def _quotable(text: str) -> Iterator[str]:
    """Sentences that can be quoted: each stands verbatim in the passage, checked the way every citation is."""
    for line in text.splitlines():
        for sentence in sentences(line):
            span = find_original(text, sentence)
            if span is None:
                continue
            quote = text[span[0] : span[1]]
            if _SHORTEST <= len(quote) <= _LONGEST:
                yield quote


def _names(wanted: Sequence[str], text: str) -> bool:
    plain = normalise(text)
    return any(word in plain for word in wanted)


def _cells(function: Function, known: KnownEntry, spoken: Sequence[_Spoken], reader: FunctionReader) -> Iterator[Cell]:
    """The best sentence of each plan, where the function would lessen the challenge or the sentence wants it itself."""
    helps = [help for state in known.states for help in state.helps]
    general = _best(function, helps, reader)
    best: dict[str, Cell] = {}
    for one in spoken:
        own = _best(function, one.functions, reader)
        likest = max(
            (found for found in (general if one.names else None, own) if found),
            key=lambda found: found.score,
            default=None,
        )
        if likest is None or likest.score < _LEAST or not (one.names or likest.kind or likest.word):
            continue
        score = likest.score + (_SAYS_MORE * own.score if own else 0.0) + _words_in_common(function, one.quote, reader)
        cell = Cell(
            function=function, challenge=known, passage=one.passage, quote=one.quote, likeness=likest, score=score
        )
        if one.passage.guide not in best or best[one.passage.guide].score < score:
            best[one.passage.guide] = cell
    yield from best.values()


def _best(function: Function, others: Sequence[Function], reader: FunctionReader) -> Likeness | None:
    found = (likeness(function, other, reader.vocabulary) for other in others)
    return max((one for one in found if one is not None), key=lambda one: one.score, default=None)


def _words_in_common(function: Function, quote: str, reader: FunctionReader) -> float:
    return 0.4 * len(frozenset(function.words) & reader.tells(quote))
