"""The words of a next step that is a meeting with the other side, and those by which it is something else to do."""

from __future__ import annotations

import re
import unicodedata

_MEETINGS = (
    "訪問 再訪 面談 面会 商談 見学 視察 会議 打ち合わせ 打合せ 打ち合せ 打合わせ ミーティング MTG 再会 会食 会談 懇談"
    " 対談 歓談 顔合わせ ヒアリング 来社 来訪 来所 アポイント ランチ お会いする お会いします 会う 会います 会いに"
    " お目にかかる お目にかかり に伺う に伺い へ伺う へ伺い を訪ね お邪魔する お邪魔します"
).split()
"""A step that names one of these is a meeting, where nothing of `_TO_DO` follows it."""
_TO_DO = (
    "送 届け 電話 メール 連絡 作 準備 調整 確認 依頼 提出 書 用意 申し込 申込 予約 案内 お礼 御礼 報告 共有 決め 打診"
    " 設定 印刷 まとめ 日程 候補 資料 議事録 キャンセル 中止 検討 相談する 頼 返事 返信 問い合わせ 問合せ 手配"
).split()
"""訪問の日程を調整する, 商談の資料を送る: done before or after a meeting, and none by itself."""
_AMONG_OURSELVES = "社内 部内 課内 所内 チーム内 朝会 定例会議".split()
_IN_ENGLISH = (
    r"meet(?:ing)?s?|visit(?:s|ing)?|tour|call(?:ing)? on|appointment|lunch|dinner|coffee|breakfast|interview"
    r"|(?:video|web|online|conference|zoom|teams) ?call|demo(?:nstration)?|see (?:him|her|them|m[rs]s?\.?|dr\.?) ?\w*"
)
_TO_DO_IN_ENGLISH = (
    "send|e-?mail|mail|phone|ring|call(?! on)|write|prepare|draft|book|arrange|schedule|confirm|ask|share|invite|check"
    "|propose|set up|thank|remind|report|order|quote|make|get|review|reply|print|buy|plan|decide|fix|find|cancel|follow"
)

_MEETING = re.compile("|".join(map(re.escape, _MEETINGS)), re.IGNORECASE)
_OTHER = re.compile("|".join(map(re.escape, (*_TO_DO, *_AMONG_OURSELVES))), re.IGNORECASE)
_OURS = re.compile("|".join(map(re.escape, _AMONG_OURSELVES)), re.IGNORECASE)
_ENGLISH = re.compile(rf"\b(?:{_IN_ENGLISH})\b", re.IGNORECASE)
_OTHER_ENGLISH = re.compile(
    rf"^\W*(?:(?:and|then|please|to|we|i|will|should|must)\s+)*(?:{_TO_DO_IN_ENGLISH})\b|\binternal\b", re.IGNORECASE
)


def is_meeting(step: str) -> bool:
    """Is a next step in somebody's words a meeting with the other side, and not a call, a mail or another thing to do?

    再度訪問, 11/27の打ち合わせ and "visit again" are; 電話する, 訪問の日程を調整 and "send the minutes" are not.
    """
    plain = unicodedata.normalize("NFKC", step)
    if _ENGLISH.search(plain):
        return not _OTHER_ENGLISH.search(plain)
    named = list(_MEETING.finditer(plain))
    return bool(named) and not _OTHER.search(plain[named[-1].end() :]) and not _OURS.search(plain)
