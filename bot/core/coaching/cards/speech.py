"""Somebody's own words inside sentences of ours: how they end decides which sentence they fit into.

The words stay as they are; only the mark at their end goes, and what is too long is cut where a sentence or a clause
ends. A sentence of ours has a form for each kind of ending, in its own catalogue (prompts/sentences).
"""

from __future__ import annotations

import re
from enum import StrEnum

from bot.core.japanese import is_japanese, is_japanese_character, sentences


class Ending(StrEnum):
    """How words end; the values stand in prompts/sentences."""

    NOUN = "noun"
    """です goes behind it."""
    PLAIN = "plain"
    """ということです goes behind it: 減る, 短い, 減った."""
    POLITE = "polite"
    """A whole sentence: 減ります."""
    TOWARD = "toward"
    """変わります goes behind it: 半日から1時間に."""
    STATE = "state"
    """に変わります goes behind it: 月に5日から1日."""
    OPEN = "open"
    """Anything else: only a quotation fits."""
    FOREIGN = "foreign"
    """Not written in Japanese."""


_MARKS = " 　\n\t。．.、，,;；:：!！…‥・"
_CLOSING = "」』）)〕］]】〉》”\"'"
_POLITE = re.compile(r"(?:です|ます|でした|ました|ません|でしょう|ましょう|ください|下さい)(?:ね|よ|か|よね)?$")
_HIRAGANA_NOUN = re.compile(
    r"(?:もの|こと|ところ|とき|ため|ひと|まち|みせ|うち|あと|ほど|よう|ほう|さん|くん|ちゃん|ごみ|ほこり|はず|わけ|つもり|"
    r"ぐらい|くらい|ばかり|だけ|のみ|など|ごと|すべて|いくつ|みんな|"
    r"(?:扱|違|狙|払|洗|使|願|行|買|匂|臭|疑|占|争|補|伝|舞|思|祝|戦|商|誓|合|会|支|養|通|覆|拾|縫|まちが|にお|てつだ)い|"
    r"(?:おと|おとうと|いもうと|とうふ|みそ|しお|しょうゆ|みりん|こうじ|なっとう))$"
)
_TOWARD = re.compile(r"[0-9０-９一-龥ァ-ヶー%％度人件分秒日円個つロ]\s*(?:に|へ|まで)$")
_PARTICLE = re.compile(
    r"(?:が|を|に|へ|と|は|も|で|や|から|ので|けど|けれど|て|ながら|より|まで|のに|ば|たら|つつ|の|には|では)$"
)
_TRAILING = re.compile(r"(?<!さか)(?<!おと)(?<!みん)(?:な|よね?|(?:[だすいんる]|[っいん][ただ])ね)$")
"""Talk that goes on: みたいな, 続かないんだよね."""
_NAMED = re.compile(r"(?:さん|くん|[^んい])$")
"""調達さん, but not 困るん nor ない."""
_COPULA = re.compile(r"(?:です|だ)$")
_NOTHING = re.compile(
    r"|-+|ー+|(?:まだ)?(?:特に|とくに)?(?:なし|無し|ない|ないです|ありません|無いです)|不明(?:です)?|"
    r"(?:まだ)?(?:よく)?(?:わか|分か)(?:らない|りません|らないです)|"
    r"none|nothing|no|n/?a|unknown|not yet|(?:i )?don'?t know",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[うくぐすつぬふぶむるいただ]$")


def said(words: str) -> str:
    """The words on one line, without the mark at their end."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    joint = "、" if is_japanese(words) else "; "
    joined = "".join(line if index == len(lines) - 1 else _line(line, joint) for index, line in enumerate(lines))
    return re.sub(r"[ \t　]+", " ", joined).rstrip(_MARKS)


def ending_of(words: str) -> Ending:
    """How words end."""
    text = said(words)
    if not is_japanese(text):
        return Ending.FOREIGN
    if not text or text[-1] in _CLOSING or text[-1] in "？?":
        return Ending.OPEN if text[-1:] in ("？", "?") else Ending.NOUN
    if _POLITE.search(text):
        return Ending.POLITE
    if not _is_hiragana(text[-1]):
        return Ending.NOUN
    if _HIRAGANA_NOUN.search(text):
        return Ending.NOUN
    if _TOWARD.search(text):
        return Ending.TOWARD
    if _PARTICLE.search(text) or _TRAILING.search(text):
        return Ending.OPEN
    return Ending.PLAIN if _PLAIN.search(text) else Ending.NOUN


def spoken(words: str) -> tuple[str, Ending]:
    """The words as they stand in a sentence of ours, and how they end then: of 農家です the noun, with です of ours."""
    if is_cut(words):
        # Within a sentence of ours it is marked as a quotation, in any language.
        return words, Ending.OPEN
    text, ending = said(words), ending_of(words)
    if ending in (Ending.POLITE, Ending.PLAIN):
        before = _COPULA.sub("", text)
        if before != text and ending_of(before) is Ending.NOUN and _NAMED.search(before):
            return before, Ending.NOUN
    return text, ending


def without_talk(words: str) -> str:
    """Of 研磨の職人さんだね it is 研磨の職人さん that is meant."""
    text = said(words)
    before = _TALK.sub("", text)
    return before if before != text and ending_of(before) is Ending.NOUN else words


def within_sentence(words: str) -> str:
    """English words in the middle of a sentence: a first letter that only began theirs is small. Names stay."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if _COMMON.fullmatch(first) else words


def capitalised(words: str) -> str:
    """English words that begin a sentence."""
    return words[:1].upper() + words[1:]


_TALK = re.compile(r"(?:だ|です)?(?:よね|ね|よ|かな|な|さ)$")
_COMMON = re.compile(
    r"(?:An?|The|This|That|These|Those|Our|Their|His|Her|Its|My|Your|We|They|He|She|It|You|One|Two|Three|Four|Five|Some|"
    r"Someone|Somebody|Any|Anyone|Anybody|Every|Everyone|Everybody|Each|All|Many|Most|Few|No|Nobody|Nothing|People|Person|"
    r"Small|Large|Young|Old|New|Last|Next|In|On|At|For|From|With|Without|When|While|After|Before|If|As|By|During|About|"
    r"Half|Less|More|Fewer|Mostly|Only|Nearly|Opens|Keeps|Takes|Makes|Changes|Holds|Removes|"
    r"Cuts|Cleans|Cools|Joins|[A-Z][a-z]+(?:ers|ists|men|women|ing|tion|tions)|[A-Z][a-z]+-[a-z]+),?"
)
"""Words that begin with a capital at the beginning of a sentence alone. What is not here may be a name."""


def first_sentence(words: str) -> tuple[str, str]:
    """The first sentence without its mark, and the others as they stand; "" where there are none."""
    found = sentences(said(words))
    first, *others = found or [""]
    rest = "".join(others).strip()
    return first.rstrip(_MARKS), rest if not rest or rest[-1] in "？?" else f"{rest}。"


def is_nothing(words: str) -> bool:
    """Do the words say that there is nothing, or that it is not known?"""
    return bool(_NOTHING.fullmatch(said(words)))


def shortened(words: str, most: int) -> str:
    """At most so many characters: whole sentences where the first fits, else up to the end of a clause or a word and
    …"""
    text = said(words)
    if len(text) <= most:
        return text
    kept = ""
    for sentence in sentences(text):
        if len(kept) + len(sentence) > most:
            break
        kept += sentence
    return kept.rstrip(_MARKS) if kept else cut_at_boundary(text, most)


def cut_at_boundary(text: str, most: int) -> str:
    """The beginning of words that are longer than `most`, with … behind it: up to the end of a sentence or a clause
    where that leaves half of the room or more, else of a word, else (one endless word) as many letters as there is
    room for."""
    if len(text) <= most:
        return text
    room = text[: max(most - 1, 0)]
    ends = (room.rstrip() for room in (_last(_SENTENCE_END, room), _last(_CLAUSE_END, room)))
    kept = next((end for end in ends if 2 * len(end) >= most), "") or _whole_words(text, len(room))
    return f"{kept.rstrip(_MARKS)}…"


def _last(mark: re.Pattern[str], room: str) -> str:
    """Up to the last such mark."""
    return room[: max((found.end() for found in mark.finditer(room)), default=0)]


def _whole_words(text: str, length: int) -> str:
    """At most so many letters, in whole words; of one endless word its beginning."""
    last = max((at.start() for at in _WORD_START.finditer(text, 1) if at.start() <= length), default=0)
    return text[:last] if 2 * last >= length else text[:length]


_SENTENCE_END = re.compile(r"[。．！？!?]+[」』）)”\"]*|[.](?=\s)")
_CLAUSE_END = re.compile(r"[、，；：]|[,;:](?=\s)|\s[–—-](?=\s)")
_WORD_START = re.compile(
    r"(?<=[ぁ-ゖ])[一-龥々〆ァ-ヴＡ-Ｚａ-ｚA-Za-z0-9０-９「『（(]|(?<=\s)\S|(?<=[」』）)])[^\s。、」』）)]"
)
"""Where a word very likely begins: behind a space or bracket, and where kanji, katakana or figures follow hiragana."""


def is_cut(words: str) -> bool:
    """Was it cut within a sentence?"""
    return words.endswith("…")


def weight(text: str) -> float:
    """How long a text is to whoever hears it, in Japanese characters; of Latin letters five are about two."""
    japanese = sum(is_japanese_character(one) for one in text)
    return len(text) if japanese * 4 >= len(text) else 0.4 * len(text) + 0.6 * japanese


def _line(line: str, joint: str) -> str:
    return line if line[-1] in "。．.！!？?、，," else line + joint


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゖ"
