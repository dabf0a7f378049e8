"""What firms chose about language models, in the database."""

from __future__ import annotations

from uuid import uuid4

from sqlalchemy import Engine, insert, select

from bot.adapters.storage.engine import reading, writing
from bot.adapters.storage.tables import model_choice
from bot.core.coaching.walks.chat.ports import ModelChoice


class ModelChoiceRepository:
    """The `ModelChoices` of a workspace. Each call is one transaction and raises StorageError."""

    def __init__(self, engine: Engine, *, workspace_id: str) -> None:
        self._engine, self._workspace = engine, workspace_id

    def allows_model(self, company_id: str) -> bool:
        """May a language model see a firm's words?"""
        chosen = self.model_choice(company_id)
        return chosen is not None and chosen.is_allowed

    def model_choice(self, company_id: str) -> ModelChoice | None:
        """The newest choice of a firm."""
        row = model_choice.c
        of_firm = row.workspace_id == self._workspace, row.company_id == company_id
        newest = select(model_choice).where(*of_firm).order_by(row.chosen_at.desc(), row.id).limit(1)
        with reading(self._engine) as connection:
            found = connection.execute(newest).one_or_none()
        if found is None:
            return None
        return ModelChoice(
            company_id=found.company_id, is_allowed=found.is_allowed, by_id=found.chosen_by, at=found.chosen_at
        )

    def choose_model(self, choice: ModelChoice) -> bool:
        """Keep a choice; False where it was so already."""
        before = self.model_choice(choice.company_id)
        if before is not None and before.is_allowed == choice.is_allowed:
            return False
        row = {
            "workspace_id": self._workspace,
            "id": uuid4().hex,
            "company_id": choice.company_id,
            "is_allowed": choice.is_allowed,
            "chosen_by": choice.by_id,
            "chosen_at": choice.at,
        }
        with writing(self._engine) as connection:
            connection.execute(insert(model_choice).values(row))
        return True
