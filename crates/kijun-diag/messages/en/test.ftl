# Rules that do not do what their tests expect, and `kijun test`.

test-nobody = this is expected of nobody
    .label = the test gives no subject
    .help = write `given KIND NAME {"{"} … {"}"}` before it.

test-none = there is no test to run
    .note = a run without tests shows nothing.
    .help = write `test "…" {"{"} … {"}"}` in a rule file of the project, or give other words to look for.

test-not-in-force = `{$statement}` is never in force
    .label = nothing can be expected of it
    .statement = written here
    .help = look at `in force from` and `until` of the clause and of its standard.

test-other-reason = `{$statement}` is {$found} for `{$subject}`, but not because of `{$because}`
    .label = something else decided
    .statement = the statement
    .note = what decided is {$deciding}.
    .help = write the path that decides, or give `{$subject}` evidence for which `{$because}` does.

test-other-result = `{$statement}` is {$found} for `{$subject}`, where {$expected} is expected
    .label = comes to {$found}
    .statement = the statement
    .note = what decided is {$deciding}.
    .help = correct the statement, or expect {$found}.

word-test-nothing = nothing in the evidence

test-passed = ok    { $name }
test-failed = FAIL  { $name }
test-summary = { $tests } tests, { $expectations } expectations: { $met } met, { $unmet } not met

test-unknown-standard = `{ $name }` is no document of these rules

coverage-untested = Not tested:
coverage-partly = Partly tested:
coverage-never-result = never { $result }
coverage-never-true = `{ $text }` never true
coverage-never-false = `{ $text }` never false
coverage-figures = Seen: { $statements } statements, { $results } results, { $sides } sides of conditions
coverage-too-little = { $seen } of { $of } results and sides were seen, less than { $least }%

mutants-survived = Changes that no test notices:
mutants-undecided = not decided whether a test can notice it
mutants-dropped = (left out)
mutants-figures = Changes: { $tried } tried, { $killed } noticed, { $equal } without effect, { $survived } not noticed, { $undecided } undecided
mutants-limit = { $left } more changes were not tried: the limit is reached (`--max-mutants`)

generate-pass = passes
generate-fail = fails
generate-bound = `{ $text }` at { $value }
generate-alone-false = only `{ $text }` is false
generate-alone-true = only `{ $text }` is true
generate-free = not bound: `{ $text }` is false
generate-missing = nobody says `{ $text }`
generate-nothing = no test could be made
generate-not-made = not made, since it could not be decided: { $what }
generate-unknown = `{ $name }` is no statement or clause of these rules
generate-no = the answer is the other one
generate-unanswered = nobody answers
