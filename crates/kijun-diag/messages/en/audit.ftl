# A run that judged nothing, or less than it seems.

audit-empty-rules = `{ $path }` holds nothing but blanks and comments
    .label = no item
    .note = a document that is not there binds nobody.
    .help = write its items, or remove the file.
audit-join-without-index = for each subject, `{ $statement }` asks all { $n } subjects of kind `{ $kind }`
    .label = no equality says which of them matter
    .note = the time this takes grows with the product of both kinds.
    .help = add an equality such as `x.field == id` to the condition, or raise `limits.scan` in the manifest.
audit-never-applied = `{ $statement }` asks nothing of any of the { $n } subjects it met
    .label = its conditions were true of none
    .note = a statement that never applies finds nothing and looks like one that everybody fulfils.
    .help = check its `where` and `when`, or list it under `expect_empty` in the manifest.
audit-nothing-in-force = no document is in force on { $date }
    .help = check `edition`, `in force from` and `until` of the documents, and `as_of` in the manifest.
audit-not-compiled = a part of `{ $statement }` exceeds a limit and is not evaluated
    .label = this part
    .note = it counts as unknown for every subject.
    .help = split the statement, or the definitions it uses.
audit-no-rules = `{ $path }` holds no rule file
    .label = nothing here ends in `.kijun`
    .help = correct the path; it is relative to the manifest.
audit-no-statements = the rules hold no statement
    .help = a clause binds with `must` or recommends with `should`.
audit-no-subject = `{ $statement }` met no subject: there is no `{ $kind }` in the evidence
    .label = nobody is bound by this
    .note = a statement without subjects finds nothing and looks like one that everybody fulfils.
    .help = add a source of kind `{ $kind }` to the manifest, or list the kind under `expect_empty`.
audit-unreadable-rules = `{ $path }` cannot be read: { $why }
    .label = named here
    .help = check that the file is there and that you may read it.
