"""An answer as a reply: message keys, quotes, sources and offers. Platforms draw it; nothing is worded here."""

from __future__ import annotations

from collections.abc import Iterator

from bot.core.actions import ASK, HAND_OVER, SHOW_PASSAGE
from bot.core.answering.models import Answer, Heading, State
from bot.core.messages import Claimed, Message, Offer, Part, Quoted, Reply, Said


def reply_to(answer: Answer) -> Reply:
    """The one reply of an answer."""
    return Reply(
        state=answer.state,
        parts=tuple(_parts(answer)),
        sources=answer.sources,
        offers=tuple(_offers(answer)),
    )


def _parts(answer: Answer) -> Iterator[Part]:
    yield from (Said(note) for note in answer.notes_before)
    if answer.state == State.FAILED:
        yield Said(Message("answer-failed", {"reference": answer.reference}))
    if answer.state == State.HANDED_OVER:
        yield Said(Message("answer-handed-over", {"reference": answer.reference[:8]}))
    if answer.state == State.NOT_IN_GUIDES:
        yield Said(Message("answer-not-in-guides"))
    for statement in answer.statements:
        kind = Quoted if statement.is_quote else Claimed
        yield kind(statement.text, statement.citation)
    yield from (Said(note) for note in answer.notes_after)
    if answer.nearest:
        yield Said(Message("answer-nearest"))


def _offers(answer: Answer) -> Iterator[Offer]:
    for source in answer.sources:
        yield Offer(SHOW_PASSAGE, source.passage_id, Message("offer-show-passage", {"number": source.number}))
    yield from (_asks(heading) for heading in (*answer.follow_ups, *answer.nearest))
    if answer.state in (State.NOT_IN_GUIDES, State.FAILED):
        yield Offer(HAND_OVER, answer.question_id, Message("offer-hand-over"))


def _asks(heading: Heading) -> Offer:
    is_apart = heading.heading and heading.heading != heading.title
    text = f"{heading.title} > {heading.heading}" if is_apart else heading.title
    return Offer(ASK, heading.query, text=text)
