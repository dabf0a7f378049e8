# What `minori meetings` says at the terminal.

meetings-parse-company = Company
meetings-parse-person = Person
meetings-parse-title = Title
meetings-parse-event = Event
meetings-parse-met-on = Met on
meetings-parse-next-step = Next step
meetings-parse-due-on = Due on
meetings-parse-due-time = Time
meetings-parse-field = { $label }: { $value }
meetings-parse-field-from = { $label }: { $value } (from "{ $words }")
meetings-parse-field-empty = { $label }: (not said)
meetings-parse-nothing = No company, name or date could be read from this line.
meetings-note-weekday-disagrees = The date and the weekday do not agree. The date was taken; please check it.
meetings-note-no-such-day = A date is written that no calendar has. Please check it.
meetings-note-day-not-said = A week or a month is named, but no day of it. The date is left empty.
meetings-note-time-not-said = A part of the day is named, but no hour. The time is left empty.
meetings-note-afternoon-assumed = Morning or afternoon is not said, so the hour was read as the afternoon. Please check it.
meetings-note-half-not-said = Morning or evening is not said. The time is left empty.
meetings-note-several-steps = There is more than one next step. The date is the first one's.
meetings-note-several-people = More than one person is named. The first was taken.
meetings-parse-one-of = Write one line in quotation marks, or name a file with --file: one of the two.
meetings-parse-empty = The line is empty. Please write in one line whom you met.
meetings-parse-bad-day = The date of --on cannot be read: { $given }. Write it like 2026-11-20.
meetings-parse-unreadable = The file cannot be read: { $path } ({ $reason })
meetings-parse-bad-line = Line { $line } of { $path } cannot be read. Write one JSON object a line, the text in "t" and the date in "on" (such as 2026-11-20).
