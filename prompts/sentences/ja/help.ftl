# --help の文。例で教える。

help-minori = Minori（実り）: ガイドから、引用を確かめて答えます。

    はじめてのとき:
    　minori chat                          会話をする
    　minori ask "展示会のあと何をする？"    一つだけ尋ねる
    　minori guides add 手引き.pdf          ガイドを入れる
    　minori doctor                        状態を見る

    終了の値: 0 できた、1 できなかった、2 使い方の誤り。ガイドに記載がないときも 0 です。
help-json = 結果を JSON Lines で標準出力に出す（ほかの表示は標準エラーへ）
help-ask = 一つの質問、またはファイルの質問に答える。

    例:
    　minori ask "名刺交換のあと、いつまでに連絡すればいい？"
    　minori ask "What is a trial sheet?" --json
    　minori ask --file questions.jsonl > answers.jsonl

    ファイルは一行に一つの JSON で、"q" に質問を書きます。
help-ask-question = 質問
help-ask-file = 一行に一つ、"q" に質問を書いた JSON Lines のファイル
help-ask-hand-over = ガイドに記載がなければ、コーディネーターに引き継ぐ
help-chat = 会話をする。続きの質問は、前の質問を踏まえて答えます。

    例: minori chat
help-guides = ガイドを入れる、見る、戻す、引用をやめる。

    例:
    　minori guides add 手引き.pdf 補助金/ --edition 2026-04-01
    　minori guides list
    　minori guides show trial-sheet
help-guides-add = ファイルやフォルダーをガイドとして入れる。すべて入るか、何も変わらないかのどちらかです。

    読める形式: .md .txt .html .pdf .docx .pptx .xlsx .csv

    例:
    　minori guides add 手引き.pdf
    　minori guides add 資料/ --kind plan --region 鶴岡市
    　minori guides add 手引き2027.pdf --id tebiki --edition 2027-04-01
    　minori guides add 手引き.pdf --dry-run
help-guides-add-paths = ファイルまたはフォルダー
help-guides-add-id = 版が変わっても同じ、ガイドの名前。同じ id を入れると新しい版になる
help-guides-add-title = 題名
help-guides-add-edition = 版の日付（2026-04-01、令和8年4月1日 など）
help-guides-add-kind = 種類（guide、plan、qa など）
help-guides-add-audience = 読む人（何度でも書ける）
help-guides-add-source = 出典（何度でも書ける）
help-guides-add-language = 言語（ja または en）
help-guides-add-region = 対象地域
help-guides-add-contact = お問い合わせ先
help-guides-add-valid-from = 有効になる日
help-guides-add-valid-until = 有効期限。過ぎると、回答の最初にそのことを伝える
help-guides-add-deadline = 締切
help-guides-add-encoding = 文字コード（utf-8、cp932、euc-jp、utf-16）。ふつうは自動で判定する
help-guides-add-allow-older = 今の版より古い版でも入れる
help-guides-add-dry-run = 何が入るかを見るだけで、何も変えない
help-guides-id = ガイドの id（minori guides list で見られる）
help-guides-list = ガイドの一覧。

    例: minori guides list --json
help-guides-show = 一つのガイドを、引用される形で見る。

    例: minori guides show trial-sheet
help-guides-show-release = 何番目の版か（書かなければ今の版）
help-guides-rollback = 前の版に戻す。引用をやめたガイドも戻せる。

    例: minori guides rollback trial-sheet
help-guides-rollback-to = 何番目の版に戻すか
help-guides-retire = ガイドの引用をやめる。何も消えません。

    例: minori guides retire trial-sheet
help-people = 使う人を登録する、見る、利用を止める。

    例:
    　minori people import 名簿.csv
    　minori people list
    　minori people show sato@example.jp
help-people-import = 名簿（CSV）を取り込む。まず何が変わるかを見せ、--apply を付けると登録します。

    見出し: 氏名、会社、役割、言語、時間帯、勤務開始、勤務終了、曜日、Slack ID、メール、担当コーディネーター
    氏名と、Slack ID かメールのどちらかが要ります。空欄は、今の登録のままにします。

    例:
    　minori people import 名簿.csv
    　minori people import 名簿.csv --apply --by "鈴木 花子"
help-people-import-file = 名簿の CSV ファイル（Excel の CSV のままで読めます）
help-people-import-apply = 登録する（書かなければ、何が変わるかを見るだけ）
help-people-import-by = 登録する人の名前。はじめてのご案内に出ます（書かなければ、ただ一人の管理者、または「管理者」）
help-people-list = 登録されている人の一覧。

    例: minori people list --json
help-people-list-all = ゲストも見せる
help-people-show = 一人の登録を見る。

    例: minori people show sato@example.jp
help-people-who = メール、Slack ID、または氏名
help-people-remove = 一人の利用を止め、質問と感想の記録を消す。本人が「もう一度使う」を選べば戻れます。

    例: minori people remove sato@example.jp
help-calendar = 祝日の表と、会社・個人・取引先の休み。

    例:
    　minori calendar load syukujitsu.csv --dry-run
    　minori calendar show 2027
    　minori calendar next 2026-12-28
    　minori calendar company add "株式会社山田製作所" --from 2026-08-12 --until 2026-08-16 --name お盆
help-calendar-load = 内閣府の祝日の CSV を読み込み、いまの表と置き換える。何が加わり、何がなくなるかを見せます。

    例: minori calendar load syukujitsu.csv --dry-run
help-calendar-load-file = 内閣府の CSV（syukujitsu.csv。Shift_JIS のままで読めます）
help-calendar-load-dry-run = 何が変わるかを見るだけにする
help-calendar-load-by = 読み込む人の名前
help-calendar-unload = 読み込んだ表を外し、その前の表（なければ付属の表）に戻す。

    例: minori calendar unload
help-calendar-show = いま使っている祝日の表を見る。

    例: minori calendar show 2027 --json
help-calendar-show-year = 年（書かなければ今年）
help-calendar-next = ある日の次の営業日。

    例: minori calendar next 2026-12-28 --days 5 --for sato@example.jp
help-calendar-next-day = 日付（2026-12-28）
help-calendar-next-days = 何営業日先か（0 はその日、休みならその次の営業日）
help-calendar-next-for = だれの営業日か（メール、Slack ID、または氏名。書かなければ月曜から金曜）
help-calendar-company = 会社の休みと出勤日。
help-calendar-company-add = 会社の休み（年末年始、お盆、創立記念日など）か、出勤する土曜などを登録する。

    例: minori calendar company add "株式会社山田製作所" --from 2026-12-29 --until 2027-01-04 --yearly --name 年末年始
help-calendar-company-name = 会社の名前
help-calendar-leave = 個人の休み。
help-calendar-leave-add = 一人の休みを登録する。その間、本人には何も届きません。

    例: minori calendar leave add sato@example.jp --from 2026-12-01 --until 2026-12-04
help-calendar-partner = 取引先の休み。
help-calendar-partner-add = ある会社から見た取引先の定休日か休業日を登録する。その日に電話や訪問をお願いすることはありません。

    例: minori calendar partner add "株式会社山田製作所" "みどり食品" --weekdays 水
help-calendar-partner-name = 取引先の名前
help-calendar-from = 始まりの日（2026-12-29）
help-calendar-until = 終わりの日。一日だけなら要りません
help-calendar-name = 名前（年末年始、お盆など）
help-calendar-yearly = 毎年
help-calendar-working = 休みではなく、出勤日
help-calendar-weekdays = 毎週休む曜日（水、土日など）。土日も書きます。書いた曜日だけが休みになります
help-calendar-list = 登録されている休みの一覧。

    例: minori calendar list --json
help-calendar-remove = 登録した休みを取り消す。

    例: minori calendar remove 0f0b8f7c-5b0f-5d6a-8f0c-3c3f1f7f6d11
help-calendar-remove-id = 一覧のいちばん左の ID
help-doctor = 設定、置き場所、データベース、検索の状態と、どうすればよいかを言う。

    例: minori doctor --json
help-check = プログラムに付属する文とガイドを点検する。

    例: minori check
help-backup = すべてを一つのファイルに写す。動いている最中でも安全です。

    例: minori backup minori-backup.zip
help-backup-file = 作るファイル
help-backup-overwrite = 同じ名前のファイルがあれば置き換える
help-restore = バックアップから戻す。前のデータは消さずに残します。

    例: minori restore minori-backup.zip --overwrite
help-restore-file = バックアップのファイル
help-restore-overwrite = 今のデータに代えて戻す
help-bench = 測る。

    例: minori bench retrieval --passages P.jsonl --questions Q.jsonl
help-bench-tick = 進行中の出会いがたくさんあるときに、お知らせの見回り一回にかかる時間を、全部を順に調べる書き方と並べて測る。

    例: minori bench tick --encounters 100000 --due 1000
help-bench-encounters = 進行中の出会いの数
help-bench-due = そのうち、いまお知らせする件の数
help-bench-sheets = 価値カードの1枚（画像・PDF）やスライドなどを作る時間を、LibreOffice（入っているとき）や、文字だけの画像と並べて測る。

    例: minori bench sheets --count 20
help-bench-sheets-count = それぞれ何枚作るか
help-bench-retrieval = 正しい文章が何番目に見つかるかを、ほかの方法と並べて測る。

    例: minori bench retrieval --passages P.jsonl --questions Q.jsonl --json

    文章は "id" と "text"、質問は "question" と "passage" を持つ JSON Lines です。
help-bench-passages = 文章のファイル
help-bench-questions = 質問のファイル
help-bench-answers = 付属のガイドで、答えるべき質問と断るべき質問を測る。

    例: minori bench answers --questions bundled.jsonl --questions development.jsonl
help-bench-labelled = 印を付けた質問のファイル（id、q、scope、split、guide、heading）。何度でも書ける
help-demo = ブラウザーのページで試す。Slack のアカウントは要りません。二つの会社の社員、コーディネーター、管理者になって話せます。

    例:
    　minori demo
    　minori demo --port 8200 --no-open
    　minori demo --region --firms 100 --months 6 --seed 7

    話した内容はデータの置き場所に残ります。はじめからやり直すには --fresh を付けてください。
help-demo-port = ページのポート（書かなければ 8181。使われていれば空いているもの）
help-demo-no-open = ブラウザーを開かない
help-demo-fresh = ページでの会話を消して、はじめからやり直す
help-demo-region = 地域の半年を再生してから開く（100 社、コーディネーター 9 名。はじめの一回は 2 コアで数分）
help-demo-firms = --region の会社の数
help-demo-months = --region の月数
help-demo-seed = --region の乱数の種。同じ数なら同じ地域になります
help-demo-from = --region の最初の日
help-bench-acks = 受け取りの返事（ack）にかかる時間を、Bolt のふつうの App と並べて測る。

    例: minori bench acks --json

    モデルの返事を待つ質問が並び、すべてのコアが計算しているところへ、メッセージとボタンを送ります。ほかに何も動いていない機械でお測りください。
help-bench-waiting = モデルの返事を待っている質問の数
help-bench-count = 測るメッセージの数（ボタンも同じ数）
help-bench-per-second = 一秒に送る数
help-bench-arrivals = 忙しいワークスペースに耐えるかを測る。本物の Minori に、メッセージとボタンを一定の速さで送ります。

    例: minori bench arrivals --rate 83 --seconds 600 --json

    付属のガイドだけで、モデルを使わずに答えます。送るものの多くは、Minori あてではない会話です。ほかに何も動いていない機械でお測りください。
help-bench-rate = 一秒に送る数
help-bench-seconds = 送り続ける秒数
help-bench-share = 百のうちの質問の数
help-bench-settle = 送り終えたあと、残りの答えを待つ秒数
help-bench-signatures = Slack のものではない要求を送り、一つも受け取らず、5xx も返さないことを確かめる。

    例: minori bench signatures --count 3000
help-bench-forged = 送る数
help-serve = Slack で働く。止めるまで動き続けます。

    Socket Mode（外から届く住所が要らない）:
    　SLACK_BOT_TOKEN=xoxb-…  SLACK_APP_TOKEN=xapp-…
    HTTP（Slack から届く住所がある）:
    　SLACK_BOT_TOKEN=xoxb-…  SLACK_SIGNING_SECRET=…

    設定してから: minori serve

    止めるときは Ctrl-C か SIGTERM。手もとの仕事を終え、残ったものは次に始めたときに続けます。
    はじめの準備は docs/slack.ja.md に、一歩ずつ書いてあります。状態は minori doctor で見られます。
help-meetings = 面談の記録: 一行の文から、だれと、いつ、次に何をするかを読み取る。

    例: minori meetings parse "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"
help-meetings-parse = 一行の文を読み取って見せる。何も保存されません。書かれていないことは空のままです。

    例:
    　minori meetings parse "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"
    　minori meetings parse "Met Ken Tanaka of Yamada Seiki yesterday. Send samples by Friday" --on 2026-11-20
    　minori meetings parse --file lines.jsonl > fields.jsonl

    --json とファイルのときの結果は一行に一つの JSON で、t、company、person、title、event、met_on、next_step、due_on、due_time です。
help-meetings-parse-text = 読み取る文
help-meetings-parse-on = 文を書いた日（2026-11-20 など）。「昨日」「来週」はこの日から数える。書かなければ今日
help-meetings-parse-file = 一行に一つ、"t" に文を、"on" に書いた日を入れた JSON Lines のファイル
help-bench-lines = 一行の文がどれだけ正しく読み取られるかを、項目ごとに測る。書かれていないことを埋めた数も数えます。

    例: minori bench lines --file tests/data/encounters/held.jsonl
help-bench-lines-file = 文と正しい項目を一行に一つ書いた JSON Lines のファイル。何度でも書ける
help-meetings-pack = 引き継ぎ資料を書き出す。後任の方に要ることを、会社が選んだ範囲で Excel（.xlsx）、PDF（.pdf）、予定表（.ics）にまとめます。

    例: minori meetings pack --for 佐藤花子 --output 引継ぎ.xlsx
help-meetings-pack-for = 引き継ぐ方（名前、メールアドレス、ID）
help-meetings-pack-output = 書き出すファイル（.xlsx、.pdf、.ics）。すでにあれば置き換える
help-meetings-programme = 事業の年度末: 後任をうかがう事業と、ご担当の終わる方を登録する。
help-meetings-programme-add = 事業を登録する。年度末の20営業日前から、担当の方に後任をうかがいます。

    例: minori meetings programme add 成長支援事業 --owner 佐藤花子
help-meetings-programme-name = 事業の名前
help-meetings-programme-owner = 担当の方（名前、メールアドレス、ID）
help-meetings-programme-year = 年度（2026 は 2027年3月31日まで）。書かなければ今の年度
help-meetings-programme-leaving = コーディネーターのご担当が終わる日を登録する。20営業日前から、後任をうかがいます。

    例: minori meetings programme leaving --for 佐藤花子 --on 2027-03-31
help-meetings-programme-leaving-for = ご担当の終わる方（名前、メールアドレス、ID）
help-meetings-programme-leaving-on = 最後の日（2027-03-31 など）
help-simulate = 一年を一分で: 本物のサービスを仮想の時計で動かし、人のように応じる人々に使ってもらう。

    例:
      minori simulate
      minori simulate --from 2026-04-01 --days 365 --firms 100 --encounters 5000 --seed 7 --json
      minori simulate --days 30 --firms 10 --encounters 200

    人々は出会いを記録し、お知らせを読み、ボタンをすぐに、遅れて、二度、古いメッセージで押し、あるいは押しません。
    休暇を取り、会社が休みになり、ニューヨークで働く方もいて、通信が途切れ、三日間は何も動きません。
    出会いがどこまで進んだか、どこで止まったか、どのお知らせで人が動いたかを示し、届いたものから、
    届かなかったお知らせ、重ねて届いたもの、届いてはならない時に届いたものを数えます。

    人が何をどれだけするかは knowledge/simulation.yaml にあります。推測であり、予測ではありません。お手元のデータには触れません。
    届かなかったもの、重ねて届いたもの、時間や日の外に届いたものがあれば、終了コードは 1 です。
help-simulate-from = 最初の日
help-simulate-days = 日数
help-simulate-firms = 企業の数。それぞれ二人から五人
help-simulate-encounters = 記録する出会いの数（ご確認の結果、残さなかったものは states の taken_back に数えます）
help-simulate-seed = 同じ数なら同じ一年になる
help-keys = 言葉と連絡先を封じる鍵: 見る、写す、加える、替える。
help-keys-show = どの鍵があるかを見る（鍵そのものは出しません）。

    例: minori keys show
help-keys-save = 鍵を別のファイルに写す。バックアップとは別の場所に保管してください。

    例: minori keys save minori-keys.json
help-keys-save-file = 作るファイル
help-keys-add = 保管してある鍵を加える。今ある鍵はそのまま残ります。

    例: minori keys add minori-keys.json
help-keys-add-file = 鍵のファイル
help-keys-rotate = 新しい鍵を作り、すべてを封じ直す。minori serve を止めてからお使いください。

    例: minori keys rotate
