# ご利用の方と会社：管理者のホームから見る・変える。会社が書いたことは出しません。

roster-home = ご利用の方と会社
roster-home-people = ご利用の方 { $count } 名
roster-home-private = ここでは、会社の出会い・価値カード・ご質問はご覧になれません。
roster-home-firms = 会社 { $count } 社
roster-home-unattended = 担当のコーディネーターがいなくなった会社が { $count } 社あります。
roster-home-holidays = 国の祝日は { $until } までわかっています。
roster-home-last = さきほどの変更（{ $count } 件）は、10 分のあいだ元に戻せます。

# 一覧
roster-people-title = ご利用の方
roster-people-page = { $count } 名です（{ $page }／{ $pages } ページ）。
roster-firms-title = 会社
roster-firms-page = { $count } 社です（{ $page }／{ $pages } ページ）。
roster-sifted-role = 役割：{ roster-role }
roster-sifted-text = 言葉：{ $text }
roster-coordinated = 担当：{ $name ->
    [none] 決まっていません
   *[other] { $name }
 }
roster-unattended = 担当だった方（{ $name ->
    [none] お名前不明
   *[other] { $name }
 }）は、担当できなくなりました
roster-sift-title = ご利用の方をしぼり込む
roster-sift-submit = しぼり込む
roster-any = すべて

# 一人・一社
roster-person-title = ご利用の方
roster-person-form-title = ご利用の方を変える
roster-new-title = 人を加える
roster-new-intro = お名前と、メールアドレスか Slack のメンバー ID をご記入ください。ご本人が Minori に話しかけたときに、この登録と結びつきます。
roster-firm-title = 会社
roster-firm-form-title = 会社を変える
roster-field-name = 名前
roster-field-email = メールアドレス
roster-field-address = Slack のメンバー ID
roster-field-company = 会社
roster-field-company_name = 会社名
roster-field-roles = 役割
roster-field-role = 役割
roster-field-locale = 言語
roster-field-hours = 勤務時間
roster-field-works_from = 勤務開始
roster-field-works_until = 勤務終了
roster-field-works_on = 勤務曜日
roster-field-leaves_on = 最終日
roster-field-left = ご利用
roster-field-welcome = はじめのごあいさつ
roster-field-text = 名前・メールアドレス・会社名の一部
roster-field-trade = 業種
roster-field-coordinator = 担当コーディネーター
roster-field-people = 登録している方
roster-field-firms = 会社を選ぶ
roster-hint-address-person = 名前を打つと探せます。まだ Minori に書いたことのない方も選べます。
roster-hint-address-line = プロフィール → ⋮ → メンバー ID をコピー（U で始まります）。わからないときは空のままで結構です。
roster-hint-company = 一覧にない会社名を書くと、新しい会社として確かめてから登録します。
roster-hint-roles = いくつでも選べます。選ばないときは、会社があれば社員、なければゲストです。
roster-hint-leaves_on = 異動や退職の日。このあとの担当について、ご本人に前もっておうかがいします。
roster-hint-welcome = いますぐお送りできるのは、メンバー ID がわかっているときです。
roster-welcome-later = ご本人が話しかけたときに
roster-welcome-now = いますぐ
roster-none = ありません
roster-nobody = 担当なし
roster-not-come = まだ話しかけていません
roster-locale = { $locale ->
    [ja] 日本語
    [en] 英語（English）
   *[none] チャットの設定のとおり
 }
roster-hours-are = { $start }〜{ $end }
roster-people-count = { $count } 名
roster-role = { $role ->
    [admin] 管理者
    [coordinator] コーディネーター
    [member] 社員
   *[guest] ゲスト
 }
roster-weekday = { $weekday ->
    [1] 月
    [2] 火
    [3] 水
    [4] 木
    [5] 金
    [6] 土
   *[7] 日
 }
roster-trade = { $trade ->
    [metalworking] 金属加工
    [plastics] 樹脂
    [food] 食品
    [textiles] 繊維
    [electronics] 電気・電子
    [software] ソフトウェア
    [agriculture] 農業
    [construction] 建設
    [other] そのほか
   *[none] 決まっていません
 }
roster-has-left = { $by ->
    [workspace] ワークスペースを離れました
    [admin] 管理者が利用を終えました
   *[none] ご本人が利用をやめました
 }
roster-firm-choice = { $company }（{ $name ->
    [none] 担当なし
   *[other] { $name }
 }）
roster-alike = 書き方だけが違う会社があります：{ $name }
roster-alike-records = 登録している方をこちらへ移せます。あちらに記録した出会いや価値カードは、あちらに残ります。

# 変える
roster-submit = 変える
roster-assign-title = 担当をまとめて決める
roster-assign-intro = 会社と、担当するコーディネーターをお選びください。次の画面で確かめてから変えます。
roster-assign-submit = 確かめる
roster-preview-title = 変える前に
roster-preview = 次の { $count } 件を変えます。まだ変えていません。
roster-preview-more = ほか { $count } 件も同じように変えます。
roster-done-title = 変えました
roster-done = 次のとおり変えました。関わりのある方には、Minori からお知らせします。
roster-undo-within = 10 分のあいだ、元に戻せます。
roster-edit-new = { $kind ->
    [company] 新しい会社
   *[person] 新しく加わる方
 }
roster-edit-role = { roster-role }{ $how ->
    [given] になります
   *[taken] ではなくなります
 }
roster-edit-company = 会社：{ $before ->
    [none] なし
   *[other] { $before }
 } → { $after ->
    [none] なし
   *[other] { $after }
 }
roster-edit-coordinator = 担当：{ $before ->
    [none] なし
   *[other] { $before }
 } → { $after ->
    [none] なし
   *[other] { $after }
 }
roster-edit-text = { $field ->
    [name] 名前
    [email] メールアドレス
    [address] メンバー ID
    [works_from] 勤務開始
    [works_until] 勤務終了
   *[leaves_on] 最終日
 }：{ $before ->
    [none] なし
   *[other] { $before }
 } → { $after ->
    [none] なし
   *[other] { $after }
 }
roster-edit-other-field = { $field ->
    [locale] 言語
    [time_zone] 時間帯
    [works_on] 勤務曜日
   *[trade] 業種
 }を変えます
roster-edit-other = 登録を変えます
roster-end-confirm = { $name }さんは、すぐに Minori を使えなくなります。担当していたことは、ほかの方にお願いします。記録は消しません。よろしいですか。

# できないとき
roster-last-admin = 管理者が一人もいなくなるため、変えられません。先に、ほかの方を管理者にしてください。
roster-not-yours = 恐れ入ります。ここは、管理者ご本人だけが、Minori との直接の会話かホームでお使いになれます。
roster-gone = 恐れ入ります。この登録は、もうありません。
roster-no-key = メールアドレスか Slack のメンバー ID の、どちらかをご記入ください。
roster-no-name = 会社名をご記入ください。
roster-no-firms = 会社がまだありません。
roster-bad-email = メールアドレスの形をお確かめください（例：hanako@minato.example.jp）。
roster-bad-address = Slack のメンバー ID の形をお確かめください（例：U0123ABCD）。
roster-known-already = 同じメールアドレスかメンバー ID の方が、もう登録されています：{ $name }さん。
roster-guest-alone = ゲストは、ほかの役割や会社と一緒にはできません。
roster-member-without-firm = 社員には、会社名が必要です。
roster-hours = 勤務終了は、勤務開始よりあとにしてください。
roster-unreadable = 日付か時刻をお確かめください。
roster-firm-exists = 「{ $name }」は、もうある会社と同じです。
roster-no-coordinator = お選びの方は、いまはコーディネーターではありません。
roster-meanwhile = そのあいだに登録が変わっていたため、そのままにしました。お手数ですが、もう一度お開きください。
roster-undo-late = 元に戻せるのは 10 分以内です。いまの登録から、あらためて変えてください。
roster-forgotten = この変更は、もう行えません。お手数ですが、もう一度お選びください。
roster-nothing = 変わるところがありませんでした。

# お知らせ
roster-told-roles = Minori での役割が変わりました。いまの役割は、次のとおりです。
roster-told-role = { roster-role }
roster-told-coordinator = { $name ->
    [none] { $company }の担当コーディネーターは、いまは決まっていません。決まりましたら、お知らせします。
   *[other] { $company }の担当コーディネーターは、{ $name }さんです。どうぞよろしくお願いいたします。
 }
roster-told-firms = ご担当の会社が変わりました。いまは { $count } 社です。
roster-told-firm = { $company }
roster-told-more = ほか { $count } 社
roster-offered = { $name }さんが、Minori をお使いにならなくなりました。ご担当だった { $count } 社を、どなたかにお引き受けいただけますでしょうか。
roster-offered-more = ほか { $count } 社
roster-taken = { $company }を、ご担当としてお引き受けいただきました。ありがとうございます。
roster-taken-more = ほか { $count } 社も、お引き受けいただきました。
roster-taken-already = { $name ->
    [none] もう、どの会社にもお引き受けくださる方がいます。ありがとうございます。
   *[other] もう、{ $name }さんにお引き受けいただいています。ありがとうございます。
 }

# ボタン
roster-offer-people = ご利用の方の一覧
roster-offer-firms = 会社の一覧
roster-offer-add = 人を加える
roster-offer-assign = 担当をまとめて決める
roster-offer-show = 開く
roster-offer-sift = しぼり込む
roster-offer-clear = 条件を外す
roster-offer-change = 登録を変える
roster-offer-end = 利用を終える
roster-offer-back = また使えるようにする
roster-offer-merge = 人をこちらへ移す
roster-offer-apply = このとおり変える
roster-offer-undo = 元に戻す
roster-offer-take = 引き受ける
roster-offer-take-all = すべて引き受ける
roster-offer-choose = 担当を決める
roster-firm-sift-title = 会社をしぼり込む
roster-field-firm-text = 会社名の一部
roster-sifted-coordinator = 担当：{ $name ->
    [none] 担当なし
   *[other] { $name }
}
roster-no-coordinators = コーディネーターの方が、まだ登録されていません。先に「人を加える」で、役割がコーディネーターの方をお加えください。
roster-first-coordinator = はじめに、ご質問に答えるコーディネーターの方を「人を加える」でお加えください（役割でコーディネーターを選びます）。ご自身が兼ねるときは、「ご利用の方の一覧」からご自身を開き、役割を足してください。人数が多いときは、名簿（CSV）を minori people import でまとめて登録できます。
roster-first-firm = 次に、会社の方を「人を加える」でお加えください。会社名を書くと、会社も登録されます。
roster-first-assign = 最後に、「担当をまとめて決める」で、会社ごとの担当コーディネーターをお決めください。
roster-admins-gone = Minori の管理者が、一人もいなくなりました。人や会社の登録、ガイドの公開は、新しい管理者が決まるまでお待ちいただくことになります。
roster-admins-gone-how = Minori を動かしている方に、新しい管理者を決めるようお伝えいただけますでしょうか（方法は、minori doctor と minori serve が案内します）。
