# Two editions of a standard beside each other.

editions-title = { $old } → { $new }
editions-older = older: { $edition }  { $title }
editions-newer = newer: { $edition }  { $title }
editions-day = The documents below are those in force on { $day }.
editions-nothing = Nothing is different: every provision is called what it was, demands what it did, and says what it said.
editions-in-common = the two have no standard in common
editions-known = there are: { $editions }
editions-not-begun = the editions were not compared: first correct what is wrong with the rules
editions-comma = ,{" "}

editions-pressing = To be put right below
editions-substantial = Demanded otherwise, new or gone
editions-wording = Called or worded otherwise
editions-count = ({ $n })

editions-identity-new = new
editions-identity-repealed = repealed
editions-identity-split = split
editions-identity-merged = merged
editions-identity-regrouped = regrouped
editions-identity-renumbered = renumbered
editions-identity-same = same number
editions-identity-taken-over = taken over by another document

editions-substance-stricter = stricter
editions-substance-weaker = weaker
editions-substance-incomparable = stricter and weaker
editions-substance-undecided = undecided
editions-substance-text-only = reworded
editions-substance-equal = demands the same
editions-substance-nothing = words only, the same

editions-known-number = by its number
editions-known-was = by `was`
editions-known-text = known by its text alone: declare it with `was`

editions-way-stricter = more is demanded
editions-way-weaker = less is demanded
editions-way-other = otherwise
editions-aspect-force = force
editions-aspect-scope = scope
editions-aspect-strength = strength
editions-aspect-timeframe = time
editions-aspect-responsibility = responsibility
editions-aspect-severity = severity
editions-aspect-exceptions = exceptions
editions-moved = { $aspect }: { $way }
editions-moved-said = { $aspect }: { $way } ({ $before } → { $after })
editions-unsaid = nothing

editions-field-title = title
editions-field-text = text
editions-field-question = question
editions-field-fix = remedy
editions-field-of = { $field } ({ $lang })

editions-lost = demanded no more: { $source }
editions-gained = demanded now: { $source }
editions-undecided = not decided: { $source }
editions-case-lost = Satisfies the newer edition and breaks what the older one demanded:
editions-case-gained = Satisfied the older edition and breaks what the newer one demands:
editions-case-below = Satisfies { $document } and breaks the newer edition:

editions-mark-numbers = The text names other numbers: { $gone } → { $come }
editions-mark-firmness = The text is said with another force: { $gone } → { $come }
editions-mark-text-unmoved = The rule changed and its text did not: one of them does not say what was decided.
editions-mark-rule-unmoved = The text changed in its numbers or its force and the rule did not: one of them does not say what was decided.
editions-force-must = must
editions-force-must-not = must not
editions-force-should = should
editions-force-should-not = should not
editions-force-may = may

editions-section = Moved to another section: { $before } → { $after }
editions-no-section = none
editions-hint-whole = perhaps { $clause }, renumbered ({ $percent } % of the words): if so, write `was`
editions-hint-part = { $percent } % of its words are those of { $clause }: perhaps it is a part of it; if so, write `was`

editions-below-falls-short = falls short now
editions-below-cites-gone = cites what is gone
editions-below-not-covered = does not cover it yet
editions-below-fell-short = fell short before too
editions-below-undecided = a person must say whether it still conforms
editions-below-excludes = excludes it: look at the reason again
editions-below-conforms-now = conforms now
editions-below-recite = still conforms; to be cited anew
editions-below-still-conforms = still conforms
editions-below-of = { $document } { $clauses }: { $status }
editions-below-none = { $document }: { $status }

editions-naming-exception = exception { $name }
editions-naming-compensation = compensation of exception { $name }
editions-naming-measure = measure { $name }
editions-naming-reference = reference in { $name }
editions-named-by = Named by { $names }

editions-total = { $n ->
        [one] 1 provision
       *[other] { $n } provisions
    }: { $unchanged } unchanged
editions-counted = { $name } { $n }
editions-figures-identity = Of the others, by name: { $counts }
editions-figures-substance = By what they demand: { $counts }
editions-figures-words = Reworded { $reworded }, in another section { $regrouped }
editions-figures-below = Documents below: { $counts }

editions-unlike = No standard is on both sides: these are two documents, or one under another name.
editions-sheet-provisions = provisions
editions-column-provision = provision
editions-column-identity = identity
editions-column-substance = substance
editions-column-known = known by
editions-column-before = older
editions-column-after = newer
editions-column-title = title
editions-column-moved = what moved
editions-column-lost = demanded no more
editions-column-gained = demanded now
editions-column-words = words
editions-column-marks = remarks
editions-column-below = below
editions-column-named = named by
