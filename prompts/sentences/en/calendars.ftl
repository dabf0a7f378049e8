# Sentences about days off and working days.

# Where nothing can be counted
calendar-no-working-day = No working day of { $name } was found within { $days } days. Please check the weekdays they work on and the calendar of the firm.

# What cannot be kept
calendar-fault-no-day = Please choose at least one day or weekday.
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
