//! A deliberately naive evaluator: recursion over the typed tree, no index, no cache, nothing shared with the real one.
//!
//! Where the two differ, one of them is wrong.

mod conformance;
mod numbers;

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;
use kijun_findings::Outcome;
use kijun_model::{
    Cell, Content, Day, Domain, Expr, ExprKind, Fold, Force, KindId, Logic, Model, Quantifier, Range,
    StatementId, Subject, Subjects, TextTest, Type, Value,
};
use kijun_standards::EffectiveSet;
use rust_decimal::Decimal;

/// What an audit is told.
pub struct Reference<'a> {
    /// The rules.
    pub model: &'a Model,
    /// What binds.
    pub effective: &'a EffectiveSet,
    /// The audit date.
    pub today: Date,
    /// First and last day of the audited period.
    pub period: (Date, Date),
    /// Free days of the week, Monday first.
    pub weekend: [bool; 7],
    /// Other free days.
    pub holidays: BTreeSet<Date>,
    /// Every subject there is.
    pub population: &'a [Subject],
    /// Kinds of which that is not all; with one of them, every kind above it.
    pub incomplete: Vec<KindId>,
}

/// What an expression comes to.
#[derive(Clone, Debug)]
pub(crate) enum Seen<'a> {
    Value(Value),
    /// A number between two, ends included; `bad` if a malformed value is the reason.
    Between {
        low: Option<Decimal>,
        high: Option<Decimal>,
        bad: bool,
    },
    Subject(&'a Subject),
    /// A record, list or map.
    Structure(&'a Content),
    /// Absent or null, as it may be.
    RightlyAbsent,
    /// Anything else that is not known.
    Unknown {
        bad: bool,
    },
}

const UNKNOWN: Seen<'static> = Seen::Unknown { bad: false };

fn truth<'a>(holds: bool) -> Seen<'a> {
    Seen::Value(Value::Bool(holds))
}

impl Seen<'_> {
    fn is(&self, holds: bool) -> bool {
        matches!(self, Seen::Value(Value::Bool(b)) if *b == holds)
    }

    /// Whether it is undecided because of a malformed value.
    fn bad(&self) -> bool {
        matches!(self, Seen::Unknown { bad: true } | Seen::Between { bad: true, .. })
    }
}

impl<'a> Reference<'a> {
    /// The outcome of one statement for one subject that it binds.
    #[must_use]
    pub fn outcome(&self, id: StatementId, subject: &'a Subject) -> Outcome {
        let plain = self.plain(id, subject);
        let covered = self.effective.exceptions.iter().any(|e| {
            let exception = &self.model.exceptions[e.exception.index()];
            e.covers.contains(&id) && exception.subjects.as_ref().is_none_or(|s| self.meant(s, subject))
        });
        match plain {
            Outcome::Fail | Outcome::Unknown | Outcome::Error if covered => Outcome::Waived,
            other => other,
        }
    }

    /// Whether a statement binds subjects of a kind.
    #[must_use]
    pub fn binds(&self, id: StatementId, kind: KindId) -> bool {
        let statement = self.model.statement(id);
        let subjects = self.model.clause(statement.clause).subjects.as_ref();
        statement.force != Force::May && subjects.is_some_and(|s| self.model.is_a(kind, s.kind))
    }

    fn meant(&self, subjects: &Subjects, subject: &'a Subject) -> bool {
        self.model.is_a(subject.kind, subjects.kind)
            && subjects.filter.as_ref().is_none_or(|f| self.see(f, &[Seen::Subject(subject)]).is(true))
    }

    fn plain(&self, id: StatementId, subject: &'a Subject) -> Outcome {
        let statement = self.model.statement(id);
        let clause = self.model.clause(statement.clause);
        let env = [Seen::Subject(subject)];
        let filter = clause.subjects.as_ref().and_then(|s| s.filter.as_ref());
        let guards: Vec<Seen<'_>> =
            filter.into_iter().chain(&statement.when).map(|g| self.see(g, &env)).collect();
        if guards.iter().any(|g| g.is(false)) {
            return Outcome::NotApplicable;
        }
        if !guards.iter().all(|g| g.is(true)) {
            return if guards.iter().any(Seen::bad) { Outcome::Error } else { Outcome::Unknown };
        }
        if let Some(at_most) = clause.evidence_at_most {
            let oldest = numbers::days_back(self.today, at_most);
            if !subject.taken_on.is_some_and(|d| d >= oldest && d <= self.today) {
                return Outcome::Unknown;
            }
        }
        let wanted = matches!(statement.force, Force::Must | Force::Should);
        match self.see(&statement.requirement, &env) {
            seen if seen.is(wanted) => Outcome::Pass,
            seen if seen.is(!wanted) => Outcome::Fail,
            seen if seen.bad() => Outcome::Error,
            _ => Outcome::Unknown,
        }
    }

    /// An expression, with what its locals stand for.
    fn see(&self, expr: &Expr, env: &[Seen<'a>]) -> Seen<'a> {
        match &expr.kind {
            ExprKind::Const(value) => Seen::Value(value.clone()),
            ExprKind::Local(local) => env.get(local.index()).cloned().unwrap_or(UNKNOWN),
            ExprKind::Field(base, field) => self.field(base, *field as usize, env),
            ExprKind::Parameter(id) => {
                self.effective.parameters.get(id).map_or(UNKNOWN, |v| Seen::Value(v.clone()))
            }
            ExprKind::Day(Day::Today) => Seen::Value(Value::Date(self.today)),
            ExprKind::Day(Day::PeriodStart) => Seen::Value(Value::Date(self.period.0)),
            ExprKind::Day(Day::PeriodEnd) => Seen::Value(Value::Date(self.period.1)),
            ExprKind::Not(a) => not(self.see(a, env)),
            ExprKind::Logic(logic, a, b) => {
                let (a, b) = (self.see(a, env), self.see(b, env));
                match logic {
                    Logic::And => and(a, b),
                    Logic::Or => or(a, b),
                    Logic::Implies => or(not(a), b),
                }
            }
            ExprKind::Compare(op, a, b) => numbers::compare(*op, &self.see(a, env), &self.see(b, env)),
            ExprKind::InSet(item, set) => {
                let item = self.see(item, env);
                let equal =
                    |v: &Value| numbers::compare(kijun_model::Comparison::Eq, &item, &Seen::Value(v.clone()));
                set.iter().map(equal).fold(truth(false), or)
            }
            ExprKind::InList(item, list) => in_list(&self.see(item, env), &self.see(list, env)),
            ExprKind::Matches(text, pattern) => match self.see(text, env) {
                Seen::Value(Value::Text(text)) => {
                    regex::Regex::new(pattern).map_or(UNKNOWN, |regex| truth(regex.is_match(&text)))
                }
                other => Seen::Unknown { bad: other.bad() },
            },
            ExprKind::Text(test, a, b) => match (self.see(a, env), self.see(b, env)) {
                (Seen::Value(Value::Text(a)), Seen::Value(Value::Text(b))) => truth(match test {
                    TextTest::StartsWith => a.starts_with(&*b),
                    TextTest::EndsWith => a.ends_with(&*b),
                    TextTest::Contains => a.contains(&*b),
                }),
                (a, b) => Seen::Unknown { bad: a.bad() || b.bad() },
            },
            ExprKind::Within(a, b) => match (self.see(a, env), self.see(b, env)) {
                (Seen::Value(Value::Ip(a)), Seen::Value(Value::Ip(b))) => truth(b.contains(&a)),
                (a, b) => Seen::Unknown { bad: a.bad() || b.bad() },
            },
            ExprKind::Under(a, b, kind) => match (self.see(a, env), self.see(b, env)) {
                (Seen::Value(Value::Text(a)), Seen::Value(Value::Text(b))) => self.under(a, &b, *kind),
                (a, b) => Seen::Unknown { bad: a.bad() || b.bad() },
            },
            ExprKind::IsPresent(a) => match self.see(a, env) {
                Seen::RightlyAbsent => truth(false),
                other @ (Seen::Unknown { .. } | Seen::Between { .. }) => Seen::Unknown { bad: other.bad() },
                _ => truth(true),
            },
            ExprKind::Quantified(quantifier, range, body) => self.quantified(*quantifier, range, body, env),
            ExprKind::Count(range) => self.count(range, env),
            ExprKind::Fold(fold, value, range) => self.fold(*fold, value, range, &expr.ty, env),
            ExprKind::Arithmetic(op, a, b) => self.arithmetic(*op, &self.see(a, env), &self.see(b, env)),
            ExprKind::Negate(a) => numbers::negate(&self.see(a, env)),
            ExprKind::Age(day) => {
                let today = Seen::Value(Value::Date(self.today));
                match self.see(day, env) {
                    Seen::Value(Value::Date(day)) if day > self.today => Seen::Unknown { bad: false },
                    day => self.arithmetic(kijun_model::Arithmetic::Sub, &today, &day),
                }
            }
            ExprKind::If(condition, yes, no) => {
                let (yes, no) = (self.see(yes, env), self.see(no, env));
                match self.see(condition, env) {
                    c if c.is(true) => yes,
                    c if c.is(false) => no,
                    c => match (yes, no) {
                        (Seen::Value(a), Seen::Value(b)) if a.same(&b) => Seen::Value(a),
                        (yes, no) => Seen::Unknown { bad: c.bad() || yes.bad() || no.bad() },
                    },
                }
            }
            ExprKind::Call(id, args) => {
                let args: Vec<_> = args.iter().map(|arg| self.see(arg, env)).collect();
                self.see(&self.model.define(*id).body, &args)
            }
            ExprKind::Unanswered | ExprKind::Broken => UNKNOWN,
        }
    }

    /// Whether a key is another, or stands below it.
    fn under(&self, mut here: Arc<str>, top: &str, kind: KindId) -> Seen<'a> {
        let Some((root, field)) = self.model.tree(kind) else { return UNKNOWN };
        let optional = self.model.kind(root).fields[field].ty.is_optional();
        let mut passed: Vec<Arc<str>> = Vec::new();
        while *here != *top {
            let called = |s: &&Subject| self.model.is_a(s.kind, root) && s.key == here;
            let subjects: Vec<&Subject> = self.population.iter().filter(called).collect();
            let [subject] = subjects[..] else { return UNKNOWN };
            if passed.contains(&here) {
                return UNKNOWN;
            }
            passed.push(here);
            match look(&subject.cells[field], optional) {
                Seen::Value(Value::Text(above)) => here = above,
                Seen::RightlyAbsent => return truth(false),
                other => return Seen::Unknown { bad: other.bad() },
            }
        }
        truth(true)
    }

    fn field(&self, base: &Expr, field: usize, env: &[Seen<'a>]) -> Seen<'a> {
        let fields = match base.ty.required() {
            Type::Record(id) => &self.model.record(*id).fields,
            Type::Subject(id) => &self.model.kind(*id).fields,
            _ => return UNKNOWN,
        };
        let optional = fields[field].ty.is_optional();
        match self.see(base, env) {
            Seen::Subject(subject) => look(&subject.cells[field], optional),
            Seen::Structure(Content::Record(cells)) => look(&cells[field], optional),
            Seen::RightlyAbsent => Seen::RightlyAbsent,
            other => Seen::Unknown { bad: other.bad() },
        }
    }

    /// Elements, and whether they are all; or why there are none.
    fn elements(&self, range: &Range, env: &[Seen<'a>]) -> Result<(Vec<Seen<'a>>, bool), bool> {
        let optional = range.element.is_optional();
        match &range.domain {
            Domain::Elements(list) => match self.see(list, env) {
                Seen::Structure(Content::List(cells)) => {
                    Ok((cells.iter().map(|c| look(c, optional)).collect(), true))
                }
                Seen::Structure(Content::Map(cells)) => {
                    Ok((cells.iter().map(|(_, c)| look(c, optional)).collect(), true))
                }
                other => Err(other.bad()),
            },
            Domain::All(kind) => {
                let of_kind = |s: &&Subject| self.model.is_a(s.kind, *kind);
                let subjects = self.population.iter().filter(of_kind).map(Seen::Subject).collect();
                Ok((subjects, !self.incomplete.iter().any(|k| self.model.is_a(*k, *kind))))
            }
        }
    }

    fn with(env: &[Seen<'a>], range: &Range, element: &Seen<'a>) -> Vec<Seen<'a>> {
        let mut inner = env.to_vec();
        inner.resize(range.binder.index(), UNKNOWN);
        inner.push(element.clone());
        inner
    }

    fn passes(&self, range: &Range, env: &[Seen<'a>]) -> Seen<'a> {
        range.filter.as_ref().map_or(truth(true), |filter| self.see(filter, env))
    }

    fn quantified(&self, quantifier: Quantifier, range: &Range, body: &Expr, env: &[Seen<'a>]) -> Seen<'a> {
        let (elements, complete) = match self.elements(range, env) {
            Ok(found) => found,
            Err(bad) => return Seen::Unknown { bad },
        };
        let mut results: Vec<Seen<'a>> = Vec::new();
        for element in &elements {
            let env = Self::with(env, range, element);
            let (filter, body) = (self.passes(range, &env), self.see(body, &env));
            results.push(if quantifier == Quantifier::Every {
                or(not(filter), body)
            } else {
                and(filter, body)
            });
        }
        if !complete {
            results.push(UNKNOWN);
        }
        match quantifier {
            Quantifier::Every => results.into_iter().fold(truth(true), and),
            Quantifier::Some => results.into_iter().fold(truth(false), or),
            Quantifier::No => not(results.into_iter().fold(truth(false), or)),
        }
    }

    fn count(&self, range: &Range, env: &[Seen<'a>]) -> Seen<'a> {
        let (elements, complete) = match self.elements(range, env) {
            Ok(found) => found,
            Err(bad) => return Seen::Unknown { bad },
        };
        let passed: Vec<Seen<'a>> =
            elements.iter().map(|element| self.passes(range, &Self::with(env, range, element))).collect();
        let certain = passed.iter().filter(|p| p.is(true)).count();
        let possible = passed.iter().filter(|p| !p.is(false)).count();
        if complete && certain == possible {
            return Seen::Value(Value::Number(certain.into()));
        }
        let high = complete.then(|| possible.into());
        Seen::Between { low: Some(certain.into()), high, bad: passed.iter().any(Seen::bad) }
    }

    fn fold(&self, fold: Fold, value: &Expr, range: &Range, ty: &Type, env: &[Seen<'a>]) -> Seen<'a> {
        let (elements, complete) = match self.elements(range, env) {
            Ok(found) => found,
            Err(bad) => return Seen::Unknown { bad },
        };
        let mut values: Vec<Seen<'a>> = Vec::new();
        for element in &elements {
            let env = Self::with(env, range, element);
            match self.passes(range, &env) {
                p if p.is(true) => values.push(self.see(value, &env)),
                p if p.is(false) => {}
                p => values.push(Seen::Unknown { bad: p.bad() }),
            }
        }
        if !complete || values.iter().any(|v| !matches!(v, Seen::Value(_))) {
            return Seen::Unknown { bad: values.iter().any(Seen::bad) };
        }
        match fold {
            Fold::Sum => values
                .iter()
                .fold(numbers::zero(ty), |sum, v| self.arithmetic(kijun_model::Arithmetic::Add, &sum, v)),
            Fold::Min | Fold::Max => numbers::extreme(fold, &values),
        }
    }
}

fn look(cell: &Cell, optional: bool) -> Seen<'_> {
    match &cell.content {
        Content::Absent | Content::Null if optional => Seen::RightlyAbsent,
        Content::Absent | Content::Null => UNKNOWN,
        Content::Malformed => Seen::Unknown { bad: true },
        Content::Value(value) => Seen::Value(value.clone()),
        structure => Seen::Structure(structure),
    }
}

fn in_list<'a>(item: &Seen<'a>, list: &Seen<'a>) -> Seen<'a> {
    let cells: Vec<Seen<'_>> = match list {
        Seen::Structure(Content::List(cells)) => cells.iter().map(|c| look(c, false)).collect(),
        Seen::Structure(Content::Map(cells)) => cells.iter().map(|(_, c)| look(c, false)).collect(),
        other => return Seen::Unknown { bad: other.bad() || item.bad() },
    };
    if let Seen::Value(item) = item
        && cells.iter().any(|c| matches!(c, Seen::Value(v) if v.same(item)))
    {
        return truth(true);
    }
    let known = |seen: &Seen<'_>| matches!(seen, Seen::Value(_));
    if known(item) && cells.iter().all(known) {
        return truth(false);
    }
    Seen::Unknown { bad: item.bad() || cells.iter().any(Seen::bad) }
}

fn not(a: Seen<'_>) -> Seen<'_> {
    match a {
        Seen::Value(Value::Bool(b)) => truth(!b),
        other => Seen::Unknown { bad: other.bad() },
    }
}

fn and<'a>(a: Seen<'a>, b: Seen<'a>) -> Seen<'a> {
    if a.is(false) || b.is(false) {
        truth(false)
    } else if a.is(true) && b.is(true) {
        truth(true)
    } else {
        Seen::Unknown { bad: a.bad() || b.bad() }
    }
}

fn or<'a>(a: Seen<'a>, b: Seen<'a>) -> Seen<'a> {
    if a.is(true) || b.is(true) {
        truth(true)
    } else if a.is(false) && b.is(false) {
        truth(false)
    } else {
        Seen::Unknown { bad: a.bad() || b.bad() }
    }
}
