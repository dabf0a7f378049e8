"""One question asked for several: what its answer says of the others becomes their answers. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.coaching.cards.models import CardField, EntryState
from bot.core.coaching.walks.found import with_answer
from bot.core.coaching.walks.models import Answer, Said, Walk
from bot.core.coaching.walks.script import Question, Script, Texts


def gathered(walk: Walk, script: Script, question: Question, said: Said, read: Mapping[CardField, str]) -> Walk:
    """The walk with what an answer said of other fields (`read`); of what it did not say, an open question each. What
    was asked for itself stays."""
    for field in question.gathered(walk.length):
        other = script.filling(field)
        known = walk.answer(other.id) if other else None
        if other is None or (known is not None and not known.read_from):
            continue
        words = read.get(field, "")
        earlier = (*known.earlier, *known.parts) if known else ()
        answer = Answer(
            question=other.id,
            state=EntryState.SAID if words else EntryState.LATER,
            at=said.at,
            by_id=said.by_id,
            parts=(replace(said, words=words),) if words else (),
            earlier=earlier,
            read_from=question.id,
        )
        walk = with_answer(walk, answer)
        if walk.round and not words and other.id not in walk.round:
            walk = replace(walk, round=(*walk.round, other.id))
    return walk


def example_of(walk: Walk, script: Script, question: Question) -> Texts | None:
    """An answer as another firm might give it; where several things are asked for at once, all of them."""
    first = script.example(question.id, walk.trade)
    others = [script.filling(field) for field in question.gathered(walk.length)]
    more = [one for other in others if other and (one := script.example(other.id, walk.trade))]
    if first is None or not more:
        return first
    ja, en = "、".join(one.ja for one in more), "; ".join(one.en[:1].lower() + one.en[1:] for one in more)
    return Texts.model_construct(ja=f"{first.ja}{ja}。", en=f"{first.en} With {en}.")
