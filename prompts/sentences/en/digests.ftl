# Sentences of what a coordinator receives: of which firm, what, and since when it waits for them.

# Headings
digest-weekly = Thank you for all you do. The firms you look after on { $day }: { $count ->
    [one] 1 line
   *[other] { $count } lines
}
digest-daily = Thank you for all you do. New on { $day }: { $count ->
    [one] 1 line
   *[other] { $count } lines
}
digest-empty-week = Thank you for all you do. Nothing needs you this week.
digest-empty = Nothing needs you now.
digest-all-settled = Thank you. Everything in this digest is settled.
digest-settled = Beside these, { $count ->
    [one] 1 matter is
   *[other] { $count } matters are
} settled, postponed or not needed.
digest-rest = And { $count } more.
digest-paragraph = A word from the language model
digest-paragraph-by-model = { $text } (Written by a language model from the lines above alone. Nobody has checked it.)
digest-page = { $count } in all (page { $page } of { $pages }).
digest-all-title = The firms you look after
digest-not-yours = Sorry, only the coordinator who received this digest can see that.

# Why somebody is needed
digest-kind-decision = Trials whose day of decision has come
digest-kind-wall_1 = Standing still after cards were exchanged
digest-kind-wall_2 = Developments without market, user or decider
digest-kind-wall_3 = Trials without measure, decision day or payer
digest-kind-overdue = Next steps past their day, and past our reminders
digest-kind-question = Questions waiting for an answer
digest-kind-silent = Firms not heard of for a time
digest-kind-card_shared = Value cards newly shared
digest-kind-card_stuck = Value cards standing still
digest-kind-hand_over = Hand-overs
digest-kind-introduction = Introductions worth making

# One by one
digest-decision-ahead = The trial is to be decided on { $day }.
digest-decision-today = The trial is to be decided today.
digest-decision-past = The trial was to be decided on { $day }; no result is on record.
digest-wall_1 = Since { $day } there is no next step with owner, date and time.
digest-wall_1-several = { $count } encounters have no next step; the oldest since { $day }.
digest-wall_2 = Since { $day } the development lacks a market, a user or somebody who decides.
digest-wall_2-several = { $count } developments lack a market, a user or somebody who decides; the oldest since { $day }.
digest-wall_3 = Since { $day } the trial lacks a measure, a day of decision or a payer.
digest-wall_3-several = { $count } trials lack a measure, a day of decision or a payer; the oldest since { $day }.
digest-overdue = The day of the next step, { $day }, has passed, and so have our reminders; nothing is on record since.
digest-overdue-several = { $count } next steps are past their day; the oldest was due on { $day }.
digest-question = A question that came on { $day } waits for your answer.
digest-question-late = A question that came on { $day } is past its time for an answer.
digest-silent = Nothing was logged or answered since { $day }.
digest-card_shared = A value card was shared on { $day }.
digest-card_stuck = { $open ->
    [one] 1 question is
   *[other] { $open } questions are
} still open, and nothing has moved since { $day }.
digest-hand_over = It is yours until { $day }; nobody is named for what comes after.
digest-hand_over-asked = On { $day } { $name } asked you to look after { $firms ->
    [one] one firm
   *[other] { $firms } firms
} of theirs, and waits for your reply.
digest-hand_over-leaving = Nobody is named yet for the time after { $day }.
digest-introduction = There is somebody they could be introduced to.

# Since when
digest-age = { $days ->
    [one] 1 day
   *[other] { $days } days
} ({ $working ->
    [one] 1 working day
   *[other] { $working } working days
})
digest-age-today = today
digest-in-days = in { $days ->
    [one] 1 day
   *[other] { $days } days
}
digest-a-question = A question
digest-a-request = A request to take over
digest-own-firms = The firms you look after

# Buttons
digest-offer-pictures = See it in pictures
digest-offer-export = Take it as Excel
digest-exported = Here { $count ->
    [1] is the one line of the digest as it stands
   *[other] are the { $count } lines of the digest as they stand
}, with the records behind.
digest-file = Digest { $day }
digest-with-pictures = The pictures, and the numbers behind them, are in the thread of this message.
digest-pictures-now = Here is how things stand now, in pictures and in numbers.
digest-no-pictures = Sorry, there are no pictures just now.
help-bench-digest = Measure a weekly digest of many firms with its pictures, beside a look at each encounter.
digest-next-look = Look at it
digest-next-answer = Answer
digest-next-call = Note a contact
digest-next-open_card = Open the card
digest-next-name = Say who follows
digest-next-introduce = Sound them out
digest-next-take_over = See the request
digest-offer-all = See all of it
digest-offer-now = See it as it is now
digest-offer-tidy = Postpone or not needed
digest-offer-restore = Undo
digest-offer-settings = Digest settings

# Putting lines away
digest-tidy-title = Postpone, not needed
digest-tidy-intro = What you choose leaves the digest. When the facts change, it comes again.
digest-tidy-drop = Not needed
digest-tidy-later = Postpone
digest-tidy-until = Postpone until when (it comes again from that day on)
digest-tidy-submit = Put away
digest-tidy-none = Sorry, please choose something that is not needed, or to be postponed.
digest-tidy-past = Sorry, please choose a day from tomorrow on.
digest-tidied = Thank you. What you chose has left the digest.
digest-restored = It is back in the digest.
digest-choice-decision = { $firm }{ $about }: decision
digest-choice-wall_1 = { $firm }{ $about }: after cards
digest-choice-wall_2 = { $firm }{ $about }: development
digest-choice-wall_3 = { $firm }{ $about }: trial
digest-choice-overdue = { $firm }{ $about }: next step
digest-choice-question = { $firm }{ $about }: question
digest-choice-silent = { $firm }{ $about }: not heard of
digest-choice-card_shared = { $firm }{ $about }: new card
digest-choice-card_stuck = { $firm }{ $about }: card standing still
digest-choice-hand_over = { $firm }{ $about }: hand-over
digest-choice-introduction = { $firm }{ $about }: introduction

# Settings
digest-settings-title = Digest settings
digest-settings-intro = Digests come on working days between { $start } and { $end } only. Where that is a day off, they come on the next working day.
digest-settings-weekday = Weekly digest on
digest-settings-at = At
digest-settings-daily = Daily digest
digest-settings-daily-on = Daily digest on
digest-settings-daily-on-hint = Of these days only those that are worked, and on which something new needs you.
digest-settings-daily-at = Daily digest at
digest-settings-daily-at-hint = Left empty, it comes at the hour of the weekly digest.
digest-settings-daily-scope = Firms of the daily digest
digest-settings-daily-firms = Chosen firms of the daily digest
digest-settings-daily-firms-hint = Used with “chosen firms only” for the daily digest.
digest-settings-silent = Days until a firm counts as silent
digest-settings-silent-hint = A number from { $fewest } to { $most }.
digest-settings-scope = Firms
digest-settings-firms = Chosen firms
digest-settings-firms-hint = Used with “chosen firms only”. Only firms that share something are listed.
digest-settings-submit = Save
digest-settings-kept = Thank you. This is how we will do it.
digest-settings-unreadable = Sorry, the weekday or the time could not be read. Please choose again.
digest-settings-silent-wrong = Sorry, please give the days as a number from { $fewest } to { $most }.
digest-settings-outside = Sorry, please choose a time from { $start } to before { $end }.
digest-settings-daily-outside = Sorry, please choose a time for the daily digest from { $start } to before { $end }.
digest-settings-no-day = Sorry, please choose at least one weekday for the daily digest.
digest-settings-no-firm = Sorry, with “chosen firms only” please choose at least one firm.
digest-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
digest-weekday-never = Not at all
digest-daily-yes = Only on days on which something new needs me
digest-daily-no = Not at all
digest-daily-same-firms = As in the weekly digest
digest-scope-all = My firms, and those that nobody looks after by name
digest-scope-own = My firms only
digest-scope-chosen = Chosen firms only
digest-kept-weekly = Weekly: { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}, { $time }
digest-kept-no-weekly = No weekly digest.
digest-kept-daily = Daily: only when something new needs you, { $time }
digest-kept-daily-on = Daily:{ $on1 ->
    [1] {" "}Mon
   *[0] {""}
}{ $on2 ->
    [1] {" "}Tue
   *[0] {""}
}{ $on3 ->
    [1] {" "}Wed
   *[0] {""}
}{ $on4 ->
    [1] {" "}Thu
   *[0] {""}
}{ $on5 ->
    [1] {" "}Fri
   *[0] {""}
}{ $on6 ->
    [1] {" "}Sat
   *[0] {""}
}{ $on7 ->
    [1] {" "}Sun
   *[0] {""}
}, only when something new needs you, { $time }
digest-kept-daily-all = Daily, of my firms, and of those that nobody looks after by name
digest-kept-daily-own = Daily, of my firms only
digest-kept-daily-chosen = Daily, of chosen firms only
digest-kept-no-daily = No daily digest.
digest-kept-silent = A firm counts as silent after { $days } days without a record or an answer.

# The page
digest-home = The firms you look after
digest-home-next = The next weekly digest comes on { $day } at { $time }.
digest-home-none = You have chosen to receive no weekly digest.

# Command line
help-digest = Show what a coordinator would receive, without sending it.
    Only firms that share something are in it; everything is computed from facts.

    Examples:
      minori digest --preview --for "Yumi Takahashi" --on 2026-11-16
      minori digest --preview --for U05TAKAHASHI --json
help-digest-preview = Show it without sending it; needed.
help-digest-for = Whose digest: a name, an id, a Slack ID or an e-mail address.
help-digest-on = Of which day (YYYY-MM-DD); today without it. Computed from the records as they are now.
digest-preview-only = Digests are sent by themselves. To see one without sending it, add --preview, such as: minori digest --preview --for "Yumi Takahashi"
digest-bad-day = “{ $given }” cannot be read as a date. Please write --on like 2026-11-16.
digest-no-coordinator = { $name } is no coordinator, and only coordinators receive digests. `minori people list` shows who is one.
digest-preview-heading = Digest for { $name } ({ $day })
digest-preview-day-off = { $day } is a day off: a digest of that day comes on { $comes }. This is how things stand on { $day }.
digest-preview-line = - { $firm }: { $text } ({ $age }) [{ $action }]
digest-preview-more = and { $count } more
