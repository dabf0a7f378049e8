"""What goes with a weekly digest to be looked at: two pictures, and the workbook with the numbers behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from bot.bootstrap import Library
from bot.bootstrap_figures import draw
from bot.core.calendars import zone_of
from bot.core.digests.models import Line, LineKind
from bot.core.figures.charts import AtRisk, Load, Picture, needs, needs_alt, standing, standing_alt
from bot.core.figures.overview_sheets import needs_sheets
from bot.core.figures.service import FigureService
from bot.core.figures.tables import Export, Format
from bot.core.handovers.models import HandOverState
from bot.core.messages import Message, OutgoingFile, Said, Say
from bot.core.outgoing import PNG, XLSX
from bot.core.people import Member, Role
from bot.core.spoken_dates import spoken_date

_NEWS = frozenset({LineKind.CARD_SHARED, LineKind.INTRODUCTION})
"""Good news: nobody waits."""


class DigestPictures:
    """The `Pictures` of bot/core/digests/ports.py."""

    def __init__(self, library: Library, figures: FigureService) -> None:
        self._database, self._figures = library.database, figures

    def __call__(
        self, member: Member, company_ids: Collection[str], lines: Sequence[Line], now: datetime
    ) -> Sequence[OutgoingFile]:
        """How cases stand; who waits; the workbook."""
        today, locale = now.astimezone(zone_of(member.time_zone)).date(), member.locale or "ja"
        day = spoken_date(today, locale=locale)
        overview, export = self._figures.at_a_glance(member, company_ids)
        risks = [
            AtRisk(firm=line.first.firm, why=str(line.kind), days=(today - line.first.on).days)
            for line in lines
            if line.first.firm and line.kind not in _NEWS
        ]
        loads = self._loads(member, now)
        return (
            _picture("standing", lambda say: standing(overview, say, locale, day), standing_alt(overview)),
            _picture("needs", lambda say: needs(risks, loads, say, locale, on=today, day=day), needs_alt(risks, loads)),
            _workbook(replace(export, sheets=(*needs_sheets(risks, loads), *export.sheets))),
        )

    def _loads(self, member: Member, now: datetime) -> list[Load]:
        """Everybody's, by name: how many firms, how many questions wait."""
        firms = Counter(one.coordinator_id for one in self._database.people.companies())
        waiting = self._database.handovers.in_state((HandOverState.WAITING,))
        of_owner = Counter(one.owner_id for one in waiting)
        late = Counter(one.owner_id for one in waiting if one.reply_by is not None and one.reply_by < now)
        staff = [one for one in self._database.people.people(role=Role.COORDINATOR) if not one.has_left]
        return [
            Load(
                name=one.name,
                firms=firms[one.id],
                waiting=of_owner[one.id],
                late=late[one.id],
                is_reader=one.id == member.id,
            )
            for one in sorted(staff, key=lambda one: (one.id != member.id, one.name))
        ]


def _picture(name: str, worded: Callable[[Say], Picture], alt: Message) -> OutgoingFile:
    def make(say: Say) -> bytes:
        # Imported here: everything starts without what draws.
        from bot.adapters.pictures.chart_drawing import chart_png

        return chart_png(worded(say))

    title = Message(f"chart-{name}-title")
    return OutgoingFile(name=title, title=title, media_type=PNG, make=make, alt_text=alt, in_words=(Said(alt),))


def _workbook(export: Export) -> OutgoingFile:
    return OutgoingFile(
        name=Message("chart-file-figures"),
        title=Message("chart-file-figures"),
        media_type=XLSX,
        make=lambda say: draw(export, Format.XLSX, say),
    )
