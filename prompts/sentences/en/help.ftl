# Texts of --help. They teach with examples.

help-minori = Minori (実り): answers from guides, with quotes that are checked.

    To begin:
      minori chat                                    hold a conversation
      minori ask "What do I do after a trade fair?"  ask one question
      minori guides add handbook.pdf                 load a guide
      minori doctor                                  see how things stand

    Exit status: 0 done, 1 failed, 2 used wrongly. "Not in the guides" is 0.
help-json = Print results as JSON lines on standard output (everything else goes to standard error)
help-ask = Answer one question, or the questions of a file.

    Examples:
      minori ask "名刺交換のあと、いつまでに連絡すればいい？"
      minori ask "What is a trial sheet?" --json
      minori ask --file questions.jsonl > answers.jsonl

    The file has one JSON object a line with the question in "q".
help-ask-question = The question
help-ask-file = A JSON Lines file with a question in "q" on every line
help-ask-hand-over = Hand the question over to a coordinator where the guides do not answer
help-chat = Hold a conversation. A follow-up question knows what came before.

    Example: minori chat
help-guides = Load, show, roll back and retire guides.

    Examples:
      minori guides add handbook.pdf grants/ --edition 2026-04-01
      minori guides list
      minori guides show trial-sheet
help-guides-add = Load files or folders as guides: all of them, or nothing is changed.

    Formats: .md .txt .html .pdf .docx .pptx .xlsx .csv

    Examples:
      minori guides add handbook.pdf
      minori guides add papers/ --kind plan --region Tsuruoka
      minori guides add handbook-2027.pdf --id handbook --edition 2027-04-01
      minori guides add handbook.pdf --dry-run
help-guides-add-paths = Files or folders
help-guides-add-id = The guide's name, the same for every edition; loading it again makes a new edition
help-guides-add-title = Title
help-guides-add-edition = Date of the edition (2026-04-01, 令和8年4月1日 …)
help-guides-add-kind = Kind (guide, plan, qa …)
help-guides-add-audience = Who reads it (may be repeated)
help-guides-add-source = Where it comes from (may be repeated)
help-guides-add-language = Language (ja or en)
help-guides-add-region = Where it applies
help-guides-add-contact = Whom to ask
help-guides-add-valid-from = First day of validity
help-guides-add-valid-until = Last day of validity; an answer after it says so first
help-guides-add-deadline = Deadline
help-guides-add-encoding = Text encoding (utf-8, cp932, euc-jp, utf-16); normally found out
help-guides-add-allow-older = Load an edition that is older than the present one
help-guides-add-dry-run = Only show what would be loaded; nothing is changed
help-guides-id = The guide's id (see minori guides list)
help-guides-list = List the guides.

    Example: minori guides list --json
help-guides-show = Show one guide as it will be quoted.

    Example: minori guides show trial-sheet
help-guides-show-release = Which release (the present one by default)
help-guides-rollback = Go back to the release before; also brings back a retired guide.

    Example: minori guides rollback trial-sheet
help-guides-rollback-to = Which release to go back to
help-guides-retire = Stop citing a guide. Nothing is deleted.

    Example: minori guides retire trial-sheet
help-people = Register people, look them up, end their use.

    Examples:
      minori people import people.csv
      minori people list
      minori people show sato@example.jp
help-people-import = Take in a table of people (CSV). It first shows what would change; --apply writes it.

    Headings: name, company, role, locale, time_zone, works_from, works_until, works_on, slack_id, email, coordinator
    A name is needed, and a Slack ID or an e-mail address. An empty cell leaves what is registered.

    Examples:
      minori people import people.csv
      minori people import people.csv --apply --by "Hanako Suzuki"
help-people-import-file = The CSV file (as Excel saves it)
help-people-import-apply = Write it (without it, what would change is only shown)
help-people-import-by = Who registers them, as the first welcome says (by default the only admin, or "An administrator")
help-people-list = List who is registered.

    Example: minori people list --json
help-people-list-all = Show guests as well
help-people-show = Show one person.

    Example: minori people show sato@example.jp
help-people-who = E-mail address, Slack ID or name
help-people-remove = End somebody's use and erase their questions and ratings. They can come back by themselves.

    Example: minori people remove sato@example.jp
help-calendar = The table of holidays, and days off of firms, people and outside firms.

    Examples:
      minori calendar load syukujitsu.csv --dry-run
      minori calendar show 2027
      minori calendar next 2026-12-28
      minori calendar company add "Yamada Works" --from 2026-08-12 --until 2026-08-16 --name "Summer"
help-calendar-load = Take in the holidays of the Cabinet Office (CSV) in the place of the present table. It says what is added and what disappears.

    Example: minori calendar load syukujitsu.csv --dry-run
help-calendar-load-file = The CSV of the Cabinet Office (syukujitsu.csv, as it is)
help-calendar-load-dry-run = Only show what would change
help-calendar-load-by = Who loads it
help-calendar-unload = Take the loaded table out; the one before counts again, or the one that comes with Minori.

    Example: minori calendar unload
help-calendar-show = Show the holidays that count.

    Example: minori calendar show 2027 --json
help-calendar-show-year = The year (the present one by default)
help-calendar-next = The next working day after a day.

    Example: minori calendar next 2026-12-28 --days 5 --for sato@example.jp
help-calendar-next-day = The day (2026-12-28)
help-calendar-next-days = How many working days later (0: the day itself, or the next one where it is off)
help-calendar-next-for = Whose working days: e-mail address, Slack ID or name (Monday to Friday by default)
help-calendar-company = Days off and working days of a firm.
help-calendar-company-add = Enter days on which a firm is closed, or works although the day would be off.

    Example: minori calendar company add "Yamada Works" --from 2026-12-29 --until 2027-01-04 --yearly --name "New Year"
help-calendar-company-name = The firm's name
help-calendar-leave = Leave of a person.
help-calendar-leave-add = Enter somebody's leave. Nothing reaches them meanwhile.

    Example: minori calendar leave add sato@example.jp --from 2026-12-01 --until 2026-12-04
help-calendar-partner = Days on which an outside firm is closed.
help-calendar-partner-add = Enter when an outside firm of a firm is closed. Nobody is asked to call or visit them then.

    Example: minori calendar partner add "Yamada Works" "Midori Foods" --weekdays Wed
help-calendar-partner-name = The outside firm's name
help-calendar-from = The first day (2026-12-29)
help-calendar-until = The last day; not needed for a single one
help-calendar-name = A name, such as New Year
help-calendar-yearly = Every year
help-calendar-working = Not off: work is done
help-calendar-weekdays = Weekdays that are off every week (Wed, Sat/Sun). Name the weekend as well: only these are off
help-calendar-list = List the days off on record.

    Example: minori calendar list --json
help-calendar-remove = Take an entry away.

    Example: minori calendar remove 0f0b8f7c-5b0f-5d6a-8f0c-3c3f1f7f6d11
help-calendar-remove-id = Its id, the first thing on its line
help-doctor = Say how settings, disk, database and search stand, and what to do.

    Example: minori doctor --json
help-check = Check the sentences and guides that come with the program.

    Example: minori check
help-backup = Copy everything into one file; safe while it runs.

    Example: minori backup minori-backup.zip
help-backup-file = The file to make
help-backup-overwrite = Replace a file of the same name
help-restore = Bring a backup back. The data from before is kept aside.

    Example: minori restore minori-backup.zip --overwrite
help-restore-file = The backup file
help-restore-overwrite = Replace the present data
help-bench = Measure.

    Example: minori bench retrieval --passages P.jsonl --questions Q.jsonl
help-bench-tick = Measure one round of reminders over many open encounters, beside a loop over all of them.

    Example: minori bench tick --encounters 100000 --due 1000
help-bench-encounters = how many encounters are open
help-bench-due = of how many of them somebody is told now
help-bench-sheets = Measure how long the files of a value card take, beside LibreOffice (where it is installed) and a picture of plain lines.

    Example: minori bench sheets --count 20
help-bench-sheets-count = how many of each are made
help-bench-retrieval = Measure how early the right passage is found, beside other ways.

    Example: minori bench retrieval --passages P.jsonl --questions Q.jsonl --json

    Passages are JSON lines with "id" and "text", questions with "question" and "passage".
help-bench-passages = File of passages
help-bench-questions = File of questions
help-bench-answers = Measure which questions the bundled guides answer and which are declined.

    Example: minori bench answers --questions bundled.jsonl --questions development.jsonl
help-bench-labelled = File of labelled questions (id, q, scope, split, guide, heading); may be repeated
help-demo = Try it in a page of your browser. No Slack account is needed: be staff of two firms, a coordinator, an admin.

    Examples:
      minori demo
      minori demo --port 8200 --no-open
      minori demo --region --firms 100 --months 6 --seed 7

    What is said is kept in the data folder. --fresh starts over.
help-demo-port = The port of the page (8181 by default, or a free one where that is taken)
help-demo-no-open = Do not open the browser
help-demo-fresh = Forget what was said in the page and start over
help-demo-region = Play half a year of a region, then open it (100 firms, 9 coordinators; the first time takes minutes on two cores)
help-demo-firms = How many firms --region has
help-demo-months = How many months --region lasts
help-demo-seed = The seed of --region: the same number makes the same region
help-demo-from = The first day of --region
help-bench-acks = Measure how long acknowledgements take, beside Bolt's plain App.

    Example: minori bench acks --json

    Messages and buttons are sent while questions wait for a model and every core computes. Measure on a machine that
    does nothing else.
help-bench-waiting = how many questions wait for the model
help-bench-count = how many messages are measured, and as many buttons
help-bench-per-second = how many are sent a second
help-bench-arrivals = Measure how a busy workspace is held: messages and buttons at a steady rate to the real bot.

    Example: minori bench arrivals --rate 83 --seconds 600 --json

    The bot answers from the guides that come with it, without a model. Most of what is sent is talk that is not said to
    Minori. Measure on a machine that does nothing else.
help-bench-rate = how many are sent a second
help-bench-seconds = for how many seconds
help-bench-share = how many of a hundred are questions
help-bench-settle = how many seconds the answers that are missing at the end are waited for
help-bench-signatures = Send requests that are not Slack's: none may be taken, and none may be answered by a 5xx.

    Example: minori bench signatures --count 3000
help-bench-forged = how many are sent
help-serve = Work in Slack, until it is told to stop.

    Socket Mode (no address that can be reached from outside is needed):
      SLACK_BOT_TOKEN=xoxb-…  SLACK_APP_TOKEN=xapp-…
    HTTP (there is an address that Slack can reach):
      SLACK_BOT_TOKEN=xoxb-…  SLACK_SIGNING_SECRET=…

    With these set: minori serve

    Ctrl-C or SIGTERM stops it: it finishes what it has begun, and goes on with the rest at the next start.
    docs/slack.md goes through the first setting up step by step; minori doctor says how things stand.
help-meetings = Meetings: read from one typed line who was met, when, and what comes next.

    Example: minori meetings parse "Met Ken Tanaka of Yamada Seiki yesterday. Send samples by Friday"
help-meetings-parse = Read a line and show what it says. Nothing is stored, and what is not said stays empty.

    Examples:
      minori meetings parse "昨日、展示会で山田製作所の田中さんと名刺交換。来週水曜10時にサンプルを送る"
      minori meetings parse "Met Ken Tanaka of Yamada Seiki yesterday. Send samples by Friday" --on 2026-11-20
      minori meetings parse --file lines.jsonl > fields.jsonl

    With --json and for files the result is one JSON object a line: t, company, person, title, event, met_on, next_step,
    due_on, due_time.
help-meetings-parse-text = The line to read
help-meetings-parse-on = The day the line was typed (such as 2026-11-20), from which "yesterday" counts; today if left out
help-meetings-parse-file = A JSON Lines file with the text in "t" and the day it was typed in "on"
help-bench-lines = Measure how well typed lines are read, field by field, and how often something not said is filled in.

    Example: minori bench lines --file tests/data/encounters/held.jsonl
help-bench-lines-file = A JSON Lines file of lines with their right fields; may be repeated
help-meetings-pack = Write the hand-over pack: what the next owner needs, as far as each firm shares it, as a workbook, a PDF or a calendar.

    Example: minori meetings pack --for "Hanako Sato" --output handover.xlsx
help-meetings-pack-for = Who hands over (name, e-mail address or id)
help-meetings-pack-output = The file to write (.xlsx, .pdf, .ics); one that is there is replaced
help-meetings-programme = The end of the fiscal year: programmes and people of whom a successor is asked.
help-meetings-programme-add = Record a programme. From 20 working days before the fiscal year ends, its owner is asked who follows.

    Example: minori meetings programme add "Growth support" --owner "Hanako Sato"
help-meetings-programme-name = The name of the programme
help-meetings-programme-owner = Who looks after it (name, e-mail address or id)
help-meetings-programme-year = The fiscal year (2026 ends on March 31, 2027); this one if left out
help-meetings-programme-leaving = Record the last day of a coordinator. From 20 working days before, they are asked who follows.

    Example: minori meetings programme leaving --for "Hanako Sato" --on 2027-03-31
help-meetings-programme-leaving-for = Who leaves (name, e-mail address or id)
help-meetings-programme-leaving-on = The last day (such as 2027-03-31)
help-simulate = A year in a minute: the real services with a virtual clock, and people who answer as people do.

    Examples:
      minori simulate
      minori simulate --from 2026-04-01 --days 365 --firms 100 --encounters 5000 --seed 7 --json
      minori simulate --days 30 --firms 10 --encounters 200

    People write encounters down, read their reminders, press their buttons at once, late, twice, on old messages, or not
    at all; they go on leave, firms close, somebody works in New York, the network fails, and for three days nothing
    runs. Shows how far encounters came, where they are stalled, and which reminders were acted on; and counts from
    what arrived whether a reminder was lost, came twice, or came at the wrong time.

    How often people do what stands in knowledge/simulation.yaml: guesses, not a forecast. Your own data is not touched.
    Exit 1 where anything was lost, came twice, or came outside of somebody's hours or days.
help-simulate-from = The first day
help-simulate-days = How many days
help-simulate-firms = How many firms, each with two to five people
help-simulate-encounters = How many encounters they write down; those that nobody confirmed are counted among the states as taken_back
help-simulate-seed = The same number gives the same year
help-keys = The keys that seal words and contacts: show, copy, add, change.
help-keys-show = Show which keys there are (never the keys themselves).

    Example: minori keys show
help-keys-save = Copy the keys into another file. Keep it apart from the backups.

    Example: minori keys save minori-keys.json
help-keys-save-file = The file to make
help-keys-add = Add keys that you kept. Those that are there stay.

    Example: minori keys add minori-keys.json
help-keys-add-file = The file of keys
help-keys-rotate = Make a new key and seal everything with it. Stop minori serve before.

    Example: minori keys rotate
