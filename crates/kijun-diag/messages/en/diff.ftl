# Two runs, or two editions, beside each other.

diff-unlike = `{ $edition }` is an edition and `{ $run }` is not. Name two runs, or two editions
diff-edition-missing = `{ $name }` is a standard; name two of its editions, each as `{ $name }@DATE`
diff-no-edition = there is no edition `{ $edition }`

# The runs.
diff-run-old = Before  { $title }
diff-run-new = After   { $title }
diff-run-days = { $start } to { $end }, audited on { $today }, editions of { $as-of }
diff-old = before
diff-new = after
diff-title = What changed between two audits
diff-none = none
diff-no-exception = none
diff-empty = Nothing is different: the two runs have the same findings, results, measures and exceptions.
diff-same-inputs = The runs do not differ in rules, exceptions, evidence, date or program.
diff-factors = What differs: { $factors }
diff-factor-rules = rules
diff-factor-exceptions = exceptions
diff-factor-evidence = evidence
diff-factor-date = audit date
diff-factor-engine = program

# Doubts, and why causes are not known.
diff-doubt-not-later = { $new } is not a later audit than { $old }. The earlier one comes first
diff-doubt-no-common-document = no document binds both in { $old } and in { $new }; nothing can be compared
diff-doubt-old-incomplete = part of the input of { $old } was wrong; it may not have found everything
diff-doubt-new-incomplete = part of the input of { $new } was wrong; it may not have found everything
diff-gone-old = Not all causes are known: of what the earlier run was made from, this is gone or holds something else now: { $paths }. Name the folder with --old-project
diff-gone-new = Not all causes are known: of what the later run was made from, this is gone or holds something else now: { $paths }. Name the folder with --new-project
diff-gone-path = { $path } ({ $kind }, BLAKE3 { $digest })
diff-gone-more = {" "}and { $n } more
diff-input-manifest = manifest
diff-input-rule = rules
diff-input-evidence = evidence
diff-input-previous-run = earlier record
diff-world = Some causes are not known: the earlier run could not be judged with the later one's { $taken }: { $reason }
diff-not-asked = Causes were not looked for.

# What has become of a finding.
diff-class-new = new
diff-class-worse = worse
diff-class-not-comparable = not comparable
diff-class-better = better
diff-class-resolved = resolved
diff-class-moved = moved
diff-persisting = persisting
diff-worst = New and worse
diff-gone = Resolved and better
diff-rest = The rest
diff-jump = On this page
diff-level-changed = level { $old } → { $new }
diff-seen-changed = result { $old } → { $new }
diff-altitude-changed = reaches { $old } → { $new }
diff-provision-changed = provision { $old } → { $new }
diff-not-told = no finding
diff-unseen-old = before: { $seen }
diff-unseen-new = after: { $seen }
diff-seen-no-subject = no such subject
diff-seen-unread = evidence not read whole
diff-seen-no-kind = no evidence of the kind
diff-seen-no-document = document does not bind
diff-seen-no-provision = provision not in force
diff-seen-not-bound = kind not bound
diff-seen-clean = nothing found
diff-seen-not-looked = not looked at
diff-seen-found = found

# Why.
diff-why = why:{" "}
diff-why-together = it took these together: { $sets }
diff-why-either = each of these alone would have brought it about: { $sets }
diff-why-undo = undone by: { $sets }
diff-why-only = because of a difference in { $sets }; in what exactly is not known
diff-why-inexact = some of these alone may have been enough: it could not be narrowed down further
diff-why-unknown = not known
diff-and = {" "}with { $last }
diff-or = {"; "}
diff-semicolon = {"; "}
diff-comma = {", "}
diff-at = {" "}({ $at })
diff-sort-system = By the system
diff-sort-rules = By a change of rules
diff-sort-exception = By an exception
diff-sort-subject = By a subject that left or appeared
diff-sort-source = By what evidence is there
diff-sort-date = By time
diff-sort-engine = By the program
diff-sort-several = By several causes
diff-sort-unknown = By what is not known
diff-cause-rule-issued = new provision: { $provision }
diff-cause-rule-repealed = provision no longer in force: { $provision }
diff-cause-rule-changed = the provision changed: { $provision }
diff-cause-rule-above = the provision above it changed: { $provision }
diff-cause-rule-above-now = a provision stands above it that did not: { $provision }
diff-cause-rule-above-no-more = a provision does not stand above it any more: { $provision }
diff-cause-rule-below = the provision below it, which speaks for it where both are violated, changed: { $provision }
diff-cause-rule-below-now = a provision stands below it that did not, and speaks for it where both are violated: { $provision }
diff-cause-rule-below-no-more = a provision does not stand below it any more, and speaks for it no longer: { $provision }
diff-cause-own-rule-issued = the provision is new
diff-cause-own-rule-repealed = the provision is no longer in force
diff-cause-own-rule-changed = the provision changed
diff-renumbered = { $new } (was { $old })
diff-aspect = , { $aspect }: { $before } → { $after }
diff-aspect-force = force
diff-aspect-scope = scope
diff-aspect-strength = strength
diff-aspect-timeframe = time
diff-aspect-responsibility = responsibility
diff-aspect-severity = severity
diff-aspect-exceptions = who may derogate
diff-aspect-implements = what it puts into effect
diff-cause-term = the { $sort } `{ $name }` changed
diff-cause-said = : { $before } → { $after }
diff-sort-of-define = definition
diff-sort-of-term = term
diff-sort-of-parameter = parameter
diff-sort-of-kind = kind
diff-sort-of-enum = enumeration
diff-sort-of-record = record
diff-sort-of-role = role
diff-cause-manifest = the manifest changed: `{ $key }`
diff-cause-value = value changed: { $path } { $before } → { $after }
diff-cause-taken = the evidence was taken anew: { $path } { $before } → { $after }
diff-cause-taken-stale = the evidence has gone stale: { $path }, taken on { $before }, now on { $after }
diff-cause-taken-fresh = the evidence was renewed: { $path }, taken on { $before }, now on { $after }
diff-cause-members = of { $kind } count otherwise, beside those that are named: { $appeared } new, { $left } gone, { $changed } changed
diff-cause-subject-appeared = { $subject } is in the evidence now
diff-cause-subject-left = { $subject } is not in the evidence any more
diff-cause-own-appeared = it is in the evidence now
diff-cause-own-left = it is not in the evidence any more
diff-brief-value = { $path } { $before } → { $after }
diff-cause-kind-changed = { $before } is { $after } now
diff-cause-source-lost = not all evidence of `{ $kind }` could be read any more
diff-cause-source-found = all evidence of `{ $kind }` could be read now
diff-cause-source-changed = other evidence of `{ $kind }` could not be read
diff-cause-exception-granted = exception { $exception } was granted
diff-cause-exception-granted-from = exception { $exception } was granted, from { $from }
diff-cause-exception-began = exception { $exception } holds now
diff-cause-exception-began-from = exception { $exception } began on { $from }
diff-cause-exception-began-until = exception { $exception } has not ended yet: it ends on { $until }
diff-cause-exception-lapsed = exception { $exception } has ended
diff-cause-exception-lapsed-from = exception { $exception } has not begun yet: it begins on { $from }
diff-cause-exception-lapsed-until = exception { $exception } ended on { $until }
diff-cause-exception-withdrawn = exception { $exception } was withdrawn
diff-cause-exception-changed = exception { $exception }: { $before } → { $after }
diff-exception-to = from what
diff-exception-for = for whom
diff-exception-approved = approved
diff-exception-from = first day
diff-exception-until = last day
diff-exception-because = reason
diff-exception-compensated = compensated by
diff-cause-date = time passed: audit date { $before } → { $after }
diff-cause-date-path = time passed since { $path }: audit date { $before } → { $after }
diff-cause-date-record = time passed since the evidence was collected: audit date { $before } → { $after }
diff-cause-earlier = the earlier finding { $finding } stands otherwise
diff-cause-earlier-by = the earlier finding { $finding } stands otherwise: { $causes }
diff-cause-engine = the program changed: { $before } → { $after }

# What was found, as a noun.
diff-found-elements = { $n ->
    [one] one element
   *[other] { $n } elements
}
diff-observed = { $path }: { $found }
diff-found-record = a record
diff-found-absent = nothing
diff-found-null = empty
diff-found-malformed = unreadable
diff-found-stale = as of { $on }
diff-found-undated = undated
diff-found-undetermined = not computable
diff-found-unmatched = none with { $field } = { $value }
diff-found-unread = not read whole
diff-found-unsourced = no source

# Tables.
diff-table-classes = Findings
diff-table-sorts = Why findings changed
diff-table-transitions = What results turned into
diff-table-figures = Results
diff-table-measures = Measures
diff-table-exceptions = Exceptions
diff-table-documents = Documents
diff-table-statements = Provisions
diff-table-results = Results that changed
diff-table-inputs = Files
diff-before-exceptions = { $run }, before exceptions
diff-from = before ↓  after →
diff-no-result = no result
diff-files = { $n ->
    [one] one file differs
   *[other] { $n } files differ
}: { $added } added, { $left } gone, { $changed } changed
diff-statements = { $n ->
    [one] one provision differs
   *[other] { $n } provisions differ
}: { $added } new, { $left } gone, { $changed } cited otherwise
diff-column-class = change
diff-column-id = id
diff-column-level = level
diff-column-level-before = level before
diff-column-level-after = level after
diff-column-provision = provision
diff-column-provision-before = provision before
diff-column-provision-after = provision after
diff-column-lineage = lineage
diff-column-title = title
diff-column-kind = kind
diff-column-subject = subject
diff-column-unit = unit
diff-column-unit-title = unit title
diff-column-role = role
diff-unit = { $title } ({ $id })
diff-column-seen-before = result before
diff-column-seen-after = result after
diff-column-message-before = message before
diff-column-message-after = message after
diff-column-at-before = place before
diff-column-at-after = place after
diff-column-sort = sort of cause
diff-column-why = why
diff-column-enough = enough
diff-column-undo = undo
diff-column-n = number
diff-column-name = name
diff-column-before = before
diff-column-after = after
diff-column-target = target
diff-column-reached-before = target before
diff-column-reached-after = target after
diff-column-until-before = until, before
diff-column-until-after = until, after
diff-column-covers = began to cover
diff-column-uncovers = ceased to cover
diff-column-run = run
diff-column-file = file
diff-more = … and { $n } more
diff-left-out = { $n } more are left out here; `--format json` has all
diff-page-more = … and { $n } more that are not on this page; `--format xlsx` and `--format csv` have all
diff-page-rows = … and { $n } more rows that are not on this page; `--format xlsx` has all
diff-filter-all = all
diff-filter-text = search
diff-shown = shown
diff-evidence = evidence: { $seen }
diff-workbook-needs-file = a workbook goes to a file: name one with -o
diff-does-not-follow-old = Not all causes are known: the earlier record, made by { $made }, does not follow from its inputs when { $judged } judges them again
diff-does-not-follow-new = Not all causes are known: the later record, made by { $made }, does not follow from its inputs when { $judged } judges them again
diff-summary = Summary
diff-changes = Changes
diff-column-start = period from
diff-column-end = period to
diff-column-today = audited on
diff-column-as-of = editions of
diff-column-engine = program

# A line for each.
diff-stop = {". "}
diff-turned = { $old } → { $new }
diff-until = last day { $old } → { $new }
diff-until-began = last day { $day }
diff-began-to-cover = covers now { $names }
diff-ceased-to-cover = covers no more { $names }
