"""A pack as tables: one for each sheet of the workbook. What stands in no cell here is not in the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from bot.core.hand_over_packs.leaving_out import left_out
from bot.core.hand_over_packs.models import FirmPart, Line, Matter, Pack, Shared, Words
from bot.core.hand_over_packs.waiting import Open, open_of, open_of_questions
from bot.core.messages import Message

Cell: TypeAlias = Words | Line | date | int | None
"""A `Line` is one cell with its words side by side."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """A table. Its title is `pack-sheet-<name>`; each column is a name, of which the heading is `pack-<name>`, and its
    width in characters."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Cell, ...], ...]


_FIRMS = (
    ("number", 6),
    ("company", 24),
    ("reason", 46),
    ("open", 8),
    ("at-wall", 8),
    ("oldest", 12),
    ("asked", 8),
    ("shared", 30),
)
_OPEN = (
    ("company", 22),
    ("partner", 20),
    ("contact", 16),
    ("title", 12),
    ("event", 16),
    ("kind", 10),
    ("state", 12),
    ("stage", 12),
    ("wall", 14),
    ("met-on", 12),
    ("last-contact", 12),
    ("step", 24),
    ("due-on", 12),
    ("due-time", 8),
    ("step-owner", 12),
    ("owner", 12),
    ("goal", 20),
    ("wall-2", 24),
    ("wall-3", 24),
    ("issues", 28),
    ("said", 40),
)
_WAITS = (
    ("company", 18),
    ("with", 24),
    ("sort", 10),
    ("what", 22),
    ("on-whom", 14),
    ("text", 40),
    ("since", 12),
    ("until", 12),
    ("due-time", 8),
)
_HISTORY = (("company", 16), ("with", 24), ("on", 12), ("what", 24), ("details", 28), ("words", 48), ("by", 16))
_ENDED = (
    ("company", 18),
    ("with", 24),
    ("ended-on", 12),
    ("stage", 12),
    ("ending", 14),
    ("reason-ended", 20),
    ("lesson", 48),
)
_CARDS = (
    ("company", 18),
    ("card", 28),
    ("moved-on", 12),
    ("edition", 8),
    ("field", 20),
    ("words", 60),
    ("reaches", 30),
    ("card-id", 38),
)
_QUESTIONS = (
    ("company", 18),
    ("question", 48),
    ("asker", 14),
    ("asked-on", 12),
    ("state", 14),
    ("until", 12),
    ("answer", 56),
)
_INTRODUCTIONS = (("company", 18), ("asked-on", 12), ("person", 14), ("answer-given", 18), ("text", 56), ("other", 20))
_DATES = (("on", 12), ("due-time", 8), ("company", 20), ("what", 18), ("with", 30))
_PEOPLE = (("company", 20), ("name", 16), ("email", 30), ("back-on", 14))
_CHOSEN = (("company", 20), ("what", 26), ("words", 56), ("until", 12))
_ABOUT = (("words", 110),)


def sheets_of(pack: Pack) -> Iterator[Sheet]:
    """All sheets in order; those with nothing in them are left out, but for the first two and the last."""
    firms = pack.firms
    yield Sheet(name="firms", columns=_FIRMS, rows=tuple(_firm(place, one) for place, one in enumerate(firms, start=1)))
    yield Sheet(name="open", columns=_OPEN, rows=tuple(_open(firm, one) for firm, one in pack.matters))
    for sheet in (
        Sheet(name="waits", columns=_WAITS, rows=tuple(_waits(pack))),
        Sheet(name="history", columns=_HISTORY, rows=tuple(_history(pack))),
        Sheet(name="ended", columns=_ENDED, rows=tuple(_ended(firms))),
        Sheet(name="cards", columns=_CARDS, rows=tuple(_cards(firms))),
        Sheet(name="questions", columns=_QUESTIONS, rows=tuple(_questions(firms))),
        Sheet(name="introductions", columns=_INTRODUCTIONS, rows=tuple(_introductions(firms))),
        Sheet(name="dates", columns=_DATES, rows=tuple(_dates(pack))),
        Sheet(name="people", columns=_PEOPLE, rows=tuple(_people(firms))),
        Sheet(name="chosen", columns=_CHOSEN, rows=tuple(_chosen(pack))),
    ):
        if sheet.rows:
            yield sheet
    yield Sheet(name="about", columns=_ABOUT, rows=tuple((one,) for one in left_out(pack)))


def name_of(firm: FirmPart) -> Words:
    """The firm's name; what belongs to no firm is said so."""
    return firm.name or Message("pack-no-firm")


def with_whom(one: Matter) -> Words:
    """With whom; where the firm does not show it, that is said."""
    if not one.has_words:
        return Message("pack-not-shared")
    return one.with_whom or Message("pack-kind-visit" if one.is_visit else "pack-nobody-named")


def _firm(place: int, firm: FirmPart) -> tuple[Cell, ...]:
    oldest = min((one.since for one in firm.matters), default=None)
    waiting = sum(one.is_open for one in firm.questions)
    if firm.shared is Shared.NOTHING and not firm.matters:
        return (place, name_of(firm), None, None, None, None, None, Message("pack-shared-nothing"))
    at_wall = sum(bool(one.wall) for one in firm.matters)
    counted = (len(firm.matters), at_wall, oldest, waiting)
    return (place, name_of(firm), firm.reason, *counted, Message(f"pack-shared-{firm.shared}"))


def _open(firm: FirmPart, one: Matter) -> tuple[Cell, ...]:
    step, said = one.step, dict(one.said)
    # An outline tells that something is named, not what.
    issues = tuple(line for issue in one.issues for line in (Message(f"meeting-issue-{issue.kind}"), issue.text))
    return (
        name_of(firm),
        one.partner if one.has_words else Message("pack-not-shared"),
        one.contact,
        one.title,
        one.event,
        Message("pack-kind-visit" if one.is_visit else "pack-kind-meeting"),
        Message(f"pack-state-{one.state}"),
        "" if one.is_visit else Message(f"meeting-stage-{one.stage}"),
        Message(f"pack-{one.wall.replace('_', '-')}") if one.wall else "",
        one.met_on,
        one.last_contact_on,
        step.text if step else "",
        step.due_on if step else None,
        step.due_time if step else "",
        step.by if step else "",
        one.owner,
        one.goal,
        _joined(said, "market", "end_user", "decider"),
        _joined(
            {**said, "decision_on": one.decision_on.isoformat() if one.decision_on else ""},
            "measure",
            "decision_on",
            "payer",
        ),
        issues,
        tuple(said[name] for name in ("topic", "question", "bring", "learned") if said.get(name)),
    )


def _joined(said: dict[str, str], *names: str) -> str:
    return " / ".join(said[name] for name in names if said.get(name))


def _waits(pack: Pack) -> Iterator[tuple[Cell, ...]]:
    for firm in pack.firms:
        for one in firm.matters:
            yield from (_waiting(name_of(firm), with_whom(one), each) for each in open_of(one))
        yield from (_waiting(name_of(firm), "", each) for each in open_of_questions(firm, pack.reader))


def _waiting(firm: Words, whom: Words, one: Open) -> tuple[Cell, ...]:
    text = (*((one.kind,) if one.kind else ()), *one.missing, *((one.text,) if one.text else ()))
    return (firm, whom, Message(f"pack-sort-{one.sort}"), one.what, one.on, text, one.since, one.until, one.time)


def _history(pack: Pack) -> Iterator[tuple[Cell, ...]]:
    for firm, one in pack.matters:
        for each in one.history:
            yield (name_of(firm), with_whom(one), each.on, each.what, each.more, each.words, each.by)


def _ended(firms: Sequence[FirmPart]) -> Iterator[tuple[Cell, ...]]:
    for firm in firms:
        for one in firm.ended:
            ending = Message(f"pack-ending-{one.ending}") if one.ending else ""
            reason = Message(f"meeting-reason-{one.reason}") if one.reason else ""
            stage, learned = Message(f"meeting-stage-{one.stage}"), one.lesson or one.topic
            yield (name_of(firm), one.with_whom, one.ended_on, stage, ending, reason, learned)


def _cards(firms: Sequence[FirmPart]) -> Iterator[tuple[Cell, ...]]:
    for firm in firms:
        for card in firm.cards:
            reaches = tuple(words for line in card.reaches for words in line)
            for label, value in card.facts:
                edition = card.edition or None
                yield (name_of(firm), card.title, card.moved_on, edition, label, value, reaches, card.id)


def _questions(firms: Sequence[FirmPart]) -> Iterator[tuple[Cell, ...]]:
    for firm in firms:
        for one in firm.questions:
            until = one.reply_by.date() if one.reply_by else None
            state = Message(f"pack-question-{one.state}")
            yield (name_of(firm), one.text, one.asker, one.asked_on, state, until, one.answer)


def _introductions(firms: Sequence[FirmPart]) -> Iterator[tuple[Cell, ...]]:
    for firm in firms:
        for one in firm.introductions:
            answer = Message(f"pack-answer-{one.answer or 'none'}")
            yield (name_of(firm), one.asked_on, one.person, answer, one.text, one.other)


def _dates(pack: Pack) -> Iterator[tuple[Cell, ...]]:
    for one in pack.dates:
        yield (one.on, one.time, one.firm or Message("pack-no-firm"), Message(f"pack-date-{one.what}"), one.about)


def _people(firms: Sequence[FirmPart]) -> Iterator[tuple[Cell, ...]]:
    for firm in firms:
        yield from ((name_of(firm), one.name, one.email, one.back_on) for one in firm.people)


def _chosen(pack: Pack) -> Iterator[tuple[Cell, ...]]:
    for line in pack.settings:
        yield ("", Message("pack-setting-digest"), line, None)
    for firm in pack.firms:
        yield from ((name_of(firm), line[0], line[1:], None) for line in firm.settings)
    for one in pack.put_off:
        yield (one.firm, Message("pack-put-off"), (Message(f"digest-kind-{one.kind}"), one.about), one.until)
    for firm, matter in pack.matters:
        if matter.postponed_until is not None:
            yield (name_of(firm), Message("pack-postponed"), with_whom(matter), matter.postponed_until)
