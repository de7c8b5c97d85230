//! What a reference to a provision stands for: the clauses and statements it names.

use kijun_model::{ClauseId, EditionId, Model, StatementId, Target};

/// The clauses that a reference names; of a statement, its clause.
#[must_use]
pub fn clauses_of(model: &Model, target: Target) -> Vec<ClauseId> {
    match target {
        Target::Section(section) => model.section(section).clauses.clone(),
        Target::Clause(clause) => vec![clause],
        Target::Statement(statement) => vec![model.statement(statement).clause],
    }
}

/// The statements that a reference names; of a clause or section, all of them.
#[must_use]
pub fn statements_of(model: &Model, target: Target) -> Vec<StatementId> {
    match target {
        Target::Statement(statement) => vec![statement],
        other => clauses_of(model, other)
            .iter()
            .flat_map(|&c| model.clause(c).statements.iter().copied())
            .collect(),
    }
}

/// The edition that a reference points into.
#[must_use]
pub fn edition_of(model: &Model, target: Target) -> EditionId {
    match target {
        Target::Section(section) => model.section(section).edition,
        Target::Clause(clause) => model.clause(clause).edition,
        Target::Statement(statement) => model.clause(model.statement(statement).clause).edition,
    }
}

/// How a reference is cited.
pub(crate) fn cite_target(model: &Model, target: Target) -> String {
    match target {
        Target::Section(id) => {
            let section = model.section(id);
            format!("{}:{}", cite_edition(model, section.edition), section.number)
        }
        Target::Clause(clause) => model.cite_clause(clause),
        Target::Statement(statement) => model.cite(statement),
    }
}

/// How an edition is cited: `standard@edition`.
#[must_use]
pub fn cite_edition(model: &Model, id: EditionId) -> String {
    let edition = model.edition(id);
    format!("{}@{}", edition.name, edition.date)
}
