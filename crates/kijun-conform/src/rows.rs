//! The matrix: every higher statement, what the documents right below it come to together, and one by one.

use kijun_model::{ClauseId, EditionId, Force, StatementId};

use crate::links::Links;
use crate::order::place;
use crate::{Cell, Dimension, Gap, Objection, Row, Solver, Verdict, compare};

/// Every statement in force whose document has others below it; of each document by the numbers of its clauses.
pub(crate) fn rows(solver: &Solver<'_>, links: &Links<'_>) -> Vec<Row> {
    let mut statements: Vec<StatementId> = links.effective.statements.iter().map(|s| s.statement).collect();
    let clause = |id: StatementId| links.model.statement(id).clause;
    statements.sort_by_cached_key(|&id| place(links.model, links.effective, clause(id)));
    statements.into_iter().filter_map(|statement| row(solver, links, statement)).collect()
}

fn row(solver: &Solver<'_>, links: &Links<'_>, statement: StatementId) -> Option<Row> {
    let document = links.edition_of(statement);
    let documents = links.documents_below(document);
    if documents.is_empty() {
        return None;
    }
    let cells: Vec<Cell> = documents.iter().map(|&d| cell(solver, links, statement, d)).collect();
    let verdict = joint(solver, links, statement, &cells);
    Some(Row { statement, document, verdict, cells })
}

fn cell(solver: &Solver<'_>, links: &Links<'_>, statement: StatementId, document: EditionId) -> Cell {
    let below = links.clauses_below(statement).iter().copied();
    let clauses: Vec<ClauseId> = below.filter(|&c| links.model.clause(c).edition == document).collect();
    let lower = links.statements_of(&clauses);
    let verdict = if links.model.statement(statement).force == Force::May {
        Verdict::Permission
    } else if links.adopts(document, statement) {
        Verdict::Adopted(document)
    } else if !lower.is_empty() {
        compare(solver, statement, &lower)
    } else if let Some(place) = links.excludes(document, statement) {
        Verdict::Excluded(document, place)
    } else if clauses.is_empty() {
        Verdict::Uncovered
    } else {
        Verdict::Undeclared
    };
    Cell { document, clauses, verdict }
}

/// What all of them come to. A document that takes the statement over settles it; else all statements below are held against it
/// together; else the best of what is left.
fn joint(solver: &Solver<'_>, links: &Links<'_>, statement: StatementId, cells: &[Cell]) -> Verdict {
    let of =
        |wanted: &dyn Fn(&Verdict) -> bool| cells.iter().map(|c| &c.verdict).find(|v| wanted(v)).cloned();
    let settled = of(&|v| matches!(v, Verdict::Adopted(_) | Verdict::Permission));
    if let Some(verdict) = settled {
        return verdict;
    }
    let compared = |cell: &&Cell| !links.statements_of(&cell.clauses).is_empty();
    let mut stating = cells.iter().filter(compared);
    match (stating.next(), stating.next()) {
        (Some(cell), None) => cell.verdict.clone(),
        (Some(_), Some(_)) => {
            let clauses: Vec<ClauseId> = cells.iter().flat_map(|c| c.clauses.iter().copied()).collect();
            compare(solver, statement, &links.statements_of(&clauses))
        }
        (None, _) => of(&|v| matches!(v, Verdict::Excluded(..)))
            .or_else(|| of(&|v| *v == Verdict::Undeclared))
            .unwrap_or(Verdict::Uncovered),
    }
}

/// What there is to object to in rows: once for each, and only where something is demanded above. What is only recommended
/// there may be left out below; the matrix shows it.
///
/// What documents leave out is no objection where the scope leaves out others that may cover it.
pub(crate) fn objections(links: &Links<'_>, rows: &[Row]) -> Vec<Objection> {
    let force = |row: &Row| links.model.statement(row.statement).force;
    let demanded = |row: &&Row| matches!(force(row), Force::Must | Force::MustNot);
    let may_be_covered = |row: &Row| row.verdict == Verdict::Uncovered && links.is_seen_in_part(row.document);
    rows.iter().filter(demanded).filter(|row| !may_be_covered(row)).filter_map(objection).collect()
}

fn objection(row: &Row) -> Option<Objection> {
    let higher = row.statement;
    let clauses = || row.cells.iter().flat_map(|c| c.clauses.iter().copied()).collect::<Vec<_>>();
    match &row.verdict {
        Verdict::Stricter
        | Verdict::Equal
        | Verdict::Adopted(_)
        | Verdict::Excluded(..)
        | Verdict::Permission => None,
        Verdict::Uncovered => {
            Some(Objection::Uncovered { higher, documents: row.cells.iter().map(|c| c.document).collect() })
        }
        Verdict::Undeclared => Some(Objection::Undeclared { higher, clauses: clauses() }),
        Verdict::Partial(gaps) => {
            let case = gaps.first()?.case.clone()?;
            Some(Objection::Unbound { higher, clauses: clauses(), case })
        }
        Verdict::Weaker(gaps) => Some(short(higher, gaps.first()?, false)),
        Verdict::Incomparable(gaps) => Some(short(higher, gaps.first()?, true)),
        Verdict::Undecided(why) => Some(Objection::Undecided { higher, clauses: clauses(), why: *why }),
    }
}

fn short(higher: StatementId, gap: &Gap, incomparable: bool) -> Objection {
    if gap.dimension == Dimension::Force {
        return Objection::WeakerForce { higher, lower: gap.lower.clone() };
    }
    Objection::Weaker { higher, gap: gap.clone(), incomparable }
}
