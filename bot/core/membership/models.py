"""Values of membership, and its pure rules: when two spellings are the same firm, the same address, the same person."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.core.audited import Audited
from bot.core.messages import Locale
from bot.core.owed import Owed
from bot.core.people import Company, Member, Role, Sharing

CHOICES = (Sharing.OUTLINE, Sharing.WORDS, Sharing.NOTHING)
"""What a firm can choose, what is offered first in front."""

_KINDS_OF_FIRM = {"(株)": "株式会社", "(有)": "有限会社", "(合)": "合同会社", "(同)": "合同会社", "(名)": "合名会社",
                  "(資)": "合資会社", "(一社)": "一般社団法人", "(一財)": "一般財団法人"}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """Somebody as the chat platform describes them, "" and None for what it does not say.

    `is_outside`: of another workspace or organisation, so that nobody here vouches for their e-mail address.
    """

    address: str
    name: str
    email: str = ""
    locale: Locale | None = None
    time_zone: str = ""
    is_outside: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class SharingChoice:
    """What a firm chose once, by whom (a person's id) and when."""

    company_id: str
    sharing: Sharing
    chosen_by: str
    chosen_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Erased:
    """How many records of somebody were erased."""

    questions: int = 0
    ratings: int = 0


class EditState(StrEnum):
    """How far a change by an admin has come."""

    PROPOSED = "proposed"
    DONE = "done"
    UNDONE = "undone"


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """One field of a person or a firm (`kind`), as text before and after; "" for nothing."""

    kind: str
    id: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptChange:
    """What an admin (a person's id) shows before doing it, and takes back soon after; forgotten after a day."""

    id: str
    by_id: str
    at: datetime
    state: EditState
    edits: tuple[Edit, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Snapshot:
    """Everybody and every firm at one moment, and what admins changed of late."""

    people: Sequence[Member]
    companies: Sequence[Company]
    kept: Sequence[KeptChange] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """What is to be written in one transaction. People are put whole; `removed` are ids, taken away first.

    With it go lines of the audit log, messages owed, and changes to keep.
    """

    removed: tuple[str, ...] = ()
    companies: tuple[Company, ...] = ()
    people: tuple[Member, ...] = ()
    audited: tuple[Audited, ...] = ()
    owed: tuple[Owed, ...] = ()
    kept: tuple[KeptChange, ...] = ()


def company_key(name: str) -> str:
    """Equal for spellings of the same firm: ㈱, （株） and 株式会社, full and half width, with and without spaces."""
    key = re.sub(r"\s", "", unicodedata.normalize("NFKC", name))
    for short, long in _KINDS_OF_FIRM.items():
        key = key.replace(short, long)
    return key


def email_key(text: str) -> str:
    """An e-mail address as it is stored and compared."""
    return unicodedata.normalize("NFKC", text).strip().lower()


def name_key(name: str) -> str:
    """A person's name without spaces and differences of width; for looking up, never for telling people apart."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name)).casefold()


def is_mere_guest(member: Member) -> bool:
    """Somebody of whom nothing was said but what the chat platform said itself."""
    return member.company is None and member.roles <= {Role.GUEST} and not member.added_by


def joined(person: Member, guest: Member) -> Member:
    """One person out of two records: named by somebody before they came, and met as a guest before they were named."""
    return replace(
        person,
        address=guest.address,
        email=person.email or guest.email,
        locale=person.locale or guest.locale,
        welcomed_at=person.welcomed_at or guest.welcomed_at,
        left_at=person.left_at or guest.left_at,
    )


def with_role(member: Member, role: Role) -> Member:
    """The person with one more role; nobody is a guest and something else as well."""
    return replace(member, roles=(member.roles | {role}) - {Role.GUEST})
