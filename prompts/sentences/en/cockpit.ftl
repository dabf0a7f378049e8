# What a coordinator has at hand: their firms, and which of them needs somebody.

# The list
cockpit-home = My firms
cockpit-title = My firms
cockpit-page = { $count ->
    [one] One firm
   *[other] { $count } firms
} (page { $page } of { $pages }). Those that need somebody come first.
cockpit-none = You look after no firm at present.
cockpit-none-fits = No firm has an encounter like this.
cockpit-not-shared = Not shared
cockpit-not-yours = Sorry, the list of firms is for the coordinator alone, in the direct conversation with Minori or on the home page.
cockpit-open = { $count } going on
cockpit-count-wall_1 = wall 1: { $count }
cockpit-count-wall_2 = wall 2: { $count }
cockpit-count-wall_3 = wall 3: { $count }
cockpit-oldest = longest: { $days ->
    [one] 1 day
   *[other] { $days } days
}
cockpit-questions = questions waiting: { $count }

# Narrowing down
cockpit-sifted = Narrowed down
cockpit-unsifted = Not narrowed down (all of your firms)
cockpit-at-wall_1 = wall 1
cockpit-at-wall_2 = wall 2
cockpit-at-wall_3 = wall 3
cockpit-wall-wall_1 = Wall 1 (next step still open)
cockpit-wall-wall_2 = Wall 2 (market, user or decider still open)
cockpit-wall-wall_3 = Wall 3 (measure, day of decision or payer still open)
cockpit-sifted-days = { $days } days or longer
cockpit-sifted-event = event: { $event }
cockpit-sifted-event-gone = event: no longer shared
cockpit-sifted-owner = owner: { $name }
cockpit-sifted-owner-gone = owner: no longer shared
cockpit-sift-title = Narrow down
cockpit-sift-intro = Only firms with an encounter like this are listed. Choose as many conditions as you like; they stay for the next time. Events and owners are those of firms that share their words.
cockpit-words-only = Narrowing down by event or owner finds only firms that share their words. Firms that share dates, stages and walls alone are not among them: { $count }.
cockpit-loosen = Without the condition “{ $field ->
    [stage] Stage
    [wall] Wall
    [days] Days since anything moved
    [event] Event
   *[owner_id] Owner
}” there are { $count } { $of ->
    [firms] { $count ->
        [one] firm
       *[other] firms
    }
   *[encounters] { $count ->
        [one] encounter
       *[other] encounters
    }
}.
cockpit-loosen-several = { $conditions ->
    [1] Clear it to see everything.
   *[other] Leaving one of the conditions is not enough. Press “Clear” to see everything.
}
cockpit-sift-submit = Narrow down
cockpit-field-stage = Stage
cockpit-field-wall = Wall
cockpit-field-days = Days since anything moved
cockpit-field-event = Event
cockpit-field-owner = Owner in the firm
cockpit-any = All

# Buttons
cockpit-offer-firms = Show my firms
cockpit-offer-sift = Narrow down
cockpit-offer-clear = Clear

# One firm's page
cockpit-own = Your firm at a glance
cockpit-own-says = Your firm's encounters, narrowed down by stage, owner and more. Value cards, your own questions and what happened so far are on the firm's page.
cockpit-firm-title = A firm at a glance
cockpit-firm = { $name }
cockpit-firm-not-yours = Sorry, this page is for the people of the firm, and for its coordinator as far as the firm shares.
cockpit-not-here = Sorry, a firm's page is shown in the direct conversation with Minori or on the home page alone.
cockpit-section-encounters = Encounters ({ $count })
cockpit-section-questions = Questions waiting ({ $count })
cockpit-own-questions = Your own questions ({ $count })
cockpit-section-cards = Value cards ({ $count })
cockpit-section-history = What happened so far ({ $count })
cockpit-no-encounters = No encounter goes on.
cockpit-no-questions = No question waits for an answer.
cockpit-no-cards = There is no value card that you can see.
cockpit-no-history = There is nothing yet that can be shown.
cockpit-more = { $count } more
cockpit-due = next step: { $day }
cockpit-card-moved = last change: { $day }
cockpit-asked = asked on { $day }
cockpit-question-waiting = waiting for an answer
cockpit-question-asked_back = waiting for the asker
cockpit-offer-firm = The firm's page
cockpit-offer-own = Show our page
cockpit-offer-encounter = Look at it
cockpit-offer-all = Show all
cockpit-offer-visit = Note a contact
cockpit-offer-back = Back to my firms

# What I carry, and what is about to happen
cockpit-offer-load = My load
cockpit-load-title = My load
cockpit-load-firms = Firms
cockpit-load-open = Encounters that go on
cockpit-load-overdue = Overdue
cockpit-load-questions = Questions waiting
cockpit-load-decisions = Trials to be decided by Sunday
cockpit-firms = { $count } (sharing anything: { $shared })
cockpit-matters = { $count }
cockpit-next-hour = Within the next hour
cockpit-nothing-due = Nothing is about to be sent.
cockpit-due-own = Reminders for you
cockpit-due-theirs = Reminders for your firms' people
cockpit-due-replies = Questions to be answered by then
cockpit-due-digests = Weekly digest

# Measuring
help-bench-cockpit = Open the list of firms, a firm's page and the load over many firms and encounters, and time each press.

# Putting off several at once
cockpit-offer-put-off = Postpone these
cockpit-put-off-title = Postpone several
cockpit-put-off-intro = What the digest and this list say of the encounters of the firms listed now is postponed. Reminders of the firms' own people and the records stay as they are.
cockpit-put-off-until = Until when? (From that day on it is told again.)
cockpit-put-off-submit = Look at it first
cockpit-put-off-past = Sorry, please choose a day from tomorrow on.
cockpit-put-off-none = There is nothing to postpone.
cockpit-put-off-too-many = There are { $count } matters. At most { $most } can be postponed at once: please narrow the list down first.
cockpit-put-off-changed = Something has changed meanwhile. Please look at it once more.
cockpit-put-off-preview = Matters: { $count }, firms: { $firms }; postponed until { $day }. If this is right, press “Postpone”.
cockpit-put-off-more = and { $count } more
cockpit-put-off-done = Done: { $count } postponed until { $day }. You can undo it within ten minutes.
cockpit-put-off-undone = It is back in the digest and in the list.
cockpit-put-off-too-late = Sorry, it can be undone within ten minutes only. What was postponed is told again from its day on.
cockpit-offer-do-put-off = Postpone
cockpit-offer-undo = Undo

# The encounters of one's own firm
cockpit-ours-title = Our encounters
cockpit-offer-ours = Show our encounters
cockpit-offer-ours-load = What each of us carries
cockpit-offer-back-ours = Back to our encounters
cockpit-ours-unsifted = Not narrowed down (all of your firm's encounters)
cockpit-ours-sift-title = Narrow down
cockpit-ours-sift-intro = Only encounters like this are listed. Choose as many conditions as you like; they stay for the next time.
cockpit-ours-page = Encounters that go on: { $count } (page { $page } of { $pages }). Those without a move for longest come first.
cockpit-ours-none-fits = There is no encounter like this.
cockpit-ours-days = { $days ->
    [one] 1 day
   *[other] { $days } days
} since anything moved
cockpit-ours-late = next steps overdue: { $count }
cockpit-ours-load-says = Encounters that go on: { $count }, with people: { $people }. Listed by name.
cockpit-ours-put-off-intro = The encounters of your firm that are listed now are postponed together. Their next steps move to that day, and reminders of them come from that day on.
cockpit-ours-put-off-preview = Encounters: { $count }; postponed until { $day }. If this is right, press “Postpone”.
cockpit-ours-put-off-later = Left as they are, because their next step is on that day or later: { $count }.
cockpit-ours-put-off-days = next step: { $before } → { $after }
cockpit-ours-put-off-undone = Back as they were: { $count }. { $left ->
    [0] { "" }
   *[other] Left as they are, because they have changed since: { $left }.
}
cockpit-ours-put-off-too-late = Sorry, you can undo your own postponing within ten minutes only.

# Deciding for everything of one event
cockpit-offer-event = Decide for an event
cockpit-event-title = For one event
cockpit-event-intro = Choose the pace of reminders, and more, for all encounters of one event. The next sheet shows what would change at which firms. Names of an event that differ in width, blanks and the like are taken as one event.
cockpit-event-none = There is no event yet for which this can be decided: it needs encounters whose event is on record and shared. { $hidden ->
    [0] { "" }
   *[other] Firms that share dates, stages and walls alone are not among them: { $hidden }.
}
cockpit-event-hidden = Firms that do not share the names of events are not among these: { $count }.
cockpit-event-which = Event
cockpit-event-cadence = Pace of reminders
cockpit-event-programme = Counts to programme (this fiscal year)
cockpit-event-as-it-is = As it is
cockpit-event-choose = Please choose an event, and what is to change (the pace or the programme).
cockpit-event-preview = Of “{ $event }”, encounters: { $count }, firms: { $firms }; counted anew by “{ $cadence }”. If this is right, press “Decide”.
cockpit-event-nothing-moves = Of “{ $event }” there is nothing to count anew by “{ $cadence }”.
cockpit-event-preview-programme = Encounters of “{ $event }” count to the programme “{ $programme }”: { $count } (with those that have ended), firms: { $firms }.
cockpit-event-spellings = Taken as the same event: { $names }
cockpit-event-left-own = Left alone, because a pace was chosen for the encounter itself: { $count }.
cockpit-event-left-same = Left alone, because they have this pace already: { $count }.
cockpit-event-left-asleep = Asleep: { $count }. The day on which they wake stays; from then on they have the new pace.
cockpit-event-left-ended = Left alone, because they have ended: { $count }.
cockpit-event-of-firm = counted anew: { $count }, left alone: { $left }
cockpit-event-days = next reminder: { $before } → { $after }
cockpit-event-offer-do = Decide
cockpit-event-done-cadence = Done: this event has the pace “{ $cadence }”; firms: { $firms }, encounters counted anew: { $count }. Encounters to come have it as well.
cockpit-event-done-programme = Encounters of this event count to the programme “{ $programme }”; firms: { $firms }.
cockpit-event-back-within = You can undo it within ten minutes.
cockpit-event-undone = It is as it was. What somebody has chosen since stays.
cockpit-event-too-late = Sorry, you can undo your own choice within ten minutes only.
