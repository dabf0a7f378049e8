"""Does a claim turn round what its quote says? Cheap, on the surface of the words, and rather too strict.

Three ways are looked for: a negation that only one side has, or that sits on another word (「聞く」/「聞かない」,
"do" and "do not"); opposites (前/後, 増やす/減らす, before/after); and limits that change what a figure means
(以内/以上, at least/at most). A wrong suspicion costs one claim; the reader then gets the guide's own sentence instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.core.answering.check_words import LIMITS, OPPOSITES
from bot.core.japanese import is_japanese, normalise, sentence_spans

_JAPANESE_IDIOMS = re.compile(
    r"(?:なけれ|なく|ね)ば?(?:て)?は?(?:なら|いけ|だめ)(?:ない|なく|ません|ず)?|ないと(?:いけ|なら)(?:ない|ません)"
    r"|ざるを得(?:ない|ません)|かもしれ(?:ない|ません)|にほかなら(?:ない|ません)"
    r"|(?:違い|間違い)(?:ない|なく|ありません)|(?:だけ|のみ)(?:で|じゃ)は?なく|(?:では|じゃ)(?:ない|ありません)(?:でしょう)?か"
    r"|少なく|少ない|危ない|切ない|なくす|なくし|無くす|無くし|ながら|必ず|まず(?!い)|はず|ずつ|ずっと|いずれ|思わず|絶えず"
    r"|やむを得(?:ず|ない)|に(?:関|かか)わらず|のみならず|何気な|つなが|さりげな|とんでもな|もったいな|限りな"
    r"|ません(?:でしょう)?か|なるべく|なかなか|内容|なお"
)
_NOT_NEEDED = re.compile(r"必要(?:は|が|も)?(?:ありません|ない|なく|無い|無く)")
_PROHIBITED = re.compile(r"(?:ては|では|ちゃ)(?:いけ|なら)(?:ない|ません)|べきでは(?:ない|ありません)|てはだめ")
_JAPANESE_NEGATION = re.compile(
    r"ません|ない|なかっ|なく|なけれ|無い|無く|(?<=[かがさたなまらわえけせてねべめれ])ず(?=に|と|[,.]|$)|ぬ(?=[,.]|$)"
    r"|不要|不可|不能|無用|なし(?=[,.でに]|$)|無し|禁止|禁じ|避け|控え|やめ|止め|まい(?=[,.]|$)"
)
_ENGLISH_IDIOMS = re.compile(
    r"not only|no doubt|no matter|no later than|not least|no more than|no fewer than|no less than|note\b|nothing but"
    r"|cannot but|whether or not"
)
_ENGLISH_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|unable|unnecessary|avoid\w*|refrain\w*"
    r"|prohibit\w*|forbid\w*|stop)\b|n't\b"
)
_CONTENT_RUN = re.compile(r"[\u3400-\u9fff々]+[ぁ-ん]{0,2}|[ァ-ヺー]{2,}|[a-z0-9]{2,}|[ぁ-ん]{2,4}")
_SKIPPED = frozenset({"be", "the", "a", "an", "to", "any", "in", "of", "have", "been", "yet", "need", "do"})
_REACH = 8


@dataclass(frozen=True, slots=True)
class _Reading:
    """How often a text negates, and which content words stand just before (Japanese) or after (English) it."""

    text: str
    negated: tuple[str, ...]

    @property
    def negates(self) -> bool:
        return bool(self.negated)


def turns_round(claim: str, quote: str) -> bool:
    """True where the claim seems to say the opposite of the quote (whole sentences of the passage)."""
    said, meant = _read(claim), _read(quote)
    if said.negates != meant.negates:
        return True
    if is_japanese(claim) != is_japanese(quote):
        return False
    if not (_counts_agree(said, meant, sentences=len(sentence_spans(quote))) and _same_words_negated(said, meant)):
        return True
    return _is_opposite(said.text, meant.text) or _changes_limit(said.text, meant.text)


def _read(text: str) -> _Reading:
    folded = normalise(text)
    if is_japanese(folded):
        folded = _PROHIBITED.sub("禁止", _NOT_NEEDED.sub("不要", folded))
        marked = _JAPANESE_IDIOMS.sub(lambda match: "_" * len(match[0]), folded)
        negations = _JAPANESE_NEGATION.finditer(marked)
        return _Reading(folded, tuple(_run_before(marked, match.start()) for match in negations))
    marked = _ENGLISH_IDIOMS.sub(lambda match: "_" * len(match[0]), folded)
    return _Reading(folded, tuple(_word_after(marked, match.end()) for match in _ENGLISH_NEGATION.finditer(marked)))


def _run_before(text: str, at: int) -> str:
    runs = _CONTENT_RUN.findall(text[max(0, at - _REACH) : at])
    return _stem(runs[-1]) if runs else ""


def _word_after(text: str, at: int) -> str:
    words = [word for word in re.findall(r"[a-z]+", text[at : at + 40]) if word not in _SKIPPED]
    return words[0][:5] if words else ""


def _stem(run: str) -> str:
    """The kanji of a run if it has any: 「聞か」 and 「聞き」 are one word."""
    kanji = re.match(r"[\u3400-\u9fff々]+", run)
    return kanji[0] if kanji else run


def _counts_agree(said: _Reading, meant: _Reading, *, sentences: int) -> bool:
    """One sentence is said with as many negations as it has; of several, a claim may leave some out."""
    if sentences > 1:
        return len(said.negated) <= len(meant.negated)
    return len(said.negated) == len(meant.negated)


def _same_words_negated(said: _Reading, meant: _Reading) -> bool:
    """Each negation of the claim has its like in the quote, and none of the quote's is affirmed by the claim."""
    for stem in said.negated:
        if stem and stem in meant.text and not any(_alike(stem, other) for other in meant.negated):
            return False
    for stem in meant.negated:
        if len(stem) > 1 and stem in said.text and not any(_alike(stem, other) for other in said.negated):
            return False
    return True


def _alike(stem: str, other: str) -> bool:
    return bool(stem and other) and (stem in other or other in stem or stem[-1] == other[-1])


def _is_opposite(said: str, meant: str) -> bool:
    for left, right in OPPOSITES:
        for ours, theirs in ((left, right), (right, left)):
            if _has(said, ours) and _has(meant, theirs) and not _has(meant, ours):
                return True
    return False


def _has(text: str, words: tuple[str, ...]) -> bool:
    return any(
        re.search(rf"(?<![a-z]){re.escape(word)}(?:s|d|es|ed|ing)?(?![a-z])", text) if word.isascii() else word in text
        for word in words
    )


def _changes_limit(said: str, meant: str) -> bool:
    return any(word in said and word not in meant for word in LIMITS)
