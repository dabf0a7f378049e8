"""The order of lines, and which of them are shown."""

from __future__ import annotations

from datetime import date

from bot.core.digests.models import Fact, LineKind, Next
from bot.core.digests.ordering import ORDER, lines_of, shown_of


def fact(kind: LineKind, id: str = "1", company_id: str | None = None, day: int = 1) -> Fact:
    return Fact(kind=kind, subject_id=id, mark="", on=date(2026, 11, day), next=Next.LOOK, company_id=company_id)


def test_by_why_somebody_is_needed() -> None:
    lines = lines_of([fact(kind) for kind in reversed(LineKind)])
    assert [line.kind for line in lines] == [
        "decision", "wall_1", "wall_2", "wall_3", "overdue", "question",
        "silent", "card_shared", "card_stuck", "hand_over", "introduction",
    ]  # fmt: skip


def test_the_oldest_first() -> None:
    facts = [fact(LineKind.QUESTION, str(day), day=day) for day in (3, 1, 2)]
    assert [line.first.subject_id for line in lines_of(facts)] == ["1", "2", "3"]


def test_walls_of_a_firm_are_one_line_and_questions_are_not() -> None:
    walls = [fact(LineKind.WALL_1, id, company_id=firm) for id, firm in (("1", "a"), ("2", "a"), ("3", "b"))]
    questions = [fact(LineKind.QUESTION, id, company_id="a") for id in ("4", "5")]
    assert [len(line.facts) for line in lines_of([*walls, *questions])] == [2, 1, 1, 1]


def test_many_of_one_kind_leave_room_for_the_others() -> None:
    walls = [fact(LineKind.WALL_1, str(one), company_id=str(one), day=one) for one in range(1, 20)]
    shown = shown_of(lines_of([*walls, fact(LineKind.HAND_OVER), fact(LineKind.QUESTION)]), 8)
    assert [line.kind for line in shown] == [LineKind.WALL_1] * 6 + [LineKind.QUESTION, LineKind.HAND_OVER]
    assert [line.first.subject_id for line in shown[:6]] == ["1", "2", "3", "4", "5", "6"]


def test_every_kind_has_its_place() -> None:
    assert set(ORDER) == set(LineKind)
