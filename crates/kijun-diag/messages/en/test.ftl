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
