"""What hearing a sentence needs from outside: its words with their grammar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One word. `begin` and `end` are offsets into the text that was passed; `form` is the normalised form, `lemma` the
    dictionary form as it is written (of 外せる: 外す and 外せる); `grammar` is Sudachi's (UniDic's) part of speech."""

    surface: str
    form: str
    lemma: str
    begin: int
    end: int
    grammar: tuple[str, ...]

    @property
    def is_number(self) -> bool:
        return self.grammar[1:2] == ("数詞",)

    @property
    def is_nominal(self) -> bool:
        """What a noun phrase is built of; a sign such as 「✨」 is none, whatever a dictionary says."""
        if not (self.surface[:1].isalnum() or any(map(str.isalnum, self.surface))):
            return False
        return self.grammar[0] in ("名詞", "接頭辞", "接尾辞", "代名詞") and self.grammar[1:2] not in (
            ("形容詞的",),
            ("動詞的",),
        )

    @property
    def is_deed(self) -> bool:
        """A verb, or a noun that makes one with する."""
        return self.grammar[0] == "動詞" or self.grammar[2:3] in (("サ変可能",), ("サ変形状詞可能",))

    @property
    def is_verb(self) -> bool:
        return self.grammar[0] == "動詞"

    @property
    def is_ability(self) -> bool:
        """できる, and verbs of the kind 外せる, whose normalised form is the plain verb."""
        if not self.is_verb or self.form in ("出来る", "できる"):
            return self.is_verb
        is_shifted = self.form[-1:] == _PLAIN.get(self.lemma[-2:-1]) and self.form[-2:] != self.lemma[-2:]
        return is_shifted and self.grammar[4].startswith("下一段")

    @property
    def joins(self) -> bool:
        """Particles, and forms of だ that stand where a particle stands."""
        return self.grammar[0] == "助詞" or (self.grammar[0] == "助動詞" and self.form == "だ")


_PLAIN = dict(zip("えけげせてねべめれ", "うくぐすつぬぶむる", strict=True))


class SpeechAnalyser(Protocol):
    """Splits a sentence into words. Safe to call from several threads."""

    def spoken_words(self, text: str) -> Sequence[SpokenWord]:
        """Return the words of `text` in order, white space left out; offsets point into `text` itself."""
        ...
