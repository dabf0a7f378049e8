"""Who a Japanese sentence speaks of: somebody to whom something happens, a market, or the speaker's own firm.

The particle decides. Somebody is a beneficiary as the subject or the topic (が, は, も, でも), as the place where it
happens (では), as the owner of what changes (の), or as whoever told it (から … と言われた). Behind 「向け」, in
「お客様のニーズ」 and as the receiver of an offer (に納入, へ出荷) a customer is a market and nobody in particular.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bot.core.coaching.listening.lexicon import JapaneseWords
from bot.core.coaching.listening.naming import ALL_OF, ALONE, Naming
from bot.core.coaching.listening.utterance import Phrase, Utterance

_SUBJECT = re.compile(r"(?:など|だけ)?(?:が|は|も|でも|なら|って|ですら|さえ|の(?:方|ほう)が)|だけで")
_PLACE = re.compile(r"(?:など)?(?:では|でも|で|には|にも|にとって|としては|からは)")
_LISTED = ("と", "や", "も", "・", "および", "とか")


class Standing(Enum):
    """What somebody is in the sentence."""

    SUBJECT = auto()
    PLACE = auto()
    OWNER = auto()
    TELLER = auto()
    MARKET = auto()


@dataclass(frozen=True, slots=True)
class Somebody:
    """A phrase for a person or a body of people. `is_generic`: customers in general."""

    phrase: Phrase
    standing: Standing
    is_generic: bool

    @property
    def is_beneficiary(self) -> bool:
        return self.standing is not Standing.MARKET


class People:
    """Finds people by the lists of ja.yaml."""

    def __init__(self, words: JapaneseWords) -> None:
        self._words, self._naming = words, Naming(words)

    def found(self, said: Utterance) -> list[Somebody]:
        """Everybody the sentence speaks of, the speaker's own people left out."""
        found = [one for phrase in said.phrases if (one := self._somebody(said, phrase))]
        return [one for one in found if not self._is_employed(said, one)]

    def _is_employed(self, said: Utterance, one: Somebody) -> bool:
        """「当社では社員の2割が」: where the speaker's firm is the topic, they are its own; 「病院の職員」 are not."""
        before = said.words[one.phrase.first - 1].surface if one.phrase.first else ""
        whole, following = said.surface(one.phrase), said.next_phrase(one.phrase)
        if one.standing is Standing.OWNER and following and said.surface(following) in self._words.wages:
            first = said.words[one.phrase.first].surface
            is_bare = before not in ("の", "た", "る") and whole in self._words.workplaces
            return is_bare or first in self._words.employees
        if before in ("", ",") and said.surface(one.phrase) in self._words.workplaces and _MENDED.search(said.text):
            return True
        if one.standing is Standing.SUBJECT and _ENROLLED.match(said.text, one.phrase.end):
            return True
        is_verbal = one.phrase.first > 0 and said.words[one.phrase.first - 1].grammar[0] in ("動詞", "助動詞")
        if before != "の" and not is_verbal and whole.endswith(tuple(self._words.own_if_bare)):
            return True
        is_staff = whole in self._words.employees and before not in ("の", "た", "る")
        return is_staff and any(
            self._is_own(said, phrase) and re.match(r"は|では|でも|も|として", phrase.link) for phrase in said.phrases
        )

    def own_subject(self, said: Utterance) -> Phrase | None:
        """The speaker's own firm as the subject or the topic: 当社は, うちが, うちの米は, うちで."""
        for phrase in said.phrases:
            if self._is_own(said, phrase) and re.match(r"は|が|も|では|で|って|なら|,|として|の", phrase.link):
                following = said.next_phrase(phrase) if phrase.link.startswith("の") else None
                if following is None and not phrase.link.startswith("の"):
                    return phrase
                is_theirs = following is not None and (_SUBJECT.match(following.link) or following.link[:1] == "を")
                if following and is_theirs and self._naming.kind(said, following) in (None, "own"):
                    return Phrase(phrase.first, following.last, phrase.begin, following.end, following.link)
        return None

    def own_people(self, said: Utterance) -> Phrase | None:
        """The speaker's own people, with whose they are: 「うちの若い衆」."""
        for phrase in said.phrases:
            kind = self._naming.kind(said, phrase)
            standing = self._standing(said, phrase) if kind == "somebody" else None
            is_employed = standing is not None and self._is_employed(said, Somebody(phrase, standing, False))
            is_firm = said.surface(phrase) in self._words.own
            if is_employed or (kind == "own" and not is_firm):
                before = [one for one in said.phrases if one.end + 1 == phrase.begin and one.link == "の"]
                begin = before[0].begin if before and self._is_own(said, before[0]) else phrase.begin
                return Phrase(phrase.first, phrase.last, begin, phrase.end, phrase.link)
        return None

    def is_own_topic(self, said: Utterance) -> bool:
        """The speaker's firm or its people are who the sentence is about: 当社は, うちの職人が, 弊社エンジニアは."""
        for phrase in said.phrases:
            if not self._is_own(said, phrase):
                continue
            if re.match(r"は|が|も|では|で(?![もき])|,", phrase.link):
                return True
            following = said.next_phrase(phrase)
            is_staff = following is not None and self._naming.kind(said, following) == "own"
            if following and phrase.link.startswith("の") and (is_staff or following.link[:1] in ("は", "が", "も")):
                return True
        return False

    def _is_own(self, said: Utterance, phrase: Phrase) -> bool:
        first = said.words[phrase.first].surface
        if not self._naming.is_firm(said, phrase):
            return False
        before = said.words[phrase.first - 1] if phrase.first else None
        return first not in ("うち", "私") or before is None or before.surface not in ("の", "た", "る", "い")

    def _somebody(self, said: Utterance, phrase: Phrase) -> Somebody | None:
        kind = self._naming.kind(said, phrase)
        if kind not in ("somebody", "generic"):
            return None
        standing = self._standing(said, phrase)
        return Somebody(phrase, standing, kind == "generic") if standing else None

    def _standing(self, said: Utterance, phrase: Phrase) -> Standing | None:
        link = phrase.link
        following = said.next_phrase(phrase)
        if said.text.startswith("にとって", phrase.end) or said.text.startswith("いわく", phrase.end):
            return Standing.PLACE
        if self._is_quoted(said, phrase):
            return Standing.TELLER
        if self._is_sold_to(said, phrase):
            return Standing.MARKET
        if link.startswith("まで") and _REACHES.match(said.text, phrase.end):
            return Standing.PLACE
        if following and link in _LISTED and following.first - phrase.last <= 2 and self._naming.kind(said, following):
            return self._standing(said, following)
        if _SUBJECT.match(link) or (link[:1] == "," and not self._is_list(said, phrase)):
            return Standing.SUBJECT
        if _PLACE.match(link):
            is_alone = said.words[phrase.last].surface in ALONE and phrase.first < phrase.last
            return Standing.SUBJECT if is_alone else Standing.PLACE
        if link.startswith("の"):
            return self._owner(said, phrase, following)
        if link.startswith("に") and self._is_told_by_thing(said, phrase, following):
            return Standing.PLACE
        if link.startswith("に") and self._did_it(said, phrase):
            return Standing.PLACE
        if link.startswith(("から", "に", "と", "より")):
            rest = said.text[phrase.end :]
            return Standing.TELLER if any(word in rest for word in self._words.told) else Standing.MARKET
        return Standing.MARKET

    def _is_quoted(self, said: Utterance, phrase: Phrase) -> bool:
        """「…が減ったと、美容室の店長さん。」「…と船頭さんが言うてました」: a report ends with who tells it."""
        if not _TELLS.fullmatch(said.text, phrase.end):
            return False
        place = phrase.first - 1
        while place > 0 and phrase.first - place <= 8:
            word, before = said.words[place], said.words[place - 1]
            before = next((one for one in reversed(said.words[:place]) if one.surface not in _BETWEEN), before)
            is_ended = before.is_verb or before.grammar[0] in ("助動詞", "形容詞", "形状詞")
            if word.surface in ("と", "って") and word.grammar[0] == "助詞" and is_ended:
                return True
            if word.grammar[0] == "助動詞" or word.surface in ("を", "が", "は"):
                return False
            place -= 1
        return False

    def _is_told_by_thing(self, said: Utterance, phrase: Phrase, following: Phrase | None) -> bool:
        """「親方に知らせが届きます」: somebody gets to know; the speaker's parcels are no news."""
        if following is None or said.words[phrase.last].surface in self._words.employees:
            return False
        comes = said.words[following.last].surface in self._words.news | self._words.gains
        return comes and following.link[:1] in ("が", "も") and _ARRIVES.match(said.text, following.end) is not None

    def _did_it(self, said: Utterance, phrase: Phrase) -> bool:
        """「糖尿病の方に半年続けていただき」: with て and もらう, に marks who does it; who measures is left out."""
        asked = _ASKED.match(said.text, phrase.end)
        if asked is None or self._naming.kind(said, phrase) != "somebody":
            return False
        others = self._words.witnesses | self._words.sales_deeds
        return others.isdisjoint(said.forms_between(phrase.end, asked.end()))

    def _is_sold_to(self, said: Utterance, phrase: Phrase) -> bool:
        """「大手メーカーでも採用され」「導入企業は増えました」: the offer is what happens to them."""
        words = said.words[phrase.last + 1 : phrase.last + 6]
        deed = next((word for word in words if word.is_nominal or word.is_verb), None)
        is_taken = deed is not None and not self._words.sales_deeds.isdisjoint({deed.form, deed.surface})
        between = said.text[phrase.end : deed.begin] if deed else ""
        grown = said.text.find("増え", phrase.end)
        has_other = any(phrase.end < one.begin < grown and _SUBJECT.match(one.link) for one in said.phrases)
        is_since = deed and said.text[deed.end :].startswith(("前", "後", "以来", "から"))
        is_taken = is_taken and not phrase.link.startswith("が") and not is_since
        return bool(is_taken and "," not in between) or (_grows_itself(said, phrase) and not has_other)

    def _owner(self, said: Utterance, phrase: Phrase, following: Phrase | None) -> Standing | None:
        if following is None or following.first != phrase.last + 2:
            return Standing.OWNER if phrase.link == "の" else Standing.MARKET
        things = {word.surface for word in said.words[following.first : following.last + 1]}
        if things & self._words.sales_things or said.surface(following) in self._words.sales_things:
            return Standing.MARKET
        # The head says who it is: 「家電メーカーの検査担当の方」 is one person.
        return None if self._naming.kind(said, following) in ("somebody", "generic") else Standing.OWNER

    def _is_list(self, said: Utterance, phrase: Phrase) -> bool:
        """「自動車、家電、文具など」: nouns and commas alone."""
        following = said.next_phrase(phrase)
        return bool(
            following and following.first == phrase.last + 2 and following.link.startswith((",", "など", "と", "や"))
        )

    def markets(self, said: Utterance) -> Iterator[Phrase]:
        """Phrases for a market, those that name nobody included."""
        for phrase in said.phrases:
            kind = self._naming.kind(said, phrase)
            if said.surface(phrase) in ALL_OF:
                continue
            if kind == "market" or (
                kind in ("somebody", "generic") and self._standing(said, phrase) is Standing.MARKET
            ):
                yield phrase


_TELLS = re.compile(
    r"(?:(?:から|より|の弁|の言葉|談|の談|いわく)?[.!]*"
    r"|(?:が|は|も|に|から)[^.]{0,8}(?:言|話|喜|笑|泣|驚|聞|伺|教え|おっしゃ|仰|ほめ|褒|頭を下げ)[^.]{0,14}[.!]*)"
)
_BETWEEN = frozenset({",", "「", "」", "『", "』", ".", "!", "?", "...", "よ", "ね", "わ", "さ", "の"})
"""What may stand between the end of what was told and 「と」."""
_ASKED = re.compile(r"に(?:は|も)?[^,.]{1,24}?[てで](?:いただ|頂|もら|貰)[いうきくっ]")
_ARRIVES = re.compile(r"(?:が|も)[^,.]{0,6}(?:届|伝わ|鳴|入|来|行|出|飛|戻|生まれ|でき)")
_REACHES = re.compile(r"まで(?:も|は)?[^,.]{0,6}(?:届[いきく]|伝わ|行き渡|行きわた|回[っりる])")
_ENROLLED = re.compile(
    r"(?:が|は|も)[^,.]{0,3}[0-9一二三四五六七八九十百]+[人名](?!で|が).{0,12}(?:在籍|所属|常駐|在住|おり|い(?:ます|る)|$|,)"
)
"""「一級建築士が5名在籍」: whom a firm has."""
_MENDED = re.compile(
    r"(?:見直|更新|入れ(?:替|換)え|改修|改造|新調|内製)[^,.]{0,4}(?:して|たら|た(?:ところ|結果|ので)|てから)"
)


def _grows_itself(said: Utterance, phrase: Phrase) -> bool:
    """「お客様が増えました」: of whom there are more, nothing is said."""
    return _SUBJECT.match(phrase.link) is not None and "増え" in said.text[phrase.end :]
