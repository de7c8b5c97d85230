//! Two forms of one statement, aspect by aspect: in which they differ, as each was written, and the newer with an aspect of the older.

use std::collections::BTreeSet;

use kijun_diag::{Sources, Span};
use kijun_findings::{Aspect, DimensionChange};
use kijun_model::StatementId;
use kijun_syntax::ast::{
    Attest, Clause, ClauseMember, ClauseMemberKind as Kind, Expr, File, Force, Statement,
};

use super::placed::{self, Placed};
use crate::load::Loaded;
use crate::words::one_line;

/// A statement in an older and a newer form.
pub(super) struct Forms<'t> {
    pub(super) old: Placed<'t>,
    pub(super) new: Placed<'t>,
}

/// Members that say who is bound, and from when to when.
fn is_scope(kind: &Kind) -> bool {
    matches!(kind, Kind::For(_) | Kind::InForceFrom(_) | Kind::Until(_) | Kind::Grace(..))
}

/// The members of a clause that an aspect is made of, each by a question.
fn sorts(aspect: Aspect) -> &'static [fn(&Kind) -> bool] {
    match aspect {
        Aspect::Scope => &[
            |kind| matches!(kind, Kind::For(_)),
            |kind| matches!(kind, Kind::InForceFrom(_)),
            |kind| matches!(kind, Kind::Until(_)),
            |kind| matches!(kind, Kind::Grace(..)),
        ],
        Aspect::Timeframe => &[|kind| matches!(kind, Kind::EvidenceAge(_))],
        Aspect::Responsibility => &[|kind| matches!(kind, Kind::By(_))],
        Aspect::Severity => &[|kind| matches!(kind, Kind::Severity(_))],
        Aspect::Exceptions => &[|kind| matches!(kind, Kind::Exceptions(_))],
        Aspect::Implements => &[|kind| matches!(kind, Kind::Implements(_))],
        Aspect::Force | Aspect::Strength => &[],
    }
}

/// In what two statements of one set of rules differ.
pub(crate) fn dimensions_between(
    loaded: &Loaded,
    old: StatementId,
    new: StatementId,
) -> Vec<DimensionChange> {
    let sources = &loaded.sources;
    let [was, is] = [old, new].map(|id| loaded.model.statement(id).span);
    let files = BTreeSet::from([was.file, is.file]);
    let parsed = files.into_iter().filter_map(|file| {
        let text = sources.get(file).text()?;
        Some(kijun_syntax::parse(file, text).0)
    });
    let trees: Vec<File> = parsed.collect();
    let told =
        |forms: Forms<'_>| forms.differing().into_iter().map(|aspect| forms.told(aspect, sources)).collect();
    Forms::find((&trees, was), (&trees, is)).map(told).unwrap_or_default()
}

impl<'t> Forms<'t> {
    /// Of the statements written at two places.
    pub(super) fn find((old, was): (&'t [File], Span), (new, is): (&'t [File], Span)) -> Option<Forms<'t>> {
        Some(Forms { old: Placed::find(old, was)?, new: Placed::find(new, is)? })
    }

    /// The aspects in which they differ.
    pub(super) fn differing(&self) -> Vec<Aspect> {
        Aspect::ALL.into_iter().filter(|&aspect| self.differs(aspect)).collect()
    }

    fn differs(&self, aspect: Aspect) -> bool {
        let own = match (&self.old.member.kind, &self.new.member.kind) {
            (Kind::Statement(old), Kind::Statement(new)) => self.differs_plainly(aspect, old, new),
            (Kind::Attest(old), Kind::Attest(new)) => differs_in_question(aspect, old, new),
            _ => aspect == Aspect::Strength,
        };
        own || sorts(aspect).iter().any(|is| {
            let [old, new] = [&self.old, &self.new].map(|placed| says(placed.member(is)));
            old != new
        })
    }

    fn differs_plainly(&self, aspect: Aspect, old: &Statement, new: &Statement) -> bool {
        let differ = || asked(&old.expr, self.old.member.span) != asked(&new.expr, self.new.member.span);
        match aspect {
            Aspect::Force => old.force != new.force,
            Aspect::Scope => guard(old, self.old.member.span) != guard(new, self.new.member.span),
            Aspect::Strength => differ() && !self.only_in_time(),
            Aspect::Timeframe => differ() && self.only_in_time(),
            _ => false,
        }
    }

    /// Whether what is demanded differs in lengths of time alone.
    fn only_in_time(&self) -> bool {
        let [old, new] = [&self.old, &self.new].map(|placed| match &placed.member.kind {
            Kind::Statement(statement) => timeless(&asked(&statement.expr, placed.member.span)),
            _ => String::new(),
        });
        old == new
    }

    /// An aspect as it was written on both sides.
    pub(super) fn told(&self, aspect: Aspect, sources: &Sources) -> DimensionChange {
        let [before, after] = [&self.old, &self.new].map(|placed| written(placed, aspect, sources));
        let (was, is) = (without(&before, &after), without(&after, &before));
        DimensionChange { dimension: aspect, before: was, after: is }
    }

    /// Gives the newer form an aspect of the older one.
    pub(super) fn revert(&self, aspect: Aspect, trees: &mut [File]) {
        let span = self.new.member.span;
        let temporal = aspect == Aspect::Timeframe && self.differs_own(aspect);
        for is in sorts(aspect).iter().filter(|is| self.old.member(is).is_none()) {
            placed::undefault(trees, span, *is);
        }
        placed::edit(trees, span, &mut |clause| {
            for is in sorts(aspect) {
                clause.members.retain(|member| !is(&member.kind));
                clause.members.extend(self.old.member(is).cloned());
            }
            for member in clause.members.iter_mut().filter(|member| member.span == span) {
                revert_own(aspect, &self.old.member.kind, &mut member.kind, temporal);
            }
            order(clause);
        });
    }

    fn differs_own(&self, aspect: Aspect) -> bool {
        match (&self.old.member.kind, &self.new.member.kind) {
            (Kind::Statement(old), Kind::Statement(new)) => self.differs_plainly(aspect, old, new),
            (Kind::Attest(old), Kind::Attest(new)) => differs_in_question(aspect, old, new),
            _ => false,
        }
    }
}

/// Of several parts those that others do not have.
pub(super) fn without(parts: &[String], others: &[String]) -> Option<String> {
    let parts = parts.iter().filter(|part| !others.contains(part)).cloned();
    Some(parts.collect::<Vec<_>>().join("; ")).filter(|text| !text.is_empty())
}

/// Whom a clause binds comes before what it demands.
fn order(clause: &mut Clause) {
    clause.members.sort_by_key(|member| !is_scope(&member.kind));
}

fn revert_own(aspect: Aspect, old: &Kind, new: &mut Kind, temporal: bool) {
    match (old, new) {
        (Kind::Statement(old), Kind::Statement(new)) => match aspect {
            Aspect::Force => new.force = old.force,
            Aspect::Scope => new.when.clone_from(&old.when),
            Aspect::Strength => new.expr = old.expr.clone(),
            Aspect::Timeframe if temporal => new.expr = old.expr.clone(),
            _ => {}
        },
        (Kind::Attest(old), Kind::Attest(new)) => match aspect {
            Aspect::Strength => new.question = old.question.clone(),
            Aspect::Timeframe => new.every = old.every.clone(),
            Aspect::Responsibility => new.by = old.by.clone(),
            _ => {}
        },
        (old, new) if aspect == Aspect::Strength => *new = old.clone(),
        _ => {}
    }
}

fn differs_in_question(aspect: Aspect, old: &Attest, new: &Attest) -> bool {
    match aspect {
        Aspect::Strength => old.question != new.question,
        Aspect::Timeframe => old.every != new.every,
        Aspect::Responsibility => old.by != new.by,
        _ => false,
    }
}

/// What a member says, places aside.
fn says(member: Option<&ClauseMember>) -> Option<String> {
    member.map(|member| placed::members(vec![member.clone()], member.span))
}

fn asked(expr: &Expr, span: Span) -> String {
    let bare =
        Statement { force: Force::Must, label: None, expr: expr.clone(), when: None, messages: Vec::new() };
    placed::statement(&bare, span)
}

fn guard(statement: &Statement, span: Span) -> Option<String> {
    statement.when.as_ref().map(|when| asked(when, span))
}

/// What was printed of an expression, without lengths of time.
fn timeless(printed: &str) -> String {
    let mut parts = printed.split("(duration");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once(')').map_or("", |(_, rest)| rest))
}

/// With one blank where there are several.
pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The parts of an aspect as they were written.
fn written(placed: &Placed<'_>, aspect: Aspect, sources: &Sources) -> Vec<String> {
    let text = |span: Span| folded(&one_line(sources.slice(span)));
    let members = sorts(aspect).iter().filter_map(|is| placed.member(is));
    let mut parts: Vec<String> = members
        .map(|member| match &member.kind {
            Kind::For(subjects) => text(subjects.span),
            _ => text(member.span),
        })
        .collect();
    match (&placed.member.kind, aspect) {
        (Kind::Statement(statement), Aspect::Force) => {
            parts.push(crate::record::force_name(statement.force).to_owned());
        }
        (Kind::Statement(statement), Aspect::Scope) => {
            parts.extend(statement.when.as_ref().map(|when| format!("when {}", text(when.span))));
        }
        (Kind::Statement(statement), Aspect::Strength | Aspect::Timeframe) => {
            parts.push(text(statement.expr.span));
        }
        (Kind::Attest(attest), Aspect::Strength) => {
            parts.extend(attest.question.plain.as_ref().map(|question| question.value.clone()));
        }
        (Kind::Attest(attest), Aspect::Timeframe) => {
            parts.extend(attest.every.as_ref().map(|every| format!("every {}", text(every.span))));
        }
        (Kind::Attest(attest), Aspect::Responsibility) => {
            parts.extend(attest.by.as_ref().map(|by| format!("by {}", text(by.span))));
        }
        _ => {}
    }
    parts
}
