"""What somebody typed: a line is proposed as an encounter, several become a list, everything else is none of ours."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching.drafts import Draft, draft_from, reference_of
from bot.core.meetings.catching.lists import Lists
from bot.core.meetings.catching.models import id_from
from bot.core.meetings.catching.ports import LineReader
from bot.core.meetings.catching.proposals import Context, proposal
from bot.core.meetings.catching.recognising import Recognition
from bot.core.meetings.catching.visits import Visits
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.meetings.models import Kind
from bot.core.meetings.parsing.models import CardList as PastedLines
from bot.core.meetings.parsing.models import Caught
from bot.core.messages import Asked, Message, Offer, Place, Reply, Said
from bot.core.people import Directory, Member, Role, access_company_here

LONGEST = 60_000
"""Characters that are read as a list of cards."""
LONGEST_LINE = 2_000
"""A longer text is no line about an encounter."""
_WANTS_FORM = re.compile(
    r"(?:(?:新しい)?(?:出会い|面談|名刺交換)(?:を|の))?記録(?:する|します|したい(?:です)?|して(?:ください|下さい)?|を?お願いします)?"
    r"|record(?:anencounter)?"
)
_MET_NOBODY = re.compile(
    r"(?:昨日|きのう|今日|本日|先日|先ほど|さきほど|さっき|今朝|おととい|一昨日)?[は、,]*"
    r"名刺(?:を|の)?交換(?:を)?(?:しました|した|してきました|してきた)"
)
"""Somebody tells that they exchanged cards, and no more: who it was is asked for, never looked up in the guides."""


def may_catch(member: Member) -> bool:
    """May keep encounters: somebody of a firm, or a coordinator."""
    return bool(member.roles & {Role.MEMBER, Role.COORDINATOR}) and not member.has_left


class Typed:
    """Reads what was typed."""

    def __init__(
        self,
        *,
        reader: LineReader,
        lists: Lists,
        visits: Visits,
        recognition: Recognition,
        directory: Directory,
        clock: Clock,
    ) -> None:
        self._lines, self._lists, self._visits = reader, lists, visits
        self._recognition, self._directory, self._clock = recognition, directory, clock

    def line(self, asked: Asked, member: Member) -> Reply | None:
        """The proposal for a line, the list for several; None for what is no encounter."""
        text = asked.text.strip()
        if not asked.is_addressed or not text or not may_catch(member):
            return None
        if _WANTS_FORM.fullmatch(_plain(text)):
            return self._form_offered(member, asked.place)
        on = reader_of(member, self._clock).today
        pasted = self._pasted(text, member)
        if pasted is not None:
            return self._lists.pasted(asked, member, pasted) if asked.place.is_direct else _elsewhere()
        if len(text) > LONGEST_LINE:
            return None
        caught = self._lines.line(text, on=on)
        if not (self._lines.is_encounter(caught) or _MET_NOBODY.fullmatch(_plain(text))):
            return None
        if not self.is_here(member, asked.place):
            return _elsewhere()
        draft = self._visits.visited(self._draft(asked, member, caught), member)
        return self.proposed(draft, member, text=text, notes=caught.notes)

    def maybe(self, asked: Asked, member: Member, *, is_other: bool = False) -> Offer | None:
        """To keep a line after all that was answered as a question, where it names somebody and tells or plans.
        `is_other`: whoever presses it says that it is nobody met before."""
        text = asked.text.strip()
        if (
            not text
            or "\n" in text
            or len(text) > LONGEST_LINE
            or not may_catch(member)
            or not self.is_here(member, asked.place)
        ):
            return None
        caught = self._lines.line(text, on=reader_of(member, self._clock).today)
        names_somebody = bool(caught.company or caught.person)
        tells = caught.is_met or caught.is_planned or bool(caught.met_on or caught.due_on or caught.event)
        tells = tells or bool(caught.company and caught.person)
        if caught.is_asking or not (names_somebody and tells):
            return None
        draft = self._visits.visited(self._draft(asked, member, caught), member)
        label = Message("catch-offer-other-line" if is_other else "catch-offer-line")
        return Offer(actions.CATCH_LINE, reference_of(replace(draft, is_other=is_other)), label)

    def proposed(self, draft: Draft, member: Member, *, text: str = "", notes: tuple[str, ...] = ()) -> Reply:
        """The proposal of a draft, with whom it may be."""
        likeness = None
        if draft.kind == Kind.MEETING and not draft.same_id:
            company_id = member.company.id if member.company else None
            likeness = self._recognition.likeness(
                company_id, partner=draft.partner, contact=draft.contact, is_other=draft.is_other
            )
        context = Context(
            text=text,
            notes=notes,
            likeness=likeness,
            can_write_for=bool(self._visits.members(draft, member)),
        )
        return proposal(draft, reader_of(member, self._clock), context)

    def is_here(self, member: Member, place: Place) -> bool:
        """May what was caught be shown there: where nobody from outside the firm reads along."""
        if place.is_direct or not place.conversation:
            return True
        if member.company is None or place.present is None:
            return False
        others = [self._directory.by_address(one) for one in sorted(place.present - {member.address})]
        known = [one for one in others if one is not None]
        return len(known) == len(others) and access_company_here(member.company, [member, *known])

    def _draft(self, asked: Asked, member: Member, caught: Caught) -> Draft:
        return draft_from(caught, id=id_from(asked.id), by_id=member.id, topic=topic_of(caught))

    def _pasted(self, text: str, member: Member) -> PastedLines | None:
        """Lines of which at least two name somebody, and no question among them; a longer text is prose."""
        if "\n" not in text or len(text) > LONGEST:
            return None
        pasted = self._lines.lines(text, on=reader_of(member, self._clock).today)
        named = [one for one in pasted.cards if one.company or one.person]
        if any(one.is_asking for one in pasted.cards) or len(named) < 2 or 2 * len(named) < len(pasted.cards):
            return None
        return pasted

    def _form_offered(self, member: Member, place: Place) -> Reply:
        if not self.is_here(member, place):
            return _elsewhere()
        offer = Offer(actions.CATCH_FORM, "", Message("catch-offer-form"), is_main=True)
        return Reply(parts=(Said(Message("catch-how")),), offers=(offer,))


def topic_of(caught: Caught) -> str:
    """The sentences of a line in which nothing else was read: what it was about, in the words as typed."""
    pieces = [piece.strip() for piece in re.split(r"(?<=[。．！\n])", caught.text)]
    read = [word for name, word in caught.words.items() if word and name != "topic"]
    rest = [piece.rstrip("。．") for piece in pieces if piece and not any(word in piece for word in read)]
    return "。".join(one for one in rest if one)


def _plain(text: str) -> str:
    return re.sub(r"[\s。.!！]", "", unicodedata.normalize("NFKC", text)).lower()


def _elsewhere() -> Reply:
    return aside(Message("catch-in-private"))
