//! What stands in each sheet: the summary, findings, measures with their breakdowns, statements, exceptions, listings.

use crate::annual::view::{FindingView, PartitionView, RecordView};
use crate::annual::words::Words;
use crate::book::{Cell, Sheet};

/// The sheets, in order. Measures, exceptions and listings only where there are some.
pub(super) fn all(view: &RecordView, words: &Words) -> Vec<Sheet> {
    let mut sheets = vec![summary(view, words), findings(view, words)];
    if !view.all_measures.is_empty() {
        sheets.push(measures(view, words));
    }
    sheets.push(statements(view, words));
    if !view.exceptions.is_empty() {
        sheets.push(exceptions(view, words));
    }
    sheets.extend(view.all_listings.iter().map(|listing| Sheet {
        name: listing.title.clone(),
        head: listing.columns.iter().map(|column| column.title.clone()).collect(),
        rows: listing.rows.iter().map(|row| row.cells.iter().map(Cell::from).collect()).collect(),
    }));
    sheets
}

/// Column titles by their keys.
fn head(words: &Words, keys: &[&str]) -> Vec<String> {
    keys.iter().map(|key| words.text(key, &[])).collect()
}

const COUNTS: [&str; 8] = [
    "audit-rate",
    "outcome-pass",
    "outcome-fail",
    "outcome-unknown",
    "outcome-error",
    "outcome-waived",
    "outcome-not-applicable",
    "audit-sum",
];

/// A share as a number; in words, where nothing was assessed.
fn share(figures: &PartitionView, view: &RecordView) -> Cell {
    figures.per_mille.map_or_else(|| figures.rate.clone().into(), |mille| Cell::Share(mille, !view.complete))
}

fn counts(figures: &PartitionView, view: &RecordView) -> Vec<Cell> {
    let numbers = [
        figures.pass,
        figures.fail,
        figures.unknown,
        figures.error,
        figures.waived,
        figures.not_applicable,
        figures.total,
    ];
    std::iter::once(share(figures, view)).chain(numbers.map(Cell::from)).collect()
}

fn row(first: Vec<Cell>, figures: &PartitionView, view: &RecordView) -> Vec<Cell> {
    [first, counts(figures, view)].concat()
}

fn summary(view: &RecordView, words: &Words) -> Sheet {
    let text = |key: &str| Cell::from(words.text(key, &[]));
    let unread = (!view.complete).then(|| vec![text("sheet-incomplete")]);
    let mut rows: Vec<Vec<Cell>> = unread.into_iter().collect();
    rows.extend([
        row(vec![text("audit-total"), "".into()], &view.figures.total, view),
        row(vec![text("audit-before-exceptions"), "".into()], &view.figures.before_exceptions, view),
    ]);
    let parts = [
        ("sheet-tier", &view.figures.by_tier),
        ("sheet-kind", &view.figures.by_kind),
        ("sheet-unit", &view.figures.by_unit),
        ("sheet-role", &view.figures.by_role),
    ];
    for (key, parts) in parts {
        rows.extend(
            parts.iter().map(|part| row(vec![text(key), part.title.clone().into()], &part.figures, view)),
        );
    }
    rows.extend(view.levels.iter().map(|level| {
        let empty = std::iter::repeat_n(Cell::from(""), COUNTS.len() - 1);
        [text("sheet-level"), level.title.clone().into()]
            .into_iter()
            .chain(empty)
            .chain([level.count.into()])
            .collect()
    }));
    let keys = [&["sheet-scope", "sheet-part"][..], &COUNTS].concat();
    Sheet { name: words.text("sheet-summary", &[]), head: head(words, &keys), rows }
}

fn findings(view: &RecordView, words: &Words) -> Sheet {
    let keys = [
        "sheet-id",
        "sheet-level",
        "sheet-title",
        "sheet-message",
        "sheet-kind",
        "sheet-subject",
        "sheet-unit",
        "sheet-unit-title",
        "sheet-role",
        "sheet-provision",
        "sheet-outcome",
        "sheet-tier",
        "sheet-evidence",
        "sheet-evidence-at",
        "sheet-fix",
        "sheet-concerns",
        "sheet-rule-at",
    ];
    let row = |f: &FindingView| {
        let seen = f.evidence.iter().map(|seen| {
            let of = seen.subject.as_ref().map(|subject| format!("{subject} ")).unwrap_or_default();
            format!("{of}{} {}", seen.path, seen.found)
        });
        let places: Vec<&str> = f.evidence.iter().map(|seen| &*seen.at).collect();
        vec![
            f.id.clone().into(),
            f.level_title.clone().into(),
            f.title.clone().into(),
            f.message.clone().into(),
            (&f.kind).into(),
            (&f.subject).into(),
            (&f.unit).into(),
            (&f.unit_title).into(),
            (&f.role_title).into(),
            f.provision.clone().into(),
            (&f.outcome_title).into(),
            (&f.tier_title).into(),
            seen.collect::<Vec<_>>().join("\n").into(),
            places.join("\n").into(),
            (&f.fix).into(),
            f.concerns.join("\n").into(),
            f.rule.clone().into(),
        ]
    };
    Sheet {
        name: words.text("sheet-findings", &[]),
        head: head(words, &keys),
        rows: view.findings.iter().map(row).collect(),
    }
}

fn measures(view: &RecordView, words: &Words) -> Sheet {
    let keys = [
        &[
            "sheet-measure",
            "sheet-title",
            "sheet-by",
            "sheet-part",
            "sheet-value",
            "sheet-target",
            "sheet-reached",
        ][..],
        &COUNTS[1..],
    ]
    .concat();
    let keys: Vec<&str> =
        keys.iter().map(|key| if *key == "outcome-waived" { "sheet-left-out" } else { key }).collect();
    let step = if words.tag() == "ja" { "　" } else { "\u{a0}\u{a0}" };
    let value = |sort: &str, text: &str, figures: &PartitionView| match sort {
        "share" => share(figures, view),
        _ => text.parse().map_or_else(|_| Cell::from(text), Cell::Number),
    };
    let mut rows = Vec::new();
    for m in &view.all_measures {
        let start = |by: &str,
                     part: &str,
                     value: Cell,
                     target: &Option<String>,
                     reached: &Option<String>|
         -> Vec<Cell> {
            vec![
                m.name.clone().into(),
                m.title.clone().into(),
                by.into(),
                part.into(),
                value,
                target.into(),
                reached.into(),
            ]
        };
        let counts = |figures: &PartitionView| self::counts(figures, view).split_off(1);
        rows.push(
            [
                start("", "", value(&m.sort, &m.text, &m.figures), &m.target, &m.reached_title),
                counts(&m.figures),
            ]
            .concat(),
        );
        for breakdown in &m.breakdowns {
            for part in &breakdown.parts {
                let title = format!("{}{}", step.repeat(part.depth), part.title);
                let first = start(
                    &breakdown.by,
                    &title,
                    value(&m.sort, &part.text, &part.figures),
                    &m.each,
                    &part.reached_title,
                );
                rows.push([first, counts(&part.figures)].concat());
            }
        }
    }
    Sheet { name: words.text("sheet-measures", &[]), head: head(words, &keys), rows }
}

fn statements(view: &RecordView, words: &Words) -> Sheet {
    let keys = [&["sheet-provision", "sheet-title", "sheet-tier", "sheet-force"][..], &COUNTS].concat();
    let rows = view.statements.iter().map(|s| {
        let first = [&s.statement, &s.title, &s.tier_title, &s.force].map(|text| Cell::from(text.clone()));
        row(first.into(), &s.figures, view)
    });
    Sheet { name: words.text("sheet-statements", &[]), head: head(words, &keys), rows: rows.collect() }
}

fn exceptions(view: &RecordView, words: &Words) -> Sheet {
    let keys = [
        "sheet-id",
        "sheet-title",
        "sheet-status",
        "sheet-until",
        "sheet-used",
        "sheet-remarks",
        "sheet-for",
        "sheet-covers",
    ];
    let rows = view.exceptions.iter().map(|e| {
        let used = words.text(if e.used { "audit-used" } else { "audit-unused" }, &[]);
        let covers = e.covers.join("\n");
        vec![
            e.id.clone().into(),
            e.title.clone().into(),
            e.status_title.clone().into(),
            e.until.clone().map_or_else(|| "".into(), Cell::Date),
            used.into(),
            e.remarks.join("\n").into(),
            (&e.for_whom).into(),
            covers.into(),
        ]
    });
    Sheet { name: words.text("audit-exceptions", &[]), head: head(words, &keys), rows: rows.collect() }
}
