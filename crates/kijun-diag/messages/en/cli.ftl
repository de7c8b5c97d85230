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
audit-more-evidence = … and { $n } more places
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
no-project = there is no { $manifest } here or in a folder above; go to a project's folder, or name one with --project
audit-not-begun = nothing was judged: the rules or the manifest have errors
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
explain-unknown = `{ $what }` names no diagnostic, document, provision, kind, exception or finding of this project
audit-altitude-open = undecided up to { $tier }
audit-level = { $name } { $n }
audit-passing = passing { $rate }
