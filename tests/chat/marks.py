"""What is in a reply or a file, and whoever may be shown which of the marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from io import BytesIO
from zipfile import ZipFile, is_zipfile

from pypdf import PdfReader

from bot.core.coaching.cards.models import (
    FieldGroup,
)
from bot.core.messages import OutgoingFile, Reply
from bot.core.people import Role
from tests.chat.marked_words import CARDS, TYPED, mark, reach_of
from tests.chat.two_firms import World

MARK = re.compile(r"zq(?:\d|walk|met|ask)[a-z]{4,}", re.IGNORECASE)


def texts(shown: object) -> Iterator[str]:
    """Every text in a reply: what is said, quoted and offered, references of buttons, fields and what they hold."""
    if isinstance(shown, str):
        yield shown
    elif isinstance(shown, Mapping):
        for one in shown.values():
            yield from texts(one)
    elif isinstance(shown, tuple | list | frozenset | set):
        for one in shown:
            yield from texts(one)
    elif is_dataclass(shown) and not isinstance(shown, type):
        for name in fields(shown):
            yield from texts(getattr(shown, name.name))


def files_in(reply: Reply | None) -> Iterator[OutgoingFile]:
    """The files of a reply, and of what it promises for later."""
    if reply is not None:
        yield from reply.files
        yield from files_in(reply.behind)
        yield from files_in(reply.later() if reply.later is not None else None)


def texts_of(content: bytes) -> Iterator[str]:
    """Every text in a file, a workbook, a slide or a page."""
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as archive:
            yield from (archive.read(one).decode("utf-8", "replace") for one in archive.namelist())
    elif content.startswith(b"%PDF"):
        # A mark may be set over two lines.
        yield from ("".join(page.extract_text().split()) for page in PdfReader(BytesIO(content)).pages)
    else:
        yield content.decode("utf-8", "replace")


def marks_in(shown: object) -> set[str]:
    """The marks that are there."""
    return {found.lower() for text in texts(shown) for found in MARK.findall(text)}


def is_coordinator_of(world: World, key: str) -> bool:
    """The first firm's own one."""
    yamada = world.people["yamada"].company
    return yamada is not None and yamada.coordinator_id == world.people[key].id


def allowed(world: World, key: str) -> Callable[[str], bool]:
    """May somebody be shown what has this mark? One that was cut off, where all that begin like it may be."""
    member = world.people[key]
    if member.has_left or not (member.company or Role.COORDINATOR in member.roles):
        return lambda _: False
    marks = {mark(card, group, reach_of(card, group)) for card in range(CARDS) for group in FieldGroup}
    theirs = {one for one in marks if one.endswith("region")}
    if is_coordinator_of(world, key):
        theirs |= {one for one in marks if one.endswith("coordinator")} | {TYPED}

    def may(one: str) -> bool:
        begin = {full for full in marks if full.startswith(one)}
        return one in theirs or (bool(begin) and begin <= theirs)

    return may
