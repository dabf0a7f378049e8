"""Pictures that are looked at rather than read: how cases stand, and who needs somebody. Worded; not yet drawn.

Every chart is rows of bars. An age is told by three shades of one hue, which stay apart for whoever sees colours
differently and in black and white; every number stands beside its bar as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.figures.overview import BANDS, Overview
from bot.core.messages import Argument, Locale, Message, Say

MOST_AT_RISK = 8
MOST_LOADS = 12
"""Longer lists are in the workbook."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AtRisk:
    """A firm that needs somebody: why (`why` as in chart-why-…), and for how many days; negative for a day to come."""

    firm: str
    why: str
    days: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What a coordinator carries: firms they look after, questions that wait for them, and those past their day."""

    name: str
    firms: int
    waiting: int
    late: int
    is_reader: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `parts` are drawn side by side, from light to dark; `before` is how long it was a week ago, None where
    nothing is compared; `note` stands beside it, `under` below its label."""

    label: str
    parts: tuple[int, ...]
    note: str
    before: int | None = None
    under: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows under a heading. `legend` says what the parts are, `before` what the mark of a week ago is, "" for neither;
    without bars `empty` stands there."""

    title: str
    bars: tuple[Bar, ...]
    empty: str
    legend: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """Charts one below the other, for the width of a telephone."""

    language: Locale
    title: str
    subtitle: str
    charts: tuple[Chart, ...]
    made_on: date


def standing(one: Overview, say: Say, language: Locale, day: str) -> Picture:
    """By stage with ages and a week ago; by wall. `day` is `one.on` in words."""
    legend = _legend(say)
    stages = Chart(
        title=say(Message("chart-stages", {"count": one.count, "before": one.week_ago})),
        bars=tuple(_stages(one, say)),
        empty=say(Message("chart-stages-none")),
        legend=legend,
        before=say(Message("chart-week-ago")),
    )
    walls = Chart(
        title=say(Message("chart-walls", {"count": sum(row.count for row in one.walls)})),
        bars=tuple(_walls(one, say)),
        empty=say(Message("chart-walls-none")),
        legend=legend,
    )
    return Picture(
        language=language,
        title=say(Message("chart-standing-title")),
        subtitle=say(Message("chart-of-firms", {"day": day, "firms": one.firms})),
        charts=(stages, walls),
        made_on=one.on,
    )


def needs(
    at_risk: Sequence[AtRisk], loads: Sequence[Load], say: Say, language: Locale, *, on: date, day: str
) -> Picture:
    """The firms that need somebody, in the order given; what each coordinator carries, by name."""
    shown = at_risk[:MOST_AT_RISK]
    firms = Chart(
        title=say(Message("chart-at-risk", {"count": len(at_risk), "shown": len(shown)})),
        bars=tuple(
            Bar(
                label=row.firm,
                parts=(max(row.days, 0),),
                note=say(_days(row.days)),
                under=say(Message(f"chart-why-{row.why}")),
            )
            for row in shown
        ),
        empty=say(Message("chart-at-risk-none")),
    )
    carried = Chart(
        title=say(Message("chart-loads")),
        bars=tuple(_loads(loads[:MOST_LOADS], say)),
        empty=say(Message("chart-loads-none")),
    )
    return Picture(
        language=language,
        title=say(Message("chart-needs-title")),
        subtitle=say(Message("chart-as-of", {"day": day})),
        charts=(firms, carried),
        made_on=on,
    )


def standing_alt(one: Overview) -> Message:
    """The first picture in words: every number of it."""
    told: dict[str, Argument] = {"count": one.count, "before": one.week_ago, "firms": one.firms}
    for stage in one.stages:
        told |= {stage.stage: stage.count, f"{stage.stage}_before": stage.week_ago}
    for wall in one.walls:
        told |= {wall.wall: wall.count, f"{wall.wall}_oldest": wall.oldest or 0}
    return Message("chart-standing-alt", told)


def needs_alt(at_risk: Sequence[AtRisk], loads: Sequence[Load]) -> Message:
    """The second picture in words."""
    first = at_risk[0] if at_risk else None
    told: Mapping[str, Argument] = {
        "count": len(at_risk),
        "firm": first.firm if first else "",
        "days": first.days if first else 0,
        "coordinators": len(loads),
        "firms": sum(one.firms for one in loads),
        "waiting": sum(one.waiting for one in loads),
    }
    return Message("chart-needs-alt", told)


def _days(days: int) -> Message:
    return Message("chart-days", {"days": days}) if days >= 0 else Message("chart-in-days", {"days": -days})


def _legend(say: Say) -> tuple[str, ...]:
    young, old = BANDS
    return (
        say(Message("chart-age-young", {"days": young})),
        say(Message("chart-age-middling", {"from": young + 1, "days": old})),
        say(Message("chart-age-old", {"days": old + 1})),
    )


def _stages(one: Overview, say: Say) -> Iterator[Bar]:
    if not one.count and not one.week_ago:
        return
    for row in one.stages:
        note = Message("chart-count-and-before", {"count": row.count, "before": row.week_ago})
        yield Bar(say(Message(f"meeting-stage-{row.stage}")), row.ages, say(note), before=row.week_ago)


def _walls(one: Overview, say: Say) -> Iterator[Bar]:
    if not any(row.count for row in one.walls):
        return
    for row in one.walls:
        oldest = Message("chart-oldest", {"count": row.count, "days": row.oldest or 0})
        yield Bar(
            label=say(Message(f"chart-{row.wall}")),
            parts=row.ages,
            note=say(oldest if row.count else Message("chart-count", {"count": 0})),
            under=say(Message(f"chart-{row.wall}-means")),
        )


def _loads(loads: Iterable[Load], say: Say) -> Iterator[Bar]:
    for one in loads:
        counts: dict[str, Argument] = {"firms": one.firms, "waiting": one.waiting, "late": one.late}
        yield Bar(
            label=one.name,
            parts=(one.firms,),
            note=say(Message("chart-load-firms", {"firms": one.firms})),
            under=say(Message("chart-load-waiting", counts)),
            is_marked=one.is_reader,
        )
