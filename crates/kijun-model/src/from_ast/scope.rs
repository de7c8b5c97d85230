//! What an expression or declaration sees from where it stands.

use std::sync::Arc;

use kijun_diag::Span;
use kijun_syntax::ast;

use super::Cx;
use super::complaints::{self, Unknown};
use super::names::{Names, TypeName};
use crate::{EditionId, KindId, RoleId, Titles};

/// Where something stands: its document, and the documents it sees.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope {
    pub(super) edition: Option<EditionId>,
    pub(super) sees: Vec<EditionId>,
    /// The name that a clause gives its subject beside `self`.
    pub(super) subject: Option<Arc<str>>,
}

impl Scope {
    pub(super) fn of(cx: &Cx, edition: Option<EditionId>) -> Scope {
        Scope { edition, sees: Names::sees(&cx.model, edition), subject: None }
    }
}

impl Cx {
    /// A type by name, if this document sees its vocabulary. Reports what it does not find as `what`.
    pub(super) fn type_named(&mut self, scope: &Scope, name: &ast::Ident, what: Unknown) -> Option<TypeName> {
        let Some(found) = self.names.types.get(name.name.as_str()).cloned() else {
            if !self.names.broken.contains(&name.name) {
                let known = self.names.types.keys().map(|k| &**k).chain(super::vocabulary::BUILT_IN);
                let diagnostic = complaints::unknown(what, &name.name, name.span, known);
                let elsewhere = super::vocabulary::called_elsewhere(&name.name);
                self.report(match elsewhere {
                    Some(ours) => diagnostic.suggest(Some(ours)),
                    None => diagnostic,
                });
            }
            return None;
        };
        if !self.names.sees_vocabulary(scope.edition, &found.vocabulary)
            && !scope.edition.is_some_and(|edition| self.names.broken_uses.contains(&edition))
            && self.names.unused.insert((scope.edition, found.vocabulary.clone()))
        {
            self.report(complaints::not_in_scope(&name.name, &found.vocabulary, name.span));
        }
        Some(found.what)
    }

    /// A kind by name.
    pub(super) fn kind_named(&mut self, scope: &Scope, name: &ast::Ident) -> Option<KindId> {
        match self.type_named(scope, name, Unknown::Kind)? {
            TypeName::Kind(kind) => Some(kind),
            TypeName::Enum(_) | TypeName::Record(_) => {
                let kinds = self.model.kinds.iter().map(|k| &*k.name);
                let diagnostic = complaints::unknown(Unknown::Kind, &name.name, name.span, kinds);
                self.report(diagnostic);
                None
            }
        }
    }

    /// A role by name.
    pub(super) fn role_named(&mut self, scope: &Scope, name: &ast::Ident) -> Option<RoleId> {
        let found = self.names.roles.find(&name.name, &scope.sees);
        if found.is_none() && !self.names.broken.contains(&name.name) {
            let diagnostic =
                complaints::unknown(Unknown::Role, &name.name, name.span, self.names.roles.names());
            self.report(diagnostic);
        }
        found
    }

    /// Titles, with their language tags checked.
    pub(super) fn titles(&mut self, titles: &ast::Titles) -> Titles {
        let mut out = Titles { plain: titles.plain.as_ref().map(text), tagged: Vec::new() };
        for (lang, value) in &titles.tagged {
            self.title(&mut out, Some(lang), value);
        }
        out
    }

    /// Adds one title, in a language or in the document's own.
    pub(super) fn title(&mut self, titles: &mut Titles, lang: Option<&ast::Ident>, value: &ast::Text) {
        match lang {
            None => titles.plain = Some(text(value)),
            Some(lang) => {
                if let Some(tag) = self.lang(Some(lang)) {
                    titles.tagged.push((tag, text(value)));
                }
            }
        }
    }

    /// A language tag that the product knows.
    pub(super) fn lang(&mut self, lang: Option<&ast::Ident>) -> Option<Arc<str>> {
        let lang = lang?;
        if matches!(lang.name.as_str(), "en" | "ja") {
            return Some(lang.name.as_str().into());
        }
        self.report(complaints::unknown_lang(&lang.name, lang.span));
        None
    }
}

/// Keeps the first of a member that may stand once; the parser has told of the others.
pub(super) fn keep_first<T>(slot: &mut Option<(T, Span)>, value: T, span: Span) {
    if slot.is_none() {
        *slot = Some((value, span));
    }
}

/// A text's value, shared.
pub(super) fn text(text: &ast::Text) -> Arc<str> {
    text.value.as_str().into()
}
