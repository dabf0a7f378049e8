"""Talk under a reminder: a short word back and what can be done, in the place of a search in the guides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.courtesies import Courtesy, has_words
from bot.core.meetings.chat import buttons
from bot.core.meetings.models import Encounter
from bot.core.messages import Message, Offer, Reply, Said
from bot.core.remarks import is_remark

_ANSWERS: dict[Courtesy | None, Message] = {
    "thanks": Message("meeting-talk-thanks"),
    "noted": Message("meeting-talk-noted"),
    "later": Message("meeting-talk-later"),
    None: Message("meeting-talk-remark"),
}


def is_talk(text: str, courtesy: Courtesy | None) -> bool:
    """Is it thanks, "noted", "later", or does it plainly tell something?"""
    return courtesy in _ANSWERS and (courtesy is not None or (has_words(text) and is_remark(text)))


def answer_to(text: str, courtesy: Courtesy | None, about: Sequence[Encounter]) -> Reply:
    """The answer to talk about these encounters, open ones alone."""
    parts = [Said(_ANSWERS[courtesy])]
    if about:
        parts.append(Said(Message("meeting-talk-can")))
    return Reply(parts=tuple(parts), offers=tuple(_offers(text, courtesy, about)))


def _offers(text: str, courtesy: Courtesy | None, about: Sequence[Encounter]) -> Iterator[Offer]:
    only = about[0] if len(about) == 1 else None
    if courtesy is None and only is not None:
        yield buttons.contact(only)
    if courtesy in (None, "later") and only is not None:
        yield buttons.later(only)
    if courtesy is None:
        yield Offer(actions.ASK, text[:500], Message("meeting-typed-ask"))
