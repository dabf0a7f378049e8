"""A sentence taken apart: its words, its noun phrases with the particles that follow, its amounts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.coaching.listening.minutes import counted_in_minutes
from bot.core.coaching.listening.pasts import pasts
from bot.core.coaching.listening.ports import SpeechAnalyser, SpokenWord
from bot.core.japanese import NormalisedText, normalise_with_spans

_EACH = re.compile(r"([一1][^\W\d]),?\1")
"""「一枚一枚」: one by one, and no amount."""
_ORDINAL = re.compile(
    r".?(?:一|ひと)つ|第[0-9一二三四五六七八九十]|.?[一1]番(?!手|目)|.?[0-9一二三四五六七八九十]+(?:代目|番目)"
)
_ABOUT = ("±", "-", "約", "+", "マイナス", "プラス")
_LONGEST_SAID = 4_000
"""Characters of an answer that are looked at: nobody says more in one breath."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of nouns: words `first` to `last` of the utterance, and the particles behind it, joined."""

    first: int
    last: int
    begin: int
    end: int
    link: str


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts; a bare number has its last digit for a unit."""

    begin: int
    end: int
    unit: str


class Utterance:
    """What somebody said. Offsets are those of `text`, which is normalised; `quote` leads back to what was typed."""

    def __init__(self, said: str, analyser: SpeechAnalyser) -> None:
        self.said = said[:_LONGEST_SAID]
        self._normalised: NormalisedText = normalise_with_spans(self.said.strip())
        self._left = len(self.said) - len(self.said.lstrip())
        self.text = self._normalised.text
        self.words: Sequence[SpokenWord] = counted_in_minutes(analyser.spoken_words(self.text))

    def quote(self, begin: int, end: int) -> str:
        """What was typed there, without white space around it."""
        spans = self._normalised.spans
        if begin >= end or begin >= len(spans):
            return ""
        last = spans[min(end, len(spans)) - 1][1]
        return self.said[self._left + spans[begin][0] : self._left + last].strip()

    @cached_property
    def pasts(self) -> tuple[tuple[int, int], ...]:
        """Where it is said what somebody was doing until now."""
        return tuple(pasts(self.words))

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """The noun phrases in order; の joins two and is not inside one."""
        found: list[Phrase] = []
        place = 0
        while place < len(self.words):
            if not self.words[place].is_nominal:
                place += 1
                continue
            # 「粗さ」: an ending that makes a noun belongs to what is before it.
            first = place - 1 if place and self.words[place].grammar[0] == "接尾辞" else place
            if first and first < place and self.words[first].grammar[0] == "接尾辞":
                first -= 1
            while place + 1 < len(self.words) and self._goes_on(place):
                place += 1
            found.append(self._phrase(first, place))
            place += 1
        return tuple(found)

    def _goes_on(self, place: int) -> bool:
        return self.words[place + 1].is_nominal

    def _phrase(self, first: int, last: int) -> Phrase:
        link = ""
        for word in self.words[last + 1 : last + 5]:
            if not word.joins and not (word.surface == "," and not link):
                break
            link += word.surface
        return Phrase(first, last, self.words[first].begin, self.words[last].end, link)

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Numbers with their units; 半日 and ゼロ are numbers as well, 一つ一つ is none."""
        found: list[Amount] = []
        place = 0
        while place < len(self.words):
            last = self._number_end(place)
            if last is None:
                place += 1
                continue
            share = _SHARE.match(self.text, self.words[place].begin)
            if share is not None:
                found.append(Amount(*share.span(), "分の"))
                place = next((at for at, word in enumerate(self.words) if word.begin >= share.end()), len(self.words))
                continue
            unit = self._unit_after(last)
            end = self.words[unit].end if unit is not None else self.words[last].end
            signed = _SIGNED_UNIT.match(self.text, end)
            end = signed.end() if signed else end
            begin = self.words[place].begin
            before = self.words[place - 1] if place else None
            if before and (
                before.surface in _ABOUT
                or (before.end == begin and before.surface.isascii() and before.surface.isalnum())
            ):
                begin = before.begin
            is_each = any(each.start() <= begin < each.end() for each in _EACH.finditer(self.text))
            is_date = _YEAR.search(self.text[: self.words[place].begin]) or _CALENDAR.fullmatch(self.text[begin:end])
            if not is_each and not is_date and not _ORDINAL.match(self.text[max(0, begin - 1) : end + 4]):
                found.append(Amount(begin, end, self.text[end - 1] if unit is None else self.words[unit].surface))
            place = max(last, unit or 0) + 1
        return tuple(found)

    def _number_end(self, place: int) -> int | None:
        if _NUMBER_WORD.fullmatch(self.words[place].surface) or self._is_ten_minutes(place):
            return place
        last = None
        for at in range(place, len(self.words)):
            if self.words[at].is_number or (last is not None and self._is_inside_number(at)):
                last = at
            else:
                break
        return last

    def _is_ten_minutes(self, place: int) -> bool:
        """「半日から十分に」: an amount, though the dictionary reads 「enough」."""
        if self.words[place].surface != "十分" or place < 2 or self.words[place - 1].surface not in ("から", "を"):
            return False
        if self.words[place - 1].surface == "を" and not self.text.startswith("で", self.words[place].end):
            return False
        return self.words[place - 2].is_number or self.words[place - 2].is_nominal

    def _is_inside_number(self, at: int) -> bool:
        return self.words[at].surface in {",", ".", "・"} and at + 1 < len(self.words) and self.words[at + 1].is_number

    def _unit_after(self, last: int) -> int | None:
        is_whole = _NUMBER_WORD.fullmatch(self.words[last].surface) or self.words[last].surface == "十分"
        if last + 1 >= len(self.words) or is_whole:
            return None
        following = self.words[last + 1]
        is_unit = following.is_nominal or following.surface in _MARKS_OF_UNITS
        more = self.words[last + 2] if last + 2 < len(self.words) else None
        if following.surface in _PARTS_OF_UNITS and more is not None and more.surface in _MORE_UNITS:
            return last + 2
        return last + 1 if is_unit and following.begin == self.words[last].end else None

    def forms_between(self, begin: int, end: int) -> Iterable[str]:
        """Normalised and dictionary forms of the words there."""
        for word in self.words:
            if begin <= word.begin < end:
                yield word.form
                yield word.lemma

    def next_phrase(self, phrase: Phrase) -> Phrase | None:
        """The noun phrase that follows."""
        return next((one for one in self.phrases if one.first > phrase.last), None)

    def surface(self, phrase: Phrase) -> str:
        """Its text, normalised."""
        return self.text[phrase.begin : phrase.end]


_SIGNED_UNIT = re.compile(r"[μµωΩ][a-zA-Z]{0,3}")
"""「5μA」: a unit that a dictionary splits."""
_SHARE = re.compile(
    r"[0-9一二三四五六七八九十百千万]+分の[0-9一二三四五六七八九]+(?:ミリ|ミクロン|センチ|メートル|グラム|インチ|秒|%)?"
)
_YEAR = re.compile(r"(?:明治|大正|昭和|平成|令和)$")
_CALENDAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}年")
"""A year of the calendar is no amount."""
_NUMBER_WORD = re.compile(r"ゼロ|半日|丸一日|半分|半年|半月|[一二三四五六七八九十]+[回度日年月週台個枚本件頭人つ社名]")
"""Numbers that Sudachi takes as one word."""
_PARTS_OF_UNITS = frozenset({"ミリ", "マイクロ", "ナノ", "キロ", "メガ", "センチ"})
_MORE_UNITS = frozenset({"秒", "メートル", "グラム", "リットル", "ワット", "ボルト", "アンペア", "パスカル"})
"""「20ミリ秒」 is one unit in two words."""
_MARKS_OF_UNITS = frozenset({"%", "℃", "°", "$", "mm", "cm", "kg"})
