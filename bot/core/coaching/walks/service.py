"""The use cases of value walks, in one place.

| when | use cases |
| --- | --- |
| beginning | `start` `start_again` |
| talking | `answer` `unknown` `later` `leave_as_it_is` `back` `go_to` `correct` `decide_use` |
| time | `pause` `resume` `answer_open` `set_length` `drop` |
| colleagues | `ask_colleague` `accept` `decline` `withdraw_asking` |
| the end | `finish` `confirm` `refuse` `erase` |
| taking back | `undo` `can_undo` |
| finding | `walk` `walks` `in_place` |
| reading | `asking` `progress` `facts` `ladder` `open_questions` `unasked` `script_of` `changes` `goes_on` |
| who may | `may_see` `refused_here` |
| at every tick | `settle` |

Each change takes an `Act` (who, where, by which request) and returns `Done` or `Refused`. Each is idempotent: the same
request, or a second press, changes nothing and returns `Done` with `is_repeat`. Each may raise StorageError: then
nothing was changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.core.coaching.cards.models import CardField, Entry
from bot.core.coaching.walks import engine, found
from bot.core.coaching.walks.ending import Ending
from bot.core.coaching.walks.models import Progress, Walk, WalkChange, WalkState
from bot.core.coaching.walks.results import Asking
from bot.core.coaching.walks.script import Question, Script
from bot.core.coaching.walks.telling import Telling
from bot.core.coaching.walks.tried import Tried
from bot.core.people import Member


class WalkService(Telling, Ending, Tried):
    """WalkService(clock=, store=, directory=, planner=, scripts=, listening=, cards=, trades=)."""

    def walk(self, id: str, *, viewer: Member) -> Walk | None:
        """A walk that somebody may see; None for any other."""
        walk = self._store.by_id(id)
        return walk if walk is not None and self.may_see(viewer, walk) else None

    def walks(self, viewer: Member, *, states: Sequence[WalkState] = ()) -> Sequence[Walk]:
        """The walks that somebody may see, the latest change first: of their own firm, and those they type."""
        of_firm = self._store.of_company(viewer.company.id, states=states) if viewer.company else ()
        found = {one.id: one for one in (*of_firm, *self._store.of_person(viewer.id, states=states))}
        seen = [one for one in found.values() if self.may_see(viewer, one)]
        return sorted(seen, key=lambda one: (one.updated_at, one.id), reverse=True)

    def in_place(self, conversation: str, thread: str, *, viewer: Member) -> Walk | None:
        """The open walk that is held there; None where there is none that somebody may see."""
        walk = self._store.in_place(conversation, thread)
        return walk if walk is not None and self.may_see(viewer, walk) else None

    def asking(self, walk: Walk) -> Asking | None:
        """What is asked now; None where every question has been, or the walk asks nothing any more."""
        return engine.asking(walk, self.script_of(walk))

    def progress(self, walk: Walk) -> Progress:
        """How far it is."""
        return engine.progress(walk, self.script_of(walk))

    def facts(self, walk: Walk) -> Mapping[CardField, Entry]:
        """What it found out, for the card."""
        return found.facts(walk, self.script_of(walk))

    def ladder(self, walk: Walk) -> tuple[str, ...]:
        """The rungs so far, from the function upward."""
        return found.ladder(walk, self.script_of(walk))

    def open_questions(self, walk: Walk) -> Sequence[Question]:
        """What was asked and is not known, or was put off, in order."""
        return found.open_questions(walk, self.script_of(walk))

    def unasked(self, walk: Walk) -> tuple[Question, ...]:
        """What its length asks and was never asked, because it was finished before, in order."""
        return found.unasked(walk, self.script_of(walk))

    def script_of(self, walk: Walk) -> Script:
        """The script it began with, worded for its kind of subject. Raises DataFileError where its text is gone."""
        return self._scripts.of(walk.script).of_kind(walk.subject_kind)

    def changes(self, walk: Walk) -> Sequence[WalkChange]:
        """What happened to it, in order."""
        return self._store.changes(walk.id)

    def goes_on(self, walk: Walk) -> str:
        """The id of who goes on with it, and is reminded: the coordinator while they type, then whose words they
        are."""
        member = self._reminded(walk)
        return member.id if member is not None else ""

    def settle(self) -> int:
        """Make, or erase, the cards that a crash left behind their walks, and have what was deleted leave no traces.
        Returns of how many. One that cannot be made keeps no other from it; what was wrong with it is raised at the
        end."""
        behind, failures = self._store.unmade(), list[Exception]()
        for one in behind:
            try:
                self._make(one, self.script_of(one))
            except Exception as error:
                failures.append(error)
        self._store.leave_no_traces()
        if failures:
            raise failures[0]
        return len(behind)
