"""How an encounter ends, sleeps, and begins again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.core.meetings.changing import Changing
from bot.core.meetings.following import over, same
from bot.core.meetings.given import words
from bot.core.meetings.models import ChangeKind, Encounter, Ending, Reason, Stage, State
from bot.core.meetings.moves import Move
from bot.core.meetings.results import Done, Refused, Result
from bot.core.messages import Message
from bot.core.people import Member


class Endings(Changing):
    """今回は見送る, 寝かせる, ご挨拶のみ, steady business, and back."""

    def decline(self, id: str, reason: Reason, *, by: Member, lesson: str = "") -> Result:
        """Leave it for now, with a reason, and from SHARED_ISSUE on with what was learned in one sentence."""
        told = " ".join(words(lesson).split())

        def decide(before: Encounter) -> Move | Result:
            if needs_lesson(before) and not told:
                refused = Refused(message=Message("meeting-refused-lesson"), encounter=before)
                return _ended(before, Ending.DECLINED) or refused
            detail = {"reason": str(reason), "lesson": told}
            after = self._closed(before, Ending.DECLINED, reason=reason, lesson=told)
            return _ended(before, Ending.DECLINED) or Move(after=after, kind=ChangeKind.DECLINED, detail=detail)

        return self._changed(id, by, decide)

    def greeting_only(self, id: str, *, by: Member) -> Result:
        """It was a greeting and nothing more is asked. From SHARED_ISSUE on it was more than that."""

        def decide(before: Encounter) -> Move | Result:
            if needs_lesson(before):
                refused = Refused(message=Message("meeting-refused-more-than-greeting"), encounter=before)
                return _ended(before, Ending.GREETING) or refused
            after = self._closed(before, Ending.GREETING)
            return _ended(before, Ending.GREETING) or Move(after=after, kind=ChangeKind.GREETING, detail={})

        return self._changed(id, by, decide)

    def achieve(self, id: str, *, by: Member) -> Result:
        """Steady business: nobody needs to be reminded any more. From CONTINUING."""

        def decide(before: Encounter) -> Move | Result:
            if before.stage != Stage.CONTINUING:
                refused = Refused(message=Message("meeting-refused-not-continuing"), encounter=before)
                return _ended(before, Ending.ACHIEVED) or refused
            after = self._closed(before, Ending.ACHIEVED)
            return _ended(before, Ending.ACHIEVED) or Move(after=after, kind=ChangeKind.ACHIEVED, detail={})

        return self._changed(id, by, decide)

    def sleep(self, id: str, wakes_on: date, *, by: Member) -> Result:
        """Let it rest until a day to come; then its owner is asked."""
        if wakes_on <= self._today(by):
            return Refused(message=Message("meeting-refused-day-not-to-come"))

        def decide(before: Encounter) -> Move | Result:
            after = replace(before, state=State.SLEEPING, wakes_on=wakes_on, postponed_until=None)
            detail = {"to": wakes_on.isoformat()}
            return over(before) or same(before, after) or Move(after=after, kind=ChangeKind.SLEPT, detail=detail)

        return self._changed(id, by, decide)

    def reopen(self, id: str, *, by: Member) -> Result:
        """Look after it again, whether it slept or had ended. Reminders count from today."""

        def decide(before: Encounter) -> Move | Result:
            if before.state == State.UNCONFIRMED:
                return Refused(message=Message("meeting-refused-unconfirmed"), encounter=before)
            if before.state == State.OPEN:
                return Done(encounter=before)
            kind = ChangeKind.WOKEN if before.state == State.SLEEPING else ChangeKind.REOPENED
            after = replace(
                before,
                state=State.OPEN,
                wakes_on=None,
                ending=None,
                reason=None,
                lesson="",
                ended_at=None,
                counts_from=self._today(by),
                postponed_until=None,
            )
            asks = after.next_step is None
            return Move(after=after, kind=kind, detail={}, counts=True, asks_next=asks)

        return self._changed(id, by, decide)

    def _closed(
        self, before: Encounter, ending: Ending, *, reason: Reason | None = None, lesson: str = ""
    ) -> Encounter:
        return replace(
            before,
            state=State.CLOSED,
            ending=ending,
            reason=reason,
            lesson=lesson,
            ended_at=self._clock.now(),
            wakes_on=None,
            postponed_until=None,
        )


def needs_lesson(encounter: Encounter) -> bool:
    """From SHARED_ISSUE on an ending says what was learned."""
    return encounter.stage.rank >= Stage.SHARED_ISSUE.rank


def _ended(before: Encounter, ending: Ending) -> Result | None:
    """It has ended so already, or otherwise; None while it is looked after."""
    is_so = before.state == State.CLOSED and before.ending == ending
    return Done(encounter=before) if is_so else over(before)
