# お知らせ（いつ・だれに・なぜ）の言葉。

# 一通のお知らせ
nudge-heading = いつもありがとうございます。{ $day }のお知らせです（{ $count } 件）
nudge-late = お休みなどのあいだにお届けできなかった分も、まとめてお届けします。
nudge-cited = ガイドから：「{ $quote }」[{ $number }]
nudge-rest = ほかに { $count } 件あります。「予定をすべて見る」からご覧いただけます。
nudge-rest-named = ほかに { $count } 件あります：{ $titles }
nudge-all-settled = ありがとうございます。このお知らせの件は、すべて落ち着いています。
nudge-not-yours = 恐れ入りますが、このお知らせは、お届けした方だけがご覧になれます。

# ボタン
nudge-offer-why = なぜ届いた？
nudge-offer-mute = この件の通知を止める
nudge-offer-unmute = この件の通知を再開する
nudge-offer-settings = 通知の設定
nudge-offer-upcoming = 予定をすべて見る
nudge-offer-details = 詳しく
nudge-offer-earlier = 前のページ
nudge-offer-later = 次のページ
nudge-offer-cadence = お知らせの間隔を選ぶ

# 用件
nudge-matter-confirm = 記録のご確認
nudge-matter-prepare = 面談の準備
nudge-matter-outcome = 面談の振り返り
nudge-matter-next_step = 次の一歩
nudge-matter-set_time = 次の一歩の日時
nudge-matter-no_next_step = 次の一歩がまだ決まっていない件
nudge-matter-wake = 寝かせていた件
nudge-matter-trial_decision = 実証の判断
nudge-matter-issue = 課題
nudge-matter-request = お願いへのお返事
nudge-matter-succession = 来年度の担当

# 数え始めの日
nudge-since-confirm = { $day }（記録をお書きした日）
nudge-since-prepare = { $day }（面談の日）
nudge-since-outcome = { $day }（面談の日、またはその後のご連絡の日）
nudge-since-next_step = { $day }（次の一歩の予定日、またはその後のご連絡の日）
nudge-since-set_time = { $day }（最後にご連絡のあった日、または次の一歩を書かれた日）
nudge-since-no_next_step = { $day }（最後にご連絡のあった日、またはその後に状況の変わった日）
nudge-since-wake = { $day }（再開のご希望の日）
nudge-since-trial_decision = { $day }（実証の判断の日）
nudge-since-issue = { $day }（課題の期日）
nudge-since-request = { $day }（お願いした日）
nudge-since-succession = { $day }（年度の終わり）

# 何をお尋ねしているか
nudge-asks-confirm = 記録の内容でよいか
nudge-asks-goal = 面談の目標
nudge-asks-outcome = 面談がどうだったか
nudge-asks-step = 次の一歩がどうなったか
nudge-asks-time = 次の一歩の日時
nudge-asks-thanks = お礼と、次の一歩
nudge-asks-next_step = 次の一歩
nudge-asks-decision = 続けるか、寝かせるか、今回は見送るか
nudge-asks-wake = そろそろ再開するか
nudge-asks-trial_ahead = 実証の判断に向けた準備
nudge-asks-trial = 実証の判断
nudge-asks-issue = 課題がどうなったか
nudge-asks-request = お引き受けいただけるか
nudge-asks-succession = 来年度の担当

# なぜ届いた？
nudge-why-title = なぜ届いた？
nudge-why-about = 件名
nudge-why-matter = 用件
nudge-why-asks = お尋ねしていること
nudge-why-since = 数え始め
nudge-why-rule = きまり
nudge-why-day-off = 休みにあたるとき
nudge-why-put-off = お休みした日
nudge-why-due = お知らせの予定日
nudge-why-days = 数えた営業日
nudge-why-days-off = 数えなかった日
nudge-why-cadence = お知らせの間隔
nudge-why-slot = お届けした時
nudge-why-pace = お届けの回数
nudge-why-late = お休みなどのあいだにお届けできなかったため、予定日より後になりました。
nudge-rule-same-day = その日
nudge-rule-after-working = { $days } 営業日後
nudge-rule-after-calendar = { $days } 日後（休みの日も数えます）
nudge-rule-before-working = { $days } 営業日前
nudge-rule-before-calendar = { $days } 日前（休みの日も数えます）
nudge-rule-again-working = お返事があるまで { $days } 営業日ごと
nudge-rule-again-calendar = お返事があるまで { $days } 日ごと
nudge-day-off-next = 次の営業日
nudge-day-off-previous = 前の営業日
nudge-put-off = { $day }より前は、お知らせを控えていました（延期のご希望、またはご連絡の直後のため）
nudge-days-counted = { $days }（{ $count } 営業日）
nudge-days-off = 土日・祝日・会社の休み・ご自身の休み { $count } 日
nudge-cadence-default = { $title }
nudge-cadence-chosen = { $title }（コーディネーターの{ $name }さんが選びました）
nudge-slot = { $day } { $time }（お届けできる時間は { $start }〜{ $end }）
nudge-muted = 承知いたしました。この件のお知らせを止めました。記録はそのまま残っています。
nudge-unmuted = ありがとうございます。この件のお知らせを再開します。

# 通知の設定
nudge-settings-title = 通知の設定
nudge-settings-intro = お知らせは、営業日の { $start }〜{ $end } のあいだだけお届けします。お休みの日と夜間にはお届けしません。
nudge-settings-pace = お届けの回数
nudge-pace-lighter = 控えめ（週の最初の営業日に1通）
nudge-pace-normal = ふつう（営業日に1通まで）
nudge-pace-fuller = こまめ（営業日に3通まで）
nudge-settings-time = お届けの時刻
nudge-settings-more-time = お届けの時刻 { $number }（「こまめ」の方だけ）
nudge-settings-pause = お休みする（この日から再開）
nudge-settings-pause-hint = この日の前の日まで、お知らせを止めます。止めていた分は、再開の日にまとめてお届けします。
nudge-settings-muted = 通知を止めている件
nudge-settings-muted-hint = お選びになった件のお知らせを再開します。
nudge-settings-submit = 保存する
nudge-settings-kept = ありがとうございます。次のように承りました。
nudge-settings-unreadable = 恐れ入ります。時刻か日付を読み取れませんでした。もう一度お選びください。
nudge-settings-outside = 恐れ入ります。お届けの時刻は、{ $start } から { $end } の前までの間でお選びください。
nudge-settings-past = 恐れ入ります。再開の日（{ $day }）は、あす以降でお選びください。
nudge-times = お届けの時刻：{ $times }
nudge-paused = { $day }からお届けします（それまでお休みします）

# 予定
nudge-upcoming-title = 予定
nudge-upcoming-none = いつもありがとうございます。これから4週間の予定はありません。出会いを記録なさると、ここに予定が並びます。
nudge-upcoming-elsewhere = 予定は、Minori との直接の会話だけでお見せしています。そちらで「予定」とお送りください。
nudge-upcoming-count = いつもありがとうございます。これから4週間の予定は { $count } 件です。
nudge-upcoming-page = { $page } / { $pages } ページ
nudge-upcoming-late = 日が過ぎているもの
nudge-upcoming-today = きょう { $day }
nudge-upcoming-day = { $day }

# ホーム
nudge-home-heading = 今日と今週の予定
nudge-home-none = 今週の予定はありません。
nudge-home-settings = お知らせは、ご都合に合わせて変えられます。
nudge-home-more = ほかに { $count } 件あります。

# お知らせの間隔（コーディネーター）
nudge-cadence-title = お知らせの間隔
nudge-cadence-intro = 会社のイベントか段階ごとに、お知らせの間隔をお選びいただけます。お決めにならなければ「標準」でお知らせします。
nudge-cadence-company = 会社
nudge-cadence-stage = 段階
nudge-cadence-event = イベント
nudge-cadence-event-hint = 段階のかわりに、イベント名を記録のとおりにお書きください。
nudge-cadence-cadence = 間隔
nudge-cadence-submit = この間隔にする
nudge-cadence-one-of-two = 恐れ入ります。段階かイベントのどちらか一つと、間隔をお選びください。
nudge-cadence-coordinators-only = 恐れ入りますが、お知らせの間隔は、その会社を担当するコーディネーターの方だけがお選びになれます。
nudge-cadence-kept = ありがとうございます。{ $company }の次の件は「{ $title }」の間隔でお知らせします。
nudge-cadence-from-now = 進行中の件も、この間隔で数え直しました。

# 動いているかどうか
nudge-heartbeat-label = お知らせの見回り
nudge-heartbeat = 動いています（最後の見回りは { $when }）
nudge-heartbeat-silent = { $when }を最後に止まっています。管理者にお知らせください。
nudge-heartbeat-never = まだ一度も動いていません
nudge-silence-still = { $from }を最後に、お知らせの見回りが15分以上止まっています。
nudge-silence-over = { $from }から{ $until }まで、お知らせの見回りが止まっていました。いまは動いています。
nudge-silence-back = { $from }のあと、お知らせの見回りが15分以上止まっていました。いまは動いています。
nudge-silence-then = 失われたお知らせはありません。届いていない分は、動き出したあとの最初の時刻に、お一人一通にまとめてお届けします。
