"""The rows behind the pictures: what a digest shows to be looked at, to be read in a workbook."""

from __future__ import annotations

from collections.abc import Sequence

from bot.core.figures.charts import AtRisk, Load
from bot.core.figures.overview import Overview
from bot.core.figures.tables import Column, Sheet
from bot.core.messages import Message

_AGES = (Column("count", 8), Column("young", 12), Column("middling", 12), Column("old", 12))


def overview_sheets(one: Overview) -> tuple[Sheet, ...]:
    """By stage with ages and a week ago; by wall."""
    stages = Sheet(
        name="stages",
        title=Message("figures-sheet-stages"),
        columns=(Column("stage", 24), *_AGES, Column("week_ago", 12)),
        rows=tuple((Message(f"meeting-stage-{row.stage}"), row.count, *row.ages, row.week_ago) for row in one.stages),
    )
    walls = Sheet(
        name="walls",
        title=Message("figures-sheet-walls"),
        columns=(Column("wall", 40), *_AGES, Column("oldest_days", 12)),
        rows=tuple((Message(f"meeting-at-{row.wall}"), row.count, *row.ages, row.oldest) for row in one.walls),
    )
    return stages, walls


def needs_sheets(at_risk: Sequence[AtRisk], loads: Sequence[Load]) -> tuple[Sheet, ...]:
    """Every firm that waits, not the first ones alone; what each coordinator carries."""
    firms = Sheet(
        name="waiting",
        title=Message("figures-sheet-waiting"),
        columns=(Column("firm", 32), Column("why", 40), Column("days", 8)),
        rows=tuple((row.firm, Message(f"chart-why-{row.why}"), row.days) for row in at_risk),
    )
    carried = Sheet(
        name="loads",
        title=Message("figures-sheet-loads"),
        columns=(Column("coordinator", 24), Column("firms", 8), Column("questions", 12), Column("late", 12)),
        rows=tuple((row.name, row.firms, row.waiting, row.late) for row in loads),
    )
    return firms, carried
