"""Words of a Japanese sentence put together again: as they stand, in their plain form, for comparing."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.coaching.listening.ports import SpokenWord
from bot.core.coaching.uses.clauses import Span
from bot.core.coaching.uses.vocabulary import NEGATIONS


def between(sentence: str, words: Sequence[SpokenWord], start: int, end: int) -> str:
    """The original text of words `start` to `end` (excluded)."""
    return sentence[words[start].begin : words[end - 1].end] if start < end else ""


def dictionary(sentence: str, words: Sequence[SpokenWord], tail: Span) -> str:
    """A verb phrase in its plain form."""
    tail_words = tail.of(words)
    if tail_words[-1].form in NEGATIONS:
        return between(sentence, words, tail.start, tail.end)
    index = tail.start
    while index + 1 < tail.end and (words[index + 1].form == "為る" or not words[index].is_deed):
        index += 1
    word = words[index]
    if index == tail.start and not word.is_verb:
        return word.surface + "する"
    if index + 1 < tail.end and words[index + 1].is_verb and word.grammar[5].startswith("連用形"):
        index += 1
        word = words[index]
    causes = index + 1 < tail.end and words[index + 1].form in ("せる", "させる")
    if causes:
        plain = "させる" if word.form == "為る" else word.surface + words[index + 1].lemma
        return between(sentence, words, tail.start, index) + plain
    plain = word.form if word.is_ability and word.form != "出来る" else word.lemma
    plain = "する" if word.form in ("為る", "出来る") else plain
    return between(sentence, words, tail.start, index) + plain


def nouns(words: Sequence[SpokenWord]) -> tuple[str, ...]:
    return tuple(one.form for one in words if one.is_nominal and one.grammar[0] == "名詞")


def things(words: Sequence[SpokenWord]) -> tuple[str, ...]:
    """The nouns of a phrase, the last one with its endings (付着物)."""
    start = len(words) - 1
    while start > 0 and words[start - 1].is_nominal:
        start -= 1
    return (*nouns(words), "".join(one.form for one in words[max(start, 0) :]))


def last(words: Sequence[SpokenWord], thing: Span) -> tuple[str, ...]:
    return (words[thing.end - 1].form,) if thing.end > thing.start else ()


_TOLD_BY = ("名詞", "動詞", "形容詞", "形状詞")
_SAYS_LITTLE = frozenset(
    "為る 居る 有る 出来る 事 こと 物 もの 時 為 ため 中 所 様 よう 上 人 方 成る 来る 行く 無い 良い".split()
)


def telling(words: Sequence[SpokenWord]) -> tuple[str, ...]:
    found = (one.form for one in words if one.grammar[0] in _TOLD_BY and one.grammar[1] not in ("数詞",))
    return tuple(form for form in found if form not in _SAYS_LITTLE)
