"""Reading an English sentence, and weighing whether it says a customer's value.

The weighing is that of `japanese.py` with simpler means: value is said where somebody who is not the speaker's firm is
named AND there is a change that happens to them ("no longer", "instead of", "fewer", "used to … now"). Customers in
general need a comparison beside it, and what the product does ("reduces costs") needs an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.coaching.listening.english_doings import acts, does_what_people_do, is_reported, is_taken
from bot.core.coaching.listening.english_people import any_of, bare_workers, is_agent, is_ours, workers
from bot.core.coaching.listening.english_quoting import before_praise, is_name
from bot.core.coaching.listening.lexicon import EnglishWords
from bot.core.coaching.listening.reading import CoreKind, Number, Praise, Reading

_NUMBER = re.compile(
    r"[±~]?\s?[-+]?(?:[$¥€]\s?)?\d[\d,./]*\d?(?: by \d+)?"
    r"(?:\s?(?!(?:by|to|and|of|in|on|at|for|with|from|or|is|are)\b)"
    r"(?:%(?: (?:[a-z]+er|(?:more|less|fewer) [a-z]+)\b)?|°\s?[CF]?|[µμ]\w|-?[a-zA-Z]+))?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred)"
    r"(?! (?:one|two|three|four|five|six))(?: (?:hundred|thousand|million|billion))*"
    r"(?: (?:percent|times) (?:[a-z]+er|(?:more|less|fewer) [a-z]+)\b"
    r"| (?!(?:on|in|of|at|and|to|by|or)\b)[a-z]+(?!-)\b)"
)
_COUNTED_THINGS = re.compile(r"(?: (?!(?:and|that|in|of|for|with|by|to|per)\b)[a-z-]+){0,2}? [a-z]+s\b")
""" "twelve old shuttle looms"."""
_STOPS = (
    "tailored|made|designed|and|or|but|that|which|who|in|of|for|with|by|to|at|on|from|you|we|is|are|was|were|it|as|than"
    "|when|if|because|since"
)
_PRAISED = re.compile(rf"(?: (?!(?:{_STOPS})\b)[a-z-]+){{1,3}}(?=[.,;!?]|$| (?:{_STOPS})\b)")
"""The noun that is praised, where it stands right behind."""
_COUNTED = re.compile(r"(?:customer|client|compan|firm|project|user|store|hospital)", re.IGNORECASE)
_AMOUNT = (
    r"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety"
    r"|half|every|a)\b)"
)
_PAIR = re.compile(
    rf"\bfrom\b(?=.{{0,24}}{_AMOUNT}).{{1,40}}?\bto\b(?: [\w$%-]+){{1,2}}"
    r"|\bdown from\b|\binstead of\b|\brather than\b|\bused to\b.*|\bonce\b.{0,12}\bnot\b"
    r"|\b(?:they|he|she|it|who|people) once [a-z]+|\b(?:has|have)(?:n't| not| never)\b.*\b"
    r"(?:since|for (?:[a-z]+ ){1,3}(?:days|weeks|months|years|winters|summers|seasons))\b[^,.]*"
    r"|\bcompared (?:with|to)\b|, not (?:\d|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|half)\w*"
)
_OWN_SUBJECT = re.compile(r"(?:^|[.;,]\s+|\band\s+)((?:we|i|our(?: own)?(?: [a-z-]+){1,3}?)(?='|\s))", re.IGNORECASE)
_RELIEFS = frozenset(
    (
        "no longer",
        "not any more",
        "don't have to",
        "doesn't have to",
        "do not have to",
        "does not have to",
        "need not",
        "without having to",
        "no need to",
        "don't need to",
        "doesn't need to",
        "instead of",
        "rather than",
        "fewer",
    )
)
"""Changes that are somebody else's even where the speaker's firm is the subject."""
_OWN_PEOPLE = re.compile(
    r"(?:^|[.;,]\s+|\band\s+)(?:we|i|our (?:own )?(?:[a-z-]+ )?(?:company|firm|team|crew|factory|staff|engineers?|"
    r"workers?|shop|plant|people|employees|technicians|group))\b",
    re.IGNORECASE,
)
_NO_BEFORE = re.compile(r"(?:more|less) than (?=\d)|\bbefore (?=[a-z]+ing\b|delivery|shipment|use\b|it |they )")
""" "Inspected before shipping": an order of work, and nothing beside what was."""
_OF_OUR_CUSTOMER = re.compile(r"\bour (?:customer|client|user)s?'s?", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9'’-]*")
_QUOTE_BREAKS = re.compile(r"[\"“”「」?？!\n\r.;:]\s*")
_LONGEST_QUOTE = 48
_ARTICLES = (
    "a",
    "an",
    "the",
    "our",
    "my",
    "your",
    "their",
    "its",
    "to",
    "of",
    "and",
    "with",
    "in",
    "on",
    "for",
    "by",
    "from",
    "at",
    "as",
    "or",
    "is",
    "are",
    "we",
    "i",
)
_LIGHT = frozenset(
    (*_ARTICLES, "can", "have", "has", "be", "been", "was", "were", "do", "does", "it", "this", "that", "all")
)


class EnglishReader:
    """Reads English."""

    def __init__(self, words: EnglishWords) -> None:
        self._words = words

    def read(self, text: str, *, trade: str = "") -> Reading:
        """What the text says."""
        said = _OF_OUR_CUSTOMER.sub("the customer's", text.strip().replace("’", "'")[:4_000])
        named = [*self._found(said, self._words.people), *workers(said, self._words)]
        people = [one for one in dict.fromkeys(named) if not is_ours(said, one) and not is_agent(said, one)]
        generic = list(self._found(said, self._words.generic))
        change, compared = self._change(said), self._compared(said)
        core = self._core(said)
        trades = tuple(self._found(said, self._words.trade_words(trade)))
        return Reading(
            core=core,
            core_kind=self._core_kind(core),
            is_value=self._is_value(said, people, generic),
            is_fragment=len(_WORD.findall(said)) <= 4,
            beneficiaries=tuple(people if people else generic if change else ()),
            everybody=next(iter(self._found(said, self._words.everybody)), ""),
            markets=tuple(dict.fromkeys(generic)) if not people else (),
            own_subject=self._own(said),
            numbers=tuple(dict.fromkeys(self._numbers(said))),
            praise=tuple(self._praise(said)),
            change=change,
            comparison=compared,
            cost=next(iter(self._found(said, self._words.costs)), ""),
            evidence=next(iter(self._found(said, self._words.evidence)), ""),
            trade_words=trades,
            has_other_words=len(_telling(said)) > 2 * len(trades) + 1,
        )

    def _is_value(self, said: str, people: list[str], generic: list[str]) -> bool:
        """The weighing of the module's docstring."""
        change = self._change(said)
        if people and (change or (self._compared(said) and not self._own(said))):
            return True
        does = is_reported(said) or does_what_people_do(said) or any(acts(said, one) for one in people)
        if does and not any(self._praise(said)):
            return True
        if self._set_beside(said) and not self._own(said) and any(self._found(said, self._words.labours)):
            return True
        bare = any(bare_workers(said, self._words))
        if bare and (change or self._compared(said)) and not self._own(said) and not is_taken(said):
            return True
        if people and self._deed(said) and self._set_beside(said):
            return True
        return bool(generic and (change or self._deed(said)) and self._set_beside(said))

    def _change(self, said: str) -> str:
        """What happens by itself; saving needs somebody's amount."""
        for found in self._found(said, self._words.changes):
            if not _OWN_PEOPLE.search(said) or found.lower() in _RELIEFS:
                return found
        return ""

    def _deed(self, said: str) -> str:
        return next(iter(self._found(said, self._words.own_deeds)), "")

    def _compared(self, said: str) -> str:
        pair = self._set_beside(said)
        if pair:
            return pair
        found = next(iter(self._found(_NO_BEFORE.sub("", said), self._words.earlier)), "")
        after = re.search(rf"(?:\w+ )?{re.escape(found)}(?: [\w-]+){{0,3}}", said) if found else None
        return _clean(after[0]) if after else found

    def _set_beside(self, said: str) -> str:
        found = _PAIR.search(said)
        return _clean(found[0]) if found else ""

    def _own(self, said: str) -> str:
        found = _OWN_SUBJECT.search(said)
        return found[1] if found else ""

    def _numbers(self, said: str) -> Iterator[Number]:
        for found in (one for one in _NUMBER.finditer(said) if not is_name(said, one.end())):
            counted = (
                "" if found[0].endswith("s") else found[0][-1:].isalpha() and _COUNTED_THINGS.match(said, found.end())
            )
            if quoted := _clean(found[0] + (counted[0] if counted else "")):
                yield Number(quoted, _COUNTED.search(quoted) is not None)

    def _praise(self, said: str) -> Iterator[Praise]:
        listed = ((kind, any_of(words)) for kind, words in self._words.praise.items())
        matches = [(match, kind) for kind, pattern in listed for match in pattern.finditer(said)]
        for match, kind in sorted(matches, key=lambda one: one[0].start()):
            noun = _PRAISED.match(said, match.end())
            words_of_it = before_praise(said, match.start(), match[0]) + match[0] + (noun[0] if noun else "")
            yield Praise(kind, words_of_it if len(words_of_it) <= _LONGEST_QUOTE else match[0])

    def _core(self, said: str) -> str:
        """The last words of the first clause that say something: an English object stands there."""
        pieces = [piece.strip(" ,") for piece in _QUOTE_BREAKS.split(said) if piece.strip(" ,")]
        first = pieces[0] if pieces else ""
        if (
            len(first) > _LONGEST_QUOTE // 2
            and len((after := re.split(r",? and (?:you can |also )?", first)[-1]).split()) > 2
            and len(first.removesuffix(after).split()) > 4
        ):
            first = after
        words = first.split(" ") if first else []
        while len(words) > 1 and words[0].lower().strip(",'") in _LIGHT | self._words.own:
            words = words[1:]
        if len(words) > 2 and len(" ".join(words)) > _LONGEST_QUOTE:
            words = _shortened(words)
        return _clean(" ".join(words))

    def _core_kind(self, core: str) -> CoreKind:
        if re.search(r"\d", core):
            return CoreKind.NUMBER
        return CoreKind.EQUIPMENT if any(self._found(core, self._words.equipment)) else CoreKind.THING

    def _found(self, said: str, words: frozenset[str]) -> Iterator[str]:
        """Those of the words that stand in the text, in the order in which they do, as they are written there."""
        return (match[0] for match in any_of(words).finditer(said))


def _telling(said: str) -> list[str]:
    return [word for word in _WORD.findall(said) if word.lower() not in _LIGHT]


def _shortened(words: list[str]) -> list[str]:
    """The last words, as many as can be quoted."""
    kept: list[str] = []
    for word in reversed(words):
        if kept and len(" ".join((word, *kept))) > _LONGEST_QUOTE:
            break
        kept.insert(0, word)
    while len(kept) > 1 and kept[0].lower().strip(",") in _LIGHT:
        kept = kept[1:]
    return kept


def _clean(words: str) -> str:
    """Without anything that would end a quotation or a question inside it; short, in whole words."""
    longest = max((piece.strip(" ,") for piece in re.split(r"[\"“”「」?？!！\n\r]", words)), key=len, default="")
    return " ".join(_shortened(longest.split(" "))).strip(" ,.;:")[: _LONGEST_QUOTE * 2]
