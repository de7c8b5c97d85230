//! As little as will do: fields, elements and subjects that do not matter are taken away, and free choices are marked.
//!
//! Meanwhile what is required and taken away counts as malformed, so that the evaluator tells a doubt that comes from it
//! from one that comes from an optional field: what is required does not matter only if nothing comes to depend on it.

use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};
use rust_decimal::Decimal;

use super::build::Candidate;
use super::lower::Lower;
use super::witness::Witness;
use crate::case::{Case, Mark};

/// The witness as a case.
pub(crate) fn shrink(lower: &Lower<'_>, witness: &Witness<'_>) -> Case {
    let mut candidate = witness.candidate.clone();
    while without_a_subject(witness, &mut candidate) || without_a_part(lower.model(), witness, &mut candidate)
    {
    }
    let marks = marks(lower.model(), witness, &candidate);
    let subjects = std::iter::once(&mut candidate.subject).chain(&mut candidate.others);
    subjects.for_each(|subject| subject.cells.iter_mut().for_each(settle));
    let absent = (0..=candidate.others.len()).flat_map(|n| {
        let ways = missing(lower, nth(&candidate, n));
        ways.into_iter().map(move |way| (n, way))
    });
    Case {
        absent: absent.collect(),
        subject: candidate.subject,
        others: candidate.others,
        today: candidate.today,
        period: candidate.period,
        marks,
        outcomes: Vec::new(),
    }
}

fn without_a_subject(witness: &Witness<'_>, candidate: &mut Candidate) -> bool {
    for place in (0..candidate.others.len()).rev() {
        let mut less = candidate.clone();
        less.others.remove(place);
        if witness.still(&less) {
            *candidate = less;
            return true;
        }
    }
    false
}

/// Takes away the first field or element that does not matter.
fn without_a_part(model: &Model, witness: &Witness<'_>, candidate: &mut Candidate) -> bool {
    for subject in 0..=candidate.others.len() {
        for path in paths(model, nth(candidate, subject)) {
            let mut less = candidate.clone();
            if remove(model, nth_mut(&mut less, subject), &path) && witness.still(&less) {
                *candidate = less;
                return true;
            }
        }
    }
    false
}

/// The case's own subject, then the others.
fn nth(candidate: &Candidate, number: usize) -> &Subject {
    number.checked_sub(1).and_then(|n| candidate.others.get(n)).unwrap_or(&candidate.subject)
}

fn nth_mut(candidate: &mut Candidate, number: usize) -> &mut Subject {
    match number.checked_sub(1) {
        Some(n) if n < candidate.others.len() => &mut candidate.others[n],
        _ => &mut candidate.subject,
    }
}

/// The ways to everything in a subject that is there and is no key, outer things first.
fn paths(model: &Model, subject: &Subject) -> Vec<Vec<usize>> {
    let fields = &model.kind(subject.kind).fields;
    let mut found = Vec::new();
    for (place, cell) in subject.cells.iter().enumerate() {
        if !fields.get(place).is_some_and(|field| field.key) {
            below(cell, vec![place], &mut found);
        }
    }
    found
}

fn below(cell: &Cell, path: Vec<usize>, found: &mut Vec<Vec<usize>>) {
    let inner: Vec<&Cell> = match &cell.content {
        Content::Absent | Content::Malformed => return,
        Content::Record(cells) => cells.iter().collect(),
        Content::List(cells) => cells.iter().collect(),
        Content::Map(cells) => cells.iter().map(|(_, cell)| cell).collect(),
        Content::Null | Content::Value(_) => Vec::new(),
    };
    found.push(path.clone());
    for (place, cell) in inner.into_iter().enumerate() {
        below(cell, path.iter().copied().chain([place]).collect(), found);
    }
}

/// Takes away what a path leads to: an element from its list, a field's content.
fn remove(model: &Model, subject: &mut Subject, path: &[usize]) -> bool {
    let clear = |cell: &mut Cell, left: Content| {
        let changes = cell.content != left;
        cell.content = left;
        changes
    };
    let left = match declared(model, subject, path) {
        Some(ty) if !ty.is_optional() => Content::Malformed,
        _ => Content::Absent,
    };
    let Some((&last, way)) = path.split_last() else { return false };
    let Some((&first, rest)) = way.split_first() else {
        return subject.cells.get_mut(last).is_some_and(|cell| clear(cell, left));
    };
    let outer = subject.cells.get_mut(first).and_then(|cell| at_mut(cell, rest));
    match outer.map(|cell| &mut cell.content) {
        Some(Content::List(cells)) if last < cells.len() => {
            cells.remove(last);
            true
        }
        Some(Content::Map(cells)) if last < cells.len() => {
            cells.remove(last);
            true
        }
        Some(Content::Record(cells)) => cells.get_mut(last).is_some_and(|cell| clear(cell, left)),
        _ => false,
    }
}

/// The type that the vocabulary declares for what a path leads to.
fn declared<'m>(model: &'m Model, subject: &Subject, path: &[usize]) -> Option<&'m Type> {
    let (&first, rest) = path.split_first()?;
    let start = &model.kind(subject.kind).fields.get(first)?.ty;
    rest.iter().try_fold(start, |ty, &next| match ty.required() {
        Type::Record(id) => model.record(*id).fields.get(next).map(|field| &field.ty),
        Type::List(inner) | Type::Map(inner) => Some(&**inner),
        _ => None,
    })
}

/// What counted as malformed is not there.
fn settle(cell: &mut Cell) {
    match &mut cell.content {
        malformed @ Content::Malformed => *malformed = Content::Absent,
        Content::Record(cells) => cells.iter_mut().for_each(settle),
        Content::List(cells) => cells.iter_mut().for_each(settle),
        Content::Map(cells) => cells.iter_mut().for_each(|(_, cell)| settle(cell)),
        Content::Absent | Content::Null | Content::Value(_) => {}
    }
}

fn at_mut<'c>(cell: &'c mut Cell, path: &[usize]) -> Option<&'c mut Cell> {
    let Some((&first, rest)) = path.split_first() else { return Some(cell) };
    let inner = match &mut cell.content {
        Content::Record(cells) => cells.get_mut(first),
        Content::List(cells) => cells.get_mut(first),
        Content::Map(cells) => cells.get_mut(first).map(|(_, cell)| cell),
        _ => None,
    };
    at_mut(inner?, rest)
}

/// The ways to optional fields that are asked for and are not there.
fn missing(lower: &Lower<'_>, subject: &Subject) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let fields = &lower.model().kind(subject.kind).fields;
    missing_of(lower, &Type::Subject(subject.kind), fields, &subject.cells, &[], &mut found);
    found
}

fn missing_of(
    lower: &Lower<'_>,
    owner: &Type,
    fields: &[Field],
    cells: &[Cell],
    way: &[usize],
    found: &mut Vec<Vec<usize>>,
) {
    for (place, (field, cell)) in fields.iter().zip(cells).enumerate() {
        let way: Vec<usize> = way.iter().copied().chain([place]).collect();
        match &cell.content {
            Content::Absent if field.ty.is_optional() && lower.places.asks_for(owner, place) => {
                found.push(way)
            }
            _ => missing_below(lower, &field.ty, cell, &way, found),
        }
    }
}

fn missing_below(lower: &Lower<'_>, ty: &Type, cell: &Cell, way: &[usize], found: &mut Vec<Vec<usize>>) {
    match (&cell.content, ty.required()) {
        (Content::Record(cells), owner @ Type::Record(id)) => {
            missing_of(lower, owner, &lower.model().record(*id).fields, cells, way, found);
        }
        (Content::List(items), Type::List(inner)) => {
            for (place, item) in items.iter().enumerate() {
                let way: Vec<usize> = way.iter().copied().chain([place]).collect();
                missing_below(lower, inner, item, &way, found);
            }
        }
        _ => {}
    }
}

/// Values that could have been others: any at all, or some.
fn marks(model: &Model, witness: &Witness<'_>, candidate: &Candidate) -> Vec<Mark> {
    let mut marks = Vec::new();
    for subject in 0..=candidate.others.len() {
        for path in all_scalars(nth(candidate, subject)) {
            let Some(value) = value_at(nth(candidate, subject), &path) else { continue };
            let others = alternatives(model, &value);
            let fits = |other: &Value| {
                let mut changed = candidate.clone();
                set(nth_mut(&mut changed, subject), &path, other.clone()) && witness.still(&changed)
            };
            let n_fitting = others.iter().filter(|other| fits(other)).count();
            if n_fitting > 0 {
                marks.push(Mark { subject, path, any: n_fitting == others.len() });
            }
        }
    }
    marks
}

fn all_scalars(subject: &Subject) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    for (place, cell) in subject.cells.iter().enumerate() {
        below(cell, vec![place], &mut found);
    }
    found.retain(|path| value_at(subject, path).is_some());
    found
}

fn value_at(subject: &Subject, path: &[usize]) -> Option<Value> {
    let mut subject = subject.clone();
    let (&first, rest) = path.split_first()?;
    match &at_mut(subject.cells.get_mut(first)?, rest)?.content {
        Content::Value(value) => Some(value.clone()),
        _ => None,
    }
}

fn set(subject: &mut Subject, path: &[usize], value: Value) -> bool {
    let Some((&first, rest)) = path.split_first() else { return false };
    match subject.cells.get_mut(first).and_then(|cell| at_mut(cell, rest)) {
        Some(cell) => {
            cell.content = Content::Value(value);
            true
        }
        None => false,
    }
}

/// Other values of a sort: neighbours, and some far away.
fn alternatives(model: &Model, value: &Value) -> Vec<Value> {
    let around = |n: Decimal| {
        let steps = [-1, 1, -1000, 1_000_000];
        steps.map(|by| n.saturating_add(Decimal::from(by)))
    };
    match value {
        Value::Bool(b) => vec![Value::Bool(!b)],
        Value::Number(n) => around(*n).map(Value::Number).to_vec(),
        Value::Size(n) => around(*n).into_iter().filter(|n| !n.is_sign_negative()).map(Value::Size).collect(),
        Value::Percent(n) => around(*n).map(Value::Percent).to_vec(),
        Value::Text(text) => {
            let others = ["another", "zz-9", "Ｘ"].iter().filter(|other| ***other != **text);
            others.map(|other| Value::Text((*other).into())).collect()
        }
        Value::Member(id, n) => {
            let members = u32::try_from(model.enumeration(*id).members.len()).unwrap_or(u32::MAX);
            (0..members).filter(|other| other != n).map(|other| Value::Member(*id, other)).collect()
        }
        Value::Date(day) => {
            let moved = [-1, 1, -4000, 4000].into_iter();
            let moved = moved.filter_map(|n| day.checked_add(jiff::SignedDuration::from_hours(24 * n)).ok());
            moved.map(Value::Date).collect()
        }
        Value::Duration(duration) => {
            let days = i64::try_from(duration.length() / 86_400).unwrap_or(0);
            let moved =
                [-1, 1, 10_000].into_iter().map(|by| days.saturating_add(by)).filter(|days| *days >= 0);
            moved.map(|days| Value::Duration(kijun_model::Duration::days(days))).collect()
        }
        Value::BusinessDays(n) => [-1, 1, 1000]
            .into_iter()
            .map(|by| n.saturating_add(by))
            .filter(|n| *n >= 0)
            .map(Value::BusinessDays)
            .collect(),
        Value::DateTime(_) | Value::Version(_) | Value::Ip(_) => Vec::new(),
    }
}
