//! Vocabularies: enums, records and kinds, with inheritance.

use std::collections::BTreeMap;
use std::sync::Arc;

use kijun_syntax::ast::{self, Ident, Item, TypeExprKind, VocabularyMember};

use super::complaints::{self, Unknown};
use super::names::{DeclaredType, TypeName};
use super::scope::{Scope, text};
use super::{Cx, InDocument};
use crate::{Enum, EnumId, Field, Kind, KindId, Member, Record, RecordId, Titles, Type};

/// Names of types that need no vocabulary.
pub(super) const BUILT_IN: [&str; 11] =
    ["bool", "int", "number", "text", "date", "datetime", "duration", "version", "size", "percent", "ip"];

/// Declares every vocabulary's types, then fills their fields.
pub(super) fn declare(cx: &mut Cx, items: &[InDocument<'_>]) {
    let vocabularies: Vec<&ast::Vocabulary> = items
        .iter()
        .filter_map(|i| if let Item::Vocabulary(vocabulary) = i.item { Some(vocabulary) } else { None })
        .collect();
    note_broken(cx, items);
    declare_vocabularies(cx, &vocabularies);
    let mut kinds = Vec::new();
    for vocabulary in &vocabularies {
        let owner: Arc<str> = vocabulary.name.name.as_str().into();
        for member in &vocabulary.members {
            declare_member(cx, &owner, member, &mut kinds);
        }
    }
    let kinds = order_kinds(cx, kinds);
    fill_records(cx, &vocabularies);
    fill_kinds(cx, &kinds);
}

fn note_broken(cx: &mut Cx, items: &[InDocument<'_>]) {
    fn walk(cx: &mut Cx, item: &Item) {
        match item {
            Item::Broken(broken) => {
                cx.names.any_broken = true;
                cx.names.broken.extend(broken.name.clone());
            }
            Item::Section(section) => section.items.iter().for_each(|item| walk(cx, item)),
            Item::Vocabulary(vocabulary) => {
                for member in &vocabulary.members {
                    if let VocabularyMember::Broken(broken) = member {
                        cx.names.broken.extend(broken.name.clone());
                    }
                }
            }
            _ => {}
        }
    }
    items.iter().for_each(|i| walk(cx, i.item));
}

fn declare_vocabularies(cx: &mut Cx, vocabularies: &[&ast::Vocabulary]) {
    let mut first: BTreeMap<&str, &Ident> = BTreeMap::new();
    for vocabulary in vocabularies {
        let name = &vocabulary.name;
        if let Some(before) = first.insert(&name.name, name) {
            cx.report(complaints::duplicate(&name.name, name.span, before.span));
        }
        let extends = vocabulary.extends.iter().map(|e| e.name.as_str().into()).collect();
        cx.names.vocabularies.insert(name.name.as_str().into(), extends);
    }
    for extended in vocabularies.iter().flat_map(|v| &v.extends) {
        cx.check_vocabulary(extended);
    }
}

impl Cx {
    /// Reports a vocabulary that does not exist.
    pub(super) fn check_vocabulary(&mut self, name: &Ident) -> bool {
        let known = self.names.vocabularies.contains_key(name.name.as_str());
        if !known && !self.names.broken.contains(&name.name) {
            let names = self.names.vocabularies.keys().map(|k| &**k);
            let diagnostic = complaints::unknown(Unknown::Vocabulary, &name.name, name.span, names);
            self.report(diagnostic);
        }
        known
    }

    fn declare_type(&mut self, vocabulary: &Arc<str>, name: &Ident, what: TypeName) {
        let shared: Arc<str> = name.name.as_str().into();
        let declared = DeclaredType { what, vocabulary: vocabulary.clone(), span: name.span };
        if let Some(before) = self.names.types.get(&shared) {
            let first = before.span;
            self.report(complaints::duplicate(&name.name, name.span, first));
            return;
        }
        self.names.types.insert(shared, declared);
    }
}

fn declare_member<'a>(
    cx: &mut Cx,
    vocabulary: &Arc<str>,
    member: &'a VocabularyMember,
    kinds: &mut Vec<(Arc<str>, &'a ast::KindDecl)>,
) {
    match member {
        VocabularyMember::Enum(declaration) => {
            let id = EnumId::from_index(cx.model.enums.len());
            cx.declare_type(vocabulary, &declaration.name, TypeName::Enum(id));
            let built = build_enum(cx, declaration);
            cx.model.enums.push(built);
        }
        VocabularyMember::Record(declaration) => {
            let id = RecordId::from_index(cx.model.records.len());
            cx.declare_type(vocabulary, &declaration.name, TypeName::Record(id));
            let titles = cx.titles(&declaration.titles);
            let name = declaration.name.name.as_str().into();
            cx.model.records.push(Record { name, titles, fields: Vec::new(), span: declaration.name.span });
        }
        VocabularyMember::Kind(declaration) => kinds.push((vocabulary.clone(), declaration)),
        VocabularyMember::Broken(_) => {}
    }
}

fn build_enum(cx: &mut Cx, declaration: &ast::EnumDecl) -> Enum {
    let mut members: Vec<Member> = Vec::new();
    let mut first: BTreeMap<&str, &Ident> = BTreeMap::new();
    for member in &declaration.members {
        if let Some(before) = first.insert(&member.name.name, &member.name) {
            cx.report(complaints::duplicate(&member.name.name, member.name.span, before.span));
            continue;
        }
        let titles = cx.titles(&member.titles);
        let from = member.from.iter().map(text).collect();
        members.push(Member { name: member.name.name.as_str().into(), titles, from });
    }
    Enum {
        name: declaration.name.name.as_str().into(),
        titles: cx.titles(&declaration.titles),
        ordered: declaration.ordered,
        members,
        span: declaration.name.span,
    }
}

/// Declares kinds so that each comes after the kind it specialises. What is left over stands in a circle.
fn order_kinds<'a>(
    cx: &mut Cx,
    mut open: Vec<(Arc<str>, &'a ast::KindDecl)>,
) -> Vec<(KindId, &'a ast::KindDecl)> {
    let names: Vec<String> = open.iter().map(|(_, k)| k.name.name.clone()).collect();
    let mut ordered = Vec::new();
    loop {
        let n_open = open.len();
        open.retain(|(vocabulary, kind)| {
            let above = kind.is.as_ref().filter(|is| names.contains(&is.name));
            let is = above.map(|is| cx.names.types.get(is.name.as_str()).map(|t| t.what));
            match is {
                Some(None) => true,
                Some(Some(TypeName::Kind(is))) => {
                    ordered.push((declare_kind(cx, vocabulary, kind, Some(is)), *kind));
                    false
                }
                Some(Some(_)) | None => {
                    ordered.push((declare_kind(cx, vocabulary, kind, None), *kind));
                    false
                }
            }
        });
        if open.len() == n_open {
            break;
        }
    }
    for (vocabulary, kind) in open {
        cx.report(complaints::cyclic(&kind.name.name, kind.name.span));
        ordered.push((declare_kind(cx, &vocabulary, kind, None), kind));
    }
    ordered
}

fn declare_kind(cx: &mut Cx, vocabulary: &Arc<str>, kind: &ast::KindDecl, is: Option<KindId>) -> KindId {
    let id = KindId::from_index(cx.model.kinds.len());
    cx.declare_type(vocabulary, &kind.name, TypeName::Kind(id));
    let titles = cx.titles(&kind.titles);
    let name = kind.name.name.as_str().into();
    cx.model.kinds.push(Kind { name, titles, is, fields: Vec::new(), span: kind.name.span });
    id
}

fn fill_records(cx: &mut Cx, vocabularies: &[&ast::Vocabulary]) {
    for member in vocabularies.iter().flat_map(|v| &v.members) {
        let VocabularyMember::Record(record) = member else { continue };
        let declared = cx.names.types.get(record.name.name.as_str()).map(|t| (t.what, t.span));
        if let Some((TypeName::Record(id), span)) = declared
            && span == record.name.span
        {
            let fields = build_fields(cx, &record.name.name, Vec::new(), &record.fields);
            cx.model.records[id.index()].fields = fields;
        }
    }
}

fn fill_kinds(cx: &mut Cx, kinds: &[(KindId, &ast::KindDecl)]) {
    let scope = Scope::default();
    for (id, declaration) in kinds {
        if let (Some(is), None) = (&declaration.is, cx.model.kind(*id).is)
            && !cx.names.types.contains_key(is.name.as_str())
        {
            cx.kind_named(&scope, is);
        }
        let inherited = cx.model.kind(*id).is.map_or_else(Vec::new, |is| cx.model.kind(is).fields.clone());
        let fields = build_fields(cx, &declaration.name.name, inherited, &declaration.fields);
        if !fields.iter().any(|f| f.key) {
            cx.report(complaints::no_key(&declaration.name.name, declaration.name.span));
        }
        cx.model.kinds[id.index()].fields = fields;
    }
}

fn build_fields(
    cx: &mut Cx,
    owner: &str,
    mut fields: Vec<Field>,
    declarations: &[ast::FieldDecl],
) -> Vec<Field> {
    for declaration in declarations {
        let name = &declaration.name;
        if let Some(before) = fields.iter().find(|f| *f.name == *name.name) {
            cx.report(complaints::duplicate(&name.name, name.span, before.span));
            continue;
        }
        let ty = cx.build_type(&format!("{owner}.{}", name.name), &declaration.ty);
        if declaration.key && !matches!(ty, Type::Text | Type::Int | Type::Ref(_) | Type::Date | Type::Broken)
        {
            let shown = cx.model.show_type(&ty);
            cx.report(complaints::key_type(&name.name, &shown, declaration.ty.span));
        }
        let titles: Titles = cx.titles(&declaration.titles);
        let from = declaration.from.iter().map(text).collect();
        fields.push(Field {
            name: name.name.as_str().into(),
            titles,
            ty,
            key: declaration.key,
            from,
            span: name.span,
        });
    }
    fields
}

impl Cx {
    /// A type as written in a vocabulary or a parameter. `path` names records that are written in place.
    pub(super) fn build_type(&mut self, path: &str, ty: &ast::TypeExpr) -> Type {
        let scope = Scope::default();
        match &ty.kind {
            TypeExprKind::Named(name) => self.named_type(&scope, name),
            TypeExprKind::List(inner) => Type::List(Box::new(self.build_type(path, inner))),
            TypeExprKind::Map(inner) => Type::Map(Box::new(self.build_type(path, inner))),
            TypeExprKind::Ref(kind) => self.kind_named(&scope, kind).map_or(Type::Broken, Type::Ref),
            TypeExprKind::Record(fields) => {
                let fields = build_fields(self, path, Vec::new(), fields);
                let id = RecordId::from_index(self.model.records.len());
                let titles = Titles::default();
                self.model.records.push(Record { name: path.into(), titles, fields, span: ty.span });
                Type::Record(id)
            }
            TypeExprKind::Optional(inner) => match self.build_type(path, inner) {
                Type::Optional(_) => {
                    self.report(complaints::nested_optional(ty.span));
                    Type::Broken
                }
                Type::Broken => Type::Broken,
                inner => Type::Optional(Box::new(inner)),
            },
        }
    }

    fn named_type(&mut self, scope: &Scope, name: &Ident) -> Type {
        if let Some(built_in) = built_in(&name.name) {
            return built_in;
        }
        match self.type_named(scope, name, Unknown::Type) {
            Some(TypeName::Enum(id)) => Type::Enum(id),
            Some(TypeName::Record(id)) => Type::Record(id),
            Some(TypeName::Kind(_)) => {
                self.report(complaints::kind_as_field(&name.name, name.span));
                Type::Broken
            }
            None => Type::Broken,
        }
    }
}

/// A type that needs no vocabulary.
pub(super) fn built_in(name: &str) -> Option<Type> {
    Some(match name {
        "bool" => Type::Bool,
        "int" => Type::Int,
        "number" => Type::Number,
        "text" => Type::Text,
        "date" => Type::Date,
        "datetime" => Type::DateTime,
        "duration" => Type::Duration,
        "version" => Type::Version,
        "size" => Type::Size,
        "percent" => Type::Percent,
        "ip" => Type::Ip,
        _ => return None,
    })
}

/// What other languages call a type of ours.
pub(super) fn called_elsewhere(name: &str) -> Option<&'static str> {
    Some(match name.to_ascii_lowercase().as_str() {
        "string" | "str" | "varchar" | "char" => "text",
        "integer" | "long" | "short" | "uint" | "i32" | "i64" | "u32" | "u64" => "int",
        "float" | "double" | "decimal" | "numeric" | "real" => "number",
        "boolean" | "flag" => "bool",
        "timestamp" | "time" => "datetime",
        "timespan" | "interval" | "period" => "duration",
        "bytes" | "filesize" => "size",
        "semver" => "version",
        "percentage" | "ratio" => "percent",
        "cidr" | "ipaddr" | "address" => "ip",
        _ => return None,
    })
}
