//! What documents come to beside each other, for the record.

use kijun_conform::{Cell, Conformance, Row};
use kijun_findings::{CONFORMANCE_SCHEMA, ConformanceCell, ConformanceRecord, ConformanceRow};
use kijun_model::StatementId;
use kijun_standards::cite_edition;

use crate::audit::Prepared;
use crate::context::Context;
use crate::judgements::Writer;
use crate::record;
use crate::words::location;

/// The record of a comparison.
pub(super) fn record(cx: &Context<'_>, prepared: &Prepared, conformance: &Conformance) -> ConformanceRecord {
    let manifest = cx.loaded.manifest.as_ref();
    let writer = Writer { loaded: cx.loaded, words: cx.words };
    let table = Table { cx, writer };
    let rows: Vec<ConformanceRow> = conformance.rows.iter().map(|row| table.row(row)).collect();
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
        diagnostics: prepared.wrong().iter().map(|d| cx.words.stated(d, &cx.loaded.sources)).collect(),
    }
}

struct Table<'a> {
    cx: &'a Context<'a>,
    writer: Writer<'a>,
}

impl Table<'_> {
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
            judgement: self.writer.judgement(row.statement, &row.verdict),
            cells: row.cells.iter().map(|cell| self.cell(row.statement, cell)).collect(),
        }
    }

    fn cell(&self, higher: StatementId, cell: &Cell) -> ConformanceCell {
        ConformanceCell {
            document: cite_edition(&self.cx.loaded.model, cell.document),
            clauses: cell.clauses.iter().map(|&clause| self.writer.clause(clause)).collect(),
            judgement: self.writer.judgement(higher, &cell.verdict),
        }
    }
}
