"""Whether an answer says what is done to what, and the one question where it does not."""

from __future__ import annotations

import re

from bot.core.coaching.uses.grammar import FunctionReader, ask_for_function
from bot.core.japanese import is_japanese
from bot.core.messages import Message

_BOASTS = "持っ|持つ|もっ|もつ|誇|有し|有す|目指|大切|大事|心がけ|売り|強み"
_DONE_TO = re.compile(rf"を(?!.{{0,12}}(?:{_BOASTS})).*[うくぐすつぬぶむるいたん]")
"""A thing with を and something said of it: the verb may be one that nobody has listed."""
_DOES = re.compile(r"^(?:it |that |which |we )?(?!its\b|his\b|this\b|always\b)[a-z]+s\s+\S", re.IGNORECASE)
"""“reads faxes”, “opens the cover”."""


def tells_function(text: str, reader: FunctionReader) -> bool:
    """Does an answer say what is done to what? In doubt it does, so that nobody is asked in vain."""
    if reader.read_all(text):
        return True
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return any((_DONE_TO.search(one) if is_japanese(one) else _DOES.search(one)) is not None for one in lines)


def function_question(text: str, reader: FunctionReader) -> Message | None:
    """The question about an answer, its last line quoted; None where it tells a function, or holds no word."""
    lines = [line for line in text.splitlines() if any(one.isalnum() for one in line)]
    return None if not lines or tells_function(text, reader) else ask_for_function(lines[-1])
