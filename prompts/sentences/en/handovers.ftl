# Sentences about questions that a person answers. Thank before asking.

# Who, and where
handover-who = { $name } ({ $company })
handover-who-alone = { $name }
handover-who-unknown = somebody whose name is not known
handover-who-command-line = somebody at the command line
handover-goes-to-direct = their own conversation with Minori (nobody else reads it)
handover-goes-to-shared = the thread the question was asked in (others read it too)
handover-goes-to-nowhere = nowhere (it was asked at the command line, so it is only put on record)

# Labels
handover-label-asker = Asked by
handover-label-question = Question
handover-label-by = Reply hoped for
handover-label-goes-to = Goes to
handover-label-nearest = Nearest headings in the guides
handover-label-note = A word from your colleague
handover-label-asked-back = What was asked back
handover-label-to-confirm = What the coordinator would like to know
handover-label-replied = What the asker replied
handover-label-answered = Answer
handover-by = by { $when }

# To the asker: it is in good hands
handover-taken = Your question is with { $name }, a coordinator. The reply is expected here by { $when }.
handover-taken-late = Your question is with { $name }, a coordinator. The reply will arrive here.
handover-taken-queue = Your question is on record. As soon as somebody is found to answer it, you will read it here.
handover-taken-asked-back = { $name }, the coordinator, has asked you something. With your reply, the answer can be prepared.
handover-taken-answered = { $name }, the coordinator, has answered this question already.
handover-taken-withdrawn = This question was withdrawn. If you would like to ask it after all, please write it once more.
handover-offer-withdraw = Withdraw
handover-withdraw-confirm = This withdraws your question. The coordinator will be told that no answer is needed. Is that right?
handover-withdrawn = Your question is withdrawn, and the coordinator will be told that no answer is needed. Please ask again at any time.
handover-only-the-asker = Only the person who asked can withdraw a question.

# To the coordinator: a request
handover-notice = Thank you for all you do. Here is a question that the guides alone cannot answer. Could you reply, please?
handover-notice-passed = Thank you for all you do. { $name } passes this question on to you. Could you reply, please?
handover-notice-reassigned = Thank you for all you do. Somebody has been waiting for longer than we promised. Could you help, please?
handover-how = Press a button below, or simply write in the thread of this message. You will see it once more before it goes out.
handover-reminder = Sorry to disturb you. We hoped for your reply to this question by { $when }. Could you look at it, please?
handover-reminder-then = If you are short of time, please use “Ask somebody else”. Without a reply before the next working day begins, we will see whether somebody else can help.
handover-reply = Thank you. What you asked has been replied to.
handover-was-withdrawn = This question was withdrawn, so no reply is needed any more. Thank you for your care.
handover-offer-answer = Answer
handover-offer-ask-back = Ask back
handover-offer-refer = Ask somebody else
handover-offer-assign = Choose who answers

# Where to write
handover-answer-title = Answer
handover-answer-field = Answer
handover-answer-hint = It goes out as you write it, under your name.
handover-answer-submit = Send
handover-ask-back-title = Ask back
handover-ask-back-field = What you would like to know
handover-ask-back-hint = Until they reply, your own time stands still.
handover-ask-back-submit = Send
handover-refer-title = Ask somebody else
handover-refer-field = Who is asked
handover-refer-note-field = A word to them
handover-refer-note-hint = Nobody else reads it.
handover-refer-submit = Ask them
handover-refer-nobody = There is no other coordinator who can be asked now. If you are short of time, please talk to an admin.
handover-write-something = There is nothing written yet. A few words, please.

# A look before it is sent
handover-draft = This is what will be sent. Is it right?
handover-draft-added = Your answer has been sent already. This is what will be added. Is it right?
handover-draft-to-coordinator = Is this your reply to { $name }, the coordinator?
handover-draft-send = Send as the answer
handover-draft-add = Send in addition
handover-draft-ask-back = Send as a question
handover-draft-drop = Do not send
handover-draft-choose-coordinator = Send to the coordinator
handover-draft-choose-guides = Ask the guides
handover-draft-dropped = Left alone. Nothing was sent.
handover-draft-not-yours = Only the person who wrote this can send it.
handover-draft-gone = This draft was put away. Please write it once more.
handover-draft-used = This has been sent already.

# After a press
handover-sent = Thank you. This answer is on its way.
handover-added-sent = Thank you. This is on its way as well.
handover-sent-nowhere = Thank you. The answer is on record. It was asked at the command line, so there is nobody to send it to.
handover-asked-back-sent = Thank you. This question is on its way. You will hear as soon as they reply.
handover-asked-back-nowhere = This was asked at the command line, so nobody can be asked back. Please answer as far as you can.
handover-referred = Thank you. { $name } will be asked; a reply is hoped for by { $when }.
handover-reply-sent = Thank you. This goes to { $name }, the coordinator.
handover-not-found = This question could not be found.
handover-not-yours = Thank you for your care. This question is with { $name } now.
handover-not-assigned = Thank you for your care. Somebody to answer this question is being looked for.
handover-answered-by-you = Thank you. Your answer is on record already. To add something, please write in the thread of the request.
handover-answered-already = Thank you for your care. { $name } has answered this question already.
handover-withdrawn-already = Thank you for your care. This question was withdrawn, so no reply is needed.
handover-coordinators-only = Thank you for your care. Replies are up to the coordinators.
handover-changed-meanwhile = Something changed at the same moment. Please try once more.

# What reaches the asker
handover-answer = Thank you for waiting. Here is the reply of { $name }, the coordinator.
handover-answer-added = { $name }, the coordinator, adds this.
handover-answer-then = If you would like to know more, simply write it here.
handover-rate-useful = Useful
handover-rate-off = Not what I wanted to know
handover-asked-back = Thank you for your question. Before answering, { $name }, the coordinator, would like to know something.
handover-asked-back-then = Please write your reply here. You will be asked before it goes to the coordinator.
handover-moved-assigned = Thank you for waiting. { $name }, a coordinator, has been asked your question. The reply is expected here by { $when }.
handover-moved-passed = Your question has been passed on to { $name }, a coordinator. The reply is expected here by { $when }.
handover-moved-reassigned = We are sorry to keep you waiting. { $name }, another coordinator, has been asked your question. The reply is expected here by { $when }.
handover-moved-escalated = We are sorry to keep you waiting. As there is no reply yet, an admin has been told as well. Your question is still with { $name }, the coordinator.
handover-moved-escalated-unowned = We are sorry to keep you waiting. As there is nobody to answer yet, an admin has been told. As soon as somebody is found, you will read it here.
handover-moved-late = We are sorry to keep you waiting. There is no reply yet; your question is still with { $name }, the coordinator.
handover-moved-late-unowned = We are sorry to keep you waiting. Somebody to answer is being looked for; as soon as they are found, you will read it here.

# To an admin. The words of the question are not shown.
handover-queue-opened = Thank you for all you do. A question is waiting for a coordinator (since { $when }), and there is nobody who can be asked now.
handover-queue-opened-then = As soon as a coordinator is registered, Minori asks them. Please see whether somebody is on leave, or could join.
handover-queue-late = Thank you for all you do. { $name } has a question (since { $when }) and has not replied yet.
handover-queue-late-unowned = Thank you for all you do. A question (since { $when }) has no reply yet.
handover-queue-late-assign = Please see how things are, or choose once more who is to answer.
handover-queue-late-nobody = There is nobody else who can be asked. Please see how things are.

# The person's page
handover-home-waiting = Questions that wait for your reply ({ $count })
handover-home-none = No question is waiting for your reply. Thank you for all you do.
handover-home-more = And { $count } more.
handover-home-by = please reply by { $when }
handover-home-late = past the date we hoped for ({ $when })
handover-home-escalated = past the date we hoped for
handover-home-asked-back = waiting for the asker's reply
handover-home-age-today = here since today
handover-home-age-days = here for { $days ->
    [one] 1 day
   *[other] { $days } days
}
handover-home-mine = Your questions that are with a coordinator ({ $count })
handover-home-mine-by = { $name } has been asked (a reply is expected by { $when })
handover-home-mine-late = { $name } has it
handover-home-mine-queue = somebody to answer is being looked for
handover-home-mine-asked-back = { $name } has asked you something
