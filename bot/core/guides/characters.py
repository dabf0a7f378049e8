"""Characters as a reader of a guide should meet them: nothing invisible, nothing disguised, nothing else changed.

What is shown is the original, so the whole text is never NFKC-normalised (that would turn ① into 1 and ㈱ into (株)).
Only three disguises that PDF programs produce are undone: ligatures (ﬁ), Kangxi radicals (⼀ for 一) and CJK radical
supplements (⻑ for 長). Source of the radical pairs: Unicode's EquivalentUnifiedIdeograph.txt, Japanese forms.
"""

from __future__ import annotations

import re
import unicodedata

_SUPPLEMENT = dict(
    zip(
        "⺃⺉⺍⺎⺗⺘⺟⺠⺡⺣⺤⺨⺩⺫⺬⺭⺮⺰⺸⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻫⻬⻭⻮⻯⻰⻱⻲⻳",
        "乚刂⺍兀㣺扌母民氵灬爫犭王罒礻礻竹糹羊月臼艹艹艹虎衤覀西见角讠车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食饣饣马骨鬼鱼鸟卤麦黄斉齐歯齿竜龙龜亀龟",
        strict=True,
    )
)

_DROPPED = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]")
_DISGUISED = re.compile("[\u2e80-\u2fdf\ufb00-\ufb06]")
_APART = re.compile("([\u3041-\u30ff])[ ]?([\u3099\u309a])")
_SYMBOL_BULLETS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf06c\uf06e\uf0a8\uf076", "•"))

_JA = "\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_JA_MARKS = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff60"
_JA_ANY = _JA + _JA_MARKS
_SPACED_OUT = re.compile(f"(?<![{_JA}])[{_JA}](?: [{_JA}]){{2,}}(?![{_JA}])")
_LETTER_SPACED = re.compile(f"^[{_JA}](?:[ \u3000]{{1,3}}[{_JA}]){{1,3}}$")
_BESIDE_MARK = re.compile(f"(?<=[{_JA_MARKS}]) (?=[{_JA_ANY}\\d])|(?<=[{_JA_ANY}\\d]) (?=[{_JA_MARKS}])")
_BESIDE_FIGURE = re.compile(
    f"(?<=[{_JA_ANY}]) (\\d{{1,3}}) ?(?=[{_JA_ANY}])|(?<=[{_JA_ANY}])(\\d{{1,3}}) (?=[{_JA_ANY}])"
)
_BETWEEN = re.compile(f"(?<=[{_JA_ANY}]) +(?=[{_JA_ANY}])")
_JAPANESE = re.compile(f"[{_JA_ANY}]")


def _plain_form(found: re.Match[str]) -> str:
    character = found.group()
    return _SUPPLEMENT.get(character) or unicodedata.normalize("NFKC", character)


def clean(text: str) -> str:
    """The text without control, bidi and zero-width characters; line breaks are \\n, tabs and form feeds stay."""
    text = _BREAKS.sub("\n", text)
    text = _SPACES.sub(" ", _DROPPED.sub("", text))
    text = _CONTROL.sub(" ", text).translate(_SYMBOL_BULLETS)
    text = _DISGUISED.sub(_plain_form, text)
    return _APART.sub(lambda found: unicodedata.normalize("NFC", found[1] + found[2]), text)


def one_line(text: str) -> str:
    """Cleaned text on one line: every run of white space is one space (an ideographic space stays one)."""
    text = clean(text)
    text = re.sub(r"[ \t\n\f]*\u3000[ \t\n\f\u3000]*", "\u3000", text)
    return re.sub(r"[ \t\n\f]+", " ", text).strip(" \u3000")


def clean_file_name(name: str) -> str:
    """The last part of a file name in NFC, without bidi, zero-width and control characters."""
    name = _CONTROL.sub("", _DROPPED.sub("", unicodedata.normalize("NFC", name)))
    return re.sub(r"\s+", " ", re.split(r"[/\\]", name)[-1]).strip()


def is_japanese(character: str) -> bool:
    """True for kana, kanji and full-width marks."""
    return bool(character) and _JAPANESE.match(character) is not None


def stray_spaces(text: str) -> float:
    """Share of places between two Japanese characters that hold a space: 0 in ordinary text, up to 1 in some PDFs."""
    spaced = len(_BETWEEN.findall(text))
    touching = len(re.findall(f"(?<=[{_JA_ANY}])(?=[{_JA_ANY}])", text))
    return spaced / max(1, spaced + touching)


def without_stray_spaces(text: str, *, everywhere: bool = False) -> str:
    """Undo spaces that typesetting left inside Japanese: 「活 性 環 境」, 「で、 1 万人」, 「要　約」.

    A space between two names or words (「山田 花子」) stays, unless `everywhere`, for text in which such spaces are
    no more than the gaps between glyphs.
    """
    if everywhere:
        text = _BETWEEN.sub("", text)
    if _LETTER_SPACED.match(text):
        return re.sub("[ \u3000]", "", text)
    text = _SPACED_OUT.sub(lambda found: found.group().replace(" ", ""), text)
    text = _BESIDE_FIGURE.sub(lambda found: found[1] or found[2], text)
    return _BESIDE_MARK.sub("", text)


def width(text: str) -> int:
    """Columns on a terminal: a full-width character counts two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
