"""Outside firms and people as they are written, found by their keys, and joined only where somebody said so."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, func, or_, select, update

from bot.adapters.storage.meeting_readings import of_firm
from bot.adapters.storage.meeting_rows import encounter_from, party_from
from bot.adapters.storage.seldom import Seldom
from bot.adapters.storage.tables import encounter, known_party
from bot.core.meetings.models import State
from bot.core.meetings.parties import COMPANY, PERSON, Joining, KnownParty, parties_of

_KEY_OF = {COMPANY: encounter.c.partner_key, PERSON: encounter.c.contact_key}


class Parties:
    """Those of a workspace, in the caller's transaction."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._workspace = workspace_id
        self._joins = Seldom(engine, workspace_id=workspace_id, name="joined parties", read=self._read)

    def of_key(self, connection: Connection, company_id: str | None, kind: str, key: str) -> list[KnownParty]:
        """With this key, and whoever was joined with one of them."""
        return self._joined(connection, company_id, known_party.c.kind == kind, known_party.c.key == key)

    def people_of(self, connection: Connection, company_id: str | None, firm_ids: Sequence[str]) -> list[KnownParty]:
        """Of these outside firms, and whoever was joined with one of them."""
        of_firms = known_party.c.kind == PERSON, known_party.c.of_id.in_(firm_ids)
        return self._joined(connection, company_id, *of_firms)

    def same(self, connection: Connection, party: KnownParty) -> list[KnownParty]:
        """The party itself and whoever was joined with it; empty for one not known."""
        return self._joined(connection, party.company_id, known_party.c.id == party.id)

    def is_by_itself(self, party: KnownParty) -> bool:
        """Was it, as it is written, never joined with another one?"""
        return party.id not in self._joins.now()

    def may_be_with(
        self, connection: Connection, party: KnownParty, same: Sequence[KnownParty]
    ) -> Iterator[ColumnElement[bool]]:
        """Which encounters may be with one of these, by their keys; their spelling says whether they are."""
        yield of_firm(encounter, party.company_id)
        yield _KEY_OF[party.kind].in_(sorted({one.key for one in same}))
        if party.kind == PERSON:
            # The index knows firms.
            firms = select(known_party.c.key).where(
                self._here(known_party.c.id.in_({one.of_id for one in same if one.of_id}))
            )
            yield encounter.c.partner_key.in_(sorted({"", *connection.execute(firms).scalars()}))

    def join(self, connection: Connection, keep_id: str, ids: Sequence[str]) -> None:
        """These, and what was joined into them, are joined into the kept one, which is by itself from now on."""
        theirs = or_(known_party.c.id.in_(ids), known_party.c.joined_into.in_(ids))
        self._joins.changed(connection)
        joined = self._here(theirs, known_party.c.id != keep_id)
        connection.execute(update(known_party).where(joined).values(joined_into=keep_id))
        self.part(connection, [keep_id])

    def part(self, connection: Connection, ids: Sequence[str]) -> None:
        """Each is by itself again."""
        self.put(connection, [Joining(id=id, into=None) for id in ids])

    def put(self, connection: Connection, joins: Sequence[Joining]) -> None:
        """Each is joined into another one, or by itself."""
        if joins:
            self._joins.changed(connection)
        for one in joins:
            this = self._here(known_party.c.id == one.id)
            connection.execute(update(known_party).where(this).values(joined_into=one.into))

    def forget_unmet(self, connection: Connection, company_id: str | None) -> None:
        """Erase whoever is in no encounter of the firm any more."""
        self._joins.changed(connection)
        for kind, key in _KEY_OF.items():
            met = select(key).where(self._met(company_id))
            of_kind = known_party.c.kind == kind, of_firm(known_party, company_id)
            connection.execute(delete(known_party).where(self._here(*of_kind, known_party.c.key.not_in(met))))
            # Where several share a key, the encounters with it say who is written so.
            alike = self._here(*of_kind)
            shared = select(known_party.c.key).where(alike).group_by(known_party.c.key).having(func.count() > 1)
            keys = sorted(connection.execute(shared).scalars())
            bodies = connection.execute(select(encounter.c.body).where(self._met(company_id), key.in_(keys))).scalars()
            ids = {party.id for body in bodies for party in parties_of(encounter_from(body))}
            gone = self._here(*of_kind, known_party.c.key.in_(keys), known_party.c.id.not_in(ids))
            connection.execute(delete(known_party).where(gone))
        self._mend(connection, company_id)

    def _mend(self, connection: Connection, company_id: str | None) -> None:
        """Where the kept one was erased, the first of those joined into it is kept in its place."""
        known = select(known_party.c.id).where(self._here(of_firm(known_party, company_id)))
        lost = self._here(of_firm(known_party, company_id), known_party.c.joined_into.not_in(known))
        rows = (
            select(known_party.c.joined_into, known_party.c.id)
            .where(lost)
            .order_by(known_party.c.joined_into, known_party.c.id)
        )
        for _, group in groupby(connection.execute(rows).all(), key=lambda row: row.joined_into):
            first, *others = [row.id for row in group]
            self.join(connection, first, others)

    def _met(self, company_id: str | None) -> ColumnElement[bool]:
        """Encounters of a firm that were not taken back."""
        return and_(
            encounter.c.workspace_id == self._workspace,
            of_firm(encounter, company_id),
            encounter.c.state != State.TAKEN_BACK.value,
        )

    def _joined(
        self, connection: Connection, company_id: str | None, *conditions: ColumnElement[bool]
    ) -> list[KnownParty]:
        """Those of a firm, and whoever was joined with one of them, by id."""
        these = self._here(of_firm(known_party, company_id), *conditions)
        found = connection.execute(select(known_party.c.id, known_party.c.joined_into).where(these))
        roots = {row.joined_into or row.id for row in found}
        if not roots:
            return []
        same = self._here(or_(known_party.c.id.in_(roots), known_party.c.joined_into.in_(roots)))
        found = connection.execute(select(known_party).where(same).order_by(known_party.c.id))
        return [party_from(row) for row in found]

    def _read(self, connection: Connection) -> Collection[str]:
        """The ids of whatever was joined, and of what it was joined into."""
        joined = select(known_party.c.id, known_party.c.joined_into).where(
            self._here(known_party.c.joined_into.is_not(None))
        )
        return frozenset(id for row in connection.execute(joined) for id in row)

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(known_party.c.workspace_id == self._workspace, *conditions)
