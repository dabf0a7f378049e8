"""How guides are shown by the commands: as lines for people, or as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from bot.cli.console import Terminal
from bot.core.guides.loading import Loaded, Prepared
from bot.core.guides.models import Passage, Release
from bot.core.guides.service import GuideOverview
from bot.platforms.terminal.drawing import plain


def show_loaded(terminal: Terminal, loaded: Loaded, as_json: bool) -> None:
    """What adding a file did."""
    if as_json:
        row = {"file": loaded.file_name, "state": str(loaded.state), **release_values(loaded.release)}
        terminal.json({**row, "warnings": [terminal.message(warning) for warning in loaded.warnings]})
        return
    terminal.out(terminal.message(loaded.message))
    for warning in loaded.warnings:
        terminal.out(f"  ! {terminal.message(warning)}")


def show_prepared(terminal: Terminal, prepared: Prepared, as_json: bool) -> None:
    """What adding a file would do."""
    if as_json:
        terminal.json(
            {
                "file": prepared.file_name,
                "state": str(prepared.state),
                "id": prepared.details.id,
                "title": prepared.details.title,
                "edition": prepared.details.edition_on.isoformat(),
                "passages": [passage_values(passage) for passage in prepared.passages],
                "warnings": [terminal.message(warning) for warning in prepared.warnings],
            }
        )
        return
    terminal.out(terminal.message(prepared.message))
    for warning in prepared.warnings:
        terminal.out(f"  ! {terminal.message(warning)}")
    print_passages(terminal, prepared.passages)


def print_overviews(terminal: Terminal, guides: Sequence[GuideOverview]) -> None:
    """Every guide on two lines."""
    if not guides:
        terminal.out(terminal.text("guides-list-empty"))
    for overview in guides:
        details = overview.shown.details
        terminal.out(f"{overview.guide_id}  {details.edition_on}  {plain(details.title)}")
        counts = terminal.text(
            "guides-list-line", passages=overview.shown.passage_count, releases=overview.release_count
        )
        terminal.out(f"    {terminal.message(overview.state)} / {counts}")


def print_release(terminal: Terminal, release: Release) -> None:
    """What is known of a release."""
    details = release.details
    terminal.out(plain(f"{details.title}  ({details.id}@{release.number}, {release.file_name})"))
    values = {name: value for name, value in dataclasses.asdict(details).items() if name not in ("id", "title")}
    for name, value in values.items():
        shown = ", ".join(value) if isinstance(value, tuple) else value
        if shown not in (None, ""):
            terminal.out(plain(f"  {name}: {shown}"))
    terminal.out()


def print_passages(terminal: Terminal, passages: Sequence[Passage]) -> None:
    """Passages as they will be quoted."""
    for passage in passages:
        page = f" / {terminal.text('source-page', page=passage.page)}" if passage.page else ""
        terminal.out(f"[{passage.ordinal}] {plain(passage.heading)}{page}")
        for line in plain(passage.text).split("\n"):
            terminal.out(f"    {line}")
        terminal.out()


def release_values(release: Release) -> dict[str, Any]:
    """A release as plain values."""
    details = {name: value for name, value in dataclasses.asdict(release.details).items() if value is not None}
    details = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in details.items()}
    return {
        **details,
        "edition": release.details.edition_on.isoformat(),
        "release": release.number,
        "release_state": str(release.state),
        "file_name": release.file_name,
        "bundled": release.bundled,
        "loaded_at": release.loaded_at.isoformat(),
        "pages": release.pages,
        "passage_count": release.passage_count,
    }


def overview_values(overview: GuideOverview) -> dict[str, Any]:
    """A guide as plain values."""
    return {**release_values(overview.shown), "releases": overview.release_count, "expired": overview.has_expired}


def passage_values(passage: Passage) -> dict[str, Any]:
    """A passage as plain values."""
    return {"passage_id": passage.id, "heading": passage.heading, "page": passage.page, "passage": passage.text}
