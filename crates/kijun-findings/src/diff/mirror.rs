//! A diff read the other way round.

use super::{
    Cause, Change, Diff, DiffFigures, DimensionChange, DocumentChange, ExceptionChange, Factors, InputChange,
    MeasureChange, PartChange, ResultRow, RuleEvent, StatementChange, Transition, Unattributed, Why,
};
use crate::{Doubt, Texts};

impl Diff {
    /// The same diff with the two runs in each other's place: `diff(a, b).mirrored() == diff(b, a)`.
    ///
    /// What brought something about is what undoes it. An exception that was granted is one that is withdrawn, and one that began
    /// is one that lapsed: by the same day.
    #[must_use]
    pub fn mirrored(self) -> Diff {
        let factors = self.factors.clone();
        let mut changes: Vec<Change> = self.changes.into_iter().filter_map(change).collect();
        changes.sort_by(Change::in_order);
        let mut doubts: Vec<Doubt> = self.doubts.into_iter().map(doubt).collect();
        doubts.sort();
        let unattributed = self.unattributed.into_iter().map(|why| unattributed(why, factors.as_ref()));
        Diff {
            schema: self.schema,
            old: self.new,
            new: self.old,
            doubts,
            factors: self.factors,
            unattributed: unattributed.collect(),
            figures: figures(self.figures, &changes),
            changes,
            results: self.results.into_iter().map(row).collect(),
            measures: self.measures.into_iter().map(measure).collect(),
            exceptions: self.exceptions.into_iter().map(exception).collect(),
            statements: self.statements.into_iter().map(statement).collect(),
            documents: self.documents.into_iter().map(document).collect(),
            inputs: self.inputs.into_iter().map(input).collect(),
        }
    }
}

/// `None` never comes of what was a change.
fn change(change: Change) -> Option<Change> {
    let mirrored = Change::between(change.matter, change.place, change.after, change.before)?;
    Some(Change { why: change.why.map(why), ..mirrored })
}

fn why(why: Why) -> Why {
    Why { enough: why.undo, undo: why.enough, causes: causes(why.causes), inexact: why.inexact }
}

fn causes(causes: Vec<Cause>) -> Vec<Cause> {
    causes.into_iter().map(cause).collect()
}

fn cause(cause: Cause) -> Cause {
    match cause {
        Cause::Rule { event, before, after, dimensions, at_before, at_after } => Cause::Rule {
            event: match event {
                RuleEvent::Issued => RuleEvent::Repealed,
                RuleEvent::Repealed => RuleEvent::Issued,
                event @ (RuleEvent::Changed | RuleEvent::Above | RuleEvent::Below) => event,
            },
            before: after,
            after: before,
            dimensions: dimensions.into_iter().map(dimension).collect(),
            at_before: at_after,
            at_after: at_before,
        },
        Cause::Term { sort, name, before, after, at_before, at_after } => {
            Cause::Term { sort, name, before: after, after: before, at_before: at_after, at_after: at_before }
        }
        Cause::Manifest { key, before, after, at_before, at_after } => {
            Cause::Manifest { key, before: after, after: before, at_before: at_after, at_after: at_before }
        }
        Cause::Value { path, subject, before, after, at_before, at_after } => Cause::Value {
            path,
            subject,
            before: after,
            after: before,
            at_before: at_after,
            at_after: at_before,
        },
        Cause::SubjectAppeared { subject } => Cause::SubjectLeft { subject },
        Cause::SubjectLeft { subject } => Cause::SubjectAppeared { subject },
        Cause::KindChanged { before, after } => Cause::KindChanged { before: after, after: before },
        Cause::Source { kind, before, after } => Cause::Source { kind, before: after, after: before },
        Cause::Members { kind, appeared, left, changed } => {
            Cause::Members { kind, appeared: left, left: appeared, changed }
        }
        Cause::Earlier { finding, causes: earlier } => Cause::Earlier { finding, causes: causes(earlier) },
        Cause::Engine { before, after } => Cause::Engine { before: after, after: before },
        cause => exceptional(cause),
    }
}

/// A cause that is about an exception.
fn exceptional(cause: Cause) -> Cause {
    match cause {
        Cause::ExceptionGranted { exception, from, at } => Cause::ExceptionWithdrawn { exception, from, at },
        Cause::ExceptionWithdrawn { exception, from, at } => Cause::ExceptionGranted { exception, from, at },
        Cause::ExceptionBegan { exception, from, until } => Cause::ExceptionLapsed { exception, from, until },
        Cause::ExceptionLapsed { exception, from, until } => Cause::ExceptionBegan { exception, from, until },
        Cause::ExceptionChanged { exception, before, after, parts, at_before, at_after } => {
            let parts =
                parts.into_iter().map(|part| PartChange { before: part.after, after: part.before, ..part });
            Cause::ExceptionChanged {
                exception,
                before: after,
                after: before,
                parts: parts.collect(),
                at_before: at_after,
                at_after: at_before,
            }
        }
        // The earlier day is named first in either.
        other => other,
    }
}

fn dimension(change: DimensionChange) -> DimensionChange {
    DimensionChange { before: change.after, after: change.before, ..change }
}

fn doubt(doubt: Doubt) -> Doubt {
    match doubt {
        Doubt::OldIncomplete => Doubt::NewIncomplete,
        Doubt::NewIncomplete => Doubt::OldIncomplete,
        doubt @ (Doubt::NotLater | Doubt::NoCommonDocument) => doubt,
    }
}

/// A world that took some factors from the one run took the others from the other.
fn unattributed(why: Unattributed, factors: Option<&Factors>) -> Unattributed {
    match why {
        Unattributed::InputGone { of_old, path, kind, blake3 } => {
            Unattributed::InputGone { of_old: !of_old, path, kind, blake3 }
        }
        Unattributed::World { taken, reason } => {
            let all = factors.cloned().unwrap_or_else(|| taken.clone());
            Unattributed::World { taken: all.difference(&taken).copied().collect(), reason }
        }
        Unattributed::DoesNotFollow { of_old, made_by, judged_by } => {
            Unattributed::DoesNotFollow { of_old: !of_old, made_by, judged_by }
        }
        Unattributed::NotAsked => Unattributed::NotAsked,
    }
}

fn figures(figures: DiffFigures, changes: &[Change]) -> DiffFigures {
    let turned = |t: Transition| Transition { from: t.to, to: t.from, n: t.n };
    let mut transitions: Vec<Transition> = figures.transitions.into_iter().map(turned).collect();
    transitions.sort_by_key(Transition::order);
    let mut mirrored = DiffFigures {
        persisting: figures.persisting,
        old_findings: figures.new_findings,
        new_findings: figures.old_findings,
        old: figures.new_results,
        new_results: figures.old,
        old_before_exceptions: figures.new_before_exceptions,
        new_before_exceptions: figures.old_before_exceptions,
        transitions,
        ..DiffFigures::default()
    };
    mirrored.count(changes);
    mirrored
}

fn row(row: ResultRow) -> ResultRow {
    ResultRow { before: row.after, after: row.before, old: row.new, new: row.old, ..row }
}

fn measure(change: MeasureChange) -> MeasureChange {
    let why = change.why.map(why);
    MeasureChange { name: change.name, before: change.after, after: change.before, why }
}

/// The title is that of the newer run; that of the older one is kept only where it is another, and both runs have one.
fn titles(title: Texts, before: Option<Texts>) -> (Texts, Option<Texts>) {
    match before {
        Some(before) => (before, Some(title)),
        None => (title, None),
    }
}

fn exception(change: ExceptionChange) -> ExceptionChange {
    let (title, title_before) = titles(change.title, change.title_before);
    ExceptionChange {
        id: change.id,
        title,
        title_before,
        before: change.after,
        after: change.before,
        until_before: change.until_after,
        until_after: change.until_before,
        began_to_cover: change.ceased_to_cover,
        ceased_to_cover: change.began_to_cover,
    }
}

fn statement(change: StatementChange) -> StatementChange {
    let (title, title_before) = titles(change.title, change.title_before);
    let (before, after) = (change.after, change.before);
    StatementChange { lineage: change.lineage, title, title_before, before, after }
}

fn document(change: DocumentChange) -> DocumentChange {
    let (title, title_before) = titles(change.title, change.title_before);
    let (before, after) = (change.after, change.before);
    DocumentChange { document: change.document, title, title_before, before, after }
}

fn input(change: InputChange) -> InputChange {
    InputChange { before: change.after, after: change.before, ..change }
}
