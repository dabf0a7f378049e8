"""The program's own log: one JSON object a line on standard error, so that standard output stays for answers.

A log carries ids, counts and lengths, never what people said. Words that reach it all the same are replaced by
their length as a last line of defence; the first is not to pass them. An exception is written as its type and where
it was raised: only the messages of our own exceptions, which hold no words of people, are written out.
"""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import MutableMapping
from typing import Any

import structlog

from bot.errors import DataFileError, DependencyError

_LONGEST_VALUE = 200
_NEVER = frozenset({"text", "question", "answer", "quote", "passage", "content", "body", "prompt"})
"""Names of values that hold people's or guides' words; only their length is written."""


def set_up_logging(level: str) -> None:
    """Send structlog and the libraries' logging to standard error from `level` (debug, info, warning, error) on."""
    threshold = logging.getLevelNamesMapping()[level.upper()]
    # Of libraries, only warnings and worse, and only where they came from: some of them log what was sent.
    logging.basicConfig(
        stream=sys.stderr,
        level=max(threshold, logging.WARNING),
        format="%(levelname)s %(name)s %(filename)s:%(lineno)d",
        force=True,
    )
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            place_of_exception,
            keep_words_out,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(threshold),
        logger_factory=structlog.WriteLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=False,
    )


def place_of_exception(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace `exc_info` by `exception`: type, our own reason if it is ours, file and line of every frame."""
    given = event.pop("exc_info", None)
    if not given:
        return event
    error = given if isinstance(given, BaseException) else sys.exc_info()[1]
    if error is not None:
        reason = f": {error}" if isinstance(error, DataFileError | DependencyError) else ""
        frames = traceback.extract_tb(error.__traceback__)
        places = " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames)
        event["exception"] = f"{type(error).__name__}{reason} at {places}"
    return event


def keep_words_out(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """Replace values that hold words by their length, and cut every other long value."""
    for name, value in event.items():
        if not isinstance(value, str) or name in {"event", "exception"}:
            continue
        if name in _NEVER:
            event[name] = f"<{len(value)} characters>"
        elif len(value) > _LONGEST_VALUE:
            event[name] = f"{value[:_LONGEST_VALUE]}… <{len(value)} characters>"
    return event
