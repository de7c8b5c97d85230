//! Findings about measures: targets that are missed, or of which that cannot be told.

use std::sync::Arc;

use kijun_eval::{Figure, Total};
use kijun_findings::{
    Finding, Matter, MeasureRecord, MeasuredPart, Outcome, SubjectRef, TargetReached, Texts, finding_id,
};
use kijun_model::{Expr, Goal, Measure};

use super::say::Aside;
use super::{Telling, part_kind};
use crate::words::one_line;

/// A measure as findings about it cite it.
struct Cited<'a> {
    measure: &'a Measure,
    record: &'a MeasureRecord,
}

/// A part of which a finding tells.
struct Part<'a> {
    by: &'a Expr,
    record: &'a MeasuredPart,
}

impl Telling<'_> {
    /// One finding for the whole, and one for each part that does not come to what each should. A part of which everything was
    /// left out owes nothing.
    pub(super) fn findings(&self, figure: &Figure, record: &MeasureRecord) -> Vec<Finding> {
        let measure = self.cx.loaded.model.measure(figure.measure);
        let cited = Cited { measure, record };
        let whole = measure.target.as_ref().and_then(|goal| self.finding(&cited, &figure.whole, goal, None));
        let mut findings: Vec<Finding> = whole.into_iter().collect();
        let Some(each) = &measure.each else { return findings };
        let breakdowns = measure.by.iter().zip(&figure.breakdowns).zip(&record.breakdowns);
        for ((by, parts), told) in breakdowns {
            for (part, record) in parts.iter().zip(&told.parts) {
                if part.total.target != Some(TargetReached::NothingAssessed) {
                    findings.extend(self.finding(&cited, &part.total, each, Some(Part { by, record })));
                }
            }
        }
        findings
    }

    fn finding(
        &self,
        cited: &Cited<'_>,
        total: &Total,
        goal: &Goal,
        part: Option<Part<'_>>,
    ) -> Option<Finding> {
        let reached = total.target?;
        let outcome = match reached {
            TargetReached::Reached => return None,
            TargetReached::Missed => Outcome::Fail,
            TargetReached::Undecided | TargetReached::NothingAssessed => Outcome::Unknown,
        };
        let model = &self.cx.loaded.model;
        let edition = cited.measure.edition.map(|edition| model.edition(edition));
        let subject = part.as_ref().and_then(|part| self.subject(part));
        let lineage = self.lineage(cited.measure, part.as_ref());
        let tier = edition.and_then(|edition| edition.tier.as_deref());
        Some(Finding {
            id: finding_id(&lineage, subject.as_ref()),
            level: self.cx.levels.of_measure(reached, tier),
            matter: Matter::Measure,
            outcome: Some(outcome),
            provision: match edition {
                Some(_) => cited.record.measure.as_str().into(),
                None => format!("measure:{}", cited.measure.name).into(),
            },
            lineage,
            title: Arc::new(cited.record.title.clone()),
            unit: part.as_ref().and_then(|part| self.unit(part)),
            subject,
            altitude: None,
            chain: Vec::new(),
            role: cited.record.role.clone().map(Arc::new),
            message: self.message(cited, total, goal, part.as_ref()),
            fix: None,
            rule: Arc::new(cited.record.rule.clone()),
            evidence: Vec::new(),
            concerns: Vec::new(),
            unseen: false,
            documents: None,
        })
    }

    /// The measure through its editions; of a part, with what it is broken down by and the part's key.
    fn lineage(&self, measure: &Measure, part: Option<&Part<'_>>) -> Arc<str> {
        let of = measure.edition.map_or("measure", |edition| &self.cx.loaded.model.edition(edition).name);
        let Some(part) = part else { return format!("{of}:{}", measure.name).into() };
        let by = one_line(self.cx.loaded.sources.slice(part.by.span));
        format!("{of}:{}/{by}/{}", measure.name, part.record.key.as_deref().unwrap_or("")).into()
    }

    fn subject(&self, part: &Part<'_>) -> Option<SubjectRef> {
        let kind = self.cx.loaded.model.kind(part_kind(part.by)?).name.to_string();
        Some(SubjectRef { kind, key: part.record.key.clone()? })
    }

    /// The part, if it is a unit that answers.
    fn unit(&self, part: &Part<'_>) -> Option<String> {
        let units = self.cx.loaded.plan.as_ref()?.organised.units?;
        let is_unit = self.cx.loaded.model.is_a(part_kind(part.by)?, units.kind);
        part.record.key.clone().filter(|_| is_unit)
    }

    fn message(&self, cited: &Cited<'_>, total: &Total, goal: &Goal, part: Option<&Part<'_>>) -> Texts {
        let figures = total.figures;
        let because = cited.measure.except.as_ref().map(|(_, because)| because);
        let because = because.filter(|because| because.get("").is_some());
        let aside = Aside {
            waived: figures.waived,
            because: because.map(|because| self.cx.words.titles(because, "")),
            unknown: figures.unknown + figures.error,
            partial: cited.record.partial,
        };
        self.cx.words.each(|catalogue| {
            let lang = catalogue.lang().tag();
            let figure = self.figure(cited.measure.sort, total, catalogue);
            let key = match (total.target, &figure) {
                (Some(TargetReached::Missed), Some(_)) => "measure-finding-missed",
                (Some(TargetReached::Missed), None) => "measure-finding-missed-anyhow",
                (Some(TargetReached::NothingAssessed), _) => "measure-finding-nothing",
                (_, Some(_)) => "measure-finding-undecided",
                (_, None) => "measure-finding-unknown",
            };
            let args = [
                ("figure", figure.unwrap_or_default().into()),
                ("goal", self.goal(goal, catalogue).into()),
                ("aside", aside.text(catalogue).into()),
            ];
            let told = catalogue.text(key, &args);
            match part.and_then(|part| part.record.title.get(lang)) {
                Some(title) => {
                    let args = [("part", title.as_str().into()), ("told", told.into())];
                    catalogue.text("measure-finding-part", &args)
                }
                None => told,
            }
        })
    }
}
