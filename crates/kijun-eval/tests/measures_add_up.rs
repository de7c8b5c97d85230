//! Measures over random worlds: they count what the naive evaluator counts, whatever comes first, and nobody twice.

#![expect(clippy::unwrap_used, reason = "tests say what went wrong by panicking")]

use kijun_eval::{Calendar, Coverage, Days, Figure, Population, Program, Scratch, Tallies, compile};
use kijun_findings::Partition;
use kijun_model::{
    Expr, ExprKind, Force, KindId, Logic, Measure, SUBJECT, Sort, StatementId, Subject, Subjects, Titles,
    Type,
};
use kijun_testkit::World;
use proptest::prelude::*;

/// A world whose statements are measures too.
struct Measured {
    world: World,
    /// The statement that each share is the rate of.
    shares: Vec<StatementId>,
    program: Program,
}

impl Measured {
    fn new(bytes: &[u8]) -> Measured {
        let mut world = World::new(bytes);
        world.effective.exceptions.clear();
        let wanted = |id: &StatementId| {
            let statement = world.model.statement(*id);
            let clause = world.model.clause(statement.clause);
            statement.force == Force::Must && clause.evidence_at_most.is_none() && clause.subjects.is_some()
        };
        let all = (0..world.model.statements.len()).map(|i| StatementId(u32::try_from(i).unwrap()));
        let shares: Vec<StatementId> = all.filter(wanted).collect();
        let measures: Vec<Measure> = shares.iter().map(|&id| share(&world, id)).collect();
        let values: Vec<Measure> = measures.iter().flat_map(|share| of_values(&world, share)).collect();
        world.model.measures = measures.into_iter().chain(values).collect();
        let days = Days {
            today: world.today,
            period_start: world.period.0,
            period_end: world.period.1,
            calendar: Calendar { weekend: world.weekend, holidays: world.holidays.clone() },
        };
        let program = compile(&world.model, &world.effective, &days);
        Measured { world, shares, program }
    }

    fn coverage(&self, kind: KindId) -> Coverage {
        if self.world.incomplete.contains(&kind) { Coverage::Partial } else { Coverage::Whole }
    }

    fn population(&self) -> Population {
        self.program.population(self.world.subjects.clone(), |kind| self.coverage(kind))
    }

    /// Takes groups of subjects apart from one another, then merges them in their order.
    fn figures(&self, groups: &[&[Subject]]) -> Vec<Figure> {
        let population = self.population();
        let mut all = Tallies::default();
        for group in groups {
            let (mut scratch, mut tallies) = (Scratch::default(), Tallies::default());
            group.iter().for_each(|s| self.program.take(&population, s, &mut scratch, &mut tallies));
            all.merge(&self.program.sorts(), tallies);
        }
        self.program.figures(&population, all, |kind| self.coverage(kind))
    }
}

fn share(world: &World, id: StatementId) -> Measure {
    let statement = world.model.statement(id);
    let over = world.model.clause(statement.clause).subjects.clone().unwrap();
    let both = |a: &Expr, b: &Expr| Expr {
        kind: ExprKind::Logic(Logic::And, Box::new(a.clone()), Box::new(b.clone())),
        ty: Type::Bool,
        span: statement.span,
    };
    let filter = match (&over.filter, &statement.when) {
        (Some(a), Some(b)) => Some(both(a, b)),
        (a, b) => a.as_ref().or(b.as_ref()).cloned(),
    };
    Measure {
        name: "m".into(),
        edition: None,
        titles: Titles::default(),
        by: fields(world, over.kind, statement.span),
        over: Subjects { filter, ..over },
        except: None,
        sort: Sort::Share,
        value: Some(statement.requirement.clone()),
        target: None,
        each: None,
        owner: None,
        see: Vec::new(),
        span: statement.span,
    }
}

/// Every field of a kind that is one value.
fn fields(world: &World, kind: KindId, span: kijun_diag::Span) -> Vec<Expr> {
    let fields = world.model.kind(kind).fields.iter().enumerate();
    let scalar = |ty: &Type| !matches!(ty.required(), Type::Record(_) | Type::List(_) | Type::Map(_));
    let subject = || Expr { kind: ExprKind::Local(SUBJECT), ty: Type::Subject(kind), span };
    let read = |i: usize| ExprKind::Field(Box::new(subject()), u32::try_from(i).unwrap());
    fields
        .filter(|(_, field)| scalar(&field.ty))
        .map(|(i, field)| Expr { kind: read(i), ty: field.ty.clone(), span })
        .collect()
}

/// The same subjects with every sort of figure, of every field that has one, those left out of which the share's condition is
/// true.
fn of_values(world: &World, share: &Measure) -> Vec<Measure> {
    let except = share.value.clone().map(|condition| (condition, Titles::default()));
    let of = |value: &Expr, sort| Measure {
        sort,
        value: Some(value.clone()),
        except: except.clone(),
        by: share.by.iter().take(3).cloned().collect(),
        ..share.clone()
    };
    let fields = fields(world, share.over.kind, share.span);
    let quantity =
        |e: &&Expr| matches!(e.ty.required(), Type::Int | Type::Size | Type::Percent | Type::Duration);
    let quantities: Vec<&Expr> = fields.iter().filter(quantity).collect();
    let sorts = [Sort::Sum, Sort::Mean, Sort::Min, Sort::Max];
    quantities.iter().flat_map(|value| sorts.map(|sort| of(value, sort))).collect()
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..500)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    #[test]
    fn a_share_counts_what_the_naive_evaluator_counts(bytes in bytes()) {
        let measured = Measured::new(&bytes);
        let (world, reference) = (&measured.world, measured.world.reference());
        let figures = measured.figures(&[&world.subjects]);
        for (id, figure) in measured.shares.iter().zip(&figures) {
            let bound = world.subjects.iter().filter(|s| reference.binds(*id, s.kind));
            let expected: Partition = bound.map(|s| reference.outcome(*id, s)).collect();
            prop_assert_eq!(figure.whole.figures, expected, "{:#?}", world.model.statement(*id));
        }
    }

    #[test]
    fn every_subject_of_the_kind_is_counted_once(bytes in bytes()) {
        let measured = Measured::new(&bytes);
        let world = &measured.world;
        for figure in measured.figures(&[&world.subjects]) {
            let over = world.model.measure(figure.measure).over.kind;
            let n = world.subjects.iter().filter(|s| world.model.is_a(s.kind, over)).count() as u64;
            prop_assert_eq!(figure.whole.figures.total(), n);
            for parts in &figure.breakdowns {
                // What stands below another is counted there too.
                let roots = parts.iter().filter(|part| part.above.is_none());
                let mut sum = Partition::default();
                roots.for_each(|part| sum.merge(part.total.figures));
                prop_assert_eq!(sum.assessed(), figure.whole.figures.assessed());
                prop_assert_eq!(
                    (sum.pass, sum.fail, sum.unknown, sum.error, sum.waived),
                    (
                        figure.whole.figures.pass,
                        figure.whole.figures.fail,
                        figure.whole.figures.unknown,
                        figure.whole.figures.error,
                        figure.whole.figures.waived
                    )
                );
            }
        }
    }

    #[test]
    fn neither_order_nor_groups_matter(bytes in bytes(), by in 0usize..12, at in 0usize..12) {
        let measured = Measured::new(&bytes);
        let subjects = &measured.world.subjects;
        let mut turned = subjects.clone();
        turned.rotate_left(by % subjects.len());
        turned.reverse();
        let (first, second) = turned.split_at(at % subjects.len());
        let once = format!("{:#?}", measured.figures(&[subjects]));
        prop_assert_eq!(format!("{:#?}", measured.figures(&[first, &[], second])), once);
    }
}
