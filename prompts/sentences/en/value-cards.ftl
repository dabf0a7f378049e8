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
value-card-gap-neither = Neither how ready the technology is nor how ready its customers are is known yet.
value-card-gap-no-customer = The technology is at level { $technology } of 9, and how ready its customers are is not known yet.
value-card-gap-no-technology = The customers are at level { $customer } of 9, and how ready the technology is is not known yet.
value-card-gap-wide = The technology is at level { $technology } of 9 and its customers at { $customer }, a gap of { $gap } levels, so what is to be found out next is about customers rather than technology.
value-card-gap-even = The technology is at level { $technology } of 9 and its customers at { $customer }, { $gap } apart.
value-card-gap-ahead = The customers are at level { $customer } of 9 and the technology at { $technology }, a gap of { $gap } levels, so it is the technology's turn.
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
    [foreign] Who it helps: { $words }.
   *[other] Who it helps, in the owner's words: “{ $words }”.
}
value-card-minute-who-unknown = Whom it helps is not known yet.
value-card-minute-situation = { $end ->
    [foreign] For example: { $words }.
   *[other] For example: “{ $words }”.
}
value-card-minute-change = { $end ->
    [foreign] What changes: { $words }.
   *[other] What changes: “{ $words }”.
}
value-card-minute-change-unknown = By how much it changes is not known yet.
value-card-minute-today = { $end ->
    [foreign] That compares with how it is done today: { $words }.
   *[other] That compares with how it is done today: “{ $words }”.
}
value-card-minute-today-unknown = How it is done today is not known yet.
value-card-minute-cost = { $end ->
    [foreign] What that costs: { $words }.
   *[other] What that costs: “{ $words }”.
}
value-card-minute-evidence = { $end ->
    [foreign] How we know: { $words }.
   *[other] How we know: “{ $words }”.
}
value-card-minute-evidence-unknown = How we know has not been established yet.
value-card-minute-kind-said = So far, this is what somebody says.
value-card-minute-kind-measured = This was measured.
value-card-minute-kind-tested = This was tested by a customer.
value-card-minute-kind-paid = Somebody has paid for it.
value-card-minute-holder = { $end ->
    [foreign] The evidence is with: { $words }.
   *[other] The evidence is with: “{ $words }”.
}
value-card-minute-subject = { $end ->
    [foreign] What makes it possible: { $words }.
   *[other] What makes it possible: “{ $words }”.
}
value-card-minute-function = { $end ->
    [foreign] What it does: { $words }.
   *[other] What it does: “{ $words }”.
}
value-card-minute-rivals = { $end ->
    [foreign] How it differs from other ways: { $words }.
   *[other] How it differs from other ways: “{ $words }”.
}
value-card-minute-purpose = { $end ->
    [foreign] What it is for in the end: { $words }.
   *[other] What it is for in the end: “{ $words }”.
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
value-card-open-count = { $count } things are not known yet.

# What cannot be done
value-card-refused-not-found = This value card was not found.
value-card-refused-not-yours = Thank you for taking care of it. Value cards are corrected and shared by people of their firm.
value-card-refused-changed = Somebody else was quicker. Please look at the card as it is now, and try again.
value-card-refused-no-version = That version was not found.
value-card-refused-undo = Only your own newest change of the last ten minutes can be undone. Under “History” you can go back to any earlier version.
value-card-refused-unconfirmed = Nobody of the firm has confirmed this card yet. Sharing can be chosen after that.
value-card-refused-caution = Before anything is shared with the region, the caution has to be read. Please choose again under “Sharing”.
value-card-refused-no-use = That use was not found.
value-card-refused-too-long = One field takes up to { $longest } characters (this has { $count }).
value-card-refused-level = Please write both levels of readiness as a number from 1 to 9.
value-card-refused-kind = Please choose one of the kinds of evidence shown.
