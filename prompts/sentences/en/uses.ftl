# About new uses. What hurts stands in the words of whoever said it; a reason quotes both sides.

# Asking for the function
use-ask-function = Thank you. How would you say “{ $words }” as something that is done to something? (For example: cool a room, remove dust.)
use-ask-function-plain = Thank you. What does it do, and to what? (For example: cool a room, remove dust.)

# Why a use is offered
use-reason-both = “{ $mine }” and “{ $theirs }” have this in common: both are about { $kind }, and what is wanted there is to { $deed }.
use-reason-deed = “{ $mine }” and “{ $theirs }” have this in common: what is wanted there is to { $deed } as well, though something else.
use-reason-near = “{ $mine }” and “{ $theirs }” have this in common: both are about { $kind }, and to { $deed } would help there.
use-reason-card = “{ $mine }” and “{ $theirs }” of { $company } do the same: to { $deed }. You may be of use to the same customers.
use-reason-plan = “{ $mine }” may have to do with “{ $theirs }”: what is wanted there is to { $deed }.
use-plan-name = { $challenge } ({ $title })
use-plan-name-paged = { $challenge } ({ $title }, page { $page })
