"""What hangs on firms, counted in the database: a hundred firms cost what one does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, func, or_, select

from bot.adapters.storage.engine import reading
from bot.adapters.storage.tables import encounter, handover, person, value_card
from bot.core.changeovers.models import Counts
from bot.core.handovers.models import OPEN_STATES
from bot.core.meetings.models import Kind, State

_GOES_ON = (State.OPEN.value, State.SLEEPING.value, State.UNCONFIRMED.value)
_TO_OTHERS = ("coordinator", "region")
_CHUNK = 500


class ChangeoverReadings:
    """Reads of one workspace; each call is one snapshot and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def counts(self, owner_id: str, company_ids: Collection[str]) -> Mapping[str, Counts]:
        """Encounters that go on, value cards that reach the coordinator, questions that wait for this person, and their
        own records, by firm; absent are firms with nothing."""
        found = defaultdict[str, Counts](Counts)
        with reading(self._engine) as connection:
            for some in _chunks(company_ids):
                for id, count in self._encounters(connection, some):
                    found[id] += Counts(encounters=count)
                for id, count in self._cards(connection, some):
                    found[id] += Counts(cards=count)
                for id, count in self._questions(connection, some, owner_id):
                    found[id] += Counts(questions=count)
                for id, count in self._visits(connection, some, owner_id):
                    found[id] += Counts(visits=count)
        return found

    def _encounters(self, connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
        row = encounter.c
        kept = and_(row.company_id.in_(ids), row.kind == Kind.MEETING.value, row.state.in_(_GOES_ON))
        yield from self._by_firm(connection, encounter, kept)

    def _cards(self, connection: Connection, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
        row = value_card.c
        yield from self._by_firm(connection, value_card, row.company_id.in_(ids), row.reach.in_(_TO_OTHERS))

    def _visits(self, connection: Connection, ids: Sequence[str], owner_id: str) -> Iterator[tuple[str, int]]:
        row = encounter.c
        theirs = or_(row.owner_id == owner_id, row.next_owner_id == owner_id)
        kept = and_(row.company_id.in_(ids), row.kind == Kind.SUPPORT_VISIT.value, row.state.in_(_GOES_ON))
        yield from self._by_firm(connection, encounter, kept, theirs)

    def _questions(self, connection: Connection, ids: Sequence[str], owner_id: str) -> Iterator[tuple[str, int]]:
        row = handover.c
        asked = and_(person.c.workspace_id == row.workspace_id, person.c.address == row.asker)
        waits = (row.owner_id == owner_id, row.state.in_(sorted(one.value for one in OPEN_STATES)))
        counted = select(person.c.company_id, func.count()).select_from(handover.join(person, asked))
        wanted = counted.where(row.workspace_id == self._workspace, person.c.company_id.in_(ids), *waits)
        yield from ((one[0], one[1]) for one in connection.execute(wanted.group_by(person.c.company_id)))

    def _by_firm(
        self, connection: Connection, table: Table, *conditions: ColumnElement[bool]
    ) -> Iterator[tuple[str, int]]:
        here = and_(table.c.workspace_id == self._workspace, *conditions)
        counted = select(table.c.company_id, func.count()).where(here).group_by(table.c.company_id)
        yield from ((one[0], one[1]) for one in connection.execute(counted))


def _chunks(ids: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
