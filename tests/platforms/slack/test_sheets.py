"""A sheet is filled whichever comes first: our call, or the acknowledgement of the form that was sent."""

from __future__ import annotations

import asyncio
from typing import Any, cast

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.platforms.slack.sheets import fill_sheet

EMPTY, ANSWERED = {"title": "empty"}, {"title": "answered"}


class Sheet:
    """Slack's side of a sent form, as far as `views.update` sees it; its acknowledgement comes after `late` calls."""

    def __init__(self, *, late: int, is_open: bool = True) -> None:
        self.view: dict[str, Any] = {"title": "form"}
        self.version, self.late, self.calls, self.is_open = 1, late, 0, is_open

    def acknowledge_when_due(self) -> None:
        if self.calls == self.late:
            self.view, self.version = EMPTY, self.version + 1

    async def views_update(self, *, view_id: str, view: dict[str, Any], hash: str = "") -> dict[str, Any]:
        self.acknowledge_when_due()
        self.calls += 1
        if not self.is_open:
            raise SlackApiError("", {"ok": False, "error": "not_found"})  # type: ignore[no-untyped-call]
        if hash and hash != str(self.version):
            raise SlackApiError("", {"ok": False, "error": "hash_conflict"})  # type: ignore[no-untyped-call]
        self.view, self.version = view, self.version + 1
        return {"ok": True, "view": {"id": view_id, "hash": str(self.version)}}


def fill(sheet: Sheet, **held: str) -> None:
    asyncio.run(fill_sheet(cast(AsyncWebClient, sheet), "V1", ANSWERED, **held))
    sheet.acknowledge_when_due()


@pytest.mark.parametrize("late", [0, 1, 3])
def test_an_acknowledgement_that_comes_late_does_not_empty_the_sheet_for_good(late: int) -> None:
    sheet = Sheet(late=late)
    fill(sheet, sent_hash="1")
    assert sheet.view == ANSWERED


def test_a_sheet_that_no_form_was_sent_from_is_filled_at_once() -> None:
    sheet = Sheet(late=-1)
    fill(sheet)
    assert (sheet.view, sheet.calls) == (ANSWERED, 1)


def test_a_sheet_that_was_closed_is_said_to_be() -> None:
    with pytest.raises(SlackApiError, match="not_found"):
        fill(Sheet(late=-1, is_open=False), sent_hash="1")
