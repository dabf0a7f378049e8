# Loading and reviewing guides in the chat.

# A file was received
proposal-read = “{ $file }” has been read
proposal-would-be-new = Published, “{ $title }” becomes a new guide. Nothing has been changed yet.
proposal-would-be-edition = Published, this edition of “{ $title }” takes the place of the present one. Nothing has been changed yet.
proposal-older = Please note: this edition is older than the present one.
proposal-edition-unknown = The date of this edition is not known, so the day it was added ({ $date }) is used. To give another, write “edition: 2026-04-01” at the head of the file and send it again.
proposal-edition-unknown-here = The date of this edition is not known, so the day it was added ({ $date }) is used.
proposal-replaces-bundled = It is quoted in place of “{ $title }”, which came with Minori. If it is another guide, please write an “id:” of its own at the head of the file and send it again.
proposal-replaces-bundled-here = It is quoted in place of “{ $title }”, which came with Minori. If it is another guide, please rename the file and send it again.
proposal-same-title = Another guide with the title “{ $title }” is quoted as well. If this is its new edition, please write “id: { $guide }” at the head of the file and send it again.
proposal-same-title-here = Another guide with the title “{ $title }” is quoted as well. If this is its new edition, stop quoting the old one in the list on the Home page after publishing.
proposal-no-id = No id can be made of the file name. Please write an “id:” at the head of the file and send it again.
proposal-no-id-here = No name for the guide can be made of the file name. Please give the file a name with letters or figures and send it again.
proposal-refused = “{ $file }” could not be made a guide yet.
proposal-pages = { $count } pages
proposal-passages = { $count } passages
proposal-samples = This is how it will be quoted
fact-pages = Pages
fact-passages = Passages to quote
fact-replaces = Takes the place of
fact-audience = For
audience-public = Anybody
offer-publish = Publish
offer-publish-plan = Publish as a town’s plan
offer-put-away = Do not publish
proposal-publish-confirm = “{ $title }” will be published and quoted in answers from now on. Is that all right?
proposal-publish-plan-confirm = “{ $title }” will be published as a town’s plan: quoted in answers from now on, and compared with what firms can do. Is that all right?
fact-kind = Kind
guides-kind-plan = a town’s plan
proposal-published = “{ $title }” ({ $edition } edition) is published. { $count } passages are quoted from now on.
proposal-published-undated = “{ $title }” is published. { $count } passages are quoted from now on.
offer-undo = Undo
proposal-undo-confirm = Everything goes back to how it was before “{ $title }” was published. Is that all right?
proposal-undone = Everything is as it was before “{ $file }” was published.
proposal-put_away = “{ $file }” was not published. Nothing that was read from it is kept.
proposal-waiting = “{ $file }” is not published yet.
proposal-changed-since = “{ $title }” has changed since, and was left as it is. Please choose from the list of guides on the Home page.
proposal-unknown = This file is no longer on record. Please send it again.
proposal-in-private = Thank you. As others can read this conversation, please send files for guides to me directly.

# Somebody else sent a file
guides-only-admins = Thank you for the file. Guides are loaded by an admin: please hand it to { $admins }.
guides-no-admin-yet = Thank you for the file. Guides are loaded by an admin, and none has been named yet. Please tell whoever set Minori up.
guides-only-admins-press = Only an admin can change guides.
guides-file-gone = “{ $file }” could not be received. Please send it again.
guides-file-too-large = “{ $file }” is too large to receive (limit { $limit_mb } MB). Could you make it smaller, or send it in parts?

# The list of guides on the Home page
guides-page-title = Guides ({ $count })
guides-page-how = To add one, drop the file into our direct conversation. You see how it will be quoted, and nothing changes until you publish it.
guides-page-turn = More guides
guides-page-show-title = The guide
guides-page-more = { $count } more passages.
guides-page-retired = “{ $title }” is no longer quoted. It can be brought back at any time.
guides-page-rolled-back = “{ $title }” is quoted from its { $edition } edition.
guides-page-retire-confirm = “{ $title }” will no longer be quoted. Nothing is deleted. Is that all right?
guides-page-roll-back-confirm = “{ $title }” will be quoted from its earlier edition. Is that all right?
guides-page-cite-again-confirm = “{ $title }” will be quoted again from now on. Is that all right?
offer-guide-show = Look
offer-guide-retire = Stop quoting
offer-guide-roll-back = Back to the edition before
offer-guide-cite-again = Quote again
page-before = Before
page-after = Next
