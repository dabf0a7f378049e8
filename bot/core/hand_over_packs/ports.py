"""What hand-over packs need of the outside: what other features know of firms, and what makes the files."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.core.hand_over_packs.models import (
    CardSeen,
    EndedMatter,
    IntroductionSeen,
    Line,
    Matter,
    Pack,
    PersonSeen,
    PutOff,
    QuestionSeen,
)
from bot.core.hand_over_packs.volumes import Volume
from bot.core.messages import Message, Say
from bot.core.people import Company, Member


class PackRecords(Protocol):
    """What other features have on record, each already as far as `viewer` may see it. Raises StorageError."""

    def ordered(
        self, viewer: Member, now: datetime, *, among: Collection[str] | None = None
    ) -> Sequence[tuple[Company, Message | None]]:
        """The firms that a coordinator looks after, who needs somebody first, each with why; `among` these alone."""
        ...

    def look_ahead(self, viewer: Member, companies: Sequence[Company]) -> None:
        """These are about to be read one by one."""
        ...

    def matters(self, viewer: Member, company: Company) -> Sequence[Matter]:
        """The encounters of a firm that are looked after."""
        ...

    def own_matters(self, viewer: Member) -> Sequence[tuple[Company | None, Matter]]:
        """What somebody looks after themselves, each with whose it is; None for what belongs to no firm."""
        ...

    def ended(self, viewer: Member, company: Company) -> Sequence[EndedMatter]:
        """Encounters of a firm that have ended, the latest first."""
        ...

    def cards(self, viewer: Member, company: Company) -> Sequence[CardSeen]:
        """The value cards of a firm, the latest change first."""
        ...

    def questions(self, viewer: Member, company: Company) -> Sequence[QuestionSeen]:
        """What people of a firm asked this coordinator, or, of their own firm, what somebody asked: open ones first."""
        ...

    def introductions(self, viewer: Member, company: Company) -> Sequence[IntroductionSeen]:
        """This firm's side of the introductions that this coordinator has under way."""
        ...

    def people_of(self, company: Company) -> Sequence[PersonSeen]:
        """The people of a firm."""
        ...

    def firm_settings(self, viewer: Member, company: Company, *, has_words: bool) -> Sequence[Line]:
        """What a coordinator has chosen for a firm; names of events only with `has_words`."""
        ...

    def settings(self, viewer: Member) -> Sequence[Line]:
        """What somebody has chosen for themselves."""
        ...

    def put_off(self, owner: Member, seen: Pack) -> Sequence[PutOff]:
        """What somebody has put away in their digests, as far as it is about what the reader sees in the pack."""
        ...


class Drawing(Protocol):
    """Makes the files. Each is made when it is sent; what draws is loaded then."""

    def workbook(self, pack: Pack, say: Say) -> bytes:
        """Everything as a workbook (.xlsx)."""
        ...

    def pages(self, pack: Pack, volume: Volume, say: Say) -> bytes:
        """What is read on paper (.pdf, A4): one volume of it."""
        ...

    def calendar(self, pack: Pack, say: Say) -> bytes:
        """The dates to come (.ics)."""
        ...
