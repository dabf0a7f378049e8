"""What a walk's smallest try became: an encounter, or the next step of one; and what was said of it there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.walks.changing import Changing, Move
from bot.core.coaching.walks.engine import corrected
from bot.core.coaching.walks.given import faulty, words
from bot.core.coaching.walks.models import ChangeKind, Said, Walk
from bot.core.coaching.walks.results import Act, Done, Result
from bot.core.coaching.walks.script import Script


class Tried(Changing):
    """Keeping it."""

    def tried(self, walk_id: str, *, act: Act, became: str, said: Mapping[CardField, str]) -> Result:
        """The smallest try became this, by the reference of whoever keeps it. `said` are answers that were given there
        to what the walk left open: its card has them as well. What was answered already stays."""

        def decide(before: Walk, script: Script) -> Move | Result:
            after = replace(before, tried_as=became)
            for field, text in said.items():
                after = self._answered(after, script, field, text, act)
            if after == before:
                return Done(walk=before)
            return Move(after=after, kind=ChangeKind.TRIED, detail={})

        return self._changed(walk_id, act, decide)

    def _answered(self, walk: Walk, script: Script, field: CardField, text: str, act: Act) -> Walk:
        question, told = script.filling(field), words(text)
        known = walk.answer(question.id) if question else None
        is_answered = known is not None and not known.is_open
        if question is None or is_answered or faulty(question, told) is not None:
            return walk
        said = Said(words=told, by_id=act.by.id, at=self._clock.now())
        return corrected(walk, script, question, said)
