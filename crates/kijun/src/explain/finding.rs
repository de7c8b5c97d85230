//! Why a finding is as it is.

use kijun_diag::Sources;
use kijun_eval::{Population, Step};
use kijun_findings::{Finding, Found, Location, Matter, Texts};
use kijun_model::{KindId, Subject};

use super::answers::Question;
use crate::audit::{Options, Prepared, audit, read_population};
use crate::load::Loaded;
use crate::supplied;
use crate::words::{Words, location};

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
    /// The expression as written, the element's name, or the question that was asked.
    pub text: Texts,
    /// What it came to.
    pub found: Found,
    /// Where its value stands, if it is one of the evidence.
    pub at: Option<Location>,
    /// How many elements more there are.
    pub omitted: usize,
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
    let wanted = finding.subject.as_ref().filter(|_| finding.matter == Matter::Statement)?;
    let prepared = Prepared::of(loaded, options)?;
    let model = &loaded.model;
    let sheets = prepared.context(loaded)?.sheets;
    let index = sheets.iter().position(|sheet| sheet.citation == finding.provision)?;
    let kind = model.kind_named(&wanted.kind)?;
    let mut sources = loaded.sources.clone();
    let (population, subject) = find(loaded, &prepared, kind, &wanted.key, &mut sources)?;
    let explanation = prepared.program.explain(model, &population, &subject, index);
    let mut rows = Rows { loaded, sources: &sources, words: Words::new(), rows: Vec::new() };
    explanation.guards.iter().for_each(|guard| rows.add(guard, 0));
    if let Some(requirement) = &explanation.requirement {
        let statement = sheets[index].statement;
        match &model.statement(statement).attest {
            Some(attest) => {
                let question = Question { attest, statement, subject: &subject };
                rows.add_question(&question, requirement, &population);
            }
            None => rows.add(requirement, 0),
        }
    }
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
    let (population, _) = read_population(&prepared.context(loaded)?, &prepared.program, plan, sources);
    let wanted = |s: &Subject| s.kind == kind && *s.key == *key;
    let supplied = supplied::subjects(loaded, &prepared.effective.set);
    let mut found = population.subjects().iter().chain(&supplied).find(|s| wanted(s)).cloned();
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
pub(super) struct Rows<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) sources: &'a Sources,
    pub(super) words: Words,
    pub(super) rows: Vec<Row>,
}

impl Rows<'_> {
    fn add(&mut self, step: &Step, depth: usize) {
        let text = match &step.path {
            Some(path) => path.clone(),
            None => crate::words::one_line(self.loaded.sources.slice(step.span)),
        };
        self.rows.push(Row {
            depth,
            text: self.words.each(|_| text.clone()),
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
