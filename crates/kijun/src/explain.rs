//! Why a finding is as it is, and what a provision stands under and over.

use kijun_diag::Sources;
use kijun_eval::{Population, Step};
use kijun_findings::{Finding, Found, Location, RoleRef, Texts};
use kijun_model::{ClauseId, KindId, StatementId, Subject};

use crate::audit::{Options, Prepared, audit, read_population};
use crate::load::Loaded;
use crate::words::{Words, location};

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
    /// Whom it binds, as written.
    pub subjects: Option<String>,
    /// What it says: citation, force, and the rule as written.
    pub statements: Vec<(String, String)>,
    /// Provisions above that it puts into effect, nearest first, with their titles.
    pub above: Vec<(String, Texts)>,
    /// Provisions below that put it into effect, nearest first.
    pub below: Vec<(String, Texts)>,
    /// Where it was written.
    pub at: Location,
}

/// A finding with its evaluation.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The finding.
    pub finding: Finding,
    /// The evaluation, an expression a row; absent for findings that are not about a subject.
    pub rows: Vec<Row>,
}

/// An expression and what it came to.
#[derive(Clone, Debug)]
pub struct Row {
    /// How deep it stands in the one around it.
    pub depth: usize,
    /// The expression as written, or the element's name.
    pub text: String,
    /// What it came to.
    pub found: Found,
    /// Where its value stands, if it is one of the evidence.
    pub at: Option<Location>,
    /// How many elements more there are.
    pub omitted: usize,
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
        subjects: clause.subjects.as_ref().map(|s| loaded.sources.slice(s.span).to_owned()),
        statements: clause.statements.iter().map(|&s| (model.cite(s), written(loaded, s))).collect(),
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

/// The finding with this id (a unique beginning is enough), judged again. `None` if the audit has no such finding.
#[must_use]
pub fn explain(loaded: &Loaded, options: Options, id: &str) -> Option<Explained> {
    let audit = audit(loaded, options)?;
    let mut named = audit.record.findings.iter().filter(|f| f.id.starts_with(id));
    let finding = named.next()?.clone();
    if named.next().is_some_and(|other| other.id != finding.id) {
        return None;
    }
    let rows = evaluation(loaded, options, &finding).unwrap_or_default();
    Some(Explained { finding, rows })
}

fn evaluation(loaded: &Loaded, options: Options, finding: &Finding) -> Option<Vec<Row>> {
    let wanted = finding.subject.as_ref()?;
    let prepared = Prepared::of(loaded, options)?;
    let model = &loaded.model;
    let sheets = prepared.context(loaded)?.sheets;
    let index = sheets.iter().position(|sheet| sheet.citation == finding.provision)?;
    let kind = model.kind_named(&wanted.kind)?;
    let mut sources = loaded.sources.clone();
    let (population, subject) = find(loaded, &prepared, kind, &wanted.key, &mut sources)?;
    let explanation = prepared.program.explain(model, &population, &subject, index);
    let mut rows = Rows { loaded, sources: &sources, rows: Vec::new() };
    explanation.guards.iter().chain(&explanation.requirement).for_each(|step| rows.add(step, 0));
    Some(rows.rows)
}

/// Reads the evidence again, for one subject and those that are joined.
fn find(
    loaded: &Loaded,
    prepared: &Prepared,
    kind: KindId,
    key: &str,
    sources: &mut Sources,
) -> Option<(Population, Subject)> {
    let plan = loaded.plan.as_ref()?;
    let joined = prepared.program.joined_kinds();
    let (population, _) =
        read_population(loaded, &prepared.program, &plan.only(|k| joined.contains(&k)), sources);
    let wanted = |s: &Subject| s.kind == kind && *s.key == *key;
    let mut found = population.subjects().iter().find(|s| wanted(s)).cloned();
    if found.is_none() {
        let own = plan.only(|k| k == kind);
        kijun_evidence::read(&loaded.model, &own, &loaded.root, sources, &mut |s| {
            if wanted(&s) {
                found = Some(s);
            }
        });
    }
    found.map(|subject| (population, subject))
}

/// A tree of steps as rows.
struct Rows<'a> {
    loaded: &'a Loaded,
    sources: &'a Sources,
    rows: Vec<Row>,
}

impl Rows<'_> {
    fn add(&mut self, step: &Step, depth: usize) {
        let text = match &step.path {
            Some(path) => path.clone(),
            None => crate::words::one_line(self.loaded.sources.slice(step.span)),
        };
        self.rows.push(Row {
            depth,
            text,
            found: crate::judge::found(&self.loaded.model, &step.found, None),
            at: step.place.map(|place| location(self.sources, place)),
            omitted: step.omitted,
        });
        // `is absent` is `not … is present` in the tree, and one thing to the reader.
        let inner = match &step.children[..] {
            [only] if only.span == step.span && only.path.is_none() && step.path.is_none() => &only.children,
            children => children,
        };
        inner.iter().for_each(|child| self.add(child, depth + 1));
    }
}
