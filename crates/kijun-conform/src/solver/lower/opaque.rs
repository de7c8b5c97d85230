//! What is outside the fragment: a name of which nothing else is known.

use kijun_diag::Span;
use kijun_model::Expr;

use super::Lower;
use crate::solver::atom::{Atom, OpaqueId};
use crate::solver::term::{Env, Rails};

impl<'a> Lower<'a> {
    /// A condition of which nothing is known but its name.
    pub(crate) fn opaque_condition(&mut self, expr: &'a Expr, env: &Env<'a>) -> Rails {
        let id = self.opaque(expr, env);
        self.rails_of(id)
    }

    /// Never true and false at once: where it is not true it may be false or unknown.
    fn rails_of(&mut self, id: OpaqueId) -> Rails {
        let (yes, no) = (self.atom(Atom::OpaqueTrue(id)), self.atom(Atom::OpaqueFalse(id)));
        Rails { yes, no: self.formulas.and([!yes, no]) }
    }

    /// A condition of which nothing is known, not even whether it is one that was met before.
    pub(crate) fn nameless(&mut self, span: Span) -> Rails {
        let id = OpaqueId(u32::try_from(self.opaque.len()).unwrap_or(u32::MAX));
        self.opaque.push(span);
        self.rails_of(id)
    }

    /// The number of an expression outside the fragment: the same for the same expression about the same evidence.
    pub(crate) fn opaque(&mut self, expr: &'a Expr, env: &Env<'a>) -> OpaqueId {
        // With another value in a field it is another expression.
        let name = format!("{:?} {}", self.with, self.name(expr, env));
        let next = OpaqueId(u32::try_from(self.opaque.len()).unwrap_or(u32::MAX));
        let id = *self.opaque_names.entry(name).or_insert(next);
        if id == next {
            self.opaque.push(expr.span);
        }
        id
    }
}
