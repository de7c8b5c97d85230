# Lower documents that fall short of higher ones.

conform-uncovered = nothing in `{$documents}` puts `{$higher}` into effect
    .label = demanded here
    .document = this document must conform to it
    .note = whoever follows the lower document does not learn of the demand.
    .help = write a clause that `implements` it, or say in the head that the document `adopts` it, or `excludes` it and why.

conform-undeclared = `{$lower}` puts `{$higher}` into effect in words only
    .label = this clause has no statement
    .beside = nor has this one
    .higher = what it is to put into effect
    .note = what only its text demands cannot be compared, nor checked against evidence.
    .help = add a `must` that says what the text demands.

conform-unbound = `{$lower}` does not bind everything that `{$higher}` binds
    .label = binds only a part of it
    .beside = and this binds no more
    .higher = binds more
    .note = a subject that none of these clauses binds may break the higher one.
    .help = widen `for`, `where` or `when`, or add a clause for the subjects that are left out.

conform-weaker = `{$lower}` demands less than `{$higher}`, in {$dimension}
    .label = a subject may satisfy this
    .beside = and this
    .higher = and still break this
    .note = the case beside it is one that the evaluator has judged.
    .help = demand at least what the higher statement demands.

conform-incomparable = `{$lower}` demands less than `{$higher}` in {$dimension}, and more in another way
    .label = a subject may satisfy this
    .beside = and this
    .higher = and still break this
    .note = it also happens the other way round: a subject may satisfy the higher statement and break the lower one.
    .help = add what the higher statement demands to what this one demands.

conform-undecided = it is not decided whether `{$lower}` demands what `{$higher}` demands: {$why}
    .label = compared
    .beside = with this
    .higher = against this
    .part = because of this
    .note = what is not decided is not taken for conformance.
    .help = let a person judge it, or write both in a way that can be decided.

conform-weaker-force = `{$lower}` recommends what `{$higher}` demands
    .label = a recommendation, or a permission
    .beside = and so is this
    .higher = binding
    .note = a system that ignores a recommendation breaks nothing below, and breaks the higher document.
    .help = write `must`.

conform-permits-forbidden = `{$lower}` permits what `{$higher}` does not
    .label = permitted here
    .higher = broken by whoever makes use of it
    .note = a lower document cannot permit what a higher one forbids.
    .help = remove the permission, or narrow it to what the higher statement leaves open.

conform-lower-role = `{$lower}` makes {$role} responsible, `{$higher}` {$needed}
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

word-dimension-force = force
word-dimension-scope = scope
word-dimension-strength = strength
word-dimension-timeframe = time
word-dimension-responsibility = responsibility

word-nobody = nobody

word-undecided-effort = it took more effort than is allowed
word-undecided-fragment = a part cannot be decided by the rules of calculation
word-undecided-calendar = it depends on months or business days of the calendar
word-undecided-attested = a person answers it, and only the same question can be compared
