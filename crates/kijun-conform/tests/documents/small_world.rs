//! A world so small that every subject of it can be looked at: rules for it, and what each comes to.

use std::collections::BTreeSet;

use kijun_conform::{Objection, Scope};
use kijun_testkit::Rules;
use proptest::prelude::*;

use crate::compared::compared;

pub(crate) const VOCABULARY: &str = "
vocabulary world {
  enum level { a < b < c }
  enum mark  { u < v < w }
  kind thing { key id: text  level: level  big: bool  open: bool  old: bool  mark: mark }
}
standard s { tier t  edition 2011-04-21  uses world  monotone in level }
";

/// A thing: level, big, open, old, mark.
pub(crate) type Thing = [u8; 5];

pub(crate) const FIELDS: [(&str, &[&str]); 5] = [
    ("level", &["a", "b", "c"]),
    ("big", &["false", "true"]),
    ("open", &["false", "true"]),
    ("old", &["false", "true"]),
    ("mark", &["u", "v", "w"]),
];

#[derive(Clone, Debug)]
pub(crate) enum Condition {
    /// A field is at least this.
    AtLeast(usize, u8),
    Not(Box<Condition>),
    And(Box<Condition>, Box<Condition>),
    Or(Box<Condition>, Box<Condition>),
}

impl Condition {
    pub(crate) fn holds(&self, thing: &Thing) -> bool {
        match self {
            Condition::AtLeast(field, value) => thing[*field] >= *value,
            Condition::Not(a) => !a.holds(thing),
            Condition::And(a, b) => a.holds(thing) && b.holds(thing),
            Condition::Or(a, b) => a.holds(thing) || b.holds(thing),
        }
    }

    /// The fields that it reads.
    pub(crate) fn reads(&self) -> BTreeSet<usize> {
        match self {
            Condition::AtLeast(field, _) => BTreeSet::from([*field]),
            Condition::Not(a) => a.reads(),
            Condition::And(a, b) | Condition::Or(a, b) => &a.reads() | &b.reads(),
        }
    }

    pub(crate) fn text(&self) -> String {
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
pub(crate) fn condition(fields: &'static [usize]) -> impl Strategy<Value = Condition> {
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
pub(crate) struct Rule {
    pub(crate) force: &'static str,
    pub(crate) guard: Option<Condition>,
    pub(crate) required: Condition,
}

impl Rule {
    pub(crate) fn applies(&self, thing: &Thing) -> bool {
        self.guard.as_ref().is_none_or(|guard| guard.holds(thing))
    }

    pub(crate) fn met(&self, thing: &Thing) -> bool {
        self.required.holds(thing) != (self.force == "must not")
    }

    pub(crate) fn kept(&self, thing: &Thing) -> bool {
        !self.applies(thing) || self.met(thing)
    }

    pub(crate) fn binds(&self) -> bool {
        self.force != "should"
    }

    /// Whether there is a thing to which it applies and that meets it, or does not.
    pub(crate) fn can(&self, met: bool) -> bool {
        things().iter().any(|t| self.applies(t) && self.met(t) == met)
    }

    pub(crate) fn is_sound(&self) -> bool {
        self.can(true) && self.can(false)
    }
}

pub(crate) fn rule() -> impl Strategy<Value = Rule> {
    let force = proptest::sample::select(&["must", "must", "must not", "should"][..]);
    let guard = proptest::option::weighted(0.6, condition(&[0, 1]));
    (force, guard, condition(&[2, 3, 4])).prop_map(|(force, guard, required)| Rule { force, guard, required })
}

pub(crate) fn things() -> Vec<Thing> {
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

/// The rules as a document, and what is objected to it.
pub(crate) fn objections(given: &[Rule]) -> (Rules, Vec<Objection>, String) {
    let mut text = VOCABULARY.to_owned();
    for (number, rule) in given.iter().enumerate() {
        let guard = rule.guard.as_ref().map(|g| format!(" where {}", g.text())).unwrap_or_default();
        let (force, required) = (rule.force, rule.required.text());
        text += &format!("clause {number} \"x\" {{ for thing{guard}  {force} {required} }}\n");
    }
    let rules = Rules::of([("a.kijun", text.as_str())]);
    assert!(rules.before.is_empty() && rules.found.is_empty(), "{}", rules.words(&rules.before));
    let found = compared(&rules, "2011-11-01".parse().unwrap(), &Scope::default()).objections;
    (rules, found, text)
}

/// The place of a statement among the rules.
pub(crate) fn place(rules: &Rules, statement: kijun_model::StatementId) -> usize {
    let number = &rules.model.clause(rules.model.statement(statement).clause).number;
    number.parse().unwrap()
}
