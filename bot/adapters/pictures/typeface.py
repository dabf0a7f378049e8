"""The typeface of what is drawn, and which characters it has: a gap is known before anything is drawn."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from bot.errors import DataFileError

FONTS = Path(__file__).with_name("fonts")
_WEIGHTS = (
    ("NotoSansJP-Regular.ttf", "BIZUDPGothic-Rest-Regular.ttf"),
    ("NotoSansJP-Bold.ttf", "BIZUDPGothic-Rest-Bold.ttf"),
)
"""Noto Sans JP and, for the few characters it lacks, BIZ UDPGothic: fonts/README.md has where they come from."""

GETA = "〓"
"""What printers put where a type is missing."""

_MARKED = re.compile(r"\S[\u0300-\u036f\u3099\u309a]+")
"""A letter and the marks on it, written apart; kanji are left alone: normalising would change a name's kanji."""
_VARIANT = re.compile("(.)([\U000e0100-\U000e01ef])")
"""A kanji and which of its shapes is meant."""
_SHAPES = frozenset(map(chr, range(0xE0100, 0xE01F0)))
_UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\u00ad]")
_SPACES = re.compile(r"[^\S\n]+")
_LONG_RUN = re.compile(r"[!-~\u00a1-\u024f]{20,}")
_RUN = 4


@dataclass(frozen=True, slots=True)
class Drawable:
    """Text that can be drawn, and what of it was replaced by 〓, each once (a kanji in a shape that is not there, too,
    which is drawn in its usual shape)."""

    text: str
    replaced: tuple[str, ...] = ()


def drawable(text: str) -> Drawable:
    """Replace what cannot be drawn, drop what cannot be seen, and let long runs without a space break.

    Letters with their marks are composed; kanji are left as they are, since normalising them would change names.
    """
    composed = _MARKED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text.replace("\r\n", "\n"))
    variants: list[str] = []
    plain = _UNSEEN.sub("", _VARIANT.sub(lambda found: _shape(found, variants), composed))
    lines = "\n".join(_SPACES.sub(" ", line).strip() for line in plain.splitlines() if line.strip())
    drawn, replaced = _with_geta(lines)
    broken = _LONG_RUN.sub(lambda found: _breakable(found[0]), drawn)
    return Drawable(broken, tuple(dict.fromkeys((*variants, *replaced))))


def _shape(kanji: re.Match[str], lacking: list[str]) -> str:
    """The shape that is meant, or where the typeface lacks it, the usual one."""
    if (ord(kanji[1]), ord(kanji[2])) in shapes():
        return kanji[0]
    lacking.append(kanji[0])
    return kanji[1]


def _with_geta(text: str) -> tuple[str, list[str]]:
    has, replaced, drawn = characters(), [], []
    for character in text:
        if character in "\n " or ord(character) in has or character in _SHAPES:
            drawn.append(character)
        elif unicodedata.category(character)[0] == "C" and not _is_private(character):
            continue
        else:
            replaced.append(character)
            drawn.append(GETA)
    return "".join(drawn), replaced


def _is_private(character: str) -> bool:
    """A firm's own character (外字): somebody sees something there."""
    return unicodedata.category(character) in ("Co", "Cn")


def _breakable(run: str) -> str:
    return "\u200b".join(run[at : at + _RUN] for at in range(0, len(run), _RUN))


@cache
def characters() -> frozenset[int]:
    """The code points that every weight has. Raises DataFileError for a font that is missing or damaged."""
    return frozenset.intersection(*(frozenset().union(*map(_characters_of, files)) for files in _WEIGHTS))


@cache
def shapes() -> frozenset[tuple[int, int]]:
    """The kanji with a choice of shape (code point, variation selector) that every weight has."""
    return frozenset.intersection(*(frozenset().union(*map(_shapes_of, files)) for files in _WEIGHTS))


def _characters_of(name: str) -> frozenset[int]:
    with _opened(name) as font:
        return frozenset(font.getBestCmap())


def _shapes_of(name: str) -> frozenset[tuple[int, int]]:
    with _opened(name) as font:
        tables = [table.uvsDict for table in font["cmap"].tables if table.format == _SHAPE_TABLE]
    return frozenset((kanji, selector) for table in tables for selector, pairs in table.items() for kanji, _ in pairs)


_SHAPE_TABLE = 14


@contextlib.contextmanager
def _opened(name: str) -> Iterator[TTFont]:
    try:
        with TTFont(FONTS / name, lazy=True) as font:
            yield font
    except (OSError, TTLibError) as error:
        raise DataFileError(str(FONTS / name), "the font is missing or damaged; install Minori again") from error


def require(text: str) -> None:
    """Check words of ours. Raises DataFileError that names the characters the typeface lacks."""
    lacking = sorted({character for character in text if character not in "\n " and ord(character) not in characters()})
    if lacking:
        named = ", ".join(f"{character} (U+{ord(character):04X})" for character in lacking)
        raise DataFileError(str(FONTS), f"the typeface has no glyph for {named}")
