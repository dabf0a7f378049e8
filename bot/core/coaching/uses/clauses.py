"""Japanese clauses, as far as functions need them: what stands before を, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.core.coaching.listening.ports import SpokenWord
from bot.core.coaching.uses.vocabulary import NEGATIONS

_STOPS = frozenset("、。，．,.;；!！?？\n")
_SUPPORT = frozenset(
    "居る 有る 置く 見る 来る 行く 呉れる 貰う 頂く 下さる 仕舞う 遣る 上げる 為る 出来る 致す 御座る".split()
)
"""Verbs that only help another verb."""
_DOING = frozenset({"為る", "行う", "出来る", "致す"})
_LINKS = frozenset({"の", "・", "や", "と"})


@dataclass(frozen=True, slots=True)
class Span:
    """Words `start` to `end` (excluded) of a sentence."""

    start: int
    end: int

    def of(self, words: Sequence[SpokenWord]) -> Sequence[SpokenWord]:
        """The words themselves."""
        return words[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Deed:
    """A verb phrase: `at` is the word that does it, `end` the end of its endings; `is_negated` for 「…せずに」."""

    at: int
    end: int
    is_negated: bool

    @property
    def span(self) -> Span:
        """From the doing word to the end of its endings."""
        return Span(self.at, self.end)


def is_stop(word: SpokenWord) -> bool:
    """True where a clause ends."""
    return word.surface in _STOPS


def is_object_mark(word: SpokenWord) -> bool:
    """True for を as a particle."""
    return word.surface == "を" and word.grammar[0] == "助詞"


def thing_before(words: Sequence[SpokenWord], end: int) -> Span:
    """The noun phrase that ends before `end`: nouns, and nouns linked by の; empty where there is none."""
    start = end
    while start > 0:
        before = words[start - 1]
        is_link = before.surface in _LINKS and start < end and start > 1 and words[start - 2].is_nominal
        if not (before.is_nominal or is_link):
            break
        start -= 1
    return Span(start, end)


def clause_start(words: Sequence[SpokenWord], at: int) -> int:
    """Where what belongs to the thing at `at` begins: behind a stop, a topic, a subject, or another object."""
    start = at
    while start > 0:
        before = words[start - 1]
        is_edge = before.grammar[0] == "助詞" and before.surface in ("は", "が", "を", "も", "て", "で", "ので")
        if before.surface == "を" and _describes(words[start:at]):
            start -= 1
            continue
        if is_stop(before) or (is_edge and not (before.surface == "で" and before.grammar[1] == "格助詞")):
            break
        start -= 1
    return start


def _describes(words: Sequence[SpokenWord]) -> bool:
    """True for a verb that describes the noun behind it (「水をはじく布」)."""
    return bool(words) and words[-1].grammar[5].startswith(("連体形", "終止形"))


def verb_start(words: Sequence[SpokenWord], at: int, *, after: int) -> int:
    """Where the verb phrase that is done at `at` begins, behind the word `after`.

    What something becomes belongs to it (「きれいにする」, 「薄くする」), and all of a compound noun (「再利用する」).
    """
    start = at
    if words[at].form in ("為る", "出来る", "致す"):
        start -= 2 if words[at - 1].surface in ("に", "と") else 1
    while not (words[start].is_verb or words[start - 1].is_verb) and start - 1 > after and words[start - 1].is_nominal:
        start -= 1
    return max(start, after + 1)


def deeds(words: Sequence[SpokenWord], start: int) -> list[Deed]:
    """What is done from `start` to the end of the clause, in order."""
    found: list[Deed] = []
    index = start
    while index < len(words):
        word = words[index]
        if is_stop(word) or is_object_mark(word) or (found and _is_new_thing(words, index, found[-1])):
            break
        if _is_deed(words, index):
            end = _endings(words, index + 1)
            is_negated = any(one.form in NEGATIONS and one.grammar[0] == "助動詞" for one in words[index + 1 : end])
            found.append(Deed(index, end, is_negated))
            index = end
        else:
            index += 1
    return found


def _is_new_thing(words: Sequence[SpokenWord], index: int, last: Deed) -> bool:
    """True for a noun that the verb before it describes (「取り除く機械」)."""
    word = words[index]
    is_adnominal = words[last.end - 1].grammar[5].startswith(("連体形", "終止形")) and index == last.end
    return is_adnominal and word.is_nominal and word.form not in ("事", "こと")


def _is_deed(words: Sequence[SpokenWord], index: int) -> bool:
    word = words[index]
    if not word.is_deed:
        return False
    if word.is_verb:
        is_help = word.form in _SUPPORT and index > 0 and _helps(words, index)
        return not is_help
    following = words[index + 1] if index + 1 < len(words) else None
    return following is None or following.form in _DOING or is_stop(following) or following.grammar[0] == "助動詞"


def _helps(words: Sequence[SpokenWord], index: int) -> bool:
    """True for a verb behind て, ことが, or a noun of action."""
    before = words[index - 1]
    if before.surface in ("て", "で") and before.grammar[0] == "助詞":
        return True
    if before.form in ("事", "こと") or before.surface in ("が", "も", "は"):
        return words[index].form in ("出来る", "有る")
    return before.is_deed and words[index].form in _DOING


def _endings(words: Sequence[SpokenWord], index: int) -> int:
    """The end of what belongs to a verb: する, endings, helping verbs and what binds them."""
    while index < len(words):
        word = words[index]
        is_binding = word.surface in ("て", "で", "こと", "が", "も") and _binds(words, index)
        is_ending = word.grammar[0] == "助動詞" or (word.is_verb and word.form in _SUPPORT and _helps(words, index))
        if not (is_ending or is_binding or _is_continued(words, index)):
            break
        index += 1
    return index


def _is_continued(words: Sequence[SpokenWord], index: int) -> bool:
    """True for the second verb of a compound such as 見つけ出す."""
    before = words[index - 1]
    is_joined = before.is_verb and before.grammar[5].startswith("連用形") and words[index].is_verb
    return is_joined and words[index].begin == before.end


def _binds(words: Sequence[SpokenWord], index: int) -> bool:
    """True where て or こと(が) leads to a helping verb within two words."""
    ahead = words[index + 1 : index + 3]
    return any(one.is_verb and one.form in _SUPPORT for one in ahead) and (
        words[index].surface in ("こと", "て", "で") or words[index - 1].form in ("事", "こと")
    )


def noun_runs(words: Sequence[SpokenWord]) -> Iterator[Span]:
    """Noun phrases of a text, in order."""
    index = 0
    while index < len(words):
        if not words[index].is_nominal:
            index += 1
            continue
        end = index
        while end < len(words) and (
            words[end].is_nominal or (words[end].surface == "の" and end + 1 < len(words) and words[end + 1].is_nominal)
        ):
            end += 1
        yield Span(index, end)
        index = end
