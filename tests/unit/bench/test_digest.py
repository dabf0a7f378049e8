"""The measurement of a digest: everything that is sent is in it, and both ways count the same."""

from __future__ import annotations

from pathlib import Path

from bot.bench.digest import count_by_loop, measure_digest
from bot.bench.region import COORDINATOR, NOW, fill
from bot.bootstrap import open_library
from bot.bootstrap_figures import make_figures
from bot.core.clock import VirtualClock
from bot.settings import Settings


def test_every_part_of_a_digest_is_measured() -> None:
    rows = {row["what"]: row for row in measure_digest(firms=3, encounters=60)}
    parts = list(rows)[:-3]
    assert [name for name in parts if name.endswith(".png")] == ["chart-standing-title.png", "chart-needs-title.png"]
    assert "chart-file-figures.xlsx" in parts
    assert rows["digest"]["cpu_ms"] == sum(rows[name]["cpu_ms"] for name in parts)


def test_the_loop_counts_what_the_picture_shows(tmp_path: Path) -> None:
    with open_library(Settings(data_dir=tmp_path / "minori-data"), clock=VirtualClock(NOW)) as library:
        fill(library.database, firms=3, encounters=200)
        ids = [one.id for one in library.database.people.companies()]
        overview, _ = make_figures(library).at_a_glance(COORDINATOR, ids)
        counts = count_by_loop(library)
    assert {one.stage: one.count for one in overview.stages if one.count} == {
        name: count for name, count in counts.items() if "week" not in name
    }
    assert sum(one.week_ago for one in overview.stages) == sum(
        count for name, count in counts.items() if "week" in name
    )
