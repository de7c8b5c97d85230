# The manifest, and files about systems and people.

manifest-syntax = the manifest is not readable YAML: {$detail}
    .label = reading stopped here
    .help = write the manifest as one YAML document, indented by spaces, without tabs and without tags.

manifest-unknown-key = the manifest has no `{$name}` here
    .label = unknown name
    .note = a name that nobody reads would be a setting without effect.
    .help = write one of: {$known}.

manifest-duplicate-key = `{$name}` stands twice
    .label = second time
    .first = first time
    .help = keep one of the two.

manifest-missing-key = `{$name}` is missing
    .label = `{$name}` belongs in here
    .help = add `{$name}`.

manifest-wrong-type = {$expected} is needed here, not {$found}
    .label = {$found}
    .help = write {$expected} here; a number or word that is meant as text goes in quotes.

manifest-unknown-word = `{$word}` has no meaning here
    .label = unknown word
    .help = write one of: {$known}.

manifest-not-a-date = `{$found}` is not a date
    .label = not a day of the calendar
    .help = write the day as year-month-day, such as `2011-04-01`.

manifest-version = manifests of version `{$found}` are not known
    .label = this version reads `1`
    .help = write `kijun: 1`, or use a later version of the program.

manifest-empty-period = the period ends before it starts
    .label = last day
    .start = first day
    .help = exchange the two days, or correct one of them.

manifest-limit-range = the limit `{$name}` cannot have this value
    .label = not between {$least} and {$most}
    .help = write a number from {$least} to {$most}.

manifest-invalid = the manifest cannot be understood: {$detail}
    .label = here
    .help = correct this value.

manifest-unknown-kind = no vocabulary declares a kind `{$name}`
    .label = unknown kind
    .help = name a kind that the rules declare, or add the vocabulary's file to `rules`.

manifest-unknown-field = `{$kind}` has no field `{$name}`
    .label = unknown field
    .help = name a field of `{$kind}`.

manifest-field-type = the field `{$name}` cannot be used here
    .label = this needs {$expected}
    .declared = declared here
    .help = name a field that is {$expected}.

manifest-bad-constant = `{$value}` is not {$expected}
    .label = the field `{$name}` cannot hold this
    .declared = declared here
    .help = write {$expected}, as the evidence would.

manifest-filled-twice = the field `{$name}` is filled twice
    .label = filled here again
    .help = fill a field by a capture, by `entry` or by `constants`, not by two of them.

manifest-bad-pattern = `{$pattern}` is not a file pattern: {$reason}
    .label = {$reason}
    .help = write a path with `*`, `?`, `**` for folders, or captures such as {"`{id}`"}.

manifest-outside = `{$pattern}` leaves the project's folder
    .label = only files inside the folder are evidence
    .note = a run must depend on nothing but its own folder, or nobody could repeat it.
    .help = write a path relative to the manifest, without `..`.

manifest-unknown-format = the format of `{$pattern}` is not known
    .label = no known extension
    .help = add `format: yaml`, `json`, `jsonl`, `csv`, `xlsx` or `markdown`.

manifest-not-for-format = `{$name}` has no meaning for {$format}
    .label = { $name ->
        [header] only a table has a header
        [sheet] only a workbook has sheets
        [encoding] a workbook says itself how its texts are encoded
       *[records] where the records are in {$format} is fixed
    }
    .help = remove `{$name}`.

manifest-join-alone = there is nothing that `{$kind}` could be joined into
    .label = this source only adds to subjects of other sources
    .help = add a source of `{$kind}` without `join`, or remove `join` here.

manifest-unknown-expectation = `{$name}` is no pattern, kind or statement
    .label = nothing has this name
    .note = an expectation about nothing would hide the emptiness that it was written for.
    .help = write a pattern from `evidence` exactly as it stands there, a kind, or `standard:clause#label`.

manifest-unknown-unit = no kind has a field `{$name}`
    .label = unknown field
    .note = findings would be told without the unit that answers for them.
    .help = name the field by which subjects name their unit, or remove `unit`.

manifest-unknown-tier = no document is of the tier `{$name}`
    .label = unknown tier
    .note = this row of the table of levels would never fit, and findings would be of another level.
    .help = name a tier as a document writes it.

manifest-unknown-lint = there is no lint and no group of lints `{$name}`
    .label = unknown lint
    .help = `kijun lint --list` lists the lints and their groups.

manifest-unknown-statement = no document has a statement `{$name}`
    .label = nothing is cited so
    .help = write `standard:clause#label`, or `standard:clause` for all statements of a clause.

manifest-no-source = no source tells of any `{$kind}`
    .label = there would be none
    .help = add a source of kind `{$kind}` to `evidence`, or list the kind under `expect_empty`.

manifest-duplicate-sample = there is a sample `{$name}` already
    .label = the same name again
    .first = first here
    .help = give each sample a name of its own.

manifest-empty-value = `{$name}` is empty
    .label = nothing stands here
    .help = write what it says; without it nothing can be drawn.

manifest-mixed-kinds = `{$statement}` binds `{$kind}`, and the statements before it bind `{$first}`
    .label = another kind
    .note = a sample has one kind of candidate, or its shares would mean nothing.
    .help = plan a sample for each kind.

manifest-sample-size = `{$found}` says of no stratum how many are drawn
    .label = neither a share nor a number, or none at all
    .help = write a share (`10%`) or a number (`3`); a share of nothing needs `at_least`.

evidence-no-file = no file fits `{$pattern}`
    .label = finds nothing
    .note = evidence that is missing must not look like evidence that is fine.
    .help = correct the pattern, add the files, or list the pattern in `expect_empty`.

evidence-not-a-file = `{$path}` is {$found}, not a file
    .label = named like evidence
    .help = remove it, or write a pattern that does not meet it.

evidence-bad-link = the link `{$path}` is not followed: {$reason}
    .label = {$reason}
    .help = put the file itself into the project's folder.

evidence-unreadable = `{$path}` cannot be read: {$detail}
    .label = not read
    .help = see that the file exists and may be read.

evidence-encoding = this file is written in {$found}, not in {$expected}
    .label = the first text that is not {$expected}
    .help = { $remedy ->
        [name] write `encoding: {$name}` for this source in the manifest.
        [leave] remove `encoding` from this source in the manifest.
       *[convert] convert the file to UTF-8, for example with `iconv -f {$found} -t UTF-8`.
    }

evidence-undecodable = these bytes are no character of {$encoding}
    .label = the first such bytes
    .note = to read on would mean to guess what was written here.
    .help = correct the file, or the `encoding` of this source in the manifest; what comes after this place was not read.

evidence-binary = this file is not text
    .label = the first bytes that are no text
    .help = write the evidence as UTF-8 text, or write a pattern that does not meet this file.

evidence-limit = this exceeds the limit `{$name}` of {$most}
    .label = too much
    .help = divide the file, or raise `limits.{$name}` in the manifest.

evidence-syntax = this is not {$format}: {$detail}
    .label = reading stopped here
    .help = correct the file; what comes after this place was not read.

evidence-yaml-feature = evidence in YAML cannot use {$feature}
    .label = not read
    .help = write the value out in plain YAML.

evidence-duplicate-key = `{$name}` stands twice in one record
    .label = second time
    .first = first time
    .note = two values for one name are no evidence for either.
    .help = keep the one that is true.

evidence-duplicate-column = two columns are called `{$name}`
    .label = second time
    .first = first time
    .help = rename one of the columns.

evidence-ragged-row = this row has {$found} cells, the header has {$expected}
    .label = left out
    .note = a comma too many or too few would shift every value after it.
    .help = correct the row; a value that holds a comma goes in quotes.

evidence-no-header = there is no row {$row} to be the header
    .label = this table
    .note = rows are counted from 1, empty ones among them; the header names the columns, and is not empty.
    .help = correct `header` in the manifest, or leave it out: then the first row that names the key is the header.

evidence-not-a-workbook = this is no workbook that can be read: { $found ->
        [old] it is of the binary format that came before XLSX
        [encrypted] it is protected by a password
        [archive] it is an archive of something else
       *[other] it is no archive, as a workbook is
    }
    .label = the beginning of the file
    .help = { $found ->
        [encrypted] remove the password, or save a copy without it.
       *[other] save the table as XLSX or CSV, or write a pattern that does not meet this file.
    }

evidence-unknown-sheet = the workbook has no sheet `{$name}`
    .label = this workbook
    .help = name one of its sheets: {$known}.

evidence-error-cell = the formula of `{$path}` has come to {$found}
    .label = {$found}
    .note = what a failed formula stands for, nobody knows.
    .help = correct the formula, or write the value itself; an empty cell says that there is none.

evidence-unclosed-front-matter = the front matter of this document does not end
    .label = it begins here
    .help = write a line of `---` after the fields; a document without fields does not begin with such a line.

evidence-unclosed-quote = this quoted cell does not end
    .label = opened here
    .help = add the closing `"`; write a quote inside a quoted cell twice.

evidence-no-records = there are no records at {$path}
    .label = no records found
    .help = { $format ->
        [csv] write a row with the names of the columns, or remove the file from the pattern; without records that row stands alone.
        [lines] write a record on each line, or remove the file from the pattern; no records at all are written `[]`.
       *[tree] correct `records` in the manifest, or remove the file from the pattern; an empty list is written `[]`.
    }

evidence-not-a-record = a record with names is needed here, not {$found}
    .label = {$found}
    .help = write names and values, or say with `records` in the manifest where the records are.

evidence-wrong-type = `{$path}` must be {$expected}, not {$found}
    .label = not {$expected}
    .declared = declared here
    .help = {$hint}

evidence-unknown-member = `{$found}` is no value of `{$path}`
    .label = unknown value
    .declared = declared here
    .help = write one of: {$known}; or add the spelling to the enumeration with `from`.

evidence-from-name-nowhere = nothing in `{$path}` is called `{$name}`
    .label = no record has this name
    .note = a field that is sought under a wrong name would read as if it were rightly absent.
    .help = correct the name, or remove it from the manifest; the names there are: {$known}.

evidence-near-name = `{$name}` is read by no field, and `{$field}` is missing
    .label = was `{$field}` meant?
    .declared = the field that is missing
    .help = correct the name, or give the field this name under `from` in the manifest.

evidence-conflict = `{$field}` is `{$here}` here and `{$there}` elsewhere
    .label = `{$here}`
    .other = `{$there}`
    .note = of two values that differ neither is evidence.
    .help = correct the one that is wrong.

evidence-missing-key = { $where ->
        [record] this record
       *[header] this header
    } has no `{$field}`, by which a `{$kind}` is known
    .label = { $where ->
        [separator] this is one column
       *[record] left out
    }
    .declared = the key is declared here
    .help = { $where ->
        [separator] separate the cells by commas; semicolons and tabs separate nothing in CSV.
       *[record] add `{$field}`, or say under `from` in the manifest what it is called in this evidence.
    }

evidence-joined-twice = two records join into the `{$kind}` with the key `{$key}`
    .label = second one
    .first = first one
    .note = which of the two is true is not known, so neither is used, and what needs them cannot be told.
    .help = remove one of the two, or join them `at` a field that is a list.

evidence-key-collision = there are two `{$kind}` with the key `{$key}`
    .label = second one, left out
    .first = first one, kept
    .note = which of the two is true is not known; the kind counts as not wholly read.
    .help = remove one of the two, correct the key, or join the second source with `join`.

evidence-joined-to-nothing = no `{$kind}` has the key `{$key}`
    .label = joined to nothing
    .help = correct the key here, or add the missing `{$kind}` to its own source.

evidence-more = {$count} more in this file
    .label = the next one
    .help = correct those above first, or raise `limits.diagnostics`.

evidence-dangling-reference = there is no `{$kind}` with the key `{$key}`
    .label = { $n ->
        [one] named here
       *[other] named here first, and {$n} times in all
    }
    .note = whatever joins on it finds nothing, or is unknown.
    .help = correct the key, or add the `{$kind}` to its source.

evidence-unknown-question = no document in force asks `{$statement}`
    .label = answered here
    .note = an answer to no question counts for nothing, and whoever gave it has perhaps not answered the one that was meant.
    .help = write the statement that asks as `standard:clause#label`, without the edition.

evidence-unknown-role = `{$found}` names no role of the rules
    .label = a value of `{$field}`
    .note = whoever has it answers for nothing, and nobody looks whether it goes together with their other duties.
    .help = write the name or a title of a role, or declare one with `role`.

evidence-cyclic-units = units stand above each other in a circle: {$circle}
    .label = the unit above
    .note = they are treated as units that have none above them.
    .help = correct the unit above one of them.

word-manifest-empty = it is empty

word-found-null = nothing
word-found-bool = `true` or `false`
word-found-number = a number
word-found-text = text
word-found-list = a list
word-found-record = a map of names and values
word-found-malformed = a value that cannot be used
word-top-of-file = the top of the file
word-found-folder = a folder
word-found-special-file = neither a file nor a folder
word-found-name-not-unicode = a thing whose name is not valid Unicode

word-type-bool = `true` or `false`
word-type-int = a whole number
word-type-count = a whole number of 0 or more
word-type-number = a number
word-type-text = text
word-type-ref = the key of a subject
word-type-date = a date
word-type-datetime = a date with a time
word-type-duration = a length of time
word-type-business-days = a number of business days
word-type-version = a version
word-type-size = a size
word-type-percent = a percentage
word-type-ip = an IP address or network
word-type-enum = one of the enumeration's values
word-type-list = a list
word-type-map = a map of names and values
word-type-record = a record
word-type-list-of-records = a list of records
word-type-scalar = a single value
word-type-roles = text, an enumeration, or a list of either

word-hint-declared = correct the value here, or the type where it is declared.
word-hint-bool = write `true` or `false`; words such as `yes` and `off` are text.
word-hint-quoted-number = remove the quotes; a quoted number is text.
word-hint-grouping = group the digits by thousands, as in `1,200`, or write the number without commas.
word-hint-whole-number = write a number without a fraction, or declare the field `number`.
word-hint-date = write the day as year, month and day, such as `2011-04-01`, `2011/4/1`, `平成23年4月1日` or `H23.4.1`.
word-hint-date-short-year = write all four digits of the year, or its era, as in `H23.4.1`; `11` alone may be a year of any century or era, or a day.
word-hint-date-year-last = write the year first, such as `2011-04-01`; where it comes last, day and month cannot be told apart.
word-hint-date-none = write a day that the calendar has.
word-hint-era-reiwa = write a day of the era; 令和 began on 令和元年5月1日, 2019-05-01.
word-hint-era-heisei = write a day of the era; 平成 reaches from 平成元年1月8日, 1989-01-08, to 平成31年4月30日, 2019-04-30.
word-hint-era-showa = write a day of the era; 昭和 reaches from 昭和元年12月25日, 1926-12-25, to 昭和64年1月7日, 1989-01-07.
word-hint-era-taisho = write a day of the era; 大正 reaches from 大正元年7月30日, 1912-07-30, to 大正15年12月25日, 1926-12-25.
word-hint-era-meiji = write a day of the era; 明治 is read from 明治6年1月1日, 1873-01-01, when its months became those of the calendar of today, to 明治45年7月30日, 1912-07-30.
word-hint-datetime = write a day and a local time without an offset, such as `2011-04-01T09:30` or `平成23年4月1日 9時30分`.
word-hint-duration = write an amount and a unit, such as `30 days`, `6か月`, `2年3か月` or `P30D`.
word-hint-months = write `6か月` for six months; `6月` is the month of June.
word-hint-business-days = write an amount of business days, such as `5 business days` or `5営業日`.
word-hint-size = write an amount and a unit, such as `10 GiB` or `512 B`.
word-hint-percent = write the sign, for `0.9` alone may mean `0.9%` or `90%`.
word-hint-csv-list = keep lists in YAML or JSON, or in a CSV of their own that is joined by `join`.

word-merge-of-no-map = `<<` with something that is no map
word-merge-of-records = `<<` among records
word-tag = tags
word-key-not-scalar = names that are no plain text
word-alias-to-itself = an alias inside of what it stands for

word-link-broken = it leads nowhere
word-link-leaves = it leaves the project's folder
word-link-circle = it leads in a circle

word-pattern-empty = it is empty
word-pattern-backslash = folders are separated by `/`
word-pattern-empty-name = a name in it is empty
word-pattern-stars = `**` stands only for whole folders
word-pattern-open-brace = a brace has no partner
word-pattern-empty-capture = a capture has no name
word-pattern-capture-twice = two captures have one name
word-pattern-too-long = it is too long
evidence-unknown-finding = the audit before (`{ $project }`) has no finding `{ $id }`
    .label = this number
    .note = Nobody can tell which finding it answers, so it is left out of the follow-up.
    .help = Write the number of a finding in the record of the audit before: `F-` and twelve hexadecimal digits.
