"""Listening to an answer: what shows specification talk in it, and the one question to ask."""

from __future__ import annotations

import re
from collections.abc import Collection

from bot.core.coaching.cards.models import CardField
from bot.core.coaching.listening.checks import signs_alone, signs_of_answer
from bot.core.coaching.listening.english import EnglishReader
from bot.core.coaching.listening.japanese import JapaneseReader
from bot.core.coaching.listening.lexicon import EnglishWords, JapaneseWords
from bot.core.coaching.listening.models import Heard
from bot.core.coaching.listening.ports import SpeechAnalyser
from bot.core.coaching.listening.questions import chosen, question_for
from bot.core.coaching.listening.reading import Reading
from bot.core.japanese import is_japanese

_NOTHING = re.compile(
    r"(?:いまのところ|今のところ|まだ|特に|とくに|これといって)?(?:何も|なにも)?(?:ない|無い|なし|無し|ありません|ございません)"
    r"(?:です|ですね)?[。.]?|(?:none|nothing|not yet|no|none yet|nothing yet)\.?",
    re.IGNORECASE,
)
"""An honest "there is none": nothing is to be asked about it."""


class Listener:
    """Hears sentences. Keeps nothing of them; safe to call from several threads."""

    def __init__(self, analyser: SpeechAnalyser, japanese: JapaneseWords, english: EnglishWords) -> None:
        self._japanese = JapaneseReader(japanese, analyser)
        self._english = EnglishReader(english)

    def hear(self, text: str, *, field: CardField | None = None, trade: str = "", asked: Collection[str] = ()) -> Heard:
        """What a sentence shows, alone or as the answer to the question that fills `field`.

        `trade` is a value of `Trade`, "" where it is not known. `asked` are the kinds that were asked about already:
        then the question is after something else, in other words; how often to ask is the caller's rule. Marks without
        any word, nothing at all, and "there is none" show no sign. Raises nothing.
        """
        if not any(character.isalnum() for character in text) or _NOTHING.fullmatch(text.strip()):
            return Heard()
        reading = self.read(text, trade=trade)
        signs = signs_alone(reading) if field is None else signs_of_answer(reading, field)
        if not signs:
            return Heard()
        sign = chosen(signs, asked)
        return Heard(signs, question_for(sign, reading, field=field, asked=asked), sign.kind)

    def read(self, text: str, *, trade: str = "") -> Reading:
        """What the checks look at."""
        reader = self._japanese if is_japanese(text) else self._english
        return reader.read(text, trade=trade)
