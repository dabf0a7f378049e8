# Sentences about the language model.

# A word beside an answer.
model-note-truncated = The language model's answer broke off. What is shown so far was checked against the guides' own words.
model-note-nothing-verified = What the language model wrote did not agree with the guides, so here are the guides' own sentences.
model-note-failed = The language model gave no answer, so here are the guides' own sentences.

# Why the language model cannot be used (for the operator).
model-fault-not-installed = A package for the language model is missing. Please install: { $detail }
model-fault-bad-setting = The language model's settings cannot be used ({ $detail }). Please check MINORI_CHAT_MODEL and MINORI_CHAT_BASE_URL.
model-fault-key-refused = The provider did not accept the key ({ $detail }). Please check MINORI_CHAT_API_KEY.
model-fault-not-found = There is no such language model ({ $detail }). Please check the name in MINORI_CHAT_MODEL.
model-fault-busy = The language model is busy, or a limit of use is reached ({ $detail }). Please try again later.
model-fault-timed-out = The language model did not finish in time ({ $detail }). MINORI_CHAT_TIMEOUT_S sets how many seconds it may take.
model-fault-unreachable = The language model cannot be reached ({ $detail }). Please check the address and the network.
model-fault-server-error = The provider of the language model has a failure ({ $detail }). Please try again later.
model-fault-malformed = The language model's response could not be read ({ $detail }). Please check that MINORI_CHAT_BASE_URL leads to a server of the right kind.
model-fault-too-long = The language model's answer, or the question, was too long ({ $detail }).
model-fault-refused = The language model declined to answer ({ $detail }).
