//! What a case asks of the comparison, answered as text: the first word of a block says what.
//!
//! - `verdicts`: each row with its verdict, each cell, and the orphans;
//! - `case of=STATEMENT [in=DOCUMENT]`: the subject that shows a gap, and what the evaluator says of it;
//! - `case permits=STATEMENT`: the subject that makes use of a permission;
//! - `case against=STATEMENT`: the subject that shows what is wrong with a statement itself;
//! - `case term=WORDS`: what a term does not mean any more, blanks written as `_`;
//! - `diagnostics`: what is objected to;
//! - `editions old=DOCUMENT new=DOCUMENT`: two editions beside each other;
//! - `case old=DOCUMENT new=DOCUMENT lost=STATEMENT` or `gained=STATEMENT`: a subject that shows what moved between them.
//!
//! Attributes: `on=DATE` (the day whose editions bind), `from=DOCUMENT` and `to=DOCUMENT`.

use std::sync::Arc;

use jiff::civil::Date;
use kijun_conform::{Case, Conformance, Dimension, Gap, Objection, Scope, Verdict, Why, yaml};
use kijun_diag::{Catalogue, Diagnostics, Lang, Span};
use kijun_model::{EditionId, Model};
use kijun_standards::cite_edition;
use kijun_testkit::Rules;
use kijun_testkit::literate::Block;

use crate::compared::compared;
use crate::editions;

/// The answer to a block, if it asks anything.
pub(crate) fn answer(rules: &Rules, block: &Block) -> Option<String> {
    match block.word() {
        "verdicts" => Some(verdicts(rules, &found(rules, block))),
        "diagnostics" => {
            let objections = found(rules, block).objections;
            let told: Diagnostics = objections.iter().map(|o| o.diagnostic(&rules.model)).collect();
            Some(rules.words(&rules.before) + &rules.words(&rules.found) + &rules.words(&told))
        }
        "editions" => Some(editions::told(rules, block)),
        "case" if block.attribute("old").is_some() => Some(editions::case(rules, block)),
        "case" => Some(case(rules, block).map_or("none\n".to_owned(), |case| shown(rules, &case))),
        _ => None,
    }
}

fn found(rules: &Rules, block: &Block) -> Conformance {
    let on: Date = block.attribute("on").unwrap_or("2011-11-01").parse().unwrap();
    let document = |name: &str| block.attribute(name).map(|cited| vec![edition(&rules.model, cited)]);
    compared(rules, on, &Scope { from: document("from"), to: document("to"), own: None })
}

fn edition(model: &Model, cited: &str) -> EditionId {
    let all = (0..model.editions.len()).map(EditionId::from_index);
    all.into_iter().find(|&e| cite_edition(model, e) == cited).unwrap_or_else(|| panic!("no {cited}"))
}

fn verdicts(rules: &Rules, found: &Conformance) -> String {
    let model = &rules.model;
    let mut out = String::new();
    for row in &found.rows {
        out += &format!("{}: {}\n", model.cite(row.statement), verdict(rules, &row.verdict));
        for cell in &row.cells {
            let clauses: Vec<&str> = cell.clauses.iter().map(|&c| &*model.clause(c).number).collect();
            let by = if clauses.is_empty() { String::new() } else { format!(" ({})", clauses.join(", ")) };
            let document = cite_edition(model, cell.document);
            out += &format!("  {document}{by}: {}\n", verdict(rules, &cell.verdict));
        }
    }
    let orphans = found.orphans.iter().map(|&c| format!("orphan {}\n", model.cite_clause(c)));
    out + &orphans.collect::<String>()
}

fn verdict(rules: &Rules, verdict: &Verdict) -> String {
    let model = &rules.model;
    match verdict {
        Verdict::Stricter => "stricter".to_owned(),
        Verdict::Equal => "equal".to_owned(),
        Verdict::Adopted(by) => format!("adopted by {}", cite_edition(model, *by)),
        Verdict::Excluded(by, place) => {
            let (_, reason) = &model.edition(*by).excludes[*place];
            format!("excluded by {}: {reason}", cite_edition(model, *by))
        }
        Verdict::Weaker(gaps) => format!("weaker: {}", dimensions(rules, gaps)),
        Verdict::Incomparable(gaps) => format!("incomparable: {}", dimensions(rules, gaps)),
        Verdict::Partial(gaps) => format!("partial: {}", dimensions(rules, gaps)),
        Verdict::Uncovered => "uncovered".to_owned(),
        Verdict::Undeclared => "undeclared".to_owned(),
        Verdict::Undecided(why) => format!("undecided: {}", reason(rules, *why)),
        Verdict::Permission => "permission".to_owned(),
    }
}

fn dimensions(rules: &Rules, gaps: &[Gap]) -> String {
    let one = |gap: &Gap| {
        let by: Vec<String> = gap.lower.iter().map(|&s| rules.model.cite(s)).collect();
        let by = if by.is_empty() { String::new() } else { format!(" of {}", by.join(" and ")) };
        format!("{}{by}", dimension(gap.dimension))
    };
    gaps.iter().map(one).collect::<Vec<_>>().join("; ")
}

fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Force => "force",
        Dimension::Scope => "scope",
        Dimension::Strength => "strength",
        Dimension::Timeframe => "timeframe",
        Dimension::Responsibility => "responsibility",
    }
}

fn reason(rules: &Rules, why: Why) -> String {
    let text = |span: Span| rules.sources.slice(span);
    match why {
        Why::Effort => "effort".to_owned(),
        Why::Fragment { span } => format!("fragment `{}`", text(span)),
        Why::Calendar { span } => format!("calendar `{}`", text(span)),
        Why::Attested { span } => format!("attested `{}`", text(span)),
    }
}

/// The case that a block asks for, if there is one.
fn case(rules: &Rules, block: &Block) -> Option<Arc<Case>> {
    let (model, found) = (&rules.model, found(rules, block));
    if let Some(cited) = block.attribute("permits") {
        return found.objections.iter().find_map(|objection| match objection {
            Objection::PermitsForbidden { permission, case, .. } => {
                (model.cite(*permission) == cited).then(|| case.clone())
            }
            _ => None,
        });
    }
    if let Some(cited) = block.attribute("against") {
        return found.objections.iter().find_map(|objection| match objection {
            Objection::Contradiction { second: statement, case, .. }
            | Objection::NotMonotone { statement, case, .. } => {
                (model.cite(*statement) == cited).then(|| case.clone())
            }
            _ => None,
        });
    }
    if let Some(words) = block.attribute("term") {
        return found.objections.iter().find_map(|objection| match objection {
            Objection::RedefinedTerm { lower, case, .. } => {
                case.clone().filter(|_| model.terms[*lower].words.replace(' ', "_") == words)
            }
            _ => None,
        });
    }
    let cited = block.attribute("of").unwrap();
    let row = found.rows.iter().find(|row| model.cite(row.statement) == cited).unwrap();
    let lower = block.attribute("in").map(|document| edition(model, document));
    let cell = lower.and_then(|lower| row.cells.iter().find(|cell| cell.document == lower));
    let number: usize = block.attribute("gap").map_or(1, |number| number.parse().unwrap());
    match cell.map_or(&row.verdict, |cell| &cell.verdict) {
        Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => {
            gaps.get(number - 1)?.case.clone()
        }
        _ => None,
    }
}

fn shown(rules: &Rules, case: &Case) -> String {
    let mut out = yaml(&rules.model, case, &Catalogue::new(Lang::En));
    for (statement, outcome) in &case.outcomes {
        out += &format!("# {}: {outcome:?}\n", rules.model.cite(*statement));
    }
    out
}
