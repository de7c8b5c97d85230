//! An enumeration or record that no field is of.

use std::collections::BTreeSet;

use kijun_diag::{Diagnostic, ids};
use kijun_model::{EnumId, Model, RecordId, Type};

use crate::exprs::every;
use crate::{Cost, Cx, Fixable, Group, Level, Lint};

pub(crate) const LINT: Lint = Lint {
    id: ids::UNUSED_TYPE,
    group: Group::Correctness,
    level: Level::Warning,
    fix: Fixable::No,
    cost: Cost::Reads,
    summary: "No field is of an enumeration or record.",
    what: "Looks for enumerations and records of a vocabulary that no field, definition or parameter has as its type.",
    why: "No evidence can ever hold it. Where a field was to have it, that field takes other values.",
    example: r#"
vocabulary rooms {
  enum class { open < guarded < locked } #~
  kind room { key id: text  class: text }
}
"#,
    instead: r#"
vocabulary rooms {
  enum class { open < guarded < locked }
  kind room { key id: text  class: class }
}
"#,
    check,
};

/// A type with a name of its own.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Enum(EnumId),
    Record(RecordId),
}

fn check(cx: &Cx<'_>) -> Vec<Diagnostic> {
    let used = used(cx.model);
    let enums = cx.model.enums.iter().enumerate();
    let enums = enums.map(|(i, e)| (Named::Enum(EnumId::from_index(i)), &e.name, e.span));
    let records = cx.model.records.iter().enumerate();
    let records = records.map(|(i, r)| (Named::Record(RecordId::from_index(i)), &r.name, r.span));
    let idle = enums.chain(records).filter(|(named, ..)| !used.contains(named));
    idle.map(|(_, name, span)| LINT.at(span).with("name", &**name)).collect()
}

/// The types that something has.
fn used(model: &Model) -> BTreeSet<Named> {
    let of_records = model.records.iter().flat_map(|record| &record.fields);
    let fields = model.kinds.iter().flat_map(|kind| &kind.fields).chain(of_records);
    let of_defines = model.defines.iter().flat_map(|define| &define.params);
    let of_parameters = model.parameters.iter().map(|parameter| &parameter.ty);
    let of_exprs = every(model).into_iter().map(|expr| &expr.ty);
    let all = fields.map(|field| &field.ty).chain(of_defines).chain(of_parameters).chain(of_exprs);
    all.filter_map(named).collect()
}

/// What a type is, or a list, a map or an optional is of.
fn named(ty: &Type) -> Option<Named> {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Optional(inner) => named(inner),
        Type::Enum(id) => Some(Named::Enum(*id)),
        Type::Record(id) => Some(Named::Record(*id)),
        _ => None,
    }
}
