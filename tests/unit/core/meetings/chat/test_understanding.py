"""What a typed line wants, as far as its words say it; everything else is a question."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendars import WorkingDays
from bot.core.meetings.chat.understanding import Understood, understood
from bot.core.meetings.models import Reason
from tests.unit.core.meetings.office import TODAY

HOLIDAYS = WorkingDays({date(2026, 11, 23)})


def read(text: str) -> Understood | None:
    return understood(text, on=TODAY, calendar=HOLIDAYS)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("完了しました", Understood(kind="done")),
        ("サンプルを送りました。", Understood(kind="done")),
        ("来週水曜10時に延期", Understood(kind="later", day=date(2026, 11, 25), time="10:00")),
        ("１１月２７日にずらします", Understood(kind="later", day=date(2026, 11, 27))),
        ("延期", Understood(kind="later")),
        ("月末まで待ってください", Understood(kind="later", day=date(2026, 11, 30))),
        ("来週の水曜まで待っていただけますか", Understood(kind="later", day=date(2026, 11, 25))),
        ("もう送った", Understood(kind="done")),
        ("先ほど電話した。", Understood(kind="done", name="telephone")),
        (
            "電話しました。来週水曜10時に見積を送ります",
            Understood(kind="done", name="telephone", more="来週水曜10時に見積を送ります"),
        ),
        ("送りましたので、次は見積を送ります", Understood(kind="done", more="次は見積を送ります")),
        ("送りましたが、返事待ちです。明日10時に電話", Understood(kind="done", more="返事待ちです。明日10時に電話")),
        (
            "昨日お会いしました。今日15時に電話します",
            Understood(kind="contact", name="met", day=date(2026, 11, 19), more="今日15時に電話します"),
        ),
        ("送りました。来週水曜に延期", Understood(kind="later", day=date(2026, 11, 25))),
        (
            "Visited them. I will send a quote next Wednesday at 10",
            Understood(kind="done", name="met", more="I will send a quote next Wednesday at 10"),
        ),
        ("It's done; next I'll call on Friday at 10", Understood(kind="done", more="next I'll call on Friday at 10")),
        ("Sent it. I will call them next Wednesday", Understood(kind="done", more="I will call them next Wednesday")),
        ("佐藤さんにお願い", Understood(kind="ask", name="佐藤")),
        ("今回は見送ります。価格が合わず", Understood(kind="decline", reason=Reason.PRICE)),
        ("今回は見送ります", Understood(kind="decline")),
        ("今回は見送り。時期も価格も合わず", Understood(kind="decline")),
        ("寝かせる 3月まで", Understood(kind="sleep", day=date(2027, 3, 1))),
        ("来月5日まで寝かせて", Understood(kind="sleep", day=date(2026, 12, 5))),
        ("まだです", Understood(kind="not_yet")),
        ("まだ終わっていません", Understood(kind="not_yet")),
        ("できます", Understood(kind="accept")),
        ("相談したいです", Understood(kind="talk")),
        ("ご挨拶のみ", Understood(kind="greeting")),
        ("今日、お会いしました", Understood(kind="contact", name="met")),
        ("電話で話しました", Understood(kind="contact", name="telephone")),
        ("done", Understood(kind="done")),
        ("I sent it", Understood(kind="done")),
        ("Not yet", Understood(kind="not_yet")),
        ("postpone to next Wednesday at 10", Understood(kind="later", day=date(2026, 11, 25), time="10:00")),
        ("leave it for now, too expensive", Understood(kind="decline", reason=Reason.PRICE)),
        ("ask Emma", Understood(kind="ask", name="Emma")),
        ("let it rest until 1 March", Understood(kind="sleep", day=date(2027, 3, 1))),
    ],
)
def test_what_is_understood(text: str, meant: Understood) -> None:
    assert read(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ありがとうございます",
        "見積もりはどう送ればいいですか",
        "お返事を待っています",
        "工場を見学しました。来週水曜10時に見積を送ります",
        "納期の延期はどう伝えればいいですか",
        "今回は見送るときの伝え方は？",
        "展示会の見送りの手続き",
        "見積もりを送りましたが、返事がありません。次に何をすればよいですか",
        "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る",
        "Should I postpone it?",
        "できません",
        "完了しました" * 40,
    ],
)
def test_what_is_a_question_as_before(text: str) -> None:
    assert read(text) is None


@given(st.text(max_size=200))
def test_no_line_breaks_the_reading(text: str) -> None:
    meant = read(text)
    assert meant is None or meant.day is None or meant.day > TODAY
