//! What a measure takes of whom, and what it came to.

use kijun_findings::{Finding, Matter, MeasureRecord};
use kijun_model::{MeasureId, Sort};

use crate::audit::{Options, audit};
use crate::load::Loaded;
use crate::words::one_line;

/// A measure with what it came to.
#[derive(Clone, Debug)]
pub struct ExplainedMeasure {
    /// What it came to, as the record of a run says it.
    pub record: MeasureRecord,
    /// Over whom, as written.
    pub over: String,
    /// Who is left out, as written.
    pub except: Option<String>,
    /// What is taken of them, as written.
    pub takes: String,
    /// What was found about it and its parts.
    pub findings: Vec<Finding>,
}

/// The measures that a name means: `name`, `standard:name` or `standard@edition:name`; in documents, those of all editions.
fn named(loaded: &Loaded, name: &str) -> Vec<MeasureId> {
    let model = &loaded.model;
    let all = (0..model.measures.len()).map(MeasureId::from_index);
    let meant = all.filter(|&id| {
        let measure = model.measure(id);
        let of = measure.edition.map_or("measure", |edition| &model.edition(edition).name);
        *measure.name == *name || model.cite_measure(id) == name || format!("{of}:{}", measure.name) == name
    });
    meant.collect()
}

/// Whether a name means a measure.
#[must_use]
pub fn is_measure(loaded: &Loaded, name: &str) -> bool {
    !named(loaded, name).is_empty()
}

/// The measures that a name means with what they came to, judged with all evidence; none of a document that does not bind.
/// `None` if the project has errors.
#[must_use]
pub fn measures(loaded: &Loaded, options: Options, name: &str) -> Option<Vec<ExplainedMeasure>> {
    let run = audit(loaded, options)?.record;
    let explained = |id: MeasureId| {
        let cited = loaded.model.cite_measure(id);
        let record = run.measures.iter().find(|record| record.measure == cited)?.clone();
        let about = |f: &&Finding| f.matter == Matter::Measure && f.rule.as_ref() == &record.rule;
        let findings = run.findings.iter().filter(about).cloned().collect();
        Some(explained(loaded, id, record, findings))
    };
    Some(named(loaded, name).into_iter().filter_map(explained).collect())
}

fn explained(
    loaded: &Loaded,
    id: MeasureId,
    record: MeasureRecord,
    findings: Vec<Finding>,
) -> ExplainedMeasure {
    let measure = loaded.model.measure(id);
    let written = |span| one_line(loaded.sources.slice(span));
    let value = measure.value.as_ref().filter(|_| measure.sort != Sort::Count);
    ExplainedMeasure {
        record,
        over: written(measure.over.span),
        except: measure.except.as_ref().map(|(condition, _)| written(condition.span)),
        takes: match value {
            Some(value) => format!("{} {}", measure.sort.word(), written(value.span)),
            None => measure.sort.word().to_owned(),
        },
        findings,
    }
}
