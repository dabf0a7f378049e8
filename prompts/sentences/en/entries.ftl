# A coordinator's answer that becomes an entry among the guides.

# After answering
entry-offer-add = Add to the guides
entry-offer-add-why = If others would gain from this answer, it can be added to the guides. Somebody else checks it first; then it is cited when members ask.
entry-form-title = Add to the guides
entry-form-how = Names, firms and addresses that we recognised were replaced by 〇〇. Please check that nothing else tells whom it is about.
entry-form-wording = Where the question is still in the words of whoever asked, their firm is asked to agree first. Put into your own words, it needs no agreement.
entry-form-own-words = Whoever asked cannot be asked to agree: please put the question into your own words.
entry-answer-shortened = The answer is long: these are its first { $limit } characters. Please bring it down to what matters.
entry-field-question = Question
entry-field-question-hint = So that anybody understands it.
entry-field-answer = Answer
entry-field-answer-hint = Up to { $limit } characters. It is quoted as it stands.
entry-field-owner = Owner (asked before the last day whether it is still right)
entry-field-until = Cited until
entry-form-submit = Ask for a check
entry-both-needed = Please write both a question and an answer.
entry-too-long = Please keep the question within { $question } characters and the answer within { $answer }.
entry-names-left = A name of a person or a firm is left ({ $names }). Please replace it.
entry-until-wrong = Please choose a last day between tomorrow and { $years } years from now.
entry-owner-wrong = Please choose an owner.
entry-coordinators-only = Only coordinators add answers to the guides.
entry-not-found = Sorry, this answer cannot be found.
entry-changed-meanwhile = Sorry, this was changed a moment ago. Please open it again.

# Labels
entry-label-question = Question
entry-label-answer = Answer
entry-label-owner = Owner
entry-label-until = Cited until
entry-label-audience = Who can read it
entry-label-note = A word
entry-audience = members, coordinators, admins
entry-until = { $date }

# Being checked
entry-review-title = An answer for the guides
entry-review = Thank you as always. { $name } would like to add an answer to the guides. Would you check it? Once published, it is cited when members ask.
entry-second-look = There is nobody else who could check it: please look once more yourself, then publish. Does anything tell whom it is about?
entry-offer-publish = Publish
entry-publish-confirm = Publish it and cite it when members ask?
entry-offer-send-back = Send back
entry-offer-edit = Edit
entry-offer-look = Look at it
entry-back-title = Send back
entry-back-how = Please say in a word what should be different. It goes to whoever wrote it.
entry-field-note = A word
entry-back-submit = Send back
entry-sent-back = It goes back to { $name } with your word.
entry-somebody-else = What you wrote yourself is for somebody else to check.

# The firm's agreement
entry-consent = Thank you as always. We would like to add your recent question and its answer to the guides, so that other members gain from it. May we use the question in these words? Your name and your firm are not shown.
entry-consent-then = If you would rather not, it is put into other words. You can take it back later as well.
entry-offer-agree = You may use it
entry-offer-decline = Please do not use it
entry-offer-take-back = Take it back
entry-take-back-confirm = These words are used no more; where they are cited, they are cited no more. Go on?
entry-agreed = Thank you. We use these words.
entry-declined = Understood. The words of your question are not used. Thank you.
entry-only-the-asker = Only whoever asked the question can decide this.
entry-consent-over = Thank you. Whether these words may be used is not being asked now.

# How it stands
entry-now-asking = The question is still in the words of whoever asked, so their firm is being asked to agree. After that somebody else is asked to check it.
entry-now-proposed = { $names } is asked to check it. It is not cited before it is published.
entry-now-alone = There is nobody else who could check it: please look once more yourself. It is not cited before it is published.
entry-now-sent-back = Your answer for the guides came back with a word.
entry-now-declined = The words of the question may not be used. Put into your own words, it can go on.
entry-now-published = Published. It is cited as a coordinator's answer until { $date }.
entry-now-retired = It is cited no more. It can be brought back at any time.
entry-now-expired = Its last day has passed: it is cited no more.
entry-now-replaced = A newer one has taken its place.
entry-home = Answers for the guides ({ $count })
entry-home-more = And { $count } more.
entry-home-proposed = { $name } asks for a check
entry-home-sent_back = Came back with a word
entry-home-declined = Put into your own words, it can go on

# Before the last day
entry-expiring = Thank you as always. This answer is cited until { $date }. Is it still right?
entry-expiring-soon = Sorry to trouble you. This answer is cited no more after { $date }. Is it still right?
entry-offer-keep = Still right (another year)
entry-offer-retire = Stop citing
entry-retire-confirm = This answer is cited no more. Its words are kept. Go on?
entry-offer-again = Cite again (a year)
