"""The value of a cell as the sheet shows it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_QUOTED = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.")
_CURRENCY = re.compile(r"[¥￥$€£]")


def shown(value: object, number_format: str) -> str:
    """Dates as 2026/04/01 or 2026年4月1日, shares with %, amounts with commas; errors (#N/A) as nothing."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date):
        return _date(value, number_format)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    if isinstance(value, int | float):
        return _number(float(value), number_format)
    text = str(value)
    return "" if re.fullmatch(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NULL!|NUM!)", text) else text


def _date(value: date, number_format: str) -> str:
    if "年" in number_format or "ggg" in number_format:
        day = f"{value.year}年{value.month}月" + (
            f"{value.day}日" if "日" in number_format or "d" in number_format else ""
        )
    else:
        day = f"{value.year:04}/{value.month:02}/{value.day:02}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        day += f" {value.hour:02}:{value.minute:02}"
    return day


def _number(value: float, number_format: str) -> str:
    plain = _QUOTED.sub("", number_format.split(";")[0])
    decimals = re.search(r"[0#?]\.([0?]+)", plain)
    places = len(decimals[1]) if decimals else None
    if "%" in plain:
        return f"{value * 100:.{places or 0}f}%"
    sign = _CURRENCY.search(number_format)
    prefix = sign.group() if sign else ""
    suffix = "円" if "円" in number_format else ""
    comma = "," if "," in plain else ""
    if places is not None:
        return f"{prefix}{value:{comma}.{places}f}{suffix}"
    if value == int(value) and abs(value) < 1e15:
        return f"{prefix}{int(value):{comma}}{suffix}"
    if plain in {"0", "#,##0"}:
        return f"{prefix}{round(value):{comma}}{suffix}"
    return f"{prefix}{value:.10g}{suffix}"
