"""The word lists that claims are checked with. Data: to make a check stricter or milder, change a line here.

All words are in normalised form (see bot/core/japanese.py). Left and right of `|` are opposites; `/` separates words
that mean the same side.
"""

from __future__ import annotations

_OPPOSITES = """
前に/前の/事前/会う前 | 後に/後の/事後/た後
先に | 後で/後回し
増や/増え/増加 | 減ら/減り/減少/削減
上げ/上が/上昇 | 下げ/下が/下落/低下
必要 | 不要
必須/義務 | 任意/自由
有料/有償 | 無料/無償
公開 | 非公開
成功 | 失敗
売る/売り/販売 | 買う/買い/購入
早く/早め/早い | 遅く/遅め/遅い/遅らせ
強み | 弱み
長所 | 短所
社内 | 社外
域内 | 域外
許可/認め | 禁止/禁じ
含む/含め | 除く/除き
開始/始め/始ま | 終了/終え/終わ
午前 | 午後
最初/初め | 最後/終わり
多い/多く | 少ない/少なく
大き | 小さ
高い/高く/高め | 安い/安く/低い/低く
広い/広げ | 狭い/狭め
長い/長く | 短い/短く
賛成 | 反対
可能 | 不可能/不可
続け/継続 | やめ/中止/中断
伝え/話し/教え | 隠/黙っ/伏せ
開け | 閉じ/閉め
受け取 | 渡す/渡し
before | after
increase/raise/more/rise | decrease/reduce/lower/less/fewer/fall
first | last
always | never
free | paid
mandatory/required/must/compulsory | optional/voluntary
accept | reject/refuse
start/begin | end/finish/stop
buy | sell
early/earlier | late/later
inside/internal | outside/external
include/including | exclude/excluding
public | secret/private/confidential
success | failure
allowed/permitted | forbidden/prohibited/banned
strength | weakness
keep/continue | stop/abandon
tell/share/show | hide/conceal
large/big | small
high | low
long | short
with | without
"""

OPPOSITES = tuple(
    (tuple(word.strip() for word in left.split("/")), tuple(word.strip() for word in right.split("/")))
    for left, _, right in (line.partition("|") for line in _OPPOSITES.strip().splitlines())
)
"""Pairs of word lists: a claim with a word of one list, on a quote that has only the other's, is turned round."""

_LIMITS = """
以内/以上/以下/未満/以降/以前/超える/超え/だけ/のみ
毎日/毎週/毎月/毎年/隔週
月曜/火曜/水曜/木曜/金曜/土曜/日曜
先月/今月/来月
昨年/今年/来年
昨日/今日/明日/翌日/翌週/翌月/当日/前日/翌営業日
at least/at most/more than/less than/up to
daily/weekly/monthly/yearly/every day/every week/every month/every year
"""

LIMITS = tuple(word.strip() for line in _LIMITS.strip().splitlines() for word in line.split("/"))
"""Words that change what a figure or a date means: a claim may use one only if its quote does."""

_SECRETS = """
password/passcode/passphrase/credential/pin code/パスワード/暗証番号/認証情報/合言葉
credit card/card number/bank account/クレジットカード/カード番号/口座番号/銀行口座
api key/access token/secret key/one-time code/アクセストークン/apiキー/秘密鍵/ワンタイム
system prompt/system message/jailbreak/システムプロンプト/システム設定
my number/passport/マイナンバー/パスポート
"""

SECRETS = tuple(word for line in _SECRETS.strip().splitlines() for word in line.split("/"))
"""No claim speaks of these, not even where a passage does: a poisoned guide would. The guide's own sentence can."""

_SENSITIVE = """
transfer money/wire /remit/gift card/bitcoin/送金/振り込/振込/ギフトカード/ビットコイン
click/tap here/download/log in/sign in/クリック/タップ/ダウンロード/ログイン/サインイン
ignore/disregard/override/無視し/無視す/従わな/上書き
instruction/プロンプト/指示文
email/e-mail/phone number/メールアドレス/電話番号/メールで
date of birth/生年月日
install/execute/run the/インストール/実行ファイル/コマンド
"""

SENSITIVE = tuple(tuple(line.split("/")) for line in _SENSITIVE.strip("\n").splitlines())
"""Groups of words an attacker needs, in both languages: a claim may use one only if its passage has the group."""

_FILLERS = """
重要 大切 場合 必要 不要 方法 確認 以下 事項 内容 具体的 目安 有効 可能 基本 時点 次回 事前 当日 自分 自社 一番
"""

FILLERS = frozenset(_FILLERS.split())
"""Japanese words a claim may bring although its passage does not have them: they name no thing."""

_STOP_WORDS = """
a about after again all also an and any are as at be been before being both but by can could did do does each for from
get had has have how i if in into is it its itself just let may might more most must need not of on one only or other
our out own per please same shall she should so some such than that the their them then there these they this those
through to up us use very was we were what when where which who whom whose why will with within would you your
"""

STOP_WORDS = frozenset(_STOP_WORDS.split())
"""English words that carry no content."""
