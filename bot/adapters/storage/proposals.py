"""Files that an admin dropped: they wait here until they are published or put away."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Engine, and_, insert, select, update

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import guide_proposal
from bot.core.clock import Clock
from bot.core.guides.proposals import Proposal, ProposalState


class ProposalRepository:
    """The `Proposals` port. Each call is a transaction of its own and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str, clock: Clock) -> None:
        self._engine, self._workspace, self._clock = engine, workspace_id, clock

    def keep(self, proposal: Proposal) -> None:
        """Keep a dropped file; the same id again changes nothing."""
        row = {
            "workspace_id": self._workspace,
            "id": proposal.id,
            "by_address": proposal.by_address,
            "file_name": proposal.file_name,
            "content": proposal.content,
            "options": {},
            "state": str(proposal.state),
            "proposed_at": self._clock.now(),
        }
        with writing(self._engine) as connection:
            if connection.execute(select(guide_proposal.c.id).where(self._is(proposal.id))).first() is None:
                connection.execute(insert(guide_proposal).values(**row))

    def by_id(self, id: str) -> Proposal | None:
        """A dropped file."""
        with reading(self._engine) as connection:
            row = connection.execute(select(guide_proposal).where(self._is(id))).first()
        if row is None:
            return None
        return Proposal(
            id=row.id,
            by_address=row.by_address,
            file_name=row.file_name,
            content=row.content or b"",
            state=ProposalState(row.state),
            guide_id=row.guide_id,
            number=row.number,
        )

    def decide(
        self,
        id: str,
        *,
        seen: ProposalState,
        state: ProposalState,
        guide_id: str | None = None,
        number: int | None = None,
    ) -> bool:
        """Change its state where it still is `seen`; False where somebody decided before. The content goes."""
        changes: dict[str, object] = {"state": str(state), "content": None}
        if guide_id is not None:
            changes |= {"guide_id": guide_id, "number": number}
        here = and_(self._is(id), guide_proposal.c.state == str(seen))
        with writing(self._engine) as connection:
            return connection.execute(update(guide_proposal).where(here).values(**changes)).rowcount == 1

    def _is(self, id: str) -> ColumnElement[bool]:
        return and_(guide_proposal.c.workspace_id == self._workspace, guide_proposal.c.id == id)
