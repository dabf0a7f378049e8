"""Before anybody asks for a file: what draws is loaded and has drawn once, so that the first is as quick as the rest.

That takes a second or so of a processor. It is done beside the serving, once that has begun; whoever asks for a file
meanwhile waits for it no longer than without it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import structlog

from bot.core.coaching.cards.models import CardField, Entry, EntryState, SubjectKind, ValueCard
from bot.core.messages import Message, Sentences
from bot.core.people import Company

_LOG = structlog.get_logger(__name__)
_AT = datetime(2026, 4, 1, tzinfo=UTC)
_WORDS = {
    CardField.SUBJECT: "実り",
    CardField.WHO: "会社の方",
    CardField.CHANGE: "8時間から30分に",
    CardField.LADDER: "待ち時間を減らす\n早く帰る",
    CardField.EVIDENCE: "記録",
    CardField.TRL: "8",
    CardField.CRL: "3",
    CardField.TRY: "一度試す",
}
"""Of every part of the page something: no card of anybody's."""


def start_warming(sentences: Sentences, *, is_over: Callable[[], bool] = lambda: False) -> threading.Thread:
    """Warm up in a thread of its own, which ends between two files once `is_over`. Failing is logged, and no more: what
    cannot be drawn is said to whoever asks for it."""

    def run() -> None:
        try:
            warm_up(sentences, is_over=is_over)
        except Exception as error:
            # Nobody waits for it.
            _LOG.warning("files_not_warmed_up", kind=type(error).__name__)

    # No daemon: a thread that is ended inside the library that draws takes the whole process with it.
    thread = threading.Thread(target=run, name="warming")
    thread.start()
    return thread


def warm_up(sentences: Sentences, *, is_over: Callable[[], bool] = lambda: False) -> int:
    """Make every file of a card of our own; returns how many were made. Raises what drawing raises."""
    # Imported here: it loads what draws.
    from bot.adapters.pictures.hand_outs import CardHandOuts

    def say(message: Message) -> str:
        return sentences.say(message, locale="ja")

    entries = {name: Entry(words=words, state=EntryState.SAID) for name, words in _WORDS.items()}
    card = ValueCard(
        id="",
        company_id="",
        walk_id="",
        subject_kind=SubjectKind.TECHNOLOGY,
        trade="",
        version=1,
        by_id="",
        at=_AT,
        entries=entries,
    )
    made = 0
    for file in CardHandOuts()(card, Company(id="", name="実り"), "ja"):
        if is_over():
            break
        file.make(say)
        made += 1
    return made
