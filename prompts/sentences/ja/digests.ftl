# コーディネーターへのまとめについての文。どの会社の、何が、いつから、お力を待っているか。

# 見出し
digest-weekly = いつもありがとうございます。{ $day }のご担当先のまとめです（{ $count } 件）
digest-daily = いつもありがとうございます。{ $day }に新しくお知らせする件です（{ $count } 件）
digest-empty-week = いつもありがとうございます。今週、お力をお借りしたい件はありません。
digest-empty = いま、お力をお借りしたい件はありません。
digest-all-settled = ありがとうございます。このまとめの件は、すべて片付いています。
digest-settled = このほか { $count } 件は、片付いたか、見送り・延期をされています。
digest-rest = ほかに { $count } 件あります。
digest-paragraph = 言語モデルによるひとこと
digest-paragraph-by-model = { $text }（言語モデルが、上の件だけをもとに書いた文です。人が確かめたものではありません。）
digest-page = 全 { $count } 件です（{ $page }／{ $pages } ページ）。
digest-all-title = ご担当先のまとめ
digest-not-yours = 恐れ入ります。このまとめは、お受け取りになったコーディネーターご本人だけがご覧になれます。

# なぜお力が要るか
digest-kind-decision = 判断の日が来ている実証
digest-kind-wall_1 = 名刺交換のあと、止まっている出会い
digest-kind-wall_2 = 市場・使い手・決める方が決まっていない開発
digest-kind-wall_3 = 基準・判断の日・払い手が決まっていない実証
digest-kind-overdue = 予定の日を過ぎ、お声がけでも動いていない次の一歩
digest-kind-question = お返事をお待ちのご質問
digest-kind-silent = しばらく記録のない会社
digest-kind-card_shared = 新しく共有された価値カード
digest-kind-card_stuck = 止まっている価値カード
digest-kind-hand_over = 引き継ぎ
digest-kind-introduction = お引き合わせの候補

# 一件ずつ
digest-decision-ahead = 実証の判断の日は{ $day }です。
digest-decision-today = 実証の判断の日は本日です。
digest-decision-past = 実証の判断の日（{ $day }）を過ぎましたが、結果がまだ記録されていません。
digest-wall_1 = { $day }から、次の一歩（担当・日付・時刻）が決まっていません。
digest-wall_1-several = 次の一歩が決まっていない出会いが { $count } 件あります。最も古いものは{ $day }からです。
digest-wall_2 = { $day }から、開発の市場・使い手・決める方のいずれかが決まっていません。
digest-wall_2-several = 市場・使い手・決める方のいずれかが決まっていない開発が { $count } 件あります。最も古いものは{ $day }からです。
digest-wall_3 = { $day }から、実証の成功の基準・判断の日・払い手のいずれかが決まっていません。
digest-wall_3-several = 成功の基準・判断の日・払い手のいずれかが決まっていない実証が { $count } 件あります。最も古いものは{ $day }からです。
digest-overdue = 次の一歩の日（{ $day }）を過ぎ、ひととおりのお声がけのあとも、動きが記録されていません。
digest-overdue-several = 次の一歩の日を過ぎたままの出会いが { $count } 件あります。最も古いものは{ $day }の予定でした。
digest-question = { $day }にお預かりしたご質問が、お返事をお待ちです。
digest-question-late = { $day }にお預かりしたご質問が、お返事のめやすを過ぎています。
digest-silent = { $day }を最後に、記録もお返事もありません。
digest-card_shared = 価値カードが{ $day }に共有されました。
digest-card_stuck = わからないままの問いが { $open } つあり、{ $day }から動いていません。
digest-hand_over = ご担当は{ $day }までです。後任が決まっていません。
digest-hand_over-asked = { $name }さんから{ $day }に、{ $firms } 社の担当をお願いできないかとのご依頼がありました。お返事をお待ちです。
digest-hand_over-leaving = { $day }からあとのご担当が決まっていません。
digest-introduction = お引き合わせできそうな相手先があります。

# いつから
digest-age = { $days } 日（{ $working } 営業日）
digest-age-today = 本日
digest-in-days = あと { $days } 日
digest-a-question = ご質問
digest-a-request = 担当の引き継ぎのご依頼
digest-own-firms = ご担当の会社

# ボタン
digest-offer-pictures = 図で見る
digest-offer-export = Excel で受け取る
digest-exported = ありがとうございます。いまのまとめの { $count } 件と、もとの記録です。
digest-file = まとめ { $day }
digest-with-pictures = 図と数字の表は、このメッセージのスレッドにあります。
digest-pictures-now = ありがとうございます。いまの様子の図と、もとの数字です。
digest-no-pictures = 恐れ入ります。いまは図をお出しできません。
help-bench-digest = 多くの会社の週のまとめを、図もふくめて測る（出会いを一件ずつ見る場合と並べて）。
digest-next-look = 詳しく見る
digest-next-answer = 回答する
digest-next-call = 連絡を記録する
digest-next-open_card = カードを見る
digest-next-name = 後任を選ぶ
digest-next-introduce = 打診する
digest-next-take_over = ご依頼を確かめる
digest-offer-all = すべて見る
digest-offer-now = いまのまとめを見る
digest-offer-tidy = 見送る・延期する
digest-offer-restore = 取り消す
digest-offer-settings = まとめの設定

# 見送る・延期する
digest-tidy-title = 見送る・延期する
digest-tidy-intro = お選びの件を、まとめから外します。事情が変わりましたら、あらためてお知らせします。
digest-tidy-drop = 見送る件（対応は要らない）
digest-tidy-later = 延期する件
digest-tidy-until = いつまで延期しますか（この日からまたお知らせします）
digest-tidy-submit = 外す
digest-tidy-none = 恐れ入ります。見送る件か、延期する件をお選びください。
digest-tidy-past = 恐れ入ります。延期の日付は、あす以降でお選びください。
digest-tidied = 承知いたしました。お選びの件を、まとめから外しました。
digest-restored = 元に戻しました。まとめに、また載せています。
digest-choice-decision = { $firm }{ $about }・実証の判断
digest-choice-wall_1 = { $firm }{ $about }・名刺交換のあと
digest-choice-wall_2 = { $firm }{ $about }・開発
digest-choice-wall_3 = { $firm }{ $about }・実証
digest-choice-overdue = { $firm }{ $about }・次の一歩
digest-choice-question = { $firm }{ $about }・ご質問
digest-choice-silent = { $firm }{ $about }・しばらく記録なし
digest-choice-card_shared = { $firm }{ $about }・新しいカード
digest-choice-card_stuck = { $firm }{ $about }・止まったカード
digest-choice-hand_over = { $firm }{ $about }・引き継ぎ
digest-choice-introduction = { $firm }{ $about }・お引き合わせ

# 設定
digest-settings-title = まとめの設定
digest-settings-intro = まとめは、営業日の { $start }〜{ $end } のあいだだけお届けします。お休みの日に当たるときは、次の営業日にお届けします。
digest-settings-weekday = 週のまとめをお届けする曜日
digest-settings-at = お届けの時刻
digest-settings-daily = 日ごとのお知らせ
digest-settings-daily-on = 日ごとのお知らせの曜日
digest-settings-daily-on-hint = お選びの曜日のうち、営業日で、新しくお力の要る件のある日だけお届けします。
digest-settings-daily-at = 日ごとのお知らせの時刻
digest-settings-daily-at-hint = 空欄のときは、週のまとめと同じ時刻です。
digest-settings-daily-scope = 日ごとのお知らせの対象の会社
digest-settings-daily-firms = 日ごとのお知らせで選んだ会社
digest-settings-daily-firms-hint = 日ごとのお知らせが「選んだ会社だけ」のときに使います。
digest-settings-silent = 記録のない会社をお知らせするまでの日数
digest-settings-silent-hint = { $fewest }〜{ $most } の数字でお書きください。
digest-settings-scope = 対象の会社
digest-settings-firms = 選んだ会社
digest-settings-firms-hint = 「選んだ会社だけ」のときに使います。共有を選ばれた会社だけが並びます。
digest-settings-submit = 保存する
digest-settings-kept = ありがとうございます。次のように承りました。
digest-settings-unreadable = 恐れ入ります。曜日か時刻を読み取れませんでした。もう一度お選びください。
digest-settings-silent-wrong = 恐れ入ります。日数は、{ $fewest } から { $most } までの数字でお書きください。
digest-settings-outside = 恐れ入ります。お届けの時刻は、{ $start } から { $end } の前までの間でお選びください。
digest-settings-daily-outside = 恐れ入ります。日ごとのお知らせの時刻は、{ $start } から { $end } の前までの間でお選びください。
digest-settings-no-day = 恐れ入ります。日ごとのお知らせの曜日を、一つ以上お選びください。
digest-settings-no-firm = 恐れ入ります。「選んだ会社だけ」のときは、会社を一つ以上お選びください。
digest-weekday = { $weekday ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
}
digest-weekday-never = 届けない
digest-daily-yes = 新しくお力が要る件のある日だけ届ける
digest-daily-no = 届けない
digest-daily-same-firms = 週のまとめと同じ
digest-scope-all = ご担当の会社と、担当の決まっていない会社
digest-scope-own = ご担当の会社だけ
digest-scope-chosen = 選んだ会社だけ
digest-kept-weekly = 週のまとめ：{ $weekday ->
    [1] 月曜日
    [2] 火曜日
    [3] 水曜日
    [4] 木曜日
    [5] 金曜日
    [6] 土曜日
   *[7] 日曜日
} { $time }
digest-kept-no-weekly = 週のまとめはお届けしません。
digest-kept-daily = 日ごとのお知らせ：新しくお力が要る件のある日だけ、{ $time }
digest-kept-daily-on = 日ごとのお知らせ：{ $on1 ->
    [1] 月
   *[0] {""}
}{ $on2 ->
    [1] 火
   *[0] {""}
}{ $on3 ->
    [1] 水
   *[0] {""}
}{ $on4 ->
    [1] 木
   *[0] {""}
}{ $on5 ->
    [1] 金
   *[0] {""}
}{ $on6 ->
    [1] 土
   *[0] {""}
}{ $on7 ->
    [1] 日
   *[0] {""}
}曜日のうち、新しくお力が要る件のある日だけ、{ $time }
digest-kept-daily-all = 日ごとのお知らせの対象：ご担当の会社と、担当の決まっていない会社
digest-kept-daily-own = 日ごとのお知らせの対象：ご担当の会社だけ
digest-kept-daily-chosen = 日ごとのお知らせの対象：選んだ会社だけ
digest-kept-no-daily = 日ごとのお知らせはお届けしません。
digest-kept-silent = 記録もお返事も { $days } 日ない会社をお知らせします。

# ホーム
digest-home = ご担当先のまとめ
digest-home-next = 次の週のまとめは、{ $day } { $time } にお届けします。
digest-home-none = 週のまとめは、お届けしない設定です。

# コマンドライン
help-digest = コーディネーターに届くまとめを、送らずに見ます。
    共有を選んだ会社のことだけが、事実から計算されて並びます。

    例:
      minori digest --preview --for 高橋由美 --on 2026-11-16
      minori digest --preview --for U05TAKAHASHI --json
help-digest-preview = 送らずに見る。この指定が要ります。
help-digest-for = だれに届くものか（名前、ID、Slack の ID、メールアドレス）。
help-digest-on = どの日のものか（YYYY-MM-DD）。省くと今日。いまの記録から、その日に何が言えるかを計算します。
digest-preview-only = まとめは自動で届きます。送らずに見るには --preview を付けてください。例: minori digest --preview --for 高橋由美
digest-bad-day = 「{ $given }」は日付として読めません。--on には 2026-11-16 のようにお書きください。
digest-no-coordinator = { $name }さんはコーディネーターではありません。まとめはコーディネーターにだけ届きます。コーディネーターの一覧は minori people list で見られます。
digest-preview-heading = { $name }さんへのまとめ（{ $day }）
digest-preview-day-off = { $day } はお休みの日です。この日に当たるまとめは { $comes } にお届けします。ここに出すのは { $day } の様子です。
digest-preview-line = ・{ $firm }：{ $text }（{ $age }）[{ $action }]
digest-preview-more = ほかに { $count } 件
