# Firms and encounters change hands. Nothing moves before the receiver accepts.

changeover-unit = { $what ->
    [firms] { $count ->
        [one] firm
       *[other] firms
    }
   *[encounters] { $count ->
        [one] encounter
       *[other] encounters
    }
}

# The page and the list
changeover-home = Handing over
changeover-home-count = Waiting for your reply: { $waits }; under way: { $open }
changeover-offer-list = Show hand-overs
changeover-list-title = Handing over
changeover-list-none = Nothing has been handed over yet.
changeover-headline = From { $giver } to { $receiver } ({ $count } { changeover-unit })

# Asking
changeover-offer = Hand over
changeover-offer-firm = Hand this firm over
changeover-offer-own = Hand my encounters over
changeover-offer-year = Hand over for next year
changeover-offer-gone = Ask one person
changeover-form-title = Hand over
changeover-intro = { $what ->
    [firms] Ask another coordinator to look after your firms. Nothing moves before they accept.
   *[encounters] Ask a colleague of your firm to look after your encounters. Nothing moves before they accept.
}
changeover-fixed = You ask for { $count } { changeover-unit }:
changeover-name = · { $name }
changeover-more = and { $count } more { changeover-unit }
changeover-field-scope = How much
changeover-scope-all = All of it ({ $count } { changeover-unit })
changeover-scope-listed = The firms in the list as it is now ({ $count })
changeover-scope-chosen = What is chosen below
changeover-field-items = { $what ->
    [firms] Firms
   *[encounters] Encounters
}
changeover-hint-items = For “What is chosen below”. Type a part of a name to find it.{ $beyond ->
    [0] { "" }
   *[other] { " " }At most { $count } are listed.
}
changeover-field-to = Who is asked
changeover-field-reason = Why
changeover-reason-year_end = End of the fiscal year
changeover-reason-leave = While on leave
changeover-reason-other = Something else
changeover-field-from = From
changeover-field-until = Until (while on leave)
changeover-hint-until = After this day it comes back by itself.
changeover-field-note = A word with it
changeover-hint-note = It is read before anybody accepts: please write nothing of what firms told you.
changeover-submit = Look at it first
changeover-fault-from = Please choose a first day between today and about a year from now.
changeover-fault-until = While on leave a last day is needed, not before the first one.
changeover-fault-cover = For somebody who is still here you can ask for a leave only, with its last day.
changeover-fault-unreadable = Please check the reason and the days.
changeover-fault-receiver = This person cannot be asked now. Please choose somebody else.
changeover-fault-items = Nothing can be handed over now: it waits for somebody else's reply already, or has another coordinator.
changeover-fault-none = Please choose at least one.
changeover-not-yours = Only who asked and who was asked can see this.
changeover-not-here = Hand-overs are handled in your direct conversation with Minori and on your page only.
changeover-nothing = There is nothing to hand over now.
changeover-nobody = There is nobody who could be asked now.

# Looking first
changeover-preview-title = What would be handed over
changeover-preview = { $name } would be asked for { $count } { changeover-unit }. Nobody has been told yet. Press “Ask” if that is right.
changeover-moves = What moves
changeover-total = Encounters that go on: { $encounters }; value cards: { $cards }; questions that wait: { $questions }
changeover-introductions = Introductions under way: { $count }
changeover-unnumbered = Everything that their coordinator sees, as far as each firm shares it. Admins are shown no numbers.
changeover-stays = What does not move
changeover-stays-taken = Waiting for somebody else's reply already ({ $count }): { $names }
changeover-stays-visits = Records of visits that stay yours, since the firm does not share its words: { $count }
changeover-stays-introductions = Introductions that end, unnoticed by both sides, since the other firm does not move: { $count }
changeover-stays-silent = Firms that share nothing, of which only the coordinator changes: { $count }
changeover-offer-ask = Ask
changeover-offer-files = Make the hand-over pack
changeover-offer-change = Change it
changeover-changed = Something has changed meanwhile. Please look at it once more.
changeover-files-sent = The hand-over pack is being made and comes in your conversation with Minori as soon as it is ready.
changeover-files-here = The hand-over pack is attached. It has what each firm shares.
changeover-no-files = There is nothing to make a pack of now.

# How far it is
changeover-title = Handing over
changeover-page = { $count } { changeover-unit } in all (page { $page } of { $pages }).
changeover-giver-prepared = Nobody has been told yet.
changeover-giver-asked = { $receiver } was asked for { $count } { changeover-unit }. We wait for the reply.
changeover-giver-accepted = { $receiver } has accepted { $count } { changeover-unit }. They move on { $day }.
changeover-giver-moving = { $receiver } has accepted. It is moving now ({ $count } { changeover-unit }).
changeover-giver-moved = { $receiver } looks after { $count } { changeover-unit } now.
changeover-giver-returning = It is going back to { $giver } now.
changeover-giver-returned = { $count } { changeover-unit } came back from { $receiver } to { $giver }.
changeover-giver-declined = { $receiver } would rather not this time. Nothing has changed.
changeover-giver-withdrawn = The request was withdrawn. Nothing has changed.
changeover-giver-lapsed = { $receiver } has not replied, and the request came back. Nothing has changed; you can ask somebody else.
changeover-receiver-prepared = You have not been asked yet.
changeover-receiver-asked = Hello. { $giver } asks whether you would look after { $count } { changeover-unit }. Nothing moves before you accept.
changeover-receiver-accepted = Thank you for accepting. { $count } { changeover-unit } will be yours from { $day }.
changeover-receiver-moving = Thank you for accepting. It is moving now ({ $count } { changeover-unit }).
changeover-receiver-moved = Thank you for accepting. { $count } { changeover-unit } came to you from { $giver }.
changeover-receiver-returning = It is going back to { $giver } now.
changeover-receiver-returned = { $count } { changeover-unit } went back to { $giver }. Thank you.
changeover-receiver-declined = { $giver } was told that you would rather not this time.
changeover-receiver-withdrawn = { $giver } has withdrawn the request. We are sorry for the trouble.
changeover-receiver-lapsed = The request went back to { $giver }: the time to reply has passed, or somebody else looks after it by now. Thank you for your trouble.
changeover-again = { $giver } is waiting for your reply. Please reply when you have a moment.
changeover-label-reason = Why
changeover-label-from = From
changeover-label-until = Until
changeover-day = { $day }
changeover-note = { $name } writes:
changeover-word = { $name } writes:

# Replying
changeover-offer-look = Show all
changeover-offer-accept = Accept all
changeover-accept-confirm = You accept { $count } { changeover-unit }.
changeover-offer-some = Accept some
changeover-some-intro = Of { $count } { changeover-unit }, please choose those that you accept. The others stay with who asked.
changeover-some-menu = At most { $count } can be chosen at once.
changeover-field-take = What you accept
changeover-offer-take = Accept these
changeover-offer-decline = Not this time
changeover-decline-intro = { $giver } will be told. Nothing changes.
changeover-field-word = A word with it
changeover-offer-decline-send = Say so
changeover-offer-withdraw = Withdraw the request
changeover-withdraw-confirm = The request is withdrawn, and { $receiver } is told.
changeover-offer-again = Ask somebody else
changeover-offer-back = Give back
changeover-back-confirm = { $giver } looks after it again, and the firms are told.
changeover-back-late = It can be given back within 7 days. Later, please ask for a hand-over of its own.
changeover-back-gone = It cannot go back to who had it. Please hand it over to somebody else.
