# One question after an answer: thanks first, then the person's own words, quoted. What could be better is never said.

# Numbers
hear-number-who = Thank you. You say “{ $words }”: who is helped most by that?
hear-number-work = Thank you. You say “{ $words }”: what changes by that in the work of the person who uses it?
hear-number-before = Thank you. Before it was “{ $words }”, how much was it?
hear-count-one = Thank you. You say “{ $words }”: which of them was most pleased?
hear-count-latest = Thank you. You say “{ $words }”: among them, whose trouble did you lessen last?

# Good points
hear-quality-without = Thank you. You say “{ $words }”: without that, what trouble would a customer have?
hear-quality-latest = Thank you. You say “{ $words }”: the last time that mattered, what changed, and for whom?
hear-ease-before = Thank you. You say “{ $words }”: where did people lose time, or have to worry, until now?
hear-speed-wait = Thank you. You say “{ $words }”: when the wait changes, what can your customer do?
hear-breadth-one = Thank you. You say “{ $words }”: among all of that, who was most pleased, and when?
hear-only-others = Thank you. You say “{ $words }”: beside other ways of doing it, what becomes less for the person who uses it?
hear-manner-noticed = Thank you. You say “{ $words }”: when does a customer notice it?
hear-history-latest = Thank you. You say “{ $words }”: in all that time, whose trouble did you lessen most recently?
hear-history-asked = Thank you. You say “{ $words }”: when do people call you because of that?
hear-esteem-said = Thank you. You say “{ $words }”: what did a customer say had changed?
hear-pride-glad = Thank you. You say “{ $words }”: who was pleased by that last, and about what?

# Who
hear-own-whose = Thank you. You say “{ $words }”: whose trouble does that lessen?
hear-own-beyond = Thank you. You say “{ $words }”: what changes by that on the customer's side, and for whom?
hear-own-latest = Thank you. You say “{ $words }”: who was the last person to thank you for it?
hear-machine-who = Thank you. You say “{ $words }”: who is helped most by that?
hear-able-who = Thank you. You say “{ $words }”: whose effort becomes less by that?
hear-who-glad = Thank you. You say “{ $words }”: who is most pleased about that?
hear-who-latest = Thank you. You say “{ $words }”: who is the last person you were able to help with it?
hear-everybody-one = Thank you. You say “{ $words }”: who among them is in most trouble now?
hear-everybody-latest = Thank you. You say “{ $words }”: who among them is the last person you were able to help?
hear-two-most = Thank you. You name “{ $words }” and others: which of them is in most trouble now?
hear-two-latest = Thank you. Of “{ $words }” and the others, whom were you able to help last?
hear-notices-first = Thank you. You say “{ $words }”: who is the first to notice the difference?
hear-pays-who = Thank you. You say “{ $words }”: who decides on the payment?
hear-pays-signs = Thank you. You say “{ $words }”: whose name stands on the order?

# Words
hear-trade-outsider = Thank you. To somebody who has never heard of “{ $words }”, what would you say it is good for?
hear-trade-child = Thank you. If you told your family about “{ $words }”, whose life would you say it makes easier?

# What changes, before and after
hear-change-day = Thank you. You say “{ $words }”: what changes by that in the day of the person who uses it?
hear-change-less = Thank you. You say “{ $words }”: what becomes less or more by that, and for whom?
hear-before-amount = Thank you. You say “{ $words }”: how much was it before?
hear-before-way = Thank you. You say “{ $words }”: how did that person manage before?
hear-today-cost = Thank you. You say “{ $words }”: how much time or money did it take before?
hear-today-trouble = Thank you. You say “{ $words }”: where people do without it, what takes most effort today?
hear-cost-amount = Thank you. You say “{ $words }”: about how much is that in time or money?
hear-cost-else = Thank you. You say “{ $words }”: what is left undone or lost because of it?
hear-proof-tried = Thank you. About “{ $words }”: when it was tried or measured, what was seen?
hear-proof-heard = Thank you. About “{ $words }”: in what words did a customer speak of it?
