"""A report as an admin sees it: headings with how many asked, guides marked wrong, what was done about them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core import actions
from bot.core.calendars import zone_of
from bot.core.digests.unanswered.models import (
    Move,
    Moved,
    Subject,
    Topic,
    Unanswered,
    WrongGuide,
    moved_about,
    moved_on,
)
from bot.core.digests.unanswered.reporting import Told
from bot.core.messages import PAGE, Argument, Headed, Item, Locale, Message, Offer, Part, Quoted, Reply, Said
from bot.core.people import Member, access_answering, access_assigning
from bot.core.reactions import in_bundle
from bot.core.spoken_dates import spoken_date

NOW = "-"
"""In the place of a report's id: the last week as it is now."""
_WRONG_SHOWN = 4
_PLACES = 3


@dataclass(frozen=True, slots=True)
class Reader:
    """An admin reading at a moment; `name_of` says who an id is."""

    member: Member
    now: datetime
    name_of: Callable[[str], str]

    @property
    def locale(self) -> Locale:
        """Japanese where nothing else is known."""
        return self.member.locale or "ja"

    def day(self, day: date) -> str:
        """A day in their words, with its year where it is another one."""
        today = self.now.astimezone(zone_of(self.member.time_zone)).date()
        return spoken_date(day, locale=self.locale, this_year=today.year)

    def day_of(self, moment: datetime) -> str:
        """The day of a moment where they are."""
        return self.day(moment.astimezone(zone_of(self.member.time_zone)).date())


def settings_offer() -> Offer:
    """The way to when it comes."""
    return Offer(actions.UNANSWERED_SETTINGS, NOW, Message("unanswered-offer-settings"))


def drawn(told: Told, reader: Reader, *, digest_id: str) -> Reply:
    """The message."""
    report = told.report
    span = {"first": reader.day(report.week.first_day), "last": reader.day(report.week.last_day)}
    if report.is_empty:
        return Reply(parts=(Said(Message("unanswered-empty", span)),), offers=(settings_offer(),))
    parts: list[Part] = [Headed(Message("unanswered-heading", span))]
    parts += _asked_parts(told, reader, digest_id)
    parts += _wrong_parts(told, reader, digest_id)
    left = max(0, len(report.topics) - PAGE) + max(0, len(report.wrong) - _WRONG_SHOWN)
    if left:
        more = Offer(actions.UNANSWERED_ALL, f"{digest_id}:1", Message("unanswered-offer-all"))
        parts.append(Item(Message("unanswered-rest", {"count": left}), (), (more,)))
    return Reply(parts=tuple(parts), offers=(settings_offer(),))


def sheet(told: Told, reader: Reader, *, digest_id: str, page: int) -> Reply:
    """All of it, a page at a time."""
    title, report = Message("unanswered-title"), told.report
    span = {"first": reader.day(report.week.first_day), "last": reader.day(report.week.last_day)}
    if report.is_empty:
        return Reply(title=title, parts=(Said(Message("unanswered-empty", span)),), offers=(settings_offer(),))
    rows: list[Topic | WrongGuide] = [*report.topics, *report.wrong]
    pages = max(1, -(-len(rows) // PAGE))
    page = min(max(page, 1), pages)
    parts: list[Part] = [Said(Message("unanswered-page", {**span, "page": page, "pages": pages}))]
    was = None
    for row in rows[(page - 1) * PAGE : page * PAGE]:
        if type(row) is not was:
            parts.append(_asked_heading(told) if isinstance(row, Topic) else _wrong_heading(told))
        was = type(row)
        parts.append(item(row, told, reader, digest_id, page=str(page)))
    if page == pages:
        parts += _others(report.others)
    return Reply(title=title, parts=tuple(parts), offers=(*_turning(digest_id, page, pages), settings_offer()))


def item(row: Topic | WrongGuide, told: Told, reader: Reader, digest_id: str, *, page: str = "") -> Item:
    """One line of it. `page` is that of the sheet it stands in, "" in the message."""
    if isinstance(row, Topic):
        return _topic_item(row, moved_about(row, told.on_questions), reader, digest_id, page)
    return _wrong_item(row, moved_on(row, told.on_guides), reader, digest_id, page)


def _asked_parts(told: Told, reader: Reader, digest_id: str) -> Iterator[Part]:
    if told.report.topics or told.report.others:
        yield _asked_heading(told)
    yield from (item(one, told, reader, digest_id) for one in told.report.topics[:PAGE])
    yield from _others(told.report.others)


def _wrong_parts(told: Told, reader: Reader, digest_id: str) -> Iterator[Part]:
    if told.report.wrong:
        yield _wrong_heading(told)
    yield from (item(one, told, reader, digest_id) for one in told.report.wrong[:_WRONG_SHOWN])


def _asked_heading(told: Told) -> Headed:
    count = sum(len(one.questions) for one in told.report.topics) + len(told.report.others)
    return Headed(Message("unanswered-asked", {"count": count}))


def _wrong_heading(told: Told) -> Headed:
    return Headed(Message("unanswered-wrong", {"count": len(told.report.wrong)}))


def _others(others: Sequence[Unanswered]) -> Iterator[Part]:
    if others:
        yield Said(Message("unanswered-others", {"count": len(others)}))


def _topic_item(topic: Topic, moved: Moved | None, reader: Reader, digest_id: str, page: str) -> Item:
    about = f"{digest_id}:{Subject.QUESTION}:{topic.id}:{page}"
    add = Offer(actions.UNANSWERED_ADD, about, Message("unanswered-offer-add"))
    look = Offer(actions.UNANSWERED_SHOW, about, Message("unanswered-offer-look"))
    skip = Offer(actions.UNANSWERED_SKIP, about, Message("unanswered-offer-skip"))
    undo = Offer(actions.UNANSWERED_UNDO, about, Message("unanswered-offer-undo"))
    to_answer = answering_offers(topic.questions, reader, digest_id, in_sheet=bool(page))[:1]
    done = _done(moved, reader)
    offers = (*to_answer, look, undo) if moved else (add, *to_answer, look, skip)
    return Item(topic.heading(reader.locale), (*counts(topic, reader), *done), offers)


def counts(topic: Topic, reader: Reader) -> tuple[Message, ...]:
    """How many asked, and how many of these a person has."""
    many = {"count": len(topic.questions), "people": topic.askers, "firms": topic.firms}
    asked = Message("unanswered-count-firms" if topic.firms else "unanswered-count", many)
    handed = [one for one in topic.questions if one.is_handed_over]
    late = sum(one.is_late(reader.now) for one in handed)
    if not handed:
        return (asked,)
    return (asked, Message("unanswered-waiting", {"count": len(handed), "late": late}))


def answering_offers(
    questions: Sequence[Unanswered], reader: Reader, digest_id: str, *, in_sheet: bool = False
) -> list[Offer]:
    """For those who may: answer what is theirs to answer, the oldest first; say who does where nobody is left."""
    offers = list[Offer]()
    for one in questions:
        marked = f"{one.handover_id}@@{digest_id}" if in_sheet else in_bundle(one.handover_id, digest_id)
        about = one.handover_id if digest_id == NOW else marked
        if one.is_handed_over and access_answering(reader.member) and one.owner_id == reader.member.id:
            offers.append(Offer(actions.ANSWER_FORM, about, Message("unanswered-offer-answer")))
        elif one.is_stuck and access_assigning(reader.member):
            offers.append(Offer(actions.REFER_FORM, about, Message("unanswered-offer-assign")))
    return offers


def _wrong_item(wrong: WrongGuide, moved: Moved | None, reader: Reader, digest_id: str, page: str) -> Item:
    about = f"{digest_id}:{Subject.GUIDE}:{wrong.guide_id}:{page}"
    look = Offer(actions.GUIDE_SHOW, wrong.guide_id, Message("unanswered-offer-guide"))
    corrected = Offer(actions.UNANSWERED_CORRECTED, about, Message("unanswered-offer-corrected"))
    skip = Offer(actions.UNANSWERED_SKIP, about, Message("unanswered-offer-skip"))
    undo = Offer(actions.UNANSWERED_UNDO, about, Message("unanswered-offer-undo"))
    people = Message("unanswered-people", {"count": wrong.people})
    words = places_of(wrong)
    offers = (look, undo) if moved else (look, corrected, skip)
    return Item(wrong.title, (people, *_done(moved, reader)), offers, words)


def places_of(wrong: WrongGuide) -> tuple[Message, ...]:
    """Where in the guide, the most marked first."""
    return tuple(_place(wrong, number) for number in range(min(_PLACES, len(wrong.places))))


def _place(wrong: WrongGuide, number: int) -> Message:
    place, people = wrong.places[number]
    told: dict[str, Argument] = {"heading": place.heading or wrong.title, "page": place.page or 0, "count": people}
    return Message("unanswered-place-page" if place.page else "unanswered-place", told)


def _done(moved: Moved | None, reader: Reader) -> tuple[Message, ...]:
    if moved is None:
        return ()
    keys = {
        Move.ADDING: "unanswered-done-adding",
        Move.SKIPPED: "unanswered-done-skipped",
        Move.CORRECTED: "unanswered-done-corrected",
    }
    return (Message(keys[moved.move], {"name": reader.name_of(moved.by_id), "day": reader.day_of(moved.at)}),)


def topic_sheet(topic: Topic, reader: Reader, *, digest_id: str, wordings: Sequence[str]) -> Reply:
    """One heading: how many, what is near, who may answer, and wording where firms agreed to that."""
    parts: list[Part] = [Headed(Message("unanswered-about", {"heading": topic.heading(reader.locale)}))]
    parts += [Said(one) for one in counts(topic, reader)]
    parts += near_guides(topic)
    if wordings:
        parts.append(Headed(Message("unanswered-wordings")))
        parts += [Quoted(one) for one in wordings]
    hidden = len(topic.questions) - len(wordings)
    if hidden:
        parts.append(Said(Message("unanswered-wording-kept", {"count": hidden})))
    offers = tuple(answering_offers(topic.questions, reader, digest_id, in_sheet=True)[:_PLACES])
    return Reply(title=Message("unanswered-title"), parts=tuple(parts), offers=offers)


def near_guides(topic: Topic) -> Iterator[Part]:
    """The guides that were nearest, to be looked at: perhaps a section is all that is missing."""
    titles = {guide_id: title for one in topic.questions for guide_id, title in one.near}
    if titles:
        yield Said(Message("unanswered-near"))
    for guide_id, title in list(titles.items())[:_PLACES]:
        yield Item(title, (), (Offer(actions.GUIDE_SHOW, guide_id, Message("unanswered-offer-guide")),))


def _turning(digest_id: str, page: int, pages: int) -> Iterator[Offer]:
    if page > 1:
        yield Offer(actions.UNANSWERED_PAGE, f"{digest_id}:{page - 1}", Message("page-before"))
    if page < pages:
        yield Offer(actions.UNANSWERED_PAGE, f"{digest_id}:{page + 1}", Message("page-after"))
