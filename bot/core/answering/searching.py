"""One reading of a question, searched among the present guides and judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.core.answering.acceptance import Verdict, judge
from bot.core.answering.beyond import topic_id
from bot.core.answering.context import Reading
from bot.core.answering.glossary import Glossary
from bot.core.answering.models import SourcePassage
from bot.core.answering.ports import PassageIndexes, SourceShelf
from bot.core.answering.query import SearchQuery, build_query
from bot.core.answering.retrieval import Found, search
from bot.core.japanese import JapaneseAnalyser
from bot.errors import IndexDamaged, ModelUnavailable

_FOUND = 30
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Searched:
    """What a reading found. `passages` are current; `found` is in their order of rank."""

    reading: Reading
    query: SearchQuery
    found: tuple[Found, ...]
    passages: Mapping[str, SourcePassage]
    verdict: Verdict


class Searcher:
    """Searches the indexes of the present guides; a half that fails meanwhile is reported and the other answers."""

    def __init__(
        self, *, indexes: PassageIndexes, shelf: SourceShelf, analyser: JapaneseAnalyser, glossary: Glossary
    ) -> None:
        self._indexes, self._shelf = indexes, shelf
        self._analyser, self._glossary = analyser, glossary

    def search(
        self, reading: Reading, *, wait: bool, may_read: Callable[[SourcePassage], bool] | None = None
    ) -> Searched:
        """Search and judge among what `may_read` allows, all by default.

        Raises StorageError, and IndexDamaged where no index can be had.
        """
        query, ranked = self._ranked(reading.text, wait)
        current = self._shelf.current([each.passage_id for each in ranked if topic_id(each.passage_id) is None])
        passages = {each.id: each for each in current.values() if may_read is None or may_read(each)}
        shown = [
            each
            for each in ranked
            if each.passage_id not in reading.excluded
            and (each.passage_id in passages or topic_id(each.passage_id) is not None)
        ]
        verdict = judge(shown, is_own=lambda passage_id: not passages[passage_id].is_bundled)
        if verdict.is_answered and _lacks(reading.needs, query, shown):
            verdict = Verdict(-1.0, verdict.beyond)
        may_answer = passages.keys() if verdict.only is None else verdict.only
        kept = [each for each in shown if each.passage_id in may_answer]
        if reading.excluded:
            # More of the same: what the guides cited so far still have to say comes first.
            guides = {passage_id.partition("@")[0] for passage_id in reading.excluded}
            kept.sort(key=lambda each: passages[each.passage_id].guide_id not in guides)
        return Searched(reading, query, tuple(kept), passages, verdict)

    def _ranked(self, text: str, wait: bool) -> tuple[SearchQuery, list[Found]]:
        for _ in range(_TRIES):
            serving = self._indexes.serving(wait=wait)
            try:
                query = build_query(text, analyser=self._analyser, glossary=self._glossary, index=serving.lexical)
                try:
                    return query, search(query, lexical=serving.lexical, vectors=serving.vectors, limit=_FOUND)
                except ModelUnavailable:
                    return query, search(query, lexical=serving.lexical, vectors=None, limit=_FOUND)
            except IndexDamaged as damage:
                self._indexes.report_damage("lexical" if damage.dependency == "tantivy" else "vector")
        raise IndexDamaged("indexes", "still damaged after being made anew")


def _lacks(needs: frozenset[str], query: SearchQuery, shown: Sequence[Found]) -> bool:
    """True where the best passage does not speak of something that a follow-up names itself."""
    best = next((each for each in shown if topic_id(each.passage_id) is None), None)
    missing = set(best.evidence.missing) if best else set()
    named = [concept for concept in query.concepts if any(form in needs for form, _ in concept.own)]
    return any(concept.label in missing for concept in named)
