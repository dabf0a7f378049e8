"""Channel-neutral words: what comes in, and what goes out as data.

A `Reply` carries message keys and arguments, never finished sentences of ours. Text of a guide and people's own
words travel as they are. Platforms draw a Reply; the `Sentences` port turns keys into Japanese or English.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol, TypeAlias

Argument: TypeAlias = str | int | float
Locale: TypeAlias = Literal["ja", "en"]

PAGE = 8
"""How many Items with buttons of their own a list shows at once; a longer one is turned (see `Reply`)."""
MOST_CHOICES = 500
"""How many choices a field offers at most; whoever reads finds one by typing. A list that can be longer is turned, or
narrowed down first."""

FEW = 3
"""How many Items each list shows on a page that has many lists, a coordinator's, so that the end of it is there."""


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence to be said: its key in prompts/sentences and the arguments that fill it."""

    key: str
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of ours."""

    message: Message


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a guide or of a person, as they are. `citation` is the number of the source, 0 for none.

    `about` is the walk or value card whose words they are, "" for none.
    """

    text: str
    citation: int = 0
    about: str = ""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A sentence that a language model wrote; `citation` is the number of the source whose quote was checked."""

    text: str
    citation: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """A citation as people see it. `edition` is an ISO date; `quote` stands verbatim in `passage`. `is_plan`: a town's
    plan; `town` is whose, "" where the plan's title alone says it."""

    number: int
    guide: str
    title: str
    edition: str
    edition_is_known: bool
    page: int | None
    heading: str
    quote: str
    passage: str
    passage_id: str
    is_plan: bool = False
    town: str = ""
    answered_by: str = ""
    """Whose answer it is, where a coordinator's answer is cited; `edition` is when they gave it."""

    @property
    def called(self) -> Message | str:
        """The title; a town's plan is said to be one, and whose it is; a coordinator's answer whose, and of when."""
        if self.answered_by:
            by = {"year": self.edition[:4], "month": self.edition[5:7].lstrip("0"), "name": self.answered_by}
            return Message("source-coordinator", by)
        if not self.is_plan:
            return self.title
        town = "" if self.town in self.title else self.town
        return Message("source-plan", {"title": self.title, "town": town or "none"})


@dataclass(frozen=True, slots=True)
class Headed:
    """A heading of ours inside a reply."""

    message: Message


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a table of facts. `value` is a sentence of ours, or words as they are."""

    label: Message
    value: Message | str


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of a guide under its heading; `quote` stands verbatim in `text` and is marked ("" for none)."""

    heading: str
    text: str
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something the person can do next: a button, a numbered line, or a typed word.

    `action` is the same word on every platform (bot/core/actions.py); `reference` says to what it applies; `label` is
    our sentence, or None where `text` (words of a guide) is shown instead. `confirm` is asked before it is done.
    """

    action: str
    reference: str
    label: Message | None = None
    text: str = ""
    confirm: Message | None = None
    is_main: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list with what can be done with it: a guide, a question that waits, a person.

    `details` are small; `words` is what it asks or says itself, below them.
    """

    title: Message | str
    details: tuple[Message | str, ...] = ()
    offers: tuple[Offer, ...] = ()
    words: tuple[Message | str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a field that has several."""

    value: str
    label: Message | str


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """Something to fill in: a line, several lines, one of several choices or any of them, a date, a time of day.

    What it holds is text, before (`initial`) and after: a date is `YYYY-MM-DD`, a time `HH:MM`, one choice its value,
    a person their address on the chat platform, any of several ("choices") their values joined by commas (`chosen_of`),
    so that those values have none themselves; "" where nothing is filled in. `longest` counts characters of a line or
    lines.
    """

    name: str
    label: Message
    kind: Literal["line", "lines", "choice", "choices", "date", "time", "person"] = "line"
    hint: Message | None = None
    choices: tuple[Choice, ...] = ()
    initial: str = ""
    is_required: bool = True
    longest: int = 2_000


def chosen_of(value: str) -> tuple[str, ...]:
    """The values that a field of the kind "choices" holds."""
    return tuple(one for one in value.split(",") if one)


Part: TypeAlias = Said | Quoted | Claimed | Headed | Fact | Passage | Item | Field


Say: TypeAlias = Callable[[Message], str]
"""Renders a message in the language of whoever reads it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutgoingFile:
    """A file that goes with a reply; `bot/core/outgoing.py` makes it, within its limits.

    `name` without an ending, which `media_type` gives it. `make` makes its bytes in the reader's language when it is
    sent, in a worker's thread; it may raise. `alt_text` says what is in a picture; pictures need it. `in_words` is what
    the file says, in short: shown in its place where it cannot be sent.
    """

    name: Message
    title: Message
    media_type: str
    make: Callable[[Say], bytes]
    alt_text: Message | None = None
    in_words: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.media_type.startswith("image/") and self.alt_text is None:
            raise ValueError("a picture needs words for whoever cannot see it")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """One reply: its visible state, what is said in order, the sources, and what can be done next.

    `state` is the state of a question ("answered" …), or "" for everything else. `title` heads a sheet or a page.
    With `Field`s among the parts the reply is a form, and `submit` sends it. `is_aside`: for whoever pressed alone,
    such as why it cannot be done; what stands in the conversation stays as it is.

    `behind` is what the message becomes on which the button stood, or from which the sheet was opened, where the reply
    itself is shown beside it: in the sheet, or as a word for whoever pressed alone (`is_aside`). Without it the reply
    to a sent form stands in both. What was pressed on the page draws the page again, with or without `behind`.
    `elsewhere` are other messages of ours that say something else by now; they are updated in place, too.

    `locale` is the language of what several people read together; None for the language of whoever asked or pressed.
    It is that of this reply alone: what is `behind` it, and `elsewhere`, have their own.

    `files` come right after the message, in the same place; those of a sheet or a page, which are for one person alone,
    in that person's direct conversation. What cannot be sent is said in words (`OutgoingFile.in_words`), with why.

    `later` is for what takes longer than somebody waits: this reply is shown at once, and what `later` returns follows
    as a message of its own, in the same place (where files would come). It is called in a worker's thread, again after
    a crash, and may raise.

    `about` are the walks and value cards whose words it has beside those that its buttons name (bot/core/posted): when
    one is deleted, the message is taken back.

    Room: a message holds about 50 blocks and 12,000 characters, and an Item with details and buttons takes three
    blocks; a sheet or a page holds twice that. Lists therefore show `PAGE` Items and are turned by a button. What does
    not fit all the same is left out from the end, whole Items, and the reader is told how many.
    """

    state: str = ""
    parts: tuple[Part, ...] = ()
    sources: tuple[Source, ...] = ()
    offers: tuple[Offer, ...] = ()
    title: Message | None = None
    submit: Offer | None = None
    is_aside: bool = False
    behind: Reply | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    files: tuple[OutgoingFile, ...] = ()
    later: Callable[[], Reply] | None = field(default=None, compare=False)
    locale: Locale | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Elsewhere:
    """A message of ours that says something else by now: where it stands, and what it becomes for its reader."""

    conversation: str
    message: str
    reply: Reply
    locale: Locale


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where something is said: the platform's own words for a conversation and a thread in it ("" outside of one).

    `present` are the addresses of everybody who can read it, ourselves left out; None where that is not known.
    """

    conversation: str
    thread: str = ""
    is_direct: bool = True
    present: frozenset[str] | None = None

    @property
    def key(self) -> str:
        """The id of the conversation that a question belongs to."""
        return f"{self.conversation}:{self.thread}" if self.thread else self.conversation


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """Somebody wrote something. `id` is the same when the platform says it twice.

    `is_addressed`: it was said to us, directly or by name; otherwise it is for us only in a thread of ours. `is_shown`:
    the words stand where the answer goes; a command's do not.
    """

    id: str
    address: str
    place: Place
    text: str
    is_addressed: bool = True
    is_shown: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Pressed:
    """Somebody pressed a button or sent a form: `values` are what its fields hold."""

    id: str
    address: str
    place: Place
    action: str
    reference: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Dropped:
    """Somebody gave us a file. `text` is what they wrote with it; of several files given at once each has it."""

    id: str
    address: str
    place: Place
    file_name: str
    content: bytes
    text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opened:
    """Somebody opened their page."""

    id: str
    address: str
    place: Place


Request: TypeAlias = Asked | Pressed | Dropped | Opened


class Sentences(Protocol):
    """Renders a message in a language."""

    def say(self, message: Message, *, locale: Locale) -> str:
        """Return the sentence. Raises KeyError for a key that no catalogue has."""
        ...
