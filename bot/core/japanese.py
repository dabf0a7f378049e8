"""Japanese text as a core rule: comparing, sentence ends, and the port to a word analyser.

What is indexed and compared is normalised; what is shown is always the original, so every normalised character
remembers which original characters it came from.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.kanji_variants import VARIANTS

_HALF_WIDTH_MARKS = "\uff9e\uff9f"
_DASHES_AS_LONG_VOWEL = "-‐‑‒–—―−ｰ─━"
_WAVES = "〜～∼"
_PUNCTUATION = {"、": ",", "。": ".", "，": ",", "．": ".", "｡": ".", "､": ","}
_QUOTES = {"“": '"', "”": '"', "’": "'", "‘": "'", "〝": '"', "〟": '"'}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")


class WordKind:
    """The kinds of words the rules distinguish; the values are those of `Word.kind`."""

    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    OTHER = "other"
    LIGHT = "light"
    """Pronouns, question words, formal nouns and verbs that say little: searched, but no evidence of anything."""
    FUNCTION = "function"
    """Particles, auxiliaries, punctuation: not searched."""


LIGHT_FORMS = frozenset(
    """何 何時 何処 何れ 誰 何方 幾つ 幾ら 如何 なぜ 何故 どう どの どれ どんな どこ いつ だれ なに なん
    どのよう どういう 此れ 其れ 彼れ 此処 其処 彼処 此の 其の 彼の こう そう ああ こんな そんな あんな
    私 わたし 僕 俺 我々 貴方 為る 有る 居る 成る 言う 出来る 下さる 頂く 貰う 呉れる 遣る 置く 仕舞う
    行く 来る 見る 思う 知る 教える 分かる 良い 事 物 時 為 所 訳 筈 積もり 方 様 よう 的 さん 御
    そもそも ちょっと やはり まず 先ず 又 及び 或いは もう まだ 無い 欲しい 一番 場合 ここ そこ これ それ
    こと もの もん とこ おく うち 奴 未だ 一寸 抑 矢張り 詰まり 結局 取り敢えず 正直 本当 大丈夫 駄目 不味い
    みたい 感じ もっと 可成 凄い 全然 中々 色々 沢山 一杯 いつも ずっと つい ついつい 行成 そろそろ きちんと
    ちゃんと 多分 例えば 別 有り アリ 前もって 一体 やたら なるべく ひょっと せっかく どうせ さて""".split()
)
"""Normalised dictionary forms that carry too little meaning to count as evidence."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text. `form` is its normalised dictionary form, `surface` the original characters."""

    surface: str
    form: str
    kind: str

    @property
    def is_searched(self) -> bool:
        """False for particles, auxiliaries, symbols and the like."""
        return self.kind != WordKind.FUNCTION

    @property
    def is_telling(self) -> bool:
        """True for words whose presence or absence in a passage is evidence."""
        return self.kind not in (WordKind.FUNCTION, WordKind.LIGHT)


class JapaneseAnalyser(Protocol):
    """Splits text into words. Safe to call from several threads."""

    def words(self, text: str) -> Sequence[Word]:
        """Return the words of `normalise(text)` in order."""
        ...


def is_japanese_character(character: str) -> bool:
    """True for kana, kanji and the long-vowel mark."""
    code = ord(character)
    return (
        0x3040 <= code <= 0x30FF
        or 0x3400 <= code <= 0x4DBF
        or 0x4E00 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or 0x20000 <= code <= 0x2FA1F
        or code in (0x3005, 0x3006, 0x3007)
    )


def is_japanese(text: str) -> bool:
    """True where the text holds any Japanese character."""
    return any(is_japanese_character(character) for character in text)


def _clusters(text: str) -> list[tuple[int, int]]:
    """Spans of characters that must be normalised together: a base and the marks that follow it."""
    spans: list[tuple[int, int]] = []
    for index, character in enumerate(text):
        is_mark = character in _HALF_WIDTH_MARKS or unicodedata.category(character) == "Mn"
        if is_mark and spans:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans


def _is_katakana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"


def _fold(cluster: str, before: str) -> str:
    """Normalise one cluster; `before` is the last normalised character."""
    if _INVISIBLE.match(cluster):
        return ""
    if cluster in _DASHES_AS_LONG_VOWEL and _is_katakana(before):
        return "ー"
    if cluster in _WAVES:
        return "~"
    cluster = _PUNCTUATION.get(cluster, _QUOTES.get(cluster, cluster))
    folded = unicodedata.normalize("NFKC", cluster).casefold()
    return "".join(VARIANTS.get(character, character) for character in folded)


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """`text` is normalised; `spans[i]` are start and end, in the original, of what became character i."""

    text: str
    spans: tuple[tuple[int, int], ...]


def normalise_with_spans(text: str) -> NormalisedText:
    """Normalise for search and comparison, keeping the way back.

    NFKC, case folding, one long-vowel mark, kanji variants by table, one kind of punctuation and quotation marks.
    White space goes between Japanese characters (a hard wrap is no space) and is one blank elsewhere.
    """
    characters: list[str] = []
    spans: list[tuple[int, int]] = []
    blank: tuple[int, int] | None = None
    for start, end in _clusters(text):
        folded = _fold(text[start:end], characters[-1] if characters else "")
        if folded and folded.isspace():
            blank = blank or (start, end)
            continue
        for character in folded:
            if blank and characters and _keeps_blank(characters[-1], character):
                characters.append(" ")
                spans.append(blank)
            blank = None
            characters.append(character)
            spans.append((start, end))
    return NormalisedText("".join(characters), tuple(spans))


def _keeps_blank(before: str, after: str) -> bool:
    """A blank separates two words only where both sides are written with blanks."""
    return before.isascii() and after.isascii()


def normalise(text: str) -> str:
    """Return `normalise_with_spans(text).text`."""
    return normalise_with_spans(text).text


def find_original(text: str, quote: str) -> tuple[int, int] | None:
    """Find a quote in a text, both normalised, and return its span in the original text, or None.

    The span covers whole original characters, so `text[start:end]` is the guide's own wording.
    """
    wanted = normalise(quote)
    if not wanted:
        return None
    haystack = normalise_with_spans(text)
    at = haystack.text.find(wanted)
    if at < 0:
        return None
    return haystack.spans[at][0], haystack.spans[at + len(wanted) - 1][1]


_OPENING = "「『（(〔［[【〈《“"
_CLOSING = "」』）)〕］]】〉》”"
_ENDS = "。！？!?｡．"
_GOES_ON = "とはがをにでのもやへなだ、,，。"
_LONGEST_BRACKET = 160


def _closes_within(text: str, start: int) -> bool:
    """True where the bracket opened at `start` closes on the same line within reach: a stray one is ignored."""
    depth = 0
    for character in text[start : start + _LONGEST_BRACKET]:
        if character == "\n":
            return False
        depth += (character in _OPENING) - (character in _CLOSING)
        if depth == 0:
            return True
    return False


def _is_latin_end(text: str, index: int) -> bool:
    """A full stop ends a Latin sentence before a blank and a capital, or at the end; not after an initial."""
    if text[index] != ".":
        return False
    rest = text[index + 1 : index + 3]
    word = re.search(r"[A-Za-z]*$", text[:index])
    if not rest.strip():
        return True
    is_initial = word is not None and (len(word[0]) == 1 or word[0].lower() in _ABBREVIATIONS)
    return not is_initial and rest[0].isspace() and (rest[1:].isupper() or is_japanese(rest))


_ABBREVIATIONS = {
    "mr",
    "mrs",
    "ms",
    "dr",
    "prof",
    "vs",
    "etc",
    "fig",
    "no",
    "vol",
    "inc",
    "ltd",
    "co",
    "e.g",
    "i.e",
    "cf",
    "al",
}


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of a text, in order, without surrounding white space.

    A sentence ends at 。！？ outside brackets (the mark and closing brackets belong to it), at a Latin full stop
    before a capital, and at every line break: lines of a passage are its paragraphs and list items.
    """
    spans: list[tuple[int, int]] = []
    start = depth = 0
    for index, character in enumerate(text):
        if character == "\n":
            _append(spans, text, start, index)
            start, depth = index + 1, 0
        elif character in _OPENING and (depth or _closes_within(text, index)):
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
            if depth == 0 and text[index - 1] in _ENDS and not _continues(text, index + 1):
                _append(spans, text, start, index + 1)
                start = index + 1
        elif depth == 0 and _ends_here(text, index):
            _append(spans, text, start, index + 1)
            start = index + 1
    _append(spans, text, start, len(text))
    return spans


def _ends_here(text: str, index: int) -> bool:
    character = text[index]
    if character == "．":
        return not text[index + 1 : index + 2].isdigit()
    if character in _ENDS:
        following = text[index + 1 : index + 2]
        return following not in tuple(_ENDS) + tuple(_CLOSING) or following == ""
    return _is_latin_end(text, index)


def _continues(text: str, index: int) -> bool:
    return text[index : index + 1] in tuple(_GOES_ON)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        left = start + len(piece) - len(piece.lstrip())
        spans.append((left, left + len(stripped)))


def sentences(text: str) -> list[str]:
    """Return the sentences of a text as written, delimiters included."""
    return [text[start:end] for start, end in sentence_spans(text)]
