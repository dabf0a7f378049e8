"""The buttons of a proposal, and the form: keep, put right, leave it, write for somebody. Twice is once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.clock import Clock
from bot.core.meetings.catching import forms, proposals
from bot.core.meetings.catching.drafts import Draft, draft_of, reference_of
from bot.core.meetings.catching.models import id_from
from bot.core.meetings.catching.ports import EncounterLog, Encounters
from bot.core.meetings.catching.recognising import Recognition
from bot.core.meetings.catching.typed import Typed, may_catch
from bot.core.meetings.catching.visits import Visits
from bot.core.meetings.catching.wording import facts_of, told_in_sheet
from bot.core.meetings.chat.wording import aside, reader_of
from bot.core.meetings.given import NewEncounter
from bot.core.meetings.models import ChangeKind, Encounter, Kind, State
from bot.core.meetings.results import Done
from bot.core.messages import Message, Offer, Pressed, Reply, Said
from bot.core.people import Member

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
CardOf: TypeAlias = Callable[[Encounter, Member], Reply]
"""The encounter as its own card."""
_OfDraft: TypeAlias = Callable[[Pressed, Member, Draft], Reply]


class Pressing:
    """Handlers of proposals and of the form."""

    def __init__(
        self,
        *,
        encounters: Encounters,
        log: EncounterLog,
        card: CardOf,
        typed: Typed,
        visits: Visits,
        recognition: Recognition,
        clock: Clock,
    ) -> None:
        self._encounters, self._log, self._card = encounters, log, card
        self._typed, self._visits, self._recognition, self._clock = typed, visits, recognition, clock

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.CATCH_FORM: self._form,
            actions.CATCH_FORM_SEND: self._of_draft(self._send),
            actions.CATCH_LINE: self._of_draft(self._line),
            actions.CATCH_BACK: self._of_draft(self._line),
            actions.CATCH_MEETING: self._of_draft(self._line),
            actions.CATCH_RECORD: self._of_draft(self._record),
            actions.CATCH_FIX: self._of_draft(self._fix),
            actions.CATCH_FIX_SEND: self._of_draft(self._send),
            actions.CATCH_DROP: self._of_draft(self._drop),
            actions.CATCH_FOR_FORM: self._of_draft(self._for_form),
            actions.CATCH_FOR_SEND: self._of_draft(self._for_send),
            actions.CATCH_FOR_UNDO: self._of_draft(self._for_undo),
        }

    def _of_draft(self, do: _OfDraft) -> Handler:
        """For whoever typed it, where nobody from outside the firm reads along."""

        def handle(pressed: Pressed, member: Member) -> Reply:
            draft = draft_of(pressed.reference)
            if draft is None:
                return aside(Message("catch-unreadable"))
            if draft.by_id != member.id or not may_catch(member):
                return aside(Message("catch-not-yours"))
            if not self._typed.is_here(member, pressed.place):
                return aside(Message("catch-in-private"))
            return do(pressed, member, draft)

        return handle

    def _form(self, pressed: Pressed, member: Member) -> Reply:
        if not may_catch(member):
            return aside(Message("meeting-refused-guest"))
        today = reader_of(member, self._clock).today
        draft = Draft(id=id_from(pressed.id), by_id=member.id, met_on=today)
        draft = self._visits.begun(draft, pressed.reference, member)
        return forms.draft_form(draft, action=actions.CATCH_FORM_SEND, title=Message("catch-form-title"))

    def _line(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        return self._on_record(draft, member) or self._typed.proposed(draft, member)

    def _record(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        result = self._encounters.capture(self._given(draft, member), by=member)
        if not isinstance(result, Done):
            return aside(result.message)
        return self._card(result.encounter, member)

    def _fix(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        """The form; where it is on record meanwhile, how it stands."""
        return self._on_record(draft, member) or forms.draft_form(
            draft, action=actions.CATCH_FIX_SEND, title=Message("catch-fix-title")
        )

    def _send(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        action = pressed.action
        title = Message("catch-form-title" if action == actions.CATCH_FORM_SEND else "catch-fix-title")
        read = forms.draft_in(pressed.values, draft)
        if isinstance(read, Message):
            return forms.draft_form(draft, action=action, title=title, typed=pressed.values, why=read)
        result = self._encounters.capture(self._given(read, member), by=member)
        if not isinstance(result, Done):
            return forms.draft_form(draft, action=action, title=title, typed=pressed.values, why=result.message)
        return told_in_sheet(self._card(result.encounter, member), title)

    def _drop(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        return self._on_record(draft, member) or proposals.dropped(draft)

    def _for_form(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        return self._for(draft, member) or aside(Message("catch-for-nobody"))

    def _for_send(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        chosen = pressed.values.get(forms.FOR, "")
        whom = next((one for one in self._visits.members(draft, member) if one.id == chosen), None)
        if whom is None:
            why = Message("catch-for-choose")
            return self._for(draft, member, pressed, why) or aside(Message("catch-for-nobody"))
        read = forms.draft_in({**pressed.values, forms.KIND: str(Kind.MEETING)}, draft)
        if isinstance(read, Message):
            return self._for(draft, member, pressed, read) or aside(Message("catch-for-nobody"))
        # Beside the visit itself, which is another record.
        given = replace(read.given(), id=id_from(draft.id, whom.id))
        result = self._encounters.write_for(given, by=member, member=whom)
        if not isinstance(result, Done):
            return self._for(draft, member, pressed, result.message) or aside(result.message)
        said = Said(Message("catch-for-sent", {"name": whom.name}))
        undo = Offer(actions.CATCH_FOR_UNDO, reference_of(replace(draft, for_id=whom.id)), Message("catch-offer-undo"))
        return Reply(
            title=Message("catch-for-title"),
            parts=(said, *facts_of(read, reader_of(member, self._clock))),
            offers=(undo,),
            behind=self._line(pressed, member, draft),
        )

    def _for_undo(self, pressed: Pressed, member: Member, draft: Draft) -> Reply:
        """What was written for somebody is taken back; the line it was written beside stands as before."""
        changes = self._log.changes(id_from(draft.id, draft.for_id))
        if not changes:
            return aside(Message("meeting-refused-not-found"))
        captured = next((one for one in changes if one.kind == ChangeKind.CAPTURED and not one.is_undone), changes[0])
        result = self._encounters.undo(captured.id, by=member)
        if not isinstance(result, Done):
            return aside(result.message)
        behind = self._line(pressed, member, replace(draft, for_id=""))
        return Reply(title=Message("catch-for-title"), parts=(Said(Message("catch-for-undone")),), behind=behind)

    def _for(
        self, draft: Draft, member: Member, pressed: Pressed | None = None, why: Message | None = None
    ) -> Reply | None:
        members = self._visits.members(draft, member)
        typed = pressed.values if pressed else None
        about = (Said(Message("catch-for-about")),)
        return forms.for_form(draft, members, about=about, typed=typed, why=why) if members else None

    def _given(self, draft: Draft, member: Member) -> NewEncounter:
        """With whom it was said to be the same as."""
        given = draft.given()
        if not draft.same_id or draft.kind != Kind.MEETING:
            return given
        company_id = member.company.id if member.company else None
        joins = self._recognition.joins(
            company_id, party_id=draft.same_id, partner=draft.partner, contact=draft.contact
        )
        return replace(given, joins=joins)

    def _on_record(self, draft: Draft, member: Member) -> Reply | None:
        """The card of what is on record already."""
        kept = self._log.by_id(draft.id)
        if kept is None or kept.state == State.TAKEN_BACK:
            return None
        return self._card(kept, member)
