"""JSON: the sheets as they are, and encounters by the models of the government interoperability framework."""

from __future__ import annotations

import json
from typing import Any

from bot.adapters.exports.interchange import ABSENT_OF_CASE, ABSENT_OF_EVENT, MODELS, interchange
from bot.core.figures.records import Held
from tests.unit.adapters.exports.made import of_encounters, of_report, outline, say_ja, shared
from tests.unit.core.figures.made import case

ITEMS_OF_CASE = {
    *"タイトル サブタイトル 事例実施年 事例の場所 対象組織 行政サービス分類 テーマ キーワード 取り組みの概要".split(),
    *"取り組み理由 目的 挑戦したこと 取り組み内容 学んだこと 成果 導入での工夫 制約条件 普及".split(),
    *"持続させる仕組み 評価の方法 利用した制度 協力者 イメージタイトル イメージファイル イメージのライセンス".split(),
    *"ビデオタイトル ビデオURL ビデオのライセンス 関連URL 関連事例 連絡先情報 ID 公開日 最終更新日".split(),
}
REQUIRED_OF_CASE = {
    "タイトル",
    "事例の場所",
    "対象組織",
    "取り組みの概要",
    "取り組み理由",
    "目的",
    "取り組み内容",
    "連絡先情報",
}
"""DS-451-3, table 2 (2025-03-25)."""
BASIC_OF_EVENT = {
    *"ID イベント名 イベント名(カナ) イベント名(英字) 通称 サブタイトル 説明 サブイベント イベント種類".split(),
    *"イベントURL 状態 キーワード タグ 開催パターン 開始日 終了日 開始時刻 終了時刻 日時説明".split(),
    *"開催場所 開催場所住所 開催施設 アクセス方法 Web開催 主催団体 共催団体 関連団体".split(),
    *"対象者 定員 料金有無 駐車場有無 連絡先情報".split(),
}
ITEMS_OF_EVENT = BASIC_OF_EVENT | set("言語コード 概要 コンテンツURL 所要時間 掲載開始日 掲載終了日 申込方法".split())
"""Core data model 43C (2025-03-25): its basic items, and some of those that extend it."""
REQUIRED_OF_EVENT = set(
    "ID イベント名 説明 イベント種類 イベントURL Web開催 主催団体 対象者 料金有無 連絡先情報".split()
)


def read(content: bytes) -> Any:
    return json.loads(content)


def test_the_models_have_no_items_of_our_own_and_say_which_are_absent() -> None:
    gif = read(interchange(of_encounters(shared()), say_ja))["gif"]
    (one,), (event,) = gif["事例"], gif["イベント"]
    assert set(one) <= ITEMS_OF_CASE
    assert set(event) <= ITEMS_OF_EVENT
    assert REQUIRED_OF_CASE - set(one) == set(ABSENT_OF_CASE)
    assert REQUIRED_OF_EVENT - set(event) == set(ABSENT_OF_EVENT)
    assert gif["models"] == MODELS
    assert gif["absent"] == {"事例": list(ABSENT_OF_CASE), "イベント": list(ABSENT_OF_EVENT)}


def test_what_is_mapped_onto_what() -> None:
    gif = read(interchange(of_encounters(shared()), say_ja))["gif"]
    one = gif["事例"][0]
    assert one["対象組織"] == {"商号または名称": "株式会社山田製作所"}
    assert (one["タイトル"], one["事例実施年"], one["成果"]) == ("出会い 丸山工業, 本社 佐々木", "2026", "達成")
    assert one["キーワード"] == "名刺交換;地域ものづくり展示会"
    event = gif["イベント"][0]
    assert (event["開始日"], event["開始時刻"], event["主催団体"]) == ("2026-06-03", "10:00", "株式会社山田製作所")


def test_a_firm_that_shares_its_outline_has_no_words_anywhere() -> None:
    content = interchange(of_encounters(outline()), say_ja)
    assert not [word for word in ("丸山", "佐々木", "展示会", "検査機", "見積", "達成") if word in content.decode()]
    assert set(read(content)["gif"]["事例"][0]) == {
        "タイトル",
        "事例実施年",
        "対象組織",
        "キーワード",
        "取り組みの概要",
        "ID",
        "最終更新日",
    }


def test_sheets_are_there_under_the_names_that_machines_read() -> None:
    told = read(interchange(of_report(Held(cases=(case("a"),))), say_ja))
    assert (told["kind"], told["period"]) == ("report", {"from": "2026-04-01", "to": "2027-03-31"})
    assert told["sheets"]["cases"] == [
        {"id": "a", "firm": "株式会社山田製作所", "met_on": "2026-05-01", "stage": "名刺交換", "state": "進行中"}
    ]
    assert told["headings"]["cases"]["met_on"] == "お会いした日"
    assert "gif" not in told
    assert set(told["sheets"]["summary"][0]) == {"report_item", "count"} == set(told["headings"]["summary"])


def test_an_event_of_an_outline_firm_has_what_the_model_requires_but_the_words() -> None:
    (event,) = read(interchange(of_encounters(outline()), say_ja))["gif"]["イベント"]
    assert event["説明"] == event["概要"] == event["イベント名"]
    assert REQUIRED_OF_EVENT - set(event) == {*ABSENT_OF_EVENT, "対象者"}
