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
nudge-matter-succession = このあとの担当
nudge-matter-walk = 途中の価値の棚卸し

# なぜ届いた？
nudge-why-title = なぜ届いた？
nudge-asks-confirm = 書かれた記録の内容でよいかを、おたずねするお知らせでした。
nudge-asks-goal = 面談の前に、目標を決めておきませんか、というお知らせでした。
nudge-asks-outcome = 面談がどうだったかを、おうかがいするお知らせでした。
nudge-asks-step = 次の一歩のご予定や、その後のご様子を、おうかがいするお知らせでした。
nudge-asks-time = 次の一歩の日時を決めておきませんか、というお知らせでした。
nudge-asks-thanks = お礼と次の一歩を、おすすめするお知らせでした。
nudge-asks-next_step = 次の一歩を決めておきませんか、というお知らせでした。
nudge-asks-decision = 続けるか、寝かせるか、今回は見送るかを、おうかがいするお知らせでした。
nudge-asks-wake = 寝かせていた件を、そろそろ再開しませんか、というお知らせでした。
nudge-asks-trial_ahead = 実証の判断の前に、ご準備をおうかがいするお知らせでした。
nudge-asks-trial = 実証の判断を、おうかがいするお知らせでした。
nudge-asks-issue = 課題がどうなったかを、おうかがいするお知らせでした。
nudge-asks-request = お願いをお引き受けいただけるかを、おうかがいするお知らせでした。
nudge-asks-succession = このあとのご担当を、おうかがいするお知らせでした。
nudge-asks-walk = 途中になっている価値の棚卸しの続きを、おうかがいするお知らせでした。

# 数え始めの日
nudge-since-confirm = 日数は、{ $day }から数えています。記録が書かれた日です。
nudge-since-prepare = 日数は、面談の日（{ $day }）をもとに数えています。
nudge-since-outcome = 日数は、{ $day }から数えています。面談の日か、そのあとにご連絡のあった日です。
nudge-since-next_step = 日数は、{ $day }から数えています。次の一歩の予定日か、そのあとにご連絡のあった日です。
nudge-since-set_time = 日数は、{ $day }から数えています。最後にご連絡のあった日か、そのあとに次の一歩を書かれた日です。
nudge-since-no_next_step = 日数は、{ $day }から数えています。最後にご連絡のあった日か、そのあとに状況の変わった日です。
nudge-since-wake = 日数は、{ $day }から数えています。再開のご希望の日です。
nudge-since-trial_decision = 日数は、実証の判断の日（{ $day }）をもとに数えています。
nudge-since-issue = 日数は、課題の期日（{ $day }）をもとに数えています。
nudge-since-request = 日数は、{ $day }から数えています。お願いのあった日です。
nudge-since-succession = 日数は、いまのご担当の最後の日（{ $day }）をもとに数えています。
nudge-since-walk = 日数は、{ $day }から数えています。最後にお答えのあった日か、再開のご希望の日です。

# きまりと、そこから決まった日
nudge-rule-same-day = お知らせの間隔は「{ $title }」で、{ $number } 番目のお声がけは、その日のうちです。
nudge-rule-after = お知らせの間隔は「{ $title }」で、{ $number } 番目のお声がけは、{ $working ->
    [yes] { $days } 営業日後です。
   *[no] { $days } 日後です（休みの日も数えます）。
}
nudge-rule-before = お知らせの間隔は「{ $title }」で、{ $number } 番目のお声がけは、{ $working ->
    [yes] { $days } 営業日前です。
   *[no] { $days } 日前です（休みの日も数えます）。
}
nudge-rule-again = お知らせの間隔は「{ $title }」で、お返事があるまで、{ $working ->
    [yes] { $days } 営業日ごとにお声をかけています。
   *[no] { $days } 日ごとにお声をかけています。
}
nudge-why-day = この日になったわけ
nudge-why-time = お届けの時刻と回数
nudge-why-yours = 変えられること
nudge-why-counted = { $count ->
    [1] { $from }の翌営業日は、{ $until }です。
   *[other] { $from }から数えて、{ $until }が { $count } 営業日目にあたります。
}
nudge-why-counted-days = { $from }から数えて、{ $until }が { $count } 営業日目にあたります（{ $days }）。
nudge-why-left-out = { $kind ->
    [weekday] そのあいだの、お仕事のない曜日（土日など）の { $count } 日は、数えていません。
    [holiday] 祝日の{ $days }は、数えていません。
    [new_year] 年末年始の{ $days }は、数えていません。
    [firm] 会社のお休みの{ $days }は、数えていません。
   *[own] ご自身のお休みの{ $days }は、数えていません。
}
nudge-why-moved = { $kind ->
    [weekday] { $day }はお仕事のない曜日ですので、
    [holiday] { $day }は祝日（{ $name }）ですので、
    [new_year] { $day }は年末年始のお休みですので、
    [firm] { $day }は会社のお休みですので、
    [firm_named] { $day }は会社のお休み（{ $name }）ですので、
   *[own] { $day }はご自身のお休みですので、
}{ $to ->
    [before] その前の営業日の{ $on }にしました。
   *[after] 次の営業日の{ $on }にしました。
}
nudge-why-put-off = 延期のご希望、またはご連絡をとられた直後のため、{ $day }より前は、お声がけを控えました。
nudge-why-partner = お電話やご訪問をおすすめするお知らせです。{ $day }はお相手の会社がお休みですので、{ $due }にしました。
nudge-why-passed = 記録やご変更がその日より後か、時間外でしたので、{ $due }のお知らせにしました。
nudge-why-due = お知らせの予定日は、{ $due }でした。
nudge-why-late = 予定の日にお届けできませんでしたので（Minori が動いていなかったときなど）、{ $day }のお届けになりました。
nudge-why-late-off = 予定の日からお休みでしたので、お休み明けの{ $day }にお届けしました。
nudge-why-late-pause = お知らせを一時お休みになるご希望でしたので、再開のあとの{ $day }にお届けしました。
nudge-why-late-pace = お届けの回数が「控えめ」ですので、週の最初の営業日の{ $day }にまとめました。
nudge-why-late-slot = その日のお知らせのあとに加わった件ですので、次のお届けの{ $day }になりました。
nudge-why-chosen = { $scope ->
    [event] この間隔は、コーディネーターの{ $name }さんが、「{ $event }」の件のためにお選びになりました。
   *[stage] この間隔は、コーディネーターの{ $name }さんが、この段階の件のためにお選びになりました。
}
nudge-why-chosen-by-colleague = { $scope ->
    [event] この間隔は、{ $name }さんが、「{ $event }」の件のためにお選びになりました。
   *[stage] この間隔は、{ $name }さんが、この段階の件のためにお選びになりました。
}
nudge-why-slot = お届けしたのは、{ $day } { $time } です。お知らせは、営業日の { $start }〜{ $end } のあいだにだけお届けしています。
nudge-why-pace = { $pace ->
    [lighter] いまのお届けの回数は「控えめ」（週の最初の営業日に1通）です。
    [fuller] いまのお届けの回数は「こまめ」（営業日に3通まで）です。
   *[normal] いまのお届けの回数は「ふつう」（営業日に1通まで）です。
}
nudge-why-change = { $muted ->
    [yes] この件のお知らせは、いま止めています。下のボタンで再開できます。お届けの回数や時刻を変えることも、しばらくお休みすることも、「通知の設定」でできます。
   *[no] お届けの回数や時刻を変えることも、しばらくお休みすることも、「通知の設定」でできます。この件のお知らせだけを止めることもできます。
}
nudge-why-settled = この件は、いまは落ち着いています。お届けしたときの理由をお伝えします。
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
nudge-upcoming-silent = このほかに、お知らせを止めている件が { $count } 件あります。「通知の設定」で再開できます。
nudge-upcoming-cut = 件数が多いため、日の近い { $count } 件の中から並べています。続きは、日が近づくと並びます。
nudge-upcoming-page = { $page } / { $pages } ページ
nudge-upcoming-late = 日が過ぎているもの
nudge-upcoming-today = きょう { $day }
nudge-upcoming-day = { $day }

# ホーム
nudge-home-heading = 今日と今週の予定
nudge-home-none = 今週の予定はありません。
nudge-home-settings = お知らせは、ご都合に合わせて変えられます。
nudge-home-more = ほかに { $count } 件あります。「予定をすべて見る」からご覧いただけます。

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
nudge-heartbeat-late-label = 止まっているあいだに遅れているもの
nudge-heartbeat-late = { $people ->
    [0] いまのところありません。
   *[other] { $people } 名の方への { $count } 件です。動きはじめしだい、それぞれの勤務時間のうちに一度だけお届けします。
}
nudge-silence-still = { $from }を最後に、お知らせの見回りが15分以上止まっています。
nudge-silence-over = { $from }から{ $until }まで、お知らせの見回りが止まっていました。いまは動いています。
nudge-silence-back = { $from }のあと、お知らせの見回りが15分以上止まっていました。いまは動いています。
nudge-silence-then = 失われたお知らせはありません。届いていない分は、動き出したあとの最初の時刻に、お一人一通にまとめてお届けします。
