"""The measurement of the cockpit: every press is in it, and each does what it is named for."""

from __future__ import annotations

from bot.bench.cockpit import measure_cockpit


def test_every_press_is_measured() -> None:
    rows = measure_cockpit(firms=3, encounters=60)
    assert [row["what"] for row in rows] == [
        "my firms",
        "the tenth page",
        "the sheet to narrow down",
        "narrowed down",
        "a firm's page",
        "a page of its history",
        "the same for its own people",
        "my load",
        "the sheet for an event",
        "another pace for an event: looked at",
        "postponing: looked at",
        "our encounters",
        "what each of us carries",
        "postponing ours: looked at",
        "what stands on the page, narrowed down",
        "another pace for an event: done",
        "postponing: done",
        "cleared",
        "handing over: what is asked",
        "handing over: looked at first",
        "handing over: asked",
        "handing over: what there is",
        "handing over: all accepted",
        "handing over: all given back",
    ]
    assert all(row["cpu_ms"] >= 0 and row["peak_mb"] > 0 for row in rows)
