"""A next step that stands in the words of a line, and whether a line tells of the step on record."""

from __future__ import annotations

import re
import unicodedata

from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import NextStep
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.meetings.parsing.models import Caught

_CONTENT = re.compile(r"[一-鿿々]{2,}|[ァ-ヶー]{2,}|[a-z]{4,}")
"""Words that say what it is about: kanji and katakana without their endings, longer Latin ones."""


def step_said(caught: Caught) -> StepGiven | None:
    """What is planned, with the day and the time where they are said; None where nothing is."""
    if caught.next_step is None:
        return None
    due_time = f"{caught.due_time:%H:%M}" if caught.due_on and caught.due_time else ""
    counts = is_meeting(caught.next_step)
    return StepGiven(text=caught.next_step, due_on=caught.due_on, due_time=due_time, is_meeting=counts)


def tells_of(text: str, step: NextStep | None) -> bool:
    """Does a line have a word of what it is about with a next step in common?"""
    said = _plain(text)
    return step is not None and any(word in said for word in _CONTENT.findall(_plain(step.text)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()
