"""What of one firm goes to the pages of a hand-over pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.adapters.pictures.typeface import drawable
from bot.core.calendars import zone_of
from bot.core.hand_over_packs.models import CardSeen, DateToCome, FirmPart, Happened, Line, Matter, Pack, Words
from bot.core.hand_over_packs.waiting import Open, Sort, open_of
from bot.core.messages import Message, Say
from bot.core.spoken_dates import spoken_date

LONGEST = 2_000
"""Characters of one text on paper; the workbook has all of it."""
MOST_HAPPENED, MOST_ENDED = 12, 10
"""Lines of a firm's history, and encounters that have ended, on paper."""
_SHORT = 36
"""Characters of a firm's name at the top of each page."""
_IN_ENGLISH = {"・": ", ", "：": ": "}


@dataclass(frozen=True, kw_only=True, slots=True)
class Teller:
    """Puts a pack into words for its reader; what the typeface lacks is replaced."""

    pack: Pack
    say: Say

    def words(self, text: str) -> str:
        """Somebody's words as they can be drawn, cut where they are very long."""
        drawn = drawable(text[: LONGEST + 1]).text
        return f"{drawn[:LONGEST]}… {self.say(Message('pack-page-cut'))}" if len(text) > LONGEST else drawn

    def of(self, words: Words) -> str:
        """A sentence of ours, or somebody's words."""
        return self.words(self.say(words) if isinstance(words, Message) else words)

    def beside(self, line: Line) -> str:
        """Words side by side."""
        return "　".join(self.of(one) for one in line if one)

    def joined(self, words: Iterable[str], joint: str) -> str:
        """Words in a row; the Japanese joint becomes that of the reader's language."""
        return (_IN_ENGLISH[joint] if self.pack.reader.locale == "en" else joint).join(words)

    def day(self, day: date) -> str:
        """A day in the reader's words, with its year where that is another one."""
        return spoken_date(day, locale=self.pack.reader.locale or "ja", this_year=self.pack.made_on.year)

    def until(self, day: date | None, time: str = "") -> str:
        """Until when; "" where no day is said."""
        if day is None:
            return ""
        at = f" {time}" if time else ""
        key = "pack-page-late" if day < self.pack.made_on else "pack-page-until"
        return self.say(Message(key, {"day": f"{self.day(day)}{at}"}))

    def when(self, one: DateToCome) -> str:
        """The day and the time of something to come."""
        return f"{self.day(one.on)} {one.time}".strip()


def firm_page(firm: FirmPart, teller: Teller) -> dict[str, Any]:
    """One firm; of what there is nothing, nothing is said."""
    say = teller.say
    name = teller.words(firm.name) if firm.name else say(Message("pack-no-firm"))
    sections = [one for one in _sections(firm, teller) if one is not None]
    if not sections:
        sections = [section(teller, "pack-sheet-open", said=say(Message("pack-page-nothing-recorded")))]
    return {
        "name": name,
        "short": name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…",
        "shared": say(Message(f"pack-shared-{firm.shared}")) if firm.id else "",
        "reason": teller.of(firm.reason) if firm.reason else "",
        "sections": sections,
    }


def section(teller: Teller, title: str, *, said: str = "", **given: Any) -> dict[str, Any]:
    """A part of a page: matters, cards, tables, lines, one below the other."""
    empty: dict[str, Any] = {"matters": [], "cards": [], "tables": [], "lines": []}
    return {"title": teller.say(Message(title)), "said": said, **empty, **given}


def listed(teller: Teller, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> dict[str, Any]:
    """A table; each column is the name of its heading and its share of the width, 0 for as wide as it needs."""
    heads = [[teller.say(Message(f"pack-{name}")), share] for name, share in columns]
    return {"columns": heads, "rows": [list(row) for row in rows]}


def lines(teller: Teller, messages: Iterable[Message]) -> list[str]:
    """Sentences of ours, one below the other."""
    return [teller.of(one) for one in messages]


def _sections(firm: FirmPart, teller: Teller) -> Iterator[dict[str, Any] | None]:
    people = [_person(one.name, one.email, one.back_on, teller) for one in firm.people]
    yield section(teller, "pack-sheet-people", lines=people) if people else None
    matters = [_matter(one, teller) for one in firm.matters]
    yield section(teller, "pack-sheet-open", matters=matters) if matters else None
    yield _questions(firm, teller)
    cards = [_card(one, teller) for one in firm.cards]
    yield section(teller, "pack-sheet-cards", cards=cards) if cards else None
    yield _introductions(firm, teller)
    yield _history(firm, teller)
    yield _ended(firm, teller)
    settings = [teller.beside(line) for line in firm.settings]
    yield section(teller, "pack-sheet-chosen", lines=settings) if settings else None


def _person(name: str, email: str, back_on: date | None, teller: Teller) -> str:
    away = teller.say(Message("pack-page-away", {"day": teller.day(back_on)})) if back_on else ""
    return "　".join(one for one in (teller.words(name), teller.words(email), away) if one)


def _matter(one: Matter, teller: Teller) -> dict[str, Any]:
    say = teller.say
    kind = say(Message("pack-kind-visit" if one.is_visit else "pack-kind-meeting"))
    # A visit is at no stage.
    stage = kind if one.is_visit else say(Message(f"meeting-stage-{one.stage}"))
    wall = say(Message(f"pack-{one.wall.replace('_', '-')}")) if one.wall else ""
    named = " ".join(word for word in (one.with_whom, one.title) if word)
    state = say(Message(f"pack-state-{one.state}")) if one.state != "open" else ""
    chips = [stage if named else "", state, wall]
    under = [say(Message("pack-page-last", {"day": teller.day(one.last_contact_on)}))]
    under += [say(Message("pack-page-owner", {"name": teller.words(one.owner)}))] if one.owner else []
    under += [teller.words(one.event)] if one.event else []
    nothing = kind if one.has_words else stage
    return {
        "title": teller.words(named or nothing),
        "chips": [chip for chip in chips if chip],
        "wall": wall,
        "stuck": bool(one.wall),
        "under": "　".join(under),
        "open": [_open(each, teller) for each in open_of(one)],
        "pairs": [[label, words] for label, words in _pairs(one, teller)],
    }


def _open(one: Open, teller: Teller) -> dict[str, Any]:
    """□ waits, ■ promised; who has it in hand stands before what it is about."""
    told = [teller.say(one.what)]
    told += [teller.say(Message("pack-page-by", {"name": teller.words(one.on)}))] if one.on else []
    told += [teller.of(one.kind)] if one.kind else []
    told += [teller.joined(lines(teller, one.missing), "・")] if one.missing else []
    words = "　".join(told) + (f"\n{teller.words(one.text)}" if one.text else "")
    since = teller.say(Message("pack-page-since", {"day": teller.day(one.since)})) if one.since else ""
    return {
        "words": words,
        "until": teller.until(one.until, one.time) or since,
        "late": one.is_late(teller.pack.made_on),
        "promised": one.sort is Sort.PROMISED,
    }


def _pairs(one: Matter, teller: Teller) -> Iterator[tuple[str, str]]:
    say = teller.say
    if one.goal:
        yield say(Message("pack-goal")), teller.words(one.goal)
    if one.meets_at is not None:
        here = one.meets_at.astimezone(zone_of(teller.pack.reader.time_zone))
        yield say(Message("pack-date-meeting")), f"{teller.day(here.date())} {here:%H:%M}"
    if one.decision_on is not None:
        yield say(Message("pack-date-decision")), teller.day(one.decision_on)
    for name, words in one.said:
        # An outline tells that something is named, not what.
        yield say(Message(f"meeting-label-{name}")), teller.words(words)


def _questions(firm: FirmPart, teller: Teller) -> dict[str, Any] | None:
    if not firm.questions:
        return None
    cards = list[dict[str, Any]]()
    for one in firm.questions:
        asked = [teller.day(one.asked_on), teller.words(one.asker), teller.say(Message(f"pack-question-{one.state}"))]
        here = one.reply_by.astimezone(zone_of(teller.pack.reader.time_zone)) if one.reply_by else None
        asked += [teller.until(here.date(), f"{here:%H:%M}")] if here else []
        answer = [[teller.say(Message("pack-answer")), teller.words(one.answer)]] if one.answer else []
        under = "　".join(word for word in asked if word)
        cards.append({"title": teller.words(one.text), "under": under, "pairs": answer})
    return section(teller, "pack-sheet-questions", cards=cards)


def _card(one: CardSeen, teller: Teller) -> dict[str, Any]:
    told = {"day": teller.day(one.moved_on), "edition": str(one.edition or "")}
    under = [teller.say(Message("pack-page-edition" if one.edition else "pack-page-moved", told))]
    under += [teller.say(Message("value-card-open-count", {"count": one.open}))] if one.open else []
    under += [teller.joined(map(teller.of, line), "：") for line in one.reaches]
    pairs = [[teller.of(label), teller.of(value)] for label, value in one.facts]
    return {"title": teller.of(one.title), "under": "　".join(under), "pairs": pairs}


def _introductions(firm: FirmPart, teller: Teller) -> dict[str, Any] | None:
    if not firm.introductions:
        return None
    rows = [
        [
            teller.day(one.asked_on),
            teller.words(one.person),
            teller.say(Message(f"pack-answer-{one.answer or 'none'}")),
            teller.words(one.text),
            teller.words(one.other),
        ]
        for one in firm.introductions
    ]
    columns = [("asked-on", 0), ("person", 2), ("answer-given", 2), ("text", 6), ("other", 2)]
    return section(teller, "pack-sheet-introductions", tables=[listed(teller, columns, rows)])


def _history(firm: FirmPart, teller: Teller) -> dict[str, Any] | None:
    found = [(one, whose.with_whom if whose.has_words else "") for whose in firm.matters for one in whose.history]
    if not found:
        return None
    found.sort(key=lambda pair: pair[0].on, reverse=True)
    rows = [
        [teller.day(one.on), teller.words(whom), _happened(one, teller), teller.words(one.by)]
        for one, whom in found[:MOST_HAPPENED]
    ]
    more = len(found) - MOST_HAPPENED
    said = teller.say(Message("pack-page-more-history", {"count": more})) if more > 0 else ""
    table = listed(teller, [("on", 0), ("with", 3), ("what", 6), ("by", 2)], rows)
    return section(teller, "pack-sheet-history", said=said, tables=[table])


def _happened(one: Happened, teller: Teller) -> str:
    first = "　".join(teller.of(words) for words in (one.what, *one.more))
    return f"{first}\n{teller.words(one.words)}" if one.words else first


def _ended(firm: FirmPart, teller: Teller) -> dict[str, Any] | None:
    if not firm.ended:
        return None
    rows = [
        [
            teller.day(one.ended_on),
            teller.words(one.with_whom),
            teller.say(Message(f"pack-ending-{one.ending}")) if one.ending else "",
            teller.say(Message(f"meeting-reason-{one.reason}")) if one.reason else "",
            teller.words(one.lesson or one.topic),
        ]
        for one in firm.ended[:MOST_ENDED]
    ]
    more = len(firm.ended) - MOST_ENDED
    said = teller.say(Message("pack-page-more-ended", {"count": more})) if more > 0 else ""
    columns = [("ended-on", 0), ("with", 3), ("ending", 2), ("reason-ended", 2), ("lesson", 5)]
    return section(teller, "pack-sheet-ended", said=said, tables=[listed(teller, columns, rows)])
