//! An objection as a finding: which provisions, how pressing, who answers, and the case that shows it.

use std::sync::Arc;

use kijun_conform::{Case, Objection, Why};
use kijun_diag::{Arg, Catalogue, Diagnostic};
use kijun_findings::{Altitude, ChainLink, CitedPlace, Finding, Matter, Objected, Outcome, lineage_id};

use kijun_model::{Force, Model, StatementId};

use super::cite::{Cited, Part};
use crate::context::Context;
use crate::judgements::case_record;
use crate::levels;
use crate::words::{location, one_line};

/// An objection to be told.
pub(super) struct Told<'a> {
    pub(super) cx: &'a Context<'a>,
    pub(super) objection: &'a Objection,
    /// Provisions further up of which the same holds, nearest first.
    pub(super) beyond: Vec<StatementId>,
    /// All statements of the higher clause of which the same is found; where a clause as a whole lacks something.
    pub(super) alike: Vec<StatementId>,
}

/// What an objection concerns.
struct Concern<'o> {
    /// What is to be changed.
    main: Part,
    /// What it is held against; itself, where it is wrong by itself.
    above: Part,
    /// All of them, lower ones first.
    parts: Vec<Part>,
    /// Those that tell it from other objections of the check.
    telling: Vec<Part>,
    case: Option<&'o Case>,
}

impl<'o> Concern<'o> {
    /// Lower parts against a higher one.
    fn between(lower: Vec<Part>, above: Part) -> Concern<'o> {
        // Where whole documents lack something, what they lack is the provision to name.
        let main = match lower.first() {
            Some(Part::Document(_)) | None => above,
            Some(&first) => first,
        };
        let parts: Vec<Part> = lower.into_iter().chain([above]).collect();
        Concern { main, above, telling: parts.clone(), parts, case: None }
    }

    /// A part by itself, with others that show what is wrong with it.
    fn alone(part: Part, beside: impl IntoIterator<Item = Part>) -> Concern<'o> {
        let parts = std::iter::once(part).chain(beside).collect();
        Concern { main: part, above: part, telling: vec![part], parts, case: None }
    }

    fn with(self, case: Option<&'o Case>) -> Concern<'o> {
        Concern { case, ..self }
    }
}

impl<'a> Told<'a> {
    fn concern(&self) -> Concern<'a> {
        use Part::{Clause, Document, Link, Parameter, Setting, Statement, Term};
        let between = Concern::between;
        match self.objection {
            Objection::Uncovered { higher, documents } => {
                between(all(documents, Document), Statement(*higher))
            }
            Objection::Undeclared { higher, clauses } | Objection::Undecided { higher, clauses, .. } => {
                between(all(clauses, Clause), Statement(*higher))
            }
            Objection::Unbound { higher, clauses, case } => {
                between(all(clauses, Clause), Statement(*higher)).with(Some(case))
            }
            Objection::Weaker { higher, gap, .. } => {
                between(all(&gap.lower, Statement), Statement(*higher)).with(gap.case.as_deref())
            }
            Objection::WeakerForce { higher, lower } => between(all(lower, Statement), Statement(*higher)),
            Objection::PermitsForbidden { permission, forbidden, case } => {
                between(vec![Statement(*permission)], Statement(*forbidden)).with(Some(case))
            }
            Objection::LowerRole { higher, lower, .. }
            | Objection::LaxerExceptions { higher, lower }
            | Objection::OlderEvidence { higher, lower } => between(vec![Clause(*lower)], Clause(*higher)),
            Objection::ParameterUnset { parameter, documents } => {
                let concern = between(all(documents, Document), Parameter(*parameter));
                Concern { main: concern.parts[0], ..concern }
            }
            Objection::ParameterOutOfRange { setting } => {
                let parameter = self.cx.loaded.model.settings[*setting].parameter;
                between(vec![Setting(*setting)], Parameter(parameter))
            }
            Objection::StaleProvision { clause, document, span, cited, .. } => {
                between(vec![clause.map_or(Link(*document, *span), Clause)], Clause(*cited))
            }
            Objection::RedefinedTerm { lower, higher, case } => {
                between(vec![Term(*lower)], Term(*higher)).with(case.as_deref())
            }
            Objection::Contradiction { first, second, case } => {
                let (lower, higher) = self.lower_first(*first, *second);
                between(vec![Statement(lower)], Statement(higher)).with(Some(case))
            }
            Objection::Impossible { statement } | Objection::Vacuous { statement, .. } => {
                Concern::alone(Statement(*statement), [])
            }
            Objection::Redundant { statement, by } => {
                Concern::alone(Statement(*statement), all(by, Statement))
            }
            Objection::NotMonotone { statement, case, .. } => {
                Concern::alone(Statement(*statement), []).with(Some(case))
            }
            Objection::LevelWithoutText { clause, .. } => Concern::alone(Clause(*clause), []),
        }
    }

    /// Of two statements the one in the lower document first; of one document, the later one.
    fn lower_first(&self, first: StatementId, second: StatementId) -> (StatementId, StatementId) {
        let model = &self.cx.loaded.model;
        let rank =
            |id: StatementId| self.cx.loaded.standards.rank(model.clause(model.statement(id).clause).edition);
        if (rank(first), first) > (rank(second), second) { (first, second) } else { (second, first) }
    }
}

impl Told<'_> {
    /// The finding.
    pub(super) fn finding(&self) -> Finding {
        let concern = self.widened();
        let (main, above) = (self.cited(concern.main), self.cited(concern.above));
        let diagnostic = self.diagnostic();
        let check = diagnostic.id.name();
        let words = self.cx.words;
        let lineage: Arc<str> = self.lineage(check, &concern).into();
        let worded = |catalogue: &Catalogue| catalogue.wording(&self.titled(&diagnostic, catalogue));
        let help = words.each(|catalogue| worded(catalogue).help.unwrap_or_default());
        Finding {
            id: lineage_id(&lineage),
            level: self.cx.levels.of_documents(&levels::Objected {
                check: check.split('/').next_back().unwrap_or(check),
                force: above.force(),
                severity: above.severity(),
                tier: &above.tier(),
            }),
            matter: Matter::Conformance,
            outcome: None,
            provision: main.citation().into(),
            lineage,
            title: Arc::new(main.title()),
            subject: None,
            altitude: Some(Altitude { tier: above.tier(), statement: above.citation().into() }),
            chain: self.chain(&concern),
            role: main.role().or_else(|| above.role()),
            unit: None,
            message: words.each(|catalogue| worded(catalogue).message),
            fix: help.values().any(|text| !text.is_empty()).then(|| Arc::new(help)),
            rule: Arc::new(location(&self.cx.loaded.sources, diagnostic.at.unwrap_or(main.span().into()))),
            evidence: Vec::new(),
            concerns: Vec::new(),
            unseen: false,
            documents: Some(Box::new(Objected {
                checks: vec![check.to_owned()],
                others: self.others(&concern).into_iter().chain(self.undecided_part()).collect(),
                case: concern.case.map(|case| case_record(&self.cx.loaded.model, self.cx.words, case)),
            })),
        }
    }

    /// The diagnostic, about all statements that are told together.
    fn diagnostic(&self) -> Diagnostic {
        let mut diagnostic = self.objection.diagnostic(&self.cx.loaded.model);
        if self.alike.len() > 1 {
            let higher = Arg::Text(self.cite_alike());
            let of_higher = diagnostic.args.iter_mut().filter(|(name, _)| *name == "higher");
            of_higher.for_each(|arg| arg.1 = higher.clone());
        }
        diagnostic
    }

    /// The diagnostic with the titles of roles in place of their names: a finding is read by people who do not write rules.
    fn titled(&self, diagnostic: &Diagnostic, catalogue: &Catalogue) -> Diagnostic {
        let mut diagnostic = diagnostic.clone();
        let Objection::LowerRole { needed, role, .. } = self.objection else { return diagnostic };
        for (name, id) in [("needed", *needed), ("role", *role)] {
            let role = self.cx.loaded.model.role(id);
            let title = role.titles.get(catalogue.lang().tag()).unwrap_or(&role.name);
            let args = diagnostic.args.iter_mut().filter(|(arg, _)| *arg == name);
            args.for_each(|arg| arg.1 = Arg::Text(title.to_string()));
        }
        diagnostic
    }

    /// The clause, where all that it demands is meant; else the statements.
    fn cite_alike(&self) -> String {
        let model = &self.cx.loaded.model;
        let clause = model.statement(self.alike[0]).clause;
        let demands = |s: &&StatementId| matches!(model.statement(**s).force, Force::Must | Force::MustNot);
        let mut demanded = model.clause(clause).statements.iter().filter(demands);
        match demanded.all(|s| self.alike.contains(s)) {
            true => model.cite_clause(clause),
            false => self.alike.iter().map(|&s| model.cite(s)).collect::<Vec<_>>().join("`, `"),
        }
    }

    /// What it concerns, with what is told together with it.
    fn widened(&self) -> Concern<'_> {
        let mut concern = self.concern();
        let more = self.beyond.iter().chain(self.alike.iter().skip(1)).map(|&id| Part::Statement(id));
        concern.parts.extend(more);
        if let Some(&highest) = self.beyond.last() {
            concern.above = Part::Statement(highest);
        }
        if let Some(&first) = self.alike.first() {
            let clause = Part::Clause(self.cx.loaded.model.statement(first).clause);
            let whole = |part: &Part| if *part == Part::Statement(first) { clause } else { *part };
            concern.telling = concern.telling.iter().map(whole).collect();
        }
        concern
    }

    fn cited(&self, part: Part) -> Cited<'_> {
        Cited { cx: self.cx, part }
    }

    /// Of the check and of the provisions: never a place, never an edition.
    fn lineage(&self, check: &str, concern: &Concern<'_>) -> String {
        let mut names: Vec<String> = concern.telling.iter().map(|&part| self.cited(part).lineage()).collect();
        names.sort();
        format!("{check}:{}", names.join("+"))
    }

    /// The provisions, lower ones first, each with what the case came to for it.
    fn chain(&self, concern: &Concern<'_>) -> Vec<ChainLink> {
        let parts = concern.parts.iter().map(|&part| self.cited(part));
        let provisions = parts.filter(|cited| cited.clause().is_some());
        let link = |cited: Cited<'_>| ChainLink {
            statement: cited.citation().into(),
            tier: cited.tier(),
            title: Arc::new(cited.title()),
            outcome: concern.case.and_then(|case| outcome(&self.cx.loaded.model, case, cited.part)),
        };
        provisions.map(link).collect()
    }

    /// The expression that could not be decided, as it is written.
    fn undecided_part(&self) -> Option<CitedPlace> {
        let Objection::Undecided { why: Why::Fragment { span } | Why::Calendar { span }, .. } =
            self.objection
        else {
            return None;
        };
        let sources = &self.cx.loaded.sources;
        Some(CitedPlace { provision: one_line(sources.slice(*span)), at: location(sources, *span) })
    }

    fn others(&self, concern: &Concern<'_>) -> Vec<CitedPlace> {
        let others = concern.parts.iter().filter(|part| **part != concern.main);
        others.map(|&part| self.cited(part).place()).collect()
    }
}

/// What a case came to for a statement, or for all statements of a clause where they agree.
fn outcome(model: &Model, case: &Case, part: Part) -> Option<Outcome> {
    let of = |statement: StatementId| match part {
        Part::Statement(id) => statement == id,
        Part::Clause(id) => model.statement(statement).clause == id,
        _ => false,
    };
    let mut outcomes = case.outcomes.iter().filter(|(id, _)| of(*id)).map(|&(_, outcome)| outcome);
    let first = outcomes.next()?;
    outcomes.all(|outcome| outcome == first).then_some(first)
}

fn all<T: Copy>(ids: &[T], part: impl Fn(T) -> Part) -> Vec<Part> {
    ids.iter().map(|&id| part(id)).collect()
}
