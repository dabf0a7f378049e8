"""Many texts compared at once are alike exactly where each two of them are."""

from __future__ import annotations

from itertools import combinations

import yaml

from bot.core.alike.likeness import ALIKE, alike_among, pairs_alike
from bot.resources import knowledge_folder


def test_the_same_as_comparing_each_with_each() -> None:
    topics = yaml.safe_load((knowledge_folder() / "beyond.yaml").read_text(encoding="utf-8"))["topics"]
    texts = ["", "。", *(question for topic in topics for question in topic["questions"][:2])][:160]
    texts += [f"{text}？" for text in texts[:20]]
    each = [(one, other) for one, other in combinations(range(len(texts)), 2)]
    expected = [pair for pair in each if pairs_alike(texts[pair[0]], texts[pair[1]]) >= ALIKE]
    assert sorted(alike_among(texts)) == expected
    assert len(expected) > 15
