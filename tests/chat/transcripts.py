"""Conversations in the chat as data: who does what, and everything that anybody sees of it.

What is not written fails as silence or as a double answer does: each message, sheet, page and whisper that a step
brings must be one of its `sees`.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

JAPAN = timezone(timedelta(hours=9))
What = Literal["message", "changed", "whisper", "sheet", "home"]


class Strict(BaseModel):
    """A mapping of a transcript: an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SentFile(Strict):
    """A file that goes with a message: a workbook by its rows, a PDF by its text, anything else by its name alone."""

    name: str
    """Stands in its name."""
    title: str = ""
    """Stands in its title."""
    sheets: list[str] = []
    """The names of its sheets, all of them."""
    rows: list[list[str]] = []
    """Of each of these some row has every cell, in this order, whatever stands between."""
    lacks: list[str] = []
    """Stands nowhere in it: in no cell, heading, footer or property; in a PDF in no text."""
    says: list[str] = []
    """Stands in the text of a PDF, wherever its lines break."""


class Sees(Strict):
    """One thing that appears: a message, a message that changed, words for one person alone, a sheet, a page."""

    what: What = "message"
    at: str = ""
    """A channel's name, or whose conversation with Minori; without it, where the step happens."""
    who: str = ""
    """Whose sheet, page or whisper; without it, theirs who acted."""
    of: str = ""
    """Which message changed."""
    under: str = ""
    """Which message's thread it stands in; without it, that of what was said or pressed."""
    outside: bool = False
    """A message that stands outside of any thread; all others stand in one."""
    has: list[str] = []
    lacks: list[str] = []
    in_order: list[str] = []
    """Each stands below the one before it."""
    buttons: list[str] = []
    no_buttons: list[str] = []
    only_buttons: list[str] | None = None
    fields: list[str] = []
    files: list[SentFile] = []
    """The files it carries, all of them."""
    quotes: list[str] = []
    """Stands in a part that is drawn as a quotation."""
    called: str = ""
    """What the transcript calls it from here on."""


class Drops(Strict):
    """A file: its text, or its bytes in hex."""

    file: str
    text: str = ""
    hex: str = ""

    def content(self) -> bytes:
        """The bytes of the file."""
        return bytes.fromhex(self.hex) if self.hex else self.text.encode("utf-8")


class Newcomer(Strict):
    """Somebody of the workspace whom Minori does not know."""

    key: str
    name: str
    locale: str = "ja-JP"
    channels: list[str] = []


_ACTS = ("says", "presses", "submits", "shortcut", "drops", "opens", "command", "clock", "joins", "account")


class Step(Strict):
    """One thing that happens, and what is seen of it once nothing is under way any more."""

    who: str = ""
    at: str = ""
    """A channel's name; without it, the person's conversation with Minori."""
    under: str = ""
    """In which message's thread it is said."""
    says: str | None = None
    called: str = ""
    presses: str | None = None
    """The label of a button."""
    upon: str = ""
    """The message with the button, or `home`, or `sheet`."""
    nth: int = 1
    """Which of several buttons with this label."""
    confirms: str = ""
    """Stands in the question that is asked before it is done; a button that asks needs it, and one that does not
    must not have it."""
    times: int = 1
    """How often it is pressed, at the same time."""
    submits: dict[str, str | list[str]] | None = None
    """A sheet is sent: what is typed, chosen (several: a list) or picked (`2026-11-27`, `09:30`), by the label of its
    field. A field that is not named is sent as it stands; "" or [] empties it."""
    shortcut: str | None = None
    """What is chosen in the menu of the message `upon`, by its name there."""
    drops: list[Drops] | None = None
    mentions: bool = False
    """Minori is mentioned beside the files."""
    beside: str = ""
    """What is written beside the files."""
    opens: Literal["home", "messages"] | None = None
    command: str | None = None
    clock: datetime | Literal["next working day"] | None = None
    joins: str | None = None
    """A channel that somebody comes into."""
    account: Literal["deactivated", "activated", "missed", "back unnoticed"] | None = None
    """What the workspace does with somebody's account; `missed`: no event tells of it, and the hourly look finds it."""
    sees: list[Sees]
    handovers: list[str] | None = None
    """The states of all hand-overs on record, oldest first."""
    taken_back: int = 0
    """How many of our messages are deleted."""

    @model_validator(mode="after")
    def _one_act(self) -> Step:
        acts = [name for name in _ACTS if getattr(self, name) is not None]
        if len(acts) != 1:
            raise ValueError(f"a step is one act, not {acts}")
        if not self.who and acts != ["clock"]:
            raise ValueError("who?")
        return self


class Ending(Strict):
    """What ends and is asked about before: a programme of this fiscal year with its owner; without a name, somebody who
    leaves on a day."""

    owner: str
    name: str = ""
    leaves: date | None = None


class Carded(Strict):
    """A value card that the owner's firm has: the words of its fields; an empty one is an open question."""

    owner: str
    fields: dict[str, str]
    reach: dict[str, str] = {}
    """Who may see which group of fields, where the firm has chosen more than itself."""


class Transcript(Strict):
    """One conversation."""

    about: str = Field(min_length=1)
    starts_at: datetime = datetime(2026, 10, 5, 9, 0, tzinfo=JAPAN)
    newcomers: list[Newcomer] = []
    new: list[str] = []
    """People who have not been welcomed yet, and whose firms have not been asked what they share."""
    endings: list[Ending] = []
    cards: list[Carded] = []
    digests: bool = False
    """Coordinators receive their digests, as they do unless they say otherwise; elsewhere they have said so."""
    unanswered: bool = False
    """Admins are told weekly of unanswered questions, as they are unless they say otherwise."""
    steps: list[Step] = Field(min_length=1)


def transcripts(folder: Path) -> dict[str, Transcript]:
    """Every transcript of the folder, by the name of its file."""
    files = sorted(folder.glob("*.yaml"))
    return {file.stem: Transcript.model_validate(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files}
