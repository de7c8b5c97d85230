//! Changes to rules that no test noticed, in words.

use kijun_diag::Catalogue;
use kijun_findings::{Mutants, Survivor};

use crate::screen::{cut, one_line};

/// So much of a change is shown.
const WIDE: usize = 90;

/// The survivors, each with its place, and the sums.
pub(crate) fn mutants(catalogue: &Catalogue, mutants: &Mutants) -> String {
    let mut text = String::new();
    if !mutants.survivors.is_empty() {
        text.push_str(&format!("\n{}\n\n", catalogue.text("mutants-survived", &[])));
    }
    mutants.survivors.iter().for_each(|survivor| text.push_str(&told(catalogue, survivor)));
    let figures = mutants.figures;
    let args = [
        ("tried", figures.tried.into()),
        ("killed", figures.killed.into()),
        ("equal", figures.equal.into()),
        ("survived", figures.survived.into()),
        ("undecided", figures.undecided.into()),
    ];
    text.push_str(&format!("{}\n", catalogue.text("mutants-figures", &args)));
    let left = figures.found - figures.tried;
    if left > 0 {
        text.push_str(&format!("{}\n", catalogue.text("mutants-limit", &[("left", left.into())])));
    }
    text
}

fn told(catalogue: &Catalogue, survivor: &Survivor) -> String {
    let at = &survivor.at;
    let mut text = format!("  {}:{}:{}\n", one_line(&at.file), at.line, at.column);
    let new = survivor.new.as_ref().map(|new| cut(&one_line(new), WIDE));
    let new = new.unwrap_or_else(|| catalogue.text("mutants-dropped", &[]));
    text.push_str(&format!("    - {}\n    + {new}\n", cut(&one_line(&survivor.old), WIDE)));
    for statement in &survivor.statements {
        text.push_str(&format!("      {}\n", one_line(statement)));
    }
    if !survivor.decided {
        text.push_str(&format!("      {}\n", catalogue.text("mutants-undecided", &[])));
    }
    text.push('\n');
    text
}
