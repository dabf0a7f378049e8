"""The order of offering: elsewhere first, then by score, each six of more than one source."""

from __future__ import annotations

from bot.core.coaching.cards.models import Use, UseSource
from bot.core.coaching.uses.ranking import AT_A_TIME, Candidate, ranked, shown_at_once


def candidate(id: str, score: float, *, source: UseSource = UseSource.FIELD, is_own: bool = False) -> Candidate:
    use = Use(id=id, source=source, reference=id, name=id, suffers="…", reason="…")
    return Candidate(use=use, score=score, is_own=is_own)


def order(*candidates: Candidate) -> list[str]:
    return [one.use.id for one in ranked(candidates)]


def test_the_higher_score_comes_first_and_equal_ones_by_id() -> None:
    assert order(candidate("b", 1), candidate("a", 1), candidate("c", 2)) == ["c", "a", "b"]


def test_the_present_trade_comes_last_however_well_it_fits() -> None:
    assert order(candidate("own", 9, is_own=True), candidate("else", 1)) == ["else", "own"]


def test_no_source_takes_all_of_the_first_six_while_another_has_something() -> None:
    fields = [candidate(f"f{number}", 9 - number / 10) for number in range(8)]
    challenge = candidate("c", 1, source=UseSource.CHALLENGE)
    assert order(*fields, challenge)[:AT_A_TIME] == ["f0", "f1", "f2", "f3", "c", "f4"]
    assert len(order(*fields, challenge)) == 9


def test_six_at_a_time_and_then_the_rest() -> None:
    uses = [one.use for one in ranked([candidate(f"f{number}", -number) for number in range(8)])]
    assert [one.id for one in shown_at_once(uses)] == ["f0", "f1", "f2", "f3", "f4", "f5"]
    assert [one.id for one in shown_at_once(uses, turn=1)] == ["f6", "f7"]
    assert shown_at_once(uses, turn=2) == ()
    assert shown_at_once(uses, turn=-3) == shown_at_once(uses)
