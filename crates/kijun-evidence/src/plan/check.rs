//! The checks of a source, in the order in which its parts are written.

use kijun_diag::Span;
use kijun_model::{Field, KindId, Model, Type};

use super::{At, JoinPlan, Planner, SourcePlan, TakenFrom};
use crate::build::Unit;
use crate::header::normal;
use crate::manifest::{Encoding, Format, Source, wrong};
use crate::names::{Given, Names};
use crate::pattern::{Fault, Pattern};

impl Planner<'_> {
    /// One source. What is wrong is reported.
    pub(super) fn source(&mut self, i: usize, source: &Source) -> Option<SourcePlan> {
        let path = format!("evidence.{i}");
        let kind = self.kind(&path, &source.kind);
        let pattern = self.pattern(&path, &source.files);
        let format = self.format(&path, source);
        let (kind, pattern, format) = (kind?, pattern?, format?);
        let join = self.join(&path, kind, source);
        let unit = if source.entry.is_some() { Unit::Entry } else { Unit::Element };
        let mut plan = SourcePlan {
            kind,
            span: self.manifest.places.value(&format!("{path}.files")),
            may_be_empty: self.manifest.expects_empty(&source.files)
                || self.manifest.expects_empty(&source.kind),
            pattern,
            format,
            encoding: source.encoding.unwrap_or(Encoding::Utf8),
            sheet: source.sheet.clone(),
            header: source.header,
            records: source.records.iter().flat_map(|r| r.split('.')).map(str::to_owned).collect(),
            unit,
            names: Names::default(),
            given: Vec::new(),
            entry: None,
            captures: Vec::new(),
            constants: Vec::new(),
            taken_on: source.taken_on.map(|day| day.0),
            taken_from: None,
            join,
            taken: Default::default(),
        };
        self.names(&path, source, &mut plan);
        self.fills(&path, source, &mut plan);
        plan.taken = taken(self.model, &plan);
        Some(plan)
    }

    pub(super) fn kind(&mut self, path: &str, name: &str) -> Option<KindId> {
        let at = self.value(&format!("{path}.kind"))?;
        let Some(id) = self.model.kind_named(name) else {
            let known = self.model.kinds.iter().map(|kind| &*kind.name);
            self.diagnostics.push(wrong::unknown_kind(at, name, known));
            return None;
        };
        // A kind without a key has had its diagnostic in the vocabulary.
        self.model.kind(id).key().next().map(|_| id)
    }

    fn pattern(&mut self, path: &str, text: &str) -> Option<Pattern> {
        let at = self.value(&format!("{path}.files"))?;
        match Pattern::parse(text) {
            Ok(pattern) => return Some(pattern),
            Err(Fault::Outside) => self.diagnostics.push(wrong::outside(at, text)),
            Err(Fault::Bad(reason)) => self.diagnostics.push(wrong::bad_pattern(at, text, reason)),
        }
        None
    }

    fn format(&mut self, path: &str, source: &Source) -> Option<Format> {
        let format = source.format.or_else(|| by_extension(&source.files));
        let Some(format) = format else {
            let at = self.value(&format!("{path}.files"))?;
            self.diagnostics.push(wrong::unknown_format(at, &source.files));
            return None;
        };
        let tree = matches!(format, Format::Yaml | Format::Json);
        let idle = [
            ("records", source.records.is_some() && !tree),
            ("entry", source.entry.is_some() && !tree),
            ("header", source.header.is_some() && !format.is_table()),
            ("sheet", source.sheet.is_some() && format != Format::Xlsx),
            ("encoding", source.encoding.is_some() && format == Format::Xlsx),
        ];
        for (name, _) in idle.into_iter().filter(|(_, idle)| *idle) {
            if let Some(at) = self.key(&format!("{path}.{name}")) {
                self.diagnostics.push(wrong::not_for_format(at, name, format.name()));
            }
        }
        Some(format)
    }

    fn join(&mut self, path: &str, kind: KindId, source: &Source) -> Option<JoinPlan> {
        let join = source.join.as_ref()?;
        self.meets_source(path, kind)?;
        let Some(name) = &join.at else { return Some(JoinPlan { at: None, on: None }) };
        let at = self.value(&format!("{path}.join.at"))?;
        let fields = &self.model.kind(kind).fields;
        let Some(field) = fields.iter().position(|f| *f.name == **name) else {
            self.unknown_field(at, name, &source.kind, fields);
            return None;
        };
        let (record, list) = match fields[field].ty.required() {
            Type::Record(id) => (*id, false),
            Type::List(inner) => match inner.required() {
                Type::Record(id) => (*id, true),
                _ => return self.field_type(at, &fields[field], vec!["type-record", "type-list-of-records"]),
            },
            _ => return self.field_type(at, &fields[field], vec!["type-record", "type-list-of-records"]),
        };
        Some(JoinPlan { at: Some(At { field, record, list }), on: None })
    }

    fn names(&mut self, path: &str, source: &Source, plan: &mut SourcePlan) {
        for (field, name) in &source.from {
            let Some(at) = self.key(&format!("{path}.from.{field}")) else { continue };
            let fields = plan.fields(self.model);
            if plan.slot(self.model, field).is_some() || self.inner_field(at, fields, field, &source.kind) {
                let number = self.give(&format!("{path}.from.{field}"), name, plan);
                let name = plan.given.get(number).map_or(name.as_str(), |given| &given.name);
                plan.names.insert(field, name, number);
            }
        }
        let on = source.join.as_ref().and_then(|join| join.on.as_deref());
        let on = on.map(|name| self.give(&format!("{path}.join.on"), name, plan));
        if let Some(join) = &mut plan.join {
            join.on = on;
        }
        if let Some(name) = &source.taken_from {
            let number = self.give(&format!("{path}.taken_from"), name, plan);
            let given = plan.given.get(number).map_or(name.as_str(), |given| &given.name);
            let field = plan.names.field_of(given).filter(|_| plan.at().is_none());
            plan.taken_from = Some(TakenFrom { number, called: field.unwrap_or(name).into() });
        }
    }

    /// Numbers a name that the manifest expects in the evidence.
    fn give(&self, path: &str, name: &str, plan: &mut SourcePlan) -> usize {
        // The columns of a table are compared by the normal form of their names.
        let name = if plan.format.is_table() { normal(name) } else { name.to_owned() };
        if let Some(span) = self.value(path) {
            plan.given.push(Given { name, span });
        }
        plan.given.len().saturating_sub(1)
    }

    /// Whether a dotted path leads to a field, through records and the elements of lists and maps.
    fn inner_field(&mut self, at: Span, fields: &[Field], path: &str, kind: &str) -> bool {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let Some(field) = fields.iter().find(|f| &*f.name == first) else {
            self.unknown_field(at, first, kind, fields);
            return false;
        };
        let Some(rest) = rest else { return true };
        match record_inside(self.model, &field.ty) {
            Some(inner) => self.inner_field(at, inner, rest, &field.name),
            None => self.field_type(at, field, vec!["type-record"]).unwrap_or(false),
        }
    }

    /// A source that joins needs one that does not, for its kind or a special case of it.
    fn meets_source(&mut self, path: &str, kind: KindId) -> Option<()> {
        let bases = self.manifest.evidence.iter().filter(|source| source.join.is_none());
        let mut bases = bases.filter_map(|source| self.model.kind_named(&source.kind));
        if bases.any(|base| self.model.is_a(base, kind)) {
            return Some(());
        }
        let at = self.key(&format!("{path}.join"))?;
        self.diagnostics.push(wrong::join_alone(at, &self.model.kind(kind).name));
        None
    }

    /// A field that the manifest names for the unit that answers must be one of some kind.
    pub(super) fn unit_exists(&mut self) {
        let name = self.manifest.unit.as_str();
        let Some(at) = self.manifest.places.exactly("unit") else { return };
        let fields = self.model.kinds.iter().flat_map(|kind| &kind.fields).map(|field| &*field.name);
        if !fields.clone().any(|field| field == name) {
            self.diagnostics.push(wrong::unknown_unit(at, name, fields));
        }
    }

    pub(super) fn unknown_field(&mut self, at: Span, name: &str, kind: &str, fields: &[Field]) {
        self.diagnostics.push(wrong::unknown_field(at, name, kind, fields.iter().map(|f| &*f.name)));
    }

    pub(super) fn field_type<T>(
        &mut self,
        at: Span,
        field: &Field,
        expected: Vec<&'static str>,
    ) -> Option<T> {
        self.diagnostics.push(wrong::field_type(at, &field.name, expected, field.span));
        None
    }

    pub(super) fn value(&self, path: &str) -> Option<Span> {
        self.manifest.places.value(path)
    }

    pub(super) fn key(&self, path: &str) -> Option<Span> {
        self.manifest.places.key(path)
    }
}

/// The format that a file's name tells.
fn by_extension(pattern: &str) -> Option<Format> {
    let (_, extension) = pattern.rsplit('/').next()?.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "yaml" | "yml" => Some(Format::Yaml),
        "json" => Some(Format::Json),
        "jsonl" | "ndjson" => Some(Format::Jsonl),
        "csv" => Some(Format::Csv),
        "md" | "markdown" => Some(Format::Markdown),
        "xlsx" | "xlsm" => Some(Format::Xlsx),
        _ => None,
    }
}

/// The fields inside a record, or inside the elements of a list or map.
fn record_inside<'m>(model: &'m Model, ty: &Type) -> Option<&'m [Field]> {
    match ty.required() {
        Type::Record(id) => Some(&model.record(*id).fields),
        Type::List(inner) | Type::Map(inner) => record_inside(model, inner),
        _ => None,
    }
}

/// Every name that something in a source takes, with the first part of each path.
fn taken(model: &Model, plan: &SourcePlan) -> std::collections::HashSet<String> {
    let mut names: Vec<&str> = plan.given.iter().map(|given| given.name.as_str()).collect();
    let key_fields = plan.at().map(|_| &model.kind(plan.kind).fields).into_iter().flatten().filter(|f| f.key);
    for field in plan.fields(model).iter().chain(key_fields) {
        names.push(&field.name);
        names.extend(field.from.iter().map(|name| &**name));
    }
    let firsts = names.iter().filter_map(|name| name.split('.').next());
    firsts.chain(names.iter().copied()).map(str::to_owned).collect()
}
