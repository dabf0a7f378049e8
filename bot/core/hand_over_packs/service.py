"""引き継ぎ資料: the pack as files, for whoever asks where nobody reads along; and offered when it is time."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from functools import partial
from uuid import NAMESPACE_OID, uuid5

from bot.core import actions
from bot.core.audited import Audited, Looked
from bot.core.hand_over_packs.gathering import Gathering
from bot.core.hand_over_packs.models import FirmPart, Matter, Pack
from bot.core.hand_over_packs.offering import Offering
from bot.core.hand_over_packs.ports import Drawing
from bot.core.hand_over_packs.sheets import name_of, with_whom
from bot.core.hand_over_packs.volumes import Volume, volumes_of
from bot.core.messages import Asked, Item, Message, OutgoingFile, Part, Place, Pressed, Reply, Said
from bot.core.outgoing import ICS, PDF, XLSX
from bot.core.owed import Composer
from bot.core.people import Member, Role
from bot.core.reactions import Handler, own_of
from bot.core.spoken_dates import spoken_date

_IN_WORDS = 20
"""So many matters are said in words where the file cannot be sent."""
_ASKED = re.compile(
    r"(引き?継ぎ?(資料|パック)|hand-?over ?pack)"
    r"((を|が)?(ください|下さい|お願い(いた)?します|ほしい(です)?|欲しい(です)?|(見せて|作って|出して|送って)(ください|下さい)?)"
    r"|,? ?please)?"
)
_QUOTES = {ord(mark): None for mark in '「」『』"'}
ALL = "-"
"""The reference of the button for everything that somebody looks after; otherwise it is a firm's id."""


class HandOverPackService:
    """Hands out packs. Each is kept in the audit log: a line for each firm that is in it."""

    def __init__(
        self,
        *,
        gathering: Gathering,
        drawing: Drawing,
        offering: Offering,
        append: Callable[[Sequence[Audited]], None],
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._gathering, self._drawing, self._offering = gathering, drawing, offering
        self._append, self._piece_of_work = append, piece_of_work
        self.handlers: Mapping[str, Handler] = {actions.PACK: self._pressed}
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = offering.composers
        """What to say for each kind of message owed."""

    def tick(self) -> int:
        """Offer a pack to whoever is about to hand over; return to how many. Raises StorageError."""
        return self._offering.tick()

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """「引き継ぎ資料」 written by somebody who has one; None for anything else."""
        words = unicodedata.normalize("NFKC", asked.text).translate(_QUOTES).strip(" \n。.!?").casefold()
        if not _ASKED.fullmatch(words) or not _may_have_one(member):
            return None
        return self._promise(asked.place, member, ALL)

    def pack(self, reader: Member, company_ids: Collection[str] | None = None) -> Pack:
        """What somebody looks after, or these firms, as they may see it; kept in the audit log as taken out."""
        with self._piece_of_work():
            if company_ids is None:
                pack = self._gathering.portfolio(reader)
            else:
                pack = self._gathering.of_firms(reader, company_ids)
        self._keep(pack)
        return pack

    def files_for(self, reader: Member, company_ids: Collection[str], *, of: Member) -> Sequence[OutgoingFile]:
        """The files of these firms for one reader, as they may see them at this moment; `of` is whose portfolio it was:
        what they had put off and chosen is in it. None where the reader sees nothing."""
        with self._piece_of_work():
            pack = self._gathering.of_firms(reader, company_ids, of=of)
        self._keep(pack)
        return () if pack.is_empty else self.files_of(pack)

    def files_of(self, pack: Pack) -> tuple[OutgoingFile, ...]:
        """The workbook, the pages, and where there are any, the dates to come as a calendar."""
        table = self._file(pack, XLSX, partial(self._drawing.workbook, pack))
        pages = [self._file(pack, PDF, partial(self._drawing.pages, pack, one), volume=one) for one in volumes_of(pack)]
        dates = [self._file(pack, ICS, partial(self._drawing.calendar, pack))] if pack.dates else []
        return (replace(table, in_words=tuple(_in_words(pack))), *pages, *dates)

    def _pressed(self, pressed: Pressed, member: Member) -> Reply:
        if not _may_have_one(member):
            return _aside("meeting-not-found")
        # The button stands in reminders as well, whose mark comes behind its reference.
        return self._promise(pressed.place, member, own_of(pressed.reference)[0])

    def _promise(self, place: Place, member: Member, reference: str) -> Reply:
        """Said at once: reading and drawing much takes longer than anybody waits for a button."""
        if not (place.is_direct or not place.conversation):
            # Not even where all are of the firm: a coordinator's has other firms in it.
            return _aside("pack-elsewhere")
        firm_id = "" if reference in ("", ALL) else reference
        if firm_id and not self._gathering.is_seen(member, firm_id):
            return _aside("pack-not-yours")
        return Reply(parts=(Said(Message("pack-making")),), later=partial(self._made, member, firm_id))

    def _made(self, member: Member, firm_id: str) -> Reply:
        """The pack, as things are now: the firm may have withdrawn since."""
        pack = self.pack(member, [firm_id] if firm_id else None)
        if not pack.firms and not pack.is_portfolio:
            return Reply(parts=(Said(Message("pack-not-yours")),))
        if pack.is_empty:
            return Reply(parts=(Said(Message("pack-none")),))
        count = sum(1 for _ in pack.matters)
        care = "pack-care" if Role.COORDINATOR in member.roles else "pack-care-own"
        here = Said(Message("pack-here", {"count": count, "firms": sum(not one.is_empty for one in pack.firms)}))
        return Reply(parts=(here, Said(Message(care))), files=self.files_of(pack))

    def _file(
        self, pack: Pack, media: str, make: Callable[..., bytes], *, volume: Volume | None = None
    ) -> OutgoingFile:
        day = spoken_date(pack.made_on, locale=pack.reader.locale or "ja", this_year=pack.made_on.year)
        firm = pack.firms[0].name if len(pack.firms) == 1 and not pack.is_portfolio else ""
        more = {"firm": firm[:60]} if firm else {}
        key = "pack-file-firm" if firm else "pack-file"
        if volume is not None and volume.count > 1:
            key, more = "pack-file-volume", {"place": str(volume.place), "count": str(volume.count)}
        name = Message(key, {"day": pack.made_on.isoformat(), **more})
        return OutgoingFile(name=name, title=Message(f"{key}-title", {"day": day, **more}), media_type=media, make=make)

    def _keep(self, pack: Pack) -> None:
        """One line for each firm that is in it. The same pack is kept once."""
        reader, shown = pack.reader, [one for one in pack.firms if not one.is_empty]
        self._append(
            [
                Audited(
                    id=uuid5(NAMESPACE_OID, f"pack {pack.id} {one.id}").hex,
                    at=pack.made_at,
                    by_id=reader.id,
                    action=str(Looked.EXPORTED),
                    subject_kind="pack",
                    subject_id=pack.id,
                    company_id=one.id or None,
                )
                for one in shown
            ]
        )


def _may_have_one(member: Member) -> bool:
    return not member.has_left and bool(member.roles & {Role.MEMBER, Role.COORDINATOR})


def _aside(key: str) -> Reply:
    return Reply(parts=(Said(Message(key)),), is_aside=True)


def _in_words(pack: Pack) -> Iterator[Part]:
    found = list(pack.matters)
    for firm, one in found[:_IN_WORDS]:
        yield _said(firm, one, pack)
    if len(found) > _IN_WORDS:
        yield Said(Message("pack-more", {"count": len(found) - _IN_WORDS}))


def _said(firm: FirmPart, one: Matter, pack: Pack) -> Item:
    details: list[Message | str] = [
        name_of(firm),
        Message("pack-kind-visit" if one.is_visit else f"meeting-stage-{one.stage}"),
    ]
    step = one.step
    if step is not None:
        details += [step.text] if step.text else []
        if step.due_on is not None:
            locale = pack.reader.locale or "ja"
            day = spoken_date(step.due_on, locale=locale, this_year=pack.made_on.year)
            details.append(Message("meeting-due", {"day": day, "time": step.due_time}) if step.due_time else day)
    return Item(with_whom(one), tuple(details))
