"""Does one group go on with another? Judged by what stands left and right of the seam between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from bot.core.guides.groups import Group, Sort

_GRAMS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 1), (1, 3), (3, 2), (2, 3))
_CANNOT_START = re.compile(
    r"[ぁぃぅぇぉゃゅょっァィゥェォャュョッーんンヮ、。，．）」』】〉》\])々・％%]|(?:を|の|が|は|に|へ|と(?=[にはもの])|も|で(?=[はもあき])|や|な(?=[どいくら])|より|から|まで)(?![たきる])"
)
_STARTERS = re.compile(
    r"(?:ところ|この|その|これ|それ|また|しかし|たとえば|例えば|さらに|次に|なお|ただし|一方|最後に|まず|つまり|すなわち|のち|もっと|ここ|そこ|はじめ|ある|では|でも|とき|やはり|など|がん|にも(?=かか))"
)
_KATAKANA = re.compile(r"[ァ-ヺー]")
_LOWER = re.compile(r"[a-z]")


class Seams:
    """How well one group goes on with another, judged by the character sequences of the document itself."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self._grams: Counter[str] = Counter()
        for group in groups:
            text = re.sub(r"\s", "", group.text)
            for size in (2, 3, 4, 5):
                self._grams.update(text[place : place + size] for place in range(len(text) - size + 1))

    def fit(self, first: Group, second: Group) -> float:
        """Positive: goes on. Around 0: may follow. Negative: cannot follow."""
        if second.sort is Sort.CAPTION or first.sort is Sort.CAPTION:
            return 0.0
        if first.open_end:
            return self._of_open(first, second)
        if second.sort is Sort.BODY and cannot_start(second):
            return -2.5
        return 0.0

    def _of_open(self, first: Group, second: Group) -> float:
        if second.sort in {Sort.HEADING, Sort.ROW, Sort.ITEM}:
            return -2.5
        if second.sort is Sort.COUNTED and not first.text.endswith(("、", "の", "・")):
            return -2.5
        if second.indent >= 2:
            return -1.5
        worth = self.affinity(first.text, second.text)
        return worth + (1.2 if cannot_start(second) else 0.0)

    def affinity(self, left: str, right: str) -> float:
        """−1.5 to 5: the sequences across the seam that the document has elsewhere, longer ones counting more."""
        left, right = re.sub(r"\s", "", left[-8:]), re.sub(r"\s", "", right[:8])
        if not left or not right:
            return 0.0
        worth = -1.0
        for before, after in _GRAMS:
            if len(left) >= before and len(right) >= after and self._grams[left[-before:] + right[:after]]:
                worth += 0.35 * (before + after - 1)
        if _KATAKANA.match(left[-1]) and _KATAKANA.match(right[0]):
            worth += 0.5
        elif _KATAKANA.match(right[0]) and right[0] in "ァィゥェォャュョッーンん":
            worth -= 1.5
        if left[-1] in "、，" or _LOWER.match(right[0]):
            worth += 0.8
        if right[0] in "「『（(":
            worth += 0.6
        if _STARTERS.match(right) and worth < 1.0:
            worth -= 0.5
        return min(worth, 5.0)


def cannot_start(group: Group) -> bool:
    """True where the first characters cannot begin a sentence: ー, っ, 、, a particle."""
    return group.indent < 2 and _CANNOT_START.match(group.text) is not None and _STARTERS.match(group.text) is None
