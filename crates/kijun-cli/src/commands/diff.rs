//! `kijun diff`: what is different between two runs, or between two editions of a standard.

mod editions;
mod runs;

use std::path::Path;

use super::Cx;
use crate::args::DiffArgs;
use crate::exit::Exit;

/// Compares what was named: editions where both are editions or rule files, else runs.
pub(crate) fn run(cx: &Cx<'_>, args: &DiffArgs) -> Exit {
    let Some(new) = &args.new else { return Exit::BadInput };
    match (is_edition(&args.old), is_edition(new)) {
        (true, true) => editions::run(cx, args, &args.old, new),
        (false, false) => runs::run(cx, args, &args.old, new),
        (_, of_editions) => {
            let (edition, run) = if of_editions { (new, &args.old) } else { (&args.old, new) };
            let shown = |path: &Path| path.display().to_string().into();
            cx.complain("diff-unlike", &[("edition", shown(edition)), ("run", shown(run))]);
            Exit::BadInput
        }
    }
}

/// Whether an operand names an edition (`name@edition`) or a file of rules. What is there as a file or folder is no name.
fn is_edition(operand: &Path) -> bool {
    match operand.exists() {
        true => operand.extension().is_some_and(|extension| extension == "kijun"),
        false => operand.to_str().is_some_and(|text| text.contains('@') && !text.contains(['/', '\\'])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_an_edition_is_one_unless_a_file_has_that_name() {
        assert!(is_edition(Path::new("nisc_unified@2012")));
        assert!(!is_edition(Path::new("nowhere.json")));
        assert!(!is_edition(Path::new("runs/a@b.json")));
        assert!(!is_edition(Path::new(".")));
    }
}
