# People and firms: seen and changed on an admin's page. Nothing that a firm wrote is shown.

roster-home = People and firms
roster-home-people = { $count } people use Minori
roster-home-private = Encounters, value cards and questions of firms cannot be seen here.
roster-home-firms = { $count } firms
roster-home-unattended = { $count } firms have lost their coordinator.
roster-home-holidays = The country's holidays are known until { $until }.
roster-home-last = The last change ({ $count } records) can be undone for ten minutes.

# Lists
roster-people-title = People
roster-people-page = { $count } people (page { $page } of { $pages }).
roster-firms-title = Firms
roster-firms-page = { $count } firms (page { $page } of { $pages }).
roster-sifted-role = Role: { roster-role }
roster-sifted-text = Words: { $text }
roster-coordinated = Coordinator: { $name ->
    [none] nobody yet
   *[other] { $name }
 }
roster-unattended = Their coordinator ({ $name ->
    [none] unknown
   *[other] { $name }
 }) can no longer look after them
roster-sift-title = Narrow down
roster-sift-submit = Narrow down
roster-any = All

# One person, one firm
roster-person-title = Person
roster-person-form-title = Change a person
roster-new-title = Add somebody
roster-new-intro = Enter a name, and an e-mail address or a Slack member ID. The registration is theirs as soon as they talk to Minori.
roster-firm-title = Firm
roster-firm-form-title = Change a firm
roster-field-name = Name
roster-field-email = E-mail address
roster-field-address = Slack member ID
roster-field-company = Firm
roster-field-company_name = Name of the firm
roster-field-roles = Roles
roster-field-role = Role
roster-field-locale = Language
roster-field-hours = Working hours
roster-field-works_from = Works from
roster-field-works_until = Works until
roster-field-works_on = Works on
roster-field-leaves_on = Last day
roster-field-left = Use of Minori
roster-field-welcome = First words
roster-field-text = Part of a name, an e-mail address or a firm
roster-field-trade = Trade
roster-field-coordinator = Coordinator
roster-field-people = Registered people
roster-field-firms = Firms
roster-hint-address-person = Type the beginning of a name. Somebody who has never written to Minori can be chosen as well.
roster-hint-address-line = Profile → ⋮ → Copy member ID (it begins with U). Leave it empty if you do not know it.
roster-hint-company = The name of a firm that is not in the list makes a new one, once you have confirmed it.
roster-hint-roles = Any number. With none: a member where there is a firm, otherwise a guest.
roster-hint-leaves_on = The day of a change of post. They are asked beforehand who follows.
roster-hint-welcome = At once is possible where the member ID is known.
roster-welcome-later = When they talk to Minori
roster-welcome-now = At once
roster-none = None
roster-nobody = Nobody
roster-not-come = They have not come yet
roster-locale = { $locale ->
    [ja] Japanese (日本語)
    [en] English
   *[none] As the chat is set
 }
roster-hours-are = { $start } to { $end }
roster-people-count = { $count }
roster-role = { $role ->
    [admin] Admin
    [coordinator] Coordinator
    [member] Member
   *[guest] Guest
 }
roster-weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
 }
roster-trade = { $trade ->
    [metalworking] Metalworking
    [plastics] Plastics
    [food] Food
    [textiles] Textiles
    [electronics] Electronics
    [software] Software
    [agriculture] Agriculture
    [construction] Construction
    [other] Other
   *[none] Not chosen yet
 }
roster-has-left = { $by ->
    [workspace] Has left the workspace
    [admin] Ended by an admin
   *[none] Stopped using Minori
 }
roster-firm-choice = { $company } ({ $name ->
    [none] nobody
   *[other] { $name }
 })
roster-alike = Another firm differs in its spelling alone: { $name }
roster-alike-records = Its people can come over to this one. Encounters and value cards recorded there stay there.

# Changing
roster-submit = Change
roster-assign-title = Assign firms
roster-assign-intro = Choose firms, and the coordinator who is to look after them. You confirm it on the next sheet.
roster-assign-submit = Review
roster-preview-title = Before the change
roster-preview = This changes { $count } records. Nothing is changed yet.
roster-preview-more = { $count } more change in the same way.
roster-done-title = Changed
roster-done = This was changed. Minori tells whom it concerns.
roster-undo-within = It can be undone for ten minutes.
roster-edit-new = { $kind ->
    [company] A new firm
   *[person] Somebody new
 }
roster-edit-role = { roster-role }: { $how ->
    [given] from now on
   *[taken] no longer
 }
roster-edit-company = Firm: { $before ->
    [none] none
   *[other] { $before }
 } → { $after ->
    [none] none
   *[other] { $after }
 }
roster-edit-coordinator = Coordinator: { $before ->
    [none] nobody
   *[other] { $before }
 } → { $after ->
    [none] nobody
   *[other] { $after }
 }
roster-edit-text = { $field ->
    [name] Name
    [email] E-mail address
    [address] Member ID
    [works_from] Works from
    [works_until] Works until
   *[leaves_on] Last day
 }: { $before ->
    [none] none
   *[other] { $before }
 } → { $after ->
    [none] none
   *[other] { $after }
 }
roster-edit-other-field = Another { $field ->
    [locale] language
    [time_zone] the time zone
    [works_on] choice of working days
   *[trade] trade
 }
roster-edit-other = The registration changes
roster-end-confirm = { $name } can no longer use Minori from now on. Others are asked to look after what was theirs. No records are erased. Do you want to go on?

# What cannot be done
roster-last-admin = This cannot be done, because nobody would be an admin any more. Make somebody else an admin first.
roster-not-yours = Only an admin can use this, in a direct conversation with Minori or on the home page.
roster-gone = This registration is no longer there.
roster-no-key = Enter an e-mail address or a Slack member ID.
roster-no-name = Enter the name of the firm.
roster-no-firms = There are no firms yet.
roster-bad-email = Please check the e-mail address (such as hanako@minato.example.jp).
roster-bad-address = Please check the Slack member ID (such as U0123ABCD).
roster-known-already = Somebody with this e-mail address or member ID is registered already: { $name }.
roster-guest-alone = A guest has no other role and no firm.
roster-member-without-firm = A member needs a firm.
roster-hours = The end of the working hours must be after their beginning.
roster-unreadable = Please check the dates and times.
roster-firm-exists = "{ $name }" is the same as a firm that is there already.
roster-no-coordinator = The person you chose is not a coordinator now.
roster-meanwhile = The registration has changed meanwhile, so nothing was done. Please open it again.
roster-undo-late = A change can be undone for ten minutes. Please change the registration as it is now.
roster-forgotten = This change can no longer be made. Please choose again.
roster-nothing = There was nothing to change.

# Telling
roster-told-roles = Your roles in Minori have changed. They are now:
roster-told-role = { roster-role }
roster-told-coordinator = { $name ->
    [none] { $company } has no coordinator at the moment. We will tell you once there is one.
   *[other] { $name } now looks after { $company } as its coordinator.
 }
roster-told-firms = The firms you look after have changed. They are { $count } now.
roster-told-firm = { $company }
roster-told-more = and { $count } more
roster-offered = { $name } no longer uses Minori. Could somebody take over the { $count } firms they looked after?
roster-offered-more = and { $count } more
roster-taken = You look after { $company } now. Thank you.
roster-taken-more = You have taken over { $count } more as well.
roster-taken-already = { $name ->
    [none] Somebody looks after each of these firms now. Thank you.
   *[other] { $name } has taken it over already. Thank you.
 }

# Buttons
roster-offer-people = All people
roster-offer-firms = All firms
roster-offer-add = Add somebody
roster-offer-assign = Assign firms
roster-offer-show = Open
roster-offer-sift = Narrow down
roster-offer-clear = Show all
roster-offer-change = Change
roster-offer-end = End their use
roster-offer-back = Let them use it again
roster-offer-merge = Bring its people here
roster-offer-apply = Make this change
roster-offer-undo = Undo
roster-offer-take = Take it over
roster-offer-take-all = Take over all
roster-offer-choose = Choose a coordinator
roster-firm-sift-title = Narrow down firms
roster-field-firm-text = Part of the name of a firm
roster-sifted-coordinator = Coordinator: { $name ->
    [none] nobody
   *[other] { $name }
}
roster-no-coordinators = No coordinator is registered yet. Please add one first, by “Add somebody” with that role.
roster-first-coordinator = First, please add a coordinator, who answers questions, by “Add somebody” (choose that role). If that is you as well, open yourself in “People” and add the role. Many people are brought in at once from a table (CSV) by minori people import.
roster-first-firm = Next, please add somebody of a firm by “Add somebody”. Where you write the firm’s name, the firm is registered as well.
roster-first-assign = Last, please choose by “Assign firms” who looks after each firm.
roster-admins-gone = Minori has no admin any more. People, firms and guides cannot be looked after until there is a new one.
roster-admins-gone-how = Could you ask whoever runs Minori to name one? (minori doctor and minori serve say how.)
