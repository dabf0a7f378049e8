# The conversation of a value walk. One question at a time; thanks come first; nobody's words are rewritten.
walk-words = { $words }
walk-progress = { $number } / { $total }  { $bar }
walk-title = Value walk “{ $subject }”
walk-title-unnamed = Value walk

# To begin
walk-intro = A value walk takes one technology, one thing your people know how to do, or one way of serving, and asks about it one question at a time. At the end there is a value card that an outsider understands in a minute.
walk-intro-how = Plain words are fine. “I don't know” and “later” are kept as answers, too. You can rest at any time and go on where you were.
walk-intro-own = The answers belong to your company. Nobody outside sees them unless you choose so.
walk-intro-channel = What colleagues write in this thread is kept as the answer to the present question. What ends in a question mark is left to you among yourselves.
walk-intro-other = To ask something else meanwhile, write it after “/minori ”.
walk-intro-other-channel = To ask something else meanwhile, mention @Minori and end with a question mark.
walk-intro-typing = This is for visits: you write down what somebody tells you. Please write their own words as they say them.
walk-intro-typing-then = At the end they are asked whether this is what they said. Until then it is nobody's.
walk-going-on = This is still going on:
walk-item-paused = Rests until { $day }
walk-item-typed = As told by { $name }
walk-offer-intro = Start a value walk
walk-offer-start = Start
walk-start-title = Value walk
walk-field-owner = Whose words will they be?
walk-hint-owner = They are asked to confirm at the end.
walk-field-subject = What it is about (one thing only)
walk-hint-subject = What you call it every day. Leave it empty if you have not decided yet.
walk-field-kind = What is it most like?
walk-kind-technology = A technology or product
walk-kind-know_how = Something your people know how to do
walk-kind-service = A way of serving customers
walk-field-length = How long shall it take?
walk-hint-length = What you have answered stays.
walk-length-ten_minutes = 10 minutes ({ $count } questions)
walk-length-thirty_minutes = 30 minutes ({ $count } questions)
walk-length-whole = All of it ({ $count } questions, in several sittings)
walk-field-trade = Your company's trade
walk-hint-trade = Asked once, so that examples come from a similar trade.
walk-submit-start = Start
walk-choose-length = Please choose how long it shall take.
walk-choose-owner = Please choose whose words they will be.
walk-start-in-conversation = Please write “value walk” in your conversation with Minori.
walk-refused-direct = What is told on a visit is written down in your own conversation with Minori. Please write “value walk” there.
walk-begun = Thank you. Let us begin. Just write your answers here.
walk-begun-typed = Thank you. Let us begin. Please write the words as they are said.
walk-begun-sheet = It has begun. The first question waits in the message; you can close this.
walk-again-about = The present walk is put aside, and a new one begins. No answer is lost, and within ten minutes you can take this back.
walk-again-which = Of course. Shall we put an earlier answer right, or begin again from the start? Nothing of what you said is lost.
walk-again-done = The walk before was put aside with all its answers.

# Thanks
walk-thanks-1 = Thank you. It is written down in your words.
walk-thanks-2 = Thank you for telling me.
walk-thanks-3 = Thank you, that is clear.
walk-thanks-4 = Thank you. It is kept as you said it.
walk-added = Thank you. It was added to the answer before.
walk-unknown = All right. It is kept as something not known yet, which already tells what there is to find out.
walk-later = All right. It is kept for later.
walk-left = Thank you. It is kept in your words.

# Around a question
walk-caution = Please note: { $words }
walk-hint = Hint: { $words }
walk-example = Example: { $words }
walk-example-of = Example ({ $trade }): { $words }
walk-said-before = This is what you said before. To replace it, just write a new answer.
walk-goes-on = This is the beginning. All { $length } characters of it are kept.
walk-left-whole = { $length } characters: too long for this form, and kept as it is.
walk-hint-long = The answer that stands ({ $length } characters) is too long for this field and is not shown here. What you write takes its place; the words before are kept.
walk-ladder = The ladder of purposes so far, from the bottom up:
walk-which = Is this your answer, or a question?
walk-which-late = It has been a while, so let me make sure: is this the answer to the present question of the value walk?
walk-which-walk = Which one shall we go on with?
walk-wait = Take your time. The question waits.
walk-courtesy = Thank you, too. This is the present question:
walk-help = You are in the middle of a value walk. Just write the answer to the question below. You can also write “hint”, “later” or “pause”.
walk-not-answer = Sorry about that. It is no answer any more; the question waits as it was.
walk-undone = Taken back.
walk-late-press = We have gone on from this question. To change the answer, use “Change an answer”.
walk-resumed = Welcome back to “{ $title }”.

# Buttons
walk-offer-unknown = I don't know
walk-offer-later = Later
walk-offer-hint = Hint
walk-offer-back = Back
walk-offer-pause = Rest
walk-offer-more = More
walk-offer-date = Choose a day
walk-offer-keep = Keep it and go on
walk-offer-as-is = Keep it and go on
walk-offer-high-enough = High enough
walk-offer-no-higher = Nothing above this comes to mind
walk-offer-not-answer = That was not an answer
walk-offer-take = Yes, my answer
walk-offer-ask = Ask it as a question
walk-offer-resume = Go on
walk-offer-open = Answer what is open
walk-offer-show = Answers so far
walk-offer-correct = Change an answer
walk-offer-undo = Undo
walk-offer-other-day = Another day
walk-offer-length = Change the length
walk-offer-hand = Ask a colleague
walk-offer-withdraw = Take it back
walk-offer-again = Start again
walk-offer-finish-now = Finish now
walk-offer-finish = Make the value card
walk-offer-finish-typed = Ask them to confirm
walk-offer-erase = Delete
walk-offer-accept = I will
walk-offer-decline = Not this time
walk-offer-confirm = Yes, that is what I said
walk-offer-refuse = Do not keep it
walk-offer-try = Record it as an encounter
walk-offer-use-tick = Rings a bell
walk-offer-use-decline = Not this time

# New uses
walk-uses = Perhaps somewhere like this?
walk-uses-how = These were found from what it does, in your words. If none rings a bell, just leave them.
walk-uses-ticked = Kept as worth a thought: { $names }

# More
walk-more-title = What else you can do
walk-more-correct = Change an earlier answer
walk-more-show = Read the answers so far
walk-more-length = Make it shorter or longer
walk-more-hand = Ask a colleague to answer the rest
walk-more-finish = Stop here and make the value card
walk-more-again = Start again from the beginning
walk-more-erase = Delete this walk
walk-finish-confirm = What was not asked stands on the card as not asked yet; the card can be added to at any time. Go ahead?
walk-erase-confirm = All answers and the value card are deleted for good. Go ahead?
walk-erased = Deleted. No answer is left.
walk-correct-title = Change an answer
walk-field-which = Which one?
walk-submit-pick = Next
walk-submit-correct = Change
walk-sheet-corrected = Thank you, it is changed. The words before stay on record.
walk-date-title = Choose a day
walk-field-day = Day
walk-submit-answer = Answer
walk-sheet-taken = Thank you. The next question waits in the message.
walk-length-title = Length
walk-submit-length = Change
walk-sheet-length = Changed. It goes on in the message.
walk-hand-title = Ask a colleague
walk-field-colleague = Whom to ask
walk-submit-hand = Ask
walk-choose-colleague = Please choose whom to ask.
walk-hand-about = Once they say yes, the questions go on in their own conversation. The answers come together in one walk.
walk-hand-nobody = Nobody else of your company uses Minori at the moment.
walk-hand-asked = { $name } has been asked.
walk-sheet-handed = { $name } will be asked. Until they answer you can simply go on.
walk-withdrawn = Taken back.
walk-asked = { $name } asks whether you could answer the rest of a value walk. Would you help?
walk-asked-how = If you say yes, the questions come here one at a time. What you do not know, you can leave.
walk-accepted = Thank you for taking it on. Let us go on here.
walk-declined = All right. { $name } will be told. Thank you for considering it.
walk-told-accepted = { $name } goes on with the value walk.
walk-told-declined = { $name } cannot this time. The value walk waits for you as before.
walk-told-withdrawn = There is nothing to do any more for the value walk you were asked about. Thank you for considering it.
walk-told-confirmed = { $name } confirmed what you wrote down; it is a value card of their own now. Thank you.
walk-told-not-kept = { $name } chose not to keep it. Everything that was written down is deleted. Thank you for your time.

# Rest
walk-pause-title = Rest
walk-pause-about = All your answers are kept. When shall I ask again?
walk-field-pause = Go on
walk-pause-tomorrow = Tomorrow ({ $day })
walk-pause-week = In a week ({ $day })
walk-pause-two_weeks = In two weeks ({ $day })
walk-pause-month = In a month ({ $day })
walk-pause-other = Another day
walk-field-pause-day = Another day
walk-submit-pause = Rest
walk-choose-day = Please choose a day.
walk-sheet-paused = It rests. You can go on whenever you like.
walk-paused = Thank you for today. It rests until { $day }. All your answers are kept.
walk-paused-open = It rests. All your answers are kept.
walk-paused-how = Write “continue”, or press the button, to go on where you were at any time.
walk-dropped = This walk was put aside. Its answers are kept.

# The end
walk-all-asked = Thank you. That is everything I wanted to ask. In short:
walk-all-asked-typed = Thank you. That is everything. Please look at it together with whoever told it.
walk-open = Not known yet ({ $count }); kept on the card as what there is to find out:
walk-open-begun = { $count ->
    [one] There is one open question.
   *[other] Here are the { $count } open questions, one at a time.
 } Each answer goes into the value card at once.
walk-open-over = Thank you. What you said is in the value card now.
walk-open-in-conversation = Please write “value cards” to Minori, and press “Answer open questions” there.
walk-open-one = • { $words }
walk-done = Thank you for telling all this. Here is the value card made of it.
walk-took = Answering took about { $minutes } minutes in all.
walk-took-days = We talked from { $first } to { $last }; thank you for coming back.
walk-is-done = This walk has become a value card.
walk-try = The smallest try
walk-waits-for-owner = { $name } is asked whether this is what they said. Until they answer it is no value card.
walk-confirm-asked = Thank you for the talk. { $name }, your coordinator, wrote it down like this. Would you have a look?
walk-confirm-means = Once you press “Yes, that is what I said” it is your company's value card; until then it is nobody's. You can change it first, or not keep it at all.
walk-refuse-confirm = Everything that was written down is deleted for good, and your coordinator is told so. Go ahead?
walk-confirmed = Thank you for having a look. From here on it is your company's own.
walk-not-kept = All right. Everything that was written down is deleted.

# The answers in a list
walk-label-owner = Told by
walk-by = { $names }
walk-record-none = Not asked yet.
walk-record-nothing = Nothing has been answered yet.
walk-record-unknown = Kept as not known yet.
walk-record-later = Kept for later.

# The page
walk-home = Value walks ({ $count } going on)
walk-home-none = One page that says in a customer's words what your technology is good for. It begins with 10 minutes.
walk-home-start = You can begin another one as well.
walk-sheet-asked-to-confirm = Thank you. They are asked to confirm it.
walk-sheet-finished = Thank you. The value card stands in the message.

# Use of a language model
walk-model-title = Use of a language model
walk-model-about = A value walk needs no language model. Only if you allow it, a draft in a customer's words may be offered after an answer. It is kept only if you choose it.
walk-field-model = May a language model be used for your company's words?
walk-model-no = Do not use it
walk-model-yes = It may be used
walk-submit-model = Decide
walk-offer-model = Choose
walk-model-now = As it is now
walk-model-is-unchosen = Not used (nobody has chosen yet)
walk-model-is-yes = May be used ({ $name } chose so on { $day })
walk-model-is-no = Not used ({ $name } chose so on { $day })
walk-model-chosen = Thank you, it is recorded. You can choose anew at any time.
walk-model-not-yours = Only the people of that company can choose this.
walk-model-not-allowed = Your company does not use a language model. Your words are kept as they are.
walk-model-used = A language model was asked for a draft { $count } time(s): { $days }
walk-offer-draft = See a draft (language model)
walk-offer-draft-keep = Keep the draft, too
walk-offer-draft-drop = Do not use it
walk-draft-about = This draft was made by a language model. Your own words stay as they are.
walk-draft-own = What you said
walk-draft-by-model = Draft (language model)
walk-draft-then = Please check that nothing in it is wrong. If you keep it, it stands below your words, marked as a draft.
walk-draft-none = There is no draft that could be shown. Your own words say it well enough.
walk-draft-kept = It is kept below your words, marked as a draft.
walk-draft-dropped = All right, the draft is not kept.
walk-draft-beside = A language model's draft, kept by choice
