//! What a case says besides its values: which could have been others, and what is asked for and not there.

use kijun_model::{Cell, Content, Field, Model, Subject, Type, Value};
use rust_decimal::Decimal;

use super::build::Candidate;
use super::lower::Lower;
use super::ways::{all_scalars, set, value_at};
use super::witness::{Support, Witness};
use crate::case::Mark;

/// Values that could have been others: any at all, or some.
pub(super) fn marks(
    model: &Model,
    witness: &Witness<'_>,
    support: &Support,
    candidate: &Candidate,
) -> Vec<Mark> {
    let mut marks = Vec::new();
    for subject in 0..=candidate.others.len() {
        for path in all_scalars(candidate.nth(subject)) {
            let Some(value) = value_at(candidate.nth(subject), &path) else { continue };
            let others = alternatives(model, value);
            let fits = |other: &Value| {
                let mut changed = candidate.clone();
                set(changed.nth_mut(subject), &path, other.clone()) && witness.still(support, &changed)
            };
            let n_fitting = others.iter().filter(|other| fits(other)).count();
            if n_fitting > 0 {
                marks.push(Mark { subject, path, any: n_fitting == others.len() });
            }
        }
    }
    marks
}

/// The ways to optional fields that are asked for and are not there.
pub(super) fn missing(lower: &Lower<'_>, subject: &Subject) -> Vec<Vec<usize>> {
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

/// Other values of a sort: neighbours, and some far away.
pub(super) fn alternatives(model: &Model, value: &Value) -> Vec<Value> {
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
