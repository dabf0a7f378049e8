"""Some records taken apart by firm and by event, once for all of them: each look at one costs what it holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, TypeVar

from bot.core.figures.records import Asked, Case, Held
from bot.core.spellings import same_event_key


class Parts:
    """What is held, by firm and by event."""

    def __init__(self, held: Held) -> None:
        self.firms, self.events = defaultdict[str, list[Case]](list), defaultdict[str, list[Case]](list)
        self._asked = defaultdict[str, list[Asked]](list)
        spelled = dict[str, str]()
        for case in held.cases:
            self.firms[case.firm].append(case)
            if case.event and not case.is_visit:
                self.events[spelled.setdefault(same_event_key(case.event), case.event)].append(case)
        for question in held.asked:
            self._asked[question.firm].append(question)
            self.firms.setdefault(question.firm, [])
        self._moves, self._results = _by_case(held.moves), _by_case(held.results)
        self._contacts, self._passed = _by_case(held.contacts), _by_case(held.passed)
        self._told = _by_case(held.told)

    def of_firm(self, firm: str) -> Held:
        """Everything of a firm."""
        return self._of(self.firms[firm], self._asked[firm])

    def of_event(self, event: str) -> Held:
        """The encounters of an event; a question belongs to none."""
        return self._of(self.events[event], [])

    def _of(self, cases: Sequence[Case], asked: Sequence[Asked]) -> Held:
        return Held(
            cases=tuple(cases),
            moves=_among(self._moves, cases),
            results=_among(self._results, cases),
            contacts=_among(self._contacts, cases),
            passed=_among(self._passed, cases),
            told=_among(self._told, cases),
            asked=tuple(asked),
        )


class _Belongs(Protocol):
    @property
    def case_id(self) -> str: ...


_One = TypeVar("_One", bound=_Belongs)


def _by_case(records: Iterable[_One]) -> Mapping[str, list[_One]]:
    found = defaultdict[str, list[_One]](list)
    for one in records:
        found[one.case_id].append(one)
    return found


def _among(by_case: Mapping[str, list[_One]], cases: Sequence[Case]) -> tuple[_One, ...]:
    return tuple(one for case in cases for one in by_case.get(case.id, ()))
