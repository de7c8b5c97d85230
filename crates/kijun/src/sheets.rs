//! What every finding against a statement says, made once for each statement in force.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::Lang;
use kijun_findings::{Location, RoleRef, Texts};
use kijun_model::{Clause, Force, Model, Severity, StatementId, Titles};
use kijun_standards::EffectiveSet;

use crate::load::Loaded;
use crate::words::{Words, location, one_line};

/// A statement in force as findings cite it.
pub(crate) struct Sheet {
    pub(crate) statement: StatementId,
    /// Statements above it, by their places among the sheets, nearest first.
    pub(crate) above: Vec<usize>,
    /// Those of them that are about the same evidence; of a clause of which none is, all.
    pub(crate) related: Vec<usize>,
    pub(crate) citation: Arc<str>,
    pub(crate) lineage: Arc<str>,
    pub(crate) tier: Arc<str>,
    /// The tier's rank; 0 is the highest.
    pub(crate) rank: usize,
    pub(crate) title: Arc<Texts>,
    pub(crate) rule: Arc<Location>,
    pub(crate) fix: Option<Arc<Texts>>,
    /// Who is responsible: as the statement's own clause says, else as the nearest above it does.
    pub(crate) role: Option<Arc<RoleRef>>,
    pub(crate) force: Force,
    pub(crate) severity: Severity,
    /// Whether what it finds is outside the view of the rest of the audit.
    pub(crate) unseen: bool,
    /// What is asked, and the ending of the message keys that fit it.
    pub(crate) asked: Texts,
    pub(crate) manner: &'static str,
}

/// A sheet for each statement of the effective set, in its order.
pub(crate) fn sheets(loaded: &Loaded, set: &EffectiveSet, words: &Words) -> Vec<Sheet> {
    let model = &loaded.model;
    let places: BTreeMap<StatementId, usize> =
        set.statements.iter().enumerate().map(|(i, e)| (e.statement, i)).collect();
    let place = |s: &StatementId| places.get(s).copied();
    let sheet = |effective: &kijun_standards::EffectiveStatement| {
        let above: Vec<usize> = effective.above.iter().filter_map(place).collect();
        let related =
            related(model, effective.statement, &effective.above).iter().filter_map(place).collect();
        let maker = Maker { loaded, words, id: effective.statement, above: &effective.above };
        maker.sheet(above, related)
    };
    let mut sheets: Vec<Sheet> = set.statements.iter().map(sheet).collect();
    mark_unseen(loaded, &mut sheets);
    sheets
}

/// Marks the statements that the manifest names under `coverage`, and those that put them into effect.
fn mark_unseen(loaded: &Loaded, sheets: &mut [Sheet]) {
    let named = loaded.manifest.as_ref().map_or(&[][..], |manifest| &manifest.coverage);
    let named: BTreeSet<StatementId> =
        named.iter().flat_map(|name| loaded.model.statements_cited(name)).collect();
    let is_named: Vec<bool> = sheets.iter().map(|sheet| named.contains(&sheet.statement)).collect();
    for (sheet, own) in sheets.iter_mut().zip(&is_named) {
        sheet.unseen = *own || sheet.related.iter().any(|&above| is_named[above]);
    }
}

fn related(model: &Model, statement: StatementId, above: &[StatementId]) -> Vec<StatementId> {
    let reads = model.reads(statement);
    let same: Vec<bool> = above.iter().map(|&s| !model.reads(s).is_disjoint(&reads)).collect();
    let of_clause = |s: &StatementId| model.statement(*s).clause;
    let speaks = |s| above.iter().zip(&same).any(|(t, &same)| same && of_clause(t) == of_clause(s));
    let pairs = above.iter().zip(&same);
    pairs.filter(|(s, same)| **same || !speaks(s)).map(|(s, _)| *s).collect()
}

struct Maker<'a> {
    loaded: &'a Loaded,
    words: &'a Words,
    id: StatementId,
    above: &'a [StatementId],
}

impl Maker<'_> {
    fn sheet(&self, above: Vec<usize>, related: Vec<usize>) -> Sheet {
        let model = &self.loaded.model;
        let statement = model.statement(self.id);
        let clause = model.clause(statement.clause);
        let tier = model.edition(clause.edition).tier.clone().unwrap_or_default();
        let forbids = matches!(statement.force, Force::MustNot | Force::ShouldNot);
        Sheet {
            statement: self.id,
            above,
            related,
            citation: model.cite(self.id).into(),
            lineage: self.loaded.standards.lineage(model, self.id).into(),
            rank: self.loaded.standards.tier_rank(&tier).unwrap_or(usize::MAX),
            tier,
            title: Arc::new(self.words.titles(&clause.titles, &clause.number)),
            rule: Arc::new(location(&self.loaded.sources, statement.span)),
            fix: self.fix(clause),
            role: self.role(),
            force: statement.force,
            severity: clause.severity,
            unseen: false,
            asked: self.asked(),
            manner: match (statement.attest.is_some(), forbids) {
                (true, _) => "attest",
                (_, true) => "forbidden",
                _ => "required",
            },
        }
    }

    fn fix(&self, clause: &Clause) -> Option<Arc<Texts>> {
        let says = clause.fix != Titles::default();
        says.then(|| Arc::new(self.words.titles(&clause.fix, "")))
    }

    fn role(&self) -> Option<Arc<RoleRef>> {
        let model = &self.loaded.model;
        let chain = std::iter::once(&self.id).chain(self.above);
        let role = chain.map(|&s| model.statement(s)).find_map(|statement| {
            let asked = statement.attest.as_ref().and_then(|attest| attest.by);
            asked.or(model.clause(statement.clause).by)
        })?;
        let role = model.role(role);
        let title = self.words.titles(&role.titles, &role.name);
        Some(Arc::new(RoleRef { name: role.name.to_string(), title }))
    }

    /// The question of an `attest`; else the requirement as written.
    fn asked(&self) -> Texts {
        let statement = self.loaded.model.statement(self.id);
        match &statement.attest {
            Some(attest) => self.words.titles(&attest.question, ""),
            None => {
                let written = one_line(self.loaded.sources.slice(statement.requirement.span));
                [Lang::En, Lang::Ja].map(|lang| (lang.tag().to_owned(), written.clone())).into()
            }
        }
    }
}
