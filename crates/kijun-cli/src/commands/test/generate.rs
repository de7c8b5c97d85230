//! `kijun test --generate`: tests for a statement, ready to be put into a file.

use kijun::RulesFrom;

use crate::args::TestArgs;
use crate::commands::Cx;
use crate::exit::Exit;

/// Prints the tests, and says what could not be made. Nothing made is no success.
pub(super) fn run(cx: &Cx<'_>, args: &TestArgs, reference: &str) -> Exit {
    let Some(from) = from(cx, args) else {
        cx.complain("no-project", &[("manifest", kijun::MANIFEST.into())]);
        return Exit::BadInput;
    };
    let made = kijun::generate(&from, reference, &cx.catalogue);
    if made.loaded.diagnostics.has_errors() {
        cx.diagnostics(&made.loaded, &made.loaded.sources, &made.loaded.diagnostics);
        return Exit::BadInput;
    }
    if made.statements == 0 {
        cx.complain("generate-unknown", &[("name", reference.into())]);
        return Exit::BadInput;
    }
    for what in &made.missing {
        cx.complain("generate-not-made", &[("what", what.as_str().into())]);
    }
    if made.text.is_empty() {
        cx.complain("generate-nothing", &[]);
        return Exit::Findings;
    }
    cx.show(&made.text)
}

fn from(cx: &Cx<'_>, args: &TestArgs) -> Option<RulesFrom> {
    match args.rules.is_empty() {
        true => cx.root().map(RulesFrom::Project),
        false => Some(RulesFrom::Paths(args.rules.clone())),
    }
}
