"""Occasions at which people meet: 展示会, ものづくりフェア2026, 第12回 九州ものづくり商談会, the Osaka Machinery Expo.

The proper name belongs to the event, and so does who holds it where that is said with の (商工会議所の交流会); the
place where it is held
does not (大阪の展示会 → 展示会).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.core.japanese import is_japanese
from bot.core.meetings.parsing.line import Line, Span, is_nominal

_ENDINGS = """展示会 展示商談会 見本市 商談会 合同商談会 個別商談会 交流会 セミナー フォーラム 懇親会 フェア フェスタ
フェスティバル EXPO Expo エキスポ エクスポ メッセ 博覧会 物産展 工業展 産業展 機械展 技術展 総合展 展覧会 即売会
発表会 報告会 説明会 講演会 勉強会 研究会
例会 総会 シンポジウム ワークショップ 研修会 研修 サミット カンファレンス コンベンション コンファレンス マッチング会
マッチング ビジネスマッチング マルシェ 学会 大会 協議会 月例会 定例会 新年会 忘年会 賀詞交歓会 祝賀会 パーティー
レセプション 名刺交換会 ミートアップ ピッチ ピッチイベント
オープンハウス 内覧会 試食会 試飲会 見学会 相談会 逆見本市 産業祭 物産フェア ショー 商工祭 産業まつり 収穫祭 朝市
ウィーク デモデイ イベント 懇談会 座談会 異業種交流会 異業種交流 意見交換会 体験会 展 祭 博"""
_ENDING = re.compile(rf"(?:{'|'.join(sorted(_ENDINGS.split(), key=len, reverse=True))})(?![ァ-ヶー])")
_KNOWN = re.compile(
    r"(?:メッセ(?:名古屋|ナゴヤ)|JIMTOF|CEATEC|FOODEX(?:\s?JAPAN)?|FABEX|INTERPHEX|SEMICON(?:\s?Japan)?|nano\s?tech"
    r"|TECHNO-FRONTIER|MEX金沢"
    r"|M-Tech|INTERMOLD|FOOMA(?:\s?JAPAN)?|IPF|Hannover Messe|MEDTEC|BioJapan|Interop|インターモールド"
    r"|[ぁ-んァ-ヶー一-鿿]*ものづくりワールド|スーパーマーケット・トレードショー|ギフト・ショー|インターネプコン"
    r"|ネプコン(?:ジャパン)?|オートモーティブワールド|スマートエネルギーWEEK)(?:\s?(?:19|20)\d\d)?"
)
_SHOUTED = re.compile(
    r"(?<![A-Za-z])[A-Z][A-Z-]{2,}(?:\s[A-Z]{3,})?\s?(?:20\d\d|'?\d\d)(?=(?:で|にて|の会場|の懇親会|に出展|に参加"
    r"|のブース))"
)
_TAIL = re.compile(
    r"\s?(?:in\s?[A-Za-z一-鿿ァ-ヶ]{1,12}|(?:19|20)\d\d(?!\d)(?:年?[春夏秋冬])?|'\d\d|[春夏秋冬](?=[で、の\s])"
    r"|[IVX]+(?![A-Za-z]))"
)
_FOLLOWED = re.compile(
    r"[」』\"]?\s?(?:$|[\s、。,()「」:/\n・]|で(?!す|は[^、]*ない)|にて|の(?:会場|ブース|後|あと|帰り|懇親会|打ち上げ"
    r"|際|とき|時|席|場|場内|休憩|昼食|二次会|分科会|会で|出展|名刺|受付|参加者|初日|二日目|最終日|\d日目)"
    r"|に(?:て|出展|参加|来場|おいて|行)|会場|出展|参加|終了後|後の|後に|内で|初日|最終日|から(?:の)?帰)"
)
_ORGANISER = re.compile(
    r"(?:商工会議所|商工会|組合|協会|銀行|信用金庫|信金|市役所|県庁|[都道府県市区町村]|大学|機構|財団|センター|連盟"
    r"|連合会|団体|JETRO|ジェトロ|ロータリークラブ|青年会議所|研究所|高専)主?催?の\s?$"
)
_QUOTED = re.compile(r"[「『\"]([^「」『』\"]{2,40})[」』\"]")
_COUNTED = re.compile(r"第\s?[0-9一二三四五六七八九十]{1,4}回[^、。()「」でにをは\n]{0,20}の$")
"""第3回みちのく食の: what is counted is the whole name."""
_JOINED = re.compile(r"(?:第\d+回|20\d\d|[A-Za-z0-9&'-]+)\s$")

ENGLISH = re.compile(
    r"(?:\b(?:at|in|during|from|after)|(?<![A-Za-z])'s)\s+(?:the\s+|a\s+|an\s+|our\s+|last\s+\w+'s\s+|yesterday's\s+"
    r"|today's\s+)?(?P<name>(?:(?!(?:at|in|from|with|the|and|to|for|of|met)\b)[A-Za-z0-9&'/-]+\s+){0,6}?"
    r"(?i:trade\s+(?:fair|show)|fair|expo|exhibition|conference|trade\s?show|forum|seminar|summit|symposium|workshop"
    r"|mixer|reception|meetup|show|convention|(?:supplier|open|demo|field|industry|business|partner)\s+day"
    r"|round\s?table|gala|networking\s+(?:event|party|dinner|lunch)|matching\s+event|event|messe"
    r"|open\s+house|party|webinar)(?:\s+(?:in\s+[A-Z]\w+|20\d\d))*)"
)
_ENGLISH_KNOWN = re.compile(
    r"\b(?:at|in|during|from)\s+(?:the\s+)?(?P<name>[A-Z][A-Z-]{3,}(?:\s[A-Z]{3,})?(?:\s20\d\d)?)(?=[\s,.]|$)"
)
_VERB_BETWEEN = re.compile(
    r"\b(?:met|with|and|to|for|from|visited|talked|spoke|exchanged|of|who|is|was|their|his|her)\b"
)


def find_events(line: Line) -> list[Span]:
    """The occasions named, in order."""
    endings = _ENDING.finditer(line.text) if is_japanese(line.text) else ()
    found = [span for match in endings if (span := _ended(line, match))]
    for pattern in (_KNOWN, _SHOUTED):
        found += [
            Span(*match.span()) for match in pattern.finditer(line.text) if _FOLLOWED.match(line.text, match.end())
        ]
    for match in (*ENGLISH.finditer(line.text), *_ENGLISH_KNOWN.finditer(line.text)):
        if not _VERB_BETWEEN.search(match["name"]):
            found.append(Span(*match.span("name")))
    found.sort(key=lambda one: (one.begin, -one.end))
    kept: list[Span] = []
    for one in found:
        if not kept or one.begin >= kept[-1].end:
            kept.append(one)
    return _joined(line, kept)


def _ended(line: Line, ending: re.Match[str]) -> Span | None:
    end = ending.end()
    while tail := _TAIL.match(line.text, end):
        end = tail.end()
    for quoted in _QUOTED.finditer(line.text):
        if quoted.start(1) <= ending.start() < quoted.end(1):
            return Span(*quoted.span(1))
    if not _FOLLOWED.match(line.text, end):
        return None
    begin = _begin(line, ending.start())
    if ending[0] in {"展", "祭", "博", "ショー", "大会", "学会", "研修", "ウィーク"} and begin == ending.start():
        return None
    counted = _COUNTED.search(line.text[:begin])
    begin = counted.start() if counted else begin
    organiser = _ORGANISER.search(line.text[:begin])
    if organiser:
        start = _begin(line, begin - 1)
        begin = start if start < begin - 1 else begin
    return Span(begin, end) if begin < end else None


def _begin(line: Line, position: int) -> int:
    """Where the name begins: over nouns without a gap, and over a blank after a number or Latin letters."""
    begin, index = position, line.ending_at(position)
    inside = next((one for one in line.morphemes if one.begin < position < one.end), None)
    if inside is not None and is_nominal(inside):
        begin, index = inside.begin, line.ending_at(inside.begin)
    while index >= 0:
        one = line.morphemes[index]
        if one.surface == " " and one.end == begin and _JOINED.search(line.text[:begin]):
            begin, index = one.begin, index - 1
            continue
        if one.end != begin or not is_nominal(one):
            break
        begin, index = one.begin, index - 1
    return begin


def _joined(line: Line, spans: Sequence[Span]) -> list[Span]:
    """ものづくりフェアの懇親会 is one occasion."""
    joined: list[Span] = []
    for one in spans:
        if joined and line.text[joined[-1].end : one.begin] in {"の", "内の"}:
            joined[-1] = Span(joined[-1].begin, one.end)
        else:
            joined.append(one)
    return joined
