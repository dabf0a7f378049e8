# Talking in the chat.

courtesy-thanks = Thank you, too. Just write whenever there is something else.
courtesy-later = Of course. We are here whenever you like.
courtesy-greeting = Hello, this is Minori. I answer from guides and help encounters to become business. Please write what you would like to know in one sentence.
courtesy-help = Write what you would like to know in one sentence. You get an answer from the guides, with its sources; what they do not say is passed to a coordinator. You could ask, for example:
asked-offered = About “{ $text }”
press-unknown = This button can no longer be used. Please start again.
status-searching = is looking through the guides…
not-taken-in = Sorry, this could not be taken in just now. Please wait a moment and try again.
answered-directly = The answer is in our direct conversation.
joined-channel = Thank you for inviting me. This is Minori. Write “@Minori” and what you would like to know, and you get an answer from the guides, with its sources. In the same thread, just go on asking. Where people of other companies can read along, nothing of a company is shown.
handover-rated-off = Thank you for letting us know. Please go on writing here, or ask again.
answer-from-guides-so-far = The answer from the guides
courtesy-missed = Sorry that this did not help. Please ask again in other words, or press “Ask a coordinator” below the answer.
