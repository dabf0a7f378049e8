# Defects of data files that `minori check` has found.

check-unreadable = cannot be read: { $reason }
check-file-missing = is missing.
check-schema = { $place }: { $reason }
check-key-twice = "{ $key }" is already in { $first }.
check-no-text = "{ $key }" has no sentence.
check-reference = "{ $key }" uses "{ $reference }", which does not exist.
check-function = "{ $key }" uses { $function }; numbers and dates are written by the program.
check-no-translation = "{ $key }" is missing in { $language }.
check-argument-untranslated = "{ $key }" does not use ${ $argument } in { $language }.
check-key-missing = there is no sentence "{ $key }".
check-argument-missing = the sentence "{ $key }" needs { $argument }, which is not given.
check-key-unused = "{ $key }" is not used anywhere.
check-word-twice = "{ $word }" ({ $term }) already belongs to "{ $first }".
check-english-twice = the English "{ $word }" stands here twice.
check-not-a-guide = only Markdown guides (.md) belong here.
check-front-matter = the front matter has no "{ $key }".
check-id-twice = the id "{ $id }" is already used by { $first }.
check-id-name = the id "{ $id }" and the file name "{ $name }" differ.
check-no-sections = there is no section (##).
check-empty-section = there is nothing under the heading "{ $heading }".
check-prompt-unknown = nothing in the program fills this prompt.
check-topic-twice = the id "{ $id }" stands here twice.
check-topic-language = ask_at of "{ $id }" has to be in Japanese and in English.
check-question-twice = "{ $question }" is already in "{ $first }".
check-stranger = nothing in the program reads this file.
check-courtesy-twice = “{ $word }” stands in { $first } as well. Keep one of them.
