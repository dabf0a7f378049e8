"""The bundled guides answer every question to begin with, in both languages, from what the role may read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.adapters.sentences import LOCALES
from bot.bootstrap import load_starters, open_application, open_library
from bot.core.answering.models import SourcePassage, State
from bot.core.answering.service import AnsweringService
from bot.core.messages import Locale
from bot.core.people import Member, Role, access_reading
from bot.settings import Settings

ASKED = [
    (role, starter.text(locale), locale)
    for role, starters in load_starters().roles.items()
    for starter in starters
    for locale in LOCALES
]


@pytest.fixture(scope="module")
def answering(prepared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnsweringService]:
    folder = tmp_path_factory.mktemp("starters") / "minori-data"
    shutil.copytree(prepared_data, folder)
    with open_library(Settings(data_dir=folder)) as library, open_application(library) as application:
        application.indexes.serving(wait=True)
        yield application.answering


@pytest.mark.parametrize(("role", "question", "locale"), ASKED, ids=[question for _, question, _ in ASKED])
def test_a_starter_is_answered(answering: AnsweringService, role: Role, question: str, locale: Locale) -> None:
    asker = Member(id="p", address="U0P", name="p", roles=frozenset({role}))

    def may_read(passage: SourcePassage) -> bool:
        return access_reading([asker], passage.audience, is_bundled=passage.is_bundled)

    answer = answering.answer(text=question, conversation_id=question, locale=locale, may_read=may_read)
    assert answer.state == State.ANSWERED
    assert answer.sources
