"""引き継ぎ資料: the hand-over pack as a file, for whoever asks for their own, where nobody reads along."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.chat.doors import Handler
from bot.core.meetings.chat.ports import WritePack
from bot.core.meetings.chat.wording import Reader, aside, due, reader_of, stage_label, who
from bot.core.meetings.packs import PackFacts, PackRow, Packs
from bot.core.messages import Asked, Item, Message, Offer, OutgoingFile, Part, Place, Pressed, Reply, Said
from bot.core.outgoing import XLSX
from bot.core.people import Member, Role

_IN_WORDS = 20
"""So many encounters are said in words where the file cannot be sent."""
_ASKED = re.compile(
    r"(引き?継ぎ?(資料|パック)|hand-?over ?pack)"
    r"((を|が)?(ください|下さい|お願い(いた)?します|ほしい(です)?|欲しい(です)?|(見せて|作って|出して|送って)(ください|下さい)?)"
    r"|,? ?please)?"
)
_QUOTES = {ord(mark): None for mark in '「」『』"'}


def pack_offer() -> Offer:
    """The button by which it is asked for."""
    return Offer(actions.PACK, "", Message("pack-offer"))


class Packing:
    """Hands out hand-over packs: of a coordinator's firms as far as each shares its words, of one's own firm all."""

    def __init__(self, *, service: Packs, clock: Clock, write: WritePack) -> None:
        self._service, self._clock, self._write = service, clock, write

    def handlers(self) -> dict[str, Handler]:
        """For each action, what to do."""
        return {actions.PACK: lambda pressed, member: self._pressed(pressed, member)}

    def typed(self, asked: Asked, member: Member) -> Reply | None:
        """「引き継ぎ資料」 written by somebody who has one; None for anything else."""
        words = unicodedata.normalize("NFKC", asked.text).translate(_QUOTES).strip(" \n。.!?").casefold()
        if not _ASKED.fullmatch(words) or not _may_have_one(member):
            return None
        return self._pack(asked.place, member)

    def _pressed(self, pressed: Pressed, member: Member) -> Reply:
        return self._pack(pressed.place, member) if _may_have_one(member) else aside(Message("meeting-not-found"))

    def _pack(self, place: Place, member: Member) -> Reply:
        if not (place.is_direct or not place.conversation):
            # Not even where all are of the firm: a coordinator's has other firms in it.
            return aside(Message("pack-elsewhere"))
        facts, reader = self._service.handover_pack(member), reader_of(member, self._clock)
        if not facts.rows:
            return Reply(parts=(Said(Message("pack-none")),))
        care = "pack-care" if Role.COORDINATOR in member.roles else "pack-care-own"
        said = (Said(Message("pack-here", {"count": len(facts.rows)})), Said(Message(care)))
        return Reply(parts=said, files=(self._file(facts, reader),))

    def _file(self, facts: PackFacts, reader: Reader) -> OutgoingFile:
        return OutgoingFile(
            name=Message("pack-file", {"day": facts.made_on.isoformat()}),
            title=Message("pack-file-title", {"day": reader.day(facts.made_on)}),
            media_type=XLSX,
            make=partial(self._write, facts),
            in_words=tuple(_in_words(facts, reader)),
        )


def _may_have_one(member: Member) -> bool:
    return not member.has_left and bool(member.roles & {Role.MEMBER, Role.COORDINATOR})


def _in_words(facts: PackFacts, reader: Reader) -> Iterator[Part]:
    for row in facts.rows[:_IN_WORDS]:
        yield _said(row, reader)
    if len(facts.rows) > _IN_WORDS:
        yield Said(Message("pack-more", {"count": len(facts.rows) - _IN_WORDS}))


def _said(row: PackRow, reader: Reader) -> Item:
    one = row.encounter
    details: list[Message | str] = [row.company] if row.company else []
    details.append(stage_label(one.stage))
    if one.next_step is not None:
        details += [one.next_step.text] if row.has_words else []
        details.append(due(one.next_step, reader))
    return Item(who(one) if row.has_words else Message("pack-not-shared"), tuple(details))
