"""Which next steps are meetings with the other side."""

from __future__ import annotations

import pytest

from bot.core.meetings.parsing.meeting_words import is_meeting


@pytest.mark.parametrize(
    "step",
    [
        "再度訪問",
        "山田製作所の田中さんと打ち合わせ",
        "打合せ",
        "工場を見学",
        "見学に伺う",
        "オンライン会議",
        "商談",
        "面会",
        "ご面談",
        "会う",
        "サンプルを持って訪問する",
        "訪問して見積もりを渡す",
        "ＭＴＧ",
        "Visit again",
        "Meeting with Ann Smith of Acme",
        "call on Mr. Tanaka",
        "online meeting",
        "meet at the factory",
    ],
)
def test_it_is_a_meeting(step: str) -> None:
    assert is_meeting(step)


@pytest.mark.parametrize(
    "step",
    [
        "サンプルを送る",
        "電話する",
        "訪問の日程を調整する",
        "打ち合わせの資料を送る",
        "商談のお礼をメールする",
        "見学の申し込みをする",
        "面談の準備",
        "会議室を予約する",
        "訪問先に電話する",
        "社内で打ち合わせ",
        "お礼と次の一歩のご相談",
        "会社案内を送る",
        "",
        "send the minutes of the meeting",
        "Call Mr. Tanaka about the visit",
        "arrange a visit",
        "prepare for the meeting",
        "send a sample",
    ],
)
def test_it_is_something_else_to_do(step: str) -> None:
    assert not is_meeting(step)
