//! What a subject is sought for: conditions on it, each in one of the two rails.

use kijun_model::{Expr, Force, KindId, Model, StatementId, Value};

/// Half of what a condition in three values can come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rail {
    /// True.
    True,
    /// False or unknown.
    NotTrue,
    /// False.
    False,
    /// True or unknown.
    NotFalse,
}

/// What a subject is sought for.
#[derive(Clone, Debug)]
pub enum Wish<'a> {
    /// A condition about the subject comes to this.
    Is(&'a Expr, Rail),
    /// All of them.
    All(Vec<Wish<'a>>),
    /// One of them.
    Any(Vec<Wish<'a>>),
    /// The same subject with another value in one of its fields.
    With(u32, Value, Box<Wish<'a>>),
}

impl<'a> Wish<'a> {
    /// What every subject is.
    #[must_use]
    pub fn anything() -> Wish<'a> {
        Wish::All(Vec::new())
    }

    /// What no subject is.
    #[must_use]
    pub fn nothing() -> Wish<'a> {
        Wish::Any(Vec::new())
    }

    /// A subject of a kind to which a statement applies.
    #[must_use]
    pub fn bound(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        match guards(model, statement, kind) {
            Some(guards) => Wish::All(guards.map(|g| Wish::Is(g, Rail::True)).collect()),
            None => Wish::nothing(),
        }
    }

    /// A subject of a kind to which a statement does not apply.
    #[must_use]
    pub fn free(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        match guards(model, statement, kind) {
            Some(guards) => Wish::Any(guards.map(|g| Wish::Is(g, Rail::False)).collect()),
            None => Wish::anything(),
        }
    }

    /// A subject of a kind to which a statement does not apply, or of which that cannot be told.
    #[must_use]
    pub fn unbound(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        match guards(model, statement, kind) {
            Some(guards) => Wish::Any(guards.map(|g| Wish::Is(g, Rail::NotTrue)).collect()),
            None => Wish::anything(),
        }
    }

    /// A subject that does what a statement demands, or forbears what it forbids, whether it applies or not.
    #[must_use]
    pub fn meets(model: &'a Model, statement: StatementId) -> Wish<'a> {
        let rail = if forbids(model, statement) { Rail::False } else { Rail::True };
        Wish::Is(&model.statement(statement).requirement, rail)
    }

    /// A subject that does not, or of which it cannot be told.
    #[must_use]
    pub fn misses(model: &'a Model, statement: StatementId) -> Wish<'a> {
        let rail = if forbids(model, statement) { Rail::NotFalse } else { Rail::NotTrue };
        Wish::Is(&model.statement(statement).requirement, rail)
    }

    /// A subject of a kind to which a statement applies and that does not meet it.
    #[must_use]
    pub fn breaks(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        Wish::All(vec![Wish::bound(model, statement, kind), Wish::misses(model, statement)])
    }

    /// A subject of a kind to which a statement applies and that meets it.
    #[must_use]
    pub fn passes(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        Wish::All(vec![Wish::bound(model, statement, kind), Wish::meets(model, statement)])
    }

    /// A subject of a kind that passes a statement or to which it does not apply.
    #[must_use]
    pub fn keeps(model: &'a Model, statement: StatementId, kind: KindId) -> Wish<'a> {
        Wish::Any(vec![Wish::free(model, statement, kind), Wish::passes(model, statement, kind)])
    }
}

fn forbids(model: &Model, statement: StatementId) -> bool {
    matches!(model.statement(statement).force, Force::MustNot | Force::ShouldNot)
}

/// The conditions under which a statement applies to subjects of a kind; `None`: it never does.
fn guards(model: &Model, id: StatementId, kind: KindId) -> Option<impl Iterator<Item = &Expr>> {
    let statement = model.statement(id);
    let subjects = model.clause(statement.clause).subjects.as_ref()?;
    model.is_a(kind, subjects.kind).then(|| subjects.filter.iter().chain(&statement.when))
}
