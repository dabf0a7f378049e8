"""In which language and where somebody reads, and the sentences that several replies share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.actions import NUDGE_SETTINGS, NUDGE_UPCOMING
from bot.core.calendars import zone_of
from bot.core.messages import Locale, Message, Offer, Reply, Said
from bot.core.people import Member
from bot.core.spoken_dates import spoken_date, spoken_moment


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody reading at a moment of business time."""

    member: Member
    now: datetime

    @property
    def locale(self) -> Locale:
        """Japanese where nothing else is known."""
        return self.member.locale or "ja"

    @property
    def today(self) -> date:
        """The day where they are."""
        return self.now.astimezone(zone_of(self.member.time_zone)).date()

    def day(self, day: date) -> str:
        """A day in their words, with its year where it is another one."""
        return spoken_date(day, locale=self.locale, this_year=self.today.year)

    def listed(self, words: Sequence[str]) -> str:
        """Several words in a row."""
        return ("、" if self.locale == "ja" else ", ").join(words)

    def span(self, first: date, last: date) -> str:
        """From a day until another one."""
        return (
            f"{self.day(first)}〜{self.day(last)}" if self.locale == "ja" else f"{self.day(first)} – {self.day(last)}"
        )

    def named(self, days: str, name: str) -> str:
        """Days with the name that they have in a calendar, where they have one."""
        if not name:
            return days
        return f"{days}「{name}」" if self.locale == "ja" else f"{days} “{name}”"

    def moment(self, moment: datetime) -> str:
        """A moment in their words."""
        return spoken_moment(moment, locale=self.locale, time_zone=self.member.time_zone)


def aside(message: Message) -> Reply:
    """A sentence for whoever pressed alone."""
    return Reply(parts=(Said(message),), is_aside=True)


def settings_offer() -> Offer:
    """The way to what somebody wishes of nudges."""
    return Offer(NUDGE_SETTINGS, "-", Message("nudge-offer-settings"))


def upcoming_offer() -> Offer:
    """The way to all that is coming."""
    return Offer(NUDGE_UPCOMING, "1", Message("nudge-offer-upcoming"))


def matter_of(matter: str) -> Message:
    """What a matter is about, in a few words."""
    return Message(f"nudge-matter-{matter}")
