"""The hand-over pack as a workbook: one sheet of what is open, one of what happened; printable on A4, sideways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.core.meetings.chat.changes import line, stage_of
from bot.core.meetings.chat.wording import stage_label
from bot.core.meetings.packs import PackFacts, PackRow, is_visit
from bot.core.messages import Message, Say

_Cell = str | date | None

_OPEN = (
    ("company", 16),
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
)
_HISTORY = (("company", 16), ("partner", 24), ("on", 12), ("what", 24), ("stage", 14), ("by", 16))
"""Columns with their widths in characters; each heading is `pack-<name>`."""
_FILL = PatternFill("solid", fgColor="E8EEF4")


def drawn_pack(facts: PackFacts, say: Say) -> bytes:
    """The workbook, its headings and our words in the language of `say`."""
    book = Workbook()
    book.properties.creator, book.properties.title = "Minori", say(Message("pack-offer"))
    first = book.worksheets[0]
    first.title = say(Message("pack-sheet-open"))
    _fill(first, _OPEN, [_open_row(row, say) for row in facts.rows], say)
    second = book.create_sheet(say(Message("pack-sheet-history")))
    _fill(second, _HISTORY, [cells for row in facts.rows for cells in _history_rows(row, say)], say)
    heading = {"name": facts.owner.name, "day": facts.made_on.isoformat()}
    for sheet in (first, second):
        header, footer = sheet.oddHeader, sheet.oddFooter
        if header is not None and footer is not None:
            header.center.text = say(Message("pack-header", heading)).replace("&", "&&")
            footer.center.text = "&P / &N"
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _open_row(row: PackRow, say: Say) -> list[_Cell]:
    one, step = row.encounter, row.encounter.next_step
    wall = one.wall
    decision = one.decision_on.isoformat() if one.decision_on else ""
    issues = (f"{say(Message(f'meeting-issue-{issue.kind}'))}: {issue.text}" for issue in row.issues)
    return [
        row.company,
        one.partner if row.has_words else say(Message("pack-not-shared")),
        one.contact,
        one.title,
        one.event,
        say(Message("pack-kind-visit" if is_visit(one) else "pack-kind-meeting")),
        say(Message(f"pack-state-{one.state}")),
        say(stage_label(one.stage)),
        say(Message(f"pack-{str(wall).replace('_', '-')}")) if wall else "",
        one.met_on,
        one.last_contact_on,
        step.text if step else "",
        step.due_on if step else None,
        step.due_time if step else "",
        row.step_owner,
        row.owner,
        one.goal,
        _joined(one.market, one.end_user, one.decider),
        _joined(one.measure, decision, one.payer),
        "\n".join(issues),
    ]


def _history_rows(row: PackRow, say: Say) -> Iterator[list[_Cell]]:
    partner = row.encounter.partner or row.encounter.contact
    for each in row.history:
        stage = stage_of(each.change)
        shown = partner if row.has_words else say(Message("pack-not-shared"))
        yield [row.company, shown, each.on, say(line(each.change)), say(stage) if stage else "", each.by]


def _joined(*words: str) -> str:
    return " / ".join(word for word in words if word)


def _fill(sheet: Worksheet, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[_Cell]], say: Say) -> None:
    for number, (name, width) in enumerate(columns, start=1):
        heading = _put(sheet, 1, number, say(Message(f"pack-{name}")))
        heading.font, heading.fill = Font(bold=True), _FILL
        sheet.column_dimensions[get_column_letter(number)].width = width
    for at, cells in enumerate(rows, start=2):
        for number, value in enumerate(cells, start=1):
            _put(sheet, at, number, value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0


def _put(sheet: Worksheet, row: int, column: int, value: _Cell) -> Any:
    cell = sheet.cell(row, column)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
        # People's words are never a formula.
        cell.data_type = "s"
    elif value is not None:
        cell.value, cell.number_format = value, "yyyy-mm-dd"
    return cell
