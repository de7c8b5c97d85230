# A text that is not the language.

did-you-mean = did you mean `{$name}`?

syntax-unexpected = `{$found}` cannot stand here
    .label = expected {$expected}
    .help = write {$expected} here, or remove this.

syntax-unfinished = something is missing here
    .label = expected {$expected}
    .help = write {$expected}.

syntax-unclosed-block = `{$bracket}` is never closed
    .label = opened here
    .note = what follows was read as part of it, up to the next item or the end of the file.
    .help = write the closing bracket where this ends.

syntax-stray-brace = `{$bracket}` closes nothing
    .label = nothing is open here
    .help = remove it, or write the opening bracket where the block begins.

syntax-unclosed-text = the text that begins with `{$quote}` is never closed
    .label = opened here
    .note = a text in `"` ends on its own line; a longer one stands in `"""`.
    .help = write `{$quote}` where the text ends.

syntax-unclosed-name = the name in backquotes is never closed
    .label = opened here
    .help = write another backquote where the name ends, on the same line.

syntax-other-spelling = `{$found}` is written `{$instead}` here
    .label = write `{$instead}`
    .help = write `{$instead}`.

syntax-include = a rule file does not name other files
    .label = `{$word}` is not known
    .note = all files under `rules` in the manifest are read together.
    .help = list the file or its folder under `rules` in `kijun.yaml`, and remove this line.

syntax-part-of-not-first = `part of` stands before everything else in a file
    .label = something stands before it
    .note = it says to which standard all of the file belongs.
    .help = move it to the file's first line, or move what belongs to another standard to a file of its own.

syntax-duplicate-member = `{$member}` is given twice
    .label = given again
    .first = first given here
    .help = keep one of the two.

syntax-mixed-separators = an enum is separated by `<` or by `,`, not by both
    .label = this one differs
    .first = the first one
    .note = `<` orders the members, least first; `,` leaves them without order.
    .help = use `<` between all members, or `,` between all.

syntax-chained-comparison = comparisons cannot be chained
    .label = second comparison
    .left = this is already true or false
    .help = write `a < b and b < c`, or put parentheses around one comparison.

syntax-bad-date = `{$written}` is not a date in the calendar
    .label = no such day or time
    .help = write year, month and day as `2011-04-21`, and a time as `2011-04-21T09:00`.

syntax-bad-escape = the escape `{$written}` means nothing
    .label = unknown escape
    .help = write `\\` for a backslash; the escapes are `\"`, `\\`, `\'`, `\n`, `\r`, `\t` and {"`\\u{3042}`"}.

syntax-bad-name = `{$written}` is not a name
    .label = not a name
    .note = a name begins with a letter or `_`; letters, digits and `_` follow, with or without backquotes.
    .help = write a name between the backquotes.

syntax-amount-too-large = `{$written}` is too large for a duration
    .label = at most 4294967295
    .help = write a larger unit.

syntax-lone-brace = `{$brace}` stands alone in a message
    .label = no value begins or ends here
    .help = write the value as {"`{field}`"}, or {"`{{`"} and {"`}}`"} for the signs themselves.

syntax-too-deep = this nests more than {$most} levels deep
    .label = too deep
    .note = brackets, conditions and quantifiers inside each other are bounded, so that no text can exhaust the reader.
    .help = name a part of it with `define`.

syntax-too-many-operators = an expression has more than {$most} operators
    .label = too long
    .help = name parts of it with `define`, or use `in` with a list.

word-syntax-item = an item (`standard`, `clause`, `vocabulary` …)
word-syntax-text = a text in quotes
word-syntax-title = a title in quotes
word-syntax-language = a language tag
word-syntax-name = a name
word-syntax-number = a clause number
word-syntax-edition-ref = a standard's name
word-syntax-clause-ref = a reference to a clause
word-syntax-date = a date
word-syntax-decimal = a number
word-syntax-size = a size
word-syntax-duration = a duration
word-syntax-time-unit = a unit of time
word-syntax-regex = a regular expression
word-syntax-version = a version
word-syntax-ip = an address
word-syntax-standard-member = a line of the head (`title`, `tier`, `edition` …)
word-syntax-clause-member = a member of the clause (`for`, `by`, `must` …)
word-syntax-section-member = a clause, a section or a default for them
word-syntax-severity = `critical`, `high`, `medium` or `low`
word-syntax-statement = a statement
word-syntax-label = a label
word-syntax-message = a message in quotes
word-syntax-subjects = a kind of subject
word-syntax-vocabulary-member = `enum`, `record` or `kind`
word-syntax-enum-member = a member of the enum
word-syntax-separator = `<` or `,`
word-syntax-fields = fields in braces
word-syntax-field = a field
word-syntax-from = `from`
word-syntax-type = a type
word-syntax-role-member = `reports to` or `incompatible with`
word-syntax-param = a parameter of the definition
word-syntax-constraint = a constraint
word-syntax-parameter-name = a parameter (`$name`)
word-syntax-exception-member = a member of the exception (`to`, `for`, `until` …)
word-syntax-measure-member = a member of the measure (`over`, `share`, `target` …)
word-syntax-case-row = a row of values, `=>` and a result
word-syntax-path = a path
word-syntax-test-member = `given`, `expect`, `cases` or `on`
word-syntax-result = a result (`pass`, `fail`, `unknown` …)
word-syntax-literal = a value
word-syntax-expression = an expression
word-syntax-range = `name in list`
word-syntax-operator = an operator
word-syntax-comparison = a comparison
word-syntax-set-of = values in braces
word-syntax-end = the end of this
