"""Two lengths of the same facts for whoever has not been there: one line, and one minute (B → E → F → A).

Benefit, evidence, feature, advantage: whoever is in a hurry hears the benefit first. The owner's words stand in
sentences of ours as they are; what nobody knows yet is said to be so, and what may not be seen is not spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from bot.core.coaching.cards.change import read_change
from bot.core.coaching.cards.grading import kind_of
from bot.core.coaching.cards.models import GROUP_OF, CardField, FieldGroup, ValueCard
from bot.core.coaching.cards.speech import (
    Ending,
    capitalised,
    ending_of,
    first_sentence,
    is_cut,
    is_nothing,
    said,
    shortened,
    spoken,
    weight,
    within_sentence,
    without_talk,
)
from bot.core.coaching.cards.terms import is_not_yet
from bot.core.coaching.cards.visibility import ALL_GROUPS
from bot.core.japanese import is_japanese
from bot.core.messages import Message, Say

LONGEST_MINUTE = 350
"""Japanese characters that somebody says in a minute."""
_LONGEST_LINE = (44, 44, 24)
"""Characters of who, of the change, of the subject, in one line; of Latin letters twice as many."""
_CHANGE = "value-card-minute-change"
_WHO = ("value-card-minute-who", "value-card-line-who")
_LINE_WHO = "value-card-line-who"
_TODAY, _SUBJECT = "value-card-minute-today", "value-card-minute-subject"
_NAMING = (*_WHO, _SUBJECT)
"""Who and what it is: called by a name, whatever talk stands around it."""
_ANSWERS = frozenset(
    f"value-card-minute-{one}" for one in ("who", "change", "evidence", "subject", "rivals", "purpose")
)
"""In English these stand behind a question of ours, the others within our sentence."""
_NOW = ("いま", "今", "現在", "これまで", "従来")
_DONE, _SAYS_NOW = "done", "now"
"""Two more forms of a sentence: of a change that was (半分になった), and of words that say いま themselves."""
_ARROW = re.compile(r"\s*(?:→|⇒|➡|->|=>)\s*")
_TO_STATE = re.compile(r"(\S)\s+に$")
_STEPS = (200, 120, 90, 70, 55, 45, 38, 32, 26, 20, 14)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence of ours with words in it. Those of a higher `rank` go first where there is no room."""

    key: str
    words: str = ""
    rank: int = 0


def one_line(card: ValueCard, say: Say, *, groups: Collection[FieldGroup] = ALL_GROUPS) -> str:
    """For whom, what changes, by what; "" where none of the three may be seen."""
    if FieldGroup.VALUE not in groups:
        return ""
    names = (CardField.WHO, CardField.CHANGE, CardField.SUBJECT)
    words = [_words(card, name) for name in names]
    lengths = (most if is_japanese(one) else 2 * most for one, most in zip(words, _LONGEST_LINE, strict=True))
    who, change, subject = map(shortened, words, lengths)
    parts = [
        _say(say, "value-card-line-who", who) if who else say(Message("value-card-line-who-unknown")),
        _say(say, "value-card-line-change", change) if change else say(Message("value-card-line-change-unknown")),
        *([_say(say, "value-card-line-subject", subject)] if subject else []),
    ]
    return _joined(parts, say)


def one_minute(card: ValueCard, say: Say, *, groups: Collection[FieldGroup] = ALL_GROUPS) -> str:
    """At most 350 Japanese characters that answer: who, what changes, compared with what, how do you know."""
    told = [*_benefit(card, groups), *_evidence(card, groups), *_feature(card, groups), *_advantage(card, groups)]
    text = ""
    for kept in _fewer(told):
        for most in _STEPS:
            text = _joined([_say(say, one.key, shortened(one.words, most)) for one in kept], say)
            if weight(text) <= LONGEST_MINUTE:
                return text
            if most <= _READABLE and any(one.rank for one in kept):
                break
    return text


_READABLE = 45
"""Rather than cut words shorter than this, what matters least is left out."""


def _fewer(told: Sequence[_Sentence]) -> Iterator[Sequence[_Sentence]]:
    """All of it, then without what matters least."""
    yield told
    for least in sorted({one.rank for one in told if one.rank}, reverse=True):
        yield [one for one in told if one.rank < least]


def _benefit(card: ValueCard, groups: Collection[FieldGroup]) -> Iterator[_Sentence]:
    yield from _told(card, groups, CardField.WHO, "value-card-minute-who", "value-card-minute-who-unknown")
    yield from _told(card, groups, CardField.SITUATION, "value-card-minute-situation", rank=3)
    yield from _told(card, groups, CardField.CHANGE, "value-card-minute-change", "value-card-minute-change-unknown")
    yield from _told(card, groups, CardField.TODAY, "value-card-minute-today", "value-card-minute-today-unknown")
    yield from _told(card, groups, CardField.COST, "value-card-minute-cost", rank=1)


def _evidence(card: ValueCard, groups: Collection[FieldGroup]) -> Iterator[_Sentence]:
    if FieldGroup.EVIDENCE not in groups:
        return
    kind = kind_of(card)
    if kind is None:
        yield _Sentence("value-card-minute-evidence-unknown")
        return
    yield from _told(card, groups, CardField.EVIDENCE, "value-card-minute-evidence")
    yield _Sentence(f"value-card-minute-kind-{kind}")
    yield from _told(card, groups, CardField.HOLDER, "value-card-minute-holder", rank=4)


def _feature(card: ValueCard, groups: Collection[FieldGroup]) -> Iterator[_Sentence]:
    yield from _told(card, groups, CardField.SUBJECT, "value-card-minute-subject")
    yield from _told(card, groups, CardField.FUNCTION, "value-card-minute-function", rank=1)


def _advantage(card: ValueCard, groups: Collection[FieldGroup]) -> Iterator[_Sentence]:
    """What sets it apart; where nobody said that, what it is for in the end."""
    rivals = list(_told(card, groups, CardField.RIVALS, "value-card-minute-rivals", rank=2))
    yield from rivals
    rungs = rungs_of(card) if FieldGroup.VALUE in groups else ()
    if not rivals and len(rungs) > 1:
        yield _Sentence("value-card-minute-purpose", rungs[-1], 2)


def _told(
    card: ValueCard, groups: Collection[FieldGroup], name: CardField, key: str, unknown: str = "", rank: int = 0
) -> Iterator[_Sentence]:
    if GROUP_OF[name] not in groups:
        return
    if words := _words(card, name):
        yield _Sentence(key, words, rank)
    elif unknown:
        yield _Sentence(unknown)


def _words(card: ValueCard, name: CardField) -> str:
    """What was said of it; "" where that is nothing, or not in a customer's terms yet. Of whom it is for the first
    line: below it stands what was said before somebody asked about it."""
    entry = card.entry(name)
    if not entry.is_said or is_nothing(entry.words) or is_not_yet(name, entry):
        return ""
    lines = [line for line in entry.words.splitlines() if said(line)]
    return lines[0] if name is CardField.WHO and lines else entry.words


def rungs_of(card: ValueCard) -> tuple[str, ...]:
    """What it does, and what that is for, from the lowest rung upward."""
    entry = card.entry(CardField.LADDER)
    return tuple(line.strip() for line in entry.words.splitlines() if line.strip()) if entry.is_said else ()


def _say(say: Say, key: str, words: str) -> str:
    if not words:
        return say(Message(key))
    words, rest = _parted(words, say)
    told, end = _fitting(key, words)
    if end == Ending.FOREIGN and say(Message("sheet-language")) == "en":
        told = capitalised(told) if key in _ANSWERS else within_sentence(told)
    sentence = say(Message(key, {"words": told, "end": end}))
    return sentence if key == _LINE_WHO else f"{sentence}{rest}"


def _fitting(key: str, words: str) -> tuple[str, str]:
    """The words as they stand in the sentence of that key, and which of its forms they fit into."""
    words = without_talk(words) if key in _NAMING else words
    told, end = spoken(_read_aloud(words) if key == _CHANGE else words)
    if key == _CHANGE and end is Ending.NOUN and _is_state(told):
        return told, Ending.STATE
    if key == _CHANGE and end is Ending.PLAIN and told.endswith(("た", "だ")):
        return told, _DONE
    if key == _TODAY and end is Ending.POLITE and told.startswith(_NOW):
        return told, _SAYS_NOW
    if key in _WHO and end in (Ending.OPEN, Ending.TOWARD):
        return _without_particle(told, end)
    # By its name it is called, however that ends: 目立て.
    return told, Ending.NOUN if key == _SUBJECT and end is Ending.OPEN and not is_cut(told) else end


def _parted(words: str, say: Say) -> tuple[str, str]:
    """What stands in our sentence, and what follows it as it was said. What is quoted stays one quotation."""
    if say(Message("sheet-language")) != "ja" or is_cut(words):
        return words, ""
    first, rest = first_sentence(words)
    is_quoted = not first or ending_of(first) in (Ending.OPEN, Ending.FOREIGN)
    return (words, "") if is_quoted else (first, rest)


def _read_aloud(words: str) -> str:
    """An arrow between two states is から to whoever hears it."""
    change = read_change(words)
    is_spoken = is_japanese(words) and change is not None and change.is_whole and len(_ARROW.findall(words)) == 1
    return _TO_STATE.sub(r"\1に", _ARROW.sub("から", words)) if is_spoken else words


def _is_state(words: str) -> bool:
    """Do they end with the state that is reached: 月に5日から1日, 半分?"""
    change = read_change(words)
    if change is None:
        return False
    after = change.after.words if change.after and change.before else ""
    return bool(after and words.endswith(after)) or (change.factor is not None and words.endswith(("半分", "倍")))


def _without_particle(words: str, end: Ending) -> tuple[str, Ending]:
    """Of 総務の人に it is 総務の人 who is helped."""
    before = words.rstrip("にへが") if words.endswith(("に", "へ", "が")) else words
    return (before, Ending.NOUN) if before != words and ending_of(before) is Ending.NOUN else (words, end)


def _joined(parts: Sequence[str], say: Say) -> str:
    return say(Message("value-card-joint")).join(parts)
