//! Clauses, verdicts and cases of a comparison of documents, as records hold them.

use kijun_conform::{Case, Dimension, Gap, Verdict, Why};
use kijun_findings::{
    CaseOutcome, CaseRecord, CitedClause, DimensionName, GapRecord, Judgement, Location, Texts, VerdictName,
};
use kijun_model::{ClauseId, EditionId, Model, StatementId};
use kijun_standards::statements_of;

use crate::load::Loaded;
use crate::words::{Words, location};

/// Writes what a comparison came to.
#[derive(Clone, Copy)]
pub(crate) struct Writer<'a> {
    pub(crate) loaded: &'a Loaded,
    pub(crate) words: &'a Words,
}

impl Writer<'_> {
    /// A clause as it is cited.
    pub(crate) fn clause(&self, id: ClauseId) -> CitedClause {
        let clause = self.loaded.model.clause(id);
        CitedClause {
            clause: self.loaded.model.cite_clause(id),
            title: self.words.titles(&clause.titles, &clause.number),
            at: location(&self.loaded.sources, clause.span),
        }
    }

    /// What the other side comes to beside a statement.
    pub(crate) fn judgement(&self, higher: StatementId, verdict: &Verdict) -> Judgement {
        let (reason, at) = self.reason(higher, verdict);
        let gaps = match verdict {
            Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => gaps.as_slice(),
            _ => &[],
        };
        Judgement { verdict: name(verdict), reason, at, gaps: gaps.iter().map(|gap| self.gap(gap)).collect() }
    }

    /// Why, in words, and where that stands.
    fn reason(&self, higher: StatementId, verdict: &Verdict) -> (Option<Texts>, Option<Location>) {
        let (model, words) = (&self.loaded.model, self.words);
        let place = |span| location(&self.loaded.sources, span);
        match verdict {
            Verdict::Adopted(by) => (None, self.adoption(*by, higher)),
            Verdict::Excluded(by, number) => {
                let excluded = model.edition(*by).excludes.get(*number);
                let reason = excluded.map(|(_, because)| words.each(|_| because.to_string()));
                (reason, excluded.map(|(link, _)| place(link.span)))
            }
            Verdict::Undecided(why) => {
                let (word, span) = match *why {
                    Why::Effort => ("word-undecided-effort", None),
                    Why::Fragment { span } => ("word-undecided-fragment", Some(span)),
                    Why::Calendar { span } => ("word-undecided-calendar", Some(span)),
                    Why::Attested { span } => ("word-undecided-attested", Some(span)),
                };
                (Some(words.each(|catalogue| catalogue.text(word, &[]))), span.map(place))
            }
            _ => (None, None),
        }
    }

    fn adoption(&self, by: EditionId, higher: StatementId) -> Option<Location> {
        let model = &self.loaded.model;
        let takes = |link: &&kijun_model::Link<_>| statements_of(model, link.to).contains(&higher);
        let link = model.edition(by).adopts.iter().find(takes)?;
        Some(location(&self.loaded.sources, link.span))
    }

    fn gap(&self, gap: &Gap) -> GapRecord {
        let model = &self.loaded.model;
        GapRecord {
            dimension: dimension(gap.dimension),
            lower: gap.lower.iter().map(|&statement| model.cite(statement)).collect(),
            case: gap.case.as_ref().map(|case| case_record(&self.loaded.model, self.words, case)),
        }
    }
}

/// A case for the record.
pub(crate) fn case_record(model: &Model, words: &Words, case: &Case) -> CaseRecord {
    let outcome = |&(statement, outcome)| CaseOutcome { statement: model.cite(statement), outcome };
    CaseRecord {
        kind: model.kind(case.subject.kind).name.to_string(),
        yaml: words.each(|catalogue| kijun_conform::yaml(model, case, catalogue)),
        outcomes: case.outcomes.iter().map(outcome).collect(),
    }
}

fn name(verdict: &Verdict) -> VerdictName {
    match verdict {
        Verdict::Stricter => VerdictName::Stricter,
        Verdict::Equal => VerdictName::Equal,
        Verdict::Adopted(_) => VerdictName::Adopted,
        Verdict::Excluded(..) => VerdictName::Excluded,
        Verdict::Weaker(_) => VerdictName::Weaker,
        Verdict::Incomparable(_) => VerdictName::Incomparable,
        Verdict::Partial(_) => VerdictName::Partial,
        Verdict::Uncovered => VerdictName::Uncovered,
        Verdict::Undeclared => VerdictName::Undeclared,
        Verdict::Undecided(_) => VerdictName::Undecided,
        Verdict::Permission => VerdictName::Permission,
    }
}

fn dimension(dimension: Dimension) -> DimensionName {
    match dimension {
        Dimension::Force => DimensionName::Force,
        Dimension::Scope => DimensionName::Scope,
        Dimension::Strength => DimensionName::Strength,
        Dimension::Timeframe => DimensionName::Timeframe,
        Dimension::Responsibility => DimensionName::Responsibility,
    }
}
