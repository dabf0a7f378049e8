"""なぜ届いた？: which record, which rule, how its day came about, what can be changed about it; in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from bot.core.actions import NUDGE_MUTE, NUDGE_UNMUTE
from bot.core.calendars import zone_of
from bot.core.messages import Item, Message, Offer, Part, Reply
from bot.core.nudges.cadences import Cadences
from bot.core.nudges.drawing import Drawing
from bot.core.nudges.models import Bundle
from bot.core.nudges.models import Item as Matter
from bot.core.nudges.planning import choice_for
from bot.core.nudges.ports import Calendars, WishStore
from bot.core.nudges.reading import Reader, settings_offer
from bot.core.nudges.reckoning import Reckoning
from bot.core.nudges.slots import hours_of
from bot.core.people import Directory
from bot.core.scheduled import Standing, Waiting


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

    def reply(self, bundle: Bundle, item: Matter, reader: Reader) -> Reply:
        """Why this matter was told in this bundle; whether it still stands or not."""
        standing = self._drawing.standing(bundle, item, reader)
        waiting = standing.waiting if standing else None
        beside = self._beside(bundle, item, reader)
        days = [self._reckoned(bundle, one, waits, reader) for one, waits in ((item, waiting), *beside)]
        is_muted = (item.subject_kind, item.subject_id) in self._wishes.muted(bundle.person_id)
        parts = (
            _record(standing, *(self._asked(one) for one in (item, *(other for other, _ in beside)))),
            _told("nudge-why-day", *days, self._chosen(item, waiting)),
            _told("nudge-why-time", self._slot(bundle, reader)),
            _told("nudge-why-yours", [Message("nudge-why-change", {"muted": "yes" if is_muted else "no"})]),
        )
        mute = Offer(NUDGE_MUTE, f"{bundle.id}:{item.ordinal}", Message("nudge-offer-mute"))
        unmute = Offer(NUDGE_UNMUTE, f"{bundle.id}:{item.ordinal}", Message("nudge-offer-unmute"))
        offers = (unmute if is_muted else mute, settings_offer())
        return Reply(title=Message("nudge-why-title"), parts=parts, offers=offers)

    def _beside(self, bundle: Bundle, item: Matter, reader: Reader) -> list[tuple[Matter, Waiting | None]]:
        """What else was told of the same subject, under the same buttons, and still stands."""
        others = [
            one
            for one in bundle.items
            if one != item and (one.subject_kind, one.subject_id) == (item.subject_kind, item.subject_id)
        ]
        stood = [(one, self._drawing.standing(bundle, one, reader)) for one in others]
        return [(one, standing.waiting) for one, standing in stood if standing and not standing.done]

    def _asked(self, item: Matter) -> Message:
        return Message(f"nudge-asks-{self._cadences.rule(item.cadence, item.matter).step(item.step).asks}")

    def _reckoned(self, bundle: Bundle, item: Matter, waiting: Waiting | None, reader: Reader) -> Iterator[Message]:
        reckoning = Reckoning(
            item=item,
            rule=self._cadences.rule(item.cadence, item.matter),
            title=self._cadences.title(item.cadence, reader.locale),
            days=self._calendars.days_of(reader.member),
            reader=reader,
            is_partner_open=lambda day: waiting is None or self._is_open(waiting, day),
        )
        return reckoning.sentences(bundle, self._wishes.preference(reader.member.id))

    def _is_open(self, waiting: Waiting, day: date) -> bool:
        return not waiting.partner or self._calendars.partner_is_open(waiting.company_id, waiting.partner, day)

    def _chosen(self, item: Matter, waiting: Waiting | None) -> Iterator[Message]:
        """Who chose this cadence, and for what, where a coordinator or a colleague did."""
        if waiting is None or not waiting.company_id or waiting.cadence:
            return
        choice = choice_for(waiting.event, waiting.stage, self._wishes.choices(waiting.company_id))
        chooser = self._directory.by_id(choice.chosen_by) if choice else None
        if choice and choice.cadence == item.cadence and chooser and chooser.name:
            event = choice.name if choice.scope == "event" else ""
            is_of_firm = chooser.company is not None and chooser.company.id == choice.company_id
            key = "nudge-why-chosen-by-colleague" if is_of_firm else "nudge-why-chosen"
            yield Message(key, {"name": chooser.name, "scope": choice.scope, "event": event})

    def _slot(self, bundle: Bundle, reader: Reader) -> Iterator[Message]:
        """When it was told, within which hours, and how often somebody hears of us."""
        start, end = hours_of(reader.member)
        # After an outage it comes later than at the time of its slot.
        at = bundle.created_at.astimezone(zone_of(reader.member.time_zone))
        told = {"day": reader.day(bundle.day), "time": f"{at:%H:%M}", "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        yield Message("nudge-why-slot", told)
        yield Message("nudge-why-pace", {"pace": str(self._wishes.preference(reader.member.id).pace)})


def _record(standing: Standing | None, *asked: Message) -> Part:
    """What it is about, in the words of the record; of what is settled by now nothing is shown."""
    if standing is None:
        return Item(Message("nudge-why-settled"), words=asked)
    return Item(standing.title, standing.details, words=asked)


def _told(heading: str, *sentences: Iterable[Message]) -> Part:
    """Some sentences under a heading of theirs."""
    return Item(Message(heading), words=tuple(one for some in sentences for one in some))
