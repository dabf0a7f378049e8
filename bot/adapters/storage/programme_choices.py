"""To which programme the events of firms count, and firms as a whole."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from datetime import datetime

from sqlalchemy import Engine, and_, delete, select

from bot.adapters.storage.engine import reading, upsert, writing
from bot.adapters.storage.tables import programme_choice
from bot.core.meetings.funding import ProgrammeChoice

_OF_CHOICE = tuple(one.name for one in fields(ProgrammeChoice))
_KEY = ("company_id", "event_key", "fiscal_year")


class ProgrammeChoices:
    """Those of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def choices(self, company_ids: Collection[str] = ()) -> Sequence[ProgrammeChoice]:
        """Those of these firms, or all; by firm, event and year."""
        row = programme_choice.c
        wanted = select(programme_choice).where(row.workspace_id == self._workspace)
        with reading(self._engine) as connection:
            found = connection.execute(wanted.order_by(*(row[name] for name in _KEY))).all()
        every = [ProgrammeChoice(**{name: one._mapping[name] for name in _OF_CHOICE}) for one in found]
        return [one for one in every if not company_ids or one.company_id in company_ids]

    def put(
        self,
        choices: Sequence[ProgrammeChoice],
        *,
        gone: Collection[tuple[str, str, int]] = (),
        only_of: datetime | None = None,
    ) -> None:
        """Keep these, and forget those with such keys (firm, event, fiscal year). With `only_of` only what was chosen
        at that very moment is changed or forgotten."""
        row = programme_choice.c
        with writing(self._engine, touches=()) as connection:
            now = {}
            if only_of is not None:
                here = select(programme_choice).where(row.workspace_id == self._workspace, row.chosen_at == only_of)
                now = {tuple(one._mapping[name] for name in _KEY): one for one in connection.execute(here)}
            for one in choices:
                if only_of is None or (one.company_id, one.event_key, one.fiscal_year) in now:
                    values = {"workspace_id": self._workspace, **asdict(one)}
                    upsert(connection, programme_choice, values, key=("workspace_id", *_KEY))
            for company_id, event_key, year in gone:
                if only_of is None or (company_id, event_key, year) in now:
                    of_it = and_(row.company_id == company_id, row.event_key == event_key, row.fiscal_year == year)
                    connection.execute(delete(programme_choice).where(row.workspace_id == self._workspace, of_it))
