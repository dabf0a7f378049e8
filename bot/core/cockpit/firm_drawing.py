"""A firm's page as it is shown: some of each section with its buttons, and the way to the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.cockpit.one_firm import CardSeen, FirmPage, Happened, Met, QuestionSeen, Section
from bot.core.messages import PAGE, Headed, Item, Message, Offer, Part, Reply, Said
from bot.core.people import Member
from bot.core.spoken_dates import spoken_date, spoken_moment

FEW = 3
"""How many of each section stand on the page; the others are one press away."""
_LONGEST = 80


@dataclass(frozen=True, kw_only=True, slots=True)
class Reader:
    """Who reads, at a moment."""

    member: Member
    now: datetime
    name_of: Callable[[str], str]

    def day(self, day: date) -> str:
        """A day in their words."""
        year = self.now.astimezone(zone_of(self.member.time_zone)).year
        return spoken_date(day, locale=self.member.locale or "ja", this_year=year)

    def day_of(self, moment: datetime) -> str:
        """The day of a moment, where they are."""
        return self.day(moment.astimezone(zone_of(self.member.time_zone)).date())

    def when(self, moment: datetime) -> str:
        """A moment in their words."""
        return spoken_moment(moment, locale=self.member.locale or "ja", time_zone=self.member.time_zone)


def sheet(page: FirmPage, reader: Reader, section: Section | None, number: int) -> Reply:
    """The page, or page `number` of one section of it."""
    parts: list[Part] = [Headed(Message("cockpit-firm", {"name": page.company.name}))]
    if not page.is_own:
        parts.append(Said(Message("meeting-outline")))
    for one in Section if section is None else (section,):
        parts += _section(page, one, reader, is_all=section is not None)
    turning = _turning(page, section, number) if section else ()
    return Reply(title=Message("cockpit-firm-title"), parts=tuple(parts), offers=(*turning, *_ways(page, section)))


def _section(page: FirmPage, section: Section, reader: Reader, *, is_all: bool) -> Iterator[Part]:
    count = page.counts[section]
    is_asker = page.is_own and section is Section.QUESTIONS
    yield Headed(Message("cockpit-own-questions" if is_asker else f"cockpit-section-{section}", {"count": count}))
    if not count:
        yield Said(Message(f"cockpit-no-{section}"))
    items = [*_items(page, section, reader)]
    yield from items
    if not is_all and count > len(items):
        offer = Offer(actions.COCKPIT_FIRM, f"{page.company.id}:{section}:1", Message("cockpit-offer-all"))
        yield Item(Message("cockpit-more", {"count": count - len(items)}), (), (offer,))


def _items(page: FirmPage, section: Section, reader: Reader) -> Iterator[Item]:
    if section is Section.ENCOUNTERS:
        yield from (_met(one, reader) for one in page.met)
    elif section is Section.CARDS:
        yield from (_card(one, reader) for one in page.cards)
    elif section is Section.QUESTIONS:
        yield from (_question(one, reader) for one in page.questions)
    else:
        yield from (_happened(one, reader) for one in page.history)


def _met(one: Met, reader: Reader) -> Item:
    stage = Message(f"meeting-stage-{one.stage}")
    details: list[Message | str] = [stage] if one.who is not None else []
    details.append(Message("meeting-firm-last", {"day": reader.day(one.last_contact_on)}))
    if one.is_asleep:
        details.append(Message("meeting-stands-sleeping"))
    elif one.wall:
        details.append(Message(f"cockpit-at-{one.wall}"))
    if one.due_on is not None and not one.is_asleep:
        details.append(Message("cockpit-due", {"day": reader.day(one.due_on)}))
    return Item(one.who or stage, tuple(details), (_show(one.id),))


def _card(one: CardSeen, reader: Reader) -> Item:
    details = [Message("cockpit-card-moved", {"day": reader.day_of(one.moved_at)})]
    if one.open:
        details.append(Message("value-card-open-count", {"count": one.open}))
    return Item(one.title, tuple(details), (Offer(actions.VALUE_SHOW, one.id, Message("value-offer-show")),))


def _question(one: QuestionSeen, reader: Reader) -> Item:
    line = " ".join(one.text.split())
    title = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    details = (
        Message("cockpit-asked", {"day": reader.day_of(one.asked_at)}),
        Message(f"cockpit-question-{one.state}"),
    )
    return Item(title, details, (one.offer,) if one.offer else ())


def _happened(one: Happened, reader: Reader) -> Item:
    what = Message("meeting-history-stage_back") if one.is_back else Message(f"meeting-history-{one.kind}")
    name = reader.name_of(one.by_id) if one.by_id else ""
    if not name:
        details: tuple[Message | str, ...] = (reader.day_of(one.at),)
    else:
        details = (Message("meeting-history-by", {"when": reader.when(one.at), "name": name}),)
    return Item(what, (*((one.who,) if one.who else ()), *details), (_show(one.encounter_id),))


def _show(encounter_id: str) -> Offer:
    return Offer(actions.MEETING_SHOW, encounter_id, Message("cockpit-offer-encounter"))


def _ways(page: FirmPage, section: Section | None) -> Iterator[Offer]:
    if section is not None:
        yield Offer(actions.COCKPIT_FIRM, page.company.id, Message("cockpit-offer-firm"))
    yield Offer(actions.PACK, page.company.id, Message("pack-offer"))
    if not page.is_own:
        yield Offer(actions.CATCH_FORM, page.company.id, Message("cockpit-offer-visit"))
        yield Offer(actions.CHANGEOVER_FORM, f"firm:{page.company.id}", Message("changeover-offer-firm"))
        yield Offer(actions.COCKPIT_FIRMS, "1", Message("cockpit-offer-back"))
    else:
        yield Offer(actions.CHANGEOVER_FORM, "own", Message("changeover-offer-own"))


def _turning(page: FirmPage, section: Section, number: int) -> Iterator[Offer]:
    pages = max(1, -(-page.counts[section] // PAGE))
    of_it = f"{page.company.id}:{section}"
    if number > 1:
        yield Offer(actions.COCKPIT_FIRM, f"{of_it}:{min(number - 1, pages)}", Message("page-before"))
    if number < pages:
        yield Offer(actions.COCKPIT_FIRM, f"{of_it}:{number + 1}", Message("page-after"))
