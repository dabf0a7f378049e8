# 休みと営業日についての文。

# 数えられないとき
calendar-no-working-day = { $name }さんの営業日が、先の { $days } 日のあいだに見つかりません。勤務の曜日と、会社の休みのご登録をご確認ください。

# 登録できないとき
calendar-fault-no-day = お休みの日か曜日を、ひとつ以上お選びください。
calendar-fault-order = 終わりの日が、始まりの日より前になっています。日付をご確認ください。
calendar-fault-long = { $days } 日間のご登録はお受けできません。一度に登録できるのは { $longest } 日までです。
calendar-fault-name = 名前は { $count } 文字までにしてください。
