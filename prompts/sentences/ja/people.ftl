# 人についての文: はじめのご案内、会社の共有の選択、ホーム、利用をやめる、名簿の取り込み。

# はじめてお話しする方へ
welcome-hello = { $name }様、はじめまして。Minori（実り）と申します。知りたいことをふだんの言葉でお書きくだされば、ガイドから、引用を確かめてお答えします。
welcome-added-to = { $by }様より、「{ $company }」の方としてご登録いただきました。
welcome-of = 「{ $company }」の方としてご登録いただいています。
welcome-added = { $by }様よりご登録いただきました。
welcome-by-settings = 管理者としてご登録いただいています。
welcome-guest = まだご登録はありませんが、ゲストとしてこのままご質問いただけます。会社の方としてお使いになるときは、管理者にお知らせください。
welcome-coordinator = ご相談が届きましたら、こちらでお知らせします。回答をここにお書きいただければ、お確かめのうえでお届けします。
welcome-admin = ガイドにしたいファイルをこちらに入れていただくと、中身をお見せしてから公開できます。
welcome-kept-label = お預かりするもの
welcome-kept = お名前とご所属、ご質問と回答、回答へのご感想、コーディネーターとのやりとり、出会いの記録です。
welcome-readers-label = 読める人
welcome-readers = ここでのご質問は、ご本人だけです。コーディネーターに相談なさったご質問は、担当するコーディネーターも読みます。チャンネルでのご質問は、そこにいる方にも見えます。出会いの記録は、同じ会社の方が読めます。担当のコーディネーターには、会社がお選びになった範囲だけをお見せします。ほかの会社の方にはお見せしません。システムの保守を担当する方は、記録に触れることがあります。
welcome-leaving-label = おやめになるとき
welcome-leaving = ホームの「利用をやめる」をお使いください。いつでもおやめいただけます。そのとき、ご質問とご感想の記録を消します。出会いの記録は、会社に残ります。
welcome-try = まずは、下の質問をお試しいただけますか。

# 会社の共有の選択
sharing-title = 共有の範囲
sharing-ask = 「{ $company }」のことを、担当のコーディネーターにどこまでお見せしてよいか、お選びいただけますか。
sharing-coordinator = 担当のコーディネーター: { $name }様
sharing-no-coordinator = 担当のコーディネーターは、まだ決まっていません。決まりましたら、その方に当てはまります。
sharing-about-outline = いつ、どの段階にあり、どこで止まっているかをお見せします。書かれた言葉と連絡先はお見せしません。まずはこちらをお勧めしています。
sharing-about-words = 上に加えて、面談の記録など、書かれた言葉もお見せします。
sharing-about-nothing = 相談なさったご質問のほかは、何もお見せしません。
sharing-later = あとからいつでも変えられます。お選びいただくまでは、何もお見せしません。
sharing-show-outline = 日付・段階・壁だけ見せる
sharing-show-words = 言葉も見せる
sharing-show-nothing = 何も見せない
sharing-is-undecided = まだお選びいただいていません（何もお見せしていません）
sharing-is-outline = 日付・段階・壁だけ
sharing-is-words = 言葉も
sharing-is-nothing = 何も見せない
sharing-fact-choice = 共有の範囲
sharing-fact-by = お選びになった方
sharing-fact-on = お選びになった日
sharing-chosen = ありがとうございます。「{ $company }」の共有の範囲は、次のとおりです。「変える」かホームから、いつでも変えられます。
sharing-choose = 選ぶ
sharing-change = 変える
sharing-submit = 決める
sharing-not-yours = 恐れ入りますが、共有の範囲をお選びいただけるのは、その会社の方としてご登録の方だけです。ご登録が違っているようでしたら、管理者にお知らせください。

# ホーム
home-can-do = できること
home-can-ask = 知りたいことを、ふだんの言葉でお尋ねください。ガイドの引用と出典を添えてお答えします。
home-can-record = 名刺交換や面談のことを一行お書きくだされば、記録して、次の一歩の日にお知らせします。
home-can-hand-over = ガイドに記載がないときは、コーディネーターに相談できます。お返事は、お尋ねの場所に届きます。
home-can-answer = ご相談が届くと、こちらの会話でお知らせします。回答する、確認する、ほかの人にお願いする、のどれもその場でできます。
home-can-load = ガイドのファイルをこちらの会話に入れると、中身を確かめてから公開できます。元に戻すこともできます。
home-is-guest = いまはゲストとしてお使いです。どなたでも読めるガイドからお答えします。
home-starters = まずはこんな質問から
home-ask = 尋ねる
home-company = 「{ $company }」の共有の範囲
home-sharing-change = 担当のコーディネーターにお見せする範囲は、いつでも変えられます。
home-leaving = 利用について

# 利用をやめる
leave-title = 利用をやめる
leave-details = ご質問とご感想の記録を消し、ご案内を止めます。
leave-button = 利用をやめる
leave-confirm = ご質問とご感想の記録を消し、お返事を待っているご相談は取り下げます。消した記録は元に戻せません。よろしいですか。
leave-done = これまでお使いいただき、ありがとうございました。ご質問 { $questions } 件とご感想 { $ratings } 件の記録を消しました。
leave-rest = お名前とご所属の登録だけは、二度ご案内することのないよう残しています。消すことをお望みのときは、管理者にお知らせください。
leave-has-left = ご利用をおやめになっています。またお使いになるときは、ホームの「もう一度使う」をお押しください。
leave-is-ended = 管理者により、ご利用は終わっています。またお使いになるときは、管理者にお知らせください。
leave-rejoin = もう一度使う
leave-rejoined = またお使いいただき、ありがとうございます。いつでもお尋ねください。

# 名簿の取り込み（minori people import）
people-import-by = 管理者
people-import-refused = 名簿に、直していただきたいところが { $count } か所あります。今回は何も変えていません。
people-import-line = { $line } 行目: { $problem }
people-import-unreadable = 「{ $path }」を開けません（{ $reason }）。
people-import-too-large = 「{ $path }」は大きすぎます。{ $limit } MB 以内の CSV ファイルにしてください。
people-import-is-workbook = 「{ $path }」は Excel のブックです。Excel で「名前を付けて保存」から CSV 形式を選び、保存し直してください。
people-import-empty = 名簿に人の行がありません。一行目に見出し、二行目から一人一行で書いてください。
people-import-too-long = 名簿が長すぎます。{ $limit } 行以内に分けてください。
people-import-broken-line = 引用符「"」が閉じていないため、ここから先を読めません。
people-import-too-many-cells = 見出しより右に値「{ $value }」があります。カンマを含む値は「"」で囲んでください。
people-import-no-name-column = 氏名の列がありません。一行目の見出しを、次のどれかにしてください: { $names }
people-import-no-key-column = 「Slack ID」か「メール」の列が必要です。同じ人かどうかは、氏名では決められません。
people-import-column-twice = 「{ $column }」の列が二つあります。一つにしてください。
people-import-no-key = Slack ID かメールのどちらかを書いてください。
people-import-no-name = 新しい方です。氏名を書いてください。
people-import-slack-id = { $column }「{ $value }」を使えません。U で始まるメンバー ID（例: U0123ABCD）を書いてください。
people-import-email = { $column }「{ $value }」をメールアドレスとして読めません。
people-import-role = { $column }「{ $value }」を使えません。社員、コーディネーター、管理者、ゲストから書いてください（いくつかあるときは「・」で区切る。ゲストは一つだけ）。
people-import-locale = { $column }「{ $value }」を使えません。ja か en を書いてください。
people-import-time-zone = { $column }「{ $value }」を使えません。Asia/Tokyo のように書いてください。
people-import-time = { $column }「{ $value }」を時刻として読めません。9:00 のように書いてください。
people-import-days = { $column }「{ $value }」を曜日として読めません。月火水木金、月-金 のように書いてください。
people-import-cell-too-long = { $column }が長すぎます。{ $limit } 文字以内にしてください。
people-import-twice = { $column }「{ $value }」は { $first } 行目にもあります。一人一行にしてください。
people-import-same-person = { $name }様は、別の行にもあります。一人一行にしてください。
people-import-two-people = Slack ID は { $by_id }様、メールは { $by_email }様のものです。どちらかを直してください。
people-import-email-ambiguous = メール「{ $value }」の方が二人以上登録されています。Slack ID を書いてください。
people-import-no-company = 社員には会社が必要です。会社を書くか、役割を変えてください。
people-import-guest-with-company = 「{ $company }」の方は、ゲストにはできません。役割を社員にするか、会社を「なし」にしてください。
people-import-hours = 勤務終了（{ $works_until }）が勤務開始（{ $works_from }）より後になるようにしてください。
people-import-coordinator-without-company = 担当コーディネーター「{ $value }」は会社に付くものです。会社も書いてください。
people-import-coordinator-unknown = 担当「{ $value }」というコーディネーターは、登録にも名簿にもありません。役割がコーディネーターかもご確認ください。
people-import-coordinator-ambiguous = 担当「{ $value }」というコーディネーターが二人以上います。メールか Slack ID で書いてください。
people-import-two-coordinators = 同じ会社の担当コーディネーターが { $first } 行目と違います。一人にしてください。

# 取り込みの結果
people-plan-new = 新しく登録
people-plan-changed = 変更
people-plan-unchanged = 変更なし
people-plan-person = { $state }: { $line } 行目 { $name }（{ $company }、{ $roles }）
people-plan-company = { $state }: 会社「{ $name }」
people-plan-field = { $column }: { $before } → { $after }
people-plan-joined = すでにゲストとしてお使いの方です。これまでの記録はそのまま続きます。
people-plan-has-left = 利用をやめている方です。登録は直しますが、ご本人が戻るまでご案内はしません。
people-plan-ignored = 次の列は使いません: { $columns }
people-plan-untouched = 名簿にない { $count } 名は、そのままです。名簿から消しても、登録は変わりません（利用を止めるには minori people remove）。
people-plan-counts = 新しく登録 { $new } 名、変更 { $changed } 名、変更なし { $unchanged } 名、新しい会社 { $companies } 社
people-plan-dry = まだ何も変えていません。よろしければ、--apply を付けてもう一度実行してください。
people-plan-done = 上のとおり登録しました。
people-nothing = なし
people-role-guest = ゲスト
people-role-member = 社員
people-role-coordinator = コーディネーター
people-role-admin = 管理者

# 一覧と一人
people-list-empty = まだどなたも登録されていません。minori people import 名簿.csv で登録できます。
people-list-not-yet = まだ来ていません
people-list-left = 利用をやめています
people-list-hidden = ゲスト { $count } 名は省いています（--all で見られます）。
people-unknown = 「{ $who }」という方は見つかりません。minori people list で、メールか Slack ID をご確認ください。
people-unknown-near = 「{ $who }」という方は見つかりません。近いお名前の方：{ $near }。お名前の全部か、メール、Slack ID でご指定ください。
people-ambiguous = 「{ $who }」という方が { $count } 名います（{ $near }）。メールか Slack ID でご指定ください。
people-removed = { $name }様の利用を止めました。質問 { $questions } 件と感想 { $ratings } 件の記録を消しました。
people-removed-already = { $name }様は、すでに利用をやめています。
people-fact-id = ID
people-fact-added = 登録
people-fact-welcomed = はじめのご案内
people-fact-left = 利用をやめた日
people-fact-sharing = 会社の共有の範囲

# minori doctor
doctor-people = 使う人: 社員 { $member } 名、コーディネーター { $coordinator } 名、管理者 { $admin } 名、ゲスト { $guest } 名
doctor-no-admin = 管理者がいません
doctor-no-admin-advice = MINORI_FIRST_ADMIN に一人を書くか、minori serve の起動時に出る言葉を Minori へ送るか、minori people import で登録してください。
doctor-no-coordinator = コーディネーターがいないため、相談は管理者に届きます
doctor-no-coordinator-advice = minori people import で、コーディネーターを登録してください。
doctor-calendar = 営業日: { $until } までの祝日が分かっています
doctor-calendar-advice = 内閣府の CSV（syukujitsu.csv、毎年 2 月に更新）を minori calendar load で読み込んでください。それより先の期日は、土日と年末年始だけを除いて数えます。

# 名簿の取り消し
help-people-undo = 最後に登録した名簿を、一日のあいだ、まとめて取り消します。

    例: minori people undo
people-undo-how = 取り消すときは、一日のあいだ minori people undo でまとめて元に戻せます。
people-undo-none = 取り消せる名簿がありません（登録から一日のあいだだけ取り消せます）。
people-undo-meanwhile = そのあとに変わった登録があるか、新しい方がすでに Minori をお使いのため、取り消せません。何も変えていません。
people-undone = 名簿の登録を取り消しました（{ $people } 名、{ $companies } 社）。新しい会社は、人のいないまま残ります。

# 最初の管理者
first-admin-is-you = ありがとうございます。最初の管理者として登録しました。
first-admin-go-on = ホームを開くと「ご利用の方と会社」があります。はじめに、コーディネーターの方をお加えください。
first-admin-is-there = 管理者の方が、すでにいらっしゃいます。役割は、管理者の方のホームで変えられます。
serve-first-admin = 管理者がまだいません。Slack で Minori に、直接の会話で次の言葉を送った方が、最初の管理者になります: { $word }
