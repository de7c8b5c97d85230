//! Random rules: every form of expression, well typed, over the one vocabulary.

mod conditions;
mod values;

use std::collections::BTreeMap;

use jiff::civil::date;
use kijun_model::{
    Clause, ClauseId, Define, DefineId, Duration, Edition, EditionId, Exception, ExceptionId, Expr, ExprKind,
    Force, KindId, LocalId, Model, ParameterId, Severity, Statement, StatementId, Subjects, Titles, Type,
    Value,
};
use kijun_standards::{EffectiveException, EffectiveSet, EffectiveStatement};

use super::vocabulary::{ASSET, BOX, PERSON, SERVER};
use super::{Dice, span};

/// What rules may say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Allowed {
    Everything,
    NoPresence,
}

/// Adds definitions, clauses and exceptions to a vocabulary.
pub(super) fn write(dice: &mut Dice<'_>, model: &mut Model, allowed: Allowed) {
    let signatures: [(&[Type], Type); 4] = [
        (&[Type::Subject(ASSET)], Type::Bool),
        (&[Type::Int, Type::Int], Type::Int),
        (&[Type::Record(BOX), Type::Text], Type::Bool),
        (&[Type::Date], Type::Duration),
    ];
    for (params, ty) in signatures {
        let body = Writer { dice, model, allowed }.of_type(&ty, 3, params);
        model.defines.push(Define {
            name: "f".into(),
            edition: None,
            params: params.to_vec(),
            body,
            span: span(),
        });
    }
    model.editions.push(edition());
    for number in 0..1 + dice.below(4) {
        clause(dice, model, allowed, number);
    }
    if dice.once_in(3) {
        let subjects = subjects(dice, model, allowed);
        model.exceptions.push(exception(subjects));
    }
}

/// Everything binds; the exceptions cover every second statement.
pub(super) fn in_force(model: &Model, parameters: BTreeMap<ParameterId, Value>) -> EffectiveSet {
    let all = || (0..model.statements.len()).map(StatementId::from_index);
    let covers: Vec<StatementId> = all().step_by(2).collect();
    let exceptions = (0..model.exceptions.len()).map(ExceptionId::from_index);
    EffectiveSet {
        as_of: date(2011, 4, 1),
        editions: vec![EditionId(0)],
        statements: all().map(|statement| EffectiveStatement { statement, above: Vec::new() }).collect(),
        parameters,
        exceptions: exceptions
            .map(|exception| EffectiveException { exception, covers: covers.clone() })
            .collect(),
    }
}

fn clause(dice: &mut Dice<'_>, model: &mut Model, allowed: Allowed, number: usize) {
    let subjects = subjects(dice, model, allowed);
    let mut writer = Writer { dice, model, allowed };
    let requirement = writer.condition(4, &[Type::Subject(subjects.kind)]);
    let when = writer.sometimes(&subjects);
    let force = *dice.pick(&[Force::Must, Force::MustNot, Force::Should, Force::ShouldNot, Force::May]);
    let days = [None, None, None, Some(Duration::days(60)), Some(Duration { months: 1, seconds: 0 })];
    let evidence_at_most = *dice.pick(&days);
    model.statements.push(Statement {
        clause: ClauseId::from_index(number),
        ordinal: 1,
        label: None,
        force,
        requirement,
        when,
        messages: Vec::new(),
        attest: None,
        span: span(),
    });
    model.clauses.push(Clause {
        edition: EditionId(0),
        number: number.to_string().into(),
        titles: Titles::default(),
        text: Titles::default(),
        section: None,
        subjects: Some(subjects),
        by: None,
        severity: Severity::Medium,
        statements: vec![StatementId::from_index(number)],
        implements: Vec::new(),
        was: Vec::new(),
        see: Vec::new(),
        exceptions: None,
        evidence_at_most,
        from: None,
        until: None,
        fix: Titles::default(),
        span: span(),
    });
}

fn subjects(dice: &mut Dice<'_>, model: &Model, allowed: Allowed) -> Subjects {
    let kind: KindId = *dice.pick(&[ASSET, SERVER, PERSON]);
    let bare = Subjects { kind, filter: None, span: span() };
    let filter = Writer { dice, model, allowed }.sometimes(&bare);
    Subjects { filter, ..bare }
}

fn exception(subjects: Subjects) -> Exception {
    Exception {
        id: "E".into(),
        titles: Titles::default(),
        to: Vec::new(),
        subjects: Some(subjects),
        approved: None,
        from: None,
        until: None,
        because: None,
        compensated_by: Vec::new(),
        span: span(),
    }
}

fn edition() -> Edition {
    Edition {
        name: "world".into(),
        date: date(2011, 4, 1),
        titles: Titles::default(),
        issuer: None,
        tier: None,
        from: date(2011, 4, 1),
        until: None,
        conforms_to: Vec::new(),
        supersedes: Vec::new(),
        adopts: Vec::new(),
        excludes: Vec::new(),
        monotone_in: Vec::new(),
        clauses: Vec::new(),
        span: span(),
    }
}

/// Writes expressions. A scope is the types of its locals.
pub(super) struct Writer<'w, 'b> {
    dice: &'w mut Dice<'b>,
    model: &'w Model,
    allowed: Allowed,
}

impl Writer<'_, '_> {
    fn sometimes(&mut self, subjects: &Subjects) -> Option<Expr> {
        let scope = [Type::Subject(subjects.kind)];
        self.dice.once_in(2).then(|| self.condition(2, &scope))
    }

    fn of_type(&mut self, ty: &Type, depth: usize, scope: &[Type]) -> Expr {
        match ty {
            Type::Bool => self.condition(depth, scope),
            scalar => self.value(scalar, depth, scope),
        }
    }

    /// A path of a type, if any local leads to one.
    fn path(&mut self, scope: &[Type], fits: impl Fn(&Type) -> bool) -> Option<Expr> {
        let mut paths = Vec::new();
        for (local, ty) in scope.iter().enumerate() {
            let local = make(ExprKind::Local(LocalId::from_index(local)), ty.clone());
            self.below(local, 3, &mut paths);
        }
        paths.retain(|path| fits(&path.ty));
        (!paths.is_empty()).then(|| self.dice.pick(&paths).clone())
    }

    /// Gathers a path and those that go on from it.
    fn below(&self, path: Expr, depth: usize, paths: &mut Vec<Expr>) {
        let fields = match path.ty.required() {
            Type::Record(id) => &self.model.record(*id).fields[..],
            Type::Subject(id) => &self.model.kind(*id).fields[..],
            _ => &[],
        };
        if depth > 0 {
            for (field, index) in fields.iter().zip(0..) {
                let required = field.ty.required().clone();
                let optional = field.ty.is_optional() || path.ty.is_optional();
                let ty = if optional { Type::Optional(Box::new(required)) } else { required };
                let field = make(ExprKind::Field(Box::new(path.clone()), index), ty);
                self.below(field, depth - 1, paths);
            }
        }
        paths.push(path);
    }

    /// A call of the definition with this number, if it has been written.
    fn call(&mut self, id: u32, depth: usize, scope: &[Type]) -> Option<Expr> {
        let define = self.model.defines.get(id as usize)?;
        let mut args = Vec::new();
        for ty in &define.params {
            args.push(match ty {
                Type::Subject(kind) => {
                    self.path(scope, |t| matches!(t, Type::Subject(k) if self_is(*k, *kind)))?
                }
                Type::Record(id) => self.path(scope, |t| *t.required() == Type::Record(*id))?,
                scalar => self.of_type(scalar, depth, scope),
            });
        }
        Some(make(ExprKind::Call(DefineId(id), args), define.body.ty.clone()))
    }
}

/// Whether a subject of one kind may stand where another is asked: here a server for an asset.
fn self_is(kind: KindId, wanted: KindId) -> bool {
    kind == wanted || (kind == SERVER && wanted == ASSET)
}

fn make(kind: ExprKind, ty: Type) -> Expr {
    Expr { kind, ty, span: span() }
}
