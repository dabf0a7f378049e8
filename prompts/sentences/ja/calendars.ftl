# 休みと営業日についての文。

# 数えられないとき
calendar-no-working-day = { $name }さんの営業日が、先の { $days } 日のあいだに見つかりません。勤務の曜日と、会社の休みのご登録をご確認ください。

# 登録できないとき
calendar-fault-no-day = お休みの日か曜日を、ひとつ以上お選びください。
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
