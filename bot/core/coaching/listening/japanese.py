"""Reading a Japanese sentence, and weighing whether it says a customer's value.

The weighing. A sentence says value where somebody who is not the speaker's firm stands as subject, topic, place, owner
or teller (`people.py`) AND something happens to them (`changes.py`): they need not do something any more, something
becomes less or more by itself, they can do something, or a before stands beside an after. Then it asks nothing, even
where no number, no evidence and no cost is said, and where the speaker's firm is named as well. Else it is
specification talk.

- Customers in general (お客様) need a relief, a comparison, or a change of something that is somebody's trouble.
- What the product does (短縮する, 高める) counts with a comparison only; 「負担を軽減します」 is a promise.
- With nobody named, a relief still tells of a person (夜中に起きなくて済む), and so do a labour set beside what it was
  (残業が月40時間から10時間に減った) and a way until now (検品にかかっていた2時間が30分になった), unless the speaker's
  own firm is who it is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.coaching.listening.changes import Change, ChangeKind, Changes
from bot.core.coaching.listening.comparing import Comparisons
from bot.core.coaching.listening.counting import numbers_of
from bot.core.coaching.listening.doings import Doings
from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.people import People, Somebody, Standing
from bot.core.coaching.listening.ports import SpeechAnalyser
from bot.core.coaching.listening.praising import praise_of
from bot.core.coaching.listening.quoting import (
    HOLLOW,
    clean,
    core_of,
    from_the_verb,
    owned_from,
    start_of,
    to_the_end,
)
from bot.core.coaching.listening.reading import CoreKind, Reading
from bot.core.coaching.listening.utterance import Phrase, Utterance


class JapaneseReader:
    """Reads Japanese."""

    def __init__(self, words: JapaneseWords, analyser: SpeechAnalyser) -> None:
        self._words, self._analyser = words, analyser
        self._people, self._comparisons = People(words), Comparisons(words)
        self._changes, self._doings = Changes(words, self._comparisons), Doings(words)

    def read(self, text: str, *, trade: str = "") -> Reading:
        """What the text says."""
        said = Utterance(text, self._analyser)
        people = self._people.found(said)
        changes = self._changes.found(said)
        compared = self._comparisons.found(said)
        markets = tuple(self._people.markets(said))
        core = core_of(said, self._words, (*(one.phrase for one in people), *markets))
        words, others = self._trade_words(said, trade)
        return Reading(
            core=clean(said.quote(core.begin, core.end)) if core else start_of(said),
            core_kind=self._core_kind(said, core),
            is_value=self._is_value(said, people, changes, compared),
            is_fragment=not any(_is_predicate(word.grammar, word.form) for word in said.words),
            beneficiaries=tuple(said.quote(one.phrase.begin, one.phrase.end) for one in people if one.is_beneficiary),
            everybody=self._everybody(said, people),
            markets=tuple(said.quote(owned_from(said, one), one.end) for one in markets),
            own_subject=self._own(said),
            own_people=self._own_people(said),
            numbers=tuple(numbers_of(said)),
            praise=tuple(praise_of(said, self._words)),
            change=self._change(said, changes, compared),
            comparison=self._compared(said, compared),
            cost=self._held(said, self._words.costs),
            evidence=self._held(said, self._words.evidence),
            trade_words=words,
            has_other_words=others,
        )

    def _is_value(
        self, said: Utterance, people: Sequence[Somebody], changes: Sequence[Change], compared: tuple[int, int] | None
    ) -> bool:
        """The weighing of the module's docstring."""
        if any(self._gains(said, one, changes, compared) for one in people if one.is_beneficiary):
            return True
        if self._people.is_own_topic(said):
            return False
        kinds = {one.kind for one in changes}
        is_offered = ChangeKind.OFFERED in kinds
        is_set_beside = self._comparisons.pair(said) is not None and not is_offered
        was_otherwise = self._comparisons.was_otherwise(said) and not is_offered and bool(kinds)
        return ChangeKind.RELIEF in kinds or was_otherwise or (is_set_beside and self._is_labour(said))

    def _gains(
        self, said: Utterance, one: Somebody, changes: Sequence[Change], compared: tuple[int, int] | None
    ) -> bool:
        """Does something happen to this one?"""
        told = one.standing is Standing.TELLER
        after = [change for change in changes if told or change.begin >= one.phrase.begin]
        kinds = {change.kind for change in after}
        if ChangeKind.RELIEF in kinds or self._doings.is_told_gratefully(said, one):
            return True
        if self._doings.only_made_it(said, one) and not self._is_trouble(said) and not self._doings.is_measured(said):
            return False
        is_compared = compared is not None and (told or compared[1] > one.phrase.end or not one.is_generic)
        if one.is_generic:
            happens = ChangeKind.EVENT in kinds and self._is_trouble(said)
            is_paired = self._comparisons.pair(said) is not None
            return (
                happens
                or (is_compared and bool(kinds - {ChangeKind.OFFERED}))
                or (is_paired and (bool(kinds) or self._comparisons.was_otherwise(said) or self._is_trouble(said)))
            )
        if ChangeKind.EVENT in kinds or self._doings.did_otherwise(said, one) or self._doings.is_spared(said, one):
            return True
        if ChangeKind.ABLE in kinds and one.standing in (Standing.SUBJECT, Standing.TELLER):
            return True
        if self._doings.is_adverse(said) and (ChangeKind.ABLE in kinds or self._doings.is_denied(said)):
            return True
        if self._doings.does_without(said, one) or self._doings.has_the_same(said, one):
            return True
        if self._doings.is_for_the_first_time(said, one):
            return True
        return is_compared

    def _is_labour(self, said: Utterance) -> bool:
        return any(word in said.text for word in self._words.labours)

    def _is_trouble(self, said: Utterance) -> bool:
        return any(word in said.text for word in self._words.troubles)

    def _everybody(self, said: Utterance, people: Sequence[Somebody]) -> str:
        """「誰でも」「皆さん」: where nobody else is named."""
        if any(not one.is_generic for one in people):
            return ""
        found = next((word for word in said.words if word.surface in self._words.everybody), None)
        if found is None:
            return ""
        more = next((more for more in ("さん", "様", "でも") if said.text.startswith(more, found.end)), "")
        return said.quote(found.begin, found.end + len(more))

    def _own(self, said: Utterance) -> str:
        found = self._people.own_subject(said)
        return said.quote(found.begin, found.end) if found else ""

    def _own_people(self, said: Utterance) -> str:
        found = self._people.own_people(said)
        return clean(said.quote(found.begin, found.end)) if found else ""

    def _change(self, said: Utterance, changes: Sequence[Change], compared: tuple[int, int] | None) -> str:
        felt = [one for one in changes if one.kind is not ChangeKind.ABLE]
        if not felt:
            return self._compared(said, compared)
        begin, end = from_the_verb(said, felt[0].begin), to_the_end(said, felt[0].end)
        became = _BECAME.match(said.text, end)
        end = became.end() if became else end
        before = [one for one in said.phrases if one.begin < begin and begin - one.end <= 2]
        return clean(said.quote(before[-1].begin if before else begin, end))

    def _compared(self, said: Utterance, compared: tuple[int, int] | None) -> str:
        """With the noun that it is part of: 「2倍」 and not 「倍」."""
        if compared is None:
            return ""
        begin, end = compared
        holder = next((one for one in said.phrases if one.begin <= begin and end <= one.end), None)
        words = clean(said.quote(holder.begin, holder.end) if holder else said.quote(begin, to_the_end(said, end)))
        return next((one.words for one in numbers_of(said) if words and words in one.words), words)

    def _held(self, said: Utterance, words: frozenset[str]) -> str:
        """The first of these words, as it was typed."""
        for word in said.words:
            found = [one for one in words if said.text.startswith(one, word.begin)]
            longest = max(found, key=len, default="")
            if len(longest) > 1 or (longest and longest == word.surface):
                return said.quote(word.begin, word.begin + len(longest))
        return ""

    def _trade_words(self, said: Utterance, trade: str) -> tuple[tuple[str, ...], bool]:
        """Words of the trade, and whether the nouns that remain say anything else."""
        known = self._words.trade_words(trade)
        found, others = [], False
        for phrase in said.phrases:
            surface = said.surface(phrase)
            held = [word for word in known if word in surface and (not word.isascii() or _is_whole(word, surface))]
            if surface in self._words.defects:
                continue
            if held:
                found.append(said.quote(phrase.begin, phrase.end))
            elif not any(said.words[place].is_number for place in range(phrase.first, phrase.last + 1)):
                others = others or (surface not in HOLLOW and surface not in self._words.own)
        return tuple(dict.fromkeys(found)), others

    def _core_kind(self, said: Utterance, core: Phrase | None) -> CoreKind:
        if core is None:
            return CoreKind.THING
        words = [said.words[place].surface for place in range(core.first, core.last + 1)]
        if any(core.begin <= one.begin < core.end for one in said.amounts):
            return CoreKind.NUMBER
        if words[-1] in self._words.equipment or "".join(words).endswith(tuple(self._words.equipment)):
            return CoreKind.EQUIPMENT
        following = [word for word in said.words[core.last + 1 : core.last + 4] if word.grammar[0] != "助詞"]
        can = bool(following) and (following[0].form in ("出来る", "できる") or following[0].surface == "可能")
        return CoreKind.ABILITY if can else CoreKind.THING


_BECAME = re.compile(r"に(?:なりました|なっています|なります|なった|なる)")


def _is_predicate(grammar: tuple[str, ...], form: str) -> bool:
    return grammar[0] in ("動詞", "形容詞") or (grammar[0] == "助動詞" and form in ("です", "ます"))


def _is_whole(word: str, surface: str) -> bool:
    return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", surface) is not None
