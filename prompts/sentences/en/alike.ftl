# Putting questions together that are alike.
alike-home = Questions that are alike
alike-home-suggested = { $count } more like this one
alike-home-together = Answered together with { $count } more
alike-offer-join = Answer together
alike-offer-apart = Take apart
alike-title = Questions that are alike
alike-how = One answer reaches each of them where they asked. Please choose which belong together. Nobody learns of the others' questions or names.
alike-field = Questions to put together
alike-submit = Put together
alike-together = { $count } more are together with this one. One answer goes to all of these.
alike-none = No question is like this one now.
alike-not-yours = Sorry, only questions that you are to answer yourself can be put together.
alike-apart = They are apart again. Please answer each of them.
alike-answered-already = They were answered: they cannot be taken apart any more.
alike-goes-also = This answer goes as it stands to { $count } more people who asked alike. Please write no name of a person or a firm.
alike-named = Your answer named a person or a firm, so it did not go to the question below, which was together with it. Would you answer it as well?
