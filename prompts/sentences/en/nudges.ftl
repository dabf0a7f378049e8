# Sentences about nudges: when, to whom, and why.

# One message
nudge-heading = Thank you for all you do. For { $day }: { $count ->
    [one] 1 matter
   *[other] { $count } matters
}
nudge-late = What could not reach you meanwhile, on days off for example, is in this message as well.
nudge-cited = From the guides: “{ $quote }” [{ $number }]
nudge-rest = And { $count } more. “Everything to come” lists them.
nudge-rest-named = And { $count } more: { $titles }
nudge-all-settled = Thank you. Everything in this message is settled.
nudge-not-yours = Sorry, only the person who received this message can see that.

# Buttons
nudge-offer-why = Why now?
nudge-offer-mute = No more about this one
nudge-offer-unmute = Remind me of it again
nudge-offer-settings = Reminder settings
nudge-offer-upcoming = Everything to come
nudge-offer-details = Details
nudge-offer-earlier = Previous page
nudge-offer-later = Next page
nudge-offer-cadence = Choose how often to remind

# Matters
nudge-matter-confirm = A record to confirm
nudge-matter-prepare = Preparing a meeting
nudge-matter-outcome = Looking back on a meeting
nudge-matter-next_step = The next step
nudge-matter-set_time = Date and time of the next step
nudge-matter-no_next_step = No next step yet
nudge-matter-wake = Something that was left to rest
nudge-matter-trial_decision = The decision about a trial
nudge-matter-issue = An open issue
nudge-matter-request = Your reply to a request
nudge-matter-succession = Who looks after it next year

# Counted from
nudge-since-confirm = { $day } (when it was written down)
nudge-since-prepare = { $day } (the day of the meeting)
nudge-since-outcome = { $day } (the day of the meeting, or of the contact after it)
nudge-since-next_step = { $day } (the day of the next step, or of the contact after it)
nudge-since-set_time = { $day } (the last contact, or when the next step was written down)
nudge-since-no_next_step = { $day } (the last contact, or a later day on which something changed)
nudge-since-wake = { $day } (the day on which it was to wake)
nudge-since-trial_decision = { $day } (the day of the decision)
nudge-since-issue = { $day } (the day of the issue)
nudge-since-request = { $day } (when you were asked)
nudge-since-succession = { $day } (the end of the fiscal year)

# What it asks for
nudge-asks-confirm = whether the record is right
nudge-asks-goal = the goal of the meeting
nudge-asks-outcome = how the meeting went
nudge-asks-step = how the next step went
nudge-asks-time = a date and time for the next step
nudge-asks-thanks = a thank-you, and a next step
nudge-asks-next_step = a next step
nudge-asks-decision = to go on, let it rest, or leave it for now
nudge-asks-wake = whether to take it up again
nudge-asks-trial_ahead = what the decision about the trial needs
nudge-asks-trial = the decision about the trial
nudge-asks-issue = how the issue stands
nudge-asks-request = whether you can take it on
nudge-asks-succession = who looks after it next year

# Why now
nudge-why-title = Why now?
nudge-why-about = About
nudge-why-matter = Matter
nudge-why-asks = It asks for
nudge-why-since = Counted from
nudge-why-rule = Rule
nudge-why-day-off = On a day off
nudge-why-put-off = Held back
nudge-why-due = Due on
nudge-why-days = Working days counted
nudge-why-days-off = Days left out
nudge-why-cadence = How often
nudge-why-slot = Told at
nudge-why-pace = How many messages
nudge-why-late = It could not reach you earlier, because of days off for example, and came after its day.
nudge-rule-same-day = the same day
nudge-rule-after-working = { $days ->
    [one] 1 working day later
   *[other] { $days } working days later
}
nudge-rule-after-calendar = { $days ->
    [one] 1 day later, days off counted
   *[other] { $days } days later, days off counted
}
nudge-rule-before-working = { $days ->
    [one] 1 working day before
   *[other] { $days } working days before
}
nudge-rule-before-calendar = { $days ->
    [one] 1 day before, days off counted
   *[other] { $days } days before, days off counted
}
nudge-rule-again-working = every { $days } working days until it is settled
nudge-rule-again-calendar = every { $days } days until it is settled
nudge-day-off-next = the next working day
nudge-day-off-previous = the working day before
nudge-put-off = Not before { $day } (you asked for later, or you had just been in touch)
nudge-days-counted = { $days } ({ $count })
nudge-days-off = { $count } (weekends, holidays, the firm’s days off, your own)
nudge-cadence-default = { $title }
nudge-cadence-chosen = { $title } (chosen by { $name }, the coordinator)
nudge-slot = { $day } { $time } (you can be told something from { $start } to { $end })
nudge-muted = Understood. You will hear no more about this one. Its record stays as it is.
nudge-unmuted = Thank you. You will be reminded of it again.

# Settings
nudge-settings-title = Reminder settings
nudge-settings-intro = You are reminded on working days from { $start } to { $end } only; never on days off, and never at night.
nudge-settings-pace = How many messages
nudge-pace-lighter = Lighter (one on the first working day of a week)
nudge-pace-normal = Normal (one a working day at most)
nudge-pace-fuller = Fuller (three a working day at most)
nudge-settings-time = Time of the day
nudge-settings-more-time = Time { $number } (with “Fuller” only)
nudge-settings-pause = Pause (begin again on this day)
nudge-settings-pause-hint = Nothing until the day before; what was held back comes in one message.
nudge-settings-muted = Muted
nudge-settings-muted-hint = You will be reminded again of what you choose.
nudge-settings-submit = Save
nudge-settings-kept = Thank you. This is how you will be reminded.
nudge-settings-unreadable = Sorry, a time or a day could not be read. Please choose it once more.
nudge-settings-outside = Sorry, please choose times from { $start } on and before { $end }.
nudge-settings-past = Sorry, please choose a day after today to begin again ({ $day } is not).
nudge-times = At { $times }
nudge-paused = Nothing before { $day }

# To come
nudge-upcoming-title = To come
nudge-upcoming-none = Thank you for all you do. Nothing is coming up in the next four weeks. Write down an encounter, and it will show here.
nudge-upcoming-elsewhere = What is coming is shown in your direct conversation with Minori only. Please send “upcoming” there.
nudge-upcoming-count = Thank you for all you do. In the next four weeks: { $count }.
nudge-upcoming-page = Page { $page } of { $pages }
nudge-upcoming-late = Past their day
nudge-upcoming-today = Today, { $day }
nudge-upcoming-day = { $day }

# The person's page
nudge-home-heading = Today and this week
nudge-home-none = Nothing is coming up this week.
nudge-home-settings = Reminders can be changed to suit you.
nudge-home-more = And { $count } more.

# How often (coordinators)
nudge-cadence-title = How often to remind
nudge-cadence-intro = You can choose how often a firm is reminded, for an event or for a stage. Without a choice it is “Standard”.
nudge-cadence-company = Firm
nudge-cadence-stage = Stage
nudge-cadence-event = Event
nudge-cadence-event-hint = Instead of a stage: the name of the event as it is on record.
nudge-cadence-cadence = How often
nudge-cadence-submit = Choose
nudge-cadence-one-of-two = Sorry, please choose either a stage or an event, and how often.
nudge-cadence-coordinators-only = Sorry, only the coordinator of a firm can choose this.
nudge-cadence-kept = Thank you. { $company } is reminded in the manner of “{ $title }” of this:
nudge-cadence-from-now = What is open now has been counted anew.

# Is it running
nudge-heartbeat-label = Reminders
nudge-heartbeat = running (last round { $when })
nudge-heartbeat-silent = standing still since { $when }. Please tell an admin.
nudge-heartbeat-never = have never run yet
nudge-silence-still = Reminders have been standing still for more than 15 minutes; their last round was { $from }.
nudge-silence-over = Reminders stood still from { $from } to { $until }. They are running now.
nudge-silence-back = After { $from } reminders stood still for more than 15 minutes. They are running now.
nudge-silence-then = No reminder is lost. What has not arrived comes at the first possible time, as one message to each person.
