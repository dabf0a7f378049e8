"""A sentence heard alone: which signs it shows and by which words, and that value asks nothing."""

from __future__ import annotations

import pytest

from bot.bootstrap_listening import make_listener
from bot.core.coaching.listening.models import Heard, SignKind


def hear(text: str) -> Heard:
    return make_listener().hear(text)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("当社は±5ミクロンの高精度加工が可能です。", SignKind.NUMBERS_WITHOUT_PERSON, "±5ミクロン"),
        ("当社は±5ミクロンの高精度加工が可能です。", SignKind.EMPTY_PRAISE, "高精度加工"),
        ("当社は±5ミクロンの高精度加工が可能です。", SignKind.OWN_COMPANY_SUBJECT, "当社"),
        ("うちの縫製ラインは16台あります。", SignKind.OWN_COMPANY_SUBJECT, "うちの縫製ライン"),
        ("弊社は難削材の切削加工をしています。", SignKind.NO_BENEFICIARY, "難削材の切削加工"),
        ("誰でも使えます。", SignKind.NO_BENEFICIARY, "誰でも"),
        ("お客様のご要望にお応えします。", SignKind.NO_BENEFICIARY, "お客様"),
        ("弊社は難削材の切削加工をしています。", SignKind.NO_CHANGE, "難削材の切削加工"),
        ("製造コストを下げます。", SignKind.NO_COMPARISON, ""),
        ("工程を短縮します。", SignKind.NO_COMPARISON, "工程を短縮します"),
        ("加工速度が従来の2倍です。", SignKind.NO_TODAY_COST, "従来の2倍"),
        ("長年の実績があります。", SignKind.NO_EVIDENCE, "長年の実績"),
        ("アパレルさんや寝具屋さんに納めています。", SignKind.TWO_CUSTOMERS, "アパレルさん"),
        ("無縫製ニット", SignKind.INDUSTRY_WORDS_ONLY, "無縫製ニット"),
        ("We machine parts with a tolerance of 2 microns.", SignKind.NUMBERS_WITHOUT_PERSON, "2 microns"),
        ("We provide user-friendly software.", SignKind.EMPTY_PRAISE, "user-friendly software"),
        ("Our factory makes gears.", SignKind.OWN_COMPANY_SUBJECT, "Our factory"),
    ],
)
def test_a_sign_quotes_what_made_it_fire(text: str, kind: SignKind, words: str) -> None:
    signs = {sign.kind: sign.words for sign in hear(text).signs}
    if not words:
        assert kind not in signs
    else:
        assert (signs.get(kind), hear(text).needs_question) == (words, True)


@pytest.mark.parametrize(
    "text",
    [
        "組立の職人さんが、部品の合わせ直しを1日8回していたのが1回になりました。",
        "組立工さんの合わせ直し、1日8回→1回。",
        "検査員さんが夜中に起きなくて済みます",
        "夜中に起きなくて済むようになりました",
        "当社のピンを使うと、金型屋さんは磨き直しに残業しなくて済みます。",
        "弊社は、町工場の経理担当者が請求書を手打ちする時間を月20時間から2時間に減らします。",
        "取引先の人から、探す手間がなくなったと言われました",
        "車いすを使う方が、段差の前で人を呼ばなくてもよくなります",
        "お客様は在庫を2か月分から2週間分に減らせました。",
        "溶接工さんが面をかぶる時間は、以前の半分です",
        "親御さんが安心して仕事に行けます",
        "Nurses no longer have to tape the tube.",
        "Clerks used to type orders for two hours; now they finish in ten minutes.",
        "Our crew keeps the street open, so the shop owners no longer have to close.",
    ],
)
def test_value_asks_nothing_though_it_lacks_evidence_or_cost(text: str) -> None:
    assert hear(text) == Heard()


@pytest.mark.parametrize(
    ("value", "talk"),
    [
        ("病院では、手直しが月30個から2個に減った。", "病院向けに、月30個から200個まで作れます。"),
        ("看護師さんの残業が減りました。", "弊社の看護師の残業が減りました。"),
        ("検査員さんが測り直さずに済む", "検査員が目視で測っています"),
        ("お客様の工場の電話が月20件から2件になった。", "お客様の生産性を向上させます。"),
        ("鋳造工場の作業者が腰を痛めなくなった。", "熟練の作業者が一つずつ仕上げます。"),
        ("職人さんが面をかぶる時間は半分です。", "職人が仕込んだ生地は、密度が従来の1.5倍です。"),
        ("施主さんが会社を休む日が8日から2日になった。", "当社は書類作成が月60時間から20時間になりました。"),
        ("作業者が片手で外せる。", "作業者が片手で外せるカバーです。"),
        ("修理を頼むお客様は、かけ直す必要がありません。", "お客様は1年で100社から300社に増えました。"),
        ("果樹園の奥さんが、はしごに登らずに剪定しています。", "契約農家が、農薬を使わずに育てています。"),
        ("沖に出ても家族に便りの知らせが届きます。", "全国の飲食店に自慢の野菜が届きます。"),
        ("灯油代が月に四千円下がったと、隣の大家さん。", "灯油代が月に四千円下がった、断熱の新工法です。"),
        ("地震でも病棟で酸素を送り続けられる。", "地震でも使える発電機です。"),
        ("毎週洗っていた網を、魚屋さんは月に一度だけ洗っています。", "毎週洗っている網です。"),
        ("大工さんが足場を組まずに直せます。", "どんな現場でも足場を組まずに施工できます。"),
        ("見学の生徒さんがけがをしなくなった。", "配管を見直して、工場の電気代が年に二百万円下がりました。"),
        ("親御さんが安心して出かけられます。", "高齢者でも安心してお使いいただけます。"),
    ],
)
def test_grammar_decides_and_not_the_words(value: str, talk: str) -> None:
    assert (hear(value).needs_question, hear(talk).needs_question) == (False, True)


@pytest.mark.parametrize("text", ["", "  ", "…", "？？", "👍", "\n", "特にない", "ありません。", "none"])
def test_nothing_said_shows_nothing(text: str) -> None:
    assert hear(text) == Heard()


def test_a_long_answer_is_heard_as_a_whole() -> None:
    talk = "当社は高精度の加工が得意です。" * 300
    assert hear(talk).needs_question
    assert not hear("最新の機械を5台入れました。" + "看護師さんが夜中に起きなくて済みます。").needs_question


def test_words_of_a_trade_are_noticed_by_trade() -> None:
    listener = make_listener()
    kinds = {sign.kind for sign in listener.hear("レトルト殺菌", trade="food").signs}
    others = {sign.kind for sign in listener.hear("レトルト殺菌", trade="construction").signs}
    assert SignKind.INDUSTRY_WORDS_ONLY in kinds - others


@pytest.mark.parametrize(
    "text",
    [
        "八百屋の大将、売れ残りを毎晩捨ててたけど、うちの袋に替えてから捨てる日のほうが珍しいって。",
        "組付けの人が毎朝三十分かけて選り分けとったんが、いまは箱から出すだけじゃ。",
        "修理屋さんが日曜に呼ばれんでようなった。",
        "水門の知らせが、夜中でも水利当番の携帯まで届くようになりました。",
        "子どもたちだけで渡れる。",
        "親子劇場の方より、席を譲り合わずに済んだとお礼のはがきを頂きました。",
        "設計の方が図面を引き直すのに二日かかってたんですが、三時間で終わります。",
        "The cobbler used to glue every heel by hand; these days he sews two a minute.",
    ],
)
def test_value_as_it_is_spoken_asks_nothing(text: str) -> None:
    assert hear(text) == Heard()


@pytest.mark.parametrize(
    "text",
    [
        "弊農園は有機JASを取得し、年間を通じて安定した収量を確保できています。",
        "当工場では、加工できる大きさを広げました。",
        "パートさんの人件費を三割減らせました。",
        "昔は手で植えてましたけど、今は田植え機です。",
        "全国の集落にお届けしています。",
        "飲んでもいいし、料理に使ってもいい油です。",
    ],
)
def test_the_speakers_own_gains_and_offers_still_get_a_question(text: str) -> None:
    assert hear(text).needs_question


def test_tens_of_minutes_are_one_amount() -> None:
    signs = {sign.kind: sign.words for sign in hear("検品に三十分かかります。").signs}
    assert signs[SignKind.NUMBERS_WITHOUT_PERSON] == "検品に三十分"
