# `minori meetings` が端末で言う文。

meetings-parse-company = 会社・団体
meetings-parse-person = お名前
meetings-parse-title = お役職
meetings-parse-event = 行事
meetings-parse-met-on = お会いした日
meetings-parse-next-step = 次の一歩
meetings-parse-due-on = 期日
meetings-parse-due-time = 時刻
meetings-parse-field = { $label }: { $value }
meetings-parse-field-from = { $label }: { $value }（「{ $words }」から）
meetings-parse-field-empty = { $label }: （書かれていません）
meetings-parse-nothing = この文からは、会社やお名前、日付を読み取れませんでした。
meetings-note-weekday-disagrees = 日付と曜日が合いません。日付のほうを採りました。お確かめください。
meetings-note-no-such-day = 暦にない日付が書かれています。お確かめください。
meetings-note-day-not-said = 週や月は書かれていますが、日は書かれていません。日付は空けてあります。
meetings-note-time-not-said = 時間帯は書かれていますが、時刻は書かれていません。時刻は空けてあります。
meetings-note-afternoon-assumed = 午前か午後かが書かれていないので、午後と読みました。お確かめください。
meetings-note-half-not-said = 午前か午後かが書かれていません。時刻は空けてあります。
meetings-note-several-steps = 次の一歩が二つ以上あります。期日は、はじめの一つのものです。
meetings-note-several-people = お名前が二人以上あります。お一人目を採りました。
meetings-parse-one-of = 一行を「"…"」で書くか、--file でファイルを指定するか、どちらか一つをお願いします。
meetings-parse-empty = 文が空です。お会いしたときのことを一行でお書きください。
meetings-parse-bad-day = --on の日付を読めません: { $given }。2026-11-20 のように書いてください。
meetings-parse-unreadable = ファイルを読めません: { $path }（{ $reason }）
meetings-parse-bad-line = { $path } の { $line } 行目を読めません。一行に一つの JSON で、"t" に文を、"on" に日付（2026-11-20 など）を書いてください。
