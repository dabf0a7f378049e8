"""What several replies of an encounter share: whom it is with, stages and reasons, days in the reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.core.calendars import zone_of
from bot.core.clock import Clock
from bot.core.meetings.models import Encounter, NextStep, Stage, Wall
from bot.core.messages import Locale, Message, Reply, Said
from bot.core.people import Directory, Member
from bot.core.spoken_dates import spoken_date, spoken_moment

NO_NAME = "—"


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads, in which language and time zone, and what day it is there."""

    id: str
    locale: Locale
    time_zone: str
    now: datetime

    @property
    def today(self) -> date:
        """The day at the reader's place."""
        return self.now.astimezone(zone_of(self.time_zone)).date()

    @property
    def hour(self) -> str:
        """The time of the day there, `HH:MM`."""
        return f"{self.now.astimezone(zone_of(self.time_zone)):%H:%M}"

    def day(self, day: date) -> str:
        """A day in the reader's words, with its year where that is another."""
        return spoken_date(day, locale=self.locale, this_year=self.today.year)

    def when(self, moment: datetime) -> str:
        """A moment in the reader's words."""
        return spoken_moment(moment, locale=self.locale, time_zone=self.time_zone)


def reader_of(member: Member, clock: Clock) -> Reader:
    """How somebody reads."""
    return Reader(member.id, member.locale or "ja", member.time_zone, clock.now())


def name_of(member: Member | None) -> str:
    """The name to call somebody by."""
    return member.name if member and member.name else NO_NAME


def name_in(directory: Directory, id: str | None) -> str:
    """The name of the person with this id."""
    return name_of(directory.by_id(id) if id else None)


def aside(message: Message) -> Reply:
    """A word for whoever pressed alone; what stands in the conversation stays."""
    return Reply(parts=(Said(message),), is_aside=True)


def who(encounter: Encounter) -> Message:
    """The other side: firm and person, as far as they are known."""
    firm, person = encounter.partner, encounter.contact
    if firm and person:
        return Message("meeting-who", {"partner": firm, "contact": person})
    if firm:
        return Message("meeting-who-firm", {"partner": firm})
    return Message("meeting-who-person", {"contact": person}) if person else Message("meeting-who-unknown")


def occasion(encounter: Encounter, reader: Reader) -> Message | None:
    """Where and when they met; None where neither is known."""
    day = reader.day(encounter.met_on) if encounter.met_on else ""
    if encounter.event and day:
        return Message("meeting-met", {"event": encounter.event, "day": day})
    if encounter.event:
        return Message("meeting-met-where", {"event": encounter.event})
    return Message("meeting-met-on", {"day": day}) if day else None


def stage_label(stage: Stage) -> Message:
    """The name of a stage."""
    return Message(f"meeting-stage-{stage}")


def due(step: NextStep, reader: Reader) -> Message:
    """When a step is done, or that this is still open. Its day and time are as its owner says them."""
    if step.due_on is None:
        return Message("meeting-due-open")
    if not step.due_time:
        return Message("meeting-due-day", {"day": reader.day(step.due_on)})
    return Message("meeting-due", {"day": reader.day(step.due_on), "time": step.due_time})


_NAMED = ("market", "end_user", "decider", "measure", "decision_on", "payer")


def wall_says(encounter: Encounter) -> Message | None:
    """What would help it on, in plain words; None where it moves by itself."""
    wall = encounter.wall
    if wall is None:
        return None
    if wall == Wall.CARDS:
        if encounter.next_step is None:
            return Message("meeting-wall-no-step")
        return Message("meeting-wall-no-day" if encounter.next_step.due_on is None else "meeting-wall-no-time")
    missing = encounter.missing_for_trial if wall == Wall.TRIAL else encounter.missing_for_wall_2
    return Message(f"meeting-wall-{next(name for name in _NAMED if name in missing)}")


def short(text: str, most: int = 60) -> str:
    """Somebody's words on one line."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
