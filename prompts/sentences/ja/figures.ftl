# 数字と書き出しについての文。数字は決まった計算だけで求め、少ない件数からは割合を申し上げない。

# ボタンとホーム
figures-offer = 数字・書き出し
figures-home = 数字・書き出し
figures-home-says = 目標の達成、段階の進み方、お知らせへの対応などの数字をご覧になるか、ファイルに書き出せます。

# 何が要るかをお選びいただく
figures-form-title = 数字・書き出し
figures-form-intro = ご覧になれる範囲は、各社が共有すると決めた範囲です。書き出したことは監査の記録に残ります。
figures-form-submit = この内容で進める
figures-field-what = 内容
figures-what-screen = 数字を画面で見る
figures-what-encounters = 出会いと支援記録の一覧
figures-what-figures = 数字の一覧
figures-what-report = 支援実績の報告
figures-what-questions = ご質問の一覧（言葉は含みません）
figures-field-days = 期間
figures-days-this_year = 今年度（3月31日まで）
figures-days-last_year = 前年度
figures-days-this_quarter = この四半期
figures-days-last_quarter = 前の四半期
figures-days-this_month = 今月
figures-days-last_month = 先月
figures-days-free = 日付を決める（下の欄）
figures-field-first = いつから（「日付を決める」のとき）
figures-field-last = いつまで（空欄なら今日まで）
figures-field-programme = 事業（上の期間のうち、事業の日だけを数えます）
figures-field-event = 行事
figures-events-known = 行事は、言葉も共有する会社の出会いだけでわかります。ほかの { $count } 社の出会いは、行事ごとの数字に入りません。
figures-field-firm = 会社
figures-field-format = ファイルの形
figures-format-xlsx = Excel
figures-format-csv = CSV
figures-format-ics = カレンダー（ICS、出会いの一覧だけ）
figures-format-json = JSON
figures-form-unreadable = 恐れ入ります。お選びの内容を読み取れませんでした。もう一度お選びください。
figures-no-such-format = 恐れ入ります。この内容は、その形のファイルにはできません。カレンダー（ICS）にできるのは出会いと支援記録の一覧（encounters）と引き継ぎ資料（pack）、PDF にできるのは引き継ぎ資料だけです。引き継ぎ資料は Excel・PDF・カレンダーのいずれかです。
figures-bad-day = 恐れ入ります。日付を読み取れませんでした：「{ $given }」。2026-11-16 のようにお書きください。
figures-days-turned = 恐れ入ります。終わりの日が始まりの日より前になっています。
figures-programme-other-days = 恐れ入ります。事業「{ $name }」は { $first } から { $last } までです。この中に入る日をお選びください。
figures-too-long = 恐れ入ります。期間は3年までにしてください。
figures-not-yours = 恐れ入ります。数字をご覧になれるのは、ご担当のコーディネーターと、ご自身の会社の方です。Minori との直接の会話か、ホームからお試しください。
figures-here = お待たせしました。ファイルを、Minori との直接の会話にお送りします。
figures-care-encounters = 各社が共有すると決めた範囲だけが載っています。お渡しになる相手にご注意ください。
figures-care-figures = 会社ごとの数字は、順位のためのものではありません。会社は名前の順に並んでいます。
figures-care-report = どなたの言葉も載っていません。数字のもとになった記録は、それぞれのシートでご確認いただけます。
figures-care-questions = ご質問の言葉は載っていません。
figures-nothing = この範囲には、まだ記録がありません。期間などをお変えになって、もう一度お試しください。

# 画面の言葉
figures-period = { $first } から { $last } まで
figures-cases = この期間に始まった出会い：{ $count }件
figures-left-out = ご担当先のうち { $count }社は、共有していないか、まだ選んでいないため、数えていません。
figures-share = { $of }件中{ $hits }件（{ $percent }%）
figures-share-few = { $of }件中{ $hits }件。判断するにはまだ少ない件数です。
figures-share-none = まだ件数がありません。
figures-count = { $count }件
figures-goals = 面談の目標
figures-goals-met = 達成（結果が記録された面談のうち）
figures-goals-rest = 一部 { $partly }件、これから { $not_met }件。このほか、結果がまだ記録されていない面談が { $unsaid }件あります。
figures-not-recorded = 結果がまだ記録されていない
figures-began = 期間に始まったもの
figures-encounters = 出会い
figures-meeting = 面談
figures-steps = 次の段階へ進んだもの
figures-step-median = 半数が進むまでに { $days }日。いま途中 { $on_the_way }件、進まずに終えたもの { $ended }件。
figures-step-open = まだ半数は進んでいません。いま途中 { $on_the_way }件、進まずに終えたもの { $ended }件。
figures-stalls = いま止まっているもの
figures-at-wall_1 = 次の一歩がこれから
figures-at-wall_2 = 市場・使う方・決める方がこれから
figures-at-wall_3 = 実証の目安・判断の日・費用の持ち手がこれから
figures-stall = { $count }件。日数は中央で { $median }日、最も長いもので { $oldest }日。
figures-stall-none = ありません。
figures-reminders = お知らせのあとに動きがあったもの
figures-reminder = { $step ->
    [5] 5回目から
   *[other] { $step }回目
}：{ $of }件中{ $hits }件（{ $percent }%）。これからのもの { $open }件。
figures-reminder-few = { $step ->
    [5] 5回目から
   *[other] { $step }回目
}：{ $of }件中{ $hits }件。判断するにはまだ少ない件数です。これからのもの { $open }件。
figures-reminder-open = { $step ->
    [5] 5回目から
   *[other] { $step }回目
}：これからのもの { $open }件。
figures-answers = ご質問
figures-answer-answered = ガイドからお答えしたもの
figures-answer-not_in_guides = ガイドに記載がなかったもの
figures-answer-handed_over = コーディネーターにお預けになったもの
figures-answer-failed = お答えできなかったもの
figures-answer-by-person = お預けになったもののうち、人がお答えしたもの
figures-answered-by-person = お預けになったもののうち、人がお答えしたもの { $count }件
figures-of-programme = 事業：{ $name }
figures-of-event = 行事：{ $name }
figures-of-firm = 会社：{ $name }

# ファイルの題とシート
figures-title-encounters = 出会いと支援記録 { $first }〜{ $last }
figures-title-figures = 数字 { $first }〜{ $last }
figures-title-report = 支援実績 { $first }〜{ $last }
figures-title-questions = ご質問 { $first }〜{ $last }
figures-title-encounters-of = 出会いと支援記録（{ $of }）{ $first }〜{ $last }
figures-title-figures-of = 数字（{ $of }）{ $first }〜{ $last }
figures-title-report-of = 支援実績（{ $of }）{ $first }〜{ $last }
figures-title-questions-of = ご質問（{ $of }）{ $first }〜{ $last }
figures-sheet-encounters = 出会い
figures-sheet-questions = ご質問
figures-sheet-figures = 数字
figures-sheet-summary = 概要
figures-sheet-visits = 訪問
figures-sheet-firms = 会社
figures-sheet-cases = 案件
figures-sheet-moves = 段階の前進
figures-sheet-hand_overs = 引き継ぎ
figures-term-stages = 段階ごと
figures-means-stages = いま進行中の出会いを段階ごとに数えたものです（しばらく寝かせているものを含みます）。日数は、その段階に入ってからのものです。
figures-term-week-ago = 先週
figures-means-week-ago = 一週間前の日の終わりに、その段階で進行中だった件数です。
figures-term-waiting = お待ちの会社
figures-means-waiting = まとめの一件ごとに、いつからの日数かを示します。マイナスは、これから来る日です。
figures-term-as-of = いつの様子か
figures-term-digest-lines = まとめ
figures-means-digest-lines = まとめに載っている一件ずつです。同じ会社の同じ理由の出会いは、一件にまとめています。見送り・延期をされた件は載りません。
figures-term-digest-records = もとの記録
figures-means-digest-records = それぞれの件の、もとの記録です。番号は「まとめ」の番号です。お相手とカードの名前は、言葉も共有する会社だけに載ります。
figures-term-digest-days = 日数
figures-means-digest-days = その日から本日までの日数です。マイナスは、これから来る日です。営業日は、国の祝日と土日を除きます。
figures-term-digest-firms = 会社
figures-means-digest-firms = 共有を選ばれた会社だけです。何も共有していない会社の方からのご質問は、会社の名前なしで載ります。
figures-term-loads = ご担当
figures-means-loads = お名前で担当されている会社の数と、お預かりしてお返事を待っているご質問の数です。共有されていない会社も、この数には入ります。
figures-sheet-stages = 段階ごと
figures-sheet-walls = 止まっている件
figures-sheet-waiting = お待ちの会社
figures-sheet-digest = まとめ
figures-sheet-records = もとの記録
figures-sheet-loads = ご担当
figures-sheet-definitions = 定義

# 見出し
figures-column-id = ID
figures-column-company_id = 会社のID
figures-column-firm = 会社
figures-column-kind = 種類
figures-column-state = 状態
figures-column-stage = 段階
figures-column-wall = いま要ること
figures-column-met_on = お会いした日
figures-column-last_contact_on = 最後の連絡
figures-column-meets_on = 面談の日
figures-column-next_step_on = 次の一歩の日
figures-column-next_step_time = 時刻
figures-column-decision_on = 実証の判断の日
figures-column-outcome = 面談の結果
figures-column-ended_on = 終えた日
figures-column-ending = 終え方
figures-column-sharing = 共有の範囲
figures-column-event = 行事
figures-column-partner = お相手
figures-column-contact = お名前
figures-column-topic = 話題
figures-column-goal = 目標
figures-column-next_step = 次の一歩
figures-column-learned = わかったこと
figures-column-lesson = 学んだこと
figures-column-success_measure = 実証の目安
figures-column-owner = 担当
figures-column-on = 日付
figures-column-answer = お答え
figures-column-by_person = 人がお答えした
figures-column-from = 前の段階
figures-column-to = 後の段階
figures-column-report_item = 項目
figures-column-count = 件数
figures-column-counted = 記録の数
figures-column-check = 突き合わせ
figures-column-by = 分け方
figures-column-group = 対象
figures-column-measure = 数字
figures-column-item = 内訳
figures-column-step = 何回目
figures-column-hits = 件数
figures-column-of = 全体
figures-column-share = 割合
figures-column-line = 番号
figures-column-fact = 事実
figures-column-since = いつから
figures-column-working_days = 営業日
figures-column-records = 記録の数
figures-column-next_thing = 次にすること
figures-column-about = お相手・カード
figures-column-low = 95%区間（下）
figures-column-high = 95%区間（上）
figures-column-on_the_way = 途中
figures-column-ended = 終えた
figures-column-median_days = 中央の日数
figures-column-oldest_days = 最長の日数
figures-column-in_words = 読み方
figures-column-young = 30日まで
figures-column-middling = 31〜90日
figures-column-old = 91日以上
figures-column-week_ago = 先週
figures-column-why = お待ちの理由
figures-column-days = 日数
figures-column-coordinator = コーディネーター
figures-column-firms = ご担当の社数
figures-column-questions = お返事待ちのご質問
figures-column-late = めやす超え
figures-column-term = ことば
figures-column-means = 意味
figures-by-all = すべて
figures-by-firm = 会社
figures-by-event = 行事
figures-by-month = 月
figures-yes = はい
figures-state-open = 進行中
figures-state-sleeping = 寝かせている
figures-state-closed = 終えた
figures-ending-declined = 今回は見送る
figures-ending-greeting = ご挨拶のみ
figures-ending-achieved = 継続取引になった
figures-shares-outline = 日付・段階・壁まで
figures-shares-words = 言葉も
figures-check-alike = 一致
figures-check-other = 要確認

# 支援実績
figures-report-visits = 訪問・ご連絡の回数
figures-report-firms = 支援した会社
figures-report-questions = ご質問
figures-report-answered = 　うちガイドからお答えしたもの
figures-report-handed_over = 　うちコーディネーターにお預けになったもの
figures-report-not_in_guides = 　うちガイドに記載がなかったもの
figures-report-failed = 　うちお答えできなかったもの
figures-report-by-person = 　うち人がお答えしたもの
figures-report-cases = 案件（期間の終わりの段階で）
figures-report-over = 　うち期間の終わりまでに終えたもの
figures-report-moves = 段階の前進
figures-report-hand-overs = 担当の引き継ぎ

# 定義
figures-term-period = 期間
figures-term-reader = 作成した方
figures-term-narrowed = しぼり込み
figures-term-left-out = 数えていない会社
figures-term-firms = 含まれる会社
figures-means-firms = ご担当先のうち、日付・段階・壁または言葉を共有している会社と、ご自身の会社。共有していない会社は含みません。コーディネーターご自身の支援記録は、ご本人の記録として含みます。確認待ちの記録と、取り消した記録は含みません。
figures-term-began = 期間に始まったもの
figures-means-began = お会いした日か、記録した日の早いほうが期間に入る出会い。支援記録は含みません。
figures-term-goals = 面談の目標
figures-means-goals = 面談の日が期間に入り、結果が記録されたもの。割合は「達成」÷（「達成」＋「一部」＋「これから」）。時刻を過ぎて結果のない面談は、割合に入れず、別に数えます。
figures-term-steps = 次の段階へ進んだもの
figures-means-steps = 期間にその段階に初めて入った出会いのうち、今日までに、より先の段階に進んだもの。飛ばした段階は数えません。戻ったあとで進んだものは、進んだと数えます。進まずに終えたものと、途中のものは、別に示します。
figures-term-median = 中央の日数
figures-means-median = その段階に入ってから、全体の半数が先の段階に進むまでの日数（累積発生率。途中のものは今日までの日数で扱い、進まずに終えたものは進まないものとして扱います）。半数に届いていないときは空欄です。止まっているものでは、今日までの日数の中央値です。
figures-term-stalls = いま止まっているもの
figures-means-stalls = 今日の時点で、壁ごとに要ることがそろっていない出会い。期間では分けません。日数は、最後の連絡か、予定が変わった日からです。
figures-term-reminders = お知らせのあとに動きがあったもの
figures-means-reminders = 期間にお届けしたお知らせのうち、同じ方への次のお知らせの前に、ご本人がその出会いに何かを記録したもの。最後のお知らせで、まだ動きがなく、出会いが続いているものは「途中」とし、割合に入れません。5回目からはまとめます。
figures-term-answers = ご質問
figures-means-answers = 期間に会社の方がされたご質問を、いまの状態で分けたもの。
figures-term-events = 行事
figures-means-events = 行事は、言葉も共有する会社の出会いだけでわかります。ほかの会社の出会いは、行事ごとの行に入りません。
figures-term-questions = ご質問
figures-means-questions = 期間に会社の方がされたご質問。言葉は含みません。「人がお答えした」は、お預けになったあとでコーディネーターがお答えしたもの。
figures-term-interval = 95%区間
figures-means-interval = ウィルソンのスコア区間（連続修正なし）。E. B. Wilson, 1927。同じ条件で繰り返すと、100回中およそ95回は、本当の割合がこの範囲に入ります。
figures-term-few = 少ない件数
figures-means-few = { $fewest }件に満たないときは、割合を言葉で申し上げません。区間の幅が40ポイントを超え、良し悪しを分けられないためです。
figures-term-order = 会社の順
figures-means-order = 名前の順です（「株式会社」などを除き、かなは同じに扱います）。数字の大きさで並べることはありません。
figures-term-visits = 訪問・ご連絡の回数
figures-means-visits = 支援記録と、そのあと同じ記録に書かれた連絡を、日ごとに1回と数えます。
figures-term-cases = 案件
figures-means-cases = 期間の終わりまでに始まり、期間の前に終えていない出会い。段階は期間の終わりのものです。
figures-term-moves = 段階の前進
figures-means-moves = 期間に、より先の段階に進めた記録。取り消したものは含みません。
figures-term-hand-overs = 担当の引き継ぎ
figures-means-hand-overs = 期間に、出会いまたは支援記録の担当が変わった回数。
figures-term-programme = 事業
figures-means-programme = 事業でしぼると、お選びの期間のうち、その年度の初めから事業の最後の日までを数えます。出会いは、記録にある事業に数えます。記録になければ、その会社のその行事に選ばれた事業、次にその会社に選ばれた事業、それもなければ、その会社を担当するコーディネーターの事業です。ご質問は、会社に選ばれた事業、なければ担当するコーディネーターの事業に数えます。
figures-term-check = 突き合わせ
figures-means-check = 「件数」は Minori が計算した値、「記録の数」は Excel がこのファイルの記録のシートを数えた値です。行を消したり並べ替えたりしてお確かめになれます。
figures-term-words = 言葉の欄
figures-means-words = 行事からあとの欄、面談の結果、終え方は、言葉も共有している会社だけに入ります。
figures-term-chosen = 載る出会い
figures-means-chosen = 始まった日、お会いした日、最後の連絡、面談、次の一歩、実証の判断、終えた日のいずれかが期間に入るもの。
figures-term-zone = 日付と時刻
figures-means-zone = 日付は作成した方の時間帯、次の一歩の日と時刻は担当の方の時間帯です。

# カレンダー
figures-event-meeting = 面談：{ $who } 様（{ $firm }）
figures-event-meeting-firm = 面談（{ $firm }）
figures-event-step = 次の一歩：{ $who } 様（{ $firm }）
figures-event-step-firm = 次の一歩（{ $firm }）
figures-event-decision = 実証の判断の日：{ $who } 様（{ $firm }）
figures-event-decision-firm = 実証の判断の日（{ $firm }）

# コマンド
help-export = 記録・数字・支援実績をファイルに書き出します。
    その方がご覧になれる範囲（共有している会社と、ご自身の会社）だけが入り、監査の記録が残ります。

    内容（--kind）:
      encounters  出会いと支援記録の一覧（xlsx, csv, ics, json）
      figures     目標の達成、段階の進み方、お知らせへの対応など（xlsx, csv, json）
      report      支援実績：概要と、数字のもとになった記録（xlsx, csv, json）
      pack        引き継ぎ資料：後任の方に要ること。全社分か、一社（--firm）（xlsx, pdf, ics）
      questions   ご質問の数と状態、言葉なし（xlsx, csv, json）

    例:
      minori export --kind report --for "高橋 由美" --from 2026-04-01 --to 2027-03-31
      minori export --kind encounters --format ics --for U05TAKAHASHI --out encounters.ics
      minori export --kind figures --format csv --for U05TAKAHASHI --event 展示会
help-export-kind = 何を書き出すか。
help-export-for = どなたの範囲で書き出すか（名前、ID、Slack の ID、メールアドレス）。
help-export-format = ファイルの形。ics は encounters と pack、pdf は pack だけ。
help-export-from = いつから（YYYY-MM-DD）。省くと今年度。
help-export-to = いつまで（YYYY-MM-DD、その日を含む）。省くと今日。
help-export-programme = 事業の名前。--from と --to のうち、事業の日だけを数えます。
help-export-event = 行事の名前。言葉も共有している会社の出会いだけです。
help-export-firm = 会社の名前または ID。
help-export-out = 書き出す先。省くと、いまのフォルダに題の名前で。
export-written = 書き出しました: { $path }（{ $count }行）
export-not-written = 書き出せません: { $path }（{ $reason }）
export-nobody = { $name } 様は、コーディネーターでも会社の方でもないため、書き出せる記録がありません。`minori people list` でご確認ください。
export-needs-from = --to には --from も要ります。例: --from 2026-04-01 --to 2026-06-30
export-no-programme = 事業が見つかりません: { $name }。`minori meetings programme add --help` をご覧ください。
export-no-event = 言葉も共有している会社に、この行事の記録はありません: { $name }
export-no-firm = ご覧になれる会社の中に見つかりません: { $name }
help-bench-figures = 多くの会社の数字と書き出しにかかる時間を測る（画面の数字、各形のファイル）。

    例: minori bench figures --firms 200 --encounters 10000
help-bench-figures-firms = 会社の数
