# Words in the pictures that come with a digest, and what they show for whoever cannot see them.

chart-standing-title = Where encounters stand
chart-needs-title = Firms that wait for somebody
chart-file-figures = Numbers behind the digest
chart-of-firms = As of { $day } · { $firms } { $firms ->
    [one] firm
   *[other] firms
}
chart-as-of = As of { $day }

# Stages
chart-stages = By stage: { $count } in all ({ $before } a week ago)
chart-stages-none = No encounter is open yet.
chart-week-ago = A week ago
chart-count = { $count }
chart-count-and-before = { $count } ({ $before })
chart-age-young = Up to { $days } days
chart-age-middling = { $from }–{ $days } days
chart-age-old = { $days } days or more

# The three walls
chart-walls = Stalled: { $count } in all
chart-walls-none = Nothing stands at a wall.
chart-wall_1 = Wall 1
chart-wall_1-means = no next step
chart-wall_2 = Wall 2
chart-wall_2-means = market, user, decider
chart-wall_3 = Wall 3
chart-wall_3-means = measure, day, payer
chart-oldest =
    { $count }
    oldest { $days } { $days ->
        [one] day
       *[other] days
    }

# Firms that wait
chart-at-risk = { $shown ->
    [0] Waiting
   *[other] Waiting: { $shown } of { $count }
}
chart-at-risk-none = No firm waits for anybody now.
chart-days = { $days } { $days ->
    [one] day
   *[other] days
}
chart-in-days = in { $days } { $days ->
    [one] day
   *[other] days
}
chart-why-decision = a trial is to be decided
chart-why-wall_1 = no next step yet
chart-why-wall_2 = market, user or decider not known
chart-why-wall_3 = no measure, day or payer yet
chart-why-overdue = the next step is past its day
chart-why-question = a question waits for an answer
chart-why-silent = nothing on record
chart-why-card_stuck = a value card stands still
chart-why-hand_over = nobody named to follow

# What coordinators carry
chart-loads = What each coordinator carries
chart-loads-none = No coordinator is registered yet.
chart-load-firms = { $firms } { $firms ->
    [one] firm
   *[other] firms
}
chart-load-waiting = { $late ->
    [0] { $waiting } { $waiting ->
        [one] question waits
       *[other] questions wait
    }
   *[other] { $waiting } { $waiting ->
        [one] question waits
       *[other] questions wait
    }, { $late } past { $late ->
        [one] its day
       *[other] their day
    }
}

# For whoever cannot see them
chart-standing-alt = Encounters of { $firms } firms: { $count } open, { $before } a week ago. By stage, with a week ago in brackets: cards exchanged { $cards } ({ $cards_before }), met again { $second_meeting } ({ $second_meeting_before }), issue shared { $shared_issue } ({ $shared_issue_before }), joint study { $joint_study } ({ $joint_study_before }), trial { $trial } ({ $trial_before }), adoption { $adoption } ({ $adoption_before }), continuing business { $continuing } ({ $continuing_before }). Stalled: wall 1 { $wall_1 }, oldest { $wall_1_oldest } days; wall 2 { $wall_2 }, oldest { $wall_2_oldest } days; wall 3 { $wall_3 }, oldest { $wall_3_oldest } days.
chart-needs-alt = { $count ->
    [0] Firms that wait: none. { $coordinators } { $coordinators ->
        [one] coordinator looks
       *[other] coordinators look
    } after { $firms } firms in all, with { $waiting } questions waiting.
   *[other] Firms that wait: { $count }, the first is { $firm } ({ $days } days). { $coordinators } { $coordinators ->
        [one] coordinator looks
       *[other] coordinators look
    } after { $firms } firms in all, with { $waiting } questions waiting.
}
