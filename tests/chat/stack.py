"""The whole of it in one process: a local workspace, the bot that serves it, and the demonstration's people."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from bot.bootstrap import Application, Library, load_working_days, open_application, open_library
from bot.bootstrap_coaching import make_card_service
from bot.bootstrap_meetings import make_meetings
from bot.bootstrap_office import make_slack_office
from bot.core.clock import day_of
from bot.core.coaching.cards.models import CardField, Entry, EntryState, FieldGroup, Reach, SubjectKind
from bot.core.deliveries.models import DeliveryState
from bot.core.digests.models import DigestChoice
from bot.core.digests.unanswered.models import Wish
from bot.core.meetings.funding import Programme
from bot.core.meetings.programmes import fiscal_year_of
from bot.core.people import Role
from bot.demo import demo_seed, load_demo, seed_people
from bot.platforms.slack.options import SlackOptions
from bot.platforms.slack.serving import Office, Serving, SlackParts, Started
from bot.settings import Settings
from bot.workspace.delivery import Timing
from bot.workspace.records import Change
from bot.workspace.seed import AppCredentials, SeedUser
from bot.workspace.server import Workspace
from tests.chat.transcripts import Carded, Ending, Transcript

DEADLINE_S = 30.0
_HOLIDAYS_FOR = 120
_UNHURRIED = Timing(acknowledge_s=DEADLINE_S, trigger_s=DEADLINE_S)
"""A transcript is about what is said, on however busy a machine."""
_UNSENT = (DeliveryState.PENDING, DeliveryState.SENDING, DeliveryState.AMBIGUOUS, DeliveryState.DEAD)


@dataclass
class Stack:
    """Everything that runs, and every change in the workspace that nobody has looked at yet."""

    workspace: Workspace
    library: Library
    routines: list[Callable[[], int | None]] = field(default_factory=list)
    roll_call: Callable[[], int | None] = lambda: 0
    """Who is still in the workspace: looked at where a step says so, as Slack lets nobody ask all the time."""
    changes: list[Change] = field(default_factory=list)

    async def settled(self) -> None:
        """Wait until nothing is under way: no event, nothing in the inbox, nothing due, no message owed."""
        async with asyncio.timeout(DEADLINE_S):
            while True:
                before = len(self.changes)
                await self.workspace.delivery.courier.settled()
                if await asyncio.to_thread(self.library.database.inbox.unfinished):
                    await asyncio.sleep(0.002)
                    continue
                if not await asyncio.to_thread(self._done) and len(self.changes) == before:
                    break
        counts = await asyncio.to_thread(self.library.database.deliveries.counts)
        unsent = {state: counts[state] for state in _UNSENT if counts.get(state)}
        assert not unsent, f"messages that are owed: {unsent}"

    def _done(self) -> int:
        """What the bot does beside answering: reminders first, then what is owed."""
        return sum(work() or 0 for work in reversed(self.routines))

    def taken(self) -> list[Change]:
        """What has changed since this was asked last."""
        changes, self.changes[:] = list(self.changes), []
        return changes


@asynccontextmanager
async def stacked(transcript: Transcript, data: Path) -> AsyncIterator[Stack]:
    """Start everything over a data folder that has the guides."""
    workspace = _workspace(transcript)
    await workspace.start()
    stop, tasks = asyncio.Event(), list[asyncio.Task[int]]()
    with ExitStack() as closing:
        try:
            library, application = await asyncio.to_thread(
                lambda: closing.enter_context(_opened(transcript, data, workspace))
            )
            stack = Stack(workspace, library)
            serving, started = _served(stack, application, stop)
            tasks.append(serving)
            await started
            workspace.state.subscribe(stack.changes.append)
            yield stack
        finally:
            stop.set()
            await asyncio.gather(*tasks)
            await workspace.stop()


def _served(
    stack: Stack, application: Application, stop: asyncio.Event
) -> tuple[asyncio.Task[int], asyncio.Future[Started]]:
    def make_office(parts: SlackParts) -> Office:
        # Its routines are done whenever we wait for the end of a step, instead of every second.
        office = make_slack_office(application, parts, is_paced=False)
        works = {routine.name: routine.work for routine in office.routines}
        stack.roll_call = works.pop("roll call")
        stack.routines += works.values()
        return replace(office, routines=())

    app = AppCredentials()
    options = SlackOptions(bot_token=app.bot_token, app_token=app.app_token, api_url=stack.workspace.api_url)
    started: asyncio.Future[Started] = asyncio.get_running_loop().create_future()
    serving = Serving(options, inbox=stack.library.database.inbox, make_office=make_office)
    task = asyncio.create_task(serving.run(stop, started.set_result))
    task.add_done_callback(partial(_failed_to_start, started))
    return task, started


def _failed_to_start(started: asyncio.Future[Started], task: asyncio.Task[int]) -> None:
    if not started.done():
        started.set_exception(task.exception() or RuntimeError("it ended before it had started"))


def _workspace(transcript: Transcript) -> Workspace:
    begun, start = time.monotonic(), transcript.starts_at.timestamp()
    workspace = Workspace(
        demo_seed(load_demo()),
        holidays=_holidays(transcript.starts_at.date()),
        timing=_UNHURRIED,
        real_time=lambda: start + time.monotonic() - begun,
    )
    channels = {channel.name: channel.id for channel in workspace.state.channels.values()}
    for one in transcript.newcomers:
        id = f"U99{one.key.upper()}"
        workspace.state.add_user(SeedUser(id=id, name=one.key, real_name=one.name, locale=one.locale))
        for channel in one.channels:
            workspace.state.join(channels[channel], id)
    return workspace


def _holidays(first: date) -> frozenset[date]:
    working_days = load_working_days()
    days = (first + timedelta(days=after) for after in range(_HOLIDAYS_FOR))
    return frozenset(day for day in days if day.isoweekday() <= 5 and not working_days.is_working_day(day))


@contextmanager
def _opened(transcript: Transcript, data: Path, workspace: Workspace) -> Iterator[tuple[Library, Application]]:
    with open_library(Settings(data_dir=data), clock=workspace.clock) as library:
        seed_people(library, load_demo())
        _greet_before(library, new=transcript.new)
        _end(library, transcript.endings)
        _make_cards(library, transcript.cards)
        if not transcript.digests:
            _want_no_digests(library)
        if not transcript.unanswered:
            _want_nothing_unanswered(library)
        with open_application(library) as application:
            yield library, application


def _greet_before(library: Library, *, new: Collection[str]) -> None:
    """Everybody has talked with Minori before, but those who are new to it, and their firms."""
    people, at = library.database.people, datetime(2026, 4, 1, tzinfo=UTC)
    for member in people.people():
        if key_of(member.address) not in new:
            people.mark_welcomed(member.id, at)
    asked_first = {member.company.id for member in people.people() if member.company and key_of(member.address) in new}
    for company in people.companies():
        if company.id not in asked_first:
            people.mark_sharing_asked(company.id, at)


def _end(library: Library, endings: Collection[Ending]) -> None:
    """What the support body has told Minori of the end of the year."""
    people = {key_of(member.address): member for member in library.database.people.people()}
    for one in endings:
        service, owner = make_meetings(library).service, people[one.owner]
        year = fiscal_year_of(day_of(library.clock.now()))
        if one.leaves is not None:
            service.leaves(owner, one.leaves)
        else:
            service.put_programme(Programme(id=one.name, name=one.name, owner_id=owner.id, fiscal_year=year))


def _want_no_digests(library: Library) -> None:
    """Conversations about other things."""
    for one in library.database.people.people(role=Role.COORDINATOR):
        choice = DigestChoice(person_id=one.id, weekly_on=None, is_daily=False)
        library.database.digests.put_choice(choice, library.clock.now())


def _want_nothing_unanswered(library: Library) -> None:
    """The same of admins; of those who become one meanwhile as well."""
    for one in library.database.people.people():
        library.database.unanswered.put_wish(Wish(person_id=one.id, weekly_on=None, chosen_at=library.clock.now()))


def _make_cards(library: Library, cards: Collection[Carded]) -> None:
    """What firms have told of their technology before."""
    people = {key_of(member.address): member for member in library.database.people.people()}
    at = library.clock.now()
    for number, one in enumerate(cards):
        owner = people[one.owner]
        assert owner.company is not None
        states = {name: EntryState.SAID if words else EntryState.UNKNOWN for name, words in one.fields.items()}
        service = make_card_service(library)
        card = service.made(
            walk_id=f"walk-{number}",
            company_id=owner.company.id,
            subject_kind=SubjectKind.TECHNOLOGY,
            trade="metalworking",
            entries={
                CardField(name): Entry(words=words, state=states[name], by_id=owner.id, at=at)
                for name, words in one.fields.items()
            },
            by_id=owner.id,
            confirmed_by=owner.id,
        )
        reach = {FieldGroup(group): Reach(wanted) for group, wanted in one.reach.items()}
        service.share(card.id, version=card.version, reach=reach, by=owner, has_read_caution=True)


def key_of(user_id: str) -> str:
    """What a transcript calls somebody: `U01YAMADA` is `yamada`."""
    return user_id[3:].lower()
