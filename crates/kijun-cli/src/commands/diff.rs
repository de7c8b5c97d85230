//! `kijun diff`: what is different between two runs, or between two editions of a standard.

mod editions;
mod impact;
mod runs;

use std::path::Path;

use super::Cx;
use crate::args::DiffArgs;
use crate::exit::Exit;

/// Compares what was named: a run with what other rules would have made of it; editions where both are editions or rule files, else runs.
pub(crate) fn run(cx: &Cx<'_>, args: &DiffArgs) -> Exit {
    let Some(new) = &args.new else { return impact::run(cx, args) };
    // After an edition, a name alone is that standard's latest.
    let is_name = is_edition(&args.old)
        && !new.exists()
        && new.to_str().is_some_and(|text| !text.contains(['/', '\\', '.']));
    match (is_edition(&args.old), is_edition(new) || is_name) {
        (true, true) => editions::run(cx, args, &args.old, new),
        (false, false) => match [&args.old, new].into_iter().find(|operand| names_a_standard(cx, operand)) {
            Some(name) => {
                cx.complain("diff-edition-missing", &[("name", name.display().to_string().into())]);
                Exit::BadInput
            }
            None => runs::run(cx, args, &args.old, new),
        },
        (_, of_editions) => {
            let (edition, run) = if of_editions { (new, &args.old) } else { (&args.old, new) };
            let shown = |path: &Path| path.display().to_string().into();
            cx.complain("diff-unlike", &[("edition", shown(edition)), ("run", shown(run))]);
            Exit::BadInput
        }
    }
}

/// Whether nothing is there of this name, and the project has a standard that is called so.
fn names_a_standard(cx: &Cx<'_>, operand: &Path) -> bool {
    let is_standard = |name: &str| {
        cx.load().is_ok_and(|loaded| loaded.model.editions.iter().any(|edition| *edition.name == *name))
    };
    !operand.exists() && operand.to_str().is_some_and(is_standard)
}

/// Whether a folder holds files of rules, at its top or below.
fn holds_rules(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    let mut paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    paths.any(|path| {
        path.extension().is_some_and(|extension| extension == "kijun") || path.is_dir() && holds_rules(&path)
    })
}

/// Whether an operand names an edition (`name@edition`) or rules: a file, or a folder that is no project. What is there as a file or folder is no name.
fn is_edition(operand: &Path) -> bool {
    match operand.exists() {
        true if operand.is_dir() => !operand.join(kijun::MANIFEST).exists() && holds_rules(operand),
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
