"""What is wanted, asked for in a sheet: what, of which days, narrowed down to what, in which form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from bot.core import actions
from bot.core.figures.ordering import by_name
from bot.core.figures.periods import LONGEST, Period, PeriodKind, named
from bot.core.figures.ports import Programme, Seen
from bot.core.figures.selecting import Wanted
from bot.core.figures.tables import FORMATS, Format, Kind
from bot.core.messages import MOST_CHOICES, Choice, Field, Message, Offer, Part, Reply, Said
from bot.errors import UsageError

WHAT, DAYS, FIRST, LAST, PROGRAMME, EVENT, FIRM, FORMAT = (
    "what",
    "days",
    "first",
    "last",
    "programme",
    "event",
    "firm",
    "format",
)
SCREEN = "screen"
"""In the place of a kind: the numbers in words, beside the conversation."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Choices:
    """What can be chosen by somebody."""

    firms: Mapping[str, Seen]
    programmes: Sequence[Programme]
    events: Sequence[str]
    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What was chosen. `kind` None: in words."""

    kind: Kind | None
    format: Format
    wanted: Wanted


def form(choices: Choices, typed: Mapping[str, str], fault: Message | None = None) -> Reply:
    """The sheet; why it could not be done stands on top."""
    parts: list[Part] = [Said(fault)] if fault else []
    parts.append(Said(Message("figures-form-intro")))
    parts += _fields(choices, typed)
    submit = Offer(actions.FIGURES_SEND, "-", Message("figures-form-submit"), is_main=True)
    return Reply(title=Message("figures-form-title"), parts=tuple(parts), submit=submit)


def ordered(choices: Choices, typed: Mapping[str, str]) -> Order:
    """What was filled in. Raises UsageError, whose sentence says what cannot be done."""
    what = typed.get(WHAT, SCREEN)
    try:
        kind = None if what == SCREEN else Kind(what)
        format = Format(typed.get(FORMAT) or Format.XLSX)
        days = PeriodKind(typed.get(DAYS) or PeriodKind.THIS_YEAR)
    except ValueError:
        raise UsageError("figures-form-unreadable") from None
    if kind is not None and format not in FORMATS[kind]:
        raise UsageError("figures-no-such-format")
    wanted = Wanted(
        period=free(typed.get(FIRST, ""), typed.get(LAST, ""), choices.today)
        if days is PeriodKind.FREE
        else named(days, choices.today),
        programme=next((one for one in choices.programmes if one.id == typed.get(PROGRAMME)), None),
        event=next((one for one in choices.events if _mark(one) == typed.get(EVENT)), ""),
        firm_id=typed.get(FIRM, "") if typed.get(FIRM, "") in choices.firms else "",
    )
    # What stands there unless somebody chose days: then a programme of last year is meant as a whole.
    if days is not PeriodKind.THIS_YEAR:
        refuse_other_days(wanted)
    return Order(kind=kind, format=format, wanted=wanted)


def refuse_other_days(wanted: Wanted) -> None:
    """Raises UsageError where days were chosen in which the programme has none."""
    if wanted.programme is not None and wanted.is_outside:
        days = wanted.programme.period
        said = {"name": wanted.programme.name, "first": days.first.isoformat(), "last": days.last.isoformat()}
        raise UsageError("figures-programme-other-days", **said)


def free(first: str, last: str, today: date) -> Period:
    """Days that were typed; without a last one until today. Raises UsageError."""
    try:
        begins = date.fromisoformat(first)
        ends = date.fromisoformat(last) if last else today
    except ValueError:
        raise UsageError("figures-bad-day", given=(first if not _is_day(first) else last)[:40]) from None
    if ends < begins:
        raise UsageError("figures-days-turned")
    if ends - begins > LONGEST:
        raise UsageError("figures-too-long")
    return Period(begins, ends)


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True


def _fields(choices: Choices, typed: Mapping[str, str]) -> Iterator[Part]:
    kinds = (SCREEN, *Kind)
    yield _choice(WHAT, tuple(Choice(str(one), Message(f"figures-what-{one}")) for one in kinds), typed, SCREEN)
    periods = tuple(Choice(str(one), Message(f"figures-days-{one}")) for one in PeriodKind)
    yield _choice(DAYS, periods, typed, PeriodKind.THIS_YEAR)
    for name in (FIRST, LAST):
        label = Message(f"figures-field-{name}")
        yield Field(name=name, label=label, kind="date", initial=typed.get(name, ""), is_required=False)
    programmes = tuple(Choice(one.id, one.name) for one in choices.programmes[:MOST_CHOICES])
    events = tuple(Choice(_mark(one), one) for one in choices.events[:MOST_CHOICES])
    firms = sorted(choices.firms.items(), key=lambda pair: by_name(pair[1].name))
    named_firms = tuple(Choice(id, seen.name) for id, seen in firms[:MOST_CHOICES])
    for name, some in ((PROGRAMME, programmes), (EVENT, events), (FIRM, named_firms)):
        if some:
            yield _choice(name, some, typed, "", is_required=False, hint=_hint(name, choices.firms))
    formats = tuple(Choice(str(one), Message(f"figures-format-{one}")) for one in Format)
    yield _choice(FORMAT, formats, typed, Format.XLSX)


def outline_firms(firms: Mapping[str, Seen]) -> int:
    """How many share no words: where somebody met whom is not known of them."""
    return sum(not one.has_words for one in firms.values())


def _hint(name: str, firms: Mapping[str, Seen]) -> Message | None:
    silent = outline_firms(firms)
    return Message("figures-events-known", {"count": silent}) if name == EVENT and silent else None


def _choice(
    name: str,
    choices: tuple[Choice, ...],
    typed: Mapping[str, str],
    initial: str,
    *,
    is_required: bool = True,
    hint: Message | None = None,
) -> Field:
    label = Message(f"figures-field-{name}")
    known = {one.value for one in choices}
    held = typed.get(name, initial)
    return Field(
        name=name,
        label=label,
        kind="choice",
        choices=choices,
        initial=held if held in known else "",
        hint=hint,
        is_required=is_required,
    )


def _mark(event: str) -> str:
    """An event's name can be longer than a menu takes."""
    return sha256(event.encode()).hexdigest()[:16]
