# What is probably not meant in rules that can be read.

lint-unexplained-allow = this allowance does not say why
    .label = allowed without a reason
    .help = write `because "…"` behind it.

lint-unguarded-optional = `{$field}` may be absent, and nothing asks whether it is there
    .label = unknown where it is absent
    .note = an absent field makes the result unknown, which is told as missing evidence.
    .help = ask `{$field} is present` first: in `where`, in `when`, or with `and`.

lint-unknown-lint = there is no lint `{$name}`
    .label = allows nothing
    .help = `kijun explain lint/NAME` explains a lint; the manual lists them all.

lint-unused-allow = `{$name}` finds nothing here
    .label = allowed in vain
    .help = take the name out of the comment.
