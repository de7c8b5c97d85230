# Lower documents that fall short of higher ones.

conform-uncovered = nothing in `{$documents}` puts `{$higher}` into effect
    .label = demanded here
    .document = this document must conform to it
    .note = whoever follows the lower document does not learn of the demand.
    .help = write a clause that `implements` it, or say in the head that the document `adopts` it, or `excludes` it and why.

conform-undeclared = `{$higher}` is put into effect by `{$lower}` in words only
    .label = this clause has no statement
    .beside = nor has this one
    .higher = what it is to put into effect
    .note = what only its text demands cannot be compared, nor checked against evidence.
    .help = add a `must` that says what the text demands.

conform-unbound = not everything that `{$higher}` binds is bound by `{$lower}`
    .label = binds only a part of it
    .beside = and this binds no more
    .higher = binds more
    .note = a subject that none of these clauses binds may break the higher one.
    .help = widen `for`, `where` or `when`, or add a clause for the subjects that are left out.

conform-weaker = less is demanded by `{$lower}` than by `{$higher}`, in {$dimension}
    .label = a subject may satisfy this
    .beside = and this
    .higher = and still break this
    .note = the case beside it is one that the evaluator has judged.
    .help = demand at least what the higher statement demands.

conform-incomparable = less is demanded by `{$lower}` than by `{$higher}` in {$dimension}, and more in another way
    .label = a subject may satisfy this
    .beside = and this
    .higher = and still break this
    .note = it also happens the other way round: a subject may satisfy the higher statement and break the lower one.
    .help = add what the higher statement demands to what this one demands.

conform-undecided = it is not decided whether what `{$higher}` demands is demanded by `{$lower}`: {$why}
    .label = compared
    .beside = with this
    .higher = against this
    .part = because of this
    .note = what is not decided is not taken for conformance.
    .help = let a person judge it, or write both in a way that can be decided.

conform-weaker-force = what `{$higher}` demands is only recommended, or permitted, by `{$lower}`
    .label = a recommendation, or a permission
    .beside = and so is this
    .higher = binding
    .note = a system that ignores a recommendation breaks nothing below, and breaks the higher document.
    .help = write `must`.

conform-permits-forbidden = `{$lower}` permits what breaks `{$higher}`
    .label = permitted here
    .higher = broken by whoever makes use of it
    .note = a lower document cannot permit what a higher one forbids.
    .help = remove the permission, or narrow it to what the higher statement leaves open.

conform-lower-role = `{$lower}` makes {$role} responsible where `{$higher}` makes {$needed}
    .label = responsible here: {$role}
    .higher = at least {$needed}
    .note = responsibility can be given to the same role or a higher one, not to a lower one.
    .help = name {$needed} or a role above with `by`.

conform-laxer-exceptions = `{$lower}` permits exceptions that `{$higher}` does not
    .label = permits more
    .higher = permits less
    .note = such an exception would cover the lower clause and leave the higher one broken.
    .help = write `exceptions never`, or a role and a duration that the higher clause accepts.

conform-older-evidence = `{$lower}` accepts older evidence than `{$higher}`
    .label = no limit of age, or a longer one
    .higher = a shorter one
    .note = what passes here on old evidence is unknown above.
    .help = add `evidence at most` with the duration of the higher clause, or a shorter one.

conform-parameter-unset = `${$parameter}` is set by none of `{$documents}`
    .label = must choose a value
    .document = and so must this, if that does not
    .declared = left to the documents below
    .note = what needs the value is unknown, and what is unknown does not pass.
    .help = write `set {$standard} ${$parameter} = …` in a document that conforms to `{$standard}`.

conform-parameter-out-of-range = `{$other}` does not allow {$value} for `${$parameter}`
    .label = chosen here
    .declared = the range is given here
    .note = a choice that is not allowed is none: what needs the value is unknown.
    .help = choose a value in the range.

conform-provision-moved = `{$cited}` is now `{$now}` and means the same
    .label = cited in an edition that is not in force
    .now = stands here now
    .note = the citation leads to a text that does not bind any more.
    .help = cite `{$now}`.

conform-provision-changed = `{$cited}` is now `{$now}`, which differs: {$dimensions}
    .label = cited in an edition that is not in force
    .now = binds in its place
    .note = what was put into effect is not what binds now.
    .help = compare this with `{$now}`, then cite that.

conform-provision-vanished = nothing in force continues `{$cited}`
    .label = cited in an edition that is not in force
    .cited = the last that was heard of it
    .help = remove the citation; keep what it demanded only if this document wants it for itself.

conform-redefined-term = "{$words}" does not mean what it means in `{$other}`
    .label = means something else here
    .higher = means this above
    .note = the case beside it is something that only one of the two meanings holds of.
    .help = use the definition of the higher document, or choose other words.

conform-unclear-term = it is not decided whether "{$words}" means what it means in `{$other}`
    .label = written in another way here
    .higher = written so above
    .note = the two definitions are not written alike, and were not proved to be the same.
    .help = use the definition of the higher document, or choose other words.

conform-contradiction = nobody can satisfy both `{$first}` and `{$second}`
    .label = this
    .first = and that
    .note = each can be satisfied alone, and there are subjects that both bind.
    .help = change one of them, or narrow one with `where` or `when` so that they bind different subjects.

conform-impossible = nothing that `{$statement}` binds can satisfy it
    .label = cannot be satisfied
    .note = whatever the evidence shows, it is broken.
    .help = correct the condition, or the `where` and `when` that leave nothing to satisfy it.

conform-applies-to-nothing = `{$statement}` applies to nothing
    .label = binds nobody
    .note = its `where` and `when` cannot hold together of any subject.
    .help = correct `where` or `when`.

conform-demands-nothing = `{$statement}` cannot be broken
    .label = demands nothing
    .note = it holds of every subject that it binds, whatever the evidence shows.
    .help = correct the condition, or remove the statement.

conform-redundant = `{$statement}` demands nothing beyond `{$by}`
    .label = demanded already
    .by = by this
    .note = whoever satisfies the one satisfies the other; a later change of one of them may be overlooked.
    .help = remove it, or write what it was meant to add.

conform-not-monotone = `{$statement}` binds where `{$field}` is {$lower} and is not upheld where it is {$higher}
    .label = demanded at the lower level only
    .note = the document is `monotone in {$field}`: raising the level must not lower what is demanded.
    .help = demand at least as much at the higher level.

conform-level-without-text = `{$clause}` says nothing where `{$field}` is {$level}
    .label = for subjects of this level too
    .note = the document is `monotone in {$field}`, and the clause has statements for other levels only.
    .help = add a statement for the level, or leave the level out with `where`.

word-dimension-force = force
word-dimension-scope = scope
word-dimension-strength = strength
word-dimension-timeframe = time
word-dimension-responsibility = responsibility

word-dimension-open = not decided in what


word-undecided-effort = it took more effort than is allowed
word-undecided-fragment = an expression in it is beyond what can be decided
word-undecided-calendar = it depends on months or business days of the calendar
word-undecided-attested = a person answers it, and only the same question can be compared
