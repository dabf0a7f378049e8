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
