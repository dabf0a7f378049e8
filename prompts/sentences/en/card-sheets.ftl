# What is handed out: the page of a value card (PDF, picture), a slide, Markdown, the value columns of a management design sheet
sheet-language = en

# Headings
sheet-card = Value card
sheet-kind-technology = Technology
sheet-kind-know_how = Know-how of the shop floor
sheet-kind-service = A way of serving customers
sheet-untitled = (not named yet)
sheet-dated = { $day }
sheet-dated-version = { $day }, version { $version }
sheet-past = Until now
sheet-future = From now on
sheet-evidence = Grade of evidence
sheet-grade = Grade of evidence
sheet-readiness = Readiness of the technology and of the customer
sheet-ladder = What it does, and what that is for
sheet-purpose = What is that for?
sheet-uses = Where else it may help
sheet-no-uses = None has been chosen yet
sheet-try = The smallest try
sheet-try-what = What is tried
sheet-open = Not known yet
sheet-unknown = Not known yet
sheet-cut = … (more on the card)
sheet-made-with = In the owner’s own words, made with Minori (実り)

# What changes
sheet-share = { $percent } % of before
sheet-share-all = 100 %
sheet-headline-less = { $percent } % less
sheet-headline-more = { $percent } % more
sheet-headline-times = { $times } times
sheet-headline-none = None left

# Grades of evidence
sheet-grade-said = Said
sheet-grade-measured = Measured
sheet-grade-tested = Customer trial
sheet-grade-paid = Paid for

# Where another use was found
sheet-use-field = From the list of fields
sheet-use-challenge = From the list of social challenges
sheet-use-card = From another firm’s card
sheet-use-plan = From the plan of the region
sheet-use-own = In the owner’s words

# Who may read it
sheet-sharing-firm = Confidential: inside the firm only
sheet-sharing-coordinator = Confidential: the firm and its coordinator only
sheet-sharing-region = Shared with the region

# The management design sheet
sheet-design-title = Management design sheet (the value columns)
sheet-design-tab = Value columns
sheet-design-note = The value columns repeat the owner’s own words from the value card. The other columns are for the firm to talk over and to write. It is easier to begin with “From now on”.
sheet-design-resources = Resources
sheet-design-model = Business model
sheet-design-value = Value
sheet-design-empty = (not written yet)
sheet-design-transition = The way from one to the other
sheet-design-source = Source: value card “{ $title }” of { $firm } ({ $dated }). The form follows the Management Design Sheet of the Cabinet Office of Japan (2018).

# Files
sheet-name-page = value_card_{ $name }{ $audience ->
        [region] _to hand out
       *[other] { "" }
    }
sheet-name-slide = value_card_slide_{ $name }{ $audience ->
        [region] _to hand out
       *[other] { "" }
    }
sheet-name-text = value_card_{ $name }{ $audience ->
        [region] _to hand out
       *[other] { "" }
    }
sheet-name-design = management_design_sheet_value_{ $name }{ $audience ->
        [region] _to hand out
       *[other] { "" }
    }
sheet-title-page = Value card “{ $name }” on one page
sheet-title-page-replaced = Value card “{ $name }” on one page (characters that the typeface lacks became 〓: { $characters })
sheet-title-slide = Value card “{ $name }” as a slide that can be edited
sheet-title-text = Value card “{ $name }” as text (Markdown)
sheet-title-design = The value columns of a management design sheet ({ $name })
sheet-alt = Value card “{ $name }” of { $firm }. For whom: { $has_who ->
        [yes] { $who }
       *[no] not known yet
    }. What changes: { $has_change ->
        [yes] { $change }
       *[no] not known yet
    }. Evidence: { $evidence ->
        [said] grade 1 of 4, said
        [measured] grade 2 of 4, measured
        [tested] grade 3 of 4, tested by a customer
        [paid] grade 4 of 4, paid for
       *[none] not known yet
    }.
