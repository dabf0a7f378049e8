# 引継ぎパック（Excel）の見出しと、`minori meetings` が言う文。
pack-sheet-open = 進行中の出会い
pack-sheet-history = これまでの経過
pack-header = 引き継ぎ資料　{ $name } 様　{ $day }
pack-company = 会社
pack-partner = お相手
pack-contact = お名前
pack-title = お役職
pack-event = 行事
pack-kind = 種類
pack-kind-meeting = 出会い
pack-kind-visit = 支援記録
pack-state = 状態
pack-state-unconfirmed = 確認待ち
pack-state-open = 進行中
pack-state-sleeping = 寝かせている
pack-stage = 段階
pack-wall = 次に要ること
pack-wall-1 = 次の一歩・日時
pack-wall-2 = 市場 / 使う人 / 決める人
pack-wall-3 = 物差し / 判断日 / 費用を持つ人
pack-met-on = お会いした日
pack-last-contact = 最後の連絡
pack-step = 次の一歩
pack-due-on = 期日
pack-due-time = 時刻
pack-step-owner = 次の一歩の担当
pack-owner = 担当
pack-goal = 目標
pack-issues = 課題
pack-on = 日付
pack-what = できごと
pack-by = 記録した方
pack-not-shared = （この会社が選んだ範囲でお見せしています）
pack-written = 引き継ぎ資料を書き出しました: { $path }（{ $count }件）
pack-not-written = 引き継ぎ資料を書き出せません: { $path }（{ $reason }）
programme-kept = 事業を登録しました: { $name }（担当 { $owner } 様、{ $day } まで）
programme-leaving-kept = { $owner } 様のご担当を { $day } までとして登録しました。期日の20営業日前から、後任の方をおうかがいします。
programme-bad-day = 日付を読めません: { $given }。2027-03-31 のように書いてください。

# 会話でお渡しする引き継ぎ資料
pack-offer = 引き継ぎ資料
pack-file = 引き継ぎ資料 { $day }
pack-file-volume = 引き継ぎ資料 { $day }（{ $count }分冊の{ $place }）
pack-file-volume-title = 引き継ぎ資料 { $place }/{ $count }（{ $day }現在）
pack-file-title = 引き継ぎ資料（{ $day }現在）
pack-making = 作成しています。できあがりましたら、ここへお送りします。
pack-here = お待たせいたしました。引き継ぎ資料です。進行中の件とこれまでの経過を、{ $firms }社・{ $count }件分まとめました。PDF は紙でお読みになるもの、Excel はすべてを載せたものです。
pack-care = 各社のことは、その会社がお見せすると決めた範囲だけを載せています。お渡しになる方に、お気をつけください。
pack-care-own = 社外の方のお名前が載っています。お渡しになる方に、お気をつけください。
pack-none = いま進行中の件がありませんので、お渡しする引き継ぎ資料はございません。
pack-elsewhere = 引き継ぎ資料は、ほかの方のいないところでお送りしています。お手数ですが、Minori との直接の会話に「引き継ぎ資料」とお書きください。
pack-more = このほかに{ $count }件ございます。

# 引き継ぎ資料の表（シートの名前）
pack-sheet-firms = 会社の一覧（お力が要る順）
pack-sheet-waits = 待っていることと約束
pack-sheet-ended = 終わった件
pack-sheet-cards = 価値カード
pack-sheet-questions = ご質問
pack-sheet-introductions = 進めているお引き合わせ
pack-sheet-dates = これからの予定
pack-sheet-people = 会社の方
pack-sheet-chosen = 設定と延期
pack-sheet-about = 載せていないこと

# 表の見出し
pack-number = 順
pack-reason = まずお願いしたいこと
pack-open = 件数
pack-at-wall = 壁の件数
pack-oldest = 最も長い件
pack-asked = ご質問
pack-shared = お見せいただいている範囲
pack-with = お相手
pack-sort = 種類
pack-sort-waits = 待っている
pack-sort-promised = 約束
pack-on-whom = どなたの番
pack-text = 内容
pack-since = いつから
pack-until = いつまで
pack-details = くわしく
pack-words = 言葉
pack-said = 話題・うかがうこと・わかったこと
pack-ended-on = 終わった日
pack-ending = 終わり方
pack-reason-ended = 理由
pack-lesson = 次に活かせること
pack-card = カード
pack-moved-on = 最後の変更
pack-edition = 版
pack-field = 項目
pack-reaches = 共有の範囲
pack-card-id = カードの番号
pack-question = ご質問
pack-asker = おたずねの方
pack-asked-on = 日付
pack-answer = お返事
pack-person = おたずねした方
pack-answer-given = この会社のお返事
pack-other = お引き合わせ先
pack-name = お名前
pack-email = メール
pack-back-on = お休みから戻る日

# 会社ごと
pack-shared-own = 自社のことですので、すべて載せています。
pack-shared-words = この会社は、言葉までお見せくださっています。
pack-shared-outline = この会社は、日付・段階・壁だけをお見せくださっています。
pack-shared-nothing = この会社は、記録をお見せになっていません。
pack-no-firm = 会社に属さない件
pack-nobody-named = お相手は未記入

# だれの番か
pack-promised-step = 次の一歩
pack-promised-reply = お返事の期限
pack-waits-owner = 担当の方がおられません。後任の方が要ります。
pack-waits-confirm = 記録のご確認を待っています。
pack-waits-request = お願いへのお返事を待っています。
pack-waits-talk = お願いについて、ご相談を希望されています。
pack-waits-wall_1 = 次の一歩（担当・日付・時刻）が決まっていません。
pack-waits-wall_2 = 決まっていないことがあります：
pack-waits-wall_3 = 実証で決まっていないことがあります：
pack-waits-issue = 課題
pack-waits-sleep = 寝かせています。
pack-waits-asked-back = 質問された方へ、うかがい直しています。

pack-ending-declined = 今回は見送る
pack-ending-greeting = ご挨拶のみ
pack-ending-achieved = 継続取引へ
pack-question-waiting = お返事待ち
pack-question-asked_back = うかがい直し中
pack-question-answered = 回答済み
pack-answer-none = まだ
pack-answer-yes = 話を聞いてみたい
pack-answer-no = 今回は見送る
pack-answer-talk = 相談したい
pack-date-meeting = 面談
pack-date-step = 次の一歩
pack-date-decision = 実証の判断
pack-date-wakes = 寝かせた件の再開
pack-date-postponed = 延期の終わり
pack-date-reply = ご質問へのお返事
pack-setting-digest = まとめの設定
pack-setting-cadence = お知らせの間隔
pack-put-off = 見送り・延期されている件
pack-postponed = お知らせを延期

# 載せていないことと、その理由
pack-lacks-nothing = { $count } 社は記録をお見せになっていないため、何も載せていません：{ $firms }
pack-lacks-words = { $count } 社は日付・段階・壁だけをお見せくださっているため、お相手・連絡先・言葉・課題・記録した方は載せていません：{ $firms }
pack-lacks-ended = 終わった件は、言葉までお見せの会社に限り、会社ごとに新しいものから { $most } 件までです。
pack-lacks-cards = 価値カードは、会社がご担当の方にお見せの項目だけです。お見せでない項目は、あることも載せていません。
pack-lacks-questions = ご質問は、ご本人がお受けになったものだけです。回答済みのものは、会社ごとに新しいものから { $most } 件までです。
pack-lacks-introductions = お引き合わせの相手先は、双方がご希望になるまで載せません。その会社にお伝えした言葉と、お返事だけを載せています。
pack-lacks-walks = 価値の棚卸しの対話は、その会社だけのものですので、載せていません。
pack-lacks-erased = 取り消された記録、消された記録は、どこにも残していないため、載せていません。

# 紙の資料
pack-page-subtitle = { $name } 様のご担当分　{ $day }現在
pack-page-header = 引き継ぎ資料　{ $name } 様　{ $day }
pack-page-care = 取扱注意：会社がお見せくださった範囲の資料です。後任の方だけにお渡しください。
pack-page-first = まずお願いしたいこと
pack-page-firms = { $firms } 社、{ $count } 件です。お力が要る会社から順に並べています。
pack-page-nothing-urgent = いま急ぐことはありません。
pack-page-nothing-recorded = お引き継ぎする件は、まだ記録されていません。
pack-page-more-dates = このほか { $count } 件は、Excel の「これからの予定」にあります。
pack-page-more-history = 新しいものからです。このほか { $count } 件は、Excel の「これまでの経過」にあります。
pack-page-more-ended = 新しいものからです。このほか { $count } 件は、Excel の「終わった件」にあります。
pack-page-cut = （続きは Excel にあります）
pack-page-until = { $day }まで
pack-page-late = { $day }まで（過ぎています）
pack-page-since = { $day }から
pack-page-away = お休みから{ $day }にお戻り
pack-page-last = 最後の連絡 { $day }
pack-page-owner = 担当 { $name } 様
pack-page-by = { $name } 様
pack-page-edition = 第 { $edition } 版（{ $day }）
pack-page-moved = { $day }現在

# 頃合いのお声がけ
pack-offer-all = 引き継ぎ資料（全社分）
pack-offered-year = いつもありがとうございます。{ $last }で年度が終わります。ご担当先の引き継ぎ資料を、いつでもお渡しできます。
pack-offered-leave = お休みのご予定（{ $first }〜{ $last }）を承りました。お休みの前に、ご担当先の引き継ぎ資料をお渡しできます。
pack-offered-how = 各社がお見せくださっている範囲で、PDF と Excel にまとめてお送りします。ご不要でしたら、このままで結構です。
pack-file-firm = 引き継ぎ資料 { $firm } { $day }
pack-file-firm-title = { $firm }の引き継ぎ資料（{ $day }現在）
pack-not-yours = 恐れ入ります。この会社は記録をお見せになっていないか、ご担当ではないため、引き継ぎ資料をお作りできません。

# コマンドライン
help-meetings-pack-firm = この会社だけ（名前か ID）。省くとご担当の全社。
pack-no-such-ending = この形では書き出せません: { $path }（.xlsx、.pdf、.ics のどれかにしてください）
export-pack-whole = 引き継ぎ資料は、会社（--firm）でだけ絞り込めます。

help-bench-packs = 引き継ぎ資料を一社分・百社分・全社分つくり、読み取りと各ファイルにかかる時間と、メモリーを測る。

    例: minori bench packs --firms 200 --encounters 10000
