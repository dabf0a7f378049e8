"""The menu of a message: what somebody wrote becomes a next step of an encounter on record, or of a new one."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching import forms
from bot.core.meetings.catching.drafts import Draft
from bot.core.meetings.catching.models import id_from
from bot.core.meetings.catching.ports import EncounterLog, Encounters, LineReader
from bot.core.meetings.catching.typed import may_catch
from bot.core.meetings.catching.wording import in_sheet
from bot.core.meetings.chat.fields import Typed, form, submit_of
from bot.core.meetings.chat.wording import Reader, aside, reader_of, short, who
from bot.core.meetings.given import StepGiven
from bot.core.meetings.models import Encounter, State
from bot.core.meetings.names import same_company_key, same_person_key
from bot.core.meetings.parsing.meeting_words import is_meeting
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Choice, Field, Message, Part, Pressed, Quoted, Reply
from bot.core.people import Member

WHICH, NEW = "which", "new"
_MOST_CHOICES = 50
_QUOTED = 600


@dataclass(frozen=True, kw_only=True, slots=True)
class Noted:
    """What the sheet shows: the words of the message, the draft read from them, the encounters they may belong to."""

    text: str
    draft: Draft
    known: Sequence[Encounter]
    likely: str


class Noting:
    """Handlers of the menu of a message and of its sheet."""

    def __init__(
        self,
        *,
        lines: LineReader,
        encounters: Encounters,
        log: EncounterLog,
        card: Callable[[Encounter, Member], Reply],
        clock: Clock,
    ) -> None:
        self._lines, self._encounters, self._log = lines, encounters, log
        self._card, self._clock = card, clock

    @property
    def handlers(self) -> Mapping[str, Callable[[Pressed, Member], Reply]]:
        """For each action, what to do."""
        return {actions.NOTE_MESSAGE: self._open, actions.NOTE_SEND: self._send}

    def _open(self, pressed: Pressed, member: Member) -> Reply:
        if not may_catch(member):
            return aside(Message("meeting-refused-guest"))
        text = pressed.values.get("text", "").strip()
        if not text:
            return aside(Message("catch-note-no-words"))
        return _sheet(self._noted(text, pressed, member))

    def _noted(self, text: str, pressed: Pressed, member: Member) -> Noted:
        reader = reader_of(member, self._clock)
        said_on = _said_on(pressed.values.get("said_at", ""), reader)
        caught = self._lines.line(text[:2_000], on=said_on)
        # A colleague's words often ask: a request has its day as well.
        asked_for = self._lines.coming(text[:2_000], on=said_on) if caught.due_on is None else (None, None)
        due_on, due_time = caught.due_on or asked_for[0], caught.due_time or asked_for[1]
        is_to_come = due_on is not None and due_on >= reader.today
        draft = Draft(
            id=id_from(pressed.id),
            by_id=member.id,
            partner=caught.company or "",
            contact=caught.person or "",
            next_step=caught.next_step or short(text, 80),
            due_on=due_on if is_to_come else None,
            due_time=f"{due_time:%H:%M}" if is_to_come and due_time else "",
            is_meeting=is_meeting(caught.next_step or ""),
        )
        known = self._known(member, text)
        likely = known[0].id if known and _likeness(known[0], text) else NEW if draft.partner or not known else ""
        return Noted(text=text, draft=draft, known=known, likely=likely)

    def _known(self, member: Member, text: str) -> list[Encounter]:
        """Their own open ones, those named in the text first."""
        theirs = self._log.of_owner(member.id, states=(State.OPEN, State.SLEEPING))
        may = [one for one in theirs if self._encounters.may_change(member, one)]
        return sorted(may, key=lambda one: -_likeness(one, text))[:_MOST_CHOICES]

    def _send(self, pressed: Pressed, member: Member) -> Reply:
        draft = Draft(id=pressed.reference, by_id=member.id)
        read = forms.draft_in(pressed.values, draft)
        known = self._known(member, "")
        again = Noted(text="", draft=draft, known=known, likely=NEW)
        if isinstance(read, Message):
            return _sheet(again, typed=pressed.values, why=read)
        result = self._done(read, pressed.values.get(WHICH, ""), member)
        if not isinstance(result, Done):
            return _sheet(again, typed=pressed.values, why=result.message)
        return in_sheet(self._card(result.encounter, member), Message("catch-note-title"))

    def _done(self, read: Draft, which: str, member: Member) -> Result:
        if not which:
            return Refused(message=Message("catch-note-choose"))
        if which == NEW:
            return self._encounters.capture(read.given(), by=member)
        step = StepGiven(text=read.next_step, due_on=read.due_on, due_time=read.due_time, is_meeting=read.is_meeting)
        return self._encounters.set_step(which, step, by=member)


def _sheet(noted: Noted, *, typed: Typed | None = None, why: Message | None = None) -> Reply:
    new = Choice(NEW, Message("catch-note-new"))
    choices = (*(Choice(one.id, who(one)) for one in noted.known), new)
    which = Field(
        name=WHICH,
        label=Message("catch-note-which"),
        kind="choice",
        choices=choices,
        initial=noted.likely,
    )
    about: tuple[Part, ...] = (Quoted(short(noted.text, _QUOTED)),) if noted.text else ()
    company, person, _ = forms.whom_fields(noted.draft)
    return form(
        Message("catch-note-title"),
        about=about,
        fields=(which, *forms.step_fields(noted.draft), company, person),
        submit=submit_of(actions.NOTE_SEND, noted.draft.id, Message("catch-submit")),
        typed=typed,
        why=why,
    )


def _likeness(one: Encounter, text: str) -> int:
    """How much of an encounter a text names: the person counts more than the firm, the firm more than the event."""
    plain = unicodedata.normalize("NFKC", text).lower().replace(" ", "")
    contact, partner = same_person_key(one.contact), same_company_key(one.partner)
    names_person = len(contact) > 1 and (contact in plain or contact[:2] in plain)
    names_firm = len(partner) > 1 and partner in plain
    return 4 * names_person + 2 * names_firm + bool(one.event and one.event in text)


def _said_on(said_at: str, reader: Reader) -> date:
    """The day on which the message was written, from which its 明日 counts."""
    try:
        moment = datetime.fromisoformat(said_at)
    except ValueError:
        return reader.today
    if moment.tzinfo is None or moment > reader.now:
        return reader.today
    return Reader(reader.id, reader.locale, reader.time_zone, moment).today
