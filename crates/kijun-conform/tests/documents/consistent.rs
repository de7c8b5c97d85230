//! Consistency against a look at every subject of a small world.

use std::collections::BTreeSet;

use kijun_conform::{Objection, Scope};
use kijun_testkit::Rules;
use proptest::prelude::*;

use crate::compared::compared;

const VOCABULARY: &str = "
vocabulary world {
  enum level { a < b < c }
  enum mark  { u < v < w }
  kind thing { key id: text  level: level  big: bool  open: bool  old: bool  mark: mark }
}
standard s { tier t  edition 2011-04-21  uses world }
";

/// A thing: level, big, open, old, mark.
type Thing = [u8; 5];

const FIELDS: [(&str, &[&str]); 5] = [
    ("level", &["a", "b", "c"]),
    ("big", &["false", "true"]),
    ("open", &["false", "true"]),
    ("old", &["false", "true"]),
    ("mark", &["u", "v", "w"]),
];

#[derive(Clone, Debug)]
enum Condition {
    /// A field is at least this.
    AtLeast(usize, u8),
    Not(Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
}

impl Condition {
    fn holds(&self, thing: &Thing) -> bool {
        match self {
            Condition::AtLeast(field, value) => thing[*field] >= *value,
            Condition::Not(a) => !a.holds(thing),
            Condition::And(a, b) => a.holds(thing) && b.holds(thing),
            Condition::Or(a, b) => a.holds(thing) || b.holds(thing),
        }
    }

    fn text(&self) -> String {
        match self {
            Condition::AtLeast(field, value) => match FIELDS[*field] {
                (name, values @ [_, _, _]) => format!("{name} >= {}", values[usize::from(*value)]),
                (name, _) => name.to_owned(),
            },
            Condition::Not(a) => format!("not ({})", a.text()),
            Condition::And(a, b) => format!("({}) and ({})", a.text(), b.text()),
            Condition::Or(a, b) => format!("({}) or ({})", a.text(), b.text()),
        }
    }
}

/// Conditions on some of the fields.
fn condition(fields: &'static [usize]) -> impl Strategy<Value = Condition> {
    let leaf = (proptest::sample::select(fields), 1..3u8).prop_map(|(field, value)| {
        let most = u8::try_from(FIELDS[field].1.len() - 1).unwrap();
        Condition::AtLeast(field, value.min(most))
    });
    leaf.prop_recursive(2, 6, 2, |inner| {
        let pair = (inner.clone(), inner.clone());
        prop_oneof![
            inner.prop_map(|a| Condition::Not(Box::new(a))),
            pair.clone().prop_map(|(a, b)| Condition::And(Box::new(a), Box::new(b))),
            pair.prop_map(|(a, b)| Condition::Or(Box::new(a), Box::new(b))),
        ]
    })
}

#[derive(Clone, Debug)]
struct Rule {
    force: &'static str,
    guard: Option<Condition>,
    required: Condition,
}

impl Rule {
    fn applies(&self, thing: &Thing) -> bool {
        self.guard.as_ref().is_none_or(|guard| guard.holds(thing))
    }

    fn met(&self, thing: &Thing) -> bool {
        self.required.holds(thing) != (self.force == "must not")
    }

    fn kept(&self, thing: &Thing) -> bool {
        !self.applies(thing) || self.met(thing)
    }

    fn binds(&self) -> bool {
        self.force != "should"
    }

    /// Whether there is a thing to which it applies and that meets it, or does not.
    fn can(&self, met: bool) -> bool {
        things().iter().any(|t| self.applies(t) && self.met(t) == met)
    }

    fn is_sound(&self) -> bool {
        self.can(true) && self.can(false)
    }
}

fn rule() -> impl Strategy<Value = Rule> {
    let force = proptest::sample::select(&["must", "must", "must not", "should"][..]);
    let guard = proptest::option::weighted(0.6, condition(&[0, 1]));
    (force, guard, condition(&[2, 3, 4])).prop_map(|(force, guard, required)| Rule { force, guard, required })
}

fn things() -> Vec<Thing> {
    let mut all: Vec<Thing> = vec![[0; 5]];
    for (field, (_, values)) in FIELDS.iter().enumerate() {
        let with = |thing: &Thing, value: usize| {
            let mut thing = *thing;
            thing[field] = u8::try_from(value).unwrap();
            thing
        };
        all = all.iter().flat_map(|thing| (0..values.len()).map(move |value| with(thing, value))).collect();
    }
    all
}

/// Whether there are things of one level and size to which both apply, none of which keeps both.
fn at_war(one: &Rule, other: &Rule) -> bool {
    let all = things();
    all.iter()
        .filter(|t| one.applies(t) && other.applies(t))
        .any(|here| !all.iter().filter(|t| t[..2] == here[..2]).any(|t| one.met(t) && other.met(t)))
}

/// Whether whatever keeps the others keeps a rule.
fn implied(rule: &Rule, others: &[&Rule]) -> bool {
    things().iter().all(|t| rule.kept(t) || others.iter().any(|o| !o.kept(t)))
}

/// The place of a statement among the rules.
fn place(rules: &Rules, statement: kijun_model::StatementId) -> usize {
    let number = &rules.model.clause(rules.model.statement(statement).clause).number;
    number.parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn what_is_told_of_consistency_is_what_a_look_at_every_subject_shows(
        given in proptest::collection::vec(rule(), 1..7)
    ) {
        let mut text = VOCABULARY.to_owned();
        for (number, rule) in given.iter().enumerate() {
            let guard = rule.guard.as_ref().map(|g| format!(" where {}", g.text())).unwrap_or_default();
            let (force, required) = (rule.force, rule.required.text());
            text += &format!("clause {number} \"x\" {{ for thing{guard}  {force} {required} }}\n");
        }
        let rules = Rules::of([("a.kijun", text.as_str())]);
        prop_assert!(rules.before.is_empty() && rules.found.is_empty(), "{}", rules.words(&rules.before));
        let found = compared(&rules, "2011-11-01".parse().unwrap(), &Scope::default()).objections;
        let (mut alone, mut pairs, mut redundant) = (BTreeSet::new(), BTreeSet::new(), Vec::new());
        for objection in &found {
            match objection {
                Objection::Impossible { statement } => _ = alone.insert((place(&rules, *statement), "impossible")),
                Objection::Vacuous { statement, applies } => {
                    alone.insert((place(&rules, *statement), if *applies { "nothing" } else { "nobody" }));
                }
                Objection::Contradiction { first, second, .. } => {
                    pairs.insert((place(&rules, *first), place(&rules, *second)));
                }
                Objection::Redundant { statement, by } => {
                    redundant.push((place(&rules, *statement), by.iter().map(|&s| place(&rules, s)).collect::<Vec<_>>()));
                }
                other => prop_assert!(false, "{other:?}"),
            }
        }

        for (number, rule) in given.iter().enumerate() {
            let applies = rule.can(true) || rule.can(false);
            let told = |what| alone.contains(&(number, what));
            prop_assert_eq!(told("nobody"), !applies, "{}", &text);
            prop_assert_eq!(told("nothing"), applies && !rule.can(false), "{}", &text);
            prop_assert_eq!(told("impossible"), applies && !rule.can(true) && rule.binds(), "{}", &text);
        }

        let sound: Vec<usize> = (0..given.len()).filter(|&i| given[i].is_sound()).collect();
        let binding: Vec<usize> = sound.iter().copied().filter(|&i| given[i].binds()).collect();
        let mut wars = BTreeSet::new();
        for (at, &one) in binding.iter().enumerate() {
            wars.extend(binding[at + 1..].iter().filter(|&&other| at_war(&given[one], &given[other])).map(|&o| (one, o)));
        }
        prop_assert_eq!(&pairs, &wars, "{}", &text);

        let torn = |i: &usize| wars.iter().any(|(a, b)| a == i || b == i);
        let told: BTreeSet<usize> = redundant.iter().map(|(statement, _)| *statement).collect();
        for (statement, by) in &redundant {
            let by: Vec<&Rule> = by.iter().map(|&i| &given[i]).collect();
            prop_assert!(!by.is_empty() && implied(&given[*statement], &by), "{statement} {}", &text);
            prop_assert!(by.iter().all(|o| o.binds() || !given[*statement].binds()), "{statement} {}", &text);
        }
        for &statement in sound.iter().filter(|i| !torn(i) && !told.contains(i)) {
            let rule = &given[statement];
            let fits = |i: &&usize| **i != statement && !torn(i) && !told.contains(i) && (given[**i].binds() || !rule.binds());
            let others: Vec<&Rule> = sound.iter().filter(fits).map(|&i| &given[i]).collect();
            let at_peace = things().iter().any(|t| rule.applies(t) && others.iter().all(|o| o.kept(t)));
            prop_assert!(!at_peace || !implied(rule, &others), "{statement} {}", &text);
        }
    }
}
