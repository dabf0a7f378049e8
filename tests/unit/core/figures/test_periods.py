"""Days of periods: fiscal years to March 31, quarters, months."""

from __future__ import annotations

from datetime import date

import pytest

from bot.core.figures.periods import Period, PeriodKind, fiscal_year, named

TODAY = date(2027, 2, 28)


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (PeriodKind.THIS_YEAR, date(2026, 4, 1), date(2027, 3, 31)),
        (PeriodKind.LAST_YEAR, date(2025, 4, 1), date(2026, 3, 31)),
        (PeriodKind.THIS_QUARTER, date(2027, 1, 1), date(2027, 3, 31)),
        (PeriodKind.LAST_QUARTER, date(2026, 10, 1), date(2026, 12, 31)),
        (PeriodKind.THIS_MONTH, date(2027, 2, 1), date(2027, 2, 28)),
        (PeriodKind.LAST_MONTH, date(2027, 1, 1), date(2027, 1, 31)),
    ],
)
def test_periods_by_name(kind: PeriodKind, first: date, last: date) -> None:
    assert named(kind, TODAY) == Period(first, last)


def test_a_fiscal_year_ends_on_march_31() -> None:
    assert named(PeriodKind.THIS_YEAR, date(2027, 3, 31)) == fiscal_year(2026)
    assert named(PeriodKind.THIS_YEAR, date(2027, 4, 1)) == fiscal_year(2027)


def test_the_months_of_a_period_are_all_of_its_days() -> None:
    months = list(Period(date(2026, 12, 15), date(2027, 2, 3)).months())
    assert [(one.first, one.last) for one in months] == [
        (date(2026, 12, 15), date(2026, 12, 31)),
        (date(2027, 1, 1), date(2027, 1, 31)),
        (date(2027, 2, 1), date(2027, 2, 3)),
    ]
    assert len(list(fiscal_year(2027).months())) == 12


def test_what_is_no_period() -> None:
    with pytest.raises(ValueError):
        Period(date(2027, 1, 2), date(2027, 1, 1))
    with pytest.raises(ValueError):
        named(PeriodKind.FREE, TODAY)
    assert None not in fiscal_year(2026)
