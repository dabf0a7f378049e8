# Sentences of the commands.

# How far it is
progress-bundled = Loading the guides
progress-index = Preparing the search
progress-replan = Planning reminders anew
progress-reading = Reading files
progress-bench = Measuring

# When it does not work
usage-wrong = This is not how the command is used: { $problem }
    { $command } --help shows how.
usage-no-such-command = there is no command “{ $name }”.
usage-no-such-option = there is no option “{ $name }”.
usage-missing = “{ $name }” is missing.
usage-needs-value = “{ $name }” needs a value.
usage-takes-no-value = “{ $name }” takes no value.
usage-wrong-value = the value of “{ $name }” cannot be used.
error-data-file = A data file of the program is wrong: { $problem }
error-dependency = { $dependency } could not be used ({ $reason }). Please look at minori doctor.
error-unexpected = Something unexpected went wrong ({ $kind }). Please look at minori doctor and, if it happens again, tell an administrator.
ask-one-of-two = Please give one question, or a file with --file (one of the two). Example: minori ask "What should I do after a trade fair?"
ask-file-unreadable = “{ $file }” cannot be read. Please check that it is a JSON Lines file in UTF-8.
ask-file-line = Line { $line } of “{ $file }” cannot be used. Please write one question a line, like { "{" }"q": "…"{ "}" }. Nothing was run.
ask-file-line-too-long = The question on line { $line } of “{ $file }” is too long. Please keep it within { $limit } characters. Nothing was run.
ask-how-to-hand-over = To ask a coordinator, please ask again with --hand-over.
bench-file-unreadable = “{ $file }” cannot be read. Please check that it is a JSON Lines file in UTF-8.
bench-file-line = Line { $line } of “{ $file }” cannot be used. It needs: { $names }
bench-file-empty = “{ $file }” has no line.
bench-retrieval-heading = { $passages } passages, { $questions } questions

# The conversation
chat-welcome = This is Minori (実り). It answers from { $guides } guides and checks every quote.
    Please write what you would like to know in your own words. Example: What should I do after receiving business cards?
    /help shows how it works, /quit ends.
chat-prompt = question>
chat-writing = Looking into the guides. Sentences of the language model are shown as soon as their quotes are checked.
chat-help = just write … ask a question (it knows what came before)
    a number (1, 2 …) … ask about what is offered
    /passage 1 … show the passage of source [1] with its neighbours
    /person … hand the last question over to a coordinator
    /quit … end
chat-how-to-open = To see a passage, type /passage and its number.
chat-how-to-hand-over = To ask a coordinator, type /person.
chat-no-such-source = There is no source with this number. Please use a number under “Sources”.
chat-unknown-command = There is no “{ $command }”. Please see /help.
chat-goodbye = Thank you. Goodbye.

# Guides
guides-list-empty = There are no guides yet. Load one with minori guides add FILE.
guides-list-line = { $passages } passages, { $releases } releases
guides-rolled-back = “{ $title }” ({ $guide }) is back at release { $number } ({ $edition }), which is cited from now on.
guides-retired = “{ $title }” ({ $guide }) is no longer cited. Nothing was deleted; minori guides rollback { $guide } brings it back.
guides-one-file-only = { $option } is for one file only (there are { $count }).
guides-no-files = No file that could be read was found: { $paths }
guides-no-such-file = There is no “{ $path }”. Please check its name and place.
guides-left-out = These files are of no format that can be read and were left out: { $files }
guides-file-unreadable = “{ $path }” cannot be opened ({ $reason }).

# Looking after it
check-all-well = The data files of the program are in order.
doctor-settings = Settings: { $settings }
doctor-disk = Data folder: { $path } ({ $megabytes } MB free)
doctor-disk-advice = Space is running out. Please clear files away, or choose another place with MINORI_DATA_DIR.
doctor-database = Database: in order
doctor-database-closed = The database cannot be opened ({ $reason })
doctor-database-advice = minori restore brings a backup back. Please also check free space and the permission to write.
doctor-guides = Guides: { $cited } cited, { $retired } retired
doctor-guides-advice = Please load guides with minori guides add FILE.
doctor-expired = Guides past their validity: { $guides }
doctor-handed-over = Questions waiting for a coordinator: { $count }
doctor-indexes = Search: in order ({ $passages } entries)
doctor-indexes-remade = Search: made anew ({ $passages } entries)
doctor-indexes-in-use = Search: in use by another minori
doctor-indexes-broken = The search cannot be prepared ({ $reason })
doctor-indexes-advice = Please delete the folder indexes in the data folder and try again. It is made anew from the database.
doctor-embedder-advice = Please check MINORI_EMBEDDER ({ $embedder }). Answers are found by words alone meanwhile.
doctor-guard = Limits on reading files: all in force
doctor-guard-missing = Limits on reading files that this system does not have: { $limits }
doctor-guard-advice = Please load only files from people you know.
doctor-no-model = Language model: none (everything works without)
doctor-model = Language model: { $model }
doctor-model-advice = Everything works without a language model too.

# Backup
backup-made = The backup is made: { $path } ({ $guides } guides, { $questions } questions, { $kilobytes } KB)
restore-done = The backup is restored ({ $guides } guides, { $questions } questions).
restore-erased-again = Value walks and cards that were deleted after the backup was made have been deleted again ({ $count }).
restore-kept-aside = The data from before is kept in { $path }.

# The page to try it in
demo-page = The page is at { $url } (Ctrl-C ends it). Minori is reading its guides; one moment, please.
demo-ready = Ready. Ask Minori at { $url }.
demo-stopped = Ended. What was said is kept.
demo-port-taken = Port { $port } is used by another program. Please give another one with --port.
demo-running-already = Minori is already running on this data folder. Please use the page that is open, or stop that one first.
