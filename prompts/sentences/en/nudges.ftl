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
nudge-matter-succession = Who looks after it from then on
nudge-matter-walk = A value walk in the middle

# Why now
nudge-why-title = Why now?
nudge-asks-confirm = It asked whether the record that was written is right.
nudge-asks-goal = It suggested to decide on a goal before the meeting.
nudge-asks-outcome = It asked how the meeting went.
nudge-asks-step = It was about the next step: planned, or how it stands.
nudge-asks-time = It suggested to set a date and a time for the next step.
nudge-asks-thanks = It suggested a thank-you and a next step.
nudge-asks-next_step = It suggested to decide on a next step.
nudge-asks-decision = It asked whether to go on, to let it rest, or to leave it for now.
nudge-asks-wake = It suggested to take up again what was left to rest.
nudge-asks-trial_ahead = It asked how the decision about the trial is being prepared.
nudge-asks-trial = It asked for the decision about the trial.
nudge-asks-issue = It asked how the issue stands.
nudge-asks-request = It asked whether you can take on what a colleague asked of you.
nudge-asks-succession = It asked who looks after it from then on.
nudge-asks-walk = It asked whether to go on with a value walk that stands still.

# Counted from
nudge-since-confirm = The days are counted from { $day }, when the record was written.
nudge-since-prepare = The days are counted back from the meeting on { $day }.
nudge-since-outcome = The days are counted from { $day }: the meeting, or the contact after it.
nudge-since-next_step = The days are counted from { $day }: the day of the next step, or of the contact after it.
nudge-since-set_time = The days are counted from { $day }: the last contact, or the day on which the next step was written down.
nudge-since-no_next_step = The days are counted from { $day }: the last contact, or a later day on which something changed.
nudge-since-wake = The days are counted from { $day }, on which it was to wake.
nudge-since-trial_decision = The days are counted by the decision about the trial on { $day }.
nudge-since-issue = The days are counted by the day of the issue, { $day }.
nudge-since-request = The days are counted from { $day }, when you were asked.
nudge-since-succession = The days are counted back from the last day of whoever looks after it now, { $day }.
nudge-since-walk = The days are counted from { $day }: the last answer, or the day until which it was put aside.

# The rule, and the day that came of it
nudge-rule-same-day = You are reminded in the manner of “{ $title }”: reminder { $number } comes on that very day.
nudge-rule-after = You are reminded in the manner of “{ $title }”: reminder { $number } comes { $working ->
    [yes] { $days ->
        [one] 1 working day later.
       *[other] { $days } working days later.
    }
   *[no] { $days ->
        [one] 1 day later, days off counted.
       *[other] { $days } days later, days off counted.
    }
}
nudge-rule-before = You are reminded in the manner of “{ $title }”: reminder { $number } comes { $working ->
    [yes] { $days ->
        [one] 1 working day before.
       *[other] { $days } working days before.
    }
   *[no] { $days ->
        [one] 1 day before, days off counted.
       *[other] { $days } days before, days off counted.
    }
}
nudge-rule-again = You are reminded in the manner of “{ $title }”: until it is settled, it comes again { $working ->
    [yes] every { $days } working days.
   *[no] every { $days } days.
}
nudge-why-day = Why on this day
nudge-why-time = When, and how often
nudge-why-yours = What you can change
nudge-why-counted = { $count ->
    [one] { $until } is the first working day after { $from }.
   *[other] { $until } is working day { $count } after { $from }.
}
nudge-why-counted-days = { $until } is working day { $count } after { $from } ({ $days }).
nudge-why-left-out = { $kind ->
    [weekday] { $count ->
        [one] One day that is not one of your weekdays at work was not counted.
       *[other] { $count } days that are not weekdays of yours at work, such as weekends, were not counted.
    }
    [holiday] Public holidays were not counted: { $days }.
    [new_year] The days around New Year were not counted: { $days }.
    [firm] Days off of your firm were not counted: { $days }.
   *[own] Your own days off were not counted: { $days }.
}
nudge-why-moved = { $kind ->
    [weekday] { $day } is not one of your weekdays at work, so
    [holiday] { $day } is a public holiday ({ $name }), so
    [new_year] { $day } is one of the days off around New Year, so
    [firm] { $day } is a day off of your firm, so
    [firm_named] { $day } is a day off of your firm ({ $name }), so
   *[own] { $day } is a day off of yours, so
}{" "}{ $to ->
    [before] it was moved to the working day before, { $on }.
   *[after] it was moved to the next working day, { $on }.
}
nudge-why-put-off = Before { $day } you were not reminded of it: you asked for later, or you had just been in touch.
nudge-why-partner = It suggests to telephone or to visit. The outside firm is closed on { $day }, so it was moved to { $due }.
nudge-why-passed = Something was written down or changed after that day, or after hours, so it was planned for { $due }.
nudge-why-due = It was planned for { $due }.
nudge-why-late = It could not reach you on that day, for example because Minori was not running, and came on { $day }.
nudge-why-late-off = You were off from that day on, so it came when you were back, on { $day }.
nudge-why-late-pause = You had asked for a pause, so it came when that was over, on { $day }.
nudge-why-late-pace = You asked to hear from us less often (“Lighter”), so it came on the first working day of the week, { $day }.
nudge-why-late-slot = It came up after that day’s message, so it came with the next one, on { $day }.
nudge-why-chosen = { $scope ->
    [event] { $name }, the coordinator, chose this for “{ $event }”.
   *[stage] { $name }, the coordinator, chose this for what stands at this stage.
}
nudge-why-chosen-by-colleague = { $scope ->
    [event] { $name } chose this for “{ $event }”.
   *[stage] { $name } chose this for what stands at this stage.
}
nudge-why-slot = It was sent on { $day } at { $time }. You are told something on working days from { $start } to { $end } only.
nudge-why-pace = { $pace ->
    [lighter] At present you hear from us on the first working day of a week (“Lighter”).
    [fuller] At present you hear from us up to three times a working day (“Fuller”).
   *[normal] At present you hear from us once a working day at most (“Normal”).
}
nudge-why-change = { $muted ->
    [yes] You hear nothing more about this one at present; the button below changes that. Under “Reminder settings” you can choose how often and when, and pause for a while.
   *[no] Under “Reminder settings” you can choose how often and when, and pause for a while. You can also stop the reminders about this one alone.
}
nudge-why-settled = This one is settled by now. This is why it came at the time.
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
nudge-upcoming-silent = Besides, reminders are stopped for { $count }. “Reminder settings” brings them back.
nudge-upcoming-cut = There are very many: these are of the { $count } that come first. The others follow as their days come near.
nudge-upcoming-page = Page { $page } of { $pages }
nudge-upcoming-late = Past their day
nudge-upcoming-today = Today, { $day }
nudge-upcoming-day = { $day }

# The person's page
nudge-home-heading = Today and this week
nudge-home-none = Nothing is coming up this week.
nudge-home-settings = Reminders can be changed to suit you.
nudge-home-more = And { $count } more. “Everything to come” lists them.

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
nudge-heartbeat-late-label = Late while they stand still
nudge-heartbeat-late = { $people ->
    [0] Nothing so far.
   *[other] Matters: { $count }, for people: { $people }. Once they run again, each is told once, within that person's hours.
}
nudge-silence-still = Reminders have been standing still for more than 15 minutes; their last round was { $from }.
nudge-silence-over = Reminders stood still from { $from } to { $until }. They are running now.
nudge-silence-back = After { $from } reminders stood still for more than 15 minutes. They are running now.
nudge-silence-then = No reminder is lost. What has not arrived comes at the first possible time, as one message to each person.
