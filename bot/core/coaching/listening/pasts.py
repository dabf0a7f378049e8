"""What somebody was doing until now: 「待っていた」, as it is spoken (待ってた) and in dialects (待っとった)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core.coaching.listening.ports import SpokenWord

_SPOKEN = frozenset({"てる", "でる", "とる", "どる", "ちょる", "ちゃる"})
"""One word for て and いる."""
_BEING = frozenset("居る おる いらっしゃる 御座る 這う はる ある 有る 来る くる".split())
_POLITE = frozenset("ます れる られる".split())


def pasts(words: Sequence[SpokenWord]) -> Iterator[tuple[int, int]]:
    """Begin and end of every such ending, た included."""
    for place in range(1, len(words)):
        after = _after_being(words, place)
        while after is not None and after < len(words) and words[after].form in _POLITE:
            after += 1
        if after is not None and after < len(words) and words[after].form == "た":
            yield words[place].begin, words[after].end


def _after_being(words: Sequence[SpokenWord], place: int) -> int | None:
    """The place of the word behind 「…ている」, where that begins at `place`."""
    word, before = words[place], words[place - 1]
    if word.grammar[0] == "助動詞" and word.form in _SPOKEN:
        return place + 1
    is_lasting = word.surface in ("て", "で") and word.grammar[0] == "助詞" and (before.is_verb or _is_ending(before))
    if is_lasting or (word.surface == "で" and before.surface == "つもり"):
        return place + 2 if place + 1 < len(words) and words[place + 1].form in _BEING else None
    is_joined = before.end == word.begin and before.surface[-1:] in "いきしちにひみりぎじびけせてねべめれえ"
    return place + 1 if word.surface == "よっ" and is_joined else None


def _is_ending(word: SpokenWord) -> bool:
    return word.grammar[0] == "助動詞"
