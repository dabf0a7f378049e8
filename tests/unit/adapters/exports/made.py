"""Exports for tests of files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import cache

from bot.adapters.sentences import FluentSentences
from bot.core.figures.defining import definitions
from bot.core.figures.periods import fiscal_year
from bot.core.figures.record_sheets import encounters_sheet
from bot.core.figures.records import Case, Held, Words
from bot.core.figures.reporting import report_sheets
from bot.core.figures.tables import Export, Kind, Sheet
from bot.core.messages import Message
from bot.resources import prompts_folder
from tests.unit.core.figures.made import case

YEAR = fiscal_year(2026)
MEETS_AT = datetime(2026, 6, 3, 1, 0, tzinfo=UTC)


@cache
def _sentences() -> FluentSentences:
    return FluentSentences(prompts_folder() / "sentences", strict=True)


def say_ja(message: Message) -> str:
    """In Japanese."""
    return _sentences().say(message, locale="ja")


def say_en(message: Message) -> str:
    """In English."""
    return _sentences().say(message, locale="en")


def shared(id: str = "e1", **changed: object) -> Case:
    """An encounter of a firm that shares its words, with a meeting, a next step and a goal."""
    words = Words(
        event="地域ものづくり展示会",
        partner="丸山工業, 本社",
        contact="佐々木",
        topic="検査機；画像\n二行目",
        goal='=HYPERLINK("http://x")',
        next_step="見積もりを送る",
        owner="山田 健一",
    )
    values: dict[str, object] = {
        "words": words,
        "met_on": date(2026, 5, 1),
        "meets_at": MEETS_AT,
        "meets_on": date(2026, 6, 3),
        "outcome": "met",
        "step_on": date(2026, 6, 10),
        "step_time": "10:00",
    }
    return case(id, **(values | changed))


def outline(id: str = "e2") -> Case:
    """The same of a firm that shares dates, stages and walls alone."""
    return shared(id, words=None, company_id="sato", firm="佐藤食品株式会社", wall="wall_1")


def export(kind: Kind, sheets: Sequence[Sheet], cases: Sequence[Case] = ()) -> Export:
    """A file with its definitions."""
    means = definitions(kind, YEAR, reader="高橋 由美", left_out=1)
    return Export(
        kind=kind,
        period=YEAR,
        made_on=date(2026, 12, 1),
        reader="高橋 由美",
        sheets=(*sheets, means),
        cases=tuple(cases),
    )


def of_encounters(*cases: Case) -> Export:
    """Encounters."""
    return export(Kind.ENCOUNTERS, [encounters_sheet(cases)], cases)


def of_report(held: Held) -> Export:
    """The report to a funder."""
    return export(Kind.REPORT, report_sheets(held, YEAR))
