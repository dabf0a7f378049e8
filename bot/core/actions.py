"""Every action word a button can carry, and where what comes of it is shown. The same words on every platform."""

from __future__ import annotations

from enum import StrEnum


class Shown(StrEnum):
    """Where the reply to a press goes."""

    SAID = "said"
    """A new message where the button was pressed."""
    REPLACED = "replaced"
    """The message that carries the button becomes the reply."""
    SHEET = "sheet"
    """Beside the conversation, for the person alone: a modal, a card. Opened empty at once, then filled."""
    HOME = "home"
    """The person's page is drawn again."""


# Asking
ASK = "ask"
SHOW_PASSAGE = "show_passage"
RATE_USEFUL = "rate_useful"
RATE_OFF = "rate_off"
HAND_OVER = "hand_over"
SHOW_ADVICE = "show_advice"
"""The passage behind a citation that nobody asked for; the reference is the question."""
# A person answers
ANSWER_FORM = "answer_form"
ANSWER_SEND = "answer_send"
ASK_BACK_FORM = "ask_back_form"
ASK_BACK_SEND = "ask_back_send"
REFER_FORM = "refer_form"
REFER_SEND = "refer_send"
DRAFT_SEND = "draft_send"
DRAFT_ASK_BACK = "draft_ask_back"
DRAFT_TO_COORDINATOR = "draft_to_coordinator"
DRAFT_TO_GUIDES = "draft_to_guides"
DRAFT_DROP = "draft_drop"
WITHDRAW = "withdraw"
# Guides by chat
GUIDE_PUBLISH = "guide_publish"
GUIDE_PUT_AWAY = "guide_put_away"
GUIDE_UNDO = "guide_undo"
GUIDE_RETIRE = "guide_retire"
GUIDE_ROLL_BACK = "guide_roll_back"
GUIDE_SHOW = "guide_show"
# People
SHARE = "share"
SHARE_FORM = "share_form"
LEAVE = "leave"
REJOIN = "rejoin"
TURN_PAGE = "turn_page"

SHOWN: dict[str, Shown] = {
    ASK: Shown.SAID,
    SHOW_PASSAGE: Shown.SHEET,
    SHOW_ADVICE: Shown.SHEET,
    RATE_USEFUL: Shown.REPLACED,
    RATE_OFF: Shown.REPLACED,
    HAND_OVER: Shown.REPLACED,
    ANSWER_FORM: Shown.SHEET,
    ANSWER_SEND: Shown.SHEET,
    ASK_BACK_FORM: Shown.SHEET,
    ASK_BACK_SEND: Shown.SHEET,
    REFER_FORM: Shown.SHEET,
    REFER_SEND: Shown.SHEET,
    DRAFT_SEND: Shown.REPLACED,
    DRAFT_ASK_BACK: Shown.REPLACED,
    DRAFT_TO_COORDINATOR: Shown.REPLACED,
    DRAFT_TO_GUIDES: Shown.REPLACED,
    DRAFT_DROP: Shown.REPLACED,
    WITHDRAW: Shown.REPLACED,
    GUIDE_PUBLISH: Shown.REPLACED,
    GUIDE_PUT_AWAY: Shown.REPLACED,
    GUIDE_UNDO: Shown.REPLACED,
    GUIDE_RETIRE: Shown.HOME,
    GUIDE_ROLL_BACK: Shown.HOME,
    GUIDE_SHOW: Shown.SHEET,
    SHARE: Shown.REPLACED,
    SHARE_FORM: Shown.SHEET,
    LEAVE: Shown.HOME,
    REJOIN: Shown.HOME,
    TURN_PAGE: Shown.HOME,
}
