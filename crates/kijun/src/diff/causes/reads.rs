//! What expressions read: kinds that are joined, and fields.

use std::collections::BTreeSet;

use kijun_model::{KindId, Model, Read, RecordId, Type};

use super::opened::root;

/// The most general kinds of the subjects that are joined.
pub(super) fn joined(model: &Model, reads: &BTreeSet<Read>) -> BTreeSet<KindId> {
    let named = |read: &Read| if let Read::All(kind) = read { Some(root(model, *kind)) } else { None };
    reads.iter().filter_map(named).collect()
}

/// The names of the fields of subjects that are read.
pub(super) fn fields<'m>(model: &'m Model, reads: &BTreeSet<Read>) -> BTreeSet<&'m str> {
    let records = reads.iter().filter_map(|read| match read {
        Read::OfRecord(record, _) => Some(*record),
        _ => None,
    });
    let records: BTreeSet<_> = records.collect();
    let holds = |ty: &Type| records.iter().any(|record| holds_record(ty, *record));
    let of_kinds = reads.iter().filter_map(|read| match read {
        Read::OfKind(kind, index) => model.kind(*kind).fields.get(*index as usize).map(|field| &*field.name),
        _ => None,
    });
    let of_records = model.kinds.iter().flat_map(|kind| &kind.fields).filter(|field| holds(&field.ty));
    of_kinds.chain(of_records.map(|field| &*field.name)).collect()
}

fn holds_record(ty: &Type, record: RecordId) -> bool {
    match ty.required() {
        Type::Record(id) => *id == record,
        Type::List(inner) | Type::Map(inner) => holds_record(inner, record),
        _ => false,
    }
}
