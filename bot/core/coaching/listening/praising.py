"""Praise in a Japanese sentence, with the noun that is praised or the deed that is done in such a manner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.core.coaching.listening.lexicon import JapaneseWords, PraiseKind
from bot.core.coaching.listening.quoting import LONGEST_QUOTE, clean, to_the_end
from bot.core.coaching.listening.reading import Praise
from bot.core.coaching.listening.utterance import Phrase, Utterance

_THEIRS = re.compile(r"(?:様|さん|さま|客|の方)の$")
"""「お施主様のこだわり」 is no praise of one's own."""
_YEARS_ON = re.compile(
    r"[0-9一二三四五六七八九十百]{2,}年(?:間|以上|近く)?(?:続[いくけ]|やっ|ひと筋|一筋|の歴史|にわたっ?)"
    r"|(?<=[てで])[0-9一二三四五六七八九十百]{2,}年(?:間|以上|近く|あまり|余り)?(?=(?:に|が)(?:な|経|た))"
    r"|(?:創業|設立|創立|開業|操業)(?:以来|から|して)?[0-9一二三四五六七八九十百]+(?:周年|年(?:間|以上|近く|あまり|余り)?)"
    r"|[0-9一二三四五六七八九十百]{2,}年(?:間|以上|近く|あまり|余り)?"
    r"(?=,?.{0,16}(?:手がけ|手掛け|歩[んみ]|携わ|営[んみ]|取り組ん|織っ|作り続|積み重ね))"
)
"""「三百年続く」: how long, and no amount of anything."""


def praise_of(said: Utterance, words: JapaneseWords) -> Iterator[Praise]:
    """Words of praise in the order in which they stand, each with the noun it is said of."""
    begins = {word.begin for word in said.words}
    found = [
        (at, -len(word), kind)
        for kind, listed in words.praise.items()
        for word in listed
        if (at := said.text.find(word)) >= 0 and at in begins and not _is_inside_a_name(said.text, at + len(word))
    ]
    found += [
        (_full_name(said, one), _full_name(said, one) - one.end, PraiseKind.ESTEEM)
        for one in said.phrases
        if _is_prize(said, one)
    ]
    found += [(match.start(), -len(match[0]), PraiseKind.HISTORY) for match in _YEARS_ON.finditer(said.text)]
    passed = -1
    for at, negative, kind in sorted(found):
        if at < passed or _THEIRS.search(said.text[:at]):
            continue
        is_prize = kind is PraiseKind.ESTEEM and any(
            one.end == at - negative and _is_prize(said, one) for one in said.phrases
        )
        passed = at - negative if is_prize else _praised_until(said, at - negative)
        at = _with_object(said, at)
        if quoted := clean(said.quote(at, _to_its_close(said, passed))):
            yield Praise(kind, quoted)


def _is_inside_a_name(text: str, end: int) -> bool:
    """「スマート」 in 「スマートフォン」: katakana that goes on is another word."""
    return re.match(r"[ァ-ヺ]", text[end - 1]) is not None and re.match(r"[ァ-ヺ]", text[end : end + 1]) is not None


def _is_prize(said: Utterance, one: Phrase) -> bool:
    """「特別優秀賞」「優良工事表彰」."""
    return one.end - one.begin > 2 and said.surface(one).endswith(("賞", "表彰", "グランプリ"))


def _full_name(said: Utterance, one: Phrase) -> int:
    """Where its name begins: 「優良」 before 「工事表彰」 is no noun to a dictionary."""
    before = next((word for word in said.words if word.end == one.begin), None)
    return before.begin if before is not None and before.grammar[0] == "形状詞" else one.begin


def _with_object(said: Utterance, begin: int) -> int:
    """「課題に寄り添い」: a praising verb is quoted with what stands right before it."""
    word = next((one for one in said.words if one.begin == begin), None)
    before = next((one for one in said.words if one.end == begin), None)
    if before is not None and before.grammar[0] == "形容詞":
        return before.begin
    if word is not None and word.grammar[0] == "形状詞" and said.text.startswith("な", word.end):
        owner = next((one for one in said.phrases if one.end + 1 == begin and one.link == "の"), None)
        return owner.begin if owner is not None and begin - owner.begin <= LONGEST_QUOTE // 2 else begin
    if word is None or not word.is_verb:
        return begin
    holder = next((one for one in said.phrases if one.end + 1 == begin and one.link in ("に", "を")), None)
    return holder.begin if holder is not None and begin - holder.begin <= LONGEST_QUOTE // 2 else begin


def _deed_behind(said: Utterance, end: int) -> int | None:
    """「強力に推進」「幅広く手がけて」: a manner is quoted with what is done in it."""
    place = next((at for at, word in enumerate(said.words) if word.begin >= end), len(said.words))
    manner = said.words[place - 1] if place else None
    if place < len(said.words) and said.words[place].surface == "に" and said.words[place].grammar[0] == "助動詞":
        place += 1
    elif manner is None or manner.surface[-1:] not in ("く", "に", "て"):
        return None
    if place + 1 < len(said.words) and said.words[place].grammar[0] == "接頭辞":
        place += 1
    deed = said.words[place] if place < len(said.words) else None
    if deed is None or not deed.is_deed:
        return None
    end = to_the_end(said, deed.end)
    return _to_its_close(said, end)


def _to_its_close(said: Utterance, end: int) -> int:
    """「丁寧にお聞きして形にしています」: what goes on is quoted to its end, where that is near."""
    rest = said.text[end:].rstrip(".!?")
    goes_on = said.text[end - 1] in "てで" and re.search("[,.]", rest) is None
    return end + len(rest) if goes_on and len(rest) <= LONGEST_QUOTE // 2 else end


_THERE_IS = re.compile(r"が(?:あります|ございます|ある)")
"""「品質には自信があります」."""


def _praised_until(said: Utterance, end: int) -> int:
    """Through the noun that is praised, where that is short."""
    if said.text[max(0, end - 3) : end] in ("どんな", "らゆる"):
        until = next((phrase.end for phrase in said.phrases if phrase.begin >= end), end)
        return until if until - end <= LONGEST_QUOTE // 2 else end
    if said.text[:end].endswith(("なんでも", "何でも")):
        deed_of_it = next((word for word in said.words if word.begin == end and word.is_verb), None)
        return to_the_end(said, deed_of_it.end) if deed_of_it else end
    if (deed := _deed_behind(said, end)) is not None:
        return deed
    last = next((word for word in said.words if word.begin < end <= word.end), None)
    if last is not None:
        end = to_the_end(said, last.end) if last.is_verb or last.grammar[0] == "助動詞" else last.end
    if there_is := _THERE_IS.match(said.text, end):
        return there_is.end()
    if last is not None and last.grammar[0] == "形容詞" and last.surface.endswith("い"):
        noun = next((phrase for phrase in said.phrases if phrase.begin == end), None)
        return noun.end if noun is not None and noun.end - end <= LONGEST_QUOTE // 2 else end
    for phrase in said.phrases:
        if phrase.begin <= end <= phrase.end:
            is_next = phrase.begin < end or said.text[end - 1] in "のなた"
            noun = said.next_phrase(phrase) if phrase.link in ("の", "な") else None
            if noun is not None and noun.end - phrase.end <= LONGEST_QUOTE // 2 + 2:
                return noun.end
            return phrase.end if is_next and phrase.end - end <= LONGEST_QUOTE // 2 else end
        if phrase.begin == end + 1 and said.text[end] in "のないた":
            return phrase.end if phrase.end - end <= LONGEST_QUOTE // 2 else end
    return end
