"""Guides that were marked wrong: which, where, by how many."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from bot.core.digests.unanswered.models import Marked, Move, Moved, Place, Subject, moved_on
from bot.core.digests.unanswered.wrong import wrong_guides

NOW = datetime(2026, 11, 16, tzinfo=UTC)
COST, THANKS = Place(heading="費用", page=3), Place(heading="お礼")


def mark(id: str, by: str, *cited: tuple[str, Place], after: int = 0) -> Marked:
    places = [(guide, f"{guide}の手引", place) for guide, place in cited]
    return Marked(question_id=id, by=by, marked_at=NOW + timedelta(hours=after), cited=places)


def test_each_place_counts_people_once_and_each_guide_too() -> None:
    marks = [
        mark("1", "U1", ("trial", COST), ("trial", THANKS)),
        mark("2", "U1", ("trial", COST)),
        mark("3", "U2", ("trial", COST), ("cards", THANKS), after=5),
    ]
    trial, cards = wrong_guides(marks)
    assert (trial.guide_id, trial.title, trial.people) == ("trial", "trialの手引", 2)
    assert trial.places == ((COST, 2), (THANKS, 1))
    assert (cards.guide_id, cards.people, cards.last_at) == ("cards", 1, NOW + timedelta(hours=5))
    assert wrong_guides([]) == []


def test_what_was_put_right_stands_anew_when_it_is_marked_again() -> None:
    (before,) = wrong_guides([mark("1", "U1", ("trial", COST))])
    (again,) = wrong_guides([mark("1", "U1", ("trial", COST)), mark("2", "U2", ("trial", COST), after=2)])
    right = Moved(kind=Subject.GUIDE, subject_id="trial", move=Move.CORRECTED, by_id="n", at=NOW + timedelta(hours=1))
    assert moved_on(before, {"trial": right}) == right
    assert moved_on(again, {"trial": right}) is None
    assert moved_on(before, {}) is None
