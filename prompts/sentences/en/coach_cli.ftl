# What `minori coach` says in a terminal, and how it is used.

help-coach = The value walk: find the one thing to ask next in a sentence about one's own technology or work.

    Example: minori coach check "We machine titanium parts to ±5 microns"
help-coach-check = Read a sentence, and return one question where it does not say yet what changes for a customer. Nothing is stored.

    Examples:
      minori coach check "We machine titanium parts to ±5 microns"
      minori coach check "Assembly workers refit the part once a day instead of eight times"
      minori coach check --file lines.jsonl > questions.jsonl

    With --json and for files the result is one JSON object a line: t, needs_question, flags (kind, and words of the
    sentence), question (null where there is none).
help-coach-check-text = The sentence to read
help-coach-check-file = A JSON Lines file with a sentence in "t"; other keys are not read
help-coach-check-trade = The trade, whose own words are then noticed more easily
help-coach-check-lang = The language of the question; if left out, that of the settings or of the sentence
help-bench-listening = Measure, by trade, how well sentences that do not say a customer's value yet are told from those that do.

    Example: minori bench listening --file tests/data/listening/untouched.jsonl
help-bench-listening-file = A JSON Lines file with a sentence (t), its trade and the right decision (needs_question); may be repeated
coach-check-nothing = There is nothing to ask: the sentence says what changes, and for whom.
coach-check-one-of = Write one sentence in quotation marks, or name a file with --file: one of the two.
coach-check-empty = The sentence is empty. Please write one sentence about your work.
coach-check-bad-lang = --lang takes ja or en: { $given }
coach-check-unreadable = The file cannot be read: { $path } ({ $reason })
coach-check-bad-line = Line { $line } of { $path } cannot be read. Write one JSON object a line, with the sentence in "t".
bench-listening-bad-line = Line { $line } of { $path } cannot be read. Write one JSON object a line, with t, trade and needs_question (true or false).
