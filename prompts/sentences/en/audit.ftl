# The audit log
help-audit = Who saw, took out or deleted what of which firm, and when (no words are kept).

    Example: minori audit --company Yamada --since 2026-11-01
    Example: minori audit --by Takahashi --kind exported --since 2026-11-01 --until 2026-11-30
    Example: minori audit verify
help-audit-company = Only what is of this firm
help-audit-by = Only what this person did
help-audit-since = Only from this day on (as 2026-11-01)
help-audit-until = Only until this day, itself included (as 2026-11-30)
help-audit-kind = Only of a kind: what was done (seen, exported, files, told, previewed, erased, setup …) or to what (question, value_card, encounter, company, digest, pack …)
help-audit-page = Which page (50 rows each, the latest first)
help-audit-verify = Check that the log is as it was written.

    Example: minori audit verify
help-audit-accept = Take what is there as right from now on (after going back to a backup)
audit-whole-firm = (no one firm)
audit-seen = { $when }  { $who } saw { $what } of { $firm }
audit-figures = { $when }  { $who } saw numbers of { $firm }
audit-files = { $when }  { $who } was given files of { $what } of { $firm }
audit-exported = { $when }  { $who } exported { $what } of { $firm }
audit-previewed = { $when }  { $what } of { $firm } was shown at the command line as { $who } would see it
audit-told = { $when }  { $who } was told of { $firm } in { $what }
audit-to_model = { $when }  { $who }: how { $firm } stands was told to the language model without its name ({ $what })
audit-erased = { $when }  { $who } deleted { $what } of { $firm }
audit-put_off = { $when }  { $who }: put off what is told of { $firm }
audit-put_off_undone = { $when }  { $who }: took back having put off what is told of { $firm }
audit-other = { $when }  { $who } touched { $what } of { $firm }
audit-setup = { $when }  { $who } set up { $what } of { $firm }
audit-ended = { $when }  { $who } ended the use of Minori of { $what } ({ $firm })
audit-resumed = { $when }  { $who } let { $what } use Minori again ({ $firm })
audit-taken_over = { $when }  { $who } took over { $firm } as its coordinator
audit-of-firm = the registration of a firm
audit-of-person = the registration { $id } of a person
audit-of-value-card = the value card { $id }
audit-of-encounter = the encounter { $id }
audit-of-company = how the encounters stand
audit-of-pack = the hand-over pack
audit-of-digest = a digest
audit-of-walk = the value walk { $id }
audit-of-encounters = the list of encounters
audit-of-figures = the numbers
audit-of-report = the report to a funder
audit-of-questions = the list of questions
audit-of-question = the question { $id }
audit-of-introduction = the introduction { $id }
audit-of-other = the record { $id }
audit-added = { $when }  { $who } took { $what } of { $firm } from a table
audit-leave = { $when }  { $who } entered leave of { $what } ({ $firm })
audit-calendar = { $when }  { $who } changed the days on which { $firm } is closed
audit-introduction-sounded-out = { $when }  { $who } sounded out { $firm } about the introduction { $id }
audit-introduction-reminded = { $when }  { $firm } was asked once more about the introduction { $id }
audit-introduction-introduced = { $when }  { $who } introduced { $firm } ({ $id })
audit-introduction-proposed = { $when }  { $firm } was shown the encounter from the introduction { $id }
audit-introduction-put-away = { $when }  { $who } put away the introduction { $id } of { $firm }
audit-introduction-brought-back = { $when }  { $who } brought back the introduction { $id } of { $firm }
audit-introduction-withdrawn = { $when }  { $who } withdrew what { $firm } was asked about the introduction { $id }
audit-introduction-ended = { $when }  the introduction { $id } of { $firm } ended
audit-no-kind = There is no kind "{ $kind }". Write one of these: { $known }
audit-none = There is nothing in the log.
audit-no-page = There is no page { $page } ({ $count } rows in all).
audit-page = Page { $page } of { $pages } ({ $count } rows in all). More with --page.
audit-no-firm = There is no firm "{ $name }".
audit-whole = All { $count } rows of the audit log are as they were written (it ends in { $head }).
audit-altered = Row { $number } was altered.
audit-missing = Row { $number } is missing.
audit-rewritten = Row { $number } does not follow from the one before, which was exchanged.
audit-cut-off = The log does not fit what was noted at row { $number }: its end was cut off, or an earlier backup was restored.
audit-accepted = The { $count } rows that are there are noted. From now on the log is held to them.
