"""`minori simulate` as a person runs it."""

from __future__ import annotations

from tests.cli.commands import inside, minori

SMALL = ("simulate", "--from", "2026-04-01", "--days", "14", "--firms", "3", "--encounters", "30", "--seed", "7")


def test_one_line_of_json() -> None:
    (row,) = minori(*SMALL, "--json").rows
    wrong = ("lost", "duplicates", "outside_hours", "on_holiday", "about_closed")
    assert [row[name] for name in wrong] == [0, 0, 0, 0, 0]
    assert row["nudges_sent"] > 0
    assert row["max_messages_per_person_day"] <= 3
    assert {"acted_on", "stages", "walls", "seconds", "peak_mb", "by_step"} <= row.keys()


def test_tables_for_people() -> None:
    shown = inside(*SMALL, env={"MINORI_LOCALE": "en"}).out
    for words in ("How far encounters came", "Stalled at a wall", "Reminders by cadence step", "Nothing was lost"):
        assert words in shown


def test_days_beyond_the_known_holidays_are_refused() -> None:
    refused = inside("simulate", "--from", "2027-11-01", "--days", "200", status=2, env={"MINORI_LOCALE": "en"})
    assert "2027-12-31" in refused.err


def test_help_teaches() -> None:
    assert "--encounters 5000 --seed 7 --json" in inside("simulate", "--help", env={"MINORI_LOCALE": "en"}).out
