//! Random conditions.

use kijun_model::{
    Comparison, Domain, Expr, ExprKind, KindId, LocalId, Logic, Quantifier, Range, TextTest, Type, Value,
};

use super::super::subjects;
use super::super::vocabulary::{ASSET, LEVEL, PERSON, SERVER};
use super::{Allowed, Writer, make};

const COMPARISONS: [Comparison; 6] =
    [Comparison::Eq, Comparison::Ne, Comparison::Lt, Comparison::Le, Comparison::Gt, Comparison::Ge];

/// The types that are compared.
const SORTS: [Type; 11] = [
    Type::Int,
    Type::Text,
    Type::Date,
    Type::Duration,
    Type::Enum(LEVEL),
    Type::Size,
    Type::Percent,
    Type::Version,
    Type::Ip,
    Type::DateTime,
    Type::Bool,
];

impl Writer<'_, '_> {
    pub(super) fn condition(&mut self, depth: usize, scope: &[Type]) -> Expr {
        if depth == 0 {
            return self
                .path(scope, |t| *t.required() == Type::Bool)
                .unwrap_or_else(|| self.constant(&Type::Bool));
        }
        let inner = depth - 1;
        let kind = match self.dice.below(19) {
            0..=2 => self.comparison(inner, scope),
            3 => ExprKind::Not(self.boxed(inner, scope)),
            4..=6 => {
                let logic = *self.dice.pick(&[Logic::And, Logic::Or, Logic::Implies]);
                ExprKind::Logic(logic, self.boxed(inner, scope), self.boxed(inner, scope))
            }
            7 => self.in_set(inner, scope),
            8 => self.in_list(inner, scope),
            9 => self.text(inner, scope),
            10 => {
                ExprKind::Within(self.scalar(&Type::Ip, inner, scope), self.scalar(&Type::Ip, inner, scope))
            }
            11 => self.presence(inner, scope),
            12..=14 => self.quantified(inner, scope),
            15 => {
                let (yes, no) = (self.boxed(inner, scope), self.boxed(inner, scope));
                ExprKind::If(self.boxed(inner, scope), yes, no)
            }
            16 => return self.bool_call(inner, scope),
            // A root is one by what it does not say.
            17 if self.allowed == Allowed::Everything => {
                let person = Type::Ref(PERSON);
                ExprKind::Under(
                    self.scalar(&person, inner, scope),
                    self.scalar(&person, inner, scope),
                    PERSON,
                )
            }
            _ => return self.condition(0, scope),
        };
        make(kind, Type::Bool)
    }

    fn boxed(&mut self, depth: usize, scope: &[Type]) -> Box<Expr> {
        Box::new(self.condition(depth, scope))
    }

    fn bool_call(&mut self, depth: usize, scope: &[Type]) -> Expr {
        let id = *self.dice.pick(&[0, 2]);
        self.call(id, depth, scope).unwrap_or_else(|| self.condition(depth, scope))
    }

    fn comparison(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        let sort = self.dice.pick(&SORTS).clone();
        let comparison = *self.dice.pick(&COMPARISONS);
        ExprKind::Compare(comparison, self.scalar(&sort, depth, scope), self.scalar(&sort, depth, scope))
    }

    fn in_set(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        let sort = self.dice.pick(&SORTS).clone();
        let set: Vec<Value> =
            (0..1 + self.dice.below(3)).map(|_| subjects::value(self.dice, &sort)).collect();
        ExprKind::InSet(self.scalar(&sort, depth, scope), set)
    }

    fn in_list(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        match self.path(scope, |t| element(t).is_some_and(|e| matches!(e.required(), Type::Text | Type::Int)))
        {
            Some(list) => {
                let item = element(&list.ty).map_or(Type::Bool, |e| e.required().clone());
                ExprKind::InList(self.scalar(&item, depth, scope), Box::new(list))
            }
            None => ExprKind::Unanswered,
        }
    }

    fn text(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        let text = self.scalar(&Type::Text, depth, scope);
        let tests = [TextTest::StartsWith, TextTest::EndsWith, TextTest::Contains];
        match self.dice.below(4) {
            3 => ExprKind::Matches(text, (*self.dice.pick(&["a", "^b?$", "[0-9]$"])).into()),
            test => ExprKind::Text(tests[test], text, self.scalar(&Type::Text, depth, scope)),
        }
    }

    fn presence(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        if self.allowed == Allowed::NoPresence {
            return self.comparison(depth, scope);
        }
        self.path(scope, Type::is_optional).map_or(ExprKind::Unanswered, |e| ExprKind::IsPresent(Box::new(e)))
    }

    fn quantified(&mut self, depth: usize, scope: &[Type]) -> ExprKind {
        let quantifier = *self.dice.pick(&[Quantifier::Every, Quantifier::Some, Quantifier::No]);
        let (range, inside) = self.range(depth, scope);
        ExprKind::Quantified(quantifier, range, self.boxed(depth, &inside))
    }

    /// A range, and the scope inside it.
    pub(super) fn range(&mut self, depth: usize, scope: &[Type]) -> (Range, Vec<Type>) {
        let list = if self.dice.once_in(2) { None } else { self.path(scope, |t| element(t).is_some()) };
        let (domain, element) = match list {
            Some(list) => {
                let element = element(&list.ty).unwrap_or(Type::Bool);
                (Domain::Elements(Box::new(list)), element)
            }
            None => {
                let kind = *self.dice.pick(&[PERSON, ASSET, SERVER]);
                (Domain::All(kind), Type::Subject(kind))
            }
        };
        let mut inside = scope.to_vec();
        inside.push(element.clone());
        let filter = match (&domain, self.dice.below(4)) {
            (Domain::All(kind), 1..=3) => Some(self.equality(*kind, depth, &inside)),
            (_, 1) => Some(self.condition(depth, &inside)),
            _ => None,
        };
        let binder = LocalId::from_index(scope.len());
        (Range { binder, element, domain, filter: filter.map(Box::new) }, inside)
    }

    /// `element.field == something`, which an index can answer; sometimes more.
    fn equality(&mut self, kind: KindId, depth: usize, inside: &[Type]) -> Expr {
        let element = LocalId::from_index(inside.len() - 1);
        let fields = &self.model.kind(kind).fields;
        let scalar = |ty: &Type| !matches!(ty.required(), Type::List(_) | Type::Map(_) | Type::Record(_));
        let fields: Vec<_> = (0u32..).zip(fields).filter(|(_, f)| scalar(&f.ty)).collect();
        let (index, field) = self.dice.pick(&fields);
        let local = make(ExprKind::Local(element), Type::Subject(kind));
        let left = Box::new(make(ExprKind::Field(Box::new(local), *index), field.ty.clone()));
        // Mostly a key that does not depend on the element.
        let around = if self.dice.once_in(5) { inside } else { &inside[..inside.len() - 1] };
        let key = match field.ty.required() {
            Type::Ref(_) => Type::Text,
            other => other.clone(),
        };
        let right = self.scalar(&key, depth, around);
        let sides = if self.dice.once_in(3) { (right, left) } else { (left, right) };
        let equal = make(ExprKind::Compare(Comparison::Eq, sides.0, sides.1), Type::Bool);
        if !self.dice.once_in(3) {
            return equal;
        }
        let more = self.boxed(depth, inside);
        make(ExprKind::Logic(Logic::And, Box::new(equal), more), Type::Bool)
    }
}

/// What a list or map holds.
fn element(ty: &Type) -> Option<Type> {
    match ty.required() {
        Type::List(element) | Type::Map(element) => Some((**element).clone()),
        _ => None,
    }
}
