"""Japanese text in, whatever it was saved as.

Order: byte order mark; ISO-2022-JP by its escapes; strict UTF-8; then CP932, EUC-JP and UTF-16 without a mark, each
scored by how much of the result is kana and everyday kanji (JIS level 1). Too close to call: refused with a preview,
so that the person can say which one reads well. Shift_JIS is always decoded as cp932, which adds ① ㈱ ～ to it.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from bot.errors import DocumentRefused

MARGIN = 0.12
"""The least lead in score (per character, −3 to 1) over the second-best encoding."""
LEAST = -0.6
"""A text that scores below this is no text in any encoding we know."""
SMALL_MARGIN = 0.3
"""Below this lead the text is read, with a warning."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I", b"\x1b$(")
_ALIASES = {"shift_jis": "cp932", "sjis": "cp932", "shiftjis": "cp932", "xsjis": "cp932", "mskanji": "cp932",
            "windows31j": "cp932", "eucjp": "euc_jp", "utf16le": "utf-16-le", "utf16be": "utf-16-be",
            "iso88591": "cp1252", "latin1": "cp1252", "ascii": "utf-8", "usascii": "utf-8"}  # fmt: skip
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Decoded:
    """`margin` is the lead over the second-best encoding, None where there was no doubt."""

    text: str
    encoding: str
    margin: float | None = None


def python_name(label: str) -> str | None:
    """Python's codec for an encoding as people and web pages write it, or None."""
    label = label.strip().strip("\"'").lower()
    label = _ALIASES.get(re.sub(r"[^a-z0-9]", "", label), label)
    label = "cp932" if label == "shift_jis" else label
    try:
        found = codecs.lookup(label)
    except (LookupError, ValueError):
        return None
    # base64, zlib and the like are codecs for Python but not encodings of text.
    return label if getattr(found, "_is_text_encoding", True) else None


def decode(content: bytes, *, encoding: str | None = None) -> Decoded:
    """The text. With `encoding`, only that one is tried. Raises DocumentRefused."""
    if encoding is not None:
        return _decode_as_told(content, encoding)
    certain = _certain(content)
    if certain is not None:
        return certain
    return _best_guess(content)


def _decode_as_told(content: bytes, encoding: str) -> Decoded:
    name = python_name(encoding)
    if name is None:
        raise DocumentRefused("refused-encoding-unknown", encoding=encoding)
    if name in {"utf-8", "utf8"}:
        name = "utf-8-sig"
    text = _strict(content, name)
    if text is None:
        raise DocumentRefused("refused-encoding-wrong", encoding=encoding)
    return Decoded(text.removeprefix("\ufeff"), name)


def _certain(content: bytes) -> Decoded | None:
    for mark, name in _MARKS:
        if content.startswith(mark) and (text := _strict(content, name)) is not None:
            return Decoded(text, name)
    if any(escape in content for escape in _ESCAPES):
        for name in ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_3", "iso2022_jp_ext", "iso2022_jp_2004"):
            if (text := _strict(content, name)) is not None:
                return Decoded(text, name)
    if 0 not in content and (text := _strict(content, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    return None


def _best_guess(content: bytes) -> Decoded:
    candidates = []
    for name in _candidates(content):
        if (text := _lenient(content, name)) is not None:
            candidates.append((_score(text), name, text))
    candidates.sort(reverse=True)
    if not candidates:
        raise DocumentRefused("refused-encoding-unclear", preview=_preview(content.decode("cp932", "replace")))
    best, name, text = candidates[0]
    margin = best - (candidates[1][0] if len(candidates) > 1 else -1.0)
    if name == "euc_jp" and _could_be_half_width(content, text):
        margin = 0.0
    if margin < MARGIN or best < LEAST:
        previews = " / ".join(f"{other}: {_preview(shown)}" for _, other, shown in candidates[:3])
        raise DocumentRefused("refused-encoding-unclear", preview=previews)
    return Decoded(text, name, margin)


def _could_be_half_width(content: bytes, text: str) -> bool:
    """ｱｲｳｴ in CP932 has the same bytes as some kanji in EUC-JP; without any kana the two cannot be told apart."""
    return all(byte < 0x80 or 0xA1 <= byte <= 0xDF for byte in content) and not re.search("[\u3041-\u30fe]", text)


def _candidates(content: bytes) -> list[str]:
    if 0 in content:
        return ["utf-16-le", "utf-16-be"]
    names = ["cp932", "euc_jp"]
    if len(content) % 2 == 0:
        names += ["utf-16-le", "utf-16-be"]
    # Western European: single bytes above 127, each between plain letters.
    alone = re.findall(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])", content)
    if len(alone) >= 0.9 * sum(byte > 127 for byte in content):
        names.append("cp1252")
    return names


def _strict(content: bytes, name: str) -> str | None:
    try:
        return content.decode(name)
    except (UnicodeError, LookupError):
        return None


def _lenient(content: bytes, name: str) -> str | None:
    """Strictly decoded, but a last character cut in half is left off, and EUC-JP may hold NEC's ① ㈱."""
    text = _strict(content, name)
    if text is None and name == "euc_jp":
        text = _strict(content, "euc_jis_2004")
    if text is None and name in {"cp932", "euc_jp"}:
        text = _strict(content[:-1], name)
    return text


def _preview(text: str) -> str:
    """The first stretch that is not ASCII, with what stands around it."""
    first = next((place for place, character in enumerate(text) if ord(character) > 127), 0)
    return re.sub(r"\s+", " ", text[max(0, first - 5) : first + _SHOWN])


@lru_cache(maxsize=20_000)
def _worth(character: str) -> float:
    """How likely the character is in Japanese text as people write it: 1 at home, negative for a wrong decoding."""
    code = ord(character)
    if 0x3041 <= code <= 0x3096 or code in {0x3001, 0x3002, 0x300C, 0x300D}:
        return 1.0
    if 0x30A1 <= code <= 0x30FC or 0xFF01 <= code <= 0xFF5E or 0x3000 <= code <= 0x303F:
        return 0.9
    if code < 0x80:
        return 0.35 if code >= 0x20 or character in "\t\n\r\f" else -3.0
    if 0x4E00 <= code <= 0x9FFF:
        return _worth_of_kanji(character)
    if 0xFF61 <= code <= 0xFF9F:
        return -0.4
    if 0xA1 <= code <= 0xFF or 0x2010 <= code <= 0x2027:
        return 0.2
    if 0x2000 <= code <= 0x33FF:
        return 0.3
    return -1.5


def _worth_of_kanji(character: str) -> float:
    """JIS level 1 (rows 16 to 47, everyday kanji), level 2 (rows 48 to 84), or outside both."""
    try:
        first = character.encode("euc_jp")[0]
    except UnicodeEncodeError:
        return -0.8
    return 0.9 if 0xB0 <= first <= 0xCF else -0.3


def _score(text: str) -> float:
    """Mean worth of the characters that are not ASCII; of all characters where all are."""
    sample = text[:50_000]
    foreign = [character for character in sample if ord(character) > 127] or list(sample)
    control = sum(1 for character in sample if ord(character) < 32 and character not in "\t\n\r\f")
    return (sum(map(_worth, foreign)) - 3.0 * control) / max(1, len(foreign))
