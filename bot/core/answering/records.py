"""An answer on record, and back again: what stands in the chat can be drawn anew, long after it was given."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.answering.models import Answer, Heading, State, Statement
from bot.core.answering.ports import AskedBefore
from bot.core.messages import Locale, Message, Source


def as_record(answer: Answer) -> dict[str, Any]:
    """What is kept of an answer, as plain JSON values. A cited passage is kept by its id, not by its text."""
    return {
        "searched_as": answer.searched_as,
        "passages": [source.passage_id for source in answer.sources],
        "statements": [dataclasses.asdict(statement) for statement in answer.statements],
        "sources": [dataclasses.asdict(dataclasses.replace(source, passage="")) for source in answer.sources],
        "notes_before": [_note(note) for note in answer.notes_before],
        "notes_after": [_note(note) for note in answer.notes_after],
        "nearest": [dataclasses.asdict(heading) for heading in answer.nearest],
        "follow_ups": [dataclasses.asdict(heading) for heading in answer.follow_ups],
        "reference": answer.reference,
        "beyond": answer.beyond,
    }


def answer_of(asked: AskedBefore) -> Answer:
    """The answer as it was given; a source comes without the text of its passage."""
    kept = asked.answer
    locale: Locale = "en" if asked.locale == "en" else "ja"
    return Answer(
        question_id=asked.id,
        conversation_id=asked.conversation_id,
        question=asked.text,
        locale=locale,
        asked_at=asked.asked_at,
        state=State(asked.state),
        statements=tuple(Statement(**one) for one in kept.get("statements", ()) if isinstance(one, Mapping)),
        sources=tuple(Source(**one) for one in kept.get("sources", ())),
        notes_before=_notes(kept.get("notes_before", ())),
        notes_after=_notes(kept.get("notes_after", ())),
        nearest=tuple(Heading(**one) for one in kept.get("nearest", ())),
        follow_ups=tuple(Heading(**one) for one in kept.get("follow_ups", ())),
        searched_as=str(kept.get("searched_as", "")),
        reference=str(kept.get("reference", "")),
        beyond=str(kept.get("beyond", "")),
    )


def _note(note: Message) -> list[Any]:
    return [note.key, dict(note.arguments)]


def _notes(kept: Sequence[Sequence[Any]]) -> tuple[Message, ...]:
    return tuple(Message(key, arguments) for key, arguments in kept)
