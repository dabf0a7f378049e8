"""What firms chose about language models stays as they chose it, each choice with who made it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.adapters.storage.database import open_database
from bot.core.coaching.walks.chat.ports import ModelChoice
from tests.databases import prepared_sqlite

AT = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)


def choice(*, is_allowed: bool, minutes: int = 0, company_id: str = "aoi") -> ModelChoice:
    return ModelChoice(company_id=company_id, is_allowed=is_allowed, by_id="tanaka", at=AT + timedelta(minutes=minutes))


def test_nothing_is_allowed_before_somebody_says_so_and_the_newest_choice_counts(tmp_path: Path) -> None:
    prepared_sqlite(tmp_path / "minori.sqlite3")
    database = open_database(tmp_path / "minori.sqlite3")
    choices = database.model_choices
    assert not choices.allows_model("aoi")
    assert choices.model_choice("aoi") is None
    assert choices.choose_model(choice(is_allowed=True))
    assert not choices.choose_model(choice(is_allowed=True, minutes=1))
    assert choices.model_choice("aoi") == choice(is_allowed=True)
    assert not choices.allows_model("midori")
    assert choices.choose_model(choice(is_allowed=False, minutes=2))
    assert not choices.allows_model("aoi")
    database.close()
