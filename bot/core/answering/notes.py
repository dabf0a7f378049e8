"""What is said beside an answer: an edition that has expired, a deadline, a desk, a language that did not reach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.answering.beyond import BeyondTopic
from bot.core.answering.models import SourcePassage
from bot.core.answering.query import SearchQuery
from bot.core.japanese import is_japanese
from bot.core.messages import Locale, Message, Source


def _guides(cited: Sequence[SourcePassage]) -> Iterable[SourcePassage]:
    """One passage a guide, in the order of the citations."""
    return {passage.guide_id: passage for passage in cited}.values()


def said_first(cited: Sequence[SourcePassage], *, today: date) -> tuple[Message, ...]:
    """What a reader must know before reading: the guide is no longer, or not yet, in force."""
    said: list[Message] = []
    for passage in _guides(cited):
        if passage.valid_until is not None and passage.has_expired(on=today):
            said.append(Message("answer-expired", {"title": passage.title, "date": passage.valid_until.isoformat()}))
        if passage.valid_from is not None and today < passage.valid_from:
            said.append(
                Message("answer-not-yet-valid", {"title": passage.title, "date": passage.valid_from.isoformat()})
            )
    return tuple(said)


def said_last(cited: Sequence[SourcePassage], *, today: date) -> tuple[Message, ...]:
    """Deadlines, regions and desks of the cited guides."""
    said: list[Message] = []
    for passage in _guides(cited):
        if passage.deadline_on is not None:
            key = "answer-deadline" if today <= passage.deadline_on else "answer-deadline-passed"
            said.append(Message(key, {"title": passage.title, "date": passage.deadline_on.isoformat()}))
        if passage.region:
            said.append(Message("answer-region", {"title": passage.title, "region": passage.region}))
        if passage.contact:
            said.append(Message("answer-contact", {"title": passage.title, "contact": passage.contact}))
    return tuple(said)


def about_language(locale: Locale, query: SearchQuery, sources: Sequence[Source]) -> tuple[Message, ...]:
    """An English question meets Japanese guides."""
    if not query.is_english:
        return ()
    is_foreign = locale == "en" and any(is_japanese(source.quote) for source in sources)
    said = [Message("answer-guides-are-japanese")] if is_foreign else []
    return (*said, *_unreached(query))


def about_declining(locale: Locale, query: SearchQuery, topic: BeyondTopic | None) -> tuple[Message, ...]:
    """Why nothing was found, and whom to ask, as far as that is known."""
    said = list(_unreached(query)) if query.is_english else []
    desk = topic.ask_at.get(locale) if topic else None
    if topic and desk:
        said.append(Message("declined-ask-at", {"topic": getattr(topic, locale), "desk": desk}))
    return tuple(said)


def _unreached(query: SearchQuery) -> tuple[Message, ...]:
    if not query.unreached:
        return ()
    return (Message("answer-words-not-reached", {"words": ", ".join(query.unreached)}),)
