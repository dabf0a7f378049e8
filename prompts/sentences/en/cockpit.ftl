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
cockpit-sift-intro = Only firms with an encounter like this are listed. What you choose stays for the next time. Events and owners are those of firms that share their words.
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
cockpit-own-says = Encounters that go on, value cards, your own questions and what happened so far, on one page.
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
