"""People talking to one another in a thread that is also ours: what tells rather than asks is left to them.

A question needs no mark here (「実証シートの書き方」 is one), so only what plainly tells is taken for a remark.
"""

from __future__ import annotations

import re

from bot.core.courtesies import has_words
from bot.core.japanese import is_japanese, normalise

_END = r"[。.!、,~〜ー…\s)）]*$"
_TELLS = re.compile(
    r"(?:です|ます|でした|ました|ません|ましょう|でしょう|そうだ|[たる](?:よ|ね)|よね|(?:です|ます)(?:よ|ね))" + _END
)
_ASKS = re.compile(
    r"\?|か(?:ね|な)?"
    + _END
    + r"|何|なに|なん[でのかてと]|いつ|どこ|どれ|どの|どう|どんな|どち|だれ|誰|なぜ|いく[らつ]|教え|知りたい|お願いし"
    r"|ください|下さい|ほしい|欲しい|困って|わかりません|分かりません|悩んで|迷って|伺い|お尋ね|質問"
)
_ENGLISH_TELLS = re.compile(
    r"^(?:i|we|they|he|she|it|that's|yes|no|sure|great|nice|good|sounds|agreed|let's|me too|same)\b"
)
_ENGLISH_ASKS = re.compile(r"\?|\b(?:what|how|when|where|who|which|why|tell|explain|please|know|wonder(?:ing)?)\b")


def is_remark(text: str) -> bool:
    """True where a message plainly tells somebody something, or has no word in it at all."""
    plain = normalise(text)
    if not has_words(text):
        return True
    if is_japanese(text):
        return bool(_TELLS.search(plain)) and not _ASKS.search(plain)
    return bool(_ENGLISH_TELLS.search(plain)) and not _ENGLISH_ASKS.search(plain)
