//! The header of a CSV file against what its source needs: told once there, not again for each row.

use kijun_diag::Place;
use kijun_model::Model;

use crate::build::Stop;
use crate::given::Met;
use crate::names::Names;
use crate::plan::{Slot, SourcePlan, is_scalar};
use crate::report::Report;
use crate::wrong::{self, Keyless};

/// A file's header.
pub(crate) struct Header<'a> {
    /// The file's name.
    pub(crate) path: &'a str,
    /// The names of its columns.
    pub(crate) columns: &'a [&'a str],
    /// Where it stands.
    pub(crate) place: Place,
}

/// Whether every name that the manifest gives has its column. `Err`: no row can have a key, and why has been reported.
pub(crate) fn check(
    model: &Model,
    source: &SourcePlan,
    header: &Header<'_>,
    met: &mut Met<'_>,
    report: &mut Report,
) -> Result<bool, Stop> {
    let separated_otherwise =
        matches!(header.columns, [only] if only.contains([';', '\t']) && !source.taken.contains(*only));
    let kind = model.kind(source.kind);
    let keys = || kind.key().filter(|&i| is_scalar(&kind.fields[i].ty) && !filled(model, source, i));
    if let Some(i) = keys().next().filter(|_| separated_otherwise) {
        let field = &kind.fields[i];
        let why = Keyless::Separator;
        report.push(wrong::missing_key(header.place, &field.name, &kind.name, field.span, why));
        return Err(Stop);
    }
    let whole = met.columns(header.path, header.columns, report);
    let mut missing = keys().filter(|&i| !has_column(model, source, i, header.columns)).peekable();
    let keyless = missing.peek().is_some();
    for field in missing.map(|i| &kind.fields[i]) {
        let why = Keyless::Header;
        report.push(wrong::missing_key(header.place, &field.name, &kind.name, field.span, why));
    }
    if keyless { Err(Stop) } else { Ok(whole) }
}

/// Whether the manifest fills a field of the key by itself.
fn filled(model: &Model, source: &SourcePlan, i: usize) -> bool {
    let name = &model.kind(source.kind).fields[i].name;
    let slot = source.slot(model, name);
    let constants = source.constants.iter().map(|(slot, _)| *slot);
    let mut slots = source.captures.iter().copied().chain(source.entry).chain(constants);
    slots.any(|filled| Some(filled) == slot || filled == Slot::Key(i))
}

/// Whether a column may tell a field of the key. Of a name that the manifest gives, that is told elsewhere.
fn has_column(model: &Model, source: &SourcePlan, i: usize, columns: &[&str]) -> bool {
    let field = &model.kind(source.kind).fields[i];
    let on = source.join.as_ref().is_some_and(|join| join.on.is_some());
    let given = source.names.below(&field.name).and_then(Names::own).is_some();
    let by_vocabulary = match &field.from[..] {
        [] => columns.contains(&&*field.name),
        names => names.iter().any(|name| columns.contains(&&**name)),
    };
    on || given || by_vocabulary
}
