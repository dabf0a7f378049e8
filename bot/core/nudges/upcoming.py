"""予定: what is coming for somebody in the next four weeks, by day, what is late first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.core.actions import NUDGE_UPCOMING, NUDGE_UPCOMING_PAGE
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Reply, Said
from bot.core.nudges.drawing import LookAhead, no_look_ahead
from bot.core.nudges.ports import NudgeStore, WishStore
from bot.core.nudges.reading import Reader, matter_of, settings_offer
from bot.core.nudges.turns import TurnsOf, no_turns, subject_of, turn_of
from bot.core.scheduled import Scheduled, Standing, StandingOf

AHEAD = timedelta(weeks=4)
MOST = 400
"""Rows that are looked at; more than anybody reads."""
LINES = 3
_STEP = "next_step"


@dataclass(frozen=True, slots=True)
class Coming:
    """One matter to come, as it stands now."""

    row: Scheduled
    standing: Standing

    @property
    def on(self) -> date:
        """The day under which it stands."""
        return day_of(self.row)


def day_of(row: Scheduled) -> date:
    """The day of a matter for its person: a step stands on its own day, also where that has been told of already and
    will be again later; everything else on the day on which it is told."""
    is_step = row.matter == _STEP and row.not_before is None
    return min(row.since, row.due_on) if is_step else row.due_on


class Upcoming:
    """Lists what is coming. `show` are the actions that show a subject, by its kind."""

    def __init__(
        self,
        *,
        store: NudgeStore,
        wishes: WishStore,
        standings: Mapping[str, StandingOf],
        show: Mapping[str, str],
        turns_of: TurnsOf = no_turns,
        look_ahead: LookAhead = no_look_ahead,
    ) -> None:
        self._store, self._wishes, self._standings, self._show = store, wishes, standings, show
        self._turns_of, self._look_ahead = turns_of, look_ahead

    def reply(self, reader: Reader, *, page: int = 1, in_sheet: bool = False) -> Reply:
        """One page of the list."""
        rows, silent, is_cut = self._rows(reader, AHEAD)
        coming = self._live(rows, reader)
        title, about = Message("nudge-upcoming-title"), tuple(self._left_out(silent, is_cut=is_cut))
        if not coming:
            none = Said(Message("nudge-upcoming-none"))
            return Reply(title=title, parts=(none, *about), offers=(settings_offer(),))
        pages = -(-len(coming) // PAGE)
        page = min(max(page, 1), pages)
        shown = coming[(page - 1) * PAGE : page * PAGE]
        parts = (*self._heading(len(coming), page, pages), *about, *self._by_day(shown, reader))
        offers = (*_turning(page, pages, in_sheet=in_sheet), settings_offer())
        return Reply(title=title, parts=parts, offers=offers)

    def lines(self, reader: Reader) -> list[Part]:
        """Today and this week in a few lines, for the person's page; and how many there are besides."""
        until = reader.today + timedelta(days=6 - reader.today.weekday())
        rows, _, _ = self._rows(reader, timedelta(days=7))
        coming = self._live([row for row in rows if day_of(row) <= until], reader)
        found: list[Part] = [
            Item(one.standing.title, (self._when(one, reader), matter_of(one.row.matter))) for one in coming[:LINES]
        ]
        rest = len(coming) - len(found)
        return [*found, Said(Message("nudge-home-more", {"count": rest}))] if rest else found

    def _rows(self, reader: Reader, ahead: timedelta) -> tuple[list[Scheduled], int, bool]:
        """What is to come, in turn; how many subjects are silenced among it; and are there more than are looked at?"""
        silenced = set(self._wishes.muted(reader.member.id))
        rows = self._store.coming(reader.member.id, until=reader.now + ahead, limit=MOST)
        heard = [row for row in rows if subject_of(row) not in silenced]
        turns = self._turns_of({subject_of(row) for row in heard}) if len(heard) > 1 else {}
        in_turn = sorted(heard, key=lambda row: turn_of(row, day_of(row), turns))
        silent = {subject_of(row) for row in rows} & silenced
        return in_turn, len(silent), len(rows) == MOST

    def _live(self, rows: Sequence[Scheduled], reader: Reader) -> list[Coming]:
        """Those that stand; what is settled by now is neither shown nor counted."""
        self._look_ahead([subject_of(row) for row in rows])
        return [one for row in rows if (one := self._standing(row, reader))]

    def _standing(self, row: Scheduled, reader: Reader) -> Coming | None:
        standing_of = self._standings.get(row.subject_kind)
        found = standing_of(row.subject_id, row.matter, row.step, reader.member, reader.now) if standing_of else None
        return Coming(row, found) if found else None

    def _heading(self, count: int, page: int, pages: int) -> Iterator[Part]:
        yield Said(Message("nudge-upcoming-count", {"count": count}))
        if pages > 1:
            yield Said(Message("nudge-upcoming-page", {"page": page, "pages": pages}))

    def _left_out(self, silent: int, *, is_cut: bool) -> Iterator[Part]:
        """What is not in the list, and where it can be seen."""
        if silent:
            yield Said(Message("nudge-upcoming-silent", {"count": silent}))
        if is_cut:
            yield Said(Message("nudge-upcoming-cut", {"count": MOST}))

    def _by_day(self, shown: Sequence[Coming], reader: Reader) -> Iterator[Part]:
        heading = None
        for one in shown:
            above = self._when(one, reader)
            if above != heading:
                heading = above
                yield Headed(above)
            yield Item(one.standing.title, (matter_of(one.row.matter), *one.standing.details), self._details(one))

    def _when(self, one: Coming, reader: Reader) -> Message:
        if one.on < reader.today:
            return Message("nudge-upcoming-late")
        if one.on == reader.today:
            return Message("nudge-upcoming-today", {"day": reader.day(one.on)})
        return Message("nudge-upcoming-day", {"day": reader.day(one.on)})

    def _details(self, one: Coming) -> tuple[Offer, ...]:
        action = self._show.get(one.row.subject_kind)
        return (Offer(action, one.row.subject_id, Message("nudge-offer-details")),) if action else ()


def _turning(page: int, pages: int, *, in_sheet: bool) -> Iterator[Offer]:
    action = NUDGE_UPCOMING if in_sheet else NUDGE_UPCOMING_PAGE
    if page > 1:
        yield Offer(action, str(page - 1), Message("nudge-offer-earlier"))
    if page < pages:
        yield Offer(action, str(page + 1), Message("nudge-offer-later"))
