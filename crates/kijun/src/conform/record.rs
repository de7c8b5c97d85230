//! What documents come to beside each other, for the record.

use kijun_conform::{Cell, Conformance, Dimension, Gap, Row, Verdict, Why};
use kijun_findings::{
    CONFORMANCE_SCHEMA, CitedClause, ConformanceCell, ConformanceRecord, ConformanceRow, DimensionName,
    GapRecord, Judgement, Location, Texts, VerdictName,
};
use kijun_model::{ClauseId, EditionId, StatementId};
use kijun_standards::{cite_edition, statements_of};

use super::finding::case_record;
use crate::audit::Prepared;
use crate::context::Context;
use crate::record;
use crate::words::location;

/// The record of a comparison.
pub(super) fn record(cx: &Context<'_>, prepared: &Prepared, conformance: &Conformance) -> ConformanceRecord {
    let manifest = cx.loaded.manifest.as_ref();
    let writer = Writer { cx };
    let rows: Vec<ConformanceRow> = conformance.rows.iter().map(|row| writer.row(row)).collect();
    let mut findings = super::told(cx, conformance);
    findings.sort_by_key(|finding| finding.level);
    ConformanceRecord {
        schema: CONFORMANCE_SCHEMA.to_owned(),
        engine: record::engine(),
        project: manifest.map_or(String::new(), |m| m.project.clone()),
        title: record::title(cx),
        as_of: prepared.as_of().to_string(),
        today: prepared.days().today.to_string(),
        standards: record::standards(cx),
        figures: rows.iter().map(|row| row.judgement.verdict).collect(),
        rows,
        orphans: conformance.orphans.iter().map(|&clause| writer.clause(clause)).collect(),
        findings,
        diagnostics: prepared
            .wrong(cx.loaded)
            .iter()
            .map(|d| cx.words.stated(d, &cx.loaded.sources))
            .collect(),
    }
}

struct Writer<'a> {
    cx: &'a Context<'a>,
}

impl Writer<'_> {
    fn row(&self, row: &Row) -> ConformanceRow {
        let model = &self.cx.loaded.model;
        let statement = model.statement(row.statement);
        let clause = model.clause(statement.clause);
        ConformanceRow {
            statement: model.cite(row.statement),
            lineage: self.cx.loaded.standards.lineage(model, row.statement),
            document: cite_edition(model, row.document),
            force: record::force_name(statement.force).to_owned(),
            title: self.cx.words.titles(&clause.titles, &clause.number),
            at: location(&self.cx.loaded.sources, statement.span),
            judgement: self.judgement(row.statement, &row.verdict),
            cells: row.cells.iter().map(|cell| self.cell(row.statement, cell)).collect(),
        }
    }

    fn cell(&self, higher: StatementId, cell: &Cell) -> ConformanceCell {
        ConformanceCell {
            document: cite_edition(&self.cx.loaded.model, cell.document),
            clauses: cell.clauses.iter().map(|&clause| self.clause(clause)).collect(),
            judgement: self.judgement(higher, &cell.verdict),
        }
    }

    fn clause(&self, id: ClauseId) -> CitedClause {
        let clause = self.cx.loaded.model.clause(id);
        CitedClause {
            clause: self.cx.loaded.model.cite_clause(id),
            title: self.cx.words.titles(&clause.titles, &clause.number),
            at: location(&self.cx.loaded.sources, clause.span),
        }
    }

    fn judgement(&self, higher: StatementId, verdict: &Verdict) -> Judgement {
        let (reason, at) = self.reason(higher, verdict);
        let gaps = match verdict {
            Verdict::Weaker(gaps) | Verdict::Incomparable(gaps) | Verdict::Partial(gaps) => gaps.as_slice(),
            _ => &[],
        };
        Judgement { verdict: name(verdict), reason, at, gaps: gaps.iter().map(|gap| self.gap(gap)).collect() }
    }

    /// Why, in words, and where that stands.
    fn reason(&self, higher: StatementId, verdict: &Verdict) -> (Option<Texts>, Option<Location>) {
        let (model, words) = (&self.cx.loaded.model, self.cx.words);
        let place = |span| location(&self.cx.loaded.sources, span);
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
        let model = &self.cx.loaded.model;
        let takes = |link: &&kijun_model::Link<_>| statements_of(model, link.to).contains(&higher);
        let link = model.edition(by).adopts.iter().find(takes)?;
        Some(location(&self.cx.loaded.sources, link.span))
    }

    fn gap(&self, gap: &Gap) -> GapRecord {
        let model = &self.cx.loaded.model;
        GapRecord {
            dimension: dimension(gap.dimension),
            lower: gap.lower.iter().map(|&statement| model.cite(statement)).collect(),
            case: gap.case.as_ref().map(|case| case_record(self.cx, case)),
        }
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
