"""What people give to a walk: how to begin, and their words. Words are trimmed, never rewritten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.core.coaching.cards.models import SubjectKind
from bot.core.coaching.walks.models import WalkLength
from bot.core.coaching.walks.script import Question
from bot.core.messages import Locale, Message, chosen_of

WORDS_AT_MOST = 40_000
"""Characters of one part of an answer: as many as a message of Slack holds, so that none is refused for its length."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NewWalk:
    """How a walk begins. `trade` is said where the firm has none on record yet. `owner_id` is said by a coordinator
    who types for somebody; "" for oneself. `subject` may be left for the first question."""

    length: WalkLength
    locale: Locale
    subject_kind: SubjectKind = SubjectKind.TECHNOLOGY
    trade: str = ""
    subject: str = ""
    owner_id: str = ""


def words(text: str) -> str:
    """Somebody's own words as they are kept: trimmed, without what no database takes (U+0000, halves of surrogate
    pairs)."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode("utf-8").strip()


def faulty(question: Question | None, text: str) -> Message | None:
    """Why words cannot be the answer to a question; None where they can."""
    if not text:
        return Message("walk-refused-empty")
    if len(text) > WORDS_AT_MOST:
        return Message("walk-refused-too-long", {"most": WORDS_AT_MOST, "length": len(text)})
    if question is None:
        return Message("walk-refused-no-question")
    values = {one.value for one in question.choices}
    if question.kind == "choice" and text not in values:
        return Message("walk-refused-choice")
    if question.kind == "choices" and not (chosen_of(text) and set(chosen_of(text)) <= values):
        return Message("walk-refused-choice")
    return Message("walk-refused-date") if question.kind == "date" and not _is_date(text) else None


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
