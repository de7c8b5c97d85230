//! What a check concerns, as it is cited: a statement, a clause, a document, and what else has a place in one.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_findings::{CitedPlace, RoleRef, Texts};
use kijun_model::{ClauseId, EditionId, Force, Model, ParameterId, Severity, StatementId};
use kijun_standards::cite_edition;

use crate::context::Context;
use crate::words::location;

/// Something that is written in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Statement(StatementId),
    Clause(ClauseId),
    Document(EditionId),
    /// A link in the head of a document.
    Link(EditionId, Span),
    Parameter(ParameterId),
    /// A choice, by its place among the model's.
    Setting(usize),
    /// A term, by its place among the model's.
    Term(usize),
}

/// A part with all that it takes to speak of it.
#[derive(Clone, Copy)]
pub(super) struct Cited<'a> {
    pub(super) cx: &'a Context<'a>,
    pub(super) part: Part,
}

impl Cited<'_> {
    fn model(&self) -> &Model {
        &self.cx.loaded.model
    }

    /// The clause that it is, or stands in.
    pub(super) fn clause(&self) -> Option<ClauseId> {
        match self.part {
            Part::Statement(id) => Some(self.model().statement(id).clause),
            Part::Clause(id) => Some(id),
            _ => None,
        }
    }

    /// The document that it stands in; a file of no document has none.
    pub(super) fn edition(&self) -> Option<EditionId> {
        let model = self.model();
        match self.part {
            Part::Document(id) | Part::Link(id, _) => Some(id),
            Part::Parameter(id) => model.parameter(id).edition,
            Part::Setting(at) => model.settings[at].edition,
            Part::Term(at) => model.terms[at].edition,
            Part::Statement(_) | Part::Clause(_) => self.clause().map(|id| model.clause(id).edition),
        }
    }

    /// How it is cited.
    pub(super) fn citation(&self) -> String {
        let model = self.model();
        let within = |name: &str| match self.edition() {
            Some(edition) => format!("{}:{name}", cite_edition(model, edition)),
            None => name.to_owned(),
        };
        match self.part {
            Part::Statement(id) => model.cite(id),
            Part::Clause(id) => model.cite_clause(id),
            Part::Document(id) | Part::Link(id, _) => cite_edition(model, id),
            Part::Parameter(id) => within(&format!("${}", model.parameter(id).name)),
            Part::Setting(at) => within(&format!("${}", model.parameter(model.settings[at].parameter).name)),
            Part::Term(at) => within(&model.terms[at].words),
        }
    }

    /// What it is called for ever: without editions, and without places.
    pub(super) fn lineage(&self) -> String {
        let (model, standards) = (self.model(), &self.cx.loaded.standards);
        match self.part {
            Part::Statement(id) => standards.lineage(model, id),
            Part::Clause(id) => standards.clause_lineage(id).to_string(),
            _ => {
                let citation = self.citation();
                let (document, name) = citation.split_once(':').unwrap_or((&citation, ""));
                let document = document.split('@').next().unwrap_or(document);
                if name.is_empty() { document.to_owned() } else { format!("{document}:{name}") }
            }
        }
    }

    /// Where it was written.
    pub(super) fn span(&self) -> Span {
        let model = self.model();
        match self.part {
            Part::Statement(id) => model.statement(id).span,
            Part::Clause(id) => model.clause(id).span,
            Part::Document(id) => model.edition(id).span,
            Part::Link(_, span) => span,
            Part::Parameter(id) => model.parameter(id).span,
            Part::Setting(at) => model.settings[at].span,
            Part::Term(at) => model.terms[at].span,
        }
    }

    /// How it is cited, and where it was written.
    pub(super) fn place(&self) -> CitedPlace {
        CitedPlace { provision: self.citation(), at: location(&self.cx.loaded.sources, self.span()) }
    }

    /// The title of its clause, else of its document.
    pub(super) fn title(&self) -> Texts {
        let (model, words) = (self.model(), self.cx.words);
        if let Some(clause) = self.clause().map(|id| model.clause(id)) {
            return words.titles(&clause.titles, &clause.number);
        }
        match self.edition().map(|id| model.edition(id)) {
            Some(edition) => words.titles(&edition.titles, &edition.name),
            None => words.each(|_| self.citation()),
        }
    }

    /// The tier of its document.
    pub(super) fn tier(&self) -> Arc<str> {
        self.edition().and_then(|id| self.model().edition(id).tier.clone()).unwrap_or_default()
    }

    /// Its force; of a clause, the strongest of its statements, of anything else that of a `must`.
    pub(super) fn force(&self) -> Force {
        let model = self.model();
        match self.part {
            Part::Statement(id) => model.statement(id).force,
            Part::Clause(id) => {
                let forces = model.clause(id).statements.iter().map(|&s| model.statement(s).force);
                forces.min_by_key(|force| weakness(*force)).unwrap_or(Force::Must)
            }
            _ => Force::Must,
        }
    }

    /// How bad a violation of its clause is.
    pub(super) fn severity(&self) -> Severity {
        self.clause().map_or(Severity::Medium, |id| self.model().clause(id).severity)
    }

    /// Who answers for it.
    pub(super) fn role(&self) -> Option<Arc<RoleRef>> {
        let role = self.model().role(self.model().clause(self.clause()?).by?);
        let title = self.cx.words.titles(&role.titles, &role.name);
        Some(Arc::new(RoleRef { name: role.name.to_string(), title }))
    }
}

fn weakness(force: Force) -> u8 {
    match force {
        Force::Must | Force::MustNot => 0,
        Force::Should | Force::ShouldNot => 1,
        Force::May => 2,
    }
}
