# What is coming until a later day, and what other rules would find.

outlook-head = What is coming until { $until }
outlook-how = The audit of { $today } (editions of { $as-of }) beside that of { $until }, with the evidence as it is. { $audits } days were judged.
outlook-worse = Passes now, fails later
outlook-better = Found now, not any more later
outlook-from = from { $from }
outlook-already = from { $from } already, by the editions in force then (the audit goes by those of { $as-of })
outlook-why-issued = `{ $after }` comes into force
outlook-why-edition = `{ $after }` takes the place of `{ $before }`
outlook-why-grace = the grace of `{ $after }` (`{ $grace }`) is over, and it asks for `{ $asked }`
outlook-changed-in = ; { $dimension }: `{ $before }` → `{ $after }`
outlook-why-repealed = `{ $before }` is not in force any more
outlook-why-exception-began = exception { $exception } begins
outlook-why-exception-lapsed = exception { $exception } has expired; its last day was { $until }
outlook-why-exception-changed = exception { $exception } stands otherwise: { $status }
outlook-why-age = only days have passed: what `{ $path }` says is judged otherwise from { $from } on
outlook-why-time = only days have passed since { $today }
outlook-why-stale = only days have passed: the evidence is too old from { $from } on

impact-head = Hypothetical: the evidence of `{ $project }` as it was judged on { $today }, by its rules with { $rules } laid over them; editions in force on { $as-of }.
impact-moved = The new edition { $edition } is not in force on the day whose editions the run goes by; all are taken as of { $as-of }, when it is.
impact-besides = In force on that day as well, and not from the new rules: { $editions }. What they change is among what is shown.
impact-not-there = there is nothing at `{ $path }`, which --rules names
impact-no-rules = nothing to compare: there is no rule in what --rules names
impact-gone = gone, or something else now: `{ $path }`
impact-inputs = what `{ $path }` was made from is not all at hand, so that nothing can be judged. Name the project with --old-project, or write records with `kijun audit --keep`
impact-wrong = nothing was judged: the new rules have errors, or do not go together with the rest of the run's
impact-title = { $title } (hypothetical)
