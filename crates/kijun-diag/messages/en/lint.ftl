# What is probably not meant in rules that can be read.

lint-bare-message = this message shows no value
    .label = says only that it is so
    .help = show what was found: `{"{"}field{"}"}` in the message stands for its value.

lint-circular-compensation = `{$id}` is made up for by what it excuses from
    .label = not demanded while the exception holds
    .help = name a provision that is still kept, or take `compensated by` away.

lint-confusable-names = `{$name}` looks like `{$first}`, and is another name
    .label = one of two names that look alike
    .first = the other one
    .help = rename one of them so that nobody can take it for the other.

lint-count-for-some = this count only asks for `{$word}`
    .label = counted only to see whether there is one
    .help = write `{$word} … : …`.

lint-days-for-months = the text says {$text}, and the statement `{$rule}`
    .label = not the same on every day
    .text = said here
    .note = months have 28 to 31 days, and a year has 366 now and then.
    .help = write what the text says, with `within … before` or `within … after` where months are counted from a date.

lint-double-negation = `{$said}` stands before what is itself denied
    .label = denied twice
    .help = say what is demanded without `not`.

lint-empty-text = this text is empty
    .label = nothing is written here
    .help = write it, or take it out.

lint-exact-age = an age is compared exactly: it holds on a single day
    .label = true on one day only
    .help = write `<=` or `>=`.

lint-expired-exception = this exception ended on {$until}, before the audit date {$today}
    .label = excuses nobody any more
    .help = have it approved anew with a later `until`, or take it out once the departure is put right.

lint-fullwidth-name = the name `{$name}` is declared as `{$written}`
    .label = in another width
    .help = write `{$name}`. Where it is used, both are the same name.

lint-half-anchored = in {$pattern} `^` holds of the first alternative only, and `$` of the last
    .label = anchored at one end each
    .help = put the alternatives in a group: `^(?:…|…)$`.

lint-halfwidth-katakana = this text has half-width katakana: {$words}
    .label = half-width katakana
    .help = write it in full width.

lint-implies-for-when = whoever `{$condition}` is not true of passes this
    .label = kept by whom it does not concern
    .help = write what is required, and `when {$condition}` behind it.

lint-lasting-answer = nothing says how often this is asked
    .label = an answer counts for ever
    .help = write `every` and how often.

lint-listed-twice = `{$member}` stands twice in this set
    .label = says nothing new
    .first = here first
    .help = take it out, or write the member that was meant.

lint-misplaced-number = {$number} stands after {$before}
    .label = its number is lower
    .before = stands before it
    .help = move it to where its number belongs, or number it anew.

lint-missing-fix = {$number} is critical and does not say what to do about a violation
    .label = no `fix`
    .help = add `fix "…"`.

lint-missing-message = this statement has no message
    .label = a finding would show only this
    .help = add `else "…"`.

lint-missing-text = {$number} has statements and no text
    .label = no `text`
    .help = add `text "…"` with the provision as a person would write it.

lint-missing-title = {$number} has no title
    .label = untitled
    .help = write a title behind the number.

lint-missing-was = this clause has the words of `{$before}` and does not say that it continues it
    .label = a new provision to all who follow it by number
    .before = the same words
    .help = write `was {$before}`.

lint-mixed-script-name = the name `{$name}` mixes letters of several scripts
    .label = letters that look alike may be others
    .help = type it anew in one script.

lint-mixed-width = {$number} is written otherwise than in the rest of the document
    .label = in another width
    .help = write {$instead}.

lint-never-false = this condition cannot be false, whatever the evidence says
    .label = leaves nobody out
    .help = check the bound, the members and the direction of the comparison.

lint-never-true = this condition cannot be true, whatever the evidence says
    .label = holds of nobody
    .help = check the bound, the members and the direction of the comparison; of two that exclude each other, `or` may be meant.

lint-redundant-condition = this condition follows from what is asked beside it
    .label = true already
    .given = says it already
    .help = take it out, or write the condition that was meant.

lint-repeated-statement = the document says this already
    .label = the same of the same subjects, with the same force
    .first = here first
    .help = take one of the two out; `see` refers to the other.

lint-retroactive-exception = this exception begins on {$from}, and was approved on {$on}
    .label = begins before it was approved
    .help = let it begin on the day of its approval.

lint-same-branches = both branches of this `if` are the same
    .label = the condition changes nothing
    .condition = decides nothing
    .help = write what was meant for one of them, or leave the `if` out.

lint-same-number = {$number} reads the same as {$first}
    .label = the same number, written otherwise
    .first = the other one
    .help = number one of them anew.

lint-same-operands = `{$operand}` stands on both sides
    .label = the same on either side
    .help = write what was meant for one of them.

lint-self-approval = `{$role}` approved an exception from `{$clause}`, for which the same role or a superior answers
    .label = approved by whom it excuses
    .clause = who answers for it
    .help = have it approved by a role above, and name that with `exceptions by`.

lint-shadowed-name = `{$name}` is also the name of something else here
    .label = hides the other `{$name}`
    .help = give the element another name.

lint-skipped-number = { $n -> 
        [one] one number is
       *[other] {$n} numbers are
    } left out between {$before} and {$number}
    .label = the next one
    .before = the one before
    .help = number it anew; or put in what is left out, with a text that says that it was repealed.

lint-stray-number = {$number} stands in section {$section}
    .label = of another section, by its number
    .section = the section
    .help = move it to its section, or number it anew.

lint-unassigned-clause = `{$clause}` binds, and nobody answers for it
    .label = no `by`
    .help = name the role with `by`, here or in the section.

lint-undated-citation = `{$name}` is named without its edition
    .label = which edition is not said
    .help = write `{$name}@DATE`.

lint-unexplained-allow = this allowance does not say why
    .label = allowed without a reason
    .help = write `because "…"` behind it.

lint-unexplained-expectation = this test does not say because of what
    .label = holds whatever the reason
    .help = write `because` and the field that makes it so.

lint-unguarded-divisor = `{$divisor}` may be zero, and nothing asks whether it is
    .label = unknown where it is zero
    .help = ask `{$divisor} > 0` first: in `where`, in `when`, or with `and`.

lint-unguarded-optional = `{$field}` may be absent, and nothing asks whether it is there
    .label = unknown where it is absent
    .note = an absent field makes the result unknown, which is told as missing evidence.
    .help = ask `{$field} is present` first: in `where`, in `when`, or with `and`.

lint-unknown-lint = there is no lint `{$name}`
    .label = allows nothing
    .help = `kijun explain lint/NAME` explains a lint; the manual lists them all.

lint-unlabelled-statement = statement {$n} of this clause has no label, and others have one
    .label = known by its place alone
    .help = write a label before it: `must label: …`.

lint-unlike-bound = the text bounds {$text} otherwise than `{$rule}` does
    .label = said here
    .rule = demanded here
    .help = 「以上」 and "at least" are `>=`; 「以下」, 「以内」, "at most" and "within" are `<=`.

lint-unlike-force = the text does not say that this is a `{$force}`
    .label = says otherwise
    .note = what fails a `must` is a finding, what fails a `should` is advice.
    .help = change the text, or the statements.

lint-unlike-message = the message says {$text}, and the statement `{$rule}`
    .label = said here
    .rule = demanded here
    .help = write in the message what is demanded.

lint-unlike-number = the text says {$text}, and the statement `{$rule}`
    .label = said here
    .rule = demanded here
    .help = find out which is meant, and write it in both.

lint-unlike-translation = {$text} here, and {$first} in the other language
    .label = another number
    .first = the other language
    .help = find out which is meant, and write it in both.

lint-unpermitted-exception = `{$clause}` does not permit the exception `{$id}`, or not by whom it was approved
    .label = the audit will refuse it
    .help = say `exceptions by ROLE` in the clause, or have it approved by the role that may.

lint-unreachable-condition = this condition is ruled out by what stands around it
    .label = never true here
    .given = rules it out
    .help = check both conditions.

lint-untested-statement = no test expects anything of this statement
    .label = not tested
    .help = write a `test` that expects `pass`, and one that expects `fail`.

lint-untranslated = a title or text is not there in `{$languages}`
    .label = not in every language
    .help = add it behind the language's tag: `en "…"`, `text en "…"`.

lint-unused-allow = `{$name}` finds nothing here
    .label = allowed in vain
    .help = take the name out of the comment.

lint-unused-argument = the definition does not use `{$name}`
    .label = changes nothing
    .help = use it, or take it out.

lint-unused-binder = nothing is asked of `{$name}`
    .label = the same of every element
    .help = ask something of `{$name}`.

lint-unused-definition = nothing uses the definition `{$name}`
    .label = never called
    .help = call it where it was meant, or take it out.

lint-unused-parameter = no rule refers to `${$name}`
    .label = chosen for nothing
    .help = refer to it where the value was meant, or take it out.

lint-unused-role = nothing names the role `{$name}`
    .label = has no duty
    .help = name it with `by` where it answers for something, or take it out.

lint-unused-term = no text uses “{$words}”
    .label = defined for no text
    .help = use the term in the text, or take it out.

lint-unused-type = no field is of `{$name}`
    .label = no evidence can hold it
    .help = give a field this type, or take it out.
