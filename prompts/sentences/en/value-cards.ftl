# The value card. The owner's words are quoted as they are; what is not known is said to be so.

# Fields
value-card-label-subject = What it is
value-card-label-listener = To whom it is told
value-card-label-who = Whose trouble it lessens
value-card-label-situation = The latest case
value-card-label-function = What it does
value-card-label-ladder = What that is for
value-card-label-change = What changes, and by how much
value-card-label-notices = Who notices first
value-card-label-pays = Who pays
value-card-label-today = How it is done today
value-card-label-cost = What that costs
value-card-label-evidence = How you know
value-card-label-evidence_kind = Kind of evidence
value-card-label-holder = Who has the evidence
value-card-label-elsewhere = Where else it could help
value-card-label-reframed = Said without words of the trade
value-card-label-challenge = Social challenge
value-card-label-try = The smallest try
value-card-label-try_with = With whom
value-card-label-try_by = By when
value-card-label-try_cap = Cost at most
value-card-label-may_tell = What may be told to whom
value-card-label-trl = Technology readiness (TRL)
value-card-label-crl = Customer readiness (1 to 9)
value-card-label-market = Market
value-card-label-rivals = Alternatives, and how this differs
value-card-label-objections = Objections inside the firm, and the answers
value-card-label-existing = Effect on existing customers
value-card-label-obstacles = What has to be settled before implementation
value-card-label-dependence = Dependence on one customer

value-card-title = Value card: { $name }
value-card-title-unnamed = Value card (its name is not shared)
value-card-unknown = Not known yet (open question)
value-card-later = To be asked later (open question)
value-card-unasked = Not asked yet
value-card-not-yet = Not in a customer’s words yet: “{ $words }”
value-card-not-yet-outside = Outside the firm this is shown as not known yet. If the words are right, please press “Right as it is”.
value-card-day = { $weekday ->
        [1] Mon
        [2] Tue
        [3] Wed
        [4] Thu
        [5] Fri
        [6] Sat
       *[7] Sun
    } { $day } { $month ->
        [1] Jan
        [2] Feb
        [3] Mar
        [4] Apr
        [5] May
        [6] Jun
        [7] Jul
        [8] Aug
        [9] Sep
        [10] Oct
        [11] Nov
       *[12] Dec
    } { $year }

# Groups of fields
value-card-group-value = Value (what helps whom, and how)
value-card-group-customer = Customer (a case, how it is done today, what that costs)
value-card-group-evidence = Evidence
value-card-group-ideas = Other uses and social challenges
value-card-group-plans = Plans, and what concerns your firm alone
value-card-reach-firm = Our firm only
value-card-reach-coordinator = Our coordinator as well
value-card-reach-region = Firms and coordinators of the region as well

# How strong the evidence is
value-card-kind-said = somebody says so
value-card-kind-measured = measured
value-card-kind-tested = tested by a customer
value-card-kind-paid = paid for
value-card-grade-none = Evidence: none yet (of four grades)
value-card-grade-said = Evidence: grade { $grade } of 4 (somebody says so)
value-card-grade-measured = Evidence: grade { $grade } of 4 (measured)
value-card-grade-tested = Evidence: grade { $grade } of 4 (tested by a customer)
value-card-grade-paid = Evidence: grade { $grade } of 4 (paid for)

# How ready the technology is, and its customers
value-card-gap-neither = Neither how ready the { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } is nor how ready its customers are is known yet.
value-card-gap-no-customer = The { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } is at level { $technology } of 9, and how ready its customers are is not known yet.
value-card-gap-no-technology = The customers are at level { $customer } of 9, and how ready the { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } is is not known yet.
value-card-gap-wide = The { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } is at level { $technology } of 9 and its customers at { $customer }, a gap of { $gap } levels, so what is to be found out next is about customers rather than the { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    }.
value-card-gap-even = The { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } is at level { $technology } of 9 and its customers at { $customer }, { $gap } apart.
value-card-gap-ahead = The customers are at level { $customer } of 9 and the { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    } at { $technology }, a gap of { $gap } levels, so it is the { $kind ->
        [know_how] know-how
        [service] way of serving
       *[other] technology
    }'s turn.
value-card-crl-guessed = the trouble is guessed at
value-card-crl-asked = customers are being asked
value-card-crl-bought = customers are buying

# One line and one minute
value-card-joint = { " " }
value-card-line-who = { $end ->
    [foreign] For { $words }:
   *[other] For “{ $words }”:
}
value-card-line-who-unknown = For whom is not known yet:
value-card-line-change = { $end ->
    [foreign] { $words }
   *[other] “{ $words }”
}
value-card-line-change-unknown = by how much it changes is still to be found out
value-card-line-subject = { $end ->
    [foreign] ({ $words })
   *[other] (“{ $words }”)
}
value-card-minute-who = { $end ->
    [foreign] Who does it help? { $words }.
   *[other] Who does it help? “{ $words }”.
}
value-card-minute-who-unknown = Whom it helps is not known yet.
value-card-minute-situation = { $end ->
    [foreign] Here is one case: { $words }.
   *[other] Here is one case: “{ $words }”.
}
value-card-minute-change = { $end ->
    [foreign] What changes for them? { $words }.
   *[other] What changes for them? “{ $words }”.
}
value-card-minute-change-unknown = By how much it changes is not known yet.
value-card-minute-today = { $end ->
    [foreign] Compare that with how it is done today: { $words }.
   *[other] Compare that with how it is done today: “{ $words }”.
}
value-card-minute-today-unknown = How it is done today is not known yet.
value-card-minute-cost = { $end ->
    [foreign] The cost of that: { $words }.
   *[other] The cost of that: “{ $words }”.
}
value-card-minute-evidence = { $end ->
    [foreign] How do we know? { $words }.
   *[other] How do we know? “{ $words }”.
}
value-card-minute-evidence-unknown = How we know has not been established yet.
value-card-minute-kind-said = So far, this is what somebody says.
value-card-minute-kind-measured = This was measured.
value-card-minute-kind-tested = This was tested by a customer.
value-card-minute-kind-paid = Somebody has paid for it.
value-card-minute-holder = { $end ->
    [foreign] The evidence is with { $words }.
   *[other] The evidence is with “{ $words }”.
}
value-card-minute-subject = { $end ->
    [foreign] What makes it possible? { $words }.
   *[other] What makes it possible? “{ $words }”.
}
value-card-minute-function = { $end ->
    [foreign] What it does: { $words }.
   *[other] What it does: “{ $words }”.
}
value-card-minute-rivals = { $end ->
    [foreign] What sets it apart from other ways? { $words }.
   *[other] What sets it apart from other ways? “{ $words }”.
}
value-card-minute-purpose = { $end ->
    [foreign] And what is it all for? { $words }.
   *[other] And what is it all for? “{ $words }”.
}

# A4, memo, plan
value-card-a4-benefit = Whom it helps, and how
value-card-a4-today = How it is done today, and what that costs
value-card-a4-evidence = How you know
value-card-a4-feature = What it is and what it does
value-card-a4-elsewhere = Where else it could be used
value-card-a4-try = The smallest try
value-card-memo-about = This is for people of your own firm only. Please do not pass it on to anybody outside.
value-card-memo-why = What it is for
value-card-memo-objections = Objections to expect, and the answers
value-card-memo-existing = Effect on existing customers
value-card-memo-next = What comes next, and what has to be settled
value-card-plan-market = Which market
value-card-plan-value = Which value
value-card-plan-payer = Who pays
value-card-plan-need = Need
value-card-plan-approach = Approach
value-card-plan-benefit = Benefit
value-card-plan-competition = Competition
value-card-plan-nothing = Doing nothing is one of the customer's alternatives, too.
value-card-plan-obstacles = What has to be settled before implementation
value-card-plan-dependence = Dependence on one customer
value-card-page-open = Of what belongs on this page, this much is not known yet: { $count }. It can be added under “Correct”.
value-card-open-count = { $count } things are not known yet.

# What cannot be done
value-card-refused-not-found = This value card was not found.
value-card-refused-not-yours = Thank you for taking care of it. Value cards are corrected and shared by people of their firm.
value-card-refused-changed = Somebody else was quicker. Please look at the card as it is now, and try again.
value-card-refused-no-version = That version was not found.
value-card-refused-undo = Only your own newest change of the last ten minutes can be undone. Under “History” you can go back to any earlier version.
value-card-refused-unconfirmed = Nobody of the firm has confirmed this card yet. After that it can be corrected and shared.
value-card-refused-caution = Before anything is shared with the region, the caution has to be read. Please choose again under “Sharing”.
value-card-refused-no-use = That use was not found.
value-card-refused-too-long = One field takes up to { $longest } characters (this has { $count }).
value-card-refused-level = Please write both levels of readiness as a number from 1 to 9.
value-card-refused-kind = Please choose one of the kinds of evidence shown.

# How a card is shown
value-card-audience-firm = Confidential: only people of your firm see this.
value-card-audience-part = Confidential: beyond what is listed below, only people of your firm see this.
value-card-audience-shown = Confidential: this is what the firm chose to show you. Please ask the firm before you tell anybody else.
value-card-label-firm = Firm
value-card-draft = A language model's draft, kept by choice (your firm alone sees it; no text, file or search uses it)
value-card-unconfirmed = A coordinator wrote this down. It waits for somebody of the firm to confirm it.
value-card-uses = Uses you ticked ({ $count })
value-card-done-corrected = Thank you. It has been corrected.
value-card-done-accepted = Thank you. The words stay as they are. Wherever this is shared, they are shown now.
value-card-done-answered = Thank you. Your answer has been kept.
value-card-done-restored = The words of the earlier version are back. Who may see the card is as before.
value-card-done-undone = It has been undone.
value-card-done-nothing = Nothing was different.
value-card-not-here = Value cards are shown in your direct conversation with Minori, and where only people of your own firm read along.
value-card-none-yet = There is no value card yet. You will see it here once a value walk is finished.

# Buttons
value-offer-edit = Correct
value-offer-accept = Right as it is
value-offer-open = Answer open questions
value-offer-share = Sharing
value-offer-unshare = Stop sharing
value-offer-texts = Texts
value-offer-text-line = One line
value-offer-text-minute = One minute
value-offer-text-a4 = One A4 page
value-offer-text-memo = Internal memo
value-offer-text-plan = One-page plan
value-offer-files = Files
value-offer-files-inside = Files (inside)
value-offer-files-outside = Files (to hand out)
value-offer-history = History
value-offer-compare = Compare two versions
value-offer-compare-now = Compare with now
value-offer-restore = Go back to this
value-offer-delete = Delete
value-offer-undo = Undo
value-offer-show = Details
value-offer-post = Show
value-offer-find = Find value cards

# Correcting and answering
value-card-edit-title = Correct the card
value-card-open-title = Open questions
value-card-open-about = Answer only what you know now. What is left empty stays open.
value-card-open-more = { $count } more come after these.
value-card-open-none = No question is open. Thank you.
value-card-save = Save
value-card-level = { $level }
value-card-level-guessed = { $level } (the trouble is guessed at)
value-card-level-asked = { $level } (customers are being asked)
value-card-level-bought = { $level } (customers are buying)

# Sharing
value-card-share-title = Who may see what
value-card-share-about = Please choose for each group. You can change or withdraw it at any time; who chose what is recorded.
value-card-share-submit = Decide
value-card-shared-done = Thank you. Who may see what has been recorded.
value-card-unshared = Nothing is shared any more. From now on only people of your firm see this card.
value-card-unshare-confirm = From now on only people of your firm will see any of it. Files that were handed out, and what was posted in conversations, stay where they are. Is that all right?
value-card-caution-title = Before it is shared
value-card-caution-first = Nothing has been shared yet. Other firms and coordinators of the region would see the following. Please check:
value-card-caution-nda = Are there names, parts, drawings or figures of customers with whom you have a non-disclosure agreement? If so, please take them out under “Correct” first.
value-card-caution-patent = If you think of applying for a patent or a design right: disclosure before filing can cost you the right. We recommend asking the INPIT intellectual property support desk (INPIT 知財総合支援窓口) first.
value-card-caution-name = The name of your firm is shown with it.
value-card-caution-revoke = You can stop sharing at any time; whoever has read it by then will still know it.
value-card-caution-agree = I have checked; share it
value-card-caution-again = Choose again

# Texts and files
value-card-text-nothing = There are no words to show yet.
value-card-text-copy = You can copy this as it is.
value-card-files = Here are the files of the value card ({ $count }).
value-card-files-inside = These are for inside the firm: what you do not share is in them, too. Files to hand out are made of what you share with the region under “Sharing”.
value-card-files-outside = These are for handing out: nothing is in them but what you share with the region.
value-card-files-outside-none = Files to hand out are made of what you share with the region, and the group “value” is not shared with it at the moment. Please choose under “Sharing”.
value-card-files-care = Before you pass them on, please check that no customer's name and nothing unpublished is in them.
value-card-files-none = Files cannot be made at the moment. Please use “Texts” instead.

# History
value-card-history-title = History
value-card-history-shared = Sharing on record
value-card-history-more = and { $count } more
value-card-version = Version { $number }, { $when }, { $name }
value-card-version-made = made from a value walk
value-card-version-walked = the value walk went on
value-card-version-accepted = found the words right as they are
value-card-version-corrected = corrected
value-card-version-answered = open questions answered
value-card-version-restored = back to version { $number }
value-card-version-undone = undone
value-card-version-confirmed = confirmed by the firm
value-card-version-shared = sharing changed
value-card-shared-by = { $when }, { $name }
value-card-compare-title = Compare two versions
value-card-compare-one = Before
value-card-compare-other = After
value-card-compare-submit = Compare
value-card-compare-same = The words are the same.
value-card-restore-confirm = The words of version { $number } come back; those of now stay in the history. Is that all right?

# Deleting
value-card-delete-confirm = This deletes the card with all its versions, what was recorded of sharing it, and the cards and files that Minori posted. There is no way back. The value walk stays, and so do messages that people wrote themselves: Minori cannot delete them. Is that all right?
value-card-deleted = The value card has been deleted. It is found nowhere any more, nor offered to other firms. What Minori posted of it in the chat is being taken back; whoever deleted is told when that is done. That it was deleted is on record, without its words.

# Finding
value-find-title = Find value cards
value-find-about = Look for what something does (such as washing off oil) or for a customer's trouble (such as set-up takes too long). You can also write “find cards set-up takes too long”.
value-find-field = What you look for
value-find-hint = Only cards that you may see are looked through.
value-find-submit = Find
value-find-asked = Value cards near “{ $words }”
value-find-count = { $count } found.
value-find-none = No card is near.
value-find-nothing-said = Could you write in a few words what you look for?
value-find-elsewhere = To look for value cards, please write “find cards …” in your direct conversation with Minori.
value-find-not-for-you = Value cards can be looked for by people of the firms that take part, and by coordinators.
value-find-own = Your own firm
value-find-near-function = What it does is near: “{ $words }”
value-find-near-reframed = The value in other words is near: “{ $words }”
value-find-near-who = Whom it helps is near: “{ $words }”
value-find-near-situation = The latest case is near: “{ $words }”
value-find-near-today = How it is done today is near: “{ $words }”
value-find-near-cost = What that costs is near: “{ $words }”
value-find-near-change = What changes is near: “{ $words }”
value-find-near-ladder = What it is for is near: “{ $words }”
value-find-near-subject = Its name is near: “{ $words }”
value-find-empty = No card is near, because there are none yet that you may see. When a firm has finished its walk and shares its card with its coordinator or with the region, it can be found here.
value-find-taken-as = It was looked for as a trouble with { $troubles }, too; none of the cards that you may see tells of it.
value-find-try = You could try: who has the trouble, and when, in a few words (mornings are lost on preparing vegetables); what is done to what (washing off oil); everyday words rather than product names.
value-find-same-trouble = The same trouble: { $troubles }
value-find-near-challenge = The social challenge is near: “{ $words }”
value-find-near-elsewhere = Another use is near: “{ $words }”

# Page
value-home = Value cards ({ $count })
value-home-shared = Value cards of your firms ({ $count })
value-home-page = Page { $page } of { $pages }
value-home-find = By what it does, or by a trouble
value-home-goes-out = partly shared
value-home-stays = your firm only

# Before a meeting
value-card-in-short = From your firm's value cards. Please choose what suits the person you are going to meet.
