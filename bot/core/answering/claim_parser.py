"""Reads what a model wrote: a stream of text in, claims out as soon as each is complete.

Asked for is one JSON object a line. Models also write code fences, arrays, prose, pretty-printed objects, trailing
commas and typographic quotation marks; those are read. Anything else is dropped and counted, never shown.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST_OBJECT = 6_000
_TYPOGRAPHIC = str.maketrans({"“": '"', "”": '"', "„": '"', "＂": '"', "：": ":", "，": ",", "\u00a0": " "})
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_KEY_FRAME = re.compile(r"[\s\[\](){}<>「」【】『』:：#.]+")
_NAMES = {
    "claim": ("claim", "text", "statement"),
    "quote": ("quote", "quotation", "evidence"),
    "source": ("source", "passage", "passage_id", "id"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What a model says a passage says. Nothing here is believed yet; see verification.py."""

    text: str
    quote: str
    passage_key: str


class ClaimParser:
    """Fed with pieces of any size; the claims found do not depend on where the pieces are cut.

    `malformed` counts objects that could not be read; `says_none` is true once the model said that the passages do
    not answer; `is_cut_off` tells, after `finish`, that the text ended inside an object.
    """

    def __init__(self) -> None:
        self.malformed = 0
        self.says_none = False
        self.is_cut_off = False
        self._object: list[str] = []
        self._depth = 0
        self._in_string = False
        self._is_escaped = False
        self._line_is_blank = True

    def feed(self, piece: str) -> Iterator[Claim]:
        """Yield the claims that this piece completes."""
        for character in piece:
            finished = self._take(character)
            if finished is not None:
                yield from self._read(finished)

    def finish(self) -> None:
        """Say that no more text comes. An object without its end is dropped."""
        if self._depth:
            self.is_cut_off = True
            self._drop()

    def _take(self, character: str) -> str | None:
        """Advance by one character; return an object's text when it closes."""
        if character == "{" and self._line_is_blank and self._depth:
            # A new object starts a line while another is open: the other one is broken, or wraps this one.
            self._drop()
        if character == "\n":
            self._line_is_blank = True
        elif not character.isspace():
            self._line_is_blank = False
        if not self._depth and character != "{":
            return None
        self._object.append(character)
        self._track(character)
        if self._depth == 0:
            text = "".join(self._object)
            self._reset()
            return text
        if len(self._object) > _LONGEST_OBJECT:
            self._drop()
        return None

    def _track(self, character: str) -> None:
        if self._is_escaped:
            self._is_escaped = False
        elif character == "\\" and self._in_string:
            self._is_escaped = True
        elif character == '"':
            self._in_string = not self._in_string
        elif not self._in_string:
            self._depth += (character == "{") - (character == "}")

    def _drop(self) -> None:
        if not re.fullmatch(r"\{\s*\"\w+\"\s*:\s*\[\s*", "".join(self._object)):
            self.malformed += 1
        self._reset()

    def _reset(self) -> None:
        self._object, self._depth = [], 0
        self._in_string = self._is_escaped = False

    def _read(self, text: str) -> Iterator[Claim]:
        value = _loads(text)
        if value is None:
            self.malformed += 1
            return
        yield from self._claims(value)

    def _claims(self, value: dict[str, object]) -> Iterator[Claim]:
        if value.get("none") is True:
            self.says_none = True
            return
        claim = _claim(value)
        if claim is not None:
            yield claim
            return
        wrapped = [item for inner in value.values() if isinstance(inner, list) for item in inner]
        inside = [item for item in wrapped if isinstance(item, dict)]
        if not inside:
            self.malformed += 1
        for item in inside:
            read = _claim(item)
            if read is None:
                self.malformed += 1
            else:
                yield read


def _loads(text: str) -> dict[str, object] | None:
    """Read an object as it is, then without trailing commas, then with typographic marks as plain ones."""
    without_commas = _TRAILING_COMMA.sub(r"\1", text)
    for attempt in (text, without_commas, _TRAILING_COMMA.sub(r"\1", text.translate(_TYPOGRAPHIC))):
        try:
            value = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return value if isinstance(value, dict) else None
    return None


def _claim(value: dict[str, object]) -> Claim | None:
    fields = {field: _first(value, names) for field, names in _NAMES.items()}
    text, quote, source = fields["claim"], fields["quote"], _source(fields["source"])
    if isinstance(text, str) and isinstance(quote, str) and source and text.strip() and quote.strip():
        return Claim(text=text.strip(), quote=quote.strip(), passage_key=source)
    return None


def _first(value: dict[str, object], names: tuple[str, ...]) -> object:
    return next((value[name] for name in names if name in value), None)


def _source(value: object) -> str:
    """The key as the passages carry it: `p1`, `[P1]`, `Ｐ１`, `1` and `["P1"]` all mean P1."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    key = _KEY_FRAME.sub("", unicodedata.normalize("NFKC", str(value))).upper()
    return f"P{key}" if key.isascii() and key.isdigit() else key
