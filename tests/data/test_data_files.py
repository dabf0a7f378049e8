"""Every file in prompts/ and knowledge/ is in order: the test behind `minori check`."""

from __future__ import annotations

from bot.adapters.document_readers.guard import GuardedDocumentReader
from bot.adapters.sentences import FluentSentences
from bot.checks import check_data_files
from bot.resources import knowledge_folder, prompts_folder


def test_every_data_file_is_in_order(sentences: FluentSentences) -> None:
    found = check_data_files(prompts=prompts_folder(), knowledge=knowledge_folder(), reader=GuardedDocumentReader())
    assert [f"{one.path}:{one.line or ''}: {sentences.say(one.reason, locale='en')}" for one in found] == []
