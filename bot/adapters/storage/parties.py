"""Outside firms and people, recognised again by their keys, and joined only where somebody said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, delete, or_, select, update

from bot.adapters.storage.meeting_readings import of_firm
from bot.adapters.storage.meeting_rows import COMPANY, PERSON, party_from
from bot.adapters.storage.tables import encounter, known_party
from bot.core.meetings.models import KnownParty, State


class Parties:
    """Those of a workspace, in the caller's transaction."""

    def __init__(self, workspace_id: str) -> None:
        self._workspace = workspace_id

    def of_key(self, connection: Connection, company_id: str | None, kind: str, key: str) -> list[KnownParty]:
        """With this key; the kept one in the place of one that was joined into it."""
        ids = self._roots(connection, company_id, kind, key)
        found = select(known_party).where(self._here(known_party.c.id.in_(ids))).order_by(known_party.c.id)
        return [party_from(row) for row in connection.execute(found)]

    def met(
        self, connection: Connection, company_id: str | None, *, partner_key: str, contact_key: str
    ) -> Iterator[ColumnElement[bool]]:
        """Which encounters are with the same outside firm and person."""
        yield of_firm(encounter, company_id)
        if partner_key:
            yield encounter.c.partner_key.in_(self._keys(connection, company_id, COMPANY, partner_key))
        if contact_key:
            yield encounter.c.contact_key.in_(self._keys(connection, company_id, PERSON, contact_key))

    def join(self, connection: Connection, keep_id: str, ids: Sequence[str]) -> None:
        """These, and what was joined into them, are joined into the kept one, which is by itself from now on."""
        theirs = or_(known_party.c.id.in_(ids), known_party.c.joined_into.in_(ids))
        joined = self._here(theirs, known_party.c.id != keep_id)
        connection.execute(update(known_party).where(joined).values(joined_into=keep_id))
        self.part(connection, [keep_id])

    def part(self, connection: Connection, ids: Sequence[str]) -> None:
        """Each is by itself again."""
        these = self._here(known_party.c.id.in_(ids))
        connection.execute(update(known_party).where(these).values(joined_into=None))

    def forget_unmet(self, connection: Connection, company_id: str | None) -> None:
        """Erase whoever is in no encounter of the firm any more."""
        for kind, key in ((COMPANY, encounter.c.partner_key), (PERSON, encounter.c.contact_key)):
            met = select(key).where(
                encounter.c.workspace_id == self._workspace,
                of_firm(encounter, company_id),
                encounter.c.state != State.TAKEN_BACK.value,
            )
            unmet = known_party.c.kind == kind, of_firm(known_party, company_id), known_party.c.key.not_in(met)
            connection.execute(delete(known_party).where(self._here(*unmet)))

    def _keys(self, connection: Connection, company_id: str | None, kind: str, key: str) -> list[str]:
        """All keys under which the same firm or person is known."""
        roots = self._roots(connection, company_id, kind, key)
        same = or_(known_party.c.id.in_(roots), known_party.c.joined_into.in_(roots))
        keys = connection.execute(select(known_party.c.key).where(self._here(same))).scalars()
        return sorted({key, *keys})

    def _roots(self, connection: Connection, company_id: str | None, kind: str, key: str) -> list[str]:
        of_key = of_firm(known_party, company_id), known_party.c.kind == kind, known_party.c.key == key
        found = connection.execute(select(known_party.c.id, known_party.c.joined_into).where(self._here(*of_key)))
        return sorted({row.joined_into or row.id for row in found})

    def _here(self, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
        return and_(known_party.c.workspace_id == self._workspace, *conditions)
