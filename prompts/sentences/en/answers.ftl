# Sentences about answers.

# The four states. Exactly one is always shown first.
state-answered = Answer (from the guides)
state-not_in_guides = Not in the guides
state-handed_over = Handed over to a coordinator
state-failed = Not answered

answer-not-in-guides = Sorry, the loaded guides say nothing that answers this question.
answer-failed = Sorry, something went wrong and there is no answer. Please try again. If it happens again, please give an administrator this number: { $reference }.
answer-handed-over = Your question has been recorded for a coordinator (number { $reference }).
answer-nearest = The nearest headings are:
answer-ask-apart = You seem to be asking several things at once. One at a time, some of them may have an answer.

# Said before an answer.
answer-expired = Please note: “{ $title }” was valid until { $date }. Please check whether this still holds.
answer-not-yet-valid = Please note: “{ $title }” is valid only from { $date }.

# Said after an answer.
answer-deadline = The deadline of “{ $title }” is { $date }.
answer-deadline-passed = The deadline of “{ $title }” ({ $date }) has passed.
answer-region = “{ $title }” applies to: { $region }
answer-contact = Whom to ask about “{ $title }”: { $contact }
answer-guides-are-japanese = The guides are in Japanese; quotes are shown in their own words.
answer-words-not-reached = Neither the glossary nor the guides know these words, so they could not be looked up: { $words }
declined-ask-at = For questions on { $topic }, { $desk } may be able to help.

# Sources, and what can be done next.
sources-heading = Sources
source-edition = edition { $date }
source-edition-unknown = edition date unknown (loaded { $date })
source-plan = { $town ->
    [none] The town’s plan
   *[other] The plan of { $town }
 }: { $title }
source-coordinator = Answered by a coordinator, { $name }, { $year }-{ $month }
source-page = page { $page }
follow-ups-heading = You may also ask about
offer-show-passage = Show the passage [{ $number }]
offer-hand-over = Ask a coordinator

# What cannot be taken as a question.
question-empty = The question is empty. Please write in a sentence what you would like to know.
question-too-long = The question is too long ({ $length } characters). Please keep it within { $limit }.
hand-over-nothing-asked = Nothing has been asked yet. Please write your question first.
passage-unknown = There is no passage “{ $passage }”.

# Beside an answer in a chat.
offer-useful = That helped
offer-off = Not what I was looking for
offer-hand-over-confirm = Your name, your company and your question will be passed to a coordinator. Is that all right?
rated-useful = Thank you for letting us know.
rated-off = Thank you for letting us know. Please ask again in other words, or ask a coordinator.
passage-title = The original passage
fact-guide = Guide
fact-edition = Edition
fact-answered-by = Coordinator who answered
fact-answered-on = Answered or confirmed on
fact-page = Page
question-unknown = This question is no longer on record. Please ask it again.
