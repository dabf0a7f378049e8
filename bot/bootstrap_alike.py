"""The composition root of questions that are alike: joined with hand-overs, and with the vectors of this machine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.adapters.embeddings import LocalEmbedder
from bot.adapters.storage.database import Database
from bot.adapters.vector_index import ChromaIndex
from bot.bootstrap import Application
from bot.core.alike.ports import Handed
from bot.core.alike.service import AlikeService
from bot.core.entries.freeing import firm_names, named_in, person_names
from bot.core.handovers.models import OPEN_STATES, HandOver, TurnKind
from bot.core.handovers.service import HandOverService


def make_alike(application: Application, handovers: HandOverService) -> AlikeService:
    """Join it."""
    library = application.library
    return AlikeService(
        queue=_Queue(library.database, handovers),
        store=library.database.joins,
        vectors=_LocalVectors(application),
        people=library.database.people,
        clock=library.clock,
        looked_at=handovers.looked_at,
    )


class _Queue:
    """Hand-overs as questions that wait for somebody."""

    def __init__(self, database: Database, handovers: HandOverService) -> None:
        self._database, self._handovers = database, handovers

    def of_owner(self, owner_id: str) -> Sequence[Handed]:
        """The open ones that somebody is to answer, oldest first."""
        waiting = self._database.handovers.in_state(OPEN_STATES)
        return [self._handed(one) for one in waiting if one.owner_id == owner_id and one.can_be_told]

    def by_id(self, id: str) -> Handed | None:
        """One of them, with its answer."""
        found = self._database.handovers.by_id(id)
        if found is None:
            return None
        turns = () if found.is_open else self._database.handovers.turns(id)
        answer = next((turn.text for turn in turns if turn.kind == TurnKind.ANSWERED), "")
        return self._handed(found, answer)

    def answer(self, id: str, text: str) -> bool:
        """Its owner's answer reaches its asker where they asked."""
        return self._handovers.answer_along(id, text)

    def names_somebody(self, text: str, of_id: str) -> bool:
        """Does a text name the asker of that question, or a firm?"""
        found = self._database.handovers.by_id(of_id)
        asker = self._database.people.by_address(found.asker) if found and found.asker else None
        firms = [name for one in self._database.people.companies() for name in firm_names(one.name)]
        return bool(named_in(text, [*firms, *(person_names(asker.name) if asker else ())]))

    def _handed(self, one: HandOver, answer: str = "") -> Handed:
        asker = self._database.people.by_address(one.asker) if one.asker else None
        firm = asker.company.name if asker and asker.company else ""
        who = " ".join(part for part in (firm, asker.name if asker else "") if part)
        return Handed(
            id=one.id, text=one.text, owner_id=one.owner_id or "", who=who, is_open=one.is_open, answer=answer
        )


class _LocalVectors:
    """Vectors of the embedder that needs nothing from outside: a question in the queue goes to no provider."""

    def __init__(self, application: Application) -> None:
        self._indexes = application.indexes

    def __call__(self, texts: Sequence[str]) -> Mapping[str, Sequence[float]]:
        """One for each text; none where another embedder serves."""
        held = self._indexes.serving().vectors
        if not isinstance(held, ChromaIndex) or not isinstance(held.embedder, LocalEmbedder):
            return {}
        embedder = held.embedder
        return {text: embedder.embed_query(text) for text in dict.fromkeys(texts) if text}
