"""Whom a Japanese noun phrase names: somebody, customers in general, a market, the speaker's own people, or a thing."""

from __future__ import annotations

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.utterance import Phrase, Utterance

_HONORIFICS = ("さん", "様", "さま", "氏", "ちゃん", "殿", "くん", "君", "達", "たち", "ら", "方", "がた", "等", "など")
_RESPECT = frozenset(_HONORIFICS[:8])
ALL_OF = frozenset({"皆様", "皆さん", "皆さま", "みなさん", "みなさま", "皆", "みんな"})
_POLITE = ("ご", "御", "お")
ALONE = ("一人", "二人", "ひとり", "ふたり", "だけ", "自身", "本人")
"""Behind somebody these say how many: 「おばあさん一人」."""
_SHORT_BODIES = frozenset("課部科室局園館蔵塾店組班宅家子親")
_NOT_ENDING = frozenset({"部品", "係数", "関係", "人工", "加工", "施工", "着工"})


class Naming:
    """Reads the words of one phrase, by the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords) -> None:
        self._words = words

    def kind(self, said: Utterance, phrase: Phrase) -> str | None:
        """somebody, generic, market, own; None for a thing."""
        words = [said.words[place] for place in range(phrase.first, phrase.last + 1)]
        surfaces = [word.surface for word in words]
        if surfaces[-1] in self._words.segment_words and len(surfaces) > 1:
            return "market"
        while len(surfaces) > 1 and surfaces[-1] in ALONE:
            surfaces.pop()
        if len(surfaces) > 2 and surfaces[-1] in ("人", "名") and words[-2].is_number:
            surfaces = surfaces[:-2]
        respected = False
        while len(surfaces) > 1 and surfaces[-1] in _HONORIFICS:
            respected = respected or surfaces[-1] in _RESPECT
            surfaces.pop()
        if surfaces[-1].endswith(("たち", "達")) and len(surfaces[-1]) > 2:
            surfaces[-1] = surfaces[-1].removesuffix("たち").removesuffix("達")
        if surfaces[0] in _POLITE and len(surfaces) > 1:
            surfaces = surfaces[1:]
        head, whole = surfaces[-1], "".join(surfaces)
        if whole in ALL_OF and self._is_all_of_somebody(said, phrase):
            return "somebody"
        if {head, whole} & (self._words.everybody | self._words.rivals):
            return None
        if self._is_own_people(said, phrase, surfaces):
            return "own"
        full = said.surface(phrase)
        if {head, whole, full} & self._words.generic and len(surfaces) <= 1 + (head == "様"):
            return "somebody" if self._is_told_apart(said, phrase) else "generic"
        if not respected and not self._is_people(said, phrase, head, whole):
            return "somebody" if self._does_what_people_do(said, phrase) else None
        before = said.words[phrase.first - 1] if phrase.first else None
        is_any = before is not None and before.grammar[0] == "連体詞" and before.surface in self._words.broad
        return "generic" if is_any else "somebody"

    def _does_what_people_do(self, said: Utterance, phrase: Phrase) -> bool:
        """「講中が眠る」: only people sleep or go home, whatever they are called."""
        last = said.words[phrase.last]
        if phrase.link != "が" or "副詞可能" in last.grammar or last.is_number or last.grammar[0] == "代名詞":
            return False
        if any(phrase.begin <= one.begin < phrase.end for one in said.amounts):
            return False
        for word in said.words[phrase.last + 2 :]:
            if word.grammar[0] == "助詞" and word.surface in ("が", "は", "も"):
                return False
            if word.is_verb:
                deeds = self._words.human_abilities if word.is_ability else self._words.human_deeds
                return word.form in deeds
        return False

    def _is_own_people(self, said: Utterance, phrase: Phrase, surfaces: list[str]) -> bool:
        if self.is_firm(said, phrase):
            return True
        if not self._is_people(said, phrase, surfaces[-1], "".join(surfaces)) or surfaces[-1] in self._words.generic:
            return False
        return surfaces[0] in self._words.own_staff or self._is_owned(said, phrase)

    def _is_all_of_somebody(self, said: Utterance, phrase: Phrase) -> bool:
        """「商店街の皆様」 are particular people, 「地域の皆様」 are not."""
        owner = next((one for one in said.phrases if one.end + 1 == phrase.begin and one.link == "の"), None)
        return owner is not None and self.kind(said, owner) == "somebody"

    def is_firm(self, said: Utterance, phrase: Phrase) -> bool:
        """The phrase begins with the speaker's own firm: 「当社」, and 「当」 before any noun."""
        first = said.words[phrase.first]
        is_this = first.surface == "弊" or (first.surface == "当" and first.grammar[0] == "接頭辞")
        return (is_this and phrase.first < phrase.last) or first.surface in self._words.own

    def _is_owned(self, said: Utterance, phrase: Phrase) -> bool:
        """「うちの工場の職人」 is ours; 「うちのお客さんの検査員」 is not."""
        place = phrase.first
        while place >= 2 and said.words[place - 1].surface in ("の", "な"):
            place -= 2
            owner = said.words[place].surface
            if owner in self._words.own | self._words.own_staff:
                return True
            if owner in self._words.generic or owner in _HONORIFICS:
                return False
        return False

    def _is_told_apart(self, said: Utterance, phrase: Phrase) -> bool:
        """「修理を頼むお客様」 are particular ones, 「多くのお客様」 are not."""
        if said.text[phrase.end : phrase.end + 3].lstrip("がはも,").startswith("「") and not phrase.first:
            return True
        if not phrase.first or set(self._words.broad) & {said.words[phrase.first].surface}:
            return False
        before = said.words[phrase.first - 1]
        if before.surface in ("の", "な"):
            start = max(0, phrase.first - 4)
            return not any(word.surface in self._words.broad for word in said.words[start : phrase.first])
        return before.grammar[0] in ("動詞", "助動詞", "形容詞") and "連体形" in before.grammar[5]

    def _is_people(self, said: Utterance, phrase: Phrase, head: str, whole: str) -> bool:
        if head == "人" and phrase.first < phrase.last:
            return said.words[phrase.last - 1].is_number and phrase.link[:1] in ("が", "は", "も")
        if head in ("方", "人", "たち") or whole in ("者", "係"):
            before = said.words[phrase.first - 1].surface if phrase.first else ""
            return phrase.first == phrase.last and bool(before) and before != ","
        exact = {whole} & (self._words.people | self._words.bodies)
        if said.words[phrase.last].grammar[2:3] == ("地名",) or (not exact and self._is_thing(whole)):
            return False
        if head in self._words.people or whole in self._words.people or head in self._words.bodies:
            before = said.words[phrase.first - 1].surface if phrase.first else "."
            told_apart = before not in (",", ".") or phrase.link[:1] in ("が", "は", "も")
            return head not in _SHORT_BODIES or len(whole) > len(head) or (head in "子親" and told_apart)
        if head in self._words.not_people and len(whole) == len(head):
            return False
        ends = tuple(self._words.people_endings | self._words.body_endings)
        is_name = said.words[phrase.last].grammar[1:3] in (("固有名詞", "組織名"),)
        is_counted = phrase.last > phrase.first and said.words[phrase.last - 1].is_number
        return is_name or (not is_counted and head not in _NOT_ENDING and whole.endswith(ends) and len(whole) > 1)

    def _is_thing(self, whole: str) -> bool:
        """「因果関係」 is no 係, 「先端部」 no 営業部."""
        things = (word for word in self._words.not_people if len(word) > 1)
        return whole in self._words.not_people or whole.endswith(tuple(things))
