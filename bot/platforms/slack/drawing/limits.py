"""Slack's limits, and the ways to stay within them. Source: https://docs.slack.dev/reference/block-kit.

Slack does not say what it counts as a character; here one outside the basic plane counts two (UTF-16), which is the
most it can be.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Block = dict[str, Any]

PLAIN_TEXT = 3_000
"""A text object; as well what is put into one rich_text element, for which Slack names no limit."""
HEADER = 150
BUTTON_LABEL = 75
BUTTON_LABEL_SHOWN = 30
"""A longer label may be cut by the client, says the reference."""
BUTTON_VALUE = 2_000
BUTTONS_IN_A_ROW = 25
OPTION_LABEL = 75
OPTION_VALUE = 150
OPTIONS = 100
OPTIONS_SHOWN = 10
"""Radio buttons or checkboxes of one element."""
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
CONFIRM_LABEL = 30
INPUT_LABEL = 2_000
INPUT_VALUE = 3_000
VIEW_TITLE = 24
PRIVATE_METADATA = 3_000
BLOCK_ID = 255
FALLBACK_BYTES = 3_900
"""`chat.update` refuses a `text` of more than 4,000 (msg_too_long) where `chat.postMessage` takes it; counted in bytes
of UTF-8 to be on the safe side."""

_SENTENCE_ENDS = "。！？!?\n"
_BREAKS = "、，,;；)）」』 \u3000"
_NOT_READ = {"type", "action_id", "block_id", "value", "style", "callback_id"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Room:
    """What a surface holds: `characters` that people read, `size` in bytes of its JSON."""

    blocks: int
    characters: int
    size: int

    def less(self, blocks: Iterable[Block]) -> Room:
        """What is left beside these blocks."""
        taken = list(blocks)
        return Room(
            blocks=self.blocks - len(taken),
            characters=self.characters - sum(map(characters, taken)),
            size=self.size - sum(map(_size, taken)),
        )

    def holds(self, blocks: Iterable[Block]) -> bool:
        """True where all of them fit."""
        left = self.less(blocks)
        return min(left.blocks, left.characters, left.size) >= 0

    def half(self) -> Room:
        """The half of it."""
        return Room(blocks=self.blocks // 2, characters=self.characters // 2, size=self.size // 2)


MESSAGE = Room(blocks=50, characters=12_000, size=200_000)
"""About 13,200 characters over all blocks are taken, undocumented: https://github.com/slackapi/bolt-js/issues/2509."""
VIEW = Room(blocks=100, characters=30_000, size=220_000)
"""The reference says 250 KB for a view."""


def length(text: str) -> int:
    """Characters as Slack may count them."""
    return len(text) + sum(character > "\uffff" for character in text)


def width(text: str) -> int:
    """Columns that the text takes: a Japanese letter two, a Latin one one."""
    return sum(1 + (unicodedata.east_asian_width(character) in "WF") for character in text)


def characters(value: object) -> int:
    """The characters that people read in a block."""
    if isinstance(value, str):
        return length(value)
    if isinstance(value, Mapping):
        return sum(characters(one) for name, one in value.items() if name not in _NOT_READ)
    if isinstance(value, Sequence):
        return sum(characters(one) for one in value)
    return 0


def _size(block: Block) -> int:
    return len(json.dumps(block)) + 2


def clip(text: str, most: int) -> str:
    """The beginning of a text, with … where it goes on."""
    return text if length(text) <= most else text[: _place(text, most - 1)].rstrip() + "…"


def clip_bytes(text: str, most: int) -> str:
    """The same, counted in bytes of UTF-8. An entity (&amp;) at the end stays whole."""
    if len(text.encode(errors="replace")) <= most:
        return text
    kept = text.encode(errors="replace")[: most - 3].decode(errors="ignore")
    entity = kept.rfind("&")
    if entity >= 0 and ";" not in kept[entity:]:
        kept = kept[:entity]
    return kept.rstrip() + "…"


def split(text: str, most: int) -> list[str]:
    """The text in pieces, cut after the end of a sentence where there is one, else after a comma, else anywhere."""
    pieces = []
    while length(text) > most:
        place = _place(text, most)
        for ends in (_SENTENCE_ENDS, _BREAKS):
            last = max(text.rfind(end, 0, place) for end in ends) + 1
            if last > place // 2:
                place = last
                break
        pieces.append(text[:place])
        text = text[place:]
    return [*pieces, text] if text else pieces


def fitting(blocks: Sequence[Block], room: Room) -> list[Block]:
    """As many of the blocks, from the first on, as there is room for; of a row of buttons as many as there is."""
    kept: list[Block] = []
    for block in blocks:
        row = block["elements"] if block["type"] == "actions" else []
        shorter = ({**block, "elements": row[:count]} for count in range(len(row) - 1, 0, -1))
        fits = next((one for one in (block, *shorter) if room.holds([one])), None)
        if fits is None:
            break
        kept.append(fits)
        if fits is not block:
            break
        room = room.less([fits])
    return kept


def _place(text: str, most: int) -> int:
    """How many characters of the text to take for at most so many counted; no mark is cut from its letter."""
    place = taken = 0
    while place < len(text) and taken + 1 + (text[place] > "\uffff") <= most:
        taken += 1 + (text[place] > "\uffff")
        place += 1
    whole = place
    while 0 < whole < len(text) and unicodedata.category(text[whole]).startswith("M"):
        whole -= 1
    return whole or place
