"""What a press does to an entry. A second press says how things stand and does nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.core import actions
from bot.core.entries import drawing
from bot.core.entries.models import Entry, EntryState
from bot.core.entries.moves import Moves
from bot.core.entries.ports import AnsweredQuestions, EntryStore
from bot.core.entries.reviewers import Reviewers
from bot.core.entries.writing import Writing
from bot.core.messages import Message, Pressed, Quoted, Reply, Said
from bot.core.people import Member, access_reviewing

Handler: TypeAlias = Callable[[Pressed, Member], Reply]
_AGREED = (EntryState.PROPOSED, EntryState.SENT_BACK, EntryState.PUBLISHED)


class Pressing:
    """Handlers of the buttons."""

    def __init__(
        self,
        *,
        store: EntryStore,
        answers: AnsweredQuestions,
        reviewers: Reviewers,
        moves: Moves,
        writing: Writing,
        published: Callable[[], None],
    ) -> None:
        self._store, self._answers, self._reviewers = store, answers, reviewers
        self._moves, self._writing, self._published = moves, writing, published

    def handlers(self) -> Mapping[str, Handler]:
        """For each action, what to do."""
        return {
            actions.ENTRY_FORM: self._writing.form,
            actions.ENTRY_SEND: self._writing.send,
            actions.ENTRY_LOOK: self._look,
            actions.ENTRY_AGREE: self._agree,
            actions.ENTRY_DECLINE: self._decline,
            actions.ENTRY_PUBLISH: self._publish,
            actions.ENTRY_BACK_FORM: self._back_form,
            actions.ENTRY_BACK_SEND: self._send_back,
            actions.ENTRY_KEEP: self._keep,
            actions.ENTRY_RETIRE: self._retire,
        }

    def _look(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._store.by_id(pressed.reference)
        if entry is None or not access_reviewing(member):
            return drawing.said(Message("entry-not-found"))
        if entry.state != EntryState.PROPOSED or not self._reviewers.may_publish(entry, member):
            return self._standing(entry)
        author, owner = self._reviewers.by_id(entry.author_id), self._reviewers.by_id(entry.owner_id)
        is_alone = member.id == entry.author_id
        self._reviewers.looked_at(entry.handover_id, member)
        return drawing.review(entry, author=author, owner=owner, is_alone=is_alone)

    def _publish(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._reviewed(pressed, member)
        if isinstance(entry, Reply):
            return entry
        done = self._moves.publish(entry)
        self._published()
        return self._standing(done or self._now(entry))

    def _back_form(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._reviewed(pressed, member)
        return entry if isinstance(entry, Reply) else drawing.back_form(entry)

    def _send_back(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._reviewed(pressed, member)
        if isinstance(entry, Reply):
            return entry
        note = pressed.values.get(drawing.NOTE, "").strip()[: drawing.LONGEST_NOTE]
        if not note:
            return drawing.back_form(entry)
        if self._moves.send_back(entry, note) is None:
            return self._standing(self._now(entry))
        author = drawing.name_of(self._reviewers.by_id(entry.author_id))
        return Reply(parts=(Said(Message("entry-sent-back", {"name": author})), Quoted(note)))

    def _reviewed(self, pressed: Pressed, member: Member) -> Entry | Reply:
        """The entry that this person may publish or send back now; else how it stands."""
        entry = self._store.by_id(pressed.reference)
        if entry is None or not access_reviewing(member):
            return replace(drawing.said(Message("entry-not-found")), is_aside=True)
        if entry.state != EntryState.PROPOSED:
            return self._standing(entry)
        if not self._reviewers.may_publish(entry, member):
            return replace(drawing.said(Message("entry-somebody-else")), is_aside=True)
        return entry

    def _agree(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._asked_of(pressed, member)
        if entry is None:
            return replace(drawing.said(Message("entry-only-the-asker")), is_aside=True)
        if entry.state == EntryState.ASKING:
            self._moves.agree(entry, member)
        now = self._now(entry)
        has_agreed = bool(now.agreed_question) and now.state in _AGREED
        return drawing.agreed(now) if has_agreed else drawing.said(Message("entry-consent-over"))

    def _decline(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._asked_of(pressed, member)
        if entry is None:
            return replace(drawing.said(Message("entry-only-the-asker")), is_aside=True)
        if entry.state == EntryState.ASKING or (entry.agreed_question and entry.state in _AGREED):
            was_cited = entry.state == EntryState.PUBLISHED
            self._moves.decline(entry)
            if was_cited:
                self._published()
        is_declined = self._now(entry).state == EntryState.DECLINED
        return drawing.said(Message("entry-declined" if is_declined else "entry-consent-over"))

    def _asked_of(self, pressed: Pressed, member: Member) -> Entry | None:
        """The entry about whose wording this person was asked; where it was edited since, what is cited of it now."""
        entry = self._store.by_id(pressed.reference)
        answered = self._answers.answered(entry.handover_id) if entry else None
        is_theirs = answered is not None and answered.asker is not None and answered.asker.id == member.id
        return entry if is_theirs else None

    def _keep(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._store.by_id(pressed.reference)
        if entry is None or not access_reviewing(member):
            return replace(drawing.said(Message("entry-not-found")), is_aside=True)
        was_asked = entry.state == EntryState.PUBLISHED and entry.asked_count > 0
        if was_asked or entry.state in (EntryState.RETIRED, EntryState.EXPIRED):
            self._moves.keep(entry)
            self._published()
        return self._standing(self._now(entry))

    def _retire(self, pressed: Pressed, member: Member) -> Reply:
        entry = self._store.by_id(pressed.reference)
        if entry is None or not access_reviewing(member):
            return replace(drawing.said(Message("entry-not-found")), is_aside=True)
        if entry.state == EntryState.PUBLISHED:
            self._moves.retire(entry)
            self._published()
        return self._standing(self._now(entry))

    def _now(self, entry: Entry) -> Entry:
        return self._store.by_id(entry.id) or entry

    def _standing(self, entry: Entry) -> Reply:
        return drawing.standing(entry, reviewers=self._reviewers.told_of(entry))
