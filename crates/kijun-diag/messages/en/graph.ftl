# Documents that do not fit together.

graph-cyclic-standard = documents conform to one another in a circle: `{$cycle}`
    .label = the circle begins here
    .edge = and goes on here
    .note = a document cannot stand above itself; none of these links is followed.
    .help = remove the `conforms to` that points from the higher document to the lower one.

graph-cyclic-supersession = editions supersede one another in a circle: `{$cycle}`
    .label = the circle begins here
    .edge = and goes on here
    .note = of two editions only one can take the place of the other; none of these links is followed.
    .help = keep `supersedes` in the later edition only.

graph-cyclic-implements = clauses implement one another in a circle: `{$cycle}`
    .label = the circle begins here
    .edge = and goes on here
    .note = a clause puts a higher one into effect, never itself; none of these links is followed.
    .help = remove the `implements` that points downward.

graph-cyclic-was = clauses continue one another in a circle: `{$cycle}`
    .label = the circle begins here
    .edge = and goes on here
    .note = `was` leads back in time, to an edition that has been superseded; none of these links is followed.
    .help = remove the `was` of the earlier clause.

graph-implements-unrelated = `{$provision}` cannot be implemented, because `{$document}` does not conform to `{$other}`
    .label = a clause of a document that does not stand above this one
    .document = this document does not name it
    .note = a document puts into effect only what it must conform to, directly or through others.
    .help = add `conforms to {$other}` to the head of `{$document}`, or name a clause of a document that stands there.

graph-implements-not-above = `{$provision}` does not stand above `{$document}`
    .label = on the same level or below
    .note = `implements` leads upward, from a lower document to a higher one.
    .help = write `see` to refer to it, or name the higher clause that both put into effect.

graph-was-not-superseded = `{$provision}` is not of an edition that `{$document}` supersedes
    .label = not an earlier edition of this document
    .document = this document does not supersede it
    .note = `was` follows a provision from an edition to the one that took its place.
    .help = add `supersedes {$other}` to the head of `{$document}`, or write `see` to refer to it.

graph-adopts-not-above = `{$document}` cannot adopt `{$provision}`, which does not stand above it
    .label = `{$other}` is not a document that this one conforms to
    .note = a document adopts provisions of what it must conform to, directly or through others.
    .help = add `conforms to {$other}`, or remove this.

graph-excludes-not-above = `{$document}` cannot exclude `{$provision}`, which does not stand above it
    .label = `{$other}` is not a document that this one conforms to
    .note = only a provision that would have to be followed can be excluded.
    .help = add `conforms to {$other}`, or remove this.

graph-supersedes-later = `{$document}` cannot supersede `{$other}`, which is later
    .label = a later edition
    .later = issued here
    .help = write `supersedes` in the later edition, or correct the dates.

graph-overlapping-editions = `{$document}` and `{$other}` are both in force on {$date}
    .label = comes into force while the other still is
    .first = still in force
    .note = nothing says which of the two binds.
    .help = add `supersedes {$other}` to the head of `{$document}`, or give the earlier one a last day with `until`.

graph-reversed-period = the last day, {$until}, comes before the first, {$from}
    .label = never in force
    .help = correct one of the two dates.

graph-exception-elsewhere = exception `{$exception}` is for `{$kind}`, a kind that {$to} does not bind
    .label = nobody of this kind is bound
    .names = what it derogates from
    .help = name the kind that the clause binds, or the clause that binds this kind.

graph-citation-superseded = `{$document}` cites `{$cited}`, which `{$by}` superseded on {$since}
    .label = superseded
    .successor = the edition in its place
    .note = on {$date} the newer edition binds, whatever is cited.
    .help = check the clauses against `{$by}`, then cite that.

graph-citation-not-yet-in-force = `{$document}` cites `{$cited}`, which comes into force on {$from}
    .label = not yet in force
    .note = on {$date} nothing of it binds.
    .help = cite the edition in force, or let this document come into force no earlier.

graph-citation-lapsed = `{$document}` cites `{$cited}`, which was in force until {$until}
    .label = lapsed, and nothing superseded it
    .note = on {$date} nothing of it binds.
    .help = remove the citation, or cite what has taken over its subject.

graph-none-in-force = no edition of `{$name}` is in force on {$date}
    .note = the standard was named as binding, and none of its statements is judged.
    .help = correct `standards` or `as_of` in the manifest, or add the edition that was in force.

graph-settings-differ = `${$parameter}` is set to two different values on the same level
    .label = this value
    .first = and that one
    .note = the lowest document's choice holds, and neither of these is lower than the other.
    .help = remove one, or let the document that stands below both choose.

graph-setting-out-of-range = the value of `${$parameter}` is outside its range
    .label = not allowed
    .declared = the range is given here
    .help = choose a value in the range.

graph-parameter-unset = nobody has set `${$parameter}`
    .label = left to lower documents
    .used = used here
    .note = whatever needs the value is unknown, and what is unknown does not pass.
    .help = write `set {$standard} ${$parameter} = …` in a document that conforms to this one.

# The graph in words.

graph-state-in-force = in force
graph-state-in-force-until = in force until {$until}
graph-state-coming = in force from {$from}
graph-state-superseded = superseded on {$since} by {$by}
graph-state-lapsed = lapsed on {$until}
graph-clauses = clauses: {$count}
