"""Presses of stages, of what the walls ask for, and of issues."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from bot.core import actions
from bot.core.meetings.chat import stage_forms
from bot.core.meetings.chat.doors import Doors, Handler
from bot.core.meetings.chat.fields import Unread, day_in, words_in
from bot.core.meetings.chat.forms import DAY
from bot.core.meetings.chat.replying import Replying
from bot.core.meetings.chat.wording import aside
from bot.core.meetings.issues import IssueKind
from bot.core.meetings.models import ChangeKind, Encounter, Stage
from bot.core.meetings.ports import EncounterStore
from bot.core.meetings.results import Done, Missing, StageResult
from bot.core.meetings.service import MeetingService
from bot.core.meetings.walls import WALL_2, WALL_3
from bot.core.messages import Message, Pressed, Reply
from bot.core.people import Directory, Member


class StagePresses:
    """Handlers of how far an encounter is."""

    def __init__(
        self,
        *,
        service: MeetingService,
        store: EncounterStore,
        directory: Directory,
        doors: Doors,
        replying: Replying,
    ) -> None:
        self._service, self._store, self._directory = service, store, directory
        self._doors, self._replying = doors, replying

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        doors = self._doors
        return {
            actions.MEETING_STAGE_FORM: doors.changed(self._stage_form),
            actions.MEETING_STAGE_SEND: doors.changed(self._stage_send),
            actions.MEETING_NAME_FORM: doors.changed(self._name_form),
            actions.MEETING_NAME_SEND: doors.changed(self._name_send),
            actions.MEETING_ISSUE_FORM: doors.changed(self._issue_form),
            actions.MEETING_ISSUE_SEND: doors.changed(self._issue_send),
            actions.MEETING_ISSUE_CLOSE: self._issue_close,
        }

    def _stage_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        return stage_forms.stage_form(encounter, typed=pressed.values if why else None, why=why)

    def _stage_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._stage_form, pressed, member, encounter)
        to = next((one for one in Stage if str(one) == pressed.values.get(stage_forms.STAGE)), None)
        if to is None:
            return again(Message("meeting-choose-stage"))
        result = self._service.move_stage(encounter.id, to, by=member)
        if isinstance(result, Missing):
            return stage_forms.name_form(result)
        if isinstance(result, Done) and to == encounter.stage and not self._is_from_here(encounter):
            return again(Message("meeting-stage-as-before"))
        return self._replying.sent(result, member, title=Message("meeting-stage-title"), again=again)

    def _is_from_here(self, encounter: Encounter) -> bool:
        """Whether the last change brought the stage, so that the same form, sent twice, says the same twice."""
        newest = next(reversed(self._store.changes(encounter.id)), None)
        return newest is not None and newest.kind in (ChangeKind.STAGE, ChangeKind.NAMED)

    def _name_form(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """What is missing where it stands, the first of it."""
        missing = self._service.missing(encounter, encounter.stage, by=member)
        return stage_forms.name_form(missing) if missing else aside(Message("meeting-named-all"))

    def _name_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        """`id:stage:name`. One is stored; then the next one is asked for, or the stage is changed."""
        _, _, rest = pressed.reference.partition(":")
        stage, _, name = rest.partition(":")
        to = next((one for one in Stage if str(one) == stage), None)
        if to is None or name not in WALL_2 + WALL_3:
            return aside(Message("meeting-not-found"))
        value = day_in(pressed.values, stage_forms.VALUE) if name == "decision_on" else None
        words = words_in(pressed.values, stage_forms.VALUE)
        if isinstance(value, Unread):
            return self._ask_again(member, encounter, to, name, words, value.why)
        result = self._service.name_(encounter.id, name, value or words, by=member, to=to)
        again = partial(self._ask_again, member, encounter, to, name, words)
        return self._named(result, member, again)

    def _named(self, result: StageResult, member: Member, again: partial[Reply]) -> Reply:
        if isinstance(result, Missing):
            return stage_forms.name_form(result)
        return self._replying.sent(result, member, title=Message("meeting-name-title"), again=again)

    def _ask_again(self, member: Member, encounter: Encounter, to: Stage, name: str, words: str, why: Message) -> Reply:
        """The same question once more, whatever else is missing."""
        total = len(WALL_2) + (len(WALL_3) if to == Stage.TRIAL else 0)
        known = self._service.missing(encounter, to, by=member)
        others = [one for one in (known.names if known else ()) if one != name]
        missing = Missing(encounter=encounter, to=to, names=(name, *others), total=total)
        return stage_forms.name_form(missing, typed={stage_forms.VALUE: words}, why=why)

    def _issue_form(self, pressed: Pressed, member: Member, encounter: Encounter, why: Message | None = None) -> Reply:
        people = [one for one in self._people(encounter, member) if not one.has_left]
        return stage_forms.issue_form(encounter, people, member, typed=pressed.values if why else None, why=why)

    def _issue_send(self, pressed: Pressed, member: Member, encounter: Encounter) -> Reply:
        again = partial(self._issue_form, pressed, member, encounter)
        kind = next((one for one in IssueKind if str(one) == pressed.values.get(stage_forms.KIND)), None)
        day = day_in(pressed.values, DAY)
        if kind is None:
            return again(Message("meeting-choose-issue-kind"))
        if isinstance(day, Unread):
            return again(day.why)
        chosen = pressed.values.get(stage_forms.OWNER, member.id)
        owner = next((one for one in self._people(encounter, member) if one.id == chosen), member)
        text = words_in(pressed.values, stage_forms.TEXT)
        result = self._service.open_issue(encounter.id, kind, text, by=member, owner=owner, due_on=day)
        return self._replying.sent(result, member, title=Message("meeting-issue-title"), again=again)

    def _issue_close(self, pressed: Pressed, member: Member) -> Reply:
        issue = self._store.issue(pressed.reference)
        encounter = self._store.by_id(issue.encounter_id) if issue else None
        if issue is None or encounter is None or not self._doors.may_change(member, encounter):
            return aside(Message("meeting-not-found"))
        if not self._doors.is_here(member, encounter, pressed.place):
            return aside(Message("meeting-not-here"))
        return self._replying.pressed(self._service.close_issue(issue.id, by=member), member)

    def _people(self, encounter: Encounter, member: Member) -> list[Member]:
        """Those of the firm; of the support body, whoever asks."""
        if member.company is None or encounter.company_id != member.company.id:
            return [member]
        return list(self._directory.people(company_id=encounter.company_id))
