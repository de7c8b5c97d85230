//! What a case asks of the graph, answered as text: the first word of a block says what, its attributes say for when.

use jiff::civil::Date;
use kijun_diag::{Catalogue, Lang};
use kijun_model::{ClauseId, StatementId};
use kijun_standards::print::{View, tree};
use kijun_standards::{Effective, cite_edition};
use kijun_testkit::Rules;
use kijun_testkit::literate::Block;

/// The answer to a block, if it asks anything.
pub(crate) fn answer(rules: &Rules, block: &Block) -> Option<String> {
    let date = |name: &str| -> Date {
        let text = block.attribute(name).unwrap_or_else(|| panic!("line {}: no {name}=", block.line));
        text.parse().unwrap()
    };
    match block.word() {
        "diagnostics" => Some(rules.words(&rules.before) + &rules.words(&rules.found)),
        "citations" => Some(rules.words(&rules.standards.citations(&rules.model, date("on")))),
        "lineage" => Some(lineage(rules)),
        "tree" => Some(drawn(rules, date("on"), block.attribute("clauses").is_some())),
        "effective" => {
            let names =
                block.attribute("bound").map(|names| names.split(',').map(str::to_owned).collect::<Vec<_>>());
            let today = block.attribute("today").map_or(date("on"), |today| today.parse().unwrap());
            let (found, diagnostics) =
                rules.standards.effective(&rules.model, date("on"), today, names.as_deref());
            Some(effective(rules, &found) + &rules.words(&diagnostics))
        }
        _ => None,
    }
}

fn lineage(rules: &Rules) -> String {
    let clauses = (0..rules.model.clauses.len()).map(ClauseId::from_index);
    let line = |c| format!("{}: {}\n", rules.model.cite_clause(c), rules.standards.clause_lineage(c));
    clauses.map(line).collect()
}

fn drawn(rules: &Rules, date: Date, clauses: bool) -> String {
    let (model, standards, catalogue) = (&rules.model, &rules.standards, &Catalogue::new(Lang::En));
    tree(&View { model, standards, date, catalogue, clauses })
}

fn effective(rules: &Rules, effective: &Effective) -> String {
    let model = &rules.model;
    let mut out = String::new();
    for &edition in &effective.set.editions {
        out += &format!("binds {}\n", cite_edition(model, edition));
    }
    for statement in &effective.set.statements {
        let above = cite(rules, &statement.above);
        let arrow = if above.is_empty() { "" } else { " → " };
        out += &format!("{}{arrow}{above}\n", model.cite(statement.statement));
    }
    for (&parameter, value) in &effective.set.parameters {
        out += &format!("${} = {value:?}\n", model.parameter(parameter).name);
    }
    for held in &effective.set.exceptions {
        let id = &model.exceptions[held.exception.index()].id;
        out += &format!("{id} covers {}\n", cite(rules, &held.covers));
    }
    for refused in &effective.refused {
        let id = &model.exceptions[refused.exception.index()].id;
        let problem = format!("{:?}", refused.problem);
        let problem = problem.split([' ', '(', '{']).next().unwrap_or("");
        out += &format!("{id} refused for {}: {problem}\n", cite(rules, &refused.statements));
    }
    out
}

fn cite(rules: &Rules, statements: &[StatementId]) -> String {
    statements.iter().map(|&s| rules.model.cite(s)).collect::<Vec<_>>().join(", ")
}
