# What is handed out: the page of a value card (PDF, picture), a slide, Markdown, the value columns of a management design sheet
sheet-language = en

# Headings
sheet-card = Value card
sheet-kind-technology = Technology
sheet-kind-know_how = Know-how of the shop floor
sheet-kind-service = A way of serving customers
sheet-title-hidden = Value card (only what may be shown)
sheet-untitled = (not named yet)
sheet-dated = { $day }
sheet-dated-version = { $day }, version { $version }
sheet-past = Until now
sheet-future = From now on
sheet-evidence = Grade of evidence
sheet-grade = Grade of evidence
sheet-readiness = Technology and customer readiness
sheet-ladder = What it does, and what that is for
sheet-purpose = What is that for?
sheet-uses = Where else it may help
sheet-no-uses = None has been chosen yet
sheet-try = The smallest try
sheet-try-what = What is tried
sheet-open = Not known yet
sheet-open-else = What else is not known yet
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
sheet-design-aim = What it is for in the end
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
sheet-alt = Value card of { $firm }{ $has_name ->
        [yes] {" "}“{ $name }”
       *[absent] { "" }
    }, one A4 page. { $has_who ->
        [yes] For whom: { $who }.
        [no] For whom: not known yet.
       *[absent] { "" }
    }{ $has_change ->
        [yes] {" "}What changes: { $change }.
        [no] {" "}What changes: not known yet.
       *[absent] { "" }
    }{ $figure ->
        [yes] {" "}A figure sets “{ $before }” until now beside “{ $after }” from now on.
       *[absent] { "" }
    }{ $evidence ->
        [said] {" "}Evidence: grade 1 of 4, said.
        [measured] {" "}Evidence: grade 2 of 4, measured.
        [tested] {" "}Evidence: grade 3 of 4, tested by a customer.
        [paid] {" "}Evidence: grade 4 of 4, paid for.
        [none] {" "}Evidence: not known yet.
       *[absent] { "" }
    }{ $readiness ->
        [both] {" "}Readiness: technology { $trl } of 9, customers { $crl } of 9.
        [technology] {" "}Readiness: technology { $trl } of 9, customers not known yet.
        [customer] {" "}Readiness: technology not known yet, customers { $crl } of 9.
        [neither] {" "}Readiness of the technology and of customers: not known yet.
       *[absent] { "" }
    }{ $ladder ->
        [yes] {" "}A ladder from what it does to what that is for: { $rungs }.
       *[absent] { "" }
    }{ $has_try ->
        [yes] {" "}The smallest try: { $try }.
        [no] {" "}The smallest try: not known yet.
       *[absent] { "" }
    }

# Said beside the files
sheet-files-each = The picture is for whoever reads on a screen, the PDF for whoever prints it and hands it over, the slide for whoever works it into material of their own, Markdown for whoever copies the text, and Excel for whoever writes the management design sheet.
sheet-files-seen = { $audience ->
    [region] They have only what { $firm } shares with the region. They are for firms and coordinators of the region. Before you pass them on to anybody else, please ask { $firm }.
   *[coordinator] They have only what { $firm } shows its coordinator. They are for the coordinator of the firm. Please do not pass them on to anybody else.
}
