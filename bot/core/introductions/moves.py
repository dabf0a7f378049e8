"""What happens to an introduction. Every change is compared and set, with what it owes and its lines in the audit log:
a second press changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import NAMESPACE_OID, uuid5

from bot.core.audited import Audited
from bot.core.clock import Clock
from bot.core.introductions import owing
from bot.core.introductions.models import Answer, Introduction, Part, State
from bot.core.introductions.ports import IntroductionStore
from bot.core.owed import Owed
from bot.core.people import Directory, Member

SUBJECT_KIND = "introduction"
_TRIES = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """An introduction as it becomes. `action` goes into the audit log, for each of these firms."""

    after: Introduction
    action: str
    firms: tuple[str, ...]
    owed: Sequence[Owed] = ()


class Moves:
    """Changes introductions; `stands` says whether what one was found by is there still."""

    def __init__(
        self,
        *,
        store: IntroductionStore,
        directory: Directory,
        clock: Clock,
        stands: Callable[[Introduction], bool],
    ) -> None:
        self._store, self._directory, self._clock, self._stands = store, directory, clock, stands

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
            side = replace(now.side(part), person_id=person.id, text=text, asked_at=self._clock.now())
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
            if now.state in (State.MADE, State.DONE) or side.answer is answer:
                return None
            said = replace(side, answer=answer, answered_at=self._clock.now(), answers=side.answers + 1)
            after = now.having(part, said)
            if after.state is State.OPEN and after.is_wanted_by_both() and self._stands(after):
                return self._made(after)
            owed = owing.answered(after, part, self._coordinator(after))
            return Move(after=after, action=f"answered_{answer}", firms=(side.company_id,), owed=owed)

        return self._changed(now.id, decide, by.id)

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

    def _made(self, wanted: Introduction) -> Move:
        after = replace(wanted, state=State.MADE)
        owed = [*owing.told(after, self._coordinator(after))]
        for side in (after.giver, after.needer):
            person = self._directory.by_id(side.person_id)
            owed += owing.to_firm(owing.MADE, side, person) if person else []
        return Move(after=after, action="introduced", firms=_both(after), owed=owed)

    def _coordinator(self, one: Introduction) -> Member | None:
        return self._directory.by_id(one.coordinator_id)

    def _changed(self, id: str, decide: Callable[[Introduction], Move | None], by_id: str) -> Introduction | None:
        """The introduction as it stands then; None where there is none."""
        for _ in range(_TRIES):
            now = self._store.by_id(id)
            move = decide(now) if now else None
            if now is None or move is None:
                return now
            after = replace(move.after, version=now.version + 1, updated_at=self._clock.now())
            audited = [self._line(after, move.action, firm, by_id) for firm in move.firms]
            if self._store.change(now, after, owed=move.owed, audited=audited):
                return after
        return self._store.by_id(id)

    def _line(self, after: Introduction, action: str, firm: str, by_id: str) -> Audited:
        return Audited(
            id=uuid5(NAMESPACE_OID, f"introduction {after.id} {after.version} {firm}").hex,
            at=after.updated_at,
            by_id=by_id,
            action=action,
            subject_kind=SUBJECT_KIND,
            subject_id=after.id,
            company_id=firm,
        )


def _both(one: Introduction) -> tuple[str, str]:
    return one.giver.company_id, one.needer.company_id


def _is_put_away(one: Introduction, until: date | None) -> bool:
    return one.state is State.PUT_AWAY and one.put_away_until == until
