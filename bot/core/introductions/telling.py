"""What a firm sees. Until both sides wish it, it is made of its own side alone: what the coordinator had sent, and what
the firm itself answered. Nothing of the other side, nor how far the whole of it is, goes into it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.core import actions
from bot.core.introductions.models import Answer, Side
from bot.core.messages import Argument, Fact, Headed, Locale, Message, Offer, Part, Quoted, Reply, Said
from bot.core.spoken_dates import spoken_date

_ACTIONS = {
    Answer.YES: actions.INTRODUCTION_YES,
    Answer.NO: actions.INTRODUCTION_NO,
    Answer.TALK: actions.INTRODUCTION_TALK,
}
ANSWERS = {action: answer for answer, action in _ACTIONS.items()}
"""What each button says."""


def sounding(side: Side, *, coordinator: str, locale: Locale, is_reminder: bool = False) -> Reply:
    """The words of the coordinator, with the three answers; after an answer the other two."""
    first = "introduction-sounding-again" if is_reminder else "introduction-sounding"
    parts: list[Part] = [Said(Message(first, _by(coordinator))), Quoted(side.text)]
    if side.answer is None:
        parts.append(Said(Message("introduction-sounding-how")))
        if side.closes_on is not None:
            parts.append(
                Said(Message("introduction-sounding-until", {"day": spoken_date(side.closes_on, locale=locale)}))
            )
    else:
        parts.append(Said(Message(f"introduction-answer-kept-{side.answer}", _by(coordinator))))
        parts.append(Said(Message("introduction-answer-change")))
    return Reply(parts=tuple(parts), offers=tuple(_answers(side)))


def closed(side: Side, *, coordinator: str, locale: Locale) -> Reply:
    """The last day has passed: from this side's own day alone. A wish can be taken back still."""
    day = spoken_date(side.closes_on, locale=locale) if side.closes_on else ""
    parts = (Said(Message("introduction-closed", {"day": day, **_by(coordinator)})), Quoted(side.text))
    return Reply(parts=parts, offers=tuple(_answers(side)) if side.answer is Answer.YES else ())


def _by(coordinator: str) -> dict[str, Argument]:
    """Whose words they are; "" for somebody who has left, before another coordinator looks after the firm."""
    return {"name": coordinator, "has_name": int(bool(coordinator))}


def _answers(side: Side) -> Iterator[Offer]:
    for answer, action in _ACTIONS.items():
        if answer is not side.answer:
            confirm = Message("introduction-yes-confirm") if answer is Answer.YES else None
            label = Message(f"introduction-answer-{answer}")
            yield Offer(action, side.ask_id, label, confirm=confirm, is_main=answer is Answer.YES)
    yield Offer(actions.INTRODUCTION_QUESTION_FORM, side.ask_id, Message("introduction-offer-question"))


def replied(side: Side, number: int, *, coordinator: str) -> Reply:
    """What the coordinator replied to a question of this side."""
    question = side.questions[number - 1]
    parts = (
        Said(Message("introduction-reply", _by(coordinator))),
        Quoted(question.text),
        Quoted(question.reply),
    )
    return Reply(parts=parts, offers=tuple(_answers(side)))


def made(*, firm: str, person: str, coordinator: str, shared: Sequence[Part], about: str) -> Reply:
    """Both wish it: who the other side is. `shared` is what of its card everybody in the region may see."""
    parts: list[Part] = [
        Said(Message("introduction-made", _by(coordinator))),
        Fact(Message("introduction-label-firm"), firm),
        Fact(Message("introduction-label-person"), person),
    ]
    if shared:
        parts += [Headed(Message("introduction-shared")), *shared]
    parts.append(Said(Message("introduction-made-next", _by(coordinator))))
    return Reply(parts=tuple(parts), about=(about,) if about and shared else ())
