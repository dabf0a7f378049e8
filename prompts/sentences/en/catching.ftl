# Catching an encounter on the spot. Nothing is on record before a press.

# Labels
catch-label-company = Company
catch-label-visited = Visited
catch-label-person = Name
catch-label-title = Position
catch-label-event = Where
catch-label-met-on = Met on
catch-label-topic = Topic
catch-label-step = Next step
catch-label-step-for-all = Next step (for everybody)
catch-label-due = When
catch-label-meeting = Planned meeting
catch-meeting-counts = Yes: its goal is asked for beforehand, and how it went afterwards
catch-label-day = Day of the next step
catch-label-time = Time of the next step
catch-due = { $day }, { $time }

# A line was read
catch-proposed = Thank you. This reads like an encounter:
catch-proposed-visit = Thank you. This reads like your visit to one of your firms:
catch-proposed-nobody = Thank you. Neither a company nor a name could be read. Would you fill them in under “Correct”?
catch-not-kept-yet = Nothing is on record yet. What was not said may stay “—”.
catch-clipped = Long words are cut (…). To keep all of them, please use “Correct”.
catch-like = “{ $name }” is on record already. Is it the same person?
catch-like-firm = “{ $name }” is on record already. Is it the same company?
catch-note-weekday = The day and the weekday do not agree; the day was taken. Please check.
catch-note-no-such-day = No calendar has that day, so it was left open.
catch-note-day-not-said = No exact day was said, so it was left open.
catch-note-time-not-said = No exact time was said, so it was left open.
catch-note-afternoon = The time was read as the afternoon. Please check.
catch-note-half-not-said = Morning or evening was not said, so the time was left open.
catch-note-several-steps = There are several next steps; day and time are the first one’s.
catch-note-several-people = Several people are named; the first was taken.
catch-dropped = Nothing was put on record, and nothing was kept anywhere.
catch-kept = It is on record. Thank you.
catch-unreadable = This button cannot be read any more. Please write the line once more.
catch-not-yours = Thank you for your care. Only the person who wrote this can press it.
catch-in-private = Encounters are kept in your direct conversation with Minori. Please write it there.
catch-how = You can put an encounter on record with the button below, or simply write a line in our direct conversation: “Met Ken Tanaka of Yamada Seiki at the fair yesterday. Send him a sample next Wednesday at 10.”
catch-step-missing = Please say under “Next step” what you will do then.

# Buttons
catch-offer-record = Put on record
catch-offer-no-meeting = Not a planned meeting
catch-offer-as-meeting = Make it a planned meeting
catch-offer-visit = As a support visit
catch-offer-meeting = As an encounter
catch-offer-same = Record: the same person
catch-offer-other = Record: somebody else
catch-offer-same-firm = Record: the same company
catch-offer-other-firm = Record: another company
catch-offer-fix = Correct
catch-offer-drop = Never mind
catch-offer-back = Bring it back
catch-offer-ask = Ask it as a question
catch-offer-line = Record as an encounter
catch-offer-other-line = It is somebody else
catch-offer-form = Record an encounter
catch-offer-for = Write for one of the firm
catch-offer-for-president = Write for the president
catch-offer-undo = Undo

# Forms
catch-form-title = Record an encounter
catch-fix-title = Correct and record
catch-submit = Put on record
catch-field-kind = Kind of record
catch-kind-visit = As a support visit
catch-kind-meeting = As an encounter
catch-hint-person = No need for Mr. or Ms.
catch-hint-event = Such as: the trade fair, an introduction, a visit to us
catch-hint-topic = What you heard, what troubles them. Your own words are fine.
catch-hint-step = What you will do yourself, in a few words. Such as: send a sample

# For somebody of a firm
catch-for-title = Write for somebody
catch-for-about = It becomes the firm’s record once they have confirmed it.
catch-field-for = Who confirms it
catch-hint-for = They are asked in their direct conversation.
catch-for-choice = { $name }, { $company }
catch-for-submit = Ask them to confirm
catch-for-choose = Please choose who confirms it.
catch-for-nobody = Nobody is registered yet for whom you could write. Please ask your administrator to add the firm’s people.
catch-for-undone = It is undone. What you had written is erased.
catch-for-sent = Thank you. { $name } is asked to confirm it. Once confirmed, it is the firm’s record.

# A list of cards
catch-default-step = Thank them and talk about the next step
catch-list-head = Well done today. Here are { $count } people, one after the other ({ $done } of { $count } done).
catch-list-finished = Well done: that is all of them. With a next step: { $kept }. Greeting only: { $greeted }. For later: { $later }.
catch-list-asks-about = Where and when did you meet them? “Decide for all” asks it once.
catch-list-asks-where = Where did you meet them? “Decide for all” asks it once.
catch-list-asks-when = When did you meet them? “Decide for all” asks it once.
catch-list-each = each their own
catch-card-met-on = Met on { $day }
catch-step-for-all = { $step } ({ $day } { $time })
catch-list-too-many = One list takes { $taken } cards. The other { $left } were not read. Please send them separately.
catch-list-kept-until = Only you can see this list; it disappears on { $day }. Encounters put on record stay.
catch-list-none-later = Nobody was left for later.
catch-list-rest-done = The other { $count } are on record as “greeting only”.
catch-list-gone = This list is gone: lists are kept for 30 days. Please send it once more.
catch-list-forgotten = The list is gone. Encounters put on record are still there.
catch-card-full = { $number }. { $person }, { $company }
catch-card-firm = { $number }. { $company }
catch-card-person = { $number }. { $person }
catch-card-words = { $number }. “{ $words }”
catch-card-event = Where: { $event }
catch-card-step = Next step: { $step }
catch-card-meeting = It counts as a planned meeting
catch-card-twice = Is this the same person as number { $number }, “{ $name }”?
catch-card-like = Is this “{ $name }”, who is on record already?
catch-card-like-firm = Is this company “{ $name }”, which is on record already?
catch-card-like-listed = Is it the same company as “{ $name }” on this list?
catch-card-kept = ✓ { $number }. { $name }: next step
catch-card-greeted = ✓ { $number }. { $name }: greeting only
catch-card-later = { $number }. { $name }: later
catch-card-same = { $number }. { $name }: the same person, left out
catch-card-title = Correct a card
catch-card-done-already = This one is done. To change it, please press “Undo” first.
catch-card-put-right = Corrected. Please put it on record with the buttons of the list.
catch-field-then = This person
catch-then-keep = With a next step (put on record)
catch-then-wait = Only correct (decide later)
catch-offer-keep = Next step
catch-offer-later = Later
catch-offer-greeting = Greeting only
catch-offer-card-same = The same person
catch-offer-card-other = Somebody else
catch-offer-card-same-firm = The same company
catch-offer-card-other-firm = Another company
catch-offer-about = Decide for all
catch-offer-show-later = Show the { $count } for later
catch-offer-rest = All others: greeting only
catch-rest-confirm = This puts the other { $count } on record as “greeting only”; you are not reminded of them. It can be undone for ten minutes. Is that right?
catch-offer-forget = Delete this list
catch-forget-confirm = This deletes the list. Encounters put on record stay; cards not pressed yet are lost. Is that right?
catch-offer-open = Go on
catch-offer-as-guide = Load as a guide
catch-about-title = Decide for all
catch-about-how = It holds for everybody you press from now on. “Correct” changes a single card.
catch-about-submit = Decide
catch-about-done = Decided. It holds for everybody you press from now on.
catch-undo-late = It can be undone for ten minutes only. You can still change it in the encounter’s record.
catch-home = Lists you have begun
catch-home-list = { $done } of { $count } done
catch-home-more = And { $count } more lists. They come up here as soon as those above are done.

# Files
catch-file-in-private = Lists of people and calendars are taken in your direct conversation with Minori. Please send the file there.
catch-file-no-list = “{ $file }” could not be read as a list of people. Please see that its first row has headings such as “Company” and “Name” (“Department”, “Title”, “Note” and “Event” are read as well).
catch-file-empty = “{ $file }” has headings, but no names below them. Please check, and send it once more.
catch-file-unread = No dates or names could be read from “{ $file }”. Please export it from its program once more and send it again.

# A calendar
catch-dates-head = Thank you. { $count } meetings with people from outside were found ({ $done } of { $count } done).
catch-dates-how = For a meeting to come you are asked for its goal beforehand; of one that is over, how it went. Nothing is on record before you press.
catch-dates-finished = Well done: that is all of them. On record: { $kept }. Left out: { $later }.
catch-dates-left-out = Not listed: { $internal } internal, { $cancelled } cancelled or declined, { $elsewhen } outside the period (14 days back, 180 days ahead).
catch-dates-none = No meeting with people from outside was found in “{ $file }” ({ $internal } internal, { $cancelled } cancelled or declined, { $elsewhen } outside the period).
catch-date-title = { $when }  { $summary }
catch-date-with = With: { $name }
catch-date-where = Place: { $place }
catch-date-moved = On record with another time.
catch-date-kept = ✓ { $number }. { $name }: on record
catch-date-left = { $number }. { $name }: left out
catch-offer-plan = Record as a planned meeting
catch-offer-move = Change the time on record
catch-offer-outcome = How did it go?
catch-offer-leave-out = Leave out
catch-outcome-title = How did it go?
catch-outcome-thanks = Thank you for going. Whatever you have time to write is fine.
catch-outcome-choose = Please choose how the meeting went.
catch-field-outcome = Was its goal reached?
catch-field-learned = What was learned

# From the menu of a message
catch-note-title = Make a next step
catch-note-which = Of which encounter is it the next step?
catch-note-new = A new encounter (please fill in company or name)
catch-note-no-words = There are no words in this message. Please try one that has some.
catch-note-choose = Please choose the encounter to which this next step belongs.

# A small try
catch-try-title = Record the small try
catch-try-about = What is tried becomes the next step of an encounter. With a day and a time, you can be reminded on the day.
catch-try-where = Where shall it be kept?
catch-try-new = A new encounter
catch-label-cap = Cost at most
catch-hint-cap = In words, such as “up to 30,000 yen” or “nothing”. Leave it empty if it is not decided yet.
catch-try-whom = With whom is it tried? Please write the company or the name.
catch-try-moment = Please choose both the day and the time of the next step. They can be changed later.
catch-try-step = { $step } (cost: { $cap })
