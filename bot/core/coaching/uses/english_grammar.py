"""Functions in English words: "cool a room", "it removes metal dust", "rooms are cooled", "metal dust removal"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.core.coaching.uses.models import Function
from bot.core.coaching.uses.vocabulary import Vocabulary
from bot.core.english import LIGHT_WORDS, stem

_WORD = re.compile(r"[A-Za-z0-9]+(?:['’-][A-Za-z0-9]+)*")
_BREAK = re.compile(r"[.,;:!?()]")
_ARTICLES = frozenset("a an the its his her their our your my this that these those".split())
_ENDS = frozenset(
    """without for from in on at by so that and but or with while when which who into onto to until before after if
    because as than under over inside during is are was were be can will of""".split()
)
_INSIDE = frozenset({"of"})
_TURNS = {"from": "protect", "out": "block", "off": "block", "away": "block"}
"""What "to keep something …" does, by the word behind the thing."""
_BE = frozenset("is are was were be been being get gets".split())


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    begin: int
    end: int
    opens: bool
    """A stop stands before it."""

    @property
    def low(self) -> str:
        return self.text.lower()


def english_functions(text: str, vocabulary: Vocabulary) -> Iterator[Function]:
    """Every function in a line of English, in order."""
    words = _words(text)
    stems = [stem(one.low) for one in words]
    index = 0
    while index < len(words):
        found = _at(text, words, stems, index, vocabulary)
        if found is None:
            index += 1
            continue
        function, index = found
        yield function


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    passed = 0
    for match in _WORD.finditer(text):
        found.append(_Word(match[0], match.start(), match.end(), bool(_BREAK.search(text, passed, match.start()))))
        passed = match.end()
    return found


def _at(
    text: str, words: Sequence[_Word], stems: Sequence[str], index: int, vocabulary: Vocabulary
) -> tuple[Function, int] | None:
    """The function whose verb or noun of action stands at `index`, and where to go on."""
    noun = vocabulary.english_noun(stems, index)
    if noun is not None:
        start = _object_before(words, index)
        if start < index:
            built = _function(text, words, stems, (start, index), (index, index + noun[1]), noun[0], vocabulary)
            return built, index + noun[1]
    verb = vocabulary.english_verb(stems, index)
    if verb is None or (index and not words[index].opens and words[index - 1].low in _ARTICLES):
        return None
    after = index + verb[1]
    if index and words[index - 1].low in _BE and words[index].low.endswith("ed"):
        start = _object_before(words, index - 1)
        if start < index - 1:
            built = _function(text, words, stems, (start, index - 1), (index, after), verb[0], vocabulary)
            return built, after
    end = _object_after(words, after)
    if stems[index] == "keep":
        end = next((place for place in range(after + 1, end) if words[place].low in _TURNS), end)
    if end == after:
        return None
    built = _function(text, words, stems, (after, end), (index, after), verb[0], vocabulary)
    if stems[index] != "keep":
        return built, end
    return _kept(text, words, stems, (index, end), built, vocabulary)


def _kept(
    text: str,
    words: Sequence[_Word],
    stems: Sequence[str],
    span: tuple[int, int],
    built: Function,
    vocabulary: Vocabulary,
) -> tuple[Function, int]:
    """To keep something from warping is to protect it, to keep it out is to block it, to keep it clean is to clean."""
    start, end = span
    turned = _TURNS.get(words[end].low, "") if end < len(words) and not words[end].opens else ""
    state = vocabulary.english_verb(stems, end - 1)
    if turned:
        after = _object_after(words, end + 2)
        whole = text[words[start].end : words[after - 1].end]
        said = text[words[start].begin : words[after - 1].end]
        return replace(built, said=said, text=built.verb + whole, verb_class=turned), after
    if state is not None and end - start > 2 and words[end - 1].low == stems[end - 1]:
        return replace(built, verb_class=state[0]), end
    return built, end


def _object_after(words: Sequence[_Word], start: int) -> int:
    end = start
    while end < len(words):
        is_end = words[end].low in _ENDS and not (words[end].low in _INSIDE and end > start)
        if is_end or words[end].opens:
            break
        end += 1
    return end


def _object_before(words: Sequence[_Word], end: int) -> int:
    start = end
    while start > 0 and not words[start].opens and words[start - 1].low not in _ENDS | LIGHT_WORDS | _ARTICLES:
        start -= 1
    return start


def _function(
    text: str,
    words: Sequence[_Word],
    stems: Sequence[str],
    thing: tuple[int, int],
    deed: tuple[int, int],
    verb_class: str,
    vocabulary: Vocabulary,
) -> Function:
    start, end = thing
    while start + 1 < end and words[start].low in _ARTICLES:
        start += 1
    named = text[words[start].begin : words[end - 1].end]
    verb = vocabulary.english_plain(tuple(stems[deed[0] : deed[1]]))
    whole = text[words[thing[0]].begin : words[end - 1].end]
    head = stems[start : _head(words, start, end)]
    kinds = vocabulary.english_kinds(head) or vocabulary.english_kinds(stems[start:end])
    is_derived = thing[0] < deed[0]
    begins, ends = min(thing[0], deed[0]), max(thing[1], deed[1])
    return Function(
        said=text[words[begins].begin : words[ends - 1].end],
        text=text[words[begins].begin : words[ends - 1].end] if is_derived else f"{verb} {whole}",
        object=named,
        verb=verb,
        verb_form=" ".join(stems[deed[0] : deed[1]]),
        verb_class=vocabulary.sense_of(tuple(stems[deed[0] : deed[1]]), kinds, verb_class),
        kinds=kinds,
        object_words=tuple(one for one in stems[start:end] if one not in LIGHT_WORDS),
        words=tuple(_telling(words, stems, deed)),
        is_derived=is_derived,
        locale="en",
    )


def _telling(words: Sequence[_Word], stems: Sequence[str], deed: tuple[int, int]) -> Iterator[str]:
    for index, one in enumerate(stems):
        if not deed[0] <= index < deed[1] and words[index].low not in LIGHT_WORDS:
            yield one


def _head(words: Sequence[_Word], start: int, end: int) -> int:
    """The end of the noun before "of": "the heat of sunlight" is about heat."""
    return next((index for index in range(start + 1, end) if words[index].low in _INSIDE), end)
