# About new uses. What hurts stands in the words of whoever said it; a reason quotes both sides.

# Asking for the function
use-ask-function = Thank you. How would you say “{ $words }” as something that is done to something? (For example: cool a room, remove dust.)
use-ask-function-plain = Thank you. What does it do, and to what? (For example: cool a room, remove dust.)

# Why a use is offered
use-reason-both = “{ $mine }” may help where “{ $theirs }”: what is wanted there is to { $deed } something, and both are about { $kind }.
use-reason-deed = “{ $mine }” may help where “{ $theirs }”: what is wanted there is to { $deed } something, too, though something else.
use-reason-near = “{ $mine }” may help where “{ $theirs }”: both are about { $kind }, and it would help there to { $deed } something.
use-reason-purpose = “{ $rung }” is what it is for, and the trouble there is one of { $trouble }.
use-reason-card = “{ $mine }” and “{ $theirs }” of { $company } do the same: both { $deed } something. You may be of use to the same customers.
use-reason-plan = “{ $mine }” may have to do with “{ $theirs }”: what is wanted there is to { $deed } something.
use-plan-name = { $challenge } (town’s plan: { $title }{ $edition ->
        [none] {""}
       *[other] , edition of { $edition }
    })
use-plan-name-paged = { $challenge } (town’s plan: { $title }{ $edition ->
        [none] {""}
       *[other] , edition of { $edition }
    }, page { $page })

# Showing what is offered
use-title = New uses to think about
use-intro = Here is where else it might help to “{ $function }”. Could you tell me which seem possible and which do not? All of these are guesses, to be confirmed with somebody there.
use-suffers = What hurts: { $state }
use-plan-says = In the words of the plan: “{ $quote }”
use-nothing = For “{ $function }” the list has nothing that we could suggest with a good reason. If you tell us one rung more of what it is for (it can be added to the ladder of the card), we will look again from there.
use-nothing-more = That is all. Thank you.
use-no-function = I have not heard yet what it does. Tell me what it does to what, and I will bring possible uses.
use-offer-tick = Possible
use-offer-decline = Not this time
use-offer-undo = Take back
use-offer-more = Show others
use-offer-first = Write who to ask first
use-offer-show = Look for new uses
use-offer-matrix = Compare with the town’s plan
use-offer-back = Back to the list
use-ticked = Possible
use-declined = Not this time
use-gone = This one is not in the list any more. Please open the list again.
use-left = There are { $count } more.

# The first person to ask
use-first-ask = Thank you. If you were to ask about “{ $name }”, who would be the first person?
use-first-example = For example, somebody like { $who }. If no name comes to mind, the role will do.
use-first-title = First person to ask
use-first-field = First person to ask
use-first-hint = A name, a firm or department, a role. Leave it empty if nobody comes to mind.
use-first-submit = Keep
use-first-is = First person to ask: { $person }

# Technology and the challenges of a plan
use-matrix-title = The technology and the challenges of the town’s plan
use-matrix-intro = These passages of the towns’ plans that are loaded may have to do with “{ $function }”; they are quoted as they stand. Could you tell me which do?
use-matrix-cell = { $function } × { $challenge }
use-matrix-where = Town’s plan: { $title } ({ $heading }, page { $page }){ $edition ->
        [none] {""}
       *[other] , edition of { $edition }
    }
use-matrix-where-unpaged = Town’s plan: { $title } ({ $heading }){ $edition ->
        [none] {""}
       *[other] , edition of { $edition }
    }
use-plan-gone = The plan does not say this any more. What you answered is kept, with the sentence as it stood then.
use-matrix-none = Nothing in the plans that are loaded seems to have to do with “{ $function }”.
use-matrix-no-plan = No town’s plan is loaded yet. When an admin adds its file as a town’s plan, they can be compared.
