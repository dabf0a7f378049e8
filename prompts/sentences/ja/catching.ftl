# 出会いをその場で書きとめるときの文。押していただくまで、何も記録しない。

# 項目
catch-label-company = 会社
catch-label-visited = 訪問先
catch-label-person = お名前
catch-label-title = 役職
catch-label-event = 場
catch-label-met-on = 会った日
catch-label-topic = 話題
catch-label-step = 次の一歩
catch-label-step-for-all = 次の一歩（全員に）
catch-label-due = 日時
catch-label-meeting = 面談の予定
catch-meeting-counts = 面談として扱います（前に目標を、あとに結果をうかがいます）
catch-label-day = 次の一歩の日
catch-label-time = 次の一歩の時刻
catch-due = { $day }{ $time }

# 一行を読み取ったとき
catch-proposed = ありがとうございます。出会いとして、次のように読み取りました。
catch-proposed-visit = ありがとうございます。ご担当の会社へのご訪問として、次のように読み取りました。
catch-proposed-nobody = ありがとうございます。お相手の会社とお名前を読み取れませんでした。「直す」からご記入いただけますか。
catch-not-kept-yet = まだ記録していません。書かれていないところは「—」のままで結構です。
catch-clipped = 長いところは途中（…）までになっています。全文を残すときは、「直す」でご記入ください。
catch-like = 以前の記録に「{ $name }」様がいらっしゃいます。同じ方でしょうか。
catch-like-firm = 以前の記録に「{ $name }」があります。同じ会社でしょうか。
catch-note-weekday = 日付と曜日が合わないため、日付のほうを採りました。お確かめください。
catch-note-no-such-day = 暦にない日付のため、空けてあります。
catch-note-day-not-said = 日にちまでは書かれていないため、空けてあります。
catch-note-time-not-said = 時刻までは書かれていないため、空けてあります。
catch-note-afternoon = 時刻は午後として読みました。お確かめください。
catch-note-half-not-said = 午前か午後か書かれていないため、時刻は空けてあります。
catch-note-several-steps = 次の一歩がいくつかあるため、日時は最初のものを採りました。
catch-note-several-people = お名前がいくつかあるため、最初の方を採りました。
catch-dropped = 記録しませんでした。どこにも残っていません。
catch-kept = 記録しました。ありがとうございます。
catch-unreadable = このボタンは読み取れなくなっています。お手数ですが、もう一度お書きください。
catch-not-yours = お気づかいありがとうございます。これは、お書きになった方だけが押せます。
catch-in-private = 出会いの記録は、Minori とのダイレクトメッセージでお預かりします。お手数ですが、そちらにお書きください。
catch-how = 出会いは、下のボタンから記録できます。ダイレクトメッセージに「昨日、展示会で○○製作所の△△さんと名刺交換。来週水曜10時にサンプルを送る」のように一行でお書きいただいても結構です。
catch-step-missing = 日時に何をするかを、「次の一歩」にひとことご記入いただけますか。

# ボタン
catch-offer-record = 記録する
catch-offer-no-meeting = 面談の予定にしない
catch-offer-as-meeting = 面談の予定にする
catch-offer-visit = 支援記録として
catch-offer-meeting = 出会いとして
catch-offer-same = 同じ方として記録する
catch-offer-other = 別の方として記録する
catch-offer-same-firm = 同じ会社として記録する
catch-offer-other-firm = 別の会社として記録する
catch-offer-fix = 直す
catch-offer-drop = やめる
catch-offer-back = 元に戻す
catch-offer-ask = 質問として尋ねる
catch-offer-line = 出会いとして記録する
catch-offer-other-line = 別の方です
catch-offer-form = 出会いを記録する
catch-offer-for = 会社の方に代わって書く
catch-offer-for-president = 社長に代わって書く
catch-offer-undo = 取り消す

# 書くところ
catch-form-title = 出会いを記録
catch-fix-title = 直して記録
catch-submit = 記録する
catch-field-kind = 記録の種類
catch-kind-visit = 支援記録として
catch-kind-meeting = 出会いとして
catch-hint-person = 「様」「さん」は不要です。
catch-hint-event = 例：ものづくりフェア、ご紹介、来社
catch-hint-topic = 伺ったことや、お困りのこと。お言葉のままで結構です。
catch-hint-step = ご自身がなさることを、ひとことで。例：サンプルを送る

# 会社の方に代わって
catch-for-title = 代わりに書く
catch-for-about = ご本人にお確かめいただいてから、会社の記録になります。
catch-field-for = お確かめいただく方
catch-hint-for = この方のダイレクトメッセージに、確認のお願いが届きます。
catch-for-choice = { $company }　{ $name } 様
catch-for-submit = 確認をお願いする
catch-for-choose = お確かめいただく方をお選びください。
catch-for-nobody = 代わりにお書きになれる方が、まだ登録されていません。会社の方のご登録を、管理者にご相談ください。
catch-for-undone = 取り消しました。確認のお願いの内容は消去しています。
catch-for-sent = ありがとうございます。{ $name }様に、確認をお願いしました。確認をいただくと、会社の記録になります。

# 名刺の一覧
catch-default-step = お礼と次の一歩のご相談
catch-list-head = お疲れさまでした。{ $count }名の方について、順に伺います（{ $done }/{ $count } 済み）。
catch-list-finished = お疲れさまでした。すべて済みました。次の一歩あり { $kept } 件、ご挨拶のみ { $greeted } 件、あとで { $later } 件です。
catch-list-asks-about = どちらで、いつお会いになった方々でしょうか。「まとめて決める」で、一度にご記入いただけます。
catch-list-asks-where = どちらでお会いになった方々でしょうか。「まとめて決める」で、一度にご記入いただけます。
catch-list-asks-when = いつお会いになった方々でしょうか。「まとめて決める」で、一度にご記入いただけます。
catch-list-each = お一人ずつ
catch-card-met-on = 会った日：{ $day }
catch-step-for-all = { $step }（{ $day }{ $time }）
catch-list-too-many = 一度に { $taken } 枚までお預かりします。残りの { $left } 枚は読み込んでいません。お手数ですが、分けてお送りください。
catch-list-kept-until = この一覧はご本人だけに見え、{ $day }に消えます。記録した出会いは残ります。
catch-list-none-later = あとでにした方は、いらっしゃいません。
catch-list-rest-done = 残りの { $count } 件を「ご挨拶のみ」にしました。
catch-list-gone = この一覧は、もうありません。お預かりするのは 30 日間です。お手数ですが、もう一度お送りください。
catch-list-forgotten = 一覧を消しました。記録した出会いは、そのまま残っています。
catch-card-full = { $number }. { $company }　{ $person } 様
catch-card-firm = { $number }. { $company }
catch-card-person = { $number }. { $person } 様
catch-card-words = { $number }. 「{ $words }」
catch-card-event = 場：{ $event }
catch-card-step = 次の一歩：{ $step }
catch-card-meeting = 面談の予定として記録します
catch-card-twice = { $number } 枚目の「{ $name }」様と同じ方でしょうか。
catch-card-like = 以前の記録にある「{ $name }」様と同じ方でしょうか。
catch-card-like-firm = 以前の記録にある「{ $name }」と同じ会社でしょうか。
catch-card-like-listed = この一覧にある「{ $name }」と同じ会社でしょうか。
catch-card-kept = ✓ { $number }. { $name } 様：次の一歩あり
catch-card-greeted = ✓ { $number }. { $name } 様：ご挨拶のみ
catch-card-later = { $number }. { $name } 様：あとで
catch-card-same = { $number }. { $name } 様：同じ方のため、まとめました
catch-card-title = 名刺を直す
catch-card-done-already = すでに済んでいます。変えるときは、「取り消す」のあとにお願いいたします。
catch-card-put-right = 直しました。記録は、一覧のボタンからお願いいたします。
catch-field-then = この方は
catch-then-keep = 次の一歩あり（記録する）
catch-then-wait = 直すだけ（あとで決める）
catch-offer-keep = 次の一歩あり
catch-offer-later = あとで
catch-offer-greeting = ご挨拶のみ
catch-offer-card-same = 同じ方です
catch-offer-card-other = 別の方です
catch-offer-card-same-firm = 同じ会社です
catch-offer-card-other-firm = 別の会社です
catch-offer-about = まとめて決める
catch-offer-show-later = あとでの { $count } 件を見る
catch-offer-rest = 残りすべて ご挨拶のみ
catch-rest-confirm = 残りの { $count } 件を「ご挨拶のみ」として記録します。この先のお知らせは届きません。10 分以内なら取り消せます。よろしいですか。
catch-offer-forget = 一覧を消す
catch-forget-confirm = この一覧を消します。記録した出会いは残りますが、まだ押していない方は失われます。よろしいですか。
catch-offer-open = 続ける
catch-offer-as-guide = ガイドとして読み込む
catch-about-title = まとめて決める
catch-about-how = これから押す方全員に使います。お一人ずつ変えるときは、それぞれの「直す」をお使いください。
catch-about-submit = 決める
catch-about-done = 決めました。これから押す方に使います。
catch-undo-late = 取り消せるのは 10 分以内です。内容は、出会いの記録から変えられます。
catch-home = 途中の一覧
catch-home-list = { $count } 件のうち { $done } 件が済んでいます
catch-home-more = ほかに { $count } 件の一覧があります。上の一覧が済みしだい、ここに並びます。

# ファイル
catch-file-in-private = 名簿や予定表は、Minori とのダイレクトメッセージでお預かりします。お手数ですが、そちらにお送りください。
catch-file-no-list = 「{ $file }」は、名簿として読めませんでした。一行目に「会社名」「氏名」などの見出しがあるかお確かめください（ほかに「部署」「役職」「備考」「イベント」を読み取ります）。
catch-file-empty = 「{ $file }」には、見出しのほかにお名前が見つかりませんでした。お確かめのうえ、もう一度お願いいたします。
catch-file-unread = 「{ $file }」から、予定やお名前を読み取れませんでした。お手数ですが、元のソフトから書き出し直して、もう一度お願いいたします。

# 予定表
catch-dates-head = ありがとうございます。社外の方との面談を { $count } 件見つけました（{ $done }/{ $count } 済み）。
catch-dates-how = これからの面談は、記録すると、面談の前に目標をうかがいます。済んだ面談は、どうだったかをうかがいます。押していただくまで、何も記録しません。
catch-dates-finished = お疲れさまでした。すべて済みました。記録 { $kept } 件、記録しない { $later } 件です。
catch-dates-left-out = 社内だけの予定 { $internal } 件、中止・ご欠席の予定 { $cancelled } 件、期間の外（14 日より前、180 日より先）の予定 { $elsewhen } 件は、含めていません。
catch-dates-none = 「{ $file }」に、社外の方との面談は見つかりませんでした（社内だけの予定 { $internal } 件、中止・ご欠席 { $cancelled } 件、期間の外 { $elsewhen } 件）。
catch-date-title = { $when }　{ $summary }
catch-date-with = お相手：{ $name } 様
catch-date-where = 場所：{ $place }
catch-date-moved = 記録にある日時と変わっています。
catch-date-kept = ✓ { $number }. { $name }：記録しました
catch-date-left = { $number }. { $name }：記録しない
catch-offer-plan = 面談の予定として記録
catch-offer-move = 記録の日時を直す
catch-offer-outcome = どうでしたか
catch-offer-leave-out = 記録しない
catch-outcome-title = 面談はどうでしたか
catch-outcome-thanks = 面談、お疲れさまでした。お時間のあるところまでで結構です。
catch-outcome-choose = 面談がどうだったかを、お選びください。
catch-field-outcome = 目標に届きましたか
catch-field-learned = わかったこと

# メッセージのメニューから
catch-note-title = 次の一歩にする
catch-note-which = どの出会いの次の一歩ですか
catch-note-new = 新しい出会いとして（会社かお名前をご記入ください）
catch-note-no-words = このメッセージには、文字が見当たりませんでした。文字のあるメッセージでお試しください。
catch-note-choose = どの出会いの次の一歩かを、お選びください。

# 小さな試し
catch-try-title = 小さな試しを出会いに
catch-try-about = 試すことを、出会いの「次の一歩」として記録します。日と時刻まで決めておくと、その日にお知らせできます。
catch-try-where = どこに記録しますか
catch-try-new = 新しい出会い
catch-label-cap = 費用の上限
catch-hint-cap = 「3万円まで」「0円」のように、お言葉で。まだでしたら、空けたままで大丈夫です。
catch-try-whom = どなたと試すか、会社かお名前のどちらかをご記入いただけますか。
catch-try-moment = 次の一歩の日と時刻を、どちらもお選びいただけますか。あとから変えられます。
catch-try-step = { $step }（費用：{ $cap }）
