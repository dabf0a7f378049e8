"""The use cases of a coordinator's answer among the guides."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.core.clock import Clock
from bot.core.entries.composing import Composing
from bot.core.entries.home import Home
from bot.core.entries.moves import Moves
from bot.core.entries.ports import AnsweredQuestions, Calendars, EntryStore, LookedAt, Shelf
from bot.core.entries.pressing import Handler, Pressing
from bot.core.entries.reviewers import Reviewers
from bot.core.entries.time_keeping import TimeKeeping
from bot.core.entries.writing import Writing
from bot.core.messages import Part
from bot.core.owed import Composer
from bot.core.people import Directory, Member


class EntryService:
    """Proposes, reviews, publishes and renews entries. `published` is called after each change of what is cited, to
    bring the indexes up at once."""

    def __init__(
        self,
        *,
        store: EntryStore,
        answers: AnsweredQuestions,
        shelf: Shelf,
        directory: Directory,
        calendars: Calendars,
        clock: Clock,
        published: Callable[[], None],
        looked_at: LookedAt,
    ) -> None:
        reviewers = Reviewers(directory=directory, calendars=calendars, clock=clock, looked_at=looked_at)
        moves = Moves(store=store, shelf=shelf, reviewers=reviewers)
        writing = Writing(store=store, answers=answers, reviewers=reviewers, moves=moves, clock=clock)
        pressing = Pressing(
            store=store, answers=answers, reviewers=reviewers, moves=moves, writing=writing, published=published
        )
        self._published = published
        self._time = TimeKeeping(store=store, shelf=shelf, answers=answers, reviewers=reviewers, moves=moves)
        self._home = Home(store=store, reviewers=reviewers)
        self.handlers: Mapping[str, Handler] = pressing.handlers()
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = Composing(store=store, reviewers=reviewers).composers()
        """What to say for each kind of message owed."""

    def due(self) -> int:
        """Ask owners, end what is over: called at every tick. Returns how many changed."""
        changed = self._time.due()
        if changed:
            self._published()
        return changed

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on somebody's page: proposals to look at, and their own that came back."""
        return self._home.parts(member)
