# What the commands say.

diagnostic-note = note:
diagnostic-help = help:

audit-period = { $start } to { $end }; as of { $today }; editions in force on { $as-of }
audit-count = ({ $n })
audit-altitude = breaks { $tier }
audit-who = → { $who }
audit-evidence = evidence:
audit-chain = chain:
audit-fix = to do:
audit-more = … and { $n } more (--verbose shows all)
audit-more-evidence = … and { $n ->
        [one] 1 more place
       *[other] { $n } more places
    }
audit-exceptions = Exceptions
audit-used = used
audit-unused = not used
audit-figures = Results
audit-total = all
audit-before-exceptions = before exceptions
audit-sum = sum
audit-rate = passing
audit-no-rate = nothing assessed

found-absent = is not there
found-null = is empty
found-malformed = has the wrong type or could not be read
found-stale = was taken on { $on }
found-undated = has no date

level-urgent = Urgent
level-finding = Findings
level-advice = Advice
level-recommendation = Recommendations

outcome-pass = pass
outcome-fail = fail
outcome-unknown = unknown
outcome-error = error
outcome-waived = waived
outcome-not-applicable = n/a
outcome-unbound = not bound

tier-government = government
tier-ministry = ministry
tier-procedure = procedure

check-summary = { $documents ->
        [one] 1 document
       *[other] { $documents } documents
    }, { $clauses ->
        [one] 1 clause
       *[other] { $clauses } clauses
    }, { $statements ->
        [one] 1 statement
       *[other] { $statements } statements
    }, { $kinds ->
        [one] 1 kind
       *[other] { $kinds } kinds
    }: { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] 1 warning
       *[other] { $warnings } warnings
    }
fmt-would-change-meaning = the file was left as it stands
    .note = laid out, it would have said something else.
    .help = this is a fault of Kijun; please report it with the file.
fmt-unreadable = standard input cannot be read: { $why }
fmt-written = laid out: { $path }
no-project = there is no { $manifest } here or in a folder above; go to a project's folder, or name one with --project
audit-not-begun = nothing was judged: the rules or the manifest have errors
output-is-input = `{ $path }` was read for this, and nothing is written over it. Name another file with -o
cannot-write = `{ $path }` cannot be written: { $why }
not-a-date = `{ $text }` is not a date; write YYYY-MM-DD
found-undetermined = cannot be computed
found-unread = could not be read whole
found-unsourced = has no source in the manifest
found-unmatched = none has `{ $field }` = { $value }
audit-unmatched = no `{ $kind }` has `{ $field }` = { $value }
audit-record = the record
audit-gap = {" "}
found-elements = = { $n } elements

explain-above = Puts into effect
explain-below = Put into effect by
explain-evaluation = Evaluation
explain-to = exception to
explain-for = for
explain-covers = covers
explain-approved = approved by
explain-approval = { $who } on { $on }
explain-from = from
explain-until = until
explain-because = because
explain-conforms-to = Conforms to
explain-clauses = { $n ->
        [0] No clauses
        [one] 1 clause
       *[other] { $n } clauses
    }
edition-in-force = in force
edition-coming = in force from { $day }
edition-superseded = superseded by { $by } since { $day }
edition-lapsed = in force until { $day }
explain-unknown = `{ $what }` names no diagnostic, document, provision, kind, measure, exception or finding of this project
audit-altitude-open = undecided up to { $tier }
audit-level = { $name } { $n }
audit-passing = passing { $rate }
audit-open = not passing: { $before } before exceptions, { $after } after
audit-incomplete = Part of the evidence or of what it is read by was wrong and is missing here: the figures may look better than they are, and findings may be missing. The diagnostics say where.

audit-beside = with:
audit-case = case:
audit-altitude-documents = held against { $tier }

by-for-people = --by is for output that people read; with another --format leave it out, and group by `unit` or `role` of each finding
audit-named = { $title } ({ $name })
audit-holders = held by { $holders }
audit-more-holders = {" "}and { $n } more
audit-no-holder = nobody in the evidence holds this role
audit-no-unit = Of no unit: documents, exceptions and whatever names none
audit-no-role = Of no role
audit-unlisted-unit = { $unit } (in no list of units)
audit-units-without = Units of which nothing was found: { $names }
audit-roles-without = Roles that answer for nothing that was found: { $names }
audit-unseen = Outside the view of this audit
audit-unseen-why = What stands here is missing from the evidence, so that no other statement of this audit could be held against it. Each keeps its level and counts in it.
audit-unseen-above = { $n ->
        [one] 1 of them stands
       *[other] { $n } of them stand
    } above, outside the view of this audit
audit-concerns = concerns:

# kijun conform

conform-days = editions in force on { $as-of }; as of { $today }
conform-not-begun = nothing was compared: the rules or the manifest have errors
conform-nothing = Of the documents in force that were asked about, none must conform to another directly: there is nothing to compare.
conform-unknown-standard = `{ $name }` is no document that binds on the day
conform-not-compared = `{ $what }` is in no comparison: no document in force stands above it or below it there
conform-total = { $n ->
        [one] 1 higher statement:{" "}
       *[other] { $n } higher statements:{" "}
    }
conform-comma = ,{" "}
conform-orphans = { $n ->
        [one] 1 clause that nothing above asks for
       *[other] { $n } clauses that nothing above asks for
    }
conform-together = together
conform-recommended = only recommended above: what falls short of it is no finding
conform-kind = { $title } ({ $name })
conform-statement = statement
conform-force = force
conform-title = title
conform-in-dimension = { $verdict } ({ $dimension })

verdict-stricter = stricter
verdict-equal = equal
verdict-adopted = adopted
verdict-excluded = excluded
verdict-weaker = weaker
verdict-incomparable = differs
verdict-partial = partial
verdict-uncovered = uncovered
verdict-undeclared = words only
verdict-undecided = undecided
verdict-permission = permission

verdict-meaning-stricter = demands all of it (proved)
verdict-meaning-equal = demands the same (proved both ways)
verdict-meaning-adopted = taken over whole
verdict-meaning-excluded = said not to apply, with the reason
verdict-meaning-weaker = demands less: there is a counterexample
verdict-meaning-incomparable = demands less in one way and more in another
verdict-meaning-partial = demands enough, but does not bind every subject
verdict-meaning-uncovered = has no clause for it
verdict-meaning-undeclared = has a clause for it, but no statement
verdict-meaning-undecided = could not be decided
verdict-meaning-permission = a permission, which binds nobody

conform-verdict = verdict:
conform-higher = above
conform-lower = below
conform-binds = binds:
conform-answers = responsible:
conform-and = {" "}and{" "}
conform-question = The question
conform-question-asked = Can there be a { $kind }, on any day, that keeps everything that { $lower } demands and still breaks `{ $higher }`?
conform-question-note = Whatever a provision does not apply to keeps it. If there is no such thing, the provisions below are enough.
conform-at = {" "}({ $at })
conform-answer = The answer
conform-answer-stricter = No, proved: there can be none. All that `{ $higher }` demands is demanded by { $lower } too. The two are not the same, as far as was asked: below, more may be demanded, or of more.
conform-answer-equal = No, proved: there can be none. Nor can there be one the other way round: both demand the same.
conform-answer-adopted = { $by } adopts `{ $higher }` whole{ $at }: what is taken over is the same, and nothing is compared.
conform-answer-excluded = { $by } says that `{ $higher }` cannot apply{ $at }, because: { $reason }
conform-answer-weaker = Yes. This one, for example, satisfies what is below and breaks what is above:
conform-answer-incomparable = Yes, and also the other way round: some satisfy what is above and break what is below. This one satisfies what is below and breaks what is above:
conform-answer-partial = What is demanded below is enough, but not of everything. `{ $higher }` binds this one, and nothing below does:
conform-answer-uncovered = Nothing below puts `{ $higher }` into effect, so nothing was compared. Whoever follows the lower documents alone does not learn of it.
conform-answer-undeclared = { $lower } puts `{ $higher }` into effect in words only, and words cannot be compared.
conform-answer-undecided = It could not be decided: { $reason }{ $at }. What is not decided is not taken for conformance; let a person judge it.
conform-answer-permission = `{ $higher }` permits something. Nobody owes anything, so no document can fall short of it.
conform-answer-force = Yes: what `{ $higher }` demands is only recommended or permitted below. Whoever ignores a recommendation breaks nothing there, and breaks what is above.
conform-answer-recommended = Above it is only recommended (`should`), so that this is no finding.
conform-gave-way = What gave way: { $dimension }.
conform-one-by-one = Document by document
conform-objections = Findings

level-one-urgent = urgent
level-one-finding = finding
level-one-advice = advice
level-one-recommendation = recommendation

run-unreadable = cannot read the run record `{ $path }`: { $why }
run-not-a-record = `{ $path }` cannot be read as a run record: { $why }. Make it again with `kijun audit -o`
run-version = `{ $path }` is a record of the form `{ $found }`; `{ $expected }` can be read. Audit its project again with this version of kijun
run-version-newer = `{ $path }` is a record of the form `{ $found }`, which a newer kijun wrote; `{ $expected }` can be read. Use that kijun
run-no-manifest = there is no { $manifest } in `{ $path }`. Name a run record, or the folder of a project
follow-up-doubt-not-later = warning: `{ $new }` is not a later audit than `{ $old }`. The earlier one comes first
follow-up-doubt-no-common-document = warning: no document binds both in `{ $old }` and in `{ $new }`; nothing can be compared
follow-up-doubt-old-incomplete = warning: part of the input of `{ $old }` was wrong; it may not have found everything
follow-up-doubt-new-incomplete = warning: part of the input of `{ $new }` was wrong; more may be lost from sight than should be
follow-up-another-previous = warning: the record that `{ $new }` has as its previous one is not this record of `{ $old }`
follow-up-unknown-finding = error: a response is to a finding that `{ $project }` does not have, `{ $id }`: { $at }
follow-up-old = earlier: { $project }, { $start } to { $end }
follow-up-new = later:   { $project }, { $start } to { $end }
follow-up-total = { $n ->
        [one] 1 earlier finding
       *[other] { $n } earlier findings
    }:{" "}
follow-up-not-so = Said, and not so
follow-up-verbose = listed with --verbose
follow-up-stands = as it stands: { $status } ({ $level })
follow-up-objection-claimed-fixed-without-evidence = said to be fixed, and the evidence does not bear that out
follow-up-objection-overdue = the day by which it was to be done is past
follow-up-objection-accepted-without-exception = said to be accepted, and no exception that holds permits it
follow-up-objection-unanswered = nobody has answered
follow-up-claim-fixed = fixed
follow-up-claim-planned = planned
follow-up-claim-accepted = accepted
follow-up-claim-disputed = disputed
follow-up-claim-none = says nothing of what was done
follow-up-on = stated on { $day }
follow-up-due = due on { $day }
follow-up-evidence = evidence: { $text }
follow-up-comma = ,{" "}
follow-up-semicolon = ;{" "}
follow-up-response = response: { $text }  { $at }
follow-up-exception = exception { $id }
follow-up-since = found in { $n } audits in a row, since the period from { $since }
follow-up-level-changed = level { $old } → { $new }
follow-up-outcome-changed = result { $old } → { $new }
follow-up-altitude-changed = reaches { $old } → { $new }
follow-up-column-id = id
follow-up-column-level = level
follow-up-column-status = status
follow-up-column-reason = reason
follow-up-column-provision = provision
follow-up-column-title = title
follow-up-column-subject = subject
follow-up-column-role = role
follow-up-column-unit = unit
follow-up-column-now = id now
follow-up-column-level-now = level now
follow-up-column-since = found since
follow-up-column-runs = audits in a row
follow-up-column-claim = claim
follow-up-column-stated = stated on
follow-up-column-due = due on
follow-up-column-evidence = evidence
follow-up-column-objection = remark on the claim
follow-up-column-how = how it stands
follow-up-column-response = response
follow-up-no-response = Nobody has answered any of them.

init-taken = { $path } is there already
init-nothing-written = nothing was written; choose another folder.
init-next = Next:
    kijun check{ $project }
    kijun test{ $project }
    kijun audit{ $project }

# kijun lint

lint-summary = { $errors ->
        [0] no errors
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [0] no warnings
        [one] 1 warning
       *[other] { $warnings } warnings
    }{ $safe ->
        [0] {""}
       *[other] ; { $safe } can be put right with --fix
    }{ $unsafe ->
        [0] {""}
       *[other] ; { $unsafe } more with --unsafe-fixes
    }
lint-not-begun = no lint was run: the rules have errors
lint-unknown = there is no lint and no group of lints `{ $name }`
lint-fixed-file = written: { $path }
lint-fixed = { $n ->
        [one] 1 fix
       *[other] { $n } fixes
    } made in { $files ->
        [one] 1 file
       *[other] { $files } files
    }
lint-refused = { $n ->
        [one] 1 fix was not made: after it
       *[other] { $n } fixes were not made: after them
    } the rules would have the errors above
