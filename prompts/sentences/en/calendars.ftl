# Sentences about days off and working days.

# Where nothing can be counted
calendar-no-working-day = No working day of { $name } was found within { $days } days. Please check the weekdays they work on and the calendar of the firm.

# What cannot be kept
calendar-fault-no-day = Please choose at least one day or weekday.
calendar-fault-both = Please enter weekdays and dates one after the other.
calendar-fault-order = The last day comes before the first one. Please check the dates.
calendar-fault-long = { $days } days cannot be entered at once; { $longest } is the most.
calendar-fault-name = A name has at most { $count } characters.

# Loading a table of holidays
calendar-load-refused = { $count ->
    [one] The table of holidays has one problem.
   *[other] The table of holidays has { $count } problems.
} The present table goes on counting.
calendar-load-headings = Other headings were found. The first line has to be “{ $headings }”, as in the CSV of the Cabinet Office (line { $line }).
calendar-load-cells = { $count } cells; there have to be two, the day and its name (line { $line }).
calendar-load-day = “{ $value }” is no day. Write it as 1955/1/1 (line { $line }).
calendar-load-name = The name is missing or too long (line { $line }).
calendar-load-twice = { $day } is in line { $first } as well (line { $line }).
calendar-load-not-this-year = The holidays of this year ({ $year }) are missing.
calendar-load-thin = { $year } has only { $count } holidays; at least { $least } are expected. Please check that the file is complete.
calendar-load-unreadable = { $path } cannot be read: { $reason }
calendar-load-too-large = { $path } is too large (at most { $limit } MB).
calendar-load-is-workbook = { $path } is an Excel workbook. Please use the CSV of the Cabinet Office (syukujitsu.csv) as it is.
calendar-load-encoding = The encoding of { $path } is not known. Please save it as Shift_JIS (CP932) or UTF-8.

# The table of holidays
calendar-table = Holidays: { $source } (until { $until })
calendar-table-loaded = This table was loaded on { $day } (minori calendar unload goes back).
calendar-ends-soon = Holidays are known until { $until } only; later dates leave out weekends and the days around New Year. Load the CSV of the Cabinet Office (syukujitsu.csv, renewed each February) with minori calendar load.
calendar-unload-none = No table was loaded; the one that comes with Minori counts.
calendar-unloaded = The table “{ $source }” was taken out.
calendar-plan-table = { $source }: { $count } days (from { $first })
calendar-plan-until = Holidays are known until: { $before } → { $after }
calendar-plan-added = New days ({ $count }):
calendar-plan-gone = Days that disappear ({ $count }):
calendar-plan-renamed = Another name: { $day } { $before } → { $after }
calendar-plan-more = and { $count } days before these
calendar-plan-nothing = It says what the present table says; nothing changes.
calendar-plan-dry = Nothing has been changed yet. If this is right, run it again without --dry-run.
calendar-plan-done = The table was loaded. Running servers count with it from now on.
calendar-day-wrong = “{ $value }” is no day. Write it as 2026-11-20.
calendar-weekdays-wrong = “{ $value }” are no weekdays. Write them as Wed, Sat/Sun or Mon-Fri.
calendar-company-unknown = No company “{ $name }” is registered. Please look it up with minori people list.

# Days off that were entered
calendar-entry-day = { $works ->
    [yes] { $first }: working day { $name }
   *[no] { $first }: off { $name }
}
calendar-entry-range = { $works ->
    [yes] { $first } to { $last }: working days { $name }
   *[no] { $first } to { $last }: off { $name }
}
calendar-entry-yearly = { $works ->
    [yes] { $first } every year: working day { $name }
   *[no] { $first } every year: off { $name }
}
calendar-entry-yearly-range = { $works ->
    [yes] { $first } to { $last } every year: working days { $name }
   *[no] { $first } to { $last } every year: off { $name }
}
calendar-entry-weekly = { $works ->
    [yes] Every { $days }: open { $name }
   *[no] Every { $days }: off { $name }
}
calendar-entry-kept = It is on record.
calendar-entry-removed = It was taken away.
calendar-entry-unknown = There is no entry “{ $id }”. Please look it up with minori calendar list.
calendar-list-empty = No days off are on record.

# Days off in the chat (page and sheets)
calendar-home = Days off
calendar-home-none = No days off are on record.
calendar-home-more = and { $count } more
calendar-home-ends-soon = The holidays are known until { $until }. Please load the new list of the Cabinet Office, which comes out each February (minori calendar load).
calendar-own = My days off
calendar-company = The firm’s calendar
calendar-partner = Outside firms’ days off
calendar-about-own = Nothing is sent to you on your days off, and dates to reply by leave them out.
calendar-about-company = The working days of everybody in the firm follow what is entered here.
calendar-about-partner = Nobody is asked to call or visit an outside firm on a day on which it is closed.
calendar-offer-own = Enter my days off
calendar-offer-show-own = All my days off
calendar-offer-show-company = The firm’s whole calendar
calendar-offer-show-partner = All outside firms’ days off
calendar-offer-more = { $count } more
calendar-offer-remove = Take back
calendar-offer-restore = Bring back
calendar-remove-confirm = This entry is taken back. Is that right?
calendar-added = It is on record.
calendar-removed = It was taken back. For ten minutes it can be brought back.
calendar-restored = It is on record again.
calendar-gone = This entry was taken back already.
calendar-restore-late = Ten minutes have passed since it was taken back. Please enter it again.
calendar-not-yours = Everybody enters and takes back their own days off only.
calendar-firm-only = The firm’s calendar and those of outside firms are entered by the firm’s own people.
calendar-fault-partner = Please write the name of the outside firm.
calendar-form-title-person = Enter my days off
calendar-form-title-company = Enter days of the firm
calendar-form-title-partner = Enter outside days off
calendar-form-submit = Enter
calendar-form-from = First day
calendar-form-until = Last day
calendar-form-until-hint = Leave it empty for a single day.
calendar-form-kind = Off, or a working day
calendar-form-off = Off
calendar-form-working = Working day (such as a Saturday or a holiday)
calendar-form-yearly = How often
calendar-form-once = Once
calendar-form-every-year = Every year
calendar-form-name = Name
calendar-form-name-hint = Such as New Year, summer, the firm’s anniversary
calendar-form-partner = Name of the outside firm
calendar-form-weekdays = Weekdays off
calendar-form-weekdays-hint = Choose the weekend as well where it is off; only the chosen weekdays count as off.

# Leave and days off that an admin enters for others
absence-of = Leave and days off
absence-of-person = Leave of { $name }
absence-of-company = Days on which { $name } is closed
absence-of-offer-person = Leave
absence-of-offer-company = Days off
absence-of-add = Enter days
absence-of-gone = This person or firm is not registered now.
absence-cover = Meanwhile questions go to { $names }{ $others ->
    [0] {""}
   *[other] {" "}and { $others } more
}.
absence-offer-cover = Ask one person to cover
absence-cover-nobody = No other coordinator is there meanwhile. The admins are told of questions.
absence-told-person-entered = An admin entered leave for you. If that is not right, you can take it back under “All my days off” on your page.
absence-told-person-removed = An admin took back leave that was entered for you.
absence-told-company-entered = An admin entered days on which your firm is closed. Reminders follow them.
absence-told-company-removed = An admin took back days on which your firm was to be closed.
