"""A card is shown, put right, shared, found, handed out and deleted: then its words are in no file any more."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.storage.database import open_database
from tests.chat.acting import People
from tests.chat.player import _step
from tests.chat.stack import Stack, stacked
from tests.chat.transcripts import Transcript

pytestmark = pytest.mark.loopback
WORD = "zirkon7781"
FILES = [{"name": kind} for kind in ("png", "pdf", "pptx", "md", "xlsx")]
CHANGED: list[dict[str, Any]] = [{"what": "sheet"}, {"what": "home"}, {"what": "changed", "of": "card"}]
VALUE = "価値（何が、どなたに、どう役立つか）"
TALK: dict[str, Any] = {
    "about": "A card from its first look to its deletion.",
    "starts_at": "2026-11-17T10:00:00+09:00",
    "cards": [{"owner": "yamada", "fields": {"subject": f"{WORD}の装置", "function": "金型を交換する"}}],
    "steps": [
        {"who": "yamada", "says": "価値カード", "sees": [{"has": [WORD], "called": "card"}]},
        {"who": "yamada", "presses": "直す", "upon": "card", "sees": [{"what": "sheet"}]},
        {"who": "yamada", "presses": "直す", "nth": 2, "upon": "sheet", "sees": [{"what": "sheet"}]},
        {"who": "yamada", "submits": {"いまのやり方の負担": f"{WORD}で60時間"}, "sees": CHANGED},
        {"who": "yamada", "presses": "共有", "upon": "card", "sees": [{"what": "sheet"}]},
        {"who": "yamada", "submits": {VALUE: "地域の会社とコーディネーターまで"}, "sees": [{"what": "sheet"}]},
        {"who": "yamada", "submits": {}, "sees": CHANGED},
        {"who": "sato", "command": f"/minori 探す 金型 {WORD}", "sees": [{"outside": True, "has": [WORD]}]},
        {"who": "yamada", "presses": "ファイル（渡す用）", "upon": "card", "sees": [{}, {"files": FILES}]},
        {
            "who": "yamada",
            "presses": "削除",
            "upon": "card",
            "confirms": "元には",
            "sees": [
                CHANGED[-1],
                {"outside": True, "has": ["すべて消し終えました"]},
                {"what": "home", "lacks": [WORD]},
            ],
            "taken_back": 3,
        },
    ],
}


def where(data: Path) -> list[str]:
    """The files in which the word stands: the database, what is beside it, indexes, anything."""
    return [path.name for path in data.rglob("*") if path.is_file() and WORD.encode() in path.read_bytes()]


def said(stack: Stack) -> list[str]:
    """What of ours in the chat has the word: messages, and files by their name."""
    state = stack.workspace.state
    ours = [
        one for channel in state.messages.values() for one in channel.values() if one.user == state.seed.bot_user_id
    ]
    whole = [json.dumps([one.text, one.blocks, one.markdown], ensure_ascii=False) for one in ours]
    empty = [one.ts for one in ours if not one.text.strip() and not one.blocks]
    held = [file.name for file in state.files.values() if file.user == state.seed.bot_user_id]
    return [one for one in whole if WORD in one] + held + empty


async def lived(data: Path, *, steps: int | None = None) -> list[str]:
    transcript = Transcript.model_validate(TALK)
    async with stacked(transcript, data) as stack:
        people = People(stack)
        for step in transcript.steps[:steps]:
            await _step(people, step, [])
        for _ in range(2):
            for work in stack.routines:
                await asyncio.to_thread(work)
        return where(data) + said(stack)


def test_before_it_is_deleted_its_words_are_on_record_and_in_no_byte_of_a_file(used_data: Path) -> None:
    assert asyncio.run(lived(used_data, steps=9))
    assert where(used_data) == []
    database = open_database(used_data / "minori.sqlite3")
    (card,) = database.value_cards.shared()
    assert WORD in str(card.entries)
    # Another firm's look at it, and the files that were handed out, are in the audit log; the firm's own looks are not.
    kept = {(one.action, one.subject_kind, one.company_id == card.company_id) for one in database.audit.lines()}
    database.close()
    assert kept >= {("seen", "value_card", True), ("files", "value_card", True)}


def test_a_deleted_card_is_in_no_file(used_data: Path) -> None:
    assert asyncio.run(lived(used_data)) == []
    # For a backup from before that is restored one day: its id, and no word.
    assert len(json.loads((used_data / "keys" / "erased.json").read_text(encoding="utf-8"))["erased"]) == 1
