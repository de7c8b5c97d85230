//! Tables of declared names, and who sees them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use kijun_diag::Span;

use crate::{
    ClauseId, DefineId, EditionId, EnumId, KindId, Model, ParameterId, RecordId, RoleId, StatementId, Target,
};

/// What a type's name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeName {
    Enum(EnumId),
    Record(RecordId),
    Kind(KindId),
}

/// A declared type: what it is, in which vocabulary, where.
#[derive(Clone, Debug)]
pub(super) struct DeclaredType {
    pub(super) what: TypeName,
    pub(super) vocabulary: Arc<str>,
    pub(super) span: Span,
}

/// Names that belong to a document, or to none and so to all.
#[derive(Debug)]
pub(super) struct Scoped<T>(BTreeMap<Arc<str>, Vec<Declaration<T>>>);

/// By which document, of what, where.
type Declaration<T> = (Option<EditionId>, T, Span);

impl<T> Default for Scoped<T> {
    fn default() -> Scoped<T> {
        Scoped(BTreeMap::new())
    }
}

impl<T: Copy> Scoped<T> {
    /// Declares a name; gives back where it was declared before, if it was.
    pub(super) fn declare(
        &mut self,
        name: &Arc<str>,
        edition: Option<EditionId>,
        to: T,
        span: Span,
    ) -> Option<Span> {
        let entries = self.0.entry(name.clone()).or_default();
        let before = entries.iter().find(|(e, _, _)| *e == edition).map(|(_, _, span)| *span);
        entries.push((edition, to, span));
        before
    }

    /// The nearest declaration that these editions see, nearest first; then what belongs to no document.
    pub(super) fn find(&self, name: &str, sees: &[EditionId]) -> Option<T> {
        let entries = self.0.get(name)?;
        let own = sees.iter().map(|e| Some(*e)).chain([None]);
        own.into_iter()
            .find_map(|e| entries.iter().find(|(edition, _, _)| *edition == e))
            .map(|(_, to, _)| *to)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(|name| &**name)
    }
}

/// Every table.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// Types by name; unique over all vocabularies.
    pub(super) types: BTreeMap<Arc<str>, DeclaredType>,
    /// Vocabularies: those they extend.
    pub(super) vocabularies: BTreeMap<Arc<str>, Vec<Arc<str>>>,
    /// Which vocabularies each edition uses, by edition.
    pub(super) uses: Vec<BTreeSet<Arc<str>>>,
    pub(super) editions: BTreeMap<Arc<str>, Vec<EditionId>>,
    pub(super) roles: Scoped<RoleId>,
    pub(super) defines: Scoped<DefineId>,
    pub(super) parameters: Scoped<ParameterId>,
    /// Clauses and sections by edition and number.
    pub(super) provisions: BTreeMap<(EditionId, Arc<str>), Target>,
    /// Labels and ordinals of statements.
    pub(super) statements: BTreeMap<(ClauseId, Arc<str>), StatementId>,
    /// Documents and vocabularies of which it has been told that the one does not use the other.
    pub(super) unused: BTreeSet<(Option<EditionId>, Arc<str>)>,
    /// Documents that use a vocabulary which does not exist: what they do not see has been told.
    pub(super) broken_uses: BTreeSet<EditionId>,
    /// Names of items that did not parse: references to them are not reported again.
    pub(super) broken: BTreeSet<String>,
    /// Whether any item did not parse.
    pub(super) any_broken: bool,
}

impl Names {
    /// The edition itself and those it conforms to, nearest first, each once.
    pub(super) fn sees(model: &Model, edition: Option<EditionId>) -> Vec<EditionId> {
        let mut seen: Vec<EditionId> = edition.into_iter().collect();
        let mut next = 0;
        while let Some(&here) = seen.get(next) {
            next += 1;
            for link in &model.edition(here).conforms_to {
                if !seen.contains(&link.to) {
                    seen.push(link.to);
                }
            }
        }
        seen
    }

    /// Whether a document sees a vocabulary. Files of no document see all.
    pub(super) fn sees_vocabulary(&self, edition: Option<EditionId>, vocabulary: &str) -> bool {
        let Some(edition) = edition else { return true };
        let used = self.uses.get(edition.index());
        vocabulary == "kijun" || used.is_some_and(|used| used.contains(vocabulary))
    }

    /// A vocabulary and all that it extends.
    pub(super) fn with_extended(&self, vocabulary: &Arc<str>) -> BTreeSet<Arc<str>> {
        let mut all = BTreeSet::new();
        let mut open = vec![vocabulary.clone()];
        while let Some(name) = open.pop() {
            if all.insert(name.clone()) {
                open.extend(self.vocabularies.get(&name).into_iter().flatten().cloned());
            }
        }
        all
    }
}
