"""What a line says: the firm, one sentence with the fact, its age, and the one button that does the next thing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.digests.models import Digest, DigestKind, Fact, Line, LineKind, Next
from bot.core.messages import Argument, Item, Locale, Message, Offer
from bot.core.people import Member
from bot.core.reactions import in_bundle
from bot.core.spoken_dates import spoken_date

WorkingDays = Callable[[date, date], int]
"""How many working days come after a day, up to another one."""

LABELS: Mapping[Next, str] = {
    Next.LOOK: "digest-next-look",
    Next.ANSWER: "digest-next-answer",
    Next.CALL: "digest-next-call",
    Next.OPEN_CARD: "digest-next-open_card",
    Next.NAME: "digest-next-name",
    Next.INTRODUCE: "digest-next-introduce",
    Next.TAKE_OVER: "digest-next-take_over",
}
_ACTIONS: Mapping[Next, str] = {
    Next.LOOK: actions.MEETING_SHOW,
    Next.ANSWER: actions.ANSWER_FORM,
    Next.CALL: actions.CATCH_FORM,
    Next.OPEN_CARD: actions.VALUE_SHOW,
    Next.NAME: actions.SUCCESSION_FORM,
    Next.INTRODUCE: actions.INTRODUCTION_SHOW,
    Next.TAKE_OVER: actions.CHANGEOVER_LIST,
}
_IN_SHEET = "@@"
_ON_ITS_OWN = frozenset({actions.VALUE_SHOW, actions.INTRODUCTION_SHOW, actions.CHANGEOVER_LIST})
"""What is only looked at changes no digest: its button carries none."""
_SEVERAL: Mapping[LineKind, str] = {
    LineKind.WALL_1: "digest-wall_1-several",
    LineKind.WALL_2: "digest-wall_2-several",
    LineKind.WALL_3: "digest-wall_3-several",
    LineKind.OVERDUE: "digest-overdue-several",
}
_ONE: Mapping[LineKind, str] = {
    LineKind.WALL_1: "digest-wall_1",
    LineKind.WALL_2: "digest-wall_2",
    LineKind.WALL_3: "digest-wall_3",
    LineKind.OVERDUE: "digest-overdue",
    LineKind.SILENT: "digest-silent",
    LineKind.CARD_SHARED: "digest-card_shared",
    LineKind.CARD_STUCK: "digest-card_stuck",
    LineKind.INTRODUCTION: "digest-introduction",
}


@dataclass(frozen=True, slots=True)
class Reader:
    """A coordinator reading at a moment of business time."""

    member: Member
    now: datetime
    working_days: WorkingDays

    @property
    def locale(self) -> Locale:
        """Japanese where nothing else is known."""
        return self.member.locale or "ja"

    @property
    def today(self) -> date:
        """The day where they are."""
        return self.day_of(self.now)

    def day_of(self, moment: datetime) -> date:
        """The day of a moment where they are."""
        return moment.astimezone(zone_of(self.member.time_zone)).date()

    def day(self, day: date) -> str:
        """A day in their words, with its year where it is another one."""
        return spoken_date(day, locale=self.locale, this_year=self.today.year)

    def age(self, fact: Fact) -> int:
        """Its age in calendar days; negative for a day to come."""
        return (self.today - fact.on).days

    def working_age(self, fact: Fact) -> int:
        """The same in working days of the country, never negative."""
        return self.working_days(fact.on, self.today)


@dataclass(frozen=True, kw_only=True, slots=True)
class Preview:
    """What would be sent: the lines shown, and how many more there are."""

    lines: tuple[Line, ...]
    more: int
    reader: Reader


def sentence(line: Line, reader: Reader) -> Message:
    """The fact of a line."""
    fact = line.first
    told: dict[str, Argument] = {"day": reader.day(fact.on), "days": abs(reader.age(fact))}
    told["count"] = len(line.facts)
    if line.kind is LineKind.DECISION:
        return _decision(fact, reader)
    if line.kind is LineKind.QUESTION:
        return Message("digest-question-late" if fact.told_as["late"] else "digest-question", {"day": told["day"]})
    if line.kind is LineKind.HAND_OVER:
        return _hand_over(fact, told)
    if len(line.facts) > 1:
        return Message(_SEVERAL[line.kind], told)
    return Message(_ONE[line.kind], {**told, **fact.told_as})


def _hand_over(fact: Fact, told: Mapping[str, Argument]) -> Message:
    if fact.next is Next.TAKE_OVER:
        return Message("digest-hand_over-asked", {"day": told["day"], **fact.told_as})
    return Message("digest-hand_over" if fact.about else "digest-hand_over-leaving", {"day": told["day"]})


def _decision(fact: Fact, reader: Reader) -> Message:
    day, age = reader.day(fact.on), reader.age(fact)
    if age < 0:
        return Message("digest-decision-ahead", {"day": day})
    return Message("digest-decision-past", {"day": day}) if age else Message("digest-decision-today")


def age_of(line: Line, reader: Reader) -> Message:
    """How old it is, in days and in working days; or how far ahead."""
    age, working = reader.age(line.first), reader.working_age(line.first)
    if age < 0:
        return Message("digest-in-days", {"days": -age})
    return Message("digest-age", {"days": age, "working": working}) if age else Message("digest-age-today")


def title_of(line: Line) -> Message | str:
    """Whose it is: the firm, a programme; for what names nobody, what it is."""
    fact = line.first
    if fact.firm:
        return fact.firm
    if fact.next is Next.TAKE_OVER:
        return Message("digest-a-request")
    if fact.kind is LineKind.HAND_OVER:
        return fact.about or Message("digest-own-firms")
    return Message("digest-a-question")


def item(line: Line, reader: Reader, *, digest_id: str = "", in_sheet: bool = False) -> Item:
    """The line as it is shown; its button says in which digest it stands, so that this is drawn anew."""
    fact = line.first
    about = (fact.about,) if fact.firm and fact.about and len(line.facts) == 1 else ()
    offer = offer_of(line, digest_id, in_sheet=in_sheet)
    return Item(
        title_of(line), (*about, age_of(line, reader)), (offer,) if offer else (), words=(sentence(line, reader),)
    )


def offer_of(line: Line, digest_id: str = "", *, in_sheet: bool = False) -> Offer | None:
    """The one button of a line."""
    fact = line.first
    action, reference = _ACTIONS.get(fact.next), fact.subject_id
    if fact.next is Next.LOOK and len(line.facts) > 1:
        action, reference = actions.MEETING_FIRM, f"{fact.company_id}:1"
    if action is None:
        return None
    if digest_id and action not in _ON_ITS_OWN:
        reference = f"{reference}{_IN_SHEET}{digest_id}" if in_sheet else in_bundle(reference, digest_id)
    return Offer(action, reference, Message(LABELS[fact.next]))


def kind_heading(kind: LineKind) -> Message:
    """Under which heading lines of a kind stand."""
    return Message(f"digest-kind-{kind}")


def heading(digest: Digest, count: int, reader: Reader) -> Message:
    """What the message is, and how many lines it has."""
    key = "digest-weekly" if digest.kind is DigestKind.WEEKLY else "digest-daily"
    day = digest.created_at.astimezone(zone_of(reader.member.time_zone)).date()
    return Message(key, {"day": reader.day(day), "count": count})
