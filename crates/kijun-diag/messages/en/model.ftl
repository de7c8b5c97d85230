# Names that mean nothing, and expressions that do not fit together.

# --- names

resolve-ambiguous-edition = `{$name}` has several editions
    .label = which edition is meant?
    .note = there are editions of {$known}. A reference without a date is clear only where the document it stands in conforms to one of them, or supersedes one.
    .help = write the date of the edition behind the name: `{$name}@DATE`.

resolve-cyclic-name = `{$name}` leads back to itself
    .label = part of a circle
    .note = definitions, kinds and reporting lines must come to an end, so that every rule can be evaluated.
    .help = remove one of the references that close the circle.

resolve-duplicate-name = `{$name}` is declared twice
    .label = declared again here
    .first = first declared here
    .note = a name means one thing, or nobody could tell what a rule says.
    .help = rename one of the two, or remove it.

resolve-each-without-by = `{$measure}` says what each part must come to, and has no parts
    .label = of each of what?
    .note = `each` is the target of every part that `by` makes.
    .help = add `by FIELD`, or write `target`.

resolve-missing-member = `{$of}` has no `{$word}`
    .label = `{$word}` is missing
    .help = add a line with `{$word}`.

resolve-never-issued-edition = `{$name}` was never issued on {$date}
    .label = no edition of this date
    .note = the editions that the rules hold are of {$known}.
    .help = cite one of these dates, or add the missing edition to the rules.

resolve-no-document = this belongs to no document
    .label = needs a document around it
    .note = the file has no `standard` and no `part of`, so there is nothing that this could be a provision of.
    .help = begin the file with `standard NAME {"{"} … {"}"}` or `part of NAME@EDITION`; in a reference, write the standard too: `NAME:NUMBER`.

resolve-no-figure = `{$measure}` does not say what is taken of its subjects
    .label = measures nothing yet
    .help = add one of `share CONDITION`, `count`, `sum VALUE`, `mean VALUE`, `min VALUE` and `max VALUE`.

resolve-no-subjects = clause `{$number}` does not say what it applies to
    .label = binds nothing yet
    .note = a requirement is judged for each subject of a kind.
    .help = add `for KIND` to the clause, or to a section around it.

resolve-not-in-scope = `{$name}` belongs to the vocabulary `{$vocabulary}`, which this document does not use
    .label = not in scope here
    .help = add `uses {$vocabulary}` to the head of the standard.

resolve-repeated-member = `{$word}` is given twice
    .label = given again here
    .first = first given here
    .note = only one can count, and a reader could not tell which.
    .help = remove one of the two.

resolve-two-figures = `{$measure}` takes more than one figure
    .label = another figure
    .first = the first one
    .note = a measure is one figure, so that its target and its parts speak of the same thing.
    .help = make a measure of its own for the other.

resolve-unknown-clause = there is no clause or section `{$name}`
    .label = no such number in that document
    .help = write the number exactly as the document does.

resolve-unknown-definition = there is no definition `{$name}`
    .label = not defined
    .help = define it with `define {$name}(…) = …`.

resolve-ragged-case = this row has {$found} values, and the table has {$expected} columns
    .label = not as many as there are columns
    .help = write one value for each column before `=>`.

resolve-unknown-column = `${$name}` is not a column of a table of cases
    .label = nothing stands in its place
    .help = name the column in `cases (…)`, or write the value in quotes if the evidence has a `$`.

resolve-unused-column = the column `{$name}` stands nowhere in the records given
    .label = its values change nothing
    .note = every row would judge the same subject.
    .help = write `${$name}` in a `given` where the value belongs.

resolve-unknown-field = `{$owner}` has no field `{$name}`
    .label = no such field
    .note = a field that no vocabulary declares would be missing in all evidence, and nothing could ever pass.
    .help = use a field of `{$owner}`, or declare this one in the vocabulary.

resolve-unknown-kind = there is no kind `{$name}`
    .label = not a kind of subject
    .help = declare it in a vocabulary with `kind {$name} {"{"} … {"}"}`.

resolve-unknown-language = `{$name}` is not a language that Kijun speaks
    .label = unknown language
    .help = write `en` or `ja`, or leave the tag out for the document's own language.

resolve-unknown-member = `{$name}` is not a member of the enumeration
    .label = no such member
    .help = use one of the members that the vocabulary lists.

resolve-unknown-name = nothing here is called `{$name}`
    .label = not a field, a local name or a definition
    .help = use a field of the subject, or declare the name.

resolve-unknown-parameter = there is no parameter `${$name}`
    .label = not declared
    .note = a parameter is declared by the document that leaves the choice to others.
    .help = declare it there with `parameter {$name} : TYPE`.

resolve-unknown-result = `{$name}` is not a result
    .label = not a result
    .help = write `pass`, `fail`, `unknown`, `not-applicable`, `waived` or `error`.

resolve-unknown-role = there is no role `{$name}`
    .label = not declared
    .help = declare it with `role {$name} "…" {"{"} {"}"}`.

resolve-unknown-standard = there is no standard `{$name}`
    .label = not among the rules
    .help = add its file to `rules` in the manifest, or correct the name.

resolve-unknown-statement = the clause has no statement `#{$name}`
    .label = no such label
    .note = a statement is cited by its label, or else by its place in the clause, counted from 1.
    .help = cite a label or a place that exists, or the whole clause.

resolve-unknown-type = there is no type `{$name}`
    .label = not a type
    .help = use a built-in type, or declare an `enum` or a `record` of this name.

resolve-unknown-vocabulary = there is no vocabulary `{$name}`
    .label = not among the rules
    .help = add its file to `rules` in the manifest, or correct the name.

# --- types

type-bad-literal = `{$text}` cannot be read as {$what}
    .label = {$why}
    .help = correct the value.

type-definitions-too-deep = `{$name}` stands on too many other definitions
    .label = too deep
    .note = definitions may stand on one another 32 deep, so that every rule stays small enough to be read and decided.
    .help = join some of the definitions that it calls.

type-empty-set = the set is empty
    .label = nothing is in `{"{"}{"}"}`
    .help = list at least one value.

type-field-of-reference = `{$field}` cannot be read through a reference to `{$kind}`
    .label = a reference is only a key
    .note = whether the `{$kind}` is there, and only once, must be asked.
    .help = join it: `some x in all {$kind} where x == … : x.{$field}`.

type-key-type = `{$field}` cannot be a key, because it is of type `{$type}`
    .label = not a type for keys
    .note = a key is compared letter by letter, so that one subject keeps its identity from year to year.
    .help = make it `text`, `int`, `date` or a `ref`.

type-kind-as-field = a field cannot hold a whole `{$kind}`
    .label = this is a kind of subject
    .help = write `ref {$kind}` to point to one, or declare a `record`.

type-network-equality = an address is compared with a whole network
    .label = this is a network
    .note = no address equals a network, so `==` would never hold and `!=` always would.
    .help = ask with `in` or `not in` whether an address lies in it.

type-mismatch = `{$left}` cannot be compared with `{$right}`
    .label = this is `{$right}`
    .is-left = this is `{$left}`
    .note = no value is converted without being asked, so a comparison of two types would never mean anything.
    .help = compare values of one type.

type-mixed-days = business days cannot be mixed with days of the calendar
    .label = two ways of counting
    .note = how many days lie in ten business days depends on where one starts.
    .help = count both sides in `days`, or both in `business days`.

type-nested-optional = `?` stands on a type that is optional already
    .label = one `?` is enough
    .help = remove one `?`.

type-not-a-condition = a condition is needed here, and this is `{$found}`
    .label = not true or false
    .help = compare it with something: `… == …`.

type-not-a-list = a list is needed here, and this is `{$found}`
    .label = has no elements
    .help = use a field of type `list of …` or `map of …`, or `all KIND`.

type-not-a-scalar = a single value is needed here, and this is `{$found}`
    .label = not a single value
    .help = name one of its fields, or ask about its elements with `every`, `some`, `no` or `count`.

type-not-constant = a fixed value is needed here
    .label = differs from subject to subject
    .help = write the value itself: a number, a date, a text, a member of an enumeration.

type-not-optional = `{$path}` is never rightly absent
    .label = not declared with `?`
    .note = where evidence for a required field is missing, the result is unknown by itself; nobody needs to ask.
    .help = remove the test, or declare the field with `?` if it may rightly be absent.

type-not-a-quantity = values of type `{$type}` cannot be added up
    .label = not a quantity
    .note = numbers, percentages, sizes and durations are quantities.
    .help = count the subjects with `count`, or take a share with `share`.

type-not-a-tree = subjects of kind `{$kind}` do not stand in a tree
    .label = nothing stands below anything here
    .note = a kind is a tree if its key is one field, and exactly one of its fields is a `ref` to the kind itself: the one above.
    .help = add such a field to the kind (`parent : ref {$kind}?`), or compare with `==`.

type-not-ordered = values of type `{$type}` have no order
    .label = neither more nor less
    .help = use `==`, `!=` or `in`; an enumeration is ordered if its members are separated by `<`.

type-not-a-level = `{$field}` has no levels: its type is `{$type}`
    .label = not the field of an ordered enumeration
    .note = levels are the members of an enumeration, separated by `<`.
    .help = name a field whose type is an ordered enumeration, or order the members in the vocabulary.

type-no-key = kind `{$kind}` needs a key of one field
    .label = cannot be told apart
    .note = findings keep their identity by the key, and an answer in a self-inspection names its subject by it.
    .help = mark the field that names a subject: `key id : text`.

type-wrong-arguments = `{$name}` is given {$found} instead of {$expected} arguments
    .label = wrong number of arguments
    .help = give one argument for each parameter.

type-wrong-operands = `{$operator}` does not work between `{$left}` and `{$right}`
    .label = these do not go together
    .help = use numbers, sizes or percents of one type, or a date and a duration.

type-wrong-type = `{$expected}` is needed here, and this is `{$found}`
    .label = wrong type
    .help = give a value of type `{$expected}`.

# --- words: keywords of the language as a message names them

word-edition = edition
word-over = over
word-share = share
word-standard = standard
word-tier = tier
word-to = to

# --- words: what a literal should have been, and why it is not

word-datetime = a date with a time
word-ip = an IP address or network
word-number = a number
word-regex = a regular expression
word-size = a size
word-version = a version
word-why-datetime = there is no such time on that day
word-why-ip = write it like `10.0.0.0/8` or `2001:db8::/32`
word-why-number = more than 28 digits cannot be kept exactly
word-why-size = too large to be counted in bytes
word-why-version = a version begins with a digit, as `1.2.3` does
