# Numbers and exports. Numbers come from fixed computations alone; of few no percentage is said.

# Button and page
figures-offer = Numbers and exports
figures-home = Numbers and exports
figures-home-says = See the numbers (goals met, how stages go on, what follows reminders), or have them as a file.

# Choosing what is wanted
figures-form-title = Numbers and exports
figures-form-intro = You see what each firm has chosen to share. The audit log keeps that something was exported.
figures-form-submit = Go on
figures-field-what = What
figures-what-screen = The numbers, here
figures-what-encounters = Encounters and support visits
figures-what-figures = The numbers as a table
figures-what-report = Report to a funder
figures-what-questions = Questions, without their words
figures-field-days = Period
figures-days-this_year = This fiscal year (to March 31)
figures-days-last_year = Last fiscal year
figures-days-this_quarter = This quarter
figures-days-last_quarter = Last quarter
figures-days-this_month = This month
figures-days-last_month = Last month
figures-days-free = Other days (below)
figures-field-first = From (for “other days”)
figures-field-last = To (empty: today)
figures-field-programme = Programme (only its days in the period above are counted)
figures-field-event = Event
figures-events-known = { $count ->
    [1] One firm shares no words; where its people met somebody is not known, and it is in no number by event.
   *[other] { $count } firms share no words; where their people met somebody is not known, and they are in no number by event.
}
figures-field-firm = Firm
figures-field-format = Format
figures-format-xlsx = Excel
figures-format-csv = CSV
figures-format-ics = Calendar (ICS, encounters only)
figures-format-json = JSON
figures-form-unreadable = Sorry, what was chosen could not be read. Please choose again.
figures-no-such-format = Sorry, this cannot be a file of that format. Only encounters and support visits (encounters) and hand-over packs (pack) can be a calendar (ICS), and only packs a PDF; a pack is Excel, PDF or a calendar. Please choose another format.
figures-bad-day = Sorry, “{ $given }” cannot be read as a date. Please write it like 2026-11-16.
figures-days-turned = Sorry, the last day is before the first one.
figures-programme-other-days = Sorry, the programme “{ $name }” goes from { $first } to { $last }. Please choose days among these.
figures-too-long = Sorry, a period can be three years at most.
figures-not-yours = Sorry, numbers are for the coordinator who looks after a firm, and for its own people. Please try it in your direct conversation with Minori, or on your page.
figures-here = Thank you for waiting. The file comes in your direct conversation with Minori.
figures-care-encounters = It says of each firm only what that firm has chosen to share. Please take care whom you hand it to.
figures-care-figures = Numbers of firms are not for ranking. Firms stand by their names.
figures-care-report = Nobody's words are in it. The records behind each number are in the sheets.
figures-care-questions = The words of questions are not in it.
figures-nothing = There are no records of this yet. Please try again with another period.

# Words on screen
figures-period = { $first } to { $last }
figures-cases = Encounters that began in this period: { $count }
figures-left-out = { $count ->
    [one] One firm that you look after shares nothing, or has not chosen yet, and is not counted.
   *[other] { $count } firms that you look after share nothing, or have not chosen yet, and are not counted.
}
figures-share = { $hits } of { $of } ({ $percent } %)
figures-share-few = { $hits } of { $of }; too few to say
figures-share-none = None yet.
figures-count = { $count }
figures-goals = Goals of meetings
figures-goals-met = Met (of the meetings with a result)
figures-goals-rest = Partly: { $partly }, not yet: { $not_met }. Of { $unsaid } more meetings nobody has said yet how they went.
figures-not-recorded = Nobody has said yet
figures-began = Begun in the period
figures-encounters = Encounters
figures-meeting = Meeting
figures-steps = Moved on to a later stage
figures-step-median = Half had moved on after { $days } days. Still on the way: { $on_the_way }, ended before: { $ended }.
figures-step-open = Half have not moved on yet. Still on the way: { $on_the_way }, ended before: { $ended }.
figures-stalls = Standing still now
figures-at-wall_1 = Next step to be decided
figures-at-wall_2 = Market, user or decider to be named
figures-at-wall_3 = Measure, day of decision or payer to be named
figures-stall = { $count }; { $median } days in the middle, { $oldest } days at most.
figures-stall-none = None.
figures-reminders = Acted on after a reminder
figures-reminder = { $step ->
    [5] 5th and later
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $step }th
}: { $hits } of { $of } ({ $percent } %). Still open: { $open }.
figures-reminder-few = { $step ->
    [5] 5th and later
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $step }th
}: { $hits } of { $of }; too few to say. Still open: { $open }.
figures-reminder-open = { $step ->
    [5] 5th and later
    [1] 1st
    [2] 2nd
    [3] 3rd
   *[other] { $step }th
}: still open: { $open }.
figures-answers = Questions
figures-answer-answered = Answered from the guides
figures-answer-not_in_guides = Not in the guides
figures-answer-handed_over = Handed to a coordinator
figures-answer-failed = Could not be answered
figures-answer-by-person = Of those handed over, answered by a person
figures-answered-by-person = Of those handed over, answered by a person: { $count }
figures-of-programme = Programme: { $name }
figures-of-event = Event: { $name }
figures-of-firm = Firm: { $name }

# Titles and sheets
figures-title-encounters = Encounters and visits { $first } to { $last }
figures-title-encounters-of = Encounters and visits ({ $of }) { $first } to { $last }
figures-title-figures = Numbers { $first } to { $last }
figures-title-figures-of = Numbers ({ $of }) { $first } to { $last }
figures-title-report = Support report { $first } to { $last }
figures-title-report-of = Support report ({ $of }) { $first } to { $last }
figures-title-questions = Questions { $first } to { $last }
figures-title-questions-of = Questions ({ $of }) { $first } to { $last }
figures-sheet-encounters = Encounters
figures-sheet-questions = Questions
figures-sheet-figures = Numbers
figures-sheet-summary = Summary
figures-sheet-visits = Visits
figures-sheet-firms = Firms
figures-sheet-cases = Cases
figures-sheet-moves = Moves forward
figures-sheet-hand_overs = Hand-overs
figures-term-stages = By stage
figures-means-stages = Open encounters by their stage today, what sleeps by choice among them; by how many days each has been in its stage.
figures-term-week-ago = A week ago
figures-means-week-ago = How many were open in that stage at the end of the day a week before.
figures-term-waiting = Waiting
figures-means-waiting = The lines of the digest, and from which day each counts; negative days are still to come.
figures-term-as-of = As of
figures-term-digest-lines = Digest
figures-means-digest-lines = Each line of the digest. Encounters of one firm that wait for the same reason are one line. What was put away or off is not there.
figures-term-digest-records = Records
figures-means-digest-records = The records behind each line, by its number. Partners and cards are named only where the firm shares its words.
figures-term-digest-days = Days
figures-means-digest-days = From that day until today; negative days are still to come. Working days leave out weekends and national holidays.
figures-term-digest-firms = Firms
figures-means-digest-firms = Only firms that chose to share. A question from somebody of a firm that shares nothing is there without the firm.
figures-term-loads = Coordinators
figures-means-loads = The firms each looks after by name, and the questions handed over that wait for an answer. Firms that share nothing are counted here as well.
figures-sheet-stages = By stage
figures-sheet-walls = Stalled
figures-sheet-waiting = Waiting
figures-sheet-digest = Digest
figures-sheet-records = Records
figures-sheet-loads = Coordinators
figures-sheet-definitions = Definitions

# Headings
figures-column-id = ID
figures-column-company_id = ID of the firm
figures-column-firm = Firm
figures-column-kind = Kind
figures-column-state = State
figures-column-stage = Stage
figures-column-wall = Needed now
figures-column-met_on = Met on
figures-column-last_contact_on = Last contact
figures-column-meets_on = Meeting on
figures-column-next_step_on = Next step on
figures-column-next_step_time = Time
figures-column-decision_on = Trial decided on
figures-column-outcome = How it went
figures-column-ended_on = Ended on
figures-column-ending = How it ended
figures-column-sharing = Shared
figures-column-event = Event
figures-column-partner = With
figures-column-contact = Name
figures-column-topic = Topic
figures-column-goal = Goal
figures-column-next_step = Next step
figures-column-learned = What was learned
figures-column-lesson = Lesson
figures-column-success_measure = Measure of the trial
figures-column-owner = Looked after by
figures-column-on = Day
figures-column-answer = Answer
figures-column-by_person = By a person
figures-column-from = Stage before
figures-column-to = Stage after
figures-column-report_item = Item
figures-column-count = Count
figures-column-counted = Records counted
figures-column-check = Check
figures-column-by = By
figures-column-group = Of
figures-column-measure = Number
figures-column-item = Item
figures-column-step = Which time
figures-column-hits = Count
figures-column-of = Out of
figures-column-share = Share
figures-column-line = Line
figures-column-fact = Fact
figures-column-since = Since
figures-column-working_days = Working days
figures-column-records = Records
figures-column-next_thing = Next
figures-column-about = Partner or card
figures-column-low = 95 % from
figures-column-high = 95 % to
figures-column-on_the_way = On the way
figures-column-ended = Ended
figures-column-median_days = Days, middle
figures-column-oldest_days = Days, most
figures-column-in_words = In words
figures-column-young = Up to 30 days
figures-column-middling = 31 to 90 days
figures-column-old = 91 days or more
figures-column-week_ago = A week ago
figures-column-why = Why
figures-column-days = Days
figures-column-coordinator = Coordinator
figures-column-firms = Firms
figures-column-questions = Questions waiting
figures-column-late = Past their day
figures-column-term = Term
figures-column-means = Meaning
figures-by-all = All
figures-by-firm = Firm
figures-by-event = Event
figures-by-month = Month
figures-yes = Yes
figures-state-open = Open
figures-state-sleeping = Resting
figures-state-closed = Ended
figures-ending-declined = Not this time
figures-ending-greeting = A greeting only
figures-ending-achieved = Steady business
figures-shares-outline = Dates, stages, walls
figures-shares-words = Words as well
figures-check-alike = same
figures-check-other = look into it

# Report to a funder
figures-report-visits = Visits and contacts
figures-report-firms = Firms supported
figures-report-questions = Questions
figures-report-answered = Of these, answered from the guides
figures-report-handed_over = Of these, handed to a coordinator
figures-report-not_in_guides = Of these, not in the guides
figures-report-failed = Of these, not answered for a fault
figures-report-by-person = Of these, answered by a person
figures-report-cases = Cases (by stage at the end of the period)
figures-report-over = Of these, ended by the end of the period
figures-report-moves = Moves to a later stage
figures-report-hand-overs = Hand-overs to another person

# Definitions
figures-term-period = Period
figures-term-reader = Made by
figures-term-narrowed = Narrowed down to
figures-term-left-out = Firms not counted
figures-term-firms = Firms in it
figures-means-firms = Of the firms that the reader looks after those that share dates, stages and walls, or words as well; and the reader's own firm. A firm that shares nothing is not in it. A coordinator's own support visits are their own record and are in it. What waits for its confirmation and what was taken back is not.
figures-term-began = Begun in the period
figures-means-began = Encounters of which the day of the meeting, or the day on which it was written down where that was earlier, lies in the period. Support visits are not counted.
figures-term-goals = Goals of meetings
figures-means-goals = Meetings in the period of which somebody said how they went. The share is met / (met + partly + not yet). Meetings whose hour has passed without a word on how they went are in no share; they are counted by themselves.
figures-term-steps = Moved on to a later stage
figures-means-steps = Of the encounters that came to the stage for the first time within the period, those that have come to any later stage until today. A stage that was passed over is not counted. One that went back and then forward again has moved on. Those that ended before, and those on the way, are shown beside it.
figures-term-median = Days, middle
figures-means-median = How many days after coming to the stage half of all had moved on (cumulative incidence: those on the way count with their days until today, those that ended before as never moving on). Empty where half have not. Of what stands still: the median of the days until today.
figures-term-stalls = Standing still now
figures-means-stalls = Encounters that lack today what the wall asks for, whenever they began. Days are counted from the last contact, or from the day on which a plan changed.
figures-term-reminders = Acted on after a reminder
figures-means-reminders = Of the reminders sent in the period those after which the same person noted something of the encounter before their next reminder of it. The latest reminder of an open encounter after which nothing has happened yet is “on the way”, and in no share. The fifth and later ones are counted together.
figures-term-answers = Questions
figures-means-answers = Questions that people of the firms asked in the period, by how they stand now.
figures-term-events = Events
figures-means-events = Events are known only of firms that share their words; encounters of other firms are in no row by event.
figures-term-questions = Questions
figures-means-questions = Questions that people of the firms asked in the period, without their words. “By a person”: a coordinator has answered after it was handed over.
figures-term-interval = 95 % interval
figures-means-interval = Wilson's score interval without continuity correction (E. B. Wilson, 1927). Repeated alike, about 95 of 100 such intervals hold the true share.
figures-term-few = Few
figures-means-few = Of fewer than { $fewest } no percentage is said in words: the interval is wider than forty points and tells a good share from a bad one no more.
figures-term-order = Order of firms
figures-means-order = By name, without the legal form, both kinds of kana alike. Never by a number.
figures-term-visits = Visits and contacts
figures-means-visits = Each support visit, and each later day on which a contact was noted on the same record, is one.
figures-term-cases = Cases
figures-means-cases = Encounters that began by the end of the period and had not ended before it. The stage is that at the end of the period.
figures-term-moves = Moves to a later stage
figures-means-moves = Changes to a later stage within the period; not what was taken back.
figures-term-hand-overs = Hand-overs
figures-means-hand-overs = How often an encounter or a support visit got another owner within the period.
figures-term-programme = Programme
figures-means-programme = Narrowed down to a programme, those days of the period count that are in its fiscal year and not after its last day. An encounter counts to the programme on record with it; without one to that chosen for the event at its firm, then to that chosen for the firm, then to that of the coordinator who looks after the firm. A question counts to the programme chosen for the firm, else to that of the coordinator.
figures-term-check = Check
figures-means-check = “Count” was computed by Minori; “Records counted” is counted by Excel over the sheets of this file. Delete or sort rows to see for yourself.
figures-term-words = Columns of words
figures-means-words = The columns from the event on, how a meeting went and how it ended are filled only for firms that share their words.
figures-term-chosen = Encounters in it
figures-means-chosen = Those that began, met, were last in contact, have a meeting, a next step or a day of decision, or ended in the period.
figures-term-zone = Days and hours
figures-means-zone = Days are those of the reader's time zone; day and time of a next step are those of its owner's.

# Calendar
figures-event-meeting = Meeting: { $who } ({ $firm })
figures-event-meeting-firm = Meeting ({ $firm })
figures-event-step = Next step: { $who } ({ $firm })
figures-event-step-firm = Next step ({ $firm })
figures-event-decision = Decision on the trial: { $who } ({ $firm })
figures-event-decision-firm = Decision on the trial ({ $firm })

# Command line
help-export = Write records, numbers and the report to a funder to a file.
    Only what that person may see is in it (firms that share, and their own firm); the audit log keeps that it was done.

    What (--kind):
      encounters  encounters and support visits (xlsx, csv, ics, json)
      figures     goals met, how stages go on, what follows reminders (xlsx, csv, json)
      report      the report to a funder, with the records behind each number (xlsx, csv, json)
      pack        the hand-over pack, of all firms or one (--firm): what the next owner needs (xlsx, pdf, ics)
      questions   how many questions and how they ended, without words (xlsx, csv, json)

    Examples:
      minori export --kind report --for "Yumi Takahashi" --from 2026-04-01 --to 2027-03-31
      minori export --kind encounters --format ics --for U05TAKAHASHI --out encounters.ics
      minori export --kind figures --format csv --for U05TAKAHASHI --event "Trade fair"
help-export-kind = What to write.
help-export-for = Whose view it is: a name, an id, a Slack ID or an e-mail address.
help-export-format = Format; ics for encounters and packs, pdf for packs only.
help-export-from = From which day (YYYY-MM-DD); this fiscal year without it.
help-export-to = To which day (YYYY-MM-DD), that day included; today without it.
help-export-programme = Name of a programme; of the days from --from to --to only its own are counted.
help-export-event = Name of an event; of firms that share their words only.
help-export-firm = Name or id of a firm.
help-export-out = Where to write it; in this folder, named by its title, without it.
export-written = Written: { $path } ({ $count } rows)
export-not-written = Cannot be written: { $path } ({ $reason })
export-nobody = { $name } is neither a coordinator nor of a firm: there is nothing to export for them. `minori people list` shows who is who.
export-needs-from = --to needs --from as well, such as: --from 2026-04-01 --to 2026-06-30
export-no-programme = No such programme: { $name }. See `minori meetings programme add --help`.
export-no-event = No firm that shares its words has a record of this event: { $name }
export-no-firm = Not found among the firms that may be seen: { $name }
help-bench-figures = Measure how long numbers and exports of many firms take: on screen, and each file.

    Example: minori bench figures --firms 200 --encounters 10000
help-bench-figures-firms = how many firms
