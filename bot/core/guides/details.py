"""What is known of a guide: options first, then its front matter or document properties, then what the file shows.

Strict: an unknown key, kind or date is an error, and all errors are named at once, with the line where it is known.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import PurePosixPath

from bot.core.guides.edition_dates import DateSpan, read_date
from bot.core.guides.models import BlockKind, ExtractedDocument, GuideDetails
from bot.core.guides.refusals import DetailsRefused
from bot.core.japanese import is_japanese
from bot.core.messages import Message
from bot.core.people import audience_strangers

PLAN = "plan"
"""A town's plan: quoted like any other, and compared with what firms can do."""

QA = "qa"
"""Questions and answers; with the source COORDINATOR what a coordinator answered, cited as such."""

COORDINATOR = "coordinator"

KINDS = ("guide", PLAN, QA, "form", "checklist", "case", "desk", "notice", "law", "report", "glossary")
"""What a guide can be. A new kind is added here and nowhere else."""

LANGUAGES = ("ja", "en")

PROPERTY_KEYS = frozenset(
    {"modified", "created", "author", "subject", "keywords", "creator", "producer", "category", "comments"}
)
"""Document properties a reader may hand over; only `modified` is used."""

_SLUG_LIMIT = 80
_SUFFIX = re.compile(r"\.([a-z0-9]{1,8})$")
_PLAIN_FORMATS = ("md", "markdown", "txt")
_ID = re.compile(r"^\w(?:[\w.-]*\w)?$")
_KEY_LINE = re.compile(rb"^([A-Za-z_][\w-]*)[ \t]*:")
# Titles that programs put into a file without anybody having chosen them.
_EMPTY_TITLE = re.compile(
    r"^(untitled|無題|無題の.*|タイトル(なし)?|title|document\d*|文書\s*\d+|book\d*|presentation\d*"
    r"|powerpoint[ 　](presentation|プレゼンテーション)|microsoft (word|excel|powerpoint) - .*"
    r"|.*\.(docx?|pptx?|xlsx?|pdf))$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class GuideOptions:
    """What a person says about a file beside the file itself; each wins over the file. Dates as people write them."""

    id: str | None = None
    title: str | None = None
    edition: str | None = None
    kind: str | None = None
    audience: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    language: str | None = None
    region: str | None = None
    contact: str | None = None
    valid_from: str | None = None
    valid_until: str | None = None
    deadline: str | None = None


FRONT_MATTER_KEYS = tuple(field.name for field in fields(GuideOptions))
"""The keys that front matter and options share, in the order they are documented."""

_LISTS = ("audience", "sources")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadDetails:
    """The details, and what the person should know about them."""

    details: GuideDetails
    warnings: tuple[Message, ...]


def read_details(
    *, document: ExtractedDocument, file_name: str, content: bytes, options: GuideOptions, today: date
) -> ReadDetails:
    """Put the details together. Raises DetailsRefused naming every problem."""
    given = _Given(document, options, _key_lines(content))
    edition, edition_is_known = _edition(given, today)
    valid_from, valid_until = given.day("valid_from"), given.day("valid_until")
    if valid_from and valid_until and valid_until.last_on < valid_from.first_on:
        given.refuse("valid_until", "guides-details-validity", valid_from=str(valid_from.first_on))
    deadline = given.day("deadline")
    details = GuideDetails(
        id=_id(given, file_name),
        title=_title(given, document, file_name),
        edition_on=edition,
        edition_is_known=edition_is_known,
        kind=given.choice("kind", KINDS, "guide"),
        audience=given.many("audience"),
        sources=given.many("sources"),
        language=given.choice("language", LANGUAGES, _language(document)),
        region=given.one("region"),
        contact=given.one("contact"),
        valid_from=valid_from.first_on if valid_from else None,
        valid_until=valid_until.last_on if valid_until else None,
        deadline_on=deadline.last_on if deadline else None,
    )
    if given.problems:
        raise DetailsRefused(given.problems)
    return ReadDetails(details=details, warnings=tuple(_warnings(details, today)))


def slug(file_name: str) -> str:
    """An id from a file name: letters of any script, figures, `-`, `_` and `.`; "" where nothing is left.

    The format is part of it (`test-docx`), but for Markdown and text: a presentation and a report of the same name
    are two guides, and neither may silently take the place of the other.
    """
    name = PurePosixPath(unicodedata.normalize("NFC", file_name).replace("\\", "/").lower()).name
    suffix = _SUFFIX.search(name)
    stem = name[: suffix.start()] if suffix else name
    ending = f"-{suffix[1]}" if suffix and suffix[1] not in _PLAIN_FORMATS else ""
    safe = "".join(character if character.isalnum() or character in "_." else "-" for character in stem)
    kept = re.sub(r"-{2,}", "-", safe)[: _SLUG_LIMIT - len(ending)].strip("-_.")
    return kept and kept + ending


class _Given:
    """The values of options and document under one roof, and the problems found while reading them."""

    def __init__(self, document: ExtractedDocument, options: GuideOptions, lines: Mapping[str, int]) -> None:
        self._document, self._options, self._lines = document.details, options, lines
        self.problems: list[Message] = []
        for key in document.details:
            if key not in FRONT_MATTER_KEYS and key not in PROPERTY_KEYS:
                self.refuse(key, "guides-details-unknown-key", allowed=", ".join(FRONT_MATTER_KEYS))

    def refuse(self, key: str, sentence: str, **arguments: str) -> None:
        """Note a problem with a key; `line` is 0 where it is not known."""
        is_option = bool(getattr(self._options, key, None))
        line = 0 if is_option else self._lines.get(key, 0)
        self.problems.append(Message(sentence, {"key": key, "line": line, **arguments}))

    def many(self, key: str) -> tuple[str, ...]:
        value: str | Sequence[str] = getattr(self._options, key, None) or self._document.get(key, "")
        values = [value] if isinstance(value, str) else value
        return tuple(one.strip() for one in values if one.strip())

    def one(self, key: str) -> str | None:
        values = self.many(key)
        if len(values) > 1:
            self.refuse(key, "guides-details-one-value")
        return values[0] if values else None

    def choice(self, key: str, allowed: Sequence[str], otherwise: str) -> str:
        value = self.one(key)
        if value is not None and value not in allowed:
            self.refuse(key, "guides-details-choice", value=value[:80], allowed=", ".join(allowed))
        return value or otherwise

    def day(self, key: str) -> DateSpan | None:
        value = self.one(key)
        if value is None:
            return None
        try:
            return read_date(value)
        except ValueError:
            self.refuse(key, "guides-details-date", value=value[:80])
            return None

    def modified(self) -> DateSpan | None:
        """The document property; programs write nonsense into it now and then, which is no fault of the person."""
        value = self._document.get("modified")
        try:
            return read_date(value) if isinstance(value, str) else None
        except ValueError:
            return None


def _edition(given: _Given, today: date) -> tuple[date, bool]:
    span = given.day("edition") or given.modified()
    return (span.first_on, True) if span else (today, False)


def _id(given: _Given, file_name: str) -> str:
    chosen = given.one("id")
    found = unicodedata.normalize("NFC", chosen) if chosen else slug(file_name)
    if not found:
        given.refuse("id", "guides-details-no-id")
    elif len(found) > _SLUG_LIMIT or not _ID.match(found):
        given.refuse("id", "guides-details-id", value=found[:80])
    return found


def _title(given: _Given, document: ExtractedDocument, file_name: str) -> str:
    title = given.one("title")
    if title and not _EMPTY_TITLE.match(title):
        return title
    headings = [block for block in document.blocks if block.kind is BlockKind.HEADING and block.level == 1]
    return headings[0].text if headings else PurePosixPath(file_name.replace("\\", "/")).stem


def _language(document: ExtractedDocument) -> str:
    return "ja" if any(is_japanese(block.text) for block in document.blocks) else "en"


def _warnings(details: GuideDetails, today: date) -> Iterator[Message]:
    if not details.edition_is_known:
        yield Message("guides-edition-unknown", {"date": str(details.edition_on)})
    elif details.edition_on > today:
        yield Message("guides-edition-ahead", {"date": str(details.edition_on)})
    strangers = audience_strangers(details.audience)
    if strangers:
        yield Message("guides-audience-unknown", {"words": ", ".join(strangers)})
    if details.has_expired(on=today):
        yield Message("guides-expired", {"date": str(details.valid_until)})


def _key_lines(content: bytes) -> dict[str, int]:
    """Lines, from 1, of the front-matter keys; the keys are ASCII, so every encoding of 8 bits shows them."""
    lines = content.removeprefix(b"\xef\xbb\xbf").splitlines()
    found: dict[str, int] = {}
    if not lines or lines[0].strip() != b"---":
        return found
    for number, line in enumerate(lines[1:], start=2):
        if line.strip() == b"---":
            break
        if key := _KEY_LINE.match(line):
            found.setdefault(key[1].decode("ascii"), number)
    return found
