//! Standards: their editions and heads, and which file belongs to which.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kijun_diag::{Diagnostic, Span};
use kijun_syntax::ast::{self, Item, StandardMember};

use super::complaints::{self, Unknown};
use super::literals::civil;
use super::scope::{Scope, keep_first, text};
use super::{Cx, InDocument};
use crate::{Edition, EditionId, Field, KindId, Link, Model, Target, Titles, Type};

/// Declares every edition; gives the edition of each file.
pub(super) fn declare(cx: &mut Cx, files: &[ast::File]) -> Vec<Option<EditionId>> {
    let own: Vec<Option<EditionId>> = files.iter().map(|file| declare_in_file(cx, file)).collect();
    let part_of = |cx: &mut Cx, file: &ast::File| {
        file.items
            .iter()
            .find_map(|item| if let Item::PartOf(of) = item { cx.edition_ref(of, &[]) } else { None })
    };
    files.iter().zip(own).map(|(file, own)| own.or_else(|| part_of(cx, file))).collect()
}

fn declare_in_file(cx: &mut Cx, file: &ast::File) -> Option<EditionId> {
    let mut first = None;
    for item in &file.items {
        let Item::Standard(standard) = item else { continue };
        let id = declare_edition(cx, standard);
        if let Some((_, span)) = first {
            cx.report(complaints::repeated("standard", standard.name.span, span));
        } else {
            first = Some((id, standard.name.span));
        }
    }
    first.map(|(id, _)| id)
}

fn declare_edition(cx: &mut Cx, standard: &ast::Standard) -> EditionId {
    let head = read_head(cx, standard);
    let id = EditionId::from_index(cx.model.editions.len());
    let name: std::sync::Arc<str> = standard.name.name.as_str().into();
    let of_name = cx.names.editions.entry(name.clone()).or_default();
    let same = of_name.iter().copied().find(|&e| cx.model.editions[e.index()].date == head.date);
    of_name.push(id);
    if let Some(same) = same {
        let first = cx.model.edition(same).span;
        cx.report(complaints::duplicate(&format!("{name}@{}", head.date), standard.name.span, first));
    }
    cx.names.uses.push(BTreeSet::new());
    cx.model.editions.push(Edition { name, ..head });
    id
}

fn read_head(cx: &mut Cx, standard: &ast::Standard) -> Edition {
    let (mut edition, mut tier, mut issuer, mut from, mut until) = (None, None, None, None, None);
    let mut titles = Titles::default();
    for member in &standard.members {
        match member {
            StandardMember::Title(lang, value) => cx.title(&mut titles, lang.as_ref(), value),
            StandardMember::Issuer(value) => keep_first(&mut issuer, text(value), value.span),
            StandardMember::Tier(name) => keep_first(&mut tier, name.name.as_str().into(), name.span),
            StandardMember::Edition(date) => keep_first(&mut edition, civil(date), date.span),
            StandardMember::InForceFrom(date) => keep_first(&mut from, civil(date), date.span),
            StandardMember::Until(date) => keep_first(&mut until, civil(date), date.span),
            _ => {}
        }
    }
    let name = &standard.name;
    if edition.is_none() {
        cx.report(complaints::missing_member("edition", &name.name, name.span));
    }
    if tier.is_none() {
        cx.report(complaints::missing_member("tier", &name.name, name.span));
    }
    let date = edition.map_or(Date::ZERO, |(date, _)| date);
    Edition {
        name: name.name.as_str().into(),
        date,
        titles,
        issuer: issuer.map(|(issuer, _)| issuer),
        tier: tier.map(|(tier, _)| tier),
        from: from.map_or(date, |(from, _)| from),
        until: until.map(|(until, _)| until),
        conforms_to: Vec::new(),
        supersedes: Vec::new(),
        adopts: Vec::new(),
        excludes: Vec::new(),
        monotone_in: Vec::new(),
        clauses: Vec::new(),
        span: name.span,
    }
}

/// Resolves what heads say of other documents and of vocabularies.
pub(super) fn link(cx: &mut Cx, items: &[InDocument<'_>]) {
    for (id, standard) in standards(cx, items) {
        for member in &standard.members {
            match member {
                StandardMember::ConformsTo(refs) => {
                    let links = cx.edition_links(refs);
                    cx.model.editions[id.index()].conforms_to.extend(links);
                }
                StandardMember::Supersedes(refs) => {
                    let links = cx.edition_links(refs);
                    cx.model.editions[id.index()].supersedes.extend(links);
                }
                StandardMember::Uses(names) => names.iter().for_each(|name| use_vocabulary(cx, id, name)),
                _ => {}
            }
        }
    }
}

/// Each `standard` item with its edition: editions were declared in the order of the items.
fn standards<'a>(cx: &Cx, items: &[InDocument<'a>]) -> Vec<(EditionId, &'a ast::Standard)> {
    let of_items = items.iter().filter_map(|i| if let Item::Standard(s) = i.item { Some(s) } else { None });
    debug_assert_eq!(cx.model.editions.len(), of_items.clone().count());
    of_items.enumerate().map(|(i, s)| (EditionId::from_index(i), s)).collect()
}

fn use_vocabulary(cx: &mut Cx, id: EditionId, name: &ast::Ident) {
    if cx.check_vocabulary(name) {
        let all = cx.names.with_extended(&name.name.as_str().into());
        cx.names.uses[id.index()].extend(all);
    } else {
        cx.names.broken_uses.insert(id);
    }
}

/// Resolves what heads say of provisions, once clauses are declared.
pub(super) fn link_provisions(cx: &mut Cx, items: &[InDocument<'_>]) {
    for (id, standard) in standards(cx, items) {
        let scope = Scope::of(cx, Some(id));
        for member in &standard.members {
            match member {
                StandardMember::Adopts(refs) => {
                    let links = cx.targets(&scope, refs);
                    cx.model.editions[id.index()].adopts.extend(links);
                }
                StandardMember::Excludes(refs, because) => {
                    let links = cx.targets(&scope, refs).into_iter().map(|link| (link, text(because)));
                    cx.model.editions[id.index()].excludes.extend(links);
                }
                StandardMember::MonotoneIn(field) => {
                    let path = super::expr::dotted(field);
                    cx.model.editions[id.index()].monotone_in.extend(path);
                }
                _ => {}
            }
        }
    }
}

/// Looks for the fields that documents are monotone in among those of the kinds that their clauses bind.
pub(super) fn check_levels(cx: &mut Cx, items: &[InDocument<'_>]) {
    for (id, standard) in standards(cx, items) {
        for member in &standard.members {
            if let StandardMember::MonotoneIn(field) = member
                && let Some(complaint) = without_levels(cx, id, field)
            {
                cx.report(complaint);
            }
        }
    }
}

/// What is wrong with a field of which no kind has levels. A document that binds no kind yet is told nothing.
fn without_levels(cx: &Cx, id: EditionId, field: &ast::Expr) -> Option<Diagnostic> {
    let model = &cx.model;
    let subjects = model.edition(id).clauses.iter().filter_map(|&c| model.clause(c).subjects.as_ref());
    let kinds: BTreeSet<KindId> = subjects.map(|s| s.kind).collect();
    let fields: Vec<&Field> = kinds.iter().flat_map(|&k| &model.kind(k).fields).collect();
    let name = super::expr::dotted(field)?;
    let mut same = fields.iter().filter(|f| f.name == name);
    let known = fields.iter().map(|f| &*f.name);
    match same.clone().next() {
        None if kinds.is_empty() => None,
        None => Some(complaints::unknown_field(&name, &kind_names(model, &kinds), field.span, known)),
        Some(first) if same.all(|f| !has_levels(model, &f.ty)) => {
            Some(complaints::not_a_level(&name, &model.show_type(&first.ty), field.span))
        }
        Some(_) => None,
    }
}

fn kind_names(model: &Model, kinds: &BTreeSet<KindId>) -> String {
    kinds.iter().map(|&k| &*model.kind(k).name).collect::<Vec<_>>().join("`, `")
}

fn has_levels(model: &Model, ty: &Type) -> bool {
    match ty.required() {
        Type::Enum(id) => model.enumeration(*id).ordered,
        other => *other == Type::Broken,
    }
}

impl Cx {
    fn edition_links(&mut self, refs: &[ast::EditionRef]) -> Vec<Link<EditionId>> {
        refs.iter().filter_map(|r| Some(Link { to: self.edition_ref(r, &[])?, span: r.span })).collect()
    }

    /// One edition by name and date; without a date, the one among `preferred`, else the only one there is.
    pub(super) fn edition_ref(
        &mut self,
        reference: &ast::EditionRef,
        preferred: &[EditionId],
    ) -> Option<EditionId> {
        let all = self.editions_named(&reference.name)?;
        let name = &reference.name.name;
        if let Some(date) = &reference.edition {
            let wanted = civil(date);
            let found = all.iter().copied().find(|&e| self.model.edition(e).date == wanted);
            if found.is_none() {
                let known = self.dates(&all);
                self.report(complaints::never_issued(name, &wanted.to_string(), &known, reference.span));
            }
            // The latest stands in for one that was never issued, so that what follows from the link is not told as well.
            return found.or_else(|| all.iter().copied().max_by_key(|&e| self.model.edition(e).date));
        }
        let near = preferred.iter().copied().find(|e| all.contains(e));
        if near.is_none() && all.len() > 1 {
            let known = self.dates(&all);
            self.report(complaints::ambiguous_edition(name, &known, reference.span));
        }
        near.or_else(|| all.first().copied())
    }

    /// Every edition of a standard.
    pub(super) fn editions_named(&mut self, name: &ast::Ident) -> Option<Vec<EditionId>> {
        let found = self.names.editions.get(name.name.as_str()).cloned();
        if found.is_none() && !self.names.broken.contains(&name.name) {
            let known = self.names.editions.keys().map(|k| &**k);
            let diagnostic = complaints::unknown(Unknown::Standard, &name.name, name.span, known);
            self.report(diagnostic);
        }
        found
    }

    fn dates(&self, editions: &[EditionId]) -> String {
        let dates: Vec<String> = editions.iter().map(|&e| self.model.edition(e).date.to_string()).collect();
        dates.join(", ")
    }

    fn targets(&mut self, scope: &Scope, refs: &[ast::ClauseRef]) -> Vec<Link<Target>> {
        refs.iter().flat_map(|r| self.provisions(scope, r)).collect()
    }
}

/// Reports an item that only a document can hold.
pub(super) fn needs_document(cx: &mut Cx, edition: Option<EditionId>, span: Span) -> Option<EditionId> {
    if edition.is_none() {
        cx.report(complaints::no_document(span));
    }
    edition
}
