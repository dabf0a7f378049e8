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
        return words, Ending.OPEN if is_japanese(words) else Ending.FOREIGN
    text, ending = said(words), ending_of(words)
    if ending in (Ending.POLITE, Ending.PLAIN):
        before = _COPULA.sub("", text)
        if before != text and ending_of(before) is Ending.NOUN and _NAMED.search(before):
            return before, Ending.NOUN
    return text, ending


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
    """At most so many characters: whole sentences where the first fits, else up to a clause and …"""
    text = said(words)
    if len(text) <= most:
        return text
    kept = ""
    for sentence in sentences(text):
        if len(kept) + len(sentence) > most:
            break
        kept += sentence
    if kept:
        return kept.rstrip(_MARKS)
    cut = text[: most - 1]
    at = max(cut.rfind(mark) for mark in "、，, 　")
    return f"{cut[:at] if at > most // 2 else cut}…"


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
