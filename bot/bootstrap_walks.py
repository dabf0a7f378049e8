"""The composition root of the chat side of value walks: what other features and machines give to it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from functools import cache, partial

from bot.adapters.value_drafts import DRAFT_VARIABLES, ModelDrafts
from bot.bootstrap import Library, make_chat_model
from bot.bootstrap_meetings import line_rules, subjects_of
from bot.bootstrap_uses import uses_for_walks
from bot.core import actions
from bot.core.answering.prompts import Prompt
from bot.core.clock import Clock
from bot.core.coaching.cards.chat.service import CardChat
from bot.core.coaching.cards.models import CardField, Use, ValueCard
from bot.core.coaching.cards.pages import open_fields
from bot.core.coaching.cards.refusals import CardRefused
from bot.core.coaching.cards.service import CardService, card_id_of
from bot.core.coaching.walks.chat.ports import TryGiven
from bot.core.coaching.walks.chat.service import Outside, WalkChat
from bot.core.coaching.walks.chat.typed import Around
from bot.core.coaching.walks.chat.words import WalkWords, load_walk_words
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.ports import WalkStore
from bot.core.coaching.walks.service import WalkService
from bot.core.coaching.walks.shelf import ScriptShelf
from bot.core.courtesies import load_courtesies
from bot.core.meetings.catching.drafts import Draft, reference_of
from bot.core.meetings.catching.models import id_from
from bot.core.meetings.catching.typed import may_catch
from bot.core.meetings.chat.wording import reader_of
from bot.core.meetings.parsing.rules import LineRules
from bot.core.messages import Message, Offer, Reply
from bot.core.people import Member
from bot.resources import prompts_folder
from bot.settings import Settings

_HONORED = re.compile(r"(?:さん|様|さま|氏)$")
_TELLS = re.compile(r"名刺|business cards?", re.IGNORECASE)
"""Only a line that speaks of cards is taken for an encounter while a walk is open."""


def make_walk_chat(
    library: Library, *, service: WalkService, scripts: ScriptShelf, cards: CardChat, kept: CardService
) -> WalkChat:
    """What is typed and pressed in walks. Raises DataFileError."""
    database, lines = library.database, line_rules(library)
    words = prompts_folder() / "courtesies.yaml"
    return WalkChat(
        service=service,
        store=database.walks,
        scripts=scripts,
        directory=database.people,
        clock=library.clock,
        outside=Outside(
            around=Around(
                words=load_words(),
                courtesies=load_courtesies(words.read_text(encoding="utf-8"), path="prompts/courtesies.yaml"),
                posted=database.deliveries,
                subjects=partial(subjects_of, database.nudges),
                tells_of_encounter=partial(_tells_of_encounter, lines, library.clock),
            ),
            card_of=partial(_card_of, cards),
            left_open=partial(_left_open, service, database.walks, kept),
            uses=uses_for_walks(library),
            quoted=partial(_quoted, library, kept),
            try_kept=_try_kept,
            day_in=partial(day_in, lines),
            drafting=make_drafting(library.settings),
            models=database.model_choices,
        ),
    )


def _quoted(library: Library, cards: CardService, uses: Sequence[Use], person_id: str) -> None:
    """Somebody is shown uses in a walk; those that quote another firm's card go into the audit log."""
    person = library.database.people.by_id(person_id)
    if person is not None:
        cards.looked_at_quoted(uses, person)


def make_drafting(settings: Settings) -> ModelDrafts | None:
    """What drafts in a customer's words, over the language model of the settings; None without one. Raises
    DataFileError."""
    chat = make_chat_model(settings)
    if chat is None:
        return None
    path = prompts_folder() / "models" / "value_draft.yaml"
    text = path.read_text(encoding="utf-8")
    return ModelDrafts(chat, Prompt.parse(text, path="prompts/models/value_draft.yaml", variables=DRAFT_VARIABLES))


@cache
def load_words() -> WalkWords:
    """The words of prompts/walk_words.yaml, read once. Raises DataFileError."""
    path = prompts_folder() / "walk_words.yaml"
    return load_walk_words(path.read_text(encoding="utf-8"), path="prompts/walk_words.yaml")


def left_to_ask(walks: WalkService, store: WalkStore, card: ValueCard) -> tuple[CardField, ...] | None:
    """What the walk of a card can still ask for: what the card leaves open, and what the walk was finished too early to
    ask; None where there is no walk that was finished."""
    walk = store.by_id(card.walk_id) if card.walk_id else None
    if walk is None or walk.is_gone or walk.finished_at is None:
        return None
    wanted = {*open_fields(card), *(one.fills for one in walks.unasked(walk) if not card.entry(one.fills).is_said)}
    return tuple(one.fills for one in walks.script_of(walk).questions if one.fills in wanted)


def _left_open(
    walks: WalkService, store: WalkStore, cards: CardService, walk: Walk, member: Member
) -> Collection[CardField]:
    try:
        card = cards.whole(card_id_of(walk.id), by=member)
    except CardRefused:
        return ()
    return left_to_ask(walks, store, card) or ()


def _card_of(cards: CardChat, walk: Walk, member: Member) -> Reply | None:
    try:
        return cards.card(card_id_of(walk.id), member)
    except CardRefused:
        return None


def _try_kept(walk: Walk, member: Member, given: TryGiven) -> Offer | None:
    """The smallest try as the sheet of an encounter: with whom, the next step, its day, its limit. Nothing is kept
    by it."""
    if not may_catch(member):
        return None
    draft = Draft(
        id=try_id_of(walk),
        by_id=member.id,
        contact=_HONORED.sub("", given.with_whom),
        topic=walk.subject,
        next_step=given.text,
        due_on=given.by,
        cap=given.cap,
    )
    return Offer(actions.CATCH_TRY, reference_of(draft), Message("walk-offer-try"))


def try_id_of(walk: Walk) -> str:
    """The id of the encounter that the smallest try of a walk becomes: the same for whoever makes it one."""
    return id_from(walk.id, "try")


def day_in(lines: LineRules, text: str, on: date) -> date | None:
    """The day to come that words name."""
    day, _ = lines.coming(text, on=on)
    return day


def _tells_of_encounter(lines: LineRules, clock: Clock, text: str, member: Member) -> bool:
    if not _TELLS.search(text):
        return False
    return lines.is_encounter(lines.line(text, on=reader_of(member, clock).today))
