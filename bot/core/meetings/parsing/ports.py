"""What reading a line needs from outside: the morphemes of a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Morpheme:
    """One morpheme. `begin` and `end` are offsets into the text that was passed.

    `part_of_speech` is Sudachi's (UniDic's) tuple, such as ("名詞", "固有名詞", "人名", "姓", …); `reading` is
    katakana,
    and empty for a word that the dictionary does not know.
    """

    surface: str
    begin: int
    end: int
    part_of_speech: tuple[str, ...]
    reading: str

    @property
    def is_family_name(self) -> bool:
        return self.part_of_speech[2:4] == ("人名", "姓")

    @property
    def is_given_name(self) -> bool:
        return self.part_of_speech[2:4] == ("人名", "名")

    @property
    def is_personal(self) -> bool:
        """A family name, a given name, or a name that may be either (foreign ones)."""
        return self.part_of_speech[2:3] == ("人名",)

    @property
    def is_place(self) -> bool:
        return self.part_of_speech[2:3] == ("地名",)

    @property
    def is_proper(self) -> bool:
        return self.part_of_speech[1:2] == ("固有名詞",)

    @property
    def is_unknown(self) -> bool:
        return not self.reading


class NameFinder(Protocol):
    """Splits text into morphemes, names kept whole. Safe to call from several threads."""

    def morphemes(self, text: str) -> Sequence[Morpheme]:
        """Return the morphemes of `text` in order; offsets point into `text` itself."""
        ...
