"""A line made uniform for reading, with the way back to the words as they were typed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_MARKS = "\uff9e\uff9f"
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_WAVES = dict.fromkeys("〜～∼", "~")
_SINGLE = _DASHES | _WAVES | {"\t": " ", "\r": "\n", "\u3000": " ", "’": "'", "“": '"', "”": '"'}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\x00-\x08]")
_FURIGANA = re.compile(r"(?<=[一-鿿々])\((?:[ぁ-ゖー・ ]+|[ァ-ヺー・ ]+)\)(?=[^)]|$)")


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` is the uniform text; `spans[i]` start and end, in `original`, of what became character i."""

    text: str
    original: str
    spans: tuple[tuple[int, int], ...]

    def words(self, begin: int, end: int) -> str:
        """The words as typed that became `text[begin:end]`, without white space around them."""
        pieces: list[tuple[int, int]] = []
        for start, stop in self.spans[begin:end]:
            if pieces and start <= pieces[-1][1]:
                pieces[-1] = (pieces[-1][0], max(stop, pieces[-1][1]))
            else:
                pieces.append((start, stop))
        return "".join(self.original[start:stop] for start, stop in pieces).strip()


def fold(text: str) -> Folded:
    """NFKC, one kind of blank, dash and wave; invisible characters and furigana in brackets left out."""
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    index = 0
    while index < len(text):
        end = index + 1
        while end < len(text) and (text[end] in _MARKS or unicodedata.category(text[end]) == "Mn"):
            end += 1
        for character in _folded(text[index:end]):
            characters.append(character)
            spans.append((index, end))
        index = end
    return _without_furigana(Folded("".join(characters), text, tuple(spans)))


def _folded(cluster: str) -> str:
    if _INVISIBLE.match(cluster):
        return ""
    return _SINGLE.get(cluster) or "".join(_SINGLE.get(one, one) for one in unicodedata.normalize("NFKC", cluster))


def _without_furigana(folded: Folded) -> Folded:
    """田中(たなか)さん is 田中さん to whoever reads the name."""
    kept = [True] * len(folded.text)
    for found in _FURIGANA.finditer(folded.text):
        kept[found.start() : found.end()] = [False] * (found.end() - found.start())
    if all(kept):
        return folded
    text = "".join(one for one, is_kept in zip(folded.text, kept, strict=True) if is_kept)
    spans = tuple(one for one, is_kept in zip(folded.spans, kept, strict=True) if is_kept)
    return Folded(text, folded.original, spans)
