# 休みと営業日についての文。

# 数えられないとき
calendar-no-working-day = { $name }さんの営業日が、先の { $days } 日のあいだに見つかりません。勤務の曜日と、会社の休みのご登録をご確認ください。

# 登録できないとき
calendar-fault-no-day = お休みの日か曜日を、ひとつ以上お選びください。
calendar-fault-both = 定休日と日付は、別々にご登録をお願いいたします。
calendar-fault-order = 終わりの日が、始まりの日より前になっています。日付をご確認ください。
calendar-fault-long = { $days } 日間のご登録はお受けできません。一度に登録できるのは { $longest } 日までです。
calendar-fault-name = 名前は { $count } 文字までにしてください。

# 祝日の表を読み込む
calendar-load-refused = 祝日の表に { $count } 件の問題があります。いまの表は、そのまま使われます。
calendar-load-headings = 見出しが違います。1 行目が「{ $headings }」の、内閣府の CSV をご用意ください。（{ $line } 行目）
calendar-load-cells = 列が { $count } 個あります。日付と名称の 2 列にしてください。（{ $line } 行目）
calendar-load-day = 日付「{ $value }」が読めません。1955/1/1 のようにお書きください。（{ $line } 行目）
calendar-load-name = 名称がないか、長すぎます。（{ $line } 行目）
calendar-load-twice = { $day } は { $first } 行目にもあります。（{ $line } 行目）
calendar-load-not-this-year = 今年（{ $year } 年）の祝日が入っていません。
calendar-load-thin = { $year } 年の祝日が { $count } 日しかありません（少なくとも { $least } 日あるはずです）。途中で切れていないか、ご確認ください。
calendar-load-unreadable = { $path } を読めません: { $reason }
calendar-load-too-large = { $path } が大きすぎます（{ $limit } MB まで）。
calendar-load-is-workbook = { $path } は Excel のブックです。内閣府の CSV（syukujitsu.csv）をそのままお使いください。
calendar-load-encoding = { $path } の文字コードが分かりません。Shift_JIS（CP932）か UTF-8 で保存してください。

# 祝日の表
calendar-table = 祝日: { $source }（{ $until } まで）
calendar-table-loaded = { $day } に読み込んだ表です（付属の表に戻すには minori calendar unload）。
calendar-ends-soon = 祝日が分かっているのは { $until } までです。その先は、土日と年末年始だけを除いて数えます。内閣府の CSV（syukujitsu.csv、毎年 2 月に更新）を minori calendar load で読み込んでください。
calendar-unload-none = 読み込んだ表はありません。付属の表を使っています。
calendar-unloaded = 表「{ $source }」を外しました。
calendar-plan-table = { $source }: { $count } 日（{ $first } から）
calendar-plan-until = 祝日が分かる日: { $before } まで → { $after } まで
calendar-plan-added = 加わる日（{ $count } 日）:
calendar-plan-gone = なくなる日（{ $count } 日）:
calendar-plan-renamed = 名称が変わる日: { $day } { $before } → { $after }
calendar-plan-more = このほか、これより前の { $count } 日
calendar-plan-nothing = いまの表と同じです。変わるところはありません。
calendar-plan-dry = まだ何も変えていません。この内容でよければ、--dry-run を外してもう一度実行してください。
calendar-plan-done = この表を読み込みました。動いているサーバーも、そのまま新しい表で数えます。
calendar-day-wrong = 「{ $value }」を日付として読めません。2026-11-20 のようにお書きください。
calendar-weekdays-wrong = 「{ $value }」を曜日として読めません。「水」「土日」「月-金」のようにお書きください。
calendar-company-unknown = 会社「{ $name }」は登録されていません。minori people list でご確認ください。

# 休みの登録
calendar-entry-day = { $works ->
    [yes] { $first } 出勤日 { $name }
   *[no] { $first } 休み { $name }
}
calendar-entry-range = { $works ->
    [yes] { $first }から{ $last }まで 出勤日 { $name }
   *[no] { $first }から{ $last }まで 休み { $name }
}
calendar-entry-yearly = { $works ->
    [yes] 毎年{ $first } 出勤日 { $name }
   *[no] 毎年{ $first } 休み { $name }
}
calendar-entry-yearly-range = { $works ->
    [yes] 毎年{ $first }から{ $last }まで 出勤日 { $name }
   *[no] 毎年{ $first }から{ $last }まで 休み { $name }
}
calendar-entry-weekly = { $works ->
    [yes] 毎週{ $days } 営業 { $name }
   *[no] 毎週{ $days } 休み { $name }
}
calendar-entry-kept = 登録しました。
calendar-entry-removed = 取り消しました。
calendar-entry-unknown = 「{ $id }」という登録はありません。minori calendar list でご確認ください。
calendar-list-empty = 登録されている休みはありません。

# お休みの登録（ホームとシート）
calendar-home = お休み
calendar-home-none = 登録されているお休みはありません。
calendar-home-more = ほか { $count } 件
calendar-home-ends-soon = 祝日の表は { $until } までです。内閣府の新しい一覧（毎年 2 月に公表）の読み込みをお願いいたします（minori calendar load）。
calendar-own = 自分の休み
calendar-company = 会社の休み
calendar-partner = 取引先の休み
calendar-about-own = お休みのあいだは、お知らせをお届けしません。お返事のめやすも、お休みを除いて数えます。
calendar-about-company = 会社のみなさんの営業日を、ここでのご登録に合わせて数えます。
calendar-about-partner = お休みの取引先へ、電話や訪問をお願いすることはありません。
calendar-offer-own = 自分の休みを登録する
calendar-offer-show-own = 自分の休みの一覧
calendar-offer-show-company = 会社の休みの一覧
calendar-offer-show-partner = 取引先の休みの一覧
calendar-offer-more = 続き（{ $count } 件）
calendar-offer-remove = 取り消す
calendar-offer-restore = 元に戻す
calendar-remove-confirm = この登録を取り消します。よろしいですか。
calendar-added = 登録しました。
calendar-removed = 取り消しました。10 分のあいだは、元に戻せます。
calendar-restored = 元に戻しました。
calendar-gone = この登録は、すでに取り消されています。
calendar-restore-late = 取り消してから 10 分が過ぎました。お手数ですが、あらためてご登録をお願いいたします。
calendar-not-yours = お休みのご登録と取り消しは、ご本人だけができます。
calendar-firm-only = 会社と取引先のお休みは、その会社の方だけが登録できます。
calendar-fault-partner = 取引先の名前をお書きください。
calendar-form-title-person = 自分の休みを登録する
calendar-form-title-company = 会社の休みを登録する
calendar-form-title-partner = 取引先の休みを登録する
calendar-form-submit = 登録する
calendar-form-from = 始まりの日
calendar-form-until = 終わりの日
calendar-form-until-hint = 一日だけのときは、空欄のままで結構です。
calendar-form-kind = 休みか、出勤日か
calendar-form-off = 休み
calendar-form-working = 出勤日（土曜や祝日の出勤など）
calendar-form-yearly = くり返し
calendar-form-once = この日だけ
calendar-form-every-year = 毎年
calendar-form-name = 名前
calendar-form-name-hint = 年末年始、お盆、創立記念日など
calendar-form-partner = 取引先の名前
calendar-form-weekdays = 定休日
calendar-form-weekdays-hint = 土日もお休みなら、土と日もお選びください。お選びになった曜日だけを定休日とします。

# 管理者が、ほかの方や会社のために登録する休み
absence-of = お休みと休業日
absence-of-person = { $name }さんのお休み
absence-of-company = { $name }の休業日
absence-of-offer-person = 休みを見る・登録する
absence-of-offer-company = 休業日を見る・登録する
absence-of-add = 登録する
absence-of-gone = この方、またはこの会社は、いま登録にありません。
absence-cover = その間のご質問は、{ $names }さん{ $others ->
    [0] {""}
   *[other] ほか { $others } 名
}が承ります。
absence-offer-cover = 担当をある方にお願いする
absence-cover-nobody = その間に承れるコーディネーターが、ほかにいません。ご質問は、管理者へお知らせします。
absence-told-person-entered = 管理者が、お休みを登録しました。お心当たりのないときは、ホームの「自分の休みの一覧」から取り消せます。
absence-told-person-removed = 管理者が、お休みの登録を取り消しました。
absence-told-company-entered = 管理者が、会社の休業日を登録しました。お知らせの日は、これに合わせます。
absence-told-company-removed = 管理者が、会社の休業日の登録を取り消しました。
