"""The composition root of paragraphs that a language model adds under digests; without a model there are none."""

from __future__ import annotations

from bot.adapters.digest_paragraphs import PARAGRAPH_VARIABLES, JapaneseNouns, ModelParagraphs
from bot.adapters.storage.digest_paragraphs import DigestParagraphRepository
from bot.bootstrap import Library, make_chat_model
from bot.core.answering.figures import foreign_figures
from bot.core.answering.prompts import Prompt
from bot.core.digests.paragraph import Judged
from bot.core.digests.remarking import Model
from bot.resources import prompts_folder

_PROMPT = "digest_paragraph.yaml"


def make_paragraphs(library: Library) -> Model | None:
    """What writes them, where the settings name a model and let it. Raises DataFileError."""
    chat = make_chat_model(library.settings) if library.settings.digest_paragraph else None
    if chat is None:
        return None
    database = library.database
    text = (prompts_folder() / "models" / _PROMPT).read_text(encoding="utf-8")
    prompt = Prompt.parse(text, path=f"prompts/models/{_PROMPT}", variables=PARAGRAPH_VARIABLES)
    return Model(
        store=DigestParagraphRepository(database.engine, workspace_id=database.workspace_id),
        write=ModelParagraphs(chat, prompt),
        judged=Judged(foreign=foreign_figures, nouns=JapaneseNouns()),
        allows=database.model_choices.allows_model,
        speak=lambda message, locale: library.sentences.say(message, locale=locale),
    )
