"""The words that a paragraph by a language model may bring although no line of the digest has them: they name nobody,
count nothing and say nothing new. Data: to let more or less pass, change a line here.
"""

from __future__ import annotations

from bot.core.english import LIGHT_WORDS

_JAPANESE = """
今週 本日 今日 会社 担当 先方 優先 最優先 順番 順 確認 連絡 相談 対応 検討 検討中 状況 様子 内容 件 方 日
社 点 上 中 下 前 次 先 早 近 古 待 過 決 迎 続 止 動 進 見 思 考 始 願 声 声掛 掛 致 存 残 出 入 済 長 間
必要 大切 順 力 向 合 話 一緒
以上 以下 最初 最後 最 特 急 落 着 伺 聞 知 整理 全体 同 別 手 助 要 伝 持 気 当 目 示
"""
JAPANESE = frozenset(_JAPANESE.split())
"""Kanji words, and kanji that stand for themselves."""

_HIRAGANA = """
こと もの とき あいだ ところ ため うち ほう よう ほど まま はず わけ あと さき まえ いま ほか なか つぎ それ これ
ここ そこ お声 ご
"""
HIRAGANA = frozenset(_HIRAGANA.split())
"""Nouns written in hiragana."""

_ENGLISH = """
please good best begin beginning start look see call contact talk speak reach ask check decide waiting wait oldest
longest first next open step day week today digest line matter firm oldest priority help support attention
worth sooner soon settle overdue due date time stand stood standing passed follow
"""
QUANTITIES = frozenset(
    """
    several many few most more less least half majority both double twice dozen all every each none nobody everybody
    everyone everything nothing never always second third last another
    """.split()
)
ENGLISH = (frozenset(_ENGLISH.split()) | LIGHT_WORDS) - QUANTITIES
"""English words; none of them counts or compares."""
