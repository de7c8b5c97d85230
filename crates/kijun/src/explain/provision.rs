//! What a provision says, and what it stands under and over.

use kijun_findings::{Location, RoleRef, Texts};
use kijun_model::{ClauseId, StatementId};

use crate::load::Loaded;
use crate::record::force_name;
use crate::words::{Words, location, one_line};

/// A provision with its neighbours.
#[derive(Clone, Debug)]
pub struct Provision {
    /// `standard@edition:clause`
    pub clause: String,
    /// Its title.
    pub title: Texts,
    /// The title of its document.
    pub document: Texts,
    /// Its tier.
    pub tier: String,
    /// Its text, where it has one.
    pub text: Option<Texts>,
    /// Who is responsible.
    pub role: Option<RoleRef>,
    /// The kind of subject that it binds: name and title.
    pub kind: Option<(String, Texts)>,
    /// Whom it binds, as written.
    pub subjects: Option<String>,
    /// What it says: citation, force, and the rule as written.
    pub statements: Vec<(String, String)>,
    /// What each statement demands, without what it says when it is not met: citation, and the rule or question.
    pub demands: Vec<(String, Texts)>,
    /// Provisions above that it puts into effect, nearest first, with their titles.
    pub above: Vec<(String, Texts)>,
    /// Provisions below that put it into effect, nearest first.
    pub below: Vec<(String, Texts)>,
    /// Where it was written.
    pub at: Location,
}

/// The provisions that a citation names: `standard[@edition]:clause[#label]`. Without an edition, those of all editions.
#[must_use]
pub fn provisions(loaded: &Loaded, citation: &str) -> Vec<Provision> {
    let words = Words::new();
    let clauses = (0..loaded.model.clauses.len()).map(ClauseId::from_index);
    let wanted = citation.split('#').next().unwrap_or(citation);
    let named = clauses.filter(|&id| {
        let clause = loaded.model.clause(id);
        let short = format!("{}:{}", loaded.model.edition(clause.edition).name, clause.number);
        loaded.model.cite_clause(id) == wanted || short == wanted
    });
    named.map(|id| provision(loaded, &words, id)).collect()
}

/// Every clause as it may be cited: without the edition, each once.
#[must_use]
pub fn citations(loaded: &Loaded) -> Vec<String> {
    let model = &loaded.model;
    let cite =
        |clause: &kijun_model::Clause| format!("{}:{}", model.edition(clause.edition).name, clause.number);
    let mut all: Vec<String> = model.clauses.iter().map(cite).collect();
    all.sort();
    all.dedup();
    all
}

fn provision(loaded: &Loaded, words: &Words, id: ClauseId) -> Provision {
    let model = &loaded.model;
    let clause = model.clause(id);
    let edition = model.edition(clause.edition);
    let neighbour = |id: ClauseId| {
        let clause = model.clause(id);
        (model.cite_clause(id), words.titles(&clause.titles, &clause.number))
    };
    let has_text = clause.text != kijun_model::Titles::default();
    let role = clause.by.map(|role| model.role(role));
    let kind = clause.subjects.as_ref().map(|subjects| model.kind(subjects.kind));
    Provision {
        clause: model.cite_clause(id),
        title: words.titles(&clause.titles, &clause.number),
        document: words.titles(&edition.titles, &edition.name),
        tier: edition.tier.as_deref().unwrap_or("").to_owned(),
        text: has_text.then(|| words.titles(&clause.text, "")),
        role: role.map(|role| RoleRef {
            name: role.name.to_string(),
            title: words.titles(&role.titles, &role.name),
        }),
        kind: kind.map(|kind| (kind.name.to_string(), words.titles(&kind.titles, &kind.name))),
        subjects: clause.subjects.as_ref().map(|s| loaded.sources.slice(s.span).to_owned()),
        statements: clause.statements.iter().map(|&s| (model.cite(s), written(loaded, s))).collect(),
        demands: clause.statements.iter().map(|&s| (model.cite(s), demand(loaded, words, s))).collect(),
        above: loaded.standards.chain_up(model, id).into_iter().map(|link| neighbour(link.clause)).collect(),
        below: loaded
            .standards
            .chain_down(model, id)
            .into_iter()
            .map(|link| neighbour(link.clause))
            .collect(),
        at: location(&loaded.sources, clause.span),
    }
}

fn written(loaded: &Loaded, statement: StatementId) -> String {
    loaded.sources.slice(loaded.model.statement(statement).span).to_owned()
}

/// What a statement demands, without what it says when it is not met; of a question its words.
pub(crate) fn demand(loaded: &Loaded, words: &Words, id: StatementId) -> Texts {
    let statement = loaded.model.statement(id);
    if let Some(attest) = &statement.attest {
        return words.titles(&attest.question, "");
    }
    let rule = one_line(loaded.sources.slice(statement.requirement.span));
    let force = force_name(statement.force);
    let text = match &statement.when {
        Some(when) => format!("{force} {rule} when {}", one_line(loaded.sources.slice(when.span))),
        None => format!("{force} {rule}"),
    };
    words.each(|_| text.clone())
}
