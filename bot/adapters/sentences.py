"""Sentences by Fluent: every `*.ftl` file of `prompts/sentences/ja` and `…/en`, read once.

Numbers are written with thousands separators and at most three decimals in both languages; what must not be
grouped (years, ids) is passed as a string. Strict catalogues (tests) raise for a missing key or argument; others
never raise at a person: they fall back to the other language, then to the bare key.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

import structlog
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast

from bot.core.messages import Argument, Locale, Message
from bot.errors import DataFileError

LOCALES: tuple[Locale, ...] = get_args(Locale)

_LONGEST_DIRECT = 2000
"""Fluent refuses to place a text of more than 2,500 characters; longer ones are put in after it has finished."""


class FluentSentences:
    """The `Sentences` port over a folder of catalogues."""

    def __init__(self, folder: Path, *, strict: bool = False) -> None:
        """Read the catalogues. Raises DataFileError for a missing language or a file that does not parse."""
        self._strict = strict
        self._bundles = {locale: _bundle(folder / locale, locale) for locale in LOCALES}

    def say(self, message: Message, *, locale: Locale) -> str:
        """Return the sentence. Strict: raises KeyError for a missing key or argument; otherwise never raises."""
        if self._strict:
            return self._say(message, locale)
        for tried in (locale, *(other for other in LOCALES if other != locale)):
            try:
                return self._say(message, tried)
            except KeyError as error:
                _log().error("sentence_missing", key=message.key, locale=tried, reason=str(error))
        return f"[{message.key}]"

    def _say(self, message: Message, locale: Locale) -> str:
        bundle = self._bundles[locale]
        pattern = bundle.get_message(message.key).value if bundle.has_message(message.key) else None
        if pattern is None:
            raise KeyError(f"no sentence {message.key} in {locale}")
        placed, long = _apart(message.arguments)
        text, errors = bundle.format_pattern(pattern, placed)
        if errors:
            raise KeyError(f"{message.key} in {locale}: {'; '.join(str(error) for error in errors)}")
        return _together(str(text), long)


def _apart(arguments: Mapping[str, Argument]) -> tuple[dict[str, Argument], dict[str, str]]:
    """Arguments for Fluent, and the long texts that stand outside behind a mark of private-use characters."""
    placed: dict[str, Argument] = {}
    long: dict[str, str] = {}
    for name, value in arguments.items():
        if isinstance(value, str) and len(value) > _LONGEST_DIRECT:
            mark = f"\ue000{name}\ue001"
            placed[name], long[mark] = mark, value
        else:
            placed[name] = value
    return placed, long


def _together(text: str, long: Mapping[str, str]) -> str:
    for mark, value in long.items():
        text = text.replace(mark, value)
    return text


def _bundle(folder: Path, locale: Locale) -> FluentBundle:
    files = sorted(folder.glob("*.ftl"))
    if not files:
        raise DataFileError(str(folder), "no sentences for this language")
    bundle = FluentBundle([locale], use_isolating=False)
    for file in files:
        bundle.add_resource(parse_catalogue(file))
    return bundle


def parse_catalogue(file: Path) -> ast.Resource:
    """Read one catalogue. Raises DataFileError with the line of the first entry that is not Fluent."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DataFileError(str(file), "not UTF-8") from None
    resource = FluentParser(with_spans=True).parse(text)
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            start = entry.span.start if entry.span else 0
            reason = entry.annotations[0].message if entry.annotations else None
            raise DataFileError(str(file), reason or "not Fluent", text.count("\n", 0, start) + 1)
    return resource


def _log() -> structlog.typing.FilteringBoundLogger:
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger(__name__)
    return logger
