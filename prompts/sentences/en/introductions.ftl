# Introductions. Until both sides wish it, nothing of the other one is told.

# A coordinator's page and list
introduction-home = Introductions
introduction-home-count = { $waits } to look at, { $open } under way
introduction-offer-list = See introductions
introduction-list-title = Introductions
introduction-list = { $count } in all (page { $page } of { $pages }).
introduction-list-none = There is nobody to introduce to each other at the moment.
introduction-pair = { $giver } × { $needer }
introduction-offer-show = Look at it
introduction-not-yours = Sorry, only the coordinator of the firm can see this.

# How far it is
introduction-stands-waits = Neither of them has been asked.
introduction-stands-found = Neither of them has been asked.
introduction-stands-put_away = It was put away.
introduction-stands-open = They are being sounded out.
introduction-stands-made = Both wished it, and they were introduced.
introduction-stands-done = Both wished it, and they were introduced.
introduction-stands-withdrawn = It was withdrawn. Neither of them was told.
introduction-stands-ended = It has ended, as what it was found by is not there or not shared any more. Neither of them was told.
introduction-side-none = { $firm } ({ $name }): no answer yet.
introduction-side-yes = { $firm } ({ $name }): would like to hear more
introduction-side-no = { $firm } ({ $name }): not this time
introduction-side-talk = { $firm } ({ $name }): would like to talk about it

# One of them
introduction-title = Two firms to introduce
introduction-giver = What it can do: { $firm }
introduction-needer = What it needs: { $firm }
introduction-from-subject = From its value card: the name
introduction-from-function = From its value card: what it does
introduction-from-who = From its value card: whose trouble it lessens
introduction-from-ladder = From its value card: what that is for
introduction-from-change = From its value card: what changes, and by how much
introduction-from-challenge = From its value card: the social challenge
introduction-from-elsewhere = From its value card: where else it is wanted
introduction-from-today = From its value card: how it is done today
introduction-from-cost = From its value card: what that costs
introduction-from-issue = From an encounter: an open issue
introduction-why-trouble = The same trouble: { $trouble }
introduction-why-deed = The same is done to the same kind of thing.
introduction-gone = What it was found by is not there or not shared any more. It cannot go on.
introduction-offer-ask = Sound out { $firm }
introduction-offer-away = Postpone or not needed
introduction-offer-back = Bring it back
introduction-offer-withdraw = Withdraw
introduction-withdraw-confirm = This is withdrawn. Neither of the two firms is told.

# Sounding out
introduction-ask-title = Sound a firm out
introduction-label-asked = The firm to ask
introduction-field-person = Whom to ask
introduction-field-text = What is sent
introduction-hint-text = Please name no firm, person, place, product or number of the other side.
introduction-submit = Send
introduction-submit-anyway = Send these words
introduction-telltales = The other side might be known by these words. Please change them, or send it once more if it may stay so.
introduction-telltales-refused = The other side would be known by these words, so they cannot be sent. Please change them.
introduction-telltale-firm = A firm: “{ $words }”. Please write “a firm”.
introduction-telltale-person = A person: “{ $words }”. Please leave it out.
introduction-telltale-name = A name: “{ $words }”. Please leave it out.
introduction-telltale-place = A place: “{ $words }”. Please leave it out.
introduction-telltale-product = A product, or a word of the other side: “{ $words }”. Please name the kind of trouble instead.
introduction-telltale-trade = A rare trade: “{ $words }”. Please write “a firm”.
introduction-telltale-only = What nobody else has: “{ $words }”. It tells who that is; please leave it out.
introduction-telltale-size = How large it is: “{ $words }”. Please write “a firm”.
introduction-telltale-age = How old it is, or who owns it: “{ $words }”. Please leave it out.
introduction-telltale-award = An award, a certificate or the press: “{ $words }”. Please leave it out.
introduction-telltale-contact = A way to reach them: “{ $words }”. Please leave it out.
introduction-telltale-model = A machine: “{ $words }”. Please say what can be done instead.
introduction-telltale-date = A date: “{ $words }”. It may tell what this is about.
introduction-telltale-event = An event: “{ $words }”. Please leave it out.
introduction-telltale-relation = How they know each other: “{ $words }”. Please leave it out.
introduction-telltale-number = A number: “{ $words }”. It may tell who that is.
introduction-telltale-word = Words that are not usual here: “{ $words }”. Please see that they name no place and no product.
introduction-in-general = It can be put like this:
introduction-fault-empty = Please see whom to ask, and what is sent.
introduction-nobody = Sorry, there is nobody at this firm yet who can be asked.
introduction-asked = Thank you. { $name } of { $firm } has been asked. You will hear when there is an answer.
introduction-withdrawn = It is withdrawn. Neither of the two firms was told.

# The draft: made of known classes alone
introduction-who = a firm
introduction-who-trade = a firm in { $trade }
introduction-draft-giver = There is { $who } that is looking for help with something like this: { $trouble }. What your firm is good at might be of use. Would you like to hear more?
introduction-draft-giver-plain = There is { $who } that is looking for something near to what your firm is good at. Would you like to hear more?
introduction-draft-needer = There is { $who } that might be of help with something like this: { $trouble }. Would you like to hear more?
introduction-draft-needer-plain = There is { $who } that might be of help with what your firm is looking for. Would you like to hear more?
introduction-trade-metalworking = metalworking
introduction-trade-plastics = plastics and rubber
introduction-trade-food = food
introduction-trade-textiles = textiles
introduction-trade-electronics = electronics
introduction-trade-software = software
introduction-trade-agriculture = agriculture, forestry and fishery
introduction-trade-construction = construction

# Putting away
introduction-away-title = Postpone or not needed
introduction-field-until = Until when (it waits again from that day)
introduction-hint-until = Left empty, these two firms are never proposed again.
introduction-submit-away = Put it away
introduction-fault-until = Please choose tomorrow or a later day.
introduction-put-away = It is put away.
introduction-brought-back = It waits again.

# To a firm
introduction-sounding = Thank you as always. Your coordinator{ $has_name ->
    [0] {""}
   *[other] {" "}{ $name }
} has a question for you.
introduction-sounding-again = Thank you as always. This is the question of your coordinator{ $has_name ->
    [0] {""}
   *[other] {" "}{ $name }
} once more. There is no hurry.
introduction-sounding-how = Until both sides wish it, neither is told the firm or the name of the other one. If you decline, the other side does not hear of it.
introduction-answer-yes = I would like to hear more
introduction-answer-no = Not this time
introduction-answer-talk = I would like to talk about it
introduction-yes-confirm = Only if the other side wishes it as well, it is told the name of your firm, your name as the contact, and what your value card shares with the region.
introduction-answer-kept-yes = Thank you. { $has_name ->
    [0] Your coordinator
   *[other] { $name }
} has your answer: you would like to hear more. You will hear when an introduction can be made.
introduction-answer-kept-no = { $has_name ->
    [0] Your coordinator
   *[other] { $name }
} has your answer: not this time. The other side does not hear of it.
introduction-answer-kept-talk = Thank you. { $has_name ->
    [0] Your coordinator
   *[other] { $name }
} has your answer: you would like to talk about it, and will get in touch.
introduction-answer-change = Until you are introduced, you can change your answer at any time.
introduction-not-asked = Sorry, only the person who received this question can answer it.
introduction-told-already = You have been introduced already, so the answer cannot be changed. Please talk with your coordinator.

# When both wish it
introduction-made = Thank you. About the recent question: both sides wish it, so { $has_name ->
    [0] your coordinator
   *[other] { $name }
} introduces you to each other.
introduction-label-firm = Firm
introduction-label-person = Contact
introduction-shared = From the value card that they share with the region
introduction-made-next = A draft of the encounter follows. For a date, please ask { $has_name ->
    [0] your coordinator
   *[other] { $name }
}.
introduction-topic = Introduced by the coordinator

# To the coordinator
introduction-told-answer = There is an answer to your question.
introduction-told-next = You can ask the other firm in the same way now.
introduction-told-over = This has ended already. The other side has not been told anything.
introduction-told-made = Both wished it, and were told the name and the contact of each other. A draft of the encounter goes to both.

# Another coordinator, the last day, the first meeting
introduction-pair-across = { $firm } and a firm of another coordinator
introduction-stands-requested = A firm of another coordinator would like to hear more. Your firm has not been asked.
introduction-stands-passed = It was passed on to the coordinator of the other side. You are told of the other side only when both wish it.
introduction-stands-expired = There was no answer until the last day, so it was closed. The other side was not told.
introduction-giver-across = What it can do: a firm of another coordinator
introduction-needer-across = What it needs: a firm of another coordinator
introduction-not-shared = The words of this firm are shared with its own coordinator alone.
introduction-told-passed = It is passed on to the coordinator of the other side. You are told of the other side only when both wish it.
introduction-told-requested = Thank you as always. There is a firm to which { $firm } might be introduced, and it would like to hear more (another coordinator looks after it). Please decide whether to sound out yours. If you do not, the other side does not hear of it.
introduction-told-closed = { $firm } ({ $name }) gave no answer until the last day, so it was closed. The other side was not told.
introduction-sounding-until = Please answer by { $day }. Without an answer it is simply closed, and the other side does not hear of it.
introduction-closed = Sorry, answers to this were taken until { $day }. If you are interested, please tell { $has_name ->
    [0] your coordinator
   *[other] { $name }
}.
introduction-goal = Hear what happens on site about “{ $trouble }”, and settle what can be tried and the next promise (when, who, what)
introduction-goal-plain = Hear where there might be something of use, and settle what can be tried and the next promise (when, who, what)
introduction-question-giver = When, for whom and how is it a trouble? What is lost by it, and how much?
introduction-question-needer = Where has it helped so far, and what changed by how much? What would a small trial need?

# A question before the answer
introduction-offer-question = Ask something first
introduction-question-title = Ask something first
introduction-question-how = Your question goes to your coordinator alone. The other side does not hear that you asked.
introduction-field-question = What you would like to know
introduction-submit-question = Send the question
introduction-fault-question = Please write what you would like to know.
introduction-question-kept = Thank you. Your question was passed on. You will hear when there is a reply.
introduction-question-many = Sorry, you have asked several times already. For more, please talk with your coordinator.
introduction-question-made = You have been introduced already, so you can ask the other side yourself.
introduction-told-question = { $firm } ({ $name }) has a question before answering.
introduction-offer-reply = Reply
introduction-reply-title = Reply to a question
introduction-field-reply = Your reply (in words by which the other side is not known)
introduction-fault-reply = Please write your reply.
introduction-replied = Thank you. Your reply was sent to { $name }.
introduction-replied-already = This question has been replied to already.
introduction-reply = Your coordinator{ $has_name ->
    [0] {""}
   *[other] {" "}{ $name }
} replies to your question.
