"""An export as JSON; encounters also by the models of the government interoperability framework (GIF).

事例 is DS-451-3, イベント the core data model DS-43C, both as of 2025-03-25 and in the names of their items. Items that
ask for what is not on record (places, addresses, fees, telephone numbers) are absent, and those that the models require
are named under `absent`: nothing is invented.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bot.adapters.exports.cells import plain_of
from bot.adapters.exports.comma_values import heading_of, is_check
from bot.core.calendars import zone_of
from bot.core.figures.records import Case
from bot.core.figures.tables import Export, Kind, Sheet
from bot.core.messages import Message, Say

ABSENT_OF_CASE = ("事例の場所", "連絡先情報")
ABSENT_OF_EVENT = ("イベントURL", "Web開催", "料金有無", "連絡先情報")
"""Items that the models require and no record of ours has. Those that need words are absent where none are shared."""
MODELS = {"事例": "DS-451-3 (2025-03-25)", "イベント": "DS-43C (2025-03-25)"}
"""By which edition the items are named: that of 2022 had other names for an event's."""


def interchange(export: Export, say: Say) -> bytes:
    """One JSON object, UTF-8."""
    whole: dict[str, Any] = {
        "kind": str(export.kind),
        "title": say(export.title),
        "for": export.reader,
        "made_on": export.made_on.isoformat(),
        "period": {"from": export.period.first.isoformat(), "to": export.period.last.isoformat()},
        "headings": {sheet.name: _headings(sheet, say) for sheet in export.sheets},
        "sheets": {sheet.name: list(_rows(sheet, say)) for sheet in export.sheets},
    }
    if export.kind is Kind.ENCOUNTERS:
        whole["gif"] = {
            "事例": [_case(one, say) for one in export.cases],
            "イベント": [_event(one, say) for one in export.cases if one.meets_at and one.meets_on in export.period],
            "models": MODELS,
            "absent": {"事例": ABSENT_OF_CASE, "イベント": ABSENT_OF_EVENT},
        }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _headings(sheet: Sheet, say: Say) -> dict[str, str]:
    return {column.name: say(heading_of(column)) for at, column in enumerate(sheet.columns) if not is_check(sheet, at)}


def _rows(sheet: Sheet, say: Say) -> Iterator[dict[str, str | int | float | None]]:
    kept = [(at, column.name) for at, column in enumerate(sheet.columns) if not is_check(sheet, at)]
    for row in sheet.rows:
        yield {name: plain_of(row[at], say) for at, name in kept}


def _case(one: Case, say: Say) -> dict[str, Any]:
    """An encounter as 事例. Its title, in the place of words that are not shared, is its kind and its firm."""
    kind = "pack-kind-visit" if one.is_visit else "pack-kind-meeting"
    stage, said = say(Message(f"meeting-stage-{one.stage}")), one.words
    who = " ".join(word for word in (said.partner, said.contact) if word) if said else ""
    values = {
        "タイトル": f"{say(Message(kind))} {who or one.firm}",
        "事例実施年": str(one.began_on.year),
        "対象組織": {"商号または名称": one.firm},
        "キーワード": ";".join(word for word in (stage, said.event if said else "") if word),
        "取り組みの概要": f"{say(Message('figures-column-stage'))}: {stage}",
        "取り組み理由": said.topic if said else "",
        "目的": said.goal if said else "",
        "取り組み内容": said.next_step if said else "",
        "学んだこと": (said.lesson or said.learned) if said else "",
        "成果": say(Message(f"meeting-outcome-{one.outcome}")) if said and one.outcome else "",
        "評価の方法": said.measure if said else "",
        "協力者": said.partner if said else "",
        "ID": one.id,
        "最終更新日": one.updated_at.astimezone(zone_of(one.time_zone)).date().isoformat(),
    }
    return {name: value for name, value in values.items() if value}


def _event(one: Case, say: Say) -> dict[str, Any]:
    """A meeting as イベント; the day and the hour are its owner's."""
    there = one.meets_at.astimezone(zone_of(one.time_zone)) if one.meets_at else None
    said, summary = one.words, say(Message("figures-event-meeting-firm", {"firm": one.firm}))
    values = {
        "イベント名": said.event if said and said.event else summary,
        "概要": summary,
        "説明": said.goal if said and said.goal else summary,
        "イベント種類": say(Message("figures-meeting")),
        "状態": say(Message(f"figures-state-{one.state}")),
        "開始日": f"{there:%Y-%m-%d}" if there else "",
        "開始時刻": f"{there:%H:%M}" if there else "",
        "ID": f"{one.id}-meeting",
        "主催団体": one.firm,
        "対象者": " ".join(word for word in (said.partner, said.contact) if word) if said else "",
    }
    return {name: value for name, value in values.items() if value}
