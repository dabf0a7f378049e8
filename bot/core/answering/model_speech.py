"""A model's verified claims as statements with numbered sources."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.answering.chat_port import ChatModel
from bot.core.answering.claims import PassageText
from bot.core.answering.model_answer import answer_with_model
from bot.core.answering.models import MOST_CITATIONS, SourcePassage, Statement
from bot.core.answering.prompts import Prompt
from bot.core.messages import Locale, Message, Source


@dataclass(frozen=True, slots=True)
class Spoken:
    """What the model said that holds, and what the reader is told about it."""

    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    note: Message | None


def speak(
    model: ChatModel,
    prompt: Prompt,
    question: str,
    passages: Sequence[SourcePassage],
    locale: Locale,
    listen: Callable[[Statement, Source], None],
) -> Spoken:
    """Ask the model about these passages; every statement carries a quote that was checked."""
    given = [
        PassageText(
            key=f"P{place}", passage_id=passage.id, title=passage.title, heading=passage.heading, text=passage.text
        )
        for place, passage in enumerate(passages, start=1)
    ]
    by_id = {passage.id: passage for passage in passages}
    statements: list[Statement] = []
    sources: dict[tuple[str, str], Source] = {}
    answer = answer_with_model(model, prompt, question, given, locale)
    for claim in answer:
        place = (claim.passage_id, claim.quote)
        if place not in sources:
            if len(sources) == MOST_CITATIONS:
                continue
            sources[place] = by_id[claim.passage_id].cite(number=len(sources) + 1, quote=claim.quote)
        statement = Statement(claim.text, sources[place].number, is_quote=False)
        statements.append(statement)
        listen(statement, sources[place])
    return Spoken(tuple(statements), tuple(sources.values()), answer.note)
