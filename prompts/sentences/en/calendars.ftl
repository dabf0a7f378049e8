# Sentences about days off and working days.

# Where nothing can be counted
calendar-no-working-day = No working day of { $name } was found within { $days } days. Please check the weekdays they work on and the calendar of the firm.

# What cannot be kept
calendar-fault-no-day = Please choose at least one day or weekday.
calendar-fault-order = The last day comes before the first one. Please check the dates.
calendar-fault-long = { $days } days cannot be entered at once; { $longest } is the most.
calendar-fault-name = A name has at most { $count } characters.
