# A text that is not the language.

did-you-mean = did you mean `{$name}`?

syntax-unexpected = `{$found}` cannot stand here
    .label = expected {$expected}
    .help = write {$expected} here, or remove this.
