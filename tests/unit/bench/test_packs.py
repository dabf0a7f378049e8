"""The measurement of hand-over packs: reading and every file of each size is in it, with its size and the memory."""

from __future__ import annotations

from bot.bench.packs import measure_packs


def test_reading_and_every_file_is_measured_of_one_firm_and_of_all() -> None:
    rows = measure_packs(firms=3, encounters=60)
    assert {row["firms"] for row in rows} == {1, 3}
    for size in (1, 3):
        read, *files = [row for row in rows if row["firms"] == size]
        assert read["what"] == "read"
        assert [row["media"] for row in files][:2] == ["vnd.openxmlformats-officedocument.spreadsheetml.sheet", "pdf"]
        assert all(row["is_sent"] and row["bytes"] > 1_000 for row in files)
    assert all(row["cpu_ms"] >= 0 and row["peak_mb"] > 0 and row["held_mb"] >= 0 for row in rows)
