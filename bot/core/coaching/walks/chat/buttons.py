"""What can be pressed in a walk. References are `walk:question:more`: the question tells a late press."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core import actions
from bot.core.coaching.walks.chat.reader import Reader
from bot.core.coaching.walks.models import Walk
from bot.core.coaching.walks.results import Asking
from bot.core.messages import Message, Offer


def of_question(walk: Walk, asking: Asking, reader: Reader, *, is_hinted: bool = False) -> tuple[Offer, ...]:
    """Everything that can be done instead of typing the answer."""
    question = asking.question
    reference = f"{walk.id}:{question.id}"
    offers = list(_answering(walk, asking, reader))
    if asking.follow_up is None:
        offers.append(Offer(actions.WALK_UNKNOWN, reference, Message("walk-offer-unknown")))
        offers.append(Offer(actions.WALK_LATER, reference, Message("walk-offer-later")))
    if not is_hinted:
        offers.append(Offer(actions.WALK_HINT, reference, Message("walk-offer-hint")))
    if asking.progress.number > 1:
        offers.append(Offer(actions.WALK_BACK, reference, Message("walk-offer-back")))
    return (*offers, pause(walk), more(walk))


def _answering(walk: Walk, asking: Asking, reader: Reader) -> Iterator[Offer]:
    question = asking.question
    reference = f"{walk.id}:{question.id}"
    if asking.follow_up is None:
        for choice in question.choices:
            yield Offer(actions.WALK_CHOOSE, f"{reference}:{choice.value}", reader.words(choice.label))
        if question.kind == "date":
            yield Offer(actions.WALK_DATE_FORM, reference, Message("walk-offer-date"), is_main=True)
        if asking.answer is not None and asking.answer.parts:
            yield Offer(actions.WALK_AS_IS, reference, Message("walk-offer-keep"))
        return
    if question.climbs is None:
        yield Offer(actions.WALK_AS_IS, reference, Message("walk-offer-as-is"))
    elif asking.may_stop_climbing:
        yield Offer(actions.WALK_AS_IS, reference, Message("walk-offer-high-enough"))
    else:
        yield Offer(actions.WALK_AS_IS, reference, Message("walk-offer-no-higher"))


def pause(walk: Walk) -> Offer:
    """To rest."""
    return Offer(actions.WALK_PAUSE_FORM, walk.id, Message("walk-offer-pause"))


def other_day(walk: Walk) -> Offer:
    """To be asked again on another day."""
    return Offer(actions.WALK_PAUSE_FORM, walk.id, Message("walk-offer-other-day"))


def more(walk: Walk) -> Offer:
    """Whatever else can be done."""
    return Offer(actions.WALK_MORE, walk.id, Message("walk-offer-more"))


def resume(walk: Walk, *, is_main: bool = True) -> Offer:
    """To go on where it was."""
    return Offer(actions.WALK_RESUME, walk.id, Message("walk-offer-resume"), is_main=is_main)


def resume_open(walk: Walk) -> Offer:
    """To come back to what was left open."""
    return Offer(actions.WALK_RESUME, walk.id, Message("walk-offer-open"))


def show(walk: Walk) -> Offer:
    """What was answered so far."""
    return Offer(actions.WALK_SHOW, walk.id, Message("walk-offer-show"))


def correct(walk: Walk) -> Offer:
    """To put an answer right."""
    return Offer(actions.WALK_CORRECT_FORM, walk.id, Message("walk-offer-correct"))


def finish(walk: Walk) -> Offer:
    """To have the card made."""
    label = Message("walk-offer-finish-typed" if walk.is_typed else "walk-offer-finish")
    return Offer(actions.WALK_FINISH, walk.id, label, is_main=True)


def undo(walk: Walk, change_id: str) -> Offer:
    """To take the newest change back."""
    return Offer(actions.WALK_UNDO, f"{walk.id}:{change_id}", Message("walk-offer-undo"))


def undo_in_sheet(walk: Walk, change_id: str) -> Offer:
    """The same in a sheet, where the message stands behind it."""
    return Offer(actions.WALK_UNDO, f"{walk.id}:{change_id}:sheet", Message("walk-offer-undo"))


def not_answer(walk: Walk, change_id: str) -> Offer:
    """What was typed was no answer."""
    return Offer(actions.WALK_NOT_ANSWER, f"{walk.id}:{change_id}", Message("walk-offer-not-answer"))


def ask(walk: Walk, text: str) -> Offer:
    """To ask the guides in words that were typed in a walk; the question goes with the walk when it is deleted."""
    return Offer(actions.WALK_ASK, f"{walk.id}:{text}", Message("walk-offer-ask"))


def intro() -> Offer:
    """To hear how it goes, and begin."""
    return Offer(actions.WALK_INTRO, "", Message("walk-offer-intro"))


def start(*, is_main: bool = True) -> Offer:
    """The form that begins one."""
    return Offer(actions.WALK_START_FORM, "", Message("walk-offer-start"), is_main=is_main)


def confirming(walk: Walk) -> tuple[Offer, ...]:
    """What the owner of typed words can do with them."""
    return (
        Offer(actions.WALK_CONFIRM, walk.id, Message("walk-offer-confirm"), is_main=True),
        show(walk),
        correct(walk),
        Offer(actions.WALK_REFUSE, walk.id, Message("walk-offer-refuse"), confirm=Message("walk-refuse-confirm")),
    )
