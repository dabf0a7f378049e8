"""`minori doctor` on people and on the calendar."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.adapters.sentences import FluentSentences
from bot.bootstrap import make_membership, open_library
from bot.cli.console import Terminal
from bot.cli.doctor_people import examine_people
from bot.cli.findings import Finding
from bot.core.clock import VirtualClock
from bot.settings import load_settings

TODAY = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def findings(sentences: FluentSentences, table: str = "", at: datetime = TODAY) -> dict[str, Finding]:
    terminal = Terminal(load_settings(), sentences)
    with open_library(terminal.settings, clock=VirtualClock(at)) as library:
        if table:
            make_membership(library).bring_in(text="name,company,role,email\n" + table, by="x")
        return {finding.what: finding for finding in examine_people(terminal, library)}


@pytest.mark.parametrize(
    ("table", "missing"),
    [
        ("", set()),
        ("佐藤,山田製作所,,a@b.jp\n", {"admins", "coordinators"}),
        ("佐藤,山田製作所,,a@b.jp\n鈴木,,coordinator,c@d.jp\n", {"admins"}),
        ("佐藤,山田製作所,,a@b.jp\n鈴木,,coordinator/admin,c@d.jp\n", set()),
    ],
)
def test_who_is_missing(data_dir: Path, sentences: FluentSentences, table: str, missing: set[str]) -> None:
    found = findings(sentences, table)
    assert {name for name, finding in found.items() if finding.advice} == missing
    assert all(finding.is_well for finding in found.values())
    assert f"社員 {1 if table else 0} 名" in found["people"].text


@pytest.mark.parametrize(("day", "is_late"), [("2027-10-01", False), ("2027-10-02", True), ("2028-02-01", True)])
def test_holidays_that_end_soon(data_dir: Path, sentences: FluentSentences, day: str, is_late: bool) -> None:
    found = findings(sentences, at=datetime.fromisoformat(f"{day}T03:00+00:00"))["calendar"]
    assert bool(found.advice) is is_late
    assert "2027-12-31" in found.text
