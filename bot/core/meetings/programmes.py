"""The end of the fiscal year: who looks after what next year, asked of those whose time ends, not of every firm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from bot.core.meetings.anchors import waiting_for_succession
from bot.core.meetings.changing import Changing
from bot.core.meetings.funding import Programme
from bot.core.meetings.results import Refused
from bot.core.messages import Message
from bot.core.people import Member, access_assigning
from bot.core.scheduled import Scheduled

ASKED_AHEAD = 20
"""Working days before the last day."""
_ONE_DAY, _AT_MOST = timedelta(days=1), timedelta(days=90)
NAMED, UNDECIDED = "named", "undecided"


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """How a programme stands. `is_repeat`: it stood so already."""

    programme: Programme
    is_repeat: bool = False


AnsweredResult: TypeAlias = Answered | Refused


class Programmes(Changing):
    """Programmes with an end, and coordinators who leave."""

    def put_programme(self, programme: Programme) -> Programme:
        """Store it with its nudges; one that is there already keeps what was answered."""
        known = self._store.programme(programme.id)
        kept = programme
        if known is not None:
            kept = replace(
                programme,
                succession=known.succession,
                next_owner_id=known.next_owner_id,
                answered_at=known.answered_at,
            )
        self._keep(kept)
        return kept

    def leaves(self, member: Member, on: date) -> Programme:
        """A coordinator leaves on a day: who looks after their firms then is asked of them. A programme without a
        name; the same day again is the same one."""
        id = f"leaving-{member.id}"[:64]
        return self.put_programme(
            Programme(id=id, name="", owner_id=member.id, fiscal_year=fiscal_year_of(on), ends_on=on)
        )

    def successions(self, viewer: Member) -> Sequence[Programme]:
        """What somebody is asked about now: their own that end within twenty working days and are not answered, and
        those answered of which the year has not ended."""
        today = self._today(viewer)
        some = self._store.programmes(fiscal_year=fiscal_year_of(today))
        theirs = [one for one in some if one.owner_id == viewer.id and one.last_day >= today]
        near = [one for one in theirs if one.succession or one.last_day - today <= _AT_MOST]
        return [one for one in near if one.succession or self.asked_from(one) <= today]

    def asked_from(self, programme: Programme) -> date:
        """The first day of asking: the working day of its owner that is twenty of them before the last day."""
        day, count, owner_id = programme.last_day - ASKED_AHEAD * _ONE_DAY, self._calendars, programme.owner_id
        while (
            count.next_working_day(day - _ONE_DAY, owner_id) != day
            or count.add_working_days(day, ASKED_AHEAD, owner_id) > programme.last_day
        ):
            day -= _ONE_DAY
        return day

    def succession(self, programme_id: str, *, by: Member, next_owner: Member | None) -> AnsweredResult:
        """Who looks after it next year; None is 後任未定・部署預かり, an answer as well. It can be answered anew until
        the last day. By its owner, or an admin."""
        programme = self._store.programme(programme_id)
        if programme is None or not self._may_answer(by, programme):
            return Refused(message=Message("meeting-refused-not-found"))
        if next_owner is not None and next_owner.has_left:
            return Refused(message=Message("meeting-refused-has-left"))
        id, word = (next_owner.id, NAMED) if next_owner else (None, UNDECIDED)
        if (programme.succession, programme.next_owner_id) == (word, id):
            return Answered(programme=programme, is_repeat=True)
        answered = replace(programme, succession=word, next_owner_id=id, answered_at=self._clock.now())
        self._keep(answered)
        return Answered(programme=answered)

    def replan_successions(self) -> None:
        """Working days changed: when those of this fiscal year and the next are asked about is planned anew."""
        year = fiscal_year_of(self._clock.now().date())
        for one in (one for some in (year, year + 1) for one in self._store.programmes(fiscal_year=some)):
            if not one.succession:
                self._keep(one)

    def ask_again(self, programme_id: str, *, by: Member) -> AnsweredResult:
        """Take an answer back: it is asked again."""
        programme = self._store.programme(programme_id)
        if programme is None or not self._may_answer(by, programme):
            return Refused(message=Message("meeting-refused-not-found"))
        if not programme.succession:
            return Answered(programme=programme, is_repeat=True)
        open_again = replace(programme, succession="", next_owner_id=None, answered_at=None)
        self._keep(open_again)
        return Answered(programme=open_again)

    def _may_answer(self, by: Member, programme: Programme) -> bool:
        return not by.has_left and (by.id == programme.owner_id or access_assigning(by))

    def _keep(self, programme: Programme) -> None:
        owner = self._member(programme.owner_id)
        is_there = owner is not None and not owner.has_left
        waits = waiting_for_succession(programme, [programme.owner_id], programme.last_day) if is_there else ()
        scheduled: Sequence[Scheduled] = self._planner(waits)
        self._store.put_programme(programme, scheduled=scheduled)


def fiscal_year_of(day: date) -> int:
    """The year in which the fiscal year of a day began, on April 1."""
    return day.year if day.month >= 4 else day.year - 1
