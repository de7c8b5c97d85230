//! What lints write instead can be read, is not hit again, and where it is safe gives every statement the results that it had.

use std::collections::BTreeMap;

use jiff::civil::date;
use kijun_conform::{Answer, Rail, Wish, alike};
use kijun_diag::{Diagnostics, Safety};
use kijun_lint::{Fixable, LINTS, Level, Lint, PREAMBLE, apply};
use kijun_model::{Force, Statement};

use super::project::{Project, days};

#[test]
fn a_fixed_example_is_not_hit_again() {
    let wrong: Vec<String> = LINTS.iter().filter_map(|lint| judge(lint).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn judge(lint: &Lint) -> Result<(), String> {
    let before = Project::of_example(lint.example)?;
    let (after, n_made) = fixed(&before, lint)?;
    if (n_made > 0) != (lint.fix != Fixable::No) {
        return Err(format!("{}: its page says {:?}, and {n_made} fixes are made", lint.id, lint.fix));
    }
    let left = after.words(&hits(&after, lint));
    if n_made == hits(&before, lint).len() && !left.is_empty() {
        return Err(format!("{}: {left:?} in {:?}", lint.id, after.texts(&BTreeMap::new())));
    }
    if lint.fix == Fixable::Safely && !is_kept(&before, &after) {
        return Err(format!("{}: a statement has other results", lint.id));
    }
    let (again, _) = fixed(&after, lint)?;
    match after.texts(&BTreeMap::new()) == again.texts(&BTreeMap::new()) {
        true => Ok(()),
        false => Err(format!("{}: there is something to fix a second time", lint.id)),
    }
}

/// The same rules after all fixes of one lint, and how many were made.
fn fixed(project: &Project, lint: &Lint) -> Result<(Project, usize), String> {
    let fixes = apply(&project.sources, &hits(project, lint), Safety::Unsafe);
    let beside = PREAMBLE.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let texts = project.texts(&fixes.texts);
    let after = Project::of(&beside, &texts).map_err(|why| format!("{}: {why} in {texts:?}", lint.id))?;
    Ok((after, fixes.n_made))
}

fn hits(project: &Project, lint: &Lint) -> Diagnostics {
    let only = |other: &Lint| if other.id == lint.id { Level::Warning } else { Level::Off };
    project.lint(date(2025, 9, 30), only)
}

/// Whether every statement has the results that it had, of every subject.
fn is_kept(before: &Project, after: &Project) -> bool {
    let pairs = before.model.statements.iter().zip(&after.model.statements);
    before.model.statements.len() == after.model.statements.len()
        && pairs.into_iter().all(|(one, other)| {
            let is_alike =
                one.force == other.force && alike(&before.model, &one.requirement, &other.requirement);
            is_alike || means_the_same(before, one, other)
        })
}

/// Whether no subject passes one statement and not the other, or fails one and not the other.
fn means_the_same(project: &Project, one: &Statement, other: &Statement) -> bool {
    let (parameters, days) = (BTreeMap::new(), days(date(2025, 9, 30)));
    let kind = project.model.clause(one.clause).subjects.as_ref().unwrap().kind;
    let differs = |kept: bool, a: &Statement, b: &Statement| {
        let wish = Wish::All(vec![
            Wish::Is(&a.requirement, comes_to(a, kept).0),
            Wish::Is(&b.requirement, comes_to(b, kept).1),
        ]);
        project.solver(&parameters, &days).find(kind, &wish) != Answer::Impossible
    };
    ![true, false].into_iter().any(|kept| differs(kept, one, other) || differs(kept, other, one))
}

/// What the requirement comes to where a statement is kept, or broken, and where it is not.
fn comes_to(statement: &Statement, kept: bool) -> (Rail, Rail) {
    let forbids = matches!(statement.force, Force::MustNot | Force::ShouldNot);
    match kept != forbids {
        true => (Rail::True, Rail::NotTrue),
        false => (Rail::False, Rail::NotFalse),
    }
}
