"""Which guides were marked wrong, where, and by how many people. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from bot.core.digests.unanswered.models import Marked, Place, WrongGuide


def wrong_guides(marks: Sequence[Marked]) -> list[WrongGuide]:
    """The guides behind answers that were marked wrong, the most marked first.

    A mark is on a whole answer, so each place that it cites is one to look at; somebody who marks several answers that
    cite the same place counts there once.
    """
    by_guide = defaultdict[str, list[tuple[Marked, str, Place]]](list)
    for mark in marks:
        for guide_id, title, place in mark.cited:
            by_guide[guide_id].append((mark, title, place))
    found = [_of_guide(guide_id, some) for guide_id, some in by_guide.items()]
    return sorted(found, key=lambda one: (-one.people, one.title, one.guide_id))


def _of_guide(guide_id: str, cited: Sequence[tuple[Marked, str, Place]]) -> WrongGuide:
    people = defaultdict[Place, set[str]](set)
    for mark, _, place in cited:
        people[place].add(mark.by)
    counted = sorted(
        ((place, len(by)) for place, by in people.items()), key=lambda one: (-one[1], one[0].page or 0, one[0].heading)
    )
    latest = max((mark for mark, _, _ in cited), key=lambda mark: (mark.marked_at, mark.question_id))
    title = next(title for mark, title, _ in cited if mark is latest)
    return WrongGuide(
        guide_id=guide_id,
        title=title,
        people=len({mark.by for mark, _, _ in cited}),
        places=tuple(counted),
        last_at=latest.marked_at,
    )
