"""Several questions in one message are told apart; one question stays whole."""

from __future__ import annotations

import pytest

from bot.core.answering.asking import asked_apart


@pytest.mark.parametrize(
    ("message", "apart"),
    [
        (
            "お礼はいつ送る？それと、面談の前に何を決める？あと補助金の締切は？",
            ("お礼はいつ送る？", "面談の前に何を決める？", "補助金の締切は？"),
        ),
        ("お礼はいつ送りますか。また、誰が送りますか。", ("お礼はいつ送りますか。", "誰が送りますか。")),
        ("お世話になっております。\nお礼はいつですか\n面談の準備は？", ("お礼はいつですか", "面談の準備は？")),
        ("How soon? And who decides?", ("How soon?", "who decides?")),
        ("お礼はいつ送る？", ()),
        ("展示会に出ました。お礼はいつ送りますか。よろしくお願いします。", ()),
        ("お礼は？お礼は？", ()),
        ("", ()),
    ],
)
def test_several_questions(message: str, apart: tuple[str, ...]) -> None:
    assert asked_apart(message) == apart
