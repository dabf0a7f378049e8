"""Every place that asks whether somebody may see what is a firm's is known, with where its line in the audit log is
kept. A new one makes this fail: enter it below, and see to it that it leaves a line (docs/people.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).resolve().parents[2] / "bot"
ASKED = {
    "access_answering",
    "access_card",
    "access_card_search",
    "access_company",
    "access_coordinating",
    "access_encounter",
    "access_page",
    "access_reviewing",
    "access_walk",
}
"""What lets somebody see, of what is another firm's."""
KEEPS = {"looked_at", "looked_at_firm", "looked_at_quoted", "at_firms", "looks", "_looks", "_looked_at", "_keep",
         "audited_of", "_show", "Audited"}  # fmt: skip
"""What keeps a line, or leads to what does."""

KEPT_IN = {
    "bootstrap_introductions": "bootstrap_introductions",
    "bootstrap_pack_records": "core/hand_over_packs/service",
    "core/alike/service": "core/alike/service",
    "core/changeovers/rules": "core/changeovers/seeing",
    "core/coaching/cards/chat/finding": "core/coaching/cards/chat/finding",
    "core/coaching/cards/chat/home": "core/coaching/cards/chat/home",
    "core/coaching/cards/sharing": "core/coaching/cards/chat/finding",
    "core/coaching/cards/visibility": "core/coaching/cards/chat/doors",
    "core/coaching/uses/shared": "core/coaching/uses/chat/service",
    "core/coaching/walks/changing": "core/coaching/walks/changing",
    "core/cockpit/event_plan": "core/cockpit/for_event",
    "core/cockpit/firm_pages": "core/cockpit/firm_pages",
    "core/cockpit/gathering": "core/cockpit/service",
    "core/cockpit/one_firm": "core/cockpit/firm_pages",
    "core/digests/gathering": "core/digests/planning",
    "core/entries/composing": "core/entries/composing",
    "core/entries/home": "core/entries/home",
    "core/entries/pressing": "core/entries/pressing",
    "core/entries/reviewers": "core/entries/pressing",
    "core/entries/writing": "core/entries/writing",
    "core/figures/selecting": "core/figures/service",
    "core/handovers/home": "core/handovers/home",
    "core/handovers/owners": "core/handovers/owners",
    "core/handovers/pressing": "core/handovers/pressing",
    "core/hand_over_packs/gathering": "core/hand_over_packs/service",
    "core/introductions/finding": "core/introductions/coordinating",
    "core/introductions/keeping": "core/introductions/coordinating",
    "core/meetings/changing": "core/meetings/changing",
    "core/meetings/chat/firms": "core/meetings/chat/firms",
}
"""Which module asks, and in which module the line is kept."""
SHOWS_NOTHING = {
    "core/coaching/walks/chat/beginning": "for whom a walk can be begun: names alone",
    "core/coaching/walks/starting": "may a walk be begun",
    "core/cockpit/our_firm": "a firm's own people see their own firm",
    "core/digests/unanswered/drawing": "who is offered to answer; wording is shown in pressing, which keeps each look",
    "core/meetings/capturing": "may a visit be written down; it is the coordinator's own record",
    "core/meetings/catching/visits": "which firm a visit names: names alone",
    "core/meetings/passing_on": "finds encounters whose owner has left; what is shown of them goes through cards",
    "core/membership/home": "says what coordinators can do",
    "core/nudges/choosing": "for which firm a cadence is chosen: names alone",
}
"""Where nothing of a firm is shown, and why."""


def asks(path: Path) -> bool:
    """Does a module ask?"""
    return bool(called_in(path) & ASKED)


def called_in(path: Path) -> set[str]:
    return set(_called(ast.parse(path.read_text(encoding="utf-8"))))


def _called(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr


def test_every_place_that_asks_is_known() -> None:
    found = {
        path.relative_to(CORE).with_suffix("").as_posix()
        for path in sorted(CORE.rglob("*.py"))
        if path.name != "people.py" and asks(path)
    }
    assert found == KEPT_IN.keys() | SHOWS_NOTHING.keys()
    assert not KEPT_IN.keys() & SHOWS_NOTHING.keys()


@pytest.mark.parametrize("module", sorted(set(KEPT_IN.values())))
def test_there_a_line_is_kept(module: str) -> None:
    assert called_in(CORE / f"{module}.py") & KEEPS, module
