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
GUIDE_PUBLISH_PLAN = "guide_publish_plan"
"""As a town's plan, with which functions of value cards are compared."""
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
# From the menu of a message
NOTE_MESSAGE = "note_message"
"""Chosen in the menu of anybody's message. `values`: its text; "by" and "by_name", who wrote it; "said_at" in UTC; and,
where it has one, its "permalink"."""
# Encounters
MEETING_SHOW = "meeting_show"
MEETING_CARD = "meeting_card"
MEETING_FIRM = "meeting_firm"
"""A coordinator looks at the encounters of a firm; the reference is the firm and the page."""
MEETING_MORE = "meeting_more"
MEETING_HISTORY = "meeting_history"
MEETING_PREPARE_FORM = "meeting_prepare_form"
MEETING_PREPARE_SEND = "meeting_prepare_send"
MEETING_OUTCOME_FORM = "meeting_outcome_form"
MEETING_OUTCOME_SEND = "meeting_outcome_send"
MEETING_CONTACT_FORM = "meeting_contact_form"
MEETING_CONTACT_SEND = "meeting_contact_send"
MEETING_STEP_FORM = "meeting_step_form"
MEETING_STEP_SEND = "meeting_step_send"
MEETING_DONE = "meeting_done"
MEETING_LATER_FORM = "meeting_later_form"
MEETING_LATER_SEND = "meeting_later_send"
MEETING_STAGE_FORM = "meeting_stage_form"
MEETING_STAGE_SEND = "meeting_stage_send"
MEETING_NAME_FORM = "meeting_name_form"
MEETING_NAME_SEND = "meeting_name_send"
MEETING_ISSUE_FORM = "meeting_issue_form"
MEETING_ISSUE_SEND = "meeting_issue_send"
MEETING_ISSUE_CLOSE = "meeting_issue_close"
MEETING_ASK_FORM = "meeting_ask_form"
MEETING_ASK_SEND = "meeting_ask_send"
MEETING_ACCEPT = "meeting_accept"
MEETING_TALK_FORM = "meeting_talk_form"
MEETING_TALK_SEND = "meeting_talk_send"
MEETING_TAKE_BACK = "meeting_take_back"
MEETING_DECLINE_FORM = "meeting_decline_form"
MEETING_DECLINE_SEND = "meeting_decline_send"
MEETING_SLEEP_FORM = "meeting_sleep_form"
MEETING_SLEEP_SEND = "meeting_sleep_send"
MEETING_GREETING = "meeting_greeting"
MEETING_SAME = "meeting_same"
MEETING_ACHIEVE = "meeting_achieve"
MEETING_REOPEN = "meeting_reopen"
MEETING_UNDO = "meeting_undo"
MEETING_CONFIRM = "meeting_confirm"
MEETING_REFUSE = "meeting_refuse"
MEETING_CORRECT_FORM = "meeting_correct_form"
MEETING_CORRECT_SEND = "meeting_correct_send"
MEETING_DRAFT_FORM = "meeting_draft_form"
MEETING_DRAFT_SHOW = "meeting_draft_show"
MEETING_TYPED = "meeting_typed"
MEETING_TYPED_DROP = "meeting_typed_drop"
SUCCESSION_FORM = "succession_form"
SUCCESSION_SEND = "succession_send"
SUCCESSION_UNDECIDED = "succession_undecided"
SUCCESSION_AGAIN = "succession_again"
PACK = "pack"
# Catching encounters
CATCH_FORM = "catch_form"
CATCH_FORM_SEND = "catch_form_send"
CATCH_LINE = "catch_line"
CATCH_RECORD = "catch_record"
CATCH_MEETING = "catch_meeting"
"""The next step counts as a meeting, or does no more."""
CATCH_FIX = "catch_fix"
CATCH_FIX_SEND = "catch_fix_send"
CATCH_DROP = "catch_drop"
CATCH_FOR_FORM = "catch_for_form"
CATCH_FOR_SEND = "catch_for_send"
CATCH_FOR_UNDO = "catch_for_undo"
CATCH_BACK = "catch_back"
NOTE_SEND = "note_send"
CARDS_OPEN = "cards_open"
CARDS_PAGE = "cards_page"
CARDS_KEEP = "cards_keep"
CARDS_LATER = "cards_later"
CARDS_GREETING = "cards_greeting"
CARDS_UNDO = "cards_undo"
CARDS_SAME = "cards_same"
CARDS_OTHER = "cards_other"
CARDS_FIX = "cards_fix"
CARDS_FIX_SEND = "cards_fix_send"
CARDS_ABOUT = "cards_about"
CARDS_ABOUT_SEND = "cards_about_send"
CARDS_REST = "cards_rest"
CARDS_REST_UNDO = "cards_rest_undo"
CARDS_FORGET = "cards_forget"
CARDS_OUTCOME = "cards_outcome"
CARDS_OUTCOME_SEND = "cards_outcome_send"
FILE_AS_GUIDE = "file_as_guide"
# Nudges
NUDGE_WHY = "nudge_why"
NUDGE_MUTE = "nudge_mute"
NUDGE_UNMUTE = "nudge_unmute"
NUDGE_SETTINGS = "nudge_settings"
NUDGE_SETTINGS_SEND = "nudge_settings_send"
NUDGE_UPCOMING = "nudge_upcoming"
NUDGE_UPCOMING_PAGE = "nudge_upcoming_page"
CADENCE_FORM = "cadence_form"
CADENCE_SEND = "cadence_send"
# Days off
ABSENCE_SHOW = "absence_show"
ABSENCE_FORM = "absence_form"
ABSENCE_SEND = "absence_send"
ABSENCE_REMOVE = "absence_remove"
ABSENCE_RESTORE = "absence_restore"
# Value walks
WALK_INTRO = "walk_intro"
"""How a value walk goes, with the button that begins one."""
WALK_START_FORM = "walk_start_form"
WALK_START_SEND = "walk_start_send"
WALK_RESUME = "walk_resume"
WALK_SHOW = "walk_show"
"""What was answered so far."""
WALK_UNKNOWN = "walk_unknown"
WALK_LATER = "walk_later"
WALK_HINT = "walk_hint"
WALK_BACK = "walk_back"
WALK_AS_IS = "walk_as_is"
WALK_CHOOSE = "walk_choose"
WALK_DATE_FORM = "walk_date_form"
WALK_DATE_SEND = "walk_date_send"
WALK_PAUSE_FORM = "walk_pause_form"
WALK_PAUSE_SEND = "walk_pause_send"
WALK_MORE = "walk_more"
WALK_CORRECT_FORM = "walk_correct_form"
WALK_CORRECT_PICK = "walk_correct_pick"
WALK_CORRECT_SEND = "walk_correct_send"
WALK_LENGTH_FORM = "walk_length_form"
WALK_LENGTH_SEND = "walk_length_send"
WALK_HAND_FORM = "walk_hand_form"
WALK_HAND_SEND = "walk_hand_send"
WALK_ACCEPT = "walk_accept"
WALK_DECLINE = "walk_decline"
WALK_WITHDRAW = "walk_withdraw"
WALK_AGAIN_FORM = "walk_again_form"
WALK_AGAIN_SEND = "walk_again_send"
WALK_FINISH = "walk_finish"
WALK_FINISH_EARLY = "walk_finish_early"
WALK_ERASE = "walk_erase"
WALK_UNDO = "walk_undo"
WALK_NOT_ANSWER = "walk_not_answer"
WALK_ASK = "walk_ask"
"""Words that were no answer: to the guides, and to no language model where the firm does not want one."""
WALK_TAKE = "walk_take"
WALK_CONFIRM = "walk_confirm"
WALK_REFUSE = "walk_refuse"
WALK_USE_TICK = "walk_use_tick"
WALK_USE_DECLINE = "walk_use_decline"
WALK_DRAFT = "walk_draft"
WALK_DRAFT_KEEP = "walk_draft_keep"
WALK_DRAFT_DROP = "walk_draft_drop"
WALK_MODEL_FORM = "walk_model_form"
WALK_MODEL_SEND = "walk_model_send"
# Value cards
VALUE_SHOW = "value_show"
VALUE_POST = "value_post"
"""The card as a message of its own."""
VALUE_EDIT = "value_edit"
"""Which group of fields?"""
VALUE_EDIT_FORM = "value_edit_form"
VALUE_EDIT_SEND = "value_edit_send"
VALUE_OPEN_FORM = "value_open_form"
"""The open questions of a card."""
VALUE_OPEN_SEND = "value_open_send"
VALUE_SHARE_FORM = "value_share_form"
VALUE_SHARE_SEND = "value_share_send"
VALUE_SHARE_AGREE = "value_share_agree"
"""After the caution that stands before the region."""
VALUE_UNSHARE = "value_unshare"
VALUE_TEXT = "value_text"
VALUE_FILES = "value_files"
VALUE_HISTORY = "value_history"
VALUE_COMPARE = "value_compare"
VALUE_COMPARE_FORM = "value_compare_form"
VALUE_COMPARE_SEND = "value_compare_send"
VALUE_RESTORE = "value_restore"
VALUE_UNDO = "value_undo"
VALUE_DELETE = "value_delete"
VALUE_FIND_FORM = "value_find_form"
VALUE_FIND_SEND = "value_find_send"
VALUE_FIND_PAGE = "value_find_page"
# New uses
USE_SHOW = "use_show"
USE_MORE = "use_more"
USE_TICK = "use_tick"
USE_DECLINE = "use_decline"
USE_UNDO = "use_undo"
USE_FIRST_FORM = "use_first_form"
"""Who would be the first person to ask there?"""
USE_FIRST_SEND = "use_first_send"
USE_MATRIX = "use_matrix"
"""The functions of a card beside what a town's plan says; the reference is the card and the page."""
USE_CELL_TICK = "use_cell_tick"
USE_CELL_DECLINE = "use_cell_decline"
USE_CELL_UNDO = "use_cell_undo"
# Digests
DIGEST_MORE = "digest_more"
"""All lines: the reference is the digest (`-` for everything as it is now) and the page."""
DIGEST_PAGE = "digest_page"
DIGEST_TIDY_FORM = "digest_tidy_form"
DIGEST_TIDY_SEND = "digest_tidy_send"
DIGEST_RESTORE = "digest_restore"
DIGEST_SETTINGS = "digest_settings"
DIGEST_SETTINGS_SEND = "digest_settings_send"

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
    GUIDE_PUBLISH_PLAN: Shown.REPLACED,
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
    NOTE_MESSAGE: Shown.SHEET,
    MEETING_SHOW: Shown.SHEET,
    MEETING_CARD: Shown.REPLACED,
    MEETING_FIRM: Shown.SHEET,
    MEETING_MORE: Shown.SHEET,
    MEETING_HISTORY: Shown.SHEET,
    MEETING_PREPARE_FORM: Shown.SHEET,
    MEETING_PREPARE_SEND: Shown.SHEET,
    MEETING_OUTCOME_FORM: Shown.SHEET,
    MEETING_OUTCOME_SEND: Shown.SHEET,
    MEETING_CONTACT_FORM: Shown.SHEET,
    MEETING_CONTACT_SEND: Shown.SHEET,
    MEETING_STEP_FORM: Shown.SHEET,
    MEETING_STEP_SEND: Shown.SHEET,
    MEETING_DONE: Shown.REPLACED,
    MEETING_LATER_FORM: Shown.SHEET,
    MEETING_LATER_SEND: Shown.SHEET,
    MEETING_STAGE_FORM: Shown.SHEET,
    MEETING_STAGE_SEND: Shown.SHEET,
    MEETING_NAME_FORM: Shown.SHEET,
    MEETING_NAME_SEND: Shown.SHEET,
    MEETING_ISSUE_FORM: Shown.SHEET,
    MEETING_ISSUE_SEND: Shown.SHEET,
    MEETING_ISSUE_CLOSE: Shown.REPLACED,
    MEETING_ASK_FORM: Shown.SHEET,
    MEETING_ASK_SEND: Shown.SHEET,
    MEETING_ACCEPT: Shown.REPLACED,
    MEETING_TALK_FORM: Shown.SHEET,
    MEETING_TALK_SEND: Shown.SHEET,
    MEETING_TAKE_BACK: Shown.REPLACED,
    MEETING_DECLINE_FORM: Shown.SHEET,
    MEETING_DECLINE_SEND: Shown.SHEET,
    MEETING_SLEEP_FORM: Shown.SHEET,
    MEETING_SLEEP_SEND: Shown.SHEET,
    MEETING_GREETING: Shown.REPLACED,
    MEETING_SAME: Shown.REPLACED,
    MEETING_ACHIEVE: Shown.REPLACED,
    MEETING_REOPEN: Shown.REPLACED,
    MEETING_UNDO: Shown.REPLACED,
    MEETING_CONFIRM: Shown.REPLACED,
    MEETING_REFUSE: Shown.REPLACED,
    MEETING_CORRECT_FORM: Shown.SHEET,
    MEETING_CORRECT_SEND: Shown.SHEET,
    MEETING_DRAFT_FORM: Shown.SHEET,
    MEETING_DRAFT_SHOW: Shown.SHEET,
    MEETING_TYPED: Shown.REPLACED,
    MEETING_TYPED_DROP: Shown.REPLACED,
    SUCCESSION_FORM: Shown.SHEET,
    SUCCESSION_SEND: Shown.SHEET,
    SUCCESSION_UNDECIDED: Shown.REPLACED,
    SUCCESSION_AGAIN: Shown.REPLACED,
    PACK: Shown.SAID,
    CATCH_FORM: Shown.SHEET,
    CATCH_FORM_SEND: Shown.SHEET,
    CATCH_LINE: Shown.SAID,
    CATCH_RECORD: Shown.REPLACED,
    CATCH_MEETING: Shown.REPLACED,
    CATCH_FIX: Shown.SHEET,
    CATCH_FIX_SEND: Shown.SHEET,
    CATCH_DROP: Shown.REPLACED,
    CATCH_FOR_FORM: Shown.SHEET,
    CATCH_FOR_SEND: Shown.SHEET,
    CATCH_FOR_UNDO: Shown.REPLACED,
    CATCH_BACK: Shown.REPLACED,
    NOTE_SEND: Shown.SHEET,
    CARDS_OPEN: Shown.SAID,
    CARDS_PAGE: Shown.REPLACED,
    CARDS_KEEP: Shown.REPLACED,
    CARDS_LATER: Shown.REPLACED,
    CARDS_GREETING: Shown.REPLACED,
    CARDS_UNDO: Shown.REPLACED,
    CARDS_SAME: Shown.REPLACED,
    CARDS_OTHER: Shown.REPLACED,
    CARDS_FIX: Shown.SHEET,
    CARDS_FIX_SEND: Shown.SHEET,
    CARDS_ABOUT: Shown.SHEET,
    CARDS_ABOUT_SEND: Shown.SHEET,
    CARDS_REST: Shown.REPLACED,
    CARDS_REST_UNDO: Shown.REPLACED,
    CARDS_FORGET: Shown.REPLACED,
    CARDS_OUTCOME: Shown.SHEET,
    CARDS_OUTCOME_SEND: Shown.SHEET,
    FILE_AS_GUIDE: Shown.SAID,
    NUDGE_WHY: Shown.SHEET,
    NUDGE_MUTE: Shown.SHEET,
    NUDGE_UNMUTE: Shown.SHEET,
    NUDGE_SETTINGS: Shown.SHEET,
    NUDGE_SETTINGS_SEND: Shown.SHEET,
    NUDGE_UPCOMING: Shown.SHEET,
    NUDGE_UPCOMING_PAGE: Shown.REPLACED,
    CADENCE_FORM: Shown.SHEET,
    CADENCE_SEND: Shown.SHEET,
    ABSENCE_SHOW: Shown.SHEET,
    ABSENCE_FORM: Shown.SHEET,
    ABSENCE_SEND: Shown.SHEET,
    ABSENCE_REMOVE: Shown.SHEET,
    ABSENCE_RESTORE: Shown.SHEET,
    WALK_INTRO: Shown.SAID,
    WALK_START_FORM: Shown.SHEET,
    WALK_START_SEND: Shown.SHEET,
    WALK_RESUME: Shown.SAID,
    WALK_SHOW: Shown.SHEET,
    WALK_UNKNOWN: Shown.REPLACED,
    WALK_LATER: Shown.REPLACED,
    WALK_HINT: Shown.REPLACED,
    WALK_BACK: Shown.REPLACED,
    WALK_AS_IS: Shown.REPLACED,
    WALK_CHOOSE: Shown.REPLACED,
    WALK_DATE_FORM: Shown.SHEET,
    WALK_DATE_SEND: Shown.SHEET,
    WALK_PAUSE_FORM: Shown.SHEET,
    WALK_PAUSE_SEND: Shown.SHEET,
    WALK_MORE: Shown.SHEET,
    WALK_CORRECT_FORM: Shown.SHEET,
    WALK_CORRECT_PICK: Shown.SHEET,
    WALK_CORRECT_SEND: Shown.SHEET,
    WALK_LENGTH_FORM: Shown.SHEET,
    WALK_LENGTH_SEND: Shown.SHEET,
    WALK_HAND_FORM: Shown.SHEET,
    WALK_HAND_SEND: Shown.SHEET,
    WALK_ACCEPT: Shown.REPLACED,
    WALK_DECLINE: Shown.REPLACED,
    WALK_WITHDRAW: Shown.REPLACED,
    WALK_AGAIN_FORM: Shown.SHEET,
    WALK_AGAIN_SEND: Shown.SHEET,
    WALK_FINISH: Shown.REPLACED,
    WALK_FINISH_EARLY: Shown.SHEET,
    WALK_ERASE: Shown.SHEET,
    WALK_UNDO: Shown.REPLACED,
    WALK_NOT_ANSWER: Shown.REPLACED,
    WALK_ASK: Shown.SAID,
    WALK_TAKE: Shown.REPLACED,
    WALK_CONFIRM: Shown.REPLACED,
    WALK_REFUSE: Shown.REPLACED,
    WALK_USE_TICK: Shown.REPLACED,
    WALK_USE_DECLINE: Shown.REPLACED,
    WALK_DRAFT: Shown.SAID,
    WALK_DRAFT_KEEP: Shown.REPLACED,
    WALK_DRAFT_DROP: Shown.REPLACED,
    WALK_MODEL_FORM: Shown.SHEET,
    WALK_MODEL_SEND: Shown.SHEET,
    VALUE_SHOW: Shown.SHEET,
    VALUE_POST: Shown.SAID,
    VALUE_EDIT: Shown.SHEET,
    VALUE_EDIT_FORM: Shown.SHEET,
    VALUE_EDIT_SEND: Shown.SHEET,
    VALUE_OPEN_FORM: Shown.SHEET,
    VALUE_OPEN_SEND: Shown.SHEET,
    VALUE_SHARE_FORM: Shown.SHEET,
    VALUE_SHARE_SEND: Shown.SHEET,
    VALUE_SHARE_AGREE: Shown.SHEET,
    VALUE_UNSHARE: Shown.REPLACED,
    VALUE_TEXT: Shown.SHEET,
    VALUE_FILES: Shown.SAID,
    VALUE_HISTORY: Shown.SHEET,
    VALUE_COMPARE: Shown.SHEET,
    VALUE_COMPARE_FORM: Shown.SHEET,
    VALUE_COMPARE_SEND: Shown.SHEET,
    VALUE_RESTORE: Shown.SHEET,
    VALUE_UNDO: Shown.REPLACED,
    VALUE_DELETE: Shown.REPLACED,
    VALUE_FIND_FORM: Shown.SHEET,
    VALUE_FIND_SEND: Shown.SHEET,
    VALUE_FIND_PAGE: Shown.REPLACED,
    USE_SHOW: Shown.SHEET,
    USE_MORE: Shown.SHEET,
    USE_TICK: Shown.SHEET,
    USE_DECLINE: Shown.SHEET,
    USE_UNDO: Shown.SHEET,
    USE_FIRST_FORM: Shown.SHEET,
    USE_FIRST_SEND: Shown.SHEET,
    USE_MATRIX: Shown.SHEET,
    USE_CELL_TICK: Shown.SHEET,
    USE_CELL_DECLINE: Shown.SHEET,
    USE_CELL_UNDO: Shown.SHEET,
    DIGEST_MORE: Shown.SHEET,
    DIGEST_PAGE: Shown.REPLACED,
    DIGEST_TIDY_FORM: Shown.SHEET,
    DIGEST_TIDY_SEND: Shown.SHEET,
    DIGEST_RESTORE: Shown.SHEET,
    DIGEST_SETTINGS: Shown.SHEET,
    DIGEST_SETTINGS_SEND: Shown.SHEET,
}
