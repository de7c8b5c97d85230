//! What cannot stand beside other rules: references to provisions that they do not have, and what stands with those alone.

use std::collections::BTreeSet;

use kijun_diag::Span;
use kijun_evidence::Manifest;
use kijun_syntax::ast::{
    ClauseMember, ClauseMemberKind, ClauseRef, Exception, Item, Measure, StandardMember,
};

/// Something that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Left {
    /// What it is known by.
    pub(super) name: Span,
    /// All of it.
    pub(super) all: Span,
}

impl Left {
    fn alone(span: Span) -> Left {
        Left { name: span, all: span }
    }
}

/// Leaves out what something is wrong with: references first, and what has nothing left to refer to or is wrong otherwise as a whole.
pub(super) fn leave_out(items: &mut Vec<Item>, wrong: &BTreeSet<Span>) -> Vec<Left> {
    let mut left = Vec::new();
    items.retain_mut(|item| stays(item, wrong, &mut left));
    left
}

fn stays(item: &mut Item, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) -> bool {
    match item {
        Item::Exception(exception) => return exception_stays(exception, wrong, left),
        Item::Measure(measure) => return measure_stays(measure, wrong, left),
        Item::Test(test) => return is_whole(Left { name: test.title.span, all: test.span }, wrong, left),
        Item::Clause(clause) => of_members(&mut clause.members, wrong, left),
        Item::Section(section) => {
            of_members(&mut section.defaults, wrong, left);
            section.items.retain_mut(|item| stays(item, wrong, left));
        }
        Item::Standard(standard) => standard.members.retain_mut(|member| match member {
            StandardMember::Adopts(refs) | StandardMember::Excludes(refs, _) => some_stay(refs, wrong, left),
            _ => true,
        }),
        _ => {}
    }
    true
}

/// An exception stays as long as there is something that it is to.
fn exception_stays(exception: &mut Exception, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) -> bool {
    let all = Left { name: exception.id.span, all: exception.span };
    let n_before = left.len();
    let is_to_some = some_stay(&mut exception.to, wrong, left);
    some_stay(&mut exception.compensated_by, wrong, left);
    if is_to_some && left.len() > n_before {
        return true;
    }
    left.truncate(n_before);
    is_whole(all, wrong, left)
}

fn measure_stays(measure: &mut Measure, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) -> bool {
    let n_before = left.len();
    some_stay(&mut measure.see, wrong, left);
    left.len() > n_before || is_whole(Left { name: measure.name.span, all: measure.span }, wrong, left)
}

/// Whether nothing is wrong inside; what is wrong is left out.
fn is_whole(all: Left, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) -> bool {
    let is_wrong = holds(all.all, wrong);
    left.extend(is_wrong.then_some(all));
    !is_wrong
}

fn of_members(members: &mut Vec<ClauseMember>, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) {
    members.retain_mut(|member| match &mut member.kind {
        ClauseMemberKind::Implements(refs) | ClauseMemberKind::Was(refs) | ClauseMemberKind::See(refs) => {
            some_stay(refs, wrong, left)
        }
        _ => true,
    });
}

/// Leaves out the references that something is wrong with; whether any are left.
fn some_stay(refs: &mut Vec<ClauseRef>, wrong: &BTreeSet<Span>, left: &mut Vec<Left>) -> bool {
    refs.retain(|reference| is_whole(Left::alone(reference.span), wrong, left));
    !refs.is_empty()
}

/// Whether one of some spans lies inside.
pub(super) fn holds(around: Span, spans: &BTreeSet<Span>) -> bool {
    let inside =
        |span: &Span| span.file == around.file && around.start <= span.start && span.end <= around.end;
    spans.iter().any(inside)
}

/// The entries of a manifest that name provisions and that something is wrong with.
pub(super) fn entries(manifest: &Manifest, wrong: &BTreeSet<Span>) -> Vec<Left> {
    let of = |key: &str, n: usize| (0..n).map(|i| format!("{key}.{i}")).collect::<Vec<_>>();
    let lists = [of("coverage", manifest.coverage.len()), of("expect_empty", manifest.expect_empty.len())];
    let samples = manifest.samples.iter().enumerate();
    let samples = samples.flat_map(|(i, sample)| of(&format!("samples.{i}.of"), sample.of.len()));
    let paths = lists.into_iter().flatten().chain(samples);
    let spans = paths.filter_map(|path| manifest.places.exactly(&path));
    spans.filter(|span| wrong.contains(span)).map(Left::alone).collect()
}
