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


SHOWN: dict[str, Shown] = {}
"""Of each action word, where what comes of it is shown."""


def said(word: str) -> str:
    """Make an action word that is answered by a message."""
    SHOWN[word] = Shown.SAID
    return word


def replaced(word: str) -> str:
    """Make an action word whose message becomes the reply."""
    SHOWN[word] = Shown.REPLACED
    return word


def sheet(word: str) -> str:
    """Make an action word that opens a sheet."""
    SHOWN[word] = Shown.SHEET
    return word


def home(word: str) -> str:
    """Make an action word that draws the person's page again."""
    SHOWN[word] = Shown.HOME
    return word


# Asking
ASK = said("ask")
SHOW_PASSAGE = sheet("show_passage")
RATE_USEFUL = replaced("rate_useful")
RATE_OFF = replaced("rate_off")
HAND_OVER = replaced("hand_over")
SHOW_ADVICE = sheet("show_advice")
"""The passage behind a citation that nobody asked for; the reference is the question."""
# A person answers
ANSWER_FORM = sheet("answer_form")
ANSWER_SEND = sheet("answer_send")
ASK_BACK_FORM = sheet("ask_back_form")
ASK_BACK_SEND = sheet("ask_back_send")
REFER_FORM = sheet("refer_form")
REFER_SEND = sheet("refer_send")
DRAFT_SEND = replaced("draft_send")
DRAFT_ASK_BACK = replaced("draft_ask_back")
DRAFT_TO_COORDINATOR = replaced("draft_to_coordinator")
DRAFT_TO_GUIDES = replaced("draft_to_guides")
DRAFT_DROP = replaced("draft_drop")
WITHDRAW = replaced("withdraw")
# Guides by chat
GUIDE_PUBLISH = replaced("guide_publish")
GUIDE_PUBLISH_PLAN = replaced("guide_publish_plan")
"""As a town's plan, with which functions of value cards are compared."""
GUIDE_PUT_AWAY = replaced("guide_put_away")
GUIDE_UNDO = replaced("guide_undo")
GUIDE_RETIRE = home("guide_retire")
GUIDE_ROLL_BACK = home("guide_roll_back")
GUIDE_SHOW = sheet("guide_show")
# Questions that are alike
JOIN_FORM = sheet("join_form")
JOIN_SEND = sheet("join_send")
JOIN_APART = replaced("join_apart")
# A coordinator's answer among the guides
ENTRY_FORM = sheet("entry_form")
"""The reference is a question that was answered, or `entry:` with an entry that is to be edited."""
ENTRY_SEND = sheet("entry_send")
ENTRY_LOOK = sheet("entry_look")
ENTRY_AGREE = replaced("entry_agree")
ENTRY_DECLINE = replaced("entry_decline")
ENTRY_PUBLISH = replaced("entry_publish")
ENTRY_BACK_FORM = sheet("entry_back_form")
ENTRY_BACK_SEND = sheet("entry_back_send")
ENTRY_KEEP = replaced("entry_keep")
ENTRY_RETIRE = replaced("entry_retire")
# People
SHARE = replaced("share")
SHARE_FORM = sheet("share_form")
LEAVE = home("leave")
REJOIN = home("rejoin")
TURN_PAGE = home("turn_page")
# From the menu of a message
NOTE_MESSAGE = sheet("note_message")
"""Chosen in the menu of anybody's message. `values`: its text; "by" and "by_name", who wrote it; "said_at" in UTC; and,
where it has one, its "permalink"."""
# Encounters
MEETING_SHOW = sheet("meeting_show")
MEETING_CARD = replaced("meeting_card")
MEETING_FIRM = sheet("meeting_firm")
"""A coordinator looks at the encounters of a firm; the reference is the firm and the page."""
MEETING_MORE = sheet("meeting_more")
MEETING_HISTORY = sheet("meeting_history")
MEETING_PREPARE_FORM = sheet("meeting_prepare_form")
MEETING_PREPARE_SEND = sheet("meeting_prepare_send")
MEETING_OUTCOME_FORM = sheet("meeting_outcome_form")
MEETING_OUTCOME_SEND = sheet("meeting_outcome_send")
MEETING_CONTACT_FORM = sheet("meeting_contact_form")
MEETING_CONTACT_SEND = sheet("meeting_contact_send")
MEETING_STEP_FORM = sheet("meeting_step_form")
MEETING_STEP_SEND = sheet("meeting_step_send")
MEETING_DONE = replaced("meeting_done")
MEETING_LATER_FORM = sheet("meeting_later_form")
MEETING_LATER_SEND = sheet("meeting_later_send")
MEETING_STAGE_FORM = sheet("meeting_stage_form")
MEETING_STAGE_SEND = sheet("meeting_stage_send")
MEETING_NAME_FORM = sheet("meeting_name_form")
MEETING_NAME_SEND = sheet("meeting_name_send")
MEETING_ISSUE_FORM = sheet("meeting_issue_form")
MEETING_ISSUE_SEND = sheet("meeting_issue_send")
MEETING_ISSUE_CLOSE = replaced("meeting_issue_close")
MEETING_ASK_FORM = sheet("meeting_ask_form")
MEETING_ASK_SEND = sheet("meeting_ask_send")
MEETING_ACCEPT = replaced("meeting_accept")
MEETING_TALK_FORM = sheet("meeting_talk_form")
MEETING_TALK_SEND = sheet("meeting_talk_send")
MEETING_TAKE_BACK = replaced("meeting_take_back")
MEETING_DECLINE_FORM = sheet("meeting_decline_form")
MEETING_DECLINE_SEND = sheet("meeting_decline_send")
MEETING_SLEEP_FORM = sheet("meeting_sleep_form")
MEETING_SLEEP_SEND = sheet("meeting_sleep_send")
MEETING_GREETING = replaced("meeting_greeting")
MEETING_SAME = replaced("meeting_same")
MEETING_ACHIEVE = replaced("meeting_achieve")
MEETING_REOPEN = replaced("meeting_reopen")
MEETING_UNDO = replaced("meeting_undo")
MEETING_CONFIRM = replaced("meeting_confirm")
MEETING_REFUSE = replaced("meeting_refuse")
MEETING_CORRECT_FORM = sheet("meeting_correct_form")
MEETING_CORRECT_SEND = sheet("meeting_correct_send")
MEETING_DRAFT_FORM = sheet("meeting_draft_form")
MEETING_DRAFT_SHOW = sheet("meeting_draft_show")
MEETING_TYPED = replaced("meeting_typed")
MEETING_TYPED_DROP = replaced("meeting_typed_drop")
SUCCESSION_FORM = sheet("succession_form")
SUCCESSION_SEND = sheet("succession_send")
SUCCESSION_UNDECIDED = replaced("succession_undecided")
SUCCESSION_AGAIN = replaced("succession_again")
PACK = said("pack")
# Catching encounters
CATCH_FORM = sheet("catch_form")
CATCH_FORM_SEND = sheet("catch_form_send")
CATCH_LINE = said("catch_line")
CATCH_TRY = sheet("catch_try")
CATCH_TRY_SEND = sheet("catch_try_send")
CATCH_RECORD = replaced("catch_record")
CATCH_MEETING = replaced("catch_meeting")
"""The next step counts as a meeting, or does no more."""
CATCH_FIX = sheet("catch_fix")
CATCH_FIX_SEND = sheet("catch_fix_send")
CATCH_DROP = replaced("catch_drop")
CATCH_FOR_FORM = sheet("catch_for_form")
CATCH_FOR_SEND = sheet("catch_for_send")
CATCH_FOR_UNDO = replaced("catch_for_undo")
CATCH_BACK = replaced("catch_back")
NOTE_SEND = sheet("note_send")
CARDS_OPEN = said("cards_open")
CARDS_PAGE = replaced("cards_page")
CARDS_KEEP = replaced("cards_keep")
CARDS_LATER = replaced("cards_later")
CARDS_GREETING = replaced("cards_greeting")
CARDS_UNDO = replaced("cards_undo")
CARDS_SAME = replaced("cards_same")
CARDS_OTHER = replaced("cards_other")
CARDS_FIX = sheet("cards_fix")
CARDS_FIX_SEND = sheet("cards_fix_send")
CARDS_ABOUT = sheet("cards_about")
CARDS_ABOUT_SEND = sheet("cards_about_send")
CARDS_REST = replaced("cards_rest")
CARDS_REST_UNDO = replaced("cards_rest_undo")
CARDS_FORGET = replaced("cards_forget")
CARDS_OUTCOME = sheet("cards_outcome")
CARDS_OUTCOME_SEND = sheet("cards_outcome_send")
FILE_AS_GUIDE = said("file_as_guide")
# Nudges
NUDGE_WHY = sheet("nudge_why")
NUDGE_MUTE = sheet("nudge_mute")
NUDGE_UNMUTE = sheet("nudge_unmute")
NUDGE_SETTINGS = sheet("nudge_settings")
NUDGE_SETTINGS_SEND = sheet("nudge_settings_send")
NUDGE_UPCOMING = sheet("nudge_upcoming")
NUDGE_UPCOMING_PAGE = replaced("nudge_upcoming_page")
CADENCE_FORM = sheet("cadence_form")
CADENCE_SEND = sheet("cadence_send")
# Days off
ABSENCE_SHOW = sheet("absence_show")
ABSENCE_FORM = sheet("absence_form")
ABSENCE_SEND = sheet("absence_send")
ABSENCE_REMOVE = sheet("absence_remove")
ABSENCE_RESTORE = sheet("absence_restore")
ABSENCE_OF = sheet("absence_of")
"""Leave of somebody else, or a firm's days off, for an admin; the reference is `person:id` or `company:id`."""
ABSENCE_OF_FORM = sheet("absence_of_form")
ABSENCE_OF_SEND = sheet("absence_of_send")
ABSENCE_OF_REMOVE = sheet("absence_of_remove")
ABSENCE_OF_RESTORE = sheet("absence_of_restore")
# Value walks
WALK_INTRO = said("walk_intro")
"""How a value walk goes, with the button that begins one."""
WALK_START_FORM = sheet("walk_start_form")
WALK_START_SEND = sheet("walk_start_send")
WALK_RESUME = said("walk_resume")
WALK_OPEN = said("walk_open")
"""What a card leaves open, one question at a time; the reference is the walk."""
WALK_SHOW = sheet("walk_show")
"""What was answered so far."""
WALK_UNKNOWN = replaced("walk_unknown")
WALK_LATER = replaced("walk_later")
WALK_HINT = replaced("walk_hint")
WALK_BACK = replaced("walk_back")
WALK_AS_IS = replaced("walk_as_is")
WALK_CHOOSE = replaced("walk_choose")
WALK_DATE_FORM = sheet("walk_date_form")
WALK_DATE_SEND = sheet("walk_date_send")
WALK_PAUSE_FORM = sheet("walk_pause_form")
WALK_PAUSE_SEND = sheet("walk_pause_send")
WALK_MORE = sheet("walk_more")
WALK_CORRECT_FORM = sheet("walk_correct_form")
WALK_CORRECT_PICK = sheet("walk_correct_pick")
WALK_CORRECT_SEND = sheet("walk_correct_send")
WALK_LENGTH_FORM = sheet("walk_length_form")
WALK_LENGTH_SEND = sheet("walk_length_send")
WALK_HAND_FORM = sheet("walk_hand_form")
WALK_HAND_SEND = sheet("walk_hand_send")
WALK_ACCEPT = replaced("walk_accept")
WALK_DECLINE = replaced("walk_decline")
WALK_WITHDRAW = replaced("walk_withdraw")
WALK_AGAIN_FORM = sheet("walk_again_form")
WALK_AGAIN_SEND = sheet("walk_again_send")
WALK_FINISH = replaced("walk_finish")
WALK_FINISH_EARLY = sheet("walk_finish_early")
WALK_ERASE = sheet("walk_erase")
WALK_UNDO = replaced("walk_undo")
WALK_NOT_ANSWER = replaced("walk_not_answer")
WALK_ASK = said("walk_ask")
"""Words that were no answer: to the guides, and to no language model where the firm does not want one."""
WALK_TAKE = replaced("walk_take")
WALK_REPLACE = replaced("walk_replace")
WALK_ADD = replaced("walk_add")
WALK_ADD_FORM = sheet("walk_add_form")
WALK_ADD_SEND = sheet("walk_add_send")
WALK_CONFIRM = replaced("walk_confirm")
WALK_REFUSE = replaced("walk_refuse")
WALK_USE_TICK = replaced("walk_use_tick")
WALK_USE_DECLINE = replaced("walk_use_decline")
WALK_DRAFT = said("walk_draft")
WALK_DRAFT_KEEP = replaced("walk_draft_keep")
WALK_DRAFT_DROP = replaced("walk_draft_drop")
WALK_MODEL_FORM = sheet("walk_model_form")
WALK_MODEL_SEND = sheet("walk_model_send")
# Value cards
VALUE_SHOW = sheet("value_show")
VALUE_POST = said("value_post")
"""The card as a message of its own."""
VALUE_EDIT = sheet("value_edit")
"""Which group of fields?"""
VALUE_EDIT_FORM = sheet("value_edit_form")
VALUE_EDIT_SEND = sheet("value_edit_send")
VALUE_ACCEPT = replaced("value_accept")
"""Words that seemed to speak of the product alone are right as they are."""
VALUE_OPEN_FORM = sheet("value_open_form")
"""The open questions of a card."""
VALUE_OPEN_SEND = sheet("value_open_send")
VALUE_SHARE_FORM = sheet("value_share_form")
VALUE_SHARE_SEND = sheet("value_share_send")
VALUE_SHARE_AGREE = sheet("value_share_agree")
"""After the caution that stands before the region."""
VALUE_UNSHARE = replaced("value_unshare")
VALUE_TEXT = sheet("value_text")
VALUE_FILES = said("value_files")
VALUE_HISTORY = sheet("value_history")
VALUE_COMPARE = sheet("value_compare")
VALUE_COMPARE_FORM = sheet("value_compare_form")
VALUE_COMPARE_SEND = sheet("value_compare_send")
VALUE_RESTORE = sheet("value_restore")
VALUE_UNDO = replaced("value_undo")
VALUE_DELETE = replaced("value_delete")
VALUE_FIND_FORM = sheet("value_find_form")
VALUE_FIND_SEND = sheet("value_find_send")
VALUE_FIND_PAGE = replaced("value_find_page")
# New uses
USE_SHOW = sheet("use_show")
USE_MORE = sheet("use_more")
USE_TICK = sheet("use_tick")
USE_DECLINE = sheet("use_decline")
USE_UNDO = sheet("use_undo")
USE_FIRST_FORM = sheet("use_first_form")
"""Who would be the first person to ask there?"""
USE_FIRST_SEND = sheet("use_first_send")
USE_MATRIX = sheet("use_matrix")
"""The functions of a card beside what a town's plan says; the reference is the card and the page."""
USE_CELL_TICK = sheet("use_cell_tick")
USE_CELL_DECLINE = sheet("use_cell_decline")
USE_CELL_UNDO = sheet("use_cell_undo")
# Digests
DIGEST_MORE = sheet("digest_more")
"""All lines: the reference is the digest (`-` for everything as it is now) and the page."""
DIGEST_PAGE = replaced("digest_page")
DIGEST_PICTURES = said("digest_pictures")
DIGEST_EXPORT = said("digest_export")
DIGEST_TIDY_FORM = sheet("digest_tidy_form")
DIGEST_TIDY_SEND = sheet("digest_tidy_send")
DIGEST_RESTORE = sheet("digest_restore")
DIGEST_SETTINGS = sheet("digest_settings")
DIGEST_SETTINGS_SEND = sheet("digest_settings_send")
# What guides did not answer
UNANSWERED_ALL = sheet("unanswered_all")
"""All of a report: its id (`-` for the last week as it is now) and the page."""
UNANSWERED_PAGE = replaced("unanswered_page")
UNANSWERED_SHOW = sheet("unanswered_show")
"""One heading; like the next ones it names the report, the kind, the subject and the page of the sheet."""
UNANSWERED_ADD = sheet("unanswered_add")
UNANSWERED_SKIP = replaced("unanswered_skip")
UNANSWERED_CORRECTED = replaced("unanswered_corrected")
UNANSWERED_UNDO = replaced("unanswered_undo")
UNANSWERED_SETTINGS = sheet("unanswered_settings")
UNANSWERED_SETTINGS_SEND = sheet("unanswered_settings_send")
WORDING_FORM = sheet("wording_form")
"""A firm says whether admins may read how its people worded what was not answered; the reference is the firm."""
WORDING_SEND = sheet("wording_send")
# The cockpit
COCKPIT_FIRMS = sheet("cockpit_firms")
"""A coordinator's firms; the reference is the page."""
COCKPIT_LOAD = sheet("cockpit_load")
COCKPIT_PAGE = replaced("cockpit_page")
COCKPIT_FIRM = sheet("cockpit_firm")
"""One firm; the reference is its id, or `firm:section:page`."""
COCKPIT_SIFT_FORM = sheet("cockpit_sift_form")
COCKPIT_SIFT_SEND = sheet("cockpit_sift_send")
COCKPIT_CLEAR = sheet("cockpit_clear")
COCKPIT_PUT_OFF_FORM = sheet("cockpit_put_off_form")
COCKPIT_PUT_OFF_SHOW = sheet("cockpit_put_off_show")
COCKPIT_PUT_OFF = sheet("cockpit_put_off")
COCKPIT_PUT_OFF_UNDO = sheet("cockpit_put_off_undo")
COCKPIT_EVENT_FORM = sheet("cockpit_event_form")
COCKPIT_EVENT_SHOW = sheet("cockpit_event_show")
COCKPIT_EVENT_PAGE = sheet("cockpit_event_page")
"""What is shown before it is done; the reference is `event:cadence:programme:page`."""
COCKPIT_EVENT_DO = sheet("cockpit_event_do")
COCKPIT_EVENT_UNDO = sheet("cockpit_event_undo")
COCKPIT_OURS = sheet("cockpit_ours")
"""The encounters of one's own firm; the reference is the page."""
COCKPIT_OURS_SIFT_FORM = sheet("cockpit_ours_sift_form")
COCKPIT_OURS_SIFT_SEND = sheet("cockpit_ours_sift_send")
COCKPIT_OURS_CLEAR = sheet("cockpit_ours_clear")
COCKPIT_OURS_LOAD = sheet("cockpit_ours_load")
COCKPIT_OURS_PUT_OFF_FORM = sheet("cockpit_ours_put_off_form")
COCKPIT_OURS_PUT_OFF_SHOW = sheet("cockpit_ours_put_off_show")
COCKPIT_OURS_PUT_OFF = sheet("cockpit_ours_put_off")
COCKPIT_OURS_PUT_OFF_UNDO = sheet("cockpit_ours_put_off_undo")
# Introductions
INTRODUCTIONS = sheet("introductions")
INTRODUCTION_SHOW = sheet("introduction_show")
INTRODUCTION_ASK_FORM = sheet("introduction_ask_form")
"""Sound a firm out; the reference is the introduction and the side."""
INTRODUCTION_ASK_SEND = sheet("introduction_ask_send")
INTRODUCTION_AWAY_FORM = sheet("introduction_away_form")
INTRODUCTION_AWAY_SEND = sheet("introduction_away_send")
INTRODUCTION_BACK = sheet("introduction_back")
INTRODUCTION_WITHDRAW = sheet("introduction_withdraw")
INTRODUCTION_YES = replaced("introduction_yes")
"""What a firm answers; the reference is what it knows the matter by, which is no other firm's."""
INTRODUCTION_NO = replaced("introduction_no")
INTRODUCTION_TALK = replaced("introduction_talk")
INTRODUCTION_QUESTION_FORM = sheet("introduction_question_form")
"""A firm asks something before it answers; the reference is what it knows the matter by."""
INTRODUCTION_QUESTION_SEND = sheet("introduction_question_send")
INTRODUCTION_REPLY_FORM = sheet("introduction_reply_form")
"""Its coordinator replies; the reference is the introduction, the side and the number of the question."""
INTRODUCTION_REPLY_SEND = sheet("introduction_reply_send")
# Numbers
FIGURES = sheet("figures")
FIGURES_SEND = sheet("figures_send")
# People and firms, for admins
PEOPLE_LIST = sheet("people_list")
"""The reference is the page, a role and words that it is narrowed down to: `2:admin:山田`."""
PEOPLE_LIST_PAGE = replaced("people_list_page")
PEOPLE_SIFT_FORM = sheet("people_sift_form")
PEOPLE_SIFT_SEND = sheet("people_sift_send")
PEOPLE_SHOW = sheet("people_show")
PEOPLE_FORM = sheet("people_form")
PEOPLE_SEND = sheet("people_send")
PEOPLE_END = replaced("people_end")
PEOPLE_BACK = replaced("people_back")
PEOPLE_APPLY = replaced("people_apply")
"""Do what was shown before."""
PEOPLE_UNDO = replaced("people_undo")
FIRM_LIST = sheet("firm_list")
FIRM_LIST_PAGE = replaced("firm_list_page")
FIRM_SIFT_FORM = sheet("firm_sift_form")
FIRM_SIFT_SEND = sheet("firm_sift_send")
FIRM_SHOW = sheet("firm_show")
FIRM_FORM = sheet("firm_form")
FIRM_SEND = sheet("firm_send")
FIRM_MERGE = replaced("firm_merge")
FIRMS_ASSIGN_FORM = sheet("firms_assign_form")
FIRMS_ASSIGN_SEND = sheet("firms_assign_send")
FIRM_TAKE = replaced("firm_take")
"""Look after a firm whose coordinator is gone."""
# 担当の引き継ぎ: firms or encounters change hands
CHANGEOVER_FORM = sheet("changeover_form")
"""To whom, when, why. The reference says what: `all`, `listed`, `year`, `leave:FIRST:LAST`, `own`, `firm:ID`,
`of:PERSON`, `again:ID`."""
CHANGEOVER_SHOW = sheet("changeover_show")
CHANGEOVER_ASK = sheet("changeover_ask")
CHANGEOVER_FILES = sheet("changeover_files")
CHANGEOVER_LIST = sheet("changeover_list")
CHANGEOVER_LOOK = sheet("changeover_look")
"""What is in one of them, by name and number; the reference is its id and the page."""
CHANGEOVER_WITHDRAW = replaced("changeover_withdraw")
CHANGEOVER_ACCEPT = replaced("changeover_accept")
CHANGEOVER_SOME_FORM = sheet("changeover_some_form")
CHANGEOVER_SOME_SEND = sheet("changeover_some_send")
CHANGEOVER_DECLINE_FORM = sheet("changeover_decline_form")
CHANGEOVER_DECLINE_SEND = sheet("changeover_decline_send")
CHANGEOVER_GIVE_BACK = replaced("changeover_give_back")
