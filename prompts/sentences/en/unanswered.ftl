# What admins are told of questions that the guides did not answer, and of guides that were marked wrong. Nobody's wording.

# Headings
unanswered-heading = Thank you as always. From { $first } to { $last }: questions without an answer, and guides that were marked wrong
unanswered-empty = Thank you as always. From { $first } to { $last } no question was left without an answer, and no guide was marked wrong.
unanswered-title = Questions that the guides did not answer
unanswered-asked = Questions without an answer ({ $count })
unanswered-wrong = Guides that were marked wrong ({ $count })
unanswered-others = { $count ->
    [one] { $count } question has no heading: its words might say whose it is.
   *[other] { $count } questions have no heading: their words might say whose they are.
}
unanswered-page = From { $first } to { $last } (page { $page } of { $pages }).
unanswered-rest = { $count } more.
unanswered-about = Questions about “{ $heading }”
unanswered-not-yours = Only the admin who received this can look at it.
unanswered-gone = This is here no more: it was answered meanwhile, or is grouped another way.

# Counts
unanswered-count = { $count ->
    [one] { $count } question
   *[other] { $count } questions
} from { $people ->
    [one] { $people } person
   *[other] { $people } people
}
unanswered-count-firms = { $count } questions from { $people } people of { $firms } firms
unanswered-waiting = { $late ->
    [0] { $count } of these are with a coordinator
   *[other] { $count } of these are with a coordinator ({ $late } past the time for an answer)
}
unanswered-people = { $count ->
    [one] from { $count } person
   *[other] from { $count } people
}
unanswered-place = “{ $heading }”: { $count ->
    [one] { $count } person
   *[other] { $count } people
}
unanswered-place-page = “{ $heading }”, page { $page }: { $count ->
    [one] { $count } person
   *[other] { $count } people
}

# What was done
unanswered-done-adding = { $name } sees to a guide ({ $day })
unanswered-done-skipped = Not this time: { $name } ({ $day })
unanswered-done-corrected = Corrected: { $name } ({ $day })
unanswered-taken-back = Taken back.

# Buttons
unanswered-offer-add = Add a guide
unanswered-offer-look = Look closer
unanswered-offer-skip = Not this time
unanswered-offer-undo = Undo
unanswered-offer-answer = Answer
unanswered-offer-assign = Say who answers
unanswered-offer-guide = Open the guide
unanswered-offer-corrected = Corrected
unanswered-offer-all = See all of it
unanswered-offer-now = See last week
unanswered-offer-settings = When it comes

# Closer
unanswered-near = Guides that seem near; perhaps adding to one of them is enough.
unanswered-wordings = The questions as they were worded (of firms that agreed; names are replaced by 〇〇)
unanswered-wording-kept = { $count ->
    [one] The wording of { $count } question is not shown.
   *[other] The wording of { $count } questions is not shown.
}
unanswered-add-title = Add a guide
unanswered-add-how = Thank you. The other admins see that you are seeing to a guide.

# Settings
unanswered-settings-title = When it comes
unanswered-settings-intro = What the guides did not answer comes on working days between { $start } and { $end }. Where the day is a holiday, it comes on the next working day.
unanswered-settings-weekday = Day of the week
unanswered-kept-weekly = It comes on { $weekday ->
    [1] Mondays
    [2] Tuesdays
    [3] Wednesdays
    [4] Thursdays
    [5] Fridays
    [6] Saturdays
   *[7] Sundays
} at { $time }.
unanswered-kept-none = It does not come. You can look at it on your page at any time.

# Page
unanswered-home = Questions that the guides did not answer
unanswered-home-next = The next report comes on { $day } at { $time }.
unanswered-home-none = You have chosen not to receive it.

# What a firm chooses about its wording
wording-home = The wording of questions without an answer
wording-home-no = The admins who look after the guides do not see how your questions are worded; they are told how many there were, under broad headings.
wording-home-yes = The admins who look after the guides see how your questions are worded, without names.
wording-offer = Choose about the wording
wording-title = The wording of questions without an answer
wording-how = Of questions that the guides did not answer, the admins who look after the guides are told how many there were, under broad headings. If they may read the wording as well, guides are put right sooner. Only questions asked after you chose are shown. Names of people and firms, and addresses, are replaced by 〇〇. You can take it back at any time.
wording-field = What admins are told
wording-no = Only numbers and headings
wording-yes = The wording as well
wording-kept-no = Understood. The wording of your questions is not shown.
wording-kept-yes = Thank you. From now on the admins who look after the guides see how your questions are worded, without names.
wording-not-yours = Only people of the firm itself can choose this.

# Command line
help-digest-unanswered = Show what an admin would be told of questions that the guides did not answer. No question is quoted.
unanswered-no-admin = { $name } is no admin. Only admins receive this. `minori people list` shows who is one.
unanswered-preview-heading = For { $name } (from { $first } to { $last })
unanswered-preview-topic = - { $heading }: { $counts }
unanswered-preview-wrong = - { $title }: { $people }
unanswered-preview-place = {"  "}{ $place }
