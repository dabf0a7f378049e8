"""What people say to one another in a thread of ours is told from what they ask."""

from __future__ import annotations

import pytest

from bot.core.remarks import is_remark


@pytest.mark.parametrize(
    "said",
    [
        "👍",
        ":+1:",
        "なるほど、うちもやってみます",
        "昨日、先方に送りました。",
        "うちでは難しそうですね！",
        "それは面白いですよね〜",
        "We tried that last year.",
        "Great, thank you",
    ],
)
def test_what_tells_is_a_remark(said: str) -> None:
    assert is_remark(said)


@pytest.mark.parametrize(
    "said",
    [
        "それはいつまでに決めますか",
        "それはいつまでに決めます？",
        "実証シートの書き方",
        "払う人が決まらないときは。",
        "測るものを教えてください",
        "やり方を知りたいです",
        "誰に聞けばいいのか分かりません",
        "How soon should we decide",
        "We wonder who pays",
        "stage gate",
    ],
)
def test_what_asks_is_not(said: str) -> None:
    assert not is_remark(said)
