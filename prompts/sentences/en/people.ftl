# Sentences about people: the first welcome, what a firm shares, the home page, leaving, taking in a table of people.

# To somebody who comes for the first time
welcome-hello = Hello { $name }, I am Minori (実り). Write what you would like to know in your own words, and I answer from guides, with quotes that are checked.
welcome-added-to = { $by } registered you as one of { $company }.
welcome-of = You are registered as one of { $company }.
welcome-added = { $by } registered you.
welcome-by-settings = You are registered as an administrator.
welcome-guest = You are not registered yet, and are welcome to ask as a guest. To use Minori as one of your company, please tell an administrator.
welcome-coordinator = When somebody asks for your advice, you hear of it here. Write your answer here; you see it once more before it is delivered.
welcome-admin = Drop a file here to make it a guide: you see what was read before it is published.
welcome-kept-label = What is kept
welcome-kept = Your name and company, your questions and their answers, what you say of answers, what you exchange with coordinators, and records of encounters.
welcome-readers-label = Who can read it
welcome-readers = Your questions here: you alone. A question you take to a coordinator is read by that coordinator too. A question in a channel is seen by those who are there. Records of encounters are read by people of your company; its coordinator is shown what the company chose. People of other companies are shown nothing. Whoever maintains the system may come across the records.
welcome-leaving-label = To stop
welcome-leaving = Use “Stop using Minori” on the home page, at any time; your questions and what you said of answers are erased. Records of encounters stay with the company.
welcome-try = Would you like to try the question below?

# What a firm shares
sharing-title = What is shared
sharing-ask = How much of { $company } may your coordinator see? Please choose.
sharing-coordinator = Your coordinator: { $name }
sharing-no-coordinator = No coordinator has been named yet. Your choice will hold for whoever it is.
sharing-about-outline = When, at which stage, and where it is held up. Nothing that was written and no contacts. We suggest beginning with this.
sharing-about-words = In addition, what was written, such as notes of meetings.
sharing-about-nothing = Only the questions that you take to a coordinator.
sharing-later = You can change this at any time. Until you choose, nothing is shown.
sharing-show-outline = Show dates, stages, walls
sharing-show-words = Show words as well
sharing-show-nothing = Show nothing
sharing-is-undecided = Not chosen yet (nothing is shown)
sharing-is-outline = Dates, stages and walls only
sharing-is-words = Words as well
sharing-is-nothing = Nothing
sharing-fact-choice = What is shared
sharing-fact-by = Chosen by
sharing-fact-on = Chosen on
sharing-chosen = Thank you. This is what { $company } shares now. You can change it at any time, by “Change” or on the home page.
sharing-choose = Choose
sharing-change = Change
sharing-submit = Decide
sharing-not-yours = Sorry, only people registered as staff of that company can choose what it shares. If your registration is wrong, please tell an administrator.

# The home page
home-can-do = What Minori can do
home-can-ask = Ask in your own words. Answers come with quotes from the guides and their sources.
home-can-record = Write one line about somebody you met: it is put on record, and you are reminded on the day of the next step.
home-can-hand-over = Where the guides do not say, you can ask a coordinator. The answer arrives where you asked.
home-can-answer = When somebody asks for your advice, you hear of it in our conversation, and can answer, ask back or refer it to somebody else there.
home-can-load = Drop a guide into our conversation to look at it before it is published. You can also go back.
home-is-guest = You are using Minori as a guest: answers come from the guides that anybody may read.
home-starters = Questions to begin with
home-ask = Ask
home-company = What { $company } shares
home-sharing-change = What your coordinator may see can be changed at any time.
home-leaving = Using Minori

# Leaving
leave-title = Stop using Minori
leave-details = Your questions and what you said of answers are erased, and you hear nothing more.
leave-button = Stop using Minori
leave-confirm = Your questions and what you said of answers are erased, and questions that wait for a coordinator are withdrawn. This cannot be undone. Go on?
leave-done = Thank you for having used Minori. Erased: { $questions } questions, and { $ratings } times what you said of an answer.
leave-rest = Only your name and company stay registered, so that you are not welcomed twice. If you want these erased as well, please tell an administrator.
leave-has-left = You have stopped using Minori. To come back, press “Use Minori again” on the home page.
leave-is-ended = Your use of Minori has been ended. To use it again, please ask an admin.
leave-rejoin = Use Minori again
leave-rejoined = Welcome back. Please ask at any time.

# Taking in a table (minori people import)
people-import-by = An administrator
people-import-refused = { $count } places in the table need to be put right. Nothing has been changed.
people-import-line = line { $line }: { $problem }
people-import-unreadable = “{ $path }” cannot be opened ({ $reason }).
people-import-too-large = “{ $path }” is too large. Please give a CSV file of at most { $limit } MB.
people-import-is-workbook = “{ $path }” is an Excel workbook. Please save it as CSV with “Save as” in Excel.
people-import-empty = There is nobody in the table. The first line has the headings, every line after it one person.
people-import-too-long = The table is too long. Please split it into parts of at most { $limit } lines.
people-import-broken-line = A quotation mark (") is never closed; nothing after it can be read.
people-import-too-many-cells = “{ $value }” stands to the right of the last heading. A value with a comma goes between quotation marks (").
people-import-no-name-column = There is no column for names. Please head it with one of: { $names }
people-import-no-key-column = A column “slack_id” or “email” is needed: a name does not tell whether two people are the same.
people-import-column-twice = There are two columns “{ $column }”. Please keep one.
people-import-no-key = Please give a Slack ID or an e-mail address.
people-import-no-name = This is somebody new. Please give their name.
people-import-slack-id = { $column } “{ $value }” cannot be used. Please give a member ID that begins with U (such as U0123ABCD).
people-import-email = { $column } “{ $value }” is not an e-mail address.
people-import-role = { $column } “{ $value }” cannot be used. Please choose from member, coordinator, admin, guest (several separated by “/”; guest only alone).
people-import-locale = { $column } “{ $value }” cannot be used. Please write ja or en.
people-import-time-zone = { $column } “{ $value }” cannot be used. Please write it like Asia/Tokyo.
people-import-time = { $column } “{ $value }” is not a time of day. Please write it like 9:00.
people-import-days = { $column } “{ $value }” does not name weekdays. Please write them like Mon-Fri.
people-import-cell-too-long = { $column } is too long. Please keep it within { $limit } characters.
people-import-twice = { $column } “{ $value }” is on line { $first } already. Please keep one line a person.
people-import-same-person = { $name } is on another line already. Please keep one line a person.
people-import-two-people = The Slack ID is that of { $by_id }, the e-mail address that of { $by_email }. Please put one of them right.
people-import-email-ambiguous = More than one person with the e-mail address “{ $value }” is registered. Please give the Slack ID.
people-import-no-company = A member needs a company. Please give one, or another role.
people-import-guest-with-company = Somebody of { $company } cannot be a guest. Please make them a member, or write “none” for the company.
people-import-hours = works_until ({ $works_until }) has to be later than works_from ({ $works_from }).
people-import-coordinator-without-company = The coordinator “{ $value }” belongs to a company. Please give the company as well.
people-import-coordinator-unknown = No coordinator “{ $value }” is registered or in the table. Please check their role as well.
people-import-coordinator-ambiguous = There is more than one coordinator “{ $value }”. Please give the e-mail address or the Slack ID.
people-import-two-coordinators = The coordinator of the same company is another one on line { $first }. Please keep one.

# What an import does
people-plan-new = New
people-plan-changed = Changed
people-plan-unchanged = Unchanged
people-plan-person = { $state }: line { $line } { $name } ({ $company }; { $roles })
people-plan-company = { $state }: company { $name }
people-plan-field = { $column }: { $before } → { $after }
people-plan-joined = Has been here as a guest; what is on record goes on.
people-plan-has-left = Has stopped using Minori. The entry is put right, but nothing is said to them until they come back.
people-plan-ignored = These columns are not used: { $columns }
people-plan-untouched = { $count } people who are not in the table stay as they are. Taking somebody out of the table changes nothing (minori people remove ends their use).
people-plan-counts = New: { $new }, changed: { $changed }, unchanged: { $unchanged }, new companies: { $companies }
people-plan-dry = Nothing has been changed yet. If this is right, run it again with --apply.
people-plan-done = Registered as shown above.
people-nothing = none
people-role-guest = guest
people-role-member = member
people-role-coordinator = coordinator
people-role-admin = admin

# The list, and one person
people-list-empty = Nobody is registered yet. Register people with minori people import people.csv.
people-list-not-yet = has not come yet
people-list-left = stopped using Minori
people-list-hidden = { $count } guests are left out (--all shows them).
people-unknown = There is nobody called “{ $who }”. Please look up the e-mail address or Slack ID with minori people list.
people-unknown-near = There is nobody called “{ $who }”. Near that: { $near }. Please give the whole name, the e-mail address or the Slack ID.
people-ambiguous = { $count } people are called “{ $who }” ({ $near }). Please give the e-mail address or the Slack ID.
people-removed = { $name } no longer uses Minori. Erased: { $questions } questions and { $ratings } ratings.
people-removed-already = { $name } had stopped using Minori already.
people-fact-id = ID
people-fact-added = Registered
people-fact-welcomed = Welcomed
people-fact-left = Stopped on
people-fact-sharing = What the company shares

# minori doctor
doctor-people = People: { $member } members, { $coordinator } coordinators, { $admin } administrators, { $guest } guests
doctor-no-admin = There is no administrator
doctor-no-admin-advice = Name one in MINORI_FIRST_ADMIN, or write to Minori the word that minori serve shows when it starts, or register one with minori people import.
doctor-no-coordinator = There is no coordinator; questions for one go to the administrators
doctor-no-coordinator-advice = Register one with minori people import.
doctor-calendar = Working days: holidays are known until { $until }
doctor-calendar-advice = Load the CSV of the Cabinet Office (syukujitsu.csv, renewed each February) with minori calendar load. Later dates leave out weekends and the days around New Year only.

# Taking a table back
help-people-undo = Take back the table that was brought in last, as a whole, within a day.

    Example: minori people undo
people-undo-how = Within a day, minori people undo takes all of it back.
people-undo-none = There is no table to take back (within a day of bringing it in).
people-undo-meanwhile = It cannot be taken back: something of it was changed since, or somebody new uses Minori already. Nothing was changed.
people-undone = The table was taken back ({ $people } people, { $companies } firms). New firms stay, without people.

# The first admin
first-admin-is-you = Thank you. You are registered as the first admin.
first-admin-go-on = Your page now has “People and firms”. Please add a coordinator first.
first-admin-is-there = There is an admin already. Roles are changed on an admin’s page.
serve-first-admin = There is no admin yet. Whoever writes this word to Minori in Slack, in a direct conversation, becomes the first one: { $word }
