# Loading guides, going back, retiring them. Each sentence says what to do.

# What came of it
guides-loaded-new = Added "{ $title }" ({ $guide }) as a new guide. { $passages } passages can be quoted.
guides-loaded-new-edition = Added a new edition of "{ $title }" ({ $guide }). From now on only release { $number } is quoted. To go back: minori guides rollback { $guide }
guides-loaded-unchanged = "{ $title }" ({ $guide }) is there already with the same content; nothing was changed.

# Looking before adding (nothing has been changed yet)
guides-would-be-new = "{ $title }" ({ $guide }) would be a new guide with { $passages } passages to quote.
guides-would-be-new-edition = This would become release { $number } of "{ $title }" ({ $guide }) and be quoted in place of the current one.
guides-would-be-unchanged = "{ $title }" ({ $guide }) is there already with the same content; nothing would change.

# States in a list
guides-state-current = quoted
guides-state-expired = quoted (no longer valid)
guides-state-superseded = earlier release
guides-state-retired = no longer quoted

# Refusals
guides-nothing-changed = { $count ->
    [one] One file could not be added, so no file was added and everything is as it was. Please put the following right and try again.
   *[other] { $count } files could not be added, so no file was added and everything is as it was. Please put the following right and try again.
}
guides-details-refused = { $count ->
    [one] What is said about the guide needs putting right in one place.
   *[other] What is said about the guide needs putting right in { $count } places.
}
guides-no-text = There is no text to quote. Please check that there is text below the headings, and try again.
guides-older-edition = This edition of "{ $guide }" ({ $edition }) is older than the current one ({ $current }). To go back to it all the same, add it with --allow-older.
guides-same-id = The id "{ $guide }" is the same as that of { $other }. If it is another guide, give it a name of its own with --id or an id: line at its head.
guides-not-found = There is no guide "{ $guide }". Please look its id up with: minori guides list
guides-no-such-release = "{ $guide }" has no release { $number }. Please look at its releases with: minori guides show { $guide }
guides-no-original = The original file ({ $sha256 }) cannot be found. Please check the data with: minori doctor
guides-nothing-earlier = No release of "{ $guide }" was quoted before the current one. To stop quoting it: minori guides retire { $guide }
guides-already-retired = "{ $guide }" is no longer quoted already. To quote it again: minori guides rollback { $guide }

# What is said about a guide (front matter, or options)
guides-details-unknown-key = { $line ->
    [0] "{ $key }" cannot be used. These can: { $allowed }.
   *[other] Line { $line }: "{ $key }" cannot be used. These can: { $allowed }.
}
guides-details-choice = { $line ->
    [0] "{ $value }" cannot be used for { $key }. Please choose one of: { $allowed }
   *[other] Line { $line }: "{ $value }" cannot be used for { $key }. Please choose one of: { $allowed }
}
guides-details-date = { $line ->
    [0] "{ $value }" ({ $key }) cannot be read as a date. Please write it like 2026-04-01, 2026年4月1日 or 令和8年4月1日.
   *[other] Line { $line }: "{ $value }" ({ $key }) cannot be read as a date. Please write it like 2026-04-01, 2026年4月1日 or 令和8年4月1日.
}
guides-details-one-value = { $line ->
    [0] { $key } takes one value only.
   *[other] Line { $line }: { $key } takes one value only.
}
guides-details-id = { $line ->
    [0] "{ $value }" cannot be an id. Please use letters, figures, "-", "_" and "." only, at most 80 characters.
   *[other] Line { $line }: "{ $value }" cannot be an id. Please use letters, figures, "-", "_" and "." only, at most 80 characters.
}
guides-details-no-id = No id can be made of the file name. Please give one with --id or an id: line at the head of the file.
guides-details-validity = { $line ->
    [0] { $key } is earlier than valid_from ({ $valid_from }). Please correct one of the two dates.
   *[other] Line { $line }: { $key } is earlier than valid_from ({ $valid_from }). Please correct one of the two dates.
}

# Added, but worth knowing
guides-edition-unknown = The date of this edition is not known, so the day it was added ({ $date }) is used. You can give it with --edition or an edition: line at the head of the file.
guides-edition-ahead = The date of this edition ({ $date }) lies in the future. Please check that it is right.
guides-expired = Its validity ended on { $date }; answers will say so first. Please add the new edition if there is one.
guides-replaces-bundled = It is quoted in place of "{ $title }", which came with Minori. If it is another guide, please add it again with an --id of its own.
guides-same-title = Another guide with the title "{ $title }" ({ $guide }) is quoted as well. If this is its new edition, please add it again with --id { $guide }.
guides-audience-unknown = “{ $words }” in the audience names no role, and keeps nobody from reading. To limit who reads it, write member, coordinator or admin.
