"""なぜ届いた？: which rule made a nudge due, counted from which day, and what can be changed about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bot.core.actions import NUDGE_MUTE, NUDGE_UNMUTE
from bot.core.calendars import zone_of
from bot.core.messages import Fact, Headed, Message, Offer, Part, Reply, Said
from bot.core.nudges.cadences import Cadences, Counts, OnDayOff, Rule
from bot.core.nudges.drawing import Drawing
from bot.core.nudges.models import Bundle, CadenceChoice, Item, Preference
from bot.core.nudges.ports import Calendars, WishStore
from bot.core.nudges.reading import Reader, matter_of, settings_offer
from bot.core.nudges.slots import hours_of
from bot.core.people import Directory

_MOST_DAYS = 20
"""Days that are listed one by one."""
_FURTHEST = 60


class Why:
    """Draws the sheet."""

    def __init__(
        self,
        cadences: Cadences,
        wishes: WishStore,
        calendars: Calendars,
        directory: Directory,
        drawing: Drawing,
    ) -> None:
        self._cadences, self._wishes, self._calendars = cadences, wishes, calendars
        self._directory, self._drawing = directory, drawing

    def reply(self, bundle: Bundle, item: Item, reader: Reader) -> Reply:
        """Why this matter was told in this bundle; whether it still stands or not."""
        standing = self._drawing.standing(bundle, item, reader)
        preference = self._wishes.preference(reader.member.id)
        rule = self._cadences.rule(item.cadence, item.matter)
        parts: list[Part] = [Headed(standing.title)] if standing and isinstance(standing.title, Message) else []
        if standing and isinstance(standing.title, str):
            parts.append(Fact(Message("nudge-why-about"), standing.title))
        parts.append(Fact(Message("nudge-why-matter"), matter_of(item.matter)))
        parts += self._counted(item, rule, reader)
        parts += self._chosen(item, reader)
        parts += self._slot(bundle, item, preference, reader)
        return Reply(
            title=Message("nudge-why-title"), parts=tuple(parts), offers=(*self._muting(bundle, item), settings_offer())
        )

    def _counted(self, item: Item, rule: Rule, reader: Reader) -> Iterator[Part]:
        step = rule.step(item.step)
        since = Message(f"nudge-since-{item.matter}", {"day": reader.day(item.since)})
        yield Fact(Message("nudge-why-since"), since)
        yield Fact(Message("nudge-why-asks"), Message(f"nudge-asks-{step.asks}"))
        yield Fact(Message("nudge-why-rule"), _rule(rule, item.step))
        is_next = step.on_day_off is OnDayOff.NEXT
        yield Fact(Message("nudge-why-day-off"), Message("nudge-day-off-next" if is_next else "nudge-day-off-previous"))
        put_off = postponed_to(item)
        if put_off:
            yield Fact(Message("nudge-why-put-off"), Message("nudge-put-off", {"day": reader.day(put_off)}))
        yield Fact(Message("nudge-why-due"), reader.day(item.due_on))
        if item.since < item.due_on:
            yield from self._days(item, reader)

    def _days(self, item: Item, reader: Reader) -> Iterator[Part]:
        """The working days between, one by one where they are few; and how many days were not counted."""
        length = (item.due_on - item.since).days
        days = self._calendars.days_of(reader.member)
        if length > _FURTHEST:
            return
        between = [item.since + timedelta(days=number) for number in range(1, length + 1)]
        worked = [day for day in between if days.is_working_day(day)]
        if worked and len(worked) <= _MOST_DAYS:
            said = reader.listed([reader.day(day) for day in worked])
            counted = Message("nudge-days-counted", {"days": said, "count": len(worked)})
            yield Fact(Message("nudge-why-days"), counted)
        off = len(between) - len(worked)
        if off:
            yield Fact(Message("nudge-why-days-off"), Message("nudge-days-off", {"count": off}))

    def _chosen(self, item: Item, reader: Reader) -> Iterator[Part]:
        title = self._cadences.title(item.cadence, reader.locale)
        firm = reader.member.company
        choices = self._wishes.choices(firm.id) if firm else ()
        yield Fact(Message("nudge-why-cadence"), self._by(item.cadence, title, choices))

    def _by(self, cadence: str, title: str, choices: Sequence[CadenceChoice]) -> Message:
        choice = next((one for one in choices if one.cadence == cadence), None)
        chooser = self._directory.by_id(choice.chosen_by) if choice else None
        if chooser and chooser.name:
            return Message("nudge-cadence-chosen", {"title": title, "name": chooser.name})
        return Message("nudge-cadence-default", {"title": title})

    def _slot(self, bundle: Bundle, item: Item, preference: Preference, reader: Reader) -> Iterator[Part]:
        start, end = hours_of(reader.member)
        # After an outage it comes later than at the time of its slot.
        at = bundle.created_at.astimezone(zone_of(reader.member.time_zone))
        told = {"day": reader.day(bundle.day), "time": f"{at:%H:%M}", "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        yield Fact(Message("nudge-why-slot"), Message("nudge-slot", told))
        yield Fact(Message("nudge-why-pace"), Message(f"nudge-pace-{preference.pace}"))
        if item.is_late:
            yield Said(Message("nudge-why-late"))

    def _muting(self, bundle: Bundle, item: Item) -> tuple[Offer, ...]:
        reference = f"{bundle.id}:{item.ordinal}"
        is_muted = (item.subject_kind, item.subject_id) in self._wishes.muted(bundle.person_id)
        if is_muted:
            return (Offer(NUDGE_UNMUTE, reference, Message("nudge-offer-unmute")),)
        return (Offer(NUDGE_MUTE, reference, Message("nudge-offer-mute")),)


def postponed_to(item: Item) -> date | None:
    """The day to which it was put off, as its occurrence says."""
    series, _, _ = item.occurrence.rpartition("-")
    _, _, day = series.partition("/")
    return date.fromisoformat(day) if day else None


def _rule(rule: Rule, number: int) -> Message:
    """A step in words: how many days after (or before) what it is counted from; or how often it comes again."""
    step = rule.step(number)
    is_working = step.counts is Counts.WORKING_DAYS
    if number >= len(rule.steps):
        every = {"days": rule.repeat_every}
        return Message("nudge-rule-again-working" if is_working else "nudge-rule-again-calendar", every)
    if step.after == 0:
        return Message("nudge-rule-same-day")
    days = {"days": abs(step.after)}
    if step.after < 0:
        return Message("nudge-rule-before-working" if is_working else "nudge-rule-before-calendar", days)
    return Message("nudge-rule-after-working" if is_working else "nudge-rule-after-calendar", days)
