"""Before and after a meeting: what it is for, how it went, what follows, and what was put off."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.core.meetings.changing import Changing
from bot.core.meetings.given import StepGiven, is_time, words
from bot.core.meetings.models import ChangeKind, Encounter, NextStep, Outcome, State
from bot.core.meetings.moves import Move
from bot.core.meetings.planned import has_been, held, moved, step_of, with_step
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member, access_nudging


class Following(Changing):
    """Goals, outcomes, contacts and next steps."""

    def prepare(
        self, id: str, *, by: Member, goal: str, question: str = "", bring: str = "", meets_at: datetime | None = None
    ) -> Result:
        """Before a meeting: what should be true afterwards, one question to ask, what to bring. `meets_at` where a
        (new) meeting is planned; None leaves it as it is."""

        def decide(before: Encounter) -> Move | Result:
            after = replace(awake(before), goal=words(goal), question=words(question), bring=words(bring))
            if meets_at is not None and meets_at != before.meets_at:
                zone = self._zone(self._member(before.next_step.owner_id if before.next_step else before.owner_id))
                after = replace(moved(after, meets_at, zone=zone), outcome=None, learned="")
            return over(before) or same(before, after) or Move(after=after, kind=ChangeKind.PREPARED, detail={})

        return self._changed(id, by, decide)

    def outcome(
        self, id: str, outcome: Outcome, *, by: Member, learned: str = "", next_step: StepGiven | None = None
    ) -> Result:
        """After a meeting: whether its goal was met, what was learned, what follows. It is a real contact. Without a
        next step, or with the one on record, that stays as it is; where there is none it is asked for."""

        def decide(before: Encounter) -> Move | Result:
            today = self._today(by)
            step = self._following(next_step, before, by)
            if isinstance(step, Refused):
                return step
            met_on = before.meets_at.astimezone(self._zone(by)).date() if before.meets_at else before.last_contact_on
            contact = max(before.last_contact_on, min(met_on, today))
            told = replace(self._after_telling(awake(before), step), outcome=outcome, learned=words(learned))
            # The same words on another day are of another meeting: what was said last stands in the form.
            if told == before and before.counts_from == today:
                return Done(encounter=before)
            # The day of an event stays its day; of a later meeting the last contact tells.
            first = before.met_on if before.event and before.met_on else contact
            after = replace(told, last_contact_on=contact, met_on=first, counts_from=today, postponed_until=None)
            detail = {"outcome": str(outcome), "on": contact.isoformat()}
            kind = ChangeKind.OUTCOME
            asks = after.next_step is None
            return over(before) or Move(after=after, kind=kind, detail=detail, counts=True, asks_next=asks)

        return self._changed(id, by, decide)

    def contact(
        self, id: str, *, by: Member, on: date, what: str = "", note: str = "", next_step: StepGiven | None = None
    ) -> Result:
        """There was a real contact: `what` is `met`, `telephone`, `mail` or in words. Anybody of the firm may say so,
        and its coordinator. The count of reminders begins anew; the result says from which day. Wakes what sleeps.
        With a `next_step` that was agreed on, which is `by`'s, as in `set_step`: whoever may change it alone."""
        if on > self._today(by):
            return Refused(message=Message("meeting-refused-day-to-come"))
        refused = self._faulty_step(next_step, by) if next_step else None
        if refused:
            return refused
        new = step_of(next_step, by.id) if next_step else None
        detail = {"on": on.isoformat(), "what": words(what), "note": words(note), **_of_next(new)}

        def decide(before: Encounter) -> Move | Result:
            if before.state == State.UNCONFIRMED:
                return over(before) or Done(encounter=before)
            if self._is_said_already(before, by, detail):
                return Done(encounter=before, counts_from=before.since)
            # One that is told late sets nothing back that has happened since.
            after = replace(awake(before), last_contact_on=max(before.last_contact_on, on))
            after = self._followed(after, new, by) if new else after
            return over(before) or Move(after=after, kind=ChangeKind.CONTACT, detail=detail, counts=True)

        return self._changed(id, by, decide, may=None if new else self.may_log_contact)

    def set_step(self, id: str, step: StepGiven, *, by: Member, owner: Member | None = None) -> Result:
        """What is done next, when, and by whom: the time of one's own action. Without `owner` whoever has the step
        where its words stay the same, otherwise `by`. Somebody else's has to be asked for: `request`."""
        refused = self._faulty_step(step, by)
        if refused:
            return refused

        def decide(before: Encounter) -> Move | Result:
            known = before.next_step
            is_kept = known is not None and known.text == words(step.text)
            owner_id = owner.id if owner else known.owner_id if known and is_kept else by.id
            is_theirs = known is not None and known.owner_id == owner_id and is_kept
            if not is_theirs and not access_nudging(by, owner_id, self._company(before)):
                return Refused(message=Message("meeting-refused-ask-them"), encounter=before)
            new = step_of(step, owner_id)
            if new == known and before.state == State.OPEN:
                return Done(encounter=before)
            after = self._with_step(awake(before), new)
            after = replace(after, counts_from=self._today(by), postponed_until=None)
            return over(before) or Move(after=after, kind=ChangeKind.STEP_SET, detail=_of_step(new))

        return self._changed(id, by, decide)

    def step_done(self, id: str, *, by: Member, seen: int = 0, next_step: StepGiven | None = None) -> Result:
        """The next step is done: a real contact. What follows is `next_step`, which is `by`'s; without one it is asked
        for. `seen` is the version that the presser was shown (0: not known): a step set since is not the one they
        mean."""
        refused = self._faulty_step(next_step, by) if next_step else None
        if refused:
            return refused
        new = step_of(next_step, by.id) if next_step else None

        def decide(before: Encounter) -> Move | Result:
            step = before.next_step
            if step is None or self._is_another(before, seen):
                return over(before) or Done(encounter=before, asks_next=step is None)
            today = self._today(by)
            contact = max(before.last_contact_on, today)
            after = replace(held(awake(before), now=self._clock.now()), last_contact_on=contact, counts_from=today)
            after = replace(after, postponed_until=None)
            after = self._followed(after, new, by) if new else after
            detail = _of_step(step) | _of_next(new)
            kind = ChangeKind.STEP_DONE
            return over(before) or Move(after=after, kind=kind, detail=detail, counts=True, asks_next=new is None)

        return self._changed(id, by, decide)

    def postpone(self, id: str, until: date, *, by: Member, keeps_step: bool = False) -> Result:
        """Nobody is reminded before that day. A next step moves to it and keeps its time, unless `keeps_step` and it
        is due on a later day; what sleeps sleeps on. A meeting to come moves as a step does; one that has been stays
        where it was, and how it went is asked later."""
        if until <= self._today(by):
            return Refused(message=Message("meeting-refused-day-not-to-come"))

        def decide(before: Encounter) -> Move | Result:
            step, detail = before.next_step, {"to": until.isoformat()}
            is_held = has_been(before, self._clock.now())
            after = replace(before, postponed_until=until)
            if before.state == State.SLEEPING:
                after = replace(before, wakes_on=until)
            elif step is not None and step.due_on is not None and not (is_held or (keeps_step and step.due_on > until)):
                after = self._with_step(after, replace(step, due_on=until))
                detail["from"] = step.due_on.isoformat()
            return over(before) or same(before, after) or Move(after=after, kind=ChangeKind.POSTPONED, detail=detail)

        return self._changed(id, by, decide)

    def _faulty_step(self, step: StepGiven, by: Member) -> Refused | None:
        if not words(step.text):
            return Refused(message=Message("meeting-refused-step-empty"))
        if step.due_time and not is_time(step.due_time):
            return Refused(message=Message("meeting-refused-time"))
        is_gone = step.due_on is not None and step.due_on < self._today(by)
        if is_gone:
            return Refused(message=Message("meeting-refused-day-gone"))
        return self._hour_gone(step.due_on, step.due_time, by)

    def _following(self, given: StepGiven | None, before: Encounter, by: Member) -> NextStep | Refused | None:
        """The step after a meeting. A form shows the one on record: what was left there as it stood is nothing new,
        neither of today nor of whoever tells of the meeting."""
        known = before.next_step
        if given is None or (known is not None and _of_words(known) == _of_words(given)):
            return None if has_been(before, self._clock.now()) else known
        refused = self._faulty_step(given, by)
        new = step_of(given, by.id)
        return refused or (replace(new, owner_id=known.owner_id) if known and known.text == new.text else new)

    def _with_step(self, before: Encounter, step: NextStep | None) -> Encounter:
        owner = self._member(step.owner_id if step else before.owner_id)
        return with_step(before, step, zone=self._zone(owner), now=self._clock.now())

    def _followed(self, before: Encounter, new: NextStep, by: Member) -> Encounter:
        """With the step that was agreed on at a contact."""
        return replace(self._with_step(before, new), counts_from=self._today(by), postponed_until=None)

    def _after_telling(self, before: Encounter, step: NextStep | None) -> Encounter:
        """With what follows a meeting that was told of; that itself is the next step no more."""
        is_told = step is None and has_been(before, self._clock.now())
        return replace(before, next_step=None) if is_told else self._with_step(before, step)

    def _is_said_already(self, before: Encounter, by: Member, detail: dict[str, str]) -> bool:
        """Is the newest change this very contact, said by the same person?"""
        newest = next(reversed(self._store.changes(before.id)), None)
        is_contact = newest is not None and newest.kind == ChangeKind.CONTACT and not newest.is_undone
        return newest is not None and is_contact and newest.by_id == by.id and newest.detail.items() >= detail.items()

    def _is_another(self, now: Encounter, seen: int) -> bool:
        """Was there another next step at the version that was seen?"""
        if seen in (0, now.version):
            return False
        then = self._store.as_it_was(now.id, seen)
        return then is not None and _text(then.next_step) != _text(now.next_step)


def awake(encounter: Encounter) -> Encounter:
    """Whoever does something with it does not let it sleep."""
    if encounter.state != State.SLEEPING:
        return encounter
    return replace(encounter, state=State.OPEN, wakes_on=None)


def over(encounter: Encounter) -> Refused | None:
    """Why nothing is done with it any more, or not yet; None while it is looked after."""
    if encounter.state == State.UNCONFIRMED:
        return Refused(message=Message("meeting-refused-unconfirmed"), encounter=encounter)
    return None if encounter.is_open else Refused(message=Message("meeting-refused-closed"), encounter=encounter)


def same(before: Encounter, after: Encounter) -> Done | None:
    """Nothing to be changed."""
    return Done(encounter=before) if before == after else None


def _of_words(step: NextStep | StepGiven) -> tuple[str, date | None, str, bool]:
    return words(step.text), step.due_on, step.due_time, step.is_meeting


def _text(step: NextStep | None) -> str:
    return step.text if step else ""


def _of_step(step: NextStep) -> dict[str, str]:
    due_on = step.due_on.isoformat() if step.due_on else ""
    detail = {"step": step.text, "owner": step.owner_id, "due_on": due_on, "due_time": step.due_time}
    return detail | ({"meeting": "yes"} if step.is_meeting else {})


def _of_next(step: NextStep | None) -> dict[str, str]:
    """The step that follows what was told of, for the history."""
    if step is None:
        return {}
    return {"next": step.text, "next_on": step.due_on.isoformat() if step.due_on else "", "next_time": step.due_time}
