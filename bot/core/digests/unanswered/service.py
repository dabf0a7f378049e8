"""The use cases of what guides did not answer: telling admins weekly, what they press, what firms allow."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.core import actions
from bot.core.audited import Looks, no_looks
from bot.core.clock import Clock
from bot.core.digests.models import MONDAY
from bot.core.digests.ports import Calendars, DigestStore, HoursOf, OperatorsLog, Rewrite, Stands
from bot.core.digests.timing import next_weekly, weekday_before
from bot.core.digests.unanswered.drawing import NOW, Reader, settings_offer
from bot.core.digests.unanswered.models import Report, Topic, WrongGuide
from bot.core.digests.unanswered.planning import UNANSWERED, Planning
from bot.core.digests.unanswered.ports import Language, Readings, UnansweredStore
from bot.core.digests.unanswered.pressing import Pressing
from bot.core.digests.unanswered.refreshing import Refreshing
from bot.core.digests.unanswered.reporting import Reporting, week_before
from bot.core.messages import Headed, Item, Locale, Message, Offer, Part, Pressed, Reply
from bot.core.owed import Addressed, Composer, Owed
from bot.core.people import Directory, Member, access_guides, access_sharing_choice
from bot.core.reactions import Handler


@dataclass(frozen=True, kw_only=True, slots=True)
class UnansweredPreview:
    """What would be sent."""

    report: Report
    reader: Reader

    def as_json(self) -> dict[str, Any]:
        """The report as plain values: `first` and `last` day; `topics`; `others`, how many have no heading; `wrong`.

        `firms` of a topic is 0 where they are fewer than may be counted; `page` of a place is None where there is none.
        """
        week, now = self.report.week, self.reader.now
        return {
            "first": week.first_day.isoformat(),
            "last": week.last_day.isoformat(),
            "topics": [_topic_row(one, self.reader.locale, now) for one in self.report.topics],
            "others": len(self.report.others),
            "wrong": [_wrong_row(one) for one in self.report.wrong],
            "empty": self.report.is_empty,
        }


def _topic_row(topic: Topic, locale: Locale, now: datetime) -> dict[str, str | int]:
    return {
        "heading": topic.heading(locale),
        "questions": len(topic.questions),
        "people": topic.askers,
        "firms": topic.firms,
        "handed_over": sum(one.is_handed_over for one in topic.questions),
        "late": sum(one.is_late(now) for one in topic.questions),
    }


def _wrong_row(wrong: WrongGuide) -> dict[str, Any]:
    places = [{"heading": place.heading, "page": place.page, "people": people} for place, people in wrong.places]
    return {"guide": wrong.guide_id, "title": wrong.title, "people": wrong.people, "places": places}


class UnansweredService:
    """Tells admins what was asked and not answered. Every call may be made again."""

    def __init__(
        self,
        *,
        digests: DigestStore,
        store: UnansweredStore,
        readings: Readings,
        language: Language,
        directory: Directory,
        calendars: Calendars,
        hours_of: HoursOf,
        stands: Stands,
        clock: Clock,
        log: OperatorsLog,
        looks: Looks = no_looks,
        piece_of_work: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._store, self._clock, self._piece_of_work = store, clock, piece_of_work
        self._reporting = Reporting(readings=readings, store=store, language=language)
        self._planning = Planning(
            store=digests,
            reporting=self._reporting,
            directory=directory,
            calendars=calendars,
            hours_of=hours_of,
            stands=stands,
            clock=clock,
            log=log,
        )
        self._refreshing = Refreshing(
            store=digests,
            planning=self._planning,
            reporting=self._reporting,
            stands=stands,
            now=clock.now,
            log=log,
        )
        pressing = Pressing(
            store=store,
            reporting=self._reporting,
            planning=self._planning,
            language=language,
            hours_of=hours_of,
            looks=looks,
            clock=clock,
        )
        pressed = pressing.handlers()
        self.handlers: Mapping[str, Handler] = {action: self._at_once(one) for action, one in pressed.items()}
        """What to do for each action of ours."""
        self.composers: Mapping[str, Composer] = {UNANSWERED: self._compose}
        """What to say for each kind of message owed."""

    def tick(self) -> int:
        """Plan what is due now; return how many messages that makes. Raises StorageError."""
        with self._piece_of_work():
            return self._planning.tick()

    def refresh(self, rewrite: Rewrite) -> int:
        """Draw those anew in which something was answered elsewhere; return how many. Raises StorageError."""
        with self._piece_of_work():
            return self._refreshing.run_once(rewrite)

    def redraw(self, digest_id: str, member: Member) -> Reply | None:
        """A report as it stands now, for its reader; None where it is not theirs, or another kind of digest."""
        return self._planning.redraw(digest_id, member)

    def preview(self, member: Member, day: date) -> UnansweredPreview:
        """What would be sent to somebody on a day, from the records as they are now."""
        wish = self._reporting.wish(member)
        week = week_before(weekday_before(day, wish.weekly_on or MONDAY), member)
        return UnansweredPreview(report=self._reporting.report(week), reader=self._planning.reader(member))

    def home_parts(self, member: Member) -> Sequence[Part]:
        """What stands on an admin's page, and on that of a firm's people, whose wording it is."""
        return (*self._of_admin(member), *self._of_firm(member))

    def _of_admin(self, member: Member) -> Sequence[Part]:
        if not access_guides(member):
            return ()
        moment, reader = self._planning.moment(member), self._planning.reader(member)
        day = next_weekly(moment)
        when = {"day": reader.day(day), "time": f"{moment.at:%H:%M}"} if day else {}
        said = Message("unanswered-home-next", when) if day else Message("unanswered-home-none")
        show = Offer(actions.UNANSWERED_ALL, f"{NOW}:1", Message("unanswered-offer-now"))
        return (Headed(Message("unanswered-home")), Item(said, (), (show, settings_offer())))

    def _of_firm(self, member: Member) -> Sequence[Part]:
        if member.company is None or not access_sharing_choice(member):
            return ()
        consent = self._store.consents().get(member.company.id)
        key = "wording-home-yes" if consent and consent.is_given else "wording-home-no"
        change = Offer(actions.WORDING_FORM, member.company.id, Message("wording-offer"))
        return (Headed(Message("wording-home")), Item(Message(key), (), (change,)))

    def _compose(self, owed: Owed) -> Addressed | None:
        with self._piece_of_work():
            addressed = self._planning.compose(owed)
        if addressed is not None:
            self._refreshing.sent(owed.subject_id, addressed.reply)
        return addressed

    def _at_once(self, handler: Handler) -> Handler:
        """A press is one piece of work: what it reads several times is read once."""

        def press(pressed: Pressed, member: Member) -> Reply:
            with self._piece_of_work():
                return handler(pressed, member)

        return press
