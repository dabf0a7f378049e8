"""Which choice does somebody name in their own words? By its number, its label, or words that mean it. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from bot.core.coaching.walks.script import Question

MeantWords = Mapping[str, Sequence[str]]
"""Words of each value of a question; a text that has one of them may mean it."""

_NUMBER = re.compile(
    r"(?:レベル|段階|第|level|no\.?|number|#)?(\d{1,2})(?:番目?|つ目|つめ|段階)?(?:です|で|かな|ですね|でお願いします)?"
)
_DENIES = re.compile(r"ない|ません|まだ|なし|\bnot?\b|n't\b|\bnever\b|\byet\b")
_MARKS = re.compile(r"[\s。、.,!！?？「」『』()（）]+")
_CLOSE, _APART = 0.5, 0.15


def named(question: Question, text: str, words: MeantWords) -> tuple[str, ...]:
    """The values that a text may mean: one where it is plain, several to be asked about, none where it names none."""
    labels = {one.value: (_key(one.label.ja), _key(one.label.en)) for one in question.choices}
    key = _key(text)
    numbered = _numbered(key, list(labels))
    if numbered:
        return (numbered,)
    if key in labels:
        return (key,)
    part = [value for value, both in labels.items() if len(key) > 1 and any(key in one for one in both)]
    if len(part) == 1:
        return (part[0],)
    by_label = [value for value, both in labels.items() if any(_names(key, one) for one in both)]
    spoken = unicodedata.normalize("NFKC", text).casefold()
    found = [value for value in labels if any(_key(one) in key for one in words.get(value, ()))]
    found = [one for one in labels if one in (*found, *by_label)] or _near(key, labels)
    # 「まだ測っていません」 has the words, and does not mean them.
    if len(found) == 1 and _DENIES.search(spoken):
        return tuple(labels) if len(labels) <= _FEW else tuple(dict.fromkeys((*found, *_before(found[0], labels))))
    return tuple(found)


_FEW = 5


def _numbered(key: str, values: list[str]) -> str:
    """A number and nothing else: 「3か月使ってもらった」 is none."""
    found = _NUMBER.fullmatch(key)
    if found is None:
        return ""
    number = str(int(found.group(1)))
    if number in values:
        return number
    place = int(number)
    is_plain = not any(value.isdigit() for value in values)
    return values[place - 1] if is_plain and 1 <= place <= len(values) else ""


def _names(key: str, label: str) -> bool:
    bare = label.lstrip("0123456789")
    return len(key) > 1 and (key in label or (len(bare) > 2 and bare in key))


def _near(key: str, labels: Mapping[str, tuple[str, str]]) -> list[str]:
    """Labels that share most of their letters, two by two, with the text."""
    scores = {value: max(_shared(key, one.lstrip("0123456789")) for one in both) for value, both in labels.items()}
    best = max(scores.values(), default=0.0)
    return [value for value, score in scores.items() if score >= _CLOSE and score > best - _APART]


def _shared(one: str, other: str) -> float:
    pairs, others = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else 0.0


def _before(value: str, labels: Mapping[str, object]) -> Sequence[str]:
    values = list(labels)
    return values[max(0, values.index(value) - 1) : values.index(value)]


def _key(text: str) -> str:
    return _MARKS.sub("", unicodedata.normalize("NFKC", text).casefold())
