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
