"""Replies that ask what words are meant to be. Nothing is lost meanwhile: the buttons carry the words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core import actions
from bot.core.coaching.cards.wording import label
from bot.core.coaching.walks.chat import buttons
from bot.core.coaching.walks.chat.reader import Reader, beginning, quoted
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.script import Question
from bot.core.messages import Message, Offer, Part, Reply, Said

MOST_IN_BUTTON = 1_500
"""Characters of a message that a button can carry."""


def take(walk: Walk, text: str, *, label: str = "walk-offer-take", is_main: bool = False) -> Offer:
    """It is the answer to what is asked now."""
    return Offer(actions.WALK_TAKE, f"{walk.id}:{walk.at}:{text}", Message(label), is_main=is_main)


def add(walk: Walk, question: Question, text: str, *, is_main: bool = False) -> Offer:
    """It is put beside an answer that was given."""
    reference = f"{walk.id}:{question.id}:{text}"
    return Offer(actions.WALK_ADD, reference, Message("walk-offer-add"), is_main=is_main)


def which(walk: Walk, text: str, key: str, *, can_hint: bool = True) -> Reply:
    """Is it the answer, or something else?"""
    reference = f"{walk.id}:{walk.at}"
    hint = Offer(actions.WALK_HINT, reference, Message("walk-offer-hint"))
    last = hint if can_hint else buttons.resume(walk, is_main=False)
    return Reply(
        parts=(Said(Message(key)), *quoted(text)),
        offers=(take(walk, text, is_main=True), buttons.ask(walk, text), last),
    )


def elsewhere(walk: Walk, text: str, key: str) -> Reply:
    """It stands elsewhere, or is no answer by itself; it can be one all the same."""
    offers = (buttons.resume(walk, is_main=False), take(walk, text))
    return Reply(parts=(Said(Message(key)), *quoted(text)), offers=offers)


def again(walk: Walk, text: str) -> Reply:
    """An earlier answer, or all of it? The word may be the answer, too."""
    anew = Offer(actions.WALK_AGAIN_FORM, walk.id, Message("walk-offer-again"))
    offers = (buttons.correct(walk), anew, buttons.resume(walk, is_main=False))
    return Reply(
        parts=(Said(Message("walk-again-which")),), offers=(*offers, *((take(walk, text),) if walk.at else ()))
    )


def about_before(walk: Walk, question: Question, before: str, text: str, right: str) -> Reply:
    """Is it about the answer just given? `right` is that answer with the words put right, where that could be told."""
    shown: tuple[Part, ...] = (Said(Message("walk-about-put-right")), *quoted(right)) if right else ()
    fits = right if right and len(right) <= MOST_IN_BUTTON else text
    reference = f"{walk.id}:{question.id}:{fits}"
    parts = (
        Said(Message("walk-about-before")),
        *quoted(before),
        Said(Message("walk-about-now")),
        *quoted(text),
        *shown,
    )
    offers = [
        Offer(actions.WALK_REPLACE, reference, Message("walk-offer-replace")),
        add(walk, question, text),
    ]
    if walk.at and walk.at != question.id:
        offers.append(take(walk, text, label="walk-offer-take-now"))
    return Reply(parts=parts, offers=tuple(offers))


def addition(walk: Walk, question: Question | None, text: str, reader: Reader, *, can_ask: bool) -> Reply:
    """After the last question: is it to be put beside an answer?"""
    to: tuple[Part, ...] = ()
    offers: list[Offer] = []
    if question is not None:
        known = walk.answer(question.id)
        asked = reader.words(question.asks(walk.subject_kind))
        to = (Said(Message("walk-addition-to")), Said(asked), *quoted(beginning(known.words, 200) if known else ""))
        offers.append(add(walk, question, text, is_main=True))
    offers.append(Offer(actions.WALK_ADD_FORM, f"{walk.id}:{text}", Message("walk-offer-add-other")))
    if can_ask:
        offers.append(buttons.ask(walk, text))
    return Reply(parts=(Said(Message("walk-addition")), *quoted(text), *to), offers=tuple(offers))


def which_choice(walk: Walk, question: Question, values: Sequence[str], text: str, reader: Reader) -> Reply:
    """Which of these does somebody mean? Where it is none, all of them, and the way to keep the words with another
    answer."""
    reference = f"{walk.id}:{question.id}"
    choices = [
        Offer(actions.WALK_CHOOSE, f"{reference}:{one.value}", reader.words(one.label))
        for one in question.choices
        if one.value in values or not values
    ]
    parts = (Said(Message("walk-which-choice" if values else "walk-no-choice")), *quoted(text))
    other = (Offer(actions.WALK_ADD_FORM, f"{walk.id}:{text}", Message("walk-offer-add-other")),) if not values else ()
    return Reply(parts=parts, offers=(*choices, *other, buttons.resume(walk, is_main=False)))


def name_of(question: Question) -> Message:
    """What an answer is called on the card."""
    return label(question.fills)
