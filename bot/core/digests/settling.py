"""Which presses, wherever they are made, can settle a line of a digest."""

from __future__ import annotations

from bot.core import actions

SETTLES = frozenset(
    {
        actions.ANSWER_SEND,
        actions.ASK_BACK_SEND,
        actions.REFER_SEND,
        actions.DRAFT_SEND,
        actions.DRAFT_ASK_BACK,
        actions.CATCH_FORM_SEND,
        actions.CATCH_RECORD,
        actions.SUCCESSION_SEND,
        actions.SUCCESSION_UNDECIDED,
        actions.SUCCESSION_AGAIN,
        actions.INTRODUCTION_ASK_SEND,
        actions.INTRODUCTION_AWAY_SEND,
        actions.INTRODUCTION_BACK,
        actions.CHANGEOVER_SOME_SEND,
        actions.CHANGEOVER_DECLINE_SEND,
    }
)
"""What a coordinator can settle of a digest's lines."""
