//! References to provisions: `[standard[@edition]:]number[#label]` to what they name.

use kijun_syntax::ast;

use super::Cx;
use super::complaints::{self, Unknown};
use super::scope::Scope;
use crate::{EditionId, Link, StatementId, Target};

impl Cx {
    /// What a reference names, as seen from a document.
    ///
    /// Without an edition it means the document itself, else the nearest one it conforms to, else one it supersedes. From
    /// a file of no document it means every edition that has the provision, so that one exception can outlive a revision of
    /// what it derogates from.
    pub(super) fn provisions(&mut self, scope: &Scope, reference: &ast::ClauseRef) -> Vec<Link<Target>> {
        self.provisions_of(scope, reference, false)
    }

    /// What a `was` names: the same, but first an edition that the document supersedes.
    pub(super) fn earlier_provisions(
        &mut self,
        scope: &Scope,
        reference: &ast::ClauseRef,
    ) -> Vec<Link<Target>> {
        self.provisions_of(scope, reference, true)
    }

    fn provisions_of(
        &mut self,
        scope: &Scope,
        reference: &ast::ClauseRef,
        earlier: bool,
    ) -> Vec<Link<Target>> {
        let Some(editions) = self.editions_meant(scope, reference, earlier) else { return Vec::new() };
        let number = &reference.number;
        let found: Vec<Target> = editions
            .iter()
            .filter_map(|&e| self.names.provisions.get(&(e, number.text.as_str().into())).copied())
            .collect();
        if found.is_empty() {
            if !self.names.broken.contains(&number.text) {
                let numbers: Vec<_> = editions.iter().flat_map(|&e| self.numbers_of(e)).collect();
                let known = numbers.iter().map(|n| &**n);
                let diagnostic = complaints::unknown(Unknown::Clause, &number.text, number.span, known);
                self.report(diagnostic);
            }
            return Vec::new();
        }
        let labelled = self.labelled(found, reference);
        labelled.into_iter().map(|to| Link { to, span: reference.span }).collect()
    }

    /// The statements that a reference names.
    pub(super) fn statements_of(&mut self, scope: &Scope, reference: &ast::ClauseRef) -> Vec<StatementId> {
        let targets = self.provisions(scope, reference);
        let of_clause = |clause| {
            let first = (clause, "".into())..;
            let all = self.names.statements.range(first).take_while(move |((c, _), _)| *c == clause);
            all.map(|(_, id)| *id).collect::<Vec<StatementId>>()
        };
        let mut all: Vec<StatementId> = targets
            .into_iter()
            .flat_map(|link| match link.to {
                Target::Statement(id) => vec![id],
                Target::Clause(clause) => of_clause(clause),
                Target::Section(section) => {
                    self.model.section(section).clauses.iter().flat_map(|&c| of_clause(c)).collect()
                }
            })
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    fn editions_meant(
        &mut self,
        scope: &Scope,
        reference: &ast::ClauseRef,
        earlier: bool,
    ) -> Option<Vec<EditionId>> {
        let Some(standard) = &reference.standard else {
            if scope.edition.is_none() {
                self.report(complaints::no_document(reference.span));
            }
            return scope.edition.map(|e| vec![e]);
        };
        if standard.edition.is_none() && scope.edition.is_none() {
            return self.editions_named(&standard.name);
        }
        let own = scope.edition.map(|own| self.model.edition(own));
        let superseded = own.into_iter().flat_map(|own| &own.supersedes).map(|link| link.to);
        let mut preferred: Vec<EditionId> = scope.sees.iter().copied().chain(superseded).collect();
        if earlier {
            preferred.rotate_left(scope.sees.len());
        }
        self.edition_ref(standard, &preferred).map(|e| vec![e])
    }

    fn labelled(&mut self, found: Vec<Target>, reference: &ast::ClauseRef) -> Vec<Target> {
        let Some(label) = &reference.label else { return found };
        let clauses = found.iter().filter_map(|t| if let Target::Clause(c) = t { Some(*c) } else { None });
        let statements: Vec<Target> = clauses
            .filter_map(|c| self.names.statements.get(&(c, label.name.as_str().into())))
            .map(|&s| Target::Statement(s))
            .collect();
        if statements.is_empty() {
            let labels = self.names.statements.keys().map(|(_, l)| &**l);
            let diagnostic = complaints::unknown(Unknown::Statement, &label.name, label.span, labels);
            self.report(diagnostic);
        }
        statements
    }

    fn numbers_of(&self, edition: EditionId) -> Vec<std::sync::Arc<str>> {
        let first = (edition, "".into())..;
        let all = self.names.provisions.range(first).take_while(|((e, _), _)| *e == edition);
        all.map(|((_, number), _)| number.clone()).collect()
    }
}
