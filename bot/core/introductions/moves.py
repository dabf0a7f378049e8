"""What happens to an introduction. Every change is compared and set, with what it owes and its lines in the audit log:
a second press changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.introductions import owing
from bot.core.introductions.changing import Move
from bot.core.introductions.keeping import Keeping
from bot.core.introductions.models import Answer, Introduction, Part, State
from bot.core.introductions.ports import IntroductionStore
from bot.core.introductions.question_moves import QuestionMoves
from bot.core.owed import Owed
from bot.core.people import Directory, Member

LASTS = timedelta(days=30)
"""So long an answer is taken, from the day on which a firm is asked. It follows from that day alone."""
_NEVER_LET_BE = (State.FOUND, State.PUT_AWAY, State.MADE, State.DONE)


class Moves(QuestionMoves):
    """Changes introductions; `stands` says whether what one was found by is there still."""

    def __init__(
        self,
        *,
        store: IntroductionStore,
        directory: Directory,
        clock: Clock,
        stands: Callable[[Introduction], bool],
    ) -> None:
        super().__init__(store, clock, Keeping(directory))
        self._directory, self._stands = directory, stands

    def put_away(self, id: str, *, until: date | None, by: Member) -> Introduction | None:
        """Not now: before a day, or for good. Only while nobody was sounded out."""

        def decide(now: Introduction) -> Move | None:
            if now.state not in (State.FOUND, State.PUT_AWAY) or _is_put_away(now, until):
                return None
            after = replace(now, state=State.PUT_AWAY, put_away_until=until)
            return Move(after=after, action="put_away", firms=_both(now))

        return self._changed(id, decide, by.id)

    def bring_back(self, id: str, *, by: Member) -> Introduction | None:
        """It waits again."""

        def decide(now: Introduction) -> Move | None:
            if now.state is not State.PUT_AWAY:
                return None
            after = replace(now, state=State.FOUND, put_away_until=None)
            return Move(after=after, action="brought_back", firms=_both(now))

        return self._changed(id, decide, by.id)

    def ask(self, id: str, part: Part, *, person: Member, text: str, by: Member) -> Introduction | None:
        """Sound one side out. A side that was asked already stays as it is."""

        def decide(now: Introduction) -> Move | None:
            if part not in now.asked_next():
                return None
            at = self._clock.now()
            closes_on = at.astimezone(zone_of(person.time_zone)).date() + LASTS
            said = replace(now.side(part), person_id=person.id, text=text, asked_by=by.id)
            side = replace(said, asked_at=at, closes_on=closes_on, let_be_at=None, let_be_until=None)
            # One coordinator for all of it: another name beside an earlier message would tell that something happened.
            coordinator_id = now.coordinator_id or by.id
            asked = replace(now.having(part, side), coordinator_id=coordinator_id)
            after = replace(asked, state=State.OPEN, put_away_until=None)
            owed = owing.to_firm(owing.SOUNDING, side, person)
            return Move(after=after, action="sounded_out", firms=(side.company_id,), owed=owed)

        return self._changed(id, decide, by.id)

    def answer(self, now: Introduction, part: Part, answer: Answer, *, by: Member) -> Introduction | None:
        """What a side says. The last one of two wishes makes it, where it is open still and stands."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if (
                now.state in (State.MADE, State.DONE)
                or side.answer is answer
                or not side.takes(answer, self._today(by))
            ):
                return None
            said = replace(side, answer=answer, answered_at=self._clock.now(), answers=side.answers + 1)
            after = now.having(part, said)
            if self._can_be_made(after):
                return self._made(after)
            owed = [*owing.answered(after, part, self._keeping.keeper(after, part)), *self._requested(after, part)]
            return Move(after=after, action=f"answered_{answer}", firms=(side.company_id,), owed=owed)

        return self._changed(now.id, decide, by.id)

    def make(self, id: str) -> Introduction | None:
        """Both wish it, and what stood in the way is there no more: a coordinator was missing."""

        def decide(now: Introduction) -> Move | None:
            return self._made(now) if self._can_be_made(now) else None

        return self._changed(id, decide, "")

    def let_be(self, id: str, part: Part, *, until: date | None, by: Member) -> Introduction | None:
        """The coordinator of one side goes no further with it. Nothing of that is seen on the other side."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if now.state in _NEVER_LET_BE or (side.let_be_at is not None and side.let_be_until == until):
                return None
            after = now.having(part, replace(side, let_be_at=self._clock.now(), let_be_until=until))
            return Move(after=after, action="let_be", firms=(side.company_id,))

        return self._changed(id, decide, by.id)

    def take_up(self, id: str, part: Part, *, by: Member) -> Introduction | None:
        """It goes on again."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if now.state in _NEVER_LET_BE or side.let_be_at is None:
                return None
            after = now.having(part, replace(side, let_be_at=None, let_be_until=None))
            return Move(after=after, action="brought_back", firms=(side.company_id,))

        return self._changed(id, decide, by.id)

    def close(self, id: str, part: Part) -> Introduction | None:
        """The last day passed without an answer: only its own coordinator is told."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if side.is_closed or side.answer is not None or side.asked_at is None:
                return None
            after = now.having(part, replace(side, is_closed=True))
            state = State.EXPIRED if now.state is State.OPEN else now.state
            # Told whatever became of the other side: that it is not would tell.
            is_told = now.state is not State.WITHDRAWN
            owed = owing.closed(after, part, self._keeping.keeper(after, part)) if is_told else ()
            return Move(after=replace(after, state=state), action="closed", firms=(side.company_id,), owed=owed)

        return self._changed(id, decide, "")

    def withdraw(self, id: str, *, by: Member) -> Introduction | None:
        """The coordinator lets it be. Nobody is told."""

        def decide(now: Introduction) -> Move | None:
            if now.state is not State.OPEN:
                return None
            return Move(after=replace(now, state=State.WITHDRAWN), action="withdrawn", firms=_both(now))

        return self._changed(id, decide, by.id)

    def end(self, id: str) -> Introduction | None:
        """What it was found by is gone. Nobody is told."""

        def decide(now: Introduction) -> Move | None:
            if now.state is not State.OPEN:
                return None
            return Move(after=replace(now, state=State.ENDED), action="ended", firms=_both(now))

        return self._changed(id, decide, "")

    def remind(self, id: str, part: Part, person: Member) -> Introduction | None:
        """Ask a side that has not answered, once more and never again."""

        def decide(now: Introduction) -> Move | None:
            side = now.side(part)
            if side.is_reminded or side.answer is not None or side.asked_at is None:
                return None
            reminded = replace(side, is_reminded=True)
            owed = owing.to_firm(owing.REMINDER, side, person)
            return Move(after=now.having(part, reminded), action="reminded", firms=(side.company_id,), owed=owed)

        return self._changed(id, decide, "")

    def done(self, id: str) -> Introduction | None:
        """The encounter was proposed to both."""

        def decide(now: Introduction) -> Move | None:
            if now.state is not State.MADE:
                return None
            return Move(after=replace(now, state=State.DONE), action="proposed", firms=_both(now))

        return self._changed(id, decide, "")

    def _can_be_made(self, one: Introduction) -> bool:
        is_let_be = any(one.side(part).let_be_at is not None for part in Part)
        is_wanted = one.state is State.OPEN and one.is_wanted_by_both() and not is_let_be
        return is_wanted and bool(self._keeping.keepers(one)) and self._stands(one)

    def _made(self, wanted: Introduction) -> Move:
        after = replace(wanted, state=State.MADE)
        owed = [*owing.told(after, self._keeping.keepers(after))]
        for side in (after.giver, after.needer):
            person = self._directory.by_id(side.person_id)
            owed += owing.to_firm(owing.MADE, side, person) if person else []
        return Move(after=after, action="introduced", firms=_both(after), owed=owed)

    def _requested(self, one: Introduction, part: Part) -> list[Owed]:
        """To the other side's coordinator, where that is another one."""
        mine, theirs = self._keeping.keeper(one, part), self._keeping.keeper(one, part.other)
        is_another = mine is not None and theirs is not None and mine.id != theirs.id
        return owing.requested(one, part.other, theirs) if is_another and one.is_requested(part.other) else []

    def _today(self, member: Member) -> date:
        return self._clock.now().astimezone(zone_of(member.time_zone)).date()


def _both(one: Introduction) -> tuple[str, str]:
    return one.giver.company_id, one.needer.company_id


def _is_put_away(one: Introduction, until: date | None) -> bool:
    return one.state is State.PUT_AWAY and one.put_away_until == until
