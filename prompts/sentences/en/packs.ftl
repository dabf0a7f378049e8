# Headings of the hand-over pack (a workbook), and what `minori meetings` says.
pack-sheet-open = Open encounters
pack-sheet-history = What happened
pack-header = Hand-over pack: { $name }, { $day }
pack-company = Firm
pack-partner = With
pack-contact = Name
pack-title = Title
pack-event = Event
pack-kind = Kind
pack-kind-meeting = Encounter
pack-kind-visit = Support visit
pack-state = State
pack-state-unconfirmed = To be confirmed
pack-state-open = Open
pack-state-sleeping = Resting
pack-stage = Stage
pack-wall = Needed next
pack-wall-1 = Next step with a time
pack-wall-2 = Market / user / who decides
pack-wall-3 = Measure / decision day / who pays
pack-met-on = Met on
pack-last-contact = Last contact
pack-step = Next step
pack-due-on = Day
pack-due-time = Time
pack-step-owner = Does the next step
pack-owner = Looked after by
pack-goal = Goal
pack-issues = Issues
pack-on = Day
pack-what = What
pack-by = Recorded by
pack-not-shared = (shown as far as this firm shares it)
pack-written = Hand-over pack written: { $path } ({ $count } encounters)
pack-not-written = The hand-over pack cannot be written: { $path } ({ $reason })
programme-kept = Programme recorded: { $name } (looked after by { $owner }, until { $day })
programme-leaving-kept = Recorded that { $owner } is in charge until { $day }. From 20 working days before, they are asked who follows.
programme-bad-day = That day cannot be read: { $given }. Please write it like 2027-03-31.

# The hand-over pack in a conversation
pack-offer = Hand-over pack
pack-file = Hand-over pack { $day }
pack-file-volume = Hand-over pack { $day } (volume { $place } of { $count })
pack-file-volume-title = Hand-over pack { $place }/{ $count } ({ $day })
pack-file-title = Hand-over pack ({ $day })
pack-making = Your hand-over pack is being made. It will be sent here as soon as it is ready.
pack-here = Thank you for waiting. Here is your hand-over pack: { $count } matters of { $firms } firms. The PDF is to be read on paper; the workbook has everything.
pack-care = Of each firm it says only what that firm has chosen to show. Please take care whom you hand it to.
pack-care-own = It names people of other firms. Please take care whom you hand it to.
pack-none = Nothing is open at the moment, so there is nothing to hand over.
pack-elsewhere = A hand-over pack is sent where nobody else reads along. Please write "hand-over pack" in your direct conversation with Minori.
pack-more = There are { $count } more.

# The tables of the hand-over pack (names of the sheets)
pack-sheet-firms = Firms, who needs you first
pack-sheet-waits = Waiting and promised
pack-sheet-ended = What has ended
pack-sheet-cards = Value cards
pack-sheet-questions = Questions
pack-sheet-introductions = Introductions under way
pack-sheet-dates = Dates to come
pack-sheet-people = People of the firm
pack-sheet-chosen = Settings and postponed
pack-sheet-about = What is not in it

# Headings
pack-number = No.
pack-reason = What is needed first
pack-open = Open
pack-at-wall = At a wall
pack-oldest = Longest since
pack-asked = Questions
pack-shared = What the firm shows
pack-with = With
pack-sort = Sort
pack-sort-waits = Waiting
pack-sort-promised = Promised
pack-on-whom = Whose turn
pack-text = About
pack-since = Since
pack-until = Until
pack-details = In detail
pack-words = Words
pack-said = Topic, questions, what was learned
pack-ended-on = Ended on
pack-ending = How
pack-reason-ended = Why
pack-lesson = What was learned
pack-card = Card
pack-moved-on = Last change
pack-edition = Edition
pack-field = Field
pack-reaches = Shared with
pack-card-id = Id of the card
pack-question = Question
pack-asker = Asked by
pack-asked-on = Day
pack-answer = Answer
pack-person = Who was asked
pack-answer-given = What this firm said
pack-other = Introduced to
pack-name = Name
pack-email = E-mail
pack-back-on = Back from leave on

# Of each firm
pack-shared-own = Your own firm: everything is in it.
pack-shared-words = This firm shows its words as well.
pack-shared-outline = This firm shows dates, stages and walls alone.
pack-shared-nothing = This firm does not show its records.
pack-no-firm = What belongs to no firm
pack-nobody-named = nobody is named

# Whose turn it is
pack-promised-step = Next step
pack-promised-reply = Answer due
pack-waits-owner = Nobody looks after it: a new owner is needed.
pack-waits-confirm = The record waits to be confirmed.
pack-waits-request = A request waits for an answer.
pack-waits-talk = They would like to talk about a request first.
pack-waits-wall_1 = There is no next step with an owner, a day and a time.
pack-waits-wall_2 = Still to be named:
pack-waits-wall_3 = Still to be named for the trial:
pack-waits-issue = Issue
pack-waits-sleep = It rests.
pack-waits-asked-back = We asked back.

pack-ending-declined = Left for now
pack-ending-greeting = A greeting only
pack-ending-achieved = Steady business
pack-question-waiting = Waits for an answer
pack-question-asked_back = Asked back
pack-question-answered = Answered
pack-answer-none = Nothing yet
pack-answer-yes = Would like to hear more
pack-answer-no = Not this time
pack-answer-talk = Would like to talk first
pack-date-meeting = Meeting
pack-date-step = Next step
pack-date-decision = Decision on the trial
pack-date-wakes = Rests until
pack-date-postponed = Postponed until
pack-date-reply = Answer to a question
pack-setting-digest = Digest settings
pack-setting-cadence = How often reminders come
pack-put-off = Put away or postponed in digests
pack-postponed = Reminders postponed

# What is not in it, and why
pack-lacks-nothing = { $count } of the firms do not show their records, so nothing of them is in here: { $firms }
pack-lacks-words = { $count } of the firms show dates, stages and walls alone, so there is no partner, contact, word, issue or author of theirs: { $firms }
pack-lacks-ended = Of what has ended, the latest { $most } of each firm that shows its words.
pack-lacks-cards = Of value cards, the fields that the firm shows its coordinator; of the others not even that they exist.
pack-lacks-questions = Of questions, those that were handed to this very person; of the answered ones the latest { $most } of each firm.
pack-lacks-introductions = The other side of an introduction is not named before both wish it; here is what this firm was told and said.
pack-lacks-walks = The talks of value walks belong to the firm alone and are not in here.
pack-lacks-erased = Records that were taken back or erased are kept nowhere, so they are not in here.

# On paper
pack-page-subtitle = Looked after by { $name }, as of { $day }
pack-page-header = Hand-over pack, { $name }, { $day }
pack-page-care = Handle with care: what firms chose to show. For the next owner alone.
pack-page-first = What is needed first
pack-page-firms = { $firms } firms, { $count } matters. Firms that need somebody come first.
pack-page-nothing-urgent = Nothing is urgent.
pack-page-nothing-recorded = Nothing to hand over has been recorded yet.
pack-page-more-dates = { $count } more are in the workbook, under "Dates to come".
pack-page-more-history = The latest first. { $count } more are in the workbook, under "What happened".
pack-page-more-ended = The latest first. { $count } more are in the workbook, under "What has ended".
pack-page-cut = (the rest is in the workbook)
pack-page-until = until { $day }
pack-page-late = was due { $day }
pack-page-since = since { $day }
pack-page-away = back from leave on { $day }
pack-page-last = last contact { $day }
pack-page-owner = looked after by { $name }
pack-page-by = { $name }
pack-page-edition = edition { $edition } ({ $day })
pack-page-moved = as of { $day }

# Offered when it is time
pack-offer-all = Hand-over pack (all firms)
pack-offered-year = Thank you for all you do. The fiscal year ends on { $last }. The hand-over pack of your firms is yours whenever you need it.
pack-offered-leave = Your leave ({ $first } to { $last }) is noted. Before you go, the hand-over pack of your firms is yours if you need it.
pack-offered-how = It comes as a PDF and a workbook, with what each firm chose to show. If you do not need it, there is nothing to do.
pack-file-firm = Hand-over pack { $firm } { $day }
pack-file-firm-title = Hand-over pack of { $firm } ({ $day })
pack-not-yours = I am sorry: this firm does not show its records, or you do not look after it, so there is no hand-over pack of it.

# Command line
help-meetings-pack-firm = This firm alone (name or id); without it all that they look after
pack-no-such-ending = A hand-over pack cannot be written like this: { $path } (please choose .xlsx, .pdf or .ics)
export-pack-whole = A hand-over pack is narrowed down by firm alone (--firm).

help-bench-packs = Make hand-over packs of one firm, of a hundred and of all: how long reading and each file takes, and how much memory.

    Example: minori bench packs --firms 200 --encounters 10000
